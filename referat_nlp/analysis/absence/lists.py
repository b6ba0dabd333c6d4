"""Lists of absent people with what is noted beside each name."""

from __future__ import annotations

import re
from dataclasses import replace

from ...danish.bodies import find_body, same_body
from ...danish.people import Member, find_people, people_in
from ...schema import AbsenceKind
from . import phrases as phrases
from .frames import items_in, items_of, trimmed, with_kind
from .view import Found


def read_list(
    text: str, start: int, end: int, kind: AbsenceKind, members: tuple[Member, ...]
) -> tuple[list[Found], int]:
    """A list of absent people with what is noted beside each name, and where it ends.

    Args:
        text: The text.
        start: Where the list begins.
        end: Where to stop.
        kind: The kind of absence that the list's label says.
        members: The roster.

    Returns:
        The people, and the offset after the list.
    """
    found: list[Found] = []
    position = after = start
    while True:
        mentions = [mention for mention in find_people(text, position, end, members=members) if mention.name]
        if not mentions:
            return found, after
        run, stop = _noted(text, [Found(mention, kind) for mention in mentions], end, members)
        if "\n" in text[after:position] and found and not phrases.ENTRY_END.match(text, stop, end):
            return found, after
        found.extend(one for one in run if one is not None)
        after = stop
        following = phrases.NEXT_ENTRY.match(text, after, end)
        glued = following is not None and text[after - 1] == ")"
        if not following or not (glued or text[after : following.end()].strip(" \t")):
            return found, after
        position = following.end()


def read_labelled(
    text: str, label: re.Match[str], end: int, members: tuple[Member, ...], body: str | None
) -> tuple[list[Found], int]:
    """The list under or behind a label.

    Args:
        text: The text.
        label: A match of :data:`.absence_phrases.LABEL`.
        end: Where to stop.
        members: The roster.
        body: The body that met; a label that names another is passed over with its list.

    Returns:
        The people, and the offset after the list.
    """
    kind: AbsenceKind = "excused" if label["excused"] else "disqualified" if label["disqualified"] else "absent"
    found, stop = read_list(text, label.end(), end, kind, members)
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


def _noted(text: str, listed: list[Found], end: int, members: tuple[Member, ...]) -> tuple[list[Found | None], int]:
    """Read reasons, kinds, substitutes and items noted after the last name of a run; None who was there."""
    run: list[Found | None] = [*listed]
    position = listed[-1].mention.end
    while True:
        last = run[-1]
        if last is None:
            return run, position
        because = phrases.BECAUSE.match(text, position, end)
        items = phrases.TAIL_ITEMS.match(text, position, end)
        nobody = phrases.NO_SUBSTITUTE.match(text, position, end)
        substitute = phrases.TAIL_SUBSTITUTE.match(text, position, end)
        note = phrases.NOTE.match(text, position, end)
        tail = phrases.TAIL.match(text, position, end)
        status = next(
            ((kind, match) for kind, pattern in phrases.STATUS if (match := pattern.match(text, position, end))),
            None,
        )
        if because:
            run = [one and _because(one, because["reason"]) for one in run]
            position = because.end()
        elif items:
            run[-1] = replace(last, about=items_of(items.group(), last.kind))
            position = items.end()
        elif nobody:
            position = nobody.end()
        elif substitute and (people := find_people(text, substitute.end(), end, members=members)):
            run[-1] = replace(last, substitute=people[0].name)
            position = people[0].end + (text[people[0].end : people[0].end + 1] == ")")
        elif status:
            run[-1] = with_kind(last, status[0]) if status[0] else None
            position = status[1].end()
        elif note:
            people = people_in(text, note.start("note"), note.end("note"), members)
            if people:
                run[-1] = replace(last, substitute=people[0].name)
            elif not phrases.NO_REASON.search(note["note"]) and note["note"][0].islower():
                run[-1] = _because(last, note["note"])
            position = note.end()
        elif tail and not phrases.NO_REASON.search(tail["reason"]):
            run[-1] = _because(last, tail["reason"])
            position = tail.end()
        else:
            return run, position


def _because(one: Found, reason: str) -> Found:
    """A finding with its reason; inhabilitet is none but a kind of its own."""
    if "inhabil" in reason.lower():
        return with_kind(one, "disqualified")
    return replace(one, reason=trimmed(reason))
