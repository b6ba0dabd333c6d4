"""A trained encoder and its untrained twin on the same tasks."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import torch
from transformers import ModernBertConfig, ModernBertForTokenClassification

from training.config import RunConfig
from training.encoder.checkpoint import load_checkpoint
from training.encoder.model import new_encoder
from training.encoder.pretrain import FINAL, STABLE
from training.probe.conllu import read_tagged
from training.probe.examples import TAGS, UNLABELLED, Example, part_of_speech, sentence_ends
from training.probe.tagging import Recipe, predict_after_training
from training.tokenizer import load_tokenizer

Scores = dict[str, float | int | list[float]]

_SENTENCES = 6
_RECIPES = {"frozen": Recipe(True, epochs=20, rate=3e-3), "fine-tuned": Recipe(False, epochs=5, rate=1e-3)}
_SAMPLES = 1000


def probe(config: RunConfig) -> dict[str, dict[str, Scores]]:
    """Probe the finished model of a run or, before there is one, its last checkpoint.

    The treebank's dev part is learned from, its test part is scored.

    Args:
        config: The run; the treebank lies in the folder ``ud`` of its data.

    Returns:
        For each task and recipe, the score of the trained and the untrained encoder: accuracy for parts of speech,
        F1 for sentence ends, with the number of labels and a bootstrap 95 % interval over texts.

    Raises:
        FileNotFoundError: There is no model or no treebank.
    """
    tokenizer = load_tokenizer(config.tokenizer.folder)
    folder = config.data / "ud"
    train, test = (read_tagged(folder / f"da_ddt-ud-{part}.conllu", _SENTENCES) for part in ("dev", "test"))
    trained = _trained_weights(config)
    tasks: dict[str, tuple[Callable[..., list[Example]], int, Callable[[np.ndarray], float]]] = {
        "part of speech": (part_of_speech, len(TAGS), _accuracy),
        "sentence end": (sentence_ends, 2, _f1),
    }
    result: dict[str, dict[str, Scores]] = {}
    for task, (examples, n_labels, measure) in tasks.items():
        learned, asked = (examples(texts, tokenizer) for texts in (train, test))
        for name, recipe in _RECIPES.items():
            entry = result.setdefault(f"{task}, {name}", {})
            for twin, weights in (("pretrained", trained), ("untrained", None)):
                torch.manual_seed(1)
                model = _classifier(config, n_labels, weights)
                predicted = predict_after_training(model, learned, asked, recipe)
                entry[twin] = _score(asked, predicted, measure)
    return result


def _trained_weights(config: RunConfig) -> dict[str, torch.Tensor]:
    final = config.pretrain.folder / FINAL
    if final.exists():
        from transformers import ModernBertForMaskedLM

        finished: dict[str, torch.Tensor] = ModernBertForMaskedLM.from_pretrained(
            final, dtype=torch.float32
        ).state_dict()
        return finished
    model = new_encoder(config.model, load_tokenizer(config.tokenizer.folder))
    load_checkpoint(config.pretrain.folder / STABLE, model)
    weights: dict[str, torch.Tensor] = model.state_dict()
    return weights


def _classifier(
    config: RunConfig, n_labels: int, weights: dict[str, torch.Tensor] | None
) -> ModernBertForTokenClassification:
    tokenizer = load_tokenizer(config.tokenizer.folder)
    shape: ModernBertConfig = new_encoder(config.model, tokenizer).config
    shape.num_labels = n_labels
    model = ModernBertForTokenClassification(shape)
    if weights is not None:
        body = {name.removeprefix("model."): value for name, value in weights.items() if name.startswith("model.")}
        model.model.load_state_dict(body)
    return model


def _score(examples: list[Example], predicted: list[np.ndarray], measure: Callable[[np.ndarray], float]) -> Scores:
    """The measure over all texts, and its interval when texts are drawn again."""
    counts = np.array([_counts(e.labels.numpy(), p) for e, p in zip(examples, predicted, strict=True)])
    random = np.random.default_rng(1)
    drawn = [measure(counts[random.integers(len(counts), size=len(counts))].sum(0)) for _ in range(_SAMPLES)]
    interval = [round(float(x), 4) for x in np.quantile(drawn, [0.025, 0.975])]
    return {"score": round(measure(counts.sum(0)), 4), "interval": interval, "n": int(counts[:, 0].sum())}


def _counts(labels: np.ndarray, predicted: np.ndarray) -> tuple[int, int, int, int, int]:
    """Labels asked, right ones, and for the label 1: true positives, false positives, false negatives."""
    asked = labels != UNLABELLED
    gold, found = labels[asked], predicted[asked]
    positive = [
        np.sum((gold == 1) & (found == 1)),
        np.sum((gold != 1) & (found == 1)),
        np.sum((gold == 1) & (found != 1)),
    ]
    return (len(gold), int(np.sum(gold == found)), *(int(n) for n in positive))  # type: ignore[return-value]


def _accuracy(counts: np.ndarray) -> float:
    return float(counts[1] / max(counts[0], 1))


def _f1(counts: np.ndarray) -> float:
    return float(2 * counts[2] / max(2 * counts[2] + counts[3] + counts[4], 1))
