"""The JSON of FirstAgenda Publication (``dagsordener.*.dk``): one meeting, a list of them, or JSON lines."""

from __future__ import annotations

import hashlib
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ..document import Document
from ..errors import LimitError, MalformedError, ReferatError, UnsupportedFormatError
from ..schema import Absence, Meeting, Participant
from .builder import TextBuilder
from .clock import local_date_time
from .html import append_fragment
from .meeting_header import append_header, split_party
from .normalise import one_line

_DECISION = re.compile(
    r"<h[1-6][^>]*>(?:\s|&nbsp;|<[^>]*>){0,20}Beslutning(?![a-zæøå]*\s*(?:skompetence|sproces|stema))",
    re.IGNORECASE,
)
_BEFORE_VALUE = re.compile(r"[\s,\ufeff]*")
_ABSENT_FROM_ITEM = 2


@dataclass(frozen=True, slots=True)
class Part:
    """One meeting of a file, or why it could not be read.

    Attributes:
        result: The document, without path and digest, or the error.
        name: The meeting's id in the file, or the number of its line.
        sha256: Digest of the meeting's own bytes.
    """

    result: Document | ReferatError
    name: str
    sha256: str


def read_parts(text: str, warnings: tuple[str, ...] = ()) -> Iterator[Part]:
    """Read every meeting of a file.

    Args:
        text: The decoded JSON.
        warnings: What was repaired while decoding, passed on to every document.

    Yields:
        A part for each meeting; a part that cannot be read holds its error.
    """
    for line, raw in enumerate(_values(text), 1):
        digest = hashlib.sha256(raw.encode("utf-8", "replace")).hexdigest()
        name = f"line {line}"
        try:
            meeting = _load(raw)
            name = one_line(_text(meeting.get("Id"))) or name
            yield Part(_read_meeting(meeting, TextBuilder(warnings=list(warnings))), name, digest)
        except ReferatError as error:
            yield Part(error, name, digest)


def _values(text: str) -> Iterator[str]:
    """The raw text of every meeting: elements of a list, lines of JSON lines, or the whole."""
    stripped = text.strip("\ufeff \t\r\n")
    if stripped.startswith("["):
        yield from _elements(stripped)
        return
    lines = [line.strip() for line in stripped.splitlines() if line.strip()]
    # A pretty-printed object has lines that are no objects of their own.
    if len(lines) > 1 and lines[0].startswith("{") and lines[0].endswith("}") and len(lines[0]) > 2:
        yield from lines
    else:
        yield stripped


def _elements(text: str) -> Iterator[str]:
    decoder = json.JSONDecoder()
    position = 1
    while True:
        match = _BEFORE_VALUE.match(text, position)
        position = match.end() if match else position
        if position >= len(text):
            yield ""
            return
        if text[position] == "]":
            return
        try:
            _, end = decoder.raw_decode(text, position)
        except (json.JSONDecodeError, RecursionError):
            yield text[position:]
            return
        yield text[position:end]
        position = end


def _load(raw: str) -> dict[str, Any]:
    try:
        value = json.loads(raw)
    except json.JSONDecodeError as error:
        raise MalformedError(f"the JSON is broken ({error.msg}, character {error.pos})") from error
    except RecursionError as error:
        raise LimitError(
            f"the JSON is nested more than {sys.getrecursionlimit()} deep", advice="Export the meeting again."
        ) from error
    if not isinstance(value, dict) or not isinstance(value.get("Dagsordenpunkter"), list):
        raise UnsupportedFormatError("this JSON is no meeting of FirstAgenda (it has no list Dagsordenpunkter)")
    return value


def _read_meeting(data: dict[str, Any], builder: TextBuilder) -> Document:
    items = [item for item in data["Dagsordenpunkter"] if isinstance(item, dict)]
    if len(items) < len(data["Dagsordenpunkter"]):
        builder.warn("some agenda items were no objects and were left out")
    meeting = _meeting(data, items)
    append_header(meeting, builder)
    for item in items:
        _append_item(item, builder)
    return builder.finish("firstagenda", meeting)


