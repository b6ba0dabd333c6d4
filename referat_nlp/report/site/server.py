"""A site served on this machine alone."""

from __future__ import annotations

from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from ...errors import OutputError


class _Handler(SimpleHTTPRequestHandler):
    """Files of the site, without a line on the terminal for each."""

    def log_message(self, format: str, *args: Any) -> None:
        return

    def end_headers(self) -> None:
        self.send_header("X-Content-Type-Options", "nosniff")
        # The next site on this port is another one.
        self.send_header("Cache-Control", "no-store")
        super().end_headers()


def local_server(folder: Path, port: int) -> ThreadingHTTPServer:
    """A server of a folder on 127.0.0.1, to be started by ``serve_forever``.

    Args:
        folder: What it serves.
        port: 0 for any that is free.

    Returns:
        The server, listening.

    Raises:
        OutputError: The port is taken.
    """
    try:
        return ThreadingHTTPServer(("127.0.0.1", port), partial(_Handler, directory=str(folder)))
    except OSError as error:
        raise OutputError(
            f"cannot be listened on: {error.strerror}", path=f"port {port}", advice="Name another: --port 0"
        ) from error
