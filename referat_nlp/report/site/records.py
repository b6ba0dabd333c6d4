"""The records of an output of ``referat tag``, one at a time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from ...errors import MalformedError, NotFoundError, PermissionDeniedError, UnsupportedFormatError
from ...schema import Failure, Referat

Record = Referat | Failure

_RECORD: TypeAdapter[Record] = TypeAdapter(Record)
_ADVICE = "Give the JSON Lines of: referat tag MINUTES -o OUT.jsonl"


def read_records(path: Path) -> Iterator[Record]:
    """Read an output, a line at a time.

    Args:
        path: JSON Lines as ``referat tag`` writes them.

    Yields:
        Records and failures in the order of the file.

    Raises:
        NotFoundError: There is no such file.
        PermissionDeniedError: It may not be read.
        UnsupportedFormatError: It is an output of another form, or a folder.
        MalformedError: A line is no record; the message says which.
    """
    name = str(path)
    if path.is_dir() or path.name.lower().endswith((".csv", ".parquet", ".sqlite", ".popolo.json")):
        raise UnsupportedFormatError(
            "a site is made of JSON Lines, which alone hold the text", path=name, advice=_ADVICE
        )
    try:
        with path.open("rb") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield _record(line, number, name)
    except FileNotFoundError:
        raise NotFoundError("there is no such file", path=name) from None
    except PermissionError:
        raise PermissionDeniedError("the file may not be read", path=name) from None


def _record(line: bytes, number: int, path: str) -> Record:
    try:
        return _RECORD.validate_json(line)
    except ValidationError:
        raise MalformedError(f"line {number} is no record of referat tag", path=path, advice=_ADVICE) from None
