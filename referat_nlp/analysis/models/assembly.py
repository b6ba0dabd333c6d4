"""Words that a model has marked in a decision → ballots and positions, by arithmetic and the roster.

Names, sides, numbers and results are the model's. What a sentence says of the motion, that all agreed, that 'de
øvrige' voted so, is read by the grammar; so is who a name means.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...danish.coordination import coordinated
from ...danish.people import Mention
from ...schema import Ballot, Decision, Person, Span
from ..context import ItemContext
from ..interface import VoteResult
from ..votes.ballots import Roster, ballot_of
from ..votes.clauses import Clause, ClauseReader
from ..votes.drafts import SIDES, Draft
from ..votes.extractor import others_words, readings, roster_of
from ..votes.motion_words import PROCEDURE
from ..votes.stances import Stance
from ..votes.view import View
from .ballot_groups import Group, grouped
from .decoding import Tagged
from .named import Named
from .vote_labels import COUNTS, DISSENT, PROPOSER, RESERVATION, RESULTS, VOTERS

_MOVED = ("amendment", "procedural")
_DOUBT = 0.1
"""What the confidence loses where names and count do not agree."""


@dataclass(frozen=True, slots=True)
class _Read:
    """A clause of the grammar and where it stands in the decision."""

    clause: Clause
    start: int
    end: int


def assemble(context: ItemContext, decision: Decision, found: Sequence[Tagged]) -> VoteResult:
    """Make the votes of a decision.

    Args:
        context: The item.
        decision: One of its decisions.
        found: What a model marked in the text of the decision, its offsets from the decision's beginning.

    Returns:
        Ballots, and where it is the decision of the body that met reservations and dissent too.
    """
    result = VoteResult()
    for part, start, end in readings(context, decision):
        words = [each.moved(decision.span[0] - start) for each in found]
        inside = [each for each in words if each.start >= 0 and each.end <= end - start]
        if inside:
            _Assembler(context, part, context.text[start:end], start, inside).into(result)
    return result


class _Assembler:
    """One reading of a decision."""

    def __init__(self, context: ItemContext, decision: Decision, text: str, base: int, found: Sequence[Tagged]) -> None:
        self._context, self._decision = context, decision
        self._text, self._base, self._found = text, base, found
        self._members = context.members if decision.own else ()
        self._named = Named(text, found, self._members)
        self._election = False

    def into(self, result: VoteResult) -> None:
        """Add what the marked words of the reading tell."""
        view = View(self._text)
        roster = roster_of(view.text, self._context, own=self._decision.own)
        groups = grouped(self._text, self._found)
        read = self._clauses(view) if groups else []
        for index, group in enumerate(groups):
            stop = groups[index + 1].start if index + 1 < len(groups) else len(self._text)
            ballot = self._ballot(group, stop, read, roster)
            if ballot is not None:
                result.ballots.append(ballot)
        if self._decision.own:
            _add(result.reservations, self._people(RESERVATION), roster)
            _add(result.dissent, self._people(DISSENT), roster)

    def _clauses(self, view: View) -> list[_Read]:
        _, hidden = others_words(view.text, self._members)
        body = self._context.body if self._decision.own else self._decision.body
        title = self._context.item.title or ""
        reader = ClauseReader(view.text, hidden, self._members, body=body, title=title)
        self._election = reader.election
        return [_Read(clause, *view.span(clause.start, clause.end)) for clause in reader]

    def _ballot(self, group: Group, stop: int, read: Sequence[_Read], roster: Roster) -> Ballot | None:
        about = [each for each in read if _is_about(each, group, stop)]
        draft = self._draft(group, [each.clause for each in about])
        if not draft.has_votes:
            return None
        start = min([group.start, *(each.start for each in about)])
        end = min(max([group.end, *(each.end for each in about)]), stop)
        span = (self._base + start, self._base + max(end, group.end))
        ballot = ballot_of(draft, span, roster, prior=not self._decision.own)
        confidence = max(group.probability - (_DOUBT if ballot.warnings else 0.0), 0.0)
        return ballot.model_copy(update={"confidence": round(confidence, 2)})

    def _draft(self, group: Group, clauses: Sequence[Clause]) -> Draft:
        draft = Draft(None, group.start, group.end, result=group.result)
        draft.counts.update(group.counts)
        for words in group.words:
            side = VOTERS.get(words.kind or "")
            if side is not None:
                voters = tuple(self._named.at(words))
                draft.add(side, Stance(side, "vote", voters, None, words.start, words.end))
        _sum_up(draft)
        draft.unanimous = group.unanimous or any(clause.unanimous for clause in clauses)
        self._tell_motion(draft, group, clauses)
        rest = (stance.side for clause in clauses for stance in clause.frames.stances if stance.rest)
        draft.rest = next(rest, None)
        return draft

    def _tell_motion(self, draft: Draft, group: Group, clauses: Sequence[Clause]) -> None:
        """Kind, proposer and subject of the motion: a step or an amendment that is named before anything else."""
        topics = [clause.topic for clause in clauses if clause.topic.kind]
        named = [topic for topic in topics if topic.kind in (*_MOVED, "election")]
        first = next(iter(named or topics), None)
        movers = [mention for each in group.words if each.kind == PROPOSER for mention in self._named.at(each)]
        draft.kind = first.kind if first else None
        draft.proposer = coordinated([mention.name or mention.party or "" for mention in movers]) if movers else None
        if self._election and draft.kind not in _MOVED and draft.has_votes:
            draft.kind, draft.result = "election", draft.result or "vedtaget"
        elif draft.proposer and draft.kind not in _MOVED:
            draft.kind = "procedural" if self._proposes_step(group) else "amendment"
        if first is not None and draft.kind in _MOVED:
            draft.proposer = draft.proposer or next((topic.proposer for topic in named if topic.proposer), None)
            draft.subject = next((topic.subject for topic in named if topic.subject), None)

    def _proposes_step(self, group: Group) -> bool:
        """Whether what is proposed, before anybody's vote is told, is to postpone the case or to send it back."""
        told = (each.start for each in group.words if each.kind in (*VOTERS, *COUNTS, *RESULTS))
        return PROCEDURE.search(self._text, group.start, next(told, group.end)) is not None

    def _people(self, kind: str) -> list[Mention]:
        return [mention for words in self._found if words.kind == kind for mention in self._named.at(words)]


def _is_about(read: _Read, group: Group, stop: int) -> bool:
    """Whether a clause tells of a ballot: it holds some of its words, or stands among them."""
    begins = max(read.start, group.start)
    return (
        begins < min(read.end, max(group.end, group.start + 1), stop)
        and (read.end - begins) * 2 > read.end - read.start
    )


def _sum_up(draft: Draft) -> None:
    """Where each party of a side has its number and no total is printed, the count is their sum."""
    for side in SIDES:
        numbers = [voter.count for voter in draft.voters[side] if voter.count is not None]
        if side not in draft.counts and numbers and len(numbers) == len(draft.voters[side]):
            draft.counts[side] = sum(numbers)
            draft.summed = True


def _add(people: list[Person], mentions: Sequence[Mention], roster: Roster) -> None:
    people.extend(person for person in map(roster.person, dict.fromkeys(mentions)) if person not in people)


def spans_meet(one: Span, other: Span) -> bool:
    """Whether two stretches share a character."""
    return one[0] < other[1] and other[0] < one[1]
