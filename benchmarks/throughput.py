"""Archives tagged by one and by two workers: items and megabytes a second, memory, what the second worker brings."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from .archive import Archive, Run, megabytes, tag
from .pipelines import NO_MODELS, Case
from .settings import Settings
from .tables import Section

_WORKERS = (1, 2)


def throughput(settings: Settings, archive: Archive, cases: Sequence[Case]) -> Section:
    """Tag one archive in every way, the ways by turns so that what else goes on meets all of them.

    Args:
        settings: How many meetings and runs.
        archive: The archive.
        cases: The pipelines.

    Returns:
        A row for each pipeline and number of workers.
    """
    files = archive.first(settings.meetings)
    size = megabytes(files)
    found: dict[tuple[str, int], list[Run]] = {}
    for _ in range(settings.runs):
        for case in cases:
            for workers in _WORKERS:
                found.setdefault((case.name, workers), []).append(tag(files, case, workers))
    section = Section(f"Throughput: `referat tag` over {len(files)} composed meetings, {size:.2f} MB")
    for (name, workers), runs in found.items():
        seconds = median(run.seconds for run in runs)
        alone = median(run.seconds for run in found[name, _WORKERS[0]])
        section.rows.append(
            {
                "analysers": name,
                "workers": workers,
                "items": runs[0].items,
                "runs": len(runs),
                "median s": seconds,
                "items/s": runs[0].items / seconds,
                "MB/s": size / seconds,
                "main MiB": max(run.main_mb for run in runs) or None,
                "largest worker MiB": max(run.worker_mb for run in runs) or None,
                "time / 1 worker": seconds / alone,
            }
        )
    section.notes.append("Wall-clock time of the command with start-up; one worker gives models all cores as threads.")
    if len(cases) == 1:
        section.notes.append(NO_MODELS)
    return section
