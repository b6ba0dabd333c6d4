"""A ``Dataset`` of the package datasets, in memory: one row an item."""

from __future__ import annotations

from types import TracebackType
from typing import Any

from ...errors import MissingExtraError
from .arrow import arrow_schema, arrow_table, import_pyarrow
from .base import Record
from .rows import Cell, rows

_ROWS_AT_ONCE = 2000


class DatasetSink:
    """Collects the rows of the CSV, with types; needs the extra ``datasets``.

    Attributes:
        dataset: The ``datasets.Dataset``, when the ``with`` statement has ended.
    """

    def __init__(self) -> None:
        try:
            import datasets
        except ImportError as error:
            raise MissingExtraError(
                "a Dataset needs the package datasets", advice="pip install 'referat-nlp[datasets]'"
            ) from error
        self._datasets = datasets
        self._pyarrow = import_pyarrow("a Dataset")
        self._tables: list[Any] = []
        self._waiting: list[dict[str, Cell]] = []
        self.dataset: Any = None

    def __enter__(self) -> DatasetSink:
        return self

    def write(self, record: Record) -> None:
        """Add the rows of one document."""
        self._waiting.extend(rows(record))
        if len(self._waiting) >= _ROWS_AT_ONCE:
            self._flush()

    def _flush(self) -> None:
        self._tables.append(arrow_table(self._pyarrow, self._waiting))
        self._waiting = []

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self._flush()
            table = self._pyarrow.concat_tables(self._tables)
            features = self._datasets.Features.from_arrow_schema(arrow_schema(self._pyarrow))
            self.dataset = self._datasets.Dataset(table.replace_schema_metadata(None)).cast(features)
