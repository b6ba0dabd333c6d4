"""What the exports share: fields with a heading, lists of attachments, kinds and absences by their names."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from ..builder import TextBuilder
from ..html import append_fragment

_ABSENT_WORDS = ("notpartic", "not partic", "absent", "declin", "cancel", "afbud", "fravær", "deltager ikke")


def append_field(heading: str, content: str, builder: TextBuilder) -> bool:
    """Append a field of an item: its heading, marked as declared by the format, and its HTML or text.

    Args:
        heading: The field's name; may be empty.
        content: The field's content; a field without content is left out.
        builder: Where to.

    Returns:
        Whether there was content.
    """
    if not content.strip():
        return False
    builder.blank()
    if heading.strip():
        builder.line(" ".join(heading.split()), "field")
    append_fragment(content, builder)
    return True


def append_list(heading: str, entries: Iterable[str], builder: TextBuilder) -> None:
    """Append a list under a heading; nothing where the list is empty."""
    lines = [f"- {' '.join(entry.split())}" for entry in entries if entry.strip()]
    if lines:
        builder.blank()
        builder.line(heading, "field")
        for line in lines:
            builder.line(line)


def kind_from(*names: str) -> Literal["referat", "dagsorden"] | None:
    """The kind of document that the first telling name tells."""
    for name in names:
        lower = name.casefold()
        if "referat" in lower or "minutes" in lower or "protokol" in lower:
            return "referat"
        if "dagsorden" in lower or "agenda" in lower:
            return "dagsorden"
    return None


def says_absent(status: str) -> bool:
    """Whether a status of participation means that the person was not there."""
    lower = status.casefold()
    return any(word in lower for word in _ABSENT_WORDS)
