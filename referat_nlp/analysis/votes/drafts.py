"""A ballot while its sentences are being read, and whether a sentence goes on about it or begins another."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ...danish.parties import same_party
from ...danish.people import Mention
from ...schema import BallotResult
from .clauses import Clause
from .motions import Kind
from .stances import Stance
from .tokens import Side, Who

SIDES: tuple[Side, ...] = ("for", "against", "abstain")

_ITEM = re.compile(r"\b(?:punkt|pkt|sag)\w*\.? ?(?:nr\.? ?)?(\d+)", re.IGNORECASE)


@dataclass(slots=True)
class Draft:
    """Evidence for one ballot; without votes it stays a plain decision and makes none.

    Attributes:
        kind: The kind of motion.
        start: Offset where the evidence begins.
        end: Offset where it ends.
        moved: Whether it is a motion that somebody has put forward.
        voters: Those named on each side.
        counts: Counts of each side.
        pair: Two sets of voters set against each other; the result tells which is for.
        rest: The side that 'de øvrige' took.
        majority: The side that is called the majority.
        beside: Whether something was decided before, beside which a minority is named.
        refuses: Whether the motion put to the vote is to refuse.
        first_point: Where its votes stand behind several numbered points, the first that they are about,
            empty where that is the first printed; None where they are about its own alone.
        about: What the voters of its lists stood for ("at punkt 4 tages af dagsordenen").
        choice: What a lone count was for ("For Egeskolen stemte 7"), empty where that is a motion.
        tied: Whether the result is that of a tie, which the chairman's vote or a lot may settle yet.
        unvoted: Whether it is said to have been decided without a vote.
        strengths: How the evidence was worded, for the confidence.
    """

    kind: Kind | None
    start: int
    end: int
    proposer: str | None = None
    subject: str | None = None
    point: str | None = None
    result: BallotResult | None = None
    moved: bool = False
    unanimous: bool = False
    summed: bool = False
    rest: Side | None = None
    majority: Side | None = None
    refuses: bool = False
    beside: bool = False
    first_point: str | None = None
    about: str = ""
    choice: str = ""
    tied: bool = False
    unvoted: bool = False
    pair: tuple[Who, Who] | None = None
    voters: dict[Side, list[Mention]] = field(default_factory=lambda: {side: [] for side in SIDES})
    counts: dict[Side, int] = field(default_factory=dict)
    declined: list[Mention] = field(default_factory=list)
    strengths: set[str] = field(default_factory=set)

    @property
    def has_votes(self) -> bool:
        """Whether there is anything that makes it a ballot."""
        return bool(self.counts or self.pair) or self.unanimous or self.rest is not None or any(self.voters.values())

    @property
    def has_majority(self) -> bool:
        """Whether a majority is counted or named, beside which a refusal to join is a vote against."""
        return bool(self.counts or self.pair) or bool(self.voters["for"]) or bool(self.voters["against"])

    @property
    def is_fresh(self) -> bool:
        """Whether nothing has been said of it yet."""
        return not self.has_votes and self.result is None and self.kind is None

    @property
    def is_open(self) -> bool:
        """Whether it is a motion that has not been decided."""
        return not self.has_votes and self.result is None

    def cover(self, start: int, end: int) -> None:
        """Widen the evidence."""
        self.start, self.end = min(self.start, start), max(self.end, end)

    def holds(self, side: Side, mention: Mention) -> bool:
        """Whether the mention stands on the side already, itself or by its party."""
        return any(_same(mention, other) for other in self.voters[side])

    def add(self, side: Side, stance: Stance) -> None:
        """Add a stance; voters and counts that stand there already are not added twice."""
        new = [voter for voter in stance.voters if not self.holds(side, voter)]
        if stance.count is not None and (self.pair is None or side == "abstain"):
            if side not in self.counts:
                self.counts[side] = stance.count
                self.summed |= stance.summed
            elif new and self.voters[side] and not stance.block and self._counted_by_names(side):
                self.counts[side] += stance.count
                self.summed = True
        self.voters[side] += new
        self.strengths.add("count" if stance.count is not None and stance.strength == "vote" else stance.strength)
        if stance.majority is not None and side != "abstain":
            self.majority = side if stance.majority else "against" if side == "for" else "for"
        if stance.everyone and side == "for":
            self.unanimous = True
        if stance.rest:
            self.rest = side
        if stance.block:
            self.about = self.about or stance.about
        self.cover(stance.start, stance.end)

    @property
    def leaning(self) -> BallotResult | None:
        """The result that counts and lists of persons show, whatever is printed."""
        sizes = []
        for side in ("for", "against"):
            voters = self.voters[side]
            persons = len(voters) if voters and all(voter.name for voter in voters) else None
            sizes.append(self.counts.get(side, persons))
        ayes, noes = sizes
        if ayes is None or noes is None:
            return None
        return "vedtaget" if ayes > noes else "forkastet"

    def settle_pair(self) -> None:
        """Give the two sides of a pair to 'for' and 'against', now that the result is known."""
        if self.pair is None:
            return
        first, second = self.pair
        self.pair = None
        sides: tuple[Side, Side] = ("for", "against")
        if self.result == "forkastet" and (first.count or 0) >= (second.count or 0):
            # 'forkastet med 39 imod 5' sets the larger number, those against, first.
            sides = ("against", "for")
        for side, who in zip(sides, (first, second), strict=True):
            if who.count is not None:
                self.counts[side] = who.count
                self.summed |= who.summed
            self.voters[side] = [
                *(voter for voter in who.voters if not self.holds(side, voter)),
                *self.voters[side],
            ]
            if who.group == "rest":
                self.rest = side
        self.strengths.add("count")

    def side_counted(self, number: int) -> Side | None:
        """The one side whose printed count a number is."""
        counts = dict(self.counts)
        if self.pair is not None:
            first, second = self.pair[0].count, self.pair[1].count
            turned = self.result == "forkastet" and (first or 0) >= (second or 0)
            for_, against = (second, first) if turned else (first, second)
            sides: tuple[Side, Side] = ("for", "against")
            counts |= {side: n for side, n in zip(sides, (for_, against), strict=True) if n is not None}
        found = [side for side in SIDES if counts.get(side) == number]
        return found[0] if len(found) == 1 else None

    def _counted_by_names(self, side: Side) -> bool:
        """Whether the side's count is that printed with its voters so far, not one for the whole ballot."""
        return sum(voter.count or 0 for voter in self.voters[side]) == self.counts[side]


