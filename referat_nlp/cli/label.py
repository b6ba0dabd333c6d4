"""``referat label``: sheets and tasks for people who label minutes."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .label_output import counted
from .outcome import FAILED, exit_status, say

if TYPE_CHECKING:
    from ..evaluate.labelling.drawing import Candidate, Strategy
    from ..schema import Failure, Referat

label = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Label minutes: draw items into a sheet, check it, make gold of it, compare annotators.",
)


class Draw(StrEnum):
    """How items are drawn."""

    random = "random"
    uncertain = "uncertain"
    diverse = "diverse"


class Tool(StrEnum):
    """The tools that tasks are exported for."""

    label_studio = "label-studio"


_Paths = Annotated[list[str], typer.Argument(metavar="ARCHIVE", help="Files, folders, globs ('2024/**/*.pdf').")]
_Sheets = Annotated[
    list[Path], typer.Argument(metavar="SHEET", exists=True, dir_okay=False, help="A filled sheet: .xlsx or .csv.")
]
_Seed = Annotated[int, typer.Option(help="The same documents and seed give the same items.")]
_Body = Annotated[str | None, typer.Option(help="Only items of bodies whose name holds this.")]
_Force = Annotated[bool, typer.Option("--force", help="Write over a file that is there.")]
_Strategy = Annotated[
    Draw,
    typer.Option(help="random; uncertain: where the model doubts; diverse: spread over bodies and wordings."),
]


@label.command(short_help="Draw items and write a sheet to fill.")
def new(
    paths: _Paths,
    out: Annotated[Path, typer.Option("-o", "--out", help="The sheet: .xlsx or .csv.")],
    number: Annotated[int, typer.Option("-n", "--number", min=1, help="How many items.")] = 200,
    strategy: _Strategy = Draw.random,
    seed: _Seed = 0,
    body: _Body = None,
    prefill: Annotated[
        bool, typer.Option("--prefill", help="Fill in the model's answers, to be corrected; else the labels are blank.")
    ] = False,
    summaries: Annotated[bool, typer.Option("--summaries", help="Ask for summaries too, and show the case.")] = False,
    force: _Force = False,
) -> None:
    """Draw items from minutes and write a sheet that an office worker can fill.

    The sheet is in Danish, with instructions, drop-downs and the decision in view. Exit status: 0 all documents
    were read, 1 some failed, 2 wrong use.

    Examples:

      referat label new examples -n 10 -o sheet.xlsx

      referat label new examples -n 8 --strategy diverse --prefill -o prefilled.csv
    """
    from ..evaluate.labelling.sheet_files import claim, draft, write_sheet

    with exit_status():
        claim(out, force=force)
        failed, drawn = _drawn(paths, number, strategy.value, seed, body)
        files = write_sheet(out, draft(drawn, prefill=prefill, summaries=summaries), force=force)
        say(f"{_drawn_counted(drawn)} → {', '.join(map(str, files))}")
        if failed:
            raise typer.Exit(FAILED)


@label.command(short_help="Say what is wrong in a filled sheet.")
def check(sheets: _Sheets) -> None:
    """Say what is wrong in filled sheets, by row and column, and how much is labelled.

    Exit status: 0 nothing is wrong, 1 something is, 2 wrong use.

    Examples:

      referat label check sheet.xlsx
    """
    from ..evaluate.labelling.importing import read_labels
    from .label_output import sheet_progress

    with exit_status():
        found = [read_labels(file) for file in sheets]
        for sheet in found:
            for line in (*sheet.notes, *map(str, sheet.problems)):
                say(line)
            if sheet.rows:
                typer.echo(sheet_progress(sheet))
        if any(sheet.problems for sheet in found):
            raise typer.Exit(FAILED)


@label.command("import", short_help="Make gold of filled sheets.")
def import_(
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FILE", exists=True, dir_okay=False, help="Sheets, or Label Studio's export (.json)."),
    ],
    out: Annotated[Path, typer.Option("-o", "--out", help="The gold: a .jsonl file.")],
    skip_invalid: Annotated[
        bool, typer.Option("--skip-invalid", help="Leave out the items that something is wrong with.")
    ] = False,
    annotator: Annotated[
        str | None, typer.Option(help="Label Studio: whose annotations (id or e-mail) where a task has several.")
    ] = None,
    force: _Force = False,
) -> None:
    """Make gold of filled sheets and of Label Studio's export, for referat evaluate.

    Only what is labelled is written. Where something is wrong nothing is, unless --skip-invalid. Exit status: 0
    nothing is wrong, 1 something is, 2 wrong use.

    Examples:

      referat label import sheet.xlsx -o gold.jsonl
    """
    from ..errors import OutputError
    from ..evaluate.labelling.importing import collect, write_gold

    with exit_status():
        if out.suffix.lower() != ".jsonl":
            raise OutputError("gold is JSON Lines", path=str(out), advice="Take a name that ends in .jsonl")
        labels = collect(files, annotator=annotator)
        for line in (*labels.notes, *map(str, labels.problems)):
            say(line)
        if labels.problems and not skip_invalid:
            say(f"nothing is written: {counted(len(labels.problems), 'problem')}. Put it right, or --skip-invalid")
            raise typer.Exit(FAILED)
        if not labels.items:
            say("nothing is written: no item is labelled (what was filled in for you counts where Gennemgået says ja)")
            raise typer.Exit(FAILED)
        write_gold(out, labels.meetings, force=force)
        say(f"{counted(labels.items, 'labelled item')} of {counted(len(labels.meetings), 'meeting')} → {out}")
        if labels.problems:
            raise typer.Exit(FAILED)


@label.command(short_help="Compare annotators: kappa, alpha, disagreements.")
def agree(
    files: Annotated[
        list[Path],
        typer.Argument(metavar="A B", exists=True, help="Each annotator's sheet, or gold, of the same items."),
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Compare two or more annotators: agreement, Cohen's kappa, Krippendorff's alpha, and where they differ.

    Exit status: 0, also where they differ; 1 something is wrong in the files; 2 wrong use.

    Examples:

      referat label agree anna.xlsx bent.xlsx
    """
    import json

    from ..evaluate.gold import load_gold
    from ..evaluate.labelling.agreement import agreement
    from .label_output import print_agreement

    if len(files) < 2:
        raise typer.BadParameter("give the files of two annotators or more")
    names = [file.name for file in files]
    if len(set(names)) < len(names):
        names = list(map(str, files))
    if len(set(names)) < len(names):
        raise typer.BadParameter("a file is given twice")
    with exit_status():
        gold = {name: load_gold([file]) for name, file in zip(names, files, strict=True)}
        problems = [problem for each in gold.values() for problem in each.problems]
        for problem in problems:
            say(str(problem))
        found = agreement({name: each.meetings for name, each in gold.items()})
        if as_json:
            typer.echo(json.dumps(found.to_dict(), ensure_ascii=False, indent=2))
        else:
            print_agreement(found)
        if problems:
            raise typer.Exit(FAILED)


