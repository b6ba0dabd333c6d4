"""The commands put together."""

from __future__ import annotations

from typing import Annotated

import typer

from .. import __version__
from .evaluate import evaluate
from .label import label
from .report import report
from .schema import schema
from .serve import serve
from .show import show
from .tag import tag
from .text import text
from .train import train

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"referat {__version__}")
        raise typer.Exit


@app.callback()
def referat(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Danish municipal minutes in; items, decisions, votes, absences and summaries out."""


# The list of commands has one line for each, and cuts what is longer.
app.command(short_help="Tag minutes: one record a document.")(tag)
app.command(short_help="Show minutes as a page to read.")(show)
app.command(short_help="Make a website of an output.")(report)
app.command(short_help="Show that website on this machine.")(serve)
app.command(short_help="Score a model on labelled minutes.")(evaluate)
app.command(short_help="Print the text that spans refer to.")(text)
app.command(short_help="Print the JSON Schema of the output.")(schema)
app.add_typer(label, name="label", short_help="Label minutes: sheets, checks, gold, agreement.")
app.add_typer(train, name="train", short_help="Fine-tune a model on labelled minutes.")
