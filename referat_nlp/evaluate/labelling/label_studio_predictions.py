"""The model's answers as Label Studio's predictions: what it claims, marked where the item prints it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from ...danish.numbers import NUMBER, parse_number
from ...schema import Ballot, Item, Person
from ..gold.sheets.columns import ABSENCES, MOTIONS, YES, danish
from .drawing import Candidate
from .label_studio_spans import BALLOT, COUNTS, OTHERS, SIDES

_NUMBER = re.compile(NUMBER, re.IGNORECASE)
_PARTY = re.compile(r"\s*\([^()\n]{1,30}\)")


def predicted(candidate: Candidate) -> Iterator[dict[str, Any]]:
    """The model's answers for one task.

    Args:
        candidate: The tagged item.

    Yields:
        Entries of a prediction's result. A voter, a count or an absence that cannot be found in the item's text as
        the model names it is left to the annotator.
    """
    item, text = candidate.item, candidate.text
    for name, chosen in (("type", [item.type]), ("types", item.types), ("outcome", [item.outcome or "ingen"])):
        if any(chosen):
            yield _entry(name, "choices", {"choices": list(chosen)})
    for n, ballot in enumerate(item.ballots):
        start, end = (offset - item.span[0] for offset in ballot.span)
        region = f"ballot-{n}"
        yield _marked(text, (start, end), BALLOT, region)
        unanimous = YES if ballot.unanimous else None
        chosen_of = (("motion", danish(MOTIONS, ballot.motion)), ("result", ballot.result), ("unanimous", unanimous))
        for name, value in chosen_of:
            if value:
                yield {**_entry(name, "choices", {"choices": [value]}), "id": region}
        yield from _figures(text, ballot, (start, end))
        for label, voters in zip(SIDES, (ballot.for_, ballot.against, ballot.abstain), strict=True):
            printed = [voter for voter in voters if not voter.inferred]
            yield from _people(text, printed, label, (start, end))
    # What is said of people stands at the end of an item, where a name may stand in its case too.
    for label, people in (*zip(OTHERS, (item.reservations, item.dissent), strict=True), *_absences(item)):
        yield from _people(text, people, label, None)


def _figures(text: str, ballot: Ballot, within: tuple[int, int]) -> Iterator[dict[str, Any]]:
    counts = (ballot.counts.for_, ballot.counts.against, ballot.counts.abstain)
    figures = list(_NUMBER.finditer(text, *within)) if not ballot.counts_derived else []
    for label, count in zip(COUNTS, counts, strict=True):
        found = next((each for each in figures if parse_number(each[0]) == count), None)
        if found:
            figures.remove(found)
            yield _marked(text, found.span(), label)


def _people(
    text: str, people: Sequence[Person], label: str, within: tuple[int, int] | None
) -> Iterator[dict[str, Any]]:
    for person in people:
        name = person.name or person.party or ""
        start, end = within or (0, len(text))
        found = list(re.compile(rf"(?<!\w){re.escape(name)}(?!\w)").finditer(text, start, end))
        if found:
            at = found[0 if within else -1]
            party = _PARTY.match(text, at.end()) if person.name and person.party else None
            yield _marked(text, (at.start(), (party or at).end()), label)


def _absences(item: Item) -> Iterator[tuple[str, Sequence[Person]]]:
    for absence in item.absent:
        yield danish(ABSENCES, absence.kind), [absence]


def _entry(name: str, kind: str, value: dict[str, Any]) -> dict[str, Any]:
    return {"from_name": name, "to_name": "text", "type": kind, "value": value}


def _marked(text: str, span: tuple[int, int], label: str, region: str | None = None) -> dict[str, Any]:
    # Label Studio counts as JavaScript does, in UTF-16 units.
    start, end = span
    first, last = (len(text[:offset].encode("utf-16-le")) // 2 for offset in span)
    value = {"start": first, "end": last, "text": text[start:end], "labels": [label]}
    return {**_entry("spans", "labels", value), "id": region or f"span-{label}-{start}"}
