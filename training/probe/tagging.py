"""Token classification with an encoder as it is, or trained along with the classifier."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import torch
from torch.nn.functional import cross_entropy
from torch.nn.utils.rnn import pad_sequence
from transformers import ModernBertForTokenClassification

from training.probe.examples import UNLABELLED, Example

_BATCH = 8


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a probe is trained.

    Attributes:
        frozen: Whether the encoder stays as it is and only the head on top of it learns.
        epochs: Passes over the examples.
        rate: The learning rate, falling linearly to zero.
    """

    frozen: bool
    epochs: int
    rate: float


def predict_after_training(
    model: ModernBertForTokenClassification, train: list[Example], test: list[Example], recipe: Recipe
) -> list[np.ndarray]:
    """Train a model on a task and label other texts.

    Args:
        model: A model with as many outputs as the task has labels; it is changed.
        train: What it learns from.
        test: What it labels.
        recipe: How it learns.

    Returns:
        The predicted label of every piece of each test text.
    """
    if recipe.frozen:
        model.model.requires_grad_(False)
        # The encoder's output stays the same in every pass, so it is computed once.
        train, test = _with_hidden(model, train), _with_hidden(model, test)
    learning = [p for p in model.parameters() if p.requires_grad]
    optimiser = torch.optim.AdamW(learning, lr=recipe.rate, weight_decay=0.01)
    random = np.random.default_rng(1)
    n_steps = recipe.epochs * -(-len(train) // _BATCH)
    step = 0
    for _ in range(recipe.epochs):
        order = random.permutation(len(train))
        for first in range(0, len(train), _BATCH):
            group = [train[i] for i in order[first : first + _BATCH]]
            labels = pad_sequence([e.labels for e in group], batch_first=True, padding_value=UNLABELLED)
            logits = _logits(model, group).flatten(0, 1)
            loss = cross_entropy(logits.float(), labels.flatten(), ignore_index=UNLABELLED)
            torch.autograd.backward(loss)
            torch.nn.utils.clip_grad_norm_(learning, 1.0)
            for group_of_weights in optimiser.param_groups:
                group_of_weights["lr"] = recipe.rate * (1 - step / n_steps)
            optimiser.step()
            optimiser.zero_grad()
            step += 1
    return _predict(model, test)


def _predict(model: ModernBertForTokenClassification, examples: list[Example]) -> list[np.ndarray]:
    predicted: list[np.ndarray] = []
    with torch.no_grad():
        for first in range(0, len(examples), _BATCH):
            group = examples[first : first + _BATCH]
            best = _logits(model, group).argmax(-1).numpy()
            predicted.extend(row[: len(example.ids)] for row, example in zip(best, group, strict=True))
    return predicted


def _with_hidden(model: ModernBertForTokenClassification, examples: list[Example]) -> list[Example]:
    result: list[Example] = []
    with torch.no_grad():
        for first in range(0, len(examples), _BATCH):
            group = examples[first : first + _BATCH]
            hidden = _hidden(model, group)
            rows = [row[: len(e.ids)].float() for row, e in zip(hidden, group, strict=True)]
            result.extend(replace(e, hidden=row) for e, row in zip(group, rows, strict=True))
    return result


def _logits(model: ModernBertForTokenClassification, examples: list[Example]) -> torch.Tensor:
    known = [e.hidden for e in examples if e.hidden is not None]
    hidden = pad_sequence(known, batch_first=True) if known else _hidden(model, examples)
    logits: torch.Tensor = model.classifier(model.drop(model.head(hidden.float())))
    return logits


def _hidden(model: ModernBertForTokenClassification, examples: list[Example]) -> torch.Tensor:
    """The encoder's output, (examples, longest, width)."""
    ids = pad_sequence([e.ids for e in examples], batch_first=True, padding_value=model.config.pad_token_id or 0)
    there = pad_sequence([torch.ones_like(e.ids) for e in examples], batch_first=True)
    with torch.autocast(ids.device.type, dtype=torch.bfloat16):
        hidden: torch.Tensor = model.model(input_ids=ids, attention_mask=there).last_hidden_state
    return hidden
