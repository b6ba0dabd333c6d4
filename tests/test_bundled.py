"""The models that come with the library: their size, what goes with them, that int8 loses nothing, who uses them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from referat_nlp import load
from referat_nlp.analysis import contexts
from referat_nlp.analysis.choice import BUNDLED_SUMMARY, BUNDLED_TYPE, BUNDLED_VOTES
from referat_nlp.analysis.item_type import RuleTypeTagger
from referat_nlp.analysis.models.inputs import item_text
from referat_nlp.analysis.models.item_type import ModelTypeTagger
from referat_nlp.analysis.models.labels import SENTENCE_LABELS, TYPES
from referat_nlp.analysis.models.sentences import candidates, passages
from referat_nlp.analysis.models.summary import ModelSummariser
from referat_nlp.analysis.models.votes import HybridVoteExtractor
from referat_nlp.analysis.models.windowed import item_logits
from referat_nlp.analysis.summary import LeadSummariser
from referat_nlp.analysis.votes import GrammarVoteExtractor
from referat_nlp.inference.checkpoint import HEADS
from referat_nlp.inference.model import open_model
from tests.test_fixtures import MEETINGS

MODELS = Path(__file__).parents[1] / "models"
MB = 1_000_000
NAMES = [BUNDLED_TYPE, BUNDLED_VOTES, BUNDLED_SUMMARY]


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


def test_load_takes_the_bundled_models_unless_the_rules_are_asked_for() -> None:
    assert isinstance(load().item_type, ModelTypeTagger)
    assert isinstance(load().votes, HybridVoteExtractor)
    assert isinstance(load().summary, ModelSummariser)
    rules = load(item_type="rules", votes="rules", summary="rules")
    assert isinstance(rules.item_type, RuleTypeTagger)
    assert isinstance(rules.votes, GrammarVoteExtractor)
    assert isinstance(rules.summary, LeadSummariser)


def test_the_int8_graph_of_types_says_what_the_weights_say_in_pytorch() -> None:
    pytest.importorskip("transformers")
    texts = [item_text(context) for meeting in MEETINGS for context in contexts(meeting.referat)][:80]
    told = [
        np.stack(item_logits(open_model(path, labels=TYPES), texts, "it")[0])
        for path in (MODELS / BUNDLED_TYPE / "model.int8.onnx", MODELS / BUNDLED_TYPE / "model.safetensors")
    ]
    assert len(texts) == 80
    assert (told[0].argmax(1) == told[1].argmax(1)).mean() >= 0.97
    assert np.abs(told[0] - told[1]).mean() < 0.2


def test_the_int8_graph_of_summaries_says_what_the_weights_say_in_pytorch() -> None:
    pytest.importorskip("transformers")
    found = [candidates(context) for meeting in MEETINGS for context in contexts(meeting.referat)][:120]
    told = []
    for path in (MODELS / BUNDLED_SUMMARY / "model.int8.onnx", MODELS / BUNDLED_SUMMARY / "model.safetensors"):
        model = open_model(path, labels=SENTENCE_LABELS, heads=HEADS)
        made = [each for group in found for each in passages(group, model.tokenizer)]
        logits = model.logits([each.ids for each in made])
        told.append(np.concatenate([one[each.marks, 0] for one, each in zip(logits, made, strict=True)]))
    assert len(told[0]) > 200
    assert np.corrcoef(told[0], told[1])[0, 1] > 0.98
