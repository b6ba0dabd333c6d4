"""Which files of an archive are read: paths, lists of paths, and patterns that take and leave."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ..errors import NotFoundError
from ..reading.source import STANDARD_INPUT
from .discovery import Entry, discover, files_at


@dataclass(frozen=True, slots=True)
class Selection:
    """The files that a user means.

    Attributes:
        paths: Files, folders, globs, ``-`` (see :func:`~referat_nlp.archive.discovery.discover`).
        manifests: Files that list paths, one a line; ``-`` for standard input. What they name is taken as it
            stands: a ``*`` in it is a letter of the name.
        include: Patterns; where there are any, only files that match one are taken.
        exclude: Patterns; files that match one are left out.

    A pattern without a slash is matched with the file's name, one with a slash with the whole path from any
    folder on: ``*`` and ``?`` stay within a name, ``**`` crosses folders, ``[ab]`` is a set. Standard input is
    always taken.
    """

    paths: Sequence[str] = ()
    manifests: Sequence[str] = ()
    include: Sequence[str] = ()
    exclude: Sequence[str] = ()

    def files(self, *, leave_out: Collection[str] = ()) -> Iterator[Entry]:
        """Find them.

        Args:
            leave_out: Files that are not to be read, such as the output of the same run.

        Yields:
            A path, ``-``, or an error for what was named or met but cannot be read.

        Raises:
            NotFoundError: A manifest cannot be read.
        """
        yield from discover(self.paths, exclude=leave_out, takes=self.takes)
        for manifest in self.manifests:
            for path in read_manifest(manifest):
                yield from files_at(path, exclude=leave_out, takes=self.takes)

    def takes(self, path: str) -> bool:
        """Whether the patterns let a path through."""
        if path == STANDARD_INPUT:
            return True
        if self.include and not any(matches(path, pattern) for pattern in self.include):
            return False
        return not any(matches(path, pattern) for pattern in self.exclude)


def read_manifest(path: str) -> Iterator[str]:
    """The paths that a manifest lists, one a line; empty lines are passed over.

    Args:
        path: The manifest, UTF-8; ``-`` for standard input. It is read as it is used, so it may be long.

    Raises:
        NotFoundError: It cannot be read.
    """
    try:
        with open(sys.stdin.fileno() if path == STANDARD_INPUT else path, "rb") as lines:
            for line in lines:
                name = os.fsdecode(line.rstrip(b"\r\n").removeprefix(b"\xef\xbb\xbf"))
                if name.strip():
                    yield name
    except OSError as error:
        raise NotFoundError(f"the manifest cannot be read: {error.strerror}", path=path) from error


def matches(path: str, pattern: str) -> bool:
    """Whether a pattern means a path; see :class:`Selection`.

    Example:
        >>> matches("2024/maj/byraad.pdf", "*.pdf"), matches("2024/maj/byraad.pdf", "2024/*.pdf")
        (True, False)
        >>> matches("arkiv/2024/maj/byraad.pdf", "2024/**"), matches("2024/kladde_3.pdf", "kladde*")
        (True, True)
    """
    path = path.replace(os.sep, "/")
    whole = _expression(pattern)
    if "/" not in pattern:
        return whole.fullmatch(path.rpartition("/")[2]) is not None
    if pattern.startswith("/"):
        return whole.fullmatch(os.path.abspath(path)) is not None
    starts = [0, *(found.end() for found in re.finditer("/", path))]
    return any(whole.fullmatch(path, start) is not None for start in starts)


@lru_cache(maxsize=256)
def _expression(pattern: str) -> re.Pattern[str]:
    """A pattern as a regular expression."""
    parts: list[str] = []
    position = 0
    while position < len(pattern):
        rest = pattern[position:]
        found = re.match(r"\*\*/|\*\*|\*|\?|\[!?[^\]]+\]", rest)
        if found is None:
            parts.append(re.escape(rest[0]))
            position += 1
            continue
        sign = found[0]
        plain = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
        parts.append(plain.get(sign) or sign.replace("[!", "[^").replace("\\", "\\\\"))
        position += len(sign)
    try:
        return re.compile("".join(parts), re.DOTALL)
    except re.error:  # [z-a]: the name of a file after all
        return re.compile(re.escape(pattern))
