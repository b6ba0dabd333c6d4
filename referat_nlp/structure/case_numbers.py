"""Case numbers and the other lines that stand between an item's title and its text."""

from __future__ import annotations

import re
from functools import lru_cache

from ..danish.bodies import BODY_PATTERN, INITIALS

# '01.02.05-P19-3-23', '06.00.05P16/0003', '00.22A30-0006'
_KLE = r"(?:\d{2}\.\d{2}\.\d{2}(?:[-. ]?[A-ZÆØÅ]\d{2})?(?:[-/]\d{1,6}){0,3}|\d{2}\.\d{2}[A-ZÆØÅ]\d{2}(?:-\d{4})?)"
_YEARS = r"(?:19|20)\d\d[-/](?:19|20)\d\d(?![\d-])"
#: The forms of case numbers, most particular first.
_NUMBER = (
    rf"(?!{_YEARS})(?:{_KLE}|\d-\d{{2}}-\d{{1,3}}(?:-\d{{1,4}}){{1,2}}|\d{{3}}-\d{{4}}-\d{{1,7}}|20\d{{9}}"
    r"|\d{2,4}[-/]\d{3,8}(?:-\d+)?|[A-Z]{2,6}-\d{4}-\d{3,6}|[A-Z]{1,3}[ ]?\d{2,4}/\d{2,4}|[A-Z]\d{2}-\d{4,8}"
    r"|EMN-\d{4}-\d+|S?\d{4}-\d{3,7})"
)
_LABEL = (
    # The system's name before the word for the case number
    r"(?:(?:(?:ESDH|Acadre|SBSYS|eDoc|Captia|WorkZone|Public 360|Doc2Archive)[- ]?)?"
    r"(?i:sags?[ -]?(?:nr|nummer|ident|id|nøgle|kode)|sags?\.[ ]?nr)\.?(?:[ ]i[ ]ESDH)?"
    r"|Sagnr\.?|Sag(?=\t)|Journal(?:[ -]?nummer|[ -]?nr\.?)?|JOURNALN(?:R\.?|UMMER)"
    r"|[Jj]r?\.?[ -]?nr\.?|Akt(?:[ ]?nr\.?|nummer)?|Arkiv(?:[ ]?nr\.?|nummer)?"
    r"|Sag:|Sagen|Åbent?[ ]-|Lukket[ ]-"
    r"|(?:ESDH|EDOC|eDoc|KMD|SBSYS)[- ]?(?:sag|nr|id)\.?|Acadre(?:[ -]?(?:sag(?:snr)?|nr))?\.?|KLE-nr\.?|EMN-?nr\.?)"
)
_LABELLED = re.compile(
    rf"^{_LABEL}[ ]?(?::|[ \t]|$)[:\s]*"
    # The number ends where its digits do: none of them may stand behind.
    rf"(?P<number>(?:{_NUMBER}|\d{{2,4}}[ ][-/][ ]\d{{3,8}}|\d{{3,12}})(?!\d|[-./]\d)|\d[\w./-]{{3,25}})?(?P<rest>.*)$"
)
_BARE = re.compile(rf"^(?:Sag[ ])?(?P<number>{_NUMBER}|\d{{6}})(?:[ ]-)?[ ]*(?P<rest>.*)$")
_SHORT = re.compile(r"^Sag (?P<number>\d{2}/\d{1,6})$")
_LEADS = frozenset("PÅåLlABCDEFGHIJKMNOQRSTUVWXYZÆØ§")
_IN_TITLE = re.compile(rf"\((?P<number>{_NUMBER})\)")
#: The other cells of a row with a case number: who has the case, and the body.
_INITIALS = re.compile(r"[A-ZÆØÅ]{2,8}")
_WHO = re.compile(rf"{INITIALS}|{BODY_PATTERN}|[A-ZÆØÅ][\wæøå.-]*(?:[ ][A-ZÆØÅ][\wæøå.-]*){{1,3}}")
#: The bullet of a list that a web page makes of the frame.
_BULLET = re.compile(rf"[-•·*▪–][ \t]+(?={_LABEL}[ ]?(?::|[ \t]*\d))")
#: What may stand before the label on its line: 'Åbent punkt J. nr. 05.09.08P20', '05.09.08P20 Sagsnr. 24/71'.
_BEHIND = re.compile(rf"(?<=[ ,;])(?={_LABEL}[ ]?:?[ ]*(?:{_NUMBER}|\d{{5,12}}))")
_LEAD = re.compile(
    rf"(?:(?:(?:Pkt|Punkt)\.?[ ]?(?:nr\.?)?[ ]?\d{{1,4}}|(?i:åbent?|lukket)(?:[ ](?:punkt|sag|dagsordenspunkt))?"
    rf"|{BODY_PATTERN}|{INITIALS}[ ]\d{{1,4}}/(?:19|20)?\d\d|{_KLE})[ ]?[,;:–|-]?[ ]+)+"
)
#: What may stand behind a bare number on its line without making it running text.
_SEPARATOR = re.compile(r"[ ]+[|·•–—-][ ]+|(?<=[A-ZÆØÅ])[ ]+/[ ]+(?=\d)|[ ]*[;\t][ ]*|,[ ]+(?=(?i:åbe|luk))")
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
    r"|(?:Åbne|Lukkede) døre|(?:Åben|Åbent)[ ]?/[ ]?lukket:?(?:[ \t]*(?:Åbent?|Lukket)(?:[ ](?:punkt|sag))?)?"
    # The document, and who has the case
    r"|Dok\.?[ ]?nr\.?:?.{0,40}|Dok\.?:?[ ]?\d[\d/-]{5,30}|Dokumentnr\.?:?.{0,40}"
    r"|(?:Øvrige |Anden |Med-?|Primær )?Sags(?:behandlere?|initialer|ansvarlige?)\b:?.{0,60}"
    r"|Sagsbeh\b\.?:?.{0,40}|Initialer:?.{0,30}"
    # Where it belongs
    r"|KLE(?:-nr)?\.?:?.{0,30}|Forvaltning:.{0,60}|Afdeling:.{0,60}|Ansvarlig[^:]{0,30}:.{0,60}"
    r"|Center:.{0,60}|Direktørområde:?.{0,60}"
    r"|Punkttype:?.{0,40}|Sagstype:?.{0,40}|Type:.{0,40}|Status:.{0,30}|Fagområde:.{0,60}|Område:.{0,80}"
    r"|Skrevet af:.{0,60}|Forfatter:.{0,60}|Oprettet(?: af)?:.{0,60}"
    r"|(?:Offentlighed(?:sstatus)?|Behandlingsform|Dagsordenstype|Emneord|Direktør|Sagsområde|Fagudvalg):.{0,60}"
    r"|(?:Stab|Enhed|Team|Magistratsafdeling):.{0,60}"
    r"|Punktoplysninger:?|Oplysninger om punktet:?|Kontaktperson:.{0,60}|Åben[ ]sag.{0,30}"
    # 'Kulturudvalget Brevid: 4711081'
    rf"|(?:(?-i:{BODY_PATTERN})[ ])?Brevid\.?:?.{{0,30}}"
    r"|(?-i:Ref\.[ ]?:?[ ]?[A-ZÆØÅ]{2,6})\b(?:[ ]{1,3}(?:Dir\.[ ]?)?(?:tlf|telefon)\b.{0,30})?)$",
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
    bullet = _BULLET.match(line)
    line = line[bullet.end() :] if bullet else line.strip("`*_ ()")
    if len(line) > 160 or not line:
        return None, False
    parts = [part for part in _SEPARATOR.split(line) if part]
    return (_row(parts) if len(parts) > 1 else None) or _single(line)


