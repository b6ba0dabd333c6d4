"""What rules and a model say of an item, put together: their log odds added up, each with its weight.

A logarithmic opinion pool (Genest & Zidek 1986, Combining Probability Distributions). Rules and a model err on
different items, so that where they agree a label is safer than either knows.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ...errors import ModelError
from ...inference.checkpoint import read_json

BLEND = "blend.json"

_STEPS = 100
# Draws the fit towards an equal say of both: a few dozen items do not tell two weights apart.
_RIDGE = 0.5
_LEAST = 1e-3

Values = NDArray[np.float64]


@dataclass(frozen=True)
class Blend:
    """How much rules and a model weigh.

    Attributes:
        labels: The labels.
        rules: The weight of the rules' log odds.
        model: The weight of the model's logits.
        shift: What is added, one a label.
    """

    labels: tuple[str, ...]
    rules: float
    model: float
    shift: tuple[float, ...]

    @classmethod
    def from_folder(cls, folder: Path, labels: Sequence[str]) -> Blend | None:
        """Read ``blend.json`` of a model folder; None without one: the model speaks alone.

        Raises:
            ModelError: The file is broken or is about other labels.
        """
        path = folder / BLEND
        if not path.exists():
            return None
        found = read_json(path)
        try:
            shift = tuple(float(found["shift"][label]) for label in labels)
            return cls(tuple(labels), float(found["rules"]), float(found["model"]), shift)
        except (KeyError, TypeError, ValueError) as error:
            raise ModelError(f"has no weights, or no shift for each label: {error}", path=str(path)) from None

    def save(self, folder: Path) -> None:
        """Write ``blend.json`` into a model folder."""
        shift = {label: round(value, 4) for label, value in zip(self.labels, self.shift, strict=True)}
        values = {"rules": round(self.rules, 4), "model": round(self.model, 4), "shift": shift}
        (folder / BLEND).write_text(json.dumps(values, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")

    def probabilities(self, scores: Values, logits: Values) -> Values:
        """Put both together.

        Args:
            scores: The rules', in [0, 1], shape (items, labels).
            logits: The model's, of the same shape.

        Returns:
            Probabilities of the same shape.
        """
        return _sigmoid(self.rules * log_odds(scores) + self.model * logits + np.array(self.shift))


def fit_blend(labels: Sequence[str], scores: Values, logits: Values, truth: NDArray[np.bool_]) -> Blend:
    """Fit the weights on items that neither rules nor model were made on.

    Args:
        labels: The labels.
        scores: The rules', shape (items, labels).
        logits: The model's, of the same shape.
        truth: Whether each label holds.

    Returns:
        The weights of the least log loss, drawn a little towards an equal say; none is below zero.
    """
    n_items, n_labels = logits.shape
    features = np.zeros((n_items * n_labels, 2 + n_labels))
    features[:, 0] = log_odds(scores).ravel()
    features[:, 1] = logits.ravel()
    features[np.arange(n_items * n_labels), 2 + np.tile(np.arange(n_labels), n_items)] = 1.0
    start = np.array([0.5, 0.5, *([0.0] * n_labels)])
    weights = _least_loss(features, truth.ravel(), start)
    for index in (0, 1):
        # One that tells nothing, or the wrong way round, is left out, and the other fitted alone.
        if weights[index] < 0:
            features[:, index] = 0.0
            start[index] = 0.0
            weights = _least_loss(features, truth.ravel(), start)
    return Blend(tuple(labels), float(weights[0]), float(weights[1]), tuple(float(each) for each in weights[2:]))


def log_odds(scores: Values) -> Values:
    """The log odds of probabilities, bounded."""
    kept = np.clip(np.asarray(scores, dtype=np.float64), _LEAST, 1 - _LEAST)
    return np.asarray(np.log(kept / (1 - kept)))


def _least_loss(features: Values, truth: NDArray[np.bool_], start: Values) -> Values:
    """Newton's method on the log loss."""
    weights = start.copy()
    for _ in range(_STEPS):
        found = _sigmoid(features @ weights)
        gradient = features.T @ (found - truth) + _RIDGE * (weights - start)
        curvature = (features * (found * (1 - found))[:, None]).T @ features + _RIDGE * np.eye(len(weights))
        step = np.linalg.solve(curvature, gradient)
        step *= min(1.0, 1.0 / max(float(np.abs(step).max()), 1e-12))
        weights -= step
        if float(np.abs(step).max()) < 1e-8:
            break
    return weights


def _sigmoid(values: Values) -> Values:
    return np.asarray(0.5 * (1 + np.tanh(0.5 * values)))
