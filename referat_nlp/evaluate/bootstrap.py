"""Intervals and comparisons by a bootstrap over meetings.

Meetings of one house fail together, so that resampling single items would make the intervals too narrow. Percentile
intervals: Efron and Tibshirani 1993; the paired comparison of two systems on the same resamples: Berg-Kirkpatrick,
Burkett and Klein 2012.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from .metrics.tally import Array, Metric, Sums, Tally

RESAMPLES = 1000
SEED = 0


@dataclass(frozen=True, slots=True)
class Estimate:
    """A score with its 95 % interval and what it was computed over.

    Attributes:
        value: The score over all meetings.
        low: 2.5th percentile of the resamples.
        high: 97.5th percentile of the resamples.
        n: Number of labelled things.
    """

    value: float
    low: float
    high: float
    n: int


@dataclass(frozen=True, slots=True)
class Change:
    """How much better one system scores than another, on the same meetings.

    Attributes:
        value: Score of the second less score of the first.
        low: 2.5th percentile of the difference.
        high: 97.5th percentile of the difference.
        p: Two-sided: twice the share of resamples in which the difference has the other sign or is none.
    """

    value: float
    low: float
    high: float
    p: float


class Resamples:
    """Sums of the tallies of a list of meetings: over all, and over each of a thousand resamples.

    Two lists of the same length and seed are resampled alike.
    """

    def __init__(self, tallies: Sequence[Tally], *, resamples: int = RESAMPLES, seed: int = SEED) -> None:
        keys = sorted(set().union(*tallies))
        counts = np.array([[tally[key] for key in keys] for tally in tallies], dtype=np.float64)
        counts = counts.reshape(len(tallies), len(keys))
        draws = np.random.default_rng(seed).integers(0, len(tallies), (resamples, len(tallies)))
        weights = np.stack([np.bincount(draw, minlength=len(tallies)) for draw in draws]).astype(np.float64)
        drawn = weights @ counts
        self.whole: Sums = {key: counts[:, [n]].sum(axis=0) for n, key in enumerate(keys)}
        self.drawn: Sums = {key: drawn[:, n] for n, key in enumerate(keys)}

    def estimate(self, metric: Metric) -> Estimate | None:
        """The score of a metric; None where nothing is labelled that it could be computed over."""
        n = int(self.whole[metric.n][0]) if metric.n in self.whole else 0
        value = float(metric.score(self.whole)[0]) if n else math.nan
        if math.isnan(value):
            return None
        low, high = _interval(metric.score(self.drawn))
        return Estimate(value, low, high, n)

    def change(self, metric: Metric, since: Resamples) -> Change | None:
        """How a metric differs from another system's on the same meetings; None where one of them has none."""
        if self.estimate(metric) is None or since.estimate(metric) is None:
            return None
        value = float(metric.score(self.whole)[0] - metric.score(since.whole)[0])
        drawn = metric.score(self.drawn) - metric.score(since.drawn)
        drawn = drawn[~np.isnan(drawn)]
        low, high = _interval(drawn)
        other = np.mean(drawn <= 0) if value > 0 else np.mean(drawn >= 0)
        return Change(value, low, high, min(1.0, 2 * float(other)))


def _interval(drawn: Array) -> tuple[float, float]:
    """The middle 95 %; a resample in which nothing is labelled has no score."""
    drawn = drawn[~np.isnan(drawn)]
    low, high = np.percentile(drawn, [2.5, 97.5]) if drawn.size else (math.nan, math.nan)
    return float(low), float(high)
