"""What stands in brackets behind a name, and the name without it."""

from __future__ import annotations


def in_brackets(text: str) -> tuple[str, list[str]]:
    """The text without what stands in brackets, and what stands in them.

    >>> in_brackets("Anne Holm (A) (formand)")
    ('Anne Holm', ['A', 'formand'])
    """
    if "(" not in text and "[" not in text:
        return " ".join(text.split()), []
    bare, notes, depth, start = "", [], 0, 0
    for position, char in enumerate(text):
        if char in "([":
            if depth == 0:
                start = position + 1
            depth += 1
        elif char in ")]" and depth:
            depth -= 1
            if depth == 0:
                notes.append(text[start:position].strip())
                bare += " "
        elif depth == 0:
            bare += char
    return " ".join(bare.split()), notes
