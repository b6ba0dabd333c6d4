"""From the lines of one item to its record: frame, sections, attachments, decisions."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..danish.bodies import same_body
from ..danish.headings import Heading, heading_key
from ..schema import Decision, Item, Meeting, Section, SectionKind, Span
from .closing import closing_sections
from .deciding import DECISION_LINE, DECISION_TEXT, decides, recommends
from .decisions import NOT_RELEASED, SectionOrigin, find_decisions
from .frame import Frame, RawItem, heads_group, read_frame
from .item_headings import is_group_heading
from .layout import Layout
from .lines import Line, is_debris
from .section_kinds import is_earlier_decision, settle_kinds, settle_own
from .sections import WRAPPER, SectionStart, find_sections
from .unheaded import with_unheaded

_OPEN_OR_CLOSED = re.compile(r"^(?:Åbent?|Lukket)(?:\s+(?:punkt|sag|dagsordenspunkt))?$", re.IGNORECASE)
_NO_ITEM = re.compile(r"^(?:Ingen(?: (?:punkter|sager))?|Intet)\.?$")
_NO_ATTACHMENT = re.compile(r"^(?:ingen(?: bilag)?|der er ingen bilag|-|\.|intet|nej)\.?$", re.IGNORECASE)
_ATTACHMENT_BULLET = re.compile(r"^(?:[-•·*▪–]\s+|\d{1,2}[.)]\s+(?=\S))")
#: A document's number in a cell of its own.
_DOCUMENT_NUMBER = re.compile(r"^\d[\d/.-]{4,20}\t+(?=\S)")
_PDF_DEBRIS = re.compile(
    r"\s*(?:\((?i:pdf|docx?|xlsx?|pptx?)\b[^)]*\)|application/pdf icon|(?<![\w.])PDF(?=[A-ZÆØÅ][a-zæøå]|\W|$)"
    r"|\(\d+(?:[.,]\d+)? ?[kKM]B\))\s*"
)


def build_item(raw: RawItem, item_id: str, lines: Sequence[Line], text: str, layout: Layout, meeting: Meeting) -> Item:
    """Read an item's lines.

    Args:
        raw: Where the item stands and what its heading told.
        item_id: Its identifier.
        lines: The document's lines.
        text: The document's text.
        layout: How the document shows section headings.
        meeting: The meeting's header.

    Returns:
        The item; its analysed fields are empty but for the decisions.
    """
    frame = read_frame(raw, lines)
    end = _without_tail(raw, lines)
    starts = find_sections(lines, frame.text_from, end, layout)
    if not frame.closed:
        starts = with_unheaded(starts, lines, frame.text_from, end, layout, meeting)
    sections, origins = _sections(starts, frame, end, lines, text, raw, layout, meeting)
    settle_kinds(sections, background_is_case=layout.background_is_case)
    decisions = find_decisions(origins, text, meeting)
    _settle_earlier(origins, decisions)
    settle_own(sections, decisions)
    if raw.attachments:
        # The reader lists what the format declares; that list is no section of the case.
        sections = [s for s in sections if s.kind != "bilag" or attachment_titles(s.text) != list(raw.attachments)]
    last = lines[end - 1].end if end > raw.first else lines[raw.first].end
    listed = [a for s in sections if s.kind == "bilag" for a in attachment_titles(s.text)]
    attachments = list(raw.attachments) or [*(a for a in frame.attachments if a not in listed), *listed]
    return Item(
        id=item_id,
        number=raw.number,
        title=raw.title,
        case_number=frame.case_number,
        closed=frame.closed,
        span=(lines[raw.first].start + raw.offset, max(last, lines[raw.first].end)),
        sections=sections,
        attachments=attachments,
        decisions=decisions,
    )


def _without_tail(raw: RawItem, lines: Sequence[Line]) -> int:
    """The end of the item without group headings, page furniture and the next item's case number."""
    end = raw.end
    if end - 2 >= raw.body and _NO_ITEM.match(lines[end - 1].text) and is_group_heading(lines[end - 2].text):
        end -= 1  # 'Lukkede punkter', and below it 'Ingen.'
    while end > raw.body and (
        (is_group_heading(lines[end - 1].text) and not _is_all_decided(end - 1, raw, lines))
        or is_debris(lines[end - 1].text)
        or (raw.end < len(lines) and heads_group(lines[end - 1]))
        or (raw.end < len(lines) and _OPEN_OR_CLOSED.match(lines[end - 1].text))
    ):
        end -= 1
    return end