@label.command(short_help="Write tasks for an annotation tool.")
def export(
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH", help="Documents, or a sheet whose items are to be exported.")
    ],
    out: Annotated[Path, typer.Option("-o", "--out", help="The tasks: a .json file; the interface goes beside it.")],
    number: Annotated[int | None, typer.Option("-n", "--number", min=1, help="How many items; else all.")] = None,
    tool: Annotated[Tool, typer.Option("--format", help="The tool.")] = Tool.label_studio,
    strategy: _Strategy = Draw.random,
    seed: _Seed = 0,
    body: _Body = None,
    prefill: Annotated[bool, typer.Option("--prefill", help="Give the model's answers as predictions.")] = False,
    force: _Force = False,
) -> None:
    """Write tasks for Label Studio and, beside them, the XML of the labelling interface.

    What is labelled there comes back with: referat label import EXPORT.json

    Examples:

      referat label export examples -n 10 -o tasks.json
    """
    import json

    from ..errors import OutputError
    from ..evaluate.labelling.files import new_file, refuse_old
    from ..evaluate.labelling.label_studio import interface, tasks
    from ..evaluate.labelling.redrawing import redraw

    with exit_status():
        if out.suffix.lower() != ".json":
            raise OutputError("tasks are JSON", path=str(out), advice="Take a name that ends in .json")
        refuse_old(out, force=force)
        wanted = redraw(paths)
        failed, drawn = _drawn(wanted.paths, number or sys.maxsize, strategy.value, seed, body, only=wanted.ids)
        settings = out.with_suffix(".xml")
        with new_file(out, force=force) as part, new_file(settings, force=force) as xml:
            part.write_text(json.dumps(tasks(drawn, prefill=prefill), ensure_ascii=False, indent=1), encoding="utf-8")
            xml.write_text(interface(), encoding="utf-8")
        say(f"{_drawn_counted(drawn)} → {out}; labelling interface → {settings}")
        if failed:
            raise typer.Exit(FAILED)


def _drawn(
    paths: Sequence[str],
    number: int,
    strategy: Strategy,
    seed: int,
    body: str | None,
    only: frozenset[str] | None = None,
) -> tuple[bool, list[Candidate]]:
    """Whether a document failed, and the items drawn from the others."""
    from ..archive import Selection
    from ..evaluate.labelling.drawing import candidates, draw
    from ..pipeline import load
    from .progress import progress

    failures: list[Failure] = []
    selection = Selection(paths)
    with progress(selection) as shown:

        def told(record: Referat | Failure) -> Referat | Failure:
            if not hasattr(record, "items"):
                failures.append(record)
            shown.record(record)
            shown.file(record.source.path or "")
            return record

        records = map(told, load().pipe(selection.files()))
        pool = candidates(records, body=body)
        drawn = draw((each for each in pool if only is None or each.item.id in only), number, strategy, seed=seed)
    return bool(failures), drawn


def _drawn_counted(drawn: Sequence[Candidate]) -> str:
    documents = len({candidate.source.sha256 for candidate in drawn})
    return f"{counted(len(drawn), 'item')} of {counted(documents, 'document')}"
