"""--model-type, --model-outcome, --model-votes, --model-absence, --model-summary."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from referat_nlp.cli.app import app
from tests.authored import MINUTES
from tests.evaluate.minutes import write
from tests.inference.toys import TYPES, bag_of_words


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, list(map(str, arguments)))


@pytest.fixture
def minutes(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(MINUTES, encoding="utf-8")
    return path


@pytest.fixture
def model(tmp_path: Path) -> Path:
    return bag_of_words(tmp_path / "model", TYPES, {"cykelsti": {"drøftelse": 4.0}, "dagsorden": {"andet": 4.0}})


def test_tag_takes_a_model(minutes: Path, model: Path) -> None:
    done = run("tag", minutes, "--model-type", model)
    assert done.exit_code == 0
    assert [item["type"] for item in json.loads(done.stdout)["items"]] == ["andet", "drøftelse"]


def test_show_takes_a_model(minutes: Path, model: Path) -> None:
    done = run("show", minutes, "--model-type", model)
    assert done.exit_code == 0
    assert "drøftelse" in done.stdout.lower()


@pytest.mark.parametrize("command", ["tag", "show"])
@pytest.mark.parametrize(
    "option", ["--model-type", "--model-outcome", "--model-votes", "--model-absence", "--model-summary"]
)
def test_a_model_that_is_not_there_is_wrong_use(minutes: Path, command: str, option: str) -> None:
    done = run(command, minutes, option, "no-such-model")
    assert done.exit_code == 2
    assert "there is no model 'no-such-model'" in done.stderr
    assert "owner/name" in done.stderr


def test_a_model_of_another_task_is_wrong_use(minutes: Path, model: Path) -> None:
    done = run("tag", minutes, "--model-outcome", model)
    assert done.exit_code == 2
    assert "its labels are" in done.stderr
    assert done.stdout == ""


@pytest.fixture
def evaluation() -> None:
    for module in ("sklearn", "rouge_score", "sacrebleu", "nltk", "openpyxl"):
        pytest.importorskip(module)


@pytest.mark.usefixtures("evaluation")
def test_evaluate_scores_the_library_with_the_model_in_it(tmp_path: Path, model: Path) -> None:
    (tmp_path / "gold").mkdir()
    write(tmp_path / "gold")
    out = tmp_path / "results.json"
    done = run("evaluate", tmp_path / "gold", "--model-type", model, "--json", out)
    assert done.exit_code == 0, done.stderr
    (system,) = json.loads(out.read_text(encoding="utf-8"))["systems"]
    assert system["name"] == f"referat_nlp item_type={model}"
    assert system["scores"]["type.accuracy"]["value"] < 1


@pytest.mark.usefixtures("evaluation")
def test_evaluate_does_not_put_a_model_into_another(tmp_path: Path, model: Path) -> None:
    done = run("evaluate", tmp_path, "--model-type", model, "--model", "tests.nowhere:pipeline")
    assert done.exit_code == 2
    assert "takes its place in referat_nlp, which is not what is scored" in done.stderr
