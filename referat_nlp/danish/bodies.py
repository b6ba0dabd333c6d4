"""Names of municipal bodies: councils, committees, boards."""

from __future__ import annotations

import re
from functools import lru_cache

_CAP = r"[A-ZÆØÅ][\wæøåéÆØÅ]*"
# A body's name ends in one of these words, alone ("Byrådet") or as the tail of a compound ("Miljøudvalget").
_TAIL = (
    r"(?:[\wæøåéÆØÅ]*(?:[Uu]dvalg(?:et)?|[Rr]åd(?:et)?|[Bb]estyrelse(?:n)?|[Nn]ævn(?:et)?|[Kk]ommission(?:en)?"
    r"|[Rr]epræsentation(?:en)?|[Mm]agistrat(?:en)?|[Dd]irektion(?:en)?|[Ff]orum|[Kk]omit[eé](?:en)?))"
)
# Words of a compound name are joined by 'og', commas or hyphens; words joined by a space alone are all capitalised.
_AND = r"(?:,[ ]|[ ]?,?[ ](?:og|&)[ ]|[ ]?/[ ]?)"
_JOIN = r"(?:[ ]?,[ ]|[ ]og[ ]|[ ]&[ ]|-[ ]og[ ]|-,[ ]|[ ]|/)"
_PERIOD = r"(?:[ ]\(?\d{2,4}[ ]?[-–][ ]?\d{2,4}\)?(?![-–.\d]))?"
# 'Udvalget for Teknik og Miljø, Solvager Kommune': the municipality is no subject of the committee's.
_MUNICIPALITY = rf"(?:{_CAP}(?:[ -](?:og[ ])?{_CAP}){{0,2}}[ ](?i:kommunes?)|Region[ ]{_CAP})(?![\wæøå-])"
_SUBJECT = (
    r"[\wæøåéÆØÅ]+"
    rf"(?:{_JOIN}(?!(?:den|d\.|i|på|mødet|om|har|at)\b|{_MUNICIPALITY})[\wæøåéÆØÅ]+){{0,7}}"
)
_FOR = rf"(?:[ ]for[ ]{_SUBJECT})?"
# '§ 17, stk. 4-udvalget om bosætning', '§ 17.4-udvalg for klima'.
_SPECIAL = (
    r"§[ ]?17[.,]?[ ]?(?:stk\.?[ ]?)?4[ -]*[Uu]dvalg(?:et)?"
    rf"(?:[ ](?:for|om|vedrørende|vedr\.)[ ]{_SUBJECT})?"
)

#: A body's name as a pattern without groups: "Teknik- og Miljøudvalget", "Udvalget for Kultur og Fritid".
BODY_PATTERN = (
    rf"(?:(?:Det[ ]|Den[ ])?(?:(?:{_CAP}[ ]){{1,3}}?)?"
    rf"(?:{_CAP}-[ ]|(?:{_CAP}|[a-zæøå]+)-?{_AND}(?:{_CAP}[ ])?){{0,6}}{_TAIL}{_FOR}{_PERIOD}"
    rf"|(?:{_SPECIAL})|ØKU|Byråd|Udvalget)"
)
COUNCIL = "Byrådet"
"""A name of the council, which :func:`same_body` takes for any other of its names."""
#: A body by its initials, as a pattern without groups: 'TMU', 'ØU'.
INITIALS = r"[A-ZÆØÅ]{2,5}"
_BODY = re.compile(rf"(?<![\w])(?=[A-ZÆØÅ§]){BODY_PATTERN}(?![\wæøå])")

_OF_MUNICIPALITY = re.compile(rf"(?:\s*[,–|-]|\s+i)?\s+{_MUNICIPALITY}$")
_PERIOD_TAIL = re.compile(r"\s*\(?\b\d{2,4}\s?[-–]\s?\d{2,4}\)?$")
_PUNCTUATION = re.compile(r"[^\wæøå ]+")
_MEETING_BEHIND = re.compile(r"(?:s?møder?|s?mødet)$")
_NEUTER_ENDING = re.compile(r"(udvalg|råd|nævn)(?:ets|et|s)$")
_COMMON_ENDING = re.compile(r"(bestyrelse|repræsentation|kommission|magistrat|direktion)(?:ens|en|ns|n|s)$")


def find_body(text: str) -> str | None:
    """The first body named in ``text``, as printed, or None."""
    match = _BODY.search(text)
    return match.group() if match else None


