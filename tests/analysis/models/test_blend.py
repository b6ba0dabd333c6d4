import json
from pathlib import Path

import numpy as np
import pytest

from referat_nlp.analysis.models.blend import (
    BLEND,
    DECIDED,
    OPEN,
    Blend,
    fit_blend,
    log_odds,
    read_blends,
    save_blends,
)
from referat_nlp.errors import ModelError

LABELS = ("a", "b")
CHANCE = np.random.default_rng(0)


def evidence(truth: np.ndarray, strength: float) -> np.ndarray:
    """Log odds that tell the truth the better the larger the strength."""
    return strength * (2 * truth - 1) + CHANCE.normal(0, 1.5, truth.shape)


def as_scores(odds: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-odds))


def loss(truth: np.ndarray, found: np.ndarray) -> float:
    return float(-np.where(truth, np.log(found), np.log(1 - found)).mean())


def test_both_together_are_better_than_each_alone_where_each_knows_something() -> None:
    truth = CHANCE.random((800, 2)) < 0.4
    scores, logits = as_scores(evidence(truth, 1.5)), evidence(truth, 1.5)
    blend = fit_blend(LABELS, scores[:400], logits[:400], truth[:400])
    assert blend.rules > 0.3
    assert blend.model > 0.3
    found = blend.probabilities(scores[400:], logits[400:])
    for nothing in (np.full((800, 2), 0.5), None):
        alone_scores = scores if nothing is None else nothing
        alone_logits = np.zeros((800, 2)) if nothing is None else logits
        alone = fit_blend(LABELS, alone_scores[:400], alone_logits[:400], truth[:400])
        assert loss(truth[400:], found) < loss(truth[400:], alone.probabilities(alone_scores[400:], alone_logits[400:]))


def test_rules_that_tell_the_contrary_weigh_nothing() -> None:
    truth = CHANCE.random((400, 2)) < 0.5
    blend = fit_blend(LABELS, as_scores(evidence(~truth, 2.0)), evidence(truth, 2.0), truth)
    assert blend.rules == 0
    assert blend.model > 0.3


def test_certain_rules_are_not_infinitely_certain() -> None:
    assert np.isfinite(log_odds(np.array([0.0, 1.0]))).all()


def test_a_blend_is_read_as_it_was_written(tmp_path: Path) -> None:
    blends = {DECIDED: Blend(LABELS, 0.5, 1.25, (0.1, -0.2)), OPEN: Blend(LABELS, 0.0, 1.0, (0.0, 0.0))}
    save_blends(blends, tmp_path)
    assert read_blends(tmp_path, LABELS) == blends


def test_without_a_file_there_is_none(tmp_path: Path) -> None:
    assert read_blends(tmp_path, LABELS) is None


WHOLE = {"rules": 1, "model": 1, "shift": {"a": 0, "b": 0}}


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"decided": WHOLE},
        {"decided": WHOLE, "open": {**WHOLE, "shift": {"a": 0}}},
        {"decided": {**WHOLE, "rules": "x"}, "open": WHOLE},
        {"decided": WHOLE, "open": 3},
    ],
)
def test_a_broken_file_is_named(tmp_path: Path, values: dict[str, object]) -> None:
    (tmp_path / BLEND).write_text(json.dumps(values), encoding="utf-8")
    with pytest.raises(ModelError, match="shift for each label"):
        read_blends(tmp_path, LABELS)
