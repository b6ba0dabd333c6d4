"""The library and every baseline on every labelled set (`make evaluate`), and docs/results.md (`make results`).

The set ``gold`` is what counts: municipalities that neither rules nor training have met. The sets of real items need
the minutes that they label: in the folder ``minutes`` of what REFERAT_REAL_DATA names, ``../shared/data`` where it is
not set.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from rich.console import Console

from evaluation.results_page import page
from evaluation.sets import REAL_MINUTES, SETS
from referat_nlp.evaluate.tables import table


def main() -> None:
    """Print the tables, and write the page where one is asked for."""
    parser = argparse.ArgumentParser(prog="python -m evaluation", description=__doc__)
    parser.add_argument("--write", type=Path, metavar="FILE", help="write the page of results; needs the real minutes")
    wanted = parser.parse_args()
    if wanted.write is not None and not all(each.is_there for each in SETS):
        parser.error(f"the page holds all sets, and the real minutes are not there ({REAL_MINUTES})")
    console = Console(width=160, highlight=False)
    scored = []
    for each in SETS:
        console.print(f"\n[bold]{each.name}: {each.about}[/]")
        if not each.is_there:
            console.print(f"left out: the minutes are not there ({REAL_MINUTES})")
            continue
        session = each.evaluate()
        items = sum(len(meeting.gold.items) for meeting in session.meetings)
        console.print(f"{len(session.meetings)} meetings, {items} labelled items")
        console.print(table(session.runs))
        scored.append((each, session))
    if wanted.write is not None:
        wanted.write.write_text(page(scored), encoding="utf-8")


if __name__ == "__main__":
    main()
