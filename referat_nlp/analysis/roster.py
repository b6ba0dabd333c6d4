"""Who sits on the body that met, from the meeting's header."""

from __future__ import annotations

import re
from collections.abc import Iterator

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


def _is_member(person: Participant, lettered: bool) -> bool:
    if person.party:
        return True
    if person.role:
        return _ELECTED.match(person.role) is not None
    return not lettered
