"""Lists in which each item is one paragraph: number, title, case and decision run on in it.

'3. Ansøgning fra roklubben. Der søges om 15.000 kr. til nye både. Imødekommet.' Small councils write so, and boards.
The text stays as it is; only the lines that the rules look at are cut: behind the title, before what is asked, and
before the decision.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ..danish.headings import match_heading
from ..danish.sentences import sentence_spans
from ..document import Mark
from .deciding import DECIDES, DECISION_TEXT, asks
from .lines import Line
from .list_points import BREAKS_OFF

_NUMBERED = re.compile(r"(?:(?:Punkt|Pkt\.?|Sag)[ ]?)?(?P<number>\d{1,3})[.):][ ]+(?=[A-ZÆØÅ\"”“»§])")
_FEWEST = 3
_LONGEST_TITLE = 160
#: What many of the paragraphs have to do, for the list to be one of items: hold more than a title, and decide.
_MOST = 0.6
_ENDS = re.compile(r"[ .:]+$")


def split_paragraph_items(lines: list[Line]) -> list[Line]:
    """Cut the paragraphs of a document whose items are one paragraph each.

    Args:
        lines: The lines of a document.

    Returns:
        The lines; the same list where items have sections under headings of their own.
    """
    starts = _numbered(lines)
    if len(starts) < _FEWEST or has_sections(lines):
        return lines
    if starts[0] and BREAKS_OFF.search(lines[starts[0] - 1].text):
        return lines  # the points of what is asked
    paragraphs = [(i, _end_of_paragraph(i, starts, lines)) for i in starts]
    cuts = {i: cut for i, end in paragraphs if (cut := _cuts(lines[i:end])) is not None}
    deciding = [i for i, end in paragraphs if i in cuts and _decides(lines[i:end])]
    if len(deciding) < max(2, _MOST * len(starts)):
        return lines
    result = list(lines[: starts[0]])
    at = starts[0]
    for i, end in paragraphs:
        result.extend(lines[at:i])
        result.extend(_parted(lines[i:end], cuts[i]) if i in cuts else [_as_heading(lines[i]), *lines[i + 1 : end]])
        at = end
    return [*result, *lines[at:]]


def _numbered(lines: Sequence[Line]) -> list[int]:
    """Indices of the lines whose numbers count on from each other through the document; none where others do not."""
    found = [
        (i, int(m["number"])) for i, line in enumerate(lines) if line.mark is None and (m := _NUMBERED.match(line.text))
    ]
    steps = sum(b[1] == a[1] + 1 for a, b in pairwise(found))
    return [i for i, _ in found] if found and steps == len(found) - 1 else []


def has_sections(lines: Sequence[Line]) -> bool:
    """Whether a document prints sections of items under headings of their own; lists of attachments are none.

    Args:
        lines: Its lines.
    """
    return any(_is_section(line) for line in lines)


def _is_section(line: Line) -> bool:
    heading = line.section_heading()
    return heading is not None and heading.is_strong and heading.length >= len(line.text) and heading.kind != "bilag"


def _end_of_paragraph(start: int, starts: Sequence[int], lines: Sequence[Line]) -> int:
    """Index of the line behind the paragraph that begins at a line."""
    stop = next((i for i in starts if i > start), len(lines))
    return next((i for i in range(start + 1, stop) if lines[i].blank_before), stop)


def _cuts(paragraph: Sequence[Line]) -> list[int] | None:
    """Where a paragraph is cut, as offsets from its beginning: behind its title first; None where it is no item."""
    text = " ".join(line.text for line in paragraph)
    number = _NUMBERED.match(text)
    spans = sentence_spans(text, number.end() if number else 0)
    if not spans or spans[0][1] > min(_LONGEST_TITLE, len(paragraph[0].text)):
        return None
    said = spans[1:]
    if not said:
        return []
    cuts = {said[0][0]}
    cuts |= {start for start, end in said if asks(text[start:end]) or _begins_section(text[start:end])}
    decided = [n for n, (start, end) in enumerate(said) if DECISION_TEXT.match(text[start:end])]
    if decided:
        n = decided[-1]
        while n - 1 in decided:
            n -= 1
        cuts.add(said[n][0])
    return sorted(cuts)


def _begins_section(sentence: str) -> bool:
    heading = match_heading(sentence)
    return heading is not None and heading.is_strong


def _decides(paragraph: Sequence[Line]) -> bool:
    return DECIDES.search(" ".join(line.text for line in paragraph)) is not None or any(
        DECISION_TEXT.match(line.text) for line in paragraph
    )


def _as_heading(line: Line) -> Line:
    return replace(line, mark=Mark(line.start, line.end, "bold"))


def _parted(paragraph: Sequence[Line], cuts: Sequence[int]) -> list[Line]:
    """The lines of a paragraph, cut; its first is the item's heading, without the full stop behind it."""
    begin = paragraph[0].start
    parts: list[Line] = []
    for line in paragraph:
        inside = [cut + begin for cut in cuts if line.start < cut + begin < line.end]
        bounds = [line.start, *inside, line.end]
        for start, end in pairwise(bounds):
            text = line.text[start - line.start : end - line.start].rstrip()
            if text:
                blank = line.blank_before if start == line.start else True
                parts.append(
                    replace(line, start=start, end=start + len(text), text=text, blank_before=blank, mark=None)
                )
    title = parts[0]
    bare = _ENDS.sub("", title.text)
    return [_as_heading(replace(title, end=title.start + len(bare), text=bare)), *parts[1:]]
