"""Text that knows what stands where in it.

A label is made in the moment in which its words are written: what prints a count also sets the count, and the mark
that it leaves moves along when the text becomes a part of a longer one. So label and text cannot part ways.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_SLOT = re.compile(r"\{(\w+)\}|<([^<>]+)>")


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a text.

    Attributes:
        start: Where it begins.
        end: Where it ends.
        kind: What it is ("for", "count-for", "result", "section", …).
        of: The thing that it belongs to or tells: a ballot, a person, a section.
    """

    start: int
    end: int
    kind: str
    of: object = None

    def moved(self, by: int) -> Mark:
        """The mark in a text that begins ``by`` characters earlier."""
        return Mark(self.start + by, self.end + by, self.kind, self.of)


@dataclass(frozen=True, slots=True)
class Rich:
    """A text with marks on it."""

    text: str = ""
    marks: tuple[Mark, ...] = ()

    def __add__(self, other: Rich | str) -> Rich:
        if isinstance(other, str):
            return Rich(self.text + other, self.marks)
        shift = len(self.text)
        return Rich(self.text + other.text, self.marks + tuple(mark.moved(shift) for mark in other.marks))

    def __radd__(self, other: str) -> Rich:
        return Rich(other) + self

    def __bool__(self) -> bool:
        return bool(self.text)

    def __str__(self) -> str:
        return self.text

    def marked(self, kind: str, of: object = None) -> Rich:
        """The same text with a mark on the whole of it."""
        return Rich(self.text, (*self.marks, Mark(0, len(self.text), kind, of)))

    def capitalised(self) -> Rich:
        """The same text with a capital at its beginning."""
        return Rich(self.text[:1].upper() + self.text[1:], self.marks)


def fill(template: str, **slots: str | Rich) -> Rich:
    """A template with its slots filled.

    Args:
        template: Text with ``{name}`` for each slot; ``<words>`` marks the words that tell an outcome.
        **slots: What goes in.

    Returns:
        The text, with the marks of what went in.
    """
    parts: list[str | Rich] = []
    at = 0
    for match in _SLOT.finditer(template):
        parts.append(template[at : match.start()])
        parts.append(Rich(match[2]).marked("outcome") if match[2] else slots[match[1]])
        at = match.end()
        if parts[-1] and str(parts[-1]).endswith(".") and template[at:].startswith("."):
            # An abbreviation at the end of a sentence keeps its own full stop.
            at += 1
    parts.append(template[at:])
    return concat(parts)


def concat(parts: Iterable[str | Rich], between: str = "") -> Rich:
    """Texts one behind the other; empty ones are passed over."""
    text: list[str] = []
    marks: list[Mark] = []
    length = 0
    for part in parts:
        if not part:
            continue
        if text and between:
            text.append(between)
            length += len(between)
        if isinstance(part, Rich):
            marks += (mark.moved(length) for mark in part.marks)
            part = part.text
        text.append(part)
        length += len(part)
    return Rich("".join(text), tuple(marks))


def sentence(text: str) -> str:
    """A text with a full stop at its end, one and no more: 'kr.' has its own."""
    return text if text.endswith(".") else text + "."


def listed(parts: Sequence[str | Rich], last: str = " og ") -> Rich:
    """A list as it is written in running text: 'A, B og C'."""
    if len(parts) < 2:
        return concat(parts)
    return concat(parts[:-1], ", ") + last + concat(parts[-1:])
