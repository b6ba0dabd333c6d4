"""Ballots and positions of items, read by grammar."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from ...danish.bodies import BODY_PATTERN, find_body, same_body
from ...danish.people import Member, Mention
from ...danish.quotations import quotations
from ...schema import Decision, Person, Statement
from ..absence.reading import read_absences
from ..context import ItemContext
from ..interface import VoteResult
from .ballots import Roster, ballot_of
from .escalation import is_escalated
from .reader import read_decision
from .statements import find_statements
from .view import View

# What every vote, position and remark has at least one of; other decisions cost no more than this search.
_CUE = re.compile(
    r"stem|\bst\.|flertal|mindretal|mod\b|\bfor\s*[:;,.(]|\bfor\s[^.;:\n]{2,40}:\s?\d|\d\s*(?:for|ja|nej|imod)\b|\b(?:ja|nej)\b"
    r"|undl|enig|saml|samtlige|tilslut|gehør|bifald|fraråd|åben|standpunkt|indsigelse|indforstået|stand\s+til"
    r"|forbehold|dissens|(?<!ind)stilling|afstand|betænk|protest|modstand|hånd|\bbag\b|bakke|\balle\b|\bhele\b|kryds"
    r"|foretr[aæ]k|tiden an|mere tid|tænke|\bførst\b|holdning|fasth|beklag|misbillig|\bind\s+for\b|peged?e?r?\s+på"
    r"|afvent|reserver|\bdelt|ikke|anbefal\w+\s+(?:\w+\s+)?af\b|særindstil|afvigende"
    r"|særstandpunkt"
    r"|bemærk|protokol|udtalelse|begær|stands|kræve|forlang|indbring|indbragt|§\s*(?:11|23)|undtag"
    r"|på\s+nær|bortset"
    r"|\d/\d\)|medlem|medl\.|\((?:i\s+alt\s+)?\d{1,2}\)|\d\s?[-–]\s?\d|(?:tiltrådt|godkendt|vedtaget|støttet"
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
# 'Var ikke til stede under behandlingen af ad 2': there for the other points of the item.
_OF_A_POINT = re.compile(r"[^.;\n]{0,80}\bad\s+\d", re.IGNORECASE)


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
        for part, start, end in readings(context, decision):
            self._reading(context, part, start, end, result)

    def _reading(self, context: ItemContext, decision: Decision, base: int, end: int, result: VoteResult) -> None:
        view = View(context.text[base:end])
        text = view.text
        # The roster is that of the body that met; another body's decision is read without it.
        members = context.members if decision.own else ()
        statements, hidden = others_words(text, members)
        body = context.body if decision.own else decision.body
        reading = read_decision(text, hidden, members, body=body, title=context.item.title or "")
        roster = roster_of(text, context, own=decision.own)
        result.ballots.extend(
            ballot_of(draft, _moved(view.span(draft.start, draft.end), base), roster, prior=not decision.own)
            for draft in reading.drafts
            if draft.has_votes
        )
        if decision.own:
            result.reservations.extend(_new(reading.reservations, roster, result.reservations))
            result.dissent.extend(_new(reading.dissent, roster, result.dissent))
            for statement in statements:
                span = _moved(view.span(*statement.span), base)
                # As printed: the view leaves out what only sets off.
                printed = {"span": span, "text": context.text[slice(*span)]}
                result.statements.append(statement.model_copy(update=printed))


def readings(context: ItemContext, decision: Decision) -> Iterator[tuple[Decision, int, int]]:
    """The readings of one decision: of the body that met, and of others that are printed in it.

    Args:
        context: The item.
        decision: One of its decisions.

    Yields:
        The decision as each reading has it, body and own-ness its own, and where in the document the reading stands.
    """
    base, end = decision.span
    for body, start, stop in _readings(context.text[base:end]):
        own = decision.own and (body is None or context.body is None or same_body(body, context.body))
        part = decision if body is None else decision.model_copy(update={"body": body, "own": own})
        yield part, base + start, base + stop


def others_words(text: str, members: tuple[Member, ...]) -> tuple[list[Statement], list[tuple[int, int]]]:
    """Find what a decision only repeats of somebody's words.

    Args:
        text: The decision, its blanks folded.
        members: The roster.

    Returns:
        The statements; and all stretches that are somebody's words and hold no votes, quotations among them.
    """
    statements, words = find_statements(text, members)
    quoted = [(start + 1, end - 1) for start, end in quotations(text)]
    return statements, words + [span for span in quoted if not any(s <= span[0] and span[1] <= e for s, e in words)]


def roster_of(text: str, context: ItemContext, *, own: bool) -> Roster:
    """The members of the body, less those who are away from the meeting or, as a decision says, from the item.

    Args:
        text: The decision.
        context: The item.
        own: Whether it is the decision of the body that met.
    """
    away = [*context.absent, *(_away(text, context) if own and context.members else ())]
    return Roster(context.members, away, voted=own)


def _readings(text: str) -> list[tuple[str | None, int, int]]:
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
    """Names of those whom the item says to be absent: they are none of 'de øvrige', and no party's voters."""
    here = read_absences(text, 0, len(text), members=context.members, body=context.body)
    here = [one for one in here if one.concerns(context.item.number) and not _OF_A_POINT.match(text, one.mention.end)]
    stated = [(absence.name, absence.kind) for absence in context.item.absent]
    stated += [(one.mention.name, one.kind) for one in here]
    return [name for name, kind in stated if name and kind != "left_early"]
