"""Labels meet their minutes: by path, by hash, in archives; spans and words that do not stand there are named."""

from __future__ import annotations

import hashlib
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from referat_nlp.evaluate.anchors import fingerprint, locate
from referat_nlp.evaluate.documents import find_documents
from referat_nlp.evaluate.gold import load_gold
from referat_nlp.reading import read
from referat_nlp.structure import structure
from tests.evaluate.minutes import MINUTES, labels, write


def gold_file(folder: Path, record: dict[str, Any]) -> Path:
    path = folder / "labels.jsonl"
    path.write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")
    return path


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """A folder of minutes away from their labels."""
    folder = tmp_path / "shelf"
    folder.mkdir()
    (folder / "marts.txt").write_text(MINUTES, encoding="utf-8")
    return folder


def test_minutes_beside_their_labels(tmp_path: Path) -> None:
    (meeting,), problems = find_documents(load_gold([write(tmp_path)]).meetings)
    assert problems == []
    assert [item.number for item in meeting.referat.items] == ["1", "2", "3"]


def test_minutes_by_path_in_a_named_folder(tmp_path: Path, shelf: Path) -> None:
    gold = load_gold([gold_file(tmp_path, labels() | {"source": {"path": "marts.txt"}})])
    missing = find_documents(gold.meetings)[1]
    assert "were not found; say where they lie with --documents" in missing[0].message
    (meeting,), problems = find_documents(gold.meetings, [shelf])
    assert problems == []
    assert len(meeting.referat.items) == 3


def test_minutes_by_hash_under_another_name(tmp_path: Path, shelf: Path) -> None:
    sha256 = hashlib.sha256((shelf / "marts.txt").read_bytes()).hexdigest()
    gold = load_gold([gold_file(tmp_path, labels() | {"source": {"path": "gone.txt", "sha256": sha256}})])
    (meeting,), _ = find_documents(gold.meetings, [shelf])
    assert len(meeting.referat.items) == 3


def test_minutes_in_an_archive(tmp_path: Path, shelf: Path) -> None:
    with zipfile.ZipFile(shelf / "2024.zip", "w") as archive:
        archive.writestr("other.txt", "Punkt 1: Andet")
        archive.write(shelf / "marts.txt", "marts.txt")
    gold = load_gold([gold_file(tmp_path, labels() | {"source": {"path": "2024.zip/marts.txt"}})])
    (meeting,), _ = find_documents(gold.meetings, [shelf])
    assert meeting.referat.items[1].title == "Ny svømmehal i Ellemose"


def test_the_nth_record_labels_the_nth_document_beside_it(tmp_path: Path) -> None:
    path = write(tmp_path, [labels(), labels()])
    path.with_name("ellemose.txt").unlink()
    with zipfile.ZipFile(tmp_path / "ellemose.zip", "w") as archive:
        archive.writestr("a.txt", MINUTES)
        archive.writestr("b.txt", MINUTES.replace("vejsalt", "snerydning"))
    meetings, _ = find_documents(load_gold([path]).meetings)
    assert [meeting.referat.items[2].title for meeting in meetings] == [
        "Orientering om vejsalt",
        "Orientering om snerydning",
    ]


def test_minutes_that_cannot_be_read_have_no_items_and_still_count(tmp_path: Path) -> None:
    path = write(tmp_path)
    (tmp_path / "ellemose.txt").write_text("Her er intet referat.", encoding="utf-8")
    plain = json.loads(path.read_text(encoding="utf-8"))
    for item in plain["items"]:
        item.pop("sections", None)
        item["ballots"] = []
    path.write_text(json.dumps(plain), encoding="utf-8")
    (meeting,), problems = find_documents(load_gold([path]).meetings)
    assert problems == []
    assert meeting.referat.items == []
    assert meeting.referat.warnings != []


def test_words_that_do_not_stand_in_the_minutes_are_named(tmp_path: Path) -> None:
    record = labels()
    record["items"][1]["sections"][0]["begins"] = "Kommunen mangler"
    record["items"][1]["ballots"][0]["ends"] = "Bo Lynd (V)."
    meetings, (problem,) = find_documents(load_gold([write(tmp_path, record)]).meetings)
    assert meetings == []
    assert "items[1].sections[0].begins: 'Kommunen mangler' does not stand in the minutes" in problem.message
    assert "items[1].ballots[0].ends: 'Bo Lynd (V).' does not stand in the minutes" in problem.message


def spanned(text: str, *, shift: int = 0) -> dict[str, Any]:
    """Labels that name Bo Lind by the span of his name."""
    referat = structure(read(text.encode()))
    item = referat.items[1]
    start = referat.text.index("Bo Lind (V).")
    return {
        "number": "2",
        "span": [item.span[0] + shift, item.span[1] + shift],
        "fingerprint": fingerprint(referat.text[slice(*item.span)]),
        "ballots": [{"against": [{"span": [start + shift, start + 7 + shift], "party": "V"}]}],
    }


def test_spans_become_names(tmp_path: Path) -> None:
    path = write(tmp_path, {"items": [spanned(MINUTES)], "partial": True})
    (meeting,), _ = find_documents(load_gold([path]).meetings)
    assert meeting.gold.items[0].ballots[0].against[0].name == "Bo Lind"


def test_spans_follow_an_item_that_has_moved(tmp_path: Path) -> None:
    path = write(tmp_path, {"items": [spanned(MINUTES, shift=12)], "partial": True})
    (meeting,), problems = find_documents(load_gold([path]).meetings)
    assert problems == []
    assert meeting.gold.items[0].ballots[0].against[0].name == "Bo Lind"


def test_an_item_whose_text_has_changed_is_named(tmp_path: Path) -> None:
    item = spanned(MINUTES) | {"fingerprint": "0" * 12}
    (problem,) = find_documents(load_gold([write(tmp_path, {"items": [item]})]).meetings)[1]
    assert "the text of item 2 is not the one that was labelled" in problem.message


def test_a_span_outside_the_text_is_named(tmp_path: Path) -> None:
    path = write(tmp_path, {"items": [{"number": "2", "absent": [{"span": [10, 99_999]}]}]})
    (problem,) = find_documents(load_gold([path]).meetings)[1]
    assert "span [10, 99999] lies outside the text" in problem.message


def test_a_stretch_is_found_over_line_breaks_and_bullets() -> None:
    text = "Imod stemte\n- Bo Lind (V), og\nCarl Bech."
    assert locate(text, "Imod stemte Bo", "og Carl Bech.") == (0, len(text))
    assert locate(text, "Bo Lind", "Bo Lind (V)") == (14, 25)
    assert locate(text, "Carl", "Bo Lind") is None
