"""Texts of any length through a model that labels tokens: windows, logits of all tokens, the words marked."""

from __future__ import annotations

import os
from collections.abc import Sequence

import numpy as np

from ...danish.people import Member
from ...inference.batching import Logits
from ...inference.model import Model, open_model
from ...inference.tokenize import TextTokenizer, Tokens
from ...inference.windows import Window, stitch, windows
from .agreement import agreed
from .decoding import Tagged, tagged
from .vote_labels import VOTE_LABELS

MOST_TOKENS = 400
"""Tokens of one window, as for the other tasks."""

_OVERLAP = 64


def open_vote_model(name: str | os.PathLike[str]) -> Model:
    """Open a model that labels the tokens of decisions; see :func:`~referat_nlp.inference.model.open_model`."""
    return open_model(name, labels=VOTE_LABELS, heads=["ForTokenClassification"])


def windows_of(tokens: Tokens, tokenizer: TextTokenizer, most: int) -> tuple[list[Window], list[list[int]]]:
    """Cut a text into windows: ``[begin] text [end]``. All of it is in one.

    Args:
        tokens: The text.
        tokenizer: The model's tokenizer.
        most: The most tokens that the model takes.

    Returns:
        The stretches of tokens, and the input of each.
    """
    size = min(MOST_TOKENS, most) - 2
    spans = windows(len(tokens.ids), size, min(_OVERLAP, size // 4))
    return spans, [tokenizer.joined([tokens.ids[start:end]]) for start, end in spans]


def token_logits(model: Model, texts: Sequence[str]) -> list[tuple[Tokens, Logits]]:
    """What a model says of the tokens of texts.

    Args:
        model: The model.
        texts: Texts of any length.

    Returns:
        The tokens of each, and their logits, shape (tokens, labels).
    """
    encoded = model.tokenizer.encode(texts)
    cut = [windows_of(tokens, model.tokenizer, model.checkpoint.max_tokens) for tokens in encoded]
    rows = iter(model.logits([window for _, inputs in cut for window in inputs]))
    return [
        (tokens, np.asarray(stitch(spans, [next(rows)[1:-1] for _ in inputs])))
        for tokens, (spans, inputs) in zip(encoded, cut, strict=True)
    ]


def tag_texts(model: Model, texts: Sequence[str], members: Sequence[tuple[Member, ...]]) -> list[list[Tagged]]:
    """Mark the words of texts.

    Args:
        model: A model with the labels of :data:`~.vote_labels.VOTE_LABELS`.
        texts: Texts of any length.
        members: The roster of each.

    Returns:
        The marked words of each, in printed order.
    """
    return [
        tagged(text, tokens.offsets, agreed(text, tokens.offsets, model.probabilities(logits), own))
        for text, own, (tokens, logits) in zip(texts, members, token_logits(model, texts), strict=True)
    ]
