"""Documents as one stream of tokens on disk."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from training.config import RunConfig
from training.corpus.build import HELD_OUT, TRAIN, read_texts
from training.tokenizer import SEP, load_tokenizer

Tokens = NDArray[np.uint16]

COUNTS = "tokens.json"
"""What is written last."""

_AT_ONCE = 2_000


def pack(config: RunConfig) -> dict[str, int]:
    """Write ``train.bin`` and ``held_out.bin``: 16-bit tokens, a separator after each document.

    Documents of a source with a repeat factor stand in the training stream that many times; the order is random.

    Args:
        config: The run; its corpus and tokenizer are built.

    Returns:
        The tokens of each source, repeats included, and of the held-out minutes.
    """
    folder = config.corpus.folder
    tokenizer = load_tokenizer(config.tokenizer.folder)
    repeats = {source.name: source.repeat for source in config.corpus.sources}
    counts = dict.fromkeys(repeats, 0)
    documents: list[Tokens] = []
    for source, tokens in _encoded(folder / TRAIN, tokenizer):
        documents.extend([tokens] * repeats[source])
        counts[source] += repeats[source] * len(tokens)
    order = np.random.default_rng(config.corpus.seed).permutation(len(documents))
    _save([documents[i] for i in order], folder / "train.bin")
    held_out = [tokens for _, tokens in _encoded(folder / HELD_OUT, tokenizer)]
    _save(held_out, folder / "held_out.bin")
    counts["held out"] = sum(len(tokens) for tokens in held_out)
    (folder / COUNTS).write_text(json.dumps(counts, indent=1), encoding="utf-8")
    return counts


def token_counts(folder: Path) -> dict[str, int]:
    """The tokens of each source, repeats included, as :func:`pack` counted them.

    Args:
        folder: The corpus folder.

    Raises:
        FileNotFoundError: The corpus has not been packed.
    """
    counts: dict[str, int] = json.loads((folder / COUNTS).read_text(encoding="utf-8"))
    return counts


def load_tokens(folder: Path, name: str) -> Tokens:
    """A packed stream, mapped into memory.

    Args:
        folder: The corpus folder.
        name: ``train`` or ``held_out``.

    Returns:
        The tokens.

    Raises:
        FileNotFoundError: The corpus has not been packed.
    """
    path = folder / f"{name}.bin"
    if not path.exists():
        raise FileNotFoundError(f"{path} is not there: run the commands corpus, tokenizer and pack first")
    return np.memmap(path, dtype=np.uint16, mode="r")


def _encoded(path: Path, tokenizer: Tokenizer) -> Iterator[tuple[str, Tokens]]:
    end = tokenizer.token_to_id(SEP)
    batch: list[tuple[str, str]] = []

    def encode() -> Iterator[tuple[str, Tokens]]:
        encodings = tokenizer.encode_batch_fast([text for _, text in batch], add_special_tokens=False)
        for (source, _), encoding in zip(batch, encodings, strict=True):
            yield source, np.array([*encoding.ids, end], dtype=np.uint16)

    for record in read_texts(path):
        batch.append(record)
        if len(batch) == _AT_ONCE:
            yield from encode()
            batch = []
    yield from encode()


def _save(documents: list[Tokens], path: Path) -> None:
    # Written beside and moved, since a running training may have the old stream mapped.
    partial = path.with_suffix(".partial")
    with partial.open("wb") as file:
        for tokens in documents:
            tokens.tofile(file)
    partial.replace(path)
