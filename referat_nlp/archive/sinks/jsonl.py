"""JSON Lines: the lossless form, one object a document."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from .base import PartFile, Record
from .held import Held, Key, cannot_append, check_version


class StreamSink:
    """JSON Lines to an open stream, each line flushed as it is written so that a reader sees whole lines."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def __enter__(self) -> StreamSink:
        return self

    def write(self, record: Record) -> None:
        """Write one line."""
        self._stream.write(record.to_json().encode() + b"\n")
        self._stream.flush()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        return


class JsonlSink(StreamSink):
    """JSON Lines to a file. A run that breaks off leaves its whole lines in the ``.part`` file."""

    def __init__(self, path: Path, *, append: bool = False) -> None:
        self._held = Held(_documents(path) if append else ())
        self._file = PartFile(path)
        if append:
            self._file.continue_existing()
        self._open: BinaryIO = self._file.part.open("ab")
        super().__init__(self._open)

    def write(self, record: Record) -> None:
        """Write one line."""
        if record not in self._held:
            super().write(record)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._open.close()
        if kind is None:
            self._file.commit()


def _documents(path: Path) -> Iterator[Key]:
    with path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            try:
                record = json.loads(line)
                version, source = record["schema_version"], record["source"]
                found: Key = (source["path"], None if "error" in record else source["sha256"])
            except (ValueError, KeyError, TypeError):
                raise cannot_append(path, f"line {number} is no record") from None
            check_version(path, version)
            if not line.endswith(b"\n"):
                raise cannot_append(path, "its last line is cut off")
            yield found
