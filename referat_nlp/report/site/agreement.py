"""How often two take the same side, over contested ballots."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Generic, TypeVar

from .votes import Side, Who

T = TypeVar("T")


@dataclass(slots=True)
class Agreement:
    """Two who voted.

    Attributes:
        n: Contested ballots in which the side of both is known.
        same: Those of them in which it is the same.
    """

    n: int = 0
    same: int = 0

    @property
    def share(self) -> float:
        """The share of ballots on the same side, of those that both took a side in."""
        return self.same / self.n if self.n else 0.0


@dataclass(frozen=True, slots=True)
class With(Generic[T]):
    """Agreement with somebody."""

    other: T
    agreement: Agreement


def agreements(ballots: Iterable[Mapping[Who, set[Side]]]) -> dict[tuple[Who, Who], Agreement]:
    """Agreement of all pairs.

    Args:
        ballots: For each contested ballot, who took which sides. Who is listed on several has none.

    Returns:
        The agreement of each pair with a ballot in common, under both orders.
    """
    pairs: dict[tuple[Who, Who], Agreement] = defaultdict(Agreement)
    for taken in ballots:
        one_side = [(who, next(iter(sides))) for who, sides in taken.items() if len(sides) == 1]
        for (one, its_side), (other, other_side) in combinations(one_side, 2):
            for pair in ((one, other), (other, one)):
                pairs[pair].n += 1
                pairs[pair].same += its_side == other_side
    return dict(pairs)
