"""What a kind of model does in a training."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from .examples import Examples
from .folder import Exported
from .loop import Epoch, Tick


class Learner(Protocol):
    """A model that learns.

    Attributes:
        licence: The licence that the base's own card states; None where it states none.
        parameters: How many it has.
        most_scored: Held-out items that it is scored on at most; None: all.
    """

    @property
    def licence(self) -> str | None: ...  # noqa: D102
    @property
    def parameters(self) -> int: ...  # noqa: D102
    @property
    def most_scored(self) -> int | None: ...  # noqa: D102

    def fit(self, examples: Examples, on_epoch: Callable[[Epoch], None], on_step: Tick) -> list[Epoch]:
        """Learn.

        Args:
            examples: The items that are learned from, and those that tell when to stop.
            on_epoch: Called after each epoch.
            on_step: Called after each step.

        Returns:
            The epochs.
        """
        ...

    def write(self, folder: Path, examples: Examples) -> tuple[Exported, str]:
        """Write the model folder.

        Args:
            folder: Where to.
            examples: The items.

        Returns:
            What became of the ONNX graphs, and a sentence on what was fitted after training.
        """
        ...
