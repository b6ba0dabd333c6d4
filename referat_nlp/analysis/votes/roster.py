"""Voters as the data contract wants them: parties and people from the roster, 'resten', reconciliation."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...danish.parties import same_party
from ...danish.people import Member, Mention
from ...schema import Person, Voter

NAMES_DO_NOT_MATCH = "names-do-not-match-count"


class Roster:
    """The members of the body, and who of them were away."""

    def __init__(self, members: Sequence[Member], absent: Sequence[str]) -> None:
        self._members = tuple(members)
        self._absent = {self._full(name) for name in absent}

    def __bool__(self) -> bool:
        return bool(self._members)

    @property
    def present(self) -> list[Member]:
        """Members who were there, in the roster's order."""
        return [member for member in self._members if member.name not in self._absent]

    def member(self, name: str) -> Member | None:
        """The member that a printed name means, None where none or more than one fits."""
        exact = [member for member in self._members if _key(member.name) == _key(name)]
        if exact:
            return exact[0]
        close = [member for member in self._members if _fits(name, member.name)]
        return close[0] if len(close) == 1 else None

    def person(self, mention: Mention) -> Person:
        """The person or party of a mention, with the party that the roster gives where none is printed."""
        party = mention.party
        if mention.name is not None and party is None:
            member = self.member(mention.name)
            party = member.party if member else None
        return Person(name=mention.name, party=party)

    def voters(self, mentions: Sequence[Mention]) -> list[Voter]:
        """Voters as printed, each once."""
        voters: list[Voter] = []
        for mention in mentions:
            person = self.person(mention)
            voter = Voter(name=person.name, party=person.party)
            if voter not in voters:
                voters.append(voter)
        return voters

    def people_of(self, party: str, taken: Sequence[Voter]) -> list[Voter]:
        """The present members of a party who are not named elsewhere in the ballot."""
        named = {self._full(voter.name) for voter in taken if voter.name}
        return [
            Voter(name=member.name, party=member.party, inferred=True)
            for member in self.present
            if same_party(member.party, party) and member.name not in named
        ]

    def rest(self, taken: Sequence[Voter]) -> list[Voter]:
        """The present members who are neither named nor in a named party."""
        named = {self._full(voter.name) for voter in taken if voter.name}
        parties = [voter.party for voter in taken if voter.name is None]
        return [
            Voter(name=member.name, party=member.party, inferred=True)
            for member in self.present
            if member.name not in named and not any(same_party(member.party, party) for party in parties)
        ]

    def _full(self, name: str) -> str:
        member = self.member(name)
        return member.name if member else name


def _key(name: str) -> str:
    return " ".join(re.sub(r"[.\-]", " ", name).lower().split())


def _fits(printed: str, full: str) -> bool:
    """Whether a shortened name fits a full one: same last name, first name equal or its beginning."""
    short, long = _key(printed).split(), _key(full).split()
    if len(short) == 1:
        return short[0] in (long[0], long[-1])
    return bool(long) and short[-1] == long[-1] and (long[0].startswith(short[0]) or short[0].startswith(long[0]))


def reconciles(count: int | None, voters: Sequence[Voter]) -> bool:
    """Whether the voters of a side can be as many as counted; inferred people stand for their party."""
    if count is None or not voters:
        return True
    printed = [voter for voter in voters if not voter.inferred]
    parties = [voter.party for voter in printed if voter.name is None]
    persons = [voter for voter in voters if voter.name is not None]
    if not parties:
        return len(persons) == count
    if all(any(v.inferred and same_party(v.party, party) for v in voters) for party in parties):
        return len(persons) == count
    return len(printed) <= count
