"""What a sentence tells of votes: who took which side, and counts whose side its verb decides."""

from __future__ import annotations

from dataclasses import dataclass, field

from ...danish.people import Mention
from .predicates import Strength
from .tokens import Side, Who


@dataclass(frozen=True, slots=True)
class Stance:
    """How some voted.

    Attributes:
        side: The side they took; meaningless where ``strength`` is reserve or dissent.
        strength: What the words say: a vote cast, a majority or minority named, a recommendation, a refusal
            to join ("kan ikke tiltræde"), a reservation, a dissent.
        voters: Those named.
        count: The number printed for them, or None.
        start: Where the evidence begins.
        end: Where it ends.
        summed: Whether ``count`` is the sum of numbers printed for each party.
        block: Whether the predicate opens a list ("For stemte: …") rather than following its subject.
        everyone: "alle stemte for".
        rest: "de øvrige stemte for".
        majority: Whether they are called the majority (True) or the minority (False).
        about: What stands between 'for' and 'stemte' ("for at afslå").
    """

    side: Side
    strength: Strength
    voters: tuple[Mention, ...]
    count: int | None
    start: int
    end: int
    summed: bool = False
    block: bool = False
    everyone: bool = False
    rest: bool = False
    majority: bool | None = None
    about: str = ""

    @property
    def is_vote(self) -> bool:
        """Whether it is a vote, not an opinion or a reservation."""
        return self.strength in ("vote", "majority")


@dataclass(slots=True)
class Frames:
    """The votes of one sentence.

    Attributes:
        stances: Those whose side the words tell.
        pair: Two sets of voters set against each other; which is for depends on the verb.
        lone: Voters of no printed side ("vedtaget med 19 stemmer").
        span: Where pair and lone stand.
        named: Voters said to be those of a count told before ("De to var Bo Lind og Per Ek").
        listed: Voters with nothing but their reasons: the list that a sentence before has opened goes on.
    """

    stances: list[Stance] = field(default_factory=list)
    pair: tuple[Who, Who] | None = None
    lone: Who | None = None
    span: tuple[int, int] = (0, 0)
    listed: Who | None = None
    named: list[Who] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.stances) or self.counted or bool(self.named)

    @property
    def counted(self) -> bool:
        """Whether it prints a count of votes for or against."""
        return (
            self.pair is not None
            or self.lone is not None
            or any(s.count is not None and s.side != "abstain" and s.is_vote for s in self.stances)
        )

    @property
    def votes(self) -> list[Stance]:
        """Stances that are votes."""
        return [stance for stance in self.stances if stance.is_vote]

    @property
    def of_opposed_minority(self) -> bool:
        """Whether it tells of nobody but a minority that is against the motion."""
        only = self.pair is None and self.lone is None and bool(self.stances)
        return only and all(stance.majority is False and stance.side == "against" for stance in self.stances)
