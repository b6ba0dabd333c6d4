"""An archive of damaged files through ``referat tag``: each is in the output once, as a record or as a named error.

``REFERAT_FUZZ_SEED`` repeats a run at length, ``REFERAT_FUZZ_FILES`` says how many files it has.
"""

from __future__ import annotations

import json
import os
import random
import re
import sqlite3
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from referat_nlp import errors
from tests.fuzz.harness import case
from tests.stress.batches import RULES

REFERAT = [sys.executable, "-c", "from referat_nlp.cli import main; main()"]
FEW, MANY = 40, 5000
SECONDS_A_FILE = 60
#: What names a fault of the file; the kind of the base class is that of a fault of the library.
NAMED = {kind.kind for kind in vars(errors).values() if isinstance(kind, type)} - {errors.ReferatError.kind}
PROGRESS = re.compile(r"\d+ files done, .* a second")
STOPPED = {"timeout", "memory", "crashed"}


def damaged(folder: Path, seed: int, n_files: int) -> set[str]:
    """Write the files of a seed; their names, each in front of its format's ending."""
    folder.mkdir()
    names = set()
    for number in range(n_files):
        name, data = case(seed, number)
        names.add(f"{number:05}{Path(name).suffix}")
        (folder / f"{number:05}{Path(name).suffix}").write_bytes(data)
    return names


def tag(folder: Path) -> tuple[int, str]:
    """Run the command where the archive ``in`` is: exit status and messages."""
    command = [*REFERAT, "tag", "in", "-o", "out.jsonl", "--workers", "2", "--timeout", str(SECONDS_A_FILE)]
    done = subprocess.run([*command, *RULES], capture_output=True, cwd=folder, check=False)
    assert done.stdout == b""
    return done.returncode, done.stderr.decode()


def records(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def survives(folder: Path, seed: int, n_files: int) -> Counter[str]:
    """Tag an archive twice and assert what holds of any.

    Returns:
        What came of its documents: ``Referat``, or the kind of failure.
    """
    names = damaged(folder / "in", seed, n_files)
    status, messages = tag(folder)
    found: defaultdict[str, list[str]] = defaultdict(list)
    outcomes: Counter[str] = Counter()
    n_items = 0
    for record in records(folder / "out.jsonl"):
        path, error = record["source"]["path"], record.get("error")
        found[re.match(r"in/([^/#]*)", path)[1]].append(path)  # type: ignore[index]
        if error is None:
            assert record["items"], path
            n_items += len(record["items"])
        else:
            assert error["kind"] in NAMED - STOPPED, error
            assert error["message"].startswith(f"{path}: "), error
            assert error["advice"], error
        outcomes[error["kind"] if error else "Referat"] += 1
    _once(names, found)
    _agree(messages, outcomes, n_items)
    assert status == (1 if set(outcomes) - {"Referat"} else 0)

    whole, kept = (folder / "out.jsonl").read_bytes(), _results(folder)
    again, said = tag(folder)
    assert again == status
    _agree(said, outcomes, n_items)
    assert (folder / "out.jsonl").read_bytes() == whole
    assert _results(folder) == kept
    return outcomes


def _once(names: set[str], found: dict[str, list[str]]) -> None:
    """Every file is there once; one that holds several documents by each of them, by their own paths."""
    assert set(found) == names
    for name, paths in found.items():
        if len(paths) > 1:
            assert name.endswith((".zip", ".json")), paths
            assert f"in/{name}" not in paths, paths


def _agree(messages: str, outcomes: Counter[str], n_items: int) -> None:
    """What is said on standard error is what is in the output: a line a failure, then the counts."""
    assert "Traceback" not in messages
    failures = Counter(outcomes)
    n_read, n_failed = failures.pop("Referat", 0), failures.total()
    lines = [line for line in messages.splitlines() if not PROGRESS.fullmatch(line)]
    assert lines[n_failed] == f"{n_read} documents, {n_items} items, {n_failed} failed → out.jsonl"
    assert lines[-1] == f"  failed: {', '.join(f'{n} {kind}' for kind, n in sorted(failures.items()))}"
    assert all(line.startswith("in/") for line in lines[:n_failed])


def _results(folder: Path) -> list[tuple[int, str, int]]:
    """The rows of the journal: a result that is computed again has another number."""
    with closing(sqlite3.connect(folder / "out.jsonl.journal")) as journal:
        return list(journal.execute("SELECT rowid, sha256, position FROM results ORDER BY rowid"))


def test_a_damaged_archive_at_a_glance(tmp_path: Path) -> None:
    outcomes = survives(tmp_path, seed=2026, n_files=FEW)
    assert outcomes["Referat"] > FEW // 4, "the damage leaves too little that reaches the analysis"
    assert len(outcomes) > 2, "the damage is too slight to make anything fail"


@pytest.mark.long
def test_a_damaged_archive_at_length(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    seed = int(os.environ.get("REFERAT_FUZZ_SEED") or random.randrange(10**6))
    n_files = int(os.environ.get("REFERAT_FUZZ_FILES") or MANY)
    outcomes = survives(tmp_path, seed, n_files)
    with capsys.disabled():
        print(f"\nseed {seed}, {n_files} files, {outcomes.total()} documents: {dict(outcomes.most_common())}")
    assert outcomes["Referat"] > n_files // 4
