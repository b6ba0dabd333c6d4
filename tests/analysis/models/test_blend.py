import json
from pathlib import Path

import numpy as np
import pytest

from referat_nlp.analysis.models.blend import (
    BLEND,
    DECIDED,
    OPEN,
    VOICES,
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


def loss(truth: np.ndarray, found: np.ndarray) -> float:
    return float(-np.where(truth, np.log(found), np.log(1 - found)).mean())


def test_together_they_are_better_than_each_alone_where_each_knows_something() -> None:
    truth = CHANCE.random((800, 2)) < 0.4
    voices = {name: evidence(truth, 1.5) for name in VOICES}
    blend = fit_blend(LABELS, {name: odds[:400] for name, odds in voices.items()}, truth[:400])
    assert all(blend.weights[name] > 0.3 for name in VOICES)
    together = blend.probabilities({name: odds[400:] for name, odds in voices.items()})
    for name in VOICES:
        alone = fit_blend(LABELS, {name: voices[name][:400]}, truth[:400]).probabilities({name: voices[name][400:]})
        assert loss(truth[400:], together) < loss(truth[400:], alone)


def test_a_voice_that_tells_the_contrary_weighs_nothing() -> None:
    truth = CHANCE.random((400, 2)) < 0.5
    blend = fit_blend(LABELS, {"rules": evidence(~truth, 2.0), "model": evidence(truth, 2.0)}, truth)
    assert blend.weights["rules"] == 0
    assert blend.weights["model"] > 0.3


def test_certain_rules_are_not_infinitely_certain() -> None:
    assert np.isfinite(log_odds(np.array([0.0, 1.0]))).all()


def test_a_blend_is_read_as_it_was_written(tmp_path: Path) -> None:
    blends = {
        DECIDED: Blend(LABELS, {"rules": 0.5, "model": 1.25}, (0.1, -0.2)),
        OPEN: Blend(LABELS, {"model": 1.0, "words": 0.5}, (0.0, 0.0)),
    }
    save_blends(blends, tmp_path)
    assert read_blends(tmp_path, LABELS, VOICES) == blends


def test_without_a_file_there_is_none(tmp_path: Path) -> None:
    assert read_blends(tmp_path, LABELS, VOICES) is None


WHOLE = {"weights": {"rules": 1, "model": 1}, "shift": {"a": 0, "b": 0}}


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"decided": WHOLE},
        {"decided": WHOLE, "open": {**WHOLE, "shift": {"a": 0}}},
        {"decided": {**WHOLE, "weights": {"rules": "x"}}, "open": WHOLE},
        {"decided": WHOLE, "open": 3},
        {"decided": WHOLE, "open": {**WHOLE, "weights": {"words": 1}}},
    ],
)
def test_a_broken_file_is_named(tmp_path: Path, values: dict[str, object]) -> None:
    (tmp_path / BLEND).write_text(json.dumps(values), encoding="utf-8")
    with pytest.raises(ModelError, match="shift for each label"):
        read_blends(tmp_path, LABELS, ("rules", "model"))
