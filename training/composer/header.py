"""The head of the minutes: municipality, body, date, place, clock, members, who is missing."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date

from referat_nlp.evaluate.gold import GoldAbsence
from referat_nlp.schema import Absence, Meeting, Participant

from .absence import header_absence
from .figures import WEEKDAYS, long_date, short_date
from .houses import Voice
from .people import Member
from .rich import Rich, concat

_PLACES = (
    "Byrådssalen",
    "Mødelokale 1",
    "Mødelokale 3, Rådhuset",
    "Rådhuset",
    "Udvalgsværelset",
    "Mødelokale B2",
    "Kantinen, Rådhuset",
)


@dataclass
class Head:
    """The printed header and what it says.

    Attributes:
        text: The header.
        meeting: Its labels.
        missing: Members who are absent from the whole meeting.
        partly: Members who are absent from some items: who, how labelled, the numbers of the items.
        parties: Name → party as printed, for the members that the header gives a party.
    """

    text: Rich
    meeting: Meeting
    missing: list[Member] = field(default_factory=list)
    partly: list[tuple[Member, GoldAbsence, range]] = field(default_factory=list)
    parties: dict[str, str | None] = field(default_factory=dict)


def write_header(
    rng: random.Random,
    voice: Voice,
    form: int,
    municipality: str,
    body: str,
    day: date,
    roster: list[Member],
    agenda: bool,
    substitutes: list[str],
    numbers: range,
) -> Head:
    """The header in one of six forms.

    Args:
        rng: What chance there is.
        voice: How the municipality speaks.
        form: The form, 0 to 5.
        municipality: Its name.
        body: The body's name.
        day: The day of the meeting.
        roster: The members of the body.
        agenda: Whether this is an agenda, where nobody is missing yet.
        substitutes: Names of those who may stand in.
        numbers: The numbers of the items, where they are printed.

    Returns:
        The header.
    """
    start = rng.choice((8, 13, 14, 15, 16, 17, 18)) * 60 + rng.choice((0, 0, 0, 15, 30))
    end = start + rng.randrange(45, 200, 5)
    dot = rng.choice((":", "."))
    place = rng.choice(_PLACES)
    kind = "Dagsorden" if agenda else "Referat"
    weekday = WEEKDAYS[day.weekday()]
    with_end = not agenda and form in (0, 2, 4)
    begun, done = _clock(start, dot), _clock(end, dot)
    lines: list[str | Rich] = []
    if form == 0:
        lines += [
            municipality,
            f"{kind} {body}",
            "",
            f"Dato: {weekday} den {long_date(day)}",
            f"Mødested: {place}",
            f"Starttidspunkt: kl. {begun}",
        ]
        lines += [f"Sluttidspunkt: kl. {done}"] if with_end else []
    elif form == 1:
        lines += [
            municipality,
            "",
            f"{kind.upper()} {body} d. {short_date(day)}",
            "",
            f"Mødedato: {short_date(day)} kl. {begun}",
            f"Mødested: {place}",
        ]
    elif form == 2:
        lines += [
            municipality,
            body,
            kind,
            "",
            f"Mødedato: {long_date(day)}",
            f"Mødetidspunkt: kl. {begun}" + (f" - {done}" if with_end else ""),
            f"Mødelokale: {place}",
        ]
    elif form == 3:
        lines += [f"{kind} til mødet i {body} den {long_date(day)} kl. {begun} i {place}", "", municipality]
    elif form == 4:
        lines += [
            municipality,
            f"{body} – {kind} – {long_date(day)}",
            f"Sted: {place}",
            f"Mødet begyndte kl. {begun}" + (f" og sluttede kl. {done}" if with_end else ""),
        ]
    else:
        lines += [
            f"{body}, {municipality}",
            f"{kind}, {weekday} den {long_date(day)}",
            f"Tid: kl. {begun}",
            f"Sted: {place}",
        ]
    head = Head(
        Rich(),
        Meeting(
            kind="dagsorden" if agenda else "referat",
            municipality=municipality,
            body=body,
            date=day.isoformat(),
            start_time=f"{start // 60:02}:{start % 60:02}",
            end_time=f"{end // 60:02}:{end % 60:02}" if with_end else None,
            place=place,
        ),
    )
    if rng.random() < 0.85:
        lines += ["", *_members(rng, voice, roster, head)]
    if not agenda and rng.random() < 0.5:
        if len(numbers) > 4 and len(roster) > 5 and rng.random() < 0.08:
            lines += ["", _partly_missing(rng, voice, roster, head, numbers)]
        else:
            lines += ["", *_missing(rng, voice, roster, head, substitutes)]
    head.text = concat([line if line else "\0" for line in lines], "\n")
    head.text = Rich(head.text.text.replace("\0\n", "\n").replace("\0", ""), ())
    return head


def _members(rng: random.Random, voice: Voice, roster: list[Member], head: Head) -> list[str]:
    label = rng.choice(("Medlemmer", "Deltagere", "Til stede", "Mødedeltagere"))
    shown = []
    for member in roster:
        party = _shown(voice, member)
        if voice.header_parties:
            head.parties[member.name] = party[0]
        head.meeting.participants.append(
            Participant(name=member.name, party=party[0] if voice.header_parties else None, role=member.role)
        )
        text = member.name + (f" ({party[1]})" if voice.header_parties else "")
        shown.append(text + (f", {member.role}" if member.role else ""))
    if rng.random() < 0.5 and not any(", " in each for each in shown[2:]):
        return [f"{label}:", *shown]
    for n, member in enumerate(roster):
        if member.role:
            shown[n] = shown[n].replace(f", {member.role}", f" ({member.role})" if not voice.header_parties else "")
            if voice.header_parties:
                head.meeting.participants[n].role = None
    return [f"{label}: " + ", ".join(shown)]


def _shown(voice: Voice, member: Member) -> tuple[str, str]:
    """A member's party as labelled and as printed."""
    if member.party:
        return member.party.letter, member.party.letter
    return ("UP" if voice.independent == "UP" else "løsgænger"), voice.independent


