"""Which words, and pairs of words, a clerk's summary of an item is expected to hold.

A logistic regression over what is known of a word (how often and where the item uses it, and how good the best
sentence is that does), after Li, Qian & Liu 2013 (Using Supervised Bigram-based ILP for Extractive Summarization).
No word is known by itself but those of grammar, so that it holds for any municipality.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ...errors import ModelError
from ...inference.checkpoint import read_json
from ...inference.logistic import Values, fit_weights, sigmoid
from .sentence_features import STOP_WORDS
from .sentences import Candidate

EXPECTED = "expected.json"

SIZES = (1, 2)
"""Words and pairs of words that follow each other."""

MOST_TIMES = 4
"""How often a summary may use a word or pair and still share more."""

Gram = tuple[str, ...]
Counts = NDArray[np.int64]

_SIGNS = (
    *("bias", "best worth", "second worth", "log uses", "log sentences", "share of sentences", "in title", "in asked"),
    *("some of grammar", "all of grammar", "letters", "figure", "first use", "among the first"),
    *("best worth, grammar", "log uses, grammar", "share of sentences, grammar", "in title, no grammar"),
    *("second time", "third time and more", "log of all sentences", "again, log uses"),
)
_WORD = re.compile(r"\w+")
_FIRST = 3
_RIDGE = 1.0


@dataclass(frozen=True)
class Wording:
    """The words of an item.

    Attributes:
        grams: All words of title and candidates, and all pairs: one tuple for each of :data:`SIZES`.
        uses: How often each candidate, and in the last row the title, uses each of them: shape (texts, grams).
        words: Words of each candidate, and last of the title.
        asked: Which candidates stand in the indstilling, shape (candidates,).
    """

    grams: tuple[tuple[Gram, ...], ...]
    uses: tuple[Counts, ...]
    words: Counts
    asked: NDArray[np.bool_]

    @classmethod
    def of(cls, found: Sequence[Candidate]) -> Wording:
        """The words of the candidates of one item; not none."""
        texts = [words_of(text) for text in (*(each.text for each in found), found[0].title)]
        counted = [_count([grams(text, size) for text in texts]) for size in SIZES]
        return cls(
            grams=tuple(every for every, _ in counted),
            uses=tuple(uses for _, uses in counted),
            words=np.array([len(text) for text in texts]),
            asked=np.array([each.section == "indstilling" for each in found]),
        )


@dataclass(frozen=True)
class Expectation:
    """The weights of what is known of words.

    Attributes:
        weights: For each of :data:`SIZES`, one for each sign.
        length: Words of a summary.
    """

    weights: tuple[tuple[float, ...], ...]
    length: float

    def of(self, wording: Wording, worth: Values) -> list[Values]:
        """How many uses of each word and pair a text is expected to share with a summary.

        Args:
            wording: The words of an item.
            worth: What its sentences are worth.

        Returns:
            For each of :data:`SIZES` the number that is shared if the text uses a gram not at all, once, and so on up
            to :data:`MOST_TIMES`: shape (grams, times + 1).
        """
        found = []
        for which, weights in enumerate(self.weights):
            which_gram, times, signs = _signs(wording, worth, which)
            likely = np.zeros((len(wording.grams[which]), MOST_TIMES + 1))
            likely[which_gram, times] = sigmoid(signs @ np.array(weights))
            found.append(likely.cumsum(axis=1))
        return found

    def save(self, folder: Path) -> None:
        """Write ``expected.json`` into a model folder."""
        values = {"length": round(self.length, 2)} | {
            name: {sign: round(weight, 5) for sign, weight in zip(_SIGNS, weights, strict=True)}
            for name, weights in zip(_NAMES, self.weights, strict=True)
        }
        (folder / EXPECTED).write_text(json.dumps(values, indent=1) + "\n", encoding="utf-8")


_NAMES = ("words", "pairs")


def read_expectation(folder: Path) -> Expectation | None:
    """Read ``expected.json`` of a model folder; None without the file.

    Raises:
        ModelError: The file is broken.
    """
    path = folder / EXPECTED
    if not path.exists():
        return None
    found = read_json(path)
    try:
        expectation = Expectation(tuple(_weights(found[name]) for name in _NAMES), float(found["length"]))
    except (KeyError, TypeError, ValueError) as error:
        raise ModelError(
            f"has no length, or no weight for each sign of words and pairs: {error}", path=str(path)
        ) from None
    if not np.isfinite([expectation.length, *(each for own in expectation.weights for each in own)]).all():
        raise ModelError("has weights that are no numbers", path=str(path))
    return expectation


def _weights(found: Mapping[str, float]) -> tuple[float, ...]:
    if set(found) != set(_SIGNS):
        raise ValueError(f"{sorted(set(found) ^ set(_SIGNS))[0]!r} is not a sign of both")
    return tuple(float(found[sign]) for sign in _SIGNS)


def fit_expectation(items: Sequence[Wording], worth: Sequence[Values], references: Sequence[str]) -> Expectation:
    """Fit the weights on items whose summaries are known.

    Args:
        items: The words of each; not none.
        worth: What the sentences of each are worth.
        references: The summaries.

    Returns:
        The weights of the least log loss, and the mean length.
    """
    fitted = []
    wanted = [words_of(each) for each in references]
    for which in range(len(SIZES)):
        signs, truth = [], []
        for item, values, words in zip(items, worth, wanted, strict=True):
            which_gram, times, rows = _signs(item, values, which)
            said = Counter(grams(words, SIZES[which]))
            signs.append(rows)
            truth.append(np.array([said[gram] for gram in item.grams[which]], dtype=int)[which_gram] >= times)
        start = np.zeros(len(_SIGNS))
        weights = fit_weights(np.concatenate(signs), np.concatenate(truth), start, _RIDGE)
        fitted.append(tuple(float(each) for each in weights))
    return Expectation(tuple(fitted), float(np.mean([len(each) for each in wanted])))


def words_of(text: str) -> list[str]:
    """The words and figures of a text in lower case, as they are compared with a reference."""
    return _WORD.findall(text.lower())


def grams(words: Sequence[str], size: int) -> list[Gram]:
    """Each word, or each pair of words, of a text in its order."""
    return list(zip(*(words[first:] for first in range(size)), strict=False))


def _count(texts: Sequence[Sequence[Gram]]) -> tuple[tuple[Gram, ...], Counts]:
    """All grams of some texts, and how often each text uses each."""
    numbers: dict[Gram, int] = {}
    rows = [[numbers.setdefault(gram, len(numbers)) for gram in text] for text in texts]
    uses = np.array([np.bincount(np.array(row, dtype=np.int64), minlength=len(numbers)) for row in rows])
    return tuple(numbers), uses


def _signs(wording: Wording, worth: Values, which: int) -> tuple[Counts, Counts, Values]:
    """Every gram of an item with a number of times that a summary may use it, and what is known of it."""
    in_sentences, in_title = wording.uses[which][:-1], wording.uses[which][-1] > 0
    uses, most = wording.uses[which].sum(axis=0), wording.uses[which].max(axis=0)
    there = in_sentences > 0
    sentences = there.sum(axis=0)
    # The best sentence of each gram and the next, nothing where there is none.
    ranked = np.sort(np.vstack([np.zeros((2, there.shape[1])), np.where(there, worth[:, None], 0.0)]), axis=0)
    first = np.where(in_title, 0, there.argmax(axis=0))
    some, grammar, letters, figure = np.array([_of_gram(gram) for gram in wording.grams[which]]).reshape(-1, 4).T
    count_of_all = max(1, len(worth))
    best, share, log_used = ranked[-1], sentences / count_of_all, np.log(uses)
    every = np.ones(len(uses))
    known = np.stack(
        [
            *(every, best, ranked[-2], log_used, np.log1p(sentences), share),
            *(in_title, there[wording.asked].any(axis=0), some, grammar, letters, figure),
            *(first / count_of_all, first < _FIRST),
            *(best * grammar, log_used * grammar, share * grammar, in_title * (1 - some)),
        ],
        axis=1,
    )
    # Words of grammar come again when sentences are put together.
    times = np.minimum(np.minimum(most + 1 + grammar.astype(int), MOST_TIMES), uses)
    which_gram = np.repeat(np.arange(len(uses)), times)
    time = np.concatenate([np.arange(1, each + 1) for each in times.tolist()] or [times])
    many = np.full(len(time), math.log(count_of_all) / 3)
    of_time = np.stack([time == 2, time > 2, many, (time > 1) * log_used[which_gram]], axis=1)
    return which_gram, time, np.hstack([known[which_gram], of_time])


def _of_gram(gram: Gram) -> tuple[bool, bool, float, bool]:
    """Whether some and whether all words are of grammar, the letters, and whether there is a figure."""
    plain = [word in STOP_WORDS or len(word) <= 2 for word in gram]
    return any(plain), all(plain), min(sum(map(len, gram)), 20) / 10, any(word[0].isdigit() for word in gram)
