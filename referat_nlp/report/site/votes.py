"""What a ballot tells: whether it was contested, and who took which side."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import Literal, TypeVar

from ...danish.parties import party_key, printed_party
from ...schema import Ballot, Item, Person, Voter
from .archive import Entry

Side = Literal["for", "against", "abstain"]
SIDES: tuple[Side, ...] = ("for", "against", "abstain")

Who = TypeVar("Who", bound=Hashable)


def voters(ballot: Ballot) -> Iterator[tuple[Side, Voter]]:
    """Everybody whom a ballot lists, with the side taken."""
    for side, listed in zip(SIDES, (ballot.for_, ballot.against, ballot.abstain), strict=True):
        for voter in listed:
            yield side, voter


def count(ballot: Ballot, side: Side) -> int | None:
    """The votes of a side: None where they are not known."""
    counts = ballot.counts
    return {"for": counts.for_, "against": counts.against, "abstain": counts.abstain}[side]


def own_ballots(item: Item) -> list[Ballot]:
    """The ballots of the body that met; those of earlier bodies, which the item repeats, are left out."""
    return [ballot for ballot in item.ballots if ballot.motion != "prior"]


def is_contested(item: Item) -> bool:
    """Whether an item has a contested ballot of its own body."""
    return any(ballot.contested for ballot in own_ballots(item))


def contested_ballots(entries: Iterable[Entry]) -> Iterator[tuple[Entry, Ballot]]:
    """The contested ballots of items."""
    for entry in entries:
        for ballot in own_ballots(entry.item):
            if ballot.contested:
                yield entry, ballot


def sides(ballot: Ballot, who: Callable[[Voter], Who | None]) -> dict[Who, set[Side]]:
    """Who took which sides in a ballot.

    Args:
        ballot: The ballot.
        who: Tells whose vote an entry of a list is; None leaves it out.

    Returns:
        All sides that somebody is listed on: more than one for a party that split, and for misprints.
    """
    taken: dict[Who, set[Side]] = {}
    for side, voter in voters(ballot):
        somebody = who(voter)
        if somebody is not None:
            taken.setdefault(somebody, set()).add(side)
    return taken


def party_of(voter: Person) -> str | None:
    """The party whose vote an entry is, one spelling for letter and name; None where none is printed."""
    if not voter.party or voter.party.casefold() == "løsgænger":
        return None
    key = party_key(voter.party)
    # What is no national party keeps the form that the minutes give it.
    return key if len(key) == 1 else printed_party(voter.party).replace("-", "").replace(" ", "").casefold()
