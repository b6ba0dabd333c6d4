"""Toy models of every task, made as those that are shipped are."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

pytest.importorskip("torch")
pytest.importorskip("transformers")
pytest.importorskip("onnx")
pytest.importorskip("sklearn")
pytest.importorskip("rouge_score")
pytest.importorskip("yaml")

from referat_nlp import load
from referat_nlp.train.base import load_base
from training.ablations import VARIANTS, ablate
from training.bundle import bundle
from training.config import RunConfig, TasksConfig, load_config
from training.encoder.pretrain import pretrain
from training.tasks import fine_tune, ship

MINUTES = Path(__file__).parents[2] / "evaluation" / "development"
CALIBRATION = MINUTES.with_name("calibration")


@pytest.fixture(scope="module")
def run(toy_yaml: Path, tmp_path_factory: pytest.TempPathFactory) -> RunConfig:
    """A finished toy encoder, and a few labelled minutes."""
    folder = tmp_path_factory.mktemp("tasks")
    labels = folder / "labels"
    labels.mkdir()
    for path in MINUTES.iterdir():
        if path.name.split("_")[0] in ("siversholm", "flintbaek"):
            shutil.copy(path, labels)
    once = {"epochs": 1, "rate": 1e-3, "batch": 8}
    tasks = TasksConfig.model_validate(
        {
            "folder": folder / "made",
            "bundled": folder / "models",
            "shipped": ["item-type"],
            "labels": [labels],
            "validation": [],
            "apart": [],
            "documents": [],
            "minutes": ["minutes/meeting_00.txt"],
            "composed": {"meetings": 3, "voting": 3, "seed": 5},
            "item_type": once,
            "ballots": once,
            "summary": once,
        }
    )
    config = load_config(toy_yaml)
    schedule = config.pretrain.model_copy(update={"folder": folder / "run"})
    config = config.model_copy(update={"pretrain": schedule, "tasks": tasks})
    assert pretrain(config) is not None
    return config


def test_every_task_gets_a_model_that_load_takes_and_what_is_there_is_left(run: RunConfig) -> None:
    told: list[str] = []
    folders = {path.name: path for path in fine_tune(run, tell=told.append)}
    assert folders.keys() == {"item-type", "ballots", "summary"}
    minutes = MINUTES / "flintbaek_byraad_2010-04-27.txt"
    record = load(item_type=folders["item-type"], votes=folders["ballots"], summary=folders["summary"])(minutes)
    assert all(item.type for item in record.items)
    told.clear()
    assert fine_tune(run, tell=told.append) == list(folders.values())
    assert told == []


def test_what_is_shipped_says_the_same_in_half_the_bytes(run: RunConfig, tmp_path: Path) -> None:
    (folder,) = fine_tune(run, only="item-type")
    shipped = bundle(folder, tmp_path / "item-type")
    assert not (shipped / "model.onnx").exists()
    weights, halved = (each / "model.safetensors" for each in (folder, shipped))
    assert halved.stat().st_size < 0.6 * weights.stat().st_size
    assert json.loads((shipped / "config.json").read_text(encoding="utf-8"))["dtype"] == "bfloat16"
    minutes = MINUTES / "flintbaek_byraad_2010-04-27.txt"
    before, after = (load(item_type=each)(minutes) for each in (folder, shipped))
    assert [item.type_scores for item in before.items] == [item.type_scores for item in after.items]
    torch_alone = load(item_type=shipped / "model.safetensors")(minutes)
    for one, other in zip(before.items, torch_alone.items, strict=True):
        for kind, score in one.type_scores.items():
            assert other.type_scores[kind] == pytest.approx(score, abs=0.1)


def test_the_encoder_is_shipped_beside_the_models_and_can_be_fine_tuned(run: RunConfig) -> None:
    fine_tune(run, only="item-type")
    shipped = ship(run)
    assert [path.name for path in shipped] == ["item-type", "encoder"]
    base = load_base(shipped[-1], "ForTokenClassification", ["navn"], exclusive=False, dropout=0.0, seed=1)
    assert base.model.config.hidden_size == run.model.hidden


def test_ablations_score_the_same_training_without_each_of_its_parts(run: RunConfig) -> None:
    assert run.tasks is not None
    labels = next(CALIBRATION.glob("egemark_*.gold.json"))
    config = run.model_copy(update={"tasks": run.tasks.model_copy(update={"apart": [labels]})})
    told: list[str] = []
    tables = dict(ablate(config, epochs=1, tell=told.append))
    assert list(tables) == [str(labels), f"{labels}, cues masked"]
    for runs in tables.values():
        assert [each.system for each in runs[1:]] == [variant.name for variant in VARIANTS]
        assert len({each.meetings for each in runs}) == 1
    scores = [runs[number].predictions[0].items[0].type_scores for runs in tables.values() for number in (1, 2)]
    assert scores[0] != scores[1], "the untrained encoder says the same as the pretrained one"
    told.clear()
    assert len(dict(ablate(config, epochs=1, tell=told.append))) == 2
    assert told == [], "what is there is made again"
