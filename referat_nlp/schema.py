"""The data contract: what reading and tagging one document gives.

Every ``span`` is a half-open pair ``(start, end)`` of character offsets into the normalised text of
the document, :attr:`Referat.text`; where a model has both ``text`` and ``span``,
``referat.text[start:end] == text``. A field that the document does not tell is ``None`` or empty, never a guess.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from .errors import known_error

SCHEMA_VERSION: Literal["1.0"] = "1.0"

Span = tuple[int, int]

MeetingKind = Literal["referat", "dagsorden"]
ItemType = Literal["orientering", "godkendelse", "drøftelse", "andet"]
Outcome = Literal[
    "godkendt",
    "anbefalet",
    "taget til efterretning",
    "drøftet",
    "forkastet",
    "udsat",
    "oversendt",
    "trukket",
    "noteret",
]
SectionKind = Literal[
    "resume",
    "indstilling",
    "beslutning",
    "tidligere_beslutning",
    "sagsfremstilling",
    "baggrund",
    "oekonomi",
    "lovgrundlag",
    "hoering",
    "kompetence",
    "bilag",
    "fravaer",
    "tidsplan",
    "kommunikation",
    "andet",
]
Motion = Literal["main", "amendment", "procedural", "election", "prior"]
BallotResult = Literal["vedtaget", "forkastet"]
AbsenceKind = Literal["absent", "excused", "disqualified", "left_early"]
SummaryMethod = Literal["extractive", "abstractive"]

IsoDate = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$", description="ISO 8601 date")]
ClockTime = Annotated[str, Field(pattern=r"^\d{2}:\d{2}$", description="24-hour clock, HH:MM")]


class Model(BaseModel):
    """Base of all records: unknown keys are refused, so that a misspelt field in a gold file is named."""

    model_config = ConfigDict(extra="forbid")


class Person(Model):
    """A person named in the minutes, or a party that stands for its members (``name`` is then None)."""

    name: str | None = None
    party: str | None = None


class Participant(Person):
    """A member or other participant of the meeting; ``role`` as printed, lower case ("formand")."""

    role: str | None = None


class Absence(Person):
    """One absence, stated in the meeting's header or inside an item."""

    reason: str | None = None
    substitute: str | None = None
    kind: AbsenceKind = "absent"


class Voter(Person):
    """One entry of a voter list; ``inferred`` where it was worked out from the roster and not printed."""

    inferred: bool = False


class Source(Model):
    """Where a document came from; ``n_chars`` counts the characters of the normalised text."""

    path: str | None = None
    format: str | None = None
    sha256: str | None = None
    n_chars: int | None = None


class Meeting(Model):
    """The header of the minutes."""

    kind: MeetingKind | None = None
    municipality: str | None = None
    body: str | None = None
    date: IsoDate | None = None
    start_time: ClockTime | None = None
    end_time: ClockTime | None = None
    place: str | None = None
    participants: list[Participant] = []
    absent: list[Absence] = []


class Section(Model):
    """A section of an item; ``heading`` as printed, None where the text stands without one."""

    kind: SectionKind
    heading: str | None = None
    text: str
    span: Span


class DecisionPoint(Model):
    """The outcome of one numbered point of a decision."""

    number: str
    outcome: Outcome | None = None


class Decision(Model):
    """A decision as printed; ``own`` is False for another body's (an earlier committee's)."""

    body: str | None = None
    date: IsoDate | None = None
    own: bool = True
    text: str
    span: Span
    points: list[DecisionPoint] = []


