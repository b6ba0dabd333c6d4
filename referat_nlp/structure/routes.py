"""Headings over the way of a case through the bodies: what they decided, or only which of them it goes to.

'Sagens gang', 'Behandling' and 'Høring og sagsgang' are used for both, and some houses print the own decision under
them too; what stands below tells.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile, zip_longest

from ..danish.bodies import BODY_PATTERN, INITIALS
from ..danish.dates import DATE_PATTERN
from ..danish.decision_lines import match_decision_line
from ..danish.headings import Heading, heading_key
from .deciding import DECIDES
from .lines import Line

_ROUTE = re.compile(r"\bgang\b|sagsgang|sagsforløb|sagens forløb|\bbehandl|\bpolitisk proces")
_BODY = rf"(?:{BODY_PATTERN}|{INITIALS})"
_ONLY_BODIES = re.compile(
    rf"[-•]?[ \t]*{_BODY}(?:[ ]?(?:,|/|–|-|>|→|og|\t)[ ]?(?:til[ ])?{_BODY})*"
    rf"(?:[ \t,]+(?:den[ ]|d\.[ ])?{DATE_PATTERN})?\.?"
)
_MOST_LINES = 40
#: The columns of a table of bodies and days, whose cells a web page prints a line each, and two of the cells.
_COLUMN = re.compile(
    r"(?:Behandling|Behandles[ ]i|Behandlet[ ]i|Udvalg|Instans|Forum|Møde(?:dato)?|Dato|Åbent?(?:[ ]punkt)?"
    r"|Lukket(?:[ ]punkt)?|Punkt(?:nummer|[ ]?nr\.?)?|Sag(?:snr\.?|[ ]?nr\.?)?)[ ]?:?"
)
_DAY_CELL = re.compile(rf"(?:den[ ]|d\.[ ])?{DATE_PATTERN}")
_NUMBER_CELL = re.compile(r"\d{1,4}\.?|[-–]")
_FEWEST_COLUMNS = 2
#: Words that are headings only where bodies follow.
_BARE = re.compile(r"Behandling(?:er|en)?[ ]?:?")


def route_heading(line: Line, below: Sequence[Line]) -> Heading | None:
    """A heading such as 'Behandling', known by the body or the table below it; None for any other line."""
    if not below or _BARE.fullmatch(line.text) is None:
        return None
    if _is_table(below):
        return Heading("kompetence", line.text.rstrip(" :"), len(line.text))
    follows = match_decision_line(below[0].text) is not None or _ONLY_BODIES.fullmatch(below[0].text) is not None
    return Heading("beslutning", line.text.rstrip(" :"), len(line.text)) if follows else None


def settle_route(heading: Heading, lines: Sequence[Line], first: int, end: int, meeting_date: str | None) -> Heading:
    """Give a heading over the way of a case its kind by what stands under it.

    Args:
        heading: A heading that takes its whole line.
        lines: The document's lines.
        first: Index of the line under it.
        end: Index of the line behind the item's last.
        meeting_date: The day of the meeting, ISO 8601.

    Returns:
        The heading: of kind ``tidligere_beslutning`` where bodies and what they decided follow, all on earlier days
        or under words that mean a case's way; ``kompetence`` where only bodies to come follow; else as it was.
    """
    if heading.body is not None or _ROUTE.search(heading_key(heading.heading)) is None:
        return heading
    below = lines[first:end]
    if heading.kind != "tidsplan" and _is_table(below):
        return replace(heading, kind="kompetence")
    dates = []
    goes_to = False
    for n, (line, after) in enumerate(zip_longest(below, below[1:])):
        named = match_decision_line(line.text)
        if named is not None and named.body and named.date and _tells(line, named.length, after):
            dates.append(named.date)
        elif _ONLY_BODIES.fullmatch(line.text) and (after is None or _begins_other(after)):
            if n == 0 and named is None:
                goes_to = True
                break
            goes_to = goes_to or named is None or meeting_date is None or (named.date or "") >= meeting_date
        elif n == 0 or n > _MOST_LINES or line.section_heading() is not None:
            break
    if dates:
        own = meeting_date is not None and meeting_date in dates
        return heading if own and heading.kind == "beslutning" else replace(heading, kind="tidligere_beslutning")
    return replace(heading, kind="kompetence") if goes_to and heading.kind != "tidsplan" else heading


def _is_table(below: Sequence[Line]) -> bool:
    """Whether a table follows that only tells where a case goes: its columns, then bodies with a day and a number."""
    columns = sum(1 for _ in takewhile(lambda line: _COLUMN.fullmatch(line.text), below))
    cells = [line.text for line in below[columns:]]
    at = 0
    while at + 1 < len(cells) and _DAY_CELL.fullmatch(cells[at + 1]) and not _DAY_CELL.fullmatch(cells[at]):
        at += 2
        while at < len(cells) and _NUMBER_CELL.fullmatch(cells[at]):
            at += 1
    if columns < _FEWEST_COLUMNS or not at:
        return False
    return at == len(cells) or DECIDES.search(cells[at]) is None


def _tells(line: Line, named: int, after: Line | None) -> bool:
    """Whether what was decided stands behind a body and a day, or on the next line."""
    return named < len(line.text) or (after is not None and not _begins_other(after))


def _begins_other(line: Line) -> bool:
    """Whether a line tells nothing that the one above it decided."""
    return (
        _ONLY_BODIES.fullmatch(line.text) is not None
        or match_decision_line(line.text) is not None
        or line.section_heading() is not None
    )
