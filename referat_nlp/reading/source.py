"""Getting the bytes of a source: a path, standard input, or bytes at hand."""

from __future__ import annotations

import os
import stat
import sys
from dataclasses import dataclass

from ..errors import (
    MalformedError,
    NotFoundError,
    PermissionDeniedError,
    ReferatError,
    UnsupportedFormatError,
)
from .limits import Limits

STANDARD_INPUT = "-"
_LONGEST_PATH = 4096


@dataclass(frozen=True, slots=True)
class Bytes:
    """The bytes of a source, and its name for the user (None for bytes that were given as such)."""

    data: bytes
    path: str | None


def load(source: str | os.PathLike[str] | bytes, limits: Limits) -> Bytes:
    """Load a source.

    Args:
        source: A path, ``"-"`` for standard input, or the bytes themselves.
        limits: Bounds.

    Raises:
        ReferatError: The source cannot be had, or is too large.
    """
    if isinstance(source, bytes | bytearray | memoryview):
        limits.check_bytes(len(source))
        return Bytes(bytes(source), None)
    path = os.fspath(source)
    if path == STANDARD_INPUT:
        return _standard_input(limits)
    if ("\n" in path or len(path) > _LONGEST_PATH) and not _is_there(path):
        raise NotFoundError(
            "this is a text, not a path",
            advice="Give a path, the bytes of a file, or the text to document_from_text.",
        )
    try:
        return Bytes(_read_file(path, limits), path)
    except ReferatError as error:
        raise error.at(path) from error
    except (FileNotFoundError, NotADirectoryError) as error:
        raise NotFoundError("there is no such file", path=path) from error
    except PermissionError as error:
        raise PermissionDeniedError("this file may not be read", path=path) from error
    except (OSError, ValueError) as error:
        # ValueError: a path with a NUL in it.
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise NotFoundError(f"the file cannot be read ({reason})", path=path) from error


def _is_there(path: str) -> bool:
    """Whether there is such a file: names may hold line breaks."""
    try:
        return os.path.lexists(path)
    except ValueError:
        return False


def _read_file(path: str, limits: Limits) -> bytes:
    status = os.stat(path)
    if stat.S_ISDIR(status.st_mode):
        raise UnsupportedFormatError("this is a folder", advice="Give its files, or a .zip of it.")
    limits.check_bytes(status.st_size)
    with open(path, "rb") as file:
        # One byte more than allowed: the file may be growing, or be a pipe without a size.
        data = file.read(limits.max_bytes + 1)
    limits.check_bytes(len(data))
    if len(data) < status.st_size:
        raise MalformedError("the file shrank while it was being read", advice="Try again when nothing writes to it.")
    return data


def _standard_input(limits: Limits) -> Bytes:
    try:
        data = sys.stdin.buffer.read(limits.max_bytes + 1)
        limits.check_bytes(len(data))
    except ReferatError as error:
        raise error.at(STANDARD_INPUT) from error
    except (OSError, ValueError) as error:
        raise NotFoundError(f"standard input cannot be read ({error})", path=STANDARD_INPUT) from error
    return Bytes(data, STANDARD_INPUT)
