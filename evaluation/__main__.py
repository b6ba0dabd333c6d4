"""The tables of docs/evaluation.md: the library and every baseline on every labelled set (`make evaluate`).

The set ``gold`` is what counts: municipalities that neither rules nor training have met. The sets of real items need
the minutes that they label: in the folder ``minutes`` of what REFERAT_REAL_DATA names, ``../shared/data`` where it is
not set.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console

from referat_nlp.evaluate.baselines import baselines
from referat_nlp.evaluate.session import evaluate_files
from referat_nlp.evaluate.tables import table

HERE = Path(__file__).parent
REAL_MINUTES = Path(os.environ.get("REFERAT_REAL_DATA") or HERE.parent.parent / "shared" / "data") / "minutes"


@dataclass(frozen=True)
class Table:
    """One table.

    Attributes:
        title: What stands above it.
        gold: The labels.
        train: What baselines learn from; empty for cross-validation within the labels.
        mask_cues: Title and case text alone.
        real: It needs real minutes.
    """

    title: str
    gold: str
    train: tuple[str, ...] = ()
    mask_cues: bool = False
    real: bool = False


_GREVE = "greve/held_out.gold.jsonl"
_GREVE_TRAINING = ("greve/development.gold.jsonl",)

TABLES = (
    Table("gold: unseen municipalities", "gold", train=("development",)),
    Table("gold, cues masked: item type from title and case text", "gold", train=("development",), mask_cues=True),
    Table("Greve, held out: real items of one municipality", _GREVE, train=_GREVE_TRAINING, real=True),
    Table("Greve, held out, cues masked", _GREVE, train=_GREVE_TRAINING, mask_cues=True, real=True),
    Table("calibration: unseen municipalities, ordinary houses", "calibration", train=("development",)),
    Table("layouts: the layouts of eighteen real houses that were not met before", "layouts", train=("development",)),
    Table("votes: votes and absences told in wording that was not met before", "votes", train=("development",)),
    Table(
        "votes_calibration: votes in words of all kinds, by many hands; what chooses between grammar and model",
        "votes_calibration",
        train=("development",),
    ),
    Table("development: what the rules are corrected on", "development"),
)


def main() -> None:
    """Print the tables."""
    console = Console(width=160, highlight=False)
    for wanted in TABLES:
        console.print(f"\n[bold]{wanted.title}[/]")
        if wanted.real and not REAL_MINUTES.is_dir():
            console.print(f"left out: the minutes are not there ({REAL_MINUTES})")
            continue
        session = evaluate_files(
            [HERE / wanted.gold],
            baseline=list(baselines()),
            train=[HERE / name for name in wanted.train],
            documents=[REAL_MINUTES] if wanted.real else [],
            mask_cues=wanted.mask_cues,
        )
        items = sum(len(meeting.gold.items) for meeting in session.meetings)
        console.print(f"{len(session.meetings)} meetings, {items} labelled items")
        console.print(table(session.runs))


if __name__ == "__main__":
    main()
