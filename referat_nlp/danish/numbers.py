"""Danish numbers as minutes print them: digits and number words."""

from __future__ import annotations

import re

_UNITS = {
    "nul": 0, "ingen": 0, "intet": 0,
    "en": 1, "én": 1, "een": 1, "et": 1, "ét": 1, "eet": 1, "eén": 1,
    "to": 2, "tre": 3, "fire": 4, "fem": 5, "seks": 6, "syv": 7, "otte": 8, "ni": 9, "ti": 10,
    "elleve": 11, "tolv": 12, "tretten": 13, "fjorten": 14, "femten": 15, "seksten": 16, "sytten": 17,
    "atten": 18, "nitten": 19,
}  # fmt: skip
_TENS = {
    "tyve": 20, "tredive": 30, "tredve": 30, "fyrre": 40, "fyrretyve": 40, "halvtreds": 50, "tres": 60,
    "halvfjerds": 70, "firs": 80, "halvfems": 90, "hundrede": 100,
}  # fmt: skip
_JOINED_UNITS = ("en", "én", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni")


def _words() -> dict[str, int]:
    words = {**_UNITS, **_TENS}
    for tens, value in _TENS.items():
        if value < 100:
            words.update({f"{unit}og{tens}": value + _UNITS[unit] for unit in _JOINED_UNITS})
    return words


_WORDS = _words()

NUMBER = (
    r"(?<!\w)(?<!\d[.,])(?:\d{1,3}(?![\d.,]*\d)|(?:"
    + "|".join(sorted(_WORDS, key=len, reverse=True))
    + r"))(?![\wæøåé])"
)
"""Pattern of one number; to be compiled without regard to case, and read with :func:`parse_number`."""

_DIGITS = re.compile(r"\d{1,4}")


def parse_number(token: str) -> int | None:
    """Read one number.

    Args:
        token: Digits ("15") or a Danish number word in any case ("én", "nioghalvfems", "ingen").

    Returns:
        The value, or None where the token is no number. "ingen" and "intet" are 0.
    """
    word = token.strip().lower()
    if _DIGITS.fullmatch(word):
        return int(word)
    return _WORDS.get(word)
