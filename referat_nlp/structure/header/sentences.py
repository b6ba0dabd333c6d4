"""Sentences in the head of the minutes that tell who was away and who came instead."""

from __future__ import annotations

import re
from functools import lru_cache

from ...danish.people import Mention, find_people, lists_in

#: A list of people that goes on for longer is no subject of a sentence.
_LONGEST = 800
# The point first, and behind it what has to stand before it: the search then goes from point to point.
_END = re.compile(
    r"\.(?<!\bChr\.)(?<!\bJac\.)(?<!\bJoh\.)(?<!\bEdv\.)(?<!\bMog\.)"
    r"(?:(?<=\)\.)|(?<=[A-ZÆØÅa-zæøå][a-zæøå]{2}\.)|(?<=[.:]\d\d\.)"
    r"|(?<=\b(?:19|20)\d\d\.)|(?<=kl\.[ ]\d\d\.)"
    r"|(?<=punkt[ ]\d\.)|(?<=punkt[ ]\d\d\.)|(?<=pkt\.[ ]\d\.)|(?<=pkt\.[ ]\d\d\.)"
    r"|(?<=sag[ ]\d\.)|(?<=sag[ ]\d\d\.))(?=\s+(?:[A-ZÆØÅ][a-zæøå]|I\s)|\s*$)"
)
AWAY = re.compile(
    r"\b(?:deltog ikke|deltager ikke|afbud|fraværende|forfald|ikke til stede|ikke mødt|udeblev(?:et)?"
    r"|bortrejst|sygemeldt)\b",
    re.IGNORECASE,
)
"""Words behind a name that make the person an absentee."""

#: Behind 'forlod mødet kl. 18.10': the person has not left early.
CAME_BACK = re.compile(
    r"\b(?:kom|vendte|kommet|vendt|var|er)\s+(?:(?:igen|atter|til\s+mødet)\s+)?(?:tilbage|retur)\b|\bgenindtrådte\b"
    r"|\btilbage\s+(?:igen\s+)?(?:fra\s+)?(?:kl|under|ved)\b|\bkom\s+igen\b|\bigen\s+til\s?stede\b",
    re.IGNORECASE,
)

#: 'Han kom tilbage kl. 18.40.', about whoever was named before.
_OF_THE_LAST = re.compile(r"(?:Han|Hun|De|Vedkommende|Begge)\s+(?:kom|vendte|var|deltog|forlod)\b")
_AWAY_FOR = re.compile(
    r"\b(?:forlod|gik|ude|væk|fraværende)\b[^.;\d]{0,30}\bkl\.?\s*\d{1,2}[.:]\d\d\s*(?:-|–|til)\s*(?:kl\.?\s*)?"
    r"\d{1,2}[.:]\d\d",
    re.IGNORECASE,
)

_VERB = re.compile(
    r"\s+(?:deltog|deltager|var|er|havde|har|meldte|sendte|forlod|ankom|mødte|gik|kom|udeblev"
    r"|kommer|møder|går|forlader|ankommer|kunne|måtte|erklærede|blev)\b"
)
_STAND_IN = re.compile(r"[^.]{0,40}?\b(?:i\s+stedet|som\s+(?:stedfortræder|suppleant)|(?:mødte|deltog)\s+for)\b")
_LEAD = re.compile(
    r"(?:(?:[Ss]om\s+)?(?:[Ss]tedfortræder|[Ss]uppleant|[Aa]fløser)(?:en|er|e)?\s+for|[Ii]\s+stedet\s+for|[Ff]or)"
    r"\s+(?:(?:borgmester|formand)(?:en)?\s+)?(?=[A-ZÆØÅ])"
)


def sentences_of(text: str) -> list[str]:
    """The sentences of a line; the point behind an abbreviation or an initial ends none."""
    if "." not in text:
        text = text.strip()
        return [text] if text else []
    parts, start = [], 0
    for stop in _END.finditer(text) if len(text) < 4000 else ():
        parts.append(text[start : stop.end()].strip())
        start = stop.end()
    parts.append(text[start:].strip())
    return [part for part in parts if part]


@lru_cache(maxsize=1024)
def tells(text: str) -> bool:
    """Whether a line says something of people, rather than listing them.

    'Anne Holm havde meldt afbud' does; 'Anne Holm - i stedet mødte Bo Lind' lists her with a remark.
    """
    if _LEAD.match(text) or _OF_THE_LAST.match(text):
        return True
    people = find_people(text, 0, min(len(text), _LONGEST))
    verb = _VERB.match(text, people[-1].end) if people and people[-1].name else None
    if verb is None:
        return False
    return not _STAND_IN.match(text, verb.start()) or " afbud" in text or "forfald" in text


def came_back(text: str) -> bool:
    """Whether whoever is said to have left is said to have come back, or from when to when the absence was.

    >>> came_back("forlod mødet kl. 18.10 og kom tilbage kl. 18.40"), came_back("forlod mødet kl. 18.10")
    (True, False)
    """
    return CAME_BACK.search(text) is not None or _AWAY_FOR.search(text) is not None


def stand_ins(text: str) -> list[tuple[Mention, Mention]]:
    """Absentees and substitutes of a sentence that begins with the absentee.

    >>> [(one.name, other.name, other.party) for one, other in stand_ins("For Anne Holm (A) mødte Bo Lind (A).")]
    [('Anne Holm', 'Bo Lind', 'A')]

    Args:
        text: The sentence.

    Returns:
        Pairs of absentee and substitute; empty where it is no such sentence.
    """
    lead = _LEAD.match(text)
    named = list(lists_in(text, lead.end(), len(text))) if lead else []
    if len(named) < 2:
        return []
    away, here = ([person for person in found if person.name] for found, _, _ in named[:2])
    return list(zip(away, here, strict=False))
