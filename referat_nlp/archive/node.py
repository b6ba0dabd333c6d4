"""What runs on the machines of a :mod:`.cluster`: a worker process of that machine, watched there.

Ray watches machines and not files: an actor that hangs hangs, one that eats memory takes its neighbours with it. So
an actor runs no pipeline but a :class:`~.workers.Workers` of one process, which stops what passes a bound.
"""

from __future__ import annotations

import os
import pickle
import socket
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from ..errors import ReferatError
from .engine import Bounds, Closed, Job, Prepared, Tagged, unpickled
from .workers import Workers

SHARED = (
    "Files are read on the machine that works on them: put the archive, and models that are folders, where every "
    "machine finds them by the same path."
)


@dataclass(frozen=True, slots=True)
class Refused:
    """A machine that cannot take part.

    Attributes:
        error: What kind of error it is.
        problem: What is wrong.
        path: With what, if that is known.
        advice: What to do about it.
    """

    error: type[ReferatError]
    problem: str
    path: str | None
    advice: str


Result = Tagged | Closed | Refused


class Node:
    """An actor of Ray Data: called with shards of jobs, yields what came of them, a row each."""

    def __init__(self, pipeline: bytes, bounds: Bounds, folder: str, expected: Prepared) -> None:
        """Begin nothing yet: what fails here would be tried again and again.

        Args:
            pipeline: The pipeline, pickled.
            bounds: What a file may cost.
            folder: What paths are relative to.
            expected: What the pipeline has to be when it is loaded here.
        """
        self._pipeline, self._bounds, self._folder, self._expected = pipeline, bounds, folder, expected
        self._workers: Workers | None = None

    def __call__(self, shard: dict[str, Iterable[bytes]]) -> Iterator[dict[str, list[bytes]]]:
        """Tag the files of a shard."""
        for result in self.results([pickle.loads(job) for job in shard["job"]]):
            yield row("result", result)

    def results(self, jobs: Iterable[Job]) -> Iterator[Result]:
        """What came of jobs, file after file; or that this machine cannot do them."""
        try:
            if self._workers is None:
                self._workers = self._begin()
            yield from self._workers.run(jobs)
        except ReferatError as error:
            problem = f"the machine {socket.gethostname()}: {error.problem}"
            yield Refused(type(error), problem, error.path, error.advice)

    def _begin(self) -> Workers:
        try:
            os.chdir(self._folder)
        except OSError as error:
            problem = f"it cannot enter the folder {self._folder}: {error.strerror}"
            raise ReferatError(problem, advice=SHARED) from error
        workers = Workers(partial(unpickled, self._pipeline), 1, self._bounds)
        if workers.prepare() != self._expected:
            workers.close()
            raise ReferatError(
                "it has another version of the library, of a package that reads or computes, or of a model",
                advice="Install the same versions on all machines, and give them the same models.",
            )
        return workers


def row(column: str, value: Any) -> dict[str, Any]:
    """A batch of one row for Ray Data, whose types know nothing of ours."""
    return {column: [pickle.dumps(value)]}