def _row(parts: list[str]) -> tuple[str | None, bool] | None:
    """Read the cells of a line, or None where not all of them belong to an item's frame."""
    found = [_single(part) for part in parts]
    others = [part for part, (_, is_one) in zip(parts, found, strict=True) if not is_one and not is_frame_line(part)]
    # A number and words alone may be a document's number and title.
    beside = _WHO if len(parts) - len(others) > 1 else _INITIALS
    if not any(is_one for _, is_one in found) or not all(beside.fullmatch(part) for part in others):
        return None
    return next((number for number, _ in found if number), None), True


def _single(line: str) -> tuple[str | None, bool]:
    """Read a line that states one thing, or the number behind others."""
    behind = _BEHIND.search(line)
    if behind and _LEAD.fullmatch(line, 0, behind.start()):
        line = line[behind.start() :]
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
_BRACKETED_AT_END = re.compile(
    rf"^(?P<title>.+?)[ \t]*(?:\((?:{_LABEL}[ ]?:?[ \t]*)?(?P<number>{_NUMBER})\)"
    rf"|\[(?:{_LABEL}[ ]?:?[ \t]*)?(?P<squared>{_NUMBER})\])$"
)
#: Without a label a number is one by its form alone: no year or month ('2024/25', '12/2024'), no fraction, no plan.
_BARE_AT_END = re.compile(
    r"^(?P<title>.*[^\W\d_].*?)(?<![,–-])(?:[ \t]*[,–-])?[ \t]+"
    r"(?P<number>\d{2}/(?!(?:19|20)\d\d$)\d{4,6}|(?:19|20)\d\d[/-]\d{5,8}|\d{2}\.\d{2}\.\d{2}-[A-ZÆØÅ]\d{2}-\d{1,6}(?:-\d{2,4})?"
    r"|\d{3}-(?:19|20)\d\d-\d{3,7}|EMN-\d{4}-\d+)$"
)
_OF_A_PLAN = re.compile(
    r"\b(?:nr\.?|nummer|\w*plan(?:en)?|tillæg|matr\w*\.?|vedtægt|dok\w*\.?|cirkulære|lov|bekendtgørelse|notat|bilag|konto"
    r"|kontrakt|projekt|kr\.?|og|til|af|fra|i|med|se|jf\.?)[ ,–-]*$",
    re.IGNORECASE,
)


