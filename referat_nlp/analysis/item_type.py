"""The type of items, by rule: the decision's verb, else what the indstilling asks, else title and text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..schema import ItemType
from .asked import AskedPoint, Kinds, asked_kinds, asked_points
from .context import ItemContext
from .decision.reading import Reading
from .decision.sentence import Act
from .interface import TypeResult
from .outcome import asked_for, is_agenda_item, reading_of
from .title_type import text_kinds, title_kinds

_MOST_BINDING: tuple[ItemType, ...] = ("godkendelse", "drøftelse", "orientering", "andet")
_PRINTED: tuple[ItemType, ...] = ("orientering", "drøftelse", "godkendelse", "andet")
# How a type that the rules did not choose is spread over the others.
_PRIOR: dict[ItemType, float] = {"godkendelse": 0.5, "orientering": 0.3, "drøftelse": 0.12, "andet": 0.08}


@dataclass(frozen=True, slots=True)
class _Judged:
    """Kinds and how sure the rule is that gave them."""

    kinds: Kinds
    confidence: float


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
        chosen = next(kind for kind in _MOST_BINDING if kind in judged.kinds)
        rest = sum(_PRIOR[kind] for kind in _PRINTED if kind not in judged.kinds)
        scores: dict[ItemType, float] = {}
        for kind in _PRINTED:
            if kind in judged.kinds:
                scores[kind] = round(judged.confidence if kind == chosen else judged.confidence * 0.95, 3)
            else:
                scores[kind] = round((1 - judged.confidence) * _PRIOR[kind] / rest, 3)
        return TypeResult(chosen, types, scores)


def _judge(item: ItemContext) -> _Judged:
    if is_agenda_item(item.item.title or ""):
        return _Judged(frozenset({"godkendelse"}), 0.98)
    asked = asked_points(item)
    for decision in reversed(item.own_decisions):
        reading = reading_of(item, decision, asked)
        judged = _by_decision(reading, asked, item)
        if judged is not None:
            return judged
    return _by_case(item, asked)


def _by_decision(reading: Reading, asked: list[AskedPoint], item: ItemContext) -> _Judged | None:
    """What a decision says of the type; None where it leaves that to the case."""
    stated = [
        act
        for act in reading.leading
        if act.cue.outcome and act.cue.kind not in ("procedure", "note", "inform", "wish")
    ]
    if stated:
        kinds = frozenset(kind for act in stated for kind in _kinds_of(act, asked, item))
        if kinds == {"drøftelse", "orientering"} and not reading.numbers and "orientering" not in asked_kinds(asked):
            kinds = frozenset({"drøftelse"})
        sure = all(not act.inherits for act in stated) or (bool(asked) and all(point.certain for point in asked))
        return _Judged(kinds, 0.97 if sure else 0.92)
    if any(act.cue.kind == "procedure" for act in reading.acts):
        return None
    said = {act.cue.kind for act in reading.acts}
    if asked and said:
        wished = "wish" in said and "godkendelse" in asked_kinds(asked) and all(point.certain for point in asked)
        return _Judged(frozenset({"drøftelse"}), 0.6) if wished else None
    titled = title_kinds(item.item.title or "")
    if titled is not None and said:
        return _Judged(titled, 0.85)
    if "inform" in said:
        return _Judged(frozenset({"orientering"}), 0.8)
    if "wish" in said:
        return _Judged(frozenset({"drøftelse"}), 0.65)
    if "note" in said:
        return _Judged(frozenset({"andet"}), 0.75)
    return None


def _kinds_of(act: Act, asked: list[AskedPoint], item: ItemContext) -> Kinds:
    """The kinds of one act: its own, or for words of approval those of what was asked."""
    if act.cue.kind == "receive":
        return frozenset({"orientering"})
    if act.cue.kind == "discuss":
        return frozenset({"drøftelse"})
    if act.cue.kind == "recommend" or act.inherits:
        return asked_for(act, asked) or frozenset({"godkendelse"})
    return frozenset({"godkendelse"})


def _by_case(item: ItemContext, asked: list[AskedPoint]) -> _Judged:
    """The type that the case asks for: by its indstilling, then its title, then its text."""
    certain = all(point.certain for point in asked)
    titled = title_kinds(item.item.title or "")
    if asked and not certain and titled not in (None, frozenset({"godkendelse"})) and not any(p.certain for p in asked):
        return _Judged(titled or frozenset({"andet"}), 0.7)
    if asked:
        return _Judged(asked_kinds(asked), 0.94 if certain else 0.8)
    held = [
        section for section in item.item.sections if section.text.strip() and section.kind not in ("bilag", "fravaer")
    ]
    if item.item.closed and all(section.kind == "beslutning" for section in held):
        return _Judged(frozenset({"andet"}), 0.97)
    if titled is not None:
        return _Judged(titled, 0.88)
    told = text_kinds(item.item.sections)
    if told is not None:
        return _Judged(told, 0.7)
    if held:
        return _Judged(frozenset({"godkendelse"}), 0.5)
    return _Judged(frozenset({"andet"}), 0.6)
