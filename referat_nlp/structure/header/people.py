"""Who was at the meeting, as its head tells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ...danish.people import people_in
from ...schema import Participant
from .entries import Entry, entries_of, lists_people
from .labels import Field, runs_on
from .sentences import AWAY, sentences_of, stand_ins, tells

# Whoever keeps the minutes is named by a label of their own, without being listed among those who met.
_PRESIDES = re.compile(
    r"borgmester|rådmand|rådkvinde|formand|forkvinde|forperson|mødeleder|dirigent|medlem", re.IGNORECASE
)
_NOBODY = re.compile(r"(?:ing?en|intet|alle|samtlige)\b|[-–]*$", re.IGNORECASE)
_SMALLEST_BODY = 5
#: 'Bo Lind deltog fra kl. 17', behind the list of the others.
_CAME_LATE = re.compile(r"\b(?:deltog|mødte|ankom|kom|stødte\s+til)\s+(?:først\s+)?(?:fra|kl|under|ved)\b")
_SIGNING = re.compile(r"underskrift|godkendt af|signatur", re.IGNORECASE)


def participants_in(fields: Sequence[Field]) -> list[Participant]:
    """The participants in printed order, guests and officials with the office printed for them.

    Args:
        fields: The fields of the head.

    Returns:
        Each person once, with the party and the office of the places where they are printed.
    """
    listed = [_participant(entry, source) for source in fields for entry in _present(source)]
    return _once(listed or _unlabelled(fields))


def listed_in(source: Field) -> list[Entry]:
    """The people that a field's value lists, those of its sentences left out."""
    told = told_in(source)
    lines = [sentence for value in joined_lines(source.values) for sentence in sentences_of(value)]
    return [] if names_nobody(source.value) else entries_of("\n".join(one for one in lines if one not in told))


def told_in(source: Field) -> list[str]:
    """The sentences of a list's value that do not list but tell ('Alle var mødt undtagen Anne Holm.')."""
    lines = [sentence for value in joined_lines(source.values) for sentence in sentences_of(value)]
    return lines if names_nobody(source.value) else [one for one in lines if tells(one)]


def names_nobody(text: str) -> bool:
    """Whether a value says that there is nobody ('Ingen', '-', or nothing), or names no one of them all."""
    return _NOBODY.match(text) is not None


def joined_lines(values: Sequence[str]) -> list[str]:
    """The lines of a value, those put together again that a list wraps over."""
    joined: list[str] = []
    for value in values:
        if joined and runs_on(joined[-1], value):
            joined[-1] += f" {value}"
        else:
            joined.append(value)
    return joined


def _present(source: Field) -> list[Entry]:
    if source.kind == "role" and not _PRESIDES.search(source.label):
        return []
    if source.kind not in ("members", "guests", "role", "substitutes"):
        return []
    late = [
        Entry(person.name, person.party)
        for text in told_in(source)
        if (came := _CAME_LATE.search(text))
        for person in people_in(text, 0, came.start())
        if person.name
    ]
    called = [
        Entry(substitute.name or "", substitute.party, stands_in=True)
        for text in told_in(source)
        for _, substitute in stand_ins(text)
    ]
    return [*listed_in(source), *late, *called]


def _participant(entry: Entry, source: Field) -> Participant:
    role = entry.role
    if source.kind == "role" and (source.value.find(entry.name) >= 0 or not source.value):
        role = role or source.label.lower()
    if source.kind == "substitutes" or entry.stands_in:
        role = role or "stedfortræder"
    return Participant(name=entry.name, party=entry.party, role=role)


def _unlabelled(fields: Sequence[Field]) -> list[Participant]:
    """A run of lines without a label that each print a member with party or office."""
    run: list[str] = []
    for source in fields:
        text = source.value
        if source.kind is None and _SIGNING.search(text):
            break
        entries = entries_of(text) if source.kind is None and len(text) < 500 and lists_people(text) else []
        if entries and all(map(_described, entries)):
            run.append(text)
        elif len(run) > 1:
            break
        else:
            run = []
    entries = entries_of("\n".join(run)) if len(run) > 1 else _bare_names(fields)
    return [Participant(name=entry.name, party=entry.party, role=entry.role) for entry in entries]


def _bare_names(fields: Sequence[Field]) -> list[Entry]:
    """The first run of lines without a label that are each one name and no more, if it is as long as a body is."""
    run: list[Entry] = []
    for source in fields:
        found = entries_of(source.value) if source.kind is None and lists_people(source.value) else []
        if len(found) == 1 and found[0] == Entry(source.value):
            run += found
        elif len(run) >= _SMALLEST_BODY or _SIGNING.search(source.value):
            break
        else:
            run = []
    return run if len(run) >= _SMALLEST_BODY else []


def _described(entry: Entry) -> bool:
    """Whether party, office or absence is printed beside a name, and nothing else."""
    if any(not AWAY.search(note) for note in entry.notes):
        return False
    return bool(entry.party or entry.role or entry.notes)


def _once(people: Iterable[Participant]) -> list[Participant]:
    found: dict[str, Participant] = {}
    for person in people:
        if person.name is None:
            continue
        known = found.setdefault(person.name, person)
        known.party, known.role = known.party or person.party, known.role or person.role
    return list(found.values())
