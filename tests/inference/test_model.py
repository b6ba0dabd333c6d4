"""The slim runtime: tokens, batches, graphs, calibration, and what it refuses."""

from __future__ import annotations

import json
import pickle
from pathlib import Path

import numpy as np
import pytest

from referat_nlp.errors import MissingExtraError, ModelError, ModelNotFoundError
from referat_nlp.inference.batching import Ids, Logits, run_batches
from referat_nlp.inference.calibration import Calibration, fit_calibration
from referat_nlp.inference.model import Model, open_model
from referat_nlp.inference.tokenize import TextTokenizer
from tests.inference.toys import TYPES, bag_of_words, word_tokenizer

WORDS = {"godkendes": {"godkendelse": 5.0}, "orienteres": {"orientering": 4.0}, "drøftes": {"drøftelse": 4.0}}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return bag_of_words(tmp_path / "toy", TYPES, WORDS)


def logits_of(model: Model, *texts: str) -> list[list[float]]:
    inputs = [model.tokenizer.joined([tokens.ids]) for tokens in model.tokenizer.encode(texts)]
    return [logits.tolist() for logits in model.logits(inputs)]


def test_tokens_have_offsets_and_nothing_is_cut() -> None:
    tokenizer = word_tokenizer(["skolen", "lukkes"])
    tokenizer.enable_truncation(4)
    tokens = TextTokenizer.of(tokenizer).encode(["Skolen lukkes ikke, skolen udvides"])[0]
    assert tokens.ids == [4, 5, 1, 1, 4, 1]
    assert tokens.offsets[1] == (7, 13)


def test_parts_are_each_followed_by_the_token_that_ends_them() -> None:
    assert TextTokenizer.of(word_tokenizer([])).joined([[7, 8], [], [9]]) == [2, 7, 8, 3, 3, 9, 3]


def test_predictions_are_in_the_order_of_the_texts_and_of_the_tasks_labels(tmp_path: Path) -> None:
    folder = bag_of_words(tmp_path, list(reversed(TYPES)), WORDS)
    model = open_model(folder, labels=TYPES)
    found = logits_of(model, "godkendes", "en lang tekst hvor intet siges " * 20, "orienteres og godkendes")
    assert found == [[-2, -2, 3, -2], [-2, -2, -2, -2], [2, -2, 3, -2]]


def test_a_model_that_labels_tokens_gives_a_row_a_token(tmp_path: Path) -> None:
    folder = bag_of_words(tmp_path, TYPES, WORDS, head="ForTokenClassification")
    model = open_model(folder, labels=TYPES, heads=["ForTokenClassification"])
    short, long = model.logits([[2, 4, 3], [2, 1, 1, 5, 3]])
    assert (short.shape, long.shape) == ((3, 4), (5, 4))
    assert short[1].tolist() == [-2, -2, 3, -2]
    assert long[3].tolist() == [2, -2, -2, -2]


class Counting:
    """A runner that remembers the batches it was given."""

    def __init__(self) -> None:
        self.shapes: list[tuple[int, ...]] = []

    def __call__(self, ids: Ids, mask: Ids) -> Logits:
        self.shapes.append(ids.shape)
        return (ids * mask).sum(axis=1, keepdims=True).astype(np.float32)


def test_batches_hold_inputs_of_like_length_within_a_bound() -> None:
    runner = Counting()
    inputs = [[1] * length for length in (3, 90, 2, 100, 1, 250)]
    found = run_batches(runner, inputs, pad_id=7, most_tokens=200)
    assert [float(each[0]) for each in found] == [3, 90, 2, 100, 1, 250]
    assert runner.shapes == [(1, 250), (2, 100), (3, 3)]


def test_no_inputs_are_no_results() -> None:
    assert run_batches(Counting(), [], pad_id=0) == []


def test_a_runner_goes_to_another_process(folder: Path) -> None:
    runner = open_model(folder, labels=TYPES).runner
    ids = np.array([[2, 4, 3]])
    again = pickle.loads(pickle.dumps(runner))
    assert again(ids, np.ones_like(ids)).tolist() == runner(ids, np.ones_like(ids)).tolist() == [[-2, -2, 3, -2]]


def test_a_missing_tokenizer(folder: Path) -> None:
    (folder / "tokenizer.json").unlink()
    with pytest.raises(ModelError, match=r"tokenizer\.json is missing"):
        open_model(folder, labels=TYPES)


def test_a_broken_tokenizer(folder: Path) -> None:
    (folder / "tokenizer.json").write_text("{}")
    with pytest.raises(ModelError, match=r"tokenizer\.json: cannot be used"):
        open_model(folder, labels=TYPES)


