"""``referat train``: models from labelled minutes."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Callable
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .outcome import WRONG_USE, exit_status, say

if TYPE_CHECKING:
    from ..train.examples import Data
    from ..train.result import Trained
    from ..train.settings import Settings
    from ..train.task import Goal, Task

train = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Fine-tune a model on labelled minutes: a folder that --model-type and the like take.",
)


class SentenceTarget(StrEnum):
    """What the sentences of a summary are to score."""

    overlap = "overlap"
    oracle = "oracle"


_NO_PATHS: list[str] = []
_Labels = Annotated[
    list[str], typer.Option("--data", metavar="GOLD", help="Labels: .jsonl, .gold.json, .csv, .xlsx, or folders.")
]
_Base = Annotated[str, typer.Option(metavar="MODEL", help="An encoder: a folder, or owner/name on the hub.")]
_Out = Annotated[Path, typer.Option("-o", "--out", metavar="FOLDER", help="The model folder to make.")]
_Documents = Annotated[
    list[str], typer.Option("--documents", help="Where the minutes lie, if not beside the labels; repeat for several.")
]
_Apart = Annotated[
    list[str],
    typer.Option("--apart", metavar="GOLD", help="Labels kept for scoring: their meetings and cases are left out."),
]
_Validation = Annotated[
    list[str],
    typer.Option(
        "--validation", metavar="GOLD", help="Labels to hold out, in place of a share of the others (--held-out)."
    ),
]
_Weak = Annotated[
    list[str],
    typer.Option("--weak", metavar="FILE", help="Output of 'referat tag' on more minutes, used where cues agree."),
]
_WeakWeight = Annotated[float, typer.Option(min=0.0, max=1.0, help="What a weakly labelled item counts.")]
_Epochs = Annotated[int, typer.Option(min=1, help="How often all items are seen, at most.")]
_Rate = Annotated[float, typer.Option(min=1e-8, max=1.0, help="The highest learning rate.")]
_Batch = Annotated[int, typer.Option(min=1, help="Inputs of one step.")]
_Seed = Annotated[int, typer.Option(help="The same labels and seed give the same model.")]
_Patience = Annotated[int, typer.Option(min=1, help="Epochs without a lower held-out loss before it ends.")]
_HeldOut = Annotated[float, typer.Option(min=0.01, max=0.5, help="Share of the items that is not trained on.")]
_Windows = Annotated[int, typer.Option(min=1, help="Windows of a long item that are trained on.")]
_SkipInvalid = Annotated[
    bool, typer.Option("--skip-invalid", help="Train on the labels that are in order; wrong ones are still named.")
]
_Force = Annotated[bool, typer.Option("--force", help="Replace a model that is there.")]


@train.command("item-type", short_help="Item types, several of which may hold.")
def item_type(
    data: _Labels,
    base: _Base,
    out: _Out,
    documents: _Documents = _NO_PATHS,
    weak: _Weak = _NO_PATHS,
    apart: _Apart = _NO_PATHS,
    validation: _Validation = _NO_PATHS,
    epochs: _Epochs = 5,
    rate: _Rate = 5e-5,
    batch: _Batch = 16,
    seed: _Seed = 0,
    patience: _Patience = 2,
    held_out: _HeldOut = 0.15,
    mask_share: Annotated[
        float, typer.Option(min=0.0, max=1.0, help="Share of the items that are shown without decision.")
    ] = 0.3,
    max_windows: _Windows = 4,
    weak_weight: _WeakWeight = 0.3,
    skip_invalid: _SkipInvalid = False,
    force: _Force = False,
) -> None:
    """Fine-tune a model that gives items their type.

    Exit status: 0 trained, 2 wrong labels or use, 130 interrupted (nothing is written then).

    Example:

      referat train item-type --data sheet.xlsx --documents minutes/ --base encoder/ -o our-types
    """
    with exit_status():
        from ..train.examples import Data
        from ..train.item_tasks import ItemTypeTask
        from ..train.settings import Settings

        settings = Settings(
            epochs, rate, batch, seed, patience, held_out, mask_share, max_windows, weak_weight=weak_weight
        )
        given = Data(data, documents, weak, (), apart, skip_invalid, validation)
        _run(ItemTypeTask(), given, base, out, settings, force)


@train.command("outcome", short_help="Outcomes of items.")
def outcome(
    data: _Labels,
    base: _Base,
    out: _Out,
    documents: _Documents = _NO_PATHS,
    weak: _Weak = _NO_PATHS,
    apart: _Apart = _NO_PATHS,
    validation: _Validation = _NO_PATHS,
    epochs: _Epochs = 5,
    rate: _Rate = 5e-5,
    batch: _Batch = 16,
    seed: _Seed = 0,
    patience: _Patience = 2,
    held_out: _HeldOut = 0.15,
    max_windows: _Windows = 4,
    weak_weight: _WeakWeight = 0.3,
    skip_invalid: _SkipInvalid = False,
    force: _Force = False,
) -> None:
    """Fine-tune a model that gives items their outcome.

    Exit status: 0 trained, 2 wrong labels or use, 130 interrupted (nothing is written then).

    Example:

      referat train outcome --data gold.jsonl --documents minutes/ --base encoder/ -o our-outcomes
    """
    with exit_status():
        from ..train.examples import Data
        from ..train.item_tasks import OutcomeTask
        from ..train.settings import Settings

        settings = Settings(
            epochs, rate, batch, seed, patience, held_out, max_windows=max_windows, weak_weight=weak_weight
        )
        given = Data(data, documents, weak, (), apart, skip_invalid, validation)
        _run(OutcomeTask(), given, base, out, settings, force)


@train.command("summary", short_help="Which sentences make a summary.")
def summary(
    out: _Out,
    base: Annotated[
        str | None,
        typer.Option(metavar="MODEL", help="An encoder that learns to choose sentences: a folder, or owner/name."),
    ] = None,
    seq2seq: Annotated[
        str | None,
        typer.Option(
            metavar="MODEL", help="In its place T5, BART, Marian, Pegasus or their kin, which learns to write them."
        ),
    ] = None,
    data: _Labels = _NO_PATHS,
    minutes: Annotated[
        list[str], typer.Option(metavar="PATH", help="Unlabelled minutes whose printed Resuméer are references.")
    ] = _NO_PATHS,
    documents: _Documents = _NO_PATHS,
    apart: _Apart = _NO_PATHS,
    validation: _Validation = _NO_PATHS,
    target: Annotated[
        SentenceTarget | None,
        typer.Option(
            help="Sentences score their overlap with the reference (as without), or 1 where the oracle takes them."
        ),
    ] = None,
    epochs: _Epochs = 5,
    rate: _Rate = 5e-5,
    batch: _Batch = 16,
    seed: _Seed = 0,
    patience: _Patience = 2,
    held_out: _HeldOut = 0.15,
    skip_invalid: _SkipInvalid = False,
    force: _Force = False,
) -> None:
    """Fine-tune a model that chooses the sentences of summaries, or with --seq2seq one that writes them.

    What is written is taken only where every figure and name of it stands in the item.
    Exit status: 0 trained, 2 wrong labels or use, 130 interrupted (nothing is written then).

    Examples:

      referat train summary --minutes 2023/ --minutes 2024/ --base encoder/ -o our-summaries

      referat train summary --minutes 2023/ --seq2seq google/mt5-small --rate 3e-4 -o our-writer
    """
    with exit_status():
        from ..train.examples import Data
        from ..train.settings import Settings
        from ..train.summary_task import SummaryTask, Target

        if not data and not minutes:
            raise typer.BadParameter("give labels, or minutes that print summaries", param_hint="--data or --minutes")
        if (base is None) == (seq2seq is None):
            raise typer.BadParameter("give one of the two", param_hint="--base or --seq2seq")
        if seq2seq is not None and target is not None:
            raise typer.BadParameter("a model that writes scores no sentences", param_hint="--target")
        settings = Settings(epochs, rate, batch, seed, patience, held_out)
        given = Data(data, documents, (), minutes, apart, skip_invalid, validation)
        if base is not None:
            task = SummaryTask(Target((target or SentenceTarget.overlap).value))
            _run(task, given, base, out, settings, force)
        elif seq2seq is not None:
            from ..train.seq2seq import GeneratedSummaries, train_seq2seq

            _watched(GeneratedSummaries(), train_seq2seq, given, seq2seq, out, settings, force)


@train.command("ballots", short_help="Voters, counts and results of ballots; absentees.")
def ballots(
    base: _Base,
    out: _Out,
    data: _Labels = _NO_PATHS,
    mentions: Annotated[
        list[str],
        typer.Option(metavar="FILE", help="Composed meetings (.jsonl) that know where their labels' words stand."),
    ] = _NO_PATHS,
    documents: _Documents = _NO_PATHS,
    apart: _Apart = _NO_PATHS,
    validation: _Validation = _NO_PATHS,
    epochs: _Epochs = 5,
    rate: _Rate = 5e-5,
    batch: _Batch = 16,
    seed: _Seed = 0,
    patience: _Patience = 2,
    held_out: _HeldOut = 0.15,
    skip_invalid: _SkipInvalid = False,
    force: _Force = False,
) -> None:
    """Fine-tune a model that marks who voted how, and who was absent.

    Exit status: 0 trained, 2 wrong labels or use, 130 interrupted (nothing is written then).

    Example:

      referat train ballots --data gold.jsonl --documents minutes/ --base encoder/ -o our-votes
    """
    with exit_status():
        from ..train.ballot_task import BallotTask
        from ..train.examples import Data
        from ..train.settings import Settings

        if not data and not mentions:
            raise typer.BadParameter("give labels, or composed meetings", param_hint="--data or --mentions")
        settings = Settings(epochs, rate, batch, seed, patience, held_out)
        given = Data(data, documents, (), (), apart, skip_invalid, validation, mentions)
        _run(BallotTask(), given, base, out, settings, force)


def _run(task: Task, data: Data, base: str, out: Path, settings: Settings, force: bool) -> None:
    from ..train.session import train as run

    _watched(task, partial(run, task), data, base, out, settings, force)


def _watched(
    goal: Goal, run: Callable[..., Trained], data: Data, base: str, out: Path, settings: Settings, force: bool
) -> None:
    """Run a training, show how far it is and what came of it."""
    from ..evaluate.gold import GoldError
    from ..train.errors import TrainingDataError
    from .train_output import print_result, shown

    command = shlex.join(["referat", *sys.argv[1:]])
    try:
        with shown(goal, settings) as watch:
            trained = run(
                data,
                base=base,
                out=out,
                settings=settings,
                force=force,
                command=command,
                on_examples=watch.examples,
                on_epoch=watch.epoch,
                on_step=watch.step,
            )
    except (GoldError, TrainingDataError) as error:
        say(f"{error.message}\n{error.advice}")
        raise typer.Exit(WRONG_USE) from None
    print_result(goal, trained)
