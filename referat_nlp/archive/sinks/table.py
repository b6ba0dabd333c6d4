"""CSV: one row an item."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

from ...schema import SCHEMA_VERSION
from .base import PartFile, Record
from .formulas import guarded, unguarded
from .held import Held, Key, cannot_append
from .rows import COLUMNS, Cell, rows

_LIST_SEPARATOR = "; "


class CsvSink:
    """Comma-separated UTF-8 with a header; lists joined by "; ", truth values as true and false, no formulas."""

    def __init__(self, path: Path, *, append: bool = False) -> None:
        self._held = Held(_documents(path) if append else ())
        self._file = PartFile(path)
        if append:
            self._file.continue_existing()
        self._open = self._file.part.open("a", encoding="utf-8", newline="")
        self._writer = csv.DictWriter(self._open, fieldnames=list(COLUMNS), restval="")
        if not append:
            self._writer.writeheader()

    def __enter__(self) -> CsvSink:
        return self

    def write(self, record: Record) -> None:
        """Write the rows of one document."""
        if record in self._held:
            return
        for row in rows(record):
            self._writer.writerow({column: _cell(cell) for column, cell in row.items()})

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._open.close()
        if kind is None:
            self._file.commit()
        else:
            self._file.discard()


def _documents(path: Path) -> Iterator[Key]:
    """A table has no place for a version: its columns say which one it is."""
    with path.open(encoding="utf-8", newline="") as file:
        rows_of_it = csv.DictReader(file)
        if list(rows_of_it.fieldnames or ()) != list(COLUMNS):
            raise cannot_append(path, f"its columns are not those of schema {SCHEMA_VERSION}")
        for row in rows_of_it:
            yield unguarded(row["path"]) or None, row["sha256"] or None


def _cell(value: Cell) -> str | int | None:
    text = as_text(value)
    return guarded(text) if isinstance(text, str) else text


def as_text(cell: Cell) -> str | int | None:
    """A cell for a form that has neither lists nor truth values."""
    if isinstance(cell, list):
        return _LIST_SEPARATOR.join(cell)
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return cell
