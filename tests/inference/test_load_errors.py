"""``load`` with a model's name: whatever is wrong with it is a ``ModelError`` before the first document."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from referat_nlp import load
from referat_nlp.analysis.models.labels import OUTCOMES, SENTENCE_LABELS
from referat_nlp.errors import MissingExtraError, ModelError, ModelNotFoundError
from referat_nlp.inference import torch_session
from tests.inference.toys import TYPES, bag_of_words

LABELS = {"item_type": TYPES, "outcome": OUTCOMES, "summary": SENTENCE_LABELS}


@pytest.fixture(params=list(LABELS))
def task(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def folder(task: str, tmp_path: Path) -> Path:
    more: dict[str, Any] = {"problem_type": None} if task == "outcome" else {}
    return bag_of_words(tmp_path / "model", LABELS[task], {}, **more)


def change(folder: Path, **more: Any) -> None:
    path = folder / "config.json"
    path.write_text(json.dumps({**json.loads(path.read_text(encoding="utf-8")), **more}), encoding="utf-8")


def test_the_model_itself_is_in_order(task: str, folder: Path) -> None:
    assert load(**{task: folder})


def test_labels_that_the_task_does_not_know(task: str, folder: Path) -> None:
    change(folder, id2label={str(n): f"LABEL_{n}" for n in range(len(LABELS[task]))})
    with pytest.raises(ModelError, match=f"its labels are label_0.*; this task has {LABELS[task][0]}") as caught:
        load(**{task: folder})
    assert caught.value.path == str(folder / "config.json")
    assert "id2label" in caught.value.advice


def test_one_label_too_few(task: str, folder: Path) -> None:
    change(folder, id2label={str(n): label for n, label in enumerate([*LABELS[task], "mere"])})
    with pytest.raises(ModelError, match="mere"):
        load(**{task: folder})


@pytest.mark.parametrize("name", ["config.json", "tokenizer.json", "model.onnx"])
def test_a_missing_file(task: str, folder: Path, name: str) -> None:
    (folder / name).unlink()
    expected = {"model.onnx": "there are no weights"}.get(name, rf"{name} is missing")
    with pytest.raises(ModelError, match=expected):
        load(**{task: folder})


@pytest.mark.parametrize("architecture", ["BertForMaskedLM", "BertForQuestionAnswering", "GPT2LMHeadModel"])
def test_a_wrong_architecture(task: str, folder: Path, architecture: str) -> None:
    change(folder, architectures=[architecture])
    with pytest.raises(ModelError, match=f"its architecture is {architecture}; this task needs one"):
        load(**{task: folder})


def test_an_encoder_decoder_that_holds_no_weights_to_write_with(task: str, folder: Path) -> None:
    change(folder, architectures=["T5ForConditionalGeneration"])
    with pytest.raises(ModelError, match=r"writes text"):
        load(**{task: folder})


def test_a_name_that_is_nowhere(task: str) -> None:
    with pytest.raises(ModelNotFoundError, match="there is no model 'nowhere'"):
        load(**{task: "nowhere"})


def test_a_name_of_the_hub_needs_the_extra(task: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch_session, "find_spec", lambda name: None)
    with pytest.raises(MissingExtraError, match="'owner/name' is no folder here"):
        load(**{task: "owner/name"})
