"""The sheets that people are given."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from referat_nlp.errors import OutputError
from referat_nlp.evaluate.gold.sheets import parse_sheet
from referat_nlp.evaluate.gold.sheets.columns import ITEM_COLUMNS
from referat_nlp.evaluate.labelling.cells import CUT, LONGEST_CELL, cut
from referat_nlp.evaluate.labelling.drawing import Candidate
from referat_nlp.evaluate.labelling.sheet_files import draft, write_sheet
from tests.authored import MINUTES
from tests.evaluate.labelling.filling import document, drawn_from, drawn_sheet

FORMULA = '=HYPERLINK("http://x","y")'


def hostile(folder: Path) -> list[Candidate]:
    """Items whose title and decision begin like formulas."""
    text = MINUTES.replace("Godkendt med", "+Godkendt med")
    return [
        replace(each, item=each.item.model_copy(update={"title": FORMULA}))
        for each in drawn_from(document(folder, text))
    ]


def test_the_workbook_guides_locks_and_offers(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(drawn_sheet(tmp_path))
    assert book.sheetnames == ["Vejledning", "Punkter", "Afstemninger"]
    items = book["Punkter"]
    assert items.freeze_panes == "D2"
    assert items.protection.sheet
    places = {cell.value: cell.column for cell in items[1]}
    locked = {header: items.cell(2, place).protection.locked for header, place in places.items()}
    assert {header for header, closed in locked.items() if not closed} == {
        column.header for column in ITEM_COLUMNS if column.label and column.key not in ("summary", "reviewed")
    }
    assert "Godkendt med 3 stemmer for" in items.cell(3, places["Beslutning"]).value
    assert items.cell(3, places["Beslutning"]).alignment.wrap_text
    lists = {str(each.sqref): each.formula1 for each in items.data_validations.dataValidation if each.type == "list"}
    assert lists["G2:G3"] == '"godkendelse,drøftelse,orientering,andet"'
    assert "taget til efterretning" in lists["I2:I3"]
    ballots = book["Afstemninger"]
    assert not ballots["B50"].protection.locked
    assert ballots["B1"].protection.locked
    kinds = {str(each.sqref).partition(":")[0]: each.type for each in ballots.data_validations.dataValidation}
    assert (kinds["A2"], kinds["B2"], kinds["F2"]) == ("list", "list", "whole")
    guide = " ".join(str(cell.value) for row in book["Vejledning"].iter_rows() for cell in row)
    assert "Tom celle" in guide
    assert all(
        column.header in guide for column in ITEM_COLUMNS if column.key in ("type", "types", "ballots", "absent")
    )


def test_drop_downs_are_short_enough_for_excel(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(drawn_sheet(tmp_path))
    for sheet in book.worksheets:
        for each in sheet.data_validations.dataValidation:
            assert len(each.formula1 or "") <= 255
            assert len(each.prompt or "") <= 255
            assert len(each.promptTitle or "") <= 32


def test_labels_are_blank_unless_they_are_asked_for(tmp_path: Path) -> None:
    headers = [column.header for column in ITEM_COLUMNS]
    blank = openpyxl.load_workbook(drawn_sheet(tmp_path))["Punkter"]
    places = {cell.value: cell.column for cell in blank[1]}
    assert [header for header in headers if header not in places] == ["Sag", "Resumé", "Gennemgået"]
    assert {blank.cell(3, places[name]).value for name in ("Type", "Typer", "Udfald", "Antal afstemninger")} == {None}
    filled = openpyxl.load_workbook(drawn_sheet(tmp_path, name="f.xlsx", prefill=True, summaries=True))
    cells = {filled["Punkter"].cell(1, n).value: filled["Punkter"].cell(3, n).value for n in range(1, 22)}
    assert (cells["Type"], cells["Udfald"], cells["Antal afstemninger"]) == ("godkendelse", "godkendt", 1)
    assert cells["Gennemgået"] is None
    assert "14,2 mio. kr." in cells["Sag"]
    assert [cell.value for cell in filled["Afstemninger"][2]][:7] == [
        2, "hovedforslag", None, None, "vedtaget", 3, 1,
    ]  # fmt: skip


def test_what_the_model_fills_in_reads_back_as_it_was(tmp_path: Path) -> None:
    for name in ("s.xlsx", "s.csv"):
        path = drawn_sheet(tmp_path, name=name, prefill=True, summaries=True)
        sheet = parse_sheet(path, path.read_bytes())
        assert (sheet.problems, sheet.rows, sheet.items) == ([], 2, [])


def test_text_that_begins_like_a_formula_stays_text(tmp_path: Path) -> None:
    sheet = draft(hostile(tmp_path))
    write_sheet(tmp_path / "s.xlsx", sheet)
    items = openpyxl.load_workbook(tmp_path / "s.xlsx")["Punkter"]
    for place in ("C3", "F3"):
        assert items[place].value[0] in "=+"
        assert items[place].data_type == "s"
        assert items[place].quotePrefix
    path = tmp_path / "s.csv"
    write_sheet(path, sheet)
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    assert rows[1]["Titel"] == f"'{FORMULA}"
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row.values())
    rows[1]["Type"] = "andet"
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, rows[0], delimiter=";")
        writer.writeheader()
        writer.writerows(rows)
    assert parse_sheet(path, path.read_bytes()).items[0].item.title == FORMULA


def test_csv_opens_in_danish_excel(tmp_path: Path) -> None:
    drawn_sheet(tmp_path, name="s.csv", prefill=True)
    assert (tmp_path / "s.csv").read_bytes().startswith(b"\xef\xbb\xbfL\xc3\xb8benr.;Punkt;")
    assert "hovedforslag" in (tmp_path / "s.afstemninger.csv").read_text("utf-8-sig")
    assert "TYPE: HVAD GJORDE" in (tmp_path / "s.vejledning.txt").read_text("utf-8-sig")


def test_control_characters_and_very_long_texts_fit_in_a_cell(tmp_path: Path) -> None:
    text = MINUTES.replace(
        "Forvaltningen indstiller, at", "Forvaltningen\x0bindstiller " + "meget langt " * 4000 + "at"
    )
    items = openpyxl.load_workbook(drawn_sheet(tmp_path, text))["Punkter"]
    assert items["E3"].value.endswith(CUT)
    assert len(items["E3"].value) < 32767
    assert cut("x" * LONGEST_CELL) == "x" * LONGEST_CELL


def test_a_sheet_is_not_written_over(tmp_path: Path) -> None:
    sheet = draft(drawn_from(document(tmp_path)))
    for name in ("s.xlsx", "s.csv"):
        path = tmp_path / name
        write_sheet(path, sheet)
        with pytest.raises(OutputError, match="there already"):
            write_sheet(path, sheet)
        write_sheet(path, sheet, force=True)
    with pytest.raises(OutputError, match="no kind of sheet"):
        write_sheet(tmp_path / "s.ods", sheet)
    with pytest.raises(OutputError, match="folder is not there"):
        write_sheet(tmp_path / "nowhere" / "s.csv", sheet)
    assert not list(tmp_path.glob("*.part"))
