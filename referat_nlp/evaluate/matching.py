"""Which predicted item a labelled one is, and the forms in which labels are compared."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ..schema import Absence, Ballot, Counts, Item, Meeting, Participant, Person, Referat, Section, Span, Voter
from .anchors import locate, squeeze
from .gold.schema import GoldAbsence, GoldBallot, GoldItem, GoldPerson, GoldReferat, GoldSection, Stretch

SIDES = ("for_", "against", "abstain")

BallotKey = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """A labelled item and the predicted one; one of them is None where the other has none.

    Attributes:
        gold: The labelled item.
        item: The predicted item.
        referat: The predicted record that the item is of.
    """

    gold: GoldItem | None
    item: Item | None
    referat: Referat


def align(gold: GoldReferat, referat: Referat) -> list[Pair]:
    """Pair labelled items with predicted ones: the heaviest common subsequence of the two lists.

    Two items may be a pair if they share id, place, number or title. Items beside the labelled ones are left out
    where only some of the meeting's items are labelled.

    Args:
        gold: The labels.
        referat: The prediction.

    Returns:
        The pairs in printed order; every labelled item stands in one.
    """
    items, wanted = referat.items, gold.items
    likeness = [[_likeness(item, want) for want in wanted] for item in items]
    best = [[0.0] * (len(wanted) + 1) for _ in range(len(items) + 1)]
    for i in range(len(items) - 1, -1, -1):
        for j in range(len(wanted) - 1, -1, -1):
            both = best[i + 1][j + 1] + likeness[i][j] if likeness[i][j] else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], both)
    pairs: list[Pair] = []
    i = j = 0
    while i < len(items) and j < len(wanted):
        if likeness[i][j] and best[i][j] == best[i + 1][j + 1] + likeness[i][j]:
            pairs.append(Pair(wanted[j], items[i], referat))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            pairs.append(Pair(None, items[i], referat))
            i += 1
        else:
            pairs.append(Pair(wanted[j], None, referat))
            j += 1
    pairs += [Pair(None, item, referat) for item in items[i:]] + [Pair(want, None, referat) for want in wanted[j:]]
    return [pair for pair in pairs if pair.gold is not None] if gold.partial else pairs


def same_heading(pair: Pair) -> bool:
    """Whether number and title of the predicted item are as labelled."""
    if pair.gold is None or pair.item is None:
        return False
    return (not pair.gold.labels("number") or pair.item.number == pair.gold.number) and (
        not pair.gold.labels("title") or squeeze(pair.item.title) == squeeze(pair.gold.title)
    )


def header_fields(gold: GoldReferat, referat: Referat) -> Iterator[tuple[str, object, object]]:
    """The labelled fields of the meeting's header: name, label and prediction, in comparable forms.

    Participants compare by name and party, in printed order; those absent by name and kind.
    """
    for field in Meeting.model_fields:
        if field not in gold.meeting.model_fields_set:
            continue
        want, got = getattr(gold.meeting, field), getattr(referat.meeting, field)
        if field == "participants":
            form: Callable[[Any], object] = _people
        elif field == "absent":
            form = _absences
        else:
            form = plain
        yield field, form(want), form(got)


def _people(people: Iterable[Participant]) -> list[tuple[str | None, str | None]]:
    return [(squeeze(person.name), person.party) for person in people]


def _absences(absences: Iterable[Absence]) -> list[tuple[str | None, str]]:
    return sorted(map(absence_key, absences), key=str)


def plain(value: object) -> object:
    """A value to compare: a text squeezed, anything else as it is."""
    return squeeze(value) if isinstance(value, str) else value


def _likeness(item: Item, want: GoldItem) -> float:
    if want.id is not None and want.id == item.id:
        return 4.0
    if want.span is not None:
        return 3.0 if overlap(item.span, want.span) >= 0.5 else 0.0
    number = item.number is not None and item.number == want.number
    title = bool(item.title) and squeeze(item.title) == squeeze(want.title)
    if item.number == want.number and squeeze(item.title) == squeeze(want.title):
        return 2.0
    return 1.0 if number or title else 0.0


def overlap(one: Span, other: Span) -> float:
    """Intersection over union of two stretches, in [0, 1]."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, shared) / max(1, max(one[1], other[1]) - min(one[0], other[0]))


def person_key(person: Person | GoldPerson) -> str | None:
    """A person by name, a party that stands for its members by its letter."""
    return squeeze(person.name) if person.name is not None else person.party


def absence_key(absence: Absence | GoldAbsence) -> tuple[str | None, str]:
    """An absence by name and kind."""
    return squeeze(absence.name), absence.kind


def printed(side: Iterable[Voter] | Iterable[GoldPerson]) -> Iterator[str | None]:
    """Those of a side that the minutes print; whoever was worked out is not compared."""
    return (person_key(voter) for voter in side if not voter.inferred)


def ballot_key(ballot: Ballot | GoldBallot) -> BallotKey:
    """A ballot by motion, result, unanimity, printed counts and the three printed sets of names."""
    counts = Counts() if ballot.counts_derived else ballot.counts
    return (
        ballot.motion,
        ballot.result,
        ballot.unanimous,
        (counts.for_, counts.against, counts.abstain),
        *(frozenset(printed(getattr(ballot, side))) for side in SIDES),
    )


def voter_pairs(ballots: Iterable[Ballot] | Iterable[GoldBallot]) -> list[tuple[str, str | None]]:
    """Each printed voter of some ballots with the side taken."""
    return [(side, voter) for ballot in ballots for side in SIDES for voter in printed(getattr(ballot, side))]


def is_contested(ballots: Sequence[GoldBallot]) -> bool:
    """Whether somebody voted against or abstained, by name or by number."""
    return any(
        ballot.against or ballot.abstain or (ballot.counts.against or 0) > 0 or (ballot.counts.abstain or 0) > 0
        for ballot in ballots
    )


def stretch_span(stretch: Stretch, pair: Pair) -> Span | None:
    """Where a labelled stretch stands: its span, else its first and last words within the predicted item."""
    if stretch.span is not None or stretch.begins is None or pair.item is None:
        return stretch.span
    return locate(pair.referat.text, stretch.begins, stretch.ends or stretch.begins, pair.item.span)


def same_section(section: Section, gold: GoldSection) -> bool:
    """Whether a section has the labelled kind, heading and text, as far as each is labelled."""
    text = squeeze(section.text) or ""
    return (
        (gold.kind is None or section.kind == gold.kind)
        and ("heading" not in gold.model_fields_set or _bare(section.heading) == _bare(gold.heading))
        and text.startswith(squeeze(gold.begins) or "")
        and text.endswith(squeeze(gold.ends) or "")
        and (gold.begins != "" or gold.ends != "" or not text)
        and (gold.text is None or text == (squeeze(gold.text) or ""))
    )


def _bare(heading: str | None) -> str:
    """A heading without the sign that closes it."""
    return (squeeze(heading) or "").rstrip(" :,")


def unmatched_sections(
    found: Iterable[Section], expected: Iterable[GoldSection]
) -> tuple[list[Section], list[GoldSection]]:
    """Pair sections in printed order, each labelled one with the first that is like it.

    Returns:
        The sections and the labels that are left without a partner.
    """
    left, missed = list(found), []
    for want in expected:
        same = next((section for section in left if same_section(section, want)), None)
        if same is None:
            missed.append(want)
        else:
            left.remove(same)
    return left, missed
