"""Items a second through each analyser on one core: authored minutes, and real ones where they are present."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from meetings import ROOT, authored, of_real_length

import referat_nlp
from referat_nlp.analysis import contexts
from referat_nlp.analysis.interface import ItemContext
from referat_nlp.reading import read_all
from referat_nlp.structure import structure

REAL = Path(os.environ.get("REFERAT_REAL_DATA") or ROOT.parent / "shared" / "data") / "minutes"
EVERY = 6
"""Of an archive of hundreds of meetings, one in so many is enough."""


def real() -> list[referat_nlp.Referat]:
    archives = sorted(REAL.glob("*.jsonl.xz")) if REAL.is_dir() else []
    documents = [document for archive in archives for document in list(read_all(archive))[::EVERY]]
    return [structure(document) for document in documents if not isinstance(document, Exception)]


def analysers() -> dict[str, Callable[[Sequence[ItemContext]], object]]:
    pipeline = referat_nlp.load()
    return {
        "type": pipeline.item_type,
        "outcome": pipeline.outcome,
        "ballots": pipeline.votes,
        "absence": pipeline.absence,
        "summary": pipeline.summary,
    }


def report(name: str, referats: Sequence[referat_nlp.Referat]) -> None:
    """Print items a second of processor time; each analyser meets the items for the first time in it."""
    shown = [context for referat in referats for context in contexts(referat)]
    size = sum(len(referat.text) for referat in referats)
    print(f"{name}: {len(referats)} meetings, {len(shown)} items, {size / 1000:.0f} kB")
    total = 0.0
    for part, analyser in analysers().items():
        begun = time.process_time()
        analyser(shown)
        seconds = time.process_time() - begun
        total += seconds
        print(f"  {part:8} {len(shown) / seconds:8.0f} items/s")
    print(f"  all      {len(shown) / total:8.0f} items/s")


def main() -> int:
    report("authored minutes", [referat_nlp.parse(text) for text in authored()])
    report("meetings of real length, composed", [referat_nlp.parse(text) for text in of_real_length(10)])
    if archive := real():
        report("real minutes of one municipality", archive)
    else:
        print(f"no real minutes in {REAL}; name their folder in REFERAT_REAL_DATA")
    return 0


if __name__ == "__main__":
    sys.exit(main())
