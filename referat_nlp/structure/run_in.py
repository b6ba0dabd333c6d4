"""Section headings that stand in the margin, and in the text therefore on the first line of their section.

'Resumé Vejen er slidt.' is 'Resumé' beside 'Vejen er slidt.' in a house that prints its headings so; elsewhere
it is text. A document shows by many such lines, and few headings on lines of their own, which it is. 'Beslutning
Godkendt.' and 'Sagens forløb 04-03-2024 Økonomiudvalget' are both wherever they stand.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from ..danish.decision_lines import match_decision_line
from ..danish.heading_words import AMBIGUOUS
from ..danish.headings import DECIDED, HEADINGS, STRONG_KINDS
from .lines import Line

_WORDS = sorted((key for key in HEADINGS if key not in AMBIGUOUS and len(key) > 4), key=len, reverse=True)
_FIRST_WORDS = frozenset(word.split(" ", 1)[0] for word in _WORDS)
_LONGEST_FIRST = max(map(len, _FIRST_WORDS)) + 1
_FEWEST = 4
_DECIDED = re.compile(DECIDED)


def split_run_in(lines: list[Line]) -> list[Line]:
    """Put headings that run in with their text on lines of their own.

    Args:
        lines: The lines of a document.

    Returns:
        The lines, those with a run-in heading as two where the document prints its headings so.
    """
    cuts = {
        i: m.end("heading")
        for i, line in enumerate(lines)
        if line.text[0].isupper() and (m := _run_in(line.text)) and _may_run_in(line)
    }
    if len(cuts) < _FEWEST or not _is_house_of(cuts, lines):
        cuts = {i: cut for i, cut in cuts.items() if _is_sure(lines[i].text, cut)}
    if not cuts:
        return lines
    result: list[Line] = []
    for i, line in enumerate(lines):
        cut = cuts.get(i)
        if cut is None:
            result.append(line)
            continue
        rest = line.text[cut:].lstrip()
        result.append(replace(line, end=line.start + cut, text=line.text[:cut]))
        result.append(replace(line, start=line.end - len(rest), text=rest, blank_before=False, mark=None))
    return result


def _run_in(text: str) -> re.Match[str] | None:
    word = text[:_LONGEST_FIRST].split(maxsplit=1)[0].casefold().replace("é", "e")
    return _beginning_with(word).match(text) if word in _FIRST_WORDS else None


@cache
def _beginning_with(first: str) -> re.Pattern[str]:
    """The pattern of a run-in heading that begins with a word: one pattern of all headings is slow."""
    words = "|".join(
        re.escape(word).replace("resume", "resum[eé]") for word in _WORDS if word.split(" ", 1)[0] == first
    )
    return re.compile(
        rf"(?P<heading>{words})[ \t]+(?=(?-i:[A-ZÆØÅ\"”“»•]|\d{{1,2}}[.)] |\d{{1,2}}[-./]\d{{1,2}}[-./]\d{{4}}))",
        re.IGNORECASE,
    )


def _may_run_in(line: Line) -> bool:
    heading = line.section_heading()
    # 'Beslutning Byrådet den 4. marts 2024' is one heading, 'Indstilling Direktionen indstiller, at' is two.
    return not line.is_heading and (heading is None or (heading.body is None and heading.kind == "indstilling"))


def _is_sure(text: str, cut: int) -> bool:
    """Whether what stands behind a heading's words can be nothing but its text: a decision, or whose it was."""
    kind, rest = _kind(text[:cut]), text[cut:].lstrip()
    if kind in ("beslutning", "tidligere_beslutning") and _DECIDED.match(rest):
        return True
    said = match_decision_line(rest) if kind in ("tidligere_beslutning", "kompetence") else None
    return said is not None and said.date is not None


def _kind(heading: str) -> str:
    return HEADINGS[heading.casefold().replace("é", "e")]


def _is_house_of(cuts: dict[int, int], lines: Sequence[Line]) -> bool:
    """Whether the run-in headings are of several kinds and outnumber those on lines of their own."""
    kinds = {_kind(lines[i].text[:cut]) for i, cut in cuts.items()}
    alone = sum(
        1 for line in lines if (h := line.section_heading()) is not None and h.is_strong and h.length >= len(line.text)
    )
    return len(kinds & STRONG_KINDS) >= 2 and len(cuts) > 2 * alone
