"""The bytes of a spreadsheet → tables of text: Excel workbooks and the CSV files that Excel writes.

A CSV file holds one table; the ballots of ``sheet.csv`` stand in ``sheet.afstemninger.csv`` beside it.
"""

from __future__ import annotations

import csv
import io
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from ....archive.sinks.formulas import unguarded
from ....errors import MissingExtraError
from ....reading.encoding import decode
from ..problems import Problem
from .columns import BALLOT_COLUMNS, BALLOTS, GUIDE, ITEM_COLUMNS, ITEMS, Column

DELIMITERS = (";", ",", "\t")
_OLE = b"\xd0\xcf\x11\xe0"


class SheetError(Exception):
    """A file that cannot be read as a sheet at all."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(str(problem))


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number as Excel shows it, its cells by column key, the columns whose cells are formulas."""

    number: int
    cells: dict[str, str]
    formulas: frozenset[str] = frozenset()

    def __getitem__(self, key: str) -> str:
        return self.cells.get(key, "")


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of one sheet under the columns that were found.

    Attributes:
        file: The file, for messages.
        name: Name of the sheet where the file has several, for messages.
        places: Where the columns that were found stand, from 0, by key.
        headers: The first row.
        rows: The others, less the blank ones.
    """

    file: Path
    name: str | None
    columns: tuple[Column, ...]
    places: dict[str, int]
    headers: tuple[str, ...]
    rows: tuple[Row, ...]

    def problem(self, row: int | None, key: str | None, message: str) -> Problem:
        """A problem at a row and column of this table."""
        return Problem(str(self.file), row, self._field(key), message)

    def _field(self, key: str | None) -> str | None:
        if key is None:
            return self.name if self.name != ITEMS else None
        header = next((column.header for column in self.columns if column.key == key), key)
        place = f"{header} (column {letters(self.places[key])})" if key in self.places else header
        return f"{self.name}: {place}" if self.name not in (None, ITEMS) else place

    def faults(self) -> Iterator[Problem]:
        """Columns that are doubled, renamed or missing."""
        known = _keys(self.columns)
        found = [known.get(_folded(header)) for header in self.headers]
        for place, key in enumerate(found):
            if key is not None and self.places[key] != place:
                twice = f"stands in column {letters(self.places[key])} and again in column {letters(place)}"
                yield self.problem(1, key, twice)
        strange = [_folded(header) for header, key in zip(self.headers, found, strict=True) if header and key is None]
        for column in self.columns:
            if column.key in self.places:
                continue
            near = get_close_matches(_folded(column.header), strange, n=1, cutoff=0.7)
            if near:
                place = [_folded(header) for header in self.headers].index(near[0])
                renamed = f"the column is missing; is it column {letters(place)}, {self.headers[place]!r}?"
                yield self.problem(1, column.key, f"{renamed} Give it its name again")
            elif not column.optional and ("row" in self.places or column in BALLOT_COLUMNS):
                yield self.problem(1, column.key, "the column is missing; leave it blank rather than delete it")


@dataclass(slots=True)
class Tables:
    """The tables of one sheet file; ``notes`` say what was made of its encoding and form."""

    items: Table
    ballots: Table | None
    notes: list[str] = field(default_factory=list)


def read_tables(file: Path, data: bytes) -> Tables:
    """Read the tables of a labelling sheet.

    Args:
        file: The path; its ending tells CSV from Excel.
        data: Its bytes.

    Returns:
        The tables.

    Raises:
        SheetError: It is empty, broken, protected by a password, or none of its columns is known.
        MissingExtraError: openpyxl is not installed.
    """
    if file.suffix.lower() == ".xlsx":
        return _workbook(file, data)
    notes: list[str] = []
    items = _csv_table(file, data, ITEM_COLUMNS, notes)
    beside = ballots_beside(file)
    ballots = _csv_table(beside, beside.read_bytes(), BALLOT_COLUMNS, notes) if beside.is_file() else None
    return Tables(items, ballots, notes)


def ballots_beside(file: Path) -> Path:
    """The CSV file that holds the ballots of a CSV sheet."""
    return file.with_name(f"{file.stem}.{BALLOTS.lower()}.csv")


def import_openpyxl() -> Any:
    """The package that reads and writes Excel workbooks.

    Raises:
        MissingExtraError: It is not installed.
    """
    try:
        import openpyxl
    except ImportError:
        raise MissingExtraError("Excel sheets need openpyxl: pip install 'referat-nlp[evaluate]'") from None
    return openpyxl


def letters(place: int) -> str:
    """The name of a column, from 0: A, B, …, Z, AA."""
    name = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def _csv_table(file: Path, data: bytes, columns: tuple[Column, ...], notes: list[str]) -> Table:
    decoded = decode(data)
    if not decoded.text.strip():
        raise SheetError(Problem(str(file), None, None, "is empty"))
    if decoded.encoding != "utf-8" or decoded.warnings:
        notes.append(f"{file}: is not UTF-8; read as {decoded.encoding}. Look at the letters æ, ø, å in the result")
    # Excel's own way of naming the delimiter, as a line before the header.
    text, before = decoded.text, 0
    if text.casefold().startswith("sep="):
        text, before = text.partition("\n")[2], 1
    known = _keys(columns)
    first = text.partition("\n")[0]
    counts = {
        mark: sum(_folded(cell) in known for cell in next(csv.reader([first], delimiter=mark), []))
        for mark in DELIMITERS
    }
    delimiter = max(DELIMITERS, key=lambda mark: counts[mark])
    try:
        records = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise SheetError(Problem(str(file), None, None, f"is no CSV: {error}")) from None
    rows = ([(unguarded(cell), False) for cell in record] for record in records)
    return _table(file, None, columns, rows, before)


def _workbook(file: Path, data: bytes) -> Tables:
    openpyxl = import_openpyxl()
    if not data:
        raise SheetError(Problem(str(file), None, None, "is empty"))
    if data.startswith(_OLE):
        message = "is protected by a password, or an old .xls; save it as an unprotected .xlsx"
        raise SheetError(Problem(str(file), None, None, message))
    try:
        with warnings.catch_warnings():
            # It warns of what it would lose on saving; nothing is saved.
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True)
            sheets = {sheet.title: list(_cells(sheet)) for sheet in book.worksheets if sheet.title != GUIDE}
    except Exception as error:
        # A broken file raises whatever its zip, XML and cells run into: a dozen kinds of error.
        raise SheetError(Problem(str(file), None, None, f"is no Excel workbook (.xlsx): {error}")) from None
    name = ITEMS if ITEMS in sheets else _first_with_columns(sheets)
    if name is None:
        message = f"has no sheet {ITEMS!r}; its sheets are: {', '.join(sheets) or 'none'}"
        raise SheetError(Problem(str(file), None, None, message))
    return Tables(
        _table(file, name, ITEM_COLUMNS, sheets[name]),
        _table(file, BALLOTS, BALLOT_COLUMNS, sheets[BALLOTS]) if BALLOTS in sheets else None,
    )


def _first_with_columns(sheets: Mapping[str, Sequence[Sequence[tuple[str, bool]]]]) -> str | None:
    known = _keys(ITEM_COLUMNS)
    for name, rows in sheets.items():
        if rows and sum(_folded(cell) in known for cell, _ in rows[0]) >= 2:
            return name
    return None


def _cells(sheet: Any) -> Iterator[list[tuple[str, bool]]]:
    # Some programs write a wrong extent, which read-only reading would believe.
    sheet.reset_dimensions()
    for row in sheet.iter_rows():
        yield [(_shown(cell.value), cell.data_type == "f") for cell in row]


def _shown(value: object) -> str:
    """A cell's value as a person sees it."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _table(
    file: Path,
    name: str | None,
    columns: tuple[Column, ...],
    records: Iterable[Sequence[tuple[str, bool]]],
    before: int = 0,
) -> Table:
    known = _keys(columns)
    headers: tuple[str, ...] = ()
    places: dict[str, int] = {}
    rows: list[Row] = []
    for number, record in enumerate(records, start=1 + before):
        if number == 1 + before:
            headers = tuple(cell.strip() for cell, _ in record)
            for place, header in enumerate(headers):
                key = known.get(_folded(header))
                if key is not None:
                    places.setdefault(key, place)
            continue
        cells = {key: record[place][0].strip() for key, place in places.items() if place < len(record)}
        if any(cells.values()):
            formulas = frozenset(key for key, place in places.items() if place < len(record) and record[place][1])
            rows.append(Row(number, cells, formulas))
    if not any(headers):
        raise SheetError(Problem(str(file), None, None if name in (None, ITEMS) else name, "is empty"))
    if not places:
        expected = ", ".join(column.header for column in columns if column.label or not column.optional)
        message = f"the first row has none of the columns {expected}; it is {', '.join(headers)!r:.80}"
        raise SheetError(Problem(str(file), 1, None, message))
    return Table(file, name, columns, places, headers, tuple(rows))


def _keys(columns: Iterable[Column]) -> dict[str, str]:
    return {name: column.key for column in columns for name in (_folded(column.header), column.key)}


def _folded(header: str) -> str:
    return " ".join(header.split()).casefold()
