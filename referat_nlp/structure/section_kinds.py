"""The kind of a section whose heading can mean several things, by what else its item has."""

from __future__ import annotations

from collections.abc import Sequence

from ..danish.bodies import is_initials, same_body
from ..danish.headings import Heading, heading_key
from ..schema import Decision, Meeting, Section, SectionKind

#: Headings that a house prints over the case itself, or beside it over something shorter.
_BESIDE_CASE: dict[str, SectionKind] = {
    "hvad handler sagen om": "resume",
    "det handler sagen om": "resume",
    "om sagen": "resume",
    "sagens baggrund": "baggrund",
    "baggrund for sagen": "baggrund",
    "baggrund for forelæggelsen": "baggrund",
    "hvad drejer sagen sig om": "resume",
    "det drejer sagen sig om": "resume",
    "vurdering": "andet",
}
#: Of headings that may all be the case, the one further on is.
_RANK: dict[SectionKind, int] = {"andet": 0, "resume": 1, "baggrund": 2}


def is_earlier_decision(heading: Heading, meeting: Meeting) -> bool:
    """Whether a decision's heading names another body than the one that met, or an earlier day.

    Args:
        heading: The heading of a decision.
        meeting: The meeting's header.

    Returns:
        True where it does; False where the decision is the meeting's own.
    """
    earlier = heading.date is not None and meeting.date is not None and heading.date < meeting.date
    return earlier or is_of_other_body(heading.body, heading.date, meeting)


def is_of_other_body(body: str | None, date: str | None, meeting: Meeting) -> bool:
    """Whether what a body decided on a day is known to be another's than the one that met.

    Args:
        body: The body as printed, if it is.
        date: The day, ISO 8601, if it is.
        meeting: The meeting's header.

    Returns:
        True where both bodies are known and differ; initials on the meeting's day may be the body's own.
    """
    if body is None or meeting.body is None or same_body(body, meeting.body):
        return False
    return not (is_initials(body) and date is not None and date == meeting.date)


def settle_kinds(sections: Sequence[Section], *, background_is_case: bool) -> None:
    """Give headings that can mean the case or something beside it their kind by what else the item has.

    Args:
        sections: The item's sections; their kinds are changed in place.
        background_is_case: Whether the house tells the case under 'Baggrund', with no other heading for it.
    """
    cases = [s for s in sections if s.kind == "sagsfremstilling"]
    loose = [s for s in cases if heading_key(s.heading or "") in _BESIDE_CASE]
    if len(cases) == len(loose):
        # None is the case for certain: what gives the background is, where another says what it is about.
        ranks = [_RANK[_BESIDE_CASE[heading_key(s.heading or "")]] for s in loose]
        loose = [s for s, rank in zip(loose, ranks, strict=True) if rank < max(ranks)]
    for section in loose:
        section.kind = _BESIDE_CASE[heading_key(section.heading or "")]
    if background_is_case and not cases:
        for section in sections:
            if section.kind == "baggrund":
                section.kind = "sagsfremstilling"


def settle_own(sections: Sequence[Section], decisions: Sequence[Decision]) -> None:
    """Take the list of all bodies' decisions for the item's decision where the own one stands in it alone.

    Args:
        sections: The item's sections; their kinds are changed in place.
        decisions: The decisions that were found in them.
    """
    if any(section.kind == "beslutning" and section.text for section in sections):
        return
    for section in sections:
        own = any(d.own and section.span[0] <= d.span[0] < section.span[1] for d in decisions)
        if section.kind == "tidligere_beslutning" and own:
            section.kind = "beslutning"
