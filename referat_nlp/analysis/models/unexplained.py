"""What the grammar has left open in a decision: where a model is asked.

A decision is open where a ballot does not add up, and where a sentence with a word of voting names a person or a party
that stands in nothing that was read, or prints a number and belongs to no ballot.
"""

from __future__ import annotations

import re

from ...danish.numbers import NUMBER
from ...danish.parties import same_party
from ...danish.people import Mention, lists_in
from ...danish.quotations import quotations
from ...danish.sentences import sentence_spans
from ...schema import Ballot, Decision, Person, Span, Voter
from ..context import ItemContext
from ..interface import VoteResult
from .assembly import spans_meet

_VOTING = re.compile(
    r"\b(?:stemt\w*|stemmer?|stemmes|stemme\w*|\w+stemmer?|imod|mod \d+|undl[oa]d\w*|undlader|hverken|blankt?|blanke"
    r"|flertal\w*|mindretal\w*|(?:ja|nej)\b|afh(?:oldt|older) sig|lod være|gik ind for|går ind for|med på|pege[dr]e? på"
    r"|bakke(?:r|de)|støtte(?:r|de|s|des)|tilslutte(?:r|de)|modsatte|hold(?:t|er) (?:fast|på)|ville ikke|kunne ikke"
    r"|delte sig|på nær|undtagen|bortset fra|de øvrige|rakte)\b|(?:\(|, |med )\d{1,2} ?[-–] ?\d{1,2}\b"
    r"|\b(?:ja|nej)\s?:",
    re.IGNORECASE,
)
_NUMBER = re.compile(NUMBER, re.IGNORECASE)
_COUNT_OR_PARTY = re.compile(
    rf"(?<![\d.,])\d{{1,2}}(?![\d.,])|(?-i:\b[A-ZÆØÅ]\b)|\b(?:{NUMBER})\s+(?:medlem|stemme)", re.IGNORECASE
)


def sides_of(ballot: Ballot) -> tuple[list[Voter], ...]:
    """The voters for, against, and who abstained."""
    return ballot.for_, ballot.against, ballot.abstain


def adds_up(ballot: Ballot) -> bool:
    """Whether a ballot has a result, names that agree with its counts, and nobody on two sides."""
    sides = [{(voter.name, voter.party) for voter in side} for side in sides_of(ballot)]
    apart = sum(map(len, sides)) == len(set().union(*sides))
    return ballot.result is not None and not ballot.warnings and apart


def tells_of_votes(context: ItemContext, decision: Decision) -> bool:
    """Whether a decision may tell of votes, in whatever words; where it cannot, no model needs to be asked."""
    return any(pattern.search(context.text, *decision.span) for pattern in (_VOTING, _COUNT_OR_PARTY))


def unexplained(context: ItemContext, decision: Decision, read: VoteResult) -> list[Span]:
    """Find what is open in a decision.

    Args:
        context: The item.
        decision: One of its decisions.
        read: What was read of the item.

    Returns:
        Stretches of the document: ballots that do not add up, sentences that are not explained. None where the
        decision is read to the end.
    """
    start, end = decision.span
    ballots = [ballot for ballot in read.ballots if spans_meet(ballot.span, decision.span)]
    found = [ballot.span for ballot in ballots if not adds_up(ballot)]
    # Candidates are named and counted beside each other, and only one's votes are a ballot.
    elected = any(ballot.motion == "election" for ballot in ballots)
    if elected or not _VOTING.search(context.text, start, end):
        return found
    said = [(start + first, start + last) for first, last in quotations(context.text[start:end])]
    said += [statement.span for statement in read.statements]
    for sentence in sentence_spans(context.text, start, end):
        if _VOTING.search(context.text, *sentence) and not any(spans_meet(sentence, span) for span in said):
            counted = any(spans_meet(ballot.span, sentence) for ballot in ballots)
            if not (_names_explained(context, sentence, read) and (counted or not _prints_number(context, sentence))):
                found.append(sentence)
    return found


def _prints_number(context: ItemContext, sentence: Span) -> bool:
    return _NUMBER.search(context.text, *sentence) is not None


def _names_explained(context: ItemContext, sentence: Span, read: VoteResult) -> bool:
    """Whether everybody whom a sentence names stands in what was read."""
    known: list[Person] = [*read.reservations, *read.dissent]
    movers = ""
    for ballot in read.ballots:
        known += [*ballot.for_, *ballot.against, *ballot.abstain]
        movers += f" {ballot.proposer or ''}"
    named = (mention for found, _, _ in lists_in(context.text, *sentence, context.members) for mention in found)
    return all(_is_among(mention, known, movers) for mention in named)


def _is_among(mention: Mention, known: list[Person], movers: str) -> bool:
    printed = mention.name or mention.party or ""
    if re.search(rf"(?<!\w){re.escape(printed)}(?!\w)", movers):
        return True
    if mention.name is not None:
        return any(person.name == mention.name for person in known)
    # A party is explained by its members too: 'Ø stemte imod (Bo Lind og Ida Krog)'.
    return any(same_party(person.party, mention.party) for person in known)
