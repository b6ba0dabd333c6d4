"""What ``referat train`` shows: how far it is, and how good the model became."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .label_output import counted
from .outcome import say

if TYPE_CHECKING:
    from ..train.examples import Examples
    from ..train.loop import Epoch
    from ..train.result import Trained
    from ..train.settings import Settings
    from ..train.task import Goal


@dataclass(frozen=True)
class Watch:
    """What is called on the way."""

    examples: Callable[[Examples], None]
    epoch: Callable[[Epoch], None]
    step: Callable[[int, float], None]


@contextmanager
def shown(task: Goal, settings: Settings) -> Iterator[Watch]:
    """Show how far a training is: a bar where a person is looking, a line an epoch anyway.

    Args:
        task: The task.
        settings: How many epochs at most.

    Yields:
        What training calls.
    """

    if not sys.stderr.isatty():
        yield _watch(task, say, lambda _, __: None)
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    console = Console(stderr=True)
    columns = (BarColumn(), TextColumn("{task.description}"), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        line = bar.add_task("", total=float(settings.epochs))

        def step(number: int, done: float) -> None:
            bar.update(line, completed=number + done, description=f"epoch {number + 1} of {settings.epochs}")

        yield _watch(task, lambda message: console.print(message, markup=False, highlight=False), step)


def _watch(task: Goal, tell: Callable[[str], None], step: Callable[[int, float], None]) -> Watch:
    def examples(found: Examples) -> None:
        for problem in found.left_out:
            tell(f"left out: {problem}")
        for note in found.notes:
            tell(note)
        tell(f"{task.name}: {counted(len(found.training), 'item')} to learn from, {len(found.held_out)} held out")

    return Watch(examples, lambda epoch: tell(_line(epoch)), step)


def print_result(task: Goal, trained: Trained) -> None:
    """Print the scores on the held-out items, and how the model is used."""
    from rich.console import Console

    from ..evaluate.tables import table

    console = Console(width=200, highlight=False)
    # Differences are to the first: how far the model is from the rules.
    console.print(table(trained.scores.whole[::-1]))
    if trained.scores.masked:
        console.print("\ntitle and case text alone")
        console.print(table(trained.scores.masked[::-1]))
    if trained.exported.problem:
        say(f"there is no ONNX graph: {trained.exported.problem}")
    say(f"{trained.folder}, after {trained.seconds:.0f} s; use it with {task.option} {trained.folder}")


def _line(epoch: Epoch) -> str:
    better = ", the best so far" if epoch.best else ""
    return (
        f"epoch {epoch.number}: training loss {epoch.training_loss:.4f}, held-out loss {epoch.held_out_loss:.4f} "
        f"({epoch.seconds:.0f} s){better}"
    )
