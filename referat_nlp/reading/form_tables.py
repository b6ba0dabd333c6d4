"""Tables that print an item as a form: the name of a section in the first cell, its text in the second."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ..danish.heading_stems import kind_by_stem
from ..danish.headings import match_heading

#: What stands beside an item's title.
_TITLE_LABEL = re.compile(
    r"(?:Emne|Titel|Overskrift|Sagstitel|Sag|Sagen|Vedr\.?|Vedrørende|Angående|Punkt)$", re.IGNORECASE
)
_LABEL = re.compile(r"^[A-ZÆØÅ][^\W\d_][^\d\n?!]{0,43}$")
#: A value without words: a case number, a date, an amount.
_CODE = re.compile(r"^[\WA-ZÆØÅ\d_]*$")
_NUMBER = re.compile(r"^(?:(?:Punkt|Pkt\.?|Sag|Nr\.?)[ ]?(?:nr\.?)?[ ]?)?\d{1,4}[.:]?$", re.IGNORECASE)
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class Forms:
    """The tables of a page that are forms.

    Attributes:
        tables: The tables.
        labels: The cells that name a section.
        rows: The other rows of these tables: number and title, case number.
        titles: Rows that hold an item's number and title, of these tables or alone above them.
    """

    tables: frozenset[Any] = frozenset()
    labels: frozenset[Any] = frozenset()
    rows: frozenset[Any] = frozenset()
    titles: frozenset[Any] = frozenset()


def find_forms(root: Any) -> Forms:
    """Find the tables whose first cells are the same from item to item.

    Args:
        root: The element that holds the page's text.

    Returns:
        Tables, cells and rows; empty where fewer than three tables share their labels.
    """
    tables = list(root.iter("table"))
    if len(tables) < _FEWEST:
        return Forms()
    found = {table: list(_pairs(table)) for table in tables}
    seen: Counter[str] = Counter()
    for pairs in found.values():
        seen.update({_key(label) for _, label, _, text in pairs if text})
    usual = {key for key, count in seen.items() if count >= _FEWEST}
    if not any(_names_section(key) for key in usual):
        return Forms()
    forms, labels, rows = set(), set(), set()
    for table, pairs in found.items():
        told = [(row, label, cell) for row, label, cell, text in pairs if text]
        if not any(_key(label) in usual for _, label, _ in told):
            continue
        named = [(row, cell) for row, label, cell in told if _key(label) in usual or _names_section(label)]
        forms.add(table)
        labels |= {cell for _, cell in named}
        text_rows = {row for row, _ in named}
        rows |= {row for row in _rows(table) if row not in text_rows and _is_short(row)}
    alone = [own[0] for table in tables if table not in forms and len(own := list(_rows(table))) == 1]
    titles = {row for row in (*rows, *alone) if _holds_title(row)}
    return Forms(frozenset(forms), frozenset(labels), frozenset(rows), frozenset(titles))


def _holds_title(row: Any) -> bool:
    """Whether a row holds an item's number ('12', 'Pkt.nr. 12') and words beside it."""
    texts = [_text(cell) for cell in row if cell.tag in ("td", "th")]
    return len(texts) in (2, 3) and _NUMBER.match(texts[0]) is not None and not _CODE.match(texts[1])


def _pairs(table: Any) -> Iterator[tuple[Any, str, Any, bool]]:
    """Row, label, label's cell, and whether words stand beside it, of each row of two cells."""
    for row in _rows(table):
        cells = [cell for cell in row if cell.tag in ("td", "th") and _text(cell)]
        if len(cells) == 2:
            label = _text(cells[0]).rstrip(" :")
            if _LABEL.match(label) and not _TITLE_LABEL.match(label):
                yield row, label, cells[0], not _CODE.match(_text(cells[1]))


def _rows(table: Any) -> Iterator[Any]:
    """The rows of a table, not those of tables in it."""
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in ("tbody", "thead", "tfoot"):
            yield from (row for row in child if row.tag == "tr")


def _is_short(row: Any) -> bool:
    return next(row.iter("table"), None) is None and len(_text(row)) < 300


def _text(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def _key(label: str) -> str:
    return label.casefold()


def _names_section(label: str) -> bool:
    heading = match_heading(label[:1].upper() + label[1:])
    return (heading is not None and heading.length >= len(label)) or kind_by_stem(label) is not None
