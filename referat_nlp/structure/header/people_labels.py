"""Labels above lists of people that no list of labels holds: what follows them tells that they are labels.

'Hvem var med', 'Udvalget', 'Disse kunne ikke komme': a house words them as it likes. What they say of the people
is told by the stems of their words.
"""

from __future__ import annotations

import re
from functools import lru_cache

from .entries import entries_of, is_role, lists_people
from .sentences import stand_ins, tells
from .words import FieldKind, kind_of_label

#: As in 'Hvem var med: …'; a label has no more words than a heading.
LEADING = re.compile(r"(?P<label>[A-ZÆØÅ][^:;\n\t\d]{2,58}?)\s*[:?]\s*(?=\S)")
_SHORT = 60
#: In this order: 'Medlemmer, der ikke deltog' holds the words of those who did, too.
_STEMS: tuple[tuple[FieldKind, str], ...] = (
    ("absent", r"inhabil|uden\s+afbud"),
    ("excused", r"afbud|forfald|undskyldt|meldt\s+fra"),
    (
        "absent",
        r"fravær|\b(?:ikke|ej)\b|udebl|mangle|forhindr|orlov|\bsyge?(?:meldte?)?\b|barsel|\bferie|bortrejst|frafald"
        r"|\bvæk\b|\bhjemme\b",
    ),
    ("substitutes", r"stedfortr|supplea|afløs|\bi\s+stedet\b|vikar"),
    (
        "guests",
        r"forvaltning|administration|embeds|gæst|direktion|sekretariat|ansatte|medarbejder|oplægshold|ekstern|observatør"
        r"|tilforordne|indbudt|inviter|konsulent|øvrige|andre\b|desuden|fagfolk",
    ),
    (
        "members",
        r"medlem|deltag|\bmødt|\bmed\b|\bkom\b|til\s?stede|deltog|udvalg|råd(?:et)?\b|bestyrelse|nævn|sammensætning"
        r"|fremmød|politiker|\bsidder\b|\bsad\b|folkevalgt|navne",
    ),
)
_COMPILED = [(kind, re.compile(stems, re.IGNORECASE)) for kind, stems in _STEMS]
# Whoever is named behind these was not therefore at the meeting.
_NO_LABEL = re.compile(
    r"[:(\[\d\t]|kopi|underskr|godkend|sendt|kontakt|spørgsmål|referent|fordeling|valgt|udpeg|bilag|\bpunkt|\bsag|næste|forslag|indstil",
    re.IGNORECASE,
)
_ROLL = frozenset(("navn", "navne", "medlem", "medlemmer", "byrådsmedlem", "udvalgsmedlem", "deltager"))
_BESIDE = re.compile(
    r"(?:ikke|ej)\s+(?:mødt|fremmødt|til\s?stede)|udeblevet|parti|liste|(?:parti)?gruppe|fremmødt?e?|til\s?stede|mødt|afbud|titel|bemærkning(?:er)?|funktion|rolle|status|deltog"
    r"|fraværende|stedfortræder|hverv"
)


def roll_head(cells: list[str]) -> bool:
    """Whether the cells of a row are the heads of a roll's columns ('Navn', 'Parti', 'Fremmøde')."""
    words = [cell.strip(" .:*").casefold() for cell in cells]
    return len(words) > 1 and words[0] in _ROLL and all(map(_BESIDE.fullmatch, words[1:]))


@lru_cache(maxsize=1024)
def kind_before(label: str, people: str) -> FieldKind | None:
    """What a label of any wording is by the people who stand behind or below it.

    Args:
        label: The words that may be a label.
        people: What stands behind them on the line, or on the line below.

    Returns:
        Its kind; None where it is no label of people.
    """
    label = label.strip(" .:?*–-")
    if len(label) > _SHORT or _NO_LABEL.search(label) or kind_of_label(label) or is_role(label):
        return None
    if not lists_people(people, with_reasons=True):
        return None
    kind = next((kind for kind, stems in _COMPILED if stems.search(label)), None)
    if kind is None or lists_people(label, with_reasons=True) or tells(label) or stand_ins(label):
        return None
    entries = entries_of(people)
    described = sum(1 for entry in entries if entry.party or entry.role)
    return kind if entries and (kind != "members" or 2 * described >= len(entries)) else None
