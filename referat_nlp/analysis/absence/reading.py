"""Everybody whom a stretch of minutes says to be absent: its labelled lists and its sentences."""

from __future__ import annotations

import re
from dataclasses import replace

from ...danish.bodies import BODY_PATTERN, same_body
from ...danish.dates import DATE_PATTERN
from ...danish.people import Member
from ...danish.sentences import block_spans, sentence_spans
from ...schema import AbsenceKind
from . import phrases
from . import predicates as said
from .columns import read_labelled, read_listed
from .frames import Event, events_in, found_in, items_in, items_of
from .substitutes import substitutions
from .view import PERSON, Found, Group, View

# What every statement of an absence has one of; other text costs no more than this search.
_HINT = re.compile(
    r"fravær|afbud|forfald|\bikke|\bej\b|hverken|inhabil|forlod|forlad|\bgik\b|\bgå|til\s*stede|udebl|\bvæk\b"
    r"|stedfortr|supplea|\bstf\b|\bsted(?:et)?\b|\btil\s+kl|forhindr|orlov|undta|bortset|på\s+nær|undskyld"
    r"|meldt|først|ankom|stødte|uden\s*for|\bude\b|\bsyg|bortrejst|\bpå\s+(?:ferie|barsel|rejse)|trådte"
    r"|\bhjem\b|mangle|trak\s|stod\s|logge|optaget|\bfri\b|afst[oå]|afhold|undl[oa]d|aflø|indfandt|deltog|mødte"
    r"|fratr|erstatte|vikar|nødt|\bkun\s+(?:med|til)|opholdt|befandt|befinder|opholder|indlagt|brød\s+op|af\s+sted|sad\s+|udtr[åæ]d"
    r"|kaldt|måtte|\bkursus|studietur|konference|:\s*(?:ferie|barsel|rejse)",
    re.IGNORECASE,
)
# What stands behind is what a body said or did: 'Teknisk Udvalg den 3. marts 1998:'.
_OF_BODY = re.compile(
    rf"\s*(?:(?:beslutning|behandling|behandlet|udtalelse|indstilling)\w*\s+(?:fra|i|af"
    rf"|på)\s+)?(?P<body>(?-i:{BODY_PATTERN}))"
    rf"(?:,?\s*(?:møde\w*\s+)?(?:den|d\.)?\s*(?:{DATE_PATTERN}|\d{{1,2}}\.\s*\w+))?\s*:",
    re.IGNORECASE,
)
# 'Som stedfortræder deltog Ida Krog (V)⏎Per Ek (Ø) var fraværende': the line's end is the sentence's.
_NEXT_PERSON = re.compile(
    rf"(?<={PERSON})[ \t]*\n[ \t]*(?={PERSON}+[ \t]+(?:var|er|blev|har|havde|deltog|deltager|mødte|møder|meldte|melder"
    r"|forlod|forlader|gik|går|kom|ankom|udeblev|erklærede|erklærer|kunne|måtte|trådte|indtrådte|afløste|erstattede)\b)"
)
# No sentence is longer than a minute-taker can write; what is, is read in pieces.
_LONGEST = 1200
_MOST_LISTS = 6
_LONGEST_BODY = 160


def read_absences(text: str, start: int, end: int, *, members: tuple[Member, ...], body: str | None) -> list[Found]:
    """Everybody whom a stretch of text says to be absent.

    Args:
        text: The document's text.
        start: Where the stretch begins.
        end: Where it ends.
        members: The roster.
        body: The body that met; an absence labelled with another body's name is not of this meeting.

    Returns:
        What was found, in printed order; the same person can be there twice.
    """
    if not _HINT.search(text, start, end):
        return []
    view = View(text[start:end], members)
    reader = _Reader(view, body)
    beginnings = sorted(
        {first for first, _ in sentence_spans(view.text)}
        | {first for first, _ in block_spans(view.text)}
        | {match.end() for match in _NEXT_PERSON.finditer(view.masked)}
    )
    position = 0
    for index, beginning in enumerate(beginnings):
        stop = beginnings[index + 1] if index + 1 < len(beginnings) else len(view.text)
        for first in range(beginning, stop, _LONGEST):
            last = min(stop, first + _LONGEST)
            # What stands behind a list is read as the rest of its sentence, a few times at most.
            for _ in range(_MOST_LISTS):
                if position >= last:
                    break
                begin = max(first, position)
                position = reader.read(begin, last, labelled=begin == beginning)
    return reader.found


