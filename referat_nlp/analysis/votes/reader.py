"""From sentences of a decision to drafts of ballots."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise

from ...danish.people import Member, Mention, find_people
from .clauses import Clause, ClauseReader
from .drafts import SIDES, Draft, goes_on, is_second_group, same_proposer
from .elections import NEW_ROUND, Count, read_candidates
from .stances import Stance
from .tokens import Side

# What a sentence adds behind its voters ('… stemte imod punkt 2 og 3'); more than this are their reasons.
_SHORT_TAIL = 80
# What a vote is for where it is for a motion and not for one of several models or names.
_MOTIONS = ("forslag", "indstilling", "at", "dette", "det", "den", "sagen", "ændring", "punkt", "planen", "udsæt")
# 'For Anne Holm stemte A' is a vote for her, whoever was elected.
_ON_ELECTION = re.compile(
    r"(?:her)?(?:for|i?mod)(?: (?:dette|det|valget|forslaget|indstillingen))?\s?(?:stemte\b|stemmer\b|[:(])"
    r"|(?:ja|nej)\b",
    re.IGNORECASE,
)
# 'Ændringsforslag fra V⏎At stien anlægges': what is proposed stands below, in lines of its own.
_CONTENT_BELOW = re.compile(r"[ ]?\n\s*(?:[-–•][ ])?At\b")
_RIVAL = re.compile(r"\s(?=[A-ZÆØÅ])")
_REFUSAL = ("at afslå", "at forkaste", "at afvise", "afslag")


@dataclass(slots=True)
class Reading:
    """What the sentences of one decision hold."""

    drafts: list[Draft] = field(default_factory=list)
    reservations: list[Mention] = field(default_factory=list)
    dissent: list[Mention] = field(default_factory=list)


def read_decision(
    text: str, hidden: list[tuple[int, int]], members: tuple[Member, ...], *, body: str | None, title: str
) -> Reading:
    """Read one decision.

    Args:
        text: The decision, its blanks folded.
        hidden: Stretches that hold somebody's words and no votes.
        members: The roster.
        body: The body that decided.
        title: The item's title.

    Returns:
        Drafts of ballots and of plain decisions, reservations and dissent, in printed order.
    """
    clauses = ClauseReader(text, hidden, members, body=body, title=title)
    reader = _Reader(clauses.text, members, election=clauses.election)
    for clause in clauses:
        reader.take(clause)
    return reader.finish()


class _Reader:
    """Takes clauses one by one; a new motion or result opens a draft, the rest fills the open one."""

    def __init__(self, text: str, members: tuple[Member, ...], *, election: bool) -> None:
        self._text = text
        self._election = election
        self._members = members
        self._current = Draft(None, 0, 0)
        self._reading = Reading([self._current])
        self._candidates: dict[str, Count] = {}
        self._blank: list[Stance] = []
        self._listing: Side | None = None
        self._content_follows = False
        self._told = False

    def take(self, clause: Clause) -> None:
        """Read one clause."""
        if self._content_follows and not clause.frames and not clause.topic.put and not self._is_fate_of_open(clause):
            return
        self._content_follows = clause.topic.proposes and (
            self._text.endswith(":", clause.start, clause.end)
            or _CONTENT_BELOW.match(self._text, clause.end) is not None
        )
        election = clause.topic.kind == "election" or (self._current.kind == "election" and clause.topic.kind is None)
        if self._election or election:
            self._begin_round(clause)
            found, elected = self._candidates_of(clause)
            if found and elected is None:
                self._blank = [stance for stance in clause.frames.stances if stance.side == "abstain"]
                if self._current.kind == "election" and self._current.has_votes:
                    self._add_blank([])  # the rival's votes are told behind the election
                return
            if elected is not None:
                self._open(clause)
                self._elect(clause, elected)
                return
        self._open(clause)
        self._begin(clause)
        self._decide(clause)
        self._count(clause)
        for stance in clause.frames.stances:
            self._stance(stance)
        self._current.beside |= self._told
        self._told |= not clause.frames
        self._name(clause)
        listed = clause.frames.listed
        if listed is not None and self._listing is not None:
            stance = Stance(self._listing, "vote", listed.voters, listed.count, clause.start, clause.end)
            self._current.add(self._listing, stance)
        elif clause.frames or clause.fate:
            blocks = [stance.side for stance in clause.frames.votes if stance.block]
            self._listing = blocks[-1] if blocks else None
        if clause.frames.votes and 0 < clause.end - self._current.end <= _SHORT_TAIL:
            self._current.cover(self._current.start, clause.end)
        if clause.unanimous:
            self._agree(clause)
        if clause.without_vote and not self._current.counts:
            self._current.unanimous = False
            self._current.unvoted = self._current.result is not None

    def finish(self) -> Reading:
        """What has been read; refusals to join are settled now that all counts are known."""
        reading = self._reading
        for draft in reading.drafts:
            draft.settle_pair()
        # Who has voted, on a særindstilling for one, has dissented in the vote.
        reading.dissent = [mention for mention in reading.dissent if not self._voted(mention, SIDES)]
        for draft in reading.drafts:
            self._settle_declined(draft)
        for draft, following in pairwise(reading.drafts):
            # What was rejected before 'indstillingen' came to the vote was not the indstilling.
            unnamed = draft.kind == "proposal" or (draft.kind is None and draft.result == "forkastet")
            if unnamed and draft.has_votes and following.kind == "main" and following.point in (None, draft.point):
                draft.kind = "amendment"
        reading.drafts = _without_rivals(reading.drafts)
        for draft, earlier in (
            (d, reading.drafts[:n]) for n, d in enumerate(reading.drafts) if d.first_point is not None
        ):
            for point in reversed(earlier):
                if point.point is None or point.has_votes or point.moved or draft.first_point == draft.point:
                    break
                draft.cover(point.start, draft.end)
                if point.point == draft.first_point:
                    break
        return reading

    def _voted(self, mention: Mention, sides: tuple[Side, ...]) -> bool:
        return any(draft.holds(side, mention) for draft in self._reading.drafts for side in sides)

    def _open(self, clause: Clause) -> None:
        """Begin a new draft where the clause does not go on about the open one."""
        topic, current = clause.topic, self._current
        if goes_on(current, clause):
            if current.kind is None and not is_second_group(current, clause):
                current.kind = topic.kind
            if topic.kind in (current.kind, "proposal"):
                current.proposer = current.proposer or topic.proposer
                current.subject = current.subject or topic.subject
            current.point = current.point or topic.point
            current.moved |= topic.proposes
            return
        if not topic.proposes and self._take_up(clause):
            return
        # '2 c. F stemte imod' after '2 a. Ø stemte imod': the result printed for all points is each one's.
        bare = clause.fate is None and not clause.frames.counted
        result = current.result if bare and clause.frames.votes and topic.leads else None
        kind = topic.kind
        self._current = Draft(
            kind, clause.start, clause.end, topic.proposer, topic.subject, topic.point, result, topic.proposes
        )
        self._reading.drafts.append(self._current)

    def _is_fate_of_open(self, clause: Clause) -> bool:
        """Whether a clause below what is proposed tells what became of it."""
        content = self._text.startswith(("At ", "at "), clause.start)
        return clause.fate is not None and clause.topic.kind == self._current.kind is not None and not content

    def _begin(self, clause: Clause) -> None:
        """Let the evidence begin where the motion is moved, or with a vote of its own line that needs no motion."""
        current = self._current
        if clause.topic.proposes and current.is_open:
            current.start = clause.start
        elif current.moved and current.is_open and "\n" in self._text[current.start : clause.start]:
            complete = clause.frames.counted or clause.fate is not None or clause.topic.kind is not None
            current.start = clause.start if complete else current.start
        bare = not clause.topic.leads and clause.fate is None and bool(clause.frames.votes)
        behind = bare and current.point and not current.has_votes and not clause.frames.counted
        if behind and "\n" in self._text[current.start : clause.start]:
            current.first_point = (clause.topic.point or "").split(" ")[0]

    def _take_up(self, clause: Clause) -> bool:
        """Go back to a motion that was put forward before and has not been decided."""
        topic, drafts = clause.topic, self._reading.drafts
        if topic.kind not in ("proposal", "amendment", "procedural"):
            return False
        waiting = [d for d in drafts if d.moved and d.is_open and d.kind in ("amendment", "procedural")]
        if topic.kind != "proposal":
            waiting = [d for d in waiting if d.kind == topic.kind]
            waiting = [
                d for d in waiting if not topic.proposer or same_proposer(topic.proposer, d.proposer or topic.proposer)
            ]
        if not waiting:
            return False
        named = [d for d in waiting if same_proposer(topic.proposer, d.proposer)]
        self._current = (named or waiting)[-1]
        drafts.remove(self._current)
        drafts.append(self._current)
        self._current.cover(self._current.start, clause.end)
        return True

    def _decide(self, clause: Clause) -> None:
        fate, current = clause.fate, self._current
        if fate is None:
            return
        if fate.lapses and not (current.has_votes or clause.frames):
            current.result = current.result or "forkastet"
        elif not clause.topic.proposes or (clause.frames.counted and _decided_behind(clause)):
            if current.result is None or clause.frames.counted or (current.tied and not fate.tied):
                current.result, current.tied = fate.result, fate.tied
            if not current.has_votes:
                current.cover(clause.start, clause.end)

    def _count(self, clause: Clause) -> None:
        """Keep counts whose side no word tells: a pair until the result is known, a lone number at once."""
        current, frames = self._current, clause.frames
        if current.kind == "election" and frames.pair is not None:
            # Votes for a rival are not votes against.
            current.counts.setdefault("for", frames.pair[0].count or 0)
            current.cover(min(clause.start, frames.span[0]), max(clause.end, frames.span[1]))
        elif frames.pair is not None and current.pair is None:
            current.pair = frames.pair
            current.cover(min(clause.start, frames.span[0]), max(clause.end, frames.span[1]))
        elif frames.lone is not None and frames.lone.count is not None:
            decided = clause.fate is not None or clause.topic.kind or current.has_votes or current.result
            side: Side = "against" if (clause.fate.result if clause.fate else current.result) == "forkastet" else "for"
            if decided and side not in current.counts:
                who = frames.lone
                stance = Stance(side, "vote", who.voters, who.count, *frames.span, summed=who.summed)
                current.add(side, stance)

    def _stance(self, stance: Stance) -> None:
        current = self._current
        if stance.majority is False and current.majority == "against" == stance.side:
            stance = replace(stance, side="for")  # the majority 'kan ikke anbefale' it, the minority does
        if stance.strength == "reserve":
            self._reading.reservations += stance.voters
        elif stance.strength == "dissent":
            self._reading.dissent += stance.voters
        elif stance.strength == "decline" and stance.count is None:
            current.declined += stance.voters
        elif stance.strength == "decline":
            current.add("against", stance)
        elif current.kind == "election" and stance.side != "abstain":
            if stance.strength == "majority" or stance.everyone or self._on_election(stance):
                current.add(stance.side, stance)
        elif stance.strength == "recommend" and stance.side == "for" and current.voters["for"]:
            if "recommend" in current.strengths and not any(current.holds("for", v) for v in stance.voters):
                # What a second group recommends is something else.
                current.add("against", stance)
        elif not self._is_rival(stance):
            current.add(_mended(current, stance), stance)
            if stance.side == "for" and stance.about and not stance.about.startswith(_MOTIONS):
                current.choice = stance.about
            current.refuses |= stance.side == "for" and stance.about.startswith(_REFUSAL)

    def _on_election(self, stance: Stance) -> bool:
        """Whether those named voted on the election itself ('For: A og V', 'Imod stemte Ø'), not for a candidate."""
        if stance.strength != "vote" or not stance.voters:
            return False
        rival = _RIVAL.match(self._text, stance.end)
        if self._current.has_majority and rival and find_people(self._text, rival.end(), members=self._members):
            return False  # 'Anne Holm valgt med 6 stemmer. V stemte for Bo Lind.'
        return not stance.block or _ON_ELECTION.match(self._text, stance.start) is not None

    def _name(self, clause: Clause) -> None:
        """Add voters who are said to be those of a count: 'De to var Bo Lind og Per Ek'."""
        for named in clause.frames.named:
            side = self._current.side_counted(named.count) if named.count is not None else None
            if side is not None:
                self._current.add(side, Stance(side, "vote", named.voters, None, *clause.frames.span))

    def _is_rival(self, stance: Stance) -> bool:
        """Whether a count is that of another choice of the same sentence: '9 stemte for model 1, 6 for model 2'."""
        current, ayes = self._current, self._current.counts.get("for")
        if stance.side != "for" or not current.choice or stance.about in ("", current.choice):
            return False
        return ayes is not None and stance.count is not None and stance.count < ayes

    def _agree(self, clause: Clause) -> None:
        current = self._current
        current.unanimous = True
        current.result = current.result or "vedtaget"
        current.strengths.add("unanimous")
        current.cover(clause.start, clause.end)

    def _candidates_of(self, clause: Clause) -> tuple[bool, str | None]:
        """Keep the votes for candidates; whether there were any, and who of those counted is elected."""
        text = self._text[clause.start : max(clause.end, clause.stop)]
        found, elected = read_candidates(text, clause.start, self._members, self._candidates)
        self._candidates.update(found)
        return bool(found), elected if elected in self._candidates else None

    def _begin_round(self, clause: Clause) -> None:
        """Forget the votes of a round that elected nobody when another begins."""
        current = self._current
        if NEW_ROUND.search(self._text, clause.start, clause.end) is None or current.has_majority:
            return
        self._candidates, self._blank = {}, []
        current.voters["abstain"] = []
        current.counts.pop("abstain", None)

    def _elect(self, clause: Clause, elected: str) -> None:
        """The ballot of the one elected."""
        current, count = self._current, self._candidates[elected]
        current.kind, current.result = "election", "vedtaget"
        stance = Stance("for", "vote", count.voters, count.count, count.start, count.end, block=True)
        current.start = min(clause.start, count.start)
        current.add("for", stance)
        current.cover(current.start, clause.end)
        self._add_blank(clause.frames.stances)
        self._candidates = {}

    def _add_blank(self, stances: list[Stance]) -> None:
        """Add the blank votes of the sentences about the candidates, and those among more stances."""
        for blank in [*self._blank, *stances]:
            if blank.side == "abstain":
                self._current.add("abstain", blank)
        self._blank = []

    def _settle_declined(self, draft: Draft) -> None:
        """A refusal to join is a vote against beside counts or a named majority, else dissent."""
        for mention in draft.declined:
            if not draft.has_majority:
                if not self._voted(mention, ("against",)):
                    self._reading.dissent.append(mention)
            elif not any(draft.holds(side, mention) for side in ("against", "abstain")):
                draft.voters["against"].append(mention)
                draft.cover(draft.start, mention.end)


def _without_rivals(drafts: list[Draft]) -> list[Draft]:
    """Of counts for one choice after the other, that of the most: the rivals' votes are against nothing."""
    kept: list[Draft] = []
    for draft in drafts:
        before = kept[-1] if kept else None
        if before is None or not (_is_choice(before) and _is_choice(draft)) or before.choice == draft.choice:
            kept.append(draft)
            continue
        chosen = max(before, draft, key=lambda each: each.counts["for"])
        chosen.cover(before.start, draft.end)
        chosen.result = None if before.counts["for"] == draft.counts["for"] else "vedtaget"
        kept[-1] = chosen
    return kept


def _is_choice(draft: Draft) -> bool:
    """Whether a draft is nothing but a count for a choice."""
    return bool(draft.choice) and set(draft.counts) == {"for"} and not draft.voters["against"]


def _decided_behind(clause: Clause) -> bool:
    """Whether a sentence that moves something tells its fate behind the votes ('…, hvilket faldt')."""
    fate, frames = clause.fate, clause.frames
    first = min([s.start for s in frames.stances] or [frames.span[0]])
    return fate is not None and (fate.start > first or fate.result == "forkastet")


def _mended(current: Draft, stance: Stance) -> Side:
    """The side of a stance; a second 'For stemte' whose number is the count against is 'Imod stemte'."""
    counts, voters = current.counts, current.voters
    against = counts.get("against")
    if current.pair is not None:
        against = current.pair[1].count
    ayes = counts.get("for", current.pair[0].count if current.pair else None)
    twice = stance.block and stance.side == "for" and voters["for"] and not voters["against"]
    if twice and stance.count is not None and stance.count == against != ayes:
        return "against"
    return stance.side
