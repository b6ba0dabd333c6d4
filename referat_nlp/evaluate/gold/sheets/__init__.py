"""Gold from spreadsheets: the sheets that ``referat label new`` draws, and plain tables with the same columns."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from ..problems import Problem
from .sheet import LabelledItem, Sheet, parse_sheet

if TYPE_CHECKING:
    from ..files import GoldMeeting

__all__ = ["LabelledItem", "Sheet", "parse_sheet", "read_sheet"]


def read_sheet(file: Path, data: bytes) -> Iterator[GoldMeeting | Problem]:
    """Read the labels of a spreadsheet.

    Args:
        file: The path; its ending tells CSV from Excel.
        data: Its bytes.

    Yields:
        What is wrong with it, row by row, then the labels meeting by meeting. An item whose row, or one of whose
        ballots, is wrong is left out; rows without a label are passed over.

    Raises:
        MissingExtraError: openpyxl is not installed.
    """
    from ..files import GoldMeeting

    sheet = parse_sheet(file, data)
    yield from sheet.problems
    for row, gold in sheet.meetings():
        yield GoldMeeting(gold, file, row)
    if not sheet.items and not sheet.problems:
        yield Problem(str(file), None, None, f"none of its {sheet.rows} items is labelled yet")
