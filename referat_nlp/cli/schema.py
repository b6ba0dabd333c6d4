"""``referat schema``."""

from __future__ import annotations

import json

import typer

from .outcome import exit_status


def schema() -> None:
    """Print the JSON Schema of one line of output.

    Examples:

      referat schema > referat.schema.json
    """
    from ..schema import json_schema

    with exit_status():
        typer.echo(json.dumps(json_schema(), ensure_ascii=False, indent=2))