class Counts(Model):
    """Votes as printed (or derived, see :attr:`Ballot.counts_derived`); None where nothing is printed."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    for_: int | None = Field(default=None, alias="for", ge=0)
    against: int | None = Field(default=None, ge=0)
    abstain: int | None = Field(default=None, ge=0)


class Ballot(Model):
    """One vote taken."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    motion: Motion = "main"
    proposer: str | None = None
    subject: str | None = None
    result: BallotResult | None = None
    counts: Counts = Counts()
    counts_derived: bool = False
    unanimous: bool = False
    for_: list[Voter] = Field(default=[], alias="for")
    against: list[Voter] = []
    abstain: list[Voter] = []
    span: Span
    confidence: float = Field(default=1.0, ge=0, le=1)
    warnings: list[str] = []

    @property
    def abstained(self) -> bool:
        """Whether somebody abstained, by name or by number."""
        return bool(self.abstain or self.counts.abstain)

    @property
    def contested(self) -> bool:
        """Whether somebody voted against it or abstained, by name or by number."""
        return bool(self.against or self.counts.against) or self.abstained


class Statement(Model):
    """A remark that somebody had entered in the minutes (protokolbemærkning)."""

    by: str | None = None
    text: str
    span: Span


class SummarySentence(Model):
    """One sentence of a summary and where it stands."""

    text: str
    span: Span
    score: float | None = None


class Summary(Model):
    """A short summary of an item; ``sentences`` say where each of its parts stands."""

    text: str
    method: SummaryMethod = "extractive"
    sentences: list[SummarySentence] = []


class Item(Model):
    """One item of the agenda; ``title`` is None where the document lost it."""

    id: str
    number: str | None = None
    title: str | None = None
    case_number: str | None = None
    closed: bool = False
    span: Span
    sections: list[Section] = []
    attachments: list[str] = []

    type: ItemType | None = None
    types: list[ItemType] = []
    type_scores: dict[ItemType, float] = {}
    outcome: Outcome | None = None
    decisions: list[Decision] = []
    ballots: list[Ballot] = []
    reservations: list[Person] = []
    dissent: list[Person] = []
    absent: list[Absence] = []
    statements: list[Statement] = []
    escalated: bool = False
    summary: Summary | None = None

    def sections_of(self, *kinds: SectionKind) -> list[Section]:
        """The item's sections of the given kinds, in printed order."""
        return [section for section in self.sections if section.kind in kinds]

    def decision_of(self, ballot: Ballot) -> Decision | None:
        """The decision that a ballot stands in; None where it stands in none."""
        around = (each for each in self.decisions if each.span[0] <= ballot.span[0] < each.span[1])
        return next(around, None)


class Referat(Model):
    """The structured record of one meeting's minutes or agenda.

    Attributes:
        text: The normalised text that all spans refer to; not written to JSON.
    """

    schema_version: Literal["1.0"] = SCHEMA_VERSION
    source: Source = Source()
    meeting: Meeting = Meeting()
    items: list[Item] = []
    warnings: list[str] = []
    text: str = Field(default="", exclude=True, repr=False)

    def to_json(self) -> str:
        """One line of JSON in the form of the data contract, æøå as themselves."""
        return self.model_dump_json(by_alias=True)


class ErrorInfo(Model):
    """Why a source could not be read: a stable ``kind``, the message, and what to do about it."""

    kind: str
    message: str
    advice: str


class Failure(Model):
    """The record that stands in the output for a source that could not be read."""

    schema_version: Literal["1.0"] = SCHEMA_VERSION
    source: Source
    error: ErrorInfo

    @classmethod
    def of(cls, error: Exception, source: Source | None = None) -> Failure:
        """The record of what went wrong with a document.

        Args:
            error: What was raised.
            source: Where the document came from; None where no more than the error's path is known.
        """
        known = known_error(error, source.path if source else None)
        return cls(
            source=source or Source(path=known.path),
            error=ErrorInfo(kind=known.kind, message=known.message, advice=known.advice),
        )

    def to_json(self) -> str:
        """One line of JSON."""
        return self.model_dump_json(by_alias=True)


def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of one line of output: a :class:`Referat` or a :class:`Failure`."""
    from pydantic import TypeAdapter

    schema: dict[str, Any] = TypeAdapter(Referat | Failure).json_schema(by_alias=True, mode="serialization")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "referat_nlp output, one line",
        **schema,
    }
