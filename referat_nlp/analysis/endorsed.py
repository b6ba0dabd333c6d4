"""Which points of an indstilling a decision answers that endorses what another body recommended.

'Byrådet godkendte Økonomiudvalgets indstilling' adopts the points that the committee recommended; a point that was
put before another committee alone, and noted there, is not among them.
"""

from __future__ import annotations

import re

from ..danish.bodies import BODY_PATTERN, INITIALS, find_body, same_body
from ..schema import Decision
from .asked import AskedPoint
from .context import ItemContext
from .decision.points import split_points

_FOLLOWS = re.compile(
    rf"\A\W*(?:(?:Indstillingen\s+)?[Ss]om\s+|{BODY_PATTERN}\s+(?:fulgte|følger|fulgtes|besluttede\s+som|vedtog\s+som)\s+)"
    rf"(?:i\s+)?(?P<body>{BODY_PATTERN}|{INITIALS}|fagudvalget)(?=\s*(?:[.,;]|\Z))"
)
_ENDORSES = re.compile(
    r"\b(?P<body>(?:[A-ZÆØÅ]\w+(?:-,|,|-?\s+og)\s+){0,4}(?:og\s+)?\w+(?:udvalget|rådet|bestyrelsen))s\s+indstilling(?!er)"
)
# Committee, finance committee, council: nobody endorses further back.
_LONGEST_CHAIN = 3


def answered_points(item: ItemContext, decision: Decision, asked: list[AskedPoint]) -> list[AskedPoint]:
    """The points that a decision answers.

    Args:
        item: The item.
        decision: One of its decisions.
        asked: The points of its indstilling.

    Returns:
        Those that the body recommended whose recommendation the decision endorses; all where it endorses none, or
        where that recommendation names no points.
    """
    for _ in range(_LONGEST_CHAIN):
        endorsed = _ENDORSES.search(decision.text)
        earlier = [each for each in item.item.decisions if not each.own and each is not decision]
        if endorsed is None or not earlier:
            return asked
        found = _decision_of(endorsed["body"], earlier)
        if found is None:
            return asked
        decision = found
        numbers = {number for point in split_points(decision.text)[0] for number in point.numbers}
        if numbers:
            return [point for point in asked if point.number in numbers] or asked
    return asked


def followed(item: ItemContext, decision: Decision) -> Decision | None:
    """The decision of another body that a decision takes over and does not say again ('Som Økonomiudvalget.').

    Args:
        item: The item.
        decision: One of its decisions.

    Returns:
        The other decision; None where it takes over none that is printed.
    """
    match = _FOLLOWS.match(decision.text)
    if match is None:
        return None
    return _decision_of(match["body"], [each for each in item.item.decisions if not each.own])


def _decision_of(name: str, decisions: list[Decision]) -> Decision | None:
    """The last decision of a body; for 'fagudvalget' the last that recommends anything."""
    if name.lower() == "fagudvalget":
        numbered = [
            each for each in decisions if re.search(r"\banbefal", each.text, re.I) and split_points(each.text)[0]
        ]
        return numbered[-1] if numbered else None
    body = find_body(name[0].upper() + name[1:]) or name
    return next((each for each in reversed(decisions) if each.body and same_body(each.body, body)), None)
