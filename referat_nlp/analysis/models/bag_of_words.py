"""Labels by a bag of words: words and pairs of words, hashed, weighted by TF-IDF, one linear score a label.

It knows words that a small encoder has not learned, and sees all of a long case at once. Feature hashing: Weinberger et
al. 2009 (Feature Hashing for Large Scale Multitask Learning).
"""

from __future__ import annotations

import math
import re
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ...errors import ModelError
from .inputs import ItemText

BAG = "bag_of_words.npz"
"""The file of a model folder; numbers alone, no pickled objects."""

BUCKETS = 1 << 17

Weights = NDArray[np.float16]
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, eq=False)
class BagOfWords:
    """A linear classifier of items.

    Attributes:
        labels: The labels.
        rarity: The inverse document frequency of each bucket, shape (buckets,); 0 for those that are not used.
        weights: Shape (buckets, labels).
        bias: Shape (labels,).
    """

    labels: tuple[str, ...]
    rarity: Weights
    weights: Weights
    bias: NDArray[np.float64]

    def logits(self, texts: Sequence[ItemText]) -> NDArray[np.float64]:
        """Score items.

        Args:
            texts: The items.

        Returns:
            Log odds, shape (items, labels), in the order of ``labels``.
        """
        found = np.tile(self.bias, (len(texts), 1))
        for row, text in enumerate(texts):
            for buckets, counts in fields(text):
                values = weighted(counts, self.rarity[buckets].astype(np.float64))
                found[row] += values @ self.weights[buckets].astype(np.float64)
        return found

    def save(self, folder: Path) -> None:
        """Write ``bag_of_words.npz`` into a model folder."""
        np.savez_compressed(
            folder / BAG, labels=np.array(self.labels), rarity=self.rarity, weights=self.weights, bias=self.bias
        )

    @classmethod
    def from_folder(cls, folder: Path, labels: Sequence[str]) -> BagOfWords | None:
        """Read the file of a model folder.

        Args:
            folder: The model folder.
            labels: The model's labels.

        Returns:
            The classifier, its labels in that order; None without the file.

        Raises:
            ModelError: The file is broken or is about other labels.
        """
        path = folder / BAG
        if not path.exists():
            return None
        try:
            with np.load(path, allow_pickle=False) as found:
                named = [str(each) for each in found["labels"]]
                order = [named.index(label) for label in labels]
                read = cls(tuple(labels), found["rarity"], found["weights"][:, order], found["bias"][order])
            if read.rarity.shape != (BUCKETS,) or read.weights.shape != (BUCKETS, len(labels)):
                raise ValueError(f"weights of shape {read.weights.shape}")
        except Exception as error:  # a broken archive is told of by half a dozen classes
            raise ModelError(f"is no bag of words for {', '.join(labels)}: {error}", path=str(path)) from None
        return read


def fields(text: ItemText) -> Iterator[tuple[NDArray[np.int64], NDArray[np.float64]]]:
    """The buckets of an item and how often each occurs, for the title, for what is asked and decided, for the case.

    The same parts as a model reads: the case of a decided item is left out.
    """
    title, asked, decided, case = text.parts
    for name, part in (("title", title), ("asked", f"{asked}\n{decided}"), ("case", case)):
        counts = Counter(_buckets(name, part))
        if counts:
            yield np.fromiter(counts, dtype=np.int64), np.fromiter(counts.values(), dtype=np.float64)


def weighted(counts: NDArray[np.float64], rarity: NDArray[np.float64]) -> NDArray[np.float64]:
    """TF-IDF values of a field: logarithmic counts times rarity, of length one."""
    values = (1 + np.log(counts)) * rarity
    length = math.sqrt(float(values @ values))
    return values / length if length else values


def _buckets(name: str, text: str) -> Iterator[int]:
    before = ""
    for match in _WORD.finditer(text.lower()):
        word = match.group()
        yield zlib.crc32(f"{name} {word}".encode()) % BUCKETS
        if before:
            yield zlib.crc32(f"{name} {before} {word}".encode()) % BUCKETS
        before = word
