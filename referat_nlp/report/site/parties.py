"""Parties of a municipality: on which side, how often split, and who agrees with whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from ...danish.parties import printed_party
from ...schema import Ballot
from .agreement import Agreement, agreements
from .archive import Archive, Entry
from .names import slug
from .votes import Side, contested_ballots, party_of, sides, voters


@dataclass(frozen=True, slots=True, eq=False)
class PartyVote:
    """What a party did in a contested ballot: one side, or several where it split."""

    entry: Entry
    ballot: Ballot
    sides: Sequence[Side]


@dataclass(slots=True, eq=False)
class Party:
    """A party in the minutes of one municipality.

    Attributes:
        page: Path of its page within the site.
        spellings: How it is printed, how often.
        votes: Its contested ballots, in the order of the output.
    """

    key: str
    page: str
    municipality: str | None
    spellings: Counter[str] = field(default_factory=Counter)
    votes: list[PartyVote] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The letter of a national party, else the most frequent spelling."""
        return self.key if len(self.key) == 1 else self.spellings.most_common(1)[0][0]

    @property
    def split(self) -> int:
        """Ballots in which it took more than one side."""
        return sum(len(vote.sides) > 1 for vote in self.votes)

    def on(self, side: Side) -> int:
        """Ballots in which the whole party is on a side."""
        return sum(list(vote.sides) == [side] for vote in self.votes)


@dataclass(frozen=True, slots=True, eq=False)
class Council:
    """The parties of one municipality, those with most votes first, and their agreement by pairs of keys."""

    municipality: str | None
    parties: list[Party]
    agreement: dict[tuple[str, str], Agreement]


def councils_of(archive: Archive) -> list[Council]:
    """The parties of all municipalities.

    Args:
        archive: All records.

    Returns:
        A council a municipality that has contested ballots with parties in them, in the order of names.
    """
    ballots: dict[str | None, list[tuple[Entry, Ballot]]] = {}
    for entry, ballot in contested_ballots(archive.entries):
        ballots.setdefault(entry.meeting.municipality, []).append((entry, ballot))
    taken: set[str] = set()
    councils = []
    for municipality in sorted(ballots, key=lambda name: name or ""):
        council = _council(municipality, ballots[municipality], taken)
        if council.parties:
            councils.append(council)
    return councils


def _council(municipality: str | None, ballots: list[tuple[Entry, Ballot]], taken: set[str]) -> Council:
    parties: dict[str, Party] = {}
    all_sides = []
    for entry, ballot in ballots:
        by_party = sides(ballot, party_of)
        all_sides.append(by_party)
        for _, voter in voters(ballot):
            key = party_of(voter)
            if key is not None and voter.party:
                if key not in parties:
                    file = slug(f"{municipality or ''} {key}", taken)
                    taken.add(file)
                    parties[key] = Party(key, f"parties/{file}.html", municipality)
                parties[key].spellings[printed_party(voter.party)] += 1
        for key, its_sides in by_party.items():
            parties[key].votes.append(PartyVote(entry, ballot, sorted(its_sides)))
    ordered = sorted(parties.values(), key=lambda party: (-len(party.votes), party.key))
    return Council(municipality, ordered, agreements(all_sides))
