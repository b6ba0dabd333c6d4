"""Composed minutes as training data: their words stand in decisions, and the assembler makes their ballots again."""

from __future__ import annotations

import json
from collections import Counter

import pytest

pytest.importorskip("yaml")

from referat_nlp.analysis.models.assembly import assemble
from referat_nlp.evaluate.matching import ballot_key
from referat_nlp.train.ballot_alignment import stretches
from referat_nlp.train.composed import composed_items
from referat_nlp.train.data import Labelled
from training.composer.compose import compose

MEETINGS = range(2_000, 2_050)


@pytest.fixture(scope="module")
def items(tmp_path_factory: pytest.TempPathFactory) -> list[Labelled]:
    path = tmp_path_factory.mktemp("composed") / "composed.jsonl"
    lines = [json.dumps(compose(seed, agenda=False).record()) for seed in MEETINGS]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return list(composed_items([path]))


def test_words_stand_in_what_the_model_is_shown(items: list[Labelled]) -> None:
    whole = sum(
        all(
            any(span.span[0] <= words.start and words.end <= span.span[1] for span in stretches(item))
            for words in item.marked or ()
            if words.kind is not None
        )
        for item in items
    )
    assert whole / len(items) >= 0.98


def test_from_perfect_marks_the_ballots_are_made_again(items: list[Labelled]) -> None:
    right = expected = found = 0
    for item in items:
        made: Counter[object] = Counter()
        for decision in item.context.item.decisions:
            start, end = decision.span
            inside = [each.moved(-start) for each in item.marked or () if start <= each.start and each.end <= end]
            made.update(map(ballot_key, assemble(item.context, decision, inside).ballots))
        labelled = Counter(map(ballot_key, item.gold.ballots))
        right += (made & labelled).total()
        expected += labelled.total()
        found += made.total()
    assert expected > 60
    assert right / expected >= 0.95
    assert right / found >= 0.95
