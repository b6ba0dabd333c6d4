"""Inputs of any length → batches of like length → one result an input."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Logits = NDArray[np.float32]
Ids = NDArray[np.int64]

_MOST_TOKENS = 512
"""Tokens of a batch, padding included: what fits the caches of a core. Larger batches are slower: they leave the cache,
and inputs that are put together differ more in length."""


class Runner(Protocol):
    """A model as a function of tokens."""

    def __call__(self, ids: Ids, mask: Ids) -> Logits:
        """Run a batch.

        Args:
            ids: Tokens, shape (batch, length).
            mask: 1 for a token and 0 for padding, shape (batch, length).

        Returns:
            Logits, shape (batch, labels), or (batch, length, labels) for a model that labels tokens.
        """
        ...


def run_batches(
    runner: Runner, inputs: Sequence[Sequence[int]], *, pad_id: int, most_tokens: int = _MOST_TOKENS
) -> list[Logits]:
    """Run a model over inputs of any length.

    Args:
        runner: The model.
        inputs: Tokens of each input.
        pad_id: What fills up the shorter ones.
        most_tokens: The size of a batch, padding included; a longer input is a batch by itself.

    Returns:
        The logits of each input, in order: shape (labels,), or (its length, labels).
    """
    found: dict[int, Logits] = {}
    for batch in by_length([len(ids) for ids in inputs], most_tokens):
        longest = max(len(inputs[index]) for index in batch)
        ids = np.full((len(batch), longest), pad_id, dtype=np.int64)
        mask = np.zeros_like(ids)
        for row, index in enumerate(batch):
            ids[row, : len(inputs[index])] = inputs[index]
            mask[row, : len(inputs[index])] = 1
        logits = runner(ids, mask)
        for row, index in enumerate(batch):
            found[index] = logits[row] if logits.ndim == 2 else logits[row, : len(inputs[index])]
    return [found[index] for index in range(len(inputs))]


def by_length(lengths: Sequence[int], most_tokens: int) -> Iterator[list[int]]:
    """Put inputs into batches of like length, long ones first: what does not fit into memory is known at once.

    Args:
        lengths: Tokens of each input.
        most_tokens: The size of a batch, padding included; a longer input is a batch by itself.

    Yields:
        Indices of the inputs of each batch.
    """
    batch: list[int] = []
    for index in sorted(range(len(lengths)), key=lambda index: -lengths[index]):
        if batch and (len(batch) + 1) * lengths[batch[0]] > most_tokens:
            yield batch
            batch = []
        batch.append(index)
    if batch:
        yield batch
