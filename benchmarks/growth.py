"""Archives of growing size: whether time grows with the archive alone, and memory not at all."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from .archive import Archive, megabytes, tag
from .pipelines import Case
from .settings import Settings
from .tables import Row, Section

_ONCE_FROM = 300
BOUND_TIME, BOUND_MEMORY = 1.2, 1.2
_CACHES_MB = 32
"""What the library's caches of lines hold when they are full, which they are after some hundred meetings."""


def growth(settings: Settings, archive: Archive, cases: Sequence[Case]) -> Section:
    """Tag archives of growing size by one worker.

    Args:
        settings: The sizes; small archives are tagged several times.
        archive: The largest; the others are its beginning.
        cases: The pipelines, the rules first.

    Returns:
        A row for each pipeline and size.
    """
    section = Section("Growth: `referat tag` over archives of growing size, 1 worker")
    for case, sizes in zip(cases, (settings.growth, settings.growth_models), strict=False):
        rows = [_measured(archive, case, size, settings.runs) for size in sorted(sizes)]
        for row in rows:
            row["time a meeting / smallest"] = _number(row, "ms a meeting") / _number(rows[0], "ms a meeting")
        section.rows += rows
        section.met &= all(_in_bounds(row, rows[0]) for row in rows)
    section.notes.append(
        f"Bounds, beside the smallest archive: {BOUND_TIME} times its time a meeting; {BOUND_MEMORY} times its memory, "
        f"and {_CACHES_MB} MiB for caches of lines."
    )
    return section


def _measured(archive: Archive, case: Case, size: int, runs: int) -> Row:
    files = archive.first(size)
    done = [tag(files, case, 1) for _ in range(runs if size < _ONCE_FROM else 1)]
    seconds = median(run.seconds for run in done)
    return {
        "analysers": case.name,
        "meetings": size,
        "items": done[0].items,
        "MB": megabytes(files),
        "runs": len(done),
        "median s": seconds,
        "ms a meeting": 1000 * seconds / size,
        "main MiB": max(run.main_mb for run in done) or None,
        "largest worker MiB": max(run.worker_mb for run in done) or None,
    }


def _in_bounds(row: Row, smallest: Row) -> bool:
    slower = _number(row, "ms a meeting") > BOUND_TIME * _number(smallest, "ms a meeting")
    larger = (
        _number(row, column) > BOUND_MEMORY * _number(smallest, column) + _CACHES_MB
        for column in ("main MiB", "largest worker MiB")
    )
    return not slower and not any(larger)


def _number(row: Row, column: str) -> float:
    """A figure of a row; 0 where the system does not tell it."""
    value = row[column]
    return float(value) if isinstance(value, int | float) else 0.0
