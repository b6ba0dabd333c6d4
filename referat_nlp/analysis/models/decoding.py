"""The likeliest labels of tokens among those sequences that can be, and the words that they mark."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from ...inference.batching import Logits
from ...schema import Span
from .vote_labels import INSIDE, MARK, OPEN, VOTE_LABELS, kind_of, may_follow

_LEAST = 1e-9
"""No label is held for impossible by itself: another may force it."""


@dataclass(frozen=True, slots=True)
class Tagged:
    """Words that a model has marked.

    Attributes:
        kind: Their kind; None for the bare mark of a ballot.
        start: Where they begin, in whole words.
        end: Where they end.
        probability: The mean probability of the labels of their tokens.
        opens: Whether a ballot begins with them.
    """

    kind: str | None
    start: int
    end: int
    probability: float
    opens: bool = False

    def moved(self, by: int) -> Tagged:
        """The same in a text that begins ``by`` characters earlier."""
        return Tagged(self.kind, self.start + by, self.end + by, self.probability, self.opens)


def likeliest(probabilities: Logits) -> list[int]:
    """Find the likeliest sequence of labels in which no word goes on that has not begun (Viterbi).

    Args:
        probabilities: Of each label at each token, shape (tokens, labels of :data:`~.vote_labels.VOTE_LABELS`).

    Returns:
        The index of each token's label.
    """
    if not len(probabilities):
        return []
    first, between = _transitions()
    scores = np.log(np.maximum(np.asarray(probabilities, dtype=np.float64), _LEAST))
    best = scores[0] + first
    came_from = np.zeros(scores.shape, dtype=np.int64)
    for index in range(1, len(scores)):
        paths = best[:, None] + between
        came_from[index] = paths.argmax(axis=0)
        best = paths.max(axis=0) + scores[index]
    path = [int(best.argmax())]
    for index in range(len(scores) - 1, 0, -1):
        path.append(int(came_from[index, path[-1]]))
    return path[::-1]


def tagged(text: str, offsets: Sequence[Span], probabilities: Logits) -> list[Tagged]:
    """Find the words that a model marks in a text.

    Args:
        text: The text.
        offsets: Where its tokens stand.
        probabilities: Of each label at each token.

    Returns:
        The words of each kind and the bare marks of ballots, in printed order; they do not overlap.
    """
    path = likeliest(probabilities)
    groups: list[list[int]] = []
    for index, choice in enumerate(path):
        label = VOTE_LABELS[choice]
        if label.startswith(INSIDE):
            groups[-1].append(index)
        elif label == MARK or kind_of(label):
            groups.append([index])
    found: list[Tagged] = []
    for group in groups:
        label = VOTE_LABELS[path[group[0]]]
        least = found[-1].end if found else 0
        start, end = _whole_words(text, offsets[group[0]][0], offsets[group[-1]][1], least)
        if start < end:
            chance = float(np.mean([probabilities[index][path[index]] for index in group]))
            opens = label == MARK or label.startswith(OPEN)
            found.append(Tagged(kind_of(label), start, end, min(chance, 1.0), opens))
    return found


def _whole_words(text: str, start: int, end: int, least: int) -> Span:
    """A stretch without blanks at its ends and with the rest of the words that it cuts, from ``least`` on."""
    start = max(start, least)
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and least < start and text[start].isalnum() and text[start - 1].isalnum():
        start -= 1
    while start < end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    return start, end


@lru_cache(maxsize=1)
def _transitions() -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """What a label's score gets at the beginning, and behind each other label: nothing, or what forbids it."""
    first = np.array([0.0 if may_follow(None, label) else -np.inf for label in VOTE_LABELS])
    between = np.array(
        [[0.0 if may_follow(before, label) else -np.inf for label in VOTE_LABELS] for before in VOTE_LABELS]
    )
    return first, between
