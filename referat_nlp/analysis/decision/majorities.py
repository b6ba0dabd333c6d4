"""Whether a printed vote carried: what '9 ja, 6 nej' says of an outcome that no verb states.

The votes are read by the grammar of :mod:`..votes`, a sentence at a time and without the roster: here only
numbers count. Which motions were voted on, and who voted, is for the extractor of votes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...danish.numbers import NUMBER
from ..votes.frames import read_frames
from ..votes.lexer import Lexer
from ..votes.stances import Frames, Stance
from ..votes.tokens import Side
from ..votes.view import View, join_lines

# Whoever counts the few means that the rest are many.
_ONLY = re.compile(rf"\b(?:kun|alene|blot)\s+{NUMBER}", re.IGNORECASE)
_VOTED = re.compile(r"\bstemm?|\bstemt|\b(?:ja|nej)\b|\bi?mod\b|\bgik\s+ind\s+for\b|\bundlod\b", re.IGNORECASE)


def carried(sentence: str) -> bool | None:
    """Whether a vote that a sentence prints carried.

    Args:
        sentence: The sentence, asides blanked.

    Returns:
        True where more are printed for than against, or votes for alone; False where not; None where the
        sentence prints no vote, or only who was against.

    Example:
        >>> carried("Det samlede forslag: 9 ja, 6 nej")
        True
    """
    if not _VOTED.search(sentence):
        return None
    stances = [stance for frames in _read(sentence) for stance in (*frames.votes, *_of_pair(frames))]
    ayes, noes = _count(stances, "for"), _count(stances, "against")
    rest = next((stance.side for stance in stances if stance.rest), None)
    if rest == "for" and ayes is None:
        return True
    if rest == "against" and any(stance.side == "for" for stance in stances):
        return False
    if ayes is None:
        return None
    return not _ONLY.search(sentence) and ayes > (noes or 0)


def _read(sentence: str) -> Iterator[Frames]:
    """The votes of each part of a sentence, lines joined as the extractor of votes joins them."""
    text, spans = join_lines(View(sentence).text)
    lexer = Lexer(text, ())
    for start, end in spans:
        yield read_frames(lexer.read(start, end), decides=True)


def _of_pair(frames: Frames) -> tuple[Stance, ...]:
    """The sides of '9 mod 6', those for printed first."""
    if frames.pair is None:
        return ()
    sides: tuple[Side, Side] = ("for", "against")
    return tuple(
        Stance(side, "vote", who.voters, who.count, *frames.span) for side, who in zip(sides, frames.pair, strict=True)
    )


def _count(stances: list[Stance], side: Side) -> int | None:
    """The number printed for a side, None where none is."""
    printed = [stance.count for stance in stances if stance.side == side and stance.count is not None]
    return sum(printed) if printed else None
