"""Archives tagged by one and by two workers: items and megabytes a second, memory, what the second worker brings."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from .archive import Archive, Run, megabytes, tag
from .meetings import NO_REAL, real_meetings
from .pipelines import NO_MODELS, Case
from .settings import Settings
from .tables import Section

_WORKERS = (1, 2)


def throughput(settings: Settings, archive: Archive, cases: Sequence[Case]) -> Section:
    """Tag an archive of composed minutes in every way.

    Args:
        settings: How many meetings and runs.
        archive: The archive.
        cases: The pipelines.

    Returns:
        A row for each pipeline and number of workers.
    """
    files = archive.first(settings.meetings)
    name = f"Throughput: `referat tag` over {len(files)} composed meetings, {megabytes(files):.2f} MB"
    return _section(name, files, cases, settings.runs)


def real_throughput(cases: Sequence[Case]) -> Section:
    """Tag the real minutes on this machine, one file a meeting, in every way, once each.

    Args:
        cases: The pipelines.

    Returns:
        A row for each pipeline and number of workers; none where there are no real minutes.
    """
    name = "Real: `referat tag` over real minutes, one file a meeting"
    with tempfile.TemporaryDirectory() as folder:
        files = real_meetings(Path(folder))
        return _section(name, files, cases, 1) if files else Section(name, notes=[NO_REAL])


def _section(name: str, files: Sequence[Path], cases: Sequence[Case], runs: int) -> Section:
    """All ways over the same files, by turns so that what else goes on meets all of them."""
    found: dict[tuple[str, int], list[Run]] = {}
    for _ in range(runs):
        for case in cases:
            for workers in _WORKERS:
                found.setdefault((case.name, workers), []).append(tag(files, case, workers))
    section = Section(name)
    for (analysers, workers), done in found.items():
        seconds = median(run.seconds for run in done)
        alone = median(run.seconds for run in found[analysers, _WORKERS[0]])
        section.rows.append(
            {
                "analysers": analysers,
                "workers": workers,
                "meetings": done[0].meetings,
                "items": done[0].items,
                "runs": len(done),
                "median s": seconds,
                "items/s": done[0].items / seconds,
                "MB/s": megabytes(files) / seconds,
                "main MiB": max(run.main_mb for run in done) or None,
                "largest worker MiB": max(run.worker_mb for run in done) or None,
                "time / 1 worker": seconds / alone,
            }
        )
    section.notes.append("Wall-clock time of the command with start-up; one worker gives models all cores as threads.")
    if len(cases) == 1:
        section.notes.append(NO_MODELS)
    return section
