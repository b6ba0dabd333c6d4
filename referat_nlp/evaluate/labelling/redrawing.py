"""The items of a sheet, drawn from their documents once more."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ...errors import MalformedError
from ..gold.sheets.tables import SheetError, read_tables
from .sheet_files import ENDINGS


@dataclass(frozen=True, slots=True)
class Wanted:
    """Documents to read; ``ids`` are the items to take from them, None for all."""

    paths: tuple[str, ...]
    ids: frozenset[str] | None


def redraw(paths: Iterable[str]) -> Wanted:
    """What a user means who gives documents or sheets.

    Args:
        paths: Documents, or labelling sheets that name documents and items.

    Returns:
        The documents. With a sheet among the paths, only items that sheets list are wanted.

    Raises:
        MalformedError: A sheet cannot be read, or does not say which documents its items are in.
        MissingExtraError: openpyxl is not installed.
    """
    documents: dict[str, None] = {}
    ids: set[str] = set()
    sheets = False
    for path in paths:
        file = Path(path)
        if file.suffix.lower() not in ENDINGS or not file.is_file():
            documents[path] = None
            continue
        sheets = True
        try:
            rows = read_tables(file, file.read_bytes()).items.rows
        except SheetError as error:
            raise MalformedError(str(error.problem), advice="Give the sheet as it was drawn.") from None
        listed = {_on_disk(row["path"]): None for row in rows if row["path"]}
        if not listed:
            raise MalformedError(
                "the sheet names no documents (Dokument)", path=path, advice="Give it as it was drawn."
            )
        documents |= listed
        ids |= {row["id"] for row in rows if row["id"]}
    return Wanted(tuple(documents), frozenset(ids) if sheets else None)


def _on_disk(path: str) -> str:
    """The file of a document: for a member of an archive ("minutes.zip/march.html") the archive."""
    return next((str(each) for each in (Path(path), *Path(path).parents) if each.is_file()), path)
