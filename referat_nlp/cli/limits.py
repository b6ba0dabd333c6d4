"""The options that say how much of a source is read."""

from __future__ import annotations

from typing import Annotated

import typer

MaxMb = Annotated[int, typer.Option(min=1, help="Largest file that is read, in MiB.")]
MaxPages = Annotated[int, typer.Option(min=1, help="Most pages of a PDF.")]
MaxMembers = Annotated[int, typer.Option(min=1, help="Most documents of an archive.")]
MaxTotalMb = Annotated[int, typer.Option(min=1, help="Most that an archive unpacks to, in MiB.")]
MaxRatio = Annotated[int, typer.Option(min=1, help="Most times its packed size that a document unpacks to.")]
MaxNesting = Annotated[int, typer.Option(min=0, help="Most archives inside each other.")]
