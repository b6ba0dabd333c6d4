"""A run that is stopped at any moment, in any way, and given again makes the output of one that was not."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from referat_nlp.archive import ENDINGS
from tests.stress.interruptions import WAYS, Harness

SEED = int(os.environ.get("REFERAT_STRESS_SEED") or random.randrange(10**6))


@pytest.mark.parametrize(
    ("times", "endings"), [(10, [".jsonl", ".sqlite"]), pytest.param(200, ENDINGS, marks=pytest.mark.long)]
)
def test_the_output_is_the_same_bytes_however_often_it_was_stopped(
    tmp_path: Path, times: int, endings: list[str]
) -> None:
    harness = Harness(tmp_path, endings, SEED)
    harness.interrupt(times)
    print(f"seed {SEED}: stopped {dict(harness.stopped)}, {harness.finished} outputs")
    assert harness.stopped.total() >= times
    if times >= 200:
        assert set(harness.stopped) == set(WAYS)
