"""Votes in figures that no grammar holds, told again in words: '(12/5/2)', 'A: 5 for. V: 4 imod'."""

from __future__ import annotations

import re

from ...danish.parties import NAME as PARTY_NAME

_FIGURES = re.compile(
    r"(?:godkendt|vedtaget|tiltrådt|forkastet|afvist|anbefalet|nedstemt|indstillet|stemmetal|afstemning)\s*[:,]?\s?"
    r"(?P<told>\((?P<for>\d{1,2})(?P<mark> ?[/–-] ?)(?P<against>\d{1,2})(?P=mark)(?P<abstain>\d)\))",
    re.IGNORECASE,
)
# A party, its number and its side; a row of them is one vote.
_PARTY_LINE = (
    rf"(?:(?:{PARTY_NAME}|[A-ZÆØÅ])(?: \([A-ZÆØÅ]\))?)\s?[:–-]\s?\d{{1,2}} (?:stemmer? )?"
    r"(?:for|i?mod|undlod|blanke?)\b"
)
_PARTY_LINES = re.compile(rf"(?<![\wæøå.]){_PARTY_LINE}(?:\s?[.,;/]?\s*(?:og )?{_PARTY_LINE})+")
_ONE = re.compile(
    r"(?P<who>[A-ZÆØÅ][^:–]*?)\s?[:–-]\s?(?P<n>\d{1,2}) (?:stemmer? )?(?P<side>for|i?mod|undlod|blanke?)\b"
)
_NO_NOES = re.compile(r",?\s(?:og\s)?uden\s(?:nogen\s)?(?:modstemmer|nej-?stemmer|stemmer\simod)\b", re.IGNORECASE)
_OPENS = {"f": "For stemte", "i": "Imod stemte", "m": "Imod stemte", "u": "Undlod:", "b": "Undlod:"}


def retold_tallies(text: str) -> list[tuple[int, int, str]]:
    """Find tallies in figures.

    Args:
        text: A decision.

    Returns:
        For each where it begins and ends, and the words that say the same.
    """
    if not ("(" in text or ":" in text or "uden" in text):
        return []
    found = [
        (*match.span("told"), f"med {match['for']} stemmer for, {match['against']} imod, og {match['abstain']} undlod")
        for match in _FIGURES.finditer(text)
    ]
    found += [(*match.span(), _by_party(match.group())) for match in _PARTY_LINES.finditer(text)]
    found += [(*match.span(), ", ingen stemte imod") for match in _NO_NOES.finditer(text)]
    return sorted(found)


def _by_party(text: str) -> str:
    sides: dict[str, list[str]] = {}
    for match in _ONE.finditer(text):
        who = match["who"].partition(" (")[0] if match["who"].endswith(")") else match["who"]
        letter = match["who"][len(who) + 2 : -1]
        sides.setdefault(_OPENS[match["side"][0]], []).append(f"{letter or who} ({match['n']})")
    return ". ".join(f"{opens} {', '.join(voters)}" for opens, voters in sides.items())
