"""Filled sheets → gold, and back through what reads gold."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from referat_nlp.errors import OutputError, UnsupportedFormatError
from referat_nlp.evaluate.gold import load_gold
from referat_nlp.evaluate.labelling.importing import collect, write_gold
from tests.evaluate.labelling.filling import BALLOTS, FILLED, drawn_sheet, fill


def test_a_filled_sheet_makes_the_round_trip(tmp_path: Path) -> None:
    sheet = fill(drawn_sheet(tmp_path), FILLED, BALLOTS)
    labels = collect([sheet])
    assert (labels.problems, labels.items) == ([], 2)
    write_gold(tmp_path / "gold.jsonl", labels.meetings)
    [read] = load_gold([tmp_path / "gold.jsonl"]).meetings
    [direct] = load_gold([sheet]).meetings
    assert read.gold.items == direct.gold.items
    for one, other in zip(read.gold.items, direct.gold.items, strict=True):
        assert one.model_fields_set == other.model_fields_set
    assert read.gold.partial
    assert read.gold.source.path == str(tmp_path / "a.txt")
    assert len(read.gold.source.sha256 or "") == 64


def test_only_what_is_labelled_is_written(tmp_path: Path) -> None:
    write_gold(tmp_path / "g.jsonl", collect([fill(drawn_sheet(tmp_path), {3: {"Udfald": "ingen"}})]).meetings)
    record = json.loads((tmp_path / "g.jsonl").read_text())
    assert record["partial"] is True
    [item] = record["items"]
    assert item.keys() == {"id", "number", "title", "outcome"}
    assert item["outcome"] is None


def test_parts_of_a_draw_that_several_people_filled_are_put_together(tmp_path: Path) -> None:
    drawn = drawn_sheet(tmp_path)
    one = fill(drawn, {2: FILLED[2]}, to="one.xlsx")
    two = fill(drawn, {3: {"Type": "godkendelse"}}, to="two.xlsx")
    labels = collect([one, two, one])
    assert labels.problems == []
    [meeting] = labels.meetings
    assert [item.number for item in meeting.items] == ["41", "42"]


def test_sheets_that_label_an_item_differently_are_named(tmp_path: Path) -> None:
    drawn = drawn_sheet(tmp_path)
    one = fill(drawn, {2: {"Type": "godkendelse"}}, to="one.xlsx")
    two = fill(drawn, {2: {"Type": "orientering"}}, to="two.xlsx")
    labels = collect([one, two])
    assert [str(problem) for problem in labels.problems] == [
        f"{two}, row 2: is labelled otherwise in {one}, row 2; see: referat label agree"
    ]
    assert [item.type for item in labels.meetings[0].items] == ["godkendelse"]


def test_what_is_wrong_is_left_out_and_named(tmp_path: Path) -> None:
    labels = collect([fill(drawn_sheet(tmp_path), {2: {"Type": "godkendt"}, 3: {"Type": "godkendelse"}})])
    assert [problem.row for problem in labels.problems] == [2]
    assert [item.number for item in labels.meetings[0].items] == ["42"]


def test_gold_is_not_written_over(tmp_path: Path) -> None:
    labels = collect([fill(drawn_sheet(tmp_path), FILLED, BALLOTS)])
    write_gold(tmp_path / "g.jsonl", labels.meetings)
    with pytest.raises(OutputError, match="there already"):
        write_gold(tmp_path / "g.jsonl", [])
    assert (tmp_path / "g.jsonl").stat().st_size > 100


def test_another_kind_of_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnsupportedFormatError, match=r"\.docx"):
        collect([tmp_path / "labels.docx"])
