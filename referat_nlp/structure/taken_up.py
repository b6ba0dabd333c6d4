"""Minutes that list their titles once and take them up by number: 'Dagsorden: 1. Byfest …', and below it 'Ad 1. …'."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from .item_headings import Candidate
from .lines import Line
from .paragraph_items import has_sections
from .toc import TableOfContents

_TAKEN_UP = re.compile(r"Ad\.?[ ](?:(?:punkt|pkt\.?)[ ])?(?P<number>\d{1,3})[.:)]?(?:[ ]+[-–][ ]+|[ ]+|$)")
_LISTED = re.compile(r"(?P<number>\d{1,3})[.:)]?[ \t]+(?=[A-ZÆØÅ\"”“»])")
_FEWEST = 3


def split_taken_up(lines: list[Line]) -> list[Line]:
    """Put what is said of a title behind 'Ad 1.' on a line of its own.

    Args:
        lines: The lines of a document.

    Returns:
        The lines; the same list where no list of titles is taken up number by number.
    """
    heads = [(i, match) for i, line in enumerate(lines) if (match := _TAKEN_UP.match(line.text))]
    numbers = [int(match["number"]) for _, match in heads]
    if len(heads) < _FEWEST or any(b != a + 1 for a, b in pairwise(numbers)):
        return lines
    above = ((line, _LISTED.match(line.text)) for line in lines[: heads[0][0]])
    listed = {int(match["number"]): line.text[match.end() :] for line, match in above if match is not None}
    if numbers != sorted(listed) or has_sections(lines):
        return lines  # the points of a decision
    result, at = [], 0
    for (i, match), number in zip(heads, numbers, strict=True):
        line, end = lines[i], match.end()
        result.extend(lines[at:i])
        at = i + 1
        again = re.compile(re.escape(listed[number].rstrip(" .:")) + r"(?:[ ]*[.:][ ]*|[ ]+[–-][ ]+|$)", re.IGNORECASE)
        titled = again.match(line.text, end)
        head = line.text[:end].rstrip(" –-") if titled is None else line.text[: titled.end()].rstrip(" .:–-")
        end = end if titled is None else titled.end()
        result.append(replace(line, end=line.start + len(head), text=head))
        if rest := line.text[end:]:
            result.append(replace(line, start=line.start + end, text=rest, blank_before=False, mark=None))
    return [*result, *lines[at:]]


def taken_up(lines: Sequence[Line], numbered: Mapping[int, Candidate], toc: TableOfContents) -> Mapping[int, Candidate]:
    """Numbers that stand alone below the list of titles, each with the title that it takes up.

    Args:
        lines: The document's lines.
        numbered: Lines that have the form of a numbered heading, by index.
        toc: The list of titles.

    Returns:
        The candidates by index of their line.
    """
    listed = {numbered[i].number: numbered[i].title for i in sorted(toc.lines) if i in numbered}
    if not listed or has_sections(lines):
        return {}
    return {
        i: replace(candidate, title=listed[candidate.number], style="taken")
        for i, candidate in numbered.items()
        if _is_number_alone(i, candidate, toc.lines) and listed.get(candidate.number)
    }


def _is_number_alone(index: int, candidate: Candidate, listed: Collection[int]) -> bool:
    return candidate.style.startswith("word:ad") and not candidate.title and index not in listed
