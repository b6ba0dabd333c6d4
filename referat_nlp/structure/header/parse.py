"""The head of the minutes: which body met, when and where, and who was there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ...danish.bodies import body_key
from ...danish.municipalities import only_municipality
from ...schema import Meeting
from ..lines import Line, repeated_lines
from .absences import absences_in, item_absences, with_parties
from .clock import when
from .labels import fields_of
from .owner import owner_of, town_only
from .people import participants_in
from .place import place_of
from .run_on import is_run_on, parted
from .sentences import tells
from .titles import body_of, kind_of, municipality_of, title_kind

_DECIDES = re.compile(
    r"\b(?:godkendt|godkendes|godkendte|tiltr[aå]dt|tiltr[aå]dte|vedtaget|vedtog|anbefal(?:es|et|er|ede)"
    r"|til efterretning|udsat|udsættes|drøftet|drøftede|forkastet|oversend(?:es|t|te)|besluttede|som indstillet)\b",
    re.IGNORECASE,
)

__all__ = ["item_absences", "parse_header"]


def parse_header(
    before: Sequence[Line], after: Sequence[Line], declared: Meeting | None, lines: Sequence[Line] = ()
) -> Meeting:
    """Read the meeting from the lines that stand outside its items.

    Args:
        before: The lines before the first item, without those of the table of contents.
        after: The lines behind the last item.
        declared: What the file's format declares; None where it declares nothing.
        lines: All lines of the document; those that are repeated from page to page may name the municipality.

    Returns:
        The meeting. What is declared stands; the text tells what is missing.
    """
    before = parted([*before, *_run_into(before, lines)])
    head, tail = fields_of(before), fields_of(after)
    date, start, end = when(head, tail, lambda text: title_kind(text) is not None)
    fields = [*head, *(field for field in tail if field.kind is not None or _sentence_like(field.value))]
    body, place = body_of(head), place_of(head)
    municipality = (
        municipality_of([*head, *tail]) or only_municipality(repeated_lines(lines)) or owner_of(lines, body, place)
    )
    found = Meeting(
        kind=kind_of(before, lambda: _decided(lines, date)),
        municipality=town_only(municipality, lines) if municipality else None,
        body=body,
        date=date,
        start_time=start,
        end_time=end,
        place=place,
        participants=participants_in(head)
        or participants_in([field for field in tail if field.kind not in (None, "role")]),
        absent=absences_in(fields)[0],
    )
    if declared is not None:
        told = {
            name: value for name in Meeting.model_fields if (value := getattr(declared, name)) not in (None, "", [])
        }
        if found.body and "body" in told and _is_short_for(found.body, told["body"]):
            del told["body"]
        found = found.model_copy(update=told)
    with_parties(found.absent, found.participants)
    return found


def _run_into(before: Sequence[Line], lines: Sequence[Line]) -> list[Line]:
    """The line with both the head and the first item in it, where the lines before it tell nothing under a label."""
    first = next((line for line in lines if not before or line.start > before[-1].start), None)
    if first is None or not is_run_on(first.text) or any(field.kind is not None for field in fields_of(before)):
        return []
    return [first]


def _is_short_for(name: str, other: str) -> bool:
    """Whether the head calls a body 'Byrådet' that the edges of its pages call 'Engdrup Byråd'."""
    return body_key(other).endswith(f" {body_key(name)}")


def _decided(lines: Sequence[Line], date: str | None) -> bool:
    """Whether a decision of this meeting is printed: the heading of one with words of deciding behind or below it."""
    return any(
        line is not None
        and (_DECIDES.search(line.text) or (below is not None and _DECIDES.search(below.text)))
        and (heading := line.section_heading())
        and heading.kind == "beslutning"
        and heading.date in (None, date)
        for line, below in pairwise([*lines, None])
    )


def _sentence_like(text: str) -> bool:
    return (text.endswith(".") and " " in text) or tells(text)
