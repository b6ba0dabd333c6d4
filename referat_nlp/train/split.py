"""What is held out of training: whole groups of items, so that no case stands on both sides."""

from __future__ import annotations

import random
from collections.abc import Collection, Sequence

from .errors import TrainingDataError


def groups(keys: Sequence[Collection[str]]) -> list[list[int]]:
    """Put items together that share a key, or that share one with an item that does.

    Args:
        keys: The keys of each item; at least one.

    Returns:
        Indices of the items of each group, the groups in the order of their first items.

    Example:
        >>> groups([["a"], ["b"], ["c", "a"], ["b"], ["c"]])
        [[0, 2, 4], [1, 3]]
    """
    leader = list(range(len(keys)))

    def found(index: int) -> int:
        while leader[index] != index:
            leader[index] = leader[leader[index]]
            index = leader[index]
        return index

    first: dict[str, int] = {}
    for index, own in enumerate(keys):
        for key in own:
            one, other = sorted((found(index), found(first.setdefault(key, index))))
            leader[other] = one
    members: dict[int, list[int]] = {}
    for index in range(len(keys)):
        members.setdefault(found(index), []).append(index)
    return list(members.values())


def held_out(keys: Sequence[Collection[str]], share: float, seed: int) -> set[int]:
    """Draw the items that are held out.

    Args:
        keys: What ties each item to others: its case number, its text, its meeting.
        share: The share of the items, which is not passed by a group that is too large for it.
        seed: The same keys and seed give the same draw.

    Returns:
        Their indices: at least one, and not all.

    Raises:
        TrainingDataError: All items belong together.
    """
    found = groups(keys)
    if len(found) < 2:
        raise TrainingDataError(
            "all labelled items are of one case or one meeting, so that none can be held out",
            advice="Give labelled items of more meetings.",
        )
    random.Random(seed).shuffle(found)
    wanted = max(1, round(share * len(keys)))
    drawn: set[int] = set()
    for group in found:
        if len(drawn) + len(group) <= wanted:
            drawn.update(group)
    if not drawn:
        smallest: list[int] = min(found, key=len)
        drawn.update(smallest)
    return drawn
