"""What a sentence is worth to a summary: what can be told of it and what a model says of it, in one sum.

A ridge regression (Hoerl & Kennard 1970) on how much each sentence shares with the clerk's summary. Features of
place are what summaries were made of before there were encoders (Edmundson 1969, New Methods in Automatic
Extracting), and an encoder of a few million parameters does not learn them from a few thousand items.
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
from .sentence_features import NAMES

WORTH = "worth.json"

Values = NDArray[np.float64]

_RIDGE, _LEAST_RIDGE = 30.0, 1.0
_NO_SPREAD = 1e-6


@dataclass(frozen=True)
class Worth:
    """The weights of a sum.

    Attributes:
        features: One for each of :data:`~.sentence_features.NAMES`.
        model: That of the model's score.
        shift: What is added.
    """

    features: tuple[float, ...]
    model: float
    shift: float

    def of(self, features: Values, scores: Values) -> Values:
        """The worth of sentences.

        Args:
            features: What is told of each, shape (sentences, :data:`~.sentence_features.NAMES`).
            scores: The model's, in [0, 1], shape (sentences,).

        Returns:
            What each is expected to share with a summary, in [0, 1]; shape (sentences,).
        """
        return np.asarray(np.clip(features @ np.array(self.features) + self.model * scores + self.shift, 0.0, 1.0))

    def save(self, folder: Path) -> None:
        """Write ``worth.json`` into a model folder."""
        values = {
            "model": round(self.model, 6),
            "shift": round(self.shift, 6),
            "features": {name: round(weight, 6) for name, weight in zip(NAMES, self.features, strict=True)},
        }
        (folder / WORTH).write_text(json.dumps(values, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def read_worth(folder: Path) -> Worth | None:
    """Read ``worth.json`` of a model folder.

    Args:
        folder: The model folder.

    Returns:
        The weights; None without the file: the model speaks alone.

    Raises:
        ModelError: The file is broken or is about other features.
    """
    path = folder / WORTH
    if not path.exists():
        return None
    found = read_json(path)
    try:
        weights = found["features"]
        if set(weights) != set(NAMES):
            odd = sorted(set(weights) ^ set(NAMES))
            raise ValueError(f"{odd[0]!r} is not a feature of both")
        worth = Worth(tuple(float(weights[name]) for name in NAMES), float(found["model"]), float(found["shift"]))
    except (KeyError, TypeError, ValueError) as error:
        raise ModelError(f"has no weight for each feature, the model and the shift: {error}", path=str(path)) from None
    if not np.isfinite([*worth.features, worth.model, worth.shift]).all():
        raise ModelError("has weights that are no numbers", path=str(path))
    return worth


@dataclass(frozen=True, slots=True)
class Judged:
    """The sentences of an item whose summary is known.

    Attributes:
        features: What is told of them, shape (sentences, :data:`~.sentence_features.NAMES`).
        shares: What each shares with the reference, in [0, 1], shape (sentences,).
        weight: What the item counts.
    """

    features: Values
    shares: Values
    weight: float = 1.0


def fit_worth(learned: Sequence[Judged], held_out: Sequence[Judged], scores: Sequence[Values]) -> Worth:
    """Fit the weights: those of the features on many items, what the model adds on those that it has not seen.

    Args:
        learned: Items that the model may have learned from; not none.
        held_out: Items that it did not learn from; not none.
        scores: What it says of the sentences of those.

    Returns:
        The weights. Those of features are drawn towards none; a model or features that tell nothing have none.
    """
    features, level = _ridge(np.concatenate([each.features for each in learned]), learned, _RIDGE)
    told = np.concatenate([each.features for each in held_out]) @ features + level
    said = np.concatenate(list(scores))
    pair, shift = _ridge(np.stack([told, said], axis=1), held_out, _LEAST_RIDGE)
    for index in (0, 1):
        if pair[index] < 0:
            alone = np.stack([told, said], axis=1) * np.array([float(index != 0), float(index != 1)])
            pair, shift = _ridge(alone, held_out, _LEAST_RIDGE)
    weights = tuple(float(each) for each in pair[0] * features)
    return Worth(weights, float(pair[1]), float(shift + pair[0] * level))


def _ridge(columns: Values, items: Sequence[Judged], ridge: float) -> tuple[Values, float]:
    """The weight of each column and what is added, for the shares of items."""
    wanted = np.concatenate([each.shares for each in items])
    # A long item has many sentences, most of which tell the same: that they are not taken.
    counts = np.concatenate(
        [np.full(len(each.shares), each.weight / max(1, len(each.shares)) ** 0.5) for each in items]
    )
    counts /= counts.mean()
    middle, level = np.average(columns, axis=0, weights=counts), float(np.average(wanted, weights=counts))
    spread = columns.std(axis=0)
    spread[spread < _NO_SPREAD] = np.inf
    scaled = (columns - middle) / spread
    weighed = (scaled * counts[:, None]).T
    found = np.linalg.solve(weighed @ scaled + ridge * np.eye(scaled.shape[1]), weighed @ (wanted - level)) / spread
    return found, level - float(found @ middle)
