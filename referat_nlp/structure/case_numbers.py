"""Case numbers and the other lines that stand between an item's title and its text."""

from __future__ import annotations

import re
from functools import lru_cache

# '01.02.05-P19-3-23', '06.00.05P16/0003', '00.22A30-0006'
_KLE = r"(?:\d{2}\.\d{2}\.\d{2}(?:[-. ]?[A-ZÆØÅ]\d{2})?(?:[-/]\d{1,6}){0,3}|\d{2}\.\d{2}[A-ZÆØÅ]\d{2}-\d{4})"
#: The forms of case numbers, most particular first.
_NUMBER = (
    rf"(?:{_KLE}|\d-\d{{2}}-\d{{1,3}}(?:-\d{{1,4}}){{1,2}}|\d{{3}}-\d{{4}}-\d{{1,7}}|\d{{2,4}}[-/]\d{{3,8}}(?:-\d+)?"
    r"|[A-Z]{2,6}-\d{4}-\d{3,6}|[A-Z]{1,3}[ ]?\d{2,4}/\d{2,4}|[A-Z]\d{2}-\d{4,8}|EMN-\d{4}-\d+|S?\d{4}-\d{3,7})"
)
_LABEL = (
    # The system's name before the word for the case number
    r"(?:(?:(?:ESDH|Acadre|SBSYS|eDoc|Captia|WorkZone|Public 360|Doc2Archive)[- ]?)?"
    r"[Ss]ags?(?:nr|nummer|ident|id|nøgle|kode|\.?[ ]?nr)\.?(?:[ ]i[ ]ESDH)?"
    r"|Sagnr\.?|SAGSNR\.?|SAGSNUMMER|Sag(?=\t)|Journal(?:[ ]?nummer|[ ]?nr\.?)?|JOURNALN(?:R\.?|UMMER)"
    r"|[Jj]\.?[ ]?nr\.?|Akt(?:[ ]?nr\.?|nummer)?|Arkiv(?:[ ]?nr\.?|nummer)?"
    r"|Sags-?id\.?|Sag[ ]?nr\.?|Sag:|Sagen|Åbent?[ ]-|Lukket[ ]-"
    r"|ESDH-sag|Acadre(?:[ ]?sag(?:snr)?)?\.?|Sagsnummer|Sagsident|KLE-nr\.?|EMN-?nr\.?)"
)
_LABELLED = re.compile(
    rf"^{_LABEL}[ ]?(?::|[ \t]|$)[:\s]*(?P<number>{_NUMBER}|\d{{3,8}}|\d[\w./-]{{3,25}})?(?P<rest>.*)$"
)
_BARE = re.compile(rf"^(?:Sag[ ])?(?P<number>{_NUMBER}|\d{{6}})(?:[ ]-)?[ ]*(?P<rest>.*)$")
_SHORT = re.compile(r"^Sag (?P<number>\d{2}/\d{1,6})$")
_IN_TITLE = re.compile(rf"\((?P<number>{_NUMBER})\)")
#: What may stand behind a bare number on its line without making it running text.
_SEPARATOR = re.compile(r"[ ]+[|·•–—-][ ]+|[ ]*[;\t][ ]*|,[ ]+(?=(?i:åbe|luk))")
_TRAILER = re.compile(
    r"^(?:[,;|/-]?\s*(?:Sags(?:initialer|behandler|ansvarlig|forløb)|Dok\.?\s?nr|Åbent?|Lukket|Sagsbeh|Ansvarlig|KLE"
    r"|Initialer|Afdeling)\b.*"
    r"|[,;|-]?\s*[A-ZÆØÅ][\wæøå-]*(?:udvalg|råd|bestyrelse)\w*"
    r"|[A-Z]{2,5}/?[A-Z]{0,5}|[A-Za-zæøå]{2,5}[ ]+(?:Åbent?|Lukket))?\)?$"
)
#: What stands beside a label without a number: another label with its value, or the titles of a table's other columns.
_BESIDE_LABEL = re.compile(
    r"Sags(?:behandler|initialer|ansvarlig)[ ]?:"
    r"|(?:(?:Sags(?:behandler|initialer|ansvarlig)|Status|Dok\.?[ ]?nr\.?|Initialer|Ansvarlig|Type|Åben/lukket)\s*)+$"
)
_FRAME = re.compile(
    # Open or closed
    r"^(?:(?:Punktet er )?(?:Åbent?|Lukket|Offentligt?|Ikke offentligt?|Fortroligt?)"
    r"(?:[ ]{1,2}(?:punkt|sag|dagsorden(?:spunkt)?|møde))?(?: for (?:offentligheden|åbne døre|lukkede døre))?"
    r"|(?:Åbne|Lukkede) døre"
    # The document, and who has the case
    r"|Dok\.?[ ]?nr\.?:?.{0,40}|Dokumentnr\.?:?.{0,40}"
    r"|Sags(?:behandler|initialer|ansvarlig)\b:?.{0,60}|Sagsbeh\b\.?:?.{0,40}|Initialer:?.{0,30}"
    # Where it belongs
    r"|KLE(?:-nr)?\.?:?.{0,30}|Forvaltning:.{0,60}|Afdeling:.{0,60}|Ansvarlig[^:]{0,30}:.{0,60}"
    r"|Center:.{0,60}|Direktørområde:?.{0,60}"
    r"|Punkttype:?.{0,40}|Sagstype:?.{0,40}|Type:.{0,40}|Status:.{0,30}|Fagområde:.{0,60}"
    r"|Skrevet af:.{0,60}|Kontaktperson:.{0,60}|Brevid\.?:?.{0,30}|Åben[ ]sag.{0,30})$",
    re.IGNORECASE,
)


