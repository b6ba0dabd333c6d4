"""Runs by Ray: the output is that of this machine, bad files cost themselves, a second run does what is left."""

from __future__ import annotations

import json
import socket
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from referat_nlp import Failure, load
from referat_nlp.archive import Bounds, Cluster, Record, Selection, tag_archive
from referat_nlp.archive.cluster import promised
from referat_nlp.archive.engine import Closed, Job, Prepared, Tagged, pack, pickled
from referat_nlp.archive.node import Node, Refused, Result
from referat_nlp.cli.app import app
from referat_nlp.errors import MissingExtraError, ModelNotFoundError, NotFoundError, ReferatError
from referat_nlp.reading import Limits
from tests.archive.hostile import Noted, by_title, minutes
from tests.archive.test_workers import folder, put, zipped
from tests.authored import MINUTES, NOT_MINUTES, OTHER

__all__ = ["folder"]


@pytest.fixture(scope="module")
def two_processors() -> Iterator[Any]:
    ray = pytest.importorskip("ray")
    pytest.importorskip("ray.data")
    connected = ray.init(
        address="local", num_cpus=2, include_dashboard=False, log_to_driver=False, object_store_memory=100 * 2**20
    )
    yield connected
    ray.shutdown()


def test_the_output_is_that_of_this_machine_and_bad_files_cost_themselves(two_processors: Any, folder: Path) -> None:
    for number in range(6):
        put(f"{number}.txt", minutes(f"Sag {number}", number) * (1 + 20 * (number == 0)))
    put("2.txt", NOT_MINUTES)
    put("8.pdf", "%PDF-1.7 afbrudt")
    zipped("6.zip", a=MINUTES, b="", c=OTHER)
    bad = {"in/hænger.txt": "timeout", "in/æder.txt": "memory", "in/dør.txt": "crashed"}
    for path in bad:
        put(Path(path).name, minutes(f"Sagen {Path(path).stem}"))
    files, pipeline = ["in", "gone.txt", "in/5.txt"], load(summary=by_title)
    here = tag_archive(Selection(files, exclude=list(bad)), "here.jsonl", pipeline, workers=0)
    tally = tag_archive(
        files, "there.jsonl", pipeline, workers=2, bounds=Bounds(seconds=10, memory_mb=400), engine="ray"
    )
    there = Path("there.jsonl").read_bytes().splitlines()
    records = {line: json.loads(line) for line in there}
    told = {line: record["error"] for line, record in records.items() if record["source"]["path"] in bad}
    assert [line for line in there if line not in told] == Path("here.jsonl").read_bytes().splitlines()
    assert {records[line]["source"]["path"]: error["kind"] for line, error in told.items()} == bad
    assert "in/hænger.txt: it took more than 10 seconds" in [error["message"] for error in told.values()]
    assert (tally.read, tally.failed) == (here.read, here.failed + 3)
    assert dict(here.failures) == {"not-minutes": 1, "empty": 1, "malformed": 1, "not-found": 1}


def test_a_run_that_was_stopped_goes_on_with_either_engine(two_processors: Any, folder: Path) -> None:
    toy = Noted(folder / "log")
    for number in range(12):
        put(f"{number:02}.txt", minutes(f"Sag {number:02}", number))
    written = []

    def stop(record: Record) -> None:
        written.append(record)
        if len(written) == 4:
            raise KeyboardInterrupt

    def go_on(files: int, **settings: Any) -> None:
        paths = [f"in/{number:02}.txt" for number in range(files)]
        tag_archive(paths, "out.jsonl", load(summary=toy), workers=2, **settings)

    with pytest.raises(KeyboardInterrupt):
        go_on(8, engine="ray", on_record=stop)
    assert not Path("out.jsonl").exists()
    toy.meetings()
    go_on(10, engine="ray")
    second = toy.meetings()
    assert not {"Sag 00", "Sag 01", "Sag 02", "Sag 03"} & set(second)
    assert {"Sag 08", "Sag 09"} <= set(second)
    go_on(12)
    assert toy.meetings() == ["Sag 10", "Sag 11"]
    tag_archive(["in"], "anew.jsonl", load(summary=toy), workers=0)
    assert Path("out.jsonl").read_bytes() == Path("anew.jsonl").read_bytes()


