"""Who is in the room and how they are printed: voter lists, counts and names that label themselves."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from referat_nlp.evaluate.gold import GoldBallot, GoldPerson
from referat_nlp.schema import BallotResult, Counts

from .figures import in_words
from .houses import Voice
from .people import Member, Party
from .rich import Rich, concat, listed

Side = Literal["for", "against", "abstain"]


@dataclass(frozen=True, slots=True)
class Voted:
    """What a mark on a voter, a count or a result belongs to."""

    ballot: GoldBallot
    person: GoldPerson | None = None
    count: int | None = None
    result: BallotResult | None = None


@dataclass
class Chamber:
    """The members that are present for an item, and how minutes print them.

    Attributes:
        members: Those present.
        body: The body, as printed.
        council: Whether it is the council.
        header: Name → party as the header prints it, for those whose party the header gives.
    """

    rng: random.Random
    voice: Voice
    members: list[Member]
    body: str
    council: bool
    header: dict[str, str | None] = field(default_factory=dict)

    def without(self, members: Sequence[Member]) -> Chamber:
        """The chamber when some have left."""
        gone = {member.name for member in members}
        present = [member for member in self.members if member.name not in gone]
        return Chamber(self.rng, self.voice, present, self.body, self.council, self.header)

    def parties(self) -> list[Party]:
        """The parties present, in the order of the members."""
        return list(dict.fromkeys(member.party for member in self.members if member.party))

    def of(self, party: Party | None) -> list[Member]:
        """The members of a party."""
        return [member for member in self.members if member.party == party]

    def person(self, member: Member, bracketed: bool | None = None) -> tuple[Rich, GoldPerson]:
        """A person as printed, and as labelled: the printed party, else the header's."""
        if bracketed is None:
            bracketed = self.voice.bracketed
        if not bracketed:
            return Rich(member.name), GoldPerson(name=member.name, party=self.header.get(member.name))
        party = member.party.letter if member.party else self.voice.independent
        tail = Rich(party).marked("party")
        label = party if member.party or party == "UP" else "løsgænger"
        return Rich(member.name) + " (" + tail + ")", GoldPerson(name=member.name, party=label)

    def party(self, party: Party) -> tuple[Rich, GoldPerson]:
        """A party as printed, and as labelled: its letter where one is printed, else its name."""
        form = self.voice.party
        if form == "name":
            return Rich(party.name), GoldPerson(party=party.name)
        shown = {"letter": "{0}", "liste": "Liste {0}", "gruppe": "Gruppe {0}", "name-letter": "{1} ({0})"}[form]
        return Rich(shown.format(party.letter, party.name)), GoldPerson(party=party.letter)

    def named(self, member: Member, kind: str, ballot: GoldBallot | None = None) -> tuple[Rich, GoldPerson]:
        """A person as printed, with a mark of some kind on the name, and as labelled."""
        printed, label = self.person(member)
        return _on_name(printed, member.name, kind, Voted(ballot, label) if ballot else label), label

    def voter(self, ballot: GoldBallot, side: Side, who: Member | Party, bracketed: bool | None = None) -> Rich:
        """A voter as printed; the ballot gets the voter."""
        if isinstance(who, Party):
            printed, label = self.party(who)
            voters(ballot, side).append(label)
            return printed.marked(side, Voted(ballot, label))
        printed, label = self.person(who, bracketed)
        voters(ballot, side).append(label)
        return _on_name(printed, who.name, side, Voted(ballot, label))

    def voter_list(
        self, ballot: GoldBallot, side: Side, members: Sequence[Member], by_name: bool, last: str = " og "
    ) -> Rich:
        """A list of voters: parties where all of a party's members present are on it, else people."""
        if by_name:
            return listed([self.voter(ballot, side, member) for member in members], last)
        parts: list[Rich] = []
        for party in dict.fromkeys(member.party for member in members):
            here = [member for member in members if member.party == party]
            if party is None:
                parts += [self.voter(ballot, side, member, True) for member in here]
            elif len(here) == len(self.of(party)):
                parts.append(self.voter(ballot, side, party))
            elif self.voice.party == "letter" and self.rng.random() < 0.5:
                # A split party: 'Ø (X, Y)' are only those of its members.
                parts.append(Rich(party.letter).marked("party") + " (" + self._some(ballot, side, here) + ")")
            else:
                parts += [self.voter(ballot, side, member, True) for member in here]
        return listed(parts, last)

    def _some(self, ballot: GoldBallot, side: Side, members: Sequence[Member]) -> Rich:
        parts = []
        for member in members:
            assert member.party is not None
            label = GoldPerson(name=member.name, party=member.party.letter)
            voters(ballot, side).append(label)
            parts.append(Rich(member.name).marked(side, Voted(ballot, label)))
        return concat(parts, ", ")

    def count(self, ballot: GoldBallot, side: Side, number: int, words: bool | None = None) -> Rich:
        """A count as printed; the ballot gets the count."""
        set_count(ballot, side, number)
        if words is None:
            words = self.voice.words
        text = str(number)
        if number == 0:
            text = "ingen"
        elif number == 1 and (words or self.rng.random() < 0.3):
            text = self.voice.one
        elif words and number < 32:
            text = in_words(number)
        return Rich(text).marked(f"count-{side}", Voted(ballot, count=number))

    def votes(self, ballot: GoldBallot, side: Side, number: int) -> Rich:
        """'4 stemmer', 'én stemme'."""
        return self.count(ballot, side, number) + (" stemme" if number == 1 else " stemmer")

    def heads(self, ballot: GoldBallot, side: Side, number: int) -> Rich:
        """'4 medlemmer', 'et medlem'."""
        if number != 1:
            return self.count(ballot, side, number) + " medlemmer"
        set_count(ballot, side, 1)
        text = self.rng.choice(("1", "et", "ét"))
        return Rich(text).marked(f"count-{side}", Voted(ballot, count=1)) + " medlem"


def voters(ballot: GoldBallot, side: Side) -> list[GoldPerson]:
    """The ballot's voters on a side."""
    return ballot.for_ if side == "for" else ballot.against if side == "against" else ballot.abstain


def set_count(ballot: GoldBallot, side: Side, number: int) -> None:
    """Put a count on a ballot."""
    ballot.counts = ballot.counts.model_copy(update={"for_" if side == "for" else side: number})


def new_ballot(motion: str = "main", **fields: object) -> GoldBallot:
    """A ballot with nothing counted and lists of its own."""
    return GoldBallot.model_validate(
        {"motion": motion, "counts": Counts(), "for": [], "against": [], "abstain": [], **fields}
    )


def result(ballot: GoldBallot, value: BallotResult, words: str) -> Rich:
    """The words that tell a ballot's result; the ballot gets it."""
    ballot.result = value
    return Rich(words).marked("result", Voted(ballot, result=value))


def _on_name(printed: Rich, name: str, kind: str, of: object) -> Rich:
    head = Rich(name).marked(kind, of)
    rest = Rich(printed.text[len(name) :], tuple(mark.moved(-len(name)) for mark in printed.marks))
    return head + rest
