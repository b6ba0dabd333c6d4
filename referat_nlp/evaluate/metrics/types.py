"""Item type and outcome, and how far the scores of a type can be trusted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

import numpy as np

from ...schema import ItemType, Outcome
from ..matching import Pair
from .tally import Array, Metric, Score, Sums, Tally, at, count_sets, f1, macro_f1, ratio, share

TYPES: tuple[str, ...] = get_args(ItemType)
OUTCOMES: tuple[str, ...] = (*get_args(Outcome), "none")

MISSED = "missed"
"""Stands in a confusion matrix for items that were not found or not given a class."""

_BINS = 10
_STEPS = 1000


def tally_type(pair: Pair) -> Tally:
    """Count the type of a labelled item, the kinds of point it holds, and the score that its type has."""
    tally: Tally = Tally()
    if pair.gold is None:
        return tally
    gold, item = pair.gold, pair.item
    if gold.labels("type") and gold.type is not None:
        found = item.type if item is not None else None
        _count_class(tally, "type", found, gold.type)
        if item is not None and found is not None and found in item.type_scores:
            _count_score(tally, item.type_scores[found], right=found == gold.type)
    if gold.labels("types"):
        count_sets(tally, "types", set(item.types) if item is not None else (), set(gold.types))
        tally["type_sets.expected"] = 1
        tally["type_sets.hit"] = int(item is not None and set(item.types) == set(gold.types))
    return tally


def tally_outcome(pair: Pair) -> Tally:
    """Count the outcome of a labelled item; none is a class of its own."""
    tally: Tally = Tally()
    if pair.gold is not None and pair.gold.labels("outcome"):
        found = (pair.item.outcome or "none") if pair.item is not None else None
        _count_class(tally, "outcome", found, pair.gold.outcome or "none")
    return tally


def _count_class(tally: Tally, name: str, found: str | None, expected: str) -> None:
    tally[f"{name}.expected"] += 1
    tally[f"{name}.hit"] += found == expected
    tally[f"{name}.{expected}.expected"] += 1
    tally[f"{name}.{expected}>{found or MISSED}"] += 1
    if found is not None:
        tally[f"{name}.{found}.found"] += 1
        tally[f"{name}.{found}.hit"] += found == expected


def _count_score(tally: Tally, score: float, *, right: bool) -> None:
    step = min(int(score * _STEPS), _STEPS - 1)
    tally[f"score.{step}.n"] += 1
    tally[f"score.{step}.right"] += right
    # Sums of scores are kept in millionths, since tallies hold whole numbers.
    tally[f"score.{step}.sum"] += round(score * 1_000_000)
    tally["score.n"] += 1


def expected_calibration_error(sums: Sums) -> Array:
    """Mean distance of score and accuracy over ten bins of equal width (Guo et al. 2017)."""
    total = at(sums, "score.n")
    gaps = (np.abs(scores - right) for _, right, scores in _bins(sums))
    return ratio(sum(gaps, np.zeros_like(total)), total)


def _bins(sums: Sums) -> Iterator[tuple[Array, Array, Array]]:
    """For each bin of the score the number of its items, how many of them are right, and their scores added up."""
    none = np.zeros_like(at(sums, "score.n"))
    for n in range(_BINS):
        steps = range(n * _STEPS // _BINS, (n + 1) * _STEPS // _BINS)
        count, right, scores = (
            sum((at(sums, f"score.{step}.{key}") for step in steps), none) for key in ("n", "right", "sum")
        )
        yield count, right, scores / 1_000_000


def coverage(precision: float) -> Score:
    """The largest share of the items whose types, taken from the highest score down, reach a precision.

    Items without a type count among the items that are not covered.
    """

    def score(sums: Sums) -> Array:
        taken = right = np.zeros_like(at(sums, "type.expected"))
        best = np.zeros_like(taken)
        for step in reversed(range(_STEPS)):
            if f"score.{step}.n" not in sums:
                continue
            taken = taken + at(sums, f"score.{step}.n")
            right = right + at(sums, f"score.{step}.right")
            best = np.where(right >= precision * taken - 1e-9, np.maximum(best, taken), best)
        return ratio(best, at(sums, "type.expected"))

    return score


def reliability(sums: Sums) -> list[tuple[float, float, int]]:
    """Mean score, accuracy and number of the items of each of ten bins of the score that holds any."""
    filled = ((int(n.sum()), right.sum(), scores.sum()) for n, right, scores in _bins(sums) if n.sum())
    return [(scores / n, right / n, n) for n, right, scores in filled]


METRICS = (
    Metric("type.accuracy", "item type, accuracy", "type", share("type"), "type.expected"),
    Metric("type.macro_f1", "item type, macro F1", "type", macro_f1("type", TYPES), "type.expected"),
    *(
        Metric(f"type.f1.{name}", f"  {name}, F1", "type", f1(f"type.{name}"), f"type.{name}.expected")
        for name in TYPES
    ),
    Metric("types.micro_f1", "kinds of point, micro F1", "type", f1("types"), "types.expected"),
    Metric("types.exact", "kinds of point, all right", "type", share("type_sets"), "type_sets.expected"),
    Metric(
        "type.ece", "type scores, calibration error", "type", expected_calibration_error, "score.n",
        lower_is_better=True,
    ),
    Metric("type.coverage_95", "type, coverage at 95 % precision", "type", coverage(0.95), "score.n"),
    Metric("type.coverage_99", "type, coverage at 99 % precision", "type", coverage(0.99), "score.n"),
    Metric("outcome.accuracy", "outcome, accuracy", "outcome", share("outcome"), "outcome.expected"),
    Metric("outcome.macro_f1", "outcome, macro F1", "outcome", macro_f1("outcome", OUTCOMES), "outcome.expected"),
)  # fmt: skip
