"""What the acts of one decision make of each other: one that another takes the force from decides nothing."""

from __future__ import annotations

import re
from dataclasses import replace

from .sentence import MAIN, VOTED, Act

# 'Ikke godkendt. Udvalget ønsker at sende et svar': in place of what it refused, and no wish to be told more.
_WISHES_TO_ACT = re.compile(
    r"\s+at\s+(?!(?:drøfte|høre|se|få|modtage|vide|undersøge|afvente|blive|have|kende|vende|genoptage|udsætte|bemærke"
    r"|understrege|udtrykke|pege|holde|følge|kvittere|takke|behandle|tage)\b)[a-zæøå]+e\b",
    re.IGNORECASE,
)
_BY_THE_BODY = re.compile(r"(?:\b\w*(?:udvalget|rådet|bestyrelsen)|\bmen)\s+(?:\w+\s+)?\Z", re.IGNORECASE)
# 'Ønsker en vurdering, inden der træffes beslutning': the case waits for it.
_BEFORE_DECIDING = re.compile(
    r"[^.;\n]{0,160}?,?\s(?:før|inden|forud\s+for,?\s+at)\s+(?:der|udvalget|rådet|byrådet|sagen|punktet|den|man|de|kommunalbestyrelsen)\s"
    r"(?:\w+\s+){0,3}?(?:tages?\s+(?:\w+\s+)?stilling|stilling|træffe[rs]?|beslutte[rs]?|afgøre[rs]?|afgjort|vedtages?|godkende[rs]?"
    r"|behandles?\s+(?:endeligt|igen|på\s+ny)|endeligt?\s+behandles)\b",
    re.IGNORECASE,
)
_AGREED = re.compile(r"enig|enedes", re.IGNORECASE)
_DECIDES = re.compile(r"\bat\s+(?:godkende|vedtage|anbefale|indstille|tiltræde|afslå|sige)\b", re.IGNORECASE)
_SENTENCE_ENDS = re.compile(r"[.!?]\s|\n")
_OF_INFORMATION = re.compile(r"\b(?:orientering|meddelelse)\w*\s+(?:\w+\s+){0,3}\Z|(?:\A|[.\n])\s*\Z", re.IGNORECASE)


def weighed(acts: list[Act], text: str, *, told: bool) -> list[Act]:
    """The acts of a decision in the light of each other.

    Args:
        acts: The acts in printed order.
        text: The decision, asides blanked.
        told: Whether the item only informs, by its indstilling or its title.

    Returns:
        The acts that keep their force.
    """
    acts = _without_agreement(acts, text)
    if told:
        acts = _without_talk(acts, text)
    acts = _beside_points(acts)
    if not any(act.cue.kind in ("discuss", "receive") and act.rank <= MAIN for act in acts):
        acts = [_waiting(act, text) for act in acts]
    return [_counter_decision(act, acts, text) for act in acts]


def same_sentence(left: Act, right: Act, text: str) -> bool:
    """Whether two acts stand in one sentence of a decision."""
    first, second = sorted((left, right), key=lambda act: act.cue.start)
    return _SENTENCE_ENDS.search(text, first.cue.end, max(first.cue.end, second.cue.start)) is None


def _waiting(act: Act, text: str) -> Act:
    if act.cue.kind != "wish" or act.rank > MAIN or not _BEFORE_DECIDING.match(text, act.cue.end):
        return act
    return replace(act, cue=replace(act.cue, kind="procedure", outcome="udsat"))


def _without_agreement(acts: list[Act], text: str) -> list[Act]:
    """'Drøftet. Der var enighed om, at …' tells what was said in the discussion."""
    if not any(act.cue.kind == "discuss" for act in acts):
        return acts
    return [
        act
        for act in acts
        if not (act.cue.kind == "act" and _AGREED.search(act.cue.text))
        or _DECIDES.search(text, act.cue.end, act.cue.end + 40)
    ]


def _without_talk(acts: list[Act], text: str) -> list[Act]:
    """'Udvalget drøftede henvendelsen. Orienteringen blev taget til efterretning' notes what was also talked about."""
    noted = [act for act in acts if act.cue.kind == "receive" and _OF_INFORMATION.search(text, 0, act.cue.start)]
    if not noted:
        return acts
    return [
        act
        for act in acts
        if act.cue.kind != "discuss" or act.number or any(same_sentence(act, other, text) for other in noted)
    ]


def _beside_points(acts: list[Act]) -> list[Act]:
    """'Punkt 1 og 2: for 13, imod 11. Punkt 3 toges til efterretning': the vote is not on point 3."""
    stated = [act for act in acts if act.cue.outcome and act.rank <= MAIN]
    if not stated or not all(act.number for act in stated):
        return acts
    return [replace(act, rank=MAIN) if act.rank == VOTED and not act.number else act for act in acts]


def _counter_decision(act: Act, acts: list[Act], text: str) -> Act:
    if act.cue.kind != "wish" or act.rank > MAIN or not _WISHES_TO_ACT.match(text, act.cue.end):
        return act
    if not _BY_THE_BODY.search(text, max(act.cue.start - 60, 0), act.cue.start):
        return act
    refused = any(
        other.cue.kind == "reject" and other.rank <= MAIN and other.cue.start < act.cue.start for other in acts
    )
    return replace(act, cue=replace(act.cue, kind="act", outcome="godkendt")) if refused else act
