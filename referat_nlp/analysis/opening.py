"""The items that open a meeting: they approve the agenda, or tell who is there."""

from __future__ import annotations

import re

from ..danish.people import people_in
from .context import ItemContext

_AGENDA_TITLE = re.compile(r"\b(?:tillægs)?dagsorden(?:en)?s?\b", re.IGNORECASE)
_BRACKETS = re.compile(r"\([^()]*\)")
# What is only decided where the agenda is approved: told of items without a title.
_OF_AGENDA = re.compile(
    r"(?:\A|\n)\W*(?:tillægs)?dagsorden(?:en)?\b[^.:;\d]{0,80}\b(?:godken|tiltr|vedt)"
    r"|\b(?:punkt|pkt|sag|dagsordenspunkt)(?:et|en|er|erne)?\.?\s*(?:nr\.?\s*)?\d[^.;]{0,160}?"
    r"\b(?:udgår|udgik|udgået|tage[rs]|taget|tog(?:es)?|optages?|sættes|slettes|fjernes|flyttes|føjes)\b"
    r"[^.;]{0,60}?\bdagsorden",
    re.IGNORECASE,
)
_WHO_IS_THERE = re.compile(
    r"\b(?:afbud|fravær|fremmød|mødedeltag|deltagere|habilitet|inhabil)|\båbning\b|\bvelkom", re.IGNORECASE
)


_ONLY_ABSENCE = re.compile(
    r"\W*(?:meldt\s+)?(?:fravær|afbud|forfald)\w*(?:\s*(?:,|/|&|\bog\b|\bsamt\b|\bmed\b|\buden\b)\s*"
    r"(?:fravær|afbud|forfald|stedfortræder|suppleant|inhabil|fremmød)\w*)*\W*",
    re.IGNORECASE,
)


_ONLY_ATTENDANCE = re.compile(
    r"\W*(?:mødets?\s+|dagens\s+|liste\s+over\s+|konstatering\s+af\s+)?"
    r"(?:(?:møde)?deltager(?:e|ne|liste|listen)?|fremmød(?:e|te|t)|mødte|navneopråb|(?:til\s*stede|tilstede)(?:værende)?)"
    r"(?:\s*(?:,|/|&|\bog\b|\bsamt\b)\s*(?:fravær|afbud|forfald|stedfortræder|suppleant|inhabil|habilitet|fremmød"
    r"|deltager|navneopråb)\w*)*\W*",
    re.IGNORECASE,
)
# Words that a list of people has beside their names: of parties, of offices, of why somebody is away.
_MOST_BESIDE = 40


def is_absence_list(title: str) -> bool:
    """Whether an item of a title does nothing but name the absent ('Fraværende', 'Afbud og stedfortrædere')."""
    return _ONLY_ABSENCE.fullmatch(title) is not None


def lists_only_people(item: ItemContext) -> bool:
    """Whether an item does nothing but name who met or was away.

    Its title says so, and what it tells beside the names is no more than such a list needs: 'Fravær' above a page
    about pupils who stay at home is a case.
    """
    title = item.item.title or ""
    if not (is_absence_list(title) or _ONLY_ATTENDANCE.fullmatch(title)):
        return False
    told = [section.text for section in item.item.sections if section.kind not in ("bilag", "fravaer", "kompetence")]
    return all(_beside_names(text, item) <= _MOST_BESIDE for text in told)


def _beside_names(text: str, item: ItemContext) -> int:
    """How many words of a text are of nobody's name."""
    people = people_in(text, 0, len(text), item.members)
    named = sum(len(text[person.start : person.end].split()) for person in people)
    return len(text.split()) - named


def is_agenda_item(title: str) -> bool:
    """Whether an item of a title approves the agenda."""
    return bool(_AGENDA_TITLE.search(_BRACKETS.sub("", title))) and "punkt" not in title.lower()


def approves_agenda(item: ItemContext) -> bool:
    """Whether an item approves the agenda, by its title, or by its decision where it has none."""
    if item.item.title:
        return is_agenda_item(item.item.title)
    return any(_OF_AGENDA.search(decision.text) for decision in item.own_decisions)


def opens_meeting(item: ItemContext) -> bool:
    """Whether an item approves the agenda or tells who is there, and so may speak of the items to come."""
    return approves_agenda(item) or bool(_WHO_IS_THERE.search(item.item.title or ""))
