"""Examples as numbers: tokens with what the model should say of them, in batches."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_POOL = 16
"""Batches whose rows are sorted by length together: short rows are not padded to the longest of all."""


@dataclass(frozen=True, slots=True)
class Row:
    """One input of a model.

    Attributes:
        ids: Its tokens.
        targets: Probabilities of the labels, shape (labels,); or (marks, labels) where there are marks.
        marks: The tokens whose logits count, for a model that labels tokens; none for one that labels texts.
        weight: How much it counts, or each of its marks.
    """

    ids: list[int]
    targets: NDArray[np.float32]
    marks: tuple[int, ...] = ()
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Batch:
    """Rows padded to one length.

    Attributes:
        ids: Shape (rows, length).
        mask: 1 for a token and 0 for padding.
        marks: Row and token of every mark, shape (2, marks); None for a model that labels texts.
        targets: Shape (rows or marks, labels).
        weights: Shape (rows or marks,).
    """

    ids: NDArray[np.int64]
    mask: NDArray[np.int64]
    marks: NDArray[np.int64] | None
    targets: NDArray[np.float32]
    weights: NDArray[np.float32]


def batches(rows: Sequence[Row], size: int, pad_id: int, seed: str | None = None) -> Iterator[Batch]:
    """Put rows into batches of like length.

    Args:
        rows: The rows.
        size: Rows of a batch.
        pad_id: What fills up the shorter ones.
        seed: Shuffles rows and batches; None keeps them sorted by length.

    Yields:
        Every row once.
    """
    order = list(range(len(rows)))
    chance = random.Random(seed)
    pool = len(rows)
    if seed is not None:
        chance.shuffle(order)
        pool = size * _POOL
    cut = []
    for first in range(0, len(order), max(pool, 1)):
        near = sorted(order[first : first + pool], key=lambda index: len(rows[index].ids))
        cut += [near[start : start + size] for start in range(0, len(near), size)]
    if seed is not None:
        chance.shuffle(cut)
    for each in cut:
        yield _padded([rows[index] for index in each], pad_id)


def _padded(rows: Sequence[Row], pad_id: int) -> Batch:
    longest = max(len(row.ids) for row in rows)
    ids = np.full((len(rows), longest), pad_id, dtype=np.int64)
    mask = np.zeros_like(ids)
    for index, row in enumerate(rows):
        ids[index, : len(row.ids)] = row.ids
        mask[index, : len(row.ids)] = 1
    if not rows[0].marks:
        return Batch(
            ids, mask, None, np.stack([row.targets for row in rows]), np.array([row.weight for row in rows], np.float32)
        )
    marks = np.array([(index, mark) for index, row in enumerate(rows) for mark in row.marks], dtype=np.int64).T
    weights = np.repeat([row.weight for row in rows], [len(row.marks) for row in rows]).astype(np.float32)
    return Batch(ids, mask, marks, np.concatenate([row.targets for row in rows]), weights)
