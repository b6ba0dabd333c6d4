"""What is trained on at each step: a function of seed and step alone, so that a run resumes where it stopped."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray

from training.corpus.packing import Tokens

Ids = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Batch:
    """Masked sequences, and what stood under the masks.

    Attributes:
        inputs: Token ids, (sequences, length).
        places: Indices of the masked tokens in the flattened inputs; the same number in every sequence.
        targets: The tokens that stood there.
    """

    inputs: torch.Tensor
    places: torch.Tensor
    targets: torch.Tensor


@dataclass(frozen=True, slots=True)
class Pieces:
    """Ids of special pieces; those below ``first_ordinary`` are never masked."""

    cls: int
    sep: int
    mask: int
    first_ordinary: int


def draw_sequences(tokens: Tokens, pieces: Pieces, length: int, first: int, count: int, seed: int) -> Ids:
    """Sequences of a shuffled pass over the stream, the next pass beginning where one ends.

    Args:
        tokens: The packed stream.
        pieces: Special pieces; each sequence begins with ``cls`` and ends with ``sep``.
        length: Tokens a sequence.
        first: How many sequences were drawn before.
        count: How many to draw.
        seed: Seed of the order.

    Returns:
        Token ids, (count, length).

    Raises:
        ValueError: The stream is shorter than two sequences.
    """
    body = length - 2
    # Each pass cuts at another offset, so that no sequence returns as it was.
    n_sequences = len(tokens) // body - 1
    if n_sequences < 1:
        raise ValueError(f"{len(tokens)} tokens are too few for sequences of {length}")
    result = np.empty((count, length), dtype=np.int64)
    result[:, 0], result[:, -1] = pieces.cls, pieces.sep
    for row, drawn in enumerate(range(first, first + count)):
        epoch, place = divmod(drawn, n_sequences)
        offset, order = _pass(n_sequences, body, seed, epoch)
        start = offset + int(order[place]) * body
        result[row, 1:-1] = tokens[start : start + body]
    return result


_passes: dict[tuple[int, int, int, int], tuple[int, Ids]] = {}


def _pass(n_sequences: int, body: int, seed: int, epoch: int) -> tuple[int, Ids]:
    """Offset and order of a pass; the last two are kept, since a batch may lie across a border."""
    key = (n_sequences, body, seed, epoch)
    if key not in _passes:
        random = np.random.default_rng([seed, body, epoch])
        while len(_passes) > 1:
            del _passes[next(iter(_passes))]
        _passes[key] = (int(random.integers(body)), random.permutation(n_sequences))
    return _passes[key]


def mask(sequences: Ids, pieces: Pieces, share: float, random: np.random.Generator) -> Batch:
    """Mask a share of each sequence's ordinary tokens.

    All of them become the mask piece: at this share, random and unchanged tokens among them do not help
    (Wettig et al. 2023, https://arxiv.org/abs/2202.08005). Their number is the same in every sequence, so that
    shapes stay fixed.

    Args:
        sequences: Token ids, (sequences, length).
        pieces: Special pieces, which are not masked.
        share: The share to mask.
        random: Source of chance.

    Returns:
        The batch.
    """
    n_rows, length = sequences.shape
    n_masked = max(1, round(share * (length - 2)))
    keys = random.random(sequences.shape)
    keys[sequences < pieces.first_ordinary] = 2.0
    chosen = np.sort(np.argpartition(keys, n_masked, axis=1)[:, :n_masked], axis=1)
    places = (chosen + np.arange(n_rows)[:, None] * length).ravel()
    inputs = sequences.copy().ravel()
    targets = inputs[places]
    inputs[places] = pieces.mask
    return Batch(torch.from_numpy(inputs.reshape(n_rows, length)), torch.from_numpy(places), torch.from_numpy(targets))
