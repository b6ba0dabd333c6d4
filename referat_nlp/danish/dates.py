"""Dates and clock times as Danish minutes write them."""

from __future__ import annotations

import re
from datetime import date

_NAMES = (
    "januar", "februar", "marts", "april", "maj", "juni",
    "juli", "august", "september", "oktober", "november", "december",
)  # fmt: skip
MONTH = "(?:" + "|".join(_NAMES) + ")"
"""Pattern of a month's name in full; to be compiled without regard to case."""

_MONTHS = {
    **{name: number for number, name in enumerate(_NAMES, start=1)},
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9,
    "okt": 10, "nov": 11, "dec": 12,
    # One publishing system prints English months on Danish pages.
    "january": 1, "february": 2, "march": 3, "may": 5, "june": 6, "july": 7, "october": 10,
}  # fmt: skip
_ANY_MONTH = "(?:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + ")"

#: A date as a pattern without groups.
DATE_PATTERN = (
    rf"(?:\d{{1,2}}\.?[ ]?{_ANY_MONTH}\.?,?[ ](?:\d{{4}}|['’]\d\d\b)"
    rf"|{_ANY_MONTH}[ ]\d{{1,2}},?[ ]\d{{4}}"
    r"|\d{1,2}/\d{1,2}[ -]+\d{4}|\d{1,2}[-./]\d{1,2}[-./]\d{4}|\d{4}-\d{2}-\d{2}|\d{1,2}[-./]\d{1,2}[-./]\d{2}(?!\d))"
)
_DATE = re.compile(
    rf"(?<![\d.\-/])(?:(?P<d1>\d{{1,2}})\.?[ ]?(?P<m1>{_ANY_MONTH})\.?,?[ ](?P<y1>\d{{4}}|['’]\d\d\b)"
    rf"|(?P<m2>{_ANY_MONTH})[ ](?P<d2>\d{{1,2}}),?[ ](?P<y2>\d{{4}})"
    r"|(?P<d3>\d{1,2})(?:[-./](?P<m3>\d{1,2})[-./]|/(?P<m6>\d{1,2})[ -]+)(?P<y3>\d{4})(?!\d)"
    r"|(?P<y4>\d{4})-(?P<m4>\d{2})-(?P<d4>\d{2})(?!\d)"
    r"|(?P<d5>\d{1,2})[-./](?P<m5>\d{1,2})[-./](?P<y5>\d{2})(?![\d\-]))",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_TIME = re.compile(
    r"(?<![\d.,:])(?:kl(?:\.|okken)?\s*)?([01]?\d|2[0-3])[.:]([0-5]\d)(?:[.:][0-5]\d)?(?!\s?(?:pct|%|\d|kr))",
    re.IGNORECASE,
)
_HOUR = re.compile(r"\bkl(?:\.|okken)?\s*([01]?\d|2[0-3])\b(?![.:]\d)", re.IGNORECASE)


def find_date(text: str, start: int = 0) -> tuple[str, int, int] | None:
    """The first date in ``text``.

    Args:
        text: The text to search.
        start: Where to begin.

    Returns:
        The date in ISO 8601, and the offsets where it stands; None where there is none that exists in
        the calendar. A two-digit year is of this century below 70, of the last from 70 on.
    """
    if _DIGIT.search(text, start) is None:
        return None
    for match in _DATE.finditer(text, start):
        for form in "12345":
            day = match.group(f"d{form}")
            if day is None:
                continue
            month_text, year_text = match.group(f"m{form}") or match["m6"], match.group(f"y{form}")
            month = int(month_text) if month_text.isdigit() else _MONTHS[month_text.casefold()]
            year_text = year_text.lstrip("'’")
            year = int(year_text)
            if len(year_text) == 2:
                year += 2000 if year < 70 else 1900
            try:
                found = date(year, month, int(day))
            except ValueError:
                break
            return found.isoformat(), match.start(), match.end()
    return None


def find_times(text: str) -> list[str]:
    """All clock times in ``text`` in order, as HH:MM; dates are not taken for times."""
    without_dates = text
    # Only what is a date: '16.30-18.00' has the form of one.
    end = 0
    while found_date := find_date(text, end):
        _, start, end = found_date
        without_dates = without_dates[:start] + " " * (end - start) + without_dates[end:]
    found = [(m.start(), f"{int(m[1]):02d}:{m[2]}") for m in _TIME.finditer(without_dates)]
    found += [(m.start(), f"{int(m[1]):02d}:00") for m in _HOUR.finditer(without_dates)]
    return [time for _, time in sorted(found)]
