"""Lists of absent people with what is noted beside each name."""

from __future__ import annotations

from dataclasses import replace

from ...danish.people import Member, Mention, find_people, people_in
from ...schema import AbsenceKind
from . import phrases
from .frames import items_of, trimmed, with_kind
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


def came_instead(text: str, start: int, end: int, members: tuple[Member, ...]) -> tuple[list[Mention], int] | None:
    """Who came instead of somebody, where that is what stands at a place: 'stedfortræder Bo Lind', 'Bo Lind deltog'.

    Args:
        text: The text.
        start: The place.
        end: Where to stop.
        members: The roster.

    Returns:
        The people, and the offset after what is said of them; None where no substitute is named.
    """
    labelled = phrases.TAIL_SUBSTITUTE.match(text, start, end)
    if labelled is None and not text[start : start + 1].isupper():
        return None
    people = find_people(text, labelled.end() if labelled else start, end, members=members)
    came = phrases.CAME.match(text, people[0].end, end) if people else None
    if not people or people[0].name is None or not (labelled or came):
        return None
    after = came.end() if came else people[-1].end
    return people, after + (text[after : after + 1] == ")")


def _noted(text: str, listed: list[Found], end: int, members: tuple[Member, ...]) -> tuple[list[Found | None], int]:
    """Read reasons, kinds, substitutes and items noted after the last name of a run; None who was there."""
    position = listed[-1].mention.end
    if len(listed) > 1 and (came := phrases.CAME.match(text, position, end)):
        between = text[listed[-2].mention.end : listed[-1].mention.start]
        if not phrases.JOINED.search(between):
            # 'Bo Lind, Ida Krog deltog i stedet': the last of the list is the substitute of the one before.
            listed = [*listed[:-2], replace(listed[-2], substitute=listed[-1].mention.name)]
            position = came.end()
    run: list[Found | None] = [*listed]
    while (last := run[-1]) is not None:
        if because := phrases.BECAUSE.match(text, position, end):
            run = [one and _because(one, because["reason"]) for one in run]
            position = because.end()
            continue
        noted = _note(text, position, end, last, members)
        if noted is None:
            break
        run[-1], position = noted
    return run, position


def _note(
    text: str, position: int, end: int, last: Found, members: tuple[Member, ...]
) -> tuple[Found | None, int] | None:
    """What one note makes of the person it stands behind (None: was there), and where it ends; None for no note."""
    if items := phrases.TAIL_ITEMS.match(text, position, end):
        return replace(last, about=items_of(items.group(), last.kind)), items.end()
    if nobody := phrases.NO_SUBSTITUTE.match(text, position, end):
        return last, nobody.end()
    begins = phrases.SUBSTITUTE_BEGINS.match(text, position, end)
    if instead := came_instead(text, begins.end() if begins else position, end, members):
        people, after = instead
        if len(people) > 1:
            after = people[0].end  # 'stedfortræder Bo Lind, Ida Krog': the list goes on
        return replace(last, substitute=people[0].name), after
    for kind, pattern in phrases.STATUS:
        if status := pattern.match(text, position, end):
            return with_kind(last, kind) if kind else None, status.end()
    if note := phrases.NOTE.match(text, position, end):
        if people := people_in(text, note.start("note"), note.end("note"), members):
            last = replace(last, substitute=people[0].name)
        elif not phrases.NO_REASON.search(note["note"]) and note["note"][0].islower():
            last = _because(last, note["note"])
        return last, note.end()
    tail = phrases.TAIL.match(text, position, end)
    if tail and not phrases.NO_REASON.search(tail["reason"]):
        return _because(last, tail["reason"]), tail.end()
    return None


def _because(one: Found, reason: str) -> Found:
    """A finding with its reason; inhabilitet is none but a kind of its own."""
    if "inhabil" in reason.lower():
        return with_kind(one, "disqualified")
    return replace(one, reason=trimmed(reason))
