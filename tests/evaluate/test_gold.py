"""Labels from files: what is wrong is named row by row, and nothing wrong is scored."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from referat_nlp.evaluate.gold import load_gold
from tests.evaluate.minutes import labels, write


def with_item(**fields: Any) -> dict[str, Any]:
    return {"items": [{"number": "1", "title": "Ny skole"} | fields]}


WRONG = {
    "unknown type": (with_item(type="orienterng"), "items[0].type: 'orienterng' is not one of"),
    "unknown outcome": (with_item(outcome="vedtaget"), "items[0].outcome: 'vedtaget' is not one of"),
    "unknown field": (with_item(udfald="godkendt"), "items[0].udfald: no such field"),
    "no items": ({"meeting": {}}, "items: is missing"),
    "type not among types": (with_item(type="andet", types=["orientering"]), "type 'andet' is not among types"),
    "negative count": (with_item(ballots=[{"counts": {"for": -1}}]), "items[0].ballots[0].counts.for"),
    "span backwards": (with_item(span=[9, 3]), "span [9, 3] is no stretch"),
    "nobody voted": (with_item(ballots=[{"for": [{}]}]), "somebody has neither name nor party nor span"),
    "same id twice": (
        {"items": [{"id": "x", "number": "1"}, {"id": "x", "number": "2"}]},
        "items[1]: id 'x' stands at items[0] already",
    ),
    "bad date": ({"items": [], "meeting": {"date": "5. marts"}}, "meeting.date"),
    "a failure": ({"source": {"path": "x"}, "error": {"kind": "empty"}}, "is the record of a document that could not"),
    "a list in a list": ([["x"]], "a meeting is a JSON object, not list"),
}


@pytest.mark.parametrize(("record", "message"), WRONG.values(), ids=WRONG)
def test_wrong_labels_are_named(tmp_path: Path, record: object, message: str) -> None:
    gold = load_gold([write(tmp_path, record)])
    assert gold.meetings == ()
    (problem,) = gold.problems
    assert message in str(problem)
    assert "ellemose.gold.json, row 1" in str(problem)


def test_everything_that_is_wrong_with_a_row_is_named_at_once(tmp_path: Path) -> None:
    (problem,) = load_gold([write(tmp_path, with_item(type="x", outcome="y"))]).problems
    assert "items[0].type" in problem.message
    assert "items[0].outcome" in problem.message


def test_a_bad_line_does_not_cost_the_others(tmp_path: Path) -> None:
    good = json.dumps(labels() | {"source": {"path": "a.txt"}}, ensure_ascii=False)
    other = json.dumps(labels() | {"source": {"path": "b.txt"}}, ensure_ascii=False)
    path = tmp_path / "minutes.jsonl"
    path.write_text("\n".join([good, '{"items": [', "", other, json.dumps(with_item(type="x"))]), encoding="utf-8")
    gold = load_gold([path])
    assert [meeting.row for meeting in gold.meetings] == [1, 4]
    assert [problem.row for problem in gold.problems] == [2, 5]
    assert "is no JSON" in gold.problems[0].message


def test_other_encodings_are_named_with_the_line(tmp_path: Path) -> None:
    path = tmp_path / "old.jsonl"
    path.write_bytes('{"items": []}\n{"items": [{"title": "Høring på Ærø"}]}\n'.encode("cp1252"))
    (problem,) = load_gold([path]).problems
    assert (problem.row, "is not UTF-8 (cp1252 perhaps)" in problem.message) == (2, True)


@pytest.mark.parametrize("content", ["", "  \n\n"])
def test_an_empty_file_is_named(tmp_path: Path, content: str) -> None:
    path = tmp_path / "empty.gold.json"
    path.write_text(content)
    (problem,) = load_gold([path]).problems
    assert problem.message == "is empty"


def test_missing_files_and_folders_without_labels_are_named(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    gold = load_gold([tmp_path / "gone.jsonl", tmp_path / "folder"])
    assert [str(problem).split(": ", 1)[1].split(" (")[0] for problem in gold.problems] == [
        "cannot be read: No such file or directory",
        "the folder holds no labels",
    ]


def test_a_document_that_is_labelled_twice_is_named(tmp_path: Path) -> None:
    record = json.dumps(labels() | {"source": {"path": "a.txt"}})
    path = tmp_path / "twice.jsonl"
    path.write_text(f"{record}\n{record}\n")
    gold = load_gold([path])
    assert len(gold.meetings) == 1
    assert f"a.txt is labelled already in {path}, row 1" in gold.problems[0].message


def test_what_is_not_labelled_is_told_from_what_is_labelled_as_none(tmp_path: Path) -> None:
    (meeting,) = load_gold([write(tmp_path, with_item(outcome=None, ballots=[]))]).meetings
    (item,) = meeting.gold.items
    assert item.labels("outcome")
    assert item.labels("ballots")
    assert not item.labels("type")
    assert not item.labels("absent")
