"""Summaries of sentences that a fine-tuned model chooses."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ...inference.batching import Logits
from ...inference.checkpoint import HEADS
from ...inference.model import Model, open_model
from ...schema import Span, Summary, SummarySentence
from ..context import ItemContext
from ..faithfulness import source_of, unsupported
from .labels import SENTENCE_LABELS
from .selection import Selection, select
from .sentences import MOST_TOKENS, Candidate, candidates, passages, sentence_inputs
from .trimming import joined, kept_parts


@dataclass(frozen=True)
class ModelSummariser:
    """Chooses sentences of indstilling and case; every word of a summary stands in the minutes.

    Attributes:
        model: A model with the label of :data:`~.labels.SENTENCE_LABELS`. One that labels texts scores sentences
            one by one, one that labels tokens all those of an item together.
        selection: How sentences are chosen by their scores.
    """

    model: Model
    selection: Selection = field(default_factory=Selection)

    @classmethod
    def load(cls, name: str | os.PathLike[str]) -> ModelSummariser:
        """Open the model of a name; see :func:`~referat_nlp.inference.model.open_model`."""
        model = open_model(name, labels=SENTENCE_LABELS, heads=HEADS)
        return cls(model, Selection.from_folder(model.checkpoint.folder))

    def __call__(self, items: Sequence[ItemContext]) -> list[Summary | None]:
        """Summarise items.

        Args:
            items: The items.

        Returns:
            The summary of each, None where it has neither case text nor indstilling.
        """
        found = [candidates(item) for item in items]
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

    def _summary(self, item: ItemContext, found: list[Candidate], scores: list[float]) -> Summary:
        lead = _title_span(item) if self.selection.title else None
        said = " ".join(item.text[lead[0] : lead[1]].split()) if lead else ""
        chosen = select([each.text for each in found], scores, self.selection, said=said)
        lines, sentences = [], []
        if lead:
            lines.append(said if said.endswith((".", "!", "?")) else f"{said}.")
            sentences.append(SummarySentence(text=item.text[lead[0] : lead[1]], span=lead, score=None))
        for index in chosen:
            span = found[index].span
            parts = _trimmed(item, span)
            lines.append(joined(item.text, span, parts))
            sentences += [
                SummarySentence(text=item.text[start:end], span=(start, end), score=round(scores[index], 3))
                for start, end in parts
            ]
        return Summary(text=" ".join(lines), sentences=sentences)


def _trimmed(item: ItemContext, span: Span) -> list[Span]:
    """A sentence without its references, as long as figures and names are whole without them."""
    parts = kept_parts(item.text, span)
    return [span] if unsupported(joined(item.text, span, parts), source_of(item.item)) else parts


def _title_span(item: ItemContext) -> Span | None:
    """Where the title stands as printed; None where it was wrapped or put together."""
    title = item.item.title
    start = item.text.find(title, *item.item.span) if title else -1
    return (start, start + len(title)) if title and start >= 0 else None
