"""The flat rows as Arrow tables, for Parquet and datasets."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ...errors import MissingExtraError
from ...schema import SCHEMA_VERSION
from .rows import COLUMNS, Cell

VERSION_KEY = b"referat_nlp.schema_version"


def import_pyarrow(what: str, path: Path | None = None) -> Any:
    """The package, with its Parquet part.

    Args:
        what: What it is needed for.
        path: The output, for the message.

    Raises:
        MissingExtraError: It is not installed.
    """
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise MissingExtraError(
            f"{what} needs pyarrow", path=str(path) if path else None, advice="pip install 'referat-nlp[parquet]'"
        ) from error
    return pyarrow


def arrow_schema(pyarrow: Any) -> Any:
    """The columns with their types, and the version of the schema that they are of."""
    text = pyarrow.string()
    types = {"text": text, "list": pyarrow.list_(text), "integer": pyarrow.int64(), "boolean": pyarrow.bool_()}
    fields = [(column, types[kind]) for column, kind in COLUMNS.items()]
    return pyarrow.schema(fields, metadata={VERSION_KEY: SCHEMA_VERSION})


def arrow_table(pyarrow: Any, rows: list[dict[str, Cell]]) -> Any:
    """Rows as a table."""
    return pyarrow.Table.from_pylist(rows, schema=arrow_schema(pyarrow))
