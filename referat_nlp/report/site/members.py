"""Members joined over the meetings of their municipality: their votes, reservations and absences."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from ...schema import Absence, Ballot, Person, Voter
from .agreement import With, agreements
from .archive import Archive, Entry, MeetingPage
from .names import bare_name, name_key, slug
from .votes import Side, contested_ballots, own_ballots, sides, voters


@dataclass(frozen=True, slots=True, eq=False)
class Vote:
    """One vote; ``inferred`` where the roster gave it and the minutes do not print the name."""

    entry: Entry
    ballot: Ballot
    side: Side
    inferred: bool = False


@dataclass(slots=True, eq=False)
class Away:
    """Absence from one meeting.

    Attributes:
        meeting: The meeting.
        whole: What its header says; None where only items name the absence.
        items: The items that name it.
    """

    meeting: MeetingPage
    whole: Absence | None = None
    items: list[tuple[Entry, Absence]] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Member:
    """A name in the minutes of one municipality.

    Attributes:
        number: Place in the list of members.
        page: Path of the member's page within the site.
        spellings: How the name is printed, how often.
        parties: The parties printed with the name, how often.
        roles: The roles printed with it.
        bodies: The bodies at whose meetings the name is on the list of those present, how often.
        votes: In the order of the output.
        noted: Reservations and dissent: the kind of it, and the item.
        away: Absences, by the meeting's page.
        alike: Agreement with others, most agreement first.
    """

    number: int
    page: str
    municipality: str | None
    spellings: Counter[str] = field(default_factory=Counter)
    parties: Counter[str] = field(default_factory=Counter)
    roles: Counter[str] = field(default_factory=Counter)
    bodies: Counter[str] = field(default_factory=Counter)
    votes: list[Vote] = field(default_factory=list)
    noted: list[tuple[str, Entry]] = field(default_factory=list)
    away: dict[str, Away] = field(default_factory=dict)
    alike: list[With[Member]] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The name in its most frequent spelling."""
        return self.spellings.most_common(1)[0][0]

    @property
    def party(self) -> str | None:
        """The party most often printed with the name."""
        return self.parties.most_common(1)[0][0] if self.parties else None

    @property
    def present(self) -> int:
        """Meetings at which the name is on the list of those present."""
        return sum(self.bodies.values())

    @property
    def contested(self) -> list[Vote]:
        """The votes in contested ballots."""
        return [vote for vote in self.votes if vote.ballot.contested]

    def on(self, side: Side) -> int:
        """How many votes the member cast on a side."""
        return sum(vote.side == side for vote in self.votes)

    @property
    def outvoted(self) -> int:
        """Votes against what was carried and for what was rejected."""
        lost: dict[str, Side] = {"vedtaget": "against", "forkastet": "for"}
        return sum(vote.ballot.result is not None and vote.side == lost[vote.ballot.result] for vote in self.votes)


class Members:
    """All members of an archive."""

    def __init__(self) -> None:
        self._by_key: dict[tuple[str | None, str], Member] = {}
        self._slugs: set[str] = set()

    def __iter__(self) -> Iterator[Member]:
        return iter(self._by_key.values())

    def __len__(self) -> int:
        return len(self._by_key)

    def find(self, municipality: str | None, name: str | None) -> Member | None:
        """The member of that name, if there is one."""
        return self._by_key.get((municipality, name_key(name))) if name else None

    def note(self, meeting: MeetingPage, person: Person) -> Member | None:
        """The member that a person of a meeting is, taken up if new; None for a party."""
        key = name_key(person.name or "")
        if not key or person.name is None:
            return None
        member = self._by_key.get((meeting.municipality, key))
        if member is None:
            file = slug(bare_name(person.name), self._slugs)
            self._slugs.add(file)
            member = Member(len(self._by_key), f"members/{file}.html", meeting.municipality)
            self._by_key[meeting.municipality, key] = member
        member.spellings[bare_name(person.name)] += 1
        if person.party:
            member.parties[person.party] += 1
        return member


def members_of(archive: Archive) -> Members:
    """Join the members of an archive.

    Args:
        archive: All records. Meetings that repeat another are left out.

    Returns:
        Everybody whom a list of present, absent or voting people, a reservation or a dissent names.
    """
    members = Members()
    for meeting in archive.counted:
        for participant in meeting.meeting.participants:
            member = members.note(meeting, participant)
            if member:
                member.bodies[meeting.meeting.body or ""] += 1
                member.roles.update([participant.role] if participant.role else [])
        for absence in meeting.meeting.absent:
            member = members.note(meeting, absence)
            if member:
                _away(member, meeting).whole = absence
    for entry in archive.entries:
        _from_item(members, entry)
    _compare(archive, members)
    return members


def _away(member: Member, meeting: MeetingPage) -> Away:
    return member.away.setdefault(meeting.page, Away(meeting))


def _from_item(members: Members, entry: Entry) -> None:
    item = entry.item
    for absence in item.absent:
        member = members.note(entry.meeting, absence)
        if member:
            _away(member, entry.meeting).items.append((entry, absence))
    for kind, people in (("reservations", item.reservations), ("dissent", item.dissent)):
        for person in people:
            member = members.note(entry.meeting, person)
            if member:
                member.noted.append((kind, entry))
    for ballot in own_ballots(item):
        seen: set[tuple[int, Side]] = set()
        # What is printed comes before what was inferred, so that a name in both is counted as printed.
        for side, voter in sorted(voters(ballot), key=lambda each: each[1].inferred):
            member = members.note(entry.meeting, voter)
            if member and (member.number, side) not in seen:
                seen.add((member.number, side))
                member.votes.append(Vote(entry, ballot, side, voter.inferred))


def _compare(archive: Archive, members: Members) -> None:
    """Fill in agreement."""
    by_number = {member.number: member for member in members}

    def number_of(municipality: str | None, voter: Voter) -> int | None:
        member = members.find(municipality, voter.name)
        return member.number if member else None

    taken = [
        sides(ballot, lambda voter, entry=entry: number_of(entry.meeting.municipality, voter))  # type: ignore[misc]
        for entry, ballot in contested_ballots(archive.entries)
    ]
    found: dict[int, list[With[Member]]] = defaultdict(list)
    for (one, other), agreement in agreements(taken).items():
        found[one].append(With(by_number[other], agreement))
    for number, alike in found.items():
        by_number[number].alike = sorted(alike, key=lambda each: (-each.agreement.share, -each.agreement.n))
