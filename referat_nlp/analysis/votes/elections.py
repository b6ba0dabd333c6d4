"""Votes for candidates, and who was elected."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...danish.dates import MONTH
from ...danish.numbers import NUMBER, parse_number
from ...danish.people import Member, Mention, closing, lists_in, parse_list
from .words import UNIT

_GETS = re.compile(
    rf",?\s?(?:(?:der |som )?(?:opnåede|fik|modtog|samlede|har fået|med)\s"
    rf"|[:–-]\s?)?(?:blev der afgivet\s)?(?P<n>{NUMBER})"
    rf"(?P<unit> (?:stemmer?|st\.))?(?!\.?\s?{MONTH}\b)",
    re.IGNORECASE,
)
_ELECTED_BEHIND = re.compile(
    rf"\s?(?:\([^()]{{1,20}}\)\s?)?(?:(?:fik|opnåede|modtog|med)\s{NUMBER}\sstemmer,?\s)?,?\s?"
    r"(?:(?:som )?(?:blev|er|var|erklæredes|bliver"
    r"|og(?: (?:blev|er|var))?)\s)?(?:\w+ ){0,3}?(?:for )?"
    r"(?:gen|ny)?(?:valgt|udpeget|udtrukket|(?:\d\. )?\w*(?:formand|borgmester)\b)",
    re.IGNORECASE,
)
_ELECTED_BEFORE = re.compile(
    r"(?:(?:gen)?valgt(?:es| blev| er)?(?: (?:som|til) [\wæøå. -]{3,40}? blev)?|udpeget(?: blev)?"
    r"|formand(?:en)?|udpegedes|valget faldt på|blev|fordel for)\s?:?\s?$",
    re.IGNORECASE,
)
_VOTES_FOR = re.compile(r"\b(?:for|på)\s$", re.IGNORECASE)
_COUNT_BEFORE = re.compile(
    rf"(?P<n>{NUMBER})(?: {UNIT})? (?:(?:(?:stemte|stemmer|pegede|peger"
    rf"|satte (?:deres )?kryds) )?(?:for|på|ved|til)"
    r"|gik ind for|foretrak|støttede|ønskede|valgte)\s$",
    re.IGNORECASE,
)
_VOTED_FOR = re.compile(r",?\s?(?:stemte|stemmer|pegede|peger) (?:for|på)\s$", re.IGNORECASE)
_EACH = re.compile(rf"\bfik (?:de )?hver (?P<n>{NUMBER}) stemmer", re.IGNORECASE)
_VOTED = re.compile(rf"\s?stemte:?\s(?:(?P<n>{NUMBER})\s)?", re.IGNORECASE)
_CANDIDATE_LINE = re.compile(r"\s?:\s?(?=[A-ZÆØÅ])")
_ELECTED_WITH = re.compile(
    rf"[^.;]{{0,80}}?\b(?:valgt|udpeget)\b[^.;]{{0,60}}? med (?P<n>{NUMBER}) stemmer?(?! mod)", re.IGNORECASE
)
_VOTES_OF = re.compile(r"(?: [\w.]+){0,7}? med stemmer(?:ne)? fra (?=[A-ZÆØÅ(])")
_OPENED = re.compile(r"\s(?=\()")
NEW_ROUND = re.compile(
    r"\b(?:ny|fornyet|anden|2\.|omvalg\w*|bundet) (?:afstemning|valgrunde|valghandling|valg)", re.IGNORECASE
)
_BALLOT = re.compile(r"stemmer|afstemning|omgang|\bfik\b|opnåede", re.IGNORECASE)
_TAIL = re.compile(rf"\s?\(?(?:med )?(?P<n>{NUMBER})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Count:
    """The votes for one candidate."""

    count: int | None
    voters: tuple[Mention, ...]
    start: int
    end: int


def read_candidates(
    text: str, base: int, members: tuple[Member, ...], known: dict[str, Count]
) -> tuple[dict[str, Count], str | None]:
    """Read the votes for candidates in a sentence.

    Args:
        text: The sentence.
        base: Its offset.
        members: The roster.
        known: Candidates of earlier sentences.

    Returns:
        The votes of each candidate, and who is said to be elected.
    """
    found: dict[str, Count] = {}
    elected: str | None = None
    named: list[str] = []
    before: tuple[list[Mention], int] = ([], 0)
    for mentions, start, stop in lists_in(text, 0, len(text), members):
        voters, before = before, (list(mentions), stop)
        name = mentions[-1].name
        if name is None:
            continue
        if voters[0] and _VOTED_FOR.fullmatch(text, voters[1], start):
            # 'A, B og F stemte for Anne Holm'
            found[name] = Count(None, tuple(voters[0]), base, base + stop)
            continue
        named += [mention.name for mention in mentions if mention.name]
        count = _votes_of(text, base, start, stop, members)
        if count is not None:
            found[name] = count
        if _ELECTED_BEHIND.match(text, stop) or _ELECTED_BEFORE.search(text[max(0, start - 60) : start]):
            elected = elected or name
    if each := _EACH.search(text):
        shared = Count(parse_number(each["n"]), (), base + each.start(), base + each.end())
        found = {**dict.fromkeys(named, shared), **found}
    listed = known.get(elected) if elected else None
    if elected and listed and listed.voters and elected in found and not found[elected].voters:
        # 'valgt med 5 stemmer' adds the number to the voters that were listed.
        new = found[elected]
        start, end = min(listed.start, new.start), max(listed.end, new.end)
        found[elected] = Count(new.count, listed.voters, start, end)
    return found, elected


def _votes_of(text: str, base: int, start: int, stop: int, members: tuple[Member, ...]) -> Count | None:
    """The votes printed for the candidate whose name stands between two offsets."""
    if with_votes := _ELECTED_WITH.match(text, stop):
        voters, end = _in_brackets(text, with_votes.end(), members)
        return Count(parse_number(with_votes["n"]), voters, base + start, base + end)
    if whose := _VOTES_OF.match(text, stop):
        listed, end = parse_list(text, whose.end(), len(text), members)
        if listed:
            return Count(None, tuple(listed), base + start, base + end)
    gets = _GETS.match(text, stop)
    listed_for = _VOTES_FOR.search(text[max(0, start - 4) : start]) and text.startswith(":", stop)
    if gets and (gets["unit"] or _BALLOT.search(text) or listed_for):
        voters, end = _in_brackets(text, gets.end(), members)
        return Count(parse_number(gets["n"]), voters, base + start, base + end)
    if _VOTES_FOR.search(text[max(0, start - 4) : start]) and (voted := _VOTED.match(text, stop)):
        listed, end = parse_list(text, voted.end(), len(text), members)
        if listed:
            number = (voted["n"] and voted) or _TAIL.match(text, end)
            count = parse_number(number["n"]) if number else listed[-1].count
            return Count(count, tuple(listed), base + start, base + end)
        if voted["n"]:
            return Count(parse_number(voted["n"]), (), base + start, base + voted.end())
    if before := _COUNT_BEFORE.search(text[max(0, start - 50) : start]):
        voters, end = _in_brackets(text, stop, members)
        return Count(parse_number(before["n"]), voters, base + start, base + end)
    line = _CANDIDATE_LINE.match(text, stop)
    if line and "\n" not in text[:start].rstrip(" \n:"):
        listed, end = parse_list(text, line.end(), len(text), members)
        if listed:
            return Count(None, tuple(listed), base + start, base + end)
    return None


def _in_brackets(text: str, position: int, members: tuple[Member, ...]) -> tuple[tuple[Mention, ...], int]:
    """Those who cast the votes counted before an offset, '8 stemmer (A og C)', and where their list ends."""
    opened = _OPENED.match(text, position)
    if opened is None:
        return (), position
    close = closing(text, opened.end(), len(text))
    voters, end = parse_list(text, opened.end(), close + 1 if close else len(text), members)
    return tuple(voters), max(end, position)
