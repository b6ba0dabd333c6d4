"""Lines at the top of a document that tell of the meeting and not of an item."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .case_numbers import case_number_of, is_of_frame
from .deciding import DECIDES
from .header.clock import date_in, without_dates, without_times
from .header.labels import GLUED_LABEL, fields_of
from .header.place import is_room, place_of
from .header.run_on import is_run_on
from .header.titles import is_body, is_municipality, title_kind
from .item_headings import numbered_candidate
from .lines import Line, is_debris
from .toc import is_contents_head

#: A meeting's own line stands no further down.
_TOP = 12
#: No unlabelled line of a head is longer.
_LONGEST = 160
_SAYS_DECISION = re.compile(r"beslut|behandl|vedtag|afgør|drøft|anbefal|udtal|indstil|erklær", re.IGNORECASE)
_DAY = re.compile(
    r"\b(?:(?:man|tirs|ons|tors|fre|lør|søn)dag|den|d\.|kl\.?|fra|til|mødet?|(?:ekstra)?ordinært)(?!\w)", re.IGNORECASE
)
_MEETING = re.compile(r"\b\w*møder?t?\b", re.IGNORECASE)
_REMARKS = re.compile(r"Bemærkninger:?")
_AWAY = frozenset(("excused", "absent", "substitutes"))
#: 'Dagsorden - Godkendelse' is a title.
_OF_ITEM = re.compile(r"godkend|bemærkning|underskr|orientering", re.IGNORECASE)
_SHORT_TITLE = 3
#: Around a document that a page shows as text.
_VIEWER = re.compile(
    r"(?:Størrelse: ?px|Starte visningen fra side:?|Transkript(?:ion)?|Relaterede dokumenter|Save this PDF as:?"
    r"|WORD +PNG +TXT +JPG)$|Download [\"”“]"
)


def heads_minutes(index: int, lines: Sequence[Line]) -> bool:
    """Whether 'Byrådets møde den 27. april 2022', which may head a decision, heads the minutes themselves.

    Args:
        index: Index of the line.
        lines: The document's lines.

    Returns:
        True where it stands at the top, with no item above it, nothing decided below it and other sections to come.
    """
    heading = lines[index].section_heading() if index < _TOP else None
    if heading is None or not (heading.body and heading.date) or heading.length < len(lines[index].text):
        return False
    if _SAYS_DECISION.search(heading.heading) or lines[index].text[-1] == ":" or index + 1 >= len(lines):
        return False
    for at, line in enumerate(lines[:index]):
        if line.section_heading() is not None or is_of_frame(line.text):
            return False
        if len(line.text) > _LONGEST or numbered_candidate(at, line) is not None:
            return False
    below = lines[index + 1]
    if DECIDES.search(below.text) and not title_kind(below.text):
        return False
    headings = (line.section_heading() for line in lines[index + 1 :])
    return any(h is not None and h.certain and not (h.body and h.date) for h in headings)


def head_end(lines: Sequence[Line], stop: int) -> int:
    """Index of the line behind the last that tells of the meeting, in a document without headings of items.

    Args:
        lines: The document's lines.
        stop: Index of the first line that is certain to be an item's.

    Returns:
        0 where no line does.
    """
    top = lines[:stop]
    fields = fields_of(top)
    free = {field.line.start for field in fields if field.kind is None}
    place = place_of(fields)
    end, told = 0, False
    kinds = {field.line.start: field.kind for field in fields}
    for i, line in enumerate(top):
        if is_run_on(line.text):
            end, told = i + 1, True
            continue
        if case_number_of(line.text)[1] or (len(line.text) > _LONGEST and line.start in free):
            break
        candidate = numbered_candidate(i, line)
        if candidate is not None and candidate.style == "sep:." and candidate.title and line.start in free:
            break
        if kinds.get(line.start) in _AWAY and any(_may_head_item(other) for other in top[end:i]):
            break  # who was away when the item was treated
        near = i == end and (not line.blank_before or (i > 0 and is_room(line.text)))
        if line.start not in free or _tells_of_meeting(line.text) or (place and near and place in line.text):
            end = i + 1
            told |= kinds.get(line.start) in ("date", "body", "members") or line.start in free
    return end if told else 0  # a place alone may be the case's


def _may_head_item(line: Line) -> bool:
    return not (
        _REMARKS.fullmatch(line.text)
        or GLUED_LABEL.match(line.text)
        or is_chrome(line.text)
        or is_body(line.text)
        or is_municipality(line.text)
        or title_kind(line.text)
    )


def _tells_of_meeting(text: str) -> bool:
    """Whether a line without a label is the title of the minutes, a day, a body or a municipality."""
    if len(text) > _LONGEST or text[-1] == ".":
        return False
    if GLUED_LABEL.match(text):
        return True
    if is_municipality(text) and len(text.split()) <= _SHORT_TITLE:
        return True
    dated = date_in(text) is not None
    if title_kind(text) and not _OF_ITEM.search(text):
        return dated or is_municipality(text) or len(text.split()) <= _SHORT_TITLE
    if not dated:
        return False
    rest = _DAY.sub(" ", without_times(without_dates(text))).strip(" ,.:|–-")
    return not rest or is_body(rest) or (_MEETING.search(text) is not None and is_body(_MEETING.sub("", text)))


def is_chrome(text: str) -> bool:
    """Whether a line above an item's title is furniture of the page it was copied from."""
    return (
        is_debris(text) or is_contents_head(text) or text.endswith((" logo", " forside")) or bool(_VIEWER.match(text))
    )
