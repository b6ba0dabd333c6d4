"""Calibration on held-out items."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ..inference.batching import Logits
from ..inference.calibration import Calibration, fit_calibration

_FEWEST = 5
"""Held-out items with and without a label that two numbers can be fitted to."""
_TEMPERATURES = np.geomspace(0.2, 8.0, 120)


def calibration_of(
    labels: Sequence[str], logits: Logits, truth: NDArray[np.bool_], *, exclusive: bool, what: str = "items"
) -> tuple[Calibration, str]:
    """Fit what is done to logits before they become probabilities.

    Args:
        labels: The labels.
        logits: Of held-out items, shape (items, labels).
        truth: Whether each label holds.
        exclusive: Whether exactly one does: one temperature is fitted then, which never changes the likeliest label
            (Guo et al. 2017). Else scale and shift of each label, if it has five items on either side.
        what: What the rows are.

    Returns:
        The calibration, and a sentence about it.
    """
    n = len(logits)
    if exclusive:
        factor = 1 / _temperature(logits, truth) if n >= _FEWEST else 1.0
        calibration = Calibration(tuple(labels), (factor,) * len(labels), (0.0,) * len(labels))
        return calibration, f"Calibrated on {n} held-out {what} by one temperature, {1 / factor:.2f}."
    fitted = fit_calibration(labels, logits, truth)
    held = truth.sum(axis=0)
    enough = [bool(_FEWEST <= count <= n - _FEWEST) for count in held]
    calibration = Calibration(
        tuple(labels),
        tuple(scale if fit else 1.0 for scale, fit in zip(fitted.scale, enough, strict=True)),
        tuple(shift if fit else 0.0 for shift, fit in zip(fitted.shift, enough, strict=True)),
    )
    left = [label for label, fit in zip(labels, enough, strict=True) if not fit]
    without = (
        f" Too few held-out items for {', '.join(left)}, whose scores are as the model gives them." if left else ""
    )
    return calibration, f"Calibrated on {n} held-out items, scale and shift of each label.{without}"


def _temperature(logits: Logits, truth: NDArray[np.bool_]) -> float:
    """The temperature of the least log loss."""

    def loss(temperature: float) -> float:
        scaled = logits.astype(np.float64) / temperature
        scaled -= scaled.max(axis=-1, keepdims=True)
        return float((np.log(np.exp(scaled).sum(axis=-1)) - scaled[truth]).mean())

    return float(min(_TEMPERATURES, key=loss))
