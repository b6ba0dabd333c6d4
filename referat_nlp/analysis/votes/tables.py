"""Votes printed as tables, told again as the lines that a clerk would have written for them.

Four kinds are met: one column a side with numbers or names under it, the same with a party or member before
each row, the same with a motion before each row, and one row a member with 'for' or 'imod' under each motion.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

_SIDE = re.compile(
    r"(?:antal |stemmer |stemte |stemt )?(?P<side>for|imod|mod|ja|nej|undl\w*|hverken\W.*|blankt?"
    r"|blanke|afst\w*)"
    r"(?:[- ]?stemmer)?[ :.]*",
    re.IGNORECASE,
)
_TOTAL = re.compile(r"(?:i ?alt|total\w*|sum|resultat\w*|samlet|stemmer)\b[ :.]*", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,2}")
_RESULT = re.compile(r"(\d{1,2}) ?[-–] ?(\d{1,2})")
_NOTHING = re.compile(r"[-–—0.]?")
_CELL = re.compile(r"[^\s|](?:[^\s|]| (?! )){0,200}")
_RULED = re.compile(r"[\s|:+=-]+")
_LABELS = {
    "f": "For",
    "j": "For",
    "i": "Imod",
    "m": "Imod",
    "n": "Imod",
    "u": "Undlod",
    "h": "Undlod",
    "b": "Undlod",
    "a": "Undlod",
}
_MOTION = re.compile(r"(?:\w*forslag|nr\b|emne)", re.IGNORECASE)
_MOVER = re.compile(r"(?:stillet af|forslagsstiller|fremsat af|fra\b|parti)", re.IGNORECASE)
_OUTCOME = re.compile(r"(?:resultat|udfald|afgørelse|beslutning)", re.IGNORECASE)
_MOST_CELLS = 8
_WIDTH = 100
"""Of a column where tabs part them."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table: its text, and its cells with where each begins and ends in the line."""

    start: int
    end: int
    line: str
    cells: tuple[tuple[int, int, str], ...]


def retold(text: str) -> list[tuple[int, int, str]]:
    """Find the tables of votes in a text.

    Returns:
        For each where it begins and ends, and the lines that say the same.
    """
    if not ("  " in text or "\t" in text or "|" in text):
        return []
    rows = _rows(text)
    found: list[tuple[int, int, str]] = []
    index = 0
    while index < len(rows):
        stop = index + 1
        while stop < len(rows) and rows[stop].cells and len(rows[stop].cells) <= _MOST_CELLS:
            stop += 1
        told = _table(rows[index:stop]) if 2 <= len(rows[index].cells) <= _MOST_CELLS else None
        if told:
            found.append((rows[index].start, rows[stop - 1].end, told))
            index = stop
        else:
            index += 1
    return found


def _rows(text: str) -> list[Row]:
    rows = []
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if not (_RULED.fullmatch(line) and "|" in line):
            shown = line.expandtabs(8) if "\t" in line and "|" not in line else line
            cells = tuple((*match.span(), match.group().strip()) for match in _CELL.finditer(shown[:400]))
            rows.append(Row(start, end, line, cells))
        start = end + 1
    return rows


def _by_tabs(rows: list[Row]) -> list[Row]:
    """The rows with the cells that tabs part, where all have as many: a cell may be longer than its column is wide."""
    parted = [row.line.split("\t") for row in rows]
    if len(parted[0]) < 2 or any(len(cells) != len(parted[0]) for cells in parted):
        return rows
    found = []
    for row, cells in zip(rows, parted, strict=True):
        told = ((place * _WIDTH, cell.strip()) for place, cell in enumerate(cells))
        placed = tuple((start, start + min(len(cell), _WIDTH - 2), cell) for start, cell in told if cell)
        found.append(replace(row, cells=placed))
    return found


def _table(rows: list[Row]) -> str | None:
    rows = _by_tabs(rows)
    head, body = rows[0], rows[1:]
    sides = [(begin, stop, match["side"]) for begin, stop, cell in head.cells if (match := _SIDE.fullmatch(cell))]
    if len(sides) >= 2 and len(head.cells) > len(sides) and _MOTION.match(head.cells[0][2]):
        return _by_motion(head, body)
    if len(sides) >= 2 and len(head.cells) - len(sides) <= 1:
        return _by_side(head, sides, body)
    if len(body) >= 2:
        return _by_member(head, body)
    return None


