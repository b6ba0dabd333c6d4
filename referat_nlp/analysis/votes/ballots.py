"""From a draft to the ballot of the data contract, with the voters that the roster gives."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from ...danish.parties import same_party
from ...danish.people import Member, Mention
from ...schema import Ballot, BallotResult, Counts, Motion, Person, Voter
from ..roster import member_named
from .drafts import SIDES, Draft
from .tokens import Side

_NAMES_DO_NOT_MATCH = "names-do-not-match-count"
_ON_TWO_SIDES = "voter-on-two-sides"
_CONFIDENCE = {"count": 0.98, "vote": 0.95, "unanimous": 0.95, "majority": 0.85, "recommend": 0.8}


class Roster:
    """The members of the body, and who of them were away."""

    def __init__(self, members: Sequence[Member], absent: Sequence[str], *, voted: bool = True) -> None:
        """Take the members.

        Args:
            members: The members of the body that met, with their parties.
            absent: Those who were away.
            voted: Whether they are the ones who voted; in another body's decision they only lend their parties.
        """
        self._members = tuple(members)
        self._voted = voted
        self._absent = {self._full(name) for name in absent}

    @property
    def present(self) -> list[Member]:
        """Members who were there, in the roster's order."""
        return [member for member in self._members if self._voted and member.name not in self._absent]

    def person(self, mention: Mention) -> Person:
        """The person or party of a mention, with the party that the roster gives where none is printed."""
        party = mention.party
        if mention.name is not None and party is None:
            member = member_named(mention.name, self._members)
            party = member.party if member else None
        return Person(name=mention.name, party=party)

    def voters(self, mentions: Sequence[Mention]) -> list[Voter]:
        """Voters as printed, each once."""
        voters: list[Voter] = []
        for mention in mentions:
            person = self.person(mention)
            voter = Voter(name=person.name, party=person.party)
            if voter not in voters:
                voters.append(voter)
        return voters

    def people_of(self, party: str, taken: Sequence[Voter]) -> list[Voter]:
        """The present members of a party who are not named elsewhere in the ballot."""
        named = {self._full(voter.name) for voter in taken if voter.name}
        return [
            Voter(name=member.name, party=member.party, inferred=True)
            for member in self.present
            if same_party(member.party, party) and member.name not in named
        ]

    def rest(self, taken: Sequence[Voter]) -> list[Voter]:
        """The present members who are neither named nor in a named party."""
        named = {self._full(voter.name) for voter in taken if voter.name}
        parties = [voter.party for voter in taken if voter.name is None]
        return [
            Voter(name=member.name, party=member.party, inferred=True)
            for member in self.present
            if member.name not in named and not any(same_party(member.party, party) for party in parties)
        ]

    def _full(self, name: str) -> str:
        member = member_named(name, self._members)
        return member.name if member else name


def ballot_of(draft: Draft, span: tuple[int, int], roster: Roster, *, prior: bool) -> Ballot:
    """Make the ballot of a draft.

    Args:
        draft: The draft; it holds votes.
        span: Where its evidence stands in the document.
        roster: The members of the body; empty for another body's decision.
        prior: Whether the decision is an earlier committee's.
    """
    motion = _motion(draft, prior)
    sides = _sides(draft, roster)
    counts = Counts(
        **{"for": draft.counts.get("for")},
        against=draft.counts.get("against"),
        abstain=draft.counts.get("abstain"),
    )
    warnings = [] if all(_reconciles(draft.counts.get(side), sides[side]) for side in SIDES) else [_NAMES_DO_NOT_MATCH]
    if _overlap(sides):
        warnings.append(_ON_TWO_SIDES)
    result = _result(draft, sides, len(roster.present))
    return Ballot(
        motion=motion,
        proposer=draft.proposer if motion in ("amendment", "procedural", "prior") else None,
        subject=draft.subject,
        result=result,
        counts=counts,
        counts_derived=draft.summed,
        unanimous=draft.unanimous and not sides["against"] and not draft.counts.get("against"),
        **{"for": sides["for"]},
        against=sides["against"],
        abstain=sides["abstain"],
        span=span,
        confidence=_confidence(draft, result, warnings),
        warnings=warnings,
    )


def _sides(draft: Draft, roster: Roster) -> dict[Side, list[Voter]]:
    """The voters of each side: those printed, then those whom the roster gives for parties and 'resten'."""
    printed = {side: roster.voters(draft.voters[side]) for side in SIDES}
    everyone = [voter for voters in printed.values() for voter in voters]
    sides = {
        side: printed[side] + _people_of_parties(printed[side], everyone, roster, draft.counts.get(side))
        for side in SIDES
    }
    if draft.rest is not None and draft.rest in draft.counts:
        rest = roster.rest([voter for voters in sides.values() for voter in voters])
        if rest and len(rest) + sum(v.name is not None for v in sides[draft.rest]) == draft.counts[draft.rest]:
            sides[draft.rest] += rest
    return sides


