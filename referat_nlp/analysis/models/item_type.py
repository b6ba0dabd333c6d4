"""The type of items, by a fine-tuned model with the rules and a bag of words beside it."""

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
from .bag_of_words import BagOfWords
from .blend import DECIDED, MODEL, OPEN, RULES, VOICES, WORDS, Blend, log_odds, read_blends
from .inputs import ItemText, item_text
from .labels import TYPES
from .windowed import item_logits

_HOLDS = 0.5


@dataclass(frozen=True)
class ModelTypeTagger:
    """Gives items their type: every one that is likelier than not, the most binding of them first.

    What the labelling guide settles, as that a bare list of those who met is no case, the rules say alone.

    Attributes:
        model: A model with the labels of :data:`~.labels.TYPES`.
        blends: How much each has to say, of decided and of open items; None: the model speaks alone.
        words: The bag of words of the model's folder; None where it has none.
        rules: The rules.
    """

    model: Model
    blends: Mapping[str, Blend] | None = None
    words: BagOfWords | None = None
    rules: RuleTypeTagger = field(default_factory=RuleTypeTagger)

    @classmethod
    def load(cls, name: str | os.PathLike[str]) -> ModelTypeTagger:
        """Open the model of a name; see :func:`~referat_nlp.inference.model.open_model`.

        Raises:
            ModelError: There is no such model, it is not one for item types, or what stands beside it is broken.
        """
        model = open_model(name, labels=TYPES)
        words = BagOfWords.from_folder(model.checkpoint.folder, TYPES)
        heard = [voice for voice in VOICES if words is not None or voice != WORDS]
        return cls(model, read_blends(model.checkpoint.folder, TYPES, heard), words)

    def __call__(self, items: Sequence[ItemContext]) -> list[TypeResult]:
        """Give each item its type.

        Args:
            items: The items.

        Returns:
            Type, types and calibrated scores of each; a warning where not all of an item was read.
        """
        if not items:
            return []
        texts = [item_text(item) for item in items]
        logits, warnings = item_logits(self.model, texts, "the type model")
        values = np.stack(logits)
        ruled = self.rules(items)
        found = self.model.probabilities(values) if self.blends is None else self._blended(items, texts, values, ruled)
        return [
            rule if rule.settled else _result([float(value) for value in each], told)
            for each, told, rule in zip(found, warnings, ruled, strict=True)
        ]

    def _blended(
        self,
        items: Sequence[ItemContext],
        texts: Sequence[ItemText],
        logits: NDArray[np.float32],
        ruled: Sequence[TypeResult],
    ) -> NDArray[np.float32]:
        assert self.blends is not None
        said = voices(texts, logits, ruled, self.words)
        found = np.empty_like(logits)
        for part, mine in parts(items).items():
            found[mine] = self.blends[part].probabilities({name: odds[mine] for name, odds in said.items()})
        return found


def parts(items: Sequence[ItemContext]) -> dict[str, NDArray[np.bool_]]:
    """Which items are decided and which are open, as masks."""
    decided = np.array([item.is_decided for item in items], dtype=bool)
    return {DECIDED: decided, OPEN: ~decided}


def voices(
    texts: Sequence[ItemText], logits: NDArray[np.float32], rules: Sequence[TypeResult], words: BagOfWords | None
) -> dict[str, NDArray[np.float64]]:
    """What each says of items.

    Args:
        texts: The items.
        logits: The model's, shape (items, types).
        rules: What the rules say of them.
        words: The bag of words, where there is one.

    Returns:
        The log odds of each voice, of the same shape, in the order of :data:`~.labels.TYPES`.
    """
    scores = np.array([[result.scores[kind] for kind in TYPES] for result in rules], dtype=np.float64)
    said = {RULES: log_odds(scores), MODEL: logits.astype(np.float64)}
    if words is not None:
        said[WORDS] = words.logits(texts)
    return said


def _result(values: Sequence[float], warnings: tuple[str, ...]) -> TypeResult:
    scores = dict(zip(TYPES, values, strict=True))
    held = {kind for kind in TYPES if scores[kind] > _HOLDS} or {max(TYPES, key=lambda kind: scores[kind])}
    return TypeResult(
        type=next(kind for kind in MOST_BINDING if kind in held),
        types=tuple(kind for kind in TYPES if kind in held),
        scores={kind: round(score, 3) for kind, score in scores.items()},
        warnings=warnings,
    )
