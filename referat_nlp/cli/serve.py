"""``referat serve``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from .outcome import exit_status, say


def serve(
    output: Annotated[Path, typer.Argument(metavar="OUT", help="The JSON Lines of 'referat tag'.")],
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port on 127.0.0.1; 0 takes a free one.")] = 8000,
) -> None:
    """Show the website of an output in the browser, on this machine alone, until Ctrl+C.

    The site is made in a temporary folder; 'referat report' keeps it. Exit status as of 'referat report'.

    Examples:

      referat serve minutes.jsonl --port 8080
    """
    from tempfile import TemporaryDirectory

    from ..report.site import build_site
    from ..report.site.server import local_server

    with exit_status(), TemporaryDirectory(prefix="referat-") as folder:
        site = Path(folder) / "site"
        build_site(output, site)
        with local_server(site, port) as server:
            say(f"http://127.0.0.1:{server.server_port}/ (Ctrl+C ends it)")
            server.serve_forever()
