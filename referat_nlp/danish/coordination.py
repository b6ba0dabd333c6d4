"""Lists of words as Danish prints them: 'A, B og C'."""

from __future__ import annotations

from collections.abc import Sequence


def coordinated(words: Sequence[str]) -> str:
    """Write words as one list.

    Args:
        words: What to list, at least one.

    Returns:
        The words with commas between them and 'og' before the last.

    Example:
        >>> coordinated(["A", "Bo Lind", "V"])
        'A, Bo Lind og V'
    """
    *first, last = words
    return ", ".join(first) + " og " + last if first else last
