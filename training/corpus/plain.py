"""Plain text, also compressed: one paragraph a line, documents separated by blank lines."""

from __future__ import annotations

import bz2
import gzip
import lzma
import re
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any

from training.corpus.passages import RawDocument

_OPENERS: dict[str, Callable[..., IO[Any]]] = {".xz": lzma.open, ".gz": gzip.open, ".bz2": bz2.open}
_SUFFIXES = {".txt", ".md", ".xz", ".gz", ".bz2"}
_LONGEST = 8_000
"""Characters after which a document is cut, so that the order of training mixes long ones too."""

_SPACES = re.compile(r"[^\S\n]+")
_UNPRINTED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u00ad\u200b-\u200f\ufeff\ufffd]")
_LETTER = re.compile(r"[^\W\d_]")
_FEWEST_LETTERS = 0.6


def text_documents(path: Path, source: str) -> Iterator[RawDocument]:
    """Read every document of a text file, or of all text files below a folder.

    Args:
        path: A file or a folder.
        source: The name of the source.

    Yields:
        Documents of at most about 8,000 characters, a passage a line; lines that are not language are left out.
    """
    files = [path] if path.is_file() else sorted(p for p in path.rglob("*") if p.suffix in _SUFFIXES)
    for file in files:
        opener = _OPENERS.get(file.suffix, open)
        with opener(file, "rt", encoding="utf-8", errors="replace") as lines:
            for number, passages in enumerate(_cut(lines), start=1):
                yield RawDocument(source, f"{file.name}:{number}", passages)


def _cut(lines: IO[str]) -> Iterator[tuple[str, ...]]:
    passages: list[str] = []
    length = 0
    for raw in lines:
        line = clean(raw)
        if not raw.strip() or length + len(line) > _LONGEST:
            if passages:
                yield tuple(passages)
            passages, length = [], 0
        if is_language(line):
            passages.append(line)
            length += len(line) + 1
    if passages:
        yield tuple(passages)


def clean(line: str) -> str:
    """A line with composed characters, single spaces, and nothing that does not print."""
    return _SPACES.sub(" ", _UNPRINTED.sub("", unicodedata.normalize("NFC", line))).strip()


def is_language(line: str) -> bool:
    """Whether a line is mostly letters: tables of figures, code and rules are not."""
    solid = line.replace(" ", "")
    return bool(solid) and len(_LETTER.findall(solid)) >= _FEWEST_LETTERS * len(solid)
