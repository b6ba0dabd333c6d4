"""Runs of ``referat`` on large and hostile input, with what they took."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from benchmarks.memory import children, peak_mb
from tests.authored import MINUTES

REFERAT = (sys.executable, "-c", "from referat_nlp.cli import main; main()")

BY_RULES = {"item_type": "rules", "votes": "rules", "summary": "rules"}
"""What ``load`` takes for rules alone, which are there in a fraction of the time that models take to open."""
RULES = ("--model-type", "rules", "--model-votes", "rules", "--model-summary", "rules")
"""The same on the command line."""
# The kernel counts what the forking process held to its child's peak; the child's own is in its status.
MEASURED = """
import atexit, re, sys
from pathlib import Path
peak = Path(sys.argv.pop(1))
status = Path("/proc/self/status")
if status.exists():
    atexit.register(lambda: peak.write_text(re.search(r"VmHWM:\\s+(\\d+)", status.read_text()).group(1)))
from referat_nlp.cli import main
main()
"""
MB = 1_000_000
_LOOKED_AT = 0.05


@dataclass(frozen=True)
class Outcome:
    """How a run ended.

    Attributes:
        status: The exit status; negative for a signal.
        seconds: Wall-clock time.
        peak_mb: Most memory that it held, in megabytes.
        worker_mb: Most memory that a worker of it held, as far as it was looked at.
        output: Standard output.
        messages: Standard error.
    """

    status: int
    seconds: float
    peak_mb: float
    worker_mb: float
    output: bytes
    messages: str


def referat(
    *arguments: str | Path,
    stdin: IO[bytes] | None = None,
    stdout: Path | None = None,
    largest_file: int | None = None,
) -> Outcome:
    """Run ``referat`` in a process of its own.

    Args:
        arguments: Behind the command's name.
        stdin: What it reads; nothing where None.
        stdout: A file that takes its standard output.
        largest_file: Bytes that it may write to one file.

    Returns:
        The outcome.
    """

    def limit() -> None:
        if largest_file is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (largest_file, largest_file))

    with (
        tempfile.TemporaryFile() as written,
        tempfile.TemporaryFile() as said,
        tempfile.NamedTemporaryFile(mode="r") as peak,
    ):
        target = stdout.open("wb", buffering=0) if stdout else written
        begun = time.perf_counter()
        process = subprocess.Popen(
            [sys.executable, "-c", MEASURED, peak.name, *map(str, arguments)],
            stdin=stdin or subprocess.DEVNULL,
            stdout=target,
            stderr=said,
            preexec_fn=limit,
        )
        peaks: dict[int, float] = {}
        while not (ended := os.wait4(process.pid, os.WNOHANG))[0]:
            for child in children(process.pid):
                peaks[child] = max(peaks.get(child, 0.0), peak_mb(child))
            time.sleep(_LOOKED_AT)
        _, status, usage = ended
        process.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.perf_counter() - begun
        if stdout:
            target.close()
        written.seek(0)
        said.seek(0)
        kilobytes = int(peak.read() or usage.ru_maxrss)
        return Outcome(
            process.returncode,
            seconds,
            kilobytes / 1024,
            max(peaks.values(), default=0.0),
            written.read(),
            said.read().decode("utf-8", "replace"),
        )


def fill(folder: Path, n_files: int) -> Path:
    """A folder of so many minutes, no two alike."""
    folder.mkdir()
    for number in range(n_files):
        text = MINUTES.replace("9. april", f"{number % 28 + 1}. maj").replace("14,2", str(number))
        (folder / f"{number:06}.txt").write_text(text, encoding="utf-8")
    return folder


def long_meeting(path: Path, size: int) -> Path:
    """One meeting of a size, its items numbered on."""
    head, _, item = MINUTES.partition("Punkt 42: ")
    stretch = "Strækning {n} får belysning og {n} bænke; udgiften er {n}17 kr. om året og afholdes af vejbudgettet. "
    case = "\n\n".join(stretch.replace("{n}", str(n)) * 4 for n in range(1, 10))
    item = f"Punkt {{number}}: {item}\n".replace("Byrådet har sat", f"{case}\n\nByrådet har sat")
    with path.open("w", encoding="utf-8") as file:
        written, number = file.write(head), 42
        while written < size:
            written += file.write(item.format(number=number))
            number += 1
        file.truncate(size)
    return path


def begin(arguments: Sequence[str | Path], out: Path) -> subprocess.Popen[bytes]:
    """Start a run and wait until it has begun to write its output."""
    process = subprocess.Popen([*REFERAT, "tag", *map(str, arguments), "-o", str(out)], stderr=subprocess.PIPE)
    part, deadline = out.with_name(f"{out.name}.part"), time.monotonic() + 60
    while not (part.exists() and part.stat().st_size) and time.monotonic() < deadline:
        assert process.poll() is None, "it was done before it could be stopped"
        time.sleep(0.02)
    return process
