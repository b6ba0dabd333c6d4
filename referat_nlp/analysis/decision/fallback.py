"""What a decision without a formula in a main clause can still be taken to say."""

from __future__ import annotations

import re

from ...danish.people import people_in
from ...danish.quotations import blanked
from ...danish.sentences import sentence_spans
from .cues import Cue, cues_in
from .majorities import carried
from .sentence import PROPOSES, REPORTED, Act, verdict

_MAJORITY = re.compile(
    r"\b(?:for|imod|mod)\s+stemte\b|\bstemt?e?r?\s+for\b|\b(?:opnåede|fik|er"
    r"|var)\s+(?:\w+\s+){0,2}?flertal\b|\bflertal\w*\s+(?:for|stemmer)",
    re.IGNORECASE,
)
# What a decision that elects can say without a verb of electing: 'Anne Holm er dermed formand'.
_ELECTED = re.compile(
    r"\bvalgt\b|[A-ZÆØÅ][\wæøå.-]+\s+[A-ZÆØÅ][\wæøå-]+\s+(?:er|bliver|blev|indtræder|tiltræder)\b|:\s*[A-ZÆØÅ][\wæøå.-]+\s+[A-ZÆØÅ]"
)
# What stands beside the names where a decision is nothing but who was chosen.
_BESIDE_NAMES = re.compile(
    r"(?:[\W\d]|\b(?:og|samt|som|personlig|\w*medlem(?:mer)?|\w*suppleant(?:er)?|stedfortrædere?|\w*formand|repræsentant(?:er)?"
    r"|fra|for|[A-ZÆØÅ]{1,2})\b)*"
)
_NOBODY_ELECTED = re.compile(
    r"\b(?:ingen|ikke|hverken)\b|\A\W*(?:fravær|afbud|forfald|stedfortræder\w*\s+for)\w*", re.IGNORECASE
)
_UNANIMOUS = re.compile(
    r"\be?enstemmig\w*|\bet\s+(?:enigt|samlet)\s+\w+|\balle\s+(?:\w+\s+)?stemte\s+for|\buden\s+afstemning",
    re.IGNORECASE,
)
# In a longer decision, formulas in subordinate clauses are rather about something else.
_SHORT = 300
_LONGEST = 3000
# 'Stillingen genopslås', 'Ordningen fornyes ikke': what is done to something, said of no one.
_DONE = re.compile(
    r"(?<!\w)(?!Mødet\b)(?:[A-ZÆØÅ][\wæøå-]+(?:en|et|erne|ne|n)|Der|Det)\s+(?:\w+\s+){0,4}?"
    r"(?P<verb>[a-zæøå]{2,}[eå]s)\b(?:\s+(?:derfor|således|dermed|herefter))?(?P<not>\s+ikke\b)?"
)
_NOT_DONE = re.compile(
    r"(?:findes|synes|mødes|ønskes|forventes|ventes|ses|kaldes|skyldes|bemærkes|oplyses|anføres"
    r"|nævnes|orienteres|præciseres|understreges|konstateres|noteres|drøftes|behandles|lykkes"
    r"|trives|mindes|mangles|haves|vides|opfordres|foreslås|anmodes|beklages|roses|takkes"
    r"|spørges|henledes|henstilles|menes|vurderes|protokolleres|undersøges|afventes|bliver"
    r"|ellers|siges|dens|dets|deres|hendes|alles|dagens|afklares|gives|sattes|bragtes|toges"
    r"|holdtes|indledtes|åbnedes|hævedes|fandtes|forstås|henvises)\Z",
    re.IGNORECASE,
)
# A decision that names what it follows and no verb: 'Som Økonomiudvalgets anbefaling.'
_AS_ASKED = re.compile(
    r"\W*som\s+(?:[\w-]+(?:,|\s+og)?\s+){0,4}?(?:indstill(?:et|ing(?:en)?)|anbefal(?:et|ing(?:en)?)|forslag(?:et)?|foreslået)\b(?=\s*[.,;]|\s*\Z)",
    re.IGNORECASE,
)


def fallback_acts(text: str, *, elects: bool, wished: bool, informs: bool) -> list[Act]:
    """The acts of a decision in which no main clause states an outcome.

    Args:
        text: The decision, asides blanked.
        elects: Whether the item elects or appoints.
        wished: Whether a main clause wishes or asks for something; what is wished is not decided.
        informs: Whether the item only informs; what is said in passing is then told and not decided.

    Returns:
        At most a few acts; none where the decision only tells.
    """
    if asked := _AS_ASKED.match(text):
        return [verdict(True, asked.start(), asked.end(), asked.group())]
    won = carried(text[:_LONGEST])
    if won is not None:
        return [verdict(won, 0, len(text), text)]
    majority = _MAJORITY.search(text)
    if majority:
        return [verdict(True, majority.start(), majority.end(), majority.group())]
    if elects:
        start, end = (sentence_spans(text) or [(0, 0)])[-1]
        if _ELECTED.search(text, start, end) and not _NOBODY_ELECTED.search(text, start, end):
            return [Act(None, Cue("act", "godkendt", start, end, text[start:end]), inherits=False)]
        if _only_names(text):
            return [Act(None, Cue("act", "godkendt", 0, len(text), text), inherits=False)]
    if unanimous := _UNANIMOUS.search(text):
        return [verdict(True, unanimous.start(), unanimous.end(), unanimous.group())]
    if wished or informs or PROPOSES.search(text) or len(text) > _SHORT:
        return []
    said = cues_in(text)
    stated = [cue for cue in said if cue.outcome and not re.search(r"\bikke\b", text[: cue.start])]
    if stated:
        return [Act(None, cue, inherits=False, rank=REPORTED) for cue in stated]
    done = next((match for match in _DONE.finditer(text) if not _NOT_DONE.match(match["verb"])), None)
    if done is None or said:
        return []
    start, end = done.span("verb")
    if done["not"]:
        return [Act(None, Cue("reject", "forkastet", start, end, done["verb"]), inherits=False, rank=REPORTED)]
    return [Act(None, Cue("act", "godkendt", start, end, done["verb"]), inherits=False, rank=REPORTED)]


def _only_names(text: str) -> bool:
    """Whether a short text is nothing but names, and as what those are chosen."""
    if len(text) > _SHORT:
        return False
    people = people_in(text, 0, len(text), ())
    rest = blanked(text, [(person.start, person.end) for person in people])
    return bool(people) and _BESIDE_NAMES.fullmatch(rest) is not None
