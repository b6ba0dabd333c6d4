"""Absences that an item states, by rule."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from ...danish.people import Member
from ...schema import Absence, AbsenceKind, Section
from ..context import ItemContext
from ..opening import is_absence_list, opens_meeting
from ..roster import member_named
from .columns import read_listed
from .frames import with_kind
from .phrases import ENTRY_END
from .reading import read_absences
from .view import Found

_EXCUSED_HEADING = re.compile(r"(?<!uden )(?:afbud|forfald)", re.IGNORECASE)
_ABSENT_HEADING = re.compile(r"fravær|\b(?:ikke|ej)\b|udebl|mangle|forhindret|\bsyge?\b", re.IGNORECASE)
_DISQUALIFIED_HEADING = re.compile(r"habil|uden\s*for\s+døren", re.IGNORECASE)
# 'Fremmøde og inhabilitet': who is named below is told there to be one or the other.
_ALL_SORTS = re.compile(r"fremmøde|deltagelse|tilstedeværelse", re.IGNORECASE)
# Where one person's absence is stated twice, the more telling kind stands.
_TELLING: dict[AbsenceKind, int] = {"disqualified": 0, "left_early": 1, "excused": 2, "absent": 3}


class RuleAbsenceExtractor:
    """Reads absences from an item's own decisions and from its sections about absence."""

    def __call__(self, items: Sequence[ItemContext]) -> list[list[Absence]]:
        """The absences of each item.

        Args:
            items: The items.

        Returns:
            For each item those absent, in printed order, each once. What the item that opens the meeting says of
            others ('Bo Lind deltog ikke under punkt 2') stands on those.
        """
        stated: list[list[Found]] = [self._stated(item) for item in items]
        own = [
            [one for one in found if one.concerns(item.item.number)] for item, found in zip(items, stated, strict=True)
        ]
        for opening, document in _openings(items):
            for one in stated[opening]:
                if one.about is None or one.kind == "left_early":
                    continue
                for index in document:
                    if index != opening and one.concerns(items[index].item.number):
                        own[index].append(one)
        return [_merged([_absence(one, item.members) for one in found]) for item, found in zip(items, own, strict=True)]

    def _stated(self, item: ItemContext) -> list[Found]:
        found: list[Found] = []
        stretches: list[tuple[int, int]] = []
        # Where the body met twice on a case, only the last meeting's absence is this document's.
        for decision in item.own_decisions[-1:]:
            stretches.append(decision.span)
            read = read_absences(item.text, *decision.span, members=item.members, body=item.body)
            found.extend(read or _of_title(item, *decision.span))
        for section in item.item.sections_of("fravaer"):
            if not any(first <= section.span[0] < last for first, last in stretches) and is_own(item, section):
                found.extend(_of_section(item, section))
        return found


def _of_title(item: ItemContext, start: int, end: int) -> list[Found]:
    """The names that are all of the decision of an item 'Fraværende'."""
    title = item.item.title or ""
    if not is_absence_list(title):
        return []
    listed, after = read_listed(
        item.text, start, end, "excused" if _EXCUSED_HEADING.search(title) else "absent", item.members
    )
    return listed if ENTRY_END.match(item.text, after, end) else []


def _openings(items: Sequence[ItemContext]) -> Iterator[tuple[int, range]]:
    """The items that open a meeting, each with all the items of its document, as indices."""
    first = 0
    for _, document in groupby(items, key=lambda item: id(item.text)):
        last = first + len(list(document))
        for index in range(first, last):
            if opens_meeting(items[index]):
                yield index, range(first, last)
        first = last


def is_own(item: ItemContext, section: Section) -> bool:
    """Whether a section about absence belongs to this meeting: the decision before it is the own body's.

    Args:
        item: The item.
        section: One of its sections.

    Returns:
        False where the section says who was absent when another body decided.
    """
    before = [decision for decision in item.item.decisions if decision.span[0] <= section.span[0]]
    return not before or max(before, key=lambda decision: decision.span).own


def _of_section(item: ItemContext, section: Section) -> list[Found]:
    start, end = section.span
    heading = section.heading or ""
    kind: AbsenceKind | None = None
    if _EXCUSED_HEADING.search(heading):
        kind = "excused"
    elif _ABSENT_HEADING.search(heading):
        kind = "absent"
    elif _DISQUALIFIED_HEADING.search(heading) and not _ALL_SORTS.search(heading):
        kind = "disqualified"
    listed: list[Found] = []
    after = start
    if kind:
        listed, after = read_listed(item.text, start, end, kind, item.members)
        if not ENTRY_END.match(item.text, after, end):
            # 'Afbud' above 'Bo Lind deltog ikke': the name led the list, the rest is its predicate.
            after = start
    stated = read_absences(item.text, after, end, members=item.members, body=item.body)
    if kind == "disqualified":
        other = {one.mention.name for one in stated if one.kind == "excused"}
        listed = [one for one in listed if one.mention.name not in other]
        stated = [with_kind(one, kind) if one.kind == "absent" else one for one in stated]
    return listed + stated


def _absence(one: Found, members: tuple[Member, ...]) -> Absence:
    """An absence as the output has it, party and full name from the roster where they are not printed."""
    printed = one.mention.name or ""
    member = member_named(printed, members)
    return Absence(
        name=member.name if member and " " not in printed else printed,
        party=one.mention.party or (member.party if member else None),
        reason=one.reason,
        substitute=one.substitute,
        kind=one.kind,
    )


def _merged(absences: list[Absence]) -> list[Absence]:
    """Each person once, with what all statements about the person tell."""
    merged: dict[str, Absence] = {}
    for absence in absences:
        key = (absence.name or "").casefold()
        known = merged.get(key)
        if known is None:
            merged[key] = absence.model_copy()
            continue
        known.kind = min(known.kind, absence.kind, key=lambda kind: _TELLING[kind])
        known.party = known.party or absence.party
        known.reason = known.reason or absence.reason
        known.substitute = known.substitute or absence.substitute
    return list(merged.values())
