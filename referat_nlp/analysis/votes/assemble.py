"""From a draft to the ballot of the data contract."""

from __future__ import annotations

from ...schema import Ballot, BallotResult, Counts, Motion, Voter
from .drafts import SIDES, Draft
from .roster import NAMES_DO_NOT_MATCH, Roster, reconciles
from .tokens import Side

_CONFIDENCE = {"count": 0.98, "vote": 0.95, "unanimous": 0.95, "majority": 0.85, "recommend": 0.8}


def ballot_of(draft: Draft, span: tuple[int, int], roster: Roster, *, prior: bool) -> Ballot:
    """Make the ballot of a draft.

    Args:
        draft: The draft; it holds votes.
        span: Where its evidence stands in the document.
        roster: The members of the body; empty for another body's decision.
        prior: Whether the decision is an earlier committee's.
    """
    motion = _motion(draft, prior)
    sides = {side: roster.voters(draft.voters[side]) for side in SIDES}
    printed = {side: list(voters) for side, voters in sides.items()}
    everyone = [voter for voters in printed.values() for voter in voters]
    for side in SIDES:
        sides[side] += _people_of_parties(printed[side], everyone, roster, draft.counts.get(side))
    if draft.rest is not None and draft.rest in draft.counts:
        rest = roster.rest([voter for voters in sides.values() for voter in voters])
        if rest and len(rest) + sum(v.name is not None for v in sides[draft.rest]) == draft.counts[draft.rest]:
            sides[draft.rest] += rest
    counts = Counts(
        **{"for": draft.counts.get("for")},
        against=draft.counts.get("against"),
        abstain=draft.counts.get("abstain"),
    )
    warnings = [] if all(reconciles(draft.counts.get(side), sides[side]) for side in SIDES) else [NAMES_DO_NOT_MATCH]
    result = _result(draft, sides)
    return Ballot(
        motion=motion,
        proposer=draft.proposer if motion in ("amendment", "procedural", "prior") else None,
        subject=draft.subject,
        result=result,
        counts=counts,
        counts_derived=draft.summed,
        unanimous=draft.unanimous and not sides["against"] and not draft.counts.get("against"),
        **{"for": sides["for"]},
        against=sides["against"],
        abstain=sides["abstain"],
        span=span,
        confidence=_confidence(draft, result, warnings),
        warnings=warnings,
    )


def _motion(draft: Draft, prior: bool) -> Motion:
    if prior:
        return "prior"
    return "main" if draft.kind is None or draft.kind == "proposal" else draft.kind


def _people_of_parties(printed: list[Voter], everyone: list[Voter], roster: Roster, count: int | None) -> list[Voter]:
    """The people whom the roster gives for a side's parties, none where the count forbids them."""
    inferred = [
        person
        for voter in printed
        if voter.name is None and voter.party
        for person in roster.people_of(voter.party, everyone)
    ]
    parties = sum(voter.name is None for voter in printed)
    known = {person.party for person in inferred}
    if count is not None and len(known) == parties and len(inferred) + len(printed) - parties != count:
        return []
    return inferred


def _result(draft: Draft, sides: dict[Side, list[Voter]]) -> BallotResult | None:
    """The result as printed, else as counts, lists of persons or a majority show it."""
    ayes, noes = (_strength(draft, sides, side) for side in ("for", "against"))
    if draft.refuses and ayes is not None and noes is not None:
        return "vedtaget" if ayes > noes else "forkastet"
    if draft.result is not None:
        return draft.result
    if ayes is not None and noes is not None:
        return "vedtaget" if ayes > noes else "forkastet"
    if draft.majority is not None:
        return "vedtaget" if draft.majority == "for" else "forkastet"
    named = {side: len(draft.voters[side]) for side in SIDES}
    # A party is one voter at least.
    if noes is not None and named["for"] > noes:
        return "vedtaget"
    if ayes is not None and named["against"] > ayes:
        return "forkastet"
    nobody_against = not named["against"] and not noes
    if (ayes or named["for"]) and nobody_against and ("abstain" in draft.counts or named["abstain"]):
        return "vedtaget"
    minority = ayes is None and not named["for"] and not draft.counts
    if minority and draft.beside and draft.kind in (None, "main", "proposal"):
        return "vedtaget"
    return "vedtaget" if draft.unanimous or "recommend" in draft.strengths else None


def _strength(draft: Draft, sides: dict[Side, list[Voter]], side: Side) -> int | None:
    """How many voted so: the printed count, else the persons listed; a party makes it unknown."""
    count = draft.counts.get(side)
    if count is not None:
        return count
    printed = [voter for voter in sides[side] if not voter.inferred]
    other: Side = "against" if side == "for" else "for"
    counted = (draft.counts.get(other) or 0) > 2 * len(printed) + 2
    if not printed or (any(voter.name is None for voter in printed) and not counted):
        return None
    return len(printed)


def _confidence(draft: Draft, result: BallotResult | None, warnings: list[str]) -> float:
    """How sure the wording is: counts and votes cast before majorities, less where something is open."""
    best = max((_CONFIDENCE.get(strength, 0.75) for strength in draft.strengths), default=0.75)
    best -= 0.1 if result is None else 0.02 if draft.result is None else 0.0
    best -= 0.1 if warnings else 0.0
    best -= 0.05 if draft.rest is not None else 0.0
    return round(max(best, 0.3), 2)
