"""Whatever an engine does first, the output has the order of the input."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from referat_nlp import load
from referat_nlp.archive import Engine, InProcess, Journal, Record, run
from referat_nlp.archive.engine import Bounds, Closed, Job, Prepared, Tagged
from referat_nlp.errors import NotFoundError
from tests.authored import MINUTES, OTHER


class Backwards:
    """An engine of somebody else's: it takes all jobs at once and does the last one first."""

    bounds = Bounds()

    def __init__(self) -> None:
        self._here = InProcess(load())
        self.n_jobs = 0

    def prepare(self) -> Prepared:
        return self._here.prepare()

    def run(self, jobs: Iterable[Job]) -> Iterator[Tagged | Closed]:
        waiting = list(jobs)
        self.n_jobs += len(waiting)
        for job in reversed(waiting):
            yield from self._here.run([job])

    def close(self) -> None:
        self._here.close()


class Paths:
    """A sink that notes names of documents."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def __enter__(self) -> Paths:
        return self

    def write(self, record: Record) -> None:
        self.names.append(Path(record.source.path or "").name)

    def __exit__(self, *_: object) -> None:
        return


@pytest.fixture
def entries(tmp_path: Path) -> list[str | NotFoundError]:
    for name, text in {"a.txt": MINUTES, "b.txt": OTHER, "d.txt": MINUTES}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    with zipfile.ZipFile(tmp_path / "c.zip", "w") as archive:
        for name in ("1.txt", "2.txt"):
            archive.writestr(name, OTHER)
    names = [str(tmp_path / name) for name in ("a.txt", "b.txt", "c.zip", "gone.txt", "d.txt")]
    return [NotFoundError("there is no such folder", path="first"), *names, NotFoundError("nor here", path="last")]


IN_ORDER = ["first", "a.txt", "b.txt", "1.txt", "2.txt", "gone.txt", "d.txt", "last"]


def test_records_are_written_in_the_order_of_the_input(entries: list[str | NotFoundError]) -> None:
    sink, engine = Paths(), Backwards()
    done: list[str] = []
    theirs: Engine = engine
    tally = run(entries, sink, theirs, on_file=lambda path: done.append(Path(path).name))
    assert sink.names == IN_ORDER
    assert (tally.read, tally.failed) == (5, 3)
    assert done == ["first", "last", "d.txt", "gone.txt", "c.zip", "b.txt", "a.txt"]


def test_or_as_they_come(entries: list[str | NotFoundError]) -> None:
    sink = Paths()
    run(entries, sink, Backwards(), in_order=False)
    assert sink.names == ["first", "last", "d.txt", "gone.txt", "1.txt", "2.txt", "b.txt", "a.txt"]


def test_with_a_journal_only_what_is_not_known_is_a_job(tmp_path: Path, entries: list[str | NotFoundError]) -> None:
    engine = Backwards()
    for jobs in (5, 1):  # What is not there is looked for again.
        engine.n_jobs = 0
        sink = Paths()
        with Journal(tmp_path / "out.journal") as journal:
            run(entries, sink, engine, journal=journal)
        assert sink.names == IN_ORDER
        assert engine.n_jobs == jobs