def test_a_pipeline_that_cannot_be_loaded_is_told_as_it_is_here(two_processors: Any, folder: Path) -> None:
    put("a.txt", MINUTES)
    with pytest.raises(ModelNotFoundError, match="findes-ikke"):
        tag_archive(["in"], "out.jsonl", partial(load, summary="findes-ikke"), engine="ray", workers=1)
    assert sorted(path.name for path in folder.iterdir()) == ["in"]


def test_without_ray_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(MissingExtraError, match=r"needs Ray.*referat-nlp\[ray\]"):
        Cluster(load())


@pytest.mark.parametrize(
    ("address", "says"), [("127.0.0.1:{port}", "no Ray cluster at 127.0.0.1"), ("ray://head:10001", "of a client")]
)
def test_an_address_that_does_not_answer_is_told_before_anything_is_done(folder: Path, address: str, says: str) -> None:
    pytest.importorskip("ray")
    put("a.txt", MINUTES)
    with socket.create_server(("127.0.0.1", 0)) as nobody:
        port = nobody.getsockname()[1]
    with pytest.raises(ReferatError, match=says):
        tag_archive(["in"], "out.jsonl", load(), engine="ray", ray_address=address.format(port=port))
    assert sorted(path.name for path in folder.iterdir()) == ["in"]


def node(where: Path, expected: Prepared) -> Node:
    return Node(pickled(load()), Bounds(), str(where), expected)


def test_a_machine_with_other_versions_or_without_the_folder_is_refused(folder: Path) -> None:
    other = Prepared("of another version", Limits())
    for where, says in ((folder / "gone", "cannot enter the folder"), (folder, "another version")):
        (refused,) = node(where, other).results([Job(0, "a.txt")])
        assert isinstance(refused, Refused)
        assert says in refused.problem
        assert socket.gethostname() in refused.problem
        with pytest.raises(ReferatError, match=says):
            list(promised(iter([refused]), [Job(0, "a.txt")]))


def test_a_file_that_a_machine_does_not_see_ends_the_run_and_one_that_is_gone_does_not(folder: Path) -> None:
    put("a.txt", MINUTES)
    job = Job(0, "in/a.txt", size=10)
    failure = pack(Failure.of(NotFoundError("there is no such file", path="in/a.txt")))
    results: list[Result] = [Tagged(0, 0, None, failure, failed=True), Closed(0, None, 1)]
    with pytest.raises(ReferatError, match=r"does not find this file.*by the same path"):
        list(promised(iter(results), [job]))
    Path("in/a.txt").unlink()
    assert list(promised(iter(results), [job])) == results


@pytest.mark.parametrize("positions", [[0], [0, 2], [0, 0, 1], [1]])
def test_what_comes_twice_or_not_at_all_is_not_written(positions: list[int]) -> None:
    record = pack(Failure.of(NotFoundError("of whatever kind", path="a.zip/b.txt")))
    results: list[Result] = [Tagged(0, position, "sha", record, failed=True) for position in positions]
    if len(positions) > 1:
        results.append(Closed(0, "sha", len(positions)))
    with pytest.raises(ReferatError, match="same command again"):
        list(promised(iter(results), [Job(0, "a.zip")]))


def test_the_command_takes_an_address_and_what_only_it_can_read(folder: Path, two_processors: Any) -> None:
    put("a.txt", NOT_MINUTES)
    address = two_processors["gcs_address"]
    arguments = ["tag", "in", "-", "--engine", "ray", "--ray-address", address, "--workers", "2"]
    done = CliRunner().invoke(app, arguments, input=MINUTES)
    assert done.exit_code == 1
    here = CliRunner().invoke(app, arguments[:3], input=MINUTES)
    assert done.stdout_bytes == here.stdout_bytes
    assert [json.loads(line)["source"]["path"] for line in done.stdout.splitlines()] == ["in/a.txt", "-"]


def test_the_command_takes_an_address_for_ray_alone() -> None:
    wrong = CliRunner().invoke(app, ["tag", "in", "--ray-address", "auto"])
    assert wrong.exit_code == 2
    assert "needs --engine ray" in wrong.output
