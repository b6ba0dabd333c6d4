"""The text of an item with what its claims stand on marked in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ...schema import Item, SectionKind, Span
from .archive import anchor
from .votes import voters


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of text.

    Attributes:
        text: As printed.
        marks: What stands on it: "ballot", "summary", "statement", "who".
        anchors: Names to link to, of the ballots that begin here.
    """

    text: str
    marks: tuple[str, ...] = ()
    anchors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A section: its kind, its heading as printed, its text in pieces."""

    kind: SectionKind
    heading: str | None
    pieces: Sequence[Piece]

    @property
    def anchors(self) -> list[str]:
        """All names to link to."""
        return [name for piece in self.pieces for name in piece.anchors]


@dataclass(frozen=True, slots=True)
class _Mark:
    kind: str
    span: Span
    anchor: str | None = None


def ballot_anchor(index: int, number: int) -> str:
    """The name of the passage that a ballot of an item stands on."""
    return f"{anchor(index)}-ballot-{number}"


def blocks(item: Item, index: int) -> list[Block]:
    """The sections of an item, marked.

    Args:
        item: With its sections.
        index: Its place among the meeting's items.

    Returns:
        The sections that hold text, in printed order; a span outside all of them is not shown.
    """
    marks = [
        _Mark("ballot", ballot.span, ballot_anchor(index, number)) for number, ballot in enumerate(item.ballots, 1)
    ]
    marks += (_Mark("summary", sentence.span) for sentence in (item.summary.sentences if item.summary else ()))
    marks += (_Mark("statement", statement.span) for statement in item.statements)
    names = _names(item)
    told: set[str] = set()
    found = []
    for section in sorted(item.sections, key=lambda each: each.span):
        if section.text.strip():
            here = [*marks, *_named(section.text, section.span[0], names)] if names else marks
            found.append(Block(section.kind, section.heading, list(_pieces(section.text, section.span[0], here, told))))
    return found


def _pieces(text: str, start: int, marks: Sequence[_Mark], told: set[str]) -> Iterator[Piece]:
    """A text cut where marks begin and end; a name to link to is given once an item."""
    end = start + len(text)
    here = [mark for mark in marks if mark.span[0] < end and start < mark.span[1] and mark.span[0] < mark.span[1]]
    cuts = {start, end} | {cut for mark in here for cut in mark.span if start < cut < end}
    for low, high in pairwise(sorted(cuts)):
        over = [mark for mark in here if mark.span[0] <= low and high <= mark.span[1]]
        fresh = tuple(mark.anchor for mark in over if mark.anchor and mark.anchor not in told)
        told.update(fresh)
        yield Piece(text[low - start : high - start], tuple(sorted({mark.kind for mark in over})), fresh)


def _named(text: str, start: int, names: re.Pattern[str]) -> Iterator[_Mark]:
    for match in names.finditer(text):
        yield _Mark("who", (start + match.start(), start + match.end()))


def _names(item: Item) -> re.Pattern[str] | None:
    """The people that the item's claims name as printed."""
    printed = [voter for ballot in item.ballots for _, voter in voters(ballot) if not voter.inferred]
    people = {person.name for person in (*printed, *item.absent, *item.reservations, *item.dissent) if person.name}
    if not people:
        return None
    return re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in sorted(people, key=len, reverse=True)))
