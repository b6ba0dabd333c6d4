"""Characters that no minutes mean and that no reader is to be shown: they steer terminals and turn text round."""

from __future__ import annotations

import re

_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
"""Controls, line ends of no text, marks that turn the order of letters round, halves of characters."""


def clean(text: str) -> str:
    """Text with what cannot be shown replaced by the sign for it; tabs and line ends stay."""
    return _UNSEEN.sub("\ufffd", text)
