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
    rf"(?:\d{{1,2}}(?:\.?[ ]?|-){_ANY_MONTH}(?:\.?,?[ ]|-)(?:\d{{4}}|['’]\d\d\b)"
    rf"|{_ANY_MONTH}[ ]\d{{1,2}},?[ ]\d{{4}}"
    r"|\d{1,2}/\d{1,2}[ -]+\d{4}|\d{1,2}[-./]\d{1,2}[-./]\d{4}|\d{4}-\d{2}-\d{2}|\d{1,2}[-./]\d{1,2}[-./]\d{2}(?!\d))"
)
_DATE = re.compile(
    rf"(?<![\d.\-/])(?:(?P<d1>\d{{1,2}})(?:\.?[ ]?|-)(?P<m1>{_ANY_MONTH})(?:\.?,?[ ]|-)(?P<y1>\d{{4}}|['’]\d\d\b)"
    rf"|(?P<m2>{_ANY_MONTH})[ ](?P<d2>\d{{1,2}}),?[ ](?P<y2>\d{{4}})"
    r"|(?P<d3>\d{1,2})(?:[-./](?P<m3>\d{1,2})[-./]|/(?P<m6>\d{1,2})[ -]+)(?P<y3>\d{4})(?!\d)"
    r"|(?P<y4>\d{4})-(?P<m4>\d{2})-(?P<d4>\d{2})(?!\d)"
    r"|(?P<d5>\d{1,2})[-./](?P<m5>\d{1,2})[-./](?P<y5>\d{2})(?![\d\-]))",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
# '8/29/2019 4:00:00 PM', as a web server set to American English prints the day and the hour.
_HALF = r"[ ]?(?P<half>[AP])\.?M\b\.?"
_AMERICAN = re.compile(rf",?[ ](?:kl\.?[ ])?(?:1[0-2]|0?[1-9])(?::[0-5]\d){{1,2}}{_HALF}", re.IGNORECASE)

_ORDINALS = (
    "første", "anden", "tredje", "fjerde", "femte", "sjette", "syvende", "ottende", "niende", "tiende",
    "ellevte", "tolvte", "trettende", "fjortende", "femtende", "sekstende", "syttende", "attende", "nittende",
    "tyvende", "enogtyvende", "toogtyvende", "treogtyvende", "fireogtyvende", "femogtyvende", "seksogtyvende",
    "syvogtyvende", "otteogtyvende", "niogtyvende", "tredivte", "enogtredivte",
)  # fmt: skip
_UNITS = ("en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni")
_TEENS = ("ti", "elleve", "tolv", "tretten", "fjorten", "femten", "seksten", "sytten", "atten", "nitten")
_TENS = {
    "tyve": 20, "tredive": 30, "fyrre": 40, "halvtreds": 50, "tres": 60, "halvfjerds": 70, "firs": 80,
    "halvfems": 90,
}  # fmt: skip
_NUMBERS = {
    **{word: number for number, word in enumerate((*_UNITS, *_TEENS), start=1)},
    **_TENS,
    **{f"{unit}og{ten}": base + number for ten, base in _TENS.items() for number, unit in enumerate(_UNITS, start=1)},
}
_ANY_ORDINAL = "|".join(sorted(_ORDINALS, key=len, reverse=True))
_ANY_NUMBER = "|".join(sorted((word.replace("og", "[ ]?og[ ]?") for word in _NUMBERS), key=len, reverse=True))
# 'den fjerde maj totusindogelleve', 'den fireogtyvende marts 2015'.
_IN_WORDS = re.compile(
    rf"\b(?P<day>{_ANY_ORDINAL})[ ](?:dag[ ]i[ ])?(?P<month>{MONTH}),?[ ](?:i[ ])?(?:året[ ]|år[ ])?"
    r"(?:(?P<digits>\d{4})(?!\d)|(?P<century>(?:nitten|tyve)[ ]?hundrede?|to[ ]?tusinde?)(?:[ ]?og)?"
    rf"(?:[ ]?(?P<rest>{_ANY_NUMBER}))?(?!\w))",
    re.IGNORECASE,
)
# 'År 2011, onsdag den 4. maj'.
_YEAR_FIRST = re.compile(
    rf"\bår(?:et)?[ ](?P<year>\d{{4}}),?[ ](?:\w+dag,?[ ])?(?:den|d\.)[ ](?P<day>\d{{1,2}})\.?[ ](?P<month>{MONTH})\b",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"(?<![\d.,:])(?:kl(?:\.|okken)?\s*)?([01]?\d|2[0-3])[.:]([0-5]\d)(?:[.:][0-5]\d)?(?!\s?(?:pct|%|\d|kr))"
    rf"(?:{_HALF})?",
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
        return _date_in_words(text, start)
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
            if form == "3" and _month_leads(match):
                day, month = str(month), int(day)
            try:
                found = date(year, month, int(day))
            except ValueError:
                break
            return found.isoformat(), match.start(), match.end()
    return _date_in_words(text, start)


def _month_leads(match: re.Match[str]) -> bool:
    """Whether a date of figures has its month first: no other reading, or an hour with 'AM' or 'PM' behind it."""
    if match["m3"] is None or match.group().count("/") != 2 or int(match["d3"]) > 12:
        return False
    return int(match["m3"]) > 12 or _AMERICAN.match(match.string, match.end()) is not None


def _date_in_words(text: str, start: int) -> tuple[str, int, int] | None:
    """The first date whose day, month or year is written out or whose year leads, as :func:`find_date` has it."""
    words = text[start:].casefold()
    if not any(name in words for name in _NAMES):
        return None
    if (match := _YEAR_FIRST.search(text, start)) is not None:
        day, year = int(match["day"]), int(match["year"])
    elif (match := _IN_WORDS.search(text, start)) is not None:
        day = _ORDINALS.index(match["day"].casefold()) + 1
        year = int(match["digits"]) if match["digits"] else _year_in_words(match["century"], match["rest"])
    else:
        return None
    try:
        found = date(year, _MONTHS[match["month"].casefold()], day)
    except ValueError:
        return None
    return found.isoformat(), match.start(), match.end()


def _year_in_words(century: str, rest: str | None) -> int:
    words = century.casefold().replace(" ", "")
    base = 1900 if words.startswith("nitten") else 2000
    return base + (_NUMBERS[rest.casefold().replace(" ", "")] if rest else 0)


def find_times(text: str) -> list[str]:
    """All clock times in ``text`` in order, as HH:MM; dates are not taken for times."""
    without_dates = text
    # Only what is a date: '16.30-18.00' has the form of one.
    end = 0
    while found_date := find_date(text, end):
        _, start, end = found_date
        without_dates = without_dates[:start] + " " * (end - start) + without_dates[end:]
    found = [(m.start(), f"{_hour(m[1], m['half']):02d}:{m[2]}") for m in _TIME.finditer(without_dates)]
    found += [(m.start(), f"{int(m[1]):02d}:00") for m in _HOUR.finditer(without_dates)]
    return [time for _, time in sorted(found)]


def _hour(printed: str, half: str | None) -> int:
    """The hour of the day, of twenty-four; 'AM' and 'PM' count to twelve."""
    hour = int(printed)
    if half is None or not 1 <= hour <= 12:
        return hour
    return hour % 12 + (12 if half in "Pp" else 0)
