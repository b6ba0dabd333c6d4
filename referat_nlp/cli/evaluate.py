"""``referat evaluate``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .models import ModelAbsence, ModelOutcome, ModelSummary, ModelType, ModelVotes
from .outcome import FAILED, WRONG_USE, exit_status, say

if TYPE_CHECKING:
    from ..evaluate.evaluation import Run
    from ..evaluate.metrics import Metric
    from ..evaluate.session import Session


_WIDEST = 300


def evaluate(
    gold: Annotated[
        list[str], typer.Argument(metavar="GOLD", help="Labels: .jsonl, .gold.json, .csv, .xlsx, or folders of these.")
    ],
    model: Annotated[
        str,
        typer.Option(help="'referat_nlp', a baseline, or module:name of a pipeline or of a function that makes one."),
    ] = "referat_nlp",
    model_type: ModelType = None,
    model_outcome: ModelOutcome = None,
    model_votes: ModelVotes = None,
    model_absence: ModelAbsence = None,
    model_summary: ModelSummary = None,
    votes_alone: Annotated[
        bool, typer.Option("--votes-alone", help="Score the model of --model-votes without the grammar too.")
    ] = False,
    predictions: Annotated[
        list[Path], typer.Option(help="Score this output of 'referat tag' (.jsonl) in place of a model.")
    ] = [],  # noqa: B006 - typer's form
    baseline: Annotated[
        list[str], typer.Option(help="Baseline to score beside it, by name; 'all'; repeat for several.")
    ] = [],  # noqa: B006
    train: Annotated[
        list[str], typer.Option(help="Labels that tfidf-svm learns from; without, it is cross-validated on GOLD.")
    ] = [],  # noqa: B006
    documents: Annotated[
        list[str], typer.Option(help="Where the labelled minutes lie, if not beside the labels.")
    ] = [],  # noqa: B006
    mask_cues: Annotated[bool, typer.Option("--mask-cues", help="Item type from title and case text alone.")] = False,
    against: Annotated[
        Path | None, typer.Option(help="Compare with earlier results (--json) on the same meetings.")
    ] = None,
    json_out: Annotated[Path | None, typer.Option("--json", help="Write the results as JSON.")] = None,
    report: Annotated[Path | None, typer.Option(help="Write a page with scores, charts and every error.")] = None,
    fail_under: Annotated[
        list[str], typer.Option(metavar="METRIC=VALUE", help="Exit with 1 where the model scores less.")
    ] = [],  # noqa: B006
    skip_invalid: Annotated[
        bool, typer.Option("--skip-invalid", help="Score the labels that are in order; wrong ones are still named.")
    ] = False,
) -> None:
    """Score a model on labelled minutes, with intervals, beside baselines.

    Labels that are not given are not scored. Exit status: 0 scored, 1 below --fail-under, 2 wrong labels or use.

    Examples:

      referat evaluate evaluation/gold --baseline keyword --baseline lead-3

      referat evaluate my.gold.jsonl --documents minutes/ --report errors.html

      referat evaluate evaluation/gold --fail-under type.accuracy=0.9
    """
    from ..evaluate.extra import require_extra

    with exit_status():
        require_extra()
        from ..evaluate.gold import GoldError
        from ..evaluate.results import read_results, write_results
        from ..evaluate.session import UnknownNameError, evaluate_files

        try:
            bounds = _bounds(fail_under)
            session = evaluate_files(
                gold,
                model=model,
                item_type=model_type,
                outcome=model_outcome,
                votes=model_votes,
                absence=model_absence,
                summary=model_summary,
                votes_alone=votes_alone,
                predictions=predictions,
                baseline=baseline,
                train=train,
                documents=documents,
                mask_cues=mask_cues,
                skip_invalid=skip_invalid,
            )
        except (GoldError, UnknownNameError) as error:
            say(f"{error.message}\n{error.advice}")
            raise typer.Exit(WRONG_USE) from None
        since = read_results(against) if against else []
        if since and since[0].meetings != session.runs[0].meetings:
            say(f"{against} is about other meetings: {len(since[0].meetings)} of them. Score the same labels again.")
            raise typer.Exit(WRONG_USE)
        if json_out:
            write_results(session.runs, json_out)
        if report:
            from ..evaluate.page import write_page

            write_page(session, report)
        _print(session, since)
        if not _all_reached(session, bounds):
            raise typer.Exit(FAILED)


def _bounds(wanted: list[str]) -> list[tuple[Metric, float]]:
    """The metrics and values of --fail-under."""
    from ..evaluate.session import metric_named

    bounds = []
    for each in wanted:
        name, _, value = each.partition("=")
        try:
            bounds.append((metric_named(name), float(value)))
        except ValueError:
            raise typer.BadParameter(f"{each!r} is not METRIC=VALUE", param_hint="--fail-under") from None
    return bounds


def _print(session: Session, since: list[Run]) -> None:
    from rich.console import Console

    from ..evaluate.tables import table

    for problem in session.left_out:
        say(f"left out: {problem}")
    items = sum(len(meeting.gold.items) for meeting in session.meetings)
    left_out = f", {len(session.left_out)} left out" if session.left_out else ""
    shown = table(session.runs, since)
    # Scores are not cut to the width of a terminal.
    console = Console()
    console.width = max(console.width, Console(width=_WIDEST).measure(shown).maximum)
    console.print(f"{len(session.meetings)} meetings, {items} labelled items{left_out}")
    console.print(shown)
    if len(session.runs) > 1 or since:
        console.print("difference: to the first system, or to --against; * p < 0.05, paired bootstrap over meetings")


def _all_reached(session: Session, bounds: list[tuple[Metric, float]]) -> bool:
    reached = True
    for metric, bound in bounds:
        estimate = session.runs[0].estimate(metric)
        found = "nothing is labelled for it" if estimate is None else f"{estimate.value:.3f}"
        better = estimate is not None and (
            estimate.value <= bound if metric.lower_is_better else estimate.value >= bound
        )
        if not better:
            say(f"{metric.name}: {found}, asked for {bound:g}")
            reached = False
    return reached
