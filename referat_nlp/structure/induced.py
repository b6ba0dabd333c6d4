"""Section headings that a document teaches by repeating them.

No lexicon holds every municipality's words. But house styles are regular: a short line that stands alone, again and
again, from item to item, is a heading of the house. What kind it is, its stems tell, or else what stands under it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from ..danish.heading_stems import kind_by_stem
from ..danish.headings import Heading, heading_key
from .case_numbers import case_number_of, is_frame_line
from .item_headings import is_group_heading
from .lines import Line, is_debris

_SHAPE = re.compile(r"^[A-ZÆØÅ][^\t.;!\d]{2,58}[\w)?,:æøå]$")
_PERSON = re.compile(
    r"^(?:[A-ZÆØÅ][\w.’'-]*\s+){1,4}[A-ZÆØÅ][\w’'-]+(?:\s*,?\s*\(?[A-ZÆØÅ]{1,2}\)?)?$|\([A-ZÆØÅ]{1,2}\)|:.*\S"
)
_ANSWER = re.compile(
    r"^(?:ingen|intet|beslutning ikke|godkendt|tiltrådt|vedtaget|anbefal|drøftet|taget|til (?:efterretning|orientering)"
    r"|udsat|ja|nej|byråd|økonomiudvalg|side)\b",
    re.IGNORECASE,
)
_POINTS = re.compile(r"^(?:[-•]\s*|\d{1,2}[.)]\s*)?at\b", re.IGNORECASE)
_DECIDES = re.compile(
    r"\b(?:godkendt|godkendte|vedtaget|vedtog|tiltrådt|udsat|efterretning|orientering|anbefal(?:es|et|ede)"
    r"|drøftet|drøftede|besluttede|forkastet|stemte)\b",
    re.IGNORECASE,
)


#: A sentence that a house repeats ('Der blev stemt om indstillingen:', 'For stemte') is none of its headings.
_SENTENCE = re.compile(
    r"\b(?:blev|bliver|stemt|stemte|stemmer|stemmes|undlod|undlader|deltog|anmodede|begærede|ønskede|foreslog)\b",
    re.IGNORECASE,
)


def learn_headings(lines: Sequence[Line], skip: frozenset[int]) -> Mapping[str, str]:
    """Learn the headings of a house.

    Args:
        lines: The document's lines.
        skip: Indices of lines that are no text of items (the table of contents).

    Returns:
        Kind by heading key (:func:`~referat_nlp.danish.headings.heading_key`), for headings that the lexicon does not
        hold.
    """
    short: dict[str, list[int]] = {}
    for i, line in enumerate(lines):
        if i not in skip and 3 <= len(line.text) <= 60 and line.text[0].isupper():
            short.setdefault(heading_key(line.text), []).append(i)
    places = {key: [i for i in at if _may_head(lines[i])] for key, at in short.items() if len(at) > 1}
    # A house has one word for its decision: where the lexicon holds it, no other line of the house is one.
    known = Counter(h.kind for line in lines if (h := line.section_heading()) is not None and h.certain)
    decided = {kind for kind in ("beslutning", "indstilling") if known[kind] > 1}
    learned: dict[str, str] = {}
    for key, at in places.items():
        marked = sum(lines[i].is_heading for i in at)
        if len(at) < (2 if marked == len(at) else 3):
            continue
        alone = sum(lines[i].blank_before or lines[i].is_heading for i in at)
        if alone < len(at) * 0.8:
            continue
        kind = kind_by_stem(key) or _kind_by_text([_below(i, lines) for i in at])
        if kind in decided:
            continue
        if kind is None and marked == len(at):
            kind = "andet"
        if kind is not None:
            learned[key] = kind
    return learned


def learned_heading(line: Line, learned: Mapping[str, str]) -> Heading | None:
    """The heading that a line is by what the document taught, or None."""
    if not learned or len(line.text) > 62:
        return None
    kind = learned.get(heading_key(line.text))
    return Heading(kind, line.text.rstrip(" :"), len(line.text)) if kind is not None else None


def _may_head(line: Line) -> bool:
    """Whether a short line with a capital has the form of a heading, and no other meaning."""
    text = line.text
    if line.mark is not None and line.mark.kind in ("table", "field"):
        return False
    if not _SHAPE.match(text) or _PERSON.search(text) or _ANSWER.match(text) or _SENTENCE.search(text):
        return False
    return not (
        is_debris(text)
        or is_frame_line(text)
        or is_group_heading(text)
        or case_number_of(text)[1]
        or line.section_heading() is not None
    )


def _below(index: int, lines: Sequence[Line]) -> str:
    return lines[index + 1].text if index + 1 < len(lines) else ""


def _kind_by_text(texts: list[str]) -> str | None:
    """What most of the texts under a heading are: points that ask, or sentences that decide."""
    asks = sum(1 for text in texts if _POINTS.match(text))
    decides = sum(1 for text in texts if len(text) < 300 and _DECIDES.search(text))
    if asks > len(texts) / 2:
        return "indstilling"
    if decides > len(texts) * 0.6:
        return "beslutning"
    return None
