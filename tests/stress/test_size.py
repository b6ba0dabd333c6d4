"""Large files and large folders: refused or read in bounded time and memory."""

from __future__ import annotations

import io
import json
import os
import zipfile
from pathlib import Path

import pytest

from tests.stress.batches import MB, fill, long_meeting, referat

REFUSED_SECONDS = 20
REFUSED_MB = 400
WORKER_MB = 600


def only_record(output: bytes) -> dict[str, object]:
    records = [json.loads(line) for line in output.splitlines()]
    assert len(records) == 1
    return dict(records[0])


@pytest.mark.parametrize("size", [101 * 2**20, pytest.param(200 * MB, marks=pytest.mark.long)])
def test_a_file_above_the_limit_costs_neither_time_nor_memory(tmp_path: Path, size: int) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(size)
    done = referat("tag", path)
    assert done.status == 1
    assert only_record(done.output)["error"]["kind"] == "limit"  # type: ignore[index]
    assert done.seconds < REFUSED_SECONDS
    assert done.peak_mb < REFUSED_MB


@pytest.mark.long
def test_200_mb_of_minutes_are_refused_from_a_file_and_from_standard_input(tmp_path: Path) -> None:
    path = long_meeting(tmp_path / "large.txt", 200 * MB)
    from_file = referat("tag", path)
    with path.open("rb") as file:
        piped = referat("tag", "-", stdin=file)
    for done in (from_file, piped):
        assert done.status == 1
        assert only_record(done.output)["error"]["kind"] == "limit"  # type: ignore[index]
        assert done.seconds < REFUSED_SECONDS
        assert done.peak_mb < REFUSED_MB


@pytest.mark.parametrize(
    ("size", "seconds", "peak_mb"), [(MB, 60, 500), pytest.param(99 * MB, 1800, 3000, marks=pytest.mark.long)]
)
def test_one_large_meeting_is_read_in_proportionate_time_and_memory(
    tmp_path: Path, size: int, seconds: float, peak_mb: float
) -> None:
    path = long_meeting(tmp_path / "long.txt", size)
    done = referat("tag", path, "-o", tmp_path / "out.jsonl")
    print(f"{size / MB:.0f} MB: {done.seconds:.0f} s, {done.peak_mb:.0f} MB of memory")
    assert done.status == 0, done.messages
    assert " 1 document, " in f" {done.messages}"
    assert done.seconds < seconds
    assert done.peak_mb < peak_mb


@pytest.mark.parametrize(("few", "many"), [(40, 160), pytest.param(500, 5000, marks=pytest.mark.long)])
def test_memory_does_not_grow_with_the_folder(tmp_path: Path, few: int, many: int) -> None:
    ended = []
    for n_files in (few, many):
        folder, out = fill(tmp_path / str(n_files), n_files), tmp_path / f"{n_files}.jsonl"
        done = referat("tag", folder, "-o", out)
        assert done.status == 0, done.messages
        assert sum(1 for _ in out.open("rb")) == n_files
        ended.append(done)
    for peaks in ([each.peak_mb for each in ended], [each.worker_mb for each in ended]):
        assert 0 < peaks[1] < 1.2 * peaks[0] + 10, f"{peaks} MB"
        assert peaks[1] < WORKER_MB


@pytest.mark.long
@pytest.mark.skipif(len(os.sched_getaffinity(0)) < 2, reason="two workers need two cores")
def test_two_workers_do_nearly_twice_as_much(tmp_path: Path) -> None:
    folder = fill(tmp_path / "minutes", 20)
    for path in folder.iterdir():
        long_meeting(path, MB // 4)
    seconds = [
        min(referat("tag", folder, "-o", tmp_path / "out.jsonl", "--fresh", "--workers", str(n)).seconds for _ in "ab")
        for n in (1, 2)
    ]
    print(f"one worker {seconds[0]:.1f} s, two {seconds[1]:.1f} s")
    assert seconds[0] > 1.8 * seconds[1]


def bomb(path: Path, size: int, *, nested: bool = False) -> Path:
    """A zip of one text of zeros, or of minutes over and over, packed a thousandfold; nested in another one."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("a.txt", "w") as member:
        for _ in range(size // MB):
            member.write(bytes(MB))
    if nested:
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as outer:
            for number in range(20):
                outer.writestr(f"{number}.zip", packed.getvalue())
    else:
        path.write_bytes(packed.getvalue())
    return path


@pytest.mark.parametrize("nested", [False, True])
@pytest.mark.parametrize("size", [20 * MB, pytest.param(1500 * MB, marks=pytest.mark.long)])
def test_zip_bombs_are_refused_before_they_go_off(tmp_path: Path, size: int, nested: bool) -> None:
    done = referat("tag", bomb(tmp_path / "bomb.zip", size, nested=nested))
    records = [json.loads(line) for line in done.output.splitlines()]
    assert done.status == 1
    assert records
    assert all(record["error"]["advice"] for record in records)
    assert done.seconds < REFUSED_SECONDS
    assert done.peak_mb < REFUSED_MB


@pytest.mark.parametrize("members", [pytest.param(30_000, marks=pytest.mark.long)])
def test_an_archive_of_too_many_members_is_refused(tmp_path: Path, members: int) -> None:
    path = tmp_path / "many.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(members):
            archive.writestr(f"{number}.txt", "")
    done = referat("tag", path)
    assert done.status == 1
    assert b'"limit"' in done.output
    assert done.seconds < 3 * REFUSED_SECONDS
    assert done.peak_mb < REFUSED_MB
