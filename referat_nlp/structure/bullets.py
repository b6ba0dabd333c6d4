"""Items and headings that a web page prints as the points of a list: '- 2 Ny skole', '- Indstilling'."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from ..danish.headings import Heading, match_heading
from ..document import Mark
from .case_numbers import case_number_of, is_of_frame
from .item_headings import looks_like_title
from .lines import Line

_BULLET = re.compile(r"[-•·*▪–][ \t]+(?=[A-ZÆØÅ\d])")
_WORD = r"(?:(?:Pkt|Punkt|Sag)\.?[ ](?:nr\.?[ ])?)?"
_ITEM = re.compile(rf"{_WORD}\d{{1,4}}[.:]?[ ]+[A-ZÆØÅ]")
#: A number whose title stands on the line below.
_NUMBER = re.compile(rf"{_WORD}\d{{1,4}}[.:]?$")
_DIGITS = re.compile(r"\d+")
_FEWEST = 4
_LONGEST = 60


def without_bullets(lines: list[Line]) -> list[Line]:
    """Take the bullets off the items and headings of a document that prints its headings as points.

    Args:
        lines: The lines of a document.

    Returns:
        The lines; the same list where its headings have no bullets.
    """
    bullets = {i: match.end() for i, line in enumerate(lines) if (match := _BULLET.match(line.text))}
    heads = {i: head for i, end in bullets.items() if (head := _heading(lines[i].text[end:])) is not None}
    numbers = {i for i, end in bullets.items() if _is_number(i, end, lines)}
    if _are_headings(heads, numbers, bullets, lines):
        again = Counter(lines[i].text for i in bullets)
        shown = {
            i
            for i, end in bullets.items()
            if i in heads
            or i in numbers
            or _ITEM.match(lines[i].text, end)
            or is_of_frame(lines[i].text[end:])
            or (again[lines[i].text] > 1 and len(lines[i].text) < _LONGEST and i + 1 not in bullets)
        }
    else:
        shown = _items({i for i, end in bullets.items() if i in numbers or _ITEM.match(lines[i].text, end)}, lines)
        shown = shown or {i for i, head in heads.items() if _heads_decision(i, head, lines, bullets)}
    if not shown:
        return lines
    bare = list(lines)
    for i in shown:
        line, end = lines[i], bullets[i]
        # Its bullet shows a number alone, and one in a page without other points, to be more than a number.
        mark = Mark(line.start + end, line.end, "bold") if i in numbers or not heads else None
        bare[i] = replace(line, start=line.start + end, text=line.text[end:], mark=mark)
    return bare


def _heads_decision(index: int, head: Heading, lines: list[Line], bullets: Collection[int]) -> bool:
    """Whether '- Beslutning i Byrådet den 3. maj 2022' stands alone above text, and is no entry of a list."""
    if head.kind != "beslutning" or not (head.body and head.date) or index + 1 >= len(lines):
        return False
    beside = {index - 1, index + 1} & set(range(len(lines)))
    return not any(i in bullets or lines[i].section_heading() is not None for i in beside)


def _are_headings(
    heads: Mapping[int, Heading], numbers: Collection[int], bullets: Mapping[int, int], lines: Sequence[Line]
) -> bool:
    """Whether a document prints its headings as points: many of them, or all that it has."""
    kinds = {i: head.kind for i, head in heads.items() if head.certain}
    strong = {i: head.kind for i, head in heads.items() if head.is_strong}
    if len(strong) >= _FEWEST and len(set(strong.values())) > 1:
        return True
    enough = len(set((kinds if numbers else strong).values())) > 1 and strong
    return bool(enough) and _all_of_them(strong, bullets, lines)


def _items(points: Collection[int], lines: Sequence[Line]) -> set[int]:
    """The points that are items: their numbers count on, and a section or the frame of an item stands below each."""
    at = sorted(points)
    values = [int(_DIGITS.search(lines[i].text)[0]) for i in at]  # type: ignore[index]
    if any(after != value + 1 for value, after in pairwise(values)):
        return set()
    headed = all(any(map(_opens, lines[i + 1 : below])) for i, below in pairwise([*at, len(lines)]))
    return set(at) if headed else set()


def _opens(line: Line) -> bool:
    head = _heading(line.text)
    return (head is not None and head.is_strong) or case_number_of(line.text)[1]


def _heading(text: str) -> Heading | None:
    """The heading that takes a whole line, or None."""
    head = match_heading(text)
    return head if head is not None and head.length >= len(text) else None


def _all_of_them(strong: Iterable[int], bullets: Mapping[int, int], lines: Sequence[Line]) -> bool:
    """Whether a document of few headings prints all of them as points, and text below each but the last."""
    heads = sorted(strong)
    texts = all(i + 1 < len(lines) and i + 1 not in bullets for i in heads[:-1])
    return texts and not any(
        (head := _heading(line.text)) is not None and head.is_strong for i, line in enumerate(lines) if i not in bullets
    )


def _is_number(index: int, end: int, lines: Sequence[Line]) -> bool:
    """Whether a point is the number of an item whose title stands below it ('- 121.' over 'Ny havnevej')."""
    if _NUMBER.match(lines[index].text, end) is None or index + 1 >= len(lines):
        return False
    below = lines[index + 1]
    return looks_like_title(below) and _heading(below.text) is None
