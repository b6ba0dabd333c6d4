"""CSV: one row an item."""

from __future__ import annotations

import csv
from pathlib import Path
from types import TracebackType

from .base import PartFile, Record
from .rows import COLUMNS, Cell, rows

_LIST_SEPARATOR = "; "


class CsvSink:
    """Comma-separated UTF-8 with a header; lists joined by "; ", truth values as true and false."""

    def __init__(self, path: Path) -> None:
        self._file = PartFile(path)
        self._open = self._file.part.open("w", encoding="utf-8", newline="")
        self._writer = csv.DictWriter(self._open, fieldnames=list(COLUMNS), restval="")
        self._writer.writeheader()

    def __enter__(self) -> CsvSink:
        return self

    def write(self, record: Record) -> None:
        """Write the rows of one document."""
        for row in rows(record):
            self._writer.writerow({column: as_text(cell) for column, cell in row.items()})

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._open.close()
        if kind is None:
            self._file.commit()
        else:
            self._file.discard()


def as_text(cell: Cell) -> str | int | None:
    """A cell for a form that has neither lists nor truth values."""
    if isinstance(cell, list):
        return _LIST_SEPARATOR.join(cell)
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return cell
