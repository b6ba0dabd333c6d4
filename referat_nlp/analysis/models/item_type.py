"""The type of items, by a fine-tuned model."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass

from ...inference.model import Model, open_model
from ..context import ItemContext
from ..interface import TypeResult
from ..item_type import MOST_BINDING
from .labels import TYPES
from .windowed import item_probabilities

_HOLDS = 0.5


@dataclass(frozen=True)
class ModelTypeTagger:
    """Gives items their type: every one that is likelier than not, the most binding of them first.

    Attributes:
        model: A model with the labels of :data:`~.labels.TYPES`.
    """

    model: Model

    @classmethod
    def load(cls, name: str | os.PathLike[str]) -> ModelTypeTagger:
        """Open the model of a name; see :func:`~referat_nlp.inference.model.open_model`."""
        return cls(open_model(name, labels=TYPES))

    def __call__(self, items: Sequence[ItemContext]) -> list[TypeResult]:
        """Give each item its type.

        Args:
            items: The items.

        Returns:
            Type, types and calibrated scores of each; a warning where not all of an item was read.
        """
        found, warnings = item_probabilities(self.model, items, "the type model")
        return [_result([float(value) for value in values], told) for values, told in zip(found, warnings, strict=True)]


def _result(values: Sequence[float], warnings: tuple[str, ...]) -> TypeResult:
    scores = dict(zip(TYPES, values, strict=True))
    held = {kind for kind in TYPES if scores[kind] > _HOLDS} or {max(TYPES, key=lambda kind: scores[kind])}
    return TypeResult(
        type=next(kind for kind in MOST_BINDING if kind in held),
        types=tuple(kind for kind in TYPES if kind in held),
        scores={kind: round(score, 3) for kind, score in scores.items()},
        warnings=warnings,
    )
