"""What is finished, kept beside the output: a run that was stopped, or is run again, does only the rest.

A result is kept under the digest of its file's bytes, its place in the file, and the fingerprint of the pipeline.
So it is the same whoever computed it and when, and a file that is renamed or listed twice has it too.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from ..errors import OutputError
from ..schema import Failure
from .engine import Bounds, Closed, Tagged, unpack
from .file import printable
from .sinks import Record

_LAYOUT = 1
_TABLES = """
CREATE TABLE results (
    fingerprint TEXT NOT NULL, sha256 TEXT NOT NULL, position INTEGER NOT NULL,
    path TEXT NOT NULL, failed INTEGER NOT NULL, stopped TEXT, bound REAL, record BLOB NOT NULL
);
CREATE UNIQUE INDEX results_by_file ON results (fingerprint, sha256, position);
CREATE TABLE finished (
    fingerprint TEXT NOT NULL, sha256 TEXT NOT NULL, n_documents INTEGER NOT NULL,
    PRIMARY KEY (fingerprint, sha256)
);
CREATE TABLE files (path TEXT PRIMARY KEY, stamp TEXT NOT NULL, sha256 TEXT NOT NULL);
"""
_COMMIT_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Known:
    """What is kept of a file: how many of its documents, from the first on, and whether that is all of them."""

    n_documents: int = 0
    complete: bool = False


class Journal:
    """Finished results, in a SQLite database that survives the death of the process at any moment."""

    def __init__(self, path: Path | None = None, *, fresh: bool = False) -> None:
        """Open a journal, or begin one.

        Args:
            path: The file; None keeps the results for this run alone, in a temporary file.
            fresh: Begin anew, whatever is there.

        Raises:
            OutputError: It cannot be written, another run uses it, or the file is something else.
        """
        self.path = path
        self._fingerprint, self._bounds = "", Bounds()
        self._committed = time.monotonic()
        try:
            self._database = _open(path)
        except sqlite3.DatabaseError as error:
            if path is None or not fresh or _is_busy(error):
                raise _cannot_open(path, error) from error
            _remove(path)
            self._database = _open(path)
        with self._told():
            if fresh or self._layout() != _LAYOUT:
                self._begin_anew()

    def __enter__(self) -> Journal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            with self._told():
                self._database.commit()
        except OutputError:
            if kind is None:
                raise
        finally:
            # What is not committed is computed again; a disk that is full must not hide why.
            is_used = self._is_used()
            self._database.close()
            if self.path is not None and not is_used:
                _remove(self.path)

    def use(self, fingerprint: str, bounds: Bounds) -> None:
        """Say which pipeline the run has, and what a file may cost; before anything below."""
        self._fingerprint, self._bounds = fingerprint, bounds

    def is_empty(self) -> bool:
        """Whether nothing is kept for this pipeline."""
        with self._told():
            query = "SELECT 1 FROM results WHERE fingerprint = ? LIMIT 1"
            return self._database.execute(query, (self._fingerprint,)).fetchone() is None

    def known(self, sha256: str) -> Known:
        """What is kept of a file.

        A document that was stopped counts where it would be stopped again: one that was given less time or
        memory than this run gives is tried again, and one that a process died of is too.
        """
        key = (self._fingerprint, sha256)
        query = "SELECT position, stopped, bound FROM results WHERE fingerprint = ? AND sha256 = ? ORDER BY position"
        n_documents = 0
        with self._told():
            for position, stopped, bound in self._database.execute(query, key):
                if position != n_documents or (stopped and (bound is None or bound < (self._bounds.of(stopped) or 0))):
                    break
                n_documents += 1
            query = "SELECT n_documents FROM finished WHERE fingerprint = ? AND sha256 = ?"
            row = self._database.execute(query, key).fetchone()
        return Known(n_documents, row == (n_documents,))

    def keep(self, tagged: Tagged, path: str) -> None:
        """Keep the result of a document of the file at ``path``.

        Raises:
            OutputError: The disk is full.
        """
        bound = self._bounds.of(tagged.stopped) if tagged.stopped else None
        values = (
            *(self._fingerprint, tagged.sha256, tagged.position, path),
            *(tagged.failed, tagged.stopped, bound, tagged.packed),
        )
        with self._told():
            self._database.execute("INSERT OR REPLACE INTO results VALUES (?, ?, ?, ?, ?, ?, ?, ?)", values)
            self._commit_now_and_then()

    def finish(self, closed: Closed) -> None:
        """Keep that a file is done.

        Raises:
            OutputError: The disk is full.
        """
        with self._told():
            values = (self._fingerprint, closed.sha256, closed.n_documents)
            self._database.execute("INSERT OR REPLACE INTO finished VALUES (?, ?, ?)", values)
            self._commit_now_and_then()

    def record(self, sha256: str, position: int, path: str) -> Record:
        """The record of a document, as one of the file at ``path``."""
        query = "SELECT path, failed, record FROM results WHERE fingerprint = ? AND sha256 = ? AND position = ?"
        with self._told():
            before, failed, packed = self._database.execute(query, (self._fingerprint, sha256, position)).fetchone()
        return moved(unpack(packed, failed=bool(failed)), before, path)

    def digest(self, path: str, stamp: str) -> str | None:
        """The digest of a file that is unchanged since it was last read; None where that is not known."""
        with self._told():
            row = self._database.execute("SELECT stamp, sha256 FROM files WHERE path = ?", (_name(path),)).fetchone()
        return str(row[1]) if row and row[0] == stamp else None

    def remember(self, path: str, stamp: str, sha256: str) -> None:
        """Keep the digest of a file with a stamp that was taken before it was read.

        Raises:
            OutputError: The disk is full.
        """
        with self._told():
            self._database.execute("INSERT OR REPLACE INTO files VALUES (?, ?, ?)", (_name(path), stamp, sha256))

    def forget_others(self) -> None:
        """Drop what other pipelines found: it is of no use once an output by this one is whole."""
        with self._told():
            for table in ("results", "finished"):
                self._database.execute(f"DELETE FROM {table} WHERE fingerprint <> ?", (self._fingerprint,))
            self._database.commit()

    def _is_used(self) -> bool:
        try:
            return self._database.execute("SELECT 1 FROM results LIMIT 1").fetchone() is not None
        except sqlite3.Error:
            return True

    def _commit_now_and_then(self) -> None:
        if time.monotonic() - self._committed > _COMMIT_SECONDS:
            self._database.commit()
            self._committed = time.monotonic()

    def _layout(self) -> int:
        return int(self._database.execute("PRAGMA user_version").fetchone()[0])

    def _begin_anew(self) -> None:
        names = [name for (name,) in self._database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        drops = "".join(f'DROP TABLE "{name}";' for name in names)
        self._database.executescript(f"BEGIN; {drops} {_TABLES} PRAGMA user_version = {_LAYOUT}; COMMIT;")

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise OutputError(
                f"the output cannot be written: its journal: {error}",
                path=str(self.path) if self.path else None,
                advice="Make room on the disk, then give the same command again: it goes on where this one stopped. "
                "If the journal is damaged, begin anew: --fresh.",
            ) from error


def files_of(path: Path) -> list[str]:
    """The files that a journal may consist of."""
    return [f"{path}{ending}" for ending in ("", "-wal", "-shm", "-journal")]


def _remove(path: Path) -> None:
    for file in files_of(path):
        Path(file).unlink(missing_ok=True)


def stamp(path: str) -> str | None:
    """What changes when a file does; None where it is no regular file."""
    try:
        status = os.stat(path)
    except (OSError, ValueError):
        return None
    if not os.path.isfile(path):
        return None
    return f"{status.st_size}:{status.st_mtime_ns}:{status.st_ctime_ns}:{status.st_dev}:{status.st_ino}"


def moved(record: Record, before: str, path: str) -> Record:
    """A record of the file at ``before`` as one of the same file at ``path``; members of archives likewise."""
    named = record.source.path
    if before == path or named is None or not named.startswith(before):
        return record
    renamed = path + named[len(before) :]
    changes: dict[str, object] = {"source": record.source.model_copy(update={"path": renamed})}
    if isinstance(record, Failure) and record.error.message.startswith(f"{named}:"):
        message = renamed + record.error.message[len(named) :]
        changes["error"] = record.error.model_copy(update={"message": message})
    return record.model_copy(update=changes)


def _name(path: str) -> str:
    return printable(os.path.abspath(path))


def _open(path: Path | None) -> sqlite3.Connection:
    database = sqlite3.connect(path or "", timeout=0)
    try:
        if path is not None:
            # Nobody else may write; what was committed survives the process, and is consistent after a power cut.
            database.executescript(
                "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;"
                "BEGIN EXCLUSIVE; COMMIT;"
            )
        database.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BaseException:
        database.close()
        raise
    return database


def _is_busy(error: sqlite3.DatabaseError) -> bool:
    return getattr(error, "sqlite_errorname", "").startswith(("SQLITE_BUSY", "SQLITE_LOCKED"))


def _cannot_open(path: Path | None, error: sqlite3.DatabaseError) -> OutputError:
    if _is_busy(error):
        return OutputError(
            "another run is writing this output", path=str(path), advice="Wait for it, or write to another file."
        )
    if isinstance(error, sqlite3.OperationalError):
        return OutputError(f"the output cannot be written: its journal: {error}", path=str(path))
    return OutputError(
        f"this is no journal of the library: {error}", path=str(path), advice="Move it away, or begin anew: --fresh."
    )
