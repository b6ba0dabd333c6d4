"""Items a second of processor time through each analyser: composed minutes, and real ones where they are present."""

from __future__ import annotations

import time
from collections.abc import Sequence
from math import ceil
from statistics import median

from referat_nlp import Referat, parse
from referat_nlp.analysis import contexts
from referat_nlp.analysis.context import ItemContext
from referat_nlp.reading import read_all
from referat_nlp.structure import structure

from .caches import forget
from .meetings import NO_REAL, authored, of_real_length, real_archives
from .pipelines import ANALYSERS, Case
from .settings import Settings
from .tables import Row, Section

_REAL_LENGTH = 10
_EVERY = 6
"""Of an archive of hundreds of meetings, one in so many is enough."""


def analysis(settings: Settings, cases: Sequence[Case]) -> Section:
    """Run each analyser over the items of several sets of minutes.

    Args:
        settings: How many runs, and on how many items of a set models are timed.
        cases: The pipelines, the rules first.

    Returns:
        A row for each pipeline and set.
    """
    sets = {
        "authored minutes": [parse(text) for text in authored()],
        "meetings of real length": [parse(text) for text in of_real_length(_REAL_LENGTH)],
        "real minutes of one municipality": _real(),
    }
    section = Section("Analysis: items a second of processor time, each item seen for the first time")
    for case in cases:
        for name, referats in sets.items():
            shown = [context for referat in referats for context in contexts(referat)]
            step = 1 if case is cases[0] else ceil(len(shown) / settings.items)
            if shown:
                section.rows.append(_measured(case, name, shown[::step], settings.runs))
    section.notes.append(
        "Models are shown some of the items, evenly drawn; their processor time is that of all threads."
    )
    if not sets["real minutes of one municipality"]:
        section.notes.append(NO_REAL)
    return section


def _measured(case: Case, name: str, shown: Sequence[ItemContext], runs: int) -> Row:
    pipeline = case.load()
    rates: dict[str, list[float]] = {}
    for _ in range(runs):
        forget()
        total = 0.0
        for analyser in ANALYSERS:
            begun = time.process_time()
            getattr(pipeline, analyser)(shown)
            seconds = time.process_time() - begun
            total += seconds
            rates.setdefault(f"{analyser}/s", []).append(len(shown) / seconds)
        rates.setdefault("all/s", []).append(len(shown) / total)
    row: Row = {"analysers": case.name, "minutes": name, "items": len(shown), "runs": runs}
    return row | {column: median(each) for column, each in rates.items()}


def _real() -> list[Referat]:
    documents = [document for archive in real_archives() for document in list(read_all(archive))[::_EVERY]]
    return [structure(document) for document in documents if not isinstance(document, Exception)]
