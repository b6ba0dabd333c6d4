"""Items and headings that a web page prints as the points of a list: '- 2 Ny skole', '- Indstilling'."""

from __future__ import annotations

import re
from collections.abc import Collection
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
        heads = {i: head for i, head in heads.items() if _heads_decision(i, head, lines, bullets)}
        if not heads:
            return lines
        bullets = {i: bullets[i] for i in heads}
    bare = list(lines)
    for i, end in bullets.items():
        line = lines[i]
        if i in heads or _ITEM.match(line.text, end):
            bare[i] = replace(line, start=line.start + end, text=line.text[end:], mark=None)
    return bare


def _heads_decision(index: int, head: Heading, lines: list[Line], bullets: Collection[int]) -> bool:
    """Whether '- Beslutning i Byrådet den 3. maj 2022' stands alone above text, and is no entry of a list."""
    if head.kind != "beslutning" or not (head.body and head.date) or index + 1 >= len(lines):
        return False
    beside = {index - 1, index + 1} & set(range(len(lines)))
    return not any(i in bullets or lines[i].section_heading() is not None for i in beside)


def _heading(text: str) -> Heading | None:
    """The heading that takes a whole line, or None."""
    head = match_heading(text)
    return head if head is not None and head.length >= len(text) else None
