"""Encoders that people fine-tune: each learns a task, is exported, and says the same in the slim runtime."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from referat_nlp import load
from referat_nlp.inference.checkpoint import HEADS, read_checkpoint, read_json
from referat_nlp.inference.export import LARGEST_DIFFERENCE, parity, random_batches
from referat_nlp.inference.session import OnnxRunner
from referat_nlp.inference.torch_session import TorchRunner
from referat_nlp.train.examples import Data
from referat_nlp.train.item_tasks import ItemTypeTask, OutcomeTask
from referat_nlp.train.result import Trained
from referat_nlp.train.session import train
from referat_nlp.train.settings import Settings
from referat_nlp.train.summary_task import SummaryTask
from referat_nlp.train.task import Task
from tests.inference.checkpoints import ENCODERS, encoder
from tests.train.conftest import MINUTES
from tests.train.test_other_tasks import CASE, WHAT

TASKS: dict[str, Callable[[], Task]] = {"item_type": ItemTypeTask, "outcome": OutcomeTask, "summary": SummaryTask}
OFTEN = {(kind, list(TASKS)[place % 3]) for place, kind in enumerate(ENCODERS)}
"""Every architecture with one task; the other pairs take minutes together."""
PAIRS = [
    pytest.param(kind, task, marks=[] if (kind, task) in OFTEN else pytest.mark.long)
    for kind, task in product(ENCODERS, TASKS)
]
INT8_DIFFERENCE = 0.1
UNEXPORTABLE = "Longformer"
"""Its windows depend on the length of the input, which a traced graph has once and for all."""

# What a machine without the extra runs: it is not enough that torch is not used.
SLIM = """
import sys
for name in ("torch", "transformers", "safetensors", "datasets"):
    sys.modules[name] = None
import json
import referat_nlp
pipeline = referat_nlp.load(**{sys.argv[1]: sys.argv[2]})
print(json.dumps([item.model_dump(mode="json") for item in pipeline(sys.argv[3]).items]))
"""


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Data]:
    """A dozen labelled items for each task."""
    folder, printed = tmp_path_factory.mktemp("few"), tmp_path_factory.mktemp("printed")
    for path in MINUTES.iterdir():
        if path.name.split("_")[0] in ("acadre", "havrelund"):
            shutil.copy(path, folder / path.name)
    for n, what in enumerate([*WHAT, *(f"{each} og park" for each in WHAT[:4])], start=1):
        (printed / f"{n:02}.txt").write_text(CASE.format(day=n, what=what, cost=n + 30), encoding="utf-8")
    return {"item_type": Data([folder]), "outcome": Data([folder]), "summary": Data(minutes=[str(printed)])}


@pytest.fixture(scope="module")
def bases(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    folder = tmp_path_factory.mktemp("bases")
    return lambda kind: folder / kind if (folder / kind).exists() else encoder(folder / kind, kind)


def learned(base: Path, task: str, data: Data, out: Path) -> Trained:
    return train(TASKS[task](), data, base=str(base), out=out, settings=Settings(epochs=1, batch=8, rate=1e-3))


def said(record: Any, task: str) -> list[Any]:
    """What the model alone says of each item."""
    if task == "summary":
        return [item["summary"] and item["summary"]["text"] for item in record]
    return [item["outcome"] if task == "outcome" else (item["type"], item["types"]) for item in record]


def items(task: str, model: Path, source: Path) -> Any:
    return [item.model_dump(mode="json") for item in load(**{task: model})(source).items]


@pytest.mark.parametrize(("kind", "task"), PAIRS)
def test_an_architecture(
    kind: str, task: str, bases: Callable[[str], Path], few: dict[str, Data], tmp_path: Path
) -> None:
    out = tmp_path / "model"
    trained = learned(bases(kind), task, few[task], out)
    assert trained.exported.problem is None
    assert len(trained.epochs) == 1
    checkpoint = read_checkpoint(out / "model.safetensors", HEADS, TASKS[task]().labels)
    batches = random_batches(read_json(out / "config.json"))
    assert max(ids.shape[1] for ids, _ in batches) == checkpoint.max_tokens <= 130
    runner = TorchRunner(checkpoint)
    assert parity(runner, OnnxRunner(out / "model.onnx"), batches).difference < LARGEST_DIFFERENCE
    assert parity(runner, OnnxRunner(out / "model.int8.onnx"), batches).difference < INT8_DIFFERENCE

    source = MINUTES / "acadre_moellehoej.xml"
    local = items(task, out / "model.safetensors", source)
    assert said(local, task) == said(items(task, out / "model.onnx", source), task)
    slim = tmp_path / "slim"
    shutil.copytree(out, slim, ignore=shutil.ignore_patterns("*.safetensors", "model.onnx"))
    done = subprocess.run([sys.executable, "-c", SLIM, task, slim, source], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert said(found, task) == said(items(task, out, source), task)
    if task == "item_type":
        scores = [[list(item["type_scores"].values()) for item in each] for each in (local, found)]
        assert np.abs(np.subtract(*scores)).max() < INT8_DIFFERENCE


def test_an_architecture_that_cannot_be_exported_runs_through_the_extra(few: dict[str, Data], tmp_path: Path) -> None:
    out = tmp_path / "model"
    trained = learned(encoder(tmp_path / "base", UNEXPORTABLE), "item_type", few["item_type"], out)
    assert trained.exported.parity is None
    assert trained.exported.problem
    assert (out / "model.safetensors").is_file()
    assert not list(out.glob("*.onnx"))
    assert "There is no ONNX graph" in (out / "README.md").read_text(encoding="utf-8")
    source = MINUTES / "acadre_moellehoej.xml"
    assert all(item["type"] for item in items("item_type", out, source))
    done = subprocess.run(
        [sys.executable, "-c", SLIM, "item_type", out, source], capture_output=True, text=True, check=False
    )
    assert done.returncode != 0
    assert "MissingExtraError" in done.stderr
    assert "holds no ONNX graph; to run it from its safetensors needs torch" in done.stderr
