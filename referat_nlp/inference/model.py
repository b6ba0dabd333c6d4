"""A model ready to predict, by its name."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..errors import ModelError
from .batching import Logits, Runner, run_batches
from .calibration import Calibration
from .checkpoint import Checkpoint, Head, Stored, locate, read_checkpoint
from .tokenize import TextTokenizer


@dataclass(frozen=True)
class Model:
    """A checkpoint with its tokenizer, runtime and calibration; :func:`open_model` makes one.

    Attributes:
        checkpoint: What the folder says of itself.
        labels: The labels in the task's order, which is that of all that the model gives.
        tokenizer: Its tokenizer.
        runner: Its runtime.
        calibration: What is done to its logits, in the task's order of labels.
    """

    checkpoint: Checkpoint
    labels: tuple[str, ...]
    tokenizer: TextTokenizer
    runner: Runner
    calibration: Calibration

    @property
    def stored(self) -> Stored:
        """Where it was read from."""
        return self.checkpoint.stored

    def logits(self, inputs: Sequence[Sequence[int]]) -> list[Logits]:
        """Run the model.

        Args:
            inputs: Tokens of each input, with those that begin and end it; at most ``checkpoint.max_tokens``.

        Returns:
            The logits of each: shape (labels,), or (its length, labels) for a model that labels tokens.
        """
        order = [self.checkpoint.labels.index(label) for label in self.labels]
        found = run_batches(self.runner, inputs, pad_id=self.checkpoint.pad_id)
        return [logits[..., order] for logits in found]

    def probabilities(self, logits: Logits) -> Logits:
        """Calibrated probabilities of logits, of the same shape."""
        return self.calibration.probabilities(logits, exclusive=self.checkpoint.exclusive)


def find_path(name: str | os.PathLike[str]) -> Path:
    """Find the model of a name, and fetch it where it is one of the hub.

    Args:
        name: The name of a bundled model, a folder (or one file of weights in it), or a name of the hub.

    Returns:
        The folder or file.

    Raises:
        ModelNotFoundError: There is no such model.
        MissingExtraError: It can only be one of the hub, and the extra is not installed.
    """
    path = locate(name)
    if path is None:
        from .torch_session import fetch

        path = fetch(os.fspath(name))
    return path


def open_model(
    name: str | os.PathLike[str],
    *,
    labels: Sequence[str],
    heads: Sequence[Head] = ("ForSequenceClassification",),
    threads: int | None = None,
) -> Model:
    """Open a model for a task.

    Args:
        name: The name of a bundled model, a folder (or one file of weights in it), or a name of the hub.
        labels: The task's labels.
        heads: The kinds of model that the task can use.
        threads: How many the slim runtime uses; None for the cores that this process may run on.

    Returns:
        The model.

    Raises:
        ModelNotFoundError: There is no such model.
        ModelError: It cannot be used for the task.
        MissingExtraError: It is no ONNX graph, and the extra that runs it is not installed.
    """
    path = find_path(name)
    checkpoint = read_checkpoint(path, heads, labels)
    runner: Runner
    if checkpoint.is_onnx:
        from .session import OnnxRunner

        tokenizer = TextTokenizer.from_folder(checkpoint.folder)
        runner = OnnxRunner(checkpoint.weights, threads)
    else:
        from .torch_session import TorchRunner, load_tokenizer

        runner = TorchRunner(checkpoint)
        tokenizer = load_tokenizer(checkpoint.folder)
    model = Model(checkpoint, tuple(labels), tokenizer, runner, Calibration.from_folder(checkpoint.folder, labels))
    _try(model)
    return model


def _try(model: Model) -> None:
    """See that the weights do what the configuration says, before the first document pays for it."""
    # With the last token of the tokenizer: it may know more than the model.
    trial = model.tokenizer.joined([[model.tokenizer.tokenizer.get_vocab_size() - 1]])
    try:
        found = run_batches(model.runner, [trial], pad_id=model.checkpoint.pad_id)[0]
    except Exception as error:
        raise ModelError(f"cannot be run: {error}", path=str(model.checkpoint.weights)) from None
    rank = 1 if model.checkpoint.head == "ForSequenceClassification" else 2
    if found.ndim != rank or found.shape[-1] != len(model.labels):
        raise ModelError(
            f"gives {found.shape[-1]} values a {'text' if found.ndim == 1 else 'token'}, where config.json names "
            f"{len(model.labels)} labels a {'text' if rank == 1 else 'token'}",
            path=str(model.checkpoint.weights),
        )
    if not np.isfinite(found).all():
        raise ModelError("gives values that are no numbers", path=str(model.checkpoint.weights))
