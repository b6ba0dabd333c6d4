"""Summaries: the sentences of an item, each labelled at the token that ends it."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import numpy as np

from ..analysis import Analysers
from ..analysis.models.labels import SENTENCE_LABELS
from ..analysis.models.sentences import MOST_TOKENS, Candidate, candidates, passages
from ..analysis.models.summary import ModelSummariser
from ..analysis.summary import LeadSummariser
from ..evaluate.baselines.oracle import greedy_choice
from ..evaluate.baselines.silence import only
from ..evaluate.metrics import Task as MetricTask
from ..evaluate.metrics.summary import reference_of
from ..inference.checkpoint import Head
from ..inference.model import Model, open_model
from .data import Labelled
from .rows import Row
from .settings import Settings
from .summary_choice import FEWEST, Scored, fit_composer, shares, tune
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

    def adjust(self, folder: Path, items: Sequence[Labelled], learned: Sequence[Labelled], settings: Settings) -> str:
        """Write ``selection.json``; ``worth.json`` and ``expected.json`` where there are items enough."""
        model = open_model(folder, labels=self.labels, heads=[self.head])
        held_out = [
            Scored(item, found, _scores(model, found), reference)
            for item in items
            if (found := candidates(item.context)) and (reference := _reference(item))
        ]
        composer = None
        if len(held_out) >= FEWEST:
            known = [(item, reference) for item in learned if (reference := _reference(item))]
            composer = fit_composer(known, held_out)
            composer.save(folder)
        tuned = held_out[:_MOST_TUNED]
        best, tried = tune(tuned, composer)
        best.save(folder)
        limits = f"{best.most_sentences} sentences and {best.most_words} words at most"
        if composer:
            return (
                "Place and content of sentences have a say beside the model, whose scores count "
                f"{composer.worth.model:.2f}; what makes a summary of them was fitted to {len(held_out)} held-out "
                f"items, and its limits ({'title allowed, ' if best.title else ''}{limits}) are the best of {tried} on "
                f"{len(tuned)} of these, so that the scores below are a little too good."
            )
        return (
            f"How sentences are chosen ({'title first, ' if best.title else ''}{limits}, redundancy {best.redundancy}, "
            f"least score {best.least_score}) is the best of {tried} settings on {len(tuned)} held-out items, so that "
            "the scores below are a little too good."
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
        return shares(found, reference)


def _reference(item: Labelled) -> str | None:
    return reference_of(item.gold, item.context.item)


def _scores(model: Model, found: Sequence[Candidate]) -> list[float]:
    made = passages(found, model.tokenizer, min(MOST_TOKENS, model.checkpoint.max_tokens))
    return [
        float(model.probabilities(logits[mark])[0])
        for passage, logits in zip(made, model.logits([each.ids for each in made]), strict=True)
        for mark in passage.marks
    ]
