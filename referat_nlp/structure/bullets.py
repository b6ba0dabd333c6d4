"""Items and headings that a web page prints as the points of a list: '- 2 Ny skole', '- Indstilling'."""

from __future__ import annotations

import re
from dataclasses import replace

from ..danish.headings import STRONG_KINDS, Heading, match_heading
from .lines import Line

_BULLET = re.compile(r"[-•·*▪–][ \t]+(?=[A-ZÆØÅ\d])")
_ITEM = re.compile(r"(?:(?:Pkt|Punkt)\.?[ ])?\d{1,4}[.:]?[ ]+[A-ZÆØÅ]")
_FEWEST = 4


def without_bullets(lines: list[Line]) -> list[Line]:
    """Take the bullets off the items and headings of a document that prints its headings as points.

    Args:
        lines: The lines of a document.

    Returns:
        The lines; the same list where its headings have no bullets.
    """
    bullets = {i: match.end() for i, line in enumerate(lines) if (match := _BULLET.match(line.text))}
    heads = {i: head for i, end in bullets.items() if (head := _heading(lines[i].text[end:])) is not None}
    strong = [head.kind for head in heads.values() if head.certain and head.kind in STRONG_KINDS]
    if len(strong) < _FEWEST or len(set(strong)) < 2:
        return lines
    bare = list(lines)
    for i, end in bullets.items():
        line = lines[i]
        if i in heads or _ITEM.match(line.text, end):
            bare[i] = replace(line, start=line.start + end, text=line.text[end:], mark=None)
    return bare


def _heading(text: str) -> Heading | None:
    """The heading that takes a whole line, or None."""
    head = match_heading(text)
    return head if head is not None and head.length >= len(text) else None
