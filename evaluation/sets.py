"""The labelled sets, and every baseline on one of them."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from referat_nlp.evaluate.baselines import baselines
from referat_nlp.evaluate.session import Session, evaluate_files

HERE = Path(__file__).parent
REAL_MINUTES = Path(os.environ.get("REFERAT_REAL_DATA") or HERE.parent.parent / "shared" / "data") / "minutes"


@dataclass(frozen=True)
class LabelledSet:
    """A set of labelled minutes and how it is scored.

    Attributes:
        name: What tables call it.
        about: What it is, in a few words.
        gold: The labels, below this folder.
        train: What baselines learn from; empty for cross-validation within the labels.
        mask_cues: Title and case text alone.
        real: It needs real minutes.
        learned_from: The rules are corrected on it: its scores say nothing of other minutes.
    """

    name: str
    about: str
    gold: str
    train: tuple[str, ...] = ()
    mask_cues: bool = False
    real: bool = False
    learned_from: bool = False

    @property
    def is_there(self) -> bool:
        """Whether the minutes that it labels are on this machine."""
        return not self.real or REAL_MINUTES.is_dir()

    def evaluate(self) -> Session:
        """The library by default and every baseline on it.

        Raises:
            GoldError: Labels are wrong, or the minutes that they label are not there.
        """
        return evaluate_files(
            [HERE / self.gold],
            baseline=list(baselines()),
            train=[HERE / name for name in self.train],
            documents=[REAL_MINUTES] if self.real else [],
            mask_cues=self.mask_cues,
        )


_GREVE = "greve/held_out.gold.jsonl"
_GREVE_TRAINING = ("greve/development.gold.jsonl",)
_AUTHORED = ("development",)

SETS = (
    LabelledSet("gold", "unseen municipalities", "gold", _AUTHORED),
    LabelledSet("gold, cues masked", "item type from title and case text", "gold", _AUTHORED, mask_cues=True),
    LabelledSet("Greve, held out", "real items of one municipality", _GREVE, _GREVE_TRAINING, real=True),
    LabelledSet(
        "Greve, held out, cues masked",
        "item type from title and case text",
        _GREVE,
        _GREVE_TRAINING,
        mask_cues=True,
        real=True,
    ),
    LabelledSet("calibration", "unseen municipalities, ordinary houses", "calibration", _AUTHORED),
    LabelledSet("layouts", "the layouts of eighteen real houses that were not met before", "layouts", _AUTHORED),
    LabelledSet("votes", "votes and absences told in wording that was not met before", "votes", _AUTHORED),
    LabelledSet(
        "votes_calibration",
        "votes in words of all kinds, by many hands; what chooses between grammar and model",
        "votes_calibration",
        _AUTHORED,
    ),
    LabelledSet("development", "what the rules are corrected on", "development", learned_from=True),
)
