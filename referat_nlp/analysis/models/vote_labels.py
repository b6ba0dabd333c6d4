"""The labels of the tokens of a decision: who voted how, counts, results, positions, absences, where ballots begin."""

from __future__ import annotations

from typing import get_args

from ...schema import AbsenceKind, BallotResult
from ..votes.tokens import Side

VOTERS: dict[str, Side] = {"for": "for", "imod": "against", "undlod": "abstain"}
"""Those who voted, by the side that they took."""

COUNTS: dict[str, Side] = {f"antal-{kind}": side for kind, side in VOTERS.items()}
"""The number printed for a side."""

RESULTS: tuple[BallotResult, ...] = get_args(BallotResult)
"""The words that tell what became of a motion."""

UNANIMOUS = "enige"
"""Words that tell that all agreed: 'enstemmigt', 'hele udvalget'."""

PROPOSER = "forslagsstiller"
RESERVATION, DISSENT = "forbehold", "dissens"
ABSENCES: dict[str, AbsenceKind] = {
    "fraværende": "absent",
    "afbud": "excused",
    "inhabil": "disqualified",
    "gået": "left_early",
}
SUBSTITUTE = "stedfortræder"

OF_BALLOTS: tuple[str, ...] = (*VOTERS, *COUNTS, *RESULTS, UNANIMOUS, PROPOSER)
"""Kinds of words that belong to a ballot, any of which may be its first."""

KINDS: tuple[str, ...] = (*OF_BALLOTS, RESERVATION, DISSENT, *ABSENCES, SUBSTITUTE)

OUTSIDE, MARK = "o", "ny"
BEGIN, INSIDE, OPEN = "b-", "i-", "ny-"

VOTE_LABELS: tuple[str, ...] = (
    OUTSIDE,
    MARK,
    *(BEGIN + kind for kind in KINDS),
    *(INSIDE + kind for kind in KINDS),
    *(OPEN + kind for kind in OF_BALLOTS),
)
"""Exclusive. ``b-`` begins words of a kind and ``i-`` goes on with them; ``ny-`` begins them and a ballot at once,
and ``ny`` is where a ballot begins with other words ("Formanden satte …"). ``o`` is everything else."""


def kind_of(label: str) -> str | None:
    """The kind of words that a label belongs to; None for those outside and for the bare mark of a ballot."""
    for prefix in (BEGIN, INSIDE, OPEN):
        if label.startswith(prefix):
            return label.removeprefix(prefix)
    return None


def may_follow(before: str | None, label: str) -> bool:
    """Whether a label may stand behind another; None stands before the first.

    Example:
        >>> may_follow("b-for", "i-for"), may_follow("b-for", "i-imod"), may_follow(None, "i-for")
        (True, False, False)
    """
    if not label.startswith(INSIDE):
        return True
    return before is not None and kind_of(before) == kind_of(label)
