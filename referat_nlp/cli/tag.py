"""``referat tag``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .models import ModelOutcome, ModelSummary, ModelType
from .outcome import FAILED, exit_status, say

if TYPE_CHECKING:
    from ..archive import Sink, Tally


def tag(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH", help="Files, folders, globs ('2024/**/*.pdf'), or - for standard input."),
    ],
    out: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--out",
            help="Output: .jsonl .csv .parquet .sqlite .popolo.json; else JSON Lines to standard output.",
        ),
    ] = None,
    max_mb: Annotated[int, typer.Option(min=1, help="Largest file that is read, in MiB.")] = 100,
    model_type: ModelType = None,
    model_outcome: ModelOutcome = None,
    model_summary: ModelSummary = None,
) -> None:
    """Tag minutes: a record a document, with items, types, decisions, ballots, absences, summaries.

    A document that cannot be read is a record with its error; the others go on. Exit status: 0 all were read,
    1 some failed, 2 wrong use, 130 interrupted.

    Examples:

      referat tag examples -o minutes.jsonl

      referat tag 'examples/*.pdf' examples/*.xml -o minutes.sqlite

      cat examples/skovlyst_byraad.txt | referat tag - > minutes.jsonl
    """
    from ..archive import tag as tag_files
    from ..pipeline import load
    from ..reading import Limits
    from .progress import progress

    with exit_status():
        pipeline = load(
            item_type=model_type,
            outcome=model_outcome,
            summary=model_summary,
            limits=Limits(max_bytes=max_mb * 1024 * 1024),
        )
        own_files = [str(out), f"{out}.part"] if out else []
        with _sink(out) as sink, progress(paths, exclude=own_files) as advance:
            tally = tag_files(paths, sink, pipeline, exclude=own_files, on_record=advance)
        if out or tally.failed:
            say(_summary(tally, out))
        if tally.failed:
            raise typer.Exit(FAILED)


def _summary(tally: Tally, out: Path | None) -> str:
    documents = f"{tally.read} document{'' if tally.read == 1 else 's'}"
    items = f"{tally.items} item{'' if tally.items == 1 else 's'}"
    failed = f", {tally.failed} failed" if tally.failed else ""
    return f"{documents}, {items}{failed}{f' → {out}' if out else ''}"


def _sink(out: Path | None) -> Sink:
    from ..archive import open_sink
    from ..archive.sinks.jsonl import StreamSink

    return open_sink(out) if out else StreamSink(sys.stdout.buffer)
