"""A pandas frame: one row an item."""

from __future__ import annotations

from types import TracebackType
from typing import Any

from ...errors import MissingExtraError
from .base import Record
from .rows import COLUMNS, Cell, rows

# Types of pandas that have a missing value of their own: a count that is not printed is not 0.
_TYPES = {"text": "string", "integer": "Int64", "boolean": "boolean", "list": "object"}


class FrameSink:
    """Collects the rows of the CSV, with types; needs the extra ``pandas``.

    Attributes:
        frame: The ``pandas.DataFrame``, when the ``with`` statement has ended.
    """

    def __init__(self) -> None:
        try:
            import pandas
        except ImportError as error:
            raise MissingExtraError("a frame needs pandas", advice="pip install 'referat-nlp[pandas]'") from error
        self._pandas = pandas
        self._rows: list[dict[str, Cell]] = []
        self.frame: Any = None

    def __enter__(self) -> FrameSink:
        return self

    def write(self, record: Record) -> None:
        """Add the rows of one document."""
        self._rows.extend(rows(record))

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            types = {column: _TYPES[kind] for column, kind in COLUMNS.items()}
            self.frame = self._pandas.DataFrame(self._rows, columns=list(COLUMNS)).astype(types)
            self._rows = []
