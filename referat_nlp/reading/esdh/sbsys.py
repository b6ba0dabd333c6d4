"""The publication XML of SBSYS (eDagsorden)."""

from __future__ import annotations

from typing import Any

from ...document import Document
from ...errors import MalformedError
from ...schema import Absence, Meeting, Participant
from ..builder import TextBuilder
from ..clock import local_date_time
from ..meeting_header import append_header, split_party
from ..xml import children, parse_export, text_at
from .sections import append_field, append_list, kind_from, says_absent


def read(text: str, builder: TextBuilder) -> Document:
    """Read a publication.

    Args:
        text: The decoded XML.
        builder: An empty builder.

    Returns:
        The document, items delimited, each field's heading marked as a field.

    Raises:
        ReferatError: The XML cannot be read.
    """
    root = parse_export(text, builder)
    agendas = children(root, "Agendas", "Agenda")
    if not agendas:
        raise MalformedError("the SBSYS publication holds no agenda")
    if len(agendas) > 1:
        builder.warn(f"the publication holds {len(agendas)} agendas; the first was read")
    agenda = agendas[0]
    items = children(agenda, "Items", "Item")
    meeting = _meeting(root, agenda, items)
    append_header(meeting, builder)
    for item in items:
        _append_item(item, builder)
    return builder.finish("sbsys", meeting)


def _meeting(root: Any, agenda: Any, items: list[Any]) -> Meeting:
    date, start = local_date_time(text_at(agenda, "Meeting", "When"))
    _, end = local_date_time(text_at(agenda, "Meeting", "Until"))
    decided = any(
        text_at(part, "IsFeedback") == "True" and text_at(part, "Content")
        for item in items
        for part in children(item, "Fields", "ItemField")
    )
    published = text_at(root, "PublicationTypeAsEnum")
    meeting = Meeting(
        kind="referat" if decided else kind_from(published) or ("dagsorden" if published == "Final" else None),
        body=text_at(agenda, "Committee", "Name") or text_at(agenda, "Name") or None,
        date=date,
        start_time=start,
        end_time=end,
        place=text_at(agenda, "Meeting", "Where") or None,
    )
    for member in children(agenda, "Meeting", "Members", "MeetingMember"):
        name, party = split_party(text_at(member, "Name"))
        if not name:
            continue
        if says_absent(text_at(member, "ParticipationStatusAsText")):
            note = text_at(member, "ParticipationNote") or None
            meeting.absent.append(Absence(name=name, party=party, kind="excused", reason=note))
        else:
            role = text_at(member, "MeetingMemberRolesList").casefold() or None
            meeting.participants.append(Participant(name=name, party=party, role=role))
    return meeting


def _append_item(item: Any, builder: TextBuilder) -> None:
    attachments = [text_at(entry, "Name") for entry in children(item, "Enclosures", "Enclosure")]
    public = text_at(item, "IsPublic")
    builder.begin_item(
        text_at(item, "Caption"),
        text_at(item, "Number"),
        text_at(item, "Case", "Number"),
        public == "False" if public else None,
        attachments,
    )
    for part in children(item, "Fields", "ItemField"):
        append_field(text_at(part, "Caption"), text_at(part, "Content"), builder)
    append_list("Bilag", attachments, builder)
    builder.end_item()
