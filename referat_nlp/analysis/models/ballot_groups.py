"""Which of the words that a model has marked belong to one ballot."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from ...danish.numbers import parse_number
from ...danish.sentences import sentence_spans
from ...schema import BallotResult
from ..votes.tokens import Side
from .decoding import Tagged
from .vote_labels import COUNTS, OF_BALLOTS, PROPOSER, RESULTS, UNANIMOUS, VOTERS


@dataclass(slots=True)
class Group:
    """The words of one ballot.

    Attributes:
        start: Where it begins.
        words: Its words, in printed order, the bare mark of its beginning among them.
        result: What became of the motion, as printed.
        counts: The number printed for each side.
    """

    start: int
    words: list[Tagged] = field(default_factory=list)
    result: BallotResult | None = None
    counts: dict[Side, int] = field(default_factory=dict)

    @property
    def end(self) -> int:
        """Where its last words end."""
        return max((each.end for each in self.words), default=self.start)

    @property
    def unanimous(self) -> bool:
        """Whether its words tell that all agreed."""
        return any(each.kind == UNANIMOUS for each in self.words)

    @property
    def has_votes(self) -> bool:
        """Whether somebody's vote or a count is among its words."""
        return any(each.kind in VOTERS or each.kind in COUNTS for each in self.words)

    @property
    def probability(self) -> float:
        """That of its least certain words: it is right only where all are."""
        return min((each.probability for each in self.words), default=0.0)

    def take(self, text: str, words: Tagged) -> None:
        """Add words."""
        self.words.append(words)
        if self.result is None:
            self.result = _result(words)
        number = _number(text, words)
        if number is not None:
            self.counts.setdefault(COUNTS[words.kind or ""], number)


def grouped(text: str, found: Sequence[Tagged]) -> list[Group]:
    """Put the words of each ballot together.

    A ballot begins where the model says so; and with words that its predecessor cannot have as well: another
    result, another number for a side, somebody who puts a motion once votes have been told.

    Args:
        text: The decision.
        found: What a model marked in it, in printed order.

    Returns:
        The ballots in printed order; some may hold no votes.
    """
    starts = [start for start, _ in sentence_spans(text)]
    groups: list[Group] = []
    for words in found:
        if words.kind is not None and words.kind not in OF_BALLOTS:
            continue
        if words.opens:
            groups.append(Group(words.start))
        elif not groups or _begins_another(text, groups[-1], words):
            sentence = starts[max(bisect_right(starts, words.start) - 1, 0)] if starts else words.start
            groups.append(Group(max(sentence, groups[-1].end if groups else 0)))
        groups[-1].take(text, words)
    return groups


def _begins_another(text: str, group: Group, words: Tagged) -> bool:
    result, number = _result(words), _number(text, words)
    if result is not None:
        return group.has_votes and group.result not in (None, result)
    if number is not None:
        return group.counts.get(COUNTS[words.kind or ""], number) != number
    return words.kind == PROPOSER and group.has_votes


def _result(words: Tagged) -> BallotResult | None:
    return next((result for result in RESULTS if result == words.kind), None)


def _number(text: str, words: Tagged) -> int | None:
    return parse_number(text[words.start : words.end].strip(" .:()")) if words.kind in COUNTS else None
