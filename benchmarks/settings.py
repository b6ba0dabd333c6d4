"""What a run of the benchmarks is asked to measure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Settings:
    """The sizes of a run.

    Attributes:
        meetings: Meetings of the archive that is tagged by 1 and by 2 workers.
        growth: Sizes of the archives, in meetings, that are tagged by the rules.
        growth_models: Likewise by models.
        items: Items that runtimes are compared on, and that analysers with a model are timed on.
        large_items: Items that the large encoder is given.
        runs: How often a thing is measured; the median is printed.
        starts: How often a command is started.
        seed: What the archive depends on.
        threads: Threads of a runtime where runtimes are compared.
        models: Analysers by name, as :func:`referat_nlp.load` takes them.
    """

    meetings: int
    growth: tuple[int, ...]
    growth_models: tuple[int, ...]
    items: int
    large_items: int
    runs: int
    starts: int
    seed: int
    threads: int
    models: Mapping[str, str]
