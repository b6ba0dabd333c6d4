"""Runs in processes of their own: bad files cost themselves, and a second run does only what is left."""

from __future__ import annotations

import json
import os
import zipfile
from functools import partial
from pathlib import Path

import pytest

from referat_nlp import Pipeline, load
from referat_nlp.archive import Bounds, Selection, Tally, tag_archive
from referat_nlp.errors import ModelNotFoundError, ReferatError
from tests.archive.hostile import Noted, by_title, dies_once, minutes
from tests.authored import MINUTES, NOT_MINUTES, OTHER


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    return tmp_path


def put(name: str, text: str) -> None:
    Path("in", name).write_text(text, encoding="utf-8")


def zipped(name: str, **members: str) -> None:
    with zipfile.ZipFile(Path("in", name), "w") as archive:
        for member, text in members.items():
            archive.writestr(f"{member}.txt", text)


def outcomes(path: str = "out.jsonl") -> list[tuple[str, str]]:
    """Path of each document with the summary of its last item, or the kind of its error."""
    found = []
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        error = record.get("error")
        says = error["kind"] if error else record["items"][-1]["summary"]["text"]
        found.append((record["source"]["path"].removeprefix("in/"), says))
    return found


def run(pipeline: Pipeline | partial[Pipeline], *, workers: int = 2, bounds: Bounds = Bounds()) -> Tally:  # noqa: B008
    return tag_archive(["in"], "out.jsonl", pipeline, workers=workers, bounds=bounds)


def test_the_output_is_that_of_this_process_in_the_order_of_the_input(folder: Path) -> None:
    for number in range(8):
        put(f"{number}.txt", minutes(f"Sag {number}", number) * (1 + 40 * (number == 0)))
    put("5.txt", NOT_MINUTES)
    zipped("6.zip", a=MINUTES, b="", c=OTHER)
    files = ["in", "gone.txt", "in/3.txt"]
    tag_archive(files, "here.jsonl", load(), workers=0)
    tally = tag_archive(files, "there.jsonl", load(), workers=2)
    assert Path("there.jsonl").read_bytes() == Path("here.jsonl").read_bytes()
    assert (tally.read, tally.failed, dict(tally.failures)) == (10, 3, {"not-minutes": 1, "empty": 1, "not-found": 1})
    assert tally.contested == tally.ballots >= 10


def test_what_hangs_eats_or_dies_is_a_failure_and_the_rest_goes_on(folder: Path) -> None:
    titles = ["En", "Sagen hænger", "To", "Sagen æder", "Tre", "Sagen dør", "Fire"]
    for number, title in enumerate(titles):
        put(f"{number}.txt", minutes(title))
    tally = run(load(summary=by_title), bounds=Bounds(seconds=10, memory_mb=300))
    assert outcomes() == [
        *(("0.txt", "En"), ("1.txt", "timeout"), ("2.txt", "To"), ("3.txt", "memory"), ("4.txt", "Tre")),
        *(("5.txt", "crashed"), ("6.txt", "Fire")),
    ]
    assert dict(tally.failures) == {"timeout": 1, "memory": 1, "crashed": 1}
    error = json.loads(Path("out.jsonl").read_text(encoding="utf-8").splitlines()[1])["error"]
    assert error["message"] == "in/1.txt: it took more than 10 seconds"
    assert "--timeout" in error["advice"]


def test_a_bad_document_of_an_archive_costs_itself_and_what_was_stopped_is_kept(folder: Path) -> None:
    zipped(
        "a.zip", a=minutes("En"), b=minutes("Sagen dør"), c=minutes("To"), d=minutes("Sagen hænger"), e=minutes("Tre")
    )
    pipeline = load(summary=by_title)
    run(pipeline, workers=1, bounds=Bounds(seconds=8))
    expected = [
        *(("a.zip/a.txt", "En"), ("a.zip/b.txt", "crashed"), ("a.zip/c.txt", "To")),
        *(("a.zip/d.txt", "timeout"), ("a.zip/e.txt", "Tre")),
    ]
    assert outcomes() == expected


