"""Encoders with a head: item type, outcome, sentences of summaries."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from .base import Base, load_base
from .data import Labelled
from .examples import Examples
from .folder import Exported, export_and_compare
from .loop import Epoch, Tick, fine_tune
from .rows import Row
from .settings import Settings
from .task import Shown, Task


@dataclass(frozen=True)
class EncoderLearner:
    """An encoder that learns a task; see :class:`~.learner.Learner`.

    Attributes:
        task: The task.
        start: The encoder with a new head.
        settings: How it is trained.
    """

    task: Task
    start: Base
    settings: Settings
    most_scored: int | None = None

    @classmethod
    def open(cls, task: Task, base: str, settings: Settings) -> EncoderLearner:
        """Load the encoder; see :func:`~.base.load_base`."""
        start = load_base(
            base, task.head, task.labels, exclusive=task.exclusive, dropout=settings.dropout, seed=settings.seed
        )
        return cls(task, start, settings)

    @property
    def licence(self) -> str | None:
        """See :class:`~.learner.Learner`."""
        return self.start.licence

    @property
    def parameters(self) -> int:
        """See :class:`~.learner.Learner`."""
        return sum(each.numel() for each in self.start.model.parameters())

    def fit(self, examples: Examples, on_epoch: Callable[[Epoch], None], on_step: Tick) -> list[Epoch]:
        """See :class:`~.learner.Learner`."""
        told = self._rows(examples.held_out, "held out")
        return fine_tune(
            self.start.model,
            lambda epoch: self._rows(examples.training, f"epoch {epoch}"),
            told,
            exclusive=self.task.exclusive,
            pad_id=self.start.pad_id,
            settings=self.settings,
            on_epoch=on_epoch,
            on_step=on_step,
        )

    def write(self, folder: Path, examples: Examples) -> tuple[Exported, str]:
        """Safetensors, tokenizer, ONNX graphs, calibration; see :class:`~.learner.Learner`."""
        self.start.save(folder)
        rows = self.task.rows(examples.held_out, self._shown, None)
        exported = export_and_compare(folder, self.task.labels, rows)
        return exported, self.task.adjust(folder, examples.held_out, examples.training, self.settings)

    @property
    def _shown(self) -> Shown:
        return Shown(self.start.tokenizer, self.start.max_tokens, self.settings)

    def _rows(self, items: Sequence[Labelled], draw: str) -> list[Row]:
        return self.task.rows(items, self._shown, random.Random(f"{self.settings.seed} {draw}"))
