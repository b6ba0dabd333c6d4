"""The section headings of Danish minutes and what each of them means.

A heading is known by its words (:mod:`.heading_words`), or by its form ('Beslutning i Byrådet den 4. marts 2024').
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from .bodies import BODY_PATTERN, COUNCIL, INITIALS, body_of_meeting, same_body
from .dates import DATE_PATTERN, find_date
from .heading_patterns import kind_by_pattern
from .heading_words import AMBIGUOUS, WORDS

#: Headings that carry an item's frame: accepted also where the layout does not show them as headings.
STRONG_KINDS = frozenset((
    "resume", "indstilling", "beslutning", "indstilling_og_beslutning", "tidligere_beslutning", "sagsfremstilling",
    "bilag",
))  # fmt: skip


@lru_cache(maxsize=16384)
def heading_key(text: str) -> str:
    """A heading in the form in which spellings agree: lower case, no accents on e, no commas or closing marks."""
    key = text.replace("é", "e").replace("É", "e").replace(",", "").casefold().strip(" \t:.,;?-–—*_#|")
    return " ".join(key.split())


#: Heading (as :func:`heading_key` gives it) → kind.
HEADINGS: dict[str, str] = {heading_key(word): kind for kind, words in WORDS.items() for word in words}
_LONGEST = max(map(len, HEADINGS))
#: Headings of one word that letter-spacing ('B E S L U T N I N G') or a scan ('Be slutning') may break up.
_SPACED = {
    key: kind
    for key, kind in HEADINGS.items()
    if " " not in key and len(key) > 4 and (kind in STRONG_KINDS or kind == "oekonomi")
}


@dataclass(frozen=True, slots=True)
class Heading:
    """A section heading found in a line.

    Attributes:
        kind: The section kind, or ``indstilling_og_beslutning``.
        heading: The heading as printed, without a closing colon.
        length: Characters of the line that the heading takes, the colon and following space included; what
            stands behind is the section's first text.
        body: The body that it names, as printed, or None.
        date: The date that it names, ISO 8601, or None.
        certain: False where the words are common as a subheading of a case too.
    """

    kind: str
    heading: str
    length: int
    body: str | None = None
    date: str | None = None
    certain: bool = True

    @property
    def is_strong(self) -> bool:
        """Whether it can be nothing but a heading, of a kind that items are known by."""
        return self.certain and self.kind in STRONG_KINDS


#: What opens the words of a decision, as a pattern without groups: what follows 'Beslutning' on its line is decided.
DECIDED = (
    r"(?:Godkend(?:t|es|tes)|Tiltr[aå]d(?:t|tes|es)|Vedtag(?:et|es)|Anbefal(?:es|et|edes)|Udsat|Udsættes|Udgår|Udgik"
    r"|Drøfte(?:t|des|s)|Forkastet|Afvis(?:t|es)|Afslået|Bortfaldt|Bortfalder|Indstilles|Genoptages|Henvis(?:t|es)"
    r"|(?:Over|Frem|Tilbage|Videre)send(?:t|es|tes)"
    r"|(?:(?:Tages|Taget|Blev[ ]taget)[ ]til|Til)[ ](?:efterretning|orientering)"
    r"|(?:Indstilling(?:en|erne)|Punktet|Sagen|Forslaget)[ ]"
    r"(?:blev|er|godkend|tiltr[aå]d|vedtag|udsat|udsæt|udgår)\w*)\b"
)
#: The title of a document: whose minutes these are, and no decision of theirs.
_DOCUMENT = r"(?!(?:[\wæøå]+-?)?(?i:referat|protokol|dagsorden|udskrift|indkaldelse)(?:et|len|en)?[ ])"
#: Words of a sentence, which no body's name holds.
_TOLD = re.compile(rf"{DECIDED}|\b(?:er|har|blev|bliver|skal|kan|ikke|at|idet|henhold|derfor)\b")

_POINT = r"(?i:,?[ ]?(?:sag(?:snr\.?)?|punkt|pkt\.?|nr\.?)[ ]?(?:nr\.?[ ]?)?\d+\w*)?"
_TAIL_DATE = (
    r"(?:,?[ ](?:(?:i|på|ved)[ ](?:mødet|byrådsmødet|\w+møde(?:t)?)[ ]?,?[ ]?)?(?:mødet[ ])?"  # 'på mødet'
    r"(?:den|d\.|fra|af|pr\.)?[ ]?(?:(?:man|tirs|ons|tors|fre|lør|søn)dag[ ](?:den|d\.)[ ])?"  # 'tirsdag den'
    rf"(?P<date>{DATE_PATTERN}))"
)
_DECISION_WORDS = (
    "beslutning", "endelig beslutning", "åben beslutning", "politisk beslutning", "behandl", "vedtagelse", "afgørelse",
)  # fmt: skip
_ASKING_WORD = re.compile(r" indstill| anbefaler| foreslår|s forslag")
#: 'Planklagenævnets afgørelse' is a subheading of the case.
_OF_STATE = re.compile(
    r"klagenævn|ankenævn|fredningsnævn|taksations?kommission|ekspropriationskommission", re.IGNORECASE
)
_BODY_WORD = re.compile(r"udvalg|råd|bestyrelse|repræsentation|direktion|nævn|magistrat")
_LOWER_BODY = rf"(?:{BODY_PATTERN}|[a-zæøå]+(?:udvalget|rådet|bestyrelsen|repræsentationen|mødet))"
_ANY_BODY = r"(?!(?:om|at|den|d\.|mv|og)\b)[A-ZÆØÅ§a-zæøå][^:.;?!]{2,90}?"
_END = r"[ ]?(?:\([\w ]+\))?[ ]*(?P<colon>:|[ ][-–]|\.?$|(?<=\d)(?=[A-ZÆØÅ][a-zæøå]))"
# With a date, any words may name the body ("Beslutning i Plan, Teknik og Miljø den 4. marts 2024").
_DECISION_HEADING = re.compile(
    r"^(?:[Ee]ndelig[ ]|Åben[ ]|Politisk[ ])?"
    r"(?:[Bb]eslutning(?:er)?|Behandling|Behandlet|Vedtagelse|Afgørelse)\b"
    r"(?:[ ](?:i|fra|af|for|på|truffet[ ]af|ved))?[ ,\-–]*"
    rf"(?P<body>{_ANY_BODY})?{_TAIL_DATE}{_POINT}{_END}"
)
_DECISION_BODY_ONLY = re.compile(
    # The day may be lost: 'Beslutning i Byrådet den:'
    rf"^Beslutning(?:er)?[ ](?:(?:i|fra|af|for|på)[ ])?(?P<body>{_LOWER_BODY})(?:[ ]den(?=[ ]?:?$))?{_POINT}{_END}"
)
# Behind a colon only what is a body for certain: 'BESLUTNING: Økonomiudvalget den 04-03-2024', 'Beslutning: TMU 4.3.24'
_DECISION_OF = re.compile(
    rf"^(?:Beslutning|Vedtagelse|Afgørelse|Behandling)[ ]?:[ ](?:i[ ])?(?P<body>{_LOWER_BODY}|{INITIALS})"
    rf"{_TAIL_DATE}{_POINT}{_END}"
)
_BODYS_DECISION = re.compile(
    rf"^(?P<body>{BODY_PATTERN})(?:s|’s|'s)?[ ]"
    r"(?P<what>beslutning|behandling|afgørelse|vedtagelse|anbefaling|udtalelse|indstilling|erklæring)(?:er)?"
    rf"{_TAIL_DATE}?{_POINT}{_END}"
)
_BODY_LINE = re.compile(
    rf"^{_DOCUMENT}(?P<body>{BODY_PATTERN})(?:(?:s|’s|'s)[ ]møde)?(?:,[ ]|[ ](?:den|d\.)[ ]|[ ]|[ ]?[-–][ ])"
    rf"(?:den[ ]|d\.[ ])?(?P<date>{DATE_PATTERN}){_POINT}{_END}"
)
# A committee without a committee's word in its name is known by the 'og' in it: 'Teknik og Miljø den 8. april 2015:'.
_JOINED = r"[A-ZÆØÅ][\wæøå]+(?:(?:,|-| og| &|- og)[ ](?!(?:Man|Tirs|Ons|Tors|Fre|Lør|Søn)dag\b)[A-ZÆØÅ][\wæøå]+){1,4}"
_JOINED_LINE = re.compile(rf"^(?P<body>{_JOINED})(?:,|[ ]den|[ ]d\.|,[ ]den)[ ](?P<date>{DATE_PATTERN}){_POINT}{_END}")
# A body by its initials: 'TMU den 3/6 1998:', 'TMU 03.06.1998, pkt. 7'.
_INITIALS_LINE = re.compile(
    rf"^(?P<body>{INITIALS})(?:,|[ ]den|[ ]d\.|,[ ]den)?[ ](?P<date>{DATE_PATTERN})"
    rf"(?:{_POINT}[ ]?(?P<colon>:)$|,?[ ](?i:sag|punkt|pkt\.?|nr\.?)[ ]?\d+$)"
)
_BODY_TREATED = re.compile(
    rf"^(?P<body>{BODY_PATTERN})[ ](?:har[ ])?(?:på[ ](?:sit[ ])?møde[t]?[ ])?"
    rf"(?:den|d\.)?[ ]?(?P<date>{DATE_PATTERN})[ ]"
    r"(?:behandlet|behandlede|drøftet|drøftede|besluttet|anbefalet|udtalt)"
    r"(?:[ ](?:sagen|punktet|følgende))?(?P<colon>:|$)"
)
_OTHERS_INDSTILLING = re.compile(
    r"^(?:(?:Indstilling|Anbefaling)[ ](?:fra|af)[ ](?P<body>[A-ZÆØÅ][^:.]{2,80}?)"  # 'Indstilling fra Ældrerådet'
    r"|(?P<who>(?!Afstemning|Derefter|Herefter)[A-ZÆØÅ][\wæøåÆØÅ, -]{0,60}?)"
    # 'Ældrerådets anbefaling'
    r"(?:s[ ](?:indstilling(?:er)?|anbefaling(?:er)?|forslag(?:[ ]til[ ](?:beslutning|afgørelse))?)"
    # 'Ældrerådet anbefaler til byrådet, at'
    r"|[ ](?:indstiller|anbefaler|foreslår)(?:[ ](?:til[ ][^:.]{3,60}))?,?(?:[ ]at)?))[ ]*(?P<colon>:|,?$)"
)
# 'Fraværende i Teknik- og Miljøudvalget - 12. september 2022'
_ABSENT_FROM = re.compile(
    rf"^(?:Fraværende|Afbud|Fravær)(?:[ ]med[ ]afbud)?[ ](?:i|fra|på|ved)[ ](?P<body>{BODY_PATTERN}|mødet)"
    rf"(?:s[ ]møde)?(?:(?:,|[ ]?[-–])?{_TAIL_DATE})?[ ]*(?P<colon>:|$)"
)
_INLINE = re.compile(r"^([^\d\W][^:.?!\n\t]{2,60}):[ \t]+(?=\S)")
#: Headings that may carry their text behind a colon on the same line.
_INLINE_KINDS = STRONG_KINDS | {"kompetence", "oekonomi", "lovgrundlag", "hoering", "tidsplan", "kommunikation"}
_WORD_END = re.compile(r"[ ,/]")
_LONGEST_PATTERN = 100
_FIRST_WORDS = frozenset(_WORD_END.split(key, 1)[0] for key in HEADINGS)


@lru_cache(maxsize=16384)
def match_heading(line: str) -> Heading | None:
    """The section heading that a line is or begins with.

    Args:
        line: One line, stripped.

    Returns:
        The heading, or None where the line neither is one nor opens with one. Headings that stand glued to
        text are not seen here; see :func:`split_glued`.
    """
    if len(line) < 3 or line[0].islower():
        return None
    if len(line) > 200:  # a paragraph; it may still open with a heading: 'Beslutning: …'
        head = line[:160]
        return _match_form(head + "\0") or _match_inline(head) if ":" in head else None
    may_be_known = len(line) <= _LONGEST + 3 or line[1] == " "
    may_be_put_together = len(line) < _LONGEST_PATTERN and line[0] not in "-•" and line[-1] not in ".,;?!"
    key = heading_key(line) if may_be_known or may_be_put_together else ""
    if may_be_known:
        kind = HEADINGS.get(key) or _compound(key) or _SPACED.get(key.replace(" ", "") if " " in key else "")
        if kind is not None and line[0] not in "-•":
            return Heading(kind, line.rstrip(" :").strip("*_# "), len(line), certain=key not in AMBIGUOUS)
    put_together = kind_by_pattern(key) if may_be_put_together else None
    if put_together is not None:
        kind, certain = put_together
        return Heading(kind, line.rstrip(" :").strip("*_# "), len(line), certain=certain)
    return _match_form(line) or _match_inline(line)


_PARTS = re.compile(r",? og |, | & |/| samt ")


def _compound(key: str) -> str | None:
    """The kind of a heading that joins two known ones ('økonomi og tidsplan'): that of the first."""
    if len(key) < 10 or _WORD_END.split(key, 1)[0] not in _FIRST_WORDS:
        return None
    parts = _PARTS.split(key)
    if len(parts) < 2 or any(part not in HEADINGS for part in parts):
        return None
    return HEADINGS[parts[0]]


#: A first word in capitals: 'BESLUTNING i Byrådet den 4. marts 2024'.
_SHOUTED = re.compile(
    r"(?:BESLUTNING(?:ER)?|INDSTILLING|BEHANDLING|VEDTAGELSE|AFGØRELSE|ANBEFALING|FRAVÆRENDE|AFBUD)\b"
)


def _match_form(printed: str) -> Heading | None:
    # A line in capitals ('REGIONSRÅDETS BESLUTNING') has the form of the same words in small letters.
    line = printed.capitalize() if printed.isupper() and len(printed.capitalize()) == len(printed) else printed
    shouted = _SHOUTED.match(line)
    if shouted is not None:
        line = line[: shouted.end()].capitalize() + line[shouted.end() :]
    first = line[0]
    if not (first.isupper() or first == "§"):
        return None
    lower = line[:60].casefold()
    if lower.startswith(_DECISION_WORDS):
        for pattern in (_DECISION_BODY_ONLY, _DECISION_OF, _DECISION_HEADING):
            match = pattern.match(line)
            # 'Beslutning Fremsendes til udvalget som vedtaget den 4. marts 2024.' tells what was decided.
            if match and (match["body"] or match.groupdict().get("date")) and not _TOLD.search(match["body"] or ""):
                return _from_match("beslutning", printed, match)
        return None
    if lower.startswith(("fravær", "afbud")):
        match = _ABSENT_FROM.match(line)
        return _absent(printed, match) if match else None
    if _ASKING_WORD.search(lower) or lower.startswith(("indstilling", "anbefaling")):
        match = _OTHERS_INDSTILLING.match(line)
        if match:
            return _from_match("indstilling", printed, match)
    if _BODY_WORD.search(lower):
        match = _BODYS_DECISION.match(line)
        if match and (match["date"] or not _OF_STATE.search(match["body"])):
            return _from_match(_kind_of_saying(match["what"], match["body"]), printed, match)
        match = _BODY_LINE.match(line) or _BODY_TREATED.match(line)
        if match:
            return _from_match("beslutning", printed, match)
    if " og " in lower or " & " in lower or "," in lower:
        match = _JOINED_LINE.match(line)
        if match:
            return _from_match("beslutning", printed, match)
    match = _INITIALS_LINE.match(line) if line[:2].isupper() else None
    return _from_match("beslutning", printed, match) if match else None


def _absent(printed: str, match: re.Match[str]) -> Heading:
    return Heading("fravaer", printed[: match.end()].rstrip(" :"), match.end())


def _kind_of_saying(what: str, body: str) -> str:
    """The kind of 'Byrådets beslutning', 'Direktionens anbefaling', 'Ældrerådets udtalelse'."""
    if what == "indstilling" or (what == "anbefaling" and "direktion" in body.casefold()):
        return "indstilling"
    advises = what in ("anbefaling", "udtalelse", "erklæring") and "råd" in body.casefold()
    # What an advisory council says of a case
    return "hoering" if advises and not same_body(body, COUNCIL) else "beslutning"


def _from_match(kind: str, printed: str, match: re.Match[str]) -> Heading:
    groups = match.groupdict()
    found = find_date(groups["date"]) if groups.get("date") else None
    length = match.end()
    while length < len(printed) and printed[length] in " \t":
        length += 1
    body = printed[slice(*match.span("body"))] if groups.get("body") else None
    return Heading(
        kind,
        printed[: match.end()].rstrip(" :-–"),
        length,
        body=body_of_meeting(body.strip(" ,:-–")) if body else None,
        date=found[0] if found else None,
    )


def _match_inline(line: str) -> Heading | None:
    match = _INLINE.match(line)
    if match is None:
        return None
    key = heading_key(match[1])
    kind = HEADINGS.get(key)
    if kind not in _INLINE_KINDS or key in AMBIGUOUS:
        return None
    return Heading(kind, match[1].strip(), match.end())


#: Headings that publishing systems glue to what follows when a page is saved as text.
_GLUED = (
    "Indholdsfortegnelse",
    "Beskrivelse af sagen",
    "Sagsbeskrivelse",
    "Administrationens indstilling",
    "Forvaltningens indstilling",
    "Økonomiske konsekvenser",
    "Beslutningstema",
    "Beslutning", "Indstilling", "Sagsfremstilling", "Resumé", "Resume", "Bilag", "Fraværende", "Afbud", "Økonomi",
    "Baggrund", "Lovgrundlag", "Sagsresume", "Sagsresumé",
    "Supplerende indstilling", "Supplerende sagsfremstilling", "Administrativ indstilling",
    "Personalemæssige konsekvenser",
    "Tidligere beslutninger", "Tidligere behandling", "Lov- og plangrundlag", "Retsgrundlag", "Beslutningskompetence",
    "Kompetence", "Sagsgang", "Sagsforløb", "Sagen afgøres i", "Historik", "Høring", "Tidsplan", "Kommunikation",
    "Redegørelse", "Problemstilling", "Sagens kerne", "Sagstema",
)  # fmt: skip
_GLUED_HEADING = re.compile(rf"({'|'.join(_GLUED)})(?=[A-ZÆØÅ][a-zæøå]|[A-ZÆØÅ] |\d+\. |- (?!(?:og|samt|eller)\b))")
#: A line (behind its line break) that may begin with a glued heading: the cheap test before :func:`split_glued`.
GLUED_LINE = re.compile(rf"\n((?:{'|'.join(_GLUED)})[A-ZÆØÅ\d-][^\n]*)")


def split_glued(line: str) -> list[str]:
    """Split headings that are glued to what follows onto lines of their own.

    >>> split_glued("BilagBeslutning")
    ['Bilag', 'Beslutning']
    >>> split_glued("BeslutningGodkendt.")
    ['Beslutning', 'Godkendt.']
    >>> split_glued("Beslutningsprotokol")
    ['Beslutningsprotokol']
    """
    parts: list[str] = []
    rest = line
    while match := _GLUED_HEADING.match(rest):
        parts.append(match[1])
        rest = rest[match.end() :]
    parts.append(rest)
    return parts
