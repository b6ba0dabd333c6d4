"""What a person's names have in common, and names of files."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container

from ...danish.names import TITLE

_SLUG_LENGTH = 60
_TRANSCRIBED = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ß": "ss", "đ": "d", "ł": "l"})


def bare_name(name: str) -> str:
    """A name without title and with single blanks: 'Borgmester Anne  Holm' is 'Anne Holm'."""
    name = " ".join(name.split())
    title = TITLE.match(name)
    return name[title.end() :] if title else name


def name_key(name: str) -> str:
    """What the ways to print a name have in common: case, hyphens, blanks and titles are left out.

    >>> name_key("Borgmester Hans-Ole  Lind") == name_key("Hans Ole Lind")
    True
    """
    return " ".join(bare_name(name).replace("-", " ").replace("‐", " ").replace("–", " ").casefold().split())


def slug(text: str, taken: Container[str] = ()) -> str:
    """A name of a file in small ASCII letters, not one of those taken.

    >>> slug("Børne- og Ungeudvalget", taken={"boerne-og-ungeudvalget"})
    'boerne-og-ungeudvalget-2'
    """
    plain = unicodedata.normalize("NFKD", text.lower().translate(_TRANSCRIBED)).encode("ascii", "ignore").decode()
    short = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_SLUG_LENGTH].strip("-") or "x"
    candidate, number = short, 1
    while candidate in taken:
        number += 1
        candidate = f"{short}-{number}"
    return candidate
