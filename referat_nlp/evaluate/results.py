"""Runs as JSON: the scores for people and programs, the counts for a comparison with a later run."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ..errors import MalformedError, NotFoundError, OutputError
from .bootstrap import RESAMPLES
from .evaluation import Run
from .metrics import Tally

RESULTS_VERSION = "1.0"


def results_json(runs: Sequence[Run]) -> dict[str, Any]:
    """Runs as one JSON object.

    Args:
        runs: Runs of the same meetings.

    Returns:
        ``meetings`` (names), ``resamples``, and ``systems``: each with ``name``, ``tasks``, ``scores`` (by the name of
        the metric: value, low, high, n) and ``tallies`` (counts, one object a meeting).
    """
    return {
        "results_version": RESULTS_VERSION,
        "resamples": RESAMPLES,
        "meetings": list(runs[0].meetings) if runs else [],
        "systems": [
            {
                "name": run.system,
                "tasks": sorted(run.tasks),
                "scores": {
                    metric.name: {
                        "value": round(estimate.value, 6),
                        "low": round(estimate.low, 6),
                        "high": round(estimate.high, 6),
                        "n": estimate.n,
                    }
                    for metric in run.metrics
                    if (estimate := run.estimate(metric)) is not None
                },
                "tallies": [dict(tally) for tally in run.tallies],
            }
            for run in runs
        ],
    }


def write_results(runs: Sequence[Run], path: Path) -> None:
    """Write runs as JSON.

    Raises:
        OutputError: The file cannot be written.
    """
    try:
        path.write_text(json.dumps(results_json(runs), ensure_ascii=False) + "\n", encoding="utf-8")
    except OSError as error:
        raise OutputError(f"cannot be written: {error.strerror}", path=str(path), advice="Check the path.") from None


def read_results(path: Path) -> list[Run]:
    """Read runs that :func:`write_results` wrote.

    Raises:
        NotFoundError: There is no such file.
        MalformedError: It holds no results.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        meetings = tuple(data["meetings"])
        return [
            Run(
                system["name"],
                frozenset(system["tasks"]),
                meetings,
                tuple(Tally(tally) for tally in system["tallies"]),
            )
            for system in data["systems"]
        ]
    except FileNotFoundError:
        raise NotFoundError("there is no such file", path=str(path)) from None
    except (ValueError, KeyError, TypeError) as error:
        advice = "Give a file that referat evaluate --json wrote."
        raise MalformedError(f"holds no results: {error}", path=str(path), advice=advice) from None
