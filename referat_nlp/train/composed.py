"""Composed meetings whose labels know where their words stand: JSON Lines of ``python -m training compose``."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from ..analysis.models.decoding import Tagged
from ..analysis.models.vote_labels import (
    ABSENCES,
    COUNTS,
    DISSENT,
    PROPOSER,
    RESERVATION,
    RESULTS,
    SUBSTITUTE,
    UNANIMOUS,
    VOTERS,
)
from ..errors import ReferatError
from ..evaluate.documents import LabelledMeeting
from ..evaluate.gold.schema import GoldItem, GoldReferat
from ..pipeline import parse
from .ballot_alignment import with_openings
from .data import Labelled, labelled_items
from .errors import TrainingDataError

_KINDS: dict[str, str] = {
    **{side: kind for kind, side in VOTERS.items()},
    **{f"count-{side}": kind for kind, side in COUNTS.items()},
    "agreed": UNANIMOUS,
    "proposer": PROPOSER,
    "reservation": RESERVATION,
    "dissent": DISSENT,
    "substitute": SUBSTITUTE,
}
_KNOWN = ("ballots", "reservations", "dissent", "absent")
_ABSENT_AS = {kind: label for label, kind in ABSENCES.items()}


def composed_items(paths: Iterable[str | Path]) -> Iterator[Labelled]:
    """The items of composed meetings.

    Args:
        paths: Files of JSON Lines; a line holds ``text``, ``gold`` and ``mentions``.

    Yields:
        The items that the library finds in the text, each with the words that its labels speak of.

    Raises:
        TrainingDataError: A file cannot be read, or a line is of another form.
    """
    for path in map(Path, paths):
        try:
            with path.open(encoding="utf-8") as lines:
                for number, line in enumerate(lines, start=1):
                    yield from _items(line, f"{path}:{number}")
        except OSError as error:
            raise TrainingDataError(f"{path} cannot be read: {error.strerror}", advice="Check --mentions.") from None


def _items(line: str, name: str) -> Iterator[Labelled]:
    try:
        record = json.loads(line)
        gold = GoldReferat.model_validate(record["gold"])
        marked = _marked(record["mentions"], gold.items)
        text = str(record["text"])
    except (ValueError, KeyError, TypeError, IndexError, ValidationError) as error:
        what = str(error).splitlines()[0]
        raise TrainingDataError(
            f"{name} is no composed meeting: {what}", advice="Make the file with 'python -m training compose'."
        ) from None
    try:
        referat = parse(text)
    except ReferatError:
        return
    if referat.text != text:
        raise TrainingDataError(f"{name}: the text is not in the library's normal form", advice="Compose it again.")
    for item in labelled_items([LabelledMeeting(name, gold, referat)]):
        start, end = item.context.item.span
        # The composer knows all that it writes: what it does not label is not there.
        whole = item.gold.model_copy(update={field: getattr(item.gold, field) for field in _KNOWN})
        yield replace(
            item, gold=whole, marked=tuple(each for each in marked if start <= each.start and each.end <= end)
        )


def _marked(mentions: Sequence[dict[str, Any]], items: Sequence[GoldItem]) -> list[Tagged]:
    """The words of a meeting with their kinds, and where its ballots begin."""
    words: list[Tagged] = []
    for mention in mentions:
        kind = _kind(mention, items[mention["item"]])
        start, end = mention["span"]
        # What stands within other words is told by them.
        if kind is not None and not any(each.start < end and start < each.end for each in words):
            words.append(Tagged(kind, int(start), int(end), 1.0))
    openings = [ballot.span[0] for item in items for ballot in item.ballots if ballot.span]
    return with_openings(words, openings)


def _kind(mention: dict[str, Any], item: GoldItem) -> str | None:
    if mention["kind"] == "result":
        return mention["value"] if mention["value"] in RESULTS else None
    if mention["kind"] == "absent":
        kinds = (absence.kind for absence in item.absent if absence.name == mention["text"])
        return _ABSENT_AS[next(kinds, "absent")]
    return _KINDS.get(mention["kind"])
