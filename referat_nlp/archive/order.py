"""Results as they come → records in the order of the input, or as they come."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from .sinks import Record

Recall = Callable[[], Record]
"""Gives a record when it is its turn: one that waits is better kept in the journal than in memory."""


class Out(Protocol):
    """Takes the documents of files."""

    def add(self, index: int, recall: Recall) -> None:
        """Take the next document of a file; the files of several may come between each other."""
        ...

    def close(self, index: int) -> None:
        """Take notice that a file is done."""
        ...


class AsTheyCome:
    """Hands on every document at once."""

    def __init__(self, write: Callable[[Record], None]) -> None:
        self._write = write

    def add(self, index: int, recall: Recall) -> None:
        """See :meth:`Out.add`."""
        self._write(recall())

    def close(self, index: int) -> None:
        """See :meth:`Out.close`."""


class InOrder:
    """Hands on the documents of the first file that is not done at once, and those of later files in their turn."""

    def __init__(self, write: Callable[[Record], None]) -> None:
        self._write = write
        self._first = 0
        self._waiting: dict[int, list[Recall]] = {}
        self._done: set[int] = set()

    def add(self, index: int, recall: Recall) -> None:
        """See :meth:`Out.add`."""
        if index == self._first:
            self._write(recall())
        else:
            self._waiting.setdefault(index, []).append(recall)

    def close(self, index: int) -> None:
        """See :meth:`Out.close`."""
        self._done.add(index)
        while self._first in self._done:
            self._done.remove(self._first)
            self._first += 1
            for recall in self._waiting.pop(self._first, ()):
                self._write(recall())
