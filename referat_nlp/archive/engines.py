"""Engines by name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from .cluster import Cluster
from .engine import Bounds, Engine, InProcess, MakePipeline
from .workers import Workers

if TYPE_CHECKING:
    from ..pipeline import Pipeline

EngineName = Literal["local", "ray"]


def choose(
    pipeline: Pipeline | MakePipeline,
    engine: EngineName = "local",
    *,
    workers: int | None = None,
    bounds: Bounds = Bounds(),  # noqa: B008 - frozen
    ray_address: str | None = None,
) -> Engine:
    """The engine that a name and its settings mean.

    Args:
        pipeline: What to run, or what makes it.
        engine: ``local``, this machine, or ``ray``, those of a cluster.
        workers: How many processes: by name ``local`` none or 0 is this one, by name ``ray`` none is as many as
            there are processors.
        bounds: What a file may cost.
        ray_address: See :class:`~.cluster.Cluster`.

    Raises:
        MissingExtraError: Ray is not installed.
        ReferatError: The pipeline cannot be pickled.
    """
    if engine == "ray":
        return Cluster(pipeline, workers, bounds, address=ray_address)
    return Workers(pipeline, workers, bounds) if workers else InProcess(pipeline)
