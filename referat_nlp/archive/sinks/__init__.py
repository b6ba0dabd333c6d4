"""Where records go: one module a file format, chosen by the ending of the output's name."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from ...errors import OutputError
from .base import Record, Sink, ToldSink, output_errors

__all__ = ["ENDINGS", "Record", "Sink", "open_sink"]

_MODULES = {
    ".jsonl": ("jsonl", "JsonlSink"),
    ".csv": ("table", "CsvSink"),
    ".parquet": ("parquet", "ParquetSink"),
    ".sqlite": ("sqlite", "SqliteSink"),
    ".popolo.json": ("popolo", "PopoloSink"),
}

ENDINGS = tuple(_MODULES)
"""The endings that an output may have."""


def open_sink(path: str | Path) -> Sink:
    """Open an output; use it in a ``with`` statement.

    Args:
        path: The file to write. It appears, replacing one of that name, when the ``with`` statement ends
            without an error; until then everything is written to a file beside it, ``<name>.part``.

    Returns:
        The sink for the format that the ending names.

    Raises:
        OutputError: The ending is of no format, or the folder cannot be written to.
        MissingExtraError: The format needs a package that is not installed.
    """
    path = Path(path)
    for ending, (module, name) in _MODULES.items():
        if path.name.lower().endswith(ending):
            with output_errors(path):
                return ToldSink(getattr(import_module(f".{module}", __name__), name)(path), path)
    known = " ".join(ENDINGS)
    raise OutputError("the ending names no output format", path=str(path), advice=f"Use one of: {known}")
