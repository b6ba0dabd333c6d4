"""Transformers checkpoints: run as they are, exported, and the same in the slim runtime."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from referat_nlp.errors import ModelError
from referat_nlp.inference.checkpoint import HEADS, read_checkpoint, read_json
from referat_nlp.inference.export import LARGEST_DIFFERENCE, export, parity, random_batches
from referat_nlp.inference.model import open_model
from referat_nlp.inference.session import OnnxRunner
from referat_nlp.inference.torch_session import TorchRunner
from tests.inference.toys import CASES, TYPES, small_modernbert

for needed in ("torch", "transformers", "onnx"):
    pytest.importorskip(needed)

SHAPES = ((1, 2), (1, 33), (4, 90), (2, 500))


def copy(folder: Path, target: Path, *left_out: str) -> Path:
    shutil.copytree(folder, target, ignore=shutil.ignore_patterns(*left_out))
    return target


def test_the_graph_says_what_the_model_says(exported_types: Path) -> None:
    checkpoint = read_checkpoint(exported_types / "model.safetensors", HEADS, TYPES)
    runner = TorchRunner(checkpoint)
    batches = random_batches(read_json(exported_types / "config.json"), SHAPES)
    exact = parity(runner, OnnxRunner(exported_types / "model.onnx"), batches)
    assert exact.difference < LARGEST_DIFFERENCE
    assert (exact.agreement, exact.signs) == (1.0, 1.0)


def test_padding_changes_nothing(exported_types: Path) -> None:
    model = open_model(exported_types / "model.onnx", labels=TYPES)
    texts = [CASES["andet"].format("havnen"), CASES["godkendelse"].format("skolen") * 6]
    inputs = [model.tokenizer.joined([tokens.ids]) for tokens in model.tokenizer.encode(texts)]
    alone = [model.logits([each])[0] for each in inputs]
    for one, other in zip(alone, model.logits(inputs), strict=True):
        assert np.abs(one - other).max() < 1e-4


@pytest.mark.parametrize("weights", ["model.int8.onnx", "model.onnx", "model.safetensors"])
def test_every_form_of_the_weights_knows_what_was_learned(exported_types: Path, weights: str) -> None:
    model = open_model(exported_types / weights, labels=TYPES)
    tokens = model.tokenizer.encode([text.format("havnen") for text in CASES.values()])
    found = model.logits([model.tokenizer.joined([each.ids]) for each in tokens])
    assert [TYPES[int(logits.argmax())] for logits in found] == list(CASES)


def test_int8_is_smaller(exported_types: Path) -> None:
    sizes = [(exported_types / name).stat().st_size for name in ("model.int8.onnx", "model.onnx")]
    assert sizes[0] < sizes[1]


def test_a_model_that_labels_tokens_is_exported_too(tmp_path: Path) -> None:
    folder = small_modernbert(tmp_path / "tokens", ["O", "B-for", "I-for"], "ForTokenClassification")
    found = export(folder)
    assert found.agreement > 0.9
    model = open_model(folder, labels=["o", "b-for", "i-for"], heads=["ForTokenClassification"])
    assert model.logits([[2, 50, 60, 3]])[0].shape == (4, 3)


def test_a_graph_that_says_something_else_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = small_modernbert(tmp_path / "plain", ["a", "b"])
    monkeypatch.setattr("referat_nlp.inference.export.LARGEST_DIFFERENCE", -1.0)
    with pytest.raises(ModelError, match="the exported graph differs from the model"):
        export(folder)
    assert not list(folder.glob("*.onnx"))


def test_a_base_model_is_not_given_a_head_of_chance(exported_types: Path, tmp_path: Path) -> None:
    folder = copy(exported_types, tmp_path / "base", "*.onnx")
    config = json.loads((folder / "config.json").read_text())
    (folder / "config.json").write_text(json.dumps({**config, "architectures": ["ModernBertForMaskedLM"]}))
    with pytest.raises(ModelError, match="fine-tuned"):
        open_model(folder, labels=TYPES)


def test_weights_that_do_not_fit_the_configuration(exported_types: Path, tmp_path: Path) -> None:
    folder = copy(exported_types, tmp_path / "other", "*.onnx")
    config = json.loads((folder / "config.json").read_text())
    (folder / "config.json").write_text(json.dumps({**config, "hidden_size": 64}))
    with pytest.raises(ModelError, match="Transformers cannot load it"):
        open_model(folder, labels=TYPES)


def test_code_that_a_model_brings_is_not_run(exported_types: Path, tmp_path: Path) -> None:
    folder = copy(exported_types, tmp_path / "own", "*.onnx")
    config = json.loads((folder / "config.json").read_text())
    (folder / "evil.py").write_text("raise SystemExit('it was run')\n")
    own = {"model_type": "own", "auto_map": {"AutoConfig": "evil.C", "AutoModelForSequenceClassification": "evil.M"}}
    (folder / "config.json").write_text(json.dumps({**config, **own}))
    with pytest.raises(ModelError, match="Transformers cannot load it"):
        open_model(folder, labels=TYPES)


def test_damaged_safetensors(exported_types: Path, tmp_path: Path) -> None:
    folder = copy(exported_types, tmp_path / "damaged", "*.onnx")
    (folder / "model.safetensors").write_bytes(b"\0" * 100)
    with pytest.raises(ModelError, match="Transformers cannot load it"):
        open_model(folder, labels=TYPES)