class _Reader:
    """Reads a stretch sentence by sentence and remembers who was spoken of."""

    def __init__(self, view: View, body: str | None) -> None:
        self.view, self.body = view, body
        self.found: list[Found] = []
        self.topic: Group | None = None
        self.elsewhere = False

    def read(self, start: int, stop: int, *, labelled: bool) -> int:
        """Read a sentence, or the list that it begins with, and say where what was read ends."""
        view = self.view
        if self._is_elsewhere(start):
            return stop
        label = phrases.LABEL.match(view.text, start) if labelled else None
        if label:
            found, after = read_labelled(view.text, label, len(view.text), view.members, self.body)
            if found or after > label.end():
                return self._after_list(found, after)
        events = events_in(view, start, stop, self.topic)
        led = next((event for event in events if event.leads), None)
        if led is not None and led.kind != "late" and led.kind != "cleared" and led.kind != "only":
            found, after = read_listed(view.text, led.subject.start, len(view.text), led.kind, view.members)
            about = items_of(view.text[start : led.subject.start], led.kind)
            if said.CONFLICT.search(view.masked, start, led.subject.start) and led.kind == "absent":
                found = [replace(one, kind="disqualified") for one in found]
            found = [replace(one, about=one.about or about) for one in found]
            earlier = [event for event in events if event.match.start() < led.match.start()]
            self.found.extend(found_in(view, start, led.match.start(), earlier))
            return self._after_list(found, after)
        if not events and (excepted := said.EXCEPTED.search(view.masked, start, stop)):
            found, after = read_listed(view.text, excepted.end(), stop, "absent", view.members)
            return self._after_list(found, after)
        self._clear(events)
        self._take_back(start, stop)
        self.found.extend(found_in(view, start, stop, events))
        self._substitute(start, stop)
        self._speak_of(start, stop)
        return stop

    def _is_elsewhere(self, start: int) -> bool:
        """Whether a sentence belongs to what another body decided before, up to its paragraph's end."""
        colon = self.view.text.find(":", start, start + _LONGEST_BODY) >= 0
        if colon and self.body and (said_by := _OF_BODY.match(self.view.text, start)):
            own = same_body(said_by["body"], self.body) or said_by["body"] in ("Udvalget", "Rådet")
            self.elsewhere = not (own or self.body.endswith(said_by["body"].removesuffix("et")))
        elif self.view.text[:start].rstrip(" \t").endswith("\n\n"):
            self.elsewhere = False
        return self.elsewhere

    def _after_list(self, found: list[Found], after: int) -> int:
        """Keep a list, and go on behind it."""
        self.found.extend(found)
        if found:
            self.topic = Group(tuple(one.mention for one in found), -1, -1)
        return after

    def _clear(self, events: list[Event]) -> None:
        """Take back that somebody is disqualified whom the body then found not to be."""
        cleared = {person.name for event in events if event.kind == "cleared" for person in event.subject.people}
        if not cleared:
            return
        self.found = [one for one in self.found if one.kind != "disqualified" or one.mention.name not in cleared]

    def _take_back(self, start: int, stop: int) -> None:
        """'Hun vendte tilbage kl. 16': who was said before to have left was away for a while, and not from then on."""
        if (back := said.RETURNED.search(self.view.masked, start, stop)) is None:
            return
        groups = [*self.view.groups_between(start, stop)]
        spoken = groups[:1] or (
            [self.topic] if self.topic and said.PRONOUN.search(self.view.masked, start, back.end()) else []
        )
        names = {person.name for group in spoken for person in group.people}
        self.found = [one for one in self.found if one.kind != "left_early" or one.mention.name not in names]

    def _substitute(self, start: int, stop: int) -> None:
        """Give those who are replaced their substitutes; who is replaced is absent."""
        pairs, waiting = substitutions(self.view, start, stop, self.topic)
        for person, name in pairs:
            known = [index for index, one in enumerate(self.found) if one.mention.name == person.name]
            if known:
                self.found[known[-1]] = replace(self.found[known[-1]], substitute=name)
            else:
                sentence = self.view.masked[start:stop]
                about = items_in(sentence)
                biased = said.CONFLICT.search(sentence) and not said.NO_CONFLICT.search(sentence)
                kind: AbsenceKind = "disqualified" if biased else "absent"
                self.found.append(Found(person, kind, about=about, substitute=name))
        gone = {one.mention.name for one in self.found} if waiting else set()
        for name in waiting:
            places = [
                index for index, one in enumerate(self.found) if one.substitute is None and one.kind != "left_early"
            ]
            if name not in gone and places:
                self.found[places[-1]] = replace(self.found[places[-1]], substitute=name)

    def _speak_of(self, start: int, stop: int) -> None:
        """Remember the people of a sentence for the pronouns of the next."""
        groups = self.view.groups_between(start, stop)
        for group in reversed(groups):
            joined = self.view.joined_before(group, start)
            if self.view.governed_by(joined, start) is None:
                self.topic = joined
                return
        if groups:
            self.topic = groups[-1]
