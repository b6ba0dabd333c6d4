"""What differs between a prediction and its labels, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..schema import Absence, Ballot, Counts, Item, Person, Referat
from .anchors import squeeze
from .gold.schema import GoldAbsence, GoldBallot, GoldItem, GoldPerson, GoldReferat
from .matching import SIDES, Pair, absence_key, ballot_key, header_fields, person_key, plain, unmatched_sections

_SIDE_NAMES = {"for_": "for", "against": "imod", "abstain": "undlod"}


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that is not as labelled.

    Attributes:
        field: Its name in the data contract; ``item`` where an item was missed or is none.
        gold: The label, in words.
        found: The prediction, in words.
    """

    field: str
    gold: str
    found: str


def header_differences(gold: GoldReferat, referat: Referat) -> Iterator[Difference]:
    """What differs in the labelled fields of the meeting's header."""
    for field, want, got in header_fields(gold, referat):
        if want != got:
            yield Difference(field, _words(want), _words(got))


def item_differences(pair: Pair) -> Iterator[Difference]:
    """What differs in the labelled fields of one item.

    Args:
        pair: The labelled item and the predicted one.

    Yields:
        A difference a field; a single one for an item that was missed or found too many.
    """
    gold, item = pair.gold, pair.item
    if gold is None or item is None:
        yield Difference("item", name_of(gold) if gold else "no item here", name_of(item) if item else "missed")
        return
    for field in ("number", "title", "case_number", "closed", "type", "outcome", "escalated"):
        want, got = plain(getattr(gold, field)), plain(getattr(item, field))
        if gold.labels(field) and want != got:
            yield Difference(field, _words(want), _words(got))
    if gold.labels("types") and set(gold.types) != set(item.types):
        yield Difference("types", _words(gold.types), _words(item.types))
    if gold.labels("sections"):
        yield from _sections(gold, item)
    if gold.labels("attachments") and Counter(map(squeeze, gold.attachments)) != Counter(
        map(squeeze, item.attachments)
    ):
        yield Difference("attachments", _words(gold.attachments), _words(item.attachments))
    if gold.labels("ballots") and Counter(map(ballot_key, gold.ballots)) != Counter(map(ballot_key, item.ballots)):
        yield Difference("ballots", _ballots(gold.ballots), _ballots(item.ballots))
    if gold.labels("absent") and Counter(map(absence_key, gold.absent)) != Counter(map(absence_key, item.absent)):
        yield Difference("absent", _absences(gold.absent), _absences(item.absent))
    for field in ("reservations", "dissent"):
        people, found = getattr(gold, field), getattr(item, field)
        if gold.labels(field) and Counter(map(person_key, people)) != Counter(map(person_key, found)):
            yield Difference(field, _people(people) or "nobody", _people(found) or "nobody")


def name_of(item: Item | GoldItem) -> str:
    """Number and title of an item."""
    return " ".join(part for part in (item.number, item.title or "(no title)") if part)


def _sections(gold: GoldItem, item: Item) -> Iterator[Difference]:
    left, unfound = unmatched_sections(item.sections, gold.sections)
    missed = [f"{want.kind}: {want.heading or '–'} ({want.begins or ''} … {want.ends or ''})" for want in unfound]
    if missed or left:
        found = [f"{each.kind}: {each.heading or '–'} ({each.text[:40]} … {each.text[-30:]})" for each in left]
        yield Difference("sections", "\n".join(missed) or "nothing more", "\n".join(found) or "nothing")


def _words(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(map(_words, value)) or "none"
    if isinstance(value, tuple):
        return " ".join(str(part) for part in value if part is not None)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "none" if value is None else str(value)


def _ballots(ballots: Sequence[Ballot] | Sequence[GoldBallot]) -> str:
    return "\n".join(map(_ballot, ballots)) or "no ballot"


def _ballot(ballot: Ballot | GoldBallot) -> str:
    counts = Counts() if ballot.counts_derived else ballot.counts
    sides = []
    for side in SIDES:
        people, count = _people(getattr(ballot, side)), getattr(counts, side)
        if people or count is not None:
            sides.append(f"{_SIDE_NAMES[side]} {'' if count is None else count} {people}".rstrip())
    unanimous = "enstemmigt" if ballot.unanimous else ""
    return ", ".join(part for part in (ballot.motion, ballot.result or "no result", unanimous, *sides) if part)


def _people(people: Iterable[Person] | Iterable[GoldPerson]) -> str:
    return "; ".join(person_key(person) or "?" for person in people if not getattr(person, "inferred", False))


def _absences(absences: Iterable[Absence] | Iterable[GoldAbsence]) -> str:
    return "; ".join(f"{name} ({kind})" for name, kind in map(absence_key, absences)) or "nobody"
