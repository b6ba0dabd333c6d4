"""Runs over an archive that are stopped in every way that happens, until the output is whole."""

from __future__ import annotations

import os
import random
import resource
import signal
import subprocess
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from referat_nlp import load
from referat_nlp.archive import tag_archive
from tests.authored import MINUTES, NOT_MINUTES, OTHER
from tests.stress.batches import BY_RULES, REFERAT, RULES, children, fill

#: How a run is stopped: killed, asked to end, Ctrl-C; or a worker of it is killed, or the disk is full.
WAYS = ("SIGKILL", "SIGKILL", "SIGTERM", "SIGINT", "worker", "disk")
_PATIENCE = 600


def archive(folder: Path) -> Path:
    """Minutes of several sizes, some that cannot be read, and documents in a zip."""
    fill(folder, 16)
    for number in (3, 8):
        path = folder / f"{number:06}.txt"
        path.write_text(path.read_text(encoding="utf-8") * 8, encoding="utf-8")
    (folder / "000005.txt").write_text(NOT_MINUTES, encoding="utf-8")
    (folder / "000009.txt").write_text("")
    with zipfile.ZipFile(folder / "0000071.zip", "w") as packed:
        for number in range(4):
            packed.writestr(f"{number}.txt", "" if number == 2 else (MINUTES, OTHER)[number % 2])
    return folder


@dataclass
class Harness:
    """Interrupts runs at random and compares what comes out at the end.

    Attributes:
        folder: An empty folder to work in.
        endings: The formats of the output.
        seed: Of the random moments.
        stopped: How often a run was stopped in each way.
        finished: Outputs that were brought to their end and compared.
    """

    folder: Path
    endings: Sequence[str]
    seed: int
    stopped: Counter[str] = field(default_factory=Counter)
    finished: int = 0

    def __post_init__(self) -> None:
        self._random = random.Random(self.seed)
        self._archive = archive(self.folder / "minutes")
        self._expected: dict[str, bytes] = {}
        for ending in self.endings:
            whole = self.folder / f"whole{ending}"
            tag_archive([str(self._archive)], whole, load(**BY_RULES), workers=0)
            self._expected[ending] = whole.read_bytes()
        begun = time.monotonic()
        self._complete(self.folder / f"first{self.endings[0]}")
        self._longest = time.monotonic() - begun

    def interrupt(self, times: int) -> None:
        """Stop runs so many times; each output is stopped now and then before it is whole."""
        out = self._new_output()
        while self.stopped.total() < times:
            way = self._random.choice(WAYS)
            self.stopped[way] += self._stopped(out, way)
            if self._random.random() < 0.35:
                self._complete(out)
                out = self._new_output()
        self._complete(out)

    def _new_output(self) -> Path:
        return self.folder / f"out{self.finished}{self._random.choice(self.endings)}"

    def _stopped(self, out: Path, way: str) -> bool:
        """Begin a run and stop it; whether it was still going on."""
        room = self._random.randrange(8_000, 120_000) if way == "disk" else None
        process = self._begin(out, room)
        if way == "disk":
            process.communicate(timeout=_PATIENCE)
            assert process.returncode in (1, 2)
            return process.returncode == 2
        try:
            process.wait(self._random.uniform(0.0, self._longest))
        except subprocess.TimeoutExpired:
            if way != "worker":
                process.send_signal(signal.Signals[way])
                process.communicate(timeout=_PATIENCE)
                return True
            hit = kill_a_worker(process.pid, self._random.choice)
            process.communicate(timeout=_PATIENCE)
            # A worker that is lost is not even a failure.
            self._compare(out, process.returncode)
            return hit
        process.communicate()
        return False

    def _complete(self, out: Path) -> None:
        process = self._begin(out)
        _, messages = process.communicate(timeout=_PATIENCE)
        self._compare(out, process.returncode, messages.decode())
        left = {path.name for path in self.folder.glob(f"{out.name}*")}
        assert left == {out.name, f"{out.name}.journal"}
        for path in self.folder.glob(f"{out.name}*"):
            path.unlink()
        self.finished += 1

    def _compare(self, out: Path, status: int, messages: str = "") -> None:
        told = f"{out.name}, seed {self.seed}, {dict(self.stopped)}: {messages}"
        assert status == 1, told  # Two of the files cannot be read.
        ending = next(ending for ending in self.endings if out.name.endswith(ending))
        assert out.read_bytes() == self._expected[ending], told

    def _begin(self, out: Path, room: int | None = None) -> subprocess.Popen[bytes]:
        def limit() -> None:
            if room is not None:
                resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

        return subprocess.Popen(
            [*REFERAT, "tag", str(self._archive), "-o", str(out), "--workers", "2", *RULES],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            preexec_fn=limit,
        )


def kill_a_worker(pid: int, choose: Callable[[list[int]], int]) -> bool:
    """Kill a worker of a run; whether there was one."""
    workers = children(pid)
    if not workers:
        return False
    with suppress(ProcessLookupError):
        os.kill(choose(workers), signal.SIGKILL)
        return True
    return False
