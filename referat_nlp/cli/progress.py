"""How far ``referat tag`` is: on standard error, as a bar where a person is looking, else as a line now and then."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from ..archive import Record, Selection
from ..reading.source import STANDARD_INPUT
from ..report.unseen import clean
from ..schema import Failure
from .outcome import failure_line, say, say_failure

_SECONDS_BETWEEN_LINES = 60.0


@dataclass(frozen=True, slots=True)
class Shown:
    """What to call as a run goes on.

    Attributes:
        record: With each record that is written.
        file: With the path of each file that is done.
    """

    record: Callable[[Record], None]
    file: Callable[[str], None]


@contextmanager
def progress(selection: Selection, *, leave_out: Collection[str] = ()) -> Iterator[Shown]:
    """Show how far a run is and print failures as they are met.

    Args:
        selection: What the run was given; counted first, so that the end is known.
        leave_out: Files that the run leaves out.

    Yields:
        What to call as the run goes on.
    """
    if not sys.stderr.isatty():
        yield Shown(_print_failure, _Lines().file)
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, Task, TextColumn, TimeRemainingColumn
    from rich.text import Text

    class Rate(TextColumn):
        """Files a second."""

        def render(self, task: Task) -> Text:
            return Text(f"{task.speed:.1f}/s" if task.speed else "")

    columns = (BarColumn(), MofNCompleteColumn(), Rate(""), TimeRemainingColumn(), TextColumn("{task.description}"))
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("", total=_n_files(selection, leave_out))

        def show_failure(record: Record) -> None:
            if isinstance(record, Failure):
                console.print(failure_line(record.error), markup=False, highlight=False)

        def advance(path: str) -> None:
            bar.update(task, advance=1, description=_shortened(path))

        yield Shown(show_failure, advance)


def _n_files(selection: Selection, leave_out: Collection[str]) -> int | None:
    """How many there are; None where looking would use them up."""
    if STANDARD_INPUT in selection.manifests:
        return None
    return sum(1 for _ in selection.files(leave_out=leave_out))


class _Lines:
    """For the log of a long run: a line a minute, none in a short one."""

    def __init__(self) -> None:
        self._n_files, self._begun = 0, time.monotonic()
        self._said = self._begun

    def file(self, _path: str) -> None:
        self._n_files += 1
        now = time.monotonic()
        if now - self._said >= _SECONDS_BETWEEN_LINES:
            self._said = now
            say(f"{self._n_files} files done, {self._n_files / (now - self._begun):.1f} a second")


def _print_failure(record: Record) -> None:
    if isinstance(record, Failure):
        say_failure(record.error)


def _shortened(path: str) -> str:
    path = clean(path)
    return path if len(path) <= 40 else "…" + path[-39:]
