"""Parquet: one row an item, lists as lists."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import Any

from .arrow import VERSION_KEY, arrow_schema, arrow_table, import_pyarrow
from .base import PartFile, Record
from .held import Held, Key, cannot_append, check_version
from .rows import Cell, rows

_ROW_GROUP = 2000


class ParquetSink:
    """Parquet with the columns of the CSV; needs the extra ``parquet``."""

    def __init__(self, path: Path, *, append: bool = False) -> None:
        self._pyarrow = import_pyarrow("writing .parquet", path)
        before = _open(self._pyarrow, path) if append else None
        self._file = PartFile(path)
        self._writer = self._pyarrow.parquet.ParquetWriter(self._file.part, arrow_schema(self._pyarrow))
        self._waiting: list[dict[str, Cell]] = []
        held: set[Key] = set()
        if before is not None:
            for batch in before.iter_batches(batch_size=_ROW_GROUP):
                self._writer.write_batch(batch)
                held.update(zip(batch["path"].to_pylist(), batch["sha256"].to_pylist(), strict=True))
        self._held = Held(held)

    def __enter__(self) -> ParquetSink:
        return self

    def write(self, record: Record) -> None:
        """Add the rows of one document."""
        if record in self._held:
            return
        self._waiting.extend(rows(record))
        if len(self._waiting) >= _ROW_GROUP:
            self._flush()

    def _flush(self) -> None:
        self._writer.write_table(arrow_table(self._pyarrow, self._waiting))
        self._waiting = []

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self._flush()
        self._writer.close()
        if kind is None:
            self._file.commit()
        else:
            self._file.discard()


def _open(pyarrow: Any, path: Path) -> Any:
    try:
        found = pyarrow.parquet.ParquetFile(path)
    except pyarrow.ArrowInvalid as error:
        raise cannot_append(path, f"it is no Parquet: {error}") from None
    version = (found.schema_arrow.metadata or {}).get(VERSION_KEY, b"").decode()
    check_version(path, version)
    if not found.schema_arrow.equals(arrow_schema(pyarrow)):
        raise cannot_append(path, "it has other columns")
    return found
