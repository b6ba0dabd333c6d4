"""What a task gives to training."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, runtime_checkable

from ..analysis import Analysers
from ..evaluate.metrics import Task as MetricTask
from ..inference.checkpoint import Head
from ..inference.tokenize import TextTokenizer
from .data import Labelled
from .rows import Row
from .settings import Settings


@dataclass(frozen=True, slots=True)
class Shown:
    """How items become inputs.

    Attributes:
        tokenizer: The tokenizer of the base.
        max_tokens: The most tokens that the base takes.
        settings: The training's.
    """

    tokenizer: TextTokenizer
    max_tokens: int
    settings: Settings


class Goal(Protocol):
    """What a model is to learn, and how it is scored, whatever kind of model it is.

    Attributes:
        name: What is trained ("item-type").
        option: The option that takes the model ("--model-type").
        keyword: The same for ``load`` ("item_type").
        labels: The labels of items.
        fields: The labels of an item that the task is scored by.
        metrics: The metrics that it is scored by.
        weighs_cues: Whether it is also scored on minutes without decision and indstilling.
    """

    @property
    def name(self) -> str: ...  # noqa: D102
    @property
    def option(self) -> str: ...  # noqa: D102
    @property
    def keyword(self) -> str: ...  # noqa: D102
    @property
    def labels(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def fields(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def metrics(self) -> frozenset[MetricTask]: ...  # noqa: D102
    @property
    def weighs_cues(self) -> bool: ...  # noqa: D102

    def classes(self, item: Labelled) -> tuple[str, ...]:
        """The labels that an item has; none where it is not labelled for the task."""
        ...

    def trusts(self, item: Labelled) -> bool:
        """Whether a weak label of an item may be learned from."""
        ...

    def analysers(self, folder: Path) -> Analysers:
        """The model as the only analyser that finds anything."""
        ...

    def rules(self) -> Analysers:
        """The rules that it is compared with."""
        ...


@runtime_checkable
class Aligns(Protocol):
    """A goal whose labels speak of words that have to be found in the minutes."""

    def unaligned(self, items: Sequence[Labelled]) -> list[str]:
        """What of labelled items cannot be learned from, in words; nothing where all was found."""
        ...


class Task(Goal, Protocol):
    """A task that an encoder with a head is trained for.

    Attributes:
        head: Whether the model labels texts or tokens.
        exclusive: Whether exactly one label holds.
    """

    @property
    def head(self) -> Head: ...  # noqa: D102
    @property
    def exclusive(self) -> bool: ...  # noqa: D102

    def rows(self, items: Sequence[Labelled], shown: Shown, chance: random.Random | None) -> list[Row]:
        """What the model is shown of items.

        Args:
            items: Items that have classes.
            shown: How.
            chance: Decides what is left out of which item; None: nothing is.

        Returns:
            The rows.
        """
        ...

    def adjust(self, folder: Path, items: Sequence[Labelled], learned: Sequence[Labelled], settings: Settings) -> str:
        """Fit to held-out items what is fitted after training, and write it into the model folder.

        Args:
            folder: The model folder.
            items: Items that were not trained on.
            learned: Those that were, for what is made of them beside the model.
            settings: How it was trained.

        Returns:
            What was done, as a sentence of the model card.
        """
        ...
