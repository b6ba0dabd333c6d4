"""Who sits on the body that met, from the meeting's header, and which of them a printed name means."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..danish.people import Member
from ..schema import Meeting, Participant

# Roles of elected people. Directors, secretaries and guests are printed in the same list in some houses.
_ELECTED = re.compile(
    r"(?:\d\.\s*)?(?:vice|næst|gruppe|udvalgs|regionsråds)?(?:borgmester|formand|forperson|rådmand|medlem|stedfortræder|suppleant)",
    re.IGNORECASE,
)


def members(meeting: Meeting) -> Iterator[Member]:
    """The members of the body, those absent included, each once.

    Args:
        meeting: The header. Where it prints parties, a participant without one is a member only if the role
            says so ("formand"); where it prints none, everybody without another role counts.

    Yields:
        Members in printed order, then absentees who are not among the participants.
    """
    lettered = any(person.party for person in meeting.participants)
    seen: set[str] = set()
    for person in meeting.participants:
        if person.name and person.name not in seen and _is_member(person, lettered):
            seen.add(person.name)
            yield Member(person.name, person.party)
    for absence in meeting.absent:
        if absence.name and absence.name not in seen and (absence.party or not lettered):
            seen.add(absence.name)
            yield Member(absence.name, absence.party)


def absent_names(meeting: Meeting) -> Iterator[str]:
    """Names of those whom the header gives as absent from the whole meeting."""
    for absence in meeting.absent:
        if absence.name and absence.kind in ("absent", "excused"):
            yield absence.name


def member_named(name: str, members: Sequence[Member]) -> Member | None:
    """The member that a printed name means.

    Args:
        name: The name as printed, perhaps shortened: 'Bo', 'B. Lind', 'Bo Kjær Lind' for Bo Lind.
        members: The roster.

    Returns:
        The member of that name, else the only one whom it fits; None where none or more than one does.
    """
    key = _key(name)
    close: list[Member] = []
    for member in members:
        full = _key(member.name)
        if full == key:
            return member
        if _fits(key.split(), full.split()):
            close.append(member)
    return close[0] if len(close) == 1 else None


def _key(name: str) -> str:
    return " ".join(re.sub(r"[.\-]", " ", name).lower().split())


def _fits(short: list[str], long: list[str]) -> bool:
    """Whether a shortened name fits a full one: some of its words, or its last name behind a short first name."""
    if not short or not long:
        return False
    if set(short) <= set(long):
        return True
    return len(short) > 1 and short[-1] == long[-1] and (long[0].startswith(short[0]) or short[0].startswith(long[0]))


def _is_member(person: Participant, lettered: bool) -> bool:
    if person.party:
        return True
    if person.role:
        return _ELECTED.match(person.role) is not None
    return not lettered
