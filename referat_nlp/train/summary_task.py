"""Summaries: the sentences of an item, each labelled at the token that ends it."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import product
from pathlib import Path

import numpy as np

from ..analysis import Analysers
from ..analysis.models.labels import SENTENCE_LABELS
from ..analysis.models.selection import Selection, select
from ..analysis.models.sentences import MOST_TOKENS, Candidate, candidates, passages
from ..analysis.models.summary import ModelSummariser
from ..analysis.summary import LeadSummariser
from ..evaluate.baselines.oracle import greedy_choice, rouge_sum
from ..evaluate.baselines.silence import only
from ..evaluate.metrics import Task as MetricTask
from ..evaluate.metrics.summary import WordTokenizer, reference_of
from ..inference.checkpoint import Head
from ..inference.model import Model, open_model
from .data import Labelled
from .rows import Row
from .task import Shown

_MOST_TUNED = 400
"""Items that the choice of sentences is tuned on, at most."""


class Target(StrEnum):
    """What a sentence is to score."""

    overlap = "overlap"
    oracle = "oracle"


@dataclass(frozen=True)
class SummaryTask:
    """A model that scores sentences; which of them are taken is tuned on held-out items.

    Attributes:
        target: ``overlap``: how much a sentence shares with the reference, the mean of ROUGE-1 and ROUGE-2 as F1.
            ``oracle``: whether it is among those that the greedy oracle takes.
    """

    target: Target = Target.overlap
    name: str = "summary"
    option: str = "--model-summary"
    keyword: str = "summary"
    head: Head = "ForTokenClassification"
    labels: tuple[str, ...] = SENTENCE_LABELS
    exclusive: bool = False
    fields: tuple[str, ...] = ("summary",)
    metrics: frozenset[MetricTask] = frozenset(("summary",))
    weighs_cues: bool = False

    def classes(self, item: Labelled) -> tuple[str, ...]:
        """The label, where the item has a reference and sentences to choose from."""
        return self.labels if _reference(item) and candidates(item.context) else ()

    def trusts(self, item: Labelled) -> bool:
        """Summaries of rules are not learned from."""
        return False

    def rows(self, items: Sequence[Labelled], shown: Shown, chance: random.Random | None) -> list[Row]:
        """All sentences of an item together; see :class:`~.task.Task`."""
        most = min(MOST_TOKENS, shown.max_tokens)
        rows = []
        for item in items:
            found = candidates(item.context)
            targets = np.array(self._targets(item, found), dtype=np.float32)[:, None]
            first = 0
            for passage in passages(found, shown.tokenizer, most):
                last = first + len(passage.marks)
                rows.append(Row(passage.ids, targets[first:last], tuple(passage.marks)))
                first = last
        return rows

    def adjust(self, folder: Path, items: Sequence[Labelled]) -> str:
        """Write ``selection.json``; see :class:`~.task.Task`."""
        model = open_model(folder, labels=self.labels, heads=[self.head])
        items = items[:_MOST_TUNED]
        scored = [(item, found, _scores(model, found)) for item in items if (found := candidates(item.context))]
        tried = list(_selections())
        best = max(tried, key=lambda selection: sum(_reached(*each, selection) for each in scored))
        best.save(folder)
        return (
            f"How sentences are chosen ({'title first, ' if best.title else ''}{best.most_sentences} at most, "
            f"redundancy {best.redundancy}, least score {best.least_score}) is the best of {len(tried)} settings on "
            f"{len(scored)} held-out items, so that the scores below are a little too good."
        )

    def analysers(self, folder: Path) -> Analysers:
        """See :class:`~.task.Task`."""
        return only(summary=ModelSummariser.load(folder))

    def rules(self) -> Analysers:
        """See :class:`~.task.Task`."""
        return only(summary=LeadSummariser())

    def _targets(self, item: Labelled, found: Sequence[Candidate]) -> list[float]:
        reference = _reference(item) or ""
        if self.target == Target.oracle:
            taken = set(greedy_choice(item.context.text, [each.span for each in found], reference))
            return [float(each.span in taken) for each in found]
        wanted = _words(reference)
        return [rouge_sum(_words(each.text), wanted) / 2 for each in found]


def _reference(item: Labelled) -> str | None:
    return reference_of(item.gold, item.context.item)


def _words(text: str) -> list[str]:
    return WordTokenizer().tokenize(text)


def _selections() -> Iterator[Selection]:
    """The settings that are tried; the usual one first, which stays where others are no better."""
    yield Selection()
    for title, sentences, redundancy, least in product(
        (False, True), (1, 2, 3), (0.0, 0.25, 0.5), (0.0, 0.1, 0.2, 0.3)
    ):
        yield Selection(title=title, most_sentences=sentences, redundancy=redundancy, least_score=least)


def _scores(model: Model, found: Sequence[Candidate]) -> list[float]:
    made = passages(found, model.tokenizer, min(MOST_TOKENS, model.checkpoint.max_tokens))
    return [
        float(model.probabilities(logits[mark])[0])
        for passage, logits in zip(made, model.logits([each.ids for each in made]), strict=True)
        for mark in passage.marks
    ]


def _reached(item: Labelled, found: Sequence[Candidate], scores: Sequence[float], selection: Selection) -> float:
    """How near the summary of a setting comes to the reference."""
    said = found[0].title if selection.title else ""
    chosen = select([each.text for each in found], scores, selection, said=said)
    text = " ".join([said, *(found[index].text for index in chosen)])
    return rouge_sum(_words(text), _words(_reference(item) or ""))
