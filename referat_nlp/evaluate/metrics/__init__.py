"""The metrics: how each counts one meeting, and what score it makes of the counts.

Definitions are in the modules, one a task; :func:`tally_meeting` runs them all.
"""

from __future__ import annotations

from ...schema import Referat
from ..gold.schema import GoldReferat
from ..matching import align
from . import absence, ballots, structure, summary, types
from .tally import Metric, Sums, Tally, Task

__all__ = ["METRICS", "Metric", "Sums", "Tally", "Task", "tally_meeting"]

METRICS: tuple[Metric, ...] = (
    *structure.METRICS,
    *types.METRICS,
    *ballots.METRICS,
    *absence.METRICS,
    *summary.METRICS,
)


def tally_meeting(gold: GoldReferat, referat: Referat) -> Tally:
    """Count what is right, found and expected in one meeting.

    An item that was missed has nothing right; one that was labelled as ambiguous is not counted beyond its place.

    Args:
        gold: The labels; what they leave out is not counted.
        referat: The prediction, with its text.

    Returns:
        The counts, by what they count.
    """
    tally = structure.tally_header(gold, referat)
    voted = any(item.labels("ballots") for item in gold.items)
    missed = any(item.labels("absent") for item in gold.items)
    for pair in align(gold, referat):
        tally += structure.tally_structure(pair, drawn=gold.partial)
        if pair.gold is not None and pair.gold.ambiguous:
            continue
        tally += types.tally_type(pair)
        tally += types.tally_outcome(pair)
        tally += ballots.tally_ballots(pair, labelled=voted)
        tally += ballots.tally_positions(pair)
        tally += absence.tally_absence(pair, labelled=missed)
        tally += summary.tally_summary(pair)
    return tally
