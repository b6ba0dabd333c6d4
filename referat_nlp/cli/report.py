"""``referat report``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from .outcome import exit_status, say


def report(
    output: Annotated[Path, typer.Argument(metavar="OUT", help="The JSON Lines of 'referat tag'.")],
    out: Annotated[
        Path, typer.Option("-o", "--out", metavar="FOLDER", help="Where the site goes; one that is there is replaced.")
    ],
) -> None:
    """Make a website of an output: items to search, votes, members, parties, downloads.

    It is static and asks nobody for anything: open index.html, or put the folder on any server.
    Exit status: 0 made, 1 OUT cannot be read, 2 wrong use or the folder cannot be written.

    Examples:

      referat tag examples -o minutes.jsonl; referat report minutes.jsonl -o site
    """
    from ..report.site import build_site

    with exit_status():
        built = build_site(output, out)
        failed = f", {built.failures} that could not be read" if built.failures else ""
        say(f"{built.meetings} meetings, {built.items} items, {built.members} members{failed} → {out / 'index.html'}")
