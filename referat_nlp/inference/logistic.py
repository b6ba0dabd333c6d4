"""Logistic regression for a handful of weights, with a starting point that it is drawn towards."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.float64]

_STEPS = 100


def fit_weights(features: Values, truth: NDArray[np.bool_], start: Values, ridge: float) -> Values:
    """Fit weights by Newton's method on the log loss.

    Args:
        features: Shape (examples, weights).
        truth: Whether it holds, shape (examples,).
        start: The weights that the fit begins with and is drawn towards.
        ridge: How much it is drawn, so that it stays finite where examples can be told without a single error.

    Returns:
        The weights of the least penalised loss.
    """
    weights = start.copy()
    for _ in range(_STEPS):
        found = sigmoid(features @ weights)
        gradient = features.T @ (found - truth) + ridge * (weights - start)
        curvature = (features * (found * (1 - found))[:, None]).T @ features + ridge * np.eye(len(weights))
        step = np.linalg.solve(curvature, gradient)
        # A long step can overshoot where the classes hardly overlap.
        step *= min(1.0, 1.0 / max(float(np.abs(step).max()), 1e-12))
        weights -= step
        if float(np.abs(step).max()) < 1e-8:
            break
    return weights


def sigmoid(values: Values) -> Values:
    """The probabilities of log odds, without overflow."""
    return np.asarray(0.5 * (1 + np.tanh(0.5 * values)))
