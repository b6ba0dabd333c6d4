"""SQLite: meetings, participants, items, sections, ballots, voters and absences as tables with keys, full text.

Datasette shows a row by its column ``title`` where another points at it, and follows keys that name their column.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from ...schema import SCHEMA_VERSION, Absence, Ballot, Item, Referat
from .base import PartFile, Record
from .held import Held, Key, cannot_append, check_version
from .rows import labels
from .table import as_text

_TABLES = """
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE meetings (
    meeting_id INTEGER PRIMARY KEY, title TEXT NOT NULL,
    path TEXT, format TEXT, sha256 TEXT,
    kind TEXT, municipality TEXT, body TEXT, date TEXT, start_time TEXT, end_time TEXT, place TEXT,
    warnings TEXT
);
CREATE TABLE participants (
    participant_id INTEGER PRIMARY KEY,
    meeting_id INTEGER NOT NULL REFERENCES meetings (meeting_id),
    name TEXT, party TEXT, role TEXT
);
CREATE TABLE items (
    item_id INTEGER PRIMARY KEY,
    meeting_id INTEGER NOT NULL REFERENCES meetings (meeting_id),
    id TEXT NOT NULL, position INTEGER NOT NULL,
    number TEXT, title TEXT, case_number TEXT, closed INTEGER NOT NULL,
    type TEXT, types TEXT, outcome TEXT, decision TEXT,
    reservations TEXT, dissent TEXT, escalated INTEGER NOT NULL,
    summary TEXT, attachments TEXT, start INTEGER NOT NULL, "end" INTEGER NOT NULL
);
CREATE TABLE sections (
    section_id INTEGER PRIMARY KEY,
    item_id INTEGER NOT NULL REFERENCES items (item_id),
    position INTEGER NOT NULL, kind TEXT NOT NULL, heading TEXT, text TEXT NOT NULL,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL
);
CREATE TABLE ballots (
    ballot_id INTEGER PRIMARY KEY, title TEXT NOT NULL,
    item_id INTEGER NOT NULL REFERENCES items (item_id),
    position INTEGER NOT NULL, motion TEXT NOT NULL, proposer TEXT, subject TEXT, result TEXT,
    votes_for INTEGER, votes_against INTEGER, votes_abstain INTEGER, counts_derived INTEGER NOT NULL,
    unanimous INTEGER NOT NULL, confidence REAL NOT NULL, warnings TEXT,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL
);
CREATE TABLE voters (
    voter_id INTEGER PRIMARY KEY,
    ballot_id INTEGER NOT NULL REFERENCES ballots (ballot_id),
    vote TEXT NOT NULL CHECK (vote IN ('for', 'against', 'abstain')),
    name TEXT, party TEXT, inferred INTEGER NOT NULL
);
CREATE TABLE absences (
    absence_id INTEGER PRIMARY KEY,
    meeting_id INTEGER NOT NULL REFERENCES meetings (meeting_id),
    item_id INTEGER REFERENCES items (item_id),
    name TEXT, party TEXT, reason TEXT, substitute TEXT, kind TEXT NOT NULL
);
CREATE TABLE failures (
    failure_id INTEGER PRIMARY KEY, path TEXT, kind TEXT NOT NULL, message TEXT NOT NULL, advice TEXT NOT NULL
);
CREATE VIEW votes AS
    SELECT municipality, body, date, number, items.title, type, outcome, motion, result, vote, name, party, inferred,
        votes_for, votes_against, votes_abstain, voter_id, ballot_id, item_id, meeting_id
    FROM voters JOIN ballots USING (ballot_id) JOIN items USING (item_id) JOIN meetings USING (meeting_id);
