"""One file: its documents, each tagged by itself, so that what comes of it depends on nothing but its bytes."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..document import Document
from ..errors import MalformedError, ReferatError, known_error
from ..reading import Limits
from ..reading.source import load
from .sinks import Record

if TYPE_CHECKING:
    from ..pipeline import Pipeline


class OpenFile:
    """The documents of a file.

    Attributes:
        sha256: Of its bytes; None where they could not be had, or are not those that were expected.
        n_documents: How many were read so far; all of them when :attr:`documents` is at its end.
        documents: Position and document, or the error in its place; those that are skipped are left out.
    """

    def __init__(self, sha256: str | None, found: Iterator[Document | ReferatError], skip: int, first: int = 0) -> None:
        self.sha256 = sha256
        self.n_documents = first
        self.documents = self._rest(found, skip)

    def _rest(
        self, found: Iterator[Document | ReferatError], skip: int
    ) -> Iterator[tuple[int, Document | ReferatError]]:
        for document in found:
            position = self.n_documents
            self.n_documents += 1
            if position >= skip:
                yield position, document


def printable(path: str) -> str:
    """A path as it stands in records: names of files are bytes, and those of old archives are often no UTF-8.

    Example:
        >>> printable(os.fsdecode("råd.txt".encode("latin-1")))
        'r\\\\xe5d.txt'
    """
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def open_file(
    path: str, limits: Limits, *, data: bytes | None = None, skip: int = 0, expected: str | None = None
) -> OpenFile:
    """Open a file.

    Args:
        path: Where it is; its name for the user is the printable form.
        limits: Bounds.
        data: Its bytes, where they are at hand.
        skip: Documents that are finished already.
        expected: Digest of the file that these are of.
    """
    name = printable(path)
    try:
        content = load(path, limits).data if data is None else data
    except ReferatError as error:
        return OpenFile(None, iter([error.at(name)]), 0, skip)
    digest = hashlib.sha256(content).hexdigest()
    if skip and expected != digest:
        changed = MalformedError(
            "the file changed while it was being read", path=name, advice="Run again when nothing writes to it."
        )
        return OpenFile(None, iter([changed]), 0, skip)
    return OpenFile(digest, _documents(content, name, limits), skip)


def _documents(content: bytes, path: str, limits: Limits) -> Iterator[Document | ReferatError]:
    from ..reading.registry import read_bytes

    try:
        yield from read_bytes(content, path, limits)
    except Exception as error:
        yield known_error(error, path)


def tag_document(document: Document | ReferatError, pipeline: Pipeline) -> Record:
    """The record of one document.

    It is analysed alone and not with those around it: a model's last decimals depend on what shares its batch,
    and a run that is resumed has other neighbours than one that is not.
    """
    return next(pipeline.pipe([document]))
