"""Ballots and positions by a fine-tuned model, alone and where the grammar leaves something open."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ...inference.model import Model
from ...schema import Ballot, Decision
from ..context import ItemContext
from ..interface import VoteExtractor, VoteResult
from ..votes import GrammarVoteExtractor
from .assembly import assemble, spans_meet
from .tagging import open_vote_model, tag_texts
from .unexplained import adds_up, sides_of, tells_of_votes, unexplained


@dataclass(frozen=True)
class ModelVoteExtractor:
    """Reads votes from the decisions of items by a model alone; statements and escalation are not read.

    Attributes:
        model: A model with the labels of :data:`~.vote_labels.VOTE_LABELS`.
    """

    model: Model

    @classmethod
    def load(cls, name: str | os.PathLike[str]) -> ModelVoteExtractor:
        """Open the model of a name; see :func:`~referat_nlp.inference.model.open_model`."""
        return cls(open_vote_model(name))

    def __call__(self, items: Sequence[ItemContext]) -> list[VoteResult]:
        """Read items.

        Args:
            items: The items, of any number of meetings.

        Returns:
            One result an item, in order.
        """
        found = iter(self.read([(item, decision) for item in items for decision in item.item.decisions]))
        return [_joined([next(found) for _ in item.item.decisions]) for item in items]

    def read(self, decisions: Sequence[tuple[ItemContext, Decision]]) -> list[VoteResult]:
        """Read decisions.

        Args:
            decisions: Decisions with their items.

        Returns:
            One result a decision, in order.
        """
        texts = [item.text[slice(*decision.span)] for item, decision in decisions]
        marked = tag_texts(self.model, texts, [item.members for item, _ in decisions])
        return [assemble(item, decision, found) for (item, decision), found in zip(decisions, marked, strict=True)]


@dataclass(frozen=True)
class HybridVoteExtractor:
    """Reads votes by grammar and by a model, and takes the ballots of a decision from one of them.

    Only decisions of the body that met are read twice. Those of the grammar stand where it leaves nothing open
    (:func:`~.unexplained.unexplained`), and where the model has fewer, or such as do not add up. Else those of the
    model are taken where the grammar has none or such as do not add up, and where the model tells more ballots or
    voters and all voters that the grammar tells. The grammar is right wherever it knows the wording, the model
    more often where it does not. Chosen on ``evaluation/calibration`` and ``evaluation/votes_calibration``.

    Attributes:
        model: What is asked.
        grammar: What is read first; all that is no ballot is its own.
    """

    model: ModelVoteExtractor
    grammar: VoteExtractor = field(default_factory=GrammarVoteExtractor)

    @classmethod
    def load(cls, name: str | os.PathLike[str]) -> HybridVoteExtractor:
        """Open the model of a name; see :func:`~referat_nlp.inference.model.open_model`."""
        return cls(ModelVoteExtractor.load(name))

    def __call__(self, items: Sequence[ItemContext]) -> list[VoteResult]:
        """Read items.

        Args:
            items: The items, of any number of meetings.

        Returns:
            One result an item, in order.
        """
        read = list(self.grammar(items))
        decisions = [
            (index, decision)
            for index, item in enumerate(items)
            for decision in item.item.decisions
            if decision.own and tells_of_votes(item, decision)
        ]
        answers = self.model.read([(items[index], decision) for index, decision in decisions])
        for (index, decision), answer in zip(decisions, answers, strict=True):
            read[index] = _combined(items[index], decision, read[index], answer.ballots)
        return read


def _combined(item: ItemContext, decision: Decision, read: VoteResult, told: Sequence[Ballot]) -> VoteResult:
    """What the grammar read, with the ballots of one decision as a model tells them where that is believed."""
    mine = [ballot for ballot in read.ballots if spans_meet(ballot.span, decision.span)]
    if len(told) < max(len(mine), 1) or not all(map(adds_up, told)):
        return read
    if [_content(ballot) for ballot in mine] == [_content(ballot) for ballot in told]:
        return read
    if not unexplained(item, decision, read):
        return read
    known, named = _voters(mine), _voters(told)
    more = known <= named and (len(told) > len(mine) or known != named)
    if mine and all(map(adds_up, mine)) and not more:
        return read
    others = [ballot for ballot in read.ballots if ballot not in mine]
    return replace(read, ballots=sorted([*others, *told], key=lambda ballot: ballot.span))


def _voters(ballots: Sequence[Ballot]) -> set[tuple[int, str | None]]:
    """The printed voters, each with the side taken."""
    return {
        (place, person.name or person.party)
        for ballot in ballots
        for place, side in enumerate(sides_of(ballot))
        for person in side
        if not person.inferred
    }


def _content(ballot: Ballot) -> tuple[object, ...]:
    """What a ballot says of voters, their number and the result."""
    sides = ({person.name or person.party for person in side} for side in sides_of(ballot))
    return (ballot.result, ballot.counts, *sides)


def _joined(results: Sequence[VoteResult]) -> VoteResult:
    """The votes of the decisions of one item; a person takes a position once."""
    joined = VoteResult()
    for result in results:
        joined.ballots.extend(result.ballots)
        for mine, theirs in ((joined.reservations, result.reservations), (joined.dissent, result.dissent)):
            mine.extend(person for person in theirs if person not in mine)
    return joined
