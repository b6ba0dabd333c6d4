"""Model folders: found by name, and told what is wrong with them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from referat_nlp.errors import ModelError, ModelNotFoundError
from referat_nlp.inference import checkpoint
from referat_nlp.inference.checkpoint import locate, read_checkpoint
from tests.inference.toys import TYPES, config


def folder_with(folder: Path, *files: str, **more: Any) -> Path:
    """A folder whose configuration is in order; its weights are empty files."""
    (folder / "config.json").write_text(json.dumps(config(TYPES, **more)), encoding="utf-8")
    for name in files:
        (folder / name).touch()
    return folder


def read(folder: Path) -> checkpoint.Checkpoint:
    return read_checkpoint(folder, ["ForSequenceClassification"], TYPES)


def test_what_a_folder_says_of_itself(tmp_path: Path) -> None:
    found = read(folder_with(tmp_path, "model.safetensors", "model.onnx", max_position_embeddings=128))
    assert (found.labels, found.exclusive, found.max_tokens, found.pad_id) == (tuple(TYPES), False, 128, 0)
    assert found.weights == tmp_path / "model.onnx"
    assert found.is_onnx


def test_int8_goes_before_single_precision_and_a_file_that_is_named_before_both(tmp_path: Path) -> None:
    folder_with(tmp_path, "model.int8.onnx", "model.onnx")
    assert read(tmp_path).weights.name == "model.int8.onnx"
    assert read(tmp_path / "model.onnx").weights.name == "model.onnx"


def test_labels_may_be_in_another_order_and_case(tmp_path: Path) -> None:
    labels = {str(index): label.upper() for index, label in enumerate(reversed(TYPES))}
    assert read(folder_with(tmp_path, "model.onnx", id2label=labels)).labels == tuple(reversed(TYPES))


def test_without_a_problem_type_one_label_holds(tmp_path: Path) -> None:
    assert read(folder_with(tmp_path, "model.onnx", problem_type=None)).exclusive


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"id2label": {"0": "LABEL_0", "1": "LABEL_1"}}, "its labels are label_0, label_1; this task has orientering"),
        ({"id2label": {"0": "orientering", "2": "andet"}}, "id2label does not name the labels 0, 1, 2"),
        ({"id2label": None}, "id2label does not name the labels"),
        ({"architectures": ["ModernBertForMaskedLM"]}, "architecture is ModernBertForMaskedLM; this task needs one"),
        ({"architectures": ["BertForTokenClassification"]}, "ends in ForSequenceClassification"),
        ({"architectures": None}, "architecture is nothing"),
        ({"max_position_embeddings": "many"}, "max_position_embeddings is 'many', not a number"),
    ],
)
def test_a_model_for_something_else_is_refused(tmp_path: Path, change: dict[str, Any], message: str) -> None:
    with pytest.raises(ModelError, match=message) as caught:
        read(folder_with(tmp_path, "model.onnx", **change))
    assert caught.value.path == str(tmp_path / "config.json")


def test_a_folder_without_configuration_names_the_file_that_is_missing(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"config\.json is missing"):
        read(tmp_path)


@pytest.mark.parametrize("content", ["{", "[1]", "\xff"])
def test_a_broken_configuration(tmp_path: Path, content: str) -> None:
    (tmp_path / "config.json").write_text(content, encoding="latin-1")
    with pytest.raises(ModelError, match=r"config\.json: (cannot be read|is not a JSON object)"):
        read(tmp_path)


def test_a_folder_without_weights_says_which_it_could_have(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"none of model\.int8\.onnx, model\.onnx, model\.safetensors"):
        read(folder_with(tmp_path))


@pytest.mark.parametrize("name", ["pytorch_model.bin", "model.pt", "weights.pkl"])
def test_pickles_are_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(ModelError, match=f"pickle \\({name}\\)") as caught:
        read(folder_with(tmp_path, name))
    assert "safetensors" in caught.value.advice


def test_a_folder_is_found_by_its_path(tmp_path: Path) -> None:
    assert locate(str(tmp_path)) == tmp_path
    assert locate(tmp_path) == tmp_path


def test_a_bundled_model_is_found_by_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "referat_nlp" / "models" / "toy").mkdir(parents=True)
    folder_with(tmp_path / "referat_nlp" / "models" / "toy")
    monkeypatch.setattr(checkpoint, "_PACKAGE", tmp_path / "referat_nlp")
    assert locate("toy") == tmp_path / "referat_nlp" / "models" / "toy"


def test_in_a_checkout_bundled_models_lie_beside_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "models" / "toy").mkdir(parents=True)
    folder_with(tmp_path / "models" / "toy")
    monkeypatch.setattr(checkpoint, "_PACKAGE", tmp_path / "referat_nlp")
    with pytest.raises(ModelNotFoundError):
        locate("toy")
    (tmp_path / "pyproject.toml").touch()
    assert locate("toy") == tmp_path / "models" / "toy"


def test_owner_and_name_can_only_be_on_the_hub() -> None:
    assert locate("nobody/such-model") is None


@pytest.mark.parametrize("name", ["no-such-model", "./runs/gone", "/gone", "a/b/c", Path("gone/x")])
def test_what_is_nowhere_is_an_error_with_its_name(name: str | Path) -> None:
    with pytest.raises(ModelNotFoundError, match="there is no model"):
        locate(name)


@pytest.mark.parametrize(
    ("kind", "pad", "most"), [("bert", 0, 512), ("roberta", 1, 510), ("xlm-roberta", None, 510), ("longformer", 0, 511)]
)
def test_positions_that_are_counted_from_that_of_padding(tmp_path: Path, kind: str, pad: int | None, most: int) -> None:
    folder = folder_with(tmp_path, "model.onnx", model_type=kind, pad_token_id=pad, max_position_embeddings=512)
    assert read(folder).max_tokens == most


def test_an_encoder_decoder_is_told_where_it_can_be_used(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, "model.onnx", architectures=["T5ForConditionalGeneration"])
    with pytest.raises(ModelError, match="an encoder-decoder that writes text; this task needs") as caught:
        read(folder)
    assert "load(summary=…)" in caught.value.advice
