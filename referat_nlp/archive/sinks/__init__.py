"""Where records go: one module a format. Those of files are chosen by the ending of the output's name."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from ...errors import OutputError
from .base import Record, Sink, ToldSink, output_errors

__all__ = ["ENDINGS", "Record", "Sink", "open_sink", "sink_kind"]

_MODULES = {
    ".jsonl": ("jsonl", "JsonlSink"),
    ".csv": ("table", "CsvSink"),
    ".parquet": ("parquet", "ParquetSink"),
    ".sqlite": ("sqlite", "SqliteSink"),
    ".popolo.json": ("popolo", "PopoloSink"),
}

ENDINGS = tuple(_MODULES)
"""The endings that an output may have."""


def sink_kind(path: str | Path) -> str:
    """The ending that names the format of an output.

    Raises:
        OutputError: The ending is of no format.
    """
    name = Path(path).name.lower()
    for ending in ENDINGS:
        if name.endswith(ending):
            return ending
    known = " ".join(ENDINGS)
    raise OutputError("the ending names no output format", path=str(path), advice=f"Use one of: {known}")


def open_sink(path: str | Path, *, append: bool = False) -> Sink:
    """Open an output; use it in a ``with`` statement.

    Args:
        path: The file to write. It appears, replacing one of that name, when the ``with`` statement ends
            without an error; until then everything is written to a file beside it, ``<name>.part``.
        append: Whether what the output holds stays in it, before what is written. Documents that it holds, by
            path and content, are not written again.

    Returns:
        The sink for the format that the ending names.

    Raises:
        OutputError: The ending is of no format, the folder cannot be written to, or the output cannot be added
            to because its schema is another one.
        MissingExtraError: The format needs a package that is not installed.
    """
    path = Path(path)
    module, name = _MODULES[sink_kind(path)]
    with output_errors(path):
        sink: Sink = getattr(import_module(f".{module}", __name__), name)(path, append=append and path.exists())
        return ToldSink(sink, path)
