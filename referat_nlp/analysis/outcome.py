"""The outcome of items and of the points of their decisions, by rule."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..danish.bodies import COUNCIL, same_body
from ..schema import Decision, DecisionPoint, Outcome
from .asked import AskedPoint, Kinds, asked_kinds, asked_points
from .context import ItemContext
from .decision.phrases import CueKind
from .decision.reading import Reading, best_outcome, lapsed_after_vote, read_decision
from .decision.sentence import MAIN, Act
from .endorsed import followed
from .interface import OutcomeResult
from .opening import approves_agenda
from .title_type import is_question_time, title_kinds

_ELECTION_TITLE = re.compile(
    r"\b(?:\w*valg\s+(?:af|til)|udpegning|udnævnelse|konstituering|navngivning|ansættelse\s+af)\b",
    re.IGNORECASE,
)
_REFUSED = re.compile(r"af(?:slå|slag)", re.IGNORECASE)
_NOTED = re.compile(r"\btil\s+(?:efterretning|orientering)\Z", re.IGNORECASE)
_INFORMS: Kinds = frozenset({"orientering"})
_OUTCOME_OF_KIND: dict[Kinds, Outcome] = {
    _INFORMS: "taget til efterretning",
    frozenset({"drøftelse"}): "drøftet",
}


class RuleOutcomeTagger:
    """Reads outcomes from the formulas of the decisions."""

    def __call__(self, items: Sequence[ItemContext]) -> list[OutcomeResult]:
        """Give each item its outcome.

        Args:
            items: The items.

        Returns:
            For each item its outcome and, for each of its decisions, the outcomes of the numbered points.
        """
        return [self._tag(item) for item in items]

    def _tag(self, item: ItemContext) -> OutcomeResult:
        asked = asked_points(item)
        points = []
        outcome: Outcome | None = None
        for decision in item.item.decisions:
            reading = reading_of(item, decision, asked)
            points.append(_points(reading, asked))
            if decision.own:
                # A later reading of the case counts, unless nothing was decided in it.
                outcome = (
                    _decision_outcome(reading, decision.text, asked) or _taken_over(item, decision, asked) or outcome
                )
        if outcome == "noteret" and approves_agenda(item):
            outcome = "godkendt"  # 'Ingen ændringer'
        return OutcomeResult(outcome, tuple(points))


def _taken_over(item: ItemContext, decision: Decision, asked: list[AskedPoint]) -> Outcome | None:
    """The outcome of a decision that only names the body whose decision it follows; a council does not recommend."""
    other = followed(item, decision)
    if other is None:
        return None
    outcome = _decision_outcome(reading_of(item, other, asked), other.text, asked)
    return "godkendt" if outcome == "anbefalet" and same_body(item.body, COUNCIL) else outcome


def reading_of(item: ItemContext, decision: Decision, asked: list[AskedPoint]) -> Reading:
    """Read one decision of an item in the light of its title and of what was asked.

    Args:
        item: The item.
        decision: One of its decisions.
        asked: The points of its indstilling.

    Returns:
        The reading.
    """
    titled = title_kinds(item.item.title or "")
    reading = read_decision(
        decision.text,
        body=item.body if decision.own else decision.body,
        agenda=approves_agenda(item),
        asked=len(asked),
        case=item.item.closed or titled != frozenset({"andet"}),
        elects=bool(_ELECTION_TITLE.search(item.item.title or "")),
        told=(asked_kinds(asked) if asked else titled or _INFORMS) == _INFORMS,
        informs=(asked_kinds(asked) if asked else titled) == _INFORMS,
    )
    # What is wished in question time is said to those who asked.
    answers = is_question_time(item.item.title or "")
    acts = (_discussed(act, asked) for act in reading.acts if not (answers and act.cue.kind == "wish"))
    return replace(reading, acts=tuple(acts))


def _discussed(act: Act, asked: list[AskedPoint]) -> Act:
    """'1. Udvalget ønsker et overblik' on a point to be discussed has discussed it.

    And 'Drøftelsen blev taget til efterretning' notes where nothing more was asked.
    """
    if act.cue.kind == "discuss" and asked and asked_kinds(asked) == _INFORMS and _NOTED.search(act.cue.text):
        return replace(act, cue=replace(act.cue, kind="receive", outcome="taget til efterretning"))
    own = [point for point in asked if point.number == act.number]
    if act.cue.kind != "wish" or not own or asked_kinds(own) != frozenset({"drøftelse"}):
        return act
    return replace(act, cue=replace(act.cue, kind="discuss", outcome="drøftet"))


def _decision_outcome(reading: Reading, text: str, asked: list[AskedPoint]) -> Outcome | None:
    """The outcome of a decision: that of its most binding point.

    Args:
        reading: The decision, read.
        text: Its text.
        asked: The points of the indstilling, whose verbs words of approval take over.

    Returns:
        The outcome, None where the decision states none.
    """
    leading = reading.leading
    acts = [_in_light_of(act, asked) for act in leading]
    if any(act.cue.kind == "discuss" for act in acts):
        # What is only to be noted binds less than what is discussed, recommended or not.
        acts = [act for act in acts if not (act.cue.kind == "recommend" and asked_for(act, asked) == _INFORMS)]
    outcome = best_outcome(acts)
    if len(acts) == 1 and acts[0].inherits and asked_for(acts[0], asked) == {"drøftelse", "orientering"}:
        return "drøftet"  # 'Tiltrådt' on points of which none is to be decided
    if outcome == "trukket" and lapsed_after_vote(text, leading):
        return "forkastet"
    if (
        outcome is None
        and asked_kinds(asked) != _INFORMS
        and any(act.cue.kind == "wish" and act.rank <= MAIN for act in reading.acts)
    ):
        return "drøftet"  # it asked for more, and decided nothing
    return outcome


def _points(reading: Reading, asked: list[AskedPoint]) -> tuple[DecisionPoint, ...]:
    found = []
    for number in reading.numbers:
        acts = [_in_light_of(act, asked) for act in reading.acts if act.number == number]
        lowest = min((act.rank for act in acts), default=0)
        found.append(DecisionPoint(number=number, outcome=best_outcome([act for act in acts if act.rank == lowest])))
    return tuple(found)


def _in_light_of(act: Act, asked: list[AskedPoint]) -> Act:
    """An act with the outcome that its words inherit from what was asked."""
    if act.cue.kind == "reject" and _REFUSED.match(act.cue.text):
        # 'Afslået' on an indstilling to refuse does what was asked.
        named = [point for point in asked if point.number == act.number] or asked
        if named and all(point.refuses for point in named):
            return replace(act, cue=replace(act.cue, kind="act", outcome="godkendt"))
    if not (act.inherits and act.cue.kind == "approval" and act.cue.outcome == "godkendt"):
        return act
    answered = [point for point in asked if point.number == act.number] or asked
    if any(point.recommends for point in answered):
        return replace(act, cue=replace(act.cue, outcome="anbefalet"))
    outcome = _OUTCOME_OF_KIND.get(asked_for(act, asked))
    if outcome is None:
        return act
    kind: CueKind = "receive" if outcome == "taget til efterretning" else "discuss"
    return replace(act, cue=replace(act.cue, kind=kind, outcome=outcome), inherits=False)


def asked_for(act: Act, asked: list[AskedPoint]) -> Kinds:
    """The kinds that the indstilling asks for where an act answers it: its point's, or all."""
    own = [point for point in asked if point.number == act.number]
    return asked_kinds(own or asked)
