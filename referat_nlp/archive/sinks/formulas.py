"""Text in CSV that no spreadsheet takes for a formula: an apostrophe stands before what begins like one."""

from __future__ import annotations

SIGNS = ("=", "+", "-", "@", "\t", "\r")
"""What begins a formula. One may fetch what is on the network, or begin a program."""


def guarded(text: str) -> str:
    """Text as it stands in a cell.

    >>> guarded("=HYPERLINK(A1)"), guarded("- udgår"), guarded("Ny vej")
    ("'=HYPERLINK(A1)", "'- udgår", 'Ny vej')
    """
    return f"'{text}" if _begins_like_one(text) else text


def unguarded(cell: str) -> str:
    """The text that a cell stands for; that of :func:`guarded` is what it was given."""
    return cell[1:] if cell[:1] == "'" and _begins_like_one(cell) else cell


def _begins_like_one(text: str) -> bool:
    # With the apostrophes that it may have of its own, so that they are told from ours.
    return text.lstrip("'").startswith(SIGNS)
