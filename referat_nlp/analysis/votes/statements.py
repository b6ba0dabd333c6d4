"""Remarks that members had entered in the minutes (protokolbemærkninger)."""

from __future__ import annotations

import re

from ...danish.coordination import coordinated
from ...danish.people import Member, Mention, parse_list
from ...schema import Statement

_REMARK = (
    r"(?:protokol(?:lats?)?|mindretals|flertals|partis?|fælles)?-?(?:bemærkning(?:er)?|udtalelse|erklæring"
    r"|protokollat|protokoltilførsel|tilførsel|stemmeforklaring)"
)
_ENTERS = re.compile(
    rf"(?:\s*\([^()]*\))?\s*(?:(?:afgav|afgiver|afgivet|videreførte|viderefører|fremsatte|fremsætter"
    rf"|fremkom\s+med|havde|har|ønske(?:r|des?|s)|bad\s+om\s+at\s+få|begærede|indgav|stillede|indførte"
    rf"|lod)\b[^.:\n]{{0,60}}?"
    rf"(?:{_REMARK}|(?:til|i)\s+(?:\w*protokol\w*|referat\w*)|(?:til|ind)?ført\s+(?:til\s+"
    rf"|i\s+)?\w*(?:protokol|referat)\w*|protokolleret)[^.:\n]{{0,60}}?:|(?:bemærkede|bemærker|udtalte"
    rf"|anførte)\s+(?:følgende\s*)(?:til\s+\w+\s*)?:)\s*",
    re.IGNORECASE,
)
_ENTERED_BY = re.compile(
    r"\b(?:protokol|mindretals|flertals|fælles|parti)-?(?:bemærkning(?:er)?|udtalelse|erklæring"
    r"|tilførsel)(?:en)?\s+(?:fra|af|ved|afgivet\s+af)\s+(?=[A-ZÆØÅ(])|(?:^|\n)\s*(?:bemærkning(?:er)?"
    r"|udtalelse|protokollat|erklæring|stemmeforklaring)\s+(?:fra|af)\s+(?=[A-ZÆØÅ(])",
    re.IGNORECASE,
)
_WITH = re.compile(rf"\bmed\s+følgende\s+{_REMARK}\s*:\s*", re.IGNORECASE)
_COLON = re.compile(r"[^.:\n]{0,40}:\s*")
_QUOTED = re.compile(r"[\"“”„»](?P<inside>[^“”„«»]{1,4000}?)[\"“”«](?=[\s.,;]|$)")
_OTHERS = re.compile(r"\b(?:særindstilling|afvigende\s+mening)(?:en)?\b[^.:\n]{0,60}:\s*", re.IGNORECASE)
_VOTED = re.compile(r"(?<=[.!?])\s+(?:for|imod)\b[^.\n]{0,60}\bstem(?:te|mer)\b", re.IGNORECASE)
_CUE = re.compile(
    r"bemærk|udtal|protokol|erklæring|referat|anført|anførte|tilførsel|stemmeforklaring|særindstilling"
    r"|afvigende",
    re.IGNORECASE,
)
_CAPITAL = re.compile(r"(?<![\wæøå])[A-ZÆØÅ(]")


def find_statements(text: str, members: tuple[Member, ...]) -> tuple[list[Statement], list[tuple[int, int]]]:
    """Find the remarks in a decision.

    Args:
        text: The decision as printed.
        members: The roster.

    Returns:
        The statements, and the stretches of ``text`` that hold somebody's own words and are no vote.
    """
    statements: list[Statement] = []
    words: list[tuple[int, int]] = []
    if not _CUE.search(text):
        return statements, words
    for by, position in _introductions(text, members):
        span = _extent(text, position)
        if span is None or any(span[0] < end and start < span[1] for start, end in words):
            continue
        words.append(span)
        statements.append(Statement(by=by, text=text[span[0] : span[1]], span=span))
    for match in _OTHERS.finditer(text):
        if span := _extent(text, match.end()):
            # A vote on it may follow in the same paragraph.
            voted = _VOTED.search(text, *span)
            words.append((span[0], voted.start() if voted else span[1]))
    statements.sort(key=lambda statement: statement.span)
    return statements, words


def _introductions(text: str, members: tuple[Member, ...]) -> list[tuple[str | None, int]]:
    """Whose remark begins where."""
    found: list[tuple[str | None, int]] = []
    position = 0
    while match := _CAPITAL.search(text, position):
        people, stop = parse_list(text, match.start(), len(text), members)
        position = max(stop, match.start() + 1)
        enters = _ENTERS.match(text, stop) if people else None
        if enters:
            found.append((_who(people), enters.end()))
        elif people and (remark := _WITH.search(text, stop, stop + 120)):
            found.append((_who(people), remark.end()))
    for match in _ENTERED_BY.finditer(text):
        people, stop = parse_list(text, match.end(), len(text), members)
        colon = _COLON.match(text, stop) if people else None
        if colon:
            found.append((_who(people), colon.end()))
    return found


def _who(people: list[Mention]) -> str:
    return coordinated([mention.name or mention.party or "" for mention in people])


def _extent(text: str, position: int) -> tuple[int, int] | None:
    """The remark that begins at an offset: the quotation, or else the paragraph."""
    while position < len(text) and text[position].isspace():
        position += 1
    quoted = _QUOTED.match(text, position)
    if quoted:
        return quoted.span("inside")
    end = text.find("\n", position)
    end = len(text) if end < 0 else end
    while end > position and text[end - 1].isspace():
        end -= 1
    return (position, end) if end > position else None
