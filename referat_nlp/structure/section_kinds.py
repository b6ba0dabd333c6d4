"""The kind of a section whose heading can mean several things, by what else its item has."""

from __future__ import annotations

from collections.abc import Sequence

from ..danish.bodies import same_body
from ..danish.headings import Heading, heading_key
from ..schema import Meeting, Section, SectionKind

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
    others = heading.body is not None and meeting.body is not None and not same_body(heading.body, meeting.body)
    if heading.body is not None and heading.body.isupper() and heading.date is not None:
        others = others and heading.date != meeting.date  # initials, which may be the body's own
    return others or (heading.date is not None and meeting.date is not None and heading.date < meeting.date)


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
