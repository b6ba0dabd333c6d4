"""Two numbers set against each other: '34 stemmer (A) imod 15 (B)'."""

from __future__ import annotations

from .tokens import Row, Who, side_of

_OBJECTS = ("at", "forslaget", "indstillingen")


def find_pair(row: Row, *, decides: bool) -> tuple[int, int, int] | None:
    """Find the first pair of a sentence.

    Args:
        row: The sentence.
        decides: Whether it speaks of votes or decides.

    Returns:
        The places of the voters named first, of 'mod', and of the voters set against them.
    """
    for index, token in enumerate(row.tokens):
        if token.kind != "side" or token.text not in ("mod", "imod", "i mod"):
            continue
        left, right = index - 1, row.next(index)
        if row.text(left) == "stillet":
            left -= 1
        one, other = row.who(left), row.who(right)
        if one is None or other is None or one.count is None or not (decides or one.unit):
            continue
        if _is_number(other) and not _has_a_side_of_its_own(row, right) and row.kind(left - 1) != "agent":
            return left, index, right
    return None


def _is_number(who: Who) -> bool:
    return who.count is not None and who.group != "everyone"


def _has_a_side_of_its_own(row: Row, place: int) -> bool:
    """Whether a number is followed by its own side ('3 imod 2 for'), which 'for at …' is not."""
    return row.kind(place + 1) == "side" and row.text(place + 2) not in _OBJECTS


def against(row: Row, place: int) -> bool:
    """Whether the token at a place says 'against'."""
    return row.kind(place) == "side" and side_of(row.text(place)) == "against"
