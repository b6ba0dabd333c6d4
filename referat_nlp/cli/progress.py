"""The progress bar of ``referat tag``: on standard error, and only where a person is looking."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager

from ..archive import Record, discover
from ..schema import Failure
from .outcome import say_failure


@contextmanager
def progress(paths: Sequence[str], *, exclude: Collection[str] = ()) -> Iterator[Callable[[Record], None]]:
    """Show how far a run is and print failures as they are met.

    Args:
        paths: What the run was given; counted first, so that the bar knows its end.
        exclude: Files that the run leaves out.

    Yields:
        What to call with each record that is finished.
    """
    if not sys.stderr.isatty():
        yield _print_failure
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), TextColumn("{task.description}"))
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("", total=sum(1 for _ in discover(paths, exclude=exclude)))

        def advance(record: Record) -> None:
            if isinstance(record, Failure):
                console.print(f"{record.error.message}. {record.error.advice}", markup=False, highlight=False)
            bar.update(task, advance=1, description=_shortened(record.source.path or ""))

        yield advance


def _print_failure(record: Record) -> None:
    if isinstance(record, Failure):
        say_failure(record.error)


def _shortened(path: str) -> str:
    return path if len(path) <= 40 else "…" + path[-39:]
