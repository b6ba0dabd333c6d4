"""Whose a predicate is: the voters that stand before it, or in the list that it opens."""

from __future__ import annotations

from collections.abc import Collection

from .predicates import Predicate
from .tokens import Row


def subject(row: Row, predicate: Predicate, taken: Collection[int]) -> int | None:
    """The place of the voters before a predicate.

    Args:
        row: The sentence.
        predicate: The predicate.
        taken: Places whose voters are given to others.
    """
    word_count, related, joined = 0, False, False
    whole: int | None = None
    for position in range(predicate.first - 1, -1, -1):
        kind = row.kind(position)
        if kind == "who":
            who = row.who(position)
            if position in taken and not joined:
                return None
            excepted = row.kind(position - 1) == "except"
            before = row.who(position - 1)
            belongs = who and who.bracket and who.count is None and before and not before.voters
            if (excepted and not related) or belongs:
                continue
            if _moved(row, position):
                return None
            if who and who.group in ("majority", "minority") and not who.voters and who.count is None:
                whole = position  # 'A og B, der udgør flertallet, …'
                continue
            return position
        if kind == "relative":
            related = True
        elif kind == "word":
            word_count += 1
            if word_count > 7 and whole is not None:
                return whole
            if word_count > 7 or row.tokens[position].text in ("at", "om"):
                return None
        elif kind == "and" and row.next(position) == predicate.first:
            # 'A kan ikke støtte det og stemmer imod'
            joined = True
        elif (
            (joined and kind in ("decline", "oppose", "favour", "vote", "side", "says"))
            or kind in ("open", "close")
            or (kind == "comma" and word_count < 6)
            or (kind == "colon" and position == predicate.first - 1)
        ):
            continue
        elif kind not in ("adverb", "dash", "except"):
            return whole
    return whole


def _moved(row: Row, position: int) -> bool:
    """Whether voters are only named as movers ('ændringsforslag fra Ø')."""
    before = row.tokens[position - 1] if position else None
    who = row.who(position)
    return (
        before is not None
        and before.kind == "word"
        and before.text in ("fra", "af", "til", "ved", "om", "hos", "mellem", "blandt")
        and who is not None
        and who.count is None
    )


def listed(row: Row, predicate: Predicate, taken: Collection[int]) -> int | None:
    """The place of the voters behind a predicate; arguments as of :func:`subject`."""
    word_count = 0
    for position in range(predicate.last + 1, len(row.tokens)):
        kind = row.kind(position)
        if kind == "who":
            return None if position in taken else position
        if kind == "word":
            word_count += 1
        if word_count > 3 or kind not in (
            "word",
            "colon",
            "adverb",
            "relative",
            "dash",
            "open",
            "comma",
            "except",
        ):
            return None
        if kind == "comma" and not predicate.opens:
            return None
    return None