def _is_all_decided(index: int, raw: RawItem, lines: Sequence[Line]) -> bool:
    """Whether 'Til efterretning', which may head a group, is the decision: it alone stands under its heading."""
    heading = lines[index - 1].section_heading() if index > raw.body else None
    decides = heading is not None and heading.kind == "beslutning" and heading.length >= len(lines[index - 1].text)
    return decides and DECISION_TEXT.match(lines[index].text) is not None


def _settle_earlier(origins: Sequence[SectionOrigin], decisions: Sequence[Decision]) -> None:
    """Take what is decided under a body's name for an earlier decision where the own one has a heading of its own."""
    own = [decision for decision in decisions if decision.own]
    for origin in origins:
        if origin.section.kind != "beslutning" or origin.body is None or not own:
            continue
        start, end = origin.section.span
        held = [decision for decision in decisions if start <= decision.span[0] < end]
        again = any(same_body(d.body, origin.body) and d.date == origin.date for d in own)
        if held and not again and not any(decision.own for decision in held):
            origin.section.kind = "tidligere_beslutning"


_ASKED = frozenset(("indstilling", "indstilling_og_beslutning"))


def _sections(
    starts: list[SectionStart],
    frame: Frame,
    end: int,
    lines: Sequence[Line],
    text: str,
    raw: RawItem,
    layout: Layout,
    meeting: Meeting,
) -> tuple[list[Section], list[SectionOrigin]]:
    sections: list[Section] = []
    origins: list[SectionOrigin] = []
    decided = any(start.heading.kind in ("beslutning", "indstilling_og_beslutning") for start in starts)
    first = starts[0].line if starts else end
    span = _trimmed((lines[frame.text_from].start, lines[first - 1].end), text) if frame.text_from < first else (0, 0)
    if frame.text_from < first and not NOT_RELEASED.match(text[span[0] : span[1]]):
        opens = layout.opens_with_decision and meeting.kind != "dagsorden"
        bare = not decided and (frame.closed or opens or decides(text[span[0] : span[1]], alone=not starts))
        asked = decided and not {s.heading.kind for s in starts} & _ASKED and recommends(text[span[0] : span[1]])
        kind: SectionKind = "beslutning" if bare else "indstilling" if asked else "sagsfremstilling"
        section = _section(kind, None, span, text)
        if kind == "beslutning":
            rows = _with_closing(section, closing_sections(frame.text_from + 1, first, lines), first, lines, text)
            sections.extend(rows)
            origins.append(SectionOrigin(rows[0], None, None))
        elif starts and _all_away(away := closing_sections(frame.text_from, first, lines), first - frame.text_from):
            sections.extend(
                _closing(start, first, lines, text) for start in away
            )  # 'Afbud: Bo Lind' above the headings
        else:
            sections.append(section)
    for n, start in enumerate(starts):
        stop = starts[n + 1].line if n + 1 < len(starts) else end
        if stop == frame.aside[1]:
            stop = frame.aside[0]
        line = lines[start.line]
        begin = line.start + start.heading.length if start.first == start.line else lines[start.first - 1].end
        span = _trimmed((begin, max(begin, lines[stop - 1].end)), text)
        if span[0] == span[1] and heading_key(start.heading.heading) == WRAPPER:
            continue  # it only wraps the sections behind it
        opens = layout.case_opens_with_decision and meeting.kind != "dagsorden"
        for section, heading in _resolve(start.heading, span, text, meeting, opens=opens):
            rows = [section]
            history = start.heading.kind in ("tidligere_beslutning", "sagsfremstilling")
            if section.kind in ("beslutning", "tidligere_beslutning") and not history:
                rows = _with_closing(section, closing_sections(start.line + 1, stop, lines), stop, lines, text)
            sections.extend(rows)
            if section.kind in ("beslutning", "tidligere_beslutning"):
                origins.append(SectionOrigin(rows[0], heading.body, heading.date))
    return sections, origins


