"""Sections without a heading: what is asked, and what was decided, told by their words and their place.

Some houses print no heading over them. The case ends in a paragraph such as 'Forvaltningen indstiller, at …', and
what follows it is the decision.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..danish.bodies import BODY_PATTERN, find_body, same_body
from ..danish.headings import Heading
from ..schema import Meeting
from .deciding import ASKED_ABOVE, DECIDES, DECISION_TEXT, MOTION_PUT, TELLS, VOTE_TAKEN, asks
from .layout import Layout
from .lines import Line
from .section_kinds import is_earlier_decision
from .sections import SectionStart

_POINT = re.compile(r"^(?:\d{1,2}[.)]|[a-z][.)]|[-•·*–]|at\b)")
#: '(Teknik- og Miljøudvalget)' under what is asked: by whom.
_IN_BRACKETS = re.compile(r"\([^()]{3,120}\)\.?")
_QUOTES = "\"”“»'"
_CASE = frozenset(("sagsfremstilling", "baggrund", "andet", "oekonomi", "hoering", "lovgrundlag", "tidsplan"))
_BEHIND = frozenset(("bilag", "fravaer"))
#: A decision without a heading is sought in this many paragraphs at the end.
_CLOSING = 3


def with_unheaded(
    starts: list[SectionStart], lines: Sequence[Line], first: int, end: int, layout: Layout, meeting: Meeting
) -> list[SectionStart]:
    """Add the sections that an item prints without a heading.

    Args:
        starts: The item's sections with a heading.
        lines: The document's lines.
        first: Index of the first line of the item's text.
        end: Index of the line behind its last.
        layout: The document's layout.
        meeting: The meeting's header; an agenda has no decisions.

    Returns:
        All sections in order; those found have an empty heading.
    """
    if first >= end:
        return starts
    found = list(starts)
    kinds = {start.heading.kind for start in found}
    if layout.asks_unheaded and not kinds & {"indstilling", "indstilling_og_beslutning"}:
        ask = _request(found, lines, first, end)
        if ask is not None:
            found = sorted([*found, _unheaded("indstilling", ask)], key=lambda start: start.line)
    if meeting.kind != "dagsorden" and not layout.opens_with_decision:
        plain = not layout.has_decisions
        at = _decision(found, lines, first, end, meeting) if plain else _sent_on(found, lines, first, end, meeting)
        if at is not None:
            found = sorted([*found, _unheaded("beslutning", at)], key=lambda start: start.line)
    return found


def _unheaded(kind: str, line: int) -> SectionStart:
    return SectionStart(Heading(kind, "", 0), line, line)


def _paragraphs(first: int, stop: int, lines: Sequence[Line]) -> list[int]:
    """Indices of the lines that begin a paragraph; every line where no blank line tells them apart."""
    begins = [i for i in range(first, stop) if i == first or lines[i].blank_before]
    return begins if len(begins) > 1 else list(range(first, stop))


def _request(starts: Sequence[SectionStart], lines: Sequence[Line], first: int, end: int) -> int | None:
    """The paragraph that asks: the last of the case that does."""
    at: int | None = None
    bounds = [(None, first), *((start.heading.kind, start.first) for start in starts)]
    stops = [start.line for start in starts] + [end]
    for (kind, begin), stop in zip(bounds, stops, strict=True):
        if kind is None or kind in _CASE:
            hits = [i for i in _paragraphs(begin, stop, lines) if asks(lines[i].text)]
            at = hits[-1] if hits else at
        elif kind in ("beslutning", "tidligere_beslutning"):
            break
    return at


def _decision(
    starts: Sequence[SectionStart], lines: Sequence[Line], first: int, end: int, meeting: Meeting
) -> int | None:
    """The first line of the decision that follows the last thing said before it, or that closes the item."""
    earlier = [s.heading.kind == "beslutning" and is_earlier_decision(s.heading, meeting) for s in starts]
    kinds = ["tidligere_beslutning" if e else s.heading.kind for e, s in zip(earlier, starts, strict=True)]
    if "beslutning" in kinds or "indstilling_og_beslutning" in kinds:
        return None
    ahead = [start for start in starts if start.heading.kind not in _BEHIND]
    stop = next((s.line for s in starts if s.heading.kind in _BEHIND and (not ahead or s.line > ahead[-1].line)), end)
    last = ahead[-1] if ahead else None
    kind = kinds[starts.index(last)] if last else None
    begins = _paragraphs(last.first if last else first, stop, lines)
    if last is not None and kind in ("indstilling", "tidligere_beslutning"):
        if kind == "tidligere_beslutning" and last.first != last.line:
            return None  # under a heading of its own, several paragraphs may be what was decided before
        said = (i for i in begins[1:] if _IN_BRACKETS.fullmatch(lines[i].text) is None)
        behind = [i for i in said if not _POINT.match(lines[i].text)]
        text = " ".join(line.text for line in lines[behind[0] : stop]) if behind else ""
        return behind[0] if behind and DECIDES.search(text) else None
    if last is None and (asked := _behind_who_asks(begins, lines, stop)) is not None:
        return asked
    for n, i in enumerate(begins[-_CLOSING:], max(0, len(begins) - _CLOSING)):
        if i > first and len(lines[i].text) < 400 and _decided(lines[i].text):
            return begins[_back_to_first_motion(begins, n, lines)]
    told = last is None and len(begins) <= _CLOSING and TELLS.search(lines[first].text) is not None
    return first if told else None


#: 'Udvalget indstiller til Økonomiudvalget, at bevillingen gives.'
_SENDS_ON = re.compile(
    rf"(?P<who>Udvalget|Rådet|{BODY_PATTERN})[ ](?:indstiller|anbefaler)[ ](?:til|over[ ]for)[ ]"
    rf"(?:{BODY_PATTERN}|[a-zæøå]+(?:rådet|udvalget|bestyrelsen))(?:[ ]og[ ]{BODY_PATTERN})?,?[ ]at\b[^:;]{{5,300}}\."
)


def _sent_on(
    starts: Sequence[SectionStart], lines: Sequence[Line], first: int, end: int, meeting: Meeting
) -> int | None:
    """The last paragraph of an item without a decision's heading, where the body that met recommends onwards in it."""
    if any(start.heading.kind not in _CASE for start in starts) or meeting.body is None:
        return None
    last = end - 1
    if last <= first or not lines[last].blank_before or (starts and last <= starts[-1].first):
        return None
    match = _SENDS_ON.fullmatch(lines[last].text)
    if match is None or not (match["who"] in ("Udvalget", "Rådet") or same_body(match["who"], meeting.body)):
        return None
    return last


