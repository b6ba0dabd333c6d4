"""The document as lines with their layout marks: what all structure rules look at."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from ..danish.headings import Heading, match_heading
from ..document import Document, Mark

#: A line longer than this is running text: never a heading of any kind.
MAX_HEADING = 250


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank.

    Attributes:
        start: Offset of its first character that is no space.
        end: Offset after its last character that is no space.
        text: ``document.text[start:end]``.
        blank_before: Whether a blank line (or the beginning of the document) stands before it.
        mark: What the format says about it, or None.
    """

    start: int
    end: int
    text: str
    blank_before: bool
    mark: Mark | None

    @property
    def is_heading(self) -> bool:
        """Whether the layout shows the line as a heading of any kind."""
        return self.mark is not None and self.mark.kind != "table"

    @property
    def level(self) -> int | None:
        """The heading level that the format gives, or None."""
        return self.mark.level if self.mark is not None and self.mark.kind == "heading" else None

    def section_heading(self) -> Heading | None:
        """The section heading that the line's words make it, whatever its layout."""
        if self.mark is not None and self.mark.kind == "table":
            return None
        return match_heading(self.text)


def lines_of(document: Document) -> list[Line]:
    """The lines of a document that are not blank, in order."""
    marks = {mark.start: mark for mark in document.marks}
    lines: list[Line] = []
    offset = 0
    blank = True
    for raw in document.text.split("\n"):
        text = raw.strip()
        if text:
            start = offset + (len(raw) - len(raw.lstrip()) if raw[0].isspace() else 0)
            mark = (marks.get(start) or marks.get(offset)) if marks else None
            lines.append(Line(start, start + len(text), text, blank, mark))
            blank = False
        else:
            blank = True
        offset += len(raw) + 1
    return lines


_DIGITS = re.compile(r"\d+")


def repeated_lines(lines: Sequence[Line]) -> list[str]:
    """Short lines, no rows of tables, that come again with no more than other numbers: edges of pages."""
    found: dict[str, list[str]] = {}
    for line in lines:
        if len(line.text) < 160 and "\t" not in line.text:
            found.setdefault(_DIGITS.sub("#", line.text), []).append(line.text)
    return [texts[0] for texts in found.values() if len(texts) > 1]


_DEBRIS = re.compile(
    r"^(?:Kopi[eé]r link(?: til punktet)?.*"
    r"|(?:(?:Læs op|Print|Udskriv|Del|Lyt)(?: punkt(?:et)?)?[ |·-]*)+|Til top(?:pen)?|Til indholdsfortegnelse(?:n)?"
    r"|Fold (?:alle )?(?:punkter )?\[?(?:ud|ind)\]?(?: alle| \[ind\])?"
    r"|Fold alle (?:ud|ind)|Fold dette punkt (?:ud|ind).*|Klik her for at folde .*"
    r"|Vis (?:bilag|punkt|mere|mindre)|Se alle bilag|Show video|Åbn/luk (?:punkt|bilag)?|Åbn (?:alle )?punkt(?:er)?"
    r"|Del (?:punkt|side|sag)(?:et|en)?|Tilbage(?: til .{0,40})?"
    r"|Søg(?: på siden)?|(?:Hoved)?menu|Skip (?:to )?\w{4,12}|(?:Gå|Spring|Hop) (?:direkte )?(?:til|over) \w{4,16}"
    r"|Vælg(?: (?:år|møde|udvalg|dato|side|emne))?"
    r"|(?:Luk|Åbn|Vis|Skjul) alle(?: punkter)?|Vis emner under .{0,40}|Hent (?:som )?PDF(?:-version)?"
    r"|[-–—_*•·|]+)$",
    re.IGNORECASE,
)


def is_debris(text: str) -> bool:
    """Whether a line is furniture of a web page ('Kopier link til punktet - Print'), no word of the minutes."""
    return len(text) < 90 and _is_debris(text)


@lru_cache(maxsize=16384)
def _is_debris(text: str) -> bool:
    return _DEBRIS.match(text) is not None