"""
# The full text is indexed in tables of FTS5 that hold no text of their own. Case does not count, marks do: without
# the ring, 'råd' would be 'rad'. Datasette looks for content="…" in these very letters.
_INDEXES = """
CREATE INDEX IF NOT EXISTS participants_by_meeting ON participants (meeting_id);
CREATE INDEX IF NOT EXISTS items_by_meeting ON items (meeting_id);
CREATE INDEX IF NOT EXISTS sections_by_item ON sections (item_id);
CREATE INDEX IF NOT EXISTS ballots_by_item ON ballots (item_id);
CREATE INDEX IF NOT EXISTS voters_by_ballot ON voters (ballot_id);
CREATE INDEX IF NOT EXISTS voters_by_name ON voters (name);
CREATE INDEX IF NOT EXISTS absences_by_meeting ON absences (meeting_id);
CREATE VIRTUAL TABLE IF NOT EXISTS items_fts USING fts5 (
    title, summary, decision, content="items", content_rowid="item_id",
    tokenize = 'unicode61 remove_diacritics 0'
);
CREATE VIRTUAL TABLE IF NOT EXISTS sections_fts USING fts5 (
    text, content="sections", content_rowid="section_id", tokenize = 'unicode61 remove_diacritics 0'
);
INSERT INTO items_fts (items_fts) VALUES ('rebuild');
INSERT INTO sections_fts (sections_fts) VALUES ('rebuild');
"""

_Value = str | int | float | None


class SqliteSink:
    """A SQLite database; an absence without ``item_id`` is one from the whole meeting."""

    def __init__(self, path: Path, *, append: bool = False) -> None:
        self._held = Held(_documents(path) if append else ())
        self._file = PartFile(path)
        if append:
            self._file.continue_existing()
        self._database = sqlite3.connect(self._file.part)
        # The file is thrown away unless it is finished, so it need not survive a crash half-way.
        self._database.executescript("PRAGMA journal_mode = OFF; PRAGMA foreign_keys = ON;")
        if not append:
            self._database.executescript(_TABLES)
            self._database.execute("INSERT INTO about VALUES ('schema_version', ?)", (SCHEMA_VERSION,))

    def __enter__(self) -> SqliteSink:
        return self

    def write(self, record: Record) -> None:
        """Add one document."""
        if record in self._held:
            return
        if isinstance(record, Referat):
            self._meeting(record)
        else:
            error = record.error
            self._insert("failures", (record.source.path, error.kind, error.message, error.advice))

    def _insert(self, table: str, values: Sequence[_Value]) -> int:
        marks = ", ".join("?" * (len(values) + 1))
        cursor = self._database.execute(f"INSERT INTO {table} VALUES ({marks})", (None, *values))
        assert cursor.lastrowid is not None
        return cursor.lastrowid

    def _meeting(self, record: Referat) -> None:
        source, meeting = record.source, record.meeting
        meeting_id = self._insert(
            "meetings",
            (
                *(_meeting_title(record), source.path, source.format, source.sha256),
                *(meeting.kind, meeting.municipality, meeting.body, meeting.date),
                *(meeting.start_time, meeting.end_time, meeting.place, as_text(record.warnings)),
            ),
        )
        for participant in meeting.participants:
            self._insert("participants", (meeting_id, participant.name, participant.party, participant.role))
        self._absences(meeting.absent, meeting_id, None)
        for position, item in enumerate(record.items):
            item_id = self._item(item, meeting_id, position)
            self._sections(item, item_id)
            self._absences(item.absent, meeting_id, item_id)
            for ballot_position, ballot in enumerate(item.ballots):
                self._ballot(ballot, item, item_id, ballot_position)

    def _item(self, item: Item, meeting_id: int, position: int) -> int:
        decision = "\n\n".join(decision.text for decision in item.decisions if decision.own) or None
        return self._insert(
            "items",
            (
                *(meeting_id, item.id, position, item.number, item.title, item.case_number, item.closed),
                *(item.type, as_text(list(item.types)), item.outcome, decision),
                *(as_text(labels(item.reservations)), as_text(labels(item.dissent)), item.escalated),
                *(item.summary.text if item.summary else None, as_text(item.attachments), *item.span),
            ),
        )

    def _sections(self, item: Item, item_id: int) -> None:
        for position, section in enumerate(item.sections):
            values = (item_id, position, section.kind, section.heading, section.text, *section.span)
            self._insert("sections", values)

    def _ballot(self, ballot: Ballot, item: Item, item_id: int, position: int) -> None:
        counts = ballot.counts
        ballot_id = self._insert(
            "ballots",
            (
                *(
                    _ballot_title(ballot, item),
                    item_id,
                    position,
                    ballot.motion,
                    ballot.proposer,
                    ballot.subject,
                    ballot.result,
                ),
                *(counts.for_, counts.against, counts.abstain, ballot.counts_derived),
                *(ballot.unanimous, ballot.confidence, as_text(ballot.warnings), *ballot.span),
            ),
        )
        sides = {"for": ballot.for_, "against": ballot.against, "abstain": ballot.abstain}
        for vote, voters in sides.items():
            for voter in voters:
                self._insert("voters", (ballot_id, vote, voter.name, voter.party, voter.inferred))

    def _absences(self, absences: Sequence[Absence], meeting_id: int, item_id: int | None) -> None:
        for absence in absences:
            self._insert(
                "absences",
                (
                    *(meeting_id, item_id, absence.name, absence.party),
                    *(absence.reason, absence.substitute, absence.kind),
                ),
            )

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self._database.executescript(_INDEXES)
            self._database.commit()
        self._database.close()
        if kind is None:
            self._file.commit()
        else:
            self._file.discard()


def _meeting_title(record: Referat) -> str:
    """Body and day, by which people know a meeting; the file where neither is told."""
    meeting = record.meeting
    told = [part for part in (meeting.body or meeting.municipality, meeting.date) if part]
    return ", ".join(told) or record.source.path or record.source.sha256 or "–"


def _ballot_title(ballot: Ballot, item: Item) -> str:
    """The item, what was voted on where that is not the main question, and what came of it."""
    what = item.title or item.number or item.id
    kind = "" if ballot.motion == "main" else f" ({ballot.motion})"
    return f"{what}{kind}: {ballot.result}" if ballot.result else f"{what}{kind}"


def _documents(path: Path) -> list[Key]:
    database = sqlite3.connect(path)
    try:
        row = database.execute("SELECT value FROM about WHERE name = 'schema_version'").fetchone()
        check_version(path, row[0] if row else None)
        return list(database.execute("SELECT path, sha256 FROM meetings UNION SELECT path, NULL FROM failures"))
    except sqlite3.DatabaseError as error:
        raise cannot_append(path, f"it is no database of the library: {error}") from None
    finally:
        database.close()
