"""Date, beginning and end of the meeting as its head and its last lines print them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

from ...danish.dates import find_date, find_times
from .labels import Field

_CLOCK = r"(?:kl(?:\.|okken)?\s*)?(?:2[0-3]|[01]?\d)(?:[.:][0-5]\d){0,2}(?!\d)(?:[ ]?[AP]\.?M\b\.?)?"
_TIMES = re.compile(
    rf"\bkl(?:\.|okken)?\s*{_CLOCK}(?:\s*(?:-|–|til)\s*{_CLOCK})?(?!\d)"
    rf"|\b\d{{1,2}}[.:][0-5]\d(?:[.:]\d\d)?(?:[ ]?[AP]\.?M\b\.?)?(?:\s*(?:-|–|til)\s*{_CLOCK})?(?!\d)",
    re.IGNORECASE,
)
# '2018-21' is no span of time.
_HOURS = re.compile(rf"(?<![\d./:-])({_CLOCK})\s*(?:-|–|til)\s*(?:ca\.?\s*)?({_CLOCK})(?!\d)", re.IGNORECASE)
# 'Lokale 2.14' is no clock time.
_ROOM = re.compile(r"(?:lokale|rum|bygning|lok\.|sal)[ ](?:[A-ZÆØÅ][ .]?)?$", re.IGNORECASE)
_DAY = re.compile(r"\s*\b(?:man|tirs|ons|tors|fre|lør|søn)dag(?:[ ]+(?:den|d\.))?$", re.IGNORECASE)
# The clock time alone, or with no more than a place beside it.
_CLOCK_ONLY = re.compile(
    rf"(?:[^.;]|\d\.(?=\s)){{0,80}}\bkl\.?\s*{_CLOCK}(?:\s*(?:-|–|til)\s*{_CLOCK})?[^.;\d]{{0,80}}\.?$", re.IGNORECASE
)
_OTHER_CLOCK = re.compile(
    r"hæve|slut|forlod|\bgik\b|ankom|\bkom\b|næste|frist|deltog|mødte|\btil\s+kl|\bfra\s+kl|\binden\b|senest|pause|telefon|åben",
    re.IGNORECASE,
)
_AT = re.compile(r"kl\.?\s*\d", re.IGNORECASE)
_IS_CLOCK = re.compile(r"[.:]\d|kl")
_GLUED_THE = re.compile(r"\bd\.(?=\d)")
_LOOSE_YEAR = re.compile(r"\b(\d{1,2}/\d{1,2})[ -](?=\d{4}\b)")
_ARTICLE = re.compile(r"(?:\b(?:den|d\.)\s*)?$", re.IGNORECASE)
_NOT_THE_DATE = re.compile(
    r"udskrevet|udsendt|publiceret|opdateret|offentliggjort|godkendt den|frist|næste møde|printet"
    r"|oprettet|vedtaget",
    re.IGNORECASE,
)
_BEGAN = re.compile(
    rf"(?:mødet[^\n]{{0,40}}?)?\b(?:begyndte|begynder|startede|starter|åbnede|åbnedes|påbegyndt\w*"
    rf"|blev[ ](?:åbnet|sat)|sattes|startet)\b[^\n.;]{{0,25}}?(?:kl\.?\s*)({_CLOCK})",
    re.IGNORECASE,
)
_ENDED = re.compile(
    rf"\b(?:hævet|hævede|hævedes|hæves|sluttede|slutter|sluttet|afsluttet|afsluttedes|ophævet"
    rf"|slut)\b[^\n.;]{{0,40}}?(?:kl\.?\s?:?\s*)({_CLOCK})",
    re.IGNORECASE,
)


def when(
    head: Sequence[Field], tail: Sequence[Field], is_title: Callable[[str], bool]
) -> tuple[str | None, str | None, str | None]:
    """Date, start and end; a label outweighs the title, the title any other line."""
    labelled = [
        value for kind in ("date", "time", "start") for field in head if field.kind == kind for value in field.values
    ]
    loose = [field.value for field in head if field.kind is None and not _NOT_THE_DATE.search(field.value)]
    loose = [text for text in loose if len(text) < 200 and date_in(text)]
    titles = sorted(loose, key=lambda text: (not is_title(text), "møde" not in text.casefold()))
    date = next((found for text in (*labelled, *titles) if (found := date_in(text))), None)
    start = end = None
    for text in (*labelled, *titles, *_below_date(head), *_alone(head)):
        first, last = _hours(text)
        start, end = start or first, end or last
        if start:
            break
    said = [field.value for field in (*head, *tail) if field.kind is None]
    said += [
        f"{field.label} {value}"
        for field in (*head, *tail)
        if field.kind in ("start", "end", "date")
        for value in field.values
    ]
    begun = _first(head, "start") or _said(_BEGAN, said)
    ended = _first((*head, *tail), "end") or _said(_ENDED, said)
    return date, begun or start, ended or end


def spoken_hours(text: str) -> tuple[str | None, str | None]:
    """When a sentence says that the meeting began and ended ('Mødet begyndte kl. 15 og sluttede kl. 18.10.')."""
    return _said(_BEGAN, [text]), _said(_ENDED, [text])


@lru_cache(maxsize=1024)
def date_in(text: str) -> str | None:
    """The first date of a line in ISO 8601, or None."""
    found = find_date(_spaced(text))
    return found[0] if found else None


def without_dates(text: str) -> str:
    """A line with a blank in the place of each date."""
    text, rest = "", _spaced(text)
    while found := find_date(rest):
        text += _ARTICLE.sub(" ", rest[: found[1]])
        rest = rest[found[2] :]
    return text + rest


def without_times(text: str) -> str:
    """A line with a blank in the place of each clock time and each span of time."""
    return _TIMES.sub(" ", text)


def behind_clock(text: str) -> str:
    """What stands behind the last date or clock time of a line."""
    text = _spaced(text)
    end = max((match.end() for match in _TIMES.finditer(text)), default=0)
    while found := find_date(text, end):
        end = found[2]
    return text[end:]


def around_clock(text: str) -> tuple[str, str]:
    """What stands before the first and behind the last date or clock time of a line."""
    text = _spaced(text)
    spans = [(match.start(), match.end()) for match in _TIMES.finditer(text) if not _ROOM.search(text[: match.start()])]
    end = 0
    while found := find_date(text, end):
        spans.append((found[1], found[2]))
        end = found[2]
    if not spans:
        return text, text
    first, last = min(start for start, _ in spans), max(end for _, end in spans)
    return _ARTICLE.sub("", _DAY.sub("", text[:first].rstrip(" ,")) if first else ""), text[last:]


def between_clocks(text: str) -> str:
    """What stands between the date of a line and the clock time behind it ('den 3. maj i Salen kl. 18')."""
    text = _spaced(text)
    date = find_date(text)
    time = _TIMES.search(text, date[2]) if date else None
    return text[date[2] : time.start()] if date and time else ""


def _below_date(fields: Sequence[Field]) -> list[str]:
    """Lines that begin with a clock time below a line with a date."""
    pairs = [(above.value, below.value) for above, below in pairwise(fields) if below.kind is None]
    return [below for above, below in pairs if len(below) < 120 and _AT.match(below) and date_in(above)]


def _alone(fields: Sequence[Field]) -> list[str]:
    """Lines that tell no more than a clock time and a place ('Byrådssalen, kl. 18.00.')."""
    texts = [field.value for field in fields if field.kind is None and len(field.value) < 160]
    return [text for text in texts if _CLOCK_ONLY.match(text) and not _OTHER_CLOCK.search(text)]


def _spaced(text: str) -> str:
    """A line in which dates have one of the forms that are read ('d.5.3.2024', '5/3 2024')."""
    text = _GLUED_THE.sub("d. ", text) if "d." in text else text
    return _LOOSE_YEAR.sub(r"\1/", text) if "/" in text else text


def _hours(text: str) -> tuple[str | None, str | None]:
    """Start and end in a line with a date or behind a label of time."""
    without = without_dates(text)
    spanned = _HOURS.search(without)
    if spanned:
        first, last = (_clock(group) for group in spanned.groups())
        return first, last
    times = find_times(without)
    return (times[0] if times else None), None


def _clock(text: str) -> str | None:
    times = find_times(text if _IS_CLOCK.search(text) else f"kl. {text}")
    return times[0] if times else None


def _first(fields: Iterable[Field], kind: str) -> str | None:
    return next(
        (time for field in fields if field.kind == kind for value in field.values if (time := _clock(value))),
        None,
    )


def _said(pattern: re.Pattern[str], texts: Iterable[str]) -> str | None:
    matches = (pattern.search(text) for text in texts if len(text) < 300)
    return next((_clock(match[1]) for match in matches if match), None)
