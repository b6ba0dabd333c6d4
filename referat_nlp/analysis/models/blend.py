"""What rules and a model say of an item, put together: their log odds added up, each with its weight.

A logarithmic opinion pool (Genest & Zidek 1986, Combining Probability Distributions). Rules and a model err on
different items, so that where they agree a label is safer than either knows.
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

# Draws the fit towards an equal say of both: a few dozen items do not tell two weights apart.
_RIDGE = 0.5
_LEAST = 1e-3


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

    def probabilities(self, scores: Values, logits: Values) -> Values:
        """Put both together.

        Args:
            scores: The rules', in [0, 1], shape (items, labels).
            logits: The model's, of the same shape.

        Returns:
            Probabilities of the same shape.
        """
        return sigmoid(self.rules * log_odds(scores) + self.model * logits + np.array(self.shift))


def read_blends(folder: Path, labels: Sequence[str]) -> dict[str, Blend] | None:
    """Read ``blend.json`` of a model folder.

    Args:
        folder: The model folder.
        labels: The model's labels.

    Returns:
        What holds for decided and for open items; None without the file: the model speaks alone.

    Raises:
        ModelError: The file is broken or is about other labels.
    """
    path = folder / BLEND
    if not path.exists():
        return None
    found = read_json(path)
    try:
        return {part: _blend(found[part], labels) for part in (DECIDED, OPEN)}
    except (KeyError, TypeError, ValueError) as error:
        raise ModelError(f"has no weights, or no shift for each label: {error}", path=str(path)) from None


def save_blends(blends: Mapping[str, Blend], folder: Path) -> None:
    """Write ``blend.json`` into a model folder."""
    values = {part: _values(blends[part]) for part in (DECIDED, OPEN)}
    (folder / BLEND).write_text(json.dumps(values, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _blend(values: Mapping[str, Any], labels: Sequence[str]) -> Blend:
    shift = tuple(float(values["shift"][label]) for label in labels)
    return Blend(tuple(labels), float(values["rules"]), float(values["model"]), shift)


def _values(blend: Blend) -> dict[str, Any]:
    shift = {label: round(value, 4) for label, value in zip(blend.labels, blend.shift, strict=True)}
    return {"rules": round(blend.rules, 4), "model": round(blend.model, 4), "shift": shift}


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
    weights = fit_weights(features, truth.ravel(), start, _RIDGE)
    for index in (0, 1):
        # One that tells nothing, or the wrong way round, is left out, and the other fitted alone.
        if weights[index] < 0:
            features[:, index] = 0.0
            start[index] = 0.0
            weights = fit_weights(features, truth.ravel(), start, _RIDGE)
    return Blend(tuple(labels), float(weights[0]), float(weights[1]), tuple(float(each) for each in weights[2:]))


def log_odds(scores: Values) -> Values:
    """The log odds of probabilities, bounded."""
    kept = np.clip(np.asarray(scores, dtype=np.float64), _LEAST, 1 - _LEAST)
    return np.asarray(np.log(kept / (1 - kept)))
