"""Parties that no list of parties knows: they are printed where the others of a list print theirs."""

from __future__ import annotations

import re
from collections.abc import Callable

from ...danish import parties

_STRONG = re.compile(r"\s*(?:[;\n]|\s[·•*|]\s)\s*")
_SECOND = re.compile(r"(?P<before>[^,()]+,\s*)(?P<second>[^,()]+?)(?P<after>\s*(?:\([^()]*\))?[\s.,]*)")
#: 'Ny Engdrup', 'Kystens Venner', 'Soc.'
_NAMED = re.compile(r"[A-ZÆØÅ][\wæøåé.-]*(?:\s(?:[A-ZÆØÅ][\wæøåé.-]*|og|i|for|af|\d{4})){0,3}")
_NO_PARTY = re.compile(
    r"afbud|fravær|syg|ferie|stedfortr|suppleant|til\s?stede|deltog|mødt|^(?:ja|nej)$|^[A-ZÆØÅ]\.", re.IGNORECASE
)
_FEWEST = 2


def with_brackets(text: str, is_role: Callable[[str], bool]) -> str:
    """A list in which each person stands apart, with brackets around what stands in the place of a party.

    >>> with_brackets("Anne Holm, Venstre; Bo Lind, SF; Carla Dam, Ny Engdrup", lambda word: False)
    'Anne Holm, Venstre; Bo Lind, SF; Carla Dam, (Ny Engdrup)'

    Args:
        text: The list.
        is_role: Whether a text is an office.

    Returns:
        The list; as it was where commas may part its people, or where the others print no party there.
    """
    chunks = [match.span() for match in re.finditer(r".+?(?=\s*(?:[;\n]|\s[·•*|]\s)|\Z)", text, re.DOTALL)]
    if len(chunks) <= _FEWEST or "," not in text:
        return text
    seconds = []
    for start, end in chunks:
        lead = _STRONG.match(text, start, end)
        found = _SECOND.fullmatch(text, lead.end() if lead else start, end)
        seconds.append(found if found and not is_role(found["second"]) else None)
    known = sum(found is not None and parties.is_party(found["second"]) for found in seconds)
    if known < _FEWEST or 2 * known < len(chunks):
        return text
    for found in reversed(seconds):
        if found and not parties.is_party(found["second"]) and may_be_party(found["second"]):
            text = f"{text[: found.start('second')]}({found['second']}){text[found.end('second') :]}"
    return text


def may_be_party(text: str) -> bool:
    """Whether a text has the form of a party's name."""
    return _NAMED.fullmatch(text) is not None and not _NO_PARTY.search(text)
