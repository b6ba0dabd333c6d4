"""An archive of composed minutes of any size, and what tagging it takes."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from referat_nlp import Referat, ReferatError, parse
from referat_nlp.analysis import contexts
from referat_nlp.analysis.context import ItemContext
from training.composer import compose

from .memory import children, peak_mb
from .pipelines import Case

REFERAT = str(Path(sys.executable).with_name("referat"))
_LOOKED_AT = 0.02
# So far apart that archives of two seeds share no meeting.
_STRIDE = 10_000_000


class Archive:
    """Composed minutes in text files; a smaller archive is the beginning of a larger one."""

    def __init__(self, folder: Path, seed: int) -> None:
        """Compose nothing yet.

        Args:
            folder: Where the files go.
            seed: What they depend on.
        """
        self._folder, self._seed = folder, seed
        self._files: list[Path] = []

    def first(self, n: int) -> list[Path]:
        """The files of the first meetings, which are written where they are not there yet."""
        self._folder.mkdir(parents=True, exist_ok=True)
        for number in range(len(self._files), n):
            path = self._folder / f"minutes-{self._seed}-{number:06}.txt"
            path.write_text(compose(self._seed * _STRIDE + number).printed, encoding="utf-8")
            self._files.append(path)
        return self._files[:n]

    def items(self, n: int) -> list[ItemContext]:
        """The first items, of as many meetings as hold them."""
        found: list[ItemContext] = []
        meetings = 0
        while len(found) < n:
            meetings += 1
            found += contexts(_parsed(self.first(meetings)[-1]))
        return found[:n]


def _parsed(path: Path) -> Referat:
    text = path.read_text(encoding="utf-8")
    try:
        return parse(text)
    except ReferatError as error:
        raise SystemExit(f"{path}: {error}") from None


@dataclass(frozen=True)
class Run:
    """What tagging took.

    Attributes:
        seconds: Wall-clock time from the start of the command to its end.
        main_mb: Most memory that the main process held, in MiB; 0 where the system does not tell.
        worker_mb: Likewise the largest of its workers.
        meetings: Meetings in the output.
        items: Items in the output.
    """

    seconds: float
    main_mb: float
    worker_mb: float
    meetings: int
    items: int


def tag(files: Sequence[Path], case: Case, workers: int) -> Run:
    """Tag files by ``referat tag``, in a process of its own and with an output that was not there.

    Args:
        files: What is tagged.
        case: The pipeline.
        workers: Worker processes.

    Returns:
        What it took.
    """
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryFile("w+", encoding="utf-8") as said:
        manifest, out = Path(folder) / "files.txt", Path(folder) / "out.jsonl"
        manifest.write_text("".join(f"{path.resolve()}\n" for path in files), encoding="utf-8")
        command = [REFERAT, "tag", "--manifest", str(manifest), "-o", str(out), "--workers", str(workers)]
        begun = time.perf_counter()
        process = subprocess.Popen([*command, *case.arguments], stdout=subprocess.DEVNULL, stderr=said)
        main, worker = 0.0, 0.0
        while process.poll() is None:
            main = max(main, peak_mb(process.pid))
            worker = max(worker, *map(peak_mb, children(process.pid)), 0.0)
            time.sleep(_LOOKED_AT)
        seconds = time.perf_counter() - begun
        if process.returncode:
            said.seek(0)
            raise SystemExit(f"{' '.join(command)} ended with status {process.returncode}:\n{said.read()}")
        with out.open(encoding="utf-8") as lines:
            items = [len(json.loads(line)["items"]) for line in lines]
    return Run(seconds, main, worker, len(items), sum(items))


def megabytes(files: Sequence[Path]) -> float:
    """The size of files, in millions of bytes."""
    return sum(path.stat().st_size for path in files) / 1_000_000
