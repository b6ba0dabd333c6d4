"""Drawn items → the sheet that people fill."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from ...archive.sinks.formulas import guarded
from ...errors import OutputError
from ..gold.sheets.columns import BALLOT_COLUMNS, ITEM_COLUMNS, Column
from ..gold.sheets.tables import ballots_beside, import_openpyxl
from .cells import ballot_cells, context, suggestion
from .drawing import Candidate
from .files import new_file, refuse_old
from .guide import GUIDE

ENDINGS = (".xlsx", ".csv")


@dataclass(frozen=True, slots=True)
class Draft:
    """The rows of a sheet to be filled.

    Attributes:
        columns: Its columns.
        items: The cells of the items by column key.
        ballots: The cells of suggested ballots by column key.
    """

    columns: tuple[Column, ...]
    items: tuple[dict[str, str], ...]
    ballots: tuple[dict[str, str], ...]


def draft(drawn: Sequence[Candidate], *, prefill: bool = False, summaries: bool = False) -> Draft:
    """Lay out a sheet.

    Args:
        drawn: The items.
        prefill: Fill in what the model says, to count once a person has said that the row is reviewed; else the
            cells to fill are blank, so that nobody is led.
        summaries: Ask for summaries too, and show the case that they are made of.

    Returns:
        Its rows.
    """
    left_out = (() if summaries else ("summary", "case")) + (() if prefill else ("reviewed",))
    columns = tuple(column for column in ITEM_COLUMNS if column.key not in left_out)
    items, ballots = [], []
    for row, candidate in enumerate(drawn, start=1):
        cells = context(candidate, row)
        if prefill:
            cells |= suggestion(candidate.item)
            ballots += [ballot_cells(ballot, row) for ballot in candidate.item.ballots]
        items.append(cells)
    return Draft(columns, tuple(items), tuple(ballots))


def write_sheet(path: Path, sheet: Draft, *, force: bool = False) -> list[Path]:
    """Write a sheet to be filled.

    Args:
        path: ``.xlsx`` for a workbook with drop-downs; ``.csv`` for files that any program opens: the items, beside
            it the ballots and the instructions.
        sheet: Its rows.
        force: Write over files that are there.

    Returns:
        The files that were written.

    Raises:
        OutputError: Another ending, a file that is there already or cannot be written.
        MissingExtraError: openpyxl is not installed.
    """
    files = claim(path, force=force)
    if path.suffix.lower() == ".xlsx":
        from .workbook import write_workbook

        with new_file(path, force=force) as part:
            write_workbook(part, sheet)
        return files
    for file, columns, rows in zip(files, (sheet.columns, BALLOT_COLUMNS), (sheet.items, sheet.ballots), strict=False):
        with new_file(file, force=force) as part:
            _write_csv(part, columns, rows)
    with new_file(files[-1], force=force) as part:
        part.write_text("\n".join(map(_guide_line, GUIDE)) + "\n", encoding="utf-8-sig")
    return files


def claim(path: Path, *, force: bool = False) -> list[Path]:
    """See that a sheet can be written, before the long work of drawing it.

    Args:
        path: The sheet.
        force: Write over files that are there.

    Returns:
        The files that it will be.

    Raises:
        OutputError: Its ending is neither ``.xlsx`` nor ``.csv``, or one of the files is there already.
        MissingExtraError: openpyxl is not installed.
    """
    if path.suffix.lower() not in ENDINGS:
        advice = f"Use one of: {' '.join(ENDINGS)}"
        raise OutputError(f"{path.suffix or 'no ending'!r} is no kind of sheet", path=str(path), advice=advice)
    files = [path]
    if path.suffix.lower() == ".xlsx":
        import_openpyxl()
    else:
        files += [ballots_beside(path), path.with_name(f"{path.stem}.vejledning.txt")]
    for file in files:
        refuse_old(file, force=force)
    return files


def _write_csv(path: Path, columns: Sequence[Column], rows: Iterable[dict[str, str]]) -> None:
    # The byte order mark and the semicolon are what Danish Excel opens rightly by a double click.
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(column.header for column in columns)
        for row in rows:
            writer.writerow(guarded(row.get(column.key, "")) for column in columns)


def _guide_line(row: tuple[str, str]) -> str:
    head, text = row
    if head.startswith("# "):
        return f"\n{head[2:].upper()}"
    return f"{head}: {text}" if head else f"    {text}"