def _decided(text: str) -> bool:
    """Whether a paragraph at the end of an item is its decision."""
    return DECISION_TEXT.match(text) is not None or VOTE_TAKEN.search(text) is not None


def _back_to_first_motion(begins: Sequence[int], n: int, lines: Sequence[Line]) -> int:
    """The paragraph with the first of the motions that fell before the case was decided."""
    while n > 1:
        above = lines[begins[n - 1]].text
        if _is_proceeding(above):
            n -= 1
        elif n > 2 and above[0] in _QUOTES and MOTION_PUT.search(lines[begins[n - 2]].text):
            n -= 2  # the motion's words
        else:
            break
    return n


def _is_proceeding(text: str) -> bool:
    """Whether a paragraph tells of a vote, of a motion put, or of what was decided."""
    return VOTE_TAKEN.search(text) is not None or MOTION_PUT.search(text) is not None


def _behind_who_asks(begins: Sequence[int], lines: Sequence[Line], stop: int) -> int | None:
    """The first line behind '(Økonomiudvalget)' below 'Indstilling om, at …', where what follows decides."""
    if len(begins) > 1 and ASKED_ABOVE.match(lines[begins[0]].text) and _is_proceeding(lines[begins[1]].text):
        # 'Indstilling om, at …', and below it what happened
        return begins[1] if DECIDES.search(" ".join(line.text for line in lines[begins[1] : stop])) else None
    for above, i, behind in zip(begins, begins[1:], begins[2:], strict=False):
        if not _IN_BRACKETS.fullmatch(lines[i].text) or find_body(lines[i].text) is None:
            continue
        asked = ASKED_ABOVE.match(lines[above].text) is not None or asks(lines[above].text)
        return behind if asked and DECIDES.search(" ".join(line.text for line in lines[behind:stop])) else None
    return None