def _meeting(data: dict[str, Any], items: list[dict[str, Any]]) -> Meeting:
    about = _dict(data.get("Moede"))
    date, start = local_date_time(about.get("Dato") or about.get("MeetingBeginUtc"))
    _, end = local_date_time(about.get("MeetingEndUtc"))
    meeting = Meeting(
        body=_text(_dict(data.get("Udvalg")).get("Navn")) or None,
        date=date,
        start_time=start,
        end_time=end,
        place=_text(about.get("Sted")) or None,
    )
    name = _text(about.get("Navn")).casefold()
    # The name stays 'Dagsorden' after the meeting; only the decisions tell minutes from an agenda.
    if any(_has_decision(item) for item in items) or "referat" in name:
        meeting.kind = "referat"
    elif "dagsorden" in name:
        meeting.kind = "dagsorden"
    for person in _dicts(about.get("Moededeltagere")):
        printed, party = split_party(_text(person.get("Name")))
        if not printed:
            continue
        if person.get("ParticipationCancelled") is True:
            meeting.absent.append(Absence(name=printed, party=party, kind="excused"))
        elif person.get("Absent") is True:
            meeting.absent.append(Absence(name=printed, party=party, kind="absent"))
        else:
            meeting.participants.append(Participant(name=printed, party=party))
    return meeting


def _has_decision(item: dict[str, Any]) -> bool:
    if _text(item.get("ItemDecision")):
        return True
    for part in _dicts(item.get("Felter")):
        if _text(part.get("Navn")).casefold().startswith("beslutning") and _text(part.get("Html") or part.get("Tekst")):
            return True
        html = part.get("Html")
        if isinstance(html, str) and _DECISION.search(html):
            return True
    return False


def _append_item(item: dict[str, Any], builder: TextBuilder) -> None:
    attachments = [_text(entry.get("Navn")) for entry in _dicts(item.get("Bilag"))]
    builder.begin_item(
        _text(item.get("Navn")) or _text(item.get("Caption")),
        _text(item.get("Punktnummer")) or _text(item.get("Number")),
        _text(item.get("SagsNummer")) or _text(item.get("CaseNumber")),
        # IsOpen is false on every item of the sites that were looked at: it tells nothing unless it is true.
        False if item.get("IsOpen") is True else None,
        attachments,
    )
    for part in _dicts(item.get("Felter")):
        content = part.get("Html") or part.get("Tekst")
        if not isinstance(content, str) or not content.strip():
            continue
        name = _text(part.get("Navn"))
        if name:
            builder.blank()
            builder.line(name, "field")
        append_fragment(content, builder)
    decision = item.get("ItemDecision")
    if isinstance(decision, str) and decision.strip():
        builder.blank()
        builder.line("Beslutning", "field")
        append_fragment(decision, builder)
    _append_list("Bilag", [f"- {name}" for name in attachments if name], builder)
    _append_list("Fraværende", _absent(item), builder)
    builder.end_item()


def _absent(item: dict[str, Any]) -> list[str]:
    people = _dicts(item.get("ExternalAgendaItemAttendees"))
    return [
        " ".join(_text(person.get("Name")).split())
        for person in people
        if person.get("AttendanceType") == _ABSENT_FROM_ITEM and _text(person.get("Name"))
    ]


def _append_list(heading: str, lines: list[str], builder: TextBuilder) -> None:
    if lines:
        builder.blank()
        builder.line(heading, "field")
        for line in lines:
            builder.line(line)


def _text(value: object) -> str:
    if isinstance(value, str):
        return " ".join(value.split())
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else ""


def _dict(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _dicts(value: object) -> list[dict[str, Any]]:
    return [entry for entry in value if isinstance(entry, dict)] if isinstance(value, list) else []
