"""Who put a motion forward."""

from __future__ import annotations

import re

from ...danish.coordination import coordinated
from ...danish.parties import NAME as PARTY_NAME
from ...danish.people import Member, Mention, parse_list

_FROM = re.compile(
    r"\s*(?:nr\.?\s*)?\d{0,2}\s*(?:,?\s*(?:som\s+er\s+|der\s+er\s+)?(?:fremsat|stillet|fremlagt|fremsendt"
    r"|foreslået)\s+)?(?:fra|af|v/|ved)\s+(?=[A-ZÆØÅ(\w])",
    re.IGNORECASE,
)
_GENITIVE = re.compile(
    rf"(?P<who>(?:(?:{PARTY_NAME}|[A-ZÆØÅ])(?:,| og|, og) ){{0,9}}(?:{PARTY_NAME}|[A-ZÆØÅ]{{1,2}})"
    r"|(?:[A-ZÆØÅ][\wæøåé.-]+[ ]){1,4}[A-ZÆØÅ][\wæøåé-]+?)(?:['’]s|['’]|s)\s+(?:\w+\s+){0,2}?$"
)
_STATED = re.compile(r"\b(?:det|de|et)\s+(?:af|fra)\s+(?=[A-ZÆØÅ(])", re.IGNORECASE)
NO_MOVER = re.compile(
    r"\b(?:administration|forvaltning|direktion|\w*udvalg|byråd|råd|borgmesteren|formanden|forlig)",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\w*(?: nr\.?)? ?\d{0,2} ?\((?:(?:\w+ )?(?:af|fra) )?(?=[A-ZÆØÅ])")
_BRACKET_BEFORE_COLON = re.compile(r"[^().:;]{0,70}\((?=[A-ZÆØÅ][^()]{0,60}\):)")
_BEFORE_VERB = re.compile(r"[\s,]*(?:har\s+|har\s+også\s+|herefter\s+|\(\w+\)\s*)*")
_AFTER_VERB = re.compile(r"\s*(?:herefter\s+)?(?=[A-ZÆØÅ(])")
_BY_AFTER = re.compile(r"[^.]{0,60}?\b(?:af|fra)\s+(?=[A-ZÆØÅ(])")
_WORD = re.compile(r"\w*forslag\w*", re.IGNORECASE)


def subject_proposer(
    text: str, start: int, end: int, proposes: re.Match[str], members: tuple[Member, ...]
) -> str | None:
    """Who moves: the list before 'foreslog', or right after it ('Herefter foreslog V, at')."""
    for position in range(max(start, proposes.start() - 200), proposes.start()):
        if (position == start or not text[position - 1].isalnum()) and (
            text[position].isupper() or text[position] in "(["
        ):
            found, stop = parse_list(text, position, proposes.start(), members)
            if found and _BEFORE_VERB.fullmatch(text[stop : proposes.start()]):
                return _printed(found)
    after = _AFTER_VERB.match(text, proposes.end(), end)
    if after:
        found, _ = parse_list(text, after.end(), end, members)
        if found:
            return _printed(found[:1])
    by = _BY_AFTER.match(text, proposes.end(), end)
    if by and proposes.group().lower() == "foreslås":
        return _printed(parse_list(text, by.end(), end, members)[0])
    return None


def named_proposer(text: str, start: int, end: int, noun: re.Match[str], members: tuple[Member, ...]) -> str | None:
    """Who is named as mover beside the noun: 'forslag fra Liste T', 'Venstres ændringsforslag'."""
    word = _WORD.match(text, noun.start(), end)
    by = _FROM.match(text, word.end() if word else noun.end(), end)
    if by:
        found, _ = parse_list(text, by.end(), end, members)
        if found:
            return _printed(found)
    if text[start : noun.start()].rstrip().endswith((":", "-", "–")):
        found, stop = parse_list(text, start, noun.start(), members)
        if found and not text[stop : noun.start()].strip(" :-–"):
            return _printed(found)
    definite = noun.group().lower().endswith(("et", "ne"))
    bracket = None if definite else _BRACKET.match(text, noun.end(), end)
    bracket = bracket or _BRACKET_BEFORE_COLON.match(text, noun.end(), end)
    if bracket:
        found, stop = parse_list(text, bracket.end(), end, members)
        if found and text.startswith(")", stop):
            return _printed(found)
    stated = _STATED.search(text[start : noun.start()])
    if stated:
        found, _ = parse_list(text, start + stated.end(), noun.start(), members)
        if found:
            return _printed(found)
    before = _GENITIVE.search(text[start : noun.start()])
    if before and not NO_MOVER.search(before["who"]):
        return " ".join(before["who"].split())
    return None


def _printed(found: list[Mention]) -> str | None:
    """Several movers as one would write them: 'A, B og C'."""
    return coordinated([mention.name or mention.party or "" for mention in found]) if found else None
