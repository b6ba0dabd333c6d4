"""What an analyser promises, whether grammar or model.

Each takes items in batches, of any number of meetings at once, so that a model can run them together, and gives
one result an item, in order.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from ..schema import Absence, Ballot, DecisionPoint, ItemType, Outcome, Person, Statement, Summary
from .context import ItemContext


@dataclass(frozen=True, slots=True)
class TypeResult:
    """Type of an item: the most binding, all of them, and a score each in [0, 1]; what to tell the user.

    ``settled`` says that the labelling guide leaves no choice, so that no other voice is to be heard.
    """

    type: ItemType | None
    types: tuple[ItemType, ...]
    scores: dict[ItemType, float]
    warnings: tuple[str, ...] = ()
    settled: bool = False


@dataclass(frozen=True, slots=True)
class OutcomeResult:
    """Outcome of an item, and the outcomes of the points of each of its decisions (one list a decision).

    ``warnings`` is what to tell the user.
    """

    outcome: Outcome | None
    points: tuple[tuple[DecisionPoint, ...], ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class VoteResult:
    """Ballots of an item and the positions that people took beside them."""

    ballots: list[Ballot] = field(default_factory=list)
    reservations: list[Person] = field(default_factory=list)
    dissent: list[Person] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    escalated: bool = False


@dataclass(frozen=True, slots=True)
class SummaryResult:
    """Summary of an item, None where it holds nothing to summarise; what to tell the user."""

    summary: Summary | None
    warnings: tuple[str, ...] = ()


class TypeTagger(Protocol):
    """Gives items their type."""

    def __call__(self, items: Sequence[ItemContext]) -> list[TypeResult]:
        """One result an item, in order."""
        ...


class OutcomeTagger(Protocol):
    """Gives items their outcome."""

    def __call__(self, items: Sequence[ItemContext]) -> list[OutcomeResult]:
        """One result an item, in order."""
        ...


class VoteExtractor(Protocol):
    """Extracts ballots, reservations, dissent, statements and escalation."""

    def __call__(self, items: Sequence[ItemContext]) -> list[VoteResult]:
        """One result an item, in order."""
        ...


class AbsenceExtractor(Protocol):
    """Extracts the absences that an item states."""

    def __call__(self, items: Sequence[ItemContext]) -> list[list[Absence]]:
        """The absences of each item, in order."""
        ...


class Summariser(Protocol):
    """Summarises items; None where an item holds nothing to summarise."""

    def __call__(self, items: Sequence[ItemContext]) -> Sequence[Summary | SummaryResult | None]:
        """The summary of each item, in order; as a :class:`SummaryResult` where there is something to tell."""
        ...
