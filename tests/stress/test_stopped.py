"""Runs that end before they are done: nothing half-written is passed off as whole."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.stress.batches import REFERAT, begin, fill, referat

ENDINGS = ["jsonl", "csv", "sqlite", "parquet", "popolo.json"]
#: Those that are written while the run goes on; the others at its end, or in large pieces.
STREAMED = ["jsonl", "sqlite"]
AS_ROOT = os.geteuid() == 0


@pytest.fixture
def many(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """A folder that takes long enough to be stopped in; the last file is a pipe that nobody writes to."""
    folder = fill(tmp_path / "minutes", getattr(request, "param", 300))
    os.mkfifo(folder / "zzz.txt")
    return folder


@pytest.mark.parametrize("ending", ["jsonl", *(pytest.param(e, marks=pytest.mark.long) for e in STREAMED[1:])])
@pytest.mark.parametrize("before", [b"", b"what stood there"])
def test_interrupted_is_130_and_leaves_the_output_as_it_was(
    many: Path, tmp_path: Path, ending: str, before: bytes
) -> None:
    out = tmp_path / f"out.{ending}"
    if before:
        out.write_bytes(before)
    process = begin([many], out)
    process.send_signal(signal.SIGINT)
    _, messages = process.communicate(timeout=60)
    assert process.returncode == 130
    assert b"interrupted" in messages
    assert b"Traceback" not in messages
    assert (out.read_bytes() if out.exists() else b"") == before


@pytest.mark.long
@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("seconds", [0.4, 1.0, 2.0])
def test_interrupted_at_any_time(many: Path, tmp_path: Path, ending: str, seconds: float) -> None:
    out = tmp_path / f"out.{ending}"
    process = subprocess.Popen([*REFERAT, "tag", str(many), "-o", str(out)], stderr=subprocess.PIPE)
    time.sleep(seconds)
    process.send_signal(signal.SIGINT)
    _, messages = process.communicate(timeout=60)
    # While the interpreter itself starts, there is nobody to say it nicely.
    assert process.returncode in (130, -signal.SIGINT), messages
    assert not out.exists()


@pytest.mark.parametrize("ending", ["jsonl", *(pytest.param(e, marks=pytest.mark.long) for e in STREAMED[1:])])
def test_killed_while_it_writes_leaves_no_output_and_the_next_run_a_whole_one(
    many: Path, tmp_path: Path, ending: str
) -> None:
    out = tmp_path / f"out.{ending}"
    process = begin([many], out)
    process.kill()
    process.communicate(timeout=60)
    assert process.returncode == -signal.SIGKILL
    assert not out.exists()
    (many / "zzz.txt").unlink()
    again = referat("tag", many, "-o", out)
    assert again.status == 0, again.messages
    assert out.stat().st_size > 0
    assert not out.with_name(f"{out.name}.part").exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_a_full_disk_behind_standard_output_is_told(tmp_path: Path) -> None:
    done = referat("tag", fill(tmp_path / "minutes", 20), stdout=Path("/dev/full"))
    assert done.status == 2
    assert "No space left" in done.messages
    assert "Traceback" not in done.messages


@pytest.mark.parametrize("ending", ["jsonl", "sqlite", "csv", "parquet", "popolo.json"])
def test_an_output_that_cannot_grow_is_told_and_not_left_as_if_whole(tmp_path: Path, ending: str) -> None:
    out = tmp_path / f"out.{ending}"
    done = referat("tag", fill(tmp_path / "minutes", 40), "-o", out, largest_file=4096)
    assert done.status == 2, done.messages
    assert "cannot be written" in done.messages
    assert "Traceback" not in done.messages
    assert not out.exists()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 16 kB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", str(disk)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("no disk can be mounted here")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


@pytest.mark.long
@pytest.mark.skipif(not AS_ROOT, reason="only root can mount a small disk")
@pytest.mark.parametrize("ending", ENDINGS)
def test_a_full_disk_is_told_and_leaves_no_output(tmp_path: Path, small_disk: Path, ending: str) -> None:
    out = small_disk / f"out.{ending}"
    done = referat("tag", fill(tmp_path / "minutes", 400), "-o", out)
    assert done.status == 2, done.messages
    assert "cannot be written" in done.messages
    assert "Traceback" not in done.messages
    assert not out.exists()


@pytest.mark.skipif(AS_ROOT, reason="root may read everything")
def test_what_may_not_be_read_is_a_failure_and_the_others_go_on(tmp_path: Path) -> None:
    folder = fill(tmp_path / "minutes", 3)
    (folder / "000001.txt").chmod(0)
    done = referat("tag", folder)
    assert done.status == 1
    assert len(done.output.splitlines()) == 3
    assert done.output.count(b'"error"') == 1
