"""The tables beside the output itself: ballots, votes and absences, a row each."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

from ...archive.sinks.formulas import guarded
from ...schema import Absence, Ballot
from .archive import Archive, Entry, MeetingPage
from .votes import voters

Row = Sequence[str | int | float | bool | None]

_WHERE = ("municipality", "body", "date", "item_id", "number", "title")
_BALLOT = (
    *("ballot", "motion", "proposer", "subject", "result", "votes_for", "votes_against", "votes_abstain"),
    *("counts_derived", "unanimous", "contested", "confidence", "warnings"),
)


def write_tables(archive: Archive, folder: Path) -> None:
    """Write ``ballots.csv``, ``votes.csv`` and ``absences.csv``: UTF-8, separated by commas, with a header.

    Args:
        archive: All records. Meetings that repeat another are left out, as in all figures.
        folder: Where they go.
    """
    _write(folder / "ballots.csv", (*_WHERE, *_BALLOT), _ballots(archive))
    _write(folder / "votes.csv", (*_WHERE, "ballot", "vote", "name", "party", "inferred"), _votes(archive))
    absence = ("name", "party", "kind", "reason", "substitute")
    _write(folder / "absences.csv", (*_WHERE, *absence), _absences(archive))


def _write(path: Path, header: Sequence[str], rows: Iterator[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(header)
        for row in rows:
            writer.writerow([_cell(cell) for cell in row])


def _cell(value: str | int | float | bool | None) -> str | int | float | None:
    if isinstance(value, bool):
        return "true" if value else "false"
    return guarded(value) if isinstance(value, str) else value


def _where(meeting: MeetingPage, entry: Entry | None) -> Row:
    head = (meeting.municipality, meeting.meeting.body, meeting.meeting.date)
    return (*head, entry.item.id, entry.item.number, entry.item.title) if entry else (*head, None, None, None)


def _numbered(archive: Archive) -> Iterator[tuple[Entry, int, Ballot]]:
    for entry in archive.entries:
        for number, ballot in enumerate(entry.item.ballots, 1):
            yield entry, number, ballot


def _ballots(archive: Archive) -> Iterator[Row]:
    for entry, number, ballot in _numbered(archive):
        counts = ballot.counts
        yield (
            *_where(entry.meeting, entry),
            *(number, ballot.motion, ballot.proposer, ballot.subject, ballot.result),
            *(counts.for_, counts.against, counts.abstain, ballot.counts_derived, ballot.unanimous),
            *(ballot.contested, ballot.confidence, "; ".join(ballot.warnings)),
        )


def _votes(archive: Archive) -> Iterator[Row]:
    for entry, number, ballot in _numbered(archive):
        for side, voter in voters(ballot):
            yield *_where(entry.meeting, entry), number, side, voter.name, voter.party, voter.inferred


def _absences(archive: Archive) -> Iterator[Row]:
    def row(meeting: MeetingPage, entry: Entry | None, absence: Absence) -> Row:
        told = (absence.name, absence.party, absence.kind, absence.reason, absence.substitute)
        return (*_where(meeting, entry), *told)

    for meeting in archive.counted:
        yield from (row(meeting, None, absence) for absence in meeting.meeting.absent)
    for entry in archive.entries:
        yield from (row(entry.meeting, entry, absence) for absence in entry.item.absent)
