"""Referat → Referat with types, outcomes, ballots, absences and summaries.

:func:`analyse` shows the items of any number of meetings to five analysers, grammar or model, and puts what
they find into copies of the records.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ..schema import Absence, Decision, Item, Referat
from .context import ItemContext
from .interface import (
    AbsenceExtractor,
    OutcomeResult,
    OutcomeTagger,
    Summariser,
    SummaryResult,
    TypeResult,
    TypeTagger,
    VoteExtractor,
)
from .roster import absent_names, members

__all__ = ["Analysers", "analyse", "contexts"]


@dataclass(frozen=True)
class Analysers:
    """One analyser for each thing that is asked of an item."""

    item_type: TypeTagger
    outcome: OutcomeTagger
    votes: VoteExtractor
    absence: AbsenceExtractor
    summary: Summariser


def analyse(referats: Sequence[Referat], analysers: Analysers) -> list[Referat]:
    """Fill the analysed fields of the items of any number of meetings.

    Args:
        referats: Structured records; they are left as they are.
        analysers: What to run. Each is called once, with the items of all the records.

    Returns:
        One record for each given, in order, with its items' type, outcome, ballots, absences and summary;
        what analysers warn of is among the record's warnings.
    """
    shown = [context for referat in referats for context in contexts(referat)]
    types = analysers.item_type(shown)
    outcomes = analysers.outcome(shown)
    votes = analysers.votes(shown)
    absences = analysers.absence(shown)
    summaries = [each if isinstance(each, SummaryResult) else SummaryResult(each) for each in analysers.summary(shown)]
    found: list[dict[str, Any]] = [
        {
            "type": item_type.type,
            "types": list(item_type.types),
            "type_scores": dict(item_type.scores),
            "outcome": outcome.outcome,
            "decisions": _decisions(context.item, outcome),
            "ballots": vote.ballots,
            "reservations": vote.reservations,
            "dissent": vote.dissent,
            "statements": vote.statements,
            "escalated": vote.escalated,
            "absent": _absences(context.item, absent),
            "summary": summary.summary,
        }
        for context, item_type, outcome, vote, absent, summary in zip(
            shown, types, outcomes, votes, absences, summaries, strict=True
        )
    ]
    told = (_told(*each) for each in zip(shown, types, outcomes, summaries, strict=True))
    filled = iter(found)
    return [
        referat.model_copy(
            update={
                "items": [item.model_copy(update=next(filled)) for item in referat.items],
                "warnings": [*referat.warnings, *(warning for _ in referat.items for warning in next(told))],
            }
        )
        for referat in referats
    ]


def contexts(referat: Referat) -> list[ItemContext]:
    """What analysers are shown of a record: one context an item, in order."""
    roster, absent = tuple(members(referat.meeting)), tuple(absent_names(referat.meeting))
    return [
        ItemContext(item, referat.text, body=referat.meeting.body, members=roster, absent=absent)
        for item in referat.items
    ]


def _told(context: ItemContext, *results: TypeResult | OutcomeResult | SummaryResult) -> list[str]:
    """What analysers warn of, with the item that it is about."""
    name = context.item.number or context.item.title or context.item.id
    return [f"item {name}: {warning}" for result in results for warning in result.warnings]


def _decisions(item: Item, outcome: OutcomeResult) -> list[Decision]:
    if not outcome.points:
        return item.decisions
    return [
        decision.model_copy(update={"points": list(points)})
        for decision, points in zip(item.decisions, outcome.points, strict=True)
    ]


def _absences(item: Item, found: list[Absence]) -> list[Absence]:
    """Those that the meeting's header states for this item, then those found in the item."""
    stated = {absence.name for absence in found}
    return [absence for absence in item.absent if absence.name not in stated] + found
