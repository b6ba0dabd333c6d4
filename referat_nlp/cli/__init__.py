"""The command ``referat``; one module a command, each a thin skin over one library function."""

from __future__ import annotations


def main() -> None:
    """Entry point of the command line."""
    from .app import app

    app(prog_name="referat")
