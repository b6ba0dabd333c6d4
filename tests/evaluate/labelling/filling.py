"""Sheets drawn from authored minutes, and filling them as a person does: cell by cell, under the headers."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import openpyxl

from referat_nlp.evaluate.labelling.drawing import Candidate, candidates, draw
from referat_nlp.evaluate.labelling.sheet_files import draft, write_sheet
from referat_nlp.pipeline import load
from tests.authored import MINUTES

Fills = Mapping[int, Mapping[str, Any]]
"""Values by row number and header."""


def document(folder: Path, text: str = MINUTES, name: str = "a.txt") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def drawn_from(*paths: Path) -> list[Candidate]:
    return draw(candidates(load().pipe(paths)), 1000)


def drawn_sheet(folder: Path, text: str = MINUTES, name: str = "sheet.xlsx", **options: Any) -> Path:
    sheet = folder / name
    write_sheet(sheet, draft(drawn_from(document(folder, text)), **options))
    return sheet


def fill(sheet: Path, items: Fills, ballots: Fills | None = None, to: str | None = None) -> Path:
    book = openpyxl.load_workbook(sheet)
    for name, fills in (("Punkter", items), ("Afstemninger", ballots or {})):
        page = book[name]
        places = {cell.value: cell.column for cell in page[1]}
        for row, values in fills.items():
            for header, value in values.items():
                page.cell(row, places[header]).value = value
    out = sheet.with_name(to) if to else sheet
    book.save(out)
    return out


def rename(sheet: Path, header: str, to: str | None) -> None:
    book = openpyxl.load_workbook(sheet)
    next(cell for cell in book["Punkter"][1] if cell.value == header).value = to
    book.save(sheet)


FILLED: Fills = {
    2: {
        "Type": "godkendelse",
        "Typer": "godkendelse",
        "Udfald": "godkendt",
        "Antal afstemninger": 0,
        "Forbehold": "ingen",
        "Særstandpunkt": "-",
        "Fravær": "ingen",
    },
    3: {"Type": "godkendelse", "Udfald": "godkendt", "Antal afstemninger": 1, "Forbehold": "Ida Krog"},
}
BALLOTS: Fills = {
    2: {
        "Løbenr.": 2,
        "Forslag": "hovedforslag",
        "Resultat": "vedtaget",
        "Stemmer for": 3,
        "Stemmer imod": 1,
        "Navne imod": "Malene Buhl (Ø)",
    }
}
