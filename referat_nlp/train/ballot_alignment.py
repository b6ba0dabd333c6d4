"""Labelled ballots, positions and absences → words of the text with their kinds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..analysis.models.absence import absence_spans
from ..analysis.models.decoding import Tagged
from ..analysis.models.vote_labels import (
    ABSENCES,
    COUNTS,
    DISSENT,
    OF_BALLOTS,
    PROPOSER,
    RESERVATION,
    UNANIMOUS,
    VOTERS,
)
from ..evaluate.gold.schema import GoldBallot, GoldPerson
from ..evaluate.matching import Pair, stretch_span
from ..schema import Decision, Span
from .ballot_words import Words
from .data import Labelled

_COORDINATED = re.compile(r", | og ")
_ATTRIBUTES = {"for": "for_", "against": "against", "abstain": "abstain"}
_ABSENT_AS = {kind: label for label, kind in ABSENCES.items()}


@dataclass(frozen=True, slots=True)
class Aligned:
    """A stretch of minutes that a model is shown, with the words that it is to mark.

    Attributes:
        span: Where it stands in the document.
        words: The words, their offsets into the document; None where a label speaks of words that are not there.
        problem: What was not found.
    """

    span: Span
    words: tuple[Tagged, ...] | None
    problem: str = ""


def stretches(item: Labelled) -> list[Aligned]:
    """The stretches of an item that a model is shown, with their words.

    Args:
        item: A labelled item. Where the places of what its labels speak of are known, these are taken; else they are
            looked for: names and counts of a ballot within its evidence, as far as that is labelled.

    Returns:
        The decisions and the sections about absence.
    """
    spans = _spans(item)
    if item.marked is not None:
        return [Aligned(span, tuple(each for each in item.marked if _holds(span, each))) for span in spans]
    ballots = _by_decision(item)
    return [_aligned(item, span, ballots.get(span, [])) for span in spans]


def with_openings(words: Sequence[Tagged], openings: Sequence[int]) -> list[Tagged]:
    """Mark where ballots begin.

    Args:
        words: Words of a document.
        openings: Where a ballot begins.

    Returns:
        The words in printed order; those that a ballot begins with say so, and other beginnings have a bare mark.
    """
    marked = {start: Tagged(None, start, start + 1, 1.0, opens=True) for start in openings}
    for each in words:
        marked[each.start] = replace(each, opens=each.start in marked and each.kind in OF_BALLOTS)
    inside = {start for start in openings for each in words if each.start < start < each.end}
    return [marked[start] for start in sorted(marked) if start not in inside]


def _spans(item: Labelled) -> list[Span]:
    decisions = [decision.span for decision in item.context.item.decisions]
    return [*decisions, *(span for span in absence_spans(item.context) if span not in decisions)]


def _holds(span: Span, words: Tagged) -> bool:
    return span[0] <= words.start and words.end <= span[1]


def _by_decision(item: Labelled) -> dict[Span, list[tuple[GoldBallot, Span | None]]]:
    """The labelled ballots of each decision, with the stretch of their evidence where it is labelled."""
    pair = Pair(item.gold, item.context.item, item.meeting.referat)
    found: dict[Span, list[tuple[GoldBallot, Span | None]]] = {}
    for ballot in item.gold.ballots:
        span = stretch_span(ballot, pair)
        decision = _decision_of(item, ballot, span)
        if decision is not None:
            found.setdefault(decision.span, []).append((ballot, span))
    return found


def _decision_of(item: Labelled, ballot: GoldBallot, span: Span | None) -> Decision | None:
    decisions = item.context.item.decisions
    if span is not None:
        return next((each for each in decisions if each.span[0] <= span[0] < each.span[1]), None)
    fitting = [each for each in decisions if each.own == (ballot.motion != "prior")]
    return fitting[-1] if fitting else None


def _aligned(item: Labelled, span: Span, ballots: Sequence[tuple[GoldBallot, Span | None]]) -> Aligned:
    words = Words(item.context.text, span, item.context.members)
    openings: list[int] = []
    low = span[0]
    for ballot, evidence in ballots:
        within = (max(evidence[0], span[0]), min(evidence[1], span[1])) if evidence else (low, span[1])
        before = len(words.taken)
        missing = next(_unfound(words, ballot, within, min(low, within[0])), None)
        new = words.taken[before:]
        if missing or not new:
            return Aligned(span, None, missing or "a ballot without names and counts")
        first = words.sentence(min(each.start for each in new))
        openings.append(min(first, within[0]) if evidence else first)
        low = max(each.end for each in new)
    missing = next(_positions_unfound(item, words, span), None)
    if missing:
        return Aligned(span, None, missing)
    return Aligned(span, tuple(with_openings(words.taken, openings)))


def _unfound(words: Words, ballot: GoldBallot, within: Span, low: int) -> Iterator[str]:
    """Give words to what a ballot's label says, and yield what has none; a mover may stand before the vote."""
    # 'A, B og C' is one mover on paper and three in the text.
    for mover in _COORDINATED.split(ballot.proposer) if ballot.proposer else ():
        for stretch in (within, (low, within[0])):
            places = [*words.person(mover, stretch), *words.party(mover, stretch)]
            if words.take(PROPOSER, places, PROPOSER):
                break
    for kind, side in VOTERS.items():
        for person in getattr(ballot, _ATTRIBUTES[side]):
            if not person.inferred and not words.take(kind, _places(words, person, within), side):
                yield person.name or f"party {person.party}"
    for kind, side in COUNTS.items():
        value = getattr(ballot.counts, _ATTRIBUTES[side])
        if value is None or ballot.counts_derived:
            continue
        if not words.take(kind, words.number(value, within), side):
            yield f"{value} {side}"
    if ballot.unanimous:
        words.take(UNANIMOUS, [*words.agreement(within)][:1])
    if ballot.result is not None:
        words.take(ballot.result, [*words.result(ballot.result, within)][:1])


def _positions_unfound(item: Labelled, words: Words, span: Span) -> Iterator[str]:
    """The same for reservations, dissent and absences of the body that met."""
    own = [decision.span for decision in item.context.own_decisions]
    if span in own:
        for kind, people in ((RESERVATION, item.gold.reservations), (DISSENT, item.gold.dissent)):
            for person in people:
                if not words.take(kind, _places(words, person, span), kind) and _is_hinted(item, person, span):
                    yield person.name or f"party {person.party}"
    if span in list(absence_spans(item.context)):
        for absence in item.gold.absent:
            kind = _ABSENT_AS[absence.kind]
            if not words.take(kind, _places(words, absence, span), kind) and _is_hinted(item, absence, span):
                yield absence.name or "an absentee"


def _places(words: Words, person: GoldPerson, within: Span) -> Iterator[Span]:
    if person.name is not None:
        return words.person(person.name, within)
    return words.party(person.party or "", within)


def _is_hinted(item: Labelled, person: GoldPerson, span: Span) -> bool:
    """Whether a part of a name is there: another stretch may hold the person, but this one may too."""
    text = item.context.text[slice(*span)]
    return any(word in text for word in (person.name or "").split() if len(word) > 2)
