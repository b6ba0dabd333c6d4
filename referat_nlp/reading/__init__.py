"""Reading: a file's bytes → :class:`~referat_nlp.document.Document`.

Formats are told by content, not by name. Every failure is a :class:`~referat_nlp.errors.ReferatError`.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

from ..document import Document
from ..errors import EmptyInputError, LimitError, ReferatError
from .limits import Limits

__all__ = ["Limits", "document_from_text", "read", "read_all"]

_DEFAULT_LIMITS = Limits()


def read(source: str | os.PathLike[str] | bytes, *, limits: Limits = _DEFAULT_LIMITS) -> Document:
    """Read the one document that a source holds.

    Args:
        source: A path, ``"-"`` for standard input, or the bytes of a file.
        limits: Bounds on size, nesting and number.

    Returns:
        The document.

    Raises:
        ReferatError: It cannot be read, or the source holds several documents (use :func:`read_all`).
    """
    found: Document | ReferatError | None = None
    for result in read_all(source, limits=limits):
        if found is not None:
            path = source if isinstance(source, str) else os.fspath(source) if isinstance(source, os.PathLike) else None
            raise LimitError(
                "it holds more than one document", path=path, advice="Use read_all, which gives all of them."
            )
        found = result
    if found is None:
        raise EmptyInputError("it holds no documents")
    if isinstance(found, ReferatError):
        raise found
    return found


def read_all(
    source: str | os.PathLike[str] | bytes, *, limits: Limits = _DEFAULT_LIMITS
) -> Iterator[Document | ReferatError]:
    """Read every document of a source: the members of an archive, the lines of JSON lines.

    Args:
        source: A path, ``"-"`` for standard input, or the bytes of a file.
        limits: Bounds on size, nesting and number.

    Yields:
        Documents in the source's order; in place of what cannot be read, the error that says why.
    """
    from .registry import read_bytes
    from .source import load

    try:
        loaded = load(source, limits)
    except ReferatError as error:
        yield error
        return
    yield from read_bytes(loaded.data, loaded.path, limits)


def document_from_text(text: str, *, path: str | None = None) -> Document:
    """A document from a string of plain text or Markdown.

    Args:
        text: The text; it is normalised.
        path: A name for the user.

    Returns:
        The document, of format ``text`` or ``markdown``; its text may be empty.
    """
    import hashlib
    from dataclasses import replace

    from .builder import TextBuilder
    from .text import read as read_text

    document = read_text(text, TextBuilder())
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return replace(document, path=path, sha256=digest)
