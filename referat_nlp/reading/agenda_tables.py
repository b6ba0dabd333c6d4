"""Tables whose rows are a meeting's items: title, what was said, and what was decided in columns of their own.

School boards, councils and local committees keep minutes so ('Punkt | Emne | Referat'). A row is printed as an item:
number and title as a heading, and below it each other cell under the heading of its column.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from ..danish.headings import match_heading
from .builder import TextBuilder

_TITLE = re.compile(
    r"(?:Dagsordens?punkt(?:er)?|Dagsorden|Punkt(?:er)?|Pkt\.?|Emner?|Sag(?:er)?|Titel|Overskrift|Tema)"
    r"(?:(?:[ ]?[/,][ ]?|[ ]og[ ])(?:\w+[ ]?){1,3}){0,3}",
    re.IGNORECASE,
)
_DECIDED = re.compile(
    r"(?:(?:Drøftelse|Referat|Behandling|Konklusion|Opsamling)(?:[ ]?[/,][ ]?|[ ]og[ ]))?"
    r"(?:Beslutning(?:er|sreferat)?|Referat|Konklusion(?:er)?|Afgørelse|Vedtagelse|Opsamling|Resultat)"
    r"(?:(?:[ ]?[/,][ ]?|[ ]og[ ])(?:\w+[ ]?){1,3}){0,3}",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"(?:(?:Punkt|Pkt\.?|Sag|Nr\.?|Ad)[ ]?)?(?P<number>\d{1,4}[a-z]?)[ ]?[.:)]?", re.IGNORECASE)
_TITLE_COUNTED = re.compile(
    r"(?:(?:Punkt|Pkt\.?|Sag|Nr\.?|Ad)[ ]?)?(?P<number>\d{1,4}[a-z]?)[ ]?[.:)][ ]*(?=[^\W\d_]|\d)", re.IGNORECASE
)
#: The head is one of the first rows.
_HEAD_ROWS = 3
_FEWEST = 3
_LONGEST_HEAD = 60
_LONGEST_TITLE = 200
#: Of a page, so much stands in the table that is its minutes.
_SHARE = 0.4


@dataclass(frozen=True, slots=True)
class Row:
    """One item of such a table.

    Attributes:
        number: The number as printed, or None.
        title: The title.
        texts: What stands below it: label and text, in the order of the columns; '' for what the title's cell holds.
    """

    number: str | None
    title: str
    texts: tuple[tuple[str, str], ...]


def names_items(rows: Iterable[Sequence[str]]) -> bool:
    """Whether a table's head says that its rows are items, so that it is worth reading with its line breaks.

    Args:
        rows: The cells' texts; no more than the first rows are asked for.
    """
    return _head_of(rows) is not None


def agenda_rows(rows: Sequence[Sequence[str]], whole: int) -> list[Row]:
    """Read a table as the items of a meeting.

    Args:
        rows: The cells' texts, line breaks kept.
        whole: How many characters the document holds.

    Returns:
        The items; empty where the table's head names no title and no decision, or holds little of the document.
    """
    at = _head_of(rows)
    if at is None or sum(len(cell) for cells in rows for cell in cells) < _SHARE * whole:
        return []
    labels = [_label(cell) for cell in rows[at]]
    titles = [n for n, label in enumerate(labels) if _TITLE.fullmatch(label)]
    first = titles[0]
    counted = _counted(rows, labels, first)
    # A column without a title's name may stand beside the numbers.
    named = next((n for n in titles if n != counted), first + 1)
    body = [cells for cells in rows[at + 1 :] if any(cell.strip() for cell in cells)]
    if any(len(cells) != len(labels) for cells in body):
        return []
    found = [_row(cells, labels, counted, named) for cells in body]
    read = [row for row in found if row is not None]
    return read if len(read) >= _FEWEST and len(read) == len(found) else []


def print_rows(rows: Sequence[Row], builder: TextBuilder) -> None:
    """Append the items of a table: a heading each, and below it the text of the other columns.

    Args:
        rows: The items.
        builder: Where to.
    """
    for row in rows:
        builder.blank()
        builder.line(f"{row.number}. {row.title}" if row.number else row.title, "heading", 2)
        # What heads no section belongs to none: who is responsible stands above them.
        for label, text in sorted(row.texts, key=lambda told: _heads_section(told[0])):
            if _heads_section(label):
                builder.line(label, "heading", 3)
                builder.line(text)
            else:
                builder.line(f"{label}: {text}" if label and "\n" not in text else text)
            builder.blank()


def _head_of(rows: Iterable[Sequence[str]]) -> int | None:
    return next((n for n, cells in enumerate(islice(rows, _HEAD_ROWS)) if _names_columns(cells)), None)


def _heads_section(label: str) -> bool:
    return bool(label) and (_DECIDED.fullmatch(label) is not None or match_heading(label) is not None)


def _label(cell: str) -> str:
    """The name of a column, without the words in brackets that explain it."""
    return re.sub(r"\(.*?\)", "", " ".join(cell.split())).strip(" :")


def _names_columns(cells: Sequence[str]) -> bool:
    """Whether the cells of a row name a column of titles and, behind it, one of what was decided."""
    labels = [_label(cell) for cell in cells]
    if any(len(label) > _LONGEST_HEAD for label in labels) or len(set(labels)) < len(labels):
        return False
    titles = [n for n, label in enumerate(labels) if _TITLE.fullmatch(label)]
    decided = [n for n, label in enumerate(labels) if _DECIDED.fullmatch(label)]
    return bool(titles and decided) and titles[0] < decided[-1]


def _counted(rows: Sequence[Sequence[str]], labels: Sequence[str], title: int) -> int | None:
    """The column that holds nothing but numbers, among those up to the first that may hold titles."""
    for column in range(title + 1):
        cells = [cells[column].strip() for cells in rows if len(cells) > column]
        if sum(_COUNTED.fullmatch(cell) is not None for cell in cells) > len(cells) / 2:
            return column if column + 1 < len(labels) else None
    return None


def _row(cells: Sequence[str], labels: Sequence[str], counted: int | None, named: int) -> Row | None:
    """One item, or None where no title stands in its cell."""
    title, _, below = cells[named].strip().partition("\n")
    number = cells[counted].strip() if counted is not None else ""
    if counted is None and (match := _TITLE_COUNTED.match(title)):
        number, title = match["number"], title[match.end() :]
    elif match := _COUNTED.fullmatch(number):
        number = match["number"]
    elif number:
        return None
    if not title.strip() or len(title) > _LONGEST_TITLE:
        return None
    texts = [("", below.strip())]
    texts += [(labels[n], cell.strip()) for n, cell in enumerate(cells) if n not in (counted, named)]
    return Row(number or None, title.strip(), tuple((label, text) for label, text in texts if text))
