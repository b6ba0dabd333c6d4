"""Labels in folders of Hugging Face's ``datasets``."""

from __future__ import annotations

import csv
import io
import sys
from pathlib import Path

import pytest

from referat_nlp.errors import MissingExtraError
from referat_nlp.evaluate.documents import find_documents
from referat_nlp.evaluate.gold import load_gold
from referat_nlp.evaluate.matching import align
from tests.evaluate.minutes import write

datasets = pytest.importorskip("datasets")
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")

RECORD = {
    "source": {"path": "a.txt"},
    "items": [
        {"number": "1", "type": "andet", "types": ["andet"], "outcome": "godkendt", "summary": None},
        {"number": "2", "type": "drøftelse", "types": None, "outcome": None, "summary": {"text": "En cykelsti."}},
    ],
}


def saved(folder: Path, rows: list[dict[str, object]]) -> Path:
    datasets.Dataset.from_list(rows).save_to_disk(str(folder))
    return folder


def test_records_of_meetings(tmp_path: Path) -> None:
    write(tmp_path, name="a")
    gold = load_gold([saved(tmp_path / "labels", [RECORD])])
    assert gold.problems == ()
    first, second = gold.meetings[0].gold.items
    assert (first.type, first.types, first.outcome) == ("andet", ["andet"], "godkendt")
    assert second.summary is not None
    assert second.summary.text == "En cykelsti."
    # Null is not labelled: a table has a place for every key.
    assert not first.labels("summary")
    assert not second.labels("outcome")
    (meeting,), problems = find_documents(gold.meetings, [])
    assert not problems
    assert sum(pair.item is not None for pair in align(meeting.gold, meeting.referat)) >= 2


def test_rows_of_a_sheet_are_what_the_sheet_says(tmp_path: Path) -> None:
    rows: list[dict[str, object]] = [
        {"Dokument": "a.txt", "Punkt": "1", "Type": "andet", "Udfald": "godkendt"},
        {"Dokument": "a.txt", "Punkt": "2", "Type": "drøftelse", "Udfald": None},
    ]
    text = io.StringIO()
    table = csv.DictWriter(text, list(rows[0]), delimiter=";")
    table.writeheader()
    table.writerows(rows)
    (tmp_path / "sheet.csv").write_text(text.getvalue(), encoding="utf-8")
    sheet, found = load_gold([tmp_path / "sheet.csv"]), load_gold([saved(tmp_path / "labels", rows)])
    assert found.meetings
    assert [str(each.message) for each in found.problems] == [str(each.message) for each in sheet.problems]
    assert [each.gold for each in found.meetings] == [each.gold for each in sheet.meetings]


def test_all_splits_are_read(tmp_path: Path) -> None:
    other = {**RECORD, "source": {"path": "b.txt"}}
    splits = {"train": datasets.Dataset.from_list([RECORD]), "test": datasets.Dataset.from_list([other])}
    datasets.DatasetDict(splits).save_to_disk(str(tmp_path / "labels"))
    assert [each.name for each in load_gold([tmp_path / "labels"]).meetings] == ["a.txt", "b.txt"]


def test_a_wrong_label_is_named_with_its_row(tmp_path: Path) -> None:
    wrong = {"source": {"path": "b.txt"}, "items": [{"number": "1", "type": "orienterng"}]}
    gold = load_gold([saved(tmp_path / "labels", [{**wrong, "source": {"path": "a.txt"}}, wrong])])
    assert [each.row for each in gold.problems] == [1, 2]
    assert "'orienterng' is not one of" in str(gold.problems[0])


def test_a_broken_folder_is_a_problem(tmp_path: Path) -> None:
    folder = saved(tmp_path / "labels", [RECORD])
    for path in folder.glob("*.arrow"):
        path.write_bytes(b"nothing")
    (problem,) = load_gold([folder]).problems
    assert "is no dataset that can be read" in str(problem)


def test_the_package_that_reads_it_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = saved(tmp_path / "labels", [RECORD])
    monkeypatch.setitem(sys.modules, "datasets", None)
    with pytest.raises(MissingExtraError, match="to read it needs datasets"):
        load_gold([folder])
