"""The two XML exports of eDoc: that of Fujitsu's agenda module, and the older publishing format."""

from __future__ import annotations

import re
from typing import Any

from ...document import Document
from ...errors import MalformedError
from ...schema import Absence, Meeting, Participant
from ..builder import TextBuilder
from ..clock import local_date_time
from ..meeting_header import append_header, split_party
from ..xml import children, name_of, parse_export, text_at
from .sections import append_field, append_list, kind_from

_WITHHELD = "beslutning ikke frigivet"
_CASE_LINE = re.compile(r"^[ \t]*Sagsnr\.?:?[ \t]*(\S[^\n]*)\n?", re.MULTILINE)
_LIST_HEADING = re.compile(r"^[ \t]*Bilag:?[ \t]*$", re.MULTILINE)
_CONTENTS = re.compile(r"\f|^[ \t]*INDHOLDSFORTEGNELSE", re.MULTILINE | re.IGNORECASE)


def read(text: str, builder: TextBuilder) -> Document:
    """Read an export of either kind.

    Args:
        text: The decoded XML.
        builder: An empty builder.

    Returns:
        The document, items delimited.

    Raises:
        ReferatError: The XML cannot be read.
    """
    root = parse_export(text, builder)
    if name_of(root) == "Meeting":
        return _read_publishing(root, builder)
    for committee in children(root, "Committee"):
        return _read_fujitsu(committee, builder)
    raise MalformedError("the eDoc export holds no committee")


def _read_fujitsu(committee: Any, builder: TextBuilder) -> Document:
    meetings = children(committee, "Meeting")
    if not meetings:
        raise MalformedError("the eDoc export holds no meeting")
    about = meetings[0]
    date, start = local_date_time(text_at(about, "MeetingDateTime"))
    _, end = local_date_time(text_at(about, "EndDateTime"))
    meeting = Meeting(
        kind=kind_from(text_at(about, "Agenda", "Type")),
        body=text_at(committee, "Name") or None,
        date=date,
        start_time=start,
        end_time=end,
        place=text_at(about, "MeetingLocation") or None,
    )
    for person in children(about, "MeetingParticipants", "MeetingParticipant"):
        name, party = split_party(text_at(person, "Name"))
        party = text_at(person, "PoliticalPartyList") or party
        if not name:
            continue
        if text_at(person, "Participate") == "false":
            meeting.absent.append(Absence(name=name, party=party, kind="absent"))
        else:
            role = text_at(person, "RoleInMeeting").casefold()
            meeting.participants.append(
                Participant(name=name, party=party, role=None if role in ("", "medlem") else role)
            )
    append_header(meeting, builder)
    for element in children(about, "Agenda", "AgendaElements", "AgendaElement"):
        for item in children(element, "HandlingItem"):
            _append_fujitsu_item(element, item, builder)
    return builder.finish("edoc", meeting)


def _append_fujitsu_item(element: Any, item: Any, builder: TextBuilder) -> None:
    attachments = [text_at(entry, "Title") for entry in children(item, "Attachments", "Attachment")]
    public = text_at(element, "AccessIsPublic")
    builder.begin_item(
        text_at(item, "Title"),
        text_at(item, "SerialNo"),
        text_at(item, "CaseNumber"),
        public == "false" if public else None,
        attachments,
    )
    decided = False
    for part in children(item, "CasePresentations", "CasePresentation"):
        shown = append_field(text_at(part, "Title"), text_at(part, "Content"), builder)
        decided = decided or (shown and text_at(part, "IsDecision") == "true")
    for handling in children(item, "HandlingPlan", "Handling"):
        _append_handling(handling, decided, builder)
    absent = [" ".join(name.split()) for entry in children(element, "Absences") for name in _names(entry)]
    append_list("Bilag", attachments, builder)
    append_list("Fraværende", absent, builder)
    builder.end_item()


def _append_handling(handling: Any, decided: bool, builder: TextBuilder) -> None:
    decision = text_at(handling, "Decision")
    if not decision or decision.casefold().strip(" .") == _WITHHELD:
        return
    if text_at(handling, "Placement") == "This":
        if not decided:
            append_field("Beslutning", decision, builder)
        return
    date, _ = local_date_time(text_at(handling, "MeetingDate"))
    day = f" den {date[8:]}-{date[5:7]}-{date[:4]}" if date else ""
    append_field(f"Beslutning i {text_at(handling, 'CommitteeName')}{day}", decision, builder)


def _names(absences: Any) -> list[str]:
    return [text for part in absences.iter() if name_of(part) == "Name" and (text := (part.text or "").strip())]


def _read_publishing(root: Any, builder: TextBuilder) -> Document:
    date, start = local_date_time(text_at(root, "MeetingDate"))
    meeting = Meeting(
        kind=kind_from(text_at(root, "MeetingState")),
        body=text_at(root, "Committee") or None,
        date=date,
        start_time=start,
    )
    groups = children(root, "MeetingAgendaTypes", "MeetingAgendaType")
    header = _CONTENTS.split(text_at(groups[0], "FullText"), maxsplit=1)[0] if groups else ""
    if header.strip():
        builder.line(header)
    else:
        append_header(meeting, builder)
    for group in groups:
        closed = "lukket" in text_at(group, "AgendaType").casefold()
        items = children(group, "MeetingAgendaItems", "MeetingAgendaItem")
        for item in sorted(items, key=_order):
            _append_publishing_item(item, closed, builder)
    return builder.finish("edoc", meeting)


def _order(item: Any) -> tuple[int, str]:
    number = text_at(item, "AgendaItemNumber")
    return (int(number) if number.isdigit() and len(number) < 9 else 0, number)


def _append_publishing_item(item: Any, closed: bool, builder: TextBuilder) -> None:
    title, number = text_at(item, "Document", "Title"), text_at(item, "AgendaItemNumber")
    text = text_at(item, "FullText")
    case = _CASE_LINE.search(text, 0, 1000)
    case_number = case[1] if case else text_at(item, "Document", "Case", "CaseLogicIdentifier")
    titles = [text_at(entry, "Title") for entry in children(item, "Document", "Attachments", "Attachment")]
    # Where the text lists them itself, it does so with their document numbers, and in its own place.
    attachments = [] if _LIST_HEADING.search(text) else titles
    builder.begin_item(title, number, case_number, closed, attachments)
    if case:
        text = text[: case.start()] + text[case.end() :]
    heading, _, rest = text.partition("\n")
    # The text begins with the number and the title, which the item's heading says already.
    if heading.strip().removeprefix(number).lstrip(". \t:").strip() == title or heading.strip() == title:
        text = rest
    builder.line(text)
    append_list("Bilag", attachments, builder)
    builder.end_item()
