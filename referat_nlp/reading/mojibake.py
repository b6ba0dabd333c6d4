"""UTF-8 that somebody read as cp1252 or Latin-1 ('pÃ¥' for 'på'), put right by ftfy."""

from __future__ import annotations

# What misread æøå, dashes, quotes and bullets begin with; ftfy is slow, and is shown no line without these.
_SUSPECT = "ÃÂâï"
# Alone in a line these are no proof for ftfy, which knows languages that print them; Danish has none of them.
_DANISH = {"Ã…": "Å", "Ã\x85": "Å", "Ã¥": "å", "ï‚·": "•"}


def repair(text: str) -> tuple[str, int]:
    """Put misread characters right, line by line.

    Args:
        text: Any text.

    Returns:
        The text and the number of lines that were repaired.
    """
    if not _is_suspect(text):
        return text, 0
    lines = text.split("\n")
    repaired = [_repair_line(line) if _is_suspect(line) else line for line in lines]
    count = sum(before != after for before, after in zip(lines, repaired, strict=True))
    return "\n".join(repaired), count


def _is_suspect(text: str) -> bool:
    return any(sign in text for sign in _SUSPECT)


def _repair_line(line: str) -> str:
    from ftfy import fix_encoding

    line = fix_encoding(line)
    for misread, meant in _DANISH.items():
        line = line.replace(misread, meant)
    return line