_AT_START = re.compile(
    rf"^(?:{_LABEL}[ ]?:?[ \t]*)?"
    rf"(?:(?P<number>{_KLE}|\d{{2,4}}/(?!(?:19|20)\d\d )\d{{3,8}}|\d{{3}}-\d{{4}}-\d{{1,7}})[ ]?[-–:|·,]?"
    # 'BR 124/2000. Vision for havnen'
    r"|(?P<body_number>[A-ZÆØÅ]{2,3}[ ]?\d{1,4}/(?:19|20)?\d\d)[ ]?[-–:|·,.]?)[ \t]+"
    r"(?P<title>[A-ZÆØÅ0-9\"”“].+)$"
)


def split_title(title: str) -> tuple[str, str | None]:
    """Cut a case number off a title: any off its beginning, and off its end where label, brackets or form tell it.

    'Kloakering (2019-0302914)', 'Kloakering 17/29658' and '22/4711 Kloakering' are titled 'Kloakering'.

    Args:
        title: The text of a heading line.

    Returns:
        The title and the number; the title as it was, and None, where none stands there.
    """
    bracketed = _BRACKETED_AT_END.match(title) if title[-1:] in ")]" else None
    if bracketed:
        return bracketed["title"], bracketed["number"] or bracketed["squared"]
    if match := _AT_END.match(title) or _bare_at_end(title):
        return match["title"].rstrip(" ,;–-"), match["number"]
    match = _AT_START.match(title)
    return (match["title"].rstrip(" ,;–-"), match["number"] or match["body_number"]) if match else (title, None)


def _bare_at_end(title: str) -> re.Match[str] | None:
    match = _BARE_AT_END.match(title) if title[-1:].isdigit() else None
    return match if match and not _OF_A_PLAN.search(match["title"]) else None


def case_number_in_title(title: str) -> str | None:
    """A case number printed in brackets inside a title ('(2019-0302914)'), or None."""
    match = _IN_TITLE.search(title) if "(" in title else None
    return match["number"] if match else None


def is_frame_line(line: str) -> bool:
    """Whether a line belongs to an item's frame ('Åbent punkt', 'Sagsbehandler: XX'): no heading, no text."""
    return len(line) < 90 and _is_frame(line.strip("()"))


def is_of_frame(line: str) -> bool:
    """Whether a line belongs to an item's frame or holds its case number ('Åbent punkt', 'Sagsnr.: 22/811')."""
    return is_frame_line(line) or case_number_of(line)[1]


@lru_cache(maxsize=16384)
def _is_frame(line: str) -> bool:
    return _FRAME.match(line) is not None


_CLOSED = re.compile(
    r"^(?:(?:offentlighed(?:sstatus)?|behandlingsform|dagsordenstype|status|type|åbent?[ ]?/[ ]?lukket):\s*)?"
    r"(?:(?:punktet er )?(?:lukket|fortrolig|ikke offentlig)|(?:for )?lukkede døre)"
    r"|.*\d.*\s(?:lukket|fortroligt?)(?: punkt| sag)?$",
    re.IGNORECASE,
)
_OPEN = re.compile(r"^(?:åbent?|offentligt?)\b(?![ ]?/[ ]?lukket:[ ]?l)", re.IGNORECASE)


def says_closed(line: str) -> bool:
    """Whether a line of an item's frame says that the doors are closed ('Lukket', 'Sag 22/811 | Lukket sag').

    Args:
        line: One line, stripped.

    Returns:
        False also for a line that names both, as the columns of a table.
    """
    parts = [part for part in _SEPARATOR.split(line.strip(" ()")) if len(part) < 40] if len(line) < 160 else []
    return any(_CLOSED.match(part) for part in parts) and not any(_OPEN.match(part) for part in parts)
