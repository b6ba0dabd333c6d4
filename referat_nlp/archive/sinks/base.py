"""What every sink promises, and the file that becomes the output only when it is whole."""

from __future__ import annotations

import os
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

    def commit(self) -> None:
        """Make it the output."""
        with self.part.open("rb+") as written:
            os.fsync(written.fileno())
        self.part.replace(self.path)

    def discard(self) -> None:
        """Remove it."""
        self.part.unlink(missing_ok=True)
