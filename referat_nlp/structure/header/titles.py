"""Titles at the head of the minutes: what the document calls itself, whose it is, which body met."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from ...danish.bodies import BODY_PATTERN, find_body
from ...danish.municipalities import MUNICIPALITY, printed_name
from ...schema import MeetingKind
from ..lines import Line
from .area_bodies import TitleLine, area_body
from .clock import around_clock, date_in, without_dates, without_times
from .labels import Field
from .plain import SPACED_WORD
from .told_bodies import told_body

_REFERAT = (
    r"(?:beslutnings|møde|forhandlings|kort[ ]|mødets[ ]|[a-zæøå]*(?:råds|udvalgs|bestyrelses))?"
    r"(?:referat|protokol|protokollat)(?:et|len)?|beslutningsliste"
    r"|beslutninger(?=[ ](?:fra|truffet)\b|\Z)|det[ ]besluttede"
)
_DAGSORDEN = r"(?:tillægs|møde|supplerende[ ]|ekstra)?dagsorden(?:en)?|indkaldelse(?:n)?|mødeindkaldelse"
_STATUS = (
    r"(?:(?:åbent?|lukket|åbne|offentligt?|godkendt|endeligt?"
    r"|foreløbigt?|ekstraordinært?|udkast[ ]til|udskrift[ ]af|kort|samlet|supplerende)[ ])*"
)
_KIND = re.compile(rf"{_STATUS}(?:(?P<referat>{_REFERAT})|(?P<dagsorden>{_DAGSORDEN}))(?![\wæøå-])", re.IGNORECASE)
#: What every title of a known kind holds.
_KIND_WORD = re.compile(r"referat|protokol|dagsorden|indkaldelse|beslut", re.IGNORECASE)
_MINUTES = r"(?:referat|beslutning|protokol|vedtagelse|afgørelse)"
_WITH_DECISIONS = re.compile(rf"\s*\(?(?:/|og|med|samt|inkl\.|inklusive)\s*{_MINUTES}", re.IGNORECASE)
#: 'Dagsorden publiceret: 7. juni' is a remark about another document.
_REMARK = re.compile(
    r"[ ](?:er[ ]|blev[ ])?(?:publiceret|udsendt|offentliggjort|udgivet|oprettet|opdateret|frigivet|udskrevet)\b",
    re.IGNORECASE,
)
#: The number of the page behind the municipality ('Uglemose Kommune Side 1.').
_PAGE = re.compile(r"[\s,|–-]+side:?[ ]?\d{1,4}(?:[ ]?(?:af|/)[ ]?\d{1,4})?\.?$", re.IGNORECASE)
#: 'byrådsmøde i Solvager Kommune'.
_MEETING_IN = re.compile(r"[\wæøåÆØÅ]*møder?[ ]+i[ ]+(?=[A-ZÆØÅ])")
_PARTING = re.compile(r"\s+[-–—|·]\s+|\t|\s*[|·:]\s+|,\s+|\s*\|\s*")
_DASH = re.compile(r"\s+[-–—|·:•]\s+|\t|:\s+")
_WITHOUT_KIND_BEHIND = re.compile(rf"(?:[\s,–-]*(?:{_REFERAT}|{_DAGSORDEN}))+[\s,–-]*$", re.IGNORECASE)
_MEETING_WORD = re.compile(r"\bmøde", re.IGNORECASE)
_LEADING = re.compile(
    rf"^(?:(?:{_KIND.pattern.replace('?P<referat>', '?:').replace('?P<dagsorden>', '?:')}|(?:åbent"
    rf"|lukket|ordinært|ekstraordinært|offentligt)"
    r"|udskrift[ ]af|uddrag[ ]af|mødet|møde|fra|til|for|af|på|i|over|vedr\.|det|den|holdt|afholdt|politisk"
    r"|nr\.?[ ]?\d+)(?![\wæøå-])[\s:,–|-]*)+",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(r"\b(?:man|tirs|ons|tors|fre|lør|søn)dag\b(?:[ ]+(?:den|d\.)(?![\wæøå]))?,?", re.IGNORECASE)
_GENITIVE = re.compile(
    r"(?:(?<=[a-zæøå])|\b)((?:udvalg|råd|nævn)(?:et)?|(?:bestyrelse|repræsentation|kommission|magistrat)n?"
    r"|forum|magistraten)['’]?s\b",
    re.IGNORECASE,
)
_LOWER_BODY = re.compile(
    r"\b([a-zæøå-]*(?:udvalget?|byråd(?:et)?|kommunalbestyrelsen?|regionsråd(?:et)?))(?:['’]?s)?\b"
)
# A committee's own abbreviation behind its name.
_SHORT = re.compile(r"[ ]\([A-ZÆØÅ]{2,6}\)")
# Entries of a site's menu, which name no body in particular.
_MENU = re.compile(
    r"(?:byråd|udvalg|råd|nævn)?(?:(?:,|[ ]og|[ ]&)[ ])?(?:udvalg|råd|nævn)(?:[ ]og[ ]nævn)?", re.IGNORECASE
)
# A word set with spaces: 'R E F E R A T'.
_LETTERS = re.compile(rf"(?:[A-ZÆØÅ][ ]){{3,}}[A-ZÆØÅ]|{SPACED_WORD.pattern}")
_COUNTED = re.compile(r"\s*[,–|·-]?\s*\(?(?:møde\s*)?(?:nr\.?|nummer)\s*\d+(?:\s*/\s*\d{2,4})?\)?\s*$", re.IGNORECASE)
# 'Byrådet, Bjergby', 'Skolebestyrelsen ved Engskolen'.
_TOWN = re.compile(r"(?:(?:,|[ ]i)[ ][A-ZÆØÅ][\wæøå-]+|[ ](?:ved|på)[ ][A-ZÆØÅ][\wæøå. -]{2,40})$")
#: 'Byrådet - åben'.
_OPEN = re.compile(
    r"[\s,–-]+\(?(?:åben|åbent|lukket|offentlig|offentligt)(?:[ ](?:møde|dagsorden|referat|del))?\)?\s*$"
)
_EXTRACT = re.compile(r"^(?:Udskrift|Uddrag)\s+af\s+")
_BODY = re.compile(BODY_PATTERN)
_BODY_BEFORE = re.compile(rf"{BODY_PATTERN}(?:[ ]i)?[ ,]+(?={MUNICIPALITY.pattern})")
#: What runs on behind a body's name: 'Handicaprådet lokale 211, kl. 15'.
_NO_MORE_BODY = re.compile(r",?[ ](?:lokale|mødelokale|kl\b|i[ ][A-ZÆØÅ]|på[ ]|den[ ]\d|d\.[ ]?\d)", re.IGNORECASE)
#: The day of a date without year behind the name ('Udvalget for Havn og Kyst 8').
_LOOSE_DAY = re.compile(r"(?<=[a-zæøå])[ ]+\d{1,2}$")
_CAPITALS = re.compile(r"[A-ZÆØÅÉ]{3,}")
_AND = re.compile(r"\bOG\b")
_MEETING_BEHIND = re.compile(r"\s+(?:ordinære\s+|ekstraordinære\s+)?møde[rt]?$")
_MEETING_IN_LINE = re.compile(r"\s+(?:ordinære\s+|ekstraordinære\s+)?mød(?:e|er)\b|\s+i$")
_EDGES = " ,.:|·–-"
_ABBREVIATED = 4
#: No longer is the row of a table with body, date and kind.
_ROW = 80
#: 'Forside / Politik / Miljøudvalget' is the path to a page.
_CRUMB = " / "
_IMAGE = re.compile(r"^!\[[^\]]*\]\([^)]*\)\s*")


def kind_of(lines: Sequence[Line], decided: Callable[[], bool] = lambda: False) -> MeetingKind | None:
    """What the document calls itself; a title that names body or date outweighs a bare word.

    Args:
        lines: The lines of the head.
        decided: Whether the document holds the meeting's decisions: then it is no agenda, though it is called one
            ('Dagsorden eller referat', the agenda's own title kept above the minutes).
    """
    kind = _title_of(lines)
    return "referat" if kind == "dagsorden" and decided() else kind


def _title_of(lines: Sequence[Line]) -> MeetingKind | None:
    bare: MeetingKind | None = None
    for line in lines:
        text = line.text.strip("*_# ")
        kind = title_kind(text) if len(text) < 200 else None
        if kind is None:
            continue
        if date_in(text) or find_body(_without_kind(text)) or _MEETING_WORD.search(text):
            return kind
        bare = bare or kind
    return bare


@lru_cache(maxsize=1024)
def title_kind(text: str) -> MeetingKind | None:
    """The kind that one line states as a title, or None."""
    text = _LETTERS.sub(lambda match: match[0].replace(" ", ""), text)
    if _KIND_WORD.search(text) is None:
        return None
    for segment in _segments(text):
        match = _KIND.match(segment) or _KIND.match(_after_body(segment)) or _KIND.match(_behind_day(segment))
        if match and not _REMARK.match(match.string, match.end()):
            minutes = match["referat"] or _WITH_DECISIONS.match(match.string, match.end())
            return "referat" if minutes else "dagsorden"
    return None


def _segments(text: str) -> Iterator[str]:
    """The parts of a line that dashes, bars, tabs and commas set apart, after the whole line."""
    yield text
    parts = [part.strip() for part in _PARTING.split(text)]
    if len(parts) > 1:
        yield from filter(None, parts)


def _after_body(text: str) -> str:
    """A line without the body or municipality that it begins with ('Økonomiudvalgets protokol')."""
    text = _EXTRACT.sub("", text)
    plain = _GENITIVE.sub(r"\1", _titled(text))
    for pattern in (MUNICIPALITY, _BODY):
        match = pattern.match(plain)
        if match:
            plain = plain[match.end() :].lstrip(f"{_EDGES}(")
    return plain


def _behind_day(text: str) -> str:
    """What stands behind body and day in the row of a table ('Byrådet 24-06-2020 16:00 Referat Hent')."""
    rest = _after_body(text)
    return without_times(without_dates(rest)).lstrip(_EDGES) if rest != text and date_in(rest) else rest


def _without_kind(text: str) -> str:
    return _LEADING.sub("", text)


#: What is longer is no title.
_LONGEST_TITLE = 160
#: So many municipalities named alike share a body, and none is its own.
_SEVERAL = 3
#: The title of an item in a list of them; where the meeting was ('i Lundeby Kommune, Torvet 5').
_NO_OWNER = re.compile(
    r"(?:(?:Punkt|Pkt\.?|Sag)[ ])?\d{1,3}[.:)]?[ ][A-ZÆØÅ][\wæøå]+[ ][a-zæøå]|(?:i|på|hos|ved)[ ][^.;:]*,[^.;:]*\d"
)


def municipality_of(fields: Iterable[Field]) -> str | None:
    """The municipality that titles and page edges print; the most frequent where several are named."""
    counts: dict[str, int] = {}
    for field in fields:
        if field.kind == "municipality" and (value := field.value.strip(_EDGES)):
            return printed_name(value) if MUNICIPALITY.match(value) else f"{value} Kommune"
        if field.kind is not None or len(field.value) > _LONGEST_TITLE or _NO_OWNER.match(field.value):
            continue
        for segment in _segments(_PAGE.sub("", field.value)):
            if (name := _name_in(segment)) is not None:
                counts[name] = counts.get(name, 0) + 1
                break
    most = max(counts.values(), default=0)
    if sum(count == most for count in counts.values()) >= _SEVERAL:
        return None  # 'Lundeby Kommune: Anne Holm', and a line of the same kind for each of the others
    return max(counts, key=lambda name: counts[name]) if counts else None


def _name_in(segment: str) -> str | None:
    text = _without_kind(_IMAGE.sub("", segment))
    match = MUNICIPALITY.match(text)
    if match is None and (lead := _MEETING_IN.match(text)):
        match = MUNICIPALITY.match(text, lead.end())
    if match is None:
        plain = _GENITIVE.sub(r"\1", text)
        body = _BODY_BEFORE.match(plain)
        if body is None or not (match := MUNICIPALITY.match(plain, body.end())):
            return None
    rest = match.string[match.end() :].strip()
    if rest and (rest[0].islower() or rest.endswith(".")) and not _MEETING_WORD.match(rest):
        return None
    if match["genitive"] and not find_body(_titled(rest)):
        return None
    return printed_name(match["name"])


def _titled(text: str) -> str:
    """The text with words in capitals as names are written, every character in its place."""
    return _CAPITALS.sub(lambda m: m[0][0] + m[0][1:].lower(), _AND.sub("og", text))


def body_of(fields: Sequence[Field]) -> str | None:
    """The body that met: labelled, named in the title, or alone on a line beside it."""
    labelled = [field.value for field in fields if field.kind == "body" and re.search(r"\w", field.value)]
    labelled += [field.value for field in fields if field.kind == "date" and is_body(field.value)]
    for text in labelled:
        name = find_body(_titled(text))
        if name and text.startswith(name) and _NO_MORE_BODY.match(text, len(name)):
            return _clean_body(name)
        if name or is_body(text):
            return _clean_body(text)
    texts = [field.value for field in fields if field.kind is None and len(field.value) < 200]
    titles = [text for text in texts if title_kind(text) or (_MEETING_WORD.search(text) and date_in(text))]
    alone = [text for text in texts if text not in titles and is_body(text) and not _MENU.fullmatch(text)]
    parted = [text for text in texts if date_in(text) and text not in titles and _begins_with_body(text)]
    for text in (*titles, *alone, *parted):
        if name := _body_in(text):
            return name
    for text in (*titles, *(text for text in texts if _MEETING_WORD.search(text) and len(text) < 100)):
        if match := _LOWER_BODY.search(text):
            return match[1][0].upper() + match[1][1:]
    if labelled:
        return _clean_body(labelled[0]) or None
    beside = [field for field in fields if field.kind in (None, "date", "time", "place")]
    return told_body(texts) or area_body([_as_title(field) for field in beside])


def _as_title(field: Field) -> TitleLine:
    if field.kind is not None or len(field.value) > _LONGEST_TITLE:
        return TitleLine("", (), is_title=field.kind is not None)
    text = _titled(field.value)
    is_title = title_kind(text) is not None or date_in(text) is not None
    parts = _DASH.split(_stripped(text)) if is_title else ()
    return TitleLine(text, tuple(_WITHOUT_KIND_BEHIND.sub("", part.strip(_EDGES)) for part in parts), is_title)


def _begins_with_body(text: str) -> bool:
    """Whether a body is all that stands before the first dash or comma of a line, or before its date."""
    row = len(text) < _ROW and text[-1] not in ".:"
    return is_body(_PARTING.split(text)[0]) or (row and is_body(around_clock(text)[0]))


def _clean_body(text: str) -> str:
    """A body's name as printed, without date, number of the meeting and genitive; capitals as names are written."""
    text = without_times(without_dates(text)) if date_in(text) else text
    text = _WITHOUT_KIND_BEHIND.sub("", text)
    text = _LOOSE_DAY.sub("", _COUNTED.sub("", text.strip(_EDGES)).strip(_EDGES))
    text = _MEETING_BEHIND.sub("", text)
    plain = _GENITIVE.sub(r"\1", text)
    return _titled(plain) if plain.isupper() and len(plain) > _ABBREVIATED else plain


def _stripped(text: str) -> str:
    """A title without dates, times, weekdays, municipality and the words before the body's name."""
    text = _WEEKDAY.sub(" ", without_times(without_dates(text)))
    plain = _without_kind(" ".join(text.split()))
    match = MUNICIPALITY.match(plain)
    if match and not match["genitive"]:
        plain = _without_kind(plain[match.end() :].lstrip(_EDGES))
    return plain


def _body_in(text: str) -> str | None:
    for segment in _segments(_stripped(text)):
        plain = _GENITIVE.sub(lambda m: m[1] + " ", _without_kind(segment))
        shadow = _GENITIVE.sub(lambda m: m[1] + " ", _titled(plain))
        name = find_body(shadow)
        if name and len(shadow) == len(plain):
            at = shadow.index(name)
            end = at + len(name)
            short = _SHORT.match(plain, end)
            article = next((word for word in ("Det ", "Den ") if f"{word}{plain[at:end]}" in text), "")
            return article + _clean_body(plain[at:end]) + (short.group() if short else "")
        if name:
            return _clean_body(name)
    return None


@lru_cache(maxsize=1024)
def is_body(text: str) -> bool:
    """Whether a line is nothing but a body's name, with a date, a number or a municipality at most."""
    if text.count(_CRUMB) > 1:
        return False
    plain = _COUNTED.sub("", MUNICIPALITY.sub("", _OPEN.sub("", _stripped(text))).strip(_EDGES))
    plain = _GENITIVE.sub(r"\1", _titled(_SHORT.sub("", plain)))
    plain = _MEETING_IN_LINE.sub("", plain.strip(_EDGES))
    return any(_BODY.fullmatch(name.strip(_EDGES)) for name in (plain, _TOWN.sub("", plain)) if name)


def is_municipality(text: str) -> bool:
    """Whether a line begins with a municipality's name."""
    return MUNICIPALITY.match(text) is not None