def _by_side(head: Row, sides: list[tuple[int, int, str]], body: list[Row]) -> str | None:
    numbers: dict[str, str] = {}
    voters: dict[str, list[str]] = {}
    for row in body:
        cells = list(row.cells)
        total = bool(cells) and _TOTAL.fullmatch(cells[0][2]) is not None
        named = bool(cells) and not total and not _NUMBER.fullmatch(cells[0][2]) and _left_of(cells[0], sides[0], cells)
        label = cells.pop(0)[2] if total or named else None
        for cell in cells:
            side = _LABELS[_nearest(cell, sides)[0].lower()]
            if _NUMBER.fullmatch(cell[2]):
                if label and not total:
                    if cell[2] != "0":
                        voters.setdefault(side, []).append(label)
                else:
                    numbers[side] = cell[2]
            elif label and not total:
                if not _NOTHING.fullmatch(cell[2]):
                    voters.setdefault(side, []).append(label)
            elif not _NOTHING.fullmatch(cell[2]):
                voters.setdefault(side, []).append(cell[2])
    lines = []
    for side in ("For", "Imod", "Undlod"):
        names = ", ".join(voters.get(side, ()))
        if side in numbers:
            lines.append(f"{side}: {numbers[side]}" + (f" ({names})" if names else ""))
        elif names:
            lines.append(f"{side}: {names}")
    return "\n".join(lines) if len(lines) > 1 else None


def _by_motion(head: Row, body: list[Row]) -> str | None:
    """One row a motion: number and voters of each side in its column, who moved it and what became of it in others."""
    told = []
    for row in body:
        if len(row.cells) != len(head.cells):
            continue
        cells = [(name, cell) for (_, _, name), (_, _, cell) in zip(head.cells, row.cells, strict=True)]
        mover = next((cell for name, cell in cells if _MOVER.match(name)), "")
        result = next((cell for name, cell in cells if _OUTCOME.match(name)), "")
        votes = [(match["side"], cell) for name, cell in cells if (match := _SIDE.fullmatch(name))]
        lines = [f"{_LABELS[side[0].lower()]}: {cell}." for side, cell in votes if cell[:1].isdigit()]
        if lines:
            told.append("\n".join([f"Ændringsforslag{f' fra {mover}' if mover else ''}:", *lines, f"{result or ''}."]))
    return "\n\n".join(told) or None


def _left_of(cell: tuple[int, int, str], first: tuple[int, int, str], cells: list[tuple[int, int, str]]) -> bool:
    """Whether the row's first cell is its label: it stands before the first column of votes."""
    return cell[1] <= first[0] or (len(cells) > 1 and cell[0] + 2 < first[0])


def _nearest(cell: tuple[int, int, str], columns: list[tuple[int, int, str]]) -> str:
    middle = (cell[0] + cell[1]) / 2
    starts = min(columns, key=lambda column: abs(column[0] - cell[0]))
    if abs(starts[0] - cell[0]) <= 2:
        return starts[2]
    return min(columns, key=lambda column: abs((column[0] + column[1]) / 2 - middle))[2]


def _by_member(head: Row, body: list[Row]) -> str | None:
    columns = list(head.cells[1:])
    votes: dict[str, dict[str, list[str]]] = {name: {} for _, _, name in columns}
    results: dict[str, str] = {}
    read = 0
    for row in body:
        if len(row.cells) < 2:
            return None
        label = row.cells[0][2]
        for cell in row.cells[1:]:
            motion = _nearest(cell, columns)
            match = _SIDE.fullmatch(cell[2])
            if match and not _TOTAL.fullmatch(label):
                side = _LABELS[match["side"][0].lower()]
                votes[motion].setdefault(side, []).append(label)
                read += 1
            elif _RESULT.fullmatch(cell[2]):
                results[motion] = cell[2]
    if read < 2 or read < len(body) - 1:
        return None
    told = []
    for _, _, name in columns:
        sides = votes[name]
        lines = [f"{side}: {', '.join(sides[side])}" for side in ("For", "Imod", "Undlod") if sides.get(side)]
        if name in results:
            lines.append(f"Stemmetal: {results[name]}.")
        told.append(("" if len(columns) == 1 else f"{name}.\n") + "\n".join(lines))
    return "\n".join(told)
