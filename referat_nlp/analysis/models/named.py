"""Which people and parties the words mean that a model has marked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ...danish.people import Member, Mention, lists_in, parse_list
from .decoding import Tagged

_BEFORE_BRACKET = re.compile(r"\n(?=\()")

_LETTERS = 2


class Named:
    """The people and parties of a text, by where they stand."""

    def __init__(self, text: str, marked: Sequence[Tagged], members: tuple[Member, ...]) -> None:
        """Read all lists of a text.

        Args:
            text: The text.
            marked: What a model marked in it: a line that breaks within a name is joined.
            members: The roster.
        """
        self._text = _unwrapped(text, marked)
        self._members = members
        self._all = [m for found, _, _ in lists_in(self._text, 0, len(text), members) for m in found]

    def at(self, words: Tagged) -> list[Mention]:
        """The people and parties that marked words name; a list may be marked as one.

        Args:
            words: The words.

        Returns:
            Mentions in printed order, with the party that the list around them prints; none where the words are
            no names.
        """
        begun = [mention for mention in self._all if words.start <= mention.start < words.end]
        if len(begun) == 1 and words.end - words.start <= _LETTERS and begun[0].name:
            # 'Ja sagde V. Bo Lind undlod.': a party's letter, which is no initial.
            begun = parse_list(self._text, words.start, words.end, self._members)[0] or begun
        if begun:
            return begun
        within = [m for m in self._all if m.name and m.start <= words.start < m.start + len(m.name)]
        # 'Bo Lind, A og V': a letter that was read as the party of the name before it.
        alone = parse_list(self._text, words.start, words.end, self._members)[0]
        if within and not (alone and " " in (alone[0].name or "")):
            return within[:1]
        # 'Heriblandt Bo Lind (V)': where a name begins, the model knows better than capitals.
        return [replace(each, party=each.party or within[0].party) for each in alone] if within else alone


def _unwrapped(text: str, marked: Sequence[Tagged]) -> str:
    """The text with a blank for each line end within marked words, and before a bracket."""
    characters = list(_BEFORE_BRACKET.sub(" ", text))
    for words in marked:
        for position in range(words.start, words.end):
            if characters[position] == "\n":
                characters[position] = " "
    return "".join(characters)
