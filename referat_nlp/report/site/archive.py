"""What the pages need of all records at once: meetings, items without the text of their cases, failures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePath

from ...schema import Failure, Item, Meeting, Referat
from .names import slug
from .records import Record


@dataclass(frozen=True, slots=True, eq=False)
class MeetingPage:
    """A meeting and its page.

    Attributes:
        page: Path of the page within the site.
        municipality: As printed; else that of the documents beside it, where these name only one.
        meeting: The header.
        source: Name of the document.
        n_items: How many items it has.
        warnings: What was repaired or left out while reading.
        repeats: The page of a meeting that holds the same items, read before; None for most.
    """

    page: str
    municipality: str | None
    meeting: Meeting
    source: str
    n_items: int
    warnings: Sequence[str] = ()
    repeats: str | None = None

    @property
    def year(self) -> str | None:
        """The year as printed; None without a date."""
        return self.meeting.date[:4] if self.meeting.date else None


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """An item, without its sections, and where it stands.

    Attributes:
        meeting: Its meeting.
        index: Its place among the meeting's items, from 1.
        item: The item.
    """

    meeting: MeetingPage
    index: int
    item: Item

    @property
    def link(self) -> str:
        """The address of the item within the site."""
        return f"{self.meeting.page}#{anchor(self.index)}"


@dataclass(frozen=True, slots=True)
class Archive:
    """All records of an output.

    Attributes:
        meetings: In the order of the output.
        entries: The items of all meetings that do not repeat another.
        failures: The documents that could not be read.
    """

    meetings: list[MeetingPage] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)

    @property
    def counted(self) -> list[MeetingPage]:
        """The meetings that figures are made of: all but those that repeat another."""
        return [meeting for meeting in self.meetings if meeting.repeats is None]

    @property
    def municipalities(self) -> list[str]:
        """The municipalities by name."""
        return sorted({meeting.municipality for meeting in self.meetings if meeting.municipality})


def anchor(index: int) -> str:
    """The name of an item on its page."""
    return f"item-{index}"


def collect(records: Iterable[Record]) -> Archive:
    """Go through all records once.

    Args:
        records: The output; its texts are not kept.

    Returns:
        What the pages need of all of them.
    """
    pages: set[str] = set()
    first_of: dict[tuple[str, ...], str] = {}
    failures: list[Failure] = []
    found: list[tuple[MeetingPage, str, list[Item]]] = []
    for record in records:
        if isinstance(record, Failure):
            failures.append(record)
            continue
        name = slug(" ".join(part for part in (record.meeting.date, record.meeting.body) if part) or "moede", pages)
        pages.add(name)
        page = f"meetings/{name}.html"
        items = tuple(item.id for item in record.items)
        repeats = first_of.setdefault(items, page) if items else page
        meeting = MeetingPage(
            page=page,
            municipality=record.meeting.municipality,
            meeting=record.meeting,
            source=PurePath(record.source.path or "").name,
            n_items=len(items),
            warnings=record.warnings,
            repeats=None if repeats == page else repeats,
        )
        found.append((meeting, _beside(record), [item.model_copy(update={"sections": []}) for item in record.items]))
    archive = Archive(failures=failures)
    for (_, _, items_of), meeting in zip(found, _named(found), strict=True):
        archive.meetings.append(meeting)
        if meeting.repeats is None:
            archive.entries.extend(Entry(meeting, index, item) for index, item in enumerate(items_of, 1))
    return archive


def _beside(record: Referat) -> str:
    """The archive that a document lies in, else its folder."""
    path = record.source.path or ""
    return path.partition("#")[0] if "#" in path else str(PurePath(path).parent)


def _named(found: Sequence[tuple[MeetingPage, str, list[Item]]]) -> list[MeetingPage]:
    """The meetings; one without a municipality is of that of the documents beside it, if these are of one."""
    known: dict[str, set[str]] = defaultdict(set)
    for meeting, beside, _ in found:
        if meeting.municipality:
            known[beside].add(meeting.municipality)
    only = {beside: next(iter(names)) for beside, names in known.items() if len(names) == 1}
    return [
        meeting if meeting.municipality else replace(meeting, municipality=only.get(beside))
        for meeting, beside, _ in found
    ]
