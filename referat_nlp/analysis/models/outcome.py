"""The outcome of items, by a fine-tuned model."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import cast

from ...inference.model import Model, open_model
from ...schema import Outcome
from ..context import ItemContext
from ..interface import OutcomeResult
from ..outcome import RuleOutcomeTagger
from .inputs import item_text
from .labels import NO_OUTCOME, OUTCOMES
from .windowed import item_logits


@dataclass(frozen=True)
class ModelOutcomeTagger:
    """Gives items their outcome by a model, and the numbered points of their decisions theirs by rule.

    Attributes:
        model: A model with the labels of :data:`~.labels.OUTCOMES`.
        points: What reads the points.
    """

    model: Model
    points: RuleOutcomeTagger = field(default_factory=RuleOutcomeTagger)

    @classmethod
    def load(cls, name: str | os.PathLike[str]) -> ModelOutcomeTagger:
        """Open the model of a name; see :func:`~referat_nlp.inference.model.open_model`."""
        return cls(open_model(name, labels=OUTCOMES))

    def __call__(self, items: Sequence[ItemContext]) -> list[OutcomeResult]:
        """Give each item its outcome.

        Args:
            items: The items.

        Returns:
            Outcome and points of each; an item whose own body decided nothing has none, whatever the model
            would say. A warning where not all of an item was read.
        """
        results = [replace(result, outcome=None) for result in self.points(items)]
        decided = [index for index, item in enumerate(items) if item.is_decided]
        found, warnings = item_logits(self.model, [item_text(items[index]) for index in decided], "the outcome model")
        for index, values, told in zip(decided, found, warnings, strict=True):
            label = OUTCOMES[int(self.model.probabilities(values).argmax())]
            outcome = None if label == NO_OUTCOME else cast(Outcome, label)
            results[index] = replace(results[index], outcome=outcome, warnings=told)
        return results
