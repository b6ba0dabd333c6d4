"""A session → HTML."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

from ...errors import OutputError
from ..bootstrap import Estimate, Resamples
from ..evaluation import Run
from ..matching import align
from ..metrics import METRICS, Metric, Tally
from ..metrics.summary import reference_of
from ..metrics.types import MISSED, OUTCOMES, TYPES, reliability
from ..session import Session
from ..tables import figure, told
from .errors import Error, errors_of

_FIELDS = {
    "structure": ("item", "number", "title", "case_number", "closed", "sections", "attachments"),
    "type": ("type", "types"),
    "outcome": ("outcome",),
    "ballots": ("ballots", "reservations", "dissent", "escalated"),
    "absence": ("absent",),
}
_BY_GROUP = ("items.f1", "type.accuracy", "outcome.accuracy", "ballots.exact_f1", "absence.f1", "summary.rougeL")


def write_page(session: Session, path: Path) -> None:
    """Write the page of a session.

    Raises:
        OutputError: The file cannot be written.
    """
    try:
        path.write_text(render_page(session), encoding="utf-8")
    except OSError as error:
        raise OutputError(f"cannot be written: {error.strerror}", path=str(path), advice="Check the path.") from None


def render_page(session: Session) -> str:
    """The page of a session.

    Args:
        session: What was evaluated; errors are those of the first system.

    Returns:
        HTML that needs no other file and no network. Whatever comes from minutes and labels is escaped.
    """
    from jinja2 import Environment, StrictUndefined

    here = files(__package__)
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    template = environment.from_string((here / "page.html.j2").read_text(encoding="utf-8"))
    model = session.runs[0]
    return template.render(
        style=(here / "page.css").read_text(encoding="utf-8"),
        script=(here / "page.js").read_text(encoding="utf-8"),
        model=model.system,
        meetings=len(session.meetings),
        items=sum(len(meeting.gold.items) for meeting in session.meetings),
        left_out=session.left_out,
        scores=_scores(session.runs),
        confusions=[_confusion(model, "type", TYPES), _confusion(model, "outcome", OUTCOMES)],
        reliability=reliability(model.resamples.whole) if "type" in model.tasks else [],
        groups=[
            ("By municipality", _columns(session), _by(session, lambda n: _municipality(session, n))),
            ("By layout", _columns(session), _by(session, lambda n: session.meetings[n].referat.source.format or "?")),
        ],
        errors=_errors(session, model),
        fields=[field for task, fields in _FIELDS.items() if task in model.tasks for field in fields],
        summaries=_summaries(session, model) if "summary" in model.tasks else [],
    )


def _scores(runs: Sequence[Run]) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    for metric in METRICS:
        for run in runs:
            estimate = run.estimate(metric)
            if estimate is None:
                continue
            change = run.change(metric, runs[0]) if run is not runs[0] else None
            first = not rows or rows[-1]["metric"] != metric.title
            rows.append(
                {
                    "task": metric.task,
                    "metric": metric.title,
                    "first": first,
                    "system": run.system,
                    "bar": None if metric.plain else max(0.0, min(1.0, estimate.value)),
                    "low": estimate.low,
                    "high": estimate.high,
                    "value": figure(metric, estimate.value),
                    "interval": f"{figure(metric, estimate.low)} – {figure(metric, estimate.high)}",
                    "n": estimate.n,
                    "change": told(change, metric) if change is not None else "",
                }
            )
    return rows


def _confusion(run: Run, name: str, classes: Sequence[str]) -> dict[str, Any] | None:
    """Labels by predictions; None where nothing is labelled."""
    if name not in run.tasks:
        return None
    total = sum(run.tallies, start=Tally())
    columns = [*classes, MISSED]
    shown = [label for label in classes if total[f"{name}.{label}.expected"]]
    counts = {label: [total[f"{name}.{label}>{column}"] for column in columns] for label in shown}
    used = [n for n, column in enumerate(columns) if any(row[n] for row in counts.values()) or column in shown]
    rows = []
    for label in shown:
        cells = [
            {
                "n": counts[label][n],
                "share": counts[label][n] / max(1, sum(counts[label])),
                "right": columns[n] == label,
            }
            for n in used
        ]
        rows.append({"label": label, "cells": cells})
    return {"name": name, "columns": [columns[n] for n in used], "rows": rows} if rows else None


def _metrics() -> list[Metric]:
    return [metric for name in _BY_GROUP for metric in METRICS if metric.name == name]


def _columns(session: Session) -> list[str]:
    return [metric.title for metric in _metrics() if metric.task in session.runs[0].tasks]


def _by(session: Session, key: Callable[[int], str]) -> list[dict[str, Any]]:
    """Scores of the model for each group of meetings."""
    model = session.runs[0]
    groups: dict[str, list[int]] = defaultdict(list)
    for n in range(len(session.meetings)):
        groups[key(n)].append(n)
    rows = []
    for name in sorted(groups):
        sums = Resamples([model.tallies[n] for n in groups[name]], resamples=200)
        estimates = [sums.estimate(metric) for metric in _metrics() if metric.task in model.tasks]
        rows.append({"name": name, "meetings": len(groups[name]), "cells": [_cell(each) for each in estimates]})
    return rows


def _municipality(session: Session, n: int) -> str:
    labelled, found = session.meetings[n].gold.meeting, session.meetings[n].referat.meeting
    return labelled.municipality or found.municipality or session.meetings[n].name


def _cell(estimate: Estimate | None) -> dict[str, Any]:
    return {"value": "–", "n": 0, "share": None} if estimate is None else {
        "value": f"{estimate.value:.2f}", "n": estimate.n, "share": estimate.value,
    }  # fmt: skip


def _errors(session: Session, model: Run) -> list[Error]:
    fields = [field for task, names in _FIELDS.items() if task in model.tasks for field in names]
    return [
        error
        for meeting, referat in zip(session.meetings, model.predictions, strict=True)
        for error in errors_of(meeting, referat, fields)
    ]


def _summaries(session: Session, model: Run) -> list[dict[str, str]]:
    """Summaries beside their references."""
    rows = []
    for meeting, referat in zip(session.meetings, model.predictions, strict=True):
        for pair in align(meeting.gold, referat):
            if pair.gold is None or pair.item is None:
                continue
            reference = reference_of(pair.gold, pair.item)
            if reference:
                found = pair.item.summary.text if pair.item.summary else "no summary"
                rows.append({"meeting": meeting.name, "item": pair.item.title or "", "gold": reference, "found": found})
    return rows
