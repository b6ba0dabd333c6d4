"""What is fitted to choose sentences once a model scores them: their worth, the words that are expected, the limits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np

from ..analysis.models.composing import TITLE, Composer, compose
from ..analysis.models.expected_words import Wording, fit_expectation, words_of
from ..analysis.models.selection import Selection, select
from ..analysis.models.sentence_features import features
from ..analysis.models.sentences import Candidate, candidates
from ..analysis.models.worth import Judged, fit_worth
from ..evaluate.baselines.oracle import rouge_sum
from .data import Labelled

FEWEST = 30
"""Held-out items that what adds to the model's scores can be fitted to."""

_EVEN = 1 / 3
"""How far the items of one municipality, however many, count as one: 0 for not at all, 1 for altogether."""


@dataclass(frozen=True)
class Scored:
    """An item whose summary is known, with what a model says of its sentences.

    Attributes:
        item: The item.
        found: Its candidates.
        scores: The model's score of each.
        reference: The summary.
    """

    item: Labelled
    found: list[Candidate]
    scores: list[float]
    reference: str

    @property
    def plain(self) -> Scored:
        """The item with the sentences alone that are chosen from without a composer."""
        kept = [index for index, each in enumerate(self.found) if each.plain]
        return Scored(
            self.item, [self.found[each] for each in kept], [self.scores[each] for each in kept], self.reference
        )


def shares(found: Sequence[Candidate], reference: str) -> list[float]:
    """What each sentence shares with the reference: the mean of ROUGE-1 and ROUGE-2 as F1."""
    wanted = words_of(reference)
    return [rouge_sum(words_of(each.text), wanted) / 2 for each in found]


def fit_composer(learned: Sequence[tuple[Labelled, str]], held_out: Sequence[Scored]) -> Composer:
    """Fit what is known of good summaries beside what the model says.

    Args:
        learned: Items that the model may have learned from, with their references.
        held_out: Items that it has not learned from.

    Returns:
        The weights of features from the first, those of the model and of words from the second.
    """
    counts = Counter(_municipality(item) for item, _ in learned)
    judged = [
        Judged(features(found), np.array(shares(found, reference)), counts[_municipality(item)] ** -_EVEN)
        for item, reference in learned
        if (found := candidates(item.context))
    ]
    known = [features(each.found) for each in held_out]
    scores = [np.array(each.scores) for each in held_out]
    worth = fit_worth(
        judged,
        [
            Judged(rows, np.array(shares(each.found, each.reference)), weight)
            for each, rows, weight in zip(held_out, known, _weights(held_out), strict=True)
        ],
        scores,
    )
    expectation = fit_expectation(
        [Wording.of(each.found) for each in held_out],
        [worth.of(rows, said) for rows, said in zip(known, scores, strict=True)],
        [each.reference for each in held_out],
    )
    return Composer(worth, expectation)


def tune(held_out: Sequence[Scored], composer: Composer | None) -> tuple[Selection, int]:
    """Choose the limits of summaries.

    Args:
        held_out: Items that the model has not learned from.
        composer: What chooses within them; None: the model's scores alone.

    Returns:
        The best, and how many were tried. The usual stays where others are no better.
    """
    tried = list(_composed() if composer else _selections())
    if composer is None:
        held_out = [each.plain for each in held_out]
    held_out = [each for each in held_out if each.found]
    weights = _weights(held_out)
    prospects = [composer.prospects(each.found, each.scores) if composer else None for each in held_out]

    def reached(selection: Selection) -> float:
        total = 0.0
        for each, ahead, weight in zip(held_out, prospects, weights, strict=True):
            title = each.found[0].title if selection.title else ""
            if ahead is not None:
                chosen = compose(ahead, selection)
            else:
                taken = select([one.text for one in each.found], each.scores, selection, said=title)
                chosen = [TITLE, *taken] if title else taken
            text = " ".join(each.found[index].text if index != TITLE else title for index in chosen)
            total += weight * rouge_sum(words_of(text), words_of(each.reference))
        return total

    return max(tried, key=reached), len(tried)


def _selections() -> Iterator[Selection]:
    yield Selection()
    for title, sentences, redundancy, least in product(
        (False, True), (1, 2, 3), (0.0, 0.25, 0.5), (0.0, 0.1, 0.2, 0.3)
    ):
        yield Selection(title=title, most_sentences=sentences, redundancy=redundancy, least_score=least)


def _composed() -> Iterator[Selection]:
    yield Selection()
    for title, sentences, words in product((False, True), (2, 3, 4), (50, 60, 70)):
        yield Selection(title=title, most_sentences=sentences, most_words=words)


def _weights(items: Sequence[Scored]) -> list[float]:
    counts = Counter(_municipality(each.item) for each in items)
    return [float(counts[_municipality(each.item)] ** -_EVEN) for each in items]


def _municipality(item: Labelled) -> str:
    return item.meeting.referat.meeting.municipality or item.meeting.name
