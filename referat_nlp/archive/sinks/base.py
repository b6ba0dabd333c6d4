"""What every sink promises, and the file that becomes the output only when it is whole."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Protocol

from ...errors import OutputError
from ...schema import Failure, Referat

Record = Referat | Failure


class Sink(Protocol):
    """Takes records one at a time; leaving its ``with`` statement without an error makes the output whole."""

    def __enter__(self) -> Sink: ...

    def write(self, record: Record) -> None:
        """Write one record."""
        ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


class ToldSink:
    """A sink whose errors, a full disk above all, are those of the library; what it wrote is then no output.

    Args:
        sink: The sink.
        path: The output, for the message.
    """

    def __init__(self, sink: Sink, path: Path) -> None:
        self._sink = sink
        self._path = path

    def __enter__(self) -> ToldSink:
        self._sink.__enter__()
        return self

    def write(self, record: Record) -> None:
        """Write one record.

        Raises:
            OutputError: It cannot be written.
        """
        with output_errors(self._path):
            self._sink.write(record)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            with output_errors(self._path):
                self._sink.__exit__(kind, error, trace)
        except OutputError:
            if kind is None:
                raise
            # What came first is what the user is told.


@contextmanager
def output_errors(path: Path) -> Iterator[None]:
    """Turn what a full disk, a folder that is gone or a database raises into the library's own error."""
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        why = getattr(error, "strerror", None) or error
        raise OutputError(f"the output cannot be written: {why}", path=str(path)) from error


class PartFile:
    """A file written beside its destination and renamed to it at the end.

    Attributes:
        path: The destination.
        part: Where it is written until it is whole, in the same folder so that the rename is atomic.
    """

    def __init__(self, path: Path) -> None:
        """Claim the file beside the destination.

        Raises:
            OutputError: The folder is not there or may not be written to, or the destination is a folder.
        """
        self.path = path
        self.part = path.with_name(path.name + ".part")
        if path.is_dir():
            raise OutputError("the output is a folder", path=str(path))
        try:
            self.part.open("wb").close()
        except OSError as error:
            raise OutputError(f"the output cannot be written: {error.strerror}", path=str(path)) from error

    def continue_existing(self) -> None:
        """Begin with what the destination holds.

        Raises:
            OSError: There is no room for it.
        """
        shutil.copyfile(self.path, self.part)

    def commit(self) -> None:
        """Make it the output."""
        with self.part.open("rb+") as written:
            os.fsync(written.fileno())
        self.part.replace(self.path)

    def discard(self) -> None:
        """Remove it."""
        self.part.unlink(missing_ok=True)
