"""The decisions that an item prints: the body's own, and those of other bodies and earlier meetings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..danish.decision_lines import match_decision_line
from ..schema import Decision, Meeting, Section, Span
from .section_kinds import is_of_other_body


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch of a section's text that is one decision."""

    body: str | None
    date: str | None
    span: Span
    history: bool


#: What a system prints in place of a closed decision.
NOT_RELEASED = re.compile(r"^(?:Beslutning )?ikke frigivet\.?$|^Beslutning ikke frigivet\.?$", re.IGNORECASE)

#: What a house prints under the heading of earlier decisions where there are none.
_NONE = re.compile(
    r"(?:ingen|intet|nej|[-–—]|(?:sagen\s+(?:er|har)\s+)?ikke\s+(?:tidligere|før)\s+(?:været\s+)?behandlet)[\s.]*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class SectionOrigin:
    """What a decision section's heading tells of the body and the day."""

    section: Section
    body: str | None
    date: str | None


def find_decisions(origins: Sequence[SectionOrigin], text: str, meeting: Meeting) -> list[Decision]:
    """Find the decisions of an item.

    A decision is the document's own where its heading names the body that met (or none), on the meeting's day (or
    none). Where the document does not say which body met, the last decision outside a history section is its own.

    Args:
        origins: The item's sections of kinds ``beslutning`` and ``tidligere_beslutning``, with what their headings
            name.
        text: The document's text.
        meeting: The meeting's header.

    Returns:
        Decisions in printed order, without empty ones.
    """
    parts: list[_Part] = []
    for origin in origins:
        parts.extend(_split(origin, text))
    parts = [part for part in parts if part.span[0] < part.span[1]]
    own = [_is_own(part, meeting) for part in parts]
    if meeting.body is None and parts and not any(own):
        open_parts = [n for n, part in enumerate(parts) if not part.history]
        if open_parts:
            own[open_parts[-1]] = True
    if any(own[n] and not part.history for n, part in enumerate(parts)):
        # The history repeats what was decided at this meeting: it is no decision more.
        kept = [n for n, part in enumerate(parts) if not (own[n] and part.history and part.body and part.date)]
        parts, own = [parts[n] for n in kept], [own[n] for n in kept]
    latest = _last_reading(parts, own)
    return [
        Decision(
            body=part.body,
            date=part.date,
            own=own[n] and n in latest,
            text=text[part.span[0] : part.span[1]],
            span=part.span,
        )
        for n, part in enumerate(parts)
    ]


def _is_own(part: _Part, meeting: Meeting) -> bool:
    if part.history and part.body is None:
        return False
    if part.body is not None:
        if meeting.body is None or is_of_other_body(part.body, part.date, meeting):
            return False
        if part.history and part.date is None:
            return False
    return part.date is None or meeting.date is None or part.date == meeting.date


def _last_reading(parts: list[_Part], own: list[bool]) -> set[int]:
    """Indices of own decisions of the last reading: where one body decided on two days, the later day counts."""
    dated = [part.date for n, part in enumerate(parts) if own[n] and part.date]
    if not dated:
        return set(range(len(parts)))
    last = max(dated)
    return {n for n, part in enumerate(parts) if part.date in (None, last)}


def _split(origin: SectionOrigin, text: str) -> list[_Part]:
    """The decisions of a section: in a history, or under a heading for those of all bodies, each by its line."""
    section = origin.section
    history = section.kind == "tidligere_beslutning"
    start, end = section.span
    parts: list[_Part] = []
    current = _Part(origin.body, origin.date, (start, start), history)
    offset = start
    for raw in text[start:end].split("\n"):
        named = match_decision_line(raw.strip())
        if named is not None and (history or (named.body and named.date)):
            parts.append(current)
            at = offset + len(raw) - len(raw.lstrip()) + named.length
            current = _Part(named.body, named.date, (at, at), history)
        offset += len(raw) + 1
        current = replace(current, span=(current.span[0], offset - 1))
    parts.append(current)
    return [trimmed for part in parts if (trimmed := _trim(part, text)) is not None]


def _trim(part: _Part, text: str) -> _Part | None:
    start, end = part.span
    stripped = text[start:end].strip()
    if not stripped or NOT_RELEASED.match(stripped):
        return None
    if part.history and part.body is None and _NONE.fullmatch(stripped):
        return None
    begin = start + (len(text[start:end]) - len(text[start:end].lstrip()))
    return replace(part, span=(begin, begin + len(stripped)))
