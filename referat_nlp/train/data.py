"""Labelled items with their minutes, read as the evaluator reads them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..analysis import contexts
from ..analysis.context import ItemContext
from ..analysis.models.decoding import Tagged
from ..analysis.models.inputs import item_text
from ..archive import discover
from ..document import Document
from ..errors import ReferatError
from ..evaluate.documents import LabelledMeeting, Shelf, find_documents
from ..evaluate.gold import GoldItem, GoldReferat, Problem, load_gold
from ..evaluate.matching import align
from ..evaluate.metrics.summary import reference_of
from ..reading import read_all
from ..schema import Referat
from ..structure import structure

_LONG_TEXT = 200
"""Characters of a case text that two items do not share by chance."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A labelled item.

    Attributes:
        meeting: Its meeting.
        gold: Its labels.
        context: The item as analysers see it.
        weak: Whether the labels are those of rules.
        marked: The words that the labels speak of, where it is known where these stand: in composed minutes.
    """

    meeting: LabelledMeeting
    gold: GoldItem
    context: ItemContext
    weak: bool = False
    marked: tuple[Tagged, ...] | None = None

    @property
    def is_composed(self) -> bool:
        """Whether a program wrote the item."""
        return self.marked is not None

    @property
    def keys(self) -> frozenset[str]:
        """What ties the item to others: its case number, else its meeting; and its text, where it has a long one."""
        case = item_text(self.context).case
        number = self.context.item.case_number
        own = {f"case {''.join(number.split())}" if number else _meeting_key(self.meeting.referat, self.meeting.name)}
        if len(case) >= _LONG_TEXT:
            own.add(f"text {hashlib.sha256(case.encode()).hexdigest()}")
        return frozenset(own)


def read_labelled(
    paths: Sequence[str | Path], documents: Sequence[str | Path] | Shelf = ()
) -> tuple[list[LabelledMeeting], list[Problem]]:
    """Read labels and the minutes that they belong to.

    Args:
        paths: Files and folders of labels, as ``referat evaluate`` takes them.
        documents: Folders where the minutes may lie, or the shelf of labels that share minutes.

    Returns:
        The meetings that are in order, and what is wrong with the others.
    """
    gold = load_gold(paths)
    meetings, problems = find_documents(gold.meetings, documents)
    return meetings, [*gold.problems, *problems]


def labelled_items(meetings: Iterable[LabelledMeeting], *, weak: bool = False) -> Iterator[Labelled]:
    """The labelled items of meetings that were found in the minutes; ambiguous ones are left out.

    Args:
        meetings: The meetings.
        weak: Whether their labels are those of rules.

    Yields:
        The items, in order.
    """
    for meeting in meetings:
        shown = {context.item.id: context for context in contexts(meeting.referat)}
        for pair in align(meeting.gold, meeting.referat):
            if pair.gold is not None and pair.item is not None and not pair.gold.ambiguous:
                yield Labelled(meeting, pair.gold, shown[pair.item.id], weak)


def resumes(paths: Iterable[str]) -> tuple[list[LabelledMeeting], int]:
    """Minutes that print a Resumé, as meetings whose items have it for a reference.

    Args:
        paths: Files, folders and globs.

    Returns:
        The meetings with at least one reference, and how many documents could not be read.
    """
    found: list[LabelledMeeting] = []
    failed = 0
    for path in discover(paths):
        for document in [path] if isinstance(path, ReferatError) else _documents(path):
            if isinstance(document, ReferatError):
                failed += 1
                continue
            try:
                referat = structure(document)
            except ReferatError:
                failed += 1
                continue
            # Nothing is labelled but where the item stands.
            items = [GoldItem(span=item.span) for item in referat.items if reference_of(GoldItem(), item)]
            if items:
                gold = GoldReferat(items=items, partial=True)
                found.append(LabelledMeeting(referat.source.path or "", gold, referat))
    return found, failed


def taken_keys(meetings: Iterable[LabelledMeeting]) -> frozenset[str]:
    """What training must not see: the meetings with all their cases and texts.

    Args:
        meetings: What is kept for scoring. Of one that is labelled in part the labelled items are meant, with their
            cases and texts, and the rest of the meeting may be learned from.

    Returns:
        Keys for :func:`is_apart`.
    """
    keys: set[str] = set()
    for meeting in meetings:
        if meeting.gold.partial:
            for item in labelled_items([meeting]):
                keys |= (item.keys - {_meeting_key(meeting.referat, meeting.name)}) | {item_key(item)}
            continue
        keys.add(_meeting_key(meeting.referat, meeting.name))
        for context in contexts(meeting.referat):
            keys |= Labelled(meeting, GoldItem(), context).keys
    return frozenset(keys)


def is_apart(item: Labelled, taken: frozenset[str]) -> bool:
    """Whether an item shares neither case nor text nor meeting with what was taken."""
    return not (item.keys | {_meeting_key(item.meeting.referat, item.meeting.name), item_key(item)}) & taken


def item_key(item: Labelled) -> str:
    """What an item is known by, whoever labelled it."""
    return f"{_meeting_key(item.meeting.referat, item.meeting.name)} item {item.context.item.span[0]}"


def _meeting_key(referat: Referat, name: str) -> str:
    return f"meeting {referat.source.sha256 or name}"


def _documents(path: str) -> Iterator[Document | ReferatError]:
    try:
        yield from read_all(path)
    except ReferatError as error:
        yield error
