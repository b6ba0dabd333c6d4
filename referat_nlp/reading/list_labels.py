"""The labels of list items ('3. ', 'b) ', '- '), which HTML and Word draw and plain text has to print."""

from __future__ import annotations

import re

_OWN = re.compile(r"[ \u00a0]*\(?(\d{1,3}|[A-Za-z]|[ivx]{1,5}|[IVX]{1,5})[.)](?=[ \t\u00a0]|[A-ZÆØÅ])")
_LABEL = re.compile(r"\(?([A-Za-z\d.]*?)[.)]?")
_ROMAN = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")


def format_number(number: int, kind: str) -> str:
    """A number as a list prints it.

    Args:
        number: The number.
        kind: ``a`` and ``A`` for letters, ``i`` and ``I`` for Roman numerals, anything else for figures.

    Returns:
        The letter or numeral; figures where the list runs beyond them.
    """
    if kind.lower() == "a" and 1 <= number <= 26:
        label = chr(ord("a") + number - 1)
    elif kind.lower() == "i" and 1 <= number <= 39:
        label = "x" * (number // 10) + _ROMAN[number % 10]
    else:
        return str(number)
    return label.upper() if kind.isupper() else label


def own_label(text: str) -> str | None:
    """The number or letter that a text itself begins with ('2' of '2. at …'), or None."""
    match = _OWN.match(text)
    return match[1] if match else None


def labelled(label: str, text: str) -> str:
    """The text behind its label; without it where the text prints the very same one itself.

    >>> labelled("1. ", "at planen vedtages")
    '1. at planen vedtages'
    >>> labelled("1. ", "1) at planen vedtages")
    '1) at planen vedtages'
    """
    own = own_label(text)
    match = _LABEL.fullmatch(label.strip())
    return text if own and match and match[1].casefold() == own.casefold() else label + text
