"""Numbered points of an Indstilling or a Bilag that look like item headings, as a section follows them."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Mapping, Sequence
from itertools import pairwise

from .case_numbers import is_of_frame
from .item_headings import Candidate
from .lines import Line

#: A member of the body, in a numbered list of those who met.
_MEMBER = re.compile(
    r"(?:[A-ZÆØÅ]?[a-zæøå]+[ ])?[A-ZÆØÅ][\w.'-]+(?:[ ][A-ZÆØÅ][\w.'-]*){1,4},?[ ]\([A-ZÆØÅ]{1,2}\)"
    r"(?:,?[ ]\(?[a-zæøå0-9. -]{4,30}\)?)?"
)
_CASE = frozenset(("resume", "sagsfremstilling", "baggrund"))
#: A line that a list of what is asked goes on with ('Direktionen indstiller, at').
BREAKS_OFF = re.compile(
    r"(?:\bat[ ]?[:,]?|\b(?:indstill|anbefal)(?:er|es)\b[^.]{0,60}[:,]|\bforeslå[rs]\b[^.]{0,60}[:,])$", re.IGNORECASE
)


class ListPoints:
    """Tells the points of lists from item headings by the sections they stand between.

    Where nothing numbered stands between two sections, the one follows the other inside an item. A list
    between two such sections is part of the item, wherever it stands.

    Args:
        lines: The document's lines.
        numbered: Candidates for item headings by line index.
    """

    def __init__(self, lines: Sequence[Line], numbered: Mapping[int, Candidate]) -> None:
        self._numbered = numbered
        self._lines = lines
        headings = [
            (i, h.kind) for i, line in enumerate(lines) if (h := line.section_heading()) is not None and h.certain
        ]
        self._at = [i for i, _ in headings]
        self._kinds = [kind for _, kind in headings]
        self._within = {("indstilling", "beslutning")}
        indices = sorted(numbered)
        for (above, kind), (below, next_kind) in pairwise(headings):
            if bisect(indices, above) == bisect(indices, below):
                self._within.add((kind, next_kind))

    def holds(self, candidate: Candidate) -> bool:
        """Whether the candidate is a later point of a list that begins with 1 inside a section, or is what is asked.

        Args:
            candidate: One of the candidates.

        Returns:
            True only where the section behind the list follows the section around it inside items too, or the list
            stands under 'Direktionen indstiller, at'.
        """
        first = self._first_point(candidate)
        if first is not None and self._asked(first):
            return True
        return (
            first not in (None, candidate.index)
            and self.inside(candidate)
            and self._at[bisect(self._at, candidate.index) - 1] < first
        )

    def names_member(self, candidate: Candidate) -> bool:
        """Whether the candidate is a member ('2. Bo Lind (V)') directly above or below the next of a list of members.

        Args:
            candidate: One of the candidates.

        Returns:
            False for one alone: a title may end in a letter in brackets, too.
        """
        if candidate.value is None or _MEMBER.fullmatch(candidate.title) is None:
            return False
        beside = (self._numbered.get(candidate.index + step) for step in (-1, 1))
        return any(
            other is not None
            and other.value is not None
            and abs(other.value - candidate.value) == 1
            and _MEMBER.fullmatch(other.title) is not None
            for other in beside
        )

    def _asked(self, first: int) -> bool:
        """Whether a point 1 stands under what breaks off before it ('Direktionen indstiller, at'), or opens a section.

        The points of a case stand below each other, right under its heading.
        """
        above = self._lines[first - 1] if first else None
        if above is None or self._lines[first].level is not None:
            return False
        if BREAKS_OFF.search(above.text):
            return True
        heading = above.section_heading()
        if heading is None or not heading.certain or heading.length < len(above.text):
            return False
        if heading.kind == "indstilling":
            return self.inside(self._numbered[first])
        return heading.kind in _CASE and first + 1 in self._numbered

    def inside(self, candidate: Candidate) -> bool:
        """Whether the sections around the candidate follow each other inside items too."""
        below = bisect(self._at, candidate.index)
        if below == 0 or below == len(self._at):
            return False
        framed = any(is_of_frame(line.text) for line in self._lines[candidate.index + 1 : self._at[below]])
        return not framed and (self._kinds[below - 1], self._kinds[below]) in self._within

    def _first_point(self, candidate: Candidate) -> int | None:
        """Index of point 1 of the list that the candidate counts on from; None where there is none."""
        at, value = candidate.index, candidate.value or 0
        if value < 1:
            return None
        while value > 1:
            value -= 1
            near = range(at - 1, max(at - 4, -1), -1)
            above = next((i for i in near if i in self._numbered and self._numbered[i].value == value), None)
            if above is None or self._numbered[above].style != candidate.style:
                return None
            at = above
        return at
