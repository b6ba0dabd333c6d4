"""The numbers of the items that a remark in the head is limited to ('sag 129-138', 'punkt 3 og 5')."""

from __future__ import annotations

import re

POINTS = re.compile(
    r"(?:\b(?:under|ved|i|til|fra|på|deltog\s+ikke|behandlingen|sagens|af|inhabil|var|er|fraværende|kun)\s+)*"
    r"\b(?:sag(?:erne|en|er)?|punkt(?:erne|er|et)?|pkt\.?|dagsordenspunkt(?:erne)?)\s*(?:nr\.?\s*)?:?\s*"
    r"(\d{1,4}(?:\s*(?:-|–|til(?:\s+og\s+med)?|,|og)\s*\d{1,4})*)",
    re.IGNORECASE,
)
MORE_POINTS = re.compile(r"\d{1,4}(?:\s*(?:-|–)\s*\d{1,4})?")
PAIR = re.compile(r"(\d{1,4})(?:\s*(?:-|–|til(?:\s+og\s+med)?)\s*(\d{1,4}))?")
# 'ankom under punkt 3', 'stødte til ved behandlingen af sag 3', 'kom efter punkt 2'.
_CAME_AT = re.compile(
    r"\b(?:ankom|ankommet|kom|kommet|stødte|indtrådte|(?:mødte|deltog|deltager)\s+først)\b(?!\s+tilbage)[^.;\d]{0,40}?"
    r"\b(?:under|ved|til|i|på|(?P<after>efter))\s+(?:(?:behandling\w*\s+)?af\s+)?"
    r"(?=(?:sag|punkt|pkt|dagsordenspunkt)\w*\.?\s*(?:nr\.?\s*)?\d)",
    re.IGNORECASE,
)
# 'deltog kun i punkt 3', 'mødte først fra pkt. 3', '(fra punkt 3)'.
_THERE_FOR = re.compile(
    r"(?:^|\b(?:deltog|deltager|mødte|var|er|overværede|stødte|ankom|kom)\b[^.;\d]{0,60}?\b)(?:først\s+)?"
    r"(?:(?P<only>kun|alene|udelukkende)\b[^.;\d]{0,40}?|fra(?:\s+og\s+med)?\s+)"
    r"(?=(?:behandling\w*\s+af\s+)?(?:sag|punkt|pkt|dagsordenspunkt)\w*\.?\s*(?:nr\.?\s*)?\d)",
    re.IGNORECASE,
)
_LAST = 9999
#: What stands for the numbers of the items of a meeting's closed and of its open part.
CLOSED_ITEMS, OPEN_ITEMS = (-1, -1), (-2, -2)
_PART = re.compile(
    r"\b(?:den|det|mødets|under|ved|til|i|fra)?\s*\b(?P<part>lukke(?:de|t)|åbne|åbent)\s+"
    r"(?:del|møde|dagsorden|sager|punkter|punkt|dør)\w*(?!\s*\d)",
    re.IGNORECASE,
)
# 'afbud til punkt 4' is for that item alone.
_BOUND = re.compile(
    r"\b(?:(?P<from>fra)(?:\s+og\s+med)?|(?P<after>efter)|(?:ind|frem\s+)?til(?P<with>\s+og\s+med)|(?:ind|frem\s+)til"
    r"|før|inden)\s+"
    r"(?:(?:behandling\w*\s+)?af\s+)?(?:sag|punkt|pkt|dagsordenspunkt)\w*\.?\s*(?:nr\.?\s*)?\d",
    re.IGNORECASE,
)


def points_in(text: str) -> list[tuple[int, int]]:
    """The item numbers that a text names ('sag 129-138', 'punkt 3 og 5'), as inclusive ranges."""
    return [range_of(pair) for match in POINTS.finditer(text) for pair in PAIR.finditer(match[1])]


def away_in(text: str) -> list[tuple[int, int]]:
    """The items that an absence is limited to, as inclusive ranges.

    >>> away_in("sag 129-131"), away_in("fra punkt 4"), away_in("til og med pkt. 2")
    ([(129, 131)], [(4, 9999)], [(0, 2)])
    >>> away_in("den lukkede del af mødet") == [CLOSED_ITEMS]
    True

    Args:
        text: What is said of the absence.

    Returns:
        No range where the text names no items.
    """
    if part := _PART.search(text):
        return [CLOSED_ITEMS if part["part"][:1].casefold() == "l" else OPEN_ITEMS]
    ranges = points_in(text)
    bound = _BOUND.search(text) if len(ranges) == 1 else None
    if bound is None:
        return ranges
    first, last = ranges[0]
    if bound["from"]:
        return [(first, last if last > first else _LAST)]
    return [(first + 1, _LAST)] if bound["after"] else [(0, last if bound["with"] else last - 1)]


def range_of(pair: re.Match[str]) -> tuple[int, int]:
    """One number or two with a dash between them, as an inclusive range."""
    first = int(pair[1])
    return first, max(first, int(pair[2])) if pair[2] else first


def missed_in(text: str) -> list[tuple[int, int]]:
    """The item numbers outside those that somebody is said to have been there for, as inclusive ranges.

    >>> missed_in("deltog kun i punkt 31-35"), missed_in("deltog først fra punkt 3")
    ([(0, 30), (36, 9999)], [(0, 2)])

    Args:
        text: What is said of a person.

    Returns:
        No range where the text says nothing of the kind.
    """
    came = _CAME_AT.search(text)
    if came and (at := points_in(text[came.end() :])):
        last_missed = at[0][1] if came["after"] else at[0][0] - 1
        return [(0, last_missed)] * (last_missed > 0)
    match = _THERE_FOR.search(text)
    ranges = points_in(text[match.end() :]) if match else []
    if match is None or not ranges:
        return []
    first, last = min(first for first, _ in ranges), max(last for _, last in ranges)
    ends = match["only"] is not None or last > first
    return [(0, first - 1)] * (first > 1) + [(last + 1, _LAST)] * ends
