"""Where the bars of a chart stand; the template draws them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_TOP = 20
_BOTTOM = 20
_LEAST = 1.5
"""Height of the smallest bar that is not nought, so that it is seen."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a column: the label it stands for, how many, and where it is drawn."""

    label: str
    value: int
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Column:
    """A column with its parts from the bottom up."""

    name: str
    value: int
    x: float
    width: float
    top: float
    segments: Sequence[Segment]

    @property
    def middle(self) -> float:
        """Where its name is centred."""
        return self.x + self.width / 2


@dataclass(frozen=True, slots=True)
class Chart:
    """Columns on a base line."""

    width: float
    height: float
    base: float
    columns: Sequence[Column]


def chart(rows: Sequence[tuple[str, Sequence[tuple[str, int]]]], *, width: float, height: float) -> Chart:
    """Lay out columns of stacked bars.

    Args:
        rows: A column each: its name, and its parts by label, from the bottom up.
        width: Of the chart.
        height: Of the chart, with room for numbers above and names below.

    Returns:
        The chart; the highest column fills it.
    """
    most = max((sum(value for _, value in parts) for _, parts in rows), default=0) or 1
    base, room = height - _BOTTOM, height - _TOP - _BOTTOM
    step = width / max(1, len(rows))
    bar = min(step * 0.64, 64.0)
    columns = []
    for index, (name, parts) in enumerate(rows):
        y, segments = base, []
        for label, value in parts:
            if value:
                high = max(value / most * room, _LEAST)
                y -= high
                segments.append(Segment(label, value, round(y, 2), round(high, 2)))
        x = index * step + (step - bar) / 2
        total = sum(value for _, value in parts)
        columns.append(Column(name, total, round(x, 2), round(bar, 2), round(y, 2), segments))
    return Chart(width, height, base, columns)


def split_bar(values: Sequence[tuple[str, int]], width: float = 100.0) -> list[tuple[str, int, float, float]]:
    """One bar cut into parts: label, value, where each begins and how wide it is."""
    total = sum(value for _, value in values) or 1
    at, parts = 0.0, []
    for label, value in values:
        wide = value / total * width
        if value:
            parts.append((label, value, round(at, 2), round(wide, 2)))
        at += wide
    return parts
