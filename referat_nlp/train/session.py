"""One training from the names of files to the model folder: what ``referat train`` runs."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from .base import load_base
from .card import CARD, card
from .data import Labelled
from .errors import require_training
from .examples import Data, Examples, read_examples
from .folder import check_free, export_and_compare, new_folder
from .loop import Epoch, Tick, fine_tune
from .result import Trained
from .rows import Row
from .scores import score
from .settings import Settings
from .task import Shown, Task


def train(
    task: Task,
    data: Data,
    *,
    base: str,
    out: str | Path,
    settings: Settings = Settings(),  # noqa: B008 - frozen
    force: bool = False,
    command: str = "",
    on_examples: Callable[[Examples], None] = lambda _: None,
    on_epoch: Callable[[Epoch], None] = lambda _: None,
    on_step: Tick = lambda _, __: None,
) -> Trained:
    """Fine-tune a model on labelled minutes and write the folder that ``load`` takes.

    Args:
        task: What it is to do.
        data: What it learns from.
        base: The encoder: a folder, the name of a bundled model, or owner/name on the Hugging Face hub.
        out: The model folder to make.
        settings: How it is trained.
        force: Replace a model that is there.
        command: The command line, for the model card.
        on_examples: Called with the items before training begins.
        on_epoch: Called after each epoch.
        on_step: Called after each step.

    Returns:
        What came of it. The folder holds safetensors, tokenizer, ONNX graphs, calibration and model card.

    Raises:
        MissingExtraError: The extra is not installed.
        GoldError: Labels are wrong and are not to be left out.
        TrainingDataError: There is too little to learn from.
        ModelError: The base is no model, or the loss went beyond all numbers.
        OutputError: The folder cannot be written.
    """
    require_training()
    started = time.monotonic()
    check_free(Path(out), force=force)
    examples = read_examples(task, data, settings)
    on_examples(examples)
    start = load_base(
        base, task.head, task.labels, exclusive=task.exclusive, dropout=settings.dropout, seed=settings.seed
    )
    shown = Shown(start.tokenizer, start.max_tokens, settings)
    told = _rows(task, examples.held_out, shown, "held out")
    epochs = fine_tune(
        start.model,
        lambda epoch: _rows(task, examples.training, shown, f"epoch {epoch}"),
        told,
        exclusive=task.exclusive,
        pad_id=start.pad_id,
        settings=settings,
        on_epoch=on_epoch,
        on_step=on_step,
    )
    with new_folder(Path(out)) as folder:
        start.save(folder)
        exported = export_and_compare(folder, task.labels, task.rows(examples.held_out, shown, None))
        adjusted = task.adjust(folder, examples.held_out)
        trained = Trained(
            folder=Path(out),
            examples=examples,
            epochs=epochs,
            scores=score(task, folder, examples.held_out),
            exported=exported,
            adjusted=adjusted,
            seconds=time.monotonic() - started,
            # A folder's place on this machine tells nobody anything.
            base=Path(base).name if Path(base).exists() else base,
            licence=start.licence,
            parameters=sum(each.numel() for each in start.model.parameters()),
            settings=settings,
            command=command,
        )
        (folder / CARD).write_text(card(task, trained), encoding="utf-8")
    return trained


def _rows(task: Task, items: Sequence[Labelled], shown: Shown, draw: str) -> list[Row]:
    return task.rows(items, shown, random.Random(f"{shown.settings.seed} {draw}"))
