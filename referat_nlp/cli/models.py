"""The options that put a fine-tuned model in the place of an analyser."""

from __future__ import annotations

from typing import Annotated

import typer

_WHERE = "'rules', a folder, a bundled name, or owner/name on the hub."

ModelType = Annotated[str | None, typer.Option("--model-type", metavar="MODEL", help=f"Item types by {_WHERE}")]
ModelOutcome = Annotated[str | None, typer.Option("--model-outcome", metavar="MODEL", help=f"Outcomes by {_WHERE}")]
ModelVotes = Annotated[
    str | None, typer.Option("--model-votes", metavar="MODEL", help=f"What the grammar leaves of votes, by {_WHERE}")
]
ModelAbsence = Annotated[
    str | None, typer.Option("--model-absence", metavar="MODEL", help=f"What the rules leave of absence, by {_WHERE}")
]
ModelSummary = Annotated[str | None, typer.Option("--model-summary", metavar="MODEL", help=f"Summaries by {_WHERE}")]
