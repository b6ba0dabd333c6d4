"""From bytes to documents: which reader reads what. Readers are imported when first needed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib import import_module
from itertools import chain
from typing import TYPE_CHECKING

from ..document import Document
from ..errors import EmptyInputError, ReferatError, UnsupportedFormatError
from .builder import TextBuilder
from .encoding import Decoded, decode, looks_utf16
from .limits import Limits
from .sniff import is_binary, sniff_binary, sniff_text

if TYPE_CHECKING:
    from .containers import Budget

Result = Document | ReferatError

_NO_TEXT = "there is no text in it"

#: Readers of decoded text: ``read(text, builder) -> Document``.
_TEXT_READERS = {
    "text": ".text",
    "html": ".html",
    "sbsys": ".esdh.sbsys",
    "edoc": ".esdh.edoc",
    "acadre": ".esdh.acadre",
    "mhtml": ".mhtml",
}


def read_bytes(data: bytes, path: str | None, limits: Limits) -> Iterator[Result]:
    """Read every document that some bytes hold.

    Args:
        data: The bytes of a file.
        path: The file's name for the user.
        limits: Bounds.

    Yields:
        Documents with path and digest; for what cannot be read, the error with its path.
    """
    from .containers import Budget

    yield from read_within(data, path, limits, Budget(limits))


def read_within(data: bytes, path: str | None, limits: Limits, budget: Budget) -> Iterator[Result]:
    """As :func:`read_bytes`, inside an archive whose ``budget`` is shared by all members."""
    try:
        yield from _read(data, path, limits, budget)
    except ReferatError as error:
        yield _named(error, path)


def _read(data: bytes, path: str | None, limits: Limits, budget: Budget) -> Iterator[Result]:
    if not data.strip(b" \t\r\n\v\f\x00\xef\xbb\xbf\xff\xfe"):
        raise EmptyInputError("the file is empty" if not data else "the file holds only white space or NUL bytes")
    binary = sniff_binary(data)
    if binary == "pdf":
        yield _finish(import_module(".pdf", __package__).read(data, limits, TextBuilder()), data, path)
    elif binary == "zip":
        docx = import_module(".docx", __package__)
        if docx.is_docx(data):
            yield _finish(docx.read(data, limits, TextBuilder()), data, path)
        else:
            yield from import_module(".containers", __package__).read_zip(data, path, limits, budget)
    elif binary is not None:
        yield from import_module(".containers", __package__).read_packed(data, binary, path, limits, budget)
    else:
        yield from _read_text(data, path)


def _read_text(data: bytes, path: str | None) -> Iterator[Result]:
    if is_binary(data) and not looks_utf16(data):
        raise UnsupportedFormatError("this is binary data of no format that the library knows")
    decoded = decode(data)
    warnings = list(decoded.warnings)
    nuls = decoded.text.count("\x00")
    if nuls:
        warnings.append(f"{nuls} NUL bytes were left out")
        decoded = Decoded(decoded.text.replace("\x00", ""), decoded.encoding)
    name = sniff_text(decoded.text)
    if name == "json":
        yield from _read_json(decoded.text, data, path, tuple(warnings))
        return
    reader: Callable[[str, TextBuilder], Document] = import_module(_TEXT_READERS[name], __package__).read
    yield _finish(reader(decoded.text, TextBuilder(warnings=warnings)), data, path)


def _read_json(text: str, data: bytes, path: str | None, warnings: tuple[str, ...]) -> Iterator[Result]:
    from . import firstagenda

    if '"Dagsordenpunkter"' not in text:
        raise UnsupportedFormatError("this JSON is no meeting of FirstAgenda (it has no list Dagsordenpunkter)")
    parts = firstagenda.read_parts(text, warnings)
    first = next(parts, None)
    second = next(parts, None)
    if first is None:
        raise EmptyInputError("the list of meetings is empty")
    if second is None:
        yield (
            _named(first.result, path) if isinstance(first.result, ReferatError) else _finish(first.result, data, path)
        )
        return
    for part in chain((first, second), parts):
        name = f"{path or ''}#{part.name}"
        if isinstance(part.result, ReferatError):
            yield part.result.at(name)
        elif not part.result.text:
            yield EmptyInputError(_NO_TEXT, path=name)
        else:
            yield replace(part.result, path=name, sha256=part.sha256)


def _finish(document: Document, data: bytes, path: str | None) -> Document:
    if not document.text:
        raise EmptyInputError(_NO_TEXT)
    return replace(document, path=path, sha256=hashlib.sha256(data).hexdigest())


def _named(error: ReferatError, path: str | None) -> ReferatError:
    return error if error.path is not None or path is None else error.at(path)
