"""What the styles and the numbering of a Word file say: heading levels, bold, list labels."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from lxml import etree

from .list_labels import format_number

_HEADING_NAME = re.compile(r"^(?:heading|overskrift) ([1-9])$", re.IGNORECASE)
_TITLE_NAMES = frozenset(("title", "titel"))
_LABEL_PART = re.compile(r"%([1-9])")
_DEEPEST = 9
_NUMBER_KINDS = {"lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I"}


def find(element: Any, path: str) -> list[Any]:
    """What an XPath with Word's prefixes finds, also below elements that python-docx does not know."""
    found: list[Any] = _compiled(path)(element)
    return found


@lru_cache
def _compiled(path: str) -> Any:
    from docx.oxml.ns import nsmap

    return etree.XPath(path, namespaces=nsmap)


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style, what it inherits included."""

    level: int | None = None
    bold: bool = False
    numbering: tuple[int, int] | None = None


def read_style(style: Any) -> Style:
    """What a paragraph style and those that it is based on say.

    Args:
        style: A style of python-docx.
    """
    level, bold, numbering, depth = None, None, None, 0
    while style is not None and depth < 20:
        level = level or _named_level(style.name) or outline_level(style.element.pPr)
        bold = style.font.bold if bold is None else bold
        numbering = numbering or list_reference(style.element.pPr)
        style, depth = style.base_style, depth + 1
    return Style(level, bool(bold), numbering)


def outline_level(properties: Any) -> int | None:
    """The outline level that paragraph properties give, 1 to 6, or None."""
    text = _value(properties, "w:outlineLvl")
    if text is None or not text.isdigit() or int(text) >= _DEEPEST:
        return None
    return min(int(text) + 1, 6)


def list_reference(properties: Any) -> tuple[int, int] | None:
    """The list that paragraph properties name, and the depth in it; None where they name none."""
    if properties is None or properties.numPr is None:
        return None
    number_id, depth = (_value(properties.numPr, name) or "" for name in ("w:numId", "w:ilvl"))
    if not number_id.isdigit():
        return None
    return int(number_id), int(depth) if depth.isdigit() else 0


def _named_level(name: str | None) -> int | None:
    name = (name or "").strip().casefold()
    if name in _TITLE_NAMES:
        return 1
    match = _HEADING_NAME.match(name)
    return min(int(match[1]), 6) if match else None


def _value(parent: Any, tag: str) -> str | None:
    found = [] if parent is None else find(parent, f"{tag}/@w:val")
    return str(found[0]) if found else None


@dataclass(slots=True)
class _Level:
    kind: str = "decimal"
    label: str = "%1."
    start: int = 1


@dataclass(slots=True)
class _Counter:
    levels: dict[int, _Level]
    counts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """The lists of a document, counting as Word does; python-docx knows lists, but not the labels they print.

    Args:
        element: The numbering part's element, or None.
    """

    def __init__(self, element: Any) -> None:
        self._counters: dict[int, _Counter] = {}
        if element is None:
            return
        shared = {
            _attribute(abstract, "w:abstractNumId"): _Counter(_levels(abstract))
            for abstract in find(element, "w:abstractNum")
        }
        for number in find(element, "w:num"):
            counter = shared.get(_value(number, "w:abstractNumId") or "", _Counter({}))
            if find(number, "w:lvlOverride"):
                # A list that starts anew counts for itself; the others of a kind go on counting together.
                counter = _Counter(counter.levels)
            key = _attribute(number, "w:numId")
            if key.isdigit():
                self._counters[int(key)] = counter

    def next_label(self, number_id: int, depth: int) -> str:
        """The label of the next paragraph of a list ('3. ', 'a) ', '- '); empty for none."""
        counter = self._counters.get(number_id)
        if counter is None or number_id == 0:
            return ""
        level = counter.levels.get(depth, _Level())
        if level.kind == "none":
            return ""
        if level.kind == "bullet":
            return "- "
        counter.counts[depth] = counter.counts.get(depth, level.start - 1) + 1
        for deeper in [other for other in counter.counts if other > depth]:
            del counter.counts[deeper]
        label = _LABEL_PART.sub(lambda match: self._number(counter, int(match[1]) - 1), level.label)
        return f"{label.strip()} " if label.strip() else ""

    @staticmethod
    def _number(counter: _Counter, depth: int) -> str:
        level = counter.levels.get(depth, _Level())
        return format_number(counter.counts.get(depth, level.start), _NUMBER_KINDS.get(level.kind, "1"))


def _levels(abstract: Any) -> dict[int, _Level]:
    levels = {}
    for element in find(abstract, "w:lvl"):
        depth, start = _attribute(element, "w:ilvl"), _value(element, "w:start") or "1"
        levels[int(depth) if depth.isdigit() else 0] = _Level(
            _value(element, "w:numFmt") or "decimal",
            _value(element, "w:lvlText") or "",
            int(start) if start.isdigit() and len(start) < 6 else 1,
        )
    return levels


def _attribute(element: Any, name: str) -> str:
    found = find(element, f"@{name}")
    return str(found[0]) if found else ""
