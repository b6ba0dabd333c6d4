"""Which items of an archive to label: at random, where the pipeline is unsure, or spread over what there is."""

from __future__ import annotations

import heapq
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from ...errors import EmptyInputError
from ...schema import Failure, Item, Meeting, Referat, Source

Strategy = Literal["random", "uncertain", "diverse"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """One tagged item that may be drawn.

    Attributes:
        item: The item as the pipeline tagged it.
        meeting: The header of its meeting.
        source: Its document.
        text: The item's text; offsets of the item's spans less ``item.span[0]`` point into it.
        place: Its place among all candidates, in document order.
    """

    item: Item
    meeting: Meeting
    source: Source
    text: str
    place: int


def candidates(records: Iterable[Referat | Failure], *, body: str | None = None) -> Iterator[Candidate]:
    """The items of tagged documents, each once, however often its document turns up.

    Args:
        records: What the pipeline gave; failures are passed over.
        body: Only items of bodies whose name holds this, in any case.

    Yields:
        The items in document order.
    """
    seen: set[str] = set()
    for record in records:
        if isinstance(record, Failure):
            continue
        if body is not None and body.casefold() not in (record.meeting.body or "").casefold():
            continue
        for item in record.items:
            if item.id in seen:
                continue
            seen.add(item.id)
            text = record.text[item.span[0] : item.span[1]]
            yield Candidate(item, record.meeting, record.source, text, len(seen) - 1)


def draw(pool: Iterable[Candidate], n: int, strategy: Strategy = "random", *, seed: int = 0) -> list[Candidate]:
    """Draw items to label.

    Args:
        pool: The items to draw from.
        n: How many; all where there are fewer.
        strategy: ``random``: each with the same chance. ``uncertain``: those the pipeline is least sure of.
            ``diverse``: an even share for each municipality and body, and in each the wordings least like those
            drawn already.
        seed: The same pool and seed give the same items.

    Returns:
        The drawn items in document order.

    Raises:
        EmptyInputError: The pool is empty.
        MissingExtraError: ``diverse`` without scikit-learn.
    """
    chance = random.Random(seed)
    if strategy == "diverse":
        from .diversity import spread

        drawn = spread(list(pool), n, chance)
    elif strategy == "uncertain":
        drawn = heapq.nlargest(n, pool, key=lambda candidate: (uncertainty(candidate.item), chance.random()))
    else:
        drawn = heapq.nlargest(n, pool, key=lambda candidate: chance.random())
    if not drawn:
        raise EmptyInputError("there is no item to draw", advice="Check the paths, and --body where it is given.")
    return sorted(drawn, key=lambda candidate: candidate.place)


def uncertainty(item: Item) -> float:
    """How unsure the pipeline is of an item, from 0 to 1.

    The largest of: the closeness of the two likeliest types, the doubt in the least certain ballot, and 1 where a
    ballot carries a warning or no type was found.
    """
    if item.type is None:
        return 1.0
    doubts = [1.0 if ballot.warnings else 1 - ballot.confidence for ballot in item.ballots]
    scores = sorted(item.type_scores.values(), reverse=True)
    # Each further type of a mixed item is a finding of its own and scores as high as the first.
    rivals = scores[max(len(item.types), 1) :]
    if scores and rivals:
        doubts.append(1 - (scores[max(len(item.types), 1) - 1] - rivals[0]))
    return max(doubts, default=0.0)