def test_names_that_are_no_utf_8_are_read_and_known_again(folder: Path) -> None:
    name = os.fsdecode("in/råd.txt".encode("latin-1"))
    Path(name).write_text(MINUTES, encoding="utf-8")
    for _ in range(2):
        tag_archive(["in", os.fsdecode(b"in/\xf8.txt")], "out.jsonl", load(), workers=1)
        paths = [json.loads(line)["source"]["path"] for line in Path("out.jsonl").read_text("utf-8").splitlines()]
        assert paths == ["in/r\\xe5d.txt", "in/\\xf8.txt"]


def test_what_nobody_can_read_is_stopped_while_it_is_read(folder: Path) -> None:
    put("a.txt", MINUTES)
    os.mkfifo(folder / "pipe")  # Opening it waits for a writer that does not come.
    tally = tag_archive(["pipe", "in"], "out.jsonl", load(), bounds=Bounds(seconds=5))
    assert dict(tally.failures) == {"timeout": 1}
    assert tally.read == 1


def test_a_worker_that_dies_by_chance_is_replaced_and_nothing_is_lost(folder: Path) -> None:
    for number, title in enumerate(["En", "Sagen dør", "To"]):
        put(f"{number}.txt", minutes(title))
    tally = run(load(summary=dies_once), workers=1)
    assert Path("died").exists()
    assert (tally.read, tally.failed) == (3, 0)


def test_a_second_run_does_what_is_new_and_what_another_model_says(folder: Path) -> None:
    log = folder / "log"
    toy = Noted(log)
    for title in ("En", "To"):
        put(f"{title}.txt", minutes(title))
    run(load(summary=toy), workers=1)
    assert toy.meetings() == ["En", "To"]

    put("Tre.txt", minutes("Tre"))
    put("To.txt", minutes("To, ændret"))
    Path("in/En.txt").rename("in/Ny.txt")
    run(load(summary=toy), workers=1)
    assert toy.meetings() == ["To, ændret", "Tre"]
    assert outcomes() == [("Ny.txt", "før"), ("To.txt", "før"), ("Tre.txt", "før")]
    before = Path("out.jsonl").read_bytes()
    tag_archive(["in"], "anew.jsonl", load(summary=toy), workers=0)
    assert Path("anew.jsonl").read_bytes() == before
    toy.meetings()

    other = Noted(log, "efter")
    run(load(summary=other), workers=1)
    assert other.meetings() == ["En", "To, ændret", "Tre"]
    assert {says for _, says in outcomes()} == {"efter"}

    tag_archive(["in"], "out.jsonl", load(summary=other), fresh=True)
    assert len(other.meetings()) == 3


def test_more_time_is_given_to_what_was_stopped_and_to_nothing_else(folder: Path) -> None:
    toy = Noted(folder / "log", word="")
    put("a.txt", minutes("En"))
    put("b.txt", minutes("Sagen hænger"))
    for seconds, shown in ((6, ["En", "Sagen hænger"]), (6, []), (7, ["Sagen hænger"])):
        run(load(summary=toy), workers=1, bounds=Bounds(seconds=seconds))
        assert outcomes() == [("a.txt", "En"), ("b.txt", "timeout")]
        assert toy.meetings() == shown


def test_as_they_come_has_every_document_once(folder: Path) -> None:
    for number in range(6):
        put(f"{number}.txt", minutes(f"Sag {number}", number))
    tag_archive(["in"], "out.jsonl", load(), workers=2, in_order=False)
    assert sorted(path for path, _ in outcomes()) == [f"{number}.txt" for number in range(6)]


def test_adding_reads_the_new_folder_alone(folder: Path) -> None:
    put("a.txt", MINUTES)
    put("b.txt", OTHER)
    tag_archive(["in/a.txt"], "out.jsonl", load(), workers=0)
    tag_archive(Selection(["in"]), "out.jsonl", load(), workers=0, append=True)
    assert [path for path, _ in outcomes()] == ["a.txt", "b.txt"]


def test_a_pipeline_that_cannot_be_loaded_is_told_as_it_is_here(folder: Path) -> None:
    put("a.txt", MINUTES)
    with pytest.raises(ModelNotFoundError, match="findes-ikke"):
        run(partial(load, summary="findes-ikke"))
    with pytest.raises(ReferatError, match="another process"):
        run(load(summary=lambda items: [None] * len(items)))
    assert sorted(path.name for path in folder.iterdir()) == ["in"]
