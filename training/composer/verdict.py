"""A case that is put before a body, and what the body makes of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from referat_nlp.evaluate.gold.schema import GoldBallot, GoldPerson, GoldStatement
from referat_nlp.schema import DecisionPoint, ItemType, Outcome

from .formulas import Kind
from .rich import Rich


@dataclass
class Case:
    """What is put before the body.

    Attributes:
        kinds: The kind of each point of the indstilling.
        noun: What is decided on, in the definite form: 'lokalplanforslaget'.
        recommends: Whether the body only recommends, and another decides.
        changes: Clauses that amendments may put ('hastigheden sættes til 40 km/t').
        other_bodies: Bodies that a case can be sent to.
        month: A month for what is taken up again.
        date: A date for the same.
        numbered: Whether the points of the indstilling are numbered.
    """

    kinds: list[Kind]
    noun: str
    recommends: bool
    changes: list[str]
    other_bodies: list[str]
    month: str
    date: str
    numbered: bool


@dataclass
class Verdict:
    """A decision as text and labels."""

    outcome: Outcome | None
    types: list[ItemType]
    parts: list[Rich] = field(default_factory=list)
    ballots: list[GoldBallot] = field(default_factory=list)
    points: list[DecisionPoint] = field(default_factory=list)
    reservations: list[GoldPerson] = field(default_factory=list)
    dissent: list[GoldPerson] = field(default_factory=list)
    statements: list[tuple[GoldStatement, Rich]] = field(default_factory=list)
    escalated: bool = False

    @property
    def type(self) -> ItemType:
        """The most binding of the types."""
        order = ("godkendelse", "drøftelse", "orientering", "andet")
        return min(self.types, key=order.index)
