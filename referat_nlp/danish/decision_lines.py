"""Lines by which a list of decisions tells whose each of them is, and of what day.

'ØU 12-05-2015: Anbefales.', 'Beslutning i Byrådet den 4. marts 2024', '- 4. marts 2024 Byrådet', and the rows of a
table, whose cells are parted by tabs.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from .bodies import BODY_PATTERN, INITIALS
from .dates import DATE_PATTERN, find_date
from .headings import match_heading

_LONGEST = 160
_BULLET = re.compile(r"[-•·*▪–][ \t]+")
_PERIOD_TAIL = re.compile(r"[ ]\d{4}$")
_DATE_FIRST = re.compile(
    rf"(?P<date>{DATE_PATTERN})[ ,:–-]+(?P<body>{BODY_PATTERN}|[A-ZÆØÅ][\wæøåÆØÅ,&\- ]{{3,80}})(?:[ ]\d{{4}})?:?$"
)
_POINT = r"(?:,?[ ](?:pkt\.|punkt|nr\.)[ ]?\d+)?"
_DATE_THEN_TEXT = re.compile(
    rf"(?P<date>{DATE_PATTERN})[ ,–-]{{1,3}}(?P<body>{BODY_PATTERN}|{INITIALS})"
    rf"(?:{_POINT}:[ ]|[ ](?:pkt\.[ ]?)?\d{{1,4}}[ ]+(?=[A-ZÆØÅ]))"
)
_INITIALS_THEN_TEXT = re.compile(
    rf"(?P<body>{INITIALS}),?(?:[ ](?:den|d\.))?[ ](?P<date>{DATE_PATTERN}){_POINT}(?::| [-–])[ ]"
)
_CELL_DATE = re.compile(rf"(?:(?:den|d\.)[ ])?(?P<date>{DATE_PATTERN})")
_CELL_BODY = re.compile(
    rf"{BODY_PATTERN}|{INITIALS}|[A-ZÆØÅ][\wæøå]+(?:(?:,|-| og| &|- og)[ ][A-ZÆØÅ]?[\wæøå]+){{1,5}}"
)
_CELL_POINT = re.compile(r"(?:(?:sag|punkt|pkt\.?|nr\.?)[ ]?)?\d+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """What such a line says.

    Attributes:
        body: The body, as printed, or None.
        date: The day, ISO 8601, or None.
        length: Characters of the line that say so; what stands behind them is decided.
    """

    body: str | None
    date: str | None
    length: int


def match_decision_line(line: str) -> DecisionLine | None:
    """Read a line that names the body and the day of a decision.

    Args:
        line: One line, stripped.

    Returns:
        What it says; None where it is no such line.

    Example:
        >>> match_decision_line("ØU 12-05-2015: Anbefales.")
        DecisionLine(body='ØU', date='2015-05-12', length=15)
    """
    if len(line) < 5:
        return None
    if "\t" in line:
        return _row(line)
    bullet = _BULLET.match(line)
    behind = bullet.end() if bullet else 0
    said = line[behind:]
    if len(said) <= _LONGEST and (match := _DATE_FIRST.match(said)):
        body, length = _PERIOD_TAIL.sub("", match["body"].strip()), len(said)
    elif match := _DATE_THEN_TEXT.match(said) or _INITIALS_THEN_TEXT.match(said):
        body, length = match["body"], match.end()
    else:
        heading = match_heading(said)
        if heading is None or heading.kind != "beslutning" or not (heading.body or heading.date):
            return None
        return DecisionLine(heading.body, heading.date, behind + heading.length)
    found = find_date(match["date"])
    return DecisionLine(body, found[0] if found else None, behind + length)


def _row(line: str) -> DecisionLine | None:
    """The first cells of a row: a body and a day, in any order, and the number of the item."""
    body: str | None = None
    date: str | None = None
    length = 0
    for cell in line.split("\t"):
        said = cell.strip().rstrip(":")
        if date is None and (match := _CELL_DATE.fullmatch(said)) and (found := find_date(match["date"])):
            date = found[0]
        elif body is None and _CELL_BODY.fullmatch(said):
            body = said
        elif (
            body is None and date is None and said and (both := match_decision_line(said)) and both.length == len(said)
        ):
            body, date = both.body, both.date
        elif said and not _CELL_POINT.fullmatch(said):
            break
        length += len(cell) + 1
    return DecisionLine(body, date, min(length, len(line))) if body and date else None