def _same(one: Mention, other: Mention) -> bool:
    if one.name and other.name:
        return one.name == other.name
    if one.name or other.name:
        # A person of a party that is listed, or the party of one who is, explains and is no new voter.
        return same_party(one.party, other.party) and (one.name is None) != (other.name is None)
    return same_party(one.party, other.party)


def same_proposer(one: str | None, other: str | None) -> bool:
    """Whether two ways of printing who moved mean the same ('Radikale Venstre', 'Det Radikale Venstre')."""
    return one is not None and (one == other or same_party(one, other))


def goes_on(current: Draft, clause: Clause) -> bool:
    """Whether a clause tells more of the motion that is open.

    Args:
        current: The draft that is open.
        clause: The next clause.
    """
    topic, fate, frames = clause.topic, clause.fate, clause.frames
    if topic.proposes and not current.is_fresh:
        # A bare 'Ændringsforslag' above the votes is that which was just put forward.
        bare = topic.proposer is None and topic.subject is None and not frames
        return bare and current.moved and current.is_open and topic.kind == current.kind
    if topic.put and (current.has_votes or current.result):
        return False
    if _elected_by(current, clause) or is_second_group(current, clause):
        return True
    if topic.heads and topic.point != current.point and not (current.is_fresh and current.point is None):
        return False
    if not _same_motion(current, clause):
        return False
    if topic.point and current.point and topic.point != current.point:
        told = bool(frames.counted or fate)
        if told or (topic.leads and frames.votes and current.has_votes):
            return False
    if frames.counted and (current.unvoted or not _takes_counts(current, clause)):
        return False
    if any(stance.block and _of_other_item(current.about, stance.about) for stance in frames.votes):
        return False
    if clause.unanimous and (current.pair or current.counts.get("against") or current.voters["against"]):
        return False
    if fate is not None and topic.kind is None and current.moved and _is_the_case(current, clause):
        return False
    if topic.kind is None and _is_next_result(current, clause):
        return False
    if frames.counted:
        return True
    if fate is not None and current.result is not None and not fate.confirms and not frames.votes:
        return _sums_up(current, clause)
    blocks = [stance for stance in frames.votes if stance.block and stance.side != "abstain"]
    if blocks and current.voters["for"] and current.voters["against"]:
        # Both sides are listed: another list begins another ballot, unless it repeats one of them.
        return all(current.holds(blocks[0].side, voter) for voter in blocks[0].voters)
    return True


def _elected_by(current: Draft, clause: Clause) -> bool:
    """Whether the open draft is the vote that elected: 'For stemte A, imod stemte O. Bo Lind er herefter valgt'."""
    fate = clause.fate
    if clause.topic.kind != "election" or fate is None or not fate.follows or clause.frames:
        return False
    return current.kind is None and current.has_majority and "forkastet" not in (current.result, current.leaning)


def is_second_group(current: Draft, clause: Clause) -> bool:
    """Whether others recommend a step instead: '3 medlemmer (A) anbefaler planen. 2 (V) anbefaler at udsætte sagen'."""
    stances = clause.frames.stances
    recommends = bool(stances) and all(stance.strength == "recommend" and stance.voters for stance in stances)
    if not recommends or clause.fate is not None or clause.topic.put or clause.topic.kind != "procedural":
        return False
    known = any(current.holds("for", voter) for stance in stances for voter in stance.voters)
    return "recommend" in current.strengths and bool(current.voters["for"]) and not known


