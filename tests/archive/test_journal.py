"""What is kept of finished work, and when it counts."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import referat_nlp
from referat_nlp import Failure
from referat_nlp.archive import Bounds, Journal, Record
from referat_nlp.archive.engine import Closed, StoppedBy, Tagged, pack
from referat_nlp.archive.journal import Known, moved, stamp
from referat_nlp.errors import NotMinutesError, OutputError
from tests.authored import MINUTES


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Record:
    path = tmp_path_factory.mktemp("minutes") / "a.txt"
    path.write_text(MINUTES, encoding="utf-8")
    return next(referat_nlp.load().pipe([path]))


def used(path: Path | None, fingerprint: str = "f", bounds: Bounds = Bounds()) -> Journal:  # noqa: B008
    journal = Journal(path)
    journal.use(fingerprint, bounds)
    return journal


def keep(journal: Journal, record: Record, position: int = 0, stopped: StoppedBy | None = None) -> None:
    path = record.source.path or ""
    failed = isinstance(record, Failure)
    journal.keep(Tagged(0, position, "sha", pack(record), failed, stopped), path)


def test_what_was_kept_is_there_in_the_next_run(tmp_path: Path, record: Record) -> None:
    path, name = tmp_path / "out.journal", record.source.path or ""
    with used(path) as journal:
        keep(journal, record)
        assert journal.known("sha") == Known(1, complete=False)
        journal.finish(Closed(0, "sha", 1))
    with used(path) as journal:
        assert journal.known("sha") == Known(1, complete=True)
        assert journal.record("sha", 0, name).to_json() == record.to_json()
        assert journal.known("another") == Known()
    with used(path, "another pipeline") as journal:
        assert journal.known("sha") == Known()
        assert journal.is_empty()
        journal.forget_others()
    with used(path) as journal:
        assert journal.is_empty()


def test_documents_count_from_the_first_to_the_first_that_is_missing(record: Record) -> None:
    with used(None) as journal:
        for position in (0, 1, 3):
            keep(journal, record, position)
        journal.finish(Closed(0, "sha", 4))
        assert journal.known("sha") == Known(2, complete=False)


@pytest.mark.parametrize(
    ("stopped", "bounds", "counts"),
    [
        ("timeout", Bounds(10, 100), True),
        ("timeout", Bounds(5, 200), True),
        ("timeout", Bounds(11, 100), False),
        ("memory", Bounds(20, 100), True),
        ("memory", Bounds(10, 101), False),
        ("crashed", Bounds(10, 100), False),
    ],
)
def test_what_was_stopped_counts_where_it_would_be_stopped_again(
    tmp_path: Path, stopped: StoppedBy, bounds: Bounds, counts: bool
) -> None:
    failure = Failure.of(NotMinutesError("of whatever kind", path="a.txt"))
    with used(tmp_path / "out.journal", bounds=Bounds(10, 100)) as journal:
        keep(journal, failure, stopped=stopped)
        journal.finish(Closed(0, "sha", 1))
    with used(tmp_path / "out.journal", bounds=bounds) as journal:
        assert journal.known("sha") == (Known(1, complete=True) if counts else Known())


def test_a_result_goes_with_its_file_to_another_name(record: Record) -> None:
    before = record.source.path or ""
    assert moved(record, before, "b.txt").source.path == "b.txt"
    failure = Failure.of(NotMinutesError("no agenda item", path="a.zip/x.txt"))
    there = moved(failure, "a.zip", "b/c.zip")
    assert isinstance(there, Failure)
    assert (there.source.path, there.error.message) == ("b/c.zip/x.txt", "b/c.zip/x.txt: no agenda item")


def test_a_digest_is_known_until_the_file_changes(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("a")
    first = stamp(str(path))
    assert first is not None
    with used(None) as journal:
        journal.remember(str(path), first, "sha")
        assert journal.digest(os.path.relpath(path), first) == "sha"
        path.write_text("b")
        second = stamp(str(path))
        assert second is not None
        assert journal.digest(str(path), second) is None
    assert stamp(str(tmp_path)) is None
    assert stamp(str(tmp_path / "gone")) is None


def test_two_runs_do_not_write_one_output(tmp_path: Path, record: Record) -> None:
    path = tmp_path / "out.journal"
    with used(path) as journal:
        keep(journal, record)
        for fresh in (False, True):
            with pytest.raises(OutputError, match="another run"):
                Journal(path, fresh=fresh)
    with used(path) as journal:
        assert journal.known("sha").n_documents == 1


def test_a_file_that_is_no_journal_is_left_alone_unless_told(tmp_path: Path, record: Record) -> None:
    path = tmp_path / "out.journal"
    path.write_text("noter fra mødet, som nogen har gemt her " * 50)
    with pytest.raises(OutputError, match="no journal"):
        Journal(path)
    assert path.read_text().startswith("noter")
    with Journal(path, fresh=True) as journal:
        journal.use("f", Bounds())
        keep(journal, record)
    with used(path) as journal:
        assert not journal.is_empty()


def test_a_journal_that_holds_nothing_is_removed(tmp_path: Path) -> None:
    with used(tmp_path / "out.journal"):
        pass
    assert list(tmp_path.iterdir()) == []
