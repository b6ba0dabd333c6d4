"""Item type and outcome: texts that are labelled as a whole."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ..analysis import Analysers
from ..analysis.context import ItemContext
from ..analysis.item_type import RuleTypeTagger
from ..analysis.models.bag_of_words import BagOfWords
from ..analysis.models.blend import fit_blend, save_blends
from ..analysis.models.inputs import BUDGET, ItemText, item_inputs, item_text
from ..analysis.models.item_type import ModelTypeTagger, parts, voices
from ..analysis.models.labels import NO_OUTCOME, OUTCOMES, TYPES
from ..analysis.models.outcome import ModelOutcomeTagger
from ..analysis.models.windowed import item_logits
from ..analysis.outcome import RuleOutcomeTagger
from ..evaluate.baselines.silence import only
from ..evaluate.masking import masked_item
from ..evaluate.metrics import Task as MetricTask
from ..inference.batching import Logits
from ..inference.checkpoint import Head
from ..inference.model import open_model
from .bag_of_words import fit_bag_of_words
from .calibrate import calibration_of
from .data import Labelled
from .rows import Row
from .settings import Settings
from .task import Shown
from .weak import outcome_agrees, types_agree

_FEWEST_TO_BLEND = 50
"""Held-out items that the weights of rules and model can be fitted to."""


@dataclass(frozen=True)
class _ItemTask:
    """What both have in common."""

    labels: tuple[str, ...]
    exclusive: bool
    head: Head = "ForSequenceClassification"

    def classes(self, item: Labelled) -> tuple[str, ...]:
        """See :class:`~.task.Task`."""
        raise NotImplementedError

    def masked(self, text: ItemText, chance: random.Random, shown: Shown) -> ItemText:
        """What is left of an item in training; all of it."""
        return text

    def rows(self, items: Sequence[Labelled], shown: Shown, chance: random.Random | None) -> list[Row]:
        """Windows as in use; see :class:`~.task.Task`."""
        texts = [item_text(item.context) for item in items]
        if chance is not None:
            texts = [
                text if item.is_composed else self.masked(text, chance, shown)
                for item, text in zip(items, texts, strict=True)
            ]
        budget = replace(BUDGET, most_windows=shown.settings.max_windows).within(shown.max_tokens)
        rows = []
        for item, inputs in zip(items, item_inputs(texts, shown.tokenizer, budget), strict=True):
            held = self.classes(item)
            targets = np.array([label in held for label in self.labels], dtype=np.float32)
            # An item counts once, however many windows it has.
            weight = (shown.settings.weak_weight if item.weak else 1.0) / len(inputs.windows)
            rows += [Row(window, targets, weight=weight) for window in inputs.windows]
        return rows

    def adjust(self, folder: Path, items: Sequence[Labelled], learned: Sequence[Labelled], settings: Settings) -> str:
        """Write ``calibration.json``; see :class:`~.task.Task`."""
        return self.calibrate(folder, items, self.logits(folder, [item_text(item.context) for item in items]))

    def logits(self, folder: Path, texts: Sequence[ItemText]) -> Logits:
        """What the model of a folder says of items, shape (items, labels)."""
        found, _ = item_logits(open_model(folder, labels=self.labels), texts, "the model")
        return np.stack(found)

    def calibrate(self, folder: Path, items: Sequence[Labelled], logits: Logits) -> str:
        """Fit the calibration to logits of held-out items and write it; what was done."""
        calibration, told = calibration_of(self.labels, logits, self._truth(items), exclusive=self.exclusive)
        calibration.save(folder)
        return told

    def _truth(self, items: Sequence[Labelled]) -> NDArray[np.bool_]:
        return np.array([[label in self.classes(item) for label in self.labels] for item in items])


@dataclass(frozen=True)
class ItemTypeTask(_ItemTask):
    """Several kinds may hold; the decision is left out of some items, so that agendas are typed as well."""

    labels: tuple[str, ...] = TYPES
    exclusive: bool = False
    name: str = "item-type"
    option: str = "--model-type"
    keyword: str = "item_type"
    fields: tuple[str, ...] = ("type", "types")
    metrics: frozenset[MetricTask] = frozenset(("type",))
    weighs_cues: bool = True

    def classes(self, item: Labelled) -> tuple[str, ...]:
        """``types``, else ``type``."""
        return tuple(item.gold.types) or ((item.gold.type,) if item.gold.type else ())

    def trusts(self, item: Labelled) -> bool:
        """Where decision, indstilling and title agree."""
        return types_agree(item)

    def masked(self, text: ItemText, chance: random.Random, shown: Shown) -> ItemText:
        """Without its decision in a share of the items, and half of those without indstilling.

        Composed items are always shown whole: of title and case alone they would teach what the composer's cases say,
        which is less varied than what cases say.
        """
        drawn = chance.random() / max(shown.settings.mask_share, 1e-9)
        if drawn >= 1:
            return text
        return replace(text, decided="", asked="" if drawn < 0.5 else text.asked)

    def adjust(self, folder: Path, items: Sequence[Labelled], learned: Sequence[Labelled], settings: Settings) -> str:
        """Write ``calibration.json``; and a bag of words and ``blend.json`` where there are items enough."""
        if len(items) < _FEWEST_TO_BLEND:
            return super().adjust(folder, items, learned, settings)
        words = self._words(learned, settings)
        words.save(folder)
        # The rules are worth less where there is no decision to read.
        shown = [item.context for item in items] + [_bare(item.context) for item in items]
        texts = [item_text(item) for item in shown]
        values = self.logits(folder, texts)
        told = self.calibrate(folder, items, values[: len(items)])
        said = voices(texts, values, RuleTypeTagger()(shown), words)
        truth = np.concatenate([self._truth(items)] * 2)
        blends = {
            part: fit_blend(self.labels, {name: odds[mine] for name, odds in said.items()}, truth[mine])
            for part, mine in parts(shown).items()
        }
        save_blends(blends, folder)
        weights = "; ".join(
            f"{part} items {', '.join(f'{name} {weight:.2f}' for name, weight in each.weights.items())}"
            for part, each in blends.items()
        )
        return f"{told} The rules and a bag of words have a say beside the model, log odds by log odds: {weights}."

    def _words(self, learned: Sequence[Labelled], settings: Settings) -> BagOfWords:
        """A bag of words of the items that the model learned from."""
        maskable = [item for item in learned if not item.is_composed]
        shown = [item.context for item in learned] + [_bare(item.context) for item in maskable]
        weights = [settings.weak_weight if item.weak else 1.0 for item in (*learned, *maskable)]
        truth = np.concatenate([self._truth(learned), self._truth(maskable)])
        return fit_bag_of_words(self.labels, [item_text(each) for each in shown], truth, weights)

    def analysers(self, folder: Path) -> Analysers:
        """See :class:`~.task.Task`."""
        return only(item_type=ModelTypeTagger.load(folder))

    def rules(self) -> Analysers:
        """See :class:`~.task.Task`."""
        return only(item_type=RuleTypeTagger())


def _bare(context: ItemContext) -> ItemContext:
    """An item as an agenda shows it."""
    return replace(context, item=masked_item(context.item))


@dataclass(frozen=True)
class OutcomeTask(_ItemTask):
    """One of the nine outcomes, or none."""

    labels: tuple[str, ...] = OUTCOMES
    exclusive: bool = True
    name: str = "outcome"
    option: str = "--model-outcome"
    keyword: str = "outcome"
    fields: tuple[str, ...] = ("outcome",)
    metrics: frozenset[MetricTask] = frozenset(("outcome",))
    weighs_cues: bool = False

    def classes(self, item: Labelled) -> tuple[str, ...]:
        """The outcome; nothing where the own body decided nothing, which the model is not asked about."""
        return (item.gold.outcome or NO_OUTCOME,) if item.context.is_decided and item.gold.labels("outcome") else ()

    def trusts(self, item: Labelled) -> bool:
        """Where the decision's formula states it by itself."""
        return outcome_agrees(item)

    def analysers(self, folder: Path) -> Analysers:
        """See :class:`~.task.Task`."""
        return only(outcome=ModelOutcomeTagger.load(folder))

    def rules(self) -> Analysers:
        """See :class:`~.task.Task`."""
        return only(outcome=RuleOutcomeTagger())
