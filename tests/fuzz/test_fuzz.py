"""Damaged files end as a record or as a failure with advice, in time; ``make fuzz`` runs this at length.

``REFERAT_FUZZ_SEED`` repeats a run, ``REFERAT_FUZZ_SECONDS`` says how long it is.
"""

from __future__ import annotations

import os
import random
from collections import Counter

import pytest

from tests.fuzz.harness import case, run, sources

FORMATS = 8


def test_damaged_files_at_a_glance() -> None:
    outcomes = [kind for _, kinds in run(seed=2024, cases=10 * FORMATS) for kind in kinds]
    assert Counter(outcomes)["Referat"] > FORMATS, "the damage leaves too little that reaches the analysis"
    assert set(outcomes) - {"Referat"}, "the damage is too slight to make anything fail"


def test_a_case_is_a_function_of_its_seed_and_number() -> None:
    assert case(5, 17) == case(5, 17)
    assert case(5, 17) != case(5, 17 + FORMATS)
    assert all(data != sources()[name] for name, data in (case(5, number) for number in range(FORMATS)))


@pytest.mark.long
def test_damaged_files_at_length(capsys: pytest.CaptureFixture[str]) -> None:
    seed = int(os.environ.get("REFERAT_FUZZ_SEED") or random.randrange(10**6))
    seconds = float(os.environ.get("REFERAT_FUZZ_SECONDS") or 120)
    outcomes = Counter(kind for _, kinds in run(seed, seconds=seconds) for kind in kinds)
    with capsys.disabled():
        print(f"\nseed {seed}, {sum(outcomes.values())} documents: {dict(outcomes.most_common())}")
    assert outcomes["Referat"] > FORMATS
