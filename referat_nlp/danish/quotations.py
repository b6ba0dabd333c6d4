"""What a text quotes, and how to put it out of sight without moving the rest."""

from __future__ import annotations

import re

# Fewer characters are a name ('visionen "Grøn by"'), which belongs to the sentence around it.
_SHORTEST, _LONGEST = 12, 4000
_CLOSED = (
    rf"\"[^\"]{{1,{_LONGEST}}}\"|[”“„][^”“„]{{1,{_LONGEST}}}[”“]|»[^«»]{{1,{_LONGEST}}}«"
    rf"|[\"”“„][^\"”“„]{{1,{_LONGEST}}}[\"”“]"
)
_OPEN = r"[\"”“„][^\"”“„]+\Z|»[^«]+\Z"
_QUOTATION = re.compile(_CLOSED)
_PERHAPS_OPEN = re.compile(rf"{_CLOSED}|{_OPEN}")
# A mark that begins a paragraph quotes from there, and closes nothing.
_BEGINS_PARAGRAPH = re.compile(r"\n[^\S\n]*\n[^\S\n]*[\"”“„](?=[A-ZÆØÅa-zæøå])")


def quotations(text: str, *, unclosed: bool = False) -> list[tuple[int, int]]:
    """Find quotations of more than a name.

    Args:
        text: The text.
        unclosed: Whether a mark that nothing closes begins a quotation to the end of the text.

    Returns:
        Their spans in order, the marks included.

    Example:
        >>> quotations('Lene Holt sagde: "Det er for dyrt."')
        [(17, 35)]
    """
    pattern = _PERHAPS_OPEN if unclosed else _QUOTATION
    found: list[tuple[int, int]] = []
    position = 0
    while match := pattern.search(text, position):
        start, position = match.span()
        end = position
        for paragraph in _BEGINS_PARAGRAPH.finditer(text, start, position + 1):
            if paragraph.end() == position:  # the mark before was not closed: its own paragraph is what it quotes
                end = text.find("\n", start, position)
                position -= 1
        # Names are read too, so that the mark that ends one is not taken to begin a quotation.
        if len(text[start:end].strip('"”“„»«')) >= _SHORTEST:
            found.append((start, end))
    return found


def blanked(text: str, spans: list[tuple[int, int]]) -> str:
    """Put blanks in place of some stretches, every other character staying where it is.

    Args:
        text: The text.
        spans: The stretches, in order and apart; white space within them is kept.

    Returns:
        The text, its length unchanged.
    """
    pieces: list[str] = []
    position = 0
    for start, end in spans:
        pieces += [text[position:start], re.sub(r"\S", " ", text[start:end])]
        position = end
    return "".join([*pieces, text[position:]])
