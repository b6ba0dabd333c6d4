"""Where items begin that nothing tells apart but the order of their sections."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from itertools import combinations, pairwise

from ..danish.headings import Heading, heading_key

_DECISIONS = frozenset(("beslutning", "indstilling_og_beslutning"))
#: Headings that no item ends with.
_FIRST = frozenset(("resume", "sagsresume", "kort resume"))
#: Kinds that close an item wherever they stand behind its decision.
_CLOSING = frozenset(("bilag", "tidligere_beslutning"))
#: No house opens its items with more kinds than these.
_MOST_KINDS = 3


def opening(headings: Sequence[Heading], ended: Collection[int] = ()) -> list[int]:
    """Which section headings open an item.

    The kinds that open items stand behind the decision of the item before. Mostly the first heading's kind is the one;
    but the first item may be no more than a decision ('Dagsordenen godkendt'), or go without the section that opens
    the others. Where a document can be read in several ways, the one that gives the fullest items is taken, and among
    equals the one in which most items end with their decision.

    Args:
        headings: The strong section headings of a document, in order.
        ended: Indices of decisions that are known to be all of their item ('Dagsordenen godkendt').

    Returns:
        Indices of the headings that open an item; the first heading always does.
    """
    if not headings:
        return []
    first = headings[0].kind
    # 'Bilag' closes an item behind its decision, with or without a list under it.
    shown = [heading for heading in headings if heading.kind != "bilag"]
    behind = sorted(
        {below.kind for above, below in pairwise(shown) if above.kind in _DECISIONS} - _DECISIONS - _CLOSING
    )
    options = [
        {first},
        *(set(kinds) for size in range(1, min(len(behind), _MOST_KINDS) + 1) for kinds in combinations(behind, size)),
    ]
    days = Counter(heading.date for heading in headings if heading.kind in _DECISIONS and heading.date)
    # What was decided on other days closes no item of this meeting.
    today = max(days, key=lambda day: (days[day], day), default=None)
    ways = [(_openings(headings, kinds, today, ended), first in kinds) for kinds in options]
    return max(ways, key=lambda way: (*_fullness(headings, way[0]), way[1]))[0]


def _openings(headings: Sequence[Heading], kinds: set[str], today: str | None, ended: Collection[int]) -> list[int]:
    """The headings of some kinds that stand behind a decision, and decisions that the item has already."""
    starts = [0]
    decided: list[Heading] = []
    for n, heading in enumerate(headings):
        closed = n - 1 in ended and heading.kind not in _CLOSING
        # 'Resumé' behind the attachments of a case that was decided
        closed = closed or (
            bool(decided) and headings[n - 1].kind == "bilag" and heading_key(heading.heading) in _FIRST
        )
        if n and (closed or (heading.kind in kinds and decided) or _again(heading, decided, headings[n - 1])):
            starts.append(n)
            decided = []
        if heading.kind in _DECISIONS and heading.date in (None, today):
            decided.append(heading)
    return starts


def _again(heading: Heading, decided: Sequence[Heading], above: Heading) -> bool:
    """Whether the decision of this body and day stands above already; an undated one only directly above."""
    same = [
        other for other in decided if (other.kind, other.body, other.date) == (heading.kind, heading.body, heading.date)
    ]
    if heading.date is None:
        # Text on the heading's own line may tell the bodies apart: 'BESLUTNING: Økonomiudvalget den 4. maj'.
        alone = heading.length <= len(heading.heading) + 1
        return alone and heading.kind == "beslutning" and bool(same) and same[-1] is above
    return bool(same)


def _fullness(headings: Sequence[Heading], starts: Sequence[int]) -> tuple[int, int, int]:
    """How full the items are, how many begin with what no item ends with, and how many end with a decision."""
    items = [[h.kind for h in headings[start:end]] for start, end in pairwise([*starts, len(headings)])]
    ends = [next((kind for kind in reversed(kinds) if kind not in _CLOSING), None) for kinds in items]
    opened = sum(heading_key(headings[start].heading) in _FIRST for start in starts)
    return sum(len(set(kinds)) ** 2 for kinds in items), opened, sum(kind in _DECISIONS for kind in ends)
