"""Labels of rules that can be learned from: those on which cues that do not know of each other agree.

A decision, an indstilling and a title are written by different hands at different times. Where two of them say the
same, the label is seldom wrong; where they do not, it is left out rather than guessed (the agreement of labelling
functions, Ratner et al. 2017, reduced to what needs no model of their errors).
"""

from __future__ import annotations

from ..analysis.asked import Kinds, asked_kinds, read_indstilling
from ..analysis.context import ItemContext
from ..analysis.decision.reading import best_outcome, read_decision
from ..analysis.title_type import text_kinds, title_kinds
from ..schema import ItemType, Outcome
from .data import Labelled

_NO_ACT = frozenset(("procedure", "note", "abstain", "inform", "wish"))
_OF_CUE: dict[str, ItemType] = {"receive": "orientering", "discuss": "drøftelse"}


def agreed_kinds(item: ItemContext) -> Kinds | None:
    """The kinds of an item on which independent cues agree.

    Three cues are read, each without the others: the formula of the own decision ('Taget til efterretning'), the
    verbs of the indstilling ('at udvalget drøfter'), the title ('Orientering om'). Decision and indstilling are
    enough if they say the same. Where one of them is silent, the title has to say what the other says. Where both
    are, title and case text have to say the same, or the title that there is no case ('Eventuelt').

    Args:
        item: The item.

    Returns:
        The kinds, None where the cues are too few or do not agree.
    """
    titled = title_kinds(item.item.title or "")
    decided, asked = _decided(item), _asked(item)
    if decided and asked:
        return asked if decided == asked else None
    said = decided or asked
    if said:
        return said if said == titled else None
    if item.is_decided:
        return None
    if titled == frozenset({"andet"}):
        return titled
    return titled if titled is not None and titled == text_kinds(item.item.sections) else None


def agreed_outcome(item: ItemContext) -> Outcome | None:
    """The outcome of an item that its decision's formula states by itself.

    Args:
        item: The item.

    Returns:
        The outcome, None where there is not exactly one own decision or its acts state more than one outcome.
    """
    decisions = [decision for decision in item.own_decisions if decision.text.strip()]
    if len(decisions) != 1:
        return None
    acts = [act for act in read_decision(decisions[0].text, body=item.body).acts if act.cue.outcome]
    return best_outcome(acts) if len({act.cue.outcome for act in acts}) == 1 else None


def types_agree(item: Labelled) -> bool:
    """Whether the kinds that rules gave an item are those on which its cues agree."""
    return agreed_kinds(item.context) == frozenset(item.gold.types)


def outcome_agrees(item: Labelled) -> bool:
    """Whether the outcome that rules gave an item, in the light of all they know, is the one its formula states."""
    return item.gold.outcome is not None and agreed_outcome(item.context) == item.gold.outcome


def _decided(item: ItemContext) -> Kinds:
    """What the formulas of the last own decision say; words of approval count as approval, whatever was asked."""
    for decision in reversed(item.own_decisions):
        acts = read_decision(decision.text, body=item.body).leading
        found = frozenset(
            _OF_CUE.get(act.cue.kind, "godkendelse") for act in acts if act.cue.outcome and act.cue.kind not in _NO_ACT
        )
        if found:
            return found
    return frozenset()


def _asked(item: ItemContext) -> Kinds:
    """What the last indstilling asks for, where a verb says so at each of its points."""
    for section in reversed(item.indstilling):
        points = read_indstilling(section.text)
        if points:
            return asked_kinds(points) if all(point.certain for point in points) else frozenset()
    return frozenset()
