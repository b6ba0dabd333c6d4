"""Folders that ``save_to_disk`` of Hugging Face's ``datasets`` has written, as records or as rows of a sheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ...errors import MissingExtraError
from .problems import Problem

_MARKS = ("dataset_info.json", "dataset_dict.json")


def is_dataset(folder: Path) -> bool:
    """Whether a folder is one that ``save_to_disk`` has written."""
    return any((folder / mark).is_file() for mark in _MARKS)


def read_dataset(folder: Path) -> list[dict[str, Any]] | bytes | Problem:
    """Read a saved dataset; of several splits, all rows one after another.

    Args:
        folder: The folder.

    Returns:
        Records of meetings, where there is a column ``items``; else the rows as a labelling sheet in CSV; or what is
        wrong. A table has a place for every key, so that null there is a key that is left out: not labelled.

    Raises:
        MissingExtraError: The package ``datasets`` is not installed.
    """
    try:
        import datasets
    except ImportError:
        raise MissingExtraError(
            f"{folder} is a folder of datasets; to read it needs datasets", advice="pip install 'referat-nlp[train]'"
        ) from None
    try:
        saved = datasets.load_from_disk(str(folder))
        parts = list(saved.values()) if isinstance(saved, dict) else [saved]
        rows = [dict(row) for part in parts for row in part]
    except Exception as error:  # of Arrow, of the package, of the disk
        first = (str(error).strip() or type(error).__name__).splitlines()[0]
        return Problem(str(folder), None, None, f"is no dataset that can be read: {first}")
    if not rows:
        return Problem(str(folder), None, None, "is empty")
    return [_told(row) for row in rows] if "items" in rows[0] else _sheet(rows)


def _told(value: Any) -> Any:
    """A record without its nulls."""
    if isinstance(value, dict):
        return {key: _told(each) for key, each in value.items() if each is not None}
    return [_told(each) for each in value] if isinstance(value, list) else value


def _sheet(rows: list[dict[str, Any]]) -> bytes:
    written = io.StringIO(newline="")
    columns = list(rows[0])
    table = csv.writer(written, delimiter=";")
    table.writerow(columns)
    table.writerows([_cells(row, columns) for row in rows])
    return written.getvalue().encode("utf-8")


def _cells(row: dict[str, Any], columns: list[str]) -> Iterator[str]:
    for column in columns:
        value = row.get(column)
        if isinstance(value, list):
            # As the sheet writes several types, and several people.
            value = (" + " if column.lower() in ("typer", "types") else "; ").join(map(str, value))
        yield "" if value is None else str(value)
