"""Labels that stand beside each other: in a row above their values, or in a column before the column of these."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..lines import Line
from .words import FieldKind, kind_of_label

#: From so many labels on in a column of their own their values may stand in the next column.
_COLUMN = 3


def label_kind(text: str) -> FieldKind | None:
    """The kind of the label that the whole text is, or None."""
    return kind_of_label(text.strip(" .:*–-"))


def paired(lines: Sequence[Line]) -> list[Line]:
    """The lines; where labels stand in one column and their values in the next, each value behind its label."""
    labels = [label_kind(line.text) is not None for line in lines]
    for first in (index for index, is_label in enumerate(labels) if is_label and not (index and labels[index - 1])):
        last = next((index for index in range(first, len(lines)) if not labels[index]), len(lines))
        count = last - first
        values = lines[last : last + count]
        ends = last + count == len(lines) or lines[last + count].blank_before if last + count <= len(lines) else False
        if count < _COLUMN or len(values) < count or not ends or not values[0].blank_before:
            continue
        if any(value.blank_before for value in values[1:]):
            continue
        joined = [
            replace(value, text=f"{label.text.strip(' :')}: {value.text}")
            for label, value in zip(lines[first:last], values, strict=True)
        ]
        return [*lines[:first], *joined, *lines[last + count :]]
    return list(lines)


def column_labels(cells: Sequence[str]) -> list[tuple[FieldKind, str]]:
    """The labels of a row that holds nothing else, each with its kind; empty where it is no such row."""
    if len(cells) < 2:
        return []
    kinds = [(label_kind(cell), cell) for cell in cells]
    labels = [(kind, cell) for kind, cell in kinds if kind is not None]
    return labels if len(labels) == len(cells) else []
