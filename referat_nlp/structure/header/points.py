"""The numbers of the items that a remark in the head is limited to ('sag 129-138', 'punkt 3 og 5')."""

from __future__ import annotations

import re

POINTS = re.compile(
    r"(?:\b(?:under|ved|i|til|fra|på|deltog\s+ikke|behandlingen|sagens|af|inhabil|var|er|fraværende|kun)\s+)*"
    r"\b(?:sag(?:erne|en|er)?|punkt(?:erne|er|et)?|pkt\.?|dagsordenspunkt(?:erne)?)\s*(?:nr\.?\s*)?"
    r"(\d{1,4}(?:\s*(?:-|–|til(?:\s+og\s+med)?|,|og)\s*\d{1,4})*)",
    re.IGNORECASE,
)
MORE_POINTS = re.compile(r"\d{1,4}(?:\s*(?:-|–)\s*\d{1,4})?")
PAIR = re.compile(r"(\d{1,4})(?:\s*(?:-|–|til(?:\s+og\s+med)?)\s*(\d{1,4}))?")


def points_in(text: str) -> list[tuple[int, int]]:
    """The item numbers that a text names ('sag 129-138', 'punkt 3 og 5'), as inclusive ranges."""
    return [range_of(pair) for match in POINTS.finditer(text) for pair in PAIR.finditer(match[1])]


def range_of(pair: re.Match[str]) -> tuple[int, int]:
    """One number or two with a dash between them, as an inclusive range."""
    first = int(pair[1])
    return first, max(first, int(pair[2])) if pair[2] else first
