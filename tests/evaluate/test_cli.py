"""`referat evaluate`: tables, files, exit status."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from referat_nlp.cli.app import app
from tests.evaluate.minutes import labels, write


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["evaluate", *map(str, arguments)])


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    write(tmp_path)
    other = labels()
    other["items"][0]["type"] = "andet"
    other["items"][0]["types"] = ["andet"]
    write(tmp_path, other, "other")
    return tmp_path


def test_the_table_has_score_interval_and_n(gold: Path) -> None:
    result = run(gold)
    assert result.exit_code == 0
    assert "2 meetings, 6 labelled items" in result.stdout
    assert re.search(r"item type, accuracy +referat_nlp +0\.833 +0\.667 – 1\.000 +6", result.stdout)


def test_baselines_stand_beside_the_model_with_their_difference(gold: Path) -> None:
    result = run(gold, "--baseline", "keyword", "--baseline", "lead-1")
    assert re.search(r"keyword +0\.833 .* \+0\.000 \[\+0\.000, \+0\.000\]", result.stdout)
    assert re.search(r"lead-1 +0\.\d{3}", result.stdout)
    assert "lead-1" not in result.stdout.split("summary, ROUGE-1")[0]


def test_json_holds_scores_and_counts(gold: Path, tmp_path: Path) -> None:
    out = tmp_path / "results.json"
    run(gold, "--json", out, "--baseline", "keyword")
    results = json.loads(out.read_text(encoding="utf-8"))
    assert [system["name"] for system in results["systems"]] == ["referat_nlp", "keyword"]
    score = results["systems"][0]["scores"]["type.accuracy"]
    assert (score["n"], score["value"]) == (6, pytest.approx(5 / 6, abs=1e-5))
    assert len(results["systems"][0]["tallies"]) == len(results["meetings"]) == 2


def test_results_are_compared_with_earlier_ones(gold: Path, tmp_path: Path) -> None:
    out = tmp_path / "results.json"
    run(gold, "--json", out)
    assert re.search(r"item type, accuracy .* \+0\.000 \[\+0\.000, \+0\.000\]", run(gold, "--against", out).stdout)
    (gold / "other.gold.json").unlink()
    result = run(gold, "--against", out)
    assert result.exit_code == 2
    assert "is about other meetings" in result.stderr


@pytest.mark.parametrize(
    ("bound", "status", "message"),
    [
        ("type.accuracy=0.8", 0, ""),
        ("type.accuracy=0.9", 1, "type.accuracy: 0.833, asked for 0.9"),
        ("type.ece=0.0001", 1, "type.ece: "),
        ("attachments.f1=0.1", 1, "attachments.f1: nothing is labelled for it"),
        ("typ.accuracy=0.9", 2, "Did you mean type.accuracy?"),
        ("type.accuracy", 2, "is not METRIC=VALUE"),
    ],
)
def test_a_bound_that_is_not_reached_fails(gold: Path, bound: str, status: int, message: str) -> None:
    result = run(gold, "--fail-under", bound)
    assert result.exit_code == status
    assert message in result.stderr


def test_wrong_labels_are_named_and_nothing_is_scored(gold: Path) -> None:
    write(gold, {"items": [{"type": "orienterng"}]}, "wrong")
    result = run(gold)
    assert result.exit_code == 2
    assert "wrong.gold.json, row 1: items[0].type: 'orienterng' is not one of" in result.stderr
    assert "score the rest with --skip-invalid" in result.stderr
    assert result.stdout == ""


def test_the_rest_is_scored_if_it_is_asked_for(gold: Path) -> None:
    write(gold, {"items": [{"type": "orienterng"}]}, "wrong")
    result = run(gold, "--skip-invalid")
    assert result.exit_code == 0
    assert "2 meetings, 6 labelled items, 1 left out" in result.stdout
    assert "left out: " in result.stderr


def test_if_nothing_is_left_nothing_is_scored(tmp_path: Path) -> None:
    write(tmp_path, {"items": [{"type": "orienterng"}]})
    assert run(tmp_path, "--skip-invalid").exit_code == 2


def test_predictions_take_the_place_of_a_model(gold: Path, tmp_path: Path) -> None:
    out = tmp_path / "tagged.jsonl"
    tagged = CliRunner().invoke(app, ["tag", str(gold / "ellemose.txt"), str(gold / "other.txt"), "-o", str(out)])
    assert tagged.exit_code == 0
    stored = run(gold, "--predictions", out)
    assert stored.exit_code == 0
    assert figures(stored) == figures(run(gold))


def figures(result: Result) -> list[str]:
    """Every number that a table prints."""
    return re.findall(r"\d+\.\d+", result.stdout)


def test_predictions_that_are_no_records_are_named(gold: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.jsonl"
    bad.write_text('{"items": 3}\n')
    result = run(gold, "--predictions", bad)
    assert result.exit_code == 1
    assert "line 1 is no record" in result.stderr


MODULE = """
from dataclasses import replace
from referat_nlp import load
from referat_nlp.analysis.interface import TypeResult

def pipeline():
    return replace(load(), item_type=lambda items: [TypeResult("andet", ("andet",), {"andet": 1.0}) for _ in items])
"""


def test_a_pipeline_of_ones_own_is_a_model(gold: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mine.py").write_text(MODULE)
    monkeypatch.syspath_prepend(tmp_path)
    assert re.search(r"item type, accuracy +mine:pipeline +0\.167", run(gold, "--model", "mine:pipeline").stdout)


@pytest.mark.parametrize("model", ["gone:pipeline", "json:dumps", "json:none", "nothing"])
def test_a_model_that_is_none_is_named(gold: Path, model: str) -> None:
    result = run(gold, "--model", model)
    assert result.exit_code == 2
    assert model in result.stderr


def test_an_unknown_baseline_is_named_with_the_nearest(gold: Path) -> None:
    result = run(gold, "--baseline", "lead3")
    assert result.exit_code == 2
    assert "Did you mean lead-3?" in result.stderr


def test_cues_can_be_masked(gold: Path) -> None:
    result = run(gold, "--mask-cues", "--baseline", "keyword", "--baseline", "lead-1")
    assert "item type, accuracy" in result.stdout
    assert "ballots" not in result.stdout
    assert "lead-1" not in result.stdout


def test_without_the_extra_the_message_says_what_to_install(gold: Path) -> None:
    code = (
        "import sys; sys.modules['sklearn'] = None; import importlib.util as u; find = u.find_spec\n"
        "u.find_spec = lambda name, *a: None if name == 'sklearn' else find(name, *a)\n"
        f"from referat_nlp.cli.app import app; app(['evaluate', {str(gold)!r}])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "pip install 'referat-nlp[evaluate]'" in done.stderr
