"""Running text with tags from CoNLL-U (https://universaldependencies.org/format.html)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_FORM, _TAG, _MISC = 1, 3, 9


@dataclass(frozen=True, slots=True)
class TaggedText:
    """Some sentences in a row, as running text.

    Attributes:
        text: The text.
        words: Start, end and part of speech of each word.
        ends: Where sentences end, the last one's left out: the end of the text gives it away.
    """

    text: str
    words: tuple[tuple[int, int, str], ...]
    ends: tuple[int, ...]


def read_tagged(path: Path, sentences: int) -> list[TaggedText]:
    """Read a treebank, joining sentences that follow each other.

    Args:
        path: A CoNLL-U file.
        sentences: Sentences a text; the last text may have fewer.

    Returns:
        The texts.
    """
    every = list(_sentences(path))
    return [_join(every[first : first + sentences]) for first in range(0, len(every), sentences)]


def _sentences(path: Path) -> Iterator[list[tuple[str, str, bool]]]:
    """Sentences as words with tag and whether a space follows."""
    words: list[tuple[str, str, bool]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = line.split("\t")
        if not line:
            yield words
            words = []
        elif len(fields) > _MISC and fields[0].isdigit():
            words.append((fields[_FORM], fields[_TAG], "SpaceAfter=No" not in fields[_MISC]))
    if words:
        yield words


def _join(group: list[list[tuple[str, str, bool]]]) -> TaggedText:
    text = ""
    words: list[tuple[int, int, str]] = []
    ends: list[int] = []
    for sentence in group:
        for form, tag, space in sentence:
            words.append((len(text), len(text) + len(form), tag))
            text += form + " " * space
        ends.append(words[-1][1])
        text = text.rstrip() + " "
    return TaggedText(text.rstrip(), tuple(words), tuple(ends[:-1]))
