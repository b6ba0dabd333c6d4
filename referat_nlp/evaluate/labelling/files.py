"""Writing what people work on, and never over what they have filled."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ...archive.sinks.base import PartFile, output_errors
from ...errors import OutputError


@contextmanager
def new_file(path: Path, *, force: bool = False) -> Iterator[Path]:
    """A file that is there when it is whole.

    Args:
        path: The file.
        force: Write over a file that is there.

    Yields:
        Where to write it.

    Raises:
        OutputError: It cannot be written, or is there already.
    """
    refuse_old(path, force=force)
    part = PartFile(path)
    try:
        with output_errors(path):
            yield part.part
            part.commit()
    finally:
        part.discard()


def refuse_old(path: Path, *, force: bool) -> None:
    """Refuse to write over a file, or into a folder that is not there.

    Raises:
        OutputError: The folder is not there, or the file is and ``force`` is not given.
    """
    if not path.parent.is_dir():
        raise OutputError("its folder is not there", path=str(path))
    if path.exists() and not force:
        advice = "It may hold labels: take another name, or --force to write over it."
        raise OutputError("the file is there already", path=str(path), advice=advice)
