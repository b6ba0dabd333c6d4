"""Scores that mean what they say: a scale and a shift for the logit of each label.

For labels that hold or not this is Platt's method, for exclusive ones vector scaling (Guo et al. 2017, On
Calibration of Modern Neural Networks).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ..errors import ModelError
from .batching import Logits
from .checkpoint import CALIBRATION, read_json
from .logistic import fit_weights, sigmoid

_RIDGE = 0.05


@dataclass(frozen=True)
class Calibration:
    """What is done to logits before they become probabilities.

    Attributes:
        labels: The labels.
        scale: One factor a label, above 0.
        shift: What is added after it, one a label.
    """

    labels: tuple[str, ...]
    scale: tuple[float, ...]
    shift: tuple[float, ...]

    @classmethod
    def none(cls, labels: Sequence[str]) -> Calibration:
        """Leaves logits as they are."""
        return cls(tuple(labels), (1.0,) * len(labels), (0.0,) * len(labels))

    @classmethod
    def from_folder(cls, folder: Path, labels: Sequence[str]) -> Calibration:
        """Read ``calibration.json`` of a model folder; without one, logits stay as they are.

        Args:
            folder: The model folder.
            labels: The model's labels.

        Returns:
            The calibration.

        Raises:
            ModelError: The file is broken or is about other labels.
        """
        path = folder / CALIBRATION
        if not path.exists():
            return cls.none(labels)
        pairs = read_json(path)
        try:
            scale = tuple(float(pairs[label]["scale"]) for label in labels)
            shift = tuple(float(pairs[label]["shift"]) for label in labels)
        except (KeyError, TypeError, ValueError) as error:
            raise ModelError(f"has no scale and shift for each label: {error}", path=str(path)) from None
        if not all(value > 0 for value in scale):
            raise ModelError("a scale is not above 0", path=str(path))
        return cls(tuple(labels), scale, shift)

    def save(self, folder: Path) -> None:
        """Write ``calibration.json`` into a model folder."""
        pairs = {
            label: {"scale": round(scale, 6), "shift": round(shift, 6)}
            for label, scale, shift in zip(self.labels, self.scale, self.shift, strict=True)
        }
        (folder / CALIBRATION).write_text(json.dumps(pairs, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")

    def probabilities(self, logits: Logits, *, exclusive: bool) -> Logits:
        """Turn logits into probabilities.

        Args:
            logits: Shape (…, labels).
            exclusive: Whether exactly one label holds.

        Returns:
            Probabilities of the same shape.
        """
        scaled = np.asarray(logits, dtype=np.float64) * self.scale + self.shift
        if exclusive:
            powers = np.exp(scaled - scaled.max(axis=-1, keepdims=True))
            return np.asarray(powers / powers.sum(axis=-1, keepdims=True), dtype=np.float32)
        return np.asarray(sigmoid(scaled), dtype=np.float32)


def fit_calibration(labels: Sequence[str], logits: Logits, truth: NDArray[np.bool_]) -> Calibration:
    """Fit scale and shift of each label on examples that the model was not trained on.

    Args:
        labels: The labels.
        logits: The model's, shape (examples, labels).
        truth: Whether each label holds, shape (examples, labels).

    Returns:
        The calibration with the least log loss, drawn a little towards leaving logits as they are.
    """
    pairs = [_platt(logits[:, index].astype(np.float64), truth[:, index]) for index in range(len(labels))]
    return Calibration(tuple(labels), tuple(scale for scale, _ in pairs), tuple(shift for _, shift in pairs))


def _platt(logits: NDArray[np.float64], truth: NDArray[np.bool_]) -> tuple[float, float]:
    features = np.stack([logits, np.ones_like(logits)], axis=1)
    weights = fit_weights(features, truth, np.array([1.0, 0.0]), _RIDGE)
    # A label that the logits tell nothing of, or the wrong way round, keeps its order.
    return max(float(weights[0]), 1e-3), float(weights[1])
