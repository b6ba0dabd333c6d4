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
# 'deltog kun i punkt 3', 'mødte først fra pkt. 3', '(fra punkt 3)'.
_THERE_FOR = re.compile(
    r"(?:^|\b(?:deltog|deltager|mødte|var|er|overværede|stødte|ankom|kom)\b[^.;\d]{0,60}?\b)(?:først\s+)?"
    r"(?:(?P<only>kun|alene|udelukkende)\b[^.;\d]{0,40}?|fra(?:\s+og\s+med)?\s+)"
    r"(?=(?:behandling\w*\s+af\s+)?(?:sag|punkt|pkt|dagsordenspunkt)\w*\.?\s*(?:nr\.?\s*)?\d)",
    re.IGNORECASE,
)
_LAST = 9999


def points_in(text: str) -> list[tuple[int, int]]:
    """The item numbers that a text names ('sag 129-138', 'punkt 3 og 5'), as inclusive ranges."""
    return [range_of(pair) for match in POINTS.finditer(text) for pair in PAIR.finditer(match[1])]


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
    match = _THERE_FOR.search(text)
    ranges = points_in(text[match.end() :]) if match else []
    if match is None or not ranges:
        return []
    first, last = min(first for first, _ in ranges), max(last for _, last in ranges)
    ends = match["only"] is not None or last > first
    return [(0, first - 1)] * (first > 1) + [(last + 1, _LAST)] * ends
