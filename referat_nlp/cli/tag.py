"""``referat tag``."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..reading import Limits
from .limits import MaxMb, MaxMembers, MaxNesting, MaxPages, MaxRatio, MaxTotalMb
from .models import ModelAbsence, ModelOutcome, ModelSummary, ModelType, ModelVotes
from .outcome import FAILED, exit_status, say

if TYPE_CHECKING:
    from ..archive import Bounds, Selection, Tally
    from ..archive.engine import MakePipeline


_MIB = 1024 * 1024
_USUAL = Limits()


class EngineChoice(StrEnum):
    """The engines by name, as :data:`~referat_nlp.archive.engines.EngineName`."""

    LOCAL = "local"
    RAY = "ray"


@dataclass(frozen=True, slots=True)
class _How:
    """What runs the pipeline, and in which order records are written."""

    engine: EngineChoice
    ray_address: str | None
    workers: int | None
    bounds: Bounds
    in_order: bool


def tag(
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="PATH", help="Files, folders, globs ('2024/**/*.pdf'), or - for standard input."),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--out",
            help="Output: .jsonl .csv .parquet .sqlite .popolo.json; else JSON Lines to standard output.",
        ),
    ] = None,
    manifest: Annotated[
        list[str] | None, typer.Option(metavar="FILE", help="A list of paths, one a line; - for standard input.")
    ] = None,
    include: Annotated[
        list[str] | None, typer.Option(metavar="PATTERN", help="Read only files that match ('*.pdf', '2024/**').")
    ] = None,
    exclude: Annotated[list[str] | None, typer.Option(metavar="PATTERN", help="Leave out files that match.")] = None,
    workers: Annotated[
        int | None,
        typer.Option(
            min=1,
            help="Processes that read; 1 with -o, else this one reads by itself; with Ray one a processor.",
        ),
    ] = None,
    engine: Annotated[
        EngineChoice, typer.Option(help="On this machine, or by Ray on many (pip install 'referat-nlp[ray]').")
    ] = EngineChoice.LOCAL,
    ray_address: Annotated[
        str | None,
        typer.Option(metavar="ADDR", help="The Ray cluster: HOST:PORT or auto; else $RAY_ADDRESS, else Ray here."),
    ] = None,
    timeout: Annotated[
        float, typer.Option(min=0.1, help="Seconds for a document, and again for every 10 MB of its file.")
    ] = 600,
    max_memory: Annotated[int, typer.Option(min=100, help="MiB that a process may hold.")] = 4096,
    unordered: Annotated[bool, typer.Option(help="Write records as they are done, not in the order of the input.")] = (
        False
    ),
    append: Annotated[bool, typer.Option(help="Add to the output; documents that it holds are left out.")] = False,
    fresh: Annotated[bool, typer.Option(help="Forget what earlier runs finished.")] = False,
    max_mb: MaxMb = _USUAL.max_bytes // _MIB,
    max_pages: MaxPages = _USUAL.max_pages,
    max_members: MaxMembers = _USUAL.max_members,
    max_total_mb: MaxTotalMb = _USUAL.max_total_bytes // _MIB,
    max_ratio: MaxRatio = _USUAL.max_ratio,
    max_nesting: MaxNesting = _USUAL.max_nesting,
    model_type: ModelType = None,
    model_outcome: ModelOutcome = None,
    model_votes: ModelVotes = None,
    model_absence: ModelAbsence = None,
    model_summary: ModelSummary = None,
) -> None:
    """Tag minutes: a record a document, with items, types, decisions, ballots, absences, summaries.

    A document that cannot be read is a record with its error; the others go on. With -o, what is finished is kept
    in OUT.journal: the same command goes on where one was stopped, and does only what is new. Exit status: 0 all
    were read, 1 some failed, 2 wrong use, 130 interrupted.

    Examples:

      referat tag examples -o minutes.jsonl

      referat tag 'examples/*.pdf' examples/*.xml -o minutes.sqlite --workers 2

      cat examples/skovlyst_byraad.txt | referat tag - > minutes.jsonl
    """
    from functools import partial

    from ..archive import Bounds, Selection
    from ..archive.engine import load_there

    if not paths and not manifest:
        raise typer.BadParameter("give at least one, or --manifest", param_hint="PATH")
    if not out and (append or fresh):
        raise typer.BadParameter("needs an output: -o", param_hint="--append" if append else "--fresh")
    if ray_address is not None and engine is not EngineChoice.RAY:
        raise typer.BadParameter("needs --engine ray", param_hint="--ray-address")
    selection = Selection(paths or (), manifest or (), include or (), exclude or ())
    how = _How(engine, ray_address, workers, Bounds(timeout, max_memory), not unordered)
    with exit_status():
        pipeline = partial(
            load_there,
            item_type=model_type,
            outcome=model_outcome,
            votes=model_votes,
            absence=model_absence,
            summary=model_summary,
            limits=Limits(
                max_bytes=max_mb * _MIB,
                max_total_bytes=max_total_mb * _MIB,
                max_members=max_members,
                max_ratio=max_ratio,
                max_nesting=max_nesting,
                max_pages=max_pages,
            ),
        )
        if out:
            tally = _to_file(selection, out, pipeline, how, append, fresh)
        else:
            tally = _to_standard_output(selection, pipeline, how)
        if tally.failed:
            raise typer.Exit(FAILED)


def _to_file(
    selection: Selection,
    out: Path,
    pipeline: MakePipeline,
    how: _How,
    append: bool,
    fresh: bool,
) -> Tally:
    from ..archive import tag_archive
    from ..archive.tagging import own_files
    from .progress import progress

    try:
        with progress(selection, leave_out=own_files(out)) as shown:
            tally = tag_archive(
                selection,
                out,
                pipeline,
                engine=how.engine.value,
                ray_address=how.ray_address,
                workers=how.workers if os.name == "posix" else 0,
                bounds=how.bounds,
                in_order=how.in_order,
                append=append,
                fresh=fresh,
                on_record=shown.record,
                on_file=shown.file,
            )
    except KeyboardInterrupt:
        say(f"What is finished is kept in {out}.journal: the same command goes on from there.")
        raise
    say(_summary(tally, out))
    for line in _details(tally):
        say(f"  {line}")
    return tally


def _to_standard_output(selection: Selection, pipeline: MakePipeline, how: _How) -> Tally:
    from contextlib import closing

    from ..archive import choose, run
    from ..archive.sinks.jsonl import StreamSink
    from .progress import progress

    engine = choose(pipeline, how.engine.value, workers=how.workers, bounds=how.bounds, ray_address=how.ray_address)
    with closing(engine), progress(selection) as shown:
        sink = StreamSink(sys.stdout.buffer)
        tally = run(selection.files(), sink, engine, in_order=how.in_order, on_record=shown.record, on_file=shown.file)
    if tally.failed:
        say(_summary(tally, None))
    return tally


def _summary(tally: Tally, out: Path | None) -> str:
    failed = f", {tally.failed} failed" if tally.failed else ""
    return f"{_count(tally.read, 'document')}, {_count(tally.items, 'item')}{failed}{f' → {out}' if out else ''}"


def _details(tally: Tally) -> Iterator[str]:
    """What was found and what went wrong, a line each."""
    if tally.types:
        yield ", ".join(f"{n} {kind}" for kind, n in tally.types.most_common())
    if tally.ballots:
        yield f"{_count(tally.ballots, 'ballot')}, {tally.contested} contested"
    if tally.warned:
        yield f"{_count(tally.warned, 'document')} with warnings"
    if tally.failures:
        yield f"failed: {', '.join(f'{n} {kind}' for kind, n in sorted(tally.failures.items()))}"


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
