"""What a model says of the members of one printed list, put together: 'Imod stemte V, A og Bo Lind (9)' is one side.

A model that labels tokens answers for each by itself, and of a list that it is unsure about it may put the first two
names on one side and the third on the other. In labelled minutes all of a list, and the number in brackets beside it,
are of one kind; so each has a say, and the kind is the list's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ...danish.numbers import NUMBER
from ...danish.people import Member, Mention, lists_in
from ...inference.batching import Logits
from ...schema import Span
from .vote_labels import BEGIN, COUNTS, INSIDE, KINDS, OPEN, OUTSIDE, VOTE_LABELS, VOTERS, kind_of

_LEAST = 1e-6
"""No kind is held for impossible by one token alone."""
_SURE = 0.5
"""The probability from which on a number beside a list is taken for its count, and a name for begun."""

_BEHIND = re.compile(rf"\s*\((?:i alt )?({NUMBER})\)", re.IGNORECASE)
_BEFORE = re.compile(rf"({NUMBER})(?:\s+\w+){{0,2}}\s*$", re.IGNORECASE)
_OWN = re.compile(r"\(\s*(\d{1,2})\s*\)$")
_REACH = 40
"""Characters in which the number before a list is looked for."""

_ELSE = len(KINDS)
_KIND = np.array([KINDS.index(kind) if (kind := kind_of(label)) else _ELSE for label in VOTE_LABELS])
_OUTSIDE = VOTE_LABELS.index(OUTSIDE)
_BEGINS = [VOTE_LABELS.index(label) for label in VOTE_LABELS if label.startswith((BEGIN, OPEN)) and kind_of(label)]
_TO_INSIDE = [(VOTE_LABELS.index(BEGIN + kind), VOTE_LABELS.index(INSIDE + kind)) for kind in KINDS]
_SIDES = [
    (KINDS.index(voter), KINDS.index(count))
    for voter, side in VOTERS.items()
    for count, counted in COUNTS.items()
    if counted == side
]


@dataclass(frozen=True, slots=True)
class _Listed:
    """The tokens of each member of a list, and those of the number beside it."""

    members: list[list[int]]
    count: list[int]


def agreed(text: str, offsets: Sequence[Span], probabilities: Logits, members: tuple[Member, ...]) -> Logits:
    """Let the tokens of each list of people and parties agree on one kind.

    Args:
        text: The text.
        offsets: Where its tokens stand.
        probabilities: Of each label at each token, shape (tokens, labels of :data:`~.vote_labels.VOTE_LABELS`).
        members: The roster.

    Returns:
        The probabilities; those of the tokens of a list have the kinds of all of it, each in its own share of
        beginning and going on, and no name begins within itself.
    """
    settled = np.array(probabilities, dtype=np.float64)
    for listed in _lists(text, offsets, members):
        _settle(settled, listed)
    return settled.astype(np.float32)


def _settle(rows: NDArray[np.float64], listed: _Listed) -> None:
    """Put the common kinds of a list into the rows of its tokens."""
    names = [_begun(rows, own) for own in listed.members]
    said = [np.mean([np.log(_masses(rows[index])) for index in own], axis=0) for own in names]
    counted = _counted(rows, listed.count)
    if counted is not None:
        said.append(np.log(counted))
    weighed = np.exp(np.mean(said, axis=0))
    common = weighed / weighed.sum()
    for own in names:
        for place, index in enumerate(own):
            if place:
                for begin, inside in _TO_INSIDE:
                    rows[index, inside] += rows[index, begin]
                    rows[index, begin] = 0.0
            rows[index] *= (common / _masses(rows[index]))[_KIND]
            rows[index] /= rows[index].sum()
    if counted is not None:
        shares = np.array([common[voter] for voter, _ in _SIDES]) + _LEAST
        for index in listed.count:
            masses = _masses(rows[index])
            whole = sum(masses[count] for _, count in _SIDES)
            for share, (_, count) in zip(shares / shares.sum(), _SIDES, strict=True):
                rows[index, count == _KIND] *= whole * share / masses[count]


def _begun(rows: NDArray[np.float64], own: list[int]) -> list[int]:
    """The tokens of a name from where the model begins it: 'Heriblandt Bo Lind' has three capitals."""
    for place, index in enumerate(own[1:], start=1):
        left_out = all(rows[each].argmax() == _OUTSIDE for each in own[:place])
        if left_out and rows[index, _BEGINS].sum() > _SURE:
            return own[place:]
    return own


def _masses(row: NDArray[np.float64]) -> NDArray[np.float64]:
    """The probability of each kind at a token, and last that of none."""
    return np.maximum(np.bincount(_KIND, weights=row, minlength=_ELSE + 1), _LEAST)


def _counted(rows: NDArray[np.float64], tokens: Sequence[int]) -> NDArray[np.float64] | None:
    """What a number tells of the side of those beside it; None where it is no count."""
    if not tokens:
        return None
    masses = _masses(rows[tokens[0]])
    if sum(masses[count] for _, count in _SIDES) < _SURE:
        return None
    told = np.full(_ELSE + 1, _LEAST)
    for voter, count in _SIDES:
        told[voter] = masses[count]
    # A number has a say among the sides alone: that there are no voters beside it, it cannot tell.
    told[_ELSE] = masses[_ELSE]
    return told


def _lists(text: str, offsets: Sequence[Span], members: tuple[Member, ...]) -> Iterator[_Listed]:
    for found, start, stop in lists_in(text, 0, len(text), members):
        spans = [_printed(text, mention) for mention in found]
        tokens = [own for own in (_tokens(offsets, span) for span in spans) if own]
        number = _number_beside(text, found, start, stop)
        if tokens:
            yield _Listed(tokens, _tokens(offsets, number) if number else [])


def _printed(text: str, mention: Mention) -> Span:
    """Where the name of a mention stands, without party or number in brackets."""
    if mention.name is not None:
        return mention.start, min(mention.start + len(mention.name), mention.end)
    return mention.start, mention.start + len(_OWN.sub("", text[mention.start : mention.end]).rstrip())


def _number_beside(text: str, found: Sequence[Mention], start: int, stop: int) -> Span | None:
    """The number in brackets behind a list, or the one that the list itself stands in brackets behind."""
    own = _OWN.search(text, found[-1].start, found[-1].end) if found[-1].count is not None else None
    if own and all(mention.count is None for mention in found[:-1]):
        return own.span(1)
    behind = _BEHIND.match(text, stop)
    if behind:
        return behind.span(1)
    low = max(start - _REACH, 0)
    before = _BEFORE.search(text[low:start]) if text[start] == "(" else None
    return (low + before.start(1), low + before.end(1)) if before else None


def _tokens(offsets: Sequence[Span], span: Span) -> list[int]:
    return [index for index, (start, end) in enumerate(offsets) if start < span[1] and span[0] < end]
