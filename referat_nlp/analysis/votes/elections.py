"""Votes for candidates, and who was elected."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...danish.dates import MONTH
from ...danish.numbers import NUMBER, parse_number
from ...danish.people import Member, Mention, closing, lists_in, parse_list

_GETS = re.compile(
    rf",?\s?(?:(?:opnåede|fik|modtog|samlede|har fået|med)\s|[:–-]\s?)?(?:blev der afgivet\s)?(?P<n>{NUMBER})"
    rf"(?P<unit> (?:stemmer?|st\.))?(?!\.?\s?{MONTH}\b)",
    re.IGNORECASE,
)
_ELECTED_BEHIND = re.compile(
    r"\s?(?:\([^()]{1,20}\)\s?)?,?\s?(?:(?:som )?(?:blev|er|var|erklæredes|bliver"
    r"|og)\s)?(?:\w+ ){0,3}?(?:for )?"
    r"(?:gen|ny)?(?:valgt|udpeget|udtrukket|(?:\d\. )?\w*(?:formand|borgmester)\b)",
    re.IGNORECASE,
)
_ELECTED_BEFORE = re.compile(
    r"(?:(?:gen)?valgt(?:es| blev)?(?: (?:som|til) [\wæøå. -]{3,40}? blev)?|udpeget(?: blev)?"
    r"|formand(?:en)?|udpegedes|valget faldt på|blev|fordel for)\s?:?\s?$",
    re.IGNORECASE,
)
_VOTES_FOR = re.compile(r"\b(?:for|på)\s$", re.IGNORECASE)
_EACH = re.compile(rf"\bfik (?:de )?hver (?P<n>{NUMBER}) stemmer", re.IGNORECASE)
_VOTED = re.compile(rf"\s?stemte:?\s(?:(?P<n>{NUMBER})\s)?", re.IGNORECASE)
_CANDIDATE_LINE = re.compile(r"\s?:\s?(?=[A-ZÆØÅ])")
_ELECTED_WITH = re.compile(
    rf"[^.;]{{0,80}}?\b(?:valgt|udpeget)\b[^.;]{{0,60}}? med (?P<n>{NUMBER}) stemmer?(?! mod)", re.IGNORECASE
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
    for mentions, start, stop in lists_in(text, 0, len(text), members):
        name = mentions[-1].name
        if name is None:
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
        return Count(parse_number(with_votes["n"]), (), base + start, base + with_votes.end())
    gets = _GETS.match(text, stop)
    if gets and (gets["unit"] or _BALLOT.search(text)):
        voters: list[Mention] = []
        end = gets.end()
        if text.startswith(" (", end):
            close = closing(text, end + 1, len(text))
            voters, end = parse_list(text, end + 1, close + 1 if close else len(text), members)
        return Count(parse_number(gets["n"]), tuple(voters), base + start, base + max(end, gets.end()))
    if _VOTES_FOR.search(text[max(0, start - 4) : start]) and (voted := _VOTED.match(text, stop)):
        voters, end = parse_list(text, voted.end(), len(text), members)
        if voters:
            number = (voted["n"] and voted) or _TAIL.match(text, end)
            count = parse_number(number["n"]) if number else voters[-1].count
            return Count(count, tuple(voters), base + start, base + end)
    line = _CANDIDATE_LINE.match(text, stop)
    if line and "\n" not in text[:start].rstrip(" \n:"):
        voters, end = parse_list(text, line.end(), len(text), members)
        if voters:
            return Count(None, tuple(voters), base + start, base + end)
    return None
