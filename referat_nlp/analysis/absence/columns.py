"""Absent people listed one a line, each with what is told of the person on the line."""

from __future__ import annotations

import re
from dataclasses import replace

from ...danish import names
from ...danish.bodies import find_body, same_body
from ...danish.people import Member, Mention, parse_list
from ...schema import AbsenceKind
from .frames import events_in, found_in, items_in, with_kind
from .lists import came_instead, read_list
from .substitutes import substitutions
from .view import Found, View

_BULLET = re.compile(r"[ \t]*(?:[•*·▪–-][ \t]*|\d{1,2}[.)][ \t]+)*")
_CAME_INSTEAD = re.compile(
    r"[ \t]*(?i:stedfortræder|suppleant)(?:en|er?|erne|ne)?(?:[ \t]*[:\n]\s*|[ \t]+)(?=[A-ZÆØÅ•*·▪–-])"
)
_ENDS = re.compile(r"[ \t]*[.,;]*[ \t]*(?:og|samt)?[ \t]*", re.IGNORECASE)
_END_OF_LINE = re.compile(r"[ \t]*[.,;]?[ \t]*(?:\n|(?<=\.)[ \t])\s*")
_LINE_ENDS = re.compile(r"[ \t]*[.,;]?[ \t]*(?:\n|\Z)")
_STOP = re.compile(r"[ \t]*\.[ \t]+")


def read_listed(
    text: str, start: int, end: int, kind: AbsenceKind, members: tuple[Member, ...]
) -> tuple[list[Found], int]:
    """The absent people below or behind a label: one a line, or in a list that runs on.

    Args:
        text: The text.
        start: Where the list begins.
        end: Where to stop.
        kind: The kind of absence that the label says.
        members: The roster.

    Returns:
        The people, and the offset after the list.
    """
    found, after = read_list(text, start, end, kind, members)
    if _stands_below(text, start, end):
        listed, below = _column(text, start, end, kind, members)
        if listed and below >= after:
            found, after = listed, below
    line = _END_OF_LINE.match(text, after, end)
    came = _CAME_INSTEAD.match(text, line.end(), end) if found and line else None
    people, stop = parse_list(text, came.end(), end, members) if came else ([], after)
    # 'Suppleant Ida Krog for Bo Lind' is a sentence.
    return (_replaced(found, people), stop) if people and _LINE_ENDS.match(text, stop, end) else (found, after)


def _replaced(found: list[Found], people: list[Mention]) -> list[Found]:
    """Those of a list with the substitutes listed below them: whose party it is, else in their order."""
    found = [*found]
    people = [person for person in people if person.name]
    vacant = [index for index, one in enumerate(found) if one.substitute is None and one.kind in ("absent", "excused")]
    of_party = [[index for index in vacant if found[index].mention.party == person.party] for person in people]
    if all(person.party and len(places) == 1 for person, places in zip(people, of_party, strict=True)):
        places = [places[0] for places in of_party]
    else:
        places = vacant if len(vacant) == len(people) else vacant[-1:] if len(people) == 1 else []
    for index, person in zip(places, people, strict=False):
        found[index] = replace(found[index], substitute=person.name)
    return found


def read_labelled(
    text: str, label: re.Match[str], end: int, members: tuple[Member, ...], body: str | None
) -> tuple[list[Found], int]:
    """The list under or behind a label.

    Args:
        text: The text.
        label: A match of :data:`.phrases.LABEL`.
        end: Where to stop.
        members: The roster.
        body: The body that met; a label that names another is passed over with its list.

    Returns:
        The people, and the offset after the list.
    """
    kind: AbsenceKind = "excused" if label["excused"] else "disqualified" if label["disqualified"] else "absent"
    found, stop = read_listed(text, label.end(), end, kind, members)
    where = label["where"] or ""
    if "inhabil" in where:
        found = [with_kind(one, "disqualified") for one in found]
    other = find_body(where)
    if other and body and not same_body(other, body):
        return [], stop
    about = items_in(where)
    if about is not None:
        found = [replace(one, about=one.about or about) for one in found]
    return found, stop


def _stands_below(text: str, start: int, end: int) -> bool:
    """Whether a list begins on a line of its own."""
    first = start
    while first < end and text[first].isspace():
        first += 1
    line = text.rfind("\n", 0, first) + 1
    return line > 0 and not _BULLET.sub("", text[line:first]).strip()


def _column(text: str, start: int, end: int, kind: AbsenceKind, members: tuple[Member, ...]) -> tuple[list[Found], int]:
    """The people of the lines from ``start``, up to the first that is not about a person."""
    found: list[Found] = []
    after = position = start
    while position < end:
        stop = text.find("\n", position, end)
        stop = end if stop < 0 else stop
        if text[position:stop].strip():
            begin = _past(_BULLET, text, position, stop)
            came = _CAME_INSTEAD.match(text, begin, stop) if found else None
            people, last = parse_list(text, came.end(), stop, members) if came else ([], begin)
            if people and _LINE_ENDS.match(text, last, stop):
                found = _replaced(found, people)
            else:
                entry = _entry(text, _past(names.OFFICE_BEFORE, text, begin, stop), stop, kind, members)
                if entry is None:
                    break
                found.extend(entry)
            after = stop
        position = stop + 1
    return found, after


def _past(pattern: re.Pattern[str], text: str, start: int, end: int) -> int:
    match = pattern.match(text, start, end)
    return match.end() if match else start


def _entry(text: str, start: int, stop: int, kind: AbsenceKind, members: tuple[Member, ...]) -> list[Found] | None:
    """What one line says; None where it is no entry of a list."""
    found, after = read_list(text, start, stop, kind, members)
    if not found:
        return None if after == start else []
    after = _past(names.OFFICE_BEHIND, text, after, stop)
    sentence = _STOP.match(text, after, stop)
    if sentence and (instead := came_instead(text, sentence.end(), stop, members)):
        came, after = instead
        replaced = zip(found[-len(came) :], came, strict=False)
        found[-len(came) :] = [replace(one, substitute=person.name) for one, person in replaced]
    if _past(_ENDS, text, after, stop) >= stop:
        return found
    view = View(text[start:stop], members)
    events = events_in(view, 0, len(view.text), None)
    if not events or any(event.leads for event in events):
        return None
    told = found_in(view, 0, len(view.text), events)
    told = [replace(one, kind=kind) if one.kind == "absent" and one.about is None else one for one in told]
    waiting_names = substitutions(view, 0, len(view.text), None)[1]
    if len(told) == 1 and len(waiting_names) == 1:
        told = [replace(told[0], substitute=waiting_names[0])]
    return told
