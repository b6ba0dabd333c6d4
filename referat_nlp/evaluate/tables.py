"""Runs as a table for the terminal."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from .bootstrap import Change
from .evaluation import Run
from .metrics import METRICS, Metric

if TYPE_CHECKING:
    from rich.table import Table

_SIGNIFICANT = 0.05


def table(runs: Sequence[Run], since: Sequence[Run] = ()) -> Table:
    """Scores with intervals, a line for each metric and system.

    Args:
        runs: Runs of the same meetings. Differences are to the first of them.
        since: Runs of the same meetings from before; where there are any, differences are to the one of the same
            name, else to the first.

    Returns:
        The table.
    """
    from rich.table import Table

    shown = Table(box=None, padding=(0, 2, 0, 0), header_style="bold")
    for title in ("metric", "system", "score", "95 % interval", "n", "difference"):
        shown.add_column(title, justify="left" if title in ("metric", "system") else "right", no_wrap=True)
    task = None
    for metric in METRICS:
        scored = [run for run in runs if run.estimate(metric) is not None]
        for n, run in enumerate(scored):
            estimate = run.estimate(metric)
            assert estimate is not None
            if n == 0 and metric.task != task:
                shown.add_section()
                shown.add_row(f"[bold]{metric.task}[/]")
                task = metric.task
            shown.add_row(
                metric.title if n == 0 else "",
                run.system,
                figure(metric, estimate.value),
                f"{figure(metric, estimate.low)} – {figure(metric, estimate.high)}",
                str(estimate.n),
                _difference(metric, run, _earlier(run, runs, since)),
            )
    return shown


def figure(metric: Metric, value: float) -> str:
    """A score as printed: three decimals, lengths one."""
    if math.isnan(value):
        return "–"
    return f"{value:.1f}" if metric.plain else f"{value:.3f}"


def told(change: Change, metric: Metric) -> str:
    """A difference with its interval; a star where chance alone would rarely give it (p < 0.05)."""
    star = "*" if change.p < _SIGNIFICANT else " "
    digits = 1 if metric.plain else 3
    return f"{change.value:+.{digits}f} [{change.low:+.{digits}f}, {change.high:+.{digits}f}]{star}"


def _earlier(run: Run, runs: Sequence[Run], since: Sequence[Run]) -> Run | None:
    if since:
        return next((other for other in since if other.system == run.system), since[0])
    return runs[0] if run is not runs[0] else None


def _difference(metric: Metric, run: Run, earlier: Run | None) -> str:
    change = run.change(metric, earlier) if earlier is not None else None
    return told(change, metric) if change is not None else ""
