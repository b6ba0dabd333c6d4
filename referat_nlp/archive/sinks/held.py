"""What an output that is added to holds already, so that no document is in it twice."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from ...errors import OutputError
from ...schema import SCHEMA_VERSION, Failure
from .base import Record

Key = tuple[str | None, str | None]
"""Path and digest of a document; a failure has no digest."""


class Held:
    """The documents of an output, by path and digest."""

    def __init__(self, keys: Iterable[Key] = ()) -> None:
        self._keys = set(keys)

    def __contains__(self, record: Record) -> bool:
        return bool(self._keys) and key(record) in self._keys


def key(record: Record) -> Key:
    """What a document is told by."""
    return record.source.path, None if isinstance(record, Failure) else record.source.sha256


def check_version(path: Path, found: object) -> None:
    """See that an output may be added to.

    Raises:
        OutputError: It was written in another form, or says of none.
    """
    if found != SCHEMA_VERSION:
        raise cannot_append(path, f"its schema is {found or 'unknown'}, that of new records {SCHEMA_VERSION}")


def cannot_append(path: Path, why: str) -> OutputError:
    """The error of an output that cannot be added to."""
    return OutputError(
        f"nothing can be added to this output: {why}", path=str(path), advice="Write to another file, or anew."
    )
