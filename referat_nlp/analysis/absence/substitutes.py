"""Who stands in for whom, read from one sentence of the masked text (see :mod:`.view`)."""

from __future__ import annotations

import re

from ...danish.people import Mention
from .view import PERSON, TITLE, Group, View, overlaps, without_genitive

_GONE = rf"(?P<gone>{PERSON}+|\b(?:hans|hendes|deres|ham|hende|dem|dennes|denne|vedkommende|hvem|medlemmets)\b)"
_SUB = rf"(?P<sub>{PERSON}+)"
_ROLE = r"(?:1\.\s+|\d\.\s+)?(?:personlig\w*\s+)?(?:stedfortræder(?:en|e)?|suppleant(?:en|er)?|vikar|afløser|stf\.?)"
_ENTERS = (
    r"(?:deltog|deltager|deltaget|mødte|møder|mødt|indtrådte|indtræder|indtrådt|trådte|træder|indkaldt"
    r"|indkaldes|indkaldtes|sad|tog\s+sæde|tager\s+sæde|vikarierede|vikarierer|overtog|trådt)"
)
_GAP = r"(?:[^;:\n" + PERSON + r"]){0,60}?"
_BETWEEN = r"(?:\s+(?:var|er|har|blev|herefter|derfor|under|mødet|punktet|sagen|som|" + _ROLE + r"))*"

_FRAMES: tuple[re.Pattern[str], ...] = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # 'I stedet for A deltog B', 'For A mødte B', 'I A's sted deltog B', 'for hvem B var indkaldt'
        rf"\b(?:(?:i\s+)?stedet\s+for|{_ROLE}\s+for|for)\s+{TITLE}{_GONE}{_BETWEEN}\s+{_ENTERS}\b{_GAP}{_SUB}",
        rf"\bi\s+{TITLE}{_GONE}\s+sted(?:et)?\b{_GAP}\s{TITLE}{_SUB}",
        rf"\bfor\s+(?P<gone>hvem)\s+{TITLE}{_SUB}\s+(?:\w+\s+){{0,3}}?{_ENTERS}",
        # 'Suppleant B for A'
        rf"\b{_ROLE}\s+{_SUB}\s+for\s+{TITLE}{_GONE}",
        # 'B deltog i stedet for A', 'B deltog som stedfortræder for A', 'B vikarierede for A'
        rf"{_SUB}{_GAP}\b(?:i\s+stedet\s+for|{_ROLE}\s+for|{_ENTERS}{_GAP}\sfor|(?:afløste|erstattede))\s+{TITLE}{_GONE}",
        rf"{_SUB}{_GAP}\b{_ENTERS}{_GAP}\si\s+{TITLE}{_GONE}\s+sted",
        # 'A blev erstattet af B', 'A afløstes af B'
        rf"{_GONE}{_GAP}\b(?:erstattet|afløst|erstattedes|afløstes|repræsenteret|erstattes|afløses)\b"
        rf"{_GAP}\saf\s+{TITLE}{_SUB}",
    )
)
# For whom is not said: 'B deltog i stedet', 'som stedfortræder mødte B'.
_OPEN: tuple[re.Pattern[str], ...] = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_SUB}{_GAP}\b{_ENTERS}{_GAP}\b(?:i\s+stedet\b|(?:som\s+)?{_ROLE})(?!\s+for\b)",
        rf"{_SUB}{_GAP}\b{_ROLE}\s*(?=[.,;]|\Z)",
        rf"\b(?:{_ROLE}|i\s+stedet)(?!\s+for\b)(?:\s+(?:er|var|{_ENTERS}))*\s*:?\s+{TITLE}{_SUB}",
        rf"\b{_ENTERS}\s+(?:\w+\s+){{0,2}}?{_ROLE}\s+{_SUB}",
    )
)
# A seat given to another: 'Gruppe A udpeger B til bestyrelsen i stedet for C'; at the meeting nobody is replaced by it.
_SEAT = re.compile(
    r"\b(?:(?:gen|ny|ind)?(?:udpeg|vælg|valgt|udnævn|konstituer)\w*|indstil(?:ler|lede|les|let)|nyt?\s+medlem"
    r"|tilforordnet|repræsentant\w*\s+(?:i|til|for)|\w*(?<!kommunal)bestyrelsen|\w*kommissionen|\w*nævnet|hverv(?:et)?"
    r"|plads(?:en)?\s+i|indtræder\s+(?:\w+\s+)?(?:som|i(?!\s+stedet)))\b",
    re.IGNORECASE,
)
_AT_THE_MEETING = re.compile(
    r"\b(?:deltog|deltager|deltaget|mødte|møder|mødt|indkald\w+|fravær\w*|afbud|forfald|forhindret|inhabil\w*"
    r"|til\s*stede|mødet|dagens|punktets?|sagens)\b",
    re.IGNORECASE,
)
_HINT = re.compile(r"sted(?:et)?\b|stedfort|supple|stf\b|vikar|aflø|erstat|\bfor\s|repræsenteret", re.IGNORECASE)


def substitutions(view: View, start: int, end: int, topic: Group | None) -> tuple[list[tuple[Mention, str]], list[str]]:
    """Substitutes that a sentence names.

    Args:
        view: The stretch that holds the sentence.
        start: Where the sentence begins.
        end: Where it ends.
        topic: Who was last spoken of before it, for pronouns.

    Returns:
        Pairs of a replaced person and the substitute's name, and the names of substitutes for whom nobody is
        named beside them.
    """
    if not _HINT.search(view.masked, start, end):
        return [], []
    if _SEAT.search(view.masked, start, end) and not _AT_THE_MEETING.search(view.masked, start, end):
        return [], []
    pairs: list[tuple[Mention, str]] = []
    taken: list[tuple[int, int]] = []
    for pattern in _FRAMES:
        for match in pattern.finditer(view.masked, start, end):
            substitute = view.group_at(match.start("sub"))
            gone = view.group_at(match.start("gone")) or _meant(view, start, match.start("sub"), topic, substitute)
            if substitute is None or gone is None or overlaps(match.span(), taken) or gone == substitute:
                continue
            taken.append(match.span())
            owned = view.masked.startswith(" sted", match.end("gone"))
            person = without_genitive(gone.people[-1], view.members, owned=owned)
            pairs.append((person, substitute.people[0].name or ""))
    waiting: list[str] = []
    for pattern in _OPEN:
        for match in pattern.finditer(view.masked, start, end):
            substitute = view.group_at(match.start("sub"))
            if substitute is None or overlaps(match.span("sub"), taken):
                continue
            taken.append(match.span("sub"))
            waiting.append(substitute.people[0].name or "")
    return pairs, waiting


def _meant(view: View, start: int, position: int, topic: Group | None, substitute: Group | None) -> Group | None:
    """Whom a pronoun means: the last people before it in the sentence, else the topic."""
    before = [group for group in view.groups_between(start, position) if group != substitute]
    return before[-1] if before else topic
