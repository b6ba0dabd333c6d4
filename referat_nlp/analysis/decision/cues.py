"""Formulas of decisions met in a clause, with negation and the words around them taken into account."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...schema import Outcome
from .phrases import FORMULAS, CueKind, Formula


@dataclass(frozen=True, slots=True)
class Cue:
    """A formula met in a text, at ``start`` to ``end``."""

    kind: CueKind
    outcome: Outcome | None
    start: int
    end: int
    text: str


# In one clause, and between the clauses of one decision: the first that is found counts.
PRECEDENCE: dict[Outcome, int] = {
    "godkendt": 0,
    "anbefalet": 1,
    "forkastet": 2,
    "oversendt": 3,
    "udsat": 4,
    "trukket": 5,
    "drøftet": 6,
    "taget til efterretning": 7,
    "noteret": 8,
}

_EXPECTED = re.compile(r"\b(?:forventes|forventer|ventes|kan|skal|vil)\s+(?:\w+\s+)?\Z", re.IGNORECASE)
# 'den tidligere forkastede plan': no verb.
_ATTRIBUTE = re.compile(
    r"\b(?:den|det|de|en|et)\s+(?:(?:tidligere|således|herved|dermed|nu|allerede|netop|senest|oprindeligt?"
    r"|endeligt?)\s+)?\Z",
    re.IGNORECASE,
)
# 'Det tiltrådte byrådet': the verb after all.
_BODY_FOLLOWS = re.compile(r"\s+\w*(?:rådet|udvalget|bestyrelsen|repræsentationen)\b", re.IGNORECASE)
_NEGATION_WITHIN = re.compile(r"\b(?:ikke|ej)\b", re.IGNORECASE)
_NEGATION_BEFORE = re.compile(r"\b(?:ikke|ej|hverken|nægtede\s+at)\s+(?:\w+\s+){0,3}\Z", re.IGNORECASE)
_NEGATION_AFTER = re.compile(
    r"\s*(?:(?:udvalget|byrådet|blev|\w*rådet|\w*bestyrelsen|\w*udvalget|således|dermed|derfor|herefter|hermed"
    r"|altså|dog)\s+)?ikke\b(?!\s+kun)",
    re.IGNORECASE,
)
_VULNERABLE = re.compile(
    r"\s+(?:borger|børn|unge|voksne|famili|grupp|mennesk|boligområd|kvinder|områd|barn|ung)", re.IGNORECASE
)
# 'Rådet for Socialt Udsatte', 'hjælp til udsatte': people, and nothing postponed.
_OF_THE_VULNERABLE = re.compile(
    r"\b(?:for|til|af|med|om|blandt|hos|socialt|særligt|særlig|psykisk|økonomisk|sårbare og|mest)\s+\Z", re.IGNORECASE
)
# 'Sagen oversendes til Økonomiudvalget til orientering': theirs.
_PASSED_ON = re.compile(r"\b(?:over|frem|videre|ud)?send(?:e[rs]?|t|te)\b[^.;]{0,80}\Z", re.IGNORECASE)
# 'Bo Lind fastholder sin særindstilling': an opinion kept, nothing decided.
_KEEPS_OWN = re.compile(
    r"\s+(?:fortsat\s+)?(?:sin|sit|sine|deres|tidligere|de)?\s*(?:\w+\s+)?"
    r"(?:særindstilling|mindretal|\w*forslag|forbehold|standpunkt|holdning|stemme|modstand|protokol|bemærkning)",
    re.IGNORECASE,
)
_NEGATED: dict[CueKind, Outcome] = {"approval": "forkastet", "act": "forkastet", "recommend": "forkastet"}


def cues_in(clause: str, offset: int = 0) -> list[Cue]:
    """The formulas in one clause, in printed order, negation applied.

    Args:
        clause: The clause.
        offset: What to add to the positions.

    Returns:
        The cues; of two that overlap the one that begins first, of two that begin together the longer.
    """
    found: list[Cue] = []
    for formula in FORMULAS:
        for match in formula.pattern.finditer(clause):
            cue = _judged(formula, clause, match, offset)
            if cue is not None:
                found.append(cue)
    found.sort(key=lambda cue: (cue.start, -cue.end))
    kept: list[Cue] = []
    for cue in found:
        if not kept or cue.start >= kept[-1].end:
            kept.append(cue)
    return kept


def _judged(formula: Formula, clause: str, match: re.Match[str], offset: int) -> Cue | None:
    """A match as a cue; None where negation or the words around make it say nothing."""
    kind, outcome = formula.kind, formula.outcome
    if outcome == "udsat" and _are_people(clause, match):
        return None
    if match.group().lower().startswith("fasthold") and _KEEPS_OWN.match(clause, match.end()):
        return None
    before = clause[: match.start()]
    if kind == "receive" and match.group().lower().startswith("til") and _PASSED_ON.search(before):
        return None
    if outcome == "udsat" and match.group().lower().startswith("genoptaget") and _EXPECTED.search(before):
        return None
    attributive = match.group().lower().endswith(("ede", "te")) and _ATTRIBUTE.search(before)
    if attributive and not _BODY_FOLLOWS.match(clause, match.end()):
        return None
    if kind in _NEGATED and _NEGATION_WITHIN.search(match.group()):
        return Cue("reject", _NEGATED[kind], offset + match.start(), offset + match.end(), match.group())
    negated = bool(_NEGATION_BEFORE.search(before)) or (
        kind in _NEGATED and bool(_NEGATION_AFTER.match(clause, match.end()))
    )
    if negated and "ikke" not in match.group().lower():
        if kind not in _NEGATED:
            return None
        kind, outcome = "reject", _NEGATED[kind]
    return Cue(kind, outcome, offset + match.start(), offset + match.end(), match.group())


def _are_people(clause: str, match: re.Match[str]) -> bool:
    """Whether 'udsatte' names people: by the words around it, or as part of a name ('Udvalget for Udsatte')."""
    if _VULNERABLE.match(clause, match.end()):
        return True
    if match.group().lower() != "udsatte":
        return False
    before = clause[: match.start()]
    named = match.group()[0].isupper() and before.rstrip(" ")[-1:].isalpha()
    return named or _OF_THE_VULNERABLE.search(before) is not None
