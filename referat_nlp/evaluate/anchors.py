"""Labels tied to the text that they label: spans in place of names, first and last words in place of spans."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence

from ..schema import Referat, Span
from .gold.schema import GoldItem, GoldPerson, GoldReferat

# Lines of a list begin with a bullet that a label does not repeat.
_GAP = r"\s+(?:[-•]\s+)?"


def squeeze(text: str | None) -> str | None:
    """Text with its white space folded and the bullets at the beginning of its lines dropped, for comparing."""
    return " ".join(re.sub(r"^[ \t]*[-•][ \t]+", "", text, flags=re.MULTILINE).split()) if text else text


def fingerprint(text: str) -> str:
    """The first 12 hex digits of a text's SHA-256."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def locate(text: str, begins: str, ends: str, within: Span | None = None) -> Span | None:
    """Where a stretch stands of which the first and last words are known.

    Args:
        text: The text.
        begins: The first words; white space and line breaks may differ from the text's.
        ends: The last words; they may overlap the first.
        within: The part of the text to look in.

    Returns:
        The first such stretch, the shortest; None where there is none.
    """
    low, high = within or (0, len(text))
    first = _pattern(begins).search(text, low, high)
    if first is None:
        return None
    last = _pattern(ends).search(text, first.start(), high)
    while last is not None and last.end() < first.end():
        last = _pattern(ends).search(text, last.start() + 1, high)
    return (first.start(), last.end()) if last else None


def resolve(gold: GoldReferat, referat: Referat) -> tuple[GoldReferat, list[str]]:
    """Put names where labels have spans, and find stretches whose item has moved.

    Args:
        gold: The labels of a document.
        referat: The document as it is structured now.

    Returns:
        The labels with all names; and what is wrong: spans that lie outside the text, items whose text is not the one
        that was labelled. An item that is wrong is left out of the labels.
    """
    wrong: list[str] = []
    items = []
    for n, item in enumerate(gold.items):
        try:
            items.append(_resolved(item, referat))
        except ValueError as fault:
            wrong.append(f"items[{n}]: {fault}")
    return gold.model_copy(update={"items": items}), wrong


def _resolved(item: GoldItem, referat: Referat) -> GoldItem:
    shift = _shift(item, referat)

    def moved(span: Span) -> Span:
        start, end = span[0] + shift, span[1] + shift
        if not 0 <= start <= end <= len(referat.text):
            raise ValueError(f"span {list(span)} lies outside the text of {len(referat.text)} characters")
        return start, end

    def named(people: Sequence[GoldPerson]) -> list[GoldPerson]:
        return [
            person
            if person.span is None
            else person.model_copy(update={"name": squeeze(referat.text[slice(*moved(person.span))])})
            for person in people
        ]

    ballots = [
        ballot.model_copy(
            update={
                "span": ballot.span and moved(ballot.span),
                "for_": named(ballot.for_),
                "against": named(ballot.against),
                "abstain": named(ballot.abstain),
            }
        )
        for ballot in item.ballots
    ]
    found = {
        "ballots": ballots,
        **{key: named(getattr(item, key)) for key in ("reservations", "dissent", "absent")},
        "span": item.span and moved(item.span),
    }
    # What is not labelled stays unlabelled.
    return item.model_copy(update={key: value for key, value in found.items() if item.labels(key)})


def _shift(item: GoldItem, referat: Referat) -> int:
    """How far the item's text has moved since it was labelled."""
    if item.fingerprint is None or item.span is None:
        return 0
    if fingerprint(referat.text[slice(*item.span)]) == item.fingerprint:
        return 0
    for each in referat.items:
        if fingerprint(referat.text[slice(*each.span)]) == item.fingerprint:
            return each.span[0] - item.span[0]
    raise ValueError(f"the text of item {item.number or item.title} is not the one that was labelled")


def unanchored(item: GoldItem, text: str) -> Iterator[str]:
    """First and last words of the labels that do not stand in the text."""
    for field in ("sections", "decisions", "ballots"):
        for n, stretch in enumerate(getattr(item, field)):
            for end in ("begins", "ends"):
                words = getattr(stretch, end)
                if words and not _pattern(words).search(text):
                    yield f"{field}[{n}].{end}: {words!r} does not stand in the minutes"


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(_GAP.join(map(re.escape, words.split())))
