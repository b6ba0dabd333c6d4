"""From the lines of one item to its record: frame, sections, attachments, decisions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ..danish.headings import Heading, heading_key
from ..schema import Item, Meeting, Section, SectionKind, Span
from .case_numbers import (
    case_number_below,
    case_number_in_title,
    case_number_of,
    is_frame_line,
    is_label_only,
    says_closed,
)
from .deciding import DECISION_TEXT, decides
from .decisions import NOT_RELEASED, SectionOrigin, find_decisions
from .item_headings import is_group_heading
from .layout import Layout
from .lines import Line, is_debris
from .section_kinds import is_earlier_decision, settle_kinds
from .sections import WRAPPER, SectionStart, closing_absences, find_sections
from .unheaded import with_unheaded


@dataclass(frozen=True, slots=True)
class RawItem:
    """An item before its text is read.

    Attributes:
        first: Index of its heading line.
        body: Index of the first line behind number and title.
        end: Index of the line behind its last.
        number: The number as printed, or None.
        title: The title; None where it was lost.
        case_number: The case number, where it is known already.
        closed: Whether the format marks it as closed; None where it does not tell.
        attachments: Attachments that the format lists.
        offset: Characters of the heading line that belong to what stands before the item.
    """

    first: int
    body: int
    end: int
    number: str | None
    title: str | None
    case_number: str | None = None
    closed: bool | None = None
    attachments: tuple[str, ...] = ()
    offset: int = 0


@dataclass(slots=True)
class Frame:
    """What the lines between an item's title and its text tell."""

    case_number: str | None
    closed: bool
    text_from: int
    notes: list[str] = field(default_factory=list)


