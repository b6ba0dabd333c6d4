"""A document in which no heading of an item is found: one item, with as much of the meeting's head as was copied."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .case_numbers import case_number_in_title, is_of_frame, split_title
from .frame import RawItem
from .header.entries import lists_people
from .heads import head_end, heads_minutes, is_chrome
from .item_headings import number_on, numbered_candidate, titles_number
from .lines import Line
from .titles import without_empty_brackets

_LONGEST_TITLE = 400
#: A number before the title that is no amount and no year.
_STYLES = ("sep:.", "sep::", "sep:doubled")


def fragment(lines: Sequence[Line]) -> tuple[list[RawItem], list[Line]]:
    """Read a document as one item.

    Args:
        lines: The document's lines.

    Returns:
        The item, and the lines above it, which tell of the meeting.
    """
    sections = [i for i, line in enumerate(lines) if line.section_heading() is not None and not heads_minutes(i, lines)]
    stop = next((i for i in sections if _is_strong(lines[i])), len(lines))
    top = head_end(lines, stop)
    while 0 < top < stop and is_chrome(lines[top].text):
        top += 1  # 'Indhold', above the first section
    first_section = next((i for i in sections if i >= top), None)
    at = title_at(lines, top, len(lines) if first_section is None else first_section)
    if at is None:
        top = min(top, len(lines) - 1)
        return [RawItem(top, top, len(lines), None, None)], list(lines[:top])
    candidate = numbered_candidate(at, lines[at])
    number, title = None, lines[at].text
    if (
        candidate is not None
        and candidate.title
        and (candidate.style in _STYLES or candidate.style.startswith("word:"))
    ):
        number, title = candidate.number, candidate.title
    elif (alone := number_on(lines[at])) is not None and at + 1 < len(lines) and titles_number(lines[at + 1]):
        return [RawItem(at, at + 2, len(lines), alone, lines[at + 1].text)], list(lines[:at])
    bare, case_number = split_title(without_empty_brackets(title))
    case_number = case_number or case_number_in_title(title)
    return [RawItem(at, at + 1, len(lines), number, bare, case_number)], list(lines[:at])


def title_at(lines: Sequence[Line], top: int, stop: int) -> int | None:
    """Where the title of an item stands that no heading shows: above the case number, or first of all that can be one.

    Args:
        lines: The document's lines.
        top: Index of the line behind the meeting's head.
        stop: Index of the item's first section heading.

    Returns:
        Index of the title; None where there is none.
    """
    for i in range(top, stop):
        if is_of_frame(lines[i].text):
            above = i - 1
            if above >= top and _may_title(lines[above]):
                return above
            break
    at = next((i for i in range(top, stop) if not is_chrome(lines[i].text)), None)
    if at is None and stop + 1 < len(lines) and _is_strong(lines[stop + 1]) and not _is_strong(lines[stop]):
        at = stop  # 'Eventuelt' above 'Beslutning'
    if at is None or not _may_title(lines[at]) or at + 1 >= len(lines):
        return None
    return at


def _ends_sentence(text: str) -> bool:
    named = _NAMED_ITEM.match(text) is not None
    return _SENTENCE_END.search(text) is not None and not named and not _CUT_SHORT.search(text)


def _is_strong(line: Line) -> bool:
    heading = line.section_heading()
    return heading is not None and heading.is_strong


_NAMES = re.compile(
    r"[A-ZÆØÅ][\w.-]+(?: [A-ZÆØÅ][\w.-]*)+ \([A-ZÆØÅ]{1,3}\)|(?:(?:[A-ZÆØÅ][\w.-]*|la|de|von|af) ){6,}[A-ZÆØÅ]\w+$"
)
#: 'Nr. 17 BR 124/2000. Vision for byen.'
_NAMED_ITEM = re.compile(r"(?:Punkt|Pkt\.?|Nr\.|Sag(?: nr\.)?) ?\d{1,4}[.:]? ")
_SENTENCE_END = re.compile(r"[.;]$")
#: 'm.m.' ends no sentence.
_CUT_SHORT = re.compile(r"\b(?:m\.?m|m\.?v|m\.?fl|o\.?l|pkt|nr|stk)\.$")


def _may_title(line: Line) -> bool:
    if len(line.text) >= _LONGEST_TITLE or _ends_sentence(line.text) or is_chrome(line.text) or _NAMES.match(line.text):
        return False
    return not lists_people(line.text) and not is_of_frame(line.text)
