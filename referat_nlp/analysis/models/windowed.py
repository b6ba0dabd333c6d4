"""Items shown to a model window by window, and what it says of each item as a whole."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ...inference.batching import Logits
from ...inference.model import Model
from .inputs import BUDGET, ItemText, item_inputs


def item_logits(model: Model, texts: Sequence[ItemText], reader: str) -> tuple[list[Logits], list[tuple[str, ...]]]:
    """What a model says of items.

    Args:
        model: A model that labels texts.
        texts: The items.
        reader: What warnings call the model.

    Returns:
        The mean of the logits of each item's windows, in the order of ``model.labels``; and the warnings of each.
    """
    budget = BUDGET.within(model.checkpoint.max_tokens)
    inputs = item_inputs(texts, model.tokenizer, budget)
    logits = iter(model.logits([window for each in inputs for window in each.windows]))
    found = [np.mean([next(logits) for _ in each.windows], axis=0) for each in inputs]
    warnings = [each.warning(reader) for each in inputs]
    return found, [(warning,) if warning else () for warning in warnings]