@lru_cache(maxsize=16384)
def case_number_of(line: str) -> tuple[str | None, bool]:
    """Read a line as one that states a case number.

    Args:
        line: One line, stripped.

    Returns:
        The case number as printed, or None; and whether the line is a case number line at all (a label may
        stand without a number: 'Sagsnr.:').
    """
    line = line.strip("`*_ ()")
    if len(line) > 160 or not line:
        return None, False
    parts = [part for part in _SEPARATOR.split(line) if part]
    if len(parts) > 1:
        found = [_single(part) for part in parts]
        if any(is_one for _, is_one in found) and all(
            is_one or is_frame_line(part) for part, (_, is_one) in zip(parts, found, strict=True)
        ):
            return next((number for number, _ in found if number), None), True
    return _single(line)


def _single(line: str) -> tuple[str | None, bool]:
    """Read a line that states one thing."""
    match = _LABELLED.match(line)
    if match:
        number, rest = match["number"], match["rest"].strip()
        if number is None:
            return None, not rest or line.rstrip().endswith(":") or _BESIDE_LABEL.match(rest) is not None
        if _TRAILER.match(rest) or len(rest) < 60:
            return number, True
        return None, False
    match = _SHORT.match(line)
    if match:
        return match["number"], True
    if line[0].isdigit() or line[:2].isupper() or line.startswith("Sag "):
        match = _BARE.match(line)
        if match and _TRAILER.match(match["rest"].strip()):
            number = match["number"]
            if number.isdigit() and len(number) == 6 and match["rest"]:
                return None, False
            return number, True
    return None, False


def is_label_only(line: str) -> bool:
    """Whether the line is a case number label whose number stands on the next line ('Sagsnr. i ESDH:')."""
    number, is_line = case_number_of(line)
    return is_line and number is None


_ANY_LABEL = re.compile(r"^[^\W\d_][^\W\d_.-]{1,20}\.?(?: [^\W\d_]{1,12}\.?)?:?$")
_ALONE = re.compile(_NUMBER)


def case_number_below(line: str, below: str) -> str | None:
    """The case number on the line below a label of whatever words ('Sag', 'Journal'), or None."""
    return below if len(below) < 40 and _ALONE.fullmatch(below) and _ANY_LABEL.match(line) else None


_AT_END = re.compile(rf"^(?P<title>.+?)[ \t,;–-]+{_LABEL}[ ]?:?[ \t]*(?P<number>{_NUMBER})$")


_AT_START = re.compile(
    rf"^(?:{_LABEL}[ ]?:?[ \t]*)?"
    rf"(?P<number>{_KLE}|\d{{2,4}}/(?!(?:19|20)\d\d )\d{{3,8}}|\d{{3}}-\d{{4}}-\d{{1,7}})[ ]?[-–:|·,]?[ \t]+"
    r"(?P<title>[A-ZÆØÅ0-9\"”“].+)$"
)


def split_title(title: str) -> tuple[str, str | None]:
    """Cut a labelled case number off the end of a title, or any off its beginning ('22/4711 Kloakering').

    Args:
        title: The text of a heading line.

    Returns:
        The title and the number; the title as it was, and None, where none stands there.
    """
    match = _AT_END.match(title) or _AT_START.match(title)
    return (match["title"].rstrip(" ,;–-"), match["number"]) if match else (title, None)


def case_number_in_title(title: str) -> str | None:
    """A case number printed in brackets inside a title ('(2019-0302914)'), or None."""
    match = _IN_TITLE.search(title) if "(" in title else None
    return match["number"] if match else None


def is_frame_line(line: str) -> bool:
    """Whether a line belongs to an item's frame ('Åbent punkt', 'Sagsbehandler: XX'): no heading, no text."""
    return len(line) < 90 and _is_frame(line.strip("()"))


@lru_cache(maxsize=16384)
def _is_frame(line: str) -> bool:
    return _FRAME.match(line) is not None


_CLOSED = re.compile(r"^(?:(?:punktet er )?(?:lukket|fortrolig|ikke offentlig)|(?:for )?lukkede døre)", re.IGNORECASE)


def says_closed(line: str) -> bool:
    """Whether a line of an item's frame says that the doors are closed ('Lukket', 'Sag 22/811 | Lukket sag')."""
    parts = _SEPARATOR.split(line.strip(" ()")) if len(line) < 160 else ()
    return any(_CLOSED.match(part) for part in parts if len(part) < 40)