def _of_other_item(one: str, other: str) -> bool:
    """Whether two lists name different items: 'for at punkt 4 udgår', 'for at punkt 5 udgår'."""
    named, others = set(_ITEM.findall(one)), set(_ITEM.findall(other))
    return bool(named and others) and named.isdisjoint(others)


def _same_motion(current: Draft, clause: Clause) -> bool:
    topic, fate = clause.topic, clause.fate
    stances, decides = clause.frames.stances, fate is not None and topic.kind == "main" != current.kind
    if topic.kind == "election" and current.kind is None and current.has_majority:
        return False
    if stances and current.has_votes and not decides and all(s.majority is False for s in stances):
        return True  # what the minority wants is no motion
    if topic.kind == "proposal":
        if fate and not fate.confirms and not clause.frames and current.leaning not in (None, fate.result):
            return False  # the amendment was outvoted; what is carried now is another
        # 'Forslaget' after a motion that is decided is the item's own, unless the sentence sums up.
        if current.result is None or (fate and fate.confirms) or not (clause.frames.counted or fate):
            return True
        if fate is None and _repeats_counts(current, clause):
            return True  # 'forkastet med 22 stemmer imod 5. For forslaget stemte Ø (2) og F (3)'
        return fate is not None and fate.result == current.result and not clause.frames.counted and current.has_votes
    if topic.kind is None or current.kind is None:
        return True
    if topic.kind != current.kind:
        # 'C's forslag: 8 for' is the step that C has just moved, whatever it is called now.
        same_mover = current.moved and topic.kind == "amendment" and same_proposer(topic.proposer, current.proposer)
        return (current.kind == "proposal" or same_mover) and current.is_open
    return not (topic.proposer and current.proposer) or same_proposer(topic.proposer, current.proposer)


def _repeats_counts(current: Draft, clause: Clause) -> bool:
    """Whether the clause only names those whom the open draft has counted on the same side."""
    counted = [stance for stance in clause.frames.stances if stance.count is not None]
    if clause.frames.pair is not None or clause.frames.lone is not None or not counted:
        return False
    return all(stance.voters and current.side_counted(stance.count or 0) == stance.side for stance in counted)


def _takes_counts(current: Draft, clause: Clause) -> bool:
    """Whether the open draft still lacks the counts that the clause prints."""
    frames, fate = clause.frames, clause.fate
    filled = "for" in current.counts or "against" in current.counts or current.pair is not None
    if filled and (frames.pair is not None or (frames.lone is not None and not frames.stances)):
        return False
    for stance in frames.votes:
        if stance.count is None or stance.count == current.counts.get(stance.side, stance.count):
            continue
        # '2 medlemmer (O) stemte imod' behind '1 medlem (V) stemte imod' adds to it; another total does not.
        adds = stance.voters and current.voters[stance.side] and not stance.block and stance.side != "for"
        if not adds and not (stance.voters and all(current.holds(stance.side, v) for v in stance.voters)):
            return False
    if current.pair is not None and any(s.count is not None and s.side != "abstain" for s in frames.votes):
        numbers = {current.pair[0].count, current.pair[1].count}
        if any(s.count not in numbers for s in frames.votes if s.count is not None and s.side != "abstain"):
            return False
    if current.result is None or fate is None or fate.confirms:
        return True
    return current.result == fate.result and not current.has_votes and not clause.topic.point


def _sums_up(current: Draft, clause: Clause) -> bool:
    """Whether a result without votes only repeats that of the open draft."""
    topic, fate = clause.topic, clause.fate
    if current.kind == "election" and topic.kind == "election":
        return not current.has_votes
    if fate is None or fate.result != current.result:
        return False
    if current.has_votes:
        return topic.kind in (None, current.kind, "proposal") and topic.point == current.point
    return topic.kind in (None, current.kind) and topic.point in (None, current.point)


def _is_the_case(current: Draft, clause: Clause) -> bool:
    """Whether a result is that of the case itself, not of the motion that was moved before."""
    fate, frames = clause.fate, clause.frames
    if fate is not None and not frames and not fate.confirms and current.leaning not in (None, fate.result):
        return True
    if frames.counted or not current.voters["for"]:
        return False
    in_favour = [stance for stance in frames.votes if stance.side == "for" and stance.voters]
    return any(not any(current.holds("for", voter) for voter in stance.voters) for stance in in_favour)


def _is_next_result(current: Draft, clause: Clause) -> bool:
    """Whether a result told before any votes is the case's, the open amendment being counted and decided."""
    fate = clause.fate
    settled = current.kind in ("amendment", "procedural") and current.result is not None and current.has_majority
    if not settled or fate is None or fate.confirms or fate.lapses:
        return False
    return fate.start < min([clause.end, *(stance.start for stance in clause.frames.stances)])
