"""The models that come with the library: their size, what goes with them, that int8 loses nothing, who uses them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from referat_nlp import load
from referat_nlp.analysis import contexts
from referat_nlp.analysis.choice import BUNDLED_TYPE
from referat_nlp.analysis.item_type import RuleTypeTagger
from referat_nlp.analysis.models.inputs import item_text
from referat_nlp.analysis.models.item_type import ModelTypeTagger
from referat_nlp.analysis.models.labels import TYPES
from referat_nlp.analysis.models.windowed import item_logits
from referat_nlp.inference.model import open_model
from tests.test_fixtures import MEETINGS

MODELS = Path(__file__).parents[1] / "models"
MB = 1_000_000
NAMES = [BUNDLED_TYPE]


def test_the_weights_are_small_and_nothing_is_a_pickle() -> None:
    files = [path for path in MODELS.rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) <= 200 * MB
    assert max(path.stat().st_size for path in files) <= 90 * MB
    assert sum(path.stat().st_size for path in files if path.suffix != ".safetensors") <= 60 * MB
    assert {path.suffix for path in files} <= {".onnx", ".safetensors", ".npz", ".json", ".md"}


@pytest.mark.parametrize("name", NAMES)
def test_a_model_has_weights_to_run_and_to_fine_tune_and_a_card_with_scores_and_licence(name: str) -> None:
    files = {path.name for path in (MODELS / name).iterdir()}
    assert {"model.int8.onnx", "model.safetensors", "config.json", "tokenizer.json"} <= files
    card = (MODELS / name / "README.md").read_text(encoding="utf-8")
    assert "license: apache-2.0" in card
    assert "items that were kept apart" in card


def test_load_takes_the_type_model_unless_the_rules_are_asked_for() -> None:
    assert isinstance(load().item_type, ModelTypeTagger)
    assert isinstance(load(item_type="rules").item_type, RuleTypeTagger)


@pytest.mark.parametrize("name", NAMES)
def test_the_int8_graph_says_what_the_weights_say_in_pytorch(name: str) -> None:
    pytest.importorskip("transformers")
    texts = [item_text(context) for meeting in MEETINGS for context in contexts(meeting.referat)][:80]
    told = [
        np.stack(item_logits(open_model(path, labels=TYPES), texts, "it")[0])
        for path in (MODELS / name / "model.int8.onnx", MODELS / name / "model.safetensors")
    ]
    assert len(texts) == 80
    assert (told[0].argmax(1) == told[1].argmax(1)).mean() >= 0.97
    assert np.abs(told[0] - told[1]).mean() < 0.2
