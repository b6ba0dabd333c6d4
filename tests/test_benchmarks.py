"""The benchmarks at toy size: that they measure what they name. What comes out is of no worth as a figure."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from benchmarks.archive import Archive
from benchmarks.pipelines import Case, cases, models_of
from benchmarks.runtimes import large_encoder, same_checkpoints
from benchmarks.settings import Settings

ROOT = Path(__file__).parents[1]
TINY = Settings(
    meetings=1, growth=(1,), growth_models=(1,), items=3, large_items=1, runs=1, starts=1, seed=5, threads=1, models={}
)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    return Archive(tmp_path_factory.mktemp("archive"), seed=5)


def test_one_command_tags_archives_and_writes_what_it_took(tmp_path: Path) -> None:
    out, folder = tmp_path / "figures.json", tmp_path / "archive"
    command = [sys.executable, "-m", "benchmarks", "--only", "throughput", "--only", "growth", "--json", str(out)]
    sizes = ["--meetings", "2", "--growth", "1,3", "--growth-models", "1", "--runs", "1", "--folder", str(folder)]
    done = subprocess.run([*command, *sizes], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stderr  # A busy machine does not meet bounds.
    assert "Throughput" in done.stdout
    figures: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
    assert figures["machine"]["cores"] >= 1
    assert set(figures["sections"]) == {"throughput", "growth"}
    throughput, growth = (figures["sections"][name]["rows"] for name in ("throughput", "growth"))
    rules = [row for row in throughput if row["analysers"] == "rules"]
    assert [row["workers"] for row in rules] == [1, 2]
    assert rules[0]["items"] == rules[1]["items"] > 2
    assert rules[0]["time / 1 worker"] == 1
    assert [row["meetings"] for row in growth if row["analysers"] == "rules"] == [1, 3]
    assert growth[0]["items"] < rules[0]["items"] < growth[1]["items"]
    if sys.platform == "linux":
        assert all(row["main MiB"] > 10 and row["largest worker MiB"] > 10 for row in [*throughput, *growth])
    assert len(list(folder.iterdir())) == 3


def test_the_page_is_opened_and_real_minutes_are_missed_where_there_are_none(tmp_path: Path) -> None:
    out = tmp_path / "figures.json"
    command = [sys.executable, "-m", "benchmarks", "--only", "page", "--only", "real", "--json", str(out)]
    sizes = ["--meetings", "2", "--runs", "1", "--model-type", "rules"]
    nowhere = {**os.environ, "REFERAT_REAL_DATA": str(tmp_path / "nowhere")}
    done = subprocess.run([*command, *sizes], cwd=ROOT, capture_output=True, text=True, check=False, env=nowhere)
    assert done.returncode in (0, 1), done.stderr
    sections = json.loads(out.read_text(encoding="utf-8"))["sections"]
    assert sections["real"]["rows"] == []
    assert any("REFERAT_REAL_DATA" in note for note in sections["real"]["notes"])
    rows = sections["page"]["rows"]
    if not rows:
        pytest.skip("no Playwright or no Chromium on this machine")
    assert [(row["page"], bool(row["items"])) for row in rows] == [("index.html", False), ("items.html", True)] * 2
    assert all(row["median opened s"] > 0 for row in rows)
    assert rows[1]["longest filtered ms"] >= rows[1]["median filtered ms"] > 0


def test_an_archive_depends_on_its_seed_alone(archive: Archive, tmp_path: Path) -> None:
    again, other = Archive(tmp_path / "again", seed=5), Archive(tmp_path / "other", seed=6)
    assert archive.first(1)[0].read_bytes() == again.first(2)[0].read_bytes()
    assert archive.first(1)[0].read_bytes() != other.first(1)[0].read_bytes()


def test_the_rules_have_no_model_and_say_so_on_the_command_line() -> None:
    rules = cases({})[0]
    assert models_of(rules.load()) == {}
    assert rules.arguments[:4] == ["--model-type", "rules", "--model-outcome", "rules"]


def test_without_a_model_there_is_nothing_to_compare(archive: Archive) -> None:
    section = same_checkpoints(TINY, archive.items(1), {})
    assert not section.rows
    assert any("--model-type" in note for note in section.notes)


def test_runtimes_are_compared_on_the_same_tokens(archive: Archive, exported_types: Path) -> None:
    models = models_of(Case("models", {"item_type": str(exported_types), "votes": "rules", "summary": "rules"}).load())
    section = same_checkpoints(TINY, archive.items(3), models)
    assert [(row["runtime"], row["batch"]) for row in section.rows] == [
        ("referat_nlp, model.int8.onnx", "by length"),
        ("referat_nlp, model.onnx", "by length"),
        ("pipeline, fp32", "1 text"),
        ("pipeline, fp32", "8 texts"),
    ]
    assert len({row["tokens"] for row in section.rows}) == 1
    large = large_encoder(TINY, archive.items(1), models)
    assert large.rows[0]["tokens"] == large.rows[1]["tokens"]
    assert any("109.5 million" in note for note in large.notes)
