"""Counts over all meetings, by year and by body."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import get_args

from ...schema import ItemType, Outcome
from .archive import Archive, Entry
from .votes import is_contested, own_ballots

NO_YEAR = "–"
_TYPES: tuple[ItemType, ...] = get_args(ItemType)


@dataclass(slots=True)
class Count:
    """What a group of meetings holds.

    Attributes:
        types: Items by type.
        ballots: Ballots of the own body; of them ``contested`` ones and ones with abstentions.
        contested_items: Items with a contested ballot.
    """

    meetings: int = 0
    items: int = 0
    types: Counter[ItemType] = field(default_factory=Counter)
    outcomes: Counter[Outcome] = field(default_factory=Counter)
    ballots: int = 0
    contested: int = 0
    abstained: int = 0
    contested_items: int = 0

    def add(self, entry: Entry) -> None:
        """Count an item."""
        item = entry.item
        self.items += 1
        self.types.update([item.type] if item.type else [])
        self.outcomes.update([item.outcome] if item.outcome else [])
        self.contested_items += is_contested(item)
        for ballot in own_ballots(item):
            self.ballots += 1
            self.contested += ballot.contested
            self.abstained += ballot.abstained

    def of_types(self) -> list[tuple[str, int]]:
        """Items by type, in the order of the labels."""
        return [(kind, self.types[kind]) for kind in _TYPES]


@dataclass(slots=True)
class BodyTrend:
    """A body of a municipality: all its meetings, and by year."""

    municipality: str | None
    body: str | None
    total: Count = field(default_factory=Count)
    years: dict[str, Count] = field(default_factory=dict)


@dataclass(slots=True)
class Trends:
    """Counts of everything, by year, and by body; years are in order, and the same for all bodies."""

    total: Count
    years: dict[str, Count]
    bodies: list[BodyTrend]


def trends_of(archive: Archive) -> Trends:
    """Count an archive.

    Args:
        archive: All records. Meetings that repeat another are left out.

    Returns:
        The counts; bodies with most items first.
    """
    years = _years(meeting.year for meeting in archive.counted)
    trends = Trends(Count(), {year: Count() for year in years}, [])
    bodies: dict[tuple[str | None, str | None], BodyTrend] = {}

    def counts(municipality: str | None, body: str | None, year: str | None) -> list[Count]:
        trend = bodies.setdefault(
            (municipality, body), BodyTrend(municipality, body, years={each: Count() for each in years})
        )
        at = year or NO_YEAR
        return [trends.total, trends.years[at], trend.total, trend.years[at]]

    for meeting in archive.counted:
        for count in counts(meeting.municipality, meeting.meeting.body, meeting.year):
            count.meetings += 1
    for entry in archive.entries:
        for count in counts(entry.meeting.municipality, entry.meeting.meeting.body, entry.meeting.year):
            count.add(entry)
    trends.bodies = sorted(bodies.values(), key=lambda each: (-each.total.items, each.body or ""))
    return trends


def _years(printed: Iterable[str | None]) -> list[str]:
    """All years from the first to the last, those without a meeting too; last those without a date."""
    found = set(printed)
    dated = sorted(year for year in found if year)
    # A misread date must not make a chart of centuries.
    whole = dated and int(dated[-1]) - int(dated[0]) <= 50
    years = [f"{year:04}" for year in range(int(dated[0]), int(dated[-1]) + 1)] if whole else dated
    return [*years, NO_YEAR] if None in found else years
