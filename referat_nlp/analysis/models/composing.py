"""Which sentences make the summary that is expected to share most with a clerk's.

The overlap that :mod:`~.expected_words` expects is what ROUGE-1 and ROUGE-2 measure, as F1: what is said twice gains
nothing, what nobody would write costs length, and a summary is as long as it pays.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ...errors import ModelError
from ...inference.logistic import Values
from .expected_words import EXPECTED, MOST_TIMES, SIZES, Expectation, Wording, read_expectation
from .selection import Selection
from .sentence_features import features
from .sentences import Candidate
from .worth import WORTH, Worth, read_worth

TITLE = -1
"""The title, where an index of a sentence stands; in counts of words it is the last row."""

_POOL = 12
"""Sentences that are tried, the best by their worth."""
_TRUST = 1.0
"""What the mean worth of the sentences counts beside the words expected of them."""


@dataclass(frozen=True)
class Prospects:
    """What is expected of the sentences of an item.

    Attributes:
        wording: Their words.
        worth: What each is worth.
        shared: How many uses of each word and pair would be shared; see :meth:`~.expected_words.Expectation.of`.
        length: Words of a summary.
    """

    wording: Wording
    worth: Values
    shared: list[Values]
    length: float


@dataclass(frozen=True)
class Composer:
    """What is known of good summaries beside what a model says of each sentence.

    Attributes:
        worth: What sentences are worth.
        expectation: Which words are expected.
    """

    worth: Worth
    expectation: Expectation

    def prospects(self, found: Sequence[Candidate], scores: Sequence[float]) -> Prospects:
        """What is expected of the candidates of an item; not none.

        Args:
            found: The candidates.
            scores: What a model says of each.

        Returns:
            What summaries of them can be weighed by.
        """
        worth = self.worth.of(features(found), np.array(scores, dtype=np.float64))
        wording = Wording.of(found)
        return Prospects(wording, worth, self.expectation.of(wording, worth), self.expectation.length)

    def save(self, folder: Path) -> None:
        """Write ``worth.json`` and ``expected.json`` into a model folder."""
        self.worth.save(folder)
        self.expectation.save(folder)


def read_composer(folder: Path) -> Composer | None:
    """Read ``worth.json`` and ``expected.json`` of a model folder.

    Args:
        folder: The model folder.

    Returns:
        What they hold; None where neither is there.

    Raises:
        ModelError: One is broken, or there without the other.
    """
    worth, expectation = read_worth(folder), read_expectation(folder)
    if worth is None and expectation is None:
        return None
    if worth is None or expectation is None:
        raise ModelError(f"takes {WORTH} and {EXPECTED} together, and one of them is not there", path=str(folder))
    return Composer(worth, expectation)


def compose(
    prospects: Prospects,
    selection: Selection,
    *,
    untold: Collection[int] = (),
    hanging: Collection[int] = (),
) -> list[int]:
    """Add sentences while the summary gains.

    Args:
        prospects: What is expected of the sentences of an item.
        selection: How many and how long, and whether the title may lead.
        untold: Sentences that are not chosen.
        hanging: Sentences that are chosen only behind the one before them, unless there are no others.

    Returns:
        Indices of the chosen in printed order, before them :data:`TITLE` if it leads. There is always a sentence but
        where all are untold: then there is nothing.
    """
    told = [index for index in range(len(prospects.worth)) if index not in untold]
    free = [index for index in told if index not in hanging]
    best = sorted(told, key=lambda index: -prospects.worth[index])[:_POOL]
    if not best:
        return []
    pool = [*best, TITLE] if selection.title and prospects.wording.words[TITLE] else best
    chosen: list[int] = []
    reached = -1.0
    while tried := [
        index
        for index in pool
        if index not in chosen
        and (not free or index not in hanging or index - 1 in chosen)
        and _fits(prospects.wording, [*chosen, index], selection)
    ]:
        values = _values(prospects, chosen, tried)
        most = int(values.argmax())
        if values[most] <= reached:
            break
        chosen.append(tried[most])
        reached = float(values[most])
    if chosen in ([], [TITLE]):
        chosen.append(next((index for index in best if index in free), best[0]))
    return sorted(chosen)


def _fits(wording: Wording, chosen: Sequence[int], selection: Selection) -> bool:
    sentences = len(chosen) - (TITLE in chosen)
    words = int(wording.words[chosen].sum())
    return len(chosen) == 1 or (sentences <= selection.most_sentences and words <= selection.most_words)


def _values(prospects: Prospects, chosen: Sequence[int], tried: Sequence[int]) -> Values:
    """What the chosen sentences with each of the tried ones make: overlap expected, words and pairs, and worth."""
    wording = prospects.wording
    values = np.zeros(len(tried))
    for size, uses, shared in zip(SIZES, wording.uses, prospects.shared, strict=True):
        said = uses[list(chosen)].sum(axis=0) + uses[list(tried)]
        overlap = shared[np.arange(len(shared)), np.minimum(said, MOST_TIMES)].sum(axis=1)
        values += 2 * overlap / (said.sum(axis=1) + max(prospects.length - size + 1, 1.0))
    words, worth = np.append(wording.words[:TITLE], 0), np.append(prospects.worth, 0.0)
    told = words[list(chosen)].sum() + words[list(tried)]
    gained = (words * worth)[list(chosen)].sum() + (words * worth)[list(tried)]
    values += _TRUST * gained / np.maximum(told, 1)
    return values
