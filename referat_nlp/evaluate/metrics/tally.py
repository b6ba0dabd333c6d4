"""Counts of one meeting, and the scores that are made of their sums.

Every score is a function of sums of counts over meetings. A bootstrap over meetings is then a matrix product, and two
systems can be compared on the same resamples.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

Task = Literal["structure", "type", "outcome", "ballots", "absence", "summary"]

Tally = Counter[str]
"""Counts of one meeting by what they count; a key that is missing counts 0."""

Array = NDArray[np.float64]
Sums = Mapping[str, Array]
"""Sums of tallies, one element a resample; a key that is missing is 0."""

Score = Callable[[Sums], Array]


@dataclass(frozen=True, slots=True)
class Metric:
    """A score of one task.

    Attributes:
        name: Its stable name, for ``--fail-under`` and JSON ("ballots.exact_f1").
        title: What a table calls it.
        task: The task that it belongs to.
        score: What it makes of sums.
        n: The count that it was computed over.
        lower_is_better: For errors.
        plain: Neither better nor worse when it is higher (a length).
    """

    name: str
    title: str
    task: Task
    score: Score
    n: str
    lower_is_better: bool = False
    plain: bool = False


def count_sets(tally: Tally, name: str, found: Iterable[Any], expected: Iterable[Any]) -> None:
    """Count what of two multisets is found, expected, and both."""
    got, want = Counter(found), Counter(expected)
    tally.update(
        {
            f"{name}.hit": (got & want).total(),
            f"{name}.found": got.total(),
            f"{name}.expected": want.total(),
        }
    )


def at(sums: Sums, key: str) -> Array:
    """A sum, 0 where nothing was counted."""
    return sums.get(key, np.zeros(1))


def ratio(part: Array, whole: Array) -> Array:
    """Part of a whole; not a number where the whole is 0."""
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(whole > 0, part / np.where(whole > 0, whole, 1), np.nan)


def f1(name: str) -> Score:
    """F1, the harmonic mean of precision and recall (van Rijsbergen 1979), of what :func:`count_sets` counted."""
    return lambda sums: ratio(2 * at(sums, f"{name}.hit"), at(sums, f"{name}.found") + at(sums, f"{name}.expected"))


def share(name: str) -> Score:
    """Share of what was expected that is right."""
    return lambda sums: ratio(at(sums, f"{name}.hit"), at(sums, f"{name}.expected"))


def mean(name: str, n: str) -> Score:
    """Mean of a quantity that was added up."""
    return lambda sums: ratio(at(sums, name), at(sums, n))


def macro_f1(name: str, classes: Iterable[str]) -> Score:
    """Mean of the F1 of the classes that occur among the labels (Sokolova and Lapalme 2009)."""
    names = [f"{name}.{label}" for label in classes]

    def score(sums: Sums) -> Array:
        each = np.array([f1(label)(sums) * np.ones_like(at(sums, f"{name}.expected")) for label in names])
        occurs = np.array([(at(sums, f"{label}.expected") > 0) * np.ones_like(each[0]) for label in names])
        return ratio(np.where(occurs > 0, np.nan_to_num(each), 0).sum(axis=0), occurs.sum(axis=0))

    return score