@lru_cache(maxsize=1024)
def body_key(name: str) -> str:
    """A form of a body's name in which its spellings agree.

    'Beskæftigelsesudvalget 2013-2021', 'beskæftigelsesudvalgets' and 'BESKÆFTIGELSESUDVALG' have one key.

    Args:
        name: The name as printed.

    Returns:
        The key, lower case, without definite ending, genitive, period and punctuation.
    """
    key = _OF_MUNICIPALITY.sub("", name.strip().strip(":.,"))
    key = _PERIOD_TAIL.sub("", key).casefold()
    key = _MEETING_BEHIND.sub("", _PUNCTUATION.sub(" ", key))
    words = [word for word in key.split() if word not in ("og", "for", "det", "den", "s")]
    return " ".join(_indefinite(word) for word in words)


def _indefinite(word: str) -> str:
    return _COMMON_ENDING.sub(r"\1", _NEUTER_ENDING.sub(r"\1", word))


_OF_MEETING = re.compile(r"(?P<body>\S.*?)(?:['’]?s)?[ ]møder?t?|(?P<word>[^\W\d]*?(?P<kind>{}))s?møder?t?".format(
    "udvalg|råd|nævn|bestyrelse|repræsentation|kommission|magistrat"
))  # fmt: skip


def body_of_meeting(name: str) -> str | None:
    """The body whose meeting is named where a decision's body stands.

    >>> body_of_meeting("byrådsmødet"), body_of_meeting("Kulturudvalgets møde"), body_of_meeting("mødet")
    ('Byrådet', 'Kulturudvalget', None)

    Args:
        name: What stands between 'Beslutning på' and the date, as printed.

    Returns:
        The body, or the name itself where it is that of no meeting; None where it says no more than 'mødet'.
    """
    if name.casefold() in ("mødet", "møde", "dagens møde", "udvalgsmødet", "rådsmødet"):
        return None
    match = _OF_MEETING.fullmatch(name)
    if match is None:
        return name
    if match["body"]:
        return match["body"] if is_body_name(match["body"]) else name
    ending = "et" if match["kind"] in ("udvalg", "råd", "nævn") else "n" if match["kind"][-1] == "e" else "en"
    return match["word"][0].upper() + match["word"][1:] + ending


def is_body_name(text: str) -> bool:
    """Whether the whole text is a body's name."""
    return re.fullmatch(BODY_PATTERN, text) is not None


def is_initials(name: str) -> bool:
    """Whether a body is printed by its initials ('TMU')."""
    return _INITIALS.fullmatch(name) is not None


def same_body(left: str | None, right: str | None) -> bool:
    """Whether two printed names mean one body; a bare 'Udvalget' agrees with any committee, and so do initials."""
    if not left or not right:
        return False
    for short, name in ((left, right), (right, left)):
        if is_initials(short) and not is_initials(name):
            return _stands_for(short, name)
    a, b = body_key(left), body_key(right)
    if a == b:
        return True
    if "udvalg" in (a, b):
        return "udvalg" in a and "udvalg" in b
    if "udvalg" in a and "udvalg" in b and (about := _topics(a)) and about == _topics(b):
        return True
    return _is_council(a) and _is_council(b)


def _topics(key: str) -> frozenset[str]:
    """What a committee is for, as 'Udvalget for Kultur og Fritid' and 'Kultur- og Fritidsudvalget' both say it."""
    words = (word.removesuffix("udvalg").removesuffix("s") for word in key.split())
    return frozenset(filter(None, words))


_INITIALS = re.compile(INITIALS)
_COUNCIL_INITIALS = frozenset(("BY", "BR", "BYR", "KB", "KMB", "RR"))
_COMPOUND = re.compile(r"(udvalg|råd|bestyrelse|repræsentation|kommission|forum|nævn)$")


def _stands_for(initials: str, name: str) -> bool:
    """Whether initials are those of a body: 'TMU' and 'TM' of 'Teknik- og Miljøudvalget', 'ØK' of 'Økonomiudvalget'."""
    key = body_key(name)
    if not key or (_is_council(key) and initials in _COUNCIL_INITIALS):
        return bool(key)
    first, *rest = _COMPOUND.sub(r" \1", key).split()
    pattern = _beginning(first) + "".join(f"(?:{_beginning(word)})?" for word in rest)
    return re.fullmatch(pattern, initials.casefold()) is not None


def _beginning(word: str) -> str:
    """A pattern of a word's first letter, or its first three."""
    return f"{word[0]}(?:{word[1:2]}{word[2:3]}?)?"


_COUNCIL = re.compile(r"(?:^| )(?:byråd|kommunalbestyrelse|borgerrepræsentation|regionsråd)$")


def _is_council(key: str) -> bool:
    """Whether a key names the council itself, under whatever name the municipality has for it."""
    return _COUNCIL.search(key) is not None
