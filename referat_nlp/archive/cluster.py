"""Files over the machines of a Ray cluster, or over this one's processors by a Ray of its own.

Ray Data deals shards of the files to actors (:mod:`.node`), begins another where a machine is lost, and repeats what
was lost with it. Results come a block each, as soon as they are there, so that those that are finished are kept
whatever becomes of the rest of their shard.
"""

from __future__ import annotations

import logging
import os
import pickle
import socket
from collections.abc import Iterable, Iterator
from contextlib import closing
from typing import TYPE_CHECKING, Any

from ..errors import MissingExtraError, NotFoundError, ReferatError
from ..schema import Failure
from .engine import Bounds, Closed, Job, MakePipeline, Prepared, Tagged, pickled, unpack, with_bytes
from .node import SHARED, Node, Refused, Result
from .workers import Workers

if TYPE_CHECKING:
    from ..pipeline import Pipeline

# What a lost machine costs is at most so many files; below it, every worker gets some shards, for an even end.
_SHARD_FILES, _SHARDS_A_WORKER = 16, 4
_OBJECT_STORE_BYTES = 200 * 2**20
_ANSWER_SECONDS = 10
_ADVICE = "Give what `ray start` printed, HOST:PORT, or auto, on a machine of the cluster."


class Cluster:
    """Runs a pipeline by Ray."""

    def __init__(
        self,
        pipeline: Pipeline | MakePipeline,
        n_workers: int | None = None,
        bounds: Bounds = Bounds(),  # noqa: B008 - frozen
        *,
        address: str | None = None,
    ) -> None:
        """Begin nothing yet.

        Args:
            pipeline: The pipeline, or what makes it; pickled, and loaded once by every worker.
            n_workers: How many workers, a processor each; as many as there are processors if not given.
            bounds: What a file may cost.
            address: Where the cluster is (``HOST:PORT``, ``auto``); without one the Ray that this process is
                connected to, else what ``RAY_ADDRESS`` says, else one on this machine that ends with the engine.

        Raises:
            MissingExtraError: Ray is not installed.
            ReferatError: The pipeline cannot be pickled.
        """
        if os.name != "posix":
            raise ReferatError("tagging with Ray needs Linux or macOS", advice="Leave out --engine ray.")
        self.bounds = bounds
        self._ray = _extra()
        self._given, self._pipeline = pipeline, pickled(pipeline)
        self._n_workers = n_workers
        self._address = address
        self._is_ours = False
        self._prepared: Prepared | None = None

    def prepare(self) -> Prepared:
        """See :meth:`~.engine.Engine.prepare`: connects, and loads the pipeline here to know what it has to be there.

        Raises:
            ReferatError: There is no cluster at the address, or the pipeline cannot be loaded.
        """
        if self._prepared is None:
            self._connect()
            with closing(Workers(self._given, 1, self.bounds)) as here:
                self._prepared = here.prepare()
        return self._prepared

    def run(self, jobs: Iterable[Job]) -> Iterator[Tagged | Closed]:
        """See :meth:`~.engine.Engine.run`; all jobs are asked for before the first is done."""
        limits = self.prepare().limits
        listed = [with_bytes(job, limits) for job in jobs]
        if listed:
            yield from promised(self._results(listed), listed)

    def close(self) -> None:
        """Disconnect; end the Ray that was begun here."""
        if self._is_ours:
            self._ray.shutdown()
            self._is_ours = False

    def _results(self, jobs: list[Job]) -> Iterator[Result]:
        data = self._ray.data
        n_workers = self._n_workers or max(1, int(self._ray.cluster_resources().get("CPU", 1)))
        shard = max(1, min(_SHARD_FILES, len(jobs) // (n_workers * _SHARDS_A_WORKER)))
        n_shards = -(-len(jobs) // shard)
        try:
            tagged = data.from_items(
                [{"job": pickle.dumps(job)} for job in jobs], override_num_blocks=n_shards
            ).map_batches(
                Node,
                fn_constructor_args=(self._pipeline, self.bounds, os.getcwd(), self._prepared),
                compute=data.ActorPoolStrategy(size=min(n_workers, n_shards)),
                batch_size=None,
                num_cpus=1,
            )
            _set_up(tagged.context)
            for batch in tagged.iter_batches(batch_size=None, prefetch_batches=0, batch_format="pyarrow"):
                yield from (pickle.loads(result) for result in batch["result"].to_pylist())
        except Exception as error:
            first = str(error).strip().partition("\n")[0]
            problem = f"Ray gave up: {type(error).__name__}: {first}"
            advice = "Look at the cluster (ray status), then give the same command again: it goes on from there."
            raise ReferatError(problem, advice=advice) from error

    def _connect(self) -> None:
        ray = self._ray
        if self._address is not None:
            _look_for(self._address)
        if ray.is_initialized():
            return
        address = self._address or os.environ.get("RAY_ADDRESS") or "local"
        _look_for(address)
        # Said of every run otherwise, in the middle of ours: what Ray decides, and where it writes its logs.
        logging.getLogger("ray.data").setLevel(logging.ERROR)
        os.environ.setdefault("RAY_BACKEND_LOG_LEVEL", "fatal")
        os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
        own: dict[str, Any] = {}
        if address == "local":
            own = {"num_cpus": self._n_workers, "object_store_memory": _OBJECT_STORE_BYTES, "include_dashboard": False}
        try:
            ray.init(address=address, log_to_driver=False, logging_level=logging.ERROR, **own)
        except Exception as error:
            advice = "Is the machine too busy, or short of memory?" if own else _ADVICE
            raise ReferatError(f"Ray does not begin ({address}): {error}", advice=advice) from error
        self._is_ours = True


def _extra() -> Any:
    try:
        import ray
        import ray.data
    except ImportError as error:
        raise MissingExtraError(
            "tagging on more than one machine needs Ray", advice="pip install 'referat-nlp[ray]'"
        ) from error
    return ray


def _look_for(address: str) -> None:
    """Find out whether anybody answers, where Ray itself would wait for minutes."""
    host, _, port = address.rpartition(":")
    if "://" in address:
        raise ReferatError(f"{address} is the address of a client or a page, which carry no Ray Data", advice=_ADVICE)
    if not port.isdecimal():
        return
    try:
        socket.create_connection((host, int(port)), _ANSWER_SECONDS).close()
    except OSError as error:
        problem = f"there is no Ray cluster at {address}: {error.strerror or error}"
        raise ReferatError(problem, advice=_ADVICE) from error


def _set_up(context: Any) -> None:
    """The settings of one dataset."""
    # A row is a block, and so is handed out when it is there.
    context.target_max_block_size = 1
    # How long a document may take is watched where it is read.
    context.execution_no_progress_timeout_s = -1
    context.enable_progress_bars = False
    context.print_on_execution_start = False


def promised(results: Iterator[Result], jobs: Iterable[Job]) -> Iterator[Tagged | Closed]:
    """Results, as an engine gives them: every document once, and every job closed.

    Ray takes it that a shard that is done again gives the same rows; where an archive hung the first time between
    two documents, it may not.
    """
    open_jobs = {job.index: job for job in jobs}
    positions = {job.index: job.skip for job in open_jobs.values()}
    again = ReferatError(
        "a machine was lost, and its files came out otherwise the second time",
        advice="Give the same command again: what is finished is kept.",
    )
    for result in results:
        if isinstance(result, Refused):
            raise result.error(result.problem, path=result.path, advice=result.advice)
        if result.index not in open_jobs:
            raise again
        if isinstance(result, Closed):
            del open_jobs[result.index]
        elif result.position != positions[result.index]:
            raise again
        else:
            positions[result.index] += 1
            _must_be_seen_there(open_jobs[result.index], result)
        yield result
    if open_jobs:
        raise again


def _must_be_seen_there(job: Job, result: Tagged) -> None:
    """Tell a file that is gone from one that is on this machine alone."""
    if not (result.failed and result.sha256 is None and job.size and os.path.exists(job.path)):
        return
    record = unpack(result.packed, failed=True)
    if isinstance(record, Failure) and record.error.kind == NotFoundError.kind:
        raise ReferatError("a machine of the cluster does not find this file", path=job.path, advice=SHARED)
