"""The absences that one sentence states: what is said, of whom, and what the words around add.

A sentence is read as a row of events, each a predicate ('var fraværende') with its subject. The subject is
what Danish word order makes it: people inside the predicate ('deltog Bo Lind ikke'), after one that leads
('Fraværende var Bo Lind'), before it in the clause, or those last spoken of where the clause leaves them out
or has a pronoun. Between two events each word belongs to the one that it follows.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ...schema import AbsenceKind
from . import predicates as said
from .phrases import BECAUSE
from .view import Found, Group, View, overlaps, without_genitive

_FARTHEST = 160
_OF_THE_MEETING = re.compile(r"\bmøde(?:t|rne)?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Event:
    """A predicate with its subject.

    Attributes:
        kind: What is said.
        match: The predicate.
        subject: Of whom.
        anchor: Where the event's words begin: at the subject, where it stands before the predicate.
        leads: Whether the predicate stands before its people as a label does.
    """

    kind: said.Said
    match: re.Match[str]
    subject: Group
    anchor: int
    leads: bool = False


def events_in(view: View, start: int, end: int, topic: Group | None) -> list[Event]:
    """The events of a sentence.

    Args:
        view: The stretch that holds the sentence.
        start: Where the sentence begins.
        end: Where it ends.
        topic: Who was last spoken of before it.

    Returns:
        The events in printed order; predicates without people as their subject are left out.
    """
    events: list[Event] = []
    taken: list[tuple[int, int]] = []
    for kind, pattern in said.PREDICATES:
        for match in pattern.finditer(view.masked, start, end):
            if overlaps(match.span(), taken):
                continue
            said_of: said.Said = "cleared" if kind == "disqualified" and _is_denied(view.masked, start, match) else kind
            event = _event(view, start, said_of, match, topic)
            if said_of == "cleared":
                taken.append(match.span())
            if event is None:
                continue
            taken.append(match.span())
            if kind not in ("late", "left_early") or not view.is_official(event.subject):
                events.append(event)
    return sorted(events, key=lambda event: event.match.start())


def found_in(view: View, start: int, end: int, events: list[Event]) -> list[Found]:
    """What the events of a sentence say of each person, with reason and items.

    Args:
        view: The stretch that holds the sentence.
        start: Where the sentence begins.
        end: Where it ends.
        events: Its events; those that lead their people are left to the reader of lists.

    Returns:
        One finding for each person and event.
    """
    found: list[Found] = []
    for index, event in enumerate(events):
        following = events[index + 1] if index + 1 < len(events) else None
        stop = end
        if following:
            # Where both are said of the same people, the words between belong to what was said first.
            shared = following.anchor < event.match.end()
            stop = max(following.match.start() if shared else following.anchor, event.match.end())
        first = min(event.anchor, event.match.start()) if index else start
        if event.leads:
            continue
        one = _judged(view.masked[first:stop], view.masked[event.match.start() : stop], event)
        if one is not None:
            kind, reason, about = one
            if about is None and found and not _OF_THE_MEETING.search(view.masked, event.match.start(), stop):
                # 'erklærede sig inhabil i punkt 3 og deltog ikke i behandlingen'
                before = [each for each in found if each.mention in event.subject.people]
                about = before[-1].about if before else None
            found.extend(
                Found(without_genitive(person, view.members), kind, reason, about=about)
                for person in event.subject.people
            )
    return found


def _event(view: View, start: int, kind: said.Said, match: re.Match[str], topic: Group | None) -> Event | None:
    """A predicate with its subject; None where people are not its subject."""
    inside = [
        group
        for group in view.groups_between(match.start(), match.end())
        if not view.governed_by(group, start) or match.group().endswith("fravær")
    ]
    if inside:
        group = view.joined_before(inside[-1], match.start())
        return Event(kind, match, group, match.start())
    led = said.LEADS.match(view.masked, match.end()) if kind in said.LEADING else None
    named = view.group_at(led.end()) if led else None
    if led and named and "\n" not in view.text[match.end() : led.end()]:
        return Event(kind, match, named, match.start(), leads=True)
    subject = _subject_before(view, start, kind, match.start(), topic)
    # 'Bo Lind var fraværende⏎⏎Ida Krog stemte imod': the line is done with its own subject.
    if named and (subject is None or subject.start < start):
        return Event(kind, match, named, match.start(), leads=True)
    if subject is None:
        return None
    printed = start <= subject.start < match.start() and view.group_at(subject.start) == subject
    return Event(kind, match, subject, subject.start if printed else match.start())


def _subject_before(view: View, start: int, kind: said.Said, position: int, topic: Group | None) -> Group | None:
    """Of whom something is said at ``position``, where they stand before it."""
    groups = view.groups_between(max(start, position - 2 * _FARTHEST), position)
    nearest = groups[-1] if groups else None
    gap_start = nearest.end if nearest else max(start, position - _FARTHEST)
    gap = view.masked[gap_start:position]
    connectors = list(said.CONNECTOR.finditer(gap))
    last = connectors[-1] if connectors else None
    lead = gap[last.end() :] if last else gap
    spoken = bool(said.PRONOUN.search(lead))
    if nearest is None:
        # 'Han deltog ikke', '…, at hun er inhabil': the people of the sentence before.
        return topic if spoken and (last is None or said.LEAD.fullmatch(lead)) else None
    if last is None:
        governed = view.governed_by(nearest, start)
        owned = re.match(r"\s*(?:sted|habilitet|inhabilitet|fravær)\b", gap)
        allowed = governed is None or (kind == "excused" and governed == "fra")
        if len(gap) > _FARTHEST or owned:
            return None
        return view.joined_before(nearest, start) if allowed else _ungoverned(view, start, groups[:-1])
    if last.group().lower() in said.RELATIVE:
        if gap[: last.start()].strip(" ,()") and not _is_aside(gap[: last.start()]):
            return None
        return view.joined_before(nearest, start)
    if not said.LEAD.fullmatch(lead):
        return None
    if spoken:
        return view.joined_before(nearest, start)
    return _ungoverned(view, start, groups)


def _ungoverned(view: View, start: int, groups: list[Group]) -> Group | None:
    """The last list of people that hangs on no preposition: the subject of the clause before."""
    for group in reversed(groups):
        joined = view.joined_before(group, start)
        if view.governed_by(joined, start) is None:
            return joined
    return None


def _is_aside(words: str) -> bool:
    """Whether words after a name only say who it is: ', formand for udvalget,'."""
    return words.startswith(",") and words.rstrip().endswith(",") and len(words) < 60


def _is_denied(masked: str, start: int, match: re.Match[str]) -> bool:
    """Whether 'inhabil' is denied or asked about: 'fandt ham ikke inhabil', 'om hun er inhabil'."""
    if "habil" not in match.group().lower():
        return False
    before = masked[max(start, match.start() - 160) : match.start()]
    clause = re.split(r"[,;]", before)[-1]
    if said.NOT_AFTER_ALL.match(masked, match.end()) and not said.TOOK_PART.search(clause):
        return True
    if said.TOOK_PART.search(clause):
        return False
    return bool(said.NOT_DISQUALIFIED.search(clause) or said.FOUND_NOT.search(before))


def _judged(
    window: str, rest: str, event: Event
) -> tuple[AbsenceKind, str | None, range | frozenset[int] | None] | None:
    """Kind, reason and items of an event in the light of its words."""
    if event.kind == "late":
        number = event.match.groupdict().get("n")
        after = bool(re.search(r"\befter\b", event.match.group(), re.IGNORECASE))
        if number is None:
            return ("absent", None, None) if after else None
        return "absent", None, range(0, int(number) + after)
    if event.kind == "cleared":
        return None
    if event.kind == "left_early" and said.AND_RETURNED.search(rest):
        return None
    if event.kind == "only":
        attended = items_in(rest)
        return ("absent", None, frozenset(range(1000)) - attended) if attended else None
    kind: AbsenceKind = event.kind
    because = BECAUSE.search(rest)
    named = {key: value for key, value in event.match.groupdict().items() if value}
    reason = because["reason"].strip() if because else next(iter(named.values()), None)
    tied = said.TIED.search(window) and not said.NOT_FOR_THE_CASE.search(window)
    conflict = (tied or said.CONFLICT.search(window)) and not said.NO_CONFLICT.search(window)
    if conflict and kind in ("absent", "left_early"):
        kind = "disqualified"
    elif kind == "disqualified" and not conflict and said.CLOCK.search(window):
        kind = "left_early"  # who leaves at a time leaves the meeting
    elif kind == "absent" and said.FOR_THE_REST.search(rest):
        kind = "left_early"
    if kind == "disqualified":
        reason = None
    return kind, trimmed(reason), items_of(rest, kind) or items_before(window)


def trimmed(reason: str | None) -> str | None:
    """A reason without the clause that goes on behind it."""
    if reason is None:
        return None
    return re.split(r"\s+(?:og|samt|mens|hvorfor|under|ved|ikke)\b", reason)[0].strip(" -–") or None


def items_of(words: str, kind: AbsenceKind) -> range | frozenset[int] | None:
    """The items that an absence is said to be about; None where none are named."""
    if kind == "left_early" and (left := said.AFTERWARDS.search(words)):
        # Who left after item 5 was there for it.
        number = int(left["n"])
        return range(number + left["how"].lower().startswith(("efter", "til")), number + 1000)
    if kind == "absent" and (ends := said.UNTIL_ITEM.search(words)):
        return range(0, int(ends["n"]) + bool(ends["with"]))
    if begins := said.FROM_ITEM.search(words):
        return range(int(begins["n"]), int(begins["n"]) + 1000)
    return items_in(words)


def items_before(sentence: str) -> frozenset[int] | None:
    """The items that a sentence begins with: 'Under punkterne 4 og 8 var Bo Lind inhabil.'"""
    led = said.UNDER_ITEMS.match(sentence)
    return items_in(led.group()) if led else None


def items_in(text: str) -> frozenset[int] | None:
    """The item numbers that a text names, None where it names none."""
    numbers: set[int] = set()
    for match in said.ITEMS.finditer(text):
        tokens = re.findall(r"\d+|[-–]|til", match["range"])
        for index, token in enumerate(tokens):
            if not token.isdigit():
                continue
            number = int(token)
            if index > 1 and tokens[index - 1] in ("-", "–", "til") and tokens[index - 2].isdigit():
                numbers.update(range(int(tokens[index - 2]), min(number, int(tokens[index - 2]) + 500)))
            numbers.add(number)
    return frozenset(numbers) if numbers else None


def with_kind(one: Found, kind: AbsenceKind, reason: str | None = None) -> Found:
    """A finding with another kind; who is disqualified has no reason beside it."""
    return replace(one, kind=kind, reason=None if kind == "disqualified" else reason or one.reason)
