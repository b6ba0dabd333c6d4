"""Ballots, who took which side, and the positions beside them.

Entity, pair and event scores follow VotIE (votes in Portuguese minutes); the strictest, an exact ballot, has motion,
result, unanimity, printed counts and all three sets of names right.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ...schema import Ballot, Span
from ..gold.schema import GoldBallot
from ..matching import Pair, ballot_key, is_contested, overlap, person_key, printed, stretch_span, voter_pairs
from .tally import Metric, Tally, count_sets, f1, share

_SAME_PLACE = 0.5


def tally_ballots(pair: Pair, *, labelled: bool) -> Tally:
    """Count the ballots of an item.

    Args:
        pair: The item.
        labelled: Whether the meeting's ballots are labelled at all, for items that stand in the prediction alone.

    Returns:
        The counts.
    """
    tally: Tally = Tally()
    gold, item = pair.gold, pair.item
    found: list[Ballot] = item.ballots if item is not None else []
    if (gold is not None and not gold.labels("ballots")) or (gold is None and not labelled):
        return tally
    expected: list[GoldBallot] = gold.ballots if gold is not None else []
    exact = Counter(map(ballot_key, found)) == Counter(map(ballot_key, expected))
    voters = Counter(voter_pairs(found)) == Counter(voter_pairs(expected))
    groups = ["ballots"]
    if is_contested(expected):
        groups.append("contested")
    for group in groups:
        count_sets(tally, group, map(ballot_key, found), map(ballot_key, expected))
        count_sets(tally, f"{group}_voters", voter_pairs(found), voter_pairs(expected))
    if expected:
        for group in groups:
            tally[f"{group}_items.expected"] = 1
            tally[f"{group}_items.hit"] = int(exact)
            tally[f"{group}_voter_sets.expected"] = 1
            tally[f"{group}_voter_sets.hit"] = int(voters)
    amendments = ([ballot for ballot in side if ballot.motion == "amendment"] for side in (found, expected))
    count_sets(tally, "amendments", *([ballot_key(ballot) for ballot in side] for side in amendments))
    count_sets(
        tally,
        "abstain",
        (voter for ballot in found for voter in printed(ballot.abstain)),
        (voter for ballot in expected for voter in printed(ballot.abstain)),
    )
    _count_places(tally, pair, found, expected)
    return tally


def tally_positions(pair: Pair) -> Tally:
    """Count reservations, dissent and cases that were called up to the council."""
    tally: Tally = Tally()
    if pair.gold is None:
        return tally
    for field in ("reservations", "dissent"):
        if pair.gold.labels(field):
            people = getattr(pair.item, field) if pair.item is not None else []
            count_sets(tally, field, map(person_key, people), map(person_key, getattr(pair.gold, field)))
    if pair.gold.labels("escalated"):
        escalated = pair.item is not None and pair.item.escalated
        count_sets(tally, "escalated", [True] * escalated, [True] * pair.gold.escalated)
    return tally


def _count_places(tally: Tally, pair: Pair, found: Sequence[Ballot], expected: Sequence[GoldBallot]) -> None:
    """Count ballots that stand where a labelled one stands: half of what the two cover is shared."""
    spans = [stretch_span(ballot, pair) for ballot in expected]
    if any(span is None for span in spans):
        return
    left: list[Span] = [ballot.span for ballot in found]
    hits = 0
    for span in spans:
        best = max(left, key=lambda each: overlap(each, span), default=None)  # type: ignore[arg-type]
        if best is not None and span is not None and overlap(best, span) >= _SAME_PLACE:
            left.remove(best)
            hits += 1
    tally.update({"places.hit": hits, "places.found": len(found), "places.expected": len(expected)})


def _scores(group: str, title: str) -> tuple[Metric, ...]:
    return (
        Metric(f"{group}.exact_f1", f"{title}, exact F1", "ballots", f1(group), f"{group}.expected"),
        Metric(
            f"{group}.exact_item", f"{title}: items with all right", "ballots", share(f"{group}_items"),
            f"{group}_items.expected",
        ),
        Metric(
            f"{group}.voter_pair_f1", f"{title}: voter and side, F1", "ballots", f1(f"{group}_voters"),
            f"{group}_voters.expected",
        ),
        Metric(
            f"{group}.voter_set", f"{title}: items with all voters right", "ballots", share(f"{group}_voter_sets"),
            f"{group}_voter_sets.expected",
        ),
    )  # fmt: skip


METRICS = (
    Metric("ballots.span_f1", "ballots found where they stand, F1", "ballots", f1("places"), "places.expected"),
    *_scores("ballots", "ballots"),
    *_scores("contested", "contested items"),
    Metric("amendments.exact_f1", "amendments, exact F1", "ballots", f1("amendments"), "amendments.expected"),
    Metric("abstain.f1", "abstention, F1", "ballots", f1("abstain"), "abstain.expected"),
    Metric("reservations.f1", "reservations, F1", "ballots", f1("reservations"), "reservations.expected"),
    Metric("dissent.f1", "dissent, F1", "ballots", f1("dissent"), "dissent.expected"),
    Metric("escalated.f1", "called up to the council, F1", "ballots", f1("escalated"), "escalated.expected"),
)
