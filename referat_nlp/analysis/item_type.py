"""The type of items, by rule: the decision's verb, else what the indstilling asks, else title and text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from ..schema import Decision, ItemType
from .asked import AskedPoint, Kinds, asked_kinds, asked_points
from .context import ItemContext
from .decision.reading import Reading, read_decision
from .decision.sentence import Act
from .decision.weighing import same_sentence
from .endorsed import answered_points
from .interface import TypeResult
from .opening import is_agenda_item, lists_only_people
from .outcome import asked_for, reading_of
from .title_type import closing_kinds, is_inquiry, names_its_kind, text_kinds, title_kinds

MOST_BINDING: tuple[ItemType, ...] = ("godkendelse", "drøftelse", "orientering", "andet")
_PRINTED: tuple[ItemType, ...] = ("orientering", "drøftelse", "godkendelse", "andet")
# What a type rests on, and the share of the items that got the right type by it: of the development labels, those with
# title and text alone included, each counted as if one more had been right and one more wrong.
Ground = Literal[
    "agenda", "list of people", "act", "certain approval", "approval", "wish for more", "title beside a narrative",
    "narrative", "wish", "procedure", "certain indstilling", "indstilling", "title against indstilling", "closed",
    "title", "subject", "text", "nothing",
]  # fmt: skip
_SHARE_RIGHT: dict[Ground, float] = {
    "agenda": 0.99,
    "list of people": 0.99,
    "act": 0.986,
    "certain approval": 0.993,
    "approval": 0.99,
    "wish for more": 0.5,
    "title beside a narrative": 0.977,
    "narrative": 0.667,
    "wish": 0.5,
    "procedure": 0.5,
    "certain indstilling": 0.974,
    "indstilling": 0.931,
    "title against indstilling": 0.5,
    "closed": 0.93,
    "title": 0.938,
    "subject": 0.848,
    "text": 0.743,
    "nothing": 0.866,
}
_DECIDED: frozenset[Ground] = frozenset({"act", "approval", "certain approval"})
_SETTLED: frozenset[Ground] = frozenset({"list of people"})
# How a type that the rules did not choose is spread over the others.
_PRIOR: dict[ItemType, float] = {"godkendelse": 0.5, "orientering": 0.3, "drøftelse": 0.12, "andet": 0.08}
# Somebody told something under 'Eventuelt'; an answer in question time is none of it.
_TELLS = re.compile(r"orienter|omtalt|informer|redegjorde|berettede", re.IGNORECASE)

_NOTHING = re.compile(r"\s*(?:intet|ingen)\b", re.IGNORECASE)
_CLOSED = re.compile(r"\blukkede?\s+(?:døre|dør|møde|punkt|sag)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Judged:
    """Kinds, and what they rest on."""

    kinds: Kinds
    ground: Ground


class RuleTypeTagger:
    """Gives items their type by the rules of the labelling guide."""

    def __call__(self, items: Sequence[ItemContext]) -> list[TypeResult]:
        """Give each item its type.

        Args:
            items: The items.

        Returns:
            Type, types and scores of each.
        """
        return [self._tag(item) for item in items]

    def _tag(self, item: ItemContext) -> TypeResult:
        judged = _judge(item)
        types = tuple(kind for kind in _PRINTED if kind in judged.kinds)
        chosen = next(kind for kind in MOST_BINDING if kind in judged.kinds)
        rest = sum(_PRIOR[kind] for kind in _PRINTED if kind not in judged.kinds)
        confidence = _SHARE_RIGHT[judged.ground]
        scores: dict[ItemType, float] = {}
        for kind in _PRINTED:
            if kind in judged.kinds:
                scores[kind] = round(confidence if kind == chosen else confidence * 0.95, 3)
            else:
                scores[kind] = round((1 - confidence) * _PRIOR[kind] / rest, 3)
        return TypeResult(chosen, types, scores, settled=judged.ground in _SETTLED)


def _judge(item: ItemContext) -> _Judged:
    if is_agenda_item(item.item.title or ""):
        return _Judged(frozenset({"godkendelse"}), "agenda")
    asked = asked_points(item)
    decided = False
    if not asked and lists_only_people(item) and not _is_case(item):
        return _Judged(frozenset({"andet"}), "list of people")
    said: _Judged | None = None
    for decision in reversed(item.own_decisions):
        reading = reading_of(item, decision, asked)
        judged = _by_decision(reading, decision, asked, item)
        if judged is not None and judged.ground in _DECIDED:
            return judged
        said = said or judged
        decided = decided or any(act.cue.outcome for act in reading.acts)
    return said or _by_case(item, asked, decided=decided)


def _is_case(item: ItemContext) -> bool:
    """Whether something was decided besides who is away."""
    read = (read_decision(decision.text, body=item.body, informs=True) for decision in item.own_decisions)
    return any(act.cue.outcome for reading in read for act in reading.acts)


def _by_decision(reading: Reading, decision: Decision, asked: list[AskedPoint], item: ItemContext) -> _Judged | None:
    """What a decision says of the type; None where it leaves that to the case."""
    stated = [
        act
        for act in reading.leading
        if act.cue.outcome and act.cue.kind not in ("procedure", "note", "abstain", "inform", "wish")
    ]
    if stated:
        answered = answered_points(item, decision, asked)
        kinds = frozenset(kind for act in stated for kind in _kinds_of(act, answered))
        one_breath = _in_one_breath(stated, decision)
        if kinds == {"drøftelse", "orientering"} and not reading.numbers:
            if not asked_kinds(asked) >= kinds and (one_breath or "orientering" not in asked_kinds(asked)):
                kinds = frozenset({"drøftelse"})
        elif kinds == {"drøftelse", "godkendelse"} and one_breath and not asked_kinds(asked) >= kinds:
            kinds = frozenset({"godkendelse"})
        if not any(act.inherits for act in stated):
            return _Judged(kinds, "act")
        return _Judged(kinds, "certain approval" if asked and all(point.certain for point in asked) else "approval")
    if any(act.cue.kind in ("procedure", "abstain") for act in reading.acts):
        return None
    said = {act.cue.kind for act in reading.acts}
    if asked and said == {"note"} and is_inquiry(item.item.title or ""):
        return _Judged(frozenset({"andet"}), "procedure")
    if asked and said:
        wished = "wish" in said and "godkendelse" in asked_kinds(asked) and all(point.certain for point in asked)
        return _Judged(frozenset({"drøftelse"}), "wish for more") if wished else None
    titled = title_kinds(item.item.title or "")
    if titled == frozenset({"andet"}) and any(_TELLS.match(act.cue.text) for act in reading.acts):
        return _Judged(frozenset({"orientering"}), "narrative")
    if titled is not None and said:
        return _Judged(titled, "title beside a narrative")
    if said == {"inform"} and not item.item.title and all(_NOTHING.match(act.cue.text) for act in reading.acts):
        return _Judged(frozenset({"andet"}), "narrative")
    if "inform" in said:
        return _Judged(frozenset({"orientering"}), "narrative")
    if "wish" in said:
        return _Judged(frozenset({"drøftelse"}), "wish")
    if "note" in said:
        return _Judged(frozenset({"andet"}), "procedure")
    return None


def _in_one_breath(acts: list[Act], decision: Decision) -> bool:
    """Whether a discussion is told in one sentence with what came of it: 'drøftede sagen og fastlagde kriterier'."""
    others = [act for act in acts if act.cue.kind != "discuss"]
    return all(
        act.number is None and any(same_sentence(act, other, decision.text) for other in others)
        for act in acts
        if act.cue.kind == "discuss"
    )


def _kinds_of(act: Act, asked: list[AskedPoint]) -> Kinds:
    """The kinds of one act: its own, or for words of approval those of what was asked."""
    if act.cue.kind == "receive":
        return frozenset({"orientering"})
    if act.cue.kind == "discuss":
        return frozenset({"drøftelse"})
    if act.cue.kind == "recommend" or act.inherits:
        return asked_for(act, asked) or frozenset({"godkendelse"})
    return frozenset({"godkendelse"})


def _by_case(item: ItemContext, asked: list[AskedPoint], *, decided: bool) -> _Judged:
    """The type that the case asks for: by its indstilling, then its title, then its text."""
    certain = all(point.certain for point in asked)
    titled = title_kinds(item.item.title or "")
    if asked and not certain and titled not in (None, frozenset({"godkendelse"})) and not any(p.certain for p in asked):
        return _Judged(titled or frozenset({"andet"}), "title against indstilling")
    if asked:
        return _Judged(asked_kinds(asked), "certain indstilling" if certain else "indstilling")
    held = [
        section for section in item.item.sections if section.text.strip() and section.kind not in ("bilag", "fravaer")
    ]
    closed = item.item.closed or _CLOSED.search(item.item.title or "")
    if closed and not decided and all(section.kind == "beslutning" for section in held):
        return _Judged(frozenset({"andet"}), "closed")
    if titled is not None and names_its_kind(item.item.title or ""):
        return _Judged(titled, "title")
    if (closing := closing_kinds(item.item.sections)) is not None:
        return _Judged(closing, "text")
    if titled is not None:
        return _Judged(titled, "subject")
    told = text_kinds(item.item.sections)
    if told is not None:
        return _Judged(told, "text")
    if held or item.item.title:
        return _Judged(frozenset({"godkendelse"}), "nothing")
    return _Judged(frozenset({"andet"}), "nothing")
