"""What is held out never shares a case with what is trained on."""

from __future__ import annotations

import random

import pytest

from referat_nlp.train.errors import TrainingDataError
from referat_nlp.train.split import groups, held_out


@pytest.mark.parametrize("seed", range(25))
def test_no_key_stands_on_both_sides(seed: int) -> None:
    chance = random.Random(seed)
    keys = [chance.sample([f"case {n}" for n in range(40)], chance.randint(1, 2)) for _ in range(60)]
    keys += [[f"alone {n}"] for n in range(20)]
    drawn = held_out(keys, 0.2, seed)
    sides = [{key for n, own in enumerate(keys) for key in own if (n in drawn) is side} for side in (True, False)]
    assert not sides[0] & sides[1]
    assert 0 < len(drawn) <= 16


def test_the_same_seed_draws_the_same_items() -> None:
    keys = [[str(n // 2)] for n in range(40)]
    assert held_out(keys, 0.2, 1) == held_out(keys, 0.2, 1)
    assert len({frozenset(held_out(keys, 0.2, seed)) for seed in range(5)}) > 1


def test_groups_are_joined_through_others() -> None:
    assert groups([["a"], ["b"], ["c"], ["a", "b"], ["c"]]) == [[0, 1, 3], [2, 4]]


def test_a_group_that_is_too_large_is_trained_on() -> None:
    keys = [["big"]] * 30 + [["small"]]
    assert held_out(keys, 0.15, 0) == {30}


def test_one_case_cannot_be_parted() -> None:
    with pytest.raises(TrainingDataError, match="of one case or one meeting"):
        held_out([["a"]] * 10, 0.2, 0)
