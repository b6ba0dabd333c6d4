"""Summaries that are written: an encoder-decoder learns from references that the item bears out."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from numpy.typing import NDArray

from ..analysis import Analysers
from ..analysis.faithfulness import source_of
from ..analysis.models.generated import GeneratedSummariser, unsaid, written_from
from ..analysis.summary import LeadSummariser
from ..danish.sentences import sentence_spans
from ..evaluate.baselines.silence import only
from ..evaluate.metrics import Task as MetricTask
from ..evaluate.metrics.summary import reference_of
from ..inference.model import find_path
from ..inference.seq2seq import Seq2Seq, padded
from .base import licence_of, set_dropout
from .data import Labelled
from .examples import Data, Examples
from .folder import Exported
from .loop import Epoch, Tick, computes_bf16, run_epochs
from .result import Trained
from .session import train_learner
from .settings import Settings

_IGNORED = -100
"""The target of padding, which Transformers leaves out of the loss."""
_MOST_SCORED = 200
"""Held-out items that are written out for the scores: beam search on a processor takes seconds an item."""
_MOST_TRIED = 50
_LIKE = 32
"""Tokens within which two inputs are of like length."""


def train_seq2seq(
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
    """Fine-tune an encoder-decoder on summaries and write the folder that ``load(summary=…)`` takes.

    Args:
        data: What it learns from.
        base: T5, BART, Marian, Pegasus or their kin: a folder, or owner/name on the Hugging Face hub.
        out: The model folder to make.
        settings: How it is trained.
        force: Replace a model that is there.
        command: The command line, for the model card.
        on_examples: Called with the items before training begins.
        on_epoch: Called after each epoch.
        on_step: Called after each step.

    Returns:
        What came of it. The folder holds safetensors, configuration, tokenizer and model card.

    Raises:
        MissingExtraError: The extra is not installed.
        GoldError: Labels are wrong and are not to be left out.
        TrainingDataError: There is too little to learn from.
        ModelError: The base is no encoder-decoder, or the loss went beyond all numbers.
        OutputError: The folder cannot be written.
    """
    return train_learner(
        GeneratedSummaries(),
        data,
        lambda: Seq2SeqLearner.open(base, settings),
        base=base,
        out=out,
        settings=settings,
        force=force,
        command=command,
        on_examples=on_examples,
        on_epoch=on_epoch,
        on_step=on_step,
    )


@dataclass(frozen=True)
class GeneratedSummaries:
    """Summaries that are written; see :class:`~.task.Goal`."""

    name: str = "generated summary"
    option: str = "--model-summary"
    keyword: str = "summary"
    labels: tuple[str, ...] = ("resumé",)
    fields: tuple[str, ...] = ("summary",)
    metrics: frozenset[MetricTask] = frozenset(("summary",))
    weighs_cues: bool = False

    def classes(self, item: Labelled) -> tuple[str, ...]:
        """The label, where the item bears a sentence of its reference out."""
        return self.labels if borne_out(item) else ()

    def trusts(self, item: Labelled) -> bool:
        """Summaries of rules are not learned from."""
        return False

    def analysers(self, folder: Path) -> Analysers:
        """See :class:`~.task.Goal`."""
        return only(summary=GeneratedSummariser(Seq2Seq(folder)))

    def rules(self) -> Analysers:
        """See :class:`~.task.Goal`."""
        return only(summary=LeadSummariser())


def borne_out(item: Labelled) -> str:
    """The sentences of an item's reference whose figures and names stand in the item.

    A model that learns to write the others learns to invent.

    Args:
        item: The item.

    Returns:
        The sentences on one line; nothing where there are none.
    """
    reference = reference_of(item.gold, item.context.item) or ""
    source = source_of(item.context.item)
    if not source.strip():
        return ""
    sentences = [reference[start:end] for start, end in sentence_spans(reference, 0, len(reference))]
    return " ".join(" ".join(each.split()) for each in sentences if not unsaid(each, source))


@dataclass(frozen=True, slots=True)
class Pair:
    """What is read and what is to be written, as tokens."""

    source: list[int]
    target: list[int]


@dataclass(frozen=True)
class Seq2SeqLearner:
    """An encoder-decoder that learns to write summaries; see :class:`~.learner.Learner`.

    Attributes:
        model: The model.
        licence: That of the base.
        settings: How it is trained.
        most_scored: Held-out items that are written out for the scores.
    """

    model: Seq2Seq
    licence: str | None
    settings: Settings
    most_scored: int | None = field(default=_MOST_SCORED)

    @classmethod
    def open(cls, base: str, settings: Settings) -> Seq2SeqLearner:
        """Open the base; see :class:`~referat_nlp.inference.seq2seq.Seq2Seq`."""
        path = find_path(base)
        folder = path.parent if path.is_file() else path
        model = Seq2Seq(folder)
        set_dropout(model.model, settings.dropout)
        return cls(model, licence_of(folder), settings)

    @property
    def parameters(self) -> int:
        """See :class:`~.learner.Learner`."""
        return sum(each.numel() for each in self.model.model.parameters())

    def fit(self, examples: Examples, on_epoch: Callable[[Epoch], None], on_step: Tick) -> list[Epoch]:
        """See :class:`~.learner.Learner`."""
        training, held_out = self._pairs(examples.training), self._pairs(examples.held_out)
        seed = self.settings.seed
        return run_epochs(
            self.model.model,
            lambda number: (len(training), self._batches(training, f"{seed} {number}")),
            lambda: self._batches(held_out),
            self._loss,
            settings=self.settings,
            on_epoch=on_epoch,
            on_step=on_step,
        )

    def write(self, folder: Path, examples: Examples) -> tuple[Exported, str]:
        """Safetensors, configuration and tokenizer; see :class:`~.learner.Learner`."""
        self.model.save(folder)
        tried = [item.context for item in examples.held_out[:_MOST_TRIED]]
        found = [each.summary for each in GeneratedSummariser(self.model)(tried)]
        taken = sum(summary is not None and summary.method == "abstractive" for summary in found)
        scored = min(len(examples.held_out), _MOST_SCORED)
        told = (
            f"On {taken} of {len(tried)} held-out items a written text passed the check of figures and names. "
            f"The scores below are on {scored} held-out items."
        )
        return Exported(problem="models that write text are not exported"), told

    def _pairs(self, items: Sequence[Labelled]) -> list[Pair]:
        sources = self.model.encode([written_from(item.context) for item in items])
        targets = self.model.encode_targets([borne_out(item) for item in items])
        return [Pair(source.ids, target) for source, target in zip(sources, targets, strict=True)]

    def _batches(self, pairs: Sequence[Pair], draw: str | None = None) -> Iterator[list[Pair]]:
        """Pairs of like length together, in another order every epoch."""
        order = list(range(len(pairs)))
        chance = random.Random(draw)
        if draw is not None:
            chance.shuffle(order)
        order.sort(key=lambda index: len(pairs[index].source) // _LIKE)
        size = self.settings.batch
        cut = [[pairs[index] for index in order[first : first + size]] for first in range(0, len(order), size)]
        if draw is not None:
            chance.shuffle(cut)
        yield from cut

    def _loss(self, batch: list[Pair], device: Any) -> tuple[Any, float]:
        """The mean loss of a token that is written, and how many are."""
        import torch

        ids, mask = padded([pair.source for pair in batch], self.model.pad_id)
        targets, shown = padded([pair.target for pair in batch], _IGNORED)
        given: dict[str, NDArray[Any]] = {"input_ids": ids, "attention_mask": mask, "labels": targets}
        with torch.autocast(device.type, dtype=torch.bfloat16, enabled=computes_bf16(device)):
            found = self.model.model(**{name: torch.from_numpy(each).to(device) for name, each in given.items()})
        return found.loss.float(), float(shown.sum())
