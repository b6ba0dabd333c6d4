"""Where the meeting was held, as its head tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from .clock import around_clock, behind_clock, between_clocks, date_in, without_dates, without_times
from .entries import lists_people
from .labels import Field
from .titles import is_body, is_municipality, title_kind

_PLACE = re.compile(
    r"lokale|sale?n?\b|rådhus|\bteams\b|\bskype\b|\bwebex\b|\bhybrid|virtuel|online|digital|kantine|skole|cent(?:er|ret)\b|\w*hal(?:len)?\b"
    r"|bibliotek|kulturhus|kontor|auditori|foyer|mødecenter|\bzoom\b|videomøde|telefonmøde|sekretariat"
    r"|forsamlingshus|gård(?:en)?\b|museum|museet|regionshus|hotel|\bkro(?:en)?\b|(?:vej|gade|torv\w*"
    r"|allé|plads|stræde|vænge)[ ]\d|bygning|stue(?:n)?\b|værelse"
    r"|hus(?:et)?\b|station(?:en)?\b|\b\d{4}[ ][A-ZÆØÅ]",
    re.IGNORECASE,
)
_AT_A = re.compile(
    r"^(?:[Mm]ødet\s+(?:(?:blev\s+|er\s+)?(?:af)?hold(?:t|es|tes)|fandt\s+sted|foregik)\s+"
    r"|(?:af)?holdt(?:es)?\s+(?:der\s+)?(?:[\wæøå-]+(?:et|en)\s+)?(?:\w+\s+)?møde\s+)?(?i:i|på|ved|hos)\s+(?=\w)"
)
_AND_BEGAN = re.compile(
    r"(?:\s+og|[.,]\s+(?:[Mm]ødet|[Dd]et))\s+(?:begyndte|startede|blev\s+åbnet|varede|sluttede|åbnedes)\b.*$"
)
#: 'Ekstraordinært møde - Mødelokale 7'.
_MEETING = re.compile(r"^(?:(?:ekstra)?ordinært|åbent|lukket|offentligt)\s+møde\s*[-–—,:]\s*", re.IGNORECASE)
#: 'kl Byrådssalen': the hour is lost.
_NO_HOUR = re.compile(r"^[Kk]l\.?\s+(?=[A-ZÆØÅ])")
_AT_NAME = re.compile(r"(?:i|på|hos)\s+(?P<name>[A-ZÆØÅ][^.;:()\d]{2,60})")
#: 'i Lundeby Kommune, Torvet 5, 7999 Lundeby': where the meeting was, and not whose.
_AT_ADDRESS = re.compile(r"^\s*(?:i|på|hos)\s+(?=[A-ZÆØÅ][^.;:]*,[^.;:]*\d)")
_ABOVE = re.compile(
    r"lokale\b|\b\w*(?:råds|møde)sal(?:en)?\b|\bkantinen?\b|\budvalgsværelse\b|\brådhuset\b", re.IGNORECASE
)
_SHORT = 50
_LONGEST_ROOM = 80
_ROOM = re.compile(
    r"(?:(?:Møde|Udvalgs|Gruppe)?lokale|(?:Byråds|Råds|Møde|Udvalgs|Kommunalbestyrelses)sal(?:en)?|Udvalgsværelse"
    r"|Mødecenter|(?:Byrådets|Kommunalbestyrelsens|Udvalgets)[ ]\w*(?:sal|lokale|mødesal)|Rådhuset|Kantinen|Teams"
    r"|Virtuelt)\b(?![ ](?:er|blev|skal|som)\b)",
    re.IGNORECASE,
)
_EDGES = ' .,;:|·–-"”“'


def place_of(fields: Sequence[Field]) -> str | None:
    """Where the meeting was: labelled, on the line of date or time, or on a line beside it."""
    for field in fields:
        if field.kind == "place" and re.search(r"\w", field.value) and not title_kind(field.value):
            return _bare(_joined(field.values)) or None
    dated = [field.value for field in fields if field.kind == "date"]
    dated += [field.value for field in fields if field.kind is None and title_kind(field.value)]
    dated += [field.value for field in fields if field.kind is None and len(field.value) < 160]
    for text in dated:
        parts = (behind_clock(text), between_clocks(text), around_clock(text)[0]) if date_in(text) else ()
        if place := next(filter(None, map(_on_line, parts)), None) or next(filter(None, map(_named_at, parts)), None):
            return place
    return _beside_date(fields)


def _joined(values: Sequence[str]) -> str:
    """The lines of a labelled place: 'Kulturhuset' above 'Engvej 3' with a comma between."""
    joined = ""
    for value in values:
        joined += value if not joined or joined.endswith(",") else f", {value}"
    return joined.replace(",", ", ").replace(",  ", ", ") if len(values) > 1 else joined


def _named_at(rest: str) -> str | None:
    """What stands behind the clock as a place does, by whatever name ('kl. 8 i Erhvervsparken')."""
    match = _AT_NAME.fullmatch(rest.strip(_EDGES))
    name = match["name"].strip(_EDGES) if match else ""
    return name if name and _may_be_place(name) and not ("," in name and lists_people(name)) else None


def _bare(text: str) -> str:
    return _AT_A.sub("", _AND_BEGAN.sub("", _MEETING.sub("", _NO_HOUR.sub("", text.strip(_EDGES)))))


def _on_line(rest: str) -> str | None:
    """What stands on a line beside its date and time, if it is a place."""
    if _AT_ADDRESS.match(rest) and date_in(rest) is None:
        return _bare(rest)
    rest = _bare(rest)
    return rest if 3 < len(rest) < 120 and rest[0].isalpha() and _is_place(rest) else None


def is_room(text: str) -> bool:
    """Whether a line is a place where bodies meet, and can be nothing else ('Mødelokale 5 C', 'Rådhuset, Engvej 1')."""
    return len(text) < _LONGEST_ROOM and text[-1] not in ".:" and _ROOM.match(text) is not None


def _beside_date(fields: Sequence[Field]) -> str | None:
    """A line without a label behind the date's that names a place, or that stands between date and body."""
    between = None
    for index, field in enumerate(fields):
        if field.kind not in (None, "date") or len(field.value) > 160 or not date_in(field.value):
            continue
        unlabelled = [other for other in fields[index + 1 : index + 4] if other.kind is None]
        near = [other.value for other in unlabelled]
        # 'Byrådssalen. Mødet begyndte kl. 17': the sentence before the clock's names the place.
        timed = {id(each.line) for each in fields[index + 1 : index + 5] if each.kind in ("start", "time")}
        for other, text in zip(unlabelled, near, strict=True):
            before, behind = around_clock(text)
            for part in (behind, before):
                if (
                    len(part) < 120
                    and (part != text or not part.endswith(".") or _AT_A.match(part) or id(other.line) in timed)
                    and (place := _on_line(part))
                ):
                    return place
        if between is None and len(near) > 1 and is_body(near[1]) and _may_be_place(near[0]):
            between = _bare(near[0])
        if between is None and near and _stands_alone(fields, index):
            between = _bare(near[0])
    return between or _above_date(fields)