def _with_closing(
    section: Section, closing: list[SectionStart], stop: int, lines: Sequence[Line], text: str
) -> list[Section]:
    """A decision, and the absence lines and attachments that close it as sections of their own."""
    if not closing:
        return [section]
    bounds = [start.line for start in closing[1:]] + [stop]
    decision = _section(
        section.kind, section.heading, _trimmed((section.span[0], lines[closing[0].line].start), text), text
    )
    return [decision, *(_closing(start, end, lines, text) for start, end in zip(closing, bounds, strict=True))]


def _closing(start: SectionStart, end: int, lines: Sequence[Line], text: str) -> Section:
    """The section that an absence line is, or the attachments up to a line."""
    kind: SectionKind = start.heading.kind  # type: ignore[assignment]
    last = lines[end - 1] if kind == "bilag" else lines[start.line]
    span = _trimmed((lines[start.line].start + start.heading.length, last.end), text)
    return _section(kind, start.heading.heading, span, text)


def _all_away(closing: Sequence[SectionStart], count: int) -> bool:
    """Whether all of some lines are absence lines."""
    return len(closing) == count and all(start.heading.kind == "fravaer" for start in closing)


def _resolve(
    heading: Heading, span: Span, text: str, meeting: Meeting, *, opens: bool
) -> list[tuple[Section, Heading]]:
    """The section, or two, that a heading's text makes: a combined 'Indstilling og beslutning' is both.

    So is a case in a house that ``opens`` it with the decision.
    """
    first = text[span[0] : span[1]].partition("\n")[0].rstrip()
    if opens and heading.kind == "sagsfremstilling" and DECISION_LINE.fullmatch(first):
        stop = span[0] + len(first)
        case = _section("sagsfremstilling", None, _trimmed((stop, span[1]), text), text)
        decision = _section("beslutning", heading.heading, (span[0], stop), text)
        return [(decision, heading), (case, heading)] if case.text else [(decision, heading)]
    if heading.kind == "indstilling_og_beslutning":
        cut = _decision_offset(text, span)
        if cut is None:
            return [(_section("indstilling", heading.heading, span, text), heading)]
        return [
            (_section("indstilling", heading.heading, _trimmed((span[0], cut), text), text), heading),
            (_section("beslutning", None, _trimmed((cut, span[1]), text), text), heading),
        ]
    kind: SectionKind = heading.kind  # type: ignore[assignment]
    if kind == "beslutning" and is_earlier_decision(heading, meeting):
        kind = "tidligere_beslutning"
    return [(_section(kind, heading.heading, span, text), heading)]


_POINT_ASKED = re.compile(r"\d{1,2}[.)] ?at\b", re.IGNORECASE)


def _decision_offset(text: str, span: Span) -> int | None:
    """Where the decision begins in the text under a combined heading: its first line that decides."""
    offset = span[0]
    for raw in text[span[0] : span[1]].split("\n"):
        if offset > span[0] and DECISION_TEXT.match(raw.strip()) and not _POINT_ASKED.match(raw.strip()):
            return offset
        offset += len(raw) + 1
    return None


def _section(kind: SectionKind, heading: str | None, span: Span, text: str) -> Section:
    return Section(kind=kind, heading=heading or None, text=text[span[0] : span[1]], span=span)


def _trimmed(span: Span, text: str) -> Span:
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end)


def attachment_titles(text: str) -> list[str]:
    """The titles listed under a heading 'Bilag', without bullets and list numbers."""
    titles = []
    for raw in text.split("\n"):
        line = _PDF_DEBRIS.sub(" ", raw).strip()
        line = _DOCUMENT_NUMBER.sub("", _ATTACHMENT_BULLET.sub("", line)).strip()
        if line and not _NO_ATTACHMENT.match(line) and not is_debris(line) and len(line) < 300:
            titles.append(line)
    return titles
