"""Ballots and positions of items, read by grammar."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ...danish.bodies import BODY_PATTERN, find_body, same_body
from ...danish.people import Mention, people_in
from ...schema import Decision, Person
from ..context import ItemContext
from ..interface import VoteResult
from .assemble import ballot_of
from .positions import is_escalated
from .reader import read_decision
from .roster import Roster
from .statements import find_statements
from .view import View, quotations

# What every vote, position and remark has at least one of; other decisions cost no more than this search.
_CUE = re.compile(
    r"stem|\bst\.|flertal|mindretal|mod\b|\bfor\s*[:;,.(]|\d\s*(?:for|ja|nej|imod)\b|\b(?:ja|nej)\b"
    r"|undl|enig|\bsaml"
    r"|forbehold|afvent|reserver|\bdelt|ikke|anbefal\w+\s+(?:\w+\s+)?af\b|særindstil|afvigende"
    r"|særstandpunkt"
    r"|bemærk|protokol|udtalelse|begær|stands|kræve|forlang|indbring|indbragt|§\s*(?:11|23)|undtag"
    r"|på\s+nær|bortset"
    r"|medlem|medl\.|\((?:i\s+alt\s+)?\d{1,2}\)|\d\s?[-–]\s?\d|(?:tiltrådt|godkendt|vedtaget|støttet"
    r"|bifaldet)\s+af\b|støtte"
    r"|referat|\bret\b|blank|afst",
    re.IGNORECASE,
)
_READING = re.compile(
    rf"^(?P<body>{BODY_PATTERN}|[A-ZÆØÅ]{{2,4}})s?(?: møde)?,? (?:den "
    rf"|d\. )?\d{{1,2}}[./-] ?(?:\d{{1,2}}|\w{{3,9}})[^:\n]{{0,24}}:\s*",
    re.MULTILINE,
)
_CODES = {
    "KB": "Kommunalbestyrelsen",
    "BY": "Byrådet",
    "BR": "Borgerrepræsentationen",
    "ØU": "Økonomiudvalget",
}
_AWAY = re.compile(
    r"(?:^|\n)\W*(?:fraværende|afbud|ikke\s+til\s+stede|forfald)\b[^:\n]{0,60}:?"
    r"|deltog\s+ikke\s+i\s+(?:sagens|punktets|mødet)|var\s+fraværende",
    re.IGNORECASE,
)


class GrammarVoteExtractor:
    """Reads ballots, reservations, dissent, statements and escalation from the decisions of items."""

    def __call__(self, items: Sequence[ItemContext]) -> list[VoteResult]:
        """Read items.

        Args:
            items: The items, of any number of meetings.

        Returns:
            One result an item, in order.
        """
        return [self._item(item) for item in items]

    def _item(self, context: ItemContext) -> VoteResult:
        decisions = [decision for decision in context.item.decisions if _CUE.search(decision.text)]
        escalated = any(decision.own and is_escalated(decision.text) for decision in decisions)
        result = VoteResult(escalated=escalated)
        for decision in decisions:
            self._decision(context, decision, result)
        return result

    def _decision(self, context: ItemContext, decision: Decision, result: VoteResult) -> None:
        base, end = decision.span
        for body, start, stop in readings(context.text[base:end]):
            own = decision.own and (body is None or context.body is None or same_body(body, context.body))
            part = decision if body is None else decision.model_copy(update={"body": body, "own": own})
            self._reading(context, part, base + start, base + stop, result)

    def _reading(self, context: ItemContext, decision: Decision, base: int, end: int, result: VoteResult) -> None:
        view = View(context.text[base:end])
        text = view.text
        # The roster is that of the body that met; another body's decision is read without it.
        members = context.members if decision.own else ()
        statements, words = find_statements(text, members)
        quoted = [span for span in quotations(text) if not any(s <= span[0] and span[1] <= e for s, e in words)]
        body = context.body if decision.own else decision.body
        reading = read_decision(text, words + quoted, members, body=body, title=context.item.title or "")
        roster = Roster(members, [*context.absent, *_away(text, context)])
        result.ballots.extend(
            ballot_of(draft, _moved(view.span(draft.start, draft.end), base), roster, prior=not decision.own)
            for draft in reading.drafts
            if draft.has_votes
        )
        if decision.own:
            result.reservations.extend(_new(reading.reservations, roster, result.reservations))
            result.dissent.extend(_new(reading.dissent, roster, result.dissent))
            result.statements.extend(
                statement.model_copy(update={"span": _moved(view.span(*statement.span), base)})
                for statement in statements
            )


def readings(text: str) -> list[tuple[str | None, int, int]]:
    """The readings of one decision: 'Økonomiudvalget, 4. maj: …' at a line's beginning is another body's."""
    found_heads = [(match, find_body(match["body"]) or _CODES.get(match["body"])) for match in _READING.finditer(text)]
    heads = [(match, body) for match, body in found_heads if body]
    if not heads:
        return [(None, 0, len(text))]
    found: list[tuple[str | None, int, int]] = [(None, 0, heads[0][0].start())] if heads[0][0].start() else []
    ends = [*(match.start() for match, _ in heads[1:]), len(text)]
    return [*found, *((body, match.end(), end) for (match, body), end in zip(heads, ends, strict=True))]


def _moved(span: tuple[int, int], base: int) -> tuple[int, int]:
    return base + span[0], base + span[1]


def _new(mentions: Iterable[Mention], roster: Roster, known: list[Person]) -> list[Person]:
    people: list[Person] = []
    for mention in mentions:
        person = roster.person(mention)
        if person not in known and person not in people:
            people.append(person)
    return people


def _away(text: str, context: ItemContext) -> list[str]:
    """Names that the decision itself gives as absent, needed only to tell who 'de øvrige' are."""
    names = [absence.name for absence in context.item.absent if absence.name and absence.kind != "left_early"]
    for match in _AWAY.finditer(text):
        line_start = text.rfind("\n", 0, match.end()) + 1
        line_end = text.find("\n", match.end())
        begin = (
            match.end()
            if match.group().lstrip().lower().startswith(("fra", "afbud", "ikke", "forfald"))
            else line_start
        )
        people = people_in(text, begin, len(text) if line_end < 0 else line_end, context.members)
        names += [mention.name for mention in people if mention.name]
    return names
