"""What came of a training."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from .examples import Examples
from .folder import Exported
from .loop import Epoch
from .scores import Scores
from .settings import Settings


@dataclass(frozen=True)
class Trained:
    """What came of a training.

    Attributes:
        folder: The model folder.
        examples: What it was made of.
        epochs: How it went.
        scores: How good it is on held-out items.
        apart: How good it is on those that were kept apart; None where none were.
        exported: What became of the ONNX graphs.
        adjusted: What was fitted after training.
        seconds: What the whole took.
        base: The name of the encoder that it began with.
        licence: The licence that the encoder's own card states; None where it states none.
        published: The licence that this model is published under; None where that is for others to say.
        parameters: How many the model has.
        settings: How it was trained.
        command: The command line.
    """

    folder: Path
    examples: Examples
    epochs: list[Epoch]
    scores: Scores
    apart: Scores | None
    exported: Exported
    adjusted: str
    seconds: float
    base: str
    licence: str | None
    published: str | None
    parameters: int
    settings: Settings
    command: str
