"""Text to structure in megabytes a second on one core, and memory over folders of growing size."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import referat_nlp

ROOT = Path(__file__).parents[1]
MB = 1_000_000
BOUND_MB_PER_SECOND = 3.0
BOUND_MEMORY_GROWTH = 1.15
SECONDS = 4.0
FOLDERS = (200, 800, 3200)


def authored() -> list[str]:
    folders = (ROOT / "examples", ROOT / "tests" / "fixtures" / "minutes")
    paths = sorted(path for folder in folders for path in folder.iterdir() if path.suffix in (".txt", ".md"))
    return [referat_nlp.read(path).text for path in paths]


def speed(texts: list[str]) -> float:
    """Megabytes of UTF-8 a second, the texts taken in turn for a few seconds."""
    size, done, start = sum(len(text.encode()) for text in texts), 0, time.perf_counter()
    for text in texts:  # Fills the caches of compiled patterns.
        referat_nlp.parse(text)
    start = time.perf_counter()
    while time.perf_counter() - start < SECONDS:
        for text in texts:
            referat_nlp.parse(text)
        done += size
    return done / MB / (time.perf_counter() - start)


def long_meeting(n_items: int) -> str:
    """One meeting of many items, from the items of an example, numbered on."""
    text = (ROOT / "examples" / "skovlyst_byraad.txt").read_text(encoding="utf-8")
    head, *items = re.split(r"\n\n\n(?=\d+\. )", text)
    numbered = (re.sub(r"^\d+", str(n + 1), items[n % len(items)]) for n in range(n_items))
    return "\n\n\n".join([head, *numbered])


def peak_memory(n_files: int) -> float:
    """Megabytes that tagging a folder of so many files takes at most, in a process of its own."""
    texts = authored()
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


def main() -> int:
    texts = authored()
    rate = speed(texts)
    print(
        f"text to structure: {rate:.2f} MB/s over {len(texts)} minutes, {sum(map(len, texts)) / 1000:.0f} kB"
    )
    for n_items in (10, 100, 1000):
        text = long_meeting(n_items)
        found = len(referat_nlp.parse(text).items)
        print(f"  one meeting of {found:4} items: {speed([text]):.2f} MB/s ({len(text) / 1000:.0f} kB)")
    peaks = [peak_memory(n_files) for n_files in FOLDERS]
    for n_files, peak in zip(FOLDERS, peaks, strict=True):
        print(f"memory: {n_files:5} files {peak:.0f} MB")
    return 0 if rate >= BOUND_MB_PER_SECOND and peaks[-1] <= BOUND_MEMORY_GROWTH * peaks[0] else 1


if __name__ == "__main__":
    sys.exit(main())
