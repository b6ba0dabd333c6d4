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
from .unexplained import adds_up, unexplained

SURE = 0.5
"""The confidence from which on a ballot of the model takes a place in what the grammar has read."""


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
    """Reads votes by grammar, and asks a model about decisions in which that leaves something open.

    What is open is told by :func:`~.unexplained.unexplained`. Ballots of the grammar stand where they add up and
    explain their sentences; others make way for ballots of the model that do, and the model's ballots are added
    where the grammar has none.

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
        asked = [
            (index, decision, open_)
            for index, (item, result) in enumerate(zip(items, read, strict=True))
            for decision in item.item.decisions
            if (open_ := unexplained(item, decision, result))
        ]
        answers = self.model.read([(items[index], decision) for index, decision, _ in asked])
        for (index, _, open_), answer in zip(asked, answers, strict=True):
            read[index] = _combined(read[index], answer, open_)
        return read


def _combined(read: VoteResult, answer: VoteResult, open_: Sequence[tuple[int, int]]) -> VoteResult:
    """What the grammar read, with what a model says of one decision in which stretches are open."""
    sure = [ballot for ballot in answer.ballots if adds_up(ballot) and ballot.confidence >= SURE]
    kept = [
        ballot
        for ballot in read.ballots
        if not any(spans_meet(ballot.span, span) for span in open_) or not _met(ballot, sure)
    ]
    added = [ballot for ballot in sure if not _met(ballot, kept)]
    ballots = sorted([*kept, *added], key=lambda ballot: ballot.span)
    return replace(read, ballots=ballots)


def _met(ballot: Ballot, others: Sequence[Ballot]) -> bool:
    return any(spans_meet(ballot.span, other.span) for other in others)


def _joined(results: Sequence[VoteResult]) -> VoteResult:
    """The votes of the decisions of one item; a person takes a position once."""
    joined = VoteResult()
    for result in results:
        joined.ballots.extend(result.ballots)
        for mine, theirs in ((joined.reservations, result.reservations), (joined.dissent, result.dissent)):
            mine.extend(person for person in theirs if person not in mine)
    return joined