_CLOSED_TITLE = re.compile(
    r"^\W*lukke(?:t|de)\b|\blukket (?:punkt|sag|møde|dagsorden)|\bfor lukkede døre\b"
    r"|\(lukket\)|\(L\)$|-\s*lukket\b|\(lukket",
    re.IGNORECASE,
)
_OPEN_OR_CLOSED = re.compile(r"^(?:Åbent?|Lukket)(?:\s+(?:punkt|sag|dagsordenspunkt))?$", re.IGNORECASE)
_NO_ATTACHMENT = re.compile(r"^(?:ingen(?: bilag)?|der er ingen bilag|-|\.|intet|nej)\.?$", re.IGNORECASE)
_ATTACHMENT_BULLET = re.compile(r"^(?:[-•·*▪–]\s+|\d{1,2}[.)]\s+(?=\S))")
_PDF_DEBRIS = re.compile(
    r"\s*(?:\((?:pdf|docx?|xlsx?)[^)]*\)|application/pdf icon|(?<![\w.])PDF(?=[A-ZÆØÅ][a-zæøå]|\W|$)"
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
    if raw.attachments:
        # The reader lists what the format declares; that list is no section of the case.
        sections = [s for s in sections if s.kind != "bilag" or attachment_titles(s.text) != list(raw.attachments)]
    last = lines[end - 1].end if end > raw.first else lines[raw.first].end
    attachments = list(raw.attachments) or [a for s in sections if s.kind == "bilag" for a in attachment_titles(s.text)]
    return Item(
        id=item_id,
        number=raw.number,
        title=raw.title,
        case_number=frame.case_number,
        closed=frame.closed,
        span=(lines[raw.first].start + raw.offset, max(last, lines[raw.first].end)),
        sections=sections,
        attachments=attachments,
        decisions=find_decisions(origins, text, meeting),
    )


def read_frame(raw: RawItem, lines: Sequence[Line]) -> Frame:
    """Read the lines between an item's title and its text: case number, 'Åbent punkt', 'Sagsbehandler'."""
    case_number = raw.case_number or case_number_in_title(raw.title or "")
    closed = raw.closed if raw.closed is not None else False
    for line in lines[raw.first : raw.body]:
        before, _, rest = line.text.partition(raw.title or "\n")
        for beside in (before.partition(raw.number or "\n")[2], rest):
            frame = beside.strip(" \t|·•:.,;)–—-")  # 'Sag nr. 130   J.nr. 04.08.00-P20-2-17'
            case_number = case_number or case_number_of(frame)[0]
            closed = closed or says_closed(frame)
    closed = closed or _CLOSED_TITLE.search(raw.title or "") is not None
    i = raw.body
    while i < raw.end:
        line = lines[i]
        if line.mark is not None and line.mark.kind == "field":
            break
        number, is_case_line = case_number_of(line.text)
        if is_case_line and number is None and line.section_heading() is not None:
            break  # 'Sagen kort:'
        if is_case_line:
            case_number = case_number or number
            closed = closed or says_closed(line.text)
            if number is None and is_label_only(line.text) and i + 1 < raw.end and len(lines[i + 1].text) <= 30:
                below, is_number = case_number_of(lines[i + 1].text)
                if is_number and below:
                    case_number = case_number or below
                    i += 1
        elif says_closed(line.text):
            closed = True
        elif i + 1 < raw.end and (below := case_number_below(line.text, lines[i + 1].text)) is not None:
            case_number = case_number or below
            i += 1
        elif not (is_frame_line(line.text) or is_debris(line.text) or is_group_heading(line.text)):
            break
        i += 1
    return Frame(case_number, closed, i)


def _without_tail(raw: RawItem, lines: Sequence[Line]) -> int:
    """The end of the item without group headings, page furniture and the next item's case number."""
    end = raw.end
    while end > raw.body and (
        is_group_heading(lines[end - 1].text)
        or is_debris(lines[end - 1].text)
        or (raw.end < len(lines) and _OPEN_OR_CLOSED.match(lines[end - 1].text))
    ):
        end -= 1
    return end


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
        kind: SectionKind = "beslutning" if bare else "sagsfremstilling"
        section = _section(kind, None, span, text)
        if kind == "beslutning":
            rows = _with_absences(section, closing_absences(frame.text_from + 1, first, lines), lines, text)
            sections.extend(rows)
            origins.append(SectionOrigin(rows[0], None, None))
        else:
            sections.append(section)
    for n, start in enumerate(starts):
        stop = starts[n + 1].line if n + 1 < len(starts) else end
        line = lines[start.line]
        begin = line.start + start.heading.length if start.first == start.line else line.end
        span = _trimmed((begin, max(begin, lines[stop - 1].end)), text)
        if span[0] == span[1] and heading_key(start.heading.heading) == WRAPPER:
            continue  # it only wraps the sections behind it
        for section, heading in _resolve(start.heading, span, text, meeting):
            rows = [section]
            if section.kind in ("beslutning", "tidligere_beslutning") and start.heading.kind != "tidligere_beslutning":
                rows = _with_absences(section, closing_absences(start.line + 1, stop, lines), lines, text)
            sections.extend(rows)
            if section.kind in ("beslutning", "tidligere_beslutning"):
                origins.append(SectionOrigin(rows[0], heading.body, heading.date))
    return sections, origins


def _with_absences(section: Section, absences: list[SectionStart], lines: Sequence[Line], text: str) -> list[Section]:
    """A decision, and the absence lines that close it as sections of their own."""
    if not absences:
        return [section]
    decision = _section(
        section.kind, section.heading, _trimmed((section.span[0], lines[absences[0].line].start), text), text
    )
    rows = [decision]
    for start in absences:
        line = lines[start.line]
        rows.append(
            _section(
                "fravaer", start.heading.heading, _trimmed((line.start + start.heading.length, line.end), text), text
            )
        )
    return rows


def _resolve(heading: Heading, span: Span, text: str, meeting: Meeting) -> list[tuple[Section, Heading]]:
    """The section, or two, that a heading's text makes: a combined 'Indstilling og beslutning' is both."""
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


def _decision_offset(text: str, span: Span) -> int | None:
    """Where the decision begins in the text under a combined heading: its first line that decides."""
    offset = span[0]
    for raw in text[span[0] : span[1]].split("\n"):
        if offset > span[0] and DECISION_TEXT.match(raw.strip()) and not re.match(r"^\d{1,2}[.)] ?at\b", raw.strip()):
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
        line = _ATTACHMENT_BULLET.sub("", line).strip()
        if line and not _NO_ATTACHMENT.match(line) and not is_debris(line) and len(line) < 300:
            titles.append(line)
    return titles
