"""One training from the names of files to the model folder: what ``referat train`` runs."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from .card import CARD, card
from .encoder import EncoderLearner
from .errors import require_training
from .examples import Data, Examples, read_examples
from .folder import check_free, new_folder
from .learner import Learner
from .loop import Epoch, Tick
from .result import Trained
from .scores import score
from .settings import Settings
from .task import Goal, Task


def train(
    task: Task,
    data: Data,
    *,
    base: str,
    out: str | Path,
    settings: Settings = Settings(),  # noqa: B008 - frozen
    force: bool = False,
    command: str = "",
    licence: str | None = None,
    on_examples: Callable[[Examples], None] = lambda _: None,
    on_epoch: Callable[[Epoch], None] = lambda _: None,
    on_step: Tick = lambda _, __: None,
) -> Trained:
    """Fine-tune an encoder on labelled minutes and write the folder that ``load`` takes.

    Args:
        task: What it is to do.
        data: What it learns from.
        base: The encoder: a folder, the name of a bundled model, or owner/name on the Hugging Face hub.
        out: The model folder to make.
        settings: How it is trained.
        force: Replace a model that is there.
        command: The command line, for the model card.
        licence: What the model is published under, for the model card; None leaves that to whoever publishes it.
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
    return train_learner(
        task,
        data,
        lambda: EncoderLearner.open(task, base, settings),
        base=base,
        out=out,
        settings=settings,
        force=force,
        command=command,
        licence=licence,
        on_examples=on_examples,
        on_epoch=on_epoch,
        on_step=on_step,
    )


def train_learner(
    goal: Goal,
    data: Data,
    open_learner: Callable[[], Learner],
    *,
    base: str,
    out: str | Path,
    settings: Settings,
    force: bool,
    command: str,
    licence: str | None = None,
    on_examples: Callable[[Examples], None],
    on_epoch: Callable[[Epoch], None],
    on_step: Tick,
) -> Trained:
    """The same for a model of any kind; see :func:`train`.

    Args:
        goal: What it is to learn.
        data: What it learns from.
        open_learner: Opens the base; called when the items are known to suffice.
        base: The name of the base, for the model card.
        out: The model folder to make.
        settings: How it is trained.
        force: Replace a model that is there.
        command: The command line.
        licence: What the model is published under.
        on_examples: Called with the items.
        on_epoch: Called after each epoch.
        on_step: Called after each step.

    Returns:
        What came of it.
    """
    require_training()
    started = time.monotonic()
    check_free(Path(out), force=force)
    examples = read_examples(goal, data, settings)
    on_examples(examples)
    learner = open_learner()
    epochs = learner.fit(examples, on_epoch, on_step)
    with new_folder(Path(out)) as folder:
        exported, adjusted = learner.write(folder, examples)
        trained = Trained(
            folder=Path(out),
            examples=examples,
            epochs=epochs,
            scores=score(goal, folder, examples.held_out[: learner.most_scored]),
            apart=score(goal, folder, examples.apart[: learner.most_scored]) if examples.apart else None,
            exported=exported,
            adjusted=adjusted,
            seconds=time.monotonic() - started,
            # A folder's place on this machine tells nobody anything.
            base=Path(base).name if Path(base).exists() else base,
            licence=learner.licence,
            published=licence,
            parameters=learner.parameters,
            settings=settings,
            command=command,
        )
        (folder / CARD).write_text(card(goal, trained), encoding="utf-8")
    return trained
