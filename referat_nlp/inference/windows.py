"""Long inputs in overlapping windows, and what was found in them put together again."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Window = tuple[int, int]


def windows(length: int, size: int, overlap: int) -> list[Window]:
    """Cover a length with windows that overlap.

    Args:
        length: How many tokens there are.
        size: The most that a window holds.
        overlap: How many a window at least shares with the one before it; less than the size.

    Returns:
        Half-open windows in order, as few as hold everything and all of one length: a short rest at the end
        would tell little, and a full last window would be read twice.

    Raises:
        ValueError: The overlap leaves no room to go on.

    Example:
        >>> windows(10, 6, 2)
        [(0, 6), (4, 10)]
        >>> windows(10, 9, 2)
        [(0, 6), (4, 10)]
        >>> windows(3, 6, 2)
        [(0, 3)]
    """
    if not 0 <= overlap < size:
        raise ValueError(f"windows of {size} cannot overlap by {overlap}")
    if length <= size:
        return [(0, length)]
    count = ceil((length - overlap) / (size - overlap))
    each = ceil((length + (count - 1) * overlap) / count)
    starts = [min(index * (each - overlap), length - each) for index in range(count)]
    return [(start, start + each) for start in starts]


def stitch(spans: Sequence[Window], parts: Sequence[NDArray[np.float32]]) -> NDArray[np.float32]:
    """Put the rows that windows gave for their tokens together, one row a token.

    Args:
        spans: The windows, as :func:`windows` gives them.
        parts: The rows of each, shape (tokens of the window, labels).

    Returns:
        Rows of all tokens, shape (tokens, labels). A token of two windows has its row from the one in which
        it is further from the edge, where the model sees more on both sides of it.
    """
    import numpy as np

    rows = []
    position = 0
    for index, ((start, end), part) in enumerate(zip(spans, parts, strict=True)):
        last = index + 1 == len(spans)
        until = end if last else (spans[index + 1][0] + end) // 2
        rows.append(part[position - start : until - start])
        position = until
    return np.concatenate(rows)
