"""The labelled items of one municipality: no text in the labels, and what the rules reach on them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from referat_nlp.evaluate.gold import load_gold
from referat_nlp.evaluate.metrics import METRICS
from referat_nlp.evaluate.session import evaluate_files

LABELS = Path(__file__).parents[2] / "evaluation" / "greve"
FILES = ("development.gold.jsonl", "held_out.gold.jsonl")

#: What the rules reached on the development half when this was written, less a little.
FLOORS = {
    "type.accuracy": 0.92,
    "outcome.accuracy": 0.90,
    "ballots.exact_f1": 0.85,
    "contested.voter_pair_f1": 0.94,
    "absence.f1": 0.96,
}


def strings(value: Any) -> Iterator[str]:
    """Every string of a JSON value that is no key."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from strings(each)


@pytest.mark.parametrize("name", FILES)
def test_the_labels_hold_no_text_and_no_names(name: str) -> None:
    lines = (LABELS / name).read_text(encoding="utf-8").splitlines()
    records = [json.loads(line) for line in lines]
    assert all("title" not in item and "summary" not in item for record in records for item in record["items"])
    people = [
        person
        for record in records
        for item in record["items"]
        for key in ("reservations", "dissent", "absent")
        for person in item[key]
    ]
    people += [
        voter
        for record in records
        for item in record["items"]
        for ballot in item["ballots"]
        for side in ("for", "against", "abstain")
        for voter in ballot[side]
    ]
    assert all("name" not in person for person in people)
    # What is left is labels, party names, hashes, item numbers and the path of the meeting.
    assert max(len(text) for record in records for text in strings(record["items"])) < 40


def test_six_hundred_items_are_labelled_and_few_of_them_ambiguous() -> None:
    gold = load_gold([LABELS / name for name in FILES[:1]]), load_gold([LABELS / name for name in FILES[1:]])
    items = [item for half in gold for meeting in half.meetings for item in meeting.gold.items]
    assert [problem for half in gold for problem in half.problems] == []
    assert len(items) >= 600
    assert sum(item.ambiguous for item in items) / len(items) < 0.05
    assert sum(bool(item.ballots) for item in items) > 200
    assert sum(item.type == "drøftelse" for item in items) > 60


@pytest.mark.real
def test_the_rules_on_the_development_half(real_data: Path) -> None:
    (run,) = evaluate_files([LABELS / FILES[0]], documents=[real_data]).runs
    estimates = {metric.name: run.estimate(metric) for metric in METRICS}
    reached = {name: estimates[name] for name in FLOORS}
    print(*(f"{name} {estimate}" for name, estimate in reached.items()), sep="\n")
    assert all(estimate is not None and estimate.value >= FLOORS[name] for name, estimate in reached.items())
