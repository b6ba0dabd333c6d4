"""The table of items as data for the page that filters it: columns, with names in lists of their own."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from typing import Any, get_args

from ...schema import Item, ItemType, Person
from ..in_short import in_short
from .archive import Archive, Entry
from .members import Members
from .votes import own_ballots, voters

_TYPES: tuple[ItemType, ...] = get_args(ItemType)
_LONGEST_TITLE = 300
_LONGEST_TEXT = 700

FLAGS = ("contested", "abstained", "amendment", "ballot", "closed", "dissent")
"""What a bit of an item's flags says, from the lowest."""


class _Names:
    """Names by number, in the order in which they are met."""

    def __init__(self) -> None:
        self.numbers: dict[Hashable, int] = {}

    def __getitem__(self, name: Hashable) -> int:
        return self.numbers.setdefault(name, len(self.numbers))


def items_data(archive: Archive, members: Members) -> dict[str, Any]:
    """The table of items.

    Args:
        archive: All records.
        members: The members by whom items are found.

    Returns:
        Plain lists and strings for JSON, newest items first. A member's items are those that print the name:
        as a voter, as absent, with a reservation, a dissent, a statement or a motion.
    """
    municipalities, bodies, outcomes, meetings = _Names(), _Names(), _Names(), _Names()
    rows: list[list[Any]] = []
    people: dict[int, None] = {}
    for entry in sorted(archive.entries, key=_newest_first):
        item, meeting = entry.item, entry.meeting
        found = sorted(set(_people(entry, members)))
        people.update(dict.fromkeys(found))
        rows.append(
            [
                meetings[
                    meeting.page,
                    municipalities[meeting.municipality],
                    bodies[meeting.meeting.body],
                    meeting.meeting.date,
                ],
                entry.index,
                item.number,
                _cut(item.title or "", _LONGEST_TITLE),
                sum(1 << _TYPES.index(kind) for kind in set(item.types) | ({item.type} if item.type else set())),
                outcomes[item.outcome],
                _flags(item),
                found,
                item.case_number,
                _cut(in_short(item), _LONGEST_TEXT),
                _cut(" ".join(decision.text for decision in item.decisions if decision.own), _LONGEST_TEXT),
                _result(item),
            ]
        )
    return {
        "flags": FLAGS,
        "types": _TYPES,
        "municipalities": list(municipalities.numbers),
        "bodies": list(bodies.numbers),
        "outcomes": list(outcomes.numbers),
        "meetings": list(meetings.numbers),
        "members": {member.number: [member.name, member.party] for member in members if member.number in people},
        "items": rows,
    }


def _newest_first(entry: Entry) -> tuple[str, str, int]:
    # ISO dates sort as text; each digit's complement turns the order round, and what has no date comes last.
    date = (entry.meeting.meeting.date or "0").translate(str.maketrans("0123456789", "9876543210"))
    return date, entry.meeting.page, entry.index


def _people(entry: Entry, members: Members) -> Iterator[int]:
    item = entry.item
    named: list[Person] = [voter for ballot in own_ballots(item) for _, voter in voters(ballot) if not voter.inferred]
    named += [*item.absent, *item.reservations, *item.dissent]
    names = [person.name for person in named]
    names += [statement.by for statement in item.statements] + [ballot.proposer for ballot in item.ballots]
    for name in names:
        member = members.find(entry.meeting.municipality, name)
        if member:
            yield member.number


def _flags(item: Item) -> int:
    ballots = own_ballots(item)
    told = (
        any(ballot.contested for ballot in ballots),
        any(ballot.abstained for ballot in ballots),
        any(ballot.motion == "amendment" for ballot in ballots),
        bool(ballots),
        item.closed,
        bool(item.dissent or item.reservations),
    )
    return sum(1 << bit for bit, holds in enumerate(told) if holds)


def _result(item: Item) -> list[int | None] | None:
    """The counts of the last contested ballot on the main question, where they are known."""
    for ballot in reversed(own_ballots(item)):
        counts = ballot.counts
        if ballot.motion == "main" and ballot.contested and (counts.for_ is not None or counts.against is not None):
            return [counts.for_, counts.against, counts.abstain]
    return None


def _cut(text: str, most: int) -> str:
    text = " ".join(text.split())
    return text if len(text) <= most else f"{text[:most]}…"