def test_a_broken_graph(folder: Path) -> None:
    (folder / "model.onnx").write_bytes(b"not a graph")
    with pytest.raises(ModelError, match=r"model\.onnx: is no ONNX graph that can be run"):
        open_model(folder, labels=TYPES)


def test_a_graph_with_another_number_of_labels_than_the_configuration(folder: Path, tmp_path: Path) -> None:
    other = bag_of_words(tmp_path / "other", TYPES[:2], {word: {} for word in WORDS})
    (other / "model.onnx").replace(folder / "model.onnx")
    with pytest.raises(ModelError, match=r"gives 2 values a text, where config\.json names 4 labels a text"):
        open_model(folder, labels=TYPES)


def test_a_tokenizer_with_more_tokens_than_the_model(folder: Path, tmp_path: Path) -> None:
    small = bag_of_words(tmp_path / "small", TYPES, {})
    assert logits_of(open_model(small, labels=TYPES), "skolen") == [[-2] * 4]
    (folder / "tokenizer.json").replace(small / "tokenizer.json")
    with pytest.raises(ModelError, match=r"model\.onnx: cannot be run"):
        open_model(small, labels=TYPES)


def test_without_the_extra_safetensors_say_what_to_install(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "model.onnx").rename(folder / "model.safetensors")
    monkeypatch.setattr("referat_nlp.inference.torch_session.find_spec", lambda name: None)
    with pytest.raises(MissingExtraError, match="holds no ONNX graph") as caught:
        open_model(folder, labels=TYPES)
    assert caught.value.advice == "pip install 'referat-nlp[train]'"
    with pytest.raises(MissingExtraError, match="'nobody/model' is no folder here; to fetch it from the hub needs"):
        open_model("nobody/model", labels=TYPES)


def test_a_model_that_the_hub_does_not_give(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    pytest.importorskip("transformers")
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", True)
    with pytest.raises(ModelNotFoundError, match="there is no folder 'nobody/such-model' here, and the hub"):
        open_model("nobody/such-model", labels=TYPES)


def test_probabilities_without_calibration(folder: Path, tmp_path: Path) -> None:
    logits = np.array([[0.0, 0.0, 2.0, -2.0]], dtype=np.float32)
    each = open_model(folder, labels=TYPES).probabilities(logits)
    assert each == pytest.approx(np.array([[0.5, 0.5, 0.8808, 0.1192]]), abs=1e-4)
    one = bag_of_words(tmp_path / "one", TYPES, WORDS, problem_type="single_label_classification")
    assert open_model(one, labels=TYPES).probabilities(logits).sum() == pytest.approx(1, abs=1e-6)


def test_calibration_is_read_from_the_folder_in_the_tasks_order(folder: Path) -> None:
    Calibration(("andet", "godkendelse", "drøftelse", "orientering"), (1.0, 0.5, 1.0, 1.0), (0, 1.0, 0, 0)).save(folder)
    found = open_model(folder, labels=TYPES).probabilities(np.array([0.0, 0.0, 2.0, 0.0], dtype=np.float32))
    assert found.tolist() == pytest.approx([0.5, 0.5, 0.8808, 0.5], abs=1e-4)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ({"godkendelse": {"scale": 1, "shift": 0}}, "no scale and shift for each label"),
        ({label: {"scale": 0, "shift": 0} for label in TYPES}, "a scale is not above 0"),
        ({label: [1, 0] for label in TYPES}, "no scale and shift for each label"),
    ],
)
def test_a_broken_calibration(folder: Path, content: object, message: str) -> None:
    (folder / "calibration.json").write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(ModelError, match=message):
        open_model(folder, labels=TYPES)


def test_fitting_finds_the_scale_and_shift_that_the_scores_were_made_with() -> None:
    chance = np.random.default_rng(1)
    logits = chance.normal(0, 3, (4000, 2)).astype(np.float32)
    true = 1 / (1 + np.exp(-(logits * [0.5, 2.0] + [1.0, -0.5])))
    found = fit_calibration(["a", "b"], logits, chance.random((4000, 2)) < true)
    assert found.scale == pytest.approx((0.5, 2.0), rel=0.15)
    assert found.shift == pytest.approx((1.0, -0.5), abs=0.2)


def test_fitting_stays_finite_where_a_label_is_told_without_error_or_never_holds() -> None:
    logits = np.array([[-3.0, 1.0], [4.0, 2.0], [5.0, -1.0]], dtype=np.float32)
    found = fit_calibration(["a", "b"], logits, np.array([[False, False], [True, False], [True, False]]))
    probabilities = found.probabilities(logits, exclusive=False)
    assert np.isfinite(probabilities).all()
    assert probabilities[:, 0].tolist() == sorted(probabilities[:, 0].tolist())
    assert probabilities[:, 1].max() < 0.3
