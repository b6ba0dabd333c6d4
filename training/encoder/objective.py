"""The masked-language loss, in training and on held-out minutes."""

from __future__ import annotations

import math
import sys
from collections.abc import Callable

import numpy as np
import torch
from torch.nn.functional import cross_entropy
from transformers import ModernBertForMaskedLM

from training.corpus.packing import Tokens
from training.encoder.batches import Batch, Pieces, mask

Loss = Callable[[torch.Tensor, torch.Tensor, torch.Tensor], torch.Tensor]

_MEASURED_AT_ONCE = 8192
"""Tokens a batch when measuring."""


def loss_function(model: ModernBertForMaskedLM) -> Loss:
    """The loss of a model: inputs, places and targets of a batch → mean cross-entropy at the places.

    The head and the large output layer are computed at the masked places alone, a saving of two thirds of what is
    about half of a small model's work.
    """

    def loss(inputs: torch.Tensor, places: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
        hidden = model.model(input_ids=inputs).last_hidden_state
        logits = model.decoder(model.head(hidden.flatten(0, 1)[places]))
        return cross_entropy(logits.float(), targets)

    return loss


def compiled(loss: Loss) -> Loss:
    """The loss through ``torch.compile``; where that fails at the first call, the loss as it was, with a notice."""
    fast: Loss = torch.compile(loss, dynamic=False)
    works: bool | None = None

    def either(inputs: torch.Tensor, places: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
        nonlocal works
        if works is False:
            return loss(inputs, places, targets)
        try:
            value = fast(inputs, places, targets)
        except Exception as error:
            if works:
                raise
            works = False
            print(f"torch.compile does not work here ({type(error).__name__}); going on without", file=sys.stderr)
            return loss(inputs, places, targets)
        works = True
        return value

    return either


def held_out_loss(
    model: ModernBertForMaskedLM, tokens: Tokens, pieces: Pieces, length: int, share: float, limit: int
) -> float:
    """The loss on held-out text, the same sequences and masks at every call.

    Args:
        model: The model.
        tokens: The held-out stream, cut from its beginning without shuffling.
        pieces: Special pieces.
        length: Tokens a sequence.
        share: The share that is masked.
        limit: Tokens measured at most.

    Returns:
        Mean cross-entropy a masked token, in nats; NaN where the stream is shorter than one sequence.
    """
    body = length - 2
    n_sequences = min(len(tokens) // body, max(1, limit // length))
    sequences = np.empty((n_sequences, length), dtype=np.int64)
    sequences[:, 0], sequences[:, -1] = pieces.cls, pieces.sep
    sequences[:, 1:-1] = tokens[: n_sequences * body].reshape(n_sequences, body)
    random = np.random.default_rng(0)
    loss = loss_function(model)
    device = next(model.parameters()).device
    at_once = max(1, _MEASURED_AT_ONCE // length)
    total = 0.0
    count = 0
    model.train(False)
    with torch.no_grad(), torch.autocast(device.type, dtype=torch.bfloat16):
        for first in range(0, n_sequences, at_once):
            batch = mask(sequences[first : first + at_once], pieces, share, random)
            total += float(loss(*on_device(batch, device))) * len(batch.targets)
            count += len(batch.targets)
    model.train()
    return total / count if count else math.nan


def on_device(batch: Batch, device: torch.device) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """A batch's tensors where the model is."""
    return batch.inputs.to(device), batch.places.to(device), batch.targets.to(device)
