"""What rules, a model and a bag of words say of an item, put together: their log odds added up, each with its weight.

A logarithmic opinion pool (Genest & Zidek 1986, Combining Probability Distributions). They err on different items, so
that where they agree a label is safer than any of them knows.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ...errors import ModelError
from ...inference.checkpoint import read_json
from ...inference.logistic import Values, fit_weights, sigmoid

BLEND = "blend.json"

DECIDED, OPEN = "decided", "open"
"""Items whose body decided something, and those of an agenda: rules are worth more where there is a decision."""

VOICES = RULES, MODEL, WORDS = "rules", "model", "words"
"""Who has a say; a folder without a bag of words has no ``words``."""

# Draws the fit strongly towards an equal say of all. Where nearly every held-out item is easy, the least loss goes to
# the voice that is surest of itself, and the others, which know the rare items, would not be heard.
_RIDGE = 20.0
_LEAST = 1e-3


@dataclass(frozen=True)
class Blend:
    """How much each voice weighs.

    Attributes:
        labels: The labels.
        weights: The weight of each voice's log odds.
        shift: What is added, one a label.
    """

    labels: tuple[str, ...]
    weights: Mapping[str, float]
    shift: tuple[float, ...]

    def probabilities(self, voices: Mapping[str, Values]) -> Values:
        """Put them together.

        Args:
            voices: The log odds that each gives, shape (items, labels); all those that have a weight.

        Returns:
            Probabilities of the same shape.
        """
        total = sum((weight * voices[name] for name, weight in self.weights.items()), np.array(self.shift))
        return sigmoid(total)


def read_blends(folder: Path, labels: Sequence[str], voices: Sequence[str]) -> dict[str, Blend] | None:
    """Read ``blend.json`` of a model folder.

    Args:
        folder: The model folder.
        labels: The model's labels.
        voices: Those that can be heard.

    Returns:
        What holds for decided and for open items; None without the file: the model speaks alone.

    Raises:
        ModelError: The file is broken, is about other labels, or gives weight to a voice that is not there.
    """
    path = folder / BLEND
    if not path.exists():
        return None
    found = read_json(path)
    try:
        return {part: _blend(found[part], labels, voices) for part in (DECIDED, OPEN)}
    except (KeyError, TypeError, ValueError) as error:
        raise ModelError(
            f"has no weights for {', '.join(voices)}, or no shift for each label: {error}", path=str(path)
        ) from None


def save_blends(blends: Mapping[str, Blend], folder: Path) -> None:
    """Write ``blend.json`` into a model folder."""
    values = {part: _values(blends[part]) for part in (DECIDED, OPEN)}
    (folder / BLEND).write_text(json.dumps(values, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _blend(values: Mapping[str, Any], labels: Sequence[str], voices: Sequence[str]) -> Blend:
    shift = tuple(float(values["shift"][label]) for label in labels)
    weights = {name: float(value) for name, value in values["weights"].items()}
    if unheard := sorted(set(weights) - set(voices)):
        raise ValueError(f"{unheard[0]} is given a weight and is not there")
    return Blend(tuple(labels), weights, shift)


def _values(blend: Blend) -> dict[str, Any]:
    shift = {label: round(value, 4) for label, value in zip(blend.labels, blend.shift, strict=True)}
    return {"weights": {name: round(weight, 4) for name, weight in blend.weights.items()}, "shift": shift}


def fit_blend(labels: Sequence[str], voices: Mapping[str, Values], truth: NDArray[np.bool_]) -> Blend:
    """Fit the weights on items that no voice was made on.

    Args:
        labels: The labels.
        voices: The log odds that each gives, shape (items, labels).
        truth: Whether each label holds.

    Returns:
        The weights of the least log loss, drawn a little towards an equal say; none is below zero.
    """
    n_items, n_labels = truth.shape
    names = list(voices)
    features = np.zeros((n_items * n_labels, len(names) + n_labels))
    for index, name in enumerate(names):
        features[:, index] = voices[name].ravel()
    features[np.arange(n_items * n_labels), len(names) + np.tile(np.arange(n_labels), n_items)] = 1.0
    start = np.array([1.0 / len(names)] * len(names) + [0.0] * n_labels)
    weights = fit_weights(features, truth.ravel(), start, _RIDGE)
    while (weights[: len(names)] < 0).any():
        # One that tells nothing, or the wrong way round, is left out, and the others fitted again.
        index = int(np.argmin(weights[: len(names)]))
        features[:, index] = 0.0
        start[index] = 0.0
        weights = fit_weights(features, truth.ravel(), start, _RIDGE)
    said = {name: float(weights[index]) for index, name in enumerate(names)}
    return Blend(tuple(labels), said, tuple(float(each) for each in weights[len(names) :]))


def log_odds(scores: Values) -> Values:
    """The log odds of probabilities, bounded."""
    kept = np.clip(np.asarray(scores, dtype=np.float64), _LEAST, 1 - _LEAST)
    return np.asarray(np.log(kept / (1 - kept)))
