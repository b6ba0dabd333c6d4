"""The type of items, by a fine-tuned model with the rules beside it."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from ...inference.model import Model, open_model
from ..context import ItemContext
from ..interface import TypeResult
from ..item_type import MOST_BINDING, RuleTypeTagger
from .blend import DECIDED, OPEN, Blend, read_blends
from .labels import TYPES
from .windowed import item_logits

_HOLDS = 0.5


@dataclass(frozen=True)
class ModelTypeTagger:
    """Gives items their type: every one that is likelier than not, the most binding of them first.

    Attributes:
        model: A model with the labels of :data:`~.labels.TYPES`.
        blends: How much the rules have to say beside it, of decided and of open items; None: nothing.
        rules: They.
    """

    model: Model
    blends: Mapping[str, Blend] | None = None
    rules: RuleTypeTagger = field(default_factory=RuleTypeTagger)

    @classmethod
    def load(cls, name: str | os.PathLike[str]) -> ModelTypeTagger:
        """Open the model of a name; see :func:`~referat_nlp.inference.model.open_model`.

        Raises:
            ModelError: There is no such model, it is not one for item types, or its ``blend.json`` is broken.
        """
        model = open_model(name, labels=TYPES)
        return cls(model, read_blends(model.checkpoint.folder, TYPES))

    def __call__(self, items: Sequence[ItemContext]) -> list[TypeResult]:
        """Give each item its type.

        Args:
            items: The items.

        Returns:
            Type, types and calibrated scores of each; a warning where not all of an item was read.
        """
        if not items:
            return []
        logits, warnings = item_logits(self.model, items, "the type model")
        values = np.stack(logits)
        found = self.model.probabilities(values) if self.blends is None else self._blended(items, values)
        return [_result([float(value) for value in each], told) for each, told in zip(found, warnings, strict=True)]

    def _blended(self, items: Sequence[ItemContext], logits: NDArray[np.float32]) -> NDArray[np.float32]:
        assert self.blends is not None
        scores = score_rows(self.rules(items))
        found = np.empty_like(logits)
        for part, mine in parts(items).items():
            found[mine] = self.blends[part].probabilities(scores[mine], logits[mine].astype(np.float64))
        return found


def parts(items: Sequence[ItemContext]) -> dict[str, NDArray[np.bool_]]:
    """Which items are decided and which are open, as masks."""
    decided = np.array([item.is_decided for item in items], dtype=bool)
    return {DECIDED: decided, OPEN: ~decided}


def score_rows(results: Sequence[TypeResult]) -> NDArray[np.float64]:
    """The scores of results, shape (items, types), in the order of :data:`~.labels.TYPES`."""
    return np.array([[result.scores[kind] for kind in TYPES] for result in results], dtype=np.float64)


def _result(values: Sequence[float], warnings: tuple[str, ...]) -> TypeResult:
    scores = dict(zip(TYPES, values, strict=True))
    held = {kind for kind in TYPES if scores[kind] > _HOLDS} or {max(TYPES, key=lambda kind: scores[kind])}
    return TypeResult(
        type=next(kind for kind in MOST_BINDING if kind in held),
        types=tuple(kind for kind in TYPES if kind in held),
        scores={kind: round(score, 3) for kind, score in scores.items()},
        warnings=warnings,
    )
