"""From a document to its structured record."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from ..danish.bodies import same_body
from ..danish.headings import Heading, heading_key
from ..document import Document
from ..errors import EmptyInputError, NotMinutesError
from ..schema import Item, Meeting, Referat, Source
from .boundaries import Boundaries, find_boundaries
from .bullets import without_bullets
from .case_numbers import case_number_of, is_frame_line, says_closed, split_title
from .completed import completed
from .folded import unfold, untable, without_labels
from .fragment import fragment
from .frame import RawItem
from .header import item_absences, parse_header
from .header.points import CLOSED_ITEMS, OPEN_ITEMS
from .induced import learn_headings
from .item_headings import is_closed_group, is_group_heading
from .items import build_item
from .layout import Layout, learn_layout
from .lines import Line, lines_of
from .paragraph_items import split_paragraph_items
from .run_in import split_run_in
from .taken_up import split_taken_up
from .toc import parted_contents


def structure(document: Document) -> Referat:
    """Structure a document: meeting header, items, sections, decisions, attachments.

    Args:
        document: A document as a reader gives it.

    Returns:
        The record; the analysed fields of its items are empty.

    Raises:
        EmptyInputError: The document holds no text.
        NotMinutesError: No agenda item was found, and the text is no single item either.

    Example:
        >>> from referat_nlp.reading import document_from_text
        >>> referat = structure(document_from_text("Punkt 1: Ny skole\\n\\nBeslutning\\n\\nGodkendt."))
        >>> referat.items[0].title, referat.items[0].sections[0].text
        ('Ny skole', 'Godkendt.')
    """
    lines = split_run_in(untable(without_labels(without_bullets(parted_contents(lines_of(document))))))
    lines = unfold(split_paragraph_items(split_taken_up(lines)))
    if not lines:
        raise EmptyInputError("there is no text in it", path=document.path)
    sha256 = document.sha256 or hashlib.sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest()
    if document.items:
        raws, before, after = _declared_items(document, lines)
        learned = learn_headings(lines, frozenset())
    else:
        boundaries = find_boundaries(lines)
        raws, before, after = _found_items(lines, boundaries)
        learned = boundaries.learned
    if not raws:
        if not any(line.section_heading() for line in lines) and len(_EVIDENCE.findall(document.text[:20000])) < 2:
            raise NotMinutesError("no agenda item was found in it", path=document.path)
        raws, before = fragment(lines)
        after = []
    meeting = parse_header(before, after, document.meeting, lines)
    layout = learn_layout(lines, [(raw.body, raw.end) for raw in raws], document.format, learned, meeting.date)
    decider = _deciding_body(raws, lines, meeting)
    own = meeting.model_copy(update={"body": decider}) if decider else meeting
    items = [
        build_item(raw, f"{sha256[:12]}-{n:03d}", lines, document.text, layout, own)
        for n, raw in enumerate(raws, start=1)
    ]
    _spread_header_absences(items, before)
    return Referat(
        source=Source(path=document.path, format=document.format, sha256=sha256, n_chars=len(document.text)),
        meeting=completed(meeting, items, (line.text for raw in raws for line in lines[raw.body : raw.body + 2])),
        items=items,
        warnings=list(document.warnings),
        text=document.text,
    )


def _deciding_body(raws: list[RawItem], lines: Sequence[Line], meeting: Meeting) -> str | None:
    """The body that the last decision of most items names, where the header names none, or one that decides nothing."""
    last: Counter[str | None] = Counter()
    today: Counter[str] = Counter()
    for raw in raws:
        decided = [
            h
            for line in lines[raw.body : raw.end]
            if (h := line.section_heading()) is not None and h.kind == "beslutning"
        ]
        named = [h for h in decided if h.body]
        if meeting.body and any(same_body(h.body, meeting.body) for h in named):
            return None
        if named:
            last[_decider(decided)] += 1
        today.update({h.body for h in named if h.body and h.date and h.date == meeting.date})
    if not meeting.body:
        return last.most_common(1)[0][0] if last else None
    # A committee that bears another name in its decisions than in the header.
    body, count = today.most_common(1)[0] if today else ("", 0)
    return body if count > 1 and 2 * count > len(raws) else None


def _decider(decided: Sequence[Heading]) -> str | None:
    """The body of the last heading over a decision; None where a bare 'Beslutning' stands behind those with a body."""
    heading = decided[-1]
    bare = heading.body is None and heading.date is None and heading_key(heading.heading) == "beslutning"
    return None if bare else next(h.body for h in reversed(decided) if h.body)


def _declared_items(document: Document, lines: Sequence[Line]) -> tuple[list[RawItem], list[Line], list[Line]]:
    """Items that the format delimits, as line indices."""
    starts = [line.start for line in lines]
    raws = []
    for hint in document.items:
        first = _index_at(starts, hint.start)
        body = _index_at(starts, max(hint.body, hint.start + 1))
        end = _index_at(starts, hint.end)
        if first >= len(lines) or hint.end <= hint.start:
            continue  # declared, with nothing in it
        raws.append(
            RawItem(
                first,
                max(body, first + 1),
                max(end, first + 1),
                hint.number,
                hint.title,
                hint.case_number,
                hint.closed,
                hint.attachments,
            )
        )
    before = list(lines[: raws[0].first]) if raws else list(lines)
    after = list(lines[raws[-1].end :]) if raws else []
    return raws, before, after


def _index_at(starts: list[int], offset: int) -> int:
    return bisect_left(starts, offset)


def _found_items(lines: list[Line], boundaries: Boundaries) -> tuple[list[RawItem], list[Line], list[Line]]:
    """Items found in the text, as line indices; a case number above a heading belongs to it."""
    starts = boundaries.starts
    above = _case_numbers_above(lines, boundaries)
    closed_starts = _closed_starts(lines, boundaries) | _closed_above(lines, boundaries)
    raws = []
    for n, start in enumerate(starts):
        end = starts[n + 1].line - (n + 1 in above) if n + 1 < len(starts) else boundaries.end
        closed = True if start.line in closed_starts else None
        title, number = split_title(start.title) if start.title else (None, None)
        raws.append(
            RawItem(
                start.line,
                start.after,
                max(end, start.after),
                start.number,
                title,
                above.get(n) or number,
                closed,
                offset=start.offset,
            )
        )
    top = starts[0].line - (0 in above) if starts else len(lines)
    before = [line for i, line in enumerate(lines[:top]) if i not in boundaries.toc.lines]
    return raws, before, lines[boundaries.end :]


def _closed_starts(lines: list[Line], boundaries: Boundaries) -> set[int]:
    """Items whose group heading says that the doors are closed, by index of their first line."""
    if not boundaries.starts:
        return set()
    # What stands above the first heading is a list of what is to come.
    top = boundaries.starts[0].line - 1
    groups = [
        (i, is_closed_group(line.text))
        for i, line in enumerate(lines)
        if i >= top and is_group_heading(line.text) and i not in boundaries.toc.lines
    ]
    closed: set[int] = set()
    for start in boundaries.starts:
        above = bisect_left(groups, (start.line, False)) - 1
        if above >= 0 and groups[above][1]:
            closed.add(start.line)
    return closed


def _closed_above(lines: list[Line], boundaries: Boundaries) -> set[int]:
    """Items with 'Lukket punkt' on the line above their heading, in a house that prints such lines there."""
    above = {s.line: lines[s.line - 1].text for s in boundaries.starts if s.line}
    frames = {line: text for line, text in above.items() if is_frame_line(text)}
    # Elsewhere such a line belongs to the closed item before, which has nothing else.
    return {line for line, text in frames.items() if says_closed(text)} if 2 * len(frames) > len(above) else set()


def _case_numbers_above(lines: list[Line], boundaries: Boundaries) -> dict[int, str]:
    """Case numbers that stand on the line before the heading they belong to, by item."""
    found: dict[int, str] = {}
    below = 0
    for n, start in enumerate(boundaries.starts):
        number = case_number_of(lines[start.line - 1].text)[0] if start.line else None
        if number is not None:
            found[n] = number
        stop = boundaries.starts[n + 1].line - 1 if n + 1 < len(boundaries.starts) else len(lines)
        ahead = lines[start.after : min(start.after + 3, stop)]
        below += any(case_number_of(line.text)[0] for line in ahead)
    # Where the numbers stand below the headings, one above closes the item before it.
    return found if found and below < len(found) and 0 in found else {}


_EVIDENCE = re.compile(
    r"\b(?:indstill|beslut|godkend|udvalg|byråd|kommunalbestyrelse|sagsfremstilling|efterretning|dagsorden|forvaltning)"
    r"|udvalget",
    re.IGNORECASE,
)


def _spread_header_absences(items: list[Item], before: Sequence[Line]) -> None:
    """Give absences that the header states for a range of items to those items."""
    for absence, (low, high) in item_absences(before):
        for item in items:
            digits = re.match(r"\d+", item.number or "")
            part = CLOSED_ITEMS if item.closed else OPEN_ITEMS
            if (low, high) == part or (digits and low <= int(digits.group()) <= high):
                item.absent.append(absence)


__all__ = ["Layout", "structure"]
