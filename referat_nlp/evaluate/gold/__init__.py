"""Labelled minutes: their schema, the files that hold them, the documents that they belong to."""

from __future__ import annotations

from .files import Gold, GoldMeeting, load_gold
from .problems import GoldError, Problem
from .schema import GoldAbsence, GoldBallot, GoldItem, GoldPerson, GoldReferat, GoldSection, GoldSummary, Stretch

__all__ = [
    "Gold",
    "GoldAbsence",
    "GoldBallot",
    "GoldError",
    "GoldItem",
    "GoldMeeting",
    "GoldPerson",
    "GoldReferat",
    "GoldSection",
    "GoldSummary",
    "Problem",
    "Stretch",
    "load_gold",
]
