"""Whether a summary says only what its item says: its figures and names are looked up in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..schema import Item

_FIGURE = re.compile(r"\d+(?:[.,:/-]\d+)*")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"[.!?:]\s+|\A\W*")


def claims(summary: str) -> list[str]:
    """The figures and names of a summary, in order.

    Args:
        summary: The text of a summary.

    Returns:
        Every number as printed, and every word with a capital that does not begin a sentence.

    Example:
        >>> claims("Byrådet køber 2,5 ha jord af Anna Holm.")
        ['2,5', 'Anna', 'Holm']
    """
    return [match.group() for match in _claim_matches(summary)]


def unsupported(summary: str, source: str) -> list[str]:
    """The figures and names of a summary that a text does not hold.

    Args:
        summary: The text of a summary.
        source: What it is a summary of.

    Returns:
        Those of :func:`claims` that do not stand in the source as whole words; a genitive's s is no difference.

    Example:
        >>> unsupported("Der bruges 3 mio. kr. på Bakkeskolens tag.", "Bakkeskolen får et tag til 2 mio. kr.")
        ['3']
    """
    figures = set(_FIGURE.findall(source))
    words = {match.group() for match in _WORD.finditer(source)}
    return [
        claim
        for claim in claims(summary)
        if claim not in figures and not {claim, claim.removesuffix("s"), f"{claim}s"} & words
    ]


def source_of(item: Item) -> str:
    """What a summary of an item may draw on: its title and its sections, without the Resumé and the decision."""
    parts = [section.text for section in item.sections if section.kind not in ("resume", "beslutning")]
    return "\n".join([item.title or "", *parts])


def _claim_matches(summary: str) -> Iterator[re.Match[str]]:
    starts = {match.end() for match in _SENTENCE_END.finditer(summary)}
    matches = [*_FIGURE.finditer(summary), *_WORD.finditer(summary)]
    for match in sorted(matches, key=re.Match.start):
        if match.group()[0].isdigit() or (match.group()[0].isupper() and match.start() not in starts):
            yield match
