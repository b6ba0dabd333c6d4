"""Marked spans and choices of one item → its labels."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ...danish.numbers import NUMBER
from ...schema import Counts
from ..gold.schema import GoldAbsence, GoldBallot, GoldPerson
from ..gold.sheets.cells import CellError, choice, count, people, types
from ..gold.sheets.columns import ABSENCES, MOTIONS, NONE_WORDS, OUTCOMES, RESULTS, TYPES

BALLOT = "afstemning"
SIDES = ("for", "imod", "undlod")
COUNTS = ("antal for", "antal imod", "antal undlod")
OTHERS = ("forbehold", "særstandpunkt")
DONE: Mapping[str, tuple[str, ...]] = {
    "afstemninger": ("ballots",),
    "forbehold og særstandpunkt": ("reservations", "dissent"),
    "fravær": ("absent",),
}
"""What the labeller says is marked completely, so that no mark means that there is none; and the fields meant."""


@dataclass(slots=True)
class Region:
    """One marked span of an item's text.

    Attributes:
        start: Offset of its first character.
        end: Offset after its last.
        text: What it covers.
        label: Its label.
        choices: What was chosen for it (a ballot's motion, result, unanimity).
    """

    start: int
    end: int
    text: str
    label: str
    choices: dict[str, str] = field(default_factory=dict)


def item_labels(choices: Mapping[str, Sequence[str]], regions: Sequence[Region], start: int) -> dict[str, Any]:
    """The fields that an annotation labels.

    Args:
        choices: What was chosen for the item, by name.
        regions: What was marked.
        start: Offset of the item's text in the document's.

    Returns:
        Fields of a gold item; what was neither chosen, marked nor said to be complete is not among them.

    Raises:
        CellError: A label, a number or a name that cannot be read, or a vote outside all marked ballots.
    """
    regions = sorted(regions, key=lambda region: (region.start, -region.end))
    fields: dict[str, Any] = {}
    for done in choices.get("done", ()):
        fields.update({name: [] for name in DONE[done]})
    if choices.get("types"):
        fields["types"] = types(" + ".join(choices["types"]))
        fields["type"] = fields["types"][0]
    if choices.get("type"):
        fields["type"] = choice(choices["type"][0], {kind: kind for kind in TYPES})
        if fields["type"] not in fields.get("types", [fields["type"]]):
            raise CellError(f"the type {fields['type']!r} is not among the types {' + '.join(fields['types'])}")
    if choices.get("outcome"):
        allowed = {**{outcome: outcome for outcome in OUTCOMES}, **dict.fromkeys(NONE_WORDS)}
        fields["outcome"] = choice(choices["outcome"][0], allowed)
    if choices.get("ambiguous"):
        fields["ambiguous"] = True
    for label, name in zip(OTHERS, ("reservations", "dissent"), strict=True):
        for region in _of(regions, label):
            fields.setdefault(name, []).extend(_people(region, start))
    for label, kind in ABSENCES.items():
        for region in _of(regions, label):
            named = [
                GoldAbsence(**person.model_dump(exclude_unset=True), kind=kind) for person in _people(region, start)
            ]
            fields.setdefault("absent", []).extend(named)
    ballots = _ballots(regions, start)
    if ballots:
        fields["ballots"] = ballots
    return fields


def _of(regions: Sequence[Region], *labels: str) -> list[Region]:
    return [region for region in regions if region.label in labels]


def _people(region: Region, start: int) -> list[GoldPerson]:
    """The people of a span, with the span where it is one person's."""
    found = people(region.text.strip(" ,;:.\n"))
    if len(found) == 1:
        return [found[0].model_copy(update={"span": (start + region.start, start + region.end)})]
    return found


def _ballots(regions: Sequence[Region], start: int) -> list[GoldBallot]:
    marked = _of(regions, BALLOT)
    votes = _of(regions, *SIDES, *COUNTS)
    if not marked:
        return [_ballot(None, votes, start)] if votes else []
    of_ballot: dict[int, list[Region]] = {n: [] for n in range(len(marked))}
    for vote in votes:
        around = [n for n, ballot in enumerate(marked) if ballot.start <= vote.start and vote.end <= ballot.end]
        if not around and len(marked) > 1:
            raise CellError(f"{vote.text!r} ({vote.label}) lies in none of the {len(marked)} marked ballots")
        of_ballot[around[-1] if around else 0].append(vote)
    return [_ballot(ballot, of_ballot[n], start) for n, ballot in enumerate(marked)]


def _ballot(marked: Region | None, votes: Sequence[Region], start: int) -> GoldBallot:
    chosen = marked.choices if marked else {}
    counts: dict[str, int | None] = {}
    for label, side in zip(COUNTS, ("for", "against", "abstain"), strict=True):
        found = _of(votes, label)
        if len(found) > 1:
            raise CellError(f"one ballot has {len(found)} spans {label!r}: mark each ballot as {BALLOT!r}")
        counts[side] = _number(found[0].text) if found else None
    sides = [[person for region in _of(votes, label) for person in _people(region, start)] for label in SIDES]
    fields: dict[str, Any] = dict(zip(("for_", "against", "abstain"), sides, strict=True))
    if "result" in chosen:
        fields["result"] = choice(chosen["result"], {result: result for result in RESULTS})
    if marked:
        fields["span"] = (start + marked.start, start + marked.end)
    return GoldBallot(
        motion=choice(chosen.get("motion", "hovedforslag"), MOTIONS),
        counts=Counts.model_validate(counts),
        unanimous="unanimous" in chosen,
        **fields,
    )


def _number(text: str) -> int | None:
    """The number in a marked span, be it "3" or "tre stemmer"."""
    printed = re.search(NUMBER, text, re.IGNORECASE)
    return count(printed[0] if printed else text)
