"""What a model is shown of the sentences that a summary may take.

Either one sentence at a time, with title and neighbours, to a model that labels texts; or all sentences of an
item together, to a model that labels tokens, which costs a fraction of that.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...inference.tokenize import TextTokenizer
from ...schema import SectionKind, Span
from ..context import ItemContext
from ..summary import asked, cut, told

MOST_TOKENS = 400
"""Tokens of one input, as for the other tasks."""

_TITLE, _NEIGHBOUR, _PLACE = 24, 16, 12


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that a summary may take.

    Attributes:
        span: Where it stands; one of more than 60 words is cut at a comma.
        text: Its text, on one line.
        title: The item's title.
        section: The kind of section that it stands in.
        number: Its number among the candidates of that section, from 1.
        count: How many candidates the section has.
        before: The candidate before it in the section, or nothing.
        after: The one after it, or nothing.
    """

    span: Span
    text: str
    title: str
    section: SectionKind
    number: int
    count: int
    before: str
    after: str

    @property
    def place(self) -> str:
        """Where it stands, in words that an encoder of Danish has met."""
        return f"{self.section} {self.number} af {self.count}:"


def candidates(item: ItemContext) -> list[Candidate]:
    """The sentences of an item that a summary may take, in printed order, for training as for use.

    Args:
        item: The item.

    Returns:
        Those of the indstilling and those of the case that tell something; not the title, not the Resumé.
    """
    title = " ".join((item.item.title or "").split())
    groups: list[tuple[SectionKind, list[Span]]] = [
        ("indstilling", list(asked(item))),
        ("sagsfremstilling", list(told(item))),
    ]
    found = [candidate for kind, spans in groups for candidate in _of_section(item.text, title, kind, spans)]
    return sorted(found, key=lambda candidate: candidate.span)


def sentence_inputs(found: Sequence[Candidate], tokenizer: TextTokenizer, most: int) -> list[list[int]]:
    """Turn candidates into tokens: ``[begin] title [end] sentence [end] place before | after [end]``.

    Title and neighbours are cut short, the sentence is not: with its 60 words at most it has room.

    Args:
        found: The candidates.
        tokenizer: The model's tokenizer.
        most: The most tokens that the model takes.

    Returns:
        The tokens of each.
    """
    texts = [part for each in found for part in (each.title, each.text, each.place, each.before, each.after)]
    ids = [tokens.ids for tokens in tokenizer.encode(texts)]
    inputs = []
    for index in range(0, len(ids), 5):
        title, sentence, place, before, after = ids[index : index + 5]
        # The words nearest to the sentence: the end of what precedes it, the beginning of what follows.
        around = [*place[:_PLACE], *before[-_NEIGHBOUR:], *after[:_NEIGHBOUR]]
        room = most - 4 - len(title[:_TITLE]) - len(around)
        inputs.append(tokenizer.joined([title[:_TITLE], sentence[: max(room, 0)], around]))
    return inputs


@dataclass(frozen=True, slots=True)
class Passage:
    """Sentences of an item as one input of a model that labels tokens.

    Attributes:
        ids: ``[begin] title [end] sentence [end] sentence [end] …``
        marks: Where the token stands that ends each sentence and carries its score.
    """

    ids: list[int]
    marks: list[int]


def passages(found: Sequence[Candidate], tokenizer: TextTokenizer, most: int = MOST_TOKENS) -> list[Passage]:
    """Turn the candidates of one item into as few inputs as hold them.

    Args:
        found: The candidates of one item.
        tokenizer: The model's tokenizer.
        most: The most tokens of an input; a sentence that does not fit into one by itself is cut.

    Returns:
        The inputs; together their marks are the candidates, in order. All but the first begin with the
        last sentence of the one before, which is not marked again.
    """
    if not found:
        return []
    title, *sentences = (tokens.ids for tokens in tokenizer.encode([found[0].title, *(each.text for each in found)]))
    head = tokenizer.joined([title[:_TITLE]])
    room = most - len(head) - 1
    made = [Passage(list(head), [])]
    for index, sentence in enumerate(each[:room] for each in sentences):
        if made[-1].marks and len(made[-1].ids) + len(sentence) + 1 > most:
            before = sentences[index - 1]
            context = [*before, tokenizer.end] if len(before) + 1 + len(sentence) <= room else []
            made.append(Passage([*head, *context], []))
        made[-1].ids.extend([*sentence, tokenizer.end])
        made[-1].marks.append(len(made[-1].ids) - 1)
    return made


def _of_section(text: str, title: str, kind: SectionKind, spans: Sequence[Span]) -> list[Candidate]:
    spans = [cut(text, span) for span in spans]
    lines = [" ".join(text[start:end].split()) for start, end in spans]
    return [
        Candidate(
            span=span,
            text=line,
            title=title,
            section=kind,
            number=index + 1,
            count=len(spans),
            before=lines[index - 1] if index else "",
            after=lines[index + 1] if index + 1 < len(lines) else "",
        )
        for index, (span, line) in enumerate(zip(spans, lines, strict=True))
    ]
