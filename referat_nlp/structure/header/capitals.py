"""Names that a head prints in capitals ('TIL STEDE: ANNE HOLM, BO LIND'), as running text writes them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ...danish import parties
from ..lines import Line
from .entries import is_role, lists_people
from .words import kind_of_label

_PEOPLE = frozenset(("members", "guests", "substitutes", "excused", "absent"))
_LABEL = re.compile(r"(?P<label>[^:\d]{3,80}?)\s*:\s*")
_LOWER = re.compile(r"[a-zæøåéöüä]")
_PART = re.compile(r"\([^()]*\)|[^,;()•·]+|[,;()•·]")
_WORD = re.compile(r"[A-ZÆØÅÉÖÜÄ]{2,}(?![a-zæøåé])")
_SMALL = "og samt af for med fra til under ved von van de der la afbud ikke stede syg ferie orlov"
_JOINING = frozenset(_SMALL.split())
_REMARK = re.compile(
    r"syg|ferie|afbud|orlov|barsel|fravær|formand|borgmester|medlem|suppleant|stedfortr", re.IGNORECASE
)
#: 'Anne HOLM, Bo LIND': the surname alone.
_SURNAME = re.compile(
    r"(?:^|(?<=[,;•·*] )|(?<= og )|(?<=- ))([A-ZÆØÅ][a-zæøåé]+(?:-[A-ZÆØÅ][a-zæøåé]+)? )"
    r"([A-ZÆØÅ]{3,}(?:-[A-ZÆØÅ]{2,})?)(?=$|[ ]?[,;(]| og )"
)
#: A heading below the list ('ÅBNE SAGER', 'A. SAGER FOR LUKKEDE DØRE').
_HEADING = re.compile(
    r"^[A-ZÆØÅ0-9]{1,3}[.)] |SAG|PUNKT|DAGSORDEN|DØRE|REFERAT|MØDE|BILAG|INDHOLD|ORIENTERING|BESLUTNING|GODKENDELSE"
    r"|LUKKE|ÅBN|ÅBEN|MEDDELELSE|EVENTUELT"
)
_FEWEST = 2


def small_letters(lines: Sequence[Line]) -> list[Line]:
    """The lines; names that a list prints in capitals with small letters behind the first.

    Args:
        lines: The lines of a head.
    """
    read: list[Line] = []
    within = False
    for line in lines:
        label = _LABEL.match(line.text)
        if label is not None and kind_of_label(label["label"].strip(" *_")) not in _PEOPLE:
            label = None
        begins = label.end() if label else 0
        if label is None and kind_of_label(line.text.strip(" *_:.")) in _PEOPLE:
            within = _LOWER.search(line.text) is None
        elif label is not None or (within and not _HEADING.search(line.text)):
            names = _written_small(line.text[begins:])
            within = names is not None or (label is not None and _LOWER.search(line.text) is None)
            if names is not None:
                line = replace(line, text=line.text[:begins] + names)
        else:
            within = False
        read.append(line)
    return read


def _written_small(text: str) -> str | None:
    """A list of names in capitals as running text writes it; None where it is none, or has small letters already."""
    outside = re.sub(r"\([^()]*\)", "", text)
    if _LOWER.search(outside) is None:
        written = "".join(map(_part, _PART.findall(text)))
        return written if written != text and lists_people(written, with_reasons=True) else None
    if len(_SURNAME.findall(text)) < _FEWEST:
        return None
    return _SURNAME.sub(lambda match: match[1] + match[2].title(), text)


def _part(part: str) -> str:
    if part.startswith("("):
        return part.lower() if _LOWER.search(part) is None and _REMARK.search(part) else part
    if parties.is_party(part.strip()) and not _REMARK.search(part):
        return part
    return part.lower() if is_role(part.strip().lower()) else _WORD.sub(_word, part)


def _word(match: re.Match[str]) -> str:
    word = match.group()
    return word.lower() if word.lower() in _JOINING or is_role(word.lower()) else word.capitalize()
