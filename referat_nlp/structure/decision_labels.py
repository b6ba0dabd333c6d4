"""Lines of a decision that read like headings: what is put to the vote, whose the decision is, a blank field."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice, takewhile

from ..danish.headings import Heading, heading_key
from .deciding import DECISION_TEXT, VOTE_TAKEN
from .lines import Line

#: 'Direktionens indstilling:', 'Økonomiudvalgets anbefaling'
_PUT = re.compile(r"(?:indstilling(?:er)?|anbefaling|forslag)$", re.IGNORECASE)
#: What can only be said of what was asked once it was decided.
_FOLLOWED = re.compile(
    r"Indstilling(?:en|erne)[ ](?:(?:blev|er|var|enstemmigt)[ ])*(?:tiltrådt|godkendt|vedtaget|fulgt|forkastet)\b"
)
_POINT_ASKED = re.compile(r"\d{1,2}[.)] ?at\b|at\b", re.IGNORECASE)
_NOTHING = re.compile(
    r"(?:ingen|intet|ikke (?:relevant|aktuelt)|nej)\b(?:[ ](?:bemærkninger|konsekvenser|betydning|effekt|direkte))*\.?",
    re.IGNORECASE,
)
_NEAR = 8


def puts_to_vote(heading: Heading, decision: Heading, above: Sequence[Line], below: Sequence[Line]) -> bool:
    """Whether 'Direktionens indstilling:' inside a decision only says what was put to the vote, and no section begins.

    Args:
        heading: What the line would be as a heading; it takes the whole line.
        decision: The heading of the section that the line stands in.
        above: The lines of that section above it.
        below: The lines of the item below it.

    Returns:
        True where a vote stands above it or a colon ends it, and what stands below decides.
    """
    if decision.kind != "beslutning" or heading.date is not None or not above:
        return False
    if heading.kind not in ("indstilling", "beslutning") or _PUT.search(heading.heading) is None:
        return False
    text = [line.text for line in islice(takewhile(lambda line: line.section_heading() is None, below), _NEAR)]
    if not text or _POINT_ASKED.match(text[0]):
        return False
    voted = any(VOTE_TAKEN.search(said) for said in text)
    voting = any(VOTE_TAKEN.search(line.text) for line in above)
    return voted or (voting and DECISION_TEXT.match(text[0]) is not None)


def names_decider(heading: Heading, label: Heading) -> bool:
    """Whether a heading directly below 'Beslutning' says whose and of which day it is ('Byrådets beslutning den …').

    Args:
        heading: The lower heading.
        label: The heading above it, with nothing between them.

    Returns:
        False where the upper one names a body itself.
    """
    if label.kind != "beslutning" or label.body is not None or label.date is not None:
        return False
    plain = heading_key(label.heading) in ("beslutning", "beslutninger")
    return plain and heading.kind == "beslutning" and heading.body is not None and heading.date is not None


def tells_decision(heading: Heading, below: Sequence[Line]) -> bool:
    """Whether under 'Direktionens indstilling' stands what became of it ('Indstillingen tiltrådt.').

    Args:
        heading: The heading.
        below: The lines of the item below it.

    Returns:
        True only where the first words under it say so.
    """
    return heading.kind == "indstilling" and bool(below) and _FOLLOWED.match(below[0].text) is not None


def is_blank_field(below: Sequence[Line]) -> bool:
    """Whether a form prints 'Ingen.' under a line and goes on with the next heading: the line is a heading, too.

    Args:
        below: The lines of the item below it.
    """
    return len(below) > 1 and _NOTHING.fullmatch(below[0].text) is not None and below[1].section_heading() is not None
