"""Parquet: one row an item, lists as lists."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType

from ...errors import MissingExtraError
from .base import PartFile, Record
from .rows import COLUMNS, Cell, rows

_ROW_GROUP = 2000


class ParquetSink:
    """Parquet with the columns of the CSV; needs the extra ``parquet``."""

    def __init__(self, path: Path) -> None:
        try:
            import pyarrow
            import pyarrow.parquet
        except ImportError as error:
            raise MissingExtraError(
                "writing .parquet needs pyarrow", path=str(path), advice="pip install 'referat-nlp[parquet]'"
            ) from error
        text, types = pyarrow.string(), {"integer": pyarrow.int64(), "boolean": pyarrow.bool_()}
        types |= {"text": text, "list": pyarrow.list_(text)}
        self._schema = pyarrow.schema([(column, types[kind]) for column, kind in COLUMNS.items()])
        self._table = pyarrow.Table
        self._file = PartFile(path)
        self._writer = pyarrow.parquet.ParquetWriter(self._file.part, self._schema)
        self._waiting: list[dict[str, Cell]] = []

    def __enter__(self) -> ParquetSink:
        return self

    def write(self, record: Record) -> None:
        """Add the rows of one document."""
        self._waiting.extend(rows(record))
        if len(self._waiting) >= _ROW_GROUP:
            self._flush()

    def _flush(self) -> None:
        self._writer.write_table(self._table.from_pylist(self._waiting, schema=self._schema))
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
