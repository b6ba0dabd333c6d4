"""Summaries of sentences that a fine-tuned model chooses."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace

from ...inference.batching import Logits
from ...inference.checkpoint import HEADS
from ...inference.model import Model, open_model
from ...schema import Span, Summary, SummarySentence
from ..context import ItemContext
from ..faithfulness import source_of, unsupported
from .composing import TITLE, Composer, compose, read_composer
from .labels import SENTENCE_LABELS
from .lines import Leader, added, alone, behind, ended, leader, unquoted
from .selection import Selection, select
from .sentences import MOST_TOKENS, Candidate, candidates, passages, sentence_inputs
from .telling import hanging, is_debris, untold
from .trimming import joined, kept_parts


@dataclass(frozen=True)
class ModelSummariser:
    """Chooses sentences of indstilling, case and economy; every word of a summary stands in the minutes.

    Attributes:
        model: A model with the label of :data:`~.labels.SENTENCE_LABELS`. One that labels texts scores sentences
            one by one, one that labels tokens all those of an item together.
        selection: How many sentences are chosen, and how long they may be.
        composer: What else tells good sentences and good summaries; None: the model's scores are all there is, and
            sentences that rules would not take are not asked about.
    """

    model: Model
    selection: Selection = field(default_factory=Selection)
    composer: Composer | None = None

    @classmethod
    def load(cls, name: str | os.PathLike[str]) -> ModelSummariser:
        """Open the model of a name; see :func:`~referat_nlp.inference.model.open_model`."""
        model = open_model(name, labels=SENTENCE_LABELS, heads=HEADS)
        folder = model.checkpoint.folder
        return cls(model, Selection.from_folder(folder), read_composer(folder))

    def __call__(self, items: Sequence[ItemContext]) -> list[Summary | None]:
        """Summarise items.

        Args:
            items: The items.

        Returns:
            The summary of each, None where it has no sentence to choose.
        """
        found = [[each for each in candidates(item) if each.plain or self.composer] for item in items]
        scores = (float(self.model.probabilities(logits)[0]) for logits in self._logits(found))
        return [
            self._summary(item, group, [next(scores) for _ in group]) if group else None
            for item, group in zip(items, found, strict=True)
        ]

    def _logits(self, found: Sequence[Sequence[Candidate]]) -> Iterator[Logits]:
        """The logits of each candidate, item by item."""
        most = min(MOST_TOKENS, self.model.checkpoint.max_tokens)
        if self.model.checkpoint.head == "ForSequenceClassification":
            every = [each for group in found for each in group]
            yield from self.model.logits(sentence_inputs(every, self.model.tokenizer, most))
            return
        made = [passage for group in found for passage in passages(group, self.model.tokenizer, most)]
        for passage, logits in zip(made, self.model.logits([each.ids for each in made]), strict=True):
            yield from (logits[mark] for mark in passage.marks)

    def _summary(self, item: ItemContext, found: list[Candidate], scores: list[float]) -> Summary | None:
        lead = _title_span(item) if self.selection.title else None
        chosen, values = self._chosen(found, scores, replace(self.selection, title=lead is not None))
        summary = self._told(item, found, lead, chosen, values)
        # What leads to a point is no part of the sentences that were weighed; the least makes way for it.
        while summary and len(summary.text.split()) > self.selection.most_words:
            shorter = _without_least(chosen, values, hanging(found))
            if shorter is None:
                break
            chosen = shorter
            summary = self._told(item, found, lead, chosen, values)
        return summary

    def _told(
        self,
        item: ItemContext,
        found: list[Candidate],
        lead: Span | None,
        chosen: Sequence[int],
        values: Sequence[float],
    ) -> Summary | None:
        """The chosen sentences as a summary, the title before them where it leads."""
        lines: list[str] = []
        sentences: list[SummarySentence] = []
        above: Leader | None = None
        for index in chosen:
            if index == TITLE:
                if lead is not None:
                    lines.append(joined(item.text, lead, [lead]))
                    sentences.append(_sentence(item, lead))
                continue
            parts = _trimmed(item, found[index].span)
            line = unquoted(joined(item.text, found[index].span, parts))
            last, above = above, leader(item, found[index])
            if above is None:
                lines.append(alone(line))
            elif above == last:
                lines[-1] = added(lines[-1], above.text, line)
            else:
                lines.append(behind(above.text, line))
                if above.span:
                    sentences.append(_sentence(item, above.span))
            sentences += [_sentence(item, part, values[index]) for part in parts]
        return Summary(text=" ".join(map(ended, lines)), sentences=sentences) if sentences else None

    def _chosen(
        self, found: list[Candidate], scores: list[float], selection: Selection
    ) -> tuple[list[int], Sequence[float]]:
        """The sentences of a summary, the title before them where it leads, and what each of all is worth."""
        if self.composer:
            prospects = self.composer.prospects(found, scores)
            chosen = compose(prospects, selection, untold=untold(found), hanging=hanging(found))
            return chosen, prospects.worth.tolist()
        said = found[0].title if selection.title else ""
        chosen = select([each.text for each in found], scores, selection, said=said)
        return [TITLE, *chosen] if selection.title else chosen, scores


def _without_least(chosen: Sequence[int], values: Sequence[float], hung: Collection[int]) -> list[int] | None:
    """The chosen without the sentence that is worth least and carries no other; None where but one is left."""
    told = [index for index in chosen if index != TITLE]
    free = [index for index in told if not (index + 1 in told and index + 1 in hung)]
    if len(told) < 2 or not free:
        return None
    least = min(free, key=lambda index: values[index])
    return [index for index in chosen if index != least]


def _sentence(item: ItemContext, span: Span, value: float | None = None) -> SummarySentence:
    return SummarySentence(
        text=item.text[slice(*span)], span=span, score=round(value, 3) if value is not None else None
    )


def _trimmed(item: ItemContext, span: Span) -> list[Span]:
    """A sentence without its references, as long as figures and names are whole without them."""
    parts = kept_parts(item.text, span)
    return [span] if unsupported(joined(item.text, span, parts), source_of(item.item)) else parts


def _title_span(item: ItemContext) -> Span | None:
    """Where the title stands as printed; None where it was wrapped or put together, or is none."""
    title = item.item.title
    if title and is_debris(title):
        return None
    start = item.text.find(title, *item.item.span) if title else -1
    return (start, start + len(title)) if title and start >= 0 else None
