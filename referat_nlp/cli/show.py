"""``referat show``."""

from __future__ import annotations

from typing import Annotated

import typer

from .models import ModelAbsence, ModelOutcome, ModelSummary, ModelType, ModelVotes
from .outcome import FAILED, exit_status, say_failure


def show(
    path: Annotated[str, typer.Argument(metavar="FILE", help="A file of minutes, or - for standard input.")],
    evidence: Annotated[
        bool, typer.Option("--evidence", "-e", help="Show the text that each claim stands on.")
    ] = False,
    english: Annotated[
        bool, typer.Option("--english", help="The words of the page in English; label values stay Danish.")
    ] = False,
    model_type: ModelType = None,
    model_outcome: ModelOutcome = None,
    model_votes: ModelVotes = None,
    model_absence: ModelAbsence = None,
    model_summary: ModelSummary = None,
) -> None:
    """Show minutes as a page to read: items, what was decided, who voted how, who was absent.

    Examples:

      referat show examples/skovlyst_byraad.txt

      referat show examples/ravnsoe_byraad.pdf --evidence
    """
    from ..pipeline import load
    from ..report.terminal import page, page_console
    from ..schema import Referat

    failed = False
    with exit_status():
        pipeline = load(
            item_type=model_type,
            outcome=model_outcome,
            votes=model_votes,
            absence=model_absence,
            summary=model_summary,
        )
        console = page_console()
        for record in pipeline.pipe([path]):
            if isinstance(record, Referat):
                console.print(page(record, evidence=evidence, language="en" if english else "da"))
            else:
                failed = True
                say_failure(record.error)
        if failed:
            raise typer.Exit(FAILED)
