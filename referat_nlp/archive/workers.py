"""Worker processes that are watched: what hangs, eats memory or dies costs one document and no more.

Every worker has its own pipeline and a short queue of files, which it does in order, so the one at the head of
its queue is the one at fault when it has to be stopped; the others of the queue go to another worker.
"""

from __future__ import annotations

import os
import subprocess
import time
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path
from selectors import EVENT_READ, DefaultSelector
from typing import TYPE_CHECKING, Any

from ..errors import CrashError, ReferatError, TooMuchMemoryError, TooSlowError
from ..schema import Failure, Source
from .engine import Bounds, Closed, Job, MakePipeline, Prepared, StoppedBy, Tagged, pack, pickled, with_bytes
from .file import printable
from .worker import Order, command

if TYPE_CHECKING:
    from ..pipeline import Pipeline

_WATCH_SECONDS = 0.1
# Enough that a worker never waits for its next file, little enough that few are redone when it is stopped.
_QUEUE_FILES, _QUEUE_BYTES = 4, 1_000_000
_LONG_FILE = 10_000_000
_ATTEMPTS = 2
_PAGE = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096


@dataclass(slots=True)
class _Assignment:
    """A job, and how often a worker died of it."""

    job: Job
    deaths: int = 0


@dataclass(eq=False, slots=True)
class _Worker:
    """A process, and how far it is with the file at the head of its queue."""

    process: subprocess.Popen[bytes]
    connection: Connection
    ready: bool = False
    queue: deque[_Assignment] = field(default_factory=deque)
    since: float = 0.0
    sha256: str | None = None
    position: int = 0
    document: str | None = None

    def begin_next(self) -> None:
        """Look to the head of the queue, of which nothing is known yet."""
        self.since = time.monotonic()
        self.sha256, self.document = None, None
        self.position = self.queue[0].job.skip if self.queue else 0

    def has_room(self) -> bool:
        """Whether another file can wait here."""
        waiting = sum(each.job.size for each in self.queue)
        return self.ready and (not self.queue or (len(self.queue) < _QUEUE_FILES and waiting < _QUEUE_BYTES))


