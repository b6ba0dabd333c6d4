"""What a model is shown of the sentences that a summary may take.

Either one sentence at a time, with title and neighbours, to a model that labels texts; or all sentences of an
item together, to a model that labels tokens, which costs a fraction of that.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...danish.sentences import block_spans, sentence_spans
from ...inference.tokenize import TextTokenizer
from ...schema import SectionKind, Span
from ..context import ItemContext
from ..summary import LIST_MARK, asked, cut, told

MOST_TOKENS = 400
"""Tokens of one input, as for the other tasks."""

_TITLE, _NEIGHBOUR, _PLACE = 24, 16, 12

_KINDS: dict[SectionKind, SectionKind] = {
    "indstilling": "indstilling",
    "sagsfremstilling": "sagsfremstilling",
    "baggrund": "sagsfremstilling",
    "oekonomi": "oekonomi",
}
"""The sections that a summary may draw on, and which of them are counted as one."""

_PRINTED: dict[SectionKind, str] = {"oekonomi": "økonomi"}
_LEAST_WORDS = 3
_MOST_OF_A_KIND: dict[SectionKind, int] = {"indstilling": 8, "sagsfremstilling": 20, "oekonomi": 4}
"""Candidates of each kind of section: what stands behind them is seldom in a clerk's summary, and costs time."""


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
        opens: Whether it begins its paragraph.
        listed: Whether it is a point of a list.
        block: Characters of its paragraph.
        plain: Whether it is one that rules without a model would take: it tells of the case or asks for something,
            and leads on to nothing.
    """

    span: Span
    text: str
    title: str
    section: SectionKind
    number: int
    count: int
    before: str
    after: str
    opens: bool = False
    listed: bool = False
    block: int = 0
    plain: bool = True

    @property
    def heading(self) -> str:
        """The kind of its section, in a word that an encoder of Danish has met."""
        return _PRINTED.get(self.section, self.section)

    @property
    def place(self) -> str:
        """Where it stands, in such words."""
        return f"{self.heading} {self.number} af {self.count}:"


def candidates(item: ItemContext) -> list[Candidate]:
    """The sentences of an item that a summary may take, in printed order, for training as for use.

    Args:
        item: The item.

    Returns:
        Those of indstilling, case and economy; not the title, not the Resumé.
    """
    title = " ".join((item.item.title or "").split())
    plain = frozenset((*told(item), *asked(item)))
    groups: dict[SectionKind, list[_Found]] = {}
    for section in sorted(item.item.sections_of(*_KINDS), key=lambda section: section.span):
        groups.setdefault(_KINDS[section.kind], []).extend(_sentences(item.text, section.span, plain))
    found = [
        candidate
        for kind, group in groups.items()
        for candidate in _of_section(item.text, title, kind, group[: _MOST_OF_A_KIND[kind]])
    ]
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
        ids: ``[begin] title [end] section: sentence [end] sentence [end] …``; a section is named where it begins,
            and again at the beginning of an input.
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
    texts = [found[0].title, *(each.text for each in found), *(f"{each.heading}:" for each in found)]
    title, *rest = (tokens.ids for tokens in tokenizer.encode(texts))
    bare, headings = rest[: len(found)], rest[len(found) :]
    head = tokenizer.joined([title[:_TITLE]])
    room = most - len(head) - 1
    # Each sentence as it stands where an input begins with it, and where it goes on from the one before.
    opening = [[*heading, *sentence][:room] for heading, sentence in zip(headings, bare, strict=True)]
    going_on = [
        bare[index][:room] if index and found[index - 1].section == each.section else opening[index]
        for index, each in enumerate(found)
    ]
    made = [Passage(list(head), [])]
    for index in range(len(found)):
        shown = going_on[index] if made[-1].marks else opening[index]
        if made[-1].marks and len(made[-1].ids) + len(shown) + 1 > most:
            before = opening[index - 1]
            fits = len(before) + 1 + len(shown) <= room
            made.append(Passage([*head, *before, tokenizer.end] if fits else list(head), []))
            shown = shown if fits else opening[index]
        made[-1].ids.extend([*shown, tokenizer.end])
        made[-1].marks.append(len(made[-1].ids) - 1)
    return made


@dataclass(frozen=True, slots=True)
class _Found:
    """A sentence before it is numbered; see :class:`Candidate`."""

    span: Span
    opens: bool
    listed: bool
    block: int
    plain: bool


def _sentences(text: str, section: Span, plain: frozenset[Span]) -> Iterator[_Found]:
    for first, last in block_spans(text, *section):
        for start, end in sentence_spans(text, first, last):
            opens, mark = start == first, LIST_MARK.match(text, start, end)
            start = mark.end() if mark else start
            span = cut(text, (start, end))
            if len(text[span[0] : span[1]].split()) >= _LEAST_WORDS:
                yield _Found(span, opens, bool(mark), last - first, (start, end) in plain)


def _of_section(text: str, title: str, kind: SectionKind, found: Sequence[_Found]) -> list[Candidate]:
    lines = [" ".join(text[each.span[0] : each.span[1]].split()) for each in found]
    return [
        Candidate(
            span=each.span,
            text=lines[index],
            title=title,
            section=kind,
            number=index + 1,
            count=len(found),
            before=lines[index - 1] if index else "",
            after=lines[index + 1] if index + 1 < len(found) else "",
            opens=each.opens,
            listed=each.listed,
            block=each.block,
            plain=each.plain,
        )
        for index, each in enumerate(found)
    ]
