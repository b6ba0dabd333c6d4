"""JSON Lines: the lossless form, one object a document."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from .base import PartFile, Record


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

    def __init__(self, path: Path) -> None:
        self._file = PartFile(path)
        self._open: BinaryIO = self._file.part.open("wb")
        super().__init__(self._open)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._open.close()
        if kind is None:
            self._file.commit()
