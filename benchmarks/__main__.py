"""``python -m benchmarks``: speed and memory in one run, as tables and as JSON."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from referat_nlp.cli.models import ModelAbsence, ModelOutcome, ModelSummary, ModelType, ModelVotes

from .archive import Archive
from .machine import machine, usable_cores
from .pipelines import ANALYSERS, cases, models_of
from .settings import Settings
from .tables import Section, show, show_facts

_WIDTH = 150


class Part(StrEnum):
    """The sections, in the order in which they run."""

    STARTUP = "startup"
    STRUCTURE = "structure"
    ANALYSIS = "analysis"
    THROUGHPUT = "throughput"
    REAL = "real"
    GROWTH = "growth"
    PAGE = "page"
    RUNTIMES = "runtimes"
    LARGE = "large-encoder"


def _sizes(text: str) -> tuple[int, ...]:
    try:
        sizes = tuple(int(each) for each in text.split(",") if each)
    except ValueError:
        sizes = (0,)
    if any(size < 1 for size in sizes):
        raise typer.BadParameter("give numbers with commas between them: 100,300,1000")
    return sizes


def main(
    only: Annotated[list[Part] | None, typer.Option(help="Run these sections alone.")] = None,
    meetings: Annotated[int, typer.Option(min=1, help="Meetings of the archive of `throughput`.")] = 100,
    growth: Annotated[str, typer.Option(help="Meetings of the archives of `growth`, by the rules.")] = "100,300,1000",
    growth_models: Annotated[str, typer.Option(help="Likewise by models.")] = "100,300",
    items: Annotated[int, typer.Option(min=1, help="Items that runtimes are compared on, and models timed.")] = 100,
    large_items: Annotated[int, typer.Option(min=1, help="Items that the large encoder is given.")] = 16,
    runs: Annotated[int, typer.Option(min=1, help="How often a thing is measured; medians are printed.")] = 3,
    starts: Annotated[int, typer.Option(min=1, help="How often a command is started.")] = 15,
    seed: Annotated[int, typer.Option(min=0, help="What the composed archive depends on.")] = 5,
    threads: Annotated[
        int | None, typer.Option(min=1, help="Threads of compared runtimes; all cores if not given.")
    ] = (None),
    folder: Annotated[Path | None, typer.Option(file_okay=False, help="Keep the composed archive here.")] = None,
    out: Annotated[Path | None, typer.Option("--json", dir_okay=False, help="Write all figures to this file.")] = None,
    model_type: ModelType = None,
    model_outcome: ModelOutcome = None,
    model_votes: ModelVotes = None,
    model_absence: ModelAbsence = None,
    model_summary: ModelSummary = None,
) -> None:
    """Measure speed and memory. Exit status 1: a bound is not met."""
    given = (model_type, model_outcome, model_votes, model_absence, model_summary)
    settings = Settings(
        meetings=meetings,
        growth=_sizes(growth),
        growth_models=_sizes(growth_models),
        items=items,
        large_items=large_items,
        runs=runs,
        starts=starts,
        seed=seed,
        threads=threads or usable_cores(),
        models={name: model for name, model in zip(ANALYSERS, given, strict=True) if model},
    )
    console = Console(width=_WIDTH, highlight=False)
    facts = machine()
    show_facts(facts, console)
    found: dict[str, Section] = {}
    with tempfile.TemporaryDirectory() as temporary:
        for name, measure in _parts(settings, Archive(folder or Path(temporary), seed)).items():
            if not only or name in only:
                found[name.value] = measure()
                show(found[name.value], console)
    if out:
        sections = {name: asdict(section) for name, section in found.items()}
        written = {"machine": facts, "settings": asdict(settings), "sections": sections}
        out.write_text(json.dumps(written, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    if not all(section.met for section in found.values()):
        raise typer.Exit(1)


def _parts(settings: Settings, archive: Archive) -> dict[Part, Callable[[], Section]]:
    """What measures each section."""
    from .analysis import analysis
    from .growth import growth
    from .page import page
    from .runtimes import large_encoder, same_checkpoints
    from .startup import startup
    from .structure import structure
    from .throughput import real_throughput, throughput

    wanted = cases(settings.models)
    models = models_of(wanted[-1].load())
    return {
        Part.STARTUP: lambda: startup(settings, wanted),
        Part.STRUCTURE: lambda: structure(settings),
        Part.ANALYSIS: lambda: analysis(settings, wanted),
        Part.THROUGHPUT: lambda: throughput(settings, archive, wanted),
        Part.REAL: lambda: real_throughput(wanted),
        Part.GROWTH: lambda: growth(settings, archive, wanted),
        Part.PAGE: lambda: page(settings, archive, wanted[0]),
        Part.RUNTIMES: lambda: same_checkpoints(settings, archive.items(settings.items), models),
        Part.LARGE: lambda: large_encoder(settings, archive.items(settings.large_items), models),
    }


if __name__ == "__main__":
    typer.run(main)
