"""Text to structure in megabytes a second on one core."""

from __future__ import annotations

import time
from collections.abc import Sequence
from statistics import median

from referat_nlp import parse

from .caches import forget
from .meetings import authored, of_real_length
from .settings import Settings
from .tables import Row, Section

BOUND_MB_PER_SECOND = 3.0
_MEETINGS, _JOINED = 40, 17


def structure(settings: Settings) -> Section:
    """Structure texts of several lengths.

    Args:
        settings: How many runs.

    Returns:
        A row a kind of text; the bound is for meetings of real length that are seen for the first time.
    """
    section = Section("Structure: `referat_nlp.parse`, one core, processor time")
    long = _measured("meetings of real length", of_real_length(_MEETINGS), settings.runs)
    section.rows = [
        long,
        _measured("authored minutes, short", authored(), settings.runs),
        _measured("one meeting of 1 MB", ["\n\n".join(of_real_length(_JOINED))], settings.runs),
    ]
    rate = long["MB/s seen first"]
    section.met = isinstance(rate, float) and rate >= BOUND_MB_PER_SECOND
    section.notes.append(f"Bound: {BOUND_MB_PER_SECOND} MB/s for meetings of real length, seen for the first time.")
    return section


def _measured(name: str, texts: Sequence[str], runs: int) -> Row:
    """Megabytes a second: each text for the first time, and again.

    The library keeps what it found out of lines that it has seen; a line of real minutes is mostly new. What is seen
    first is therefore what a user meets, once the patterns are compiled.
    """
    parse(texts[0])
    size = sum(len(text.encode()) for text in texts) / 1_000_000
    first, again = [], []
    for _ in range(runs):
        forget()
        first.append(size / _seconds(texts))
        again.append(size / _seconds(texts))
    return {
        "texts": name,
        "number": len(texts),
        "kB each": 1000 * size / len(texts),
        "runs": runs,
        "MB/s seen first": median(first),
        "MB/s seen again": median(again),
    }


def _seconds(texts: Sequence[str]) -> float:
    begun = time.process_time()
    for text in texts:
        parse(text)
    return time.process_time() - begun
