"""Adding to an output that is there: what it holds stays, nothing is in it twice, other schemas are refused."""

from __future__ import annotations

import csv
import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pyarrow.parquet
import pytest

import referat_nlp
from referat_nlp.archive import ENDINGS, Record, open_sink
from referat_nlp.archive.sinks.arrow import VERSION_KEY
from referat_nlp.archive.sinks.dataset import DatasetSink
from referat_nlp.archive.sinks.frame import FrameSink
from referat_nlp.archive.sinks.rows import COLUMNS
from referat_nlp.errors import OutputError
from tests.authored import MINUTES, OTHER


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> list[Record]:
    folder = tmp_path_factory.mktemp("minutes")
    (folder / "a.txt").write_text(MINUTES, encoding="utf-8")
    (folder / "c.txt").write_text(OTHER, encoding="utf-8")
    return list(referat_nlp.load().pipe(folder / name for name in ("a.txt", "gone.txt", "c.txt")))


def written(path: Path, records: list[Record], *, append: bool = False) -> Path:
    with open_sink(path, append=append) as sink:
        for record in records:
            sink.write(record)
    return path


def in_sqlite(path: Path) -> list[str]:
    database = sqlite3.connect(path)
    found = database.execute("SELECT path FROM meetings UNION ALL SELECT path FROM failures").fetchall()
    words = database.execute("SELECT count(*) FROM items_fts WHERE items_fts MATCH 'cykelsti'").fetchone()
    assert words[0] == sum(1 for (path,) in found if "gone" not in path)
    database.close()
    return [path for (path,) in found]


def in_csv(path: Path) -> list[str]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(dict.fromkeys(row["path"] for row in csv.DictReader(file)))


def in_popolo(path: Path) -> list[str]:
    popolo = json.loads(path.read_text(encoding="utf-8"))
    assert len({motion["id"] for motion in popolo["motions"]}) == len(popolo["motions"]) == len(popolo["vote_events"])
    return [each["path"] for each in popolo["sources"]] + [each["source"] for each in popolo["errors"]]


PATHS_IN: dict[str, Callable[[Path], list[str]]] = {
    ".jsonl": lambda path: [json.loads(line)["source"]["path"] for line in path.open(encoding="utf-8")],
    ".csv": in_csv,
    ".parquet": lambda path: list(dict.fromkeys(pyarrow.parquet.read_table(path)["path"].to_pylist())),
    ".sqlite": in_sqlite,
    ".popolo.json": in_popolo,
}


@pytest.mark.parametrize("ending", ENDINGS)
def test_what_is_there_stays_and_nothing_is_there_twice(tmp_path: Path, records: list[Record], ending: str) -> None:
    path = written(tmp_path / f"out{ending}", records[:2], append=True)
    written(path, records, append=True)
    found = PATHS_IN[ending](path)
    assert sorted(Path(each).name for each in found) == ["a.txt", "c.txt", "gone.txt"]
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]
    before = path.read_bytes()
    written(path, records, append=True)
    assert sorted(PATHS_IN[ending](path)) == sorted(found)
    if ending in (".jsonl", ".csv", ".popolo.json"):
        assert path.read_bytes() == before


@pytest.mark.parametrize("ending", [".jsonl", ".csv"])
def test_two_runs_that_add_make_what_one_makes(tmp_path: Path, records: list[Record], ending: str) -> None:
    whole = written(tmp_path / f"whole{ending}", records)
    parts = written(written(tmp_path / f"parts{ending}", records[:1]), records[1:], append=True)
    assert parts.read_bytes() == whole.read_bytes()


def of_another_version(path: Path) -> None:
    """Make an output one of schema 0.9."""
    if path.suffix == ".sqlite":
        database = sqlite3.connect(path)
        database.execute("UPDATE about SET value = '0.9'")
        database.commit()
        database.close()
    elif path.suffix == ".parquet":
        table = pyarrow.parquet.read_table(path)
        pyarrow.parquet.write_table(table.replace_schema_metadata({VERSION_KEY: b"0.9"}), path)
    elif path.suffix == ".csv":
        path.write_text(path.read_text(encoding="utf-8").replace("path,format", "file,format"), encoding="utf-8")
    else:
        text = path.read_text(encoding="utf-8")
        for space in ("", " "):
            text = text.replace(f'"schema_version":{space}"1.0"', f'"schema_version":{space}"0.9"')
        path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("damage", [of_another_version, lambda path: path.write_text("noget helt andet")])
@pytest.mark.parametrize("ending", ENDINGS)
def test_an_output_of_another_schema_is_refused_and_left(
    tmp_path: Path, records: list[Record], ending: str, damage: Callable[[Path], None]
) -> None:
    path = written(tmp_path / f"out{ending}", records)
    damage(path)
    before = path.read_bytes()
    with pytest.raises(OutputError, match="nothing can be added"):
        open_sink(path, append=True)
    assert path.read_bytes() == before
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]


def test_lines_that_were_cut_off_are_not_added_to(tmp_path: Path, records: list[Record]) -> None:
    path = written(tmp_path / "out.jsonl", records)
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(OutputError, match="cut off"):
        open_sink(path, append=True)


def test_a_frame_has_the_rows_with_types_that_know_what_is_missing(records: list[Record]) -> None:
    pandas = pytest.importorskip("pandas")
    with FrameSink() as sink:
        for record in records:
            sink.write(record)
    frame = sink.frame
    assert list(frame.columns) == list(COLUMNS)
    assert frame["number"].tolist()[:2] == ["41", "42"]
    assert (frame["votes_for"].dtype, frame["closed"].dtype) == ("Int64", "boolean")
    assert frame["votes_for"].sum() == 6
    assert pandas.isna(frame["votes_abstain"][1])
    assert frame["voted_against"][1] == ["Malene Buhl (Ø)"]


def test_a_dataset_has_the_rows_with_types(records: list[Record]) -> None:
    pytest.importorskip("datasets")
    with DatasetSink() as sink:
        for record in records:
            sink.write(record)
    assert sink.dataset.column_names == list(COLUMNS)
    assert sink.dataset[1]["voted_against"] == ["Malene Buhl (Ø)"]
    assert (sink.dataset[1]["votes_for"], sink.dataset[1]["votes_abstain"]) == (3, None)
    assert len(sink.dataset.filter(lambda row: row["error"] is not None)) == 1