def _missing(rng: random.Random, voice: Voice, roster: list[Member], head: Head, substitutes: list[str]) -> list[str]:
    heading, kind = rng.choice(
        (
            ("Afbud", "excused"),
            ("Fraværende", "absent"),
            ("Fraværende med afbud", "excused"),
            ("Ikke til stede", "absent"),
        )
    )
    some = rng.sample(roster[1:], min(len(roster) - 4, rng.choice((0, 1, 1, 1, 2)))) if len(roster) > 5 else roster[1:2]
    if not some:
        return [f"{heading}: Ingen"]
    told = []
    stand_ins = list(substitutes)
    for member in some:
        party = _shown(voice, member)
        printed = voice.header_parties or voice.bracketed
        label, tail = header_absence(party[0] if printed else head.parties.get(member.name), member, rng, stand_ins)
        gold = GoldAbsence.model_validate({**label.model_dump(exclude={"span", "inferred"}), "kind": kind})
        head.meeting.absent.append(Absence.model_validate(gold.model_dump(exclude={"span", "inferred"})))
        told.append(member.name + (f" ({party[1]})" if printed else "") + tail)
    head.missing = list(some)
    return [f"{heading}: " + ", ".join(told)]


def _partly_missing(rng: random.Random, voice: Voice, roster: list[Member], head: Head, numbers: range) -> str:
    """'Fraværende: Jo Dal (B), sag 56-58': absent from those items alone."""
    member = rng.choice(roster[1:])
    first = rng.choice(numbers[1:-2])
    gone = range(first, min(first + rng.randint(1, 3), numbers.stop))
    label, printed = _shown(voice, member)
    bracketed = voice.header_parties or voice.bracketed
    absence = GoldAbsence(name=member.name, party=label if bracketed else head.parties.get(member.name))
    head.partly.append((member, absence, gone))
    span = str(first) if len(gone) == 1 else f"{first}-{gone[-1]}"
    word = rng.choice(("sag", "sag", "punkt", "pkt."))
    return f"Fraværende: {member.name}" + (f" ({printed})" if bracketed else "") + f", {word} {span}"


def _clock(minutes: int, dot: str) -> str:
    return f"{minutes // 60:02}{dot}{minutes % 60:02}"
