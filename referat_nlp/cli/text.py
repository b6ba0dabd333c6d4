"""``referat text``."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from .outcome import FAILED, exit_status, say


def text(
    path: Annotated[str, typer.Argument(metavar="FILE", help="A file of minutes, or - for standard input.")],
) -> None:
    """Print the text as it was read: what all spans of the output refer to.

    Examples:

      referat text examples/ravnsoe_byraad.pdf

      referat text examples/sandholt_socialudvalg.html | head -20
    """
    from ..errors import ReferatError
    from ..reading import read_all

    failed = False
    with exit_status():
        for document in read_all(path):
            if isinstance(document, ReferatError):
                failed = True
                say(str(document))
                continue
            for warning in document.warnings:
                say(f"{document.path}: {warning}")
            sys.stdout.buffer.write(document.text.encode() + b"\n")
        sys.stdout.buffer.flush()
        if failed:
            raise typer.Exit(FAILED)
