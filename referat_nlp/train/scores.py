"""How good a trained model is on the items that were held out, beside the rules, by the evaluator's metrics."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ..evaluate.documents import LabelledMeeting
from ..evaluate.evaluation import Run, System, evaluate
from ..evaluate.gold import GoldItem, GoldReferat
from ..evaluate.masking import masked
from .data import Labelled
from .task import Goal

MODEL, RULES = "this model", "rules"


@dataclass(frozen=True)
class Scores:
    """Runs of the model and of the rules.

    Attributes:
        whole: On the held-out items.
        masked: On the same with title and case text alone; none where the task needs the decision.
    """

    whole: tuple[Run, ...]
    masked: tuple[Run, ...] = ()


def score(task: Goal, folder: Path, items: Sequence[Labelled]) -> Scores:
    """Score a model folder.

    Args:
        task: What it was trained for.
        folder: The folder.
        items: The held-out items.

    Returns:
        The scores.
    """
    meetings = _meetings(items, task.fields)
    systems = [System.of(MODEL, task.analysers(folder), task.metrics), System.of(RULES, task.rules(), task.metrics)]
    whole = tuple(evaluate(meetings, systems))
    if not task.weighs_cues:
        return Scores(whole)
    bare = [replace(meeting, referat=masked(meeting.referat)) for meeting in meetings]
    return Scores(whole, tuple(evaluate(bare, systems)))


def _meetings(items: Sequence[Labelled], fields: Sequence[str]) -> list[LabelledMeeting]:
    """The meetings of items, labelled in these items and fields only."""
    found: dict[int, tuple[LabelledMeeting, list[GoldItem]]] = {}
    for item in items:
        kept = {field: getattr(item.gold, field) for field in fields if item.gold.labels(field)}
        _, gold = found.setdefault(id(item.meeting), (item.meeting, []))
        gold.append(GoldItem(span=item.context.item.span, **kept))
    return [replace(meeting, gold=GoldReferat(items=gold, partial=True)) for meeting, gold in found.values()]
