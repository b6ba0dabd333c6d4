"""The header lines of documents whose format gives the meeting as data."""

from __future__ import annotations

import re

from ..schema import Absence, Meeting, Participant
from .builder import TextBuilder

_PARTY = re.compile(r"\s*\(\s*([A-ZÆØÅ]{1,3}|[A-ZÆØÅa-zæøå][\w. -]{2,40})\s*\)\s*$")
_KIND_NAMES = {"referat": "Referat", "dagsorden": "Dagsorden"}
_ABSENCE_NAMES = {"absent": "Fraværende", "excused": "Afbud"}


def split_party(printed: str) -> tuple[str, str | None]:
    """A person's name and the party printed behind it in brackets.

    >>> split_party("Anne  Holm (A)")
    ('Anne Holm', 'A')
    """
    name = " ".join(printed.split())
    match = _PARTY.search(name)
    if match and match.start():
        return name[: match.start()], match[1]
    return name, None


def append_header(meeting: Meeting, builder: TextBuilder) -> None:
    """Append what is known of a meeting as the lines that minutes begin with.

    Args:
        meeting: The meeting.
        builder: Where to.
    """
    if meeting.kind:
        builder.line(_KIND_NAMES[meeting.kind])
    if meeting.body:
        builder.line(meeting.body, "heading", 1)
    if meeting.date:
        year, month, day = meeting.date.split("-")
        clock = f" kl. {meeting.start_time}" if meeting.start_time else ""
        until = f" - {meeting.end_time}" if meeting.start_time and meeting.end_time else ""
        builder.line(f"Mødedato: {day}-{month}-{year}{clock}{until}")
    if meeting.place:
        builder.line(f"Mødested: {' '.join(meeting.place.split())}")
    if meeting.participants:
        builder.line("Deltagere: " + ", ".join(_participant(person) for person in meeting.participants))
    for kind, label in _ABSENCE_NAMES.items():
        names = [_absence(person) for person in meeting.absent if person.kind == kind]
        if names:
            builder.line(f"{label}: " + ", ".join(names))
    builder.blank()


def _participant(person: Participant) -> str:
    party = f" ({person.party})" if person.party else ""
    role = f" - {person.role}" if person.role else ""
    return f"{person.name}{party}{role}"


def _absence(person: Absence) -> str:
    party = f" ({person.party})" if person.party else ""
    return f"{person.name}{party}"
