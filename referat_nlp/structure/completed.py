"""What the items tell of the meeting that its head does not: whose decisions they are, of which day, when it ended."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ..danish.bodies import is_initials, same_body
from ..schema import Decision, Item, Meeting
from .header.clock import spoken_hours

_CLOCK_LINE = re.compile(
    r"Mødet (?:begyndte|startede|blev (?:åbnet|sat|hævet|afsluttet)|sluttede?|slut|hævet|hævedes|afsluttedes)\b"
    r".{0,30}\bkl.{0,80}"
)


def is_clock_line(text: str) -> bool:
    """Whether a line only says when the meeting began or ended ('Mødet begyndte kl. 15 og sluttede kl. 18.10.')."""
    return len(text) < 120 and _CLOCK_LINE.fullmatch(text) is not None


def completed(meeting: Meeting, items: Sequence[Item], above: Iterable[str]) -> Meeting:
    """Complete a meeting by what its items say.

    Args:
        meeting: The meeting as its head tells it.
        items: The items.
        above: The lines that stand between the titles of items and their sections.

    Returns:
        The meeting: minutes where anything is decided; body and day as the own decisions name them, where none names
        another; beginning and end as a line of a decision says them.
    """
    own = [d for item in items for d in item.decisions if d.own]
    found: dict[str, str] = {}
    if meeting.kind is None and own:
        found["kind"] = "referat"
    agree = all(any(d.own for d in item.decisions) for item in items if item.decisions)
    if meeting.kind != "dagsorden" and agree:
        found |= _whose(meeting, own if len(items) > 1 else [d for item in items for d in item.decisions])
    said = [line.strip() for d in own for line in d.text.split("\n")]
    for line in filter(is_clock_line, (*above, *said)):
        begun, ended = spoken_hours(line)
        for name, time in (("start_time", begun), ("end_time", ended)):
            if time and getattr(meeting, name) is None:
                found.setdefault(name, time)
    return meeting.model_copy(update=found) if found else meeting


def _whose(meeting: Meeting, decisions: Sequence[Decision]) -> dict[str, str]:
    """Body and day, where every decision names them, and all name the same."""
    named = [(d.body, d.date) for d in decisions if d.body and d.date]
    if not named or len(named) < len(decisions):
        return {}
    body, date = named[0]
    if any(other != date or not same_body(name, body) for name, other in named):
        return {}
    found: dict[str, str] = {}
    if meeting.date is None and date and (meeting.body is None or same_body(meeting.body, body)):
        found["date"] = date
    if meeting.body is None and body and not is_initials(body) and meeting.date in (None, date):
        found["body"] = body
    return found
