"""What a corpus is made of: passages of text, and the documents that hold them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RawDocument:
    """A document before duplicates are removed.

    Attributes:
        source: The name of the source that it comes from.
        name: What tells it from all others of the source.
        passages: Its text in the pieces in which it may recur elsewhere: sections of an item, lines of a law.
        meeting: The meeting that it belongs to, for minutes.
        case: The number of its case, for an item of minutes.
        separator: What joins the passages.
    """

    source: str
    name: str
    passages: tuple[str, ...]
    meeting: str | None = None
    case: str | None = None
    separator: str = "\n"


def hash_share(name: str) -> float:
    """A number from 0 to 1 that depends on a name alone: draws that stay the same when a source grows."""
    return int.from_bytes(hashlib.sha256(name.encode("utf-8")).digest()[:8], "big") / 2**64
