"""Labels from spreadsheets: what a filled sheet says, and what is said of a sheet that is wrong."""

from __future__ import annotations

import random
import re
from pathlib import Path

import openpyxl
import pytest

from referat_nlp.evaluate.gold import load_gold
from referat_nlp.evaluate.gold.schema import GoldPerson
from referat_nlp.evaluate.gold.sheets import Sheet, parse_sheet
from referat_nlp.evaluate.gold.sheets.cells import CellError, absences, count, people, types
from tests.evaluate.labelling.filling import BALLOTS, FILLED, drawn_sheet, fill, rename


def parsed(path: Path) -> Sheet:
    return parse_sheet(path, path.read_bytes())


def said(sheet: Sheet) -> list[str]:
    return [str(problem) for problem in sheet.problems]


def csv_file(folder: Path, text: str, *, name: str = "labels.csv", encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def test_what_is_filled_is_labelled_and_nothing_else(tmp_path: Path) -> None:
    gold = load_gold([fill(drawn_sheet(tmp_path), FILLED, BALLOTS)])
    assert gold.problems == ()
    [meeting] = gold.meetings
    assert meeting.gold.partial
    first, second = meeting.gold.items
    assert (first.number, first.title, first.type, first.types) == (
        "41",
        "Godkendelse af dagsorden",
        "godkendelse",
        ["godkendelse"],
    )
    assert {"ballots", "absent", "dissent", "reservations"} <= first.model_fields_set
    assert (first.ballots, first.absent, first.dissent) == ([], [], [])
    assert second.reservations == [GoldPerson(name="Ida Krog", party=None)]
    assert not second.labels("types")
    assert not second.labels("absent")
    [ballot] = second.ballots
    assert (ballot.motion, ballot.result, ballot.counts.for_, ballot.counts.against) == ("main", "vedtaget", 3, 1)
    assert ballot.counts.abstain is None
    assert ballot.against == [GoldPerson(name="Malene Buhl", party="Ø")]


def test_a_sheet_that_nobody_has_filled_holds_no_gold(tmp_path: Path) -> None:
    gold = load_gold([drawn_sheet(tmp_path)])
    assert gold.meetings == ()
    assert "none of its 2 items is labelled yet" in str(gold.problems[0])


def test_typer_alone_gives_the_type_too(tmp_path: Path) -> None:
    sheet = parsed(fill(drawn_sheet(tmp_path), {2: {"Typer": "godkendelse + orientering"}}))
    assert (sheet.items[0].item.type, sheet.items[0].item.types) == ("godkendelse", ["godkendelse", "orientering"])


def test_what_a_model_filled_in_counts_when_somebody_has_reviewed_it(tmp_path: Path) -> None:
    path = drawn_sheet(tmp_path, prefill=True)
    assert parsed(path).items == []
    sheet = parsed(fill(path, {3: {"Gennemgået": "ja"}}))
    assert said(sheet) == []
    [labelled] = sheet.items
    assert labelled.item.outcome == "godkendt"
    assert labelled.item.ballots[0].against[0].name == "Malene Buhl"
    assert sheet.unlabelled == [2]


@pytest.mark.parametrize(
    ("items", "ballots", "message"),
    [
        ({2: {"Type": "godkendlse"}}, {}, r"row 2, Type \(column G\): 'godkendlse' is not one of.*'godkendelse'\?"),
        ({2: {"Udfald": "vedtaget"}}, {}, r"row 2, Udfald \(column I\): 'vedtaget' is not one of: godkendt"),
        ({2: {"Typer": "orientering + andet"}}, {}, "does not go with other types"),
        ({2: {"Type": "andet", "Typer": "godkendelse"}}, {}, r"'andet' is not among Typer \(godkendelse\)"),
        ({2: {"Type": "=1+1"}}, {}, "is a formula"),
        ({3: {"Forbehold": "Ida Krogh"}}, {}, "'Ida Krogh' does not stand in the item"),
        ({3: {"Forbehold": "Ida Krog ("}}, {}, "neither a name"),
        ({3: {"Fravær": "Ida Krog: afbdu"}}, {}, "row 3, Fravær .*Is it 'afbud'"),
        ({3: {"Antal afstemninger": 2}}, BALLOTS, "says 2, but 1 of them stands on the sheet"),
        ({3: {"Antal afstemninger": "en del"}}, BALLOTS, "not a number of votes"),
        ({3: {"Antal afstemninger": 1}}, {}, "says 1, but none of them stand on the sheet"),
        ({3: {"Type": "godkendelse"}}, BALLOTS, "is blank, but there is a ballot"),
        (
            {2: {"Antal afstemninger": 0}},
            {2: {"Løbenr.": 77}},
            r"row 2, Afstemninger: Løbenr. .*'77' is the Løbenr. of no",
        ),
        ({2: {"Antal afstemninger": 0}}, {2: {"Resultat": "vedtaget"}}, "says not which item"),
        ({3: {"Antal afstemninger": 1}}, {4: {"Løbenr.": 2, "Stemmer for": "-"}}, r"row 4, .*Stemmer for .*no number"),
        ({3: {"Antal afstemninger": 1}}, {2: {"Løbenr.": 2, "Forslag": "hoved"}}, "Is it 'hovedforslag'"),
        ({3: {"Antal afstemninger": 1}}, {2: {"Løbenr.": 2, "Navne imod": "Bo Berg"}}, "'Bo Berg' does not stand"),
        ({3: {"Punkt-id": None, "Punkt": None, "Type": "andet"}}, {}, "says not which item it is"),
        ({3: {"Sha256": "abc", "Type": "andet"}}, {}, "is no SHA-256"),
        ({3: {"Løbenr.": 1, "Type": "andet"}}, {}, "row 3, Løbenr. .*'1' stands in row 2 already"),
    ],
)
def test_what_is_wrong_is_named_with_its_place(tmp_path: Path, items: dict, ballots: dict, message: str) -> None:
    sheet = parsed(fill(drawn_sheet(tmp_path), {**{2: {"Type": "godkendelse"}}, **items}, ballots))
    assert len(said(sheet)) == 1
    assert re.search(message, said(sheet)[0]), said(sheet)
    wrong = {problem.row for problem in sheet.problems}
    # A ballot's row is not its item's.
    assert ballots or not {labelled.row for labelled in sheet.items} & wrong


def test_an_item_that_is_labelled_twice_is_named(tmp_path: Path) -> None:
    path = fill(drawn_sheet(tmp_path), {2: {"Type": "godkendelse"}, 3: {"Type": "godkendelse"}})
    first = openpyxl.load_workbook(path)["Punkter"]["R2"].value
    sheet = parsed(fill(path, {3: {"Punkt-id": first}}))
    assert said(sheet) == [f"{path}, row 3, Punkt-id (column R): '{first}' stands in row 2 already"]
    assert len(sheet.items) == 1


def test_renamed_and_missing_columns_are_named(tmp_path: Path) -> None:
    path = fill(drawn_sheet(tmp_path), FILLED, BALLOTS)
    rename(path, "Udfald", "Udfaldet")
    rename(path, "Fravær", None)
    assert said(parsed(path)) == [
        f"{path}, row 1, Udfald: the column is missing; is it column I, 'Udfaldet'? Give it its name again",
        f"{path}, row 1, Fravær: the column is missing; leave it blank rather than delete it",
    ]


def test_a_column_that_stands_twice_is_named(tmp_path: Path) -> None:
    path = drawn_sheet(tmp_path)
    rename(path, "Note", "Type")
    assert "Type (column G): stands in column G and again in column O" in said(parsed(path))[0]


def test_a_plain_table_of_labels_needs_no_more_than_document_item_and_label(tmp_path: Path) -> None:
    sheet = parsed(csv_file(tmp_path, "path,number,type\nmoede.pdf,3,orientering\nmoede.pdf,4,\n"))
    assert said(sheet) == []
    assert [(each.item.number, each.item.type) for each in sheet.items] == [("3", "orientering")]
    assert sheet.items[0].item.model_fields_set == {"number", "type"}


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_csv_is_read_as_excel_writes_it(tmp_path: Path, delimiter: str, encoding: str) -> None:
    rows = [["Dokument", "Punkt", "Type", "Fravær"], ["møde.pdf", "3", "drøftelse", '"Bo Lind (V);\nEva Bæk"']]
    sheet = parsed(csv_file(tmp_path, "\r\n".join(map(delimiter.join, rows)), encoding=encoding))
    assert said(sheet) == []
    assert sheet.items[0].item.type == "drøftelse"
    assert [absence.name for absence in sheet.items[0].item.absent] == ["Bo Lind", "Eva Bæk"]
    assert bool(sheet.notes) == (encoding in ("cp1252", "utf-16"))


def test_the_line_that_names_the_delimiter_is_no_header(tmp_path: Path) -> None:
    sheet = parsed(csv_file(tmp_path, "sep=;\nDokument;Punkt;Type\na.pdf;1;forkert\n"))
    assert said(sheet)[0].startswith(f"{tmp_path / 'labels.csv'}, row 3, Type (column C): 'forkert'")


def test_ballots_of_a_csv_stand_in_the_file_beside_it(tmp_path: Path) -> None:
    path = csv_file(tmp_path, "Løbenr.;Dokument;Punkt;Antal afstemninger\n1;a.pdf;4;1\n")
    csv_file(tmp_path, "Løbenr.;Resultat;Stemmer for\n1;forkastet;fire\n", name="labels.afstemninger.csv")
    [labelled] = parsed(path).items
    assert (labelled.item.ballots[0].result, labelled.item.ballots[0].counts.for_) == ("forkastet", 4)


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.csv", b"", "is empty"),
        ("a.csv", b"\xef\xbb\xbf \n", "is empty"),
        ("a.csv", b"Dokument;Punkt;Type\n", "there are no items"),
        ("a.csv", b"navn;alder\nBo;4\n", "has none of the columns"),
        ("a.csv", b"Punkt;Type\n1;andet\n", "needs Dokument or Sha256"),
        ("a.xlsx", b"", "is empty"),
        ("a.xlsx", b"PK\x03\x04 cut off", "is no Excel workbook"),
        ("a.xlsx", b"\xd0\xcf\x11\xe0 old", "protected by a password"),
    ],
)
def test_files_that_are_no_sheets_are_one_problem(tmp_path: Path, name: str, data: bytes, message: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    [problem] = load_gold([path]).problems
    assert message in str(problem)


def test_a_workbook_that_is_damaged_or_cut_off_is_a_problem_or_labels(tmp_path: Path) -> None:
    data = fill(drawn_sheet(tmp_path), FILLED, BALLOTS).read_bytes()
    chance = random.Random(0)
    for _ in range(25):
        damaged = bytearray(data)
        for _ in range(20):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        sheet = parse_sheet(tmp_path / "sheet.xlsx", bytes(damaged[: chance.randrange(len(data) // 2, 2 * len(data))]))
        assert sheet.problems or sheet.items


def test_a_table_on_a_sheet_of_another_name_is_found(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "Noter"
    page = book.create_sheet("Mine")
    for row in (["Dokument", "Punkt", "Type"], ["a.pdf", 3, "orientering"], ["a.pdf", 4.0, "forkert"]):
        page.append(row)
    book.save(tmp_path / "b.xlsx")
    sheet = parsed(tmp_path / "b.xlsx")
    assert [each.item.number for each in sheet.items] == ["3"]
    assert said(sheet)[0].startswith(f"{tmp_path / 'b.xlsx'}, row 3, Mine: Type (column C): 'forkert'")


def test_a_workbook_without_items_is_named_with_its_sheets(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "Budget"
    book.save(tmp_path / "b.xlsx")
    assert "has no sheet 'Punkter'; its sheets are: Budget" in said(parsed(tmp_path / "b.xlsx"))[0]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Bo Lind (V); A", [("Bo Lind", "V"), (None, "A")]),
        ("Bo Lind (V), Ida Krog og Liste T", [("Bo Lind", "V"), ("Ida Krog", None), (None, "T")]),
        ("A, V og C", [(None, "A"), (None, "V"), (None, "C")]),
        ("Nærlisten (U)", [(None, "U")]),
        ("Venstre\nJens Ibsen (uden for parti)", [(None, "Venstre"), ("Jens Ibsen", "løsgænger")]),
        ("ingen", []),
        ("–", []),
    ],
)
def test_people_and_parties_of_a_cell(cell: str, expected: list[tuple[str | None, str | None]]) -> None:
    assert [(person.name, person.party) for person in people(cell)] == expected


def test_absences_of_a_cell() -> None:
    found = absences("Bo Lind (V): afbud, ferie, stedfortræder Eva Brun; Lis Dam, Per Ek: inhabil; Ann Bo")
    assert [(each.name, each.party, each.kind, each.reason, each.substitute) for each in found] == [
        ("Bo Lind", "V", "excused", "ferie", "Eva Brun"),
        ("Lis Dam", None, "disqualified", None, None),
        ("Per Ek", None, "disqualified", None, None),
        ("Ann Bo", None, "absent", None, None),
    ]


@pytest.mark.parametrize(("cell", "number"), [("4", 4), ("fire", 4), ("ingen", 0), ("0", 0), ("", None)])
def test_counts_of_a_cell(cell: str, number: int | None) -> None:
    assert count(cell) == number


@pytest.mark.parametrize("cell", ["-1", "4,5", "1000", "mange"])
def test_what_is_no_count(cell: str) -> None:
    with pytest.raises(CellError, match="number of votes"):
        count(cell)


def test_types_come_with_the_most_binding_first() -> None:
    assert types("Orientering/drøftelse og godkendelse") == ["godkendelse", "drøftelse", "orientering"]
