"""Absences that items state: those who were not there, and those who were disqualified or left, apart."""

from __future__ import annotations

from ..matching import Pair, absence_key
from .tally import Metric, Tally, count_sets, f1

_KINDS = {"absence": ("absent", "excused"), "absence_other": ("disqualified", "left_early")}


def tally_absence(pair: Pair, *, labelled: bool) -> Tally:
    """Count the absences of an item by name and kind.

    Args:
        pair: The item.
        labelled: Whether the meeting's absences are labelled at all, for items that stand in the prediction alone.

    Returns:
        The counts.
    """
    tally: Tally = Tally()
    if (pair.gold is not None and not pair.gold.labels("absent")) or (pair.gold is None and not labelled):
        return tally
    found = pair.item.absent if pair.item is not None else []
    expected = pair.gold.absent if pair.gold is not None else []
    for name, kinds in _KINDS.items():
        count_sets(
            tally,
            name,
            (absence_key(absence) for absence in found if absence.kind in kinds),
            (absence_key(absence) for absence in expected if absence.kind in kinds),
        )
    return tally


METRICS = (
    Metric("absence.f1", "absent or excused from an item, F1", "absence", f1("absence"), "absence.expected"),
    Metric(
        "absence_other.f1", "disqualified or left early, F1", "absence", f1("absence_other"), "absence_other.expected"
    ),
)