class Workers:
    """Runs a pipeline in processes of its own."""

    def __init__(self, pipeline: Pipeline | MakePipeline, n_workers: int, bounds: Bounds = Bounds()) -> None:  # noqa: B008
        """Begin nothing yet.

        Args:
            pipeline: The pipeline, or what makes it; pickled, and loaded in every worker.
            n_workers: How many processes, at most.
            bounds: What a file may cost.

        Raises:
            ReferatError: The pipeline cannot be pickled.
        """
        self.bounds = bounds
        self._n_workers = n_workers
        self._workers: list[_Worker] = []
        self._again: deque[_Assignment] = deque()
        self._prepared: Prepared | None = None
        self._selector = DefaultSelector()
        self._stillborn = 0
        self._watched = 0.0
        self._pipeline = pickled(pipeline)

    def prepare(self) -> Prepared:
        """See :meth:`~.engine.Engine.prepare`: begins the first worker."""
        if self._prepared is None:
            worker = self._begin()
            while self._prepared is None:
                try:
                    self._loaded(worker, worker.connection.recv())
                except (EOFError, OSError):
                    self._did_not_begin(worker)
                    worker = self._begin()
        return self._prepared

    def run(self, jobs: Iterable[Job]) -> Iterator[Tagged | Closed]:
        """See :meth:`~.engine.Engine.run`."""
        self.prepare()
        feed = (_Assignment(job) for job in jobs)
        while True:
            self._deal(feed)
            if not any(worker.queue for worker in self._workers) and not self._again:
                return
            yield from self._happened()

    def close(self) -> None:
        """End the workers, whatever they are doing."""
        for worker in list(self._workers):
            self._end(worker)
        self._selector.close()

    # Giving out files

    def _deal(self, feed: Iterator[_Assignment]) -> None:
        """Give files to the workers that have room; begin another worker when none has."""
        while True:
            free = [worker for worker in self._workers if worker.has_room()]
            if not free and (len(self._workers) >= self._n_workers or not all(each.ready for each in self._workers)):
                return
            assignment = self._again.popleft() if self._again else next(feed, None)
            if assignment is None:
                return
            if not free:
                self._again.appendleft(assignment)
                self._begin()
                return
            worker = min(free, key=lambda worker: len(worker.queue))
            if assignment.job.is_ours and worker.queue:
                # Its bytes fill the connection: they go to one that listens, and none does before it is idle.
                self._again.appendleft(assignment)
                return
            self._assign(worker, assignment)

    def _assign(self, worker: _Worker, assignment: _Assignment) -> None:
        assert self._prepared is not None
        assignment.job = with_bytes(assignment.job, self._prepared.limits)
        worker.queue.append(assignment)
        if len(worker.queue) == 1:
            worker.begin_next()
        # A worker that is gone says so where it is listened to.
        with _gone_is_no_matter():
            worker.connection.send(Order(assignment.job, self._seconds(assignment.job)))

    def _seconds(self, job: Job) -> float:
        return self.bounds.seconds * (1 + job.size // _LONG_FILE)

    # Listening

    def _happened(self) -> Iterator[Tagged | Closed]:
        """What the workers tell within a moment, and what has to be told of those that do not."""
        for key, _ in self._selector.select(_WATCH_SECONDS):
            yield from self._listen(key.data)
        if time.monotonic() - self._watched < _WATCH_SECONDS:
            return
        self._watched = time.monotonic()
        # Whoever has something to say is alive, and is heard first.
        talking = [key.data for key, _ in self._selector.select(0)]
        for worker in list(self._workers):
            if worker.queue and worker.ready and worker not in talking:
                yield from self._watch(worker)

    def _listen(self, worker: _Worker) -> Iterator[Tagged | Closed]:
        try:
            message = worker.connection.recv()
        except (EOFError, OSError):
            if not worker.ready:
                self._did_not_begin(worker)
                return
            self._end(worker)
            if worker.queue:
                yield from self._died(worker)
        else:
            yield from self._take(worker, message)

    def _take(self, worker: _Worker, message: tuple[Any, ...]) -> Iterator[Tagged | Closed]:
        """One message; see :mod:`.worker`."""
        what, *rest = message
        if what in ("ready", "broken"):
            self._loaded(worker, message)
            return
        worker.since = time.monotonic()
        if what == "opened":
            (worker.sha256,) = rest
        elif what == "tagging":
            worker.position, worker.document = rest
        elif what == "tagged":
            position, packed, failed = rest
            worker.position, worker.document = position + 1, None
            yield Tagged(worker.queue[0].job.index, position, worker.sha256, packed, failed)
        else:
            sha256, n_documents = rest
            job = worker.queue.popleft().job
            worker.begin_next()
            yield Closed(job.index, sha256, n_documents)

    def _loaded(self, worker: _Worker, message: tuple[Any, ...]) -> None:
        if message[0] == "broken":
            _, kind, problem, path, advice = message
            raise kind(problem, path=path, advice=advice)
        prepared = Prepared(*message[1:])
        if self._prepared not in (None, prepared):
            raise ReferatError("the model or the library changed during the run", advice="Run the same command again.")
        self._prepared, worker.ready, self._stillborn = prepared, True, 0

    # Stopping

    def _watch(self, worker: _Worker) -> Iterator[Tagged | Closed]:
        """Stop a worker that has passed a bound."""
        seconds = self._seconds(worker.queue[0].job)
        if time.monotonic() - worker.since > seconds:
            error: ReferatError = TooSlowError(f"it took more than {seconds:g} seconds")
            yield from self._stopped(worker, error, "timeout")
        elif _memory_mb(worker.process.pid) > self.bounds.memory_mb:
            error = TooMuchMemoryError(f"it took more than {self.bounds.memory_mb} MiB of memory")
            yield from self._stopped(worker, error, "memory")

    def _stopped(self, worker: _Worker, error: ReferatError, by: StoppedBy) -> Iterator[Tagged | Closed]:
        worker.process.kill()
        worker.process.wait()
        # It may have finished in the meantime.
        before = (worker.queue[0], worker.position)
        with _gone_is_no_matter():
            while worker.connection.poll():
                yield from self._take(worker, worker.connection.recv())
        self._end(worker)
        if worker.queue and (worker.queue[0], worker.position) == before:
            yield from self._blamed(worker, error, by)
        else:
            self._hand_back(worker)

    def _died(self, worker: _Worker) -> Iterator[Tagged | Closed]:
        """A worker that died: once may be chance (somebody else needed the memory), twice is the file."""
        assignment = worker.queue[0]
        assignment.deaths += 1
        if assignment.deaths < _ATTEMPTS:
            assignment.job = replace(
                assignment.job, skip=worker.position, sha256=worker.sha256 or assignment.job.sha256
            )
            self._hand_back(worker)
            return
        status = worker.process.returncode
        how = f"by signal {-status}" if status < 0 else f"with status {status}"
        yield from self._blamed(worker, CrashError(f"the process that read it ended {how}"), "crashed")

    def _blamed(self, worker: _Worker, error: ReferatError, by: StoppedBy) -> Iterator[Tagged | Closed]:
        """The failure of the document that a worker was at, and the rest of its queue to another one."""
        assignment = worker.queue.popleft()
        job, position = assignment.job, worker.position
        name = printable(job.path)
        in_archive = worker.document not in (None, name)
        if worker.document is None and position:
            problem = f"{error.problem} while document {position + 1} of it was read; what follows is not read"
            error = type(error)(problem, advice="Unpack it and give its files.")
        path = worker.document or name
        failure = Failure.of(error.at(path), Source(path=path))
        yield Tagged(job.index, position, worker.sha256, pack(failure), failed=True, stopped=by)
        self._hand_back(worker)
        if in_archive:
            # The document is known, so those after it can be told from it.
            self._again.appendleft(_Assignment(replace(job, skip=position + 1, sha256=worker.sha256)))
        else:
            yield Closed(job.index, worker.sha256, position + 1)

    def _hand_back(self, worker: _Worker) -> None:
        self._again.extendleft(reversed(worker.queue))
        worker.queue.clear()

    # Processes

    def _begin(self) -> _Worker:
        ours, theirs = Pipe()
        cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
        environment = {"OMP_NUM_THREADS": str(max(1, cores // self._n_workers)), **os.environ}
        with theirs:
            process = subprocess.Popen(
                command(theirs.fileno()),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                pass_fds=[theirs.fileno()],
                env=environment,
                # Ctrl-C is for this process, which then ends them.
                start_new_session=True,
            )
        worker = _Worker(process, ours)
        self._workers.append(worker)
        self._selector.register(ours, EVENT_READ, worker)
        with _gone_is_no_matter():
            ours.send_bytes(self._pipeline)
        return worker

    def _did_not_begin(self, worker: _Worker) -> None:
        """A worker that died before it had its pipeline; another is begun, unless that happens every time."""
        self._end(worker)
        self._stillborn += 1
        if self._stillborn > _ATTEMPTS:
            raise ReferatError(
                f"a worker process ended while it loaded the pipeline (status {worker.process.returncode})",
                advice="Is there enough memory for that many workers?",
            )

    def _end(self, worker: _Worker) -> None:
        worker.process.kill()
        worker.process.wait()
        self._selector.unregister(worker.connection)
        worker.connection.close()
        self._workers.remove(worker)


def _gone_is_no_matter() -> suppress:
    """What a connection raises whose other side is gone."""
    return suppress(EOFError, OSError)


def _memory_mb(pid: int) -> float:
    """Memory that a process holds, in MiB; 0 where the system does not tell."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_bytes().split()[1])
    except (OSError, IndexError):
        return 0
    return pages * _PAGE / 2**20
