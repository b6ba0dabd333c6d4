"""Labelled minutes: the data contract with everything optional.

A key that is not there is not labelled, and what is not labelled is not scored; ``model_fields_set`` tells the two
apart from a label that says "none". What nobody writes by hand has a form that a person can write: ``begins`` and
``ends``, the first and last words of a stretch, in place of its span. Where names may not be copied, a ``span`` stands
in place of a name.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import ConfigDict, Field

from ...schema import (
    AbsenceKind,
    BallotResult,
    Counts,
    DecisionPoint,
    IsoDate,
    ItemType,
    Meeting,
    Model,
    Motion,
    Outcome,
    SectionKind,
    Source,
    Span,
)


class Stretch(Model):
    """A stretch of the minutes, by offsets or by its first and last words."""

    begins: str | None = None
    ends: str | None = None
    span: Span | None = None


class GoldPerson(Model):
    """A person by name or by the span where the name stands; a party that stands for its members has neither."""

    name: str | None = None
    party: str | None = None
    span: Span | None = None
    inferred: bool = False


class GoldAbsence(GoldPerson):
    """One absence stated in an item."""

    reason: str | None = None
    substitute: str | None = None
    kind: AbsenceKind = "absent"


class GoldSection(Stretch):
    """A section; ``kind`` None where the labeller leaves it open."""

    kind: SectionKind | None = None
    heading: str | None = None
    text: str | None = None


class GoldDecision(Stretch):
    """A decision as printed."""

    body: str | None = None
    date: IsoDate | None = None
    own: bool = True
    text: str | None = None
    points: list[DecisionPoint] = []


class GoldBallot(Stretch):
    """One vote taken."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    motion: Motion = "main"
    proposer: str | None = None
    subject: str | None = None
    result: BallotResult | None = None
    counts: Counts = Counts()
    counts_derived: bool = False
    unanimous: bool = False
    for_: list[GoldPerson] = Field(default=[], alias="for")
    against: list[GoldPerson] = []
    abstain: list[GoldPerson] = []
    confidence: float | None = None
    warnings: list[str] = []


class GoldStatement(Stretch):
    """A remark entered in the minutes."""

    by: str | None = None
    text: str | None = None


class GoldSummary(Model):
    """The reference summary."""

    text: str
    method: str | None = None
    sentences: list[dict[str, Any]] = []


class GoldItem(Model):
    """One labelled item.

    Attributes:
        fingerprint: First 12 hex digits of the SHA-256 of the item's text: tells whether the text that the spans
            were taken from is still the same, and finds it again where it has moved.
        ambiguous: Two careful readers could label it differently; it is not scored.
    """

    id: str | None = None
    number: str | None = None
    title: str | None = None
    case_number: str | None = None
    closed: bool = False
    span: Span | None = None
    fingerprint: str | None = None
    ambiguous: bool = False
    sections: list[GoldSection] = []
    attachments: list[str] = []

    type: ItemType | None = None
    types: list[ItemType] = []
    type_scores: dict[ItemType, float] = {}
    outcome: Outcome | None = None
    decisions: list[GoldDecision] = []
    ballots: list[GoldBallot] = []
    reservations: list[GoldPerson] = []
    dissent: list[GoldPerson] = []
    absent: list[GoldAbsence] = []
    statements: list[GoldStatement] = []
    escalated: bool = False
    summary: GoldSummary | None = None

    def labels(self, field: str) -> bool:
        """Whether a field is labelled, be it with "none"."""
        return field in self.model_fields_set


class GoldReferat(Model):
    """The labels of one meeting.

    Attributes:
        partial: Only some of the meeting's items are labelled (a drawn sample): items beside them are not scored.
    """

    schema_version: Literal["1.0"] = "1.0"
    source: Source = Source()
    meeting: Meeting = Meeting()
    items: list[GoldItem]
    partial: bool = False
    warnings: list[str] = []
