"""Files in, one output out: what ``referat tag`` runs."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from ..errors import OutputError
from ..pipeline import Pipeline
from ..schema import Failure
from .discovery import discover
from .sinks import Record, Sink


@dataclass(slots=True)
class Tally:
    """How many documents were read and tagged, how many failed, and how many items were found."""

    read: int = 0
    failed: int = 0
    items: int = 0

    def add(self, record: Record) -> None:
        """Count one record."""
        if isinstance(record, Failure):
            self.failed += 1
        else:
            self.read += 1
            self.items += len(record.items)


def tag(
    paths: Iterable[str],
    sink: Sink,
    pipeline: Pipeline,
    *,
    exclude: Collection[str] = (),
    on_record: Callable[[Record], None] | None = None,
) -> Tally:
    """Tag everything under the paths and write one record a document.

    Args:
        paths: Files, folders, globs, ``-`` (see :func:`~referat_nlp.archive.discovery.discover`).
        sink: Where the records go, opened; closing it is the caller's.
        pipeline: What to run.
        exclude: Files to leave out, such as the output.
        on_record: Called with each record after it was written.

    Returns:
        The count. Documents that cannot be read are failures in the output and in the count.

    Raises:
        OutputError: A record cannot be written (the disk is full).
    """
    tally = Tally()
    for record in pipeline.pipe(discover(paths, exclude=exclude)):
        try:
            sink.write(record)
        except BrokenPipeError:
            raise
        except OSError as error:
            raise OutputError(f"the output cannot be written: {error.strerror}") from error
        tally.add(record)
        if on_record is not None:
            on_record(record)
    return tally
