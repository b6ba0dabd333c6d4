"""The labels of the models' outputs."""

from __future__ import annotations

from typing import get_args

from ...schema import ItemType, Outcome

TYPES: tuple[ItemType, ...] = ("orientering", "drøftelse", "godkendelse", "andet")
"""Multi-label: an item can hold several kinds of point."""

NO_OUTCOME = "ingen"
OUTCOMES: tuple[str, ...] = (*get_args(Outcome), NO_OUTCOME)
"""Exclusive; the last one is that of a decision that states none."""

CHOSEN = "resumé"
SENTENCE_LABELS: tuple[str, ...] = (CHOSEN,)
"""One label, with a score between 0 and 1: how well a sentence stands in a summary."""
