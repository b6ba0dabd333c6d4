"""What runs a pipeline over files: the interface, and the plain form of it in this process.

An engine is given jobs, one a file, and tells what came of each document. It may do them in any order; which
order the output has, what is kept for the next run and what is counted is not its affair.
"""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Literal, Protocol

from ..errors import ReferatError
from ..reading import Limits
from ..reading.source import STANDARD_INPUT, load
from ..schema import Failure, Referat
from .file import open_file, tag_document
from .fingerprint import fingerprint
from .sinks import Record

if TYPE_CHECKING:
    # Imported at run time where it is run: who gives out files to other processes needs nothing of it.
    from ..pipeline import Pipeline

MakePipeline = Callable[[], "Pipeline"]
"""What makes the pipeline, where it is needed: ``functools.partial(load, summary=…)``."""

StoppedBy = Literal["timeout", "memory", "crashed"]

# The fastest: what is gained by more is a few per cent of a file that lies beside the output.
_COMPRESSION = 1
_OWN_TO_THIS_PROCESS = ("/dev/fd/", "/dev/stdin", "/proc/self/fd/")


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one file may cost before it is stopped, where it runs in a process of its own.

    Attributes:
        seconds: Time for a document, and as much again for every 10 MB of its file.
        memory_mb: Memory of the process that reads it, in MiB.
    """

    seconds: float = 600
    memory_mb: int = 4096

    def of(self, kind: StoppedBy) -> float | None:
        """The bound of a kind; a crash has none."""
        return {"timeout": self.seconds, "memory": float(self.memory_mb), "crashed": None}[kind]


@dataclass(frozen=True, slots=True)
class Job:
    """A file to tag.

    Attributes:
        index: Its place in the input.
        path: Where it is, and what it is called in the output.
        size: Its bytes, as far as they are known; 0 where not.
        skip: Documents at its beginning that are finished already.
        sha256: The digest of the file whose documents are skipped.
        data: Its bytes, where whoever does the job cannot read them, see :func:`with_bytes`.
    """

    index: int
    path: str
    size: int = 0
    skip: int = 0
    sha256: str | None = None
    data: bytes | None = field(default=None, repr=False)

    @property
    def is_ours(self) -> bool:
        """Whether the path means something in this process alone."""
        return self.path == STANDARD_INPUT or self.path.startswith(_OWN_TO_THIS_PROCESS)


@dataclass(frozen=True, slots=True)
class Tagged:
    """What came of one document.

    Attributes:
        index: The job.
        position: Which of the file's documents it is, from 0.
        sha256: Of the file's bytes; None where the result says nothing of them (a file that is not there), so
            that it is not kept.
        packed: The record, see :func:`pack`.
        failed: Whether it is a failure.
        stopped: What stopped it, where something did.
    """

    index: int
    position: int
    sha256: str | None
    packed: bytes
    failed: bool
    stopped: StoppedBy | None = None


@dataclass(frozen=True, slots=True)
class Closed:
    """A file is done.

    Attributes:
        index: The job.
        sha256: As of :class:`Tagged`.
        n_documents: How many documents it has.
    """

    index: int
    sha256: str | None
    n_documents: int


@dataclass(frozen=True, slots=True)
class Prepared:
    """What an engine knows when its pipeline is loaded: its fingerprint and its limits."""

    fingerprint: str
    limits: Limits


class Engine(Protocol):
    """Runs a pipeline over files."""

    @property
    def bounds(self) -> Bounds:
        """What a file may cost."""
        ...

    def prepare(self) -> Prepared:
        """Load the pipeline; once, before :meth:`run`.

        Raises:
            ReferatError: It cannot be loaded.
        """
        ...

    def run(self, jobs: Iterable[Job]) -> Iterator[Tagged | Closed]:
        """Tag files.

        Args:
            jobs: The files; asked for the next one when there is somebody to do it.

        Yields:
            For each job its documents, in order and from the first that is not skipped, then that it is closed;
            those of several jobs may come between each other.
        """
        ...

    def close(self) -> None:
        """Give up what it holds."""
        ...


class InProcess:
    """Runs the pipeline here, one file after the other: nothing is stopped, and a crash is one of this process."""

    def __init__(self, pipeline: Pipeline | MakePipeline) -> None:
        self.bounds = Bounds()
        self._pipeline = _made(pipeline)

    def prepare(self) -> Prepared:
        """See :meth:`Engine.prepare`."""
        return Prepared(fingerprint(self._pipeline), self._pipeline.limits)

    def run(self, jobs: Iterable[Job]) -> Iterator[Tagged | Closed]:
        """See :meth:`Engine.run`."""
        for job in jobs:
            opened = open_file(job.path, self._pipeline.limits, skip=job.skip, expected=job.sha256)
            for position, document in opened.documents:
                record = tag_document(document, self._pipeline)
                yield Tagged(job.index, position, opened.sha256, pack(record), isinstance(record, Failure))
            yield Closed(job.index, opened.sha256, opened.n_documents)

    def close(self) -> None:
        """See :meth:`Engine.close`."""


def with_bytes(job: Job, limits: Limits) -> Job:
    """The job as another process can do it: with the bytes of what only this one can read."""
    if not job.is_ours or job.data is not None:
        return job
    try:
        return replace(job, data=load(job.path, limits).data)
    except ReferatError:
        return job  # Whoever does it finds that out too.


def pickled(pipeline: Pipeline | MakePipeline) -> bytes:
    """A pipeline, or what makes it, as it goes to another process.

    Raises:
        ReferatError: It cannot be pickled.
    """
    try:
        return pickle.dumps(pipeline)
    except (pickle.PicklingError, TypeError, AttributeError) as error:
        raise ReferatError(
            f"the pipeline cannot go to another process: {error}",
            advice="Analysers of your own have to be functions or classes of a module.",
        ) from error


def unpickled(data: bytes) -> Pipeline:
    """The pipeline that was pickled, or made by what was."""
    return _made(pickle.loads(data))


def load_there(**settings: Any) -> Pipeline:
    """:func:`~referat_nlp.pipeline.load`, for a ``partial`` that imports nothing before it is called."""
    from ..pipeline import load

    return load(**settings)


def _made(pipeline: Pipeline | MakePipeline) -> Pipeline:
    from ..pipeline import Pipeline

    return pipeline if isinstance(pipeline, Pipeline) else pipeline()


def pack(record: Record) -> bytes:
    """A record as it goes between processes and is kept: its JSON, compressed."""
    return zlib.compress(record.to_json().encode(), _COMPRESSION)


def unpack(packed: bytes, *, failed: bool) -> Record:
    """The record that was packed; its text, which is no part of the output, is not."""
    line = zlib.decompress(packed)
    return Failure.model_validate_json(line) if failed else Referat.model_validate_json(line)