def _motion(draft: Draft, prior: bool) -> Motion:
    if prior:
        return "prior"
    return "main" if draft.kind is None or draft.kind == "proposal" else draft.kind


def _people_of_parties(printed: list[Voter], everyone: list[Voter], roster: Roster, count: int | None) -> list[Voter]:
    """The people whom the roster gives for a side's parties, none where the count forbids them."""
    inferred = [
        person
        for voter in printed
        if voter.name is None and voter.party
        for person in roster.people_of(voter.party, everyone)
    ]
    parties = sum(voter.name is None for voter in printed)
    known = {person.party for person in inferred}
    if count is not None and len(known) == parties and len(inferred) + len(printed) - parties != count:
        return []
    return inferred


def _result(draft: Draft, sides: dict[Side, list[Voter]], present: int) -> BallotResult | None:
    """The result as printed, else as counts, lists of persons, a majority or the number of those present show it."""
    ayes, noes = (_strength(draft, sides, side) for side in ("for", "against"))
    if draft.refuses and ayes is not None and noes is not None:
        return "vedtaget" if ayes > noes else "forkastet"
    if draft.result is not None:
        return draft.result
    if ayes is not None and ayes == noes and not draft.counts and _maybe_more(sides, present):
        return None if draft.majority is None else "vedtaget" if draft.majority == "for" else "forkastet"
    if ayes is not None and noes is not None:
        return "vedtaget" if ayes > noes else "forkastet"
    if draft.majority is not None:
        return "vedtaget" if draft.majority == "for" else "forkastet"
    if present and max(ayes or 0, noes or 0) * 2 > present:
        return "vedtaget" if (ayes or 0) > (noes or 0) else "forkastet"
    named = {side: len(draft.voters[side]) for side in SIDES}
    # A party is one voter at least.
    if noes is not None and named["for"] > noes:
        return "vedtaget"
    if ayes is not None and named["against"] > ayes:
        return "forkastet"
    nobody_against = not named["against"] and not noes
    if (ayes or named["for"]) and nobody_against and ("abstain" in draft.counts or named["abstain"]):
        return "vedtaget"
    minority = ayes is None and not named["for"] and not draft.counts
    if minority and draft.beside and draft.kind in (None, "main", "proposal"):
        return "vedtaget"
    return "vedtaget" if draft.unanimous or "recommend" in draft.strengths else None


def _maybe_more(sides: dict[Side, list[Voter]], present: int) -> bool:
    """Whether others can have voted than those listed: where no count is printed, equal lists are a tie only of all."""
    return sum(len(voters) for voters in sides.values()) != present


def _strength(draft: Draft, sides: dict[Side, list[Voter]], side: Side) -> int | None:
    """How many voted so: the printed count, else the persons listed; a party makes it unknown."""
    count = draft.counts.get(side)
    if count is not None:
        return count
    printed = [voter for voter in sides[side] if not voter.inferred]
    other: Side = "against" if side == "for" else "for"
    counted = (draft.counts.get(other) or 0) > 2 * len(printed) + 2
    if not printed or (any(voter.name is None for voter in printed) and not counted):
        return None
    return len(printed)


def _confidence(draft: Draft, result: BallotResult | None, warnings: list[str]) -> float:
    """How sure the wording is: counts and votes cast before majorities, less where something is open."""
    best = max((_CONFIDENCE.get(strength, 0.75) for strength in draft.strengths), default=0.75)
    best -= 0.1 if result is None else 0.02 if draft.result is None else 0.0
    best -= 0.1 if warnings else 0.0
    best -= 0.05 if draft.rest is not None else 0.0
    return round(max(best, 0.3), 2)


def _reconciles(count: int | None, voters: Sequence[Voter]) -> bool:
    """Whether the voters of a side can be as many as counted; inferred people stand for their party."""
    if count is None or not voters:
        return True
    printed = [voter for voter in voters if not voter.inferred]
    parties = [voter.party for voter in printed if voter.name is None]
    persons = [voter for voter in voters if voter.name is not None]
    if not parties:
        return len(persons) == count
    if all(any(v.inferred and same_party(v.party, party) for v in voters) for party in parties):
        return len(persons) == count
    return len(printed) <= count


def _overlap(sides: dict[Side, list[Voter]]) -> bool:
    """Whether somebody printed stands on two sides: a person, or a party of whom no person is named."""
    printed = [{(v.name, v.party) for v in voters if not v.inferred} for voters in sides.values()]
    return any(one & other for one, other in combinations(printed, 2))
