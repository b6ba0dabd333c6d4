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

from ...errors import ModelError
from ...inference.checkpoint import read_json
from ...inference.logistic import Values, fit_weights, sigmoid
from .sentence_features import STOP_WORDS
from .sentences import Candidate

EXPECTED = "expected.json"

SIZES = (1, 2)
"""Words and pairs of words that follow each other."""

Gram = tuple[str, ...]

_SIGNS = (
    *("bias", "best worth", "second worth", "log uses", "log sentences", "share of sentences", "in title", "in asked"),
    *("some of grammar", "all of grammar", "letters", "figure", "first use", "among the first"),
    *("best worth, grammar", "log uses, grammar", "share of sentences, grammar", "in title, no grammar"),
    *("second time", "third time and more", "log of all sentences", "again, log uses"),
)
_WORD = re.compile(r"\w+")
_FIRST = 3
_MOST_TIMES = 4
_RIDGE = 1.0


@dataclass(frozen=True)
class Wording:
    """The words of an item.

    Attributes:
        title: How often the title uses each word and pair, one counter for each of :data:`SIZES`.
        sentences: The same of each candidate.
        words: Words of each candidate.
        asked: Which candidates stand in the indstilling.
    """

    title: tuple[Counter[Gram], ...]
    sentences: tuple[tuple[Counter[Gram], ...], ...]
    words: tuple[int, ...]
    asked: tuple[bool, ...]

    @classmethod
    def of(cls, found: Sequence[Candidate]) -> Wording:
        """The words of the candidates of one item; not none."""
        words = [words_of(each.text) for each in found]
        return cls(
            title=grams(words_of(found[0].title)),
            sentences=tuple(grams(each) for each in words),
            words=tuple(len(each) for each in words),
            asked=tuple(each.section == "indstilling" for each in found),
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

    def of(self, wording: Wording, worth: Values) -> list[dict[tuple[Gram, int], float]]:
        """How likely it is that a summary uses a word or pair at least so many times.

        Args:
            wording: The words of an item.
            worth: What its sentences are worth.

        Returns:
            For each of :data:`SIZES` the probability of each gram and number of times.
        """
        found = []
        for which, weights in enumerate(self.weights):
            keys, signs = _signs(wording, worth, which)
            found.append(dict(zip(keys, sigmoid(signs @ np.array(weights)).tolist(), strict=True)))
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
            keys, rows = _signs(item, values, which)
            used = grams(words)[which]
            signs.append(rows)
            truth.append(np.array([used[gram] >= times for gram, times in keys], dtype=bool))
        start = np.zeros(len(_SIGNS))
        weights = fit_weights(np.concatenate(signs), np.concatenate(truth), start, _RIDGE)
        fitted.append(tuple(float(each) for each in weights))
    return Expectation(tuple(fitted), float(np.mean([len(each) for each in wanted])))


def words_of(text: str) -> list[str]:
    """The words and figures of a text in lower case, as they are compared with a reference."""
    return _WORD.findall(text.lower())


def grams(words: Sequence[str]) -> tuple[Counter[Gram], ...]:
    """How often each word and each pair of words stands in a text, one counter for each of :data:`SIZES`."""
    return tuple(Counter(zip(*(words[first:] for first in range(size)), strict=False)) for size in SIZES)


def _signs(wording: Wording, worth: Values, which: int) -> tuple[list[tuple[Gram, int]], Values]:
    """Every gram of an item with a number of times that a summary may use it, and what is known of it."""
    title = wording.title[which]
    uses, sentences, most = Counter(title), Counter[Gram](), Counter(title)
    best, second, first = dict.fromkeys(title, 0.0), dict.fromkeys(title, 0.0), dict.fromkeys(title, 0)
    asked: set[Gram] = set()
    for index, (counters, value) in enumerate(zip(wording.sentences, worth.tolist(), strict=True)):
        for gram, count in counters[which].items():
            uses[gram] += count
            sentences[gram] += 1
            most[gram] = max(most[gram], count)
            first.setdefault(gram, index)
            highest = best.get(gram, 0.0)
            best[gram] = max(highest, value)
            second[gram] = max(second.get(gram, 0.0), min(highest, value))
        if wording.asked[index]:
            asked.update(counters[which])
    count_of_all = max(1, len(wording.sentences))
    many = math.log(count_of_all) / 3
    keys, rows = [], []
    for gram, used in uses.items():
        plain = [word in STOP_WORDS or len(word) <= 2 for word in gram]
        grammar, share, log_used = float(all(plain)), sentences[gram] / count_of_all, math.log(used)
        in_title = float(gram in title)
        known = [
            *(1.0, best[gram], second[gram], log_used, math.log1p(sentences[gram]), share),
            *(in_title, float(gram in asked), float(any(plain)), grammar),
            *(min(sum(map(len, gram)), 20) / 10, float(any(word[0].isdigit() for word in gram))),
            *(first[gram] / count_of_all, float(first[gram] < _FIRST)),
            *(best[gram] * grammar, log_used * grammar, share * grammar, in_title * (not any(plain))),
        ]
        # Words of grammar come again when sentences are put together.
        for times in range(1, min(most[gram] + (2 if grammar else 1), _MOST_TIMES, used) + 1):
            keys.append((gram, times))
            rows.append([*known, float(times == 2), float(times > 2), many, (times > 1) * log_used])
    return keys, np.array(rows, dtype=np.float64).reshape(len(rows), len(_SIGNS))
