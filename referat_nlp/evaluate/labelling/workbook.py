"""The Excel workbook that people fill: instructions, items, ballots; drop-downs, and context that is locked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import ceil
from pathlib import Path
from types import MappingProxyType
from typing import Any

from ..gold.sheets.columns import BALLOT_COLUMNS, BALLOTS, GUIDE, ITEMS, Column
from ..gold.sheets.tables import import_openpyxl, letters
from .guide import GUIDE as INSTRUCTIONS
from .sheet_files import Draft

_READ, _FILL, _HEAD = "F2F2F2", "FFF9DB", "1F3A5F"
_LINE = 15
"""Height of a line of text, in points."""
_TALLEST = 400
"""Excel draws no row above 409 points; longer texts are read in the formula bar."""
_BALLOT_ROWS = 3000
_BLANK_BALLOTS = 100
_LONGEST_TIP = 255
_NARROW = ("path", "sha256", "id")


def write_workbook(path: Path, sheet: Draft) -> None:
    """Write the workbook.

    Args:
        path: The file.
        sheet: Its rows.

    Raises:
        MissingExtraError: openpyxl is not installed.
    """
    book = import_openpyxl().Workbook()
    _guide(book.active)
    items = book.create_sheet(ITEMS)
    _table(items, sheet.columns, sheet.items, len(sheet.items) + 1)
    items.freeze_panes = "D2"
    items.auto_filter.ref = f"A1:{letters(len(sheet.columns) - 1)}{len(sheet.items) + 1}"
    for number, row in enumerate(sheet.items, start=2):
        items.row_dimensions[number].height = _height(sheet.columns, row)
    ballots = book.create_sheet(BALLOTS)
    numbers = f"={ITEMS}!$A$2:$A${len(sheet.items) + 1}"
    blank: list[dict[str, str]] = [{}] * (_BLANK_BALLOTS + len(sheet.items))
    _table(ballots, BALLOT_COLUMNS, (*sheet.ballots, *blank), _BALLOT_ROWS, {"item": numbers})
    ballots.freeze_panes = "B2"
    # Written with the part's ending, which openpyxl does not look at.
    book.save(path)


def _table(
    sheet: Any,
    columns: Sequence[Column],
    rows: Iterable[dict[str, str]],
    last: int,
    lists: Mapping[str, str] = MappingProxyType({}),
) -> None:
    """A header, the rows, and down to the last row the drop-downs, by key where they are cells of the workbook."""
    from openpyxl.styles import Alignment, Font, PatternFill, Protection

    head = {"fill": PatternFill("solid", fgColor=_HEAD), "font": Font(bold=True, color="FFFFFF")}
    for place, column in enumerate(columns):
        letter = letters(place)
        cell = sheet.cell(1, place + 1, column.header)
        cell.fill, cell.font = head["fill"], head["font"]
        cell.alignment = Alignment(wrap_text=True, vertical="center")
        dimension = sheet.column_dimensions[letter]
        dimension.width = column.width
        if column.label:
            # For the rows that are not written: the blank ones of the ballots.
            dimension.protection = Protection(locked=False)
            dimension.alignment = Alignment(wrap_text=True, vertical="top")
        if column.label:
            _validate(sheet, f"{letter}2:{letter}{last}", column, lists.get(column.key))
    fills = {True: PatternFill("solid", fgColor=_FILL), False: PatternFill("solid", fgColor=_READ)}
    for number, row in enumerate(rows, start=2):
        for place, column in enumerate(columns, start=1):
            cell = sheet.cell(number, place)
            _put(cell, row.get(column.key, ""), as_number=column.key in ("row", "item", "ballots") or column.counts)
            cell.fill = fills[column.label]
            cell.alignment = Alignment(wrap_text=column.key not in _NARROW, vertical="top")
            cell.protection = Protection(locked=not column.label)
    sheet.row_dimensions[1].height = 32
    # Without a password: it keeps from slips, and whoever wants to can lift it. False allows.
    sheet.protection.sheet = True
    for freedom in ("formatCells", "formatColumns", "formatRows", "sort", "autoFilter", "insertRows", "deleteRows"):
        setattr(sheet.protection, freedom, False)


def _put(cell: Any, text: str, *, as_number: bool) -> None:
    """Text as text, also where it begins like a formula."""
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    if not text:
        return
    if as_number and text.isdecimal():
        cell.value = int(text)
        return
    cell.value = ILLEGAL_CHARACTERS_RE.sub(" ", text)
    cell.data_type = "s"
    cell.quotePrefix = text[0] in "=+-@"


def _validate(sheet: Any, cells: str, column: Column, formula: str | None) -> None:
    """A column's drop-down or bounds, and its tip. A wrong entry is refused in the programs that check."""
    from openpyxl.worksheet.datavalidation import DataValidation

    validation = DataValidation(allow_blank=True)
    if formula or column.choices:
        validation.type, validation.formula1 = "list", formula or f'"{",".join(column.choices)}"'
        validation.error = "Vælg fra listen."
    elif column.counts:
        validation.type, validation.operator = "whole", "between"
        validation.formula1, validation.formula2 = "0", "999"
        validation.error = "Skriv et helt tal, eller lad cellen stå tom."
    if validation.type:
        # A label outside its list is wrong; a thirteenth ballot, or an id in place of a number, is only rare.
        rare = formula is not None or column.key == "ballots"
        validation.showErrorMessage = True
        validation.errorTitle, validation.errorStyle = column.header, "warning" if rare else "stop"
    validation.showInputMessage = True
    validation.promptTitle, validation.prompt = column.header, column.tip[:_LONGEST_TIP]
    validation.add(cells)
    sheet.add_data_validation(validation)


def _height(columns: Sequence[Column], row: dict[str, str]) -> float:
    """The height at which the longest text of a row stands in view."""
    shown = (column for column in columns if column.key not in _NARROW)
    lines = max(
        sum(ceil(max(len(line), 1) / column.width * 1.08) for line in row.get(column.key, "").split("\n"))
        for column in shown
    )
    return float(min(max(lines, 3) * _LINE, _TALLEST))


def _guide(sheet: Any) -> None:
    from openpyxl.styles import Alignment, Font

    sheet.title = GUIDE
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 28, 100
    sheet.sheet_view.showGridLines = False
    for number, (head, text) in enumerate(INSTRUCTIONS, start=1):
        heading = head.startswith("# ")
        first, second = sheet.cell(number, 1), sheet.cell(number, 2)
        _put(first, head.removeprefix("# "), as_number=False)
        _put(second, text, as_number=False)
        first.font = Font(bold=True, size=14 if heading else 11, color=_HEAD if heading else "000000")
        first.alignment = Alignment(wrap_text=not heading, vertical="top")
        second.alignment = Alignment(wrap_text=True, vertical="top")
        sheet.row_dimensions[number].height = 28 if heading else ceil(max(len(text), 1) / 100 * 1.08) * _LINE + 3
    sheet.protection.sheet = True
