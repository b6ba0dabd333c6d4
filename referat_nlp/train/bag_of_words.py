"""Fitting the bag of words that stands beside a type model."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..analysis.models.bag_of_words import BUCKETS, BagOfWords, fields, weighted
from ..analysis.models.inputs import ItemText

_FEWEST = 2
"""Items that a word has to stand in."""

_FREEDOM = 30.0
"""The inverse strength of regularisation, as for TF-IDF texts of length one."""


def fit_bag_of_words(
    labels: Sequence[str], texts: Sequence[ItemText], truth: NDArray[np.bool_], weights: Sequence[float]
) -> BagOfWords:
    """Fit one logistic regression a label (scikit-learn).

    Args:
        labels: The labels.
        texts: The items.
        truth: Whether each label holds, shape (items, labels).
        weights: What each item counts.

    Returns:
        The classifier. A label that holds of all items or of none has no weights.
    """
    from scipy.sparse import csr_matrix
    from sklearn.linear_model import LogisticRegression

    found = [list(fields(text)) for text in texts]
    seen = np.zeros(BUCKETS, dtype=np.int64)
    for item in found:
        seen[np.unique(np.concatenate([buckets for buckets, _ in item] or [np.zeros(0, np.int64)]))] += 1
    rarity = np.where(seen >= _FEWEST, np.log((1 + len(texts)) / (1 + seen)) + 1, 0.0).astype(np.float16)
    rows: list[Any] = [np.full(len(buckets), row) for row, item in enumerate(found) for buckets, _ in item]
    columns: list[Any] = [buckets for item in found for buckets, _ in item]
    values: list[Any] = [weighted(counts, rarity[buckets].astype(float)) for item in found for buckets, counts in item]
    place = (np.concatenate(rows), np.concatenate(columns))
    features = csr_matrix((np.concatenate(values), place), shape=(len(texts), BUCKETS))
    linear = np.zeros((BUCKETS, len(labels)), dtype=np.float16)
    bias = np.zeros(len(labels))
    for index in range(len(labels)):
        holds = truth[:, index]
        if holds.all() or not holds.any():
            bias[index] = 10.0 if holds.any() else -10.0
            continue
        model = LogisticRegression(C=_FREEDOM, max_iter=300, solver="liblinear", random_state=0)
        model.fit(features, holds, sample_weight=np.asarray(weights))
        linear[:, index] = np.where(rarity > 0, model.coef_[0], 0.0)
        bias[index] = model.intercept_[0]
    return BagOfWords(tuple(labels), rarity, linear, bias)
