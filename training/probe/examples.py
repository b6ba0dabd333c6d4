"""Tagged text as pieces with labels."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from tokenizers import Encoding, Tokenizer

from training.probe.conllu import TaggedText

UNLABELLED = -100
_OPEN = ("ADJ", "ADV", "INTJ", "NOUN", "PROPN", "VERB")
_CLOSED = ("ADP", "AUX", "CCONJ", "DET", "NUM", "PART", "PRON", "SCONJ")
TAGS = (*_OPEN, *_CLOSED, "PUNCT", "SYM", "X")
"""The seventeen universal parts of speech."""


@dataclass(frozen=True, slots=True)
class Example:
    """One text of a task.

    Attributes:
        ids: Its pieces.
        labels: A label for each, or ``UNLABELLED``.
        hidden: What a frozen encoder makes of them, once that is known.
    """

    ids: torch.Tensor
    labels: torch.Tensor
    hidden: torch.Tensor | None = None


def part_of_speech(texts: list[TaggedText], tokenizer: Tokenizer) -> list[Example]:
    """Each word's tag at its first piece."""
    examples = []
    for text, encoding in _encoded(texts, tokenizer):
        labels = [UNLABELLED] * len(encoding.ids)
        # A piece may hold two words ('."'): the first one's tag stands.
        for start, _, tag in reversed(text.words):
            labels[_piece_at(encoding, start)] = TAGS.index(tag)
        examples.append(Example(torch.tensor(encoding.ids), torch.tensor(labels)))
    return examples


def sentence_ends(texts: list[TaggedText], tokenizer: Tokenizer) -> list[Example]:
    """For each word's last piece, whether a sentence ends there; the text's own end is not asked."""
    examples = []
    for text, encoding in _encoded(texts, tokenizer):
        labels = [UNLABELLED] * len(encoding.ids)
        for _, end, _ in text.words:
            labels[_piece_at(encoding, end - 1)] = 0
        for end in text.ends:
            labels[_piece_at(encoding, end - 1)] = 1
        labels[_piece_at(encoding, text.words[-1][1] - 1)] = UNLABELLED
        examples.append(Example(torch.tensor(encoding.ids), torch.tensor(labels)))
    return examples


def _encoded(texts: list[TaggedText], tokenizer: Tokenizer) -> list[tuple[TaggedText, Encoding]]:
    return list(zip(texts, tokenizer.encode_batch([text.text for text in texts]), strict=True))


def _piece_at(encoding: Encoding, character: int) -> int:
    piece: int | None = encoding.char_to_token(character)
    if piece is None:
        raise ValueError(f"no piece holds character {character}")
    return piece
