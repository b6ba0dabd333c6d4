"""Text to structure in megabytes a second on one core, and memory over folders of growing size."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from meetings import authored, of_real_length

import referat_nlp

MB = 1_000_000
BOUND_MB_PER_SECOND = 3.0
BOUND_MEMORY_GROWTH = 1.15
ROUNDS = 5
FOLDERS = (200, 800, 3200)


def speed(texts: list[str]) -> tuple[float, float]:
    """Megabytes of UTF-8 a second of processor time: each text seen for the first time, and the best of later rounds.

    The library keeps what it found out of lines that it has seen; a line of real minutes is mostly new. The first
    round is therefore what a user meets, once the patterns are compiled.
    """
    size = sum(len(text.encode()) for text in texts)
    rates = []
    for _ in range(ROUNDS):
        begun = time.process_time()
        for text in texts:
            referat_nlp.parse(text)
        rates.append(size / MB / (time.process_time() - begun))
    return rates[0], max(rates[1:])


def peak_memory(n_files: int, texts: list[str]) -> float:
    """Megabytes that tagging a folder of so many files takes at most, in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        for number in range(n_files):
            (Path(folder) / f"{number:06}.txt").write_text(texts[number % len(texts)], encoding="utf-8")
        command = [str(Path(sys.executable).with_name("referat")), "tag", folder]
        with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"referat tag ended with status {process.returncode}")
    return usage.ru_maxrss / 1024


def report(name: str, texts: list[str]) -> float:
    first, again = speed(texts)
    each = sum(map(len, texts)) / len(texts) / 1000
    print(f"  {name:38} {len(texts):3} of {each:5.1f} kB   {first:5.2f} MB/s first   {again:5.2f} MB/s again")
    return first


def main() -> int:
    short = authored()
    referat_nlp.parse(short[0])
    print("text to structure, one core:")
    rate = report("meetings of real length, composed", of_real_length(40))
    report("authored minutes, short", short)
    report("one composed meeting of 1 MB", ["\n\n".join(of_real_length(17))])
    print(f"  bound: {BOUND_MB_PER_SECOND} MB/s for meetings of real length, seen for the first time")
    peaks = [peak_memory(n_files, short) for n_files in FOLDERS]
    for n_files, peak in zip(FOLDERS, peaks, strict=True):
        print(f"memory: {n_files:5} files {peak:.0f} MB")
    return 0 if rate >= BOUND_MB_PER_SECOND and peaks[-1] <= BOUND_MEMORY_GROWTH * peaks[0] else 1


if __name__ == "__main__":
    sys.exit(main())
