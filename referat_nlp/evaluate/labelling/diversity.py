"""Items spread over municipalities, bodies and wordings: even shares for the strata, farthest points in each."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Sequence

from ...errors import MissingExtraError
from .drawing import Candidate

_LONGEST = 4000
"""Characters of a decision that its wording is judged by."""


def spread(pool: Sequence[Candidate], n: int, chance: random.Random) -> list[Candidate]:
    """Draw items that differ.

    The strata (municipality and body) take turns; each gives the item whose decision is least like all that are
    drawn already, by the cosine of TF-IDF vectors (farthest-first traversal).

    Args:
        pool: The items to draw from.
        n: How many.
        chance: Decides which stratum begins and between equals.

    Returns:
        The drawn items.

    Raises:
        MissingExtraError: scikit-learn is not installed.
    """
    try:
        import numpy as np
        from sklearn.feature_extraction.text import TfidfVectorizer
    except ImportError:
        raise MissingExtraError(
            "drawing diverse items needs scikit-learn: pip install 'referat-nlp[evaluate]'"
        ) from None
    if not pool:
        return []
    pool = chance.sample(pool, len(pool))
    strata: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, candidate in enumerate(pool):
        meeting = candidate.meeting
        strata[(meeting.municipality or "", meeting.body or "")].append(index)
    vectorizer = TfidfVectorizer(
        token_pattern=r"(?u)\b\w+\b", ngram_range=(1, 2), sublinear_tf=True, max_features=20000
    )
    vectors = vectorizer.fit_transform(map(_wording, pool))
    nearest = np.full(len(pool), -1.0)
    drawn: list[int] = []
    waiting = list(strata.values())
    while waiting and len(drawn) < n:
        for members in list(waiting[: n - len(drawn)]):
            chosen = members.pop(int(np.argmin(nearest[members])))
            drawn.append(chosen)
            nearest = np.maximum(nearest, (vectors @ vectors[chosen].T).toarray().ravel())
        waiting = [members for members in waiting if members]
    return [pool[index] for index in drawn]


def _wording(candidate: Candidate) -> str:
    """What the item's decision says, figures alike; the type stands for one without a decision."""
    item = candidate.item
    text = " ".join(decision.text for decision in item.decisions) or item.title or ""
    return f"{re.sub(r'[0-9]+', '0', text[:_LONGEST])} {item.type or 'utypet'}"
