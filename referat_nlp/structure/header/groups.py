"""Groups within a list of people, under the words for whom they stand: 'Forældrevalgte: Anne Holm, Bo Lind'."""

from __future__ import annotations

import re

from ...danish import parties
from .entries import is_role, lists_people
from .people_labels import kind_before
from .sentences import sentences_of, tells
from .words import FieldKind, kind_of_label

_HEAD = re.compile(r"(?P<head>[A-ZÆØÅ][^:;\n\t\d()]{2,70}?)\s*:(?:\s+|$)")
#: What names a group of a body, and is no other label of a head.
_OF_A_BODY = re.compile(
    r"(?:repræsentant(?:er(?:ne)?)?|valgte|udpegede|indstillede|medlem(?:mer(?:ne)?)?|politikere|elever|forældre|lærere"
    r"|ansatte|organisation(?:er(?:ne)?)?|foreninger(?:ne)?|partnere|brugere|pårørende)$"
    r"|^(?:fra|for|repræsentant(?:er)?[ ]for|udpeget[ ]af|valgt[ ]af|indstillet[ ]af)[ ]",
    re.IGNORECASE,
)
_NO_GROUP = re.compile(
    r"presse|tilhører|tilskuer|referent|ref\.|sekretær|mødeleder|ordstyrer|dirigent|protokol|kopi|underskr|sendt|kontakt|telefon|\bmail|spørgsmål"
    r"|godkend|stedfortr|suppleant|afbud|forfald|[.,] |næste|punkt|\bsag|bilag|udsend|bemærkning|opmærksom",
    re.IGNORECASE,
)
_LISTED = re.compile(r"(?:[Ll]iste|[Gg]ruppe)\s+[A-ZÆØÅ]{1,3}")
_NOBODY = re.compile(r"ingen|[-–. ]*", re.IGNORECASE)
_AWAY = re.compile(r"^(?:afbud|forfald|fraværende)(?:[ ]fra)?[: ]+", re.IGNORECASE)
_OFFICIALS = re.compile(
    r"forvaltning|administration|embeds|direktion|sekretariat|ledelse|gæst|observatør|tilforord", re.I
)


def group_of(text: str, kind: FieldKind | None) -> str | None:
    """The people of a line that is a group in the list above it.

    >>> group_of("Forældrevalgte: Anne Holm, Bo Lind", "members")
    'Anne Holm, Bo Lind'
    >>> group_of("Forældrevalgte: Anne Holm", "place")

    Args:
        text: The line.
        kind: The kind of the list above.

    Returns:
        Its people, '' where it holds none; None where the line is no such group.
    """
    head = _group_head(text, kind)
    if head is None:
        return None
    people = _AWAY.sub("", text[head.end() :].strip()) if kind != "members" else text[head.end() :].strip()
    if _says_more(head["head"], people):
        return None
    if not people or _NOBODY.fullmatch(people):
        return "" if people or (kind == "members" and _OF_A_BODY.search(head["head"])) else None
    told = sentences_of(people)
    return people if len(told) == 1 and not tells(people) and lists_people(people, with_reasons=True) else None


def is_group_head(text: str, below: str, kind: FieldKind | None) -> bool:
    """Whether a line only names a group of the list, whose people stand on the line below."""
    head = _group_head(text, kind)
    if head is None or head.end() < len(text) or _says_more(head["head"], below):
        return False
    return lists_people(below, with_reasons=True)


def _says_more(head: str, people: str) -> bool:
    """Whether the words say of the people that they were away or came as guests, and not only for whom they stand."""
    return not _OF_A_BODY.search(head) and kind_before(head, people) not in (None, "members")


def _is_party(head: str) -> bool:
    return parties.is_party(head) or _LISTED.fullmatch(head) is not None


def _group_head(text: str, kind: FieldKind | None) -> re.Match[str] | None:
    if kind not in ("members", "excused", "absent"):
        return None
    match = _HEAD.match(text)
    # 'Venstre: Anne Holm' is a list of people itself.
    if match is None or _NO_GROUP.search(match["head"]) or _is_party(match["head"]):
        return None
    head = match["head"]
    of_a_body = _OF_A_BODY.search(head) is not None
    if kind == "members":
        says_else = is_role(head) or kind_of_label(head) not in (None, "members")
        return match if of_a_body or not says_else else None
    # Below an empty list of those away 'Fra forvaltningen:' tells who came.
    return match if of_a_body and not _OFFICIALS.search(head) and not kind_of_label(head) else None
