"""The agenda XML of Acadre: nested tables of named fields."""

from __future__ import annotations

from typing import Any

from ...document import Document
from ...errors import MalformedError
from ...schema import Absence, Meeting, Participant
from ..builder import TextBuilder
from ..clock import local_date_time
from ..meeting_header import append_header, split_party
from ..xml import name_of, parse_export
from .sections import append_field, append_list, kind_from


def read(text: str, builder: TextBuilder) -> Document:
    """Read an agenda.

    Args:
        text: The decoded XML.
        builder: An empty builder.

    Returns:
        The document, items delimited, each field's heading marked as a field.

    Raises:
        ReferatError: The XML cannot be read.
    """
    root = parse_export(text, builder)
    agenda = next((table for table in root.iter("table") if table.get("name") == "agenda"), None)
    if agenda is None:
        raise MalformedError("the Acadre export holds no agenda")
    meeting = _meeting(agenda)
    append_header(meeting, builder)
    for parent in _tables(agenda, "agendaitemparents"):
        for item in _tables(parent, "agendaitem"):
            _append_item(item, _field(parent, "sort"), builder)
    for item in _tables(agenda, "agendaitem"):
        _append_item(item, _field(item, "sort"), builder)
    return builder.finish("acadre", meeting)


def _meeting(agenda: Any) -> Meeting:
    committee = next(iter(_tables(agenda, "committee")), None)
    about = next(iter(_tables(agenda, "meeting")), None)
    meeting = Meeting(kind=kind_from(_field(agenda, "name")), body=_field(committee, "name") or None)
    meeting.date, meeting.start_time = local_date_time(_field(about, "date"))
    _, meeting.end_time = local_date_time(_field(about, "finish"))
    meeting.place = _field(about, "location") or None
    for group in _tables(about, "meetmember") or _tables(committee, "commember"):
        for member in _tables(group, "member"):
            name, party = split_party(_field(member, "name"))
            party = _field(member, "party") or party
            if not name:
                continue
            if _field(member, "absent") not in ("", "0"):
                meeting.absent.append(Absence(name=name, party=party, kind="absent"))
            else:
                role = _field(member, "role").casefold()
                meeting.participants.append(
                    Participant(name=name, party=party, role=None if role in ("", "medlem") else role)
                )
    return meeting


def _append_item(item: Any, number: str, builder: TextBuilder) -> None:
    enclosures = [_field(table, "name") for table in _tables(item, "enclosure")]
    access = _field(item, "accessname").casefold()
    closed = None if not access else access.startswith("lukke") or "fortrolig" in access
    builder.begin_item(_field(item, "name"), number, _field(item, "caseno"), closed, enclosures)
    has_list = False
    for bullet in _tables(item, "bullet"):
        name = _field(bullet, "bulletname")
        shown = append_field(name, _field(bullet, "bulletcontent"), builder)
        has_list = has_list or (shown and name.casefold() == "bilag")
    if not has_list:
        append_list("Bilag", enclosures, builder)
    absent = _field(item, "absent")
    append_list("Fraværende", [absent] if absent not in ("", "0") else [], builder)
    builder.end_item()


def _tables(parent: Any, name: str) -> list[Any]:
    if parent is None:
        return []
    return [table for table in parent if name_of(table) == "table" and table.get("name") == name]


def _field(table: Any, name: str) -> str:
    if table is None:
        return ""
    for group in table:
        if name_of(group) != "fields":
            continue
        for entry in group:
            if entry.get("name") == name:
                return "".join(entry.itertext()).strip()
    return ""
