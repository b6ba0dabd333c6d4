"""What one cell of a labelling sheet says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Any, TypeVar

from ....danish.numbers import parse_number
from ....danish.parties import is_name as is_party_name
from ....danish.parties import is_party, printed_party
from ....schema import ItemType
from ..schema import GoldAbsence, GoldPerson
from .columns import ABSENCES, BINDING, NO, NONE_WORDS, SUBSTITUTE, TYPES, YES

_Value = TypeVar("_Value")

_LARGEST_COUNT = 999
_ENTRIES = re.compile(r"[;\n]")
# A comma inside brackets belongs to the entry.
_PEOPLE = re.compile(r"[;\n]|,(?![^()]*\))|\s+og\s+(?![^()]*\))")
_BRACKETED = re.compile(r"(?P<name>.+?)\s*\((?P<party>[^()]+)\)")
_LETTERED = re.compile(r"(?:[Ll]iste|[Gg]ruppe|[Pp]arti)\s+[A-ZÆØÅ]{1,2}")
_JOINED_TYPES = re.compile(r"\s*(?:[+;,/\n]|\bog\b)\s*")


class CellError(ValueError):
    """A cell that says nothing that is allowed; the text says what is."""


def is_none(text: str) -> bool:
    """Whether a cell says "there is none"."""
    return text.strip().casefold() in NONE_WORDS


def choice(text: str, allowed: Mapping[str, _Value]) -> _Value:
    """The value of a word of a drop-down.

    Args:
        text: The cell.
        allowed: Words and their values.

    Returns:
        The value.

    Raises:
        CellError: It is none of the words; the nearest is named.
    """
    said = " ".join(text.split()).casefold()
    if said in allowed:
        return allowed[said]
    near = get_close_matches(said, list(allowed), n=1, cutoff=0.5)
    hint = f" Is it {near[0]!r}?" if near else ""
    raise CellError(f"{text.strip()!r} is not one of: {', '.join(allowed)}.{hint}")


def types(text: str) -> list[ItemType]:
    """The types of a mixed item, the most binding first.

    Raises:
        CellError: One of them is no type, or 'andet' stands beside others.
    """
    allowed = {kind: kind for kind in TYPES}
    named = {choice(part, allowed) for part in _JOINED_TYPES.split(text.strip()) if part}
    if "andet" in named and len(named) > 1:
        raise CellError("'andet' means that there is no case: it does not go with other types")
    return [kind for kind in BINDING if kind in named]


def count(text: str) -> int | None:
    """A number of votes; None for a blank cell.

    Raises:
        CellError: It is no whole number from 0 to 999.
    """
    said = text.strip()
    if not said:
        return None
    number = parse_number(said)
    if number is None or number > _LARGEST_COUNT:
        raise CellError(
            f"{said!r} is not a number of votes: write digits, 0 where the minutes say 'ingen', nothing where they "
            "print no number"
        )
    return number


def yes(text: str) -> bool:
    """Whether a cell says yes; blank is no.

    Raises:
        CellError: It says neither.
    """
    return choice(text, {YES: True, NO: False, "": False, "x": True, "true": True, "false": False})


def people(text: str) -> list[GoldPerson]:
    """The people and parties of a cell: "Bo Lind (V); A".

    Raises:
        CellError: An entry cannot be read.
    """
    if is_none(text):
        return []
    return [person(part) for part in _PEOPLE.split(text) if part.strip()]


def person(text: str) -> GoldPerson:
    """One person or party: "Bo Lind (V)", "Bo Lind", "A", "Liste T", "Nærlisten (U)".

    Raises:
        CellError: Brackets that are not closed, or an entry without a letter.
    """
    said = " ".join(text.split())
    if said.count("(") != said.count(")") or not any(map(str.isalpha, said)):
        raise CellError(f"{said!r} is neither a name, 'Name (party)' nor a party")
    bracketed = _BRACKETED.fullmatch(said)
    if bracketed:
        if is_party_name(bracketed["name"]) or _LETTERED.fullmatch(bracketed["name"]):
            return GoldPerson(name=None, party=printed_party(said))
        return GoldPerson(name=bracketed["name"], party=printed_party(bracketed["party"]))
    if "(" in said:
        raise CellError(f"{said!r} is neither a name, 'Name (party)' nor a party")
    if is_party(said) or _LETTERED.fullmatch(said):
        return GoldPerson(name=None, party=printed_party(said))
    return GoldPerson(name=said, party=None)


def absences(text: str) -> list[GoldAbsence]:
    """The absences of a cell: "Bo Lind (V): afbud, ferie, stedfortræder Eva Brun; Lis Dam: inhabil".

    Raises:
        CellError: An entry cannot be read.
    """
    if is_none(text):
        return []
    return [absence for entry in _ENTRIES.split(text) if entry.strip() for absence in _entry(entry)]


def _entry(entry: str) -> Iterator[GoldAbsence]:
    who, _, details = entry.partition(":")
    said = _details([detail.strip() for detail in details.split(",") if detail.strip()])
    for each in people(who):
        yield GoldAbsence(name=each.name, party=each.party, **said)


def _details(details: Sequence[str]) -> dict[str, Any]:
    said: dict[str, Any] = {"kind": "absent", "reason": None, "substitute": None}
    reasons = []
    for place, detail in enumerate(details):
        word, _, rest = detail.partition(" ")
        if word.casefold() == SUBSTITUTE:
            said["substitute"] = rest.strip().lstrip(":").strip() or None
        elif detail.casefold() in ABSENCES:
            said["kind"] = ABSENCES[detail.casefold()]
        elif place == 0 and get_close_matches(detail.casefold(), list(ABSENCES), n=1, cutoff=0.8):
            choice(detail, ABSENCES)
        else:
            reasons.append(detail)
    said["reason"] = ", ".join(reasons) or None
    return said
