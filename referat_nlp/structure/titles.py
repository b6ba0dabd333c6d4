"""The titles of items: on the heading's line, below it, wrapped over two lines, or printed again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from .case_numbers import is_of_frame
from .item_headings import Candidate, is_group_heading, looks_like_title, only_frame, titles_number
from .lines import Line
from .toc import TableOfContents, title_key

#: No more lines of the frame stand between number and title.
_MOST_FRAME = 3
_CELL = re.compile(r"[ ]+[|·][ ]+|\t")
#: What every heading of some houses says of its item.
_OPEN = re.compile(r"[(\[](?:åbent?|lukket|offentligt?)(?: punkt| sag)?[)\]][ \t]*", re.IGNORECASE)
_OPEN_BEHIND = re.compile(r"[ \t]*[(\[](?:åbent?|offentligt?)(?: punkt| sag)?[)\]]$", re.IGNORECASE)
#: A label with its title on one line.
_LABEL = re.compile(
    rf"(?:(?i:{_OPEN.pattern})(?=\S)"
    r"|(?:Emne|Titel|Overskrift|Sagstitel|Sag|Vedr\.|Vedrørende|Angående)[ ]?:)?"
)


@dataclass(frozen=True, slots=True)
class ItemStart:
    """Where an item begins.

    Attributes:
        line: Index of its heading line (for a lost title, of its first line).
        after: Index of the first line behind number and title.
        number: The number as printed, or None.
        title: The title; None where it was lost.
        offset: Characters of the heading line that belong to what stands before the item.
    """

    line: int
    after: int
    number: str | None
    title: str | None
    offset: int = 0


def title_label(candidates: Sequence[Candidate], lines: Sequence[Line]) -> str:
    """The cell that stands before the titles of most items ('Emne', 'Overskrift'), or ''."""
    cells: Counter[str] = Counter()
    for candidate in candidates:
        below = candidate.index + candidate.lines_taken
        title = candidate.title or (lines[below].text if below < len(lines) else "")
        cells[title.partition("\t")[0] if "\t" in title else _LABEL.match(title)[0]] += 1  # type: ignore[index]
    cell, count = cells.most_common(1)[0] if cells else ("", 0)
    return cell if count > max(2, 0.6 * len(candidates)) else ""


def item_start(candidate: Candidate, lines: list[Line], toc: TableOfContents, label: str = "") -> ItemStart:
    """Complete a candidate's title: on the next line, wrapped over two, or printed again.

    Args:
        candidate: The heading of an item.
        lines: The document's lines.
        toc: The table of contents, which knows whole titles.
        label: What stands before every title of the house (:func:`title_label`).

    Returns:
        Where the item begins, and its title.
    """
    index, title = candidate.index, _without_frame(candidate.title)
    if candidate.style in ("frame", "order") and lines[index].text != title:
        return ItemStart(index, index, candidate.number, title or None)
    after = index + candidate.lines_taken
    if not title and (below := _title_below(after, lines)) is not None:
        title = lines[below].text
        after = below + 1
    whole = candidate.lines_taken > 1 or candidate.style == "taken"
    while after < len(lines) and not whole and _continues(title, after, lines, toc):
        title = f"{title} {lines[after].text}"
        after += 1
    if label and _OPEN.match(label):
        title = _OPEN.sub("", title, count=1)
    elif label:
        title = title.removeprefix(label).lstrip(" \t:")
    key = title_key(title)
    while after < len(lines) and key:
        again = title_key(lines[after].text)
        number_again = title_key(f"{candidate.number or ''}{title}")
        numbers = (f"Pkt. {candidate.number}", f"Punkt {candidate.number}")
        if again not in (key, number_again) and lines[after].text.rstrip(".:") not in numbers:
            break
        after += 1
    title = _OPEN_BEHIND.sub("", title)
    title = without_empty_brackets(re.sub(r"\s+", " ", title).strip().removesuffix(":").rstrip())
    return ItemStart(index, after, candidate.number, title or None, candidate.offset)


_EMPTY_BRACKETS = re.compile(r"\s*\(\s*\)$")


def without_empty_brackets(title: str) -> str:
    """A title without the brackets in which no case number stands ('Godkendelse af dagsorden ( )')."""
    return _EMPTY_BRACKETS.sub("", title)


def _without_frame(title: str) -> str:
    """A title without the cells of its row that belong to the frame ('Parkering | 22/4711 | Åbent')."""
    cells = _CELL.split(title)
    first, last = 0, len(cells)
    while last > 1 and only_frame(cells[last - 1].strip()):
        last -= 1
    while first < last - 1 and only_frame(cells[first].strip()):
        first += 1
    if (first, last) == (0, len(cells)):
        return title
    start = title.index(cells[first])
    return title[start : title.index(cells[last - 1], start) + len(cells[last - 1])].strip()


def _title_below(index: int, lines: Sequence[Line]) -> int | None:
    """Where the title stands below a number alone: on the next line, or below the item's frame ('24/811')."""
    at = index
    while at < min(index + _MOST_FRAME, len(lines)) and is_of_frame(lines[at].text):
        at += 1
    if at > index and not (at < len(lines) and looks_like_title(lines[at]) and lines[at].section_heading() is None):
        at = index
    return at if at < len(lines) and _is_title_line(lines[at]) else None


def _is_title_line(line: Line) -> bool:
    """Whether the line below a number alone is the title: anything but a section of its own."""
    heading = line.section_heading()
    return heading is None or (line.level is not None and not heading.certain) or titles_number(line)


def _continues(title: str, index: int, lines: list[Line], toc: TableOfContents) -> bool:
    """Whether a line is the rest of a title that was too long for its own line."""
    above, line = lines[index - 1], lines[index]
    below = lines[index + 1] if index + 1 < len(lines) else None
    if not title or line.blank_before or len(title) > 220 or len(line.text) > 120 or line.text[-1] == ":":
        return False
    if line.section_heading() is not None or _ends_title(line):
        return False
    if line.mark != above.mark and (line.is_heading != above.is_heading or line.level != above.level):
        return False
    if title_key(line.text) == title_key(title):
        return False
    if toc.titles and not toc.confirms(None, title) and toc.confirms(None, f"{title} {line.text}"):
        return True
    capitals = title.isupper() and line.text.isupper() and len(title) > 25
    wrapped = len(above.text) >= 55 or title[-1] in ",-–" or line.text[0].islower() or capitals
    ends = below is None or below.blank_before or below.section_heading() is not None or _ends_title(below) or capitals
    return wrapped and ends and (line.text[-1] != "." or line.is_heading)


def _ends_title(line: Line) -> bool:
    if is_of_frame(line.text):
        return True
    return line.text[0].isupper() and is_group_heading(line.text)  # the group's heading again, below the title
