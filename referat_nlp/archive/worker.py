"""The process that tags files for :mod:`.workers`: jobs come in on a connection, what came of them goes out.

The messages are tuples, named by their first entry:

=============================================  ======================================================
``("ready", fingerprint, limits)``             the pipeline is loaded
``("broken", type, problem, path, advice)``    it cannot be
``("opened", sha256)``                         the file is read; what follows is about its documents
``("tagging", position, path)``                a document is read and will be tagged
``("tagged", position, packed, failed)``       it was
``("closed", sha256, n_documents)``            the file is done
=============================================  ======================================================
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Any

from ..errors import ReferatError
from ..schema import Failure
from .engine import Job, pack, unpickled
from .file import open_file, tag_document
from .fingerprint import fingerprint

if TYPE_CHECKING:
    from ..pipeline import Pipeline

_GRACE_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Order:
    """A job as it is given to a worker.

    Attributes:
        job: The file.
        seconds: How long a document of it may take.
    """

    job: Job
    seconds: float


def main(handle: int, folder: str) -> None:
    """Work until the connection ends.

    Args:
        handle: The file descriptor of the connection.
        folder: The folder that paths are relative to.
    """
    connection = Connection(handle)
    try:
        os.chdir(folder)
        pipeline = _load(connection)
        if pipeline is not None:
            while True:
                _Work(connection, pipeline).do(connection.recv())
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return  # The run is over, or was killed.


def _load(connection: Connection) -> Pipeline | None:
    try:
        pipeline = unpickled(connection.recv_bytes())
        connection.send(("ready", fingerprint(pipeline), pipeline.limits))
    except ReferatError as error:
        connection.send(("broken", type(error), error.problem, error.path, error.advice))
        return None
    except (EOFError, OSError):
        raise
    except Exception as error:
        problem = f"the pipeline cannot be loaded in another process: {type(error).__name__}: {error}"
        advice = "Analysers of your own have to be functions or classes of a module that can be imported."
        connection.send(("broken", ReferatError, problem, None, advice))
        return None
    return pipeline


class _Work:
    """One job at a time."""

    def __init__(self, connection: Connection, pipeline: Pipeline) -> None:
        self._connection = connection
        self._pipeline = pipeline

    def do(self, order: Order) -> None:
        """Tag a file and tell what came of it."""
        job, limits = order.job, self._pipeline.limits
        _kill_after(order.seconds)
        opened = open_file(job.path, limits, data=job.data, skip=job.skip, expected=job.sha256)
        self._tell("opened", opened.sha256)
        _kill_after(order.seconds)
        for position, document in opened.documents:
            self._tell("tagging", position, document.path)
            _kill_after(order.seconds)
            record = tag_document(document, self._pipeline)
            self._tell("tagged", position, pack(record), isinstance(record, Failure))
            _kill_after(order.seconds)
        self._tell("closed", opened.sha256, opened.n_documents)

    def _tell(self, *message: Any) -> None:
        # Sending waits for the other side, for as long as it takes.
        _kill_after(0)
        self._connection.send(message)


def _kill_after(seconds: float) -> None:
    """Have the system end this process, should the one that watches it be gone; 0 calls it off."""
    signal.setitimer(signal.ITIMER_REAL, seconds + _GRACE_SECONDS if seconds else 0)


def command(handle: int) -> Sequence[str]:
    """The command line that begins a worker, with this process's search path for modules."""
    code = (
        f"import sys; sys.path[:] = {[os.path.abspath(each) for each in sys.path]!r}; "
        f"from {__name__} import main; main({handle}, {os.getcwd()!r})"
    )
    return (sys.executable, "-c", code)
