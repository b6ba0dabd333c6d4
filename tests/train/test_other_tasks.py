"""``referat train outcome`` and ``referat train summary``."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from referat_nlp import load
from referat_nlp.analysis.models.labels import OUTCOMES
from referat_nlp.train.base import load_base
from referat_nlp.train.calibrate import calibration_of
from referat_nlp.train.data import labelled_items, resumes
from referat_nlp.train.settings import Settings
from referat_nlp.train.summary_task import SummaryTask, Target
from referat_nlp.train.task import Shown
from tests.train.conftest import train

CASE = """Ellemose Kommune
Byrådet
Referat fra møde tirsdag den {day}. marts 2024

Punkt 1: Ny {what} i Ellemose

Resumé
Der skal bygges en ny {what} i Ellemose. Den koster {cost} mio. kr. og kan stå færdig i 2027, hvis byrådet siger ja.

Sagsfremstilling
Kommunen har i mange år manglet en ny {what}. Den nuværende er fra 1962 og er blevet for lille til byens behov.
Der er holdt tre møder med foreningerne om placeringen, og de fleste ønsker grunden ved stationen.
En ny {what} koster {cost} mio. kr. og kan stå færdig i 2027.
Taget lægges med sedum, og regnvandet samles i et bassin, som skolerne kan bruge i undervisningen.
Driften koster {day} mio. kr. om året, når de nye stillinger er talt med.

Beslutning
Godkendt.
"""
WHAT = ("svømmehal", "skole", "brandstation", "musikskole", "idrætshal", "genbrugsplads", "børnehave", "banegård")


@pytest.fixture(scope="module")
def minutes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("printed")
    for n, what in enumerate([*WHAT, *(f"{each} og park" for each in WHAT)], start=1):
        (folder / f"{n:02}.txt").write_text(CASE.format(day=n, what=what, cost=n + 30), encoding="utf-8")
    (folder / "99.txt").write_text("", encoding="utf-8")
    return folder


def test_a_model_of_outcomes(base: Path, labelled: Path, tmp_path: Path) -> None:
    out = tmp_path / "outcomes"
    done = train("outcome", "--data", labelled, "--base", base, "-o", out, "--epochs", 1)
    assert done.exit_code == 0, done.output
    assert "outcome, accuracy" in done.stdout
    assert "item type, accuracy" not in done.stdout
    pairs = json.loads((out / "calibration.json").read_text(encoding="utf-8"))
    assert set(pairs) == set(OUTCOMES)
    assert len({json.dumps(pair) for pair in pairs.values()}) == 1
    record = load(outcome=out)(labelled / "egebro_klima-og-miljoeudvalget.txt")
    assert {item.outcome for item in record.items} <= {*OUTCOMES, None}


@pytest.mark.parametrize("target", ["overlap", "oracle"])
def test_a_model_of_summaries(base: Path, minutes: Path, tmp_path: Path, target: str) -> None:
    out = tmp_path / "summaries"
    done = train(
        "summary", "--minutes", minutes, "--base", base, "-o", out, "--epochs", 2, "--rate", 3e-3, "--target", target
    )
    assert done.exit_code == 0, done.output
    assert "1 documents could not be read" in done.stderr
    assert "14 items to learn from, 2 held out" in done.stderr
    assert "summary, ROUGE-1" in done.stdout
    assert (out / "selection.json").exists()
    record = load(summary=out)(minutes / "01.txt")
    summary = record.items[0].summary
    assert summary is not None
    assert summary.text
    assert "Resumé" not in summary.text


def test_targets_are_highest_for_what_the_reference_says(base: Path, minutes: Path) -> None:
    meetings, failed = resumes([str(minutes)])
    assert (len(meetings), failed) == (16, 1)
    start = load_base(base, "ForTokenClassification", ["resumé"], exclusive=False, dropout=0.0, seed=0)
    shown = Shown(start.tokenizer, start.max_tokens, Settings())
    items = list(labelled_items(meetings))[:1]
    for target in Target:
        rows = SummaryTask(target).rows(items, shown, None)
        targets = np.concatenate([row.targets for row in rows])[:, 0]
        assert len(targets) == 6
        assert int(targets.argmax()) == 3
        assert all(row.ids[mark] == start.tokenizer.end for row in rows for mark in row.marks)


def test_one_temperature_keeps_the_likeliest_label() -> None:
    chance = np.random.default_rng(0)
    truth = np.eye(3, dtype=bool)[chance.integers(0, 3, 300)]
    logits = (truth * 6 + chance.normal(0, 6, (300, 3))).astype(np.float32)
    found, told = calibration_of(["a", "b", "c"], logits, truth, exclusive=True)
    before, after = logits, found.probabilities(logits, exclusive=True)
    assert (before.argmax(axis=1) == after.argmax(axis=1)).all()
    assert found.scale[0] < 1  # it was too sure
    assert "temperature" in told


def test_a_label_without_examples_is_not_calibrated() -> None:
    truth = np.zeros((40, 2), dtype=bool)
    truth[:20, 0] = True
    logits = np.where(truth, 3, -3).astype(np.float32) + np.random.default_rng(0).normal(0, 3, (40, 2)).astype(
        np.float32
    )
    found, told = calibration_of(["a", "b"], logits, truth, exclusive=False)
    assert (found.scale[1], found.shift[1]) == (1.0, 0.0)
    assert found.scale[0] != 1.0
    assert "Too few held-out items for b" in told
