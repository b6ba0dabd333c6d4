"""Where prediction and labels differ, with the text that they differ about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ...schema import Referat, SectionKind, Span
from ..differences import item_differences, name_of
from ..documents import LabelledMeeting
from ..matching import Pair, align, stretch_span

_LONGEST_SECTION = 1200
_STRUCTURE = ("item", "number", "title", "case_number", "closed", "sections", "attachments")


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of text; ``mark`` is "gold", "found", "both" or None."""

    text: str
    mark: str | None


@dataclass(frozen=True, slots=True)
class Error:
    """One difference.

    Attributes:
        meeting: Name of the meeting.
        item: Number and title of the item.
        field: What differs ("type", "ballots").
        gold: The label, in words.
        found: The prediction, in words.
        text: The text it is about, in pieces, evidence marked.
    """

    meeting: str
    item: str
    field: str
    gold: str
    found: str
    text: tuple[Piece, ...]


def errors_of(meeting: LabelledMeeting, referat: Referat, fields: Iterable[str]) -> Iterator[Error]:
    """The differences of one meeting.

    Args:
        meeting: The labels.
        referat: The prediction.
        fields: Which fields to look at, by the names of :class:`~referat_nlp.evaluate.differences.Difference`.

    Yields:
        One error a field and item that is not as labelled.
    """
    wanted = set(fields)
    for pair in align(meeting.gold, referat):
        if pair.gold is not None and pair.gold.ambiguous:
            continue
        name = name_of(pair.item if pair.item is not None else pair.gold)  # type: ignore[arg-type]
        for each in item_differences(pair):
            if each.field in wanted:
                text = tuple(_text(pair, each.field))
                yield Error(meeting.name, name, each.field, each.gold, each.found, text)


def _text(pair: Pair, field: str) -> Iterator[Piece]:
    """The sections that a field is read from, with the evidence of both sides marked."""
    item = pair.item
    if item is None:
        return
    kinds: tuple[SectionKind, ...] = ("indstilling", "tidligere_beslutning", "beslutning", "fravaer")
    if field in _STRUCTURE:
        yield Piece(_cut(pair.referat.text[item.span[0] : item.span[1]]), None)
        return
    gold_spans, found_spans = _evidence(pair, field)
    for section in item.sections_of(*kinds):
        yield Piece(f"{section.heading or section.kind}\n", None)
        yield from _marked(pair.referat.text, section.span, gold_spans, found_spans)
        yield Piece("\n\n", None)


def _evidence(pair: Pair, field: str) -> tuple[list[Span], list[Span]]:
    if pair.gold is None or pair.item is None:
        return [], []
    if field == "ballots":
        gold = [stretch_span(ballot, pair) for ballot in pair.gold.ballots]
        return [span for span in gold if span is not None], [ballot.span for ballot in pair.item.ballots]
    people = [*pair.gold.absent, *pair.gold.reservations, *pair.gold.dissent]
    return [person.span for person in people if person.span is not None], []


def _marked(text: str, span: Span, gold: Sequence[Span], found: Sequence[Span]) -> Iterator[Piece]:
    """A stretch of text cut where evidence begins and ends."""
    start, end = span
    cuts = {start, end} | {cut for each in (*gold, *found) for cut in each if start < cut < end}
    edges = sorted(cuts)
    for low, high in pairwise(edges):
        in_gold = any(a <= low and high <= b for a, b in gold)
        in_found = any(a <= low and high <= b for a, b in found)
        mark = "both" if in_gold and in_found else "gold" if in_gold else "found" if in_found else None
        piece = text[low:high]
        yield Piece(_cut(piece) if mark is None else piece, mark)


def _cut(text: str) -> str:
    if len(text) <= _LONGEST_SECTION:
        return text
    half = _LONGEST_SECTION // 2
    return f"{text[:half]}\n[… {len(text) - 2 * half} characters …]\n{text[-half:]}"