def _above_date(fields: Sequence[Field]) -> str | None:
    """A room on the line above the first date, below the title."""
    for above, dated in pairwise(fields):
        if dated.kind in (None, "date") and date_in(dated.value) and len(dated.value) < _LONGEST_ROOM:
            text = above.value
            room = above.kind is None and len(text) < _LONGEST_ROOM and text[-1:] not in ".:" and _ABOVE.search(text)
            return _on_line(text) if room else None
    return None


def _stands_alone(fields: Sequence[Field], index: int) -> bool:
    """Whether only a name stands between a line of date and hour and the list of those who met."""
    place, people = fields[index + 1], fields[index + 2] if index + 2 < len(fields) else None
    text = place.value
    if place.kind is not None or people is None or people.kind not in ("members", "guests", "excused", "absent"):
        return False
    date = fields[index].value
    bare = without_times(without_dates(date)) != without_dates(date) and not any(
        map(str.isalpha, around_clock(date)[1])
    )
    named = len(text) < _SHORT and text[:1].isupper() and text[-1] not in ".:" and not lists_people(text)
    return bare and named and _may_be_place(text) and not _MEETING.match(f"{text} - ")


def _is_place(text: str) -> bool:
    return _PLACE.search(text) is not None and _may_be_place(text) and not ("(" in text and lists_people(text))


def _may_be_place(text: str) -> bool:
    other = is_municipality(text) or is_body(text) or title_kind(text) is not None or date_in(text) is not None
    return len(text) < 120 and not other
