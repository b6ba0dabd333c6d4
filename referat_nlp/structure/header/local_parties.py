"""Parties that no list of parties knows: they are printed where the others of a list print theirs."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Protocol

from ...danish import parties

_STRONG = re.compile(r"\s*(?:[;\n]|\s[·•*|]\s)\s*")
_SECOND = re.compile(r"(?P<before>[^,()]+,\s*)(?P<second>[^,()]+?)(?P<after>\s*(?:\([^()]*\))?[\s.,]*)")
#: 'Ny Engdrup', 'Kystens Venner', 'Soc.'
_NAMED = re.compile(r"[A-ZÆØÅ][\wæøåé.-]*(?:\s(?:[A-ZÆØÅ][\wæøåé.-]*|og|i|for|af|\d{4})){0,3}")
#: 'Soc.', 'rad. v.'
_SHORTENED = re.compile(r"(?:[A-ZÆØÅa-zæøå]{1,5}\.\s?){1,2}")
_NO_PARTY = re.compile(
    r"afbud|fravær|syg|ferie|stedfortr|suppleant|til\s?stede|deltog|mødt|^(?:ja|nej)$|^[A-ZÆØÅ]\.", re.IGNORECASE
)
#: Who sends a member that no party does: 'Idrætsrådet', 'Børne- og Spejdergruppernes Samråd'.
_ORGANISATION = re.compile(
    r"(?:råd|samråd|forening|forbund|organisation|udvalg|bestyrelse|kommune|skole|klub|forvaltning|administration|afdeling"
    r"|menighed|selskab|center|kreds|styrelse|direktorat|ministeri|sekretariat|institut|universitet|politi|myndighed"
    r"|forsyning|museum|bibliotek)(?:et|en|erne|ene|er|e|n|s)?$",
    re.IGNORECASE,
)
#: Parties that are printed by two letters.
_ABBREVIATED = frozenset(("SF", "DF", "EL", "RV", "LA", "KF", "KD", "NB", "DD", "SD", "UP"))
_FEWEST = 2
_LONGEST = 80


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
    return _NAMED.fullmatch(text) is not None and not _NO_PARTY.search(text) and not is_organisation(text)


def is_organisation(text: str) -> bool:
    """Whether a text names who sends a member that stands for no party ('Idrætsrådet')."""
    return len(text) < _LONGEST and text[:1].isupper() and _ORGANISATION.search(text) is not None


class Listed(Protocol):
    """A person of a list, with what is said of the person."""

    name: str
    party: str | None
    notes: list[str]


def settle_parties(entries: Sequence[Listed]) -> None:
    """Where most print their party, what stands in the same brackets behind the others is theirs.

    Where all print their initials there ('Anne Lund (AL), Bo Krog (BK)'), these are no parties.

    Args:
        entries: The people of one list; they are changed.
    """
    lettered = [entry for entry in entries if entry.party and entry.party.isupper() and len(entry.party) > 1]
    if len(lettered) > 1 and all(_are_initials(entry) for entry in entries if entry.party):
        for entry in lettered:
            entry.party = None
        return
    if len(entries) == 1 and lettered and _are_initials(entries[0]) and entries[0].party not in _ABBREVIATED:
        entries[0].party = None
        return
    sent = [entry for entry in entries if any(map(is_organisation, entry.notes))]
    if 2 * len(sent) > len(entries):
        for entry in lettered:
            entry.party = None  # 'Bo Lind (Havnerådet), Ida Krog (KMS)': an organisation's initials
    without = [entry for entry in entries if not entry.party]
    shortened = [(entry, note) for entry in without for note in entry.notes if _SHORTENED.fullmatch(note)]
    if len(shortened) > 1 and len(shortened) == len(without):
        for entry, note in shortened:
            entry.party, entry.notes = note, [other for other in entry.notes if other != note]
        return
    if len(entries) - len(without) < max(2, len(without)):
        return
    for entry in without:
        named = next((note for note in entry.notes if may_be_party(note)), None)
        if named:
            entry.party, entry.notes = named, [note for note in entry.notes if note != named]


def _are_initials(entry: Listed) -> bool:
    return entry.party == "".join(word[0] for word in re.split(r"[ -]", entry.name) if word[:1].isupper())
