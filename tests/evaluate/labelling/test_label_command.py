"""``referat label`` as a person runs it: from minutes to gold, messages and exit status."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from referat_nlp.cli.app import app
from tests.authored import MINUTES, NOT_MINUTES, OTHER
from tests.evaluate.labelling.filling import BALLOTS, FILLED, document, fill


def label(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["label", *map(str, arguments)])


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    document(tmp_path, MINUTES, "a.txt")
    document(tmp_path, OTHER, "b.txt")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_from_minutes_to_gold(place: Path) -> None:
    new = label("new", "a.txt", "b.txt", "-n", "50", "-o", "sheet.xlsx")
    assert (new.exit_code, new.stderr) == (0, "4 items of 2 documents → sheet.xlsx\n")
    assert "0 of 4 items labelled, 4 to go" in label("check", "sheet.xlsx").stdout
    fill(place / "sheet.xlsx", FILLED, BALLOTS)
    check = label("check", "sheet.xlsx")
    assert (check.exit_code, check.stderr) == (0, "")
    assert "2 of 4 items labelled, 2 to go\n  Type: 2\n  Typer: 1\n" in check.stdout
    done = label("import", "sheet.xlsx", "-o", "gold.jsonl")
    assert (done.exit_code, done.stderr) == (0, "2 labelled items of 1 meeting → gold.jsonl\n")
    assert json.loads(Path("gold.jsonl").read_text())["source"]["path"] == "a.txt"


def test_what_is_wrong_stops_the_import_unless_it_is_skipped(place: Path) -> None:
    label("new", "a.txt", "-o", "sheet.xlsx")
    fill(place / "sheet.xlsx", {2: {"Type": "godkendt"}, 3: {"Type": "godkendelse"}})
    assert label("check", "sheet.xlsx").exit_code == 1
    stopped = label("import", "sheet.xlsx", "-o", "gold.jsonl")
    assert stopped.exit_code == 1
    assert "sheet.xlsx, row 2, Type (column G): 'godkendt' is not one of" in stopped.stderr
    assert not Path("gold.jsonl").exists()
    skipped = label("import", "sheet.xlsx", "-o", "gold.jsonl", "--skip-invalid")
    assert skipped.exit_code == 1
    assert "row 2, Type" in skipped.stderr
    assert [item["number"] for item in json.loads(Path("gold.jsonl").read_text())["items"]] == ["42"]


def test_documents_that_cannot_be_read_do_not_cost_the_others(place: Path) -> None:
    (place / "c.txt").write_text(NOT_MINUTES, encoding="utf-8")
    new = label("new", "a.txt", "c.txt", "-o", "sheet.csv")
    assert new.exit_code == 1
    assert "c.txt: " in new.stderr
    assert "2 items of 1 document → sheet.csv, sheet.afstemninger.csv, sheet.vejledning.txt" in new.stderr


def test_agree_prints_figures_and_disagreements(place: Path) -> None:
    label("new", "a.txt", "-o", "sheet.xlsx")
    fill(place / "sheet.xlsx", FILLED, BALLOTS, to="anna.xlsx")
    fill(place / "sheet.xlsx", {**FILLED, 3: {**FILLED[3], "Udfald": "anbefalet"}}, BALLOTS, to="bent.xlsx")
    table = label("agree", "anna.xlsx", "bent.xlsx")
    assert table.exit_code == 0
    assert "anbefalet" in table.stdout
    data = json.loads(label("agree", "anna.xlsx", "bent.xlsx", "--json").stdout)
    outcome = next(field for field in data["fields"] if field["field"] == "outcome")
    assert (outcome["n"], outcome["agreement"]) == (2, 0.5)
    assert [each["labels"] for each in data["disagreements"]] == [{"anna.xlsx": "godkendt", "bent.xlsx": "anbefalet"}]


def test_a_sheets_items_go_to_label_studio_and_back(place: Path) -> None:
    label("new", "a.txt", "b.txt", "-n", "2", "-o", "sheet.xlsx")
    export = label("export", "sheet.xlsx", "-o", "tasks.json", "--prefill")
    assert (export.exit_code, export.stderr.splitlines()[-1].split(" of ")[0]) == (0, "2 items")
    assert Path("tasks.xml").read_text().startswith("<View>")
    tasks = json.loads(Path("tasks.json").read_text())
    done = [{**task, "annotations": [{"completed_by": 1, **task["predictions"][0]}]} for task in tasks]
    Path("export.json").write_text(json.dumps(done))
    assert label("import", "export.json", "-o", "gold.jsonl").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (["new", "a.txt", "-o", "sheet.ods"], 2, "no kind of sheet"),
        (["new", "a.txt"], 2, "--out"),
        (["new", "a.txt", "-o", "s.xlsx", "--strategy", "best"], 2, "best"),
        (["new", "gone.txt", "-o", "s.xlsx"], 1, "no such file"),
        (["new", "a.txt", "-o", "s.xlsx", "--body", "Byrådet"], 1, "no item to draw"),
        (["check", "gone.xlsx"], 2, "does not exist"),
        (["check", "a.txt"], 1, "no kind of sheet"),
        (["import", "a.txt", "-o", "gold.xlsx"], 2, "gold is JSON Lines"),
        (["agree", "a.txt"], 2, "two annotators"),
        (["agree", "a.txt", "a.txt"], 2, "given twice"),
        (["export", "a.txt", "-o", "tasks.xml"], 2, "tasks are JSON"),
        (["export", "a.txt", "-o", "t.json", "--format", "brat"], 2, "brat"),
        ([], 2, "Usage"),
    ],
)
def test_wrong_use_is_told(place: Path, arguments: list[str], status: int, message: str) -> None:
    done = label(*arguments)
    assert done.exit_code == status
    assert message in done.output
    assert "Traceback" not in done.output
