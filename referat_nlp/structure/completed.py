"""What the items tell of the meeting that its head does not: whose decisions they are, of which day, when it ended."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ..danish.bodies import BODY_PATTERN, is_initials, same_body
from ..danish.dates import DATE_PATTERN, find_date
from ..schema import Decision, Item, Meeting
from .header.clock import spoken_hours

_CLOCK_LINE = re.compile(
    rf"Mødet (?:i (?P<body>{BODY_PATTERN}) )?"
    r"(?:begyndte|startede|blev (?:åbnet|sat|hævet|afsluttet)|sluttede?|slut|hævet|hævedes|afsluttedes)\b"
    r".{0,30}\bkl.{0,80}"
)
#: 'Kommunalbestyrelsen den 29. august 2023', as the way of a case tells it.
_ON_DAY = re.compile(
    rf"(?<![\w-])(?P<body>{BODY_PATTERN})(?:s[ ]møde)?,?[ ](?:den[ ]|d\.[ ]?)?(?P<date>{DATE_PATTERN})"
)
_AGENDA = re.compile(
    r"\b(?:godkend\w*|åben|beslutning(?:er)? om|bemærkninger til)\b.*\bdagsorden|^dagsorden(?:en)?$", re.IGNORECASE
)
#: Who approves the agenda meets: 'at Handicaprådet godkender dagsordenen', 'dagsordenen for dagens møde i Byrådet'.
_APPROVES = re.compile(
    rf"(?<![\w-])(?P<body>{BODY_PATTERN}|[a-zæøå]+(?:udvalget|rådet))[ ]"
    r"(?:skal[ ]|bedes[ ]|anmodes[ ]om[ ]at[ ])?godkende[rs]?[ ]"
    r"(?:den[ ]|forslag[ ]til[ ]|udsendte[ ]|åbne[ ]){0,2}dagsorden"
    rf"|dagsorden(?:en)?[ ](?:til|for)[ ](?:dagens[ ])?møde(?:t)?[ ]i[ ](?P<met>{BODY_PATTERN})"
)
_ANY_BODY = frozenset(("udvalget", "rådet", "bestyrelsen", "nævnet"))


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
        alone = len(items) == 1
        found |= _whose(meeting, [[d for d in item.decisions if d.own or alone] for item in items if item.decisions])
    if meeting.body is None and "body" not in found and (body := _met(meeting.date, items)):
        found["body"] = body
    said = [line.strip() for d in own for line in d.text.split("\n")]
    for line in filter(is_clock_line, (*above, *said)):
        begun, ended = spoken_hours(line)
        if meeting.body is None and (met := _CLOCK_LINE.match(line)) and met["body"]:
            found.setdefault("body", met["body"])
        for name, time in (("start_time", begun), ("end_time", ended)):
            if time and getattr(meeting, name) is None:
                found.setdefault(name, time)
    return meeting.model_copy(update=found) if found else meeting


def _whose(meeting: Meeting, decided: Sequence[Sequence[Decision]]) -> dict[str, str]:
    """Body and day, where the decisions of every item name them, and all name the same."""
    named = [[(d.body, d.date) for d in decisions if d.body and d.date] for decisions in decided]
    halves = any(bool(d.body) != bool(d.date) for decisions in decided for d in decisions)
    if not named or not all(named) or halves:
        return {}
    body, date = named[0][0]
    if any(other != date or not same_body(name, body) for names in named for name, other in names):
        return {}
    found: dict[str, str] = {}
    if meeting.date is None and date and (meeting.body is None or same_body(meeting.body, body)):
        found["date"] = date
    if meeting.body is None and body and not is_initials(body) and meeting.date in (None, date):
        found["body"] = body
    return found


def _met(date: str | None, items: Sequence[Item]) -> str | None:
    """The body that approves the agenda, or the only one that the items say met on the meeting's day."""
    texts = [section.text for item in items if _AGENDA.search(item.title or "") for section in item.sections]
    approving = [
        (match["body"] or match["met"]).removeprefix("At ") for text in texts for match in _APPROVES.finditer(text)
    ]
    approving = [body for body in approving if body.casefold() not in _ANY_BODY]
    if approving and all(same_body(body, approving[0]) for body in approving):
        return approving[0][0].upper() + approving[0][1:]
    if date is None:
        return None
    dated = (match for item in items for section in item.sections for match in _ON_DAY.finditer(section.text))
    today = [match["body"] for match in dated if (day := find_date(match["date"])) and day[0] == date]
    return today[0] if today and all(same_body(body, today[0]) for body in today) else None
