"""Lines that name attachments: files, and 'Bilag 2 - Kort over havnen'."""

from __future__ import annotations

import re

FILE = re.compile(
    r"(?:[-•·*▪–]\s+)?(?P<name>\S.{0,150}\.(?:pdf|docx?|xlsx?|pptx?|msg|html?|jpe?g|png|tiff?|zip|odt|rtf))",
    re.IGNORECASE,
)
#: 'Bilag 2 - Kort over havnen'
_NUMBERED = re.compile(r"(?:[-•·*▪–]\s+)?Bilag[ ]\d{1,2}[a-z]?[ ]?[:.–-]?[ ]\S.{2,160}")


def names_attachment(text: str) -> bool:
    """Whether a line is no more than the name of a file, or the number and title of an attachment.

    Args:
        text: The line.
    """
    numbered = _NUMBERED.fullmatch(text) is not None and text[-1] != "."
    return numbered or FILE.fullmatch(text) is not None
