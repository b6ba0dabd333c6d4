"""Names of municipalities and regions."""

from __future__ import annotations

import re
from collections.abc import Iterable

_CAP = r"[A-ZÆØÅ][\wæøåéÆØÅ]*(?:-[A-ZÆØÅ][\wæøåéÆØÅ]*)*"
#: A municipality with its name before the word, or a region, and whether it stands in the genitive.
MUNICIPALITY = re.compile(
    rf"(?P<name>{_CAP}(?:[ ](?:og[ ])?{_CAP}){{0,2}}[ ](?:[Kk]ommune|KOMMUNE)|Region[ ]{_CAP}"
    rf"|REGION[ ]{_CAP})(?P<genitive>s?)(?![\wæøå-])"
)
_SMALL = re.compile(r"\bkommune$")
_PART = re.compile(r"\s+[-–—|·•»/]\s+|\t|[|·•»©\n,;:(]\s*|\.(?=\s)")
_LEAD = re.compile(r"(?:(?:Velkommen til|Til forsiden|Forsiden?|Forside for|Logo|Hjem|Gå til)[ :]+)+", re.IGNORECASE)
_LOGO = re.compile(r"(?:s)?[ ]+(?:logo|våben|byvåben|forside|hjemmeside)$", re.IGNORECASE)


def printed_name(name: str) -> str:
    """A municipality's name as names are written, also where it is printed in capitals or with a small 'kommune'."""
    return name.title() if name.isupper() else _SMALL.sub("Kommune", name)


def only_municipality(texts: Iterable[str]) -> str | None:
    """The municipality that titles, logos and page edges name as their own, if they name exactly one.

    >>> only_municipality(["Referat 12. maj 2021 - Byrådet - Sølvager Kommune", "Sølvager Kommunes logo"])
    'Sølvager Kommune'
    >>> only_municipality(["Sølvager Kommune", "Et samarbejde med Vesterby Kommune", "Vesterby Kommune"])

    Args:
        texts: The texts; parts of them that dashes, bars, commas and the like set apart are looked at singly.
    """
    found = set()
    for text in texts:
        for part in _PART.split(text[:2000]):
            bare = _LOGO.sub("", _LEAD.sub("", part.strip()))
            match = MUNICIPALITY.fullmatch(bare)
            if match:
                found.add(printed_name(match["name"]))
    return found.pop() if len(found) == 1 else None
