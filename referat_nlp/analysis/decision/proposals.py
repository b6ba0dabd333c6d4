"""Proposals put at the meeting beside the main question, and what becomes of them.

'Liste T foreslog, at sagen udsættes. Forslaget blev forkastet.' decides nothing on the case; had the proposal
been adopted, the case would be postponed.
"""

from __future__ import annotations

import re
from dataclasses import replace

from ...danish.numbers import NUMBER
from ...schema import Outcome
from .sentence import AMENDMENT, VOTED, Act, is_amendment, verdict, without_movers

_PUT_FORWARD = re.compile(
    r"\b(?:foreslår|foreslog|begærede|begærer|(?:stillede|stiller|fremsatte"
    r"|fremsætter|rejste|rejser)\s+(?:\w+\s+){0,3}?\w*forslag|ville\s+(?:gerne\s+"
    r"|hellere\s+)?(?:have\s+[^.,;]{1,60}\s(?:udsat"
    r"|udskudt|sendt|oversendt|hjemvist|taget|behandlet|ændret)|udsætte|udskyde|vente)\b"
    r"|bad\s+om,?\s+at\s+(?:sagen|punktet)"
    r"|(?:stillede|stiller)\s+(?:\w+\s+){0,3}?\w*forslag|(?:af\s+[^.,;]{1,60}\s|\A\s*)stillet\s+\w*forslag"
    r"|\bændringsforslag\w*\b[^.;]{0,160}?\b(?:sat(?:tes)?|sættes|kom|kommer|bragt)\s+(?:\w+\s+){0,2}?(?:til|under)\s+afstemning"
    r"|\A\W*afstemning\w*\s+(?:\d+\s*:?\s*)?(?:om|over)\s+(?:\w+\s+){0,2}?ændringsforslag"
    r"|\A\s*\w*forslag\s+fra\s|ønske(?:r|de)\s+(?:\w+\s+){0,2}?(?:udsat|oversendt|genoptaget|hjemvist"
    r"|tilbagesendt)\b)",
    re.IGNORECASE,
)
_THE_PROPOSAL = re.compile(
    r"\A\s*(?:(?:dette\s+)?(?:(?:under)?ændrings)?forslag(?:et)?\b(?!\s+(?:til|om|fra|nr|\d)\b)|(?:begæring|anmodning)en\b|dette\b"
    r"|det\s+(?:tiltr|tilslut|godkend|vedt|beslut|støtte|bakke|(?:blev|er)\s+(?:\w+\s+)?(?:tiltr|vedt|godkend"
    r"|beslut|fork|afvis))"
    r"|(?:heri|hertil|herom|derom)\b|for\s+forslaget\b"
    r"|[^.;]{1,160}?(?:,|\bog|\bså|,\s+men|hvorefter)\s+forslaget\s+(?:\w+\s+){0,2}?(?:faldt|falder|nedstem"
    r"|forkast|bortfald|afvis)"
    r"|[^.;]{1,160}?\b(?:støtte|bakke|stem|gik)\w*\s+(?:\w+\s+){0,2}?(?:for\s+|på\s+|op\s+om\s+)?(?:dette"
    r"|forslaget|udskydelse|udsættelse)\b)",
    re.IGNORECASE,
)
# 'Ændringsforslag fra V⏎At stien anlægges': what is proposed, in lines of its own.
_CONTENT = re.compile(r"\A\W*At\s")
# 'Faldt.', '5 for, 9 imod.' behind a proposal: its fate, though nothing names it.
_BARE_VERDICT = re.compile(
    rf"\A\W*(?:{NUMBER}\s|afstemning\b|her(?:for|imod)\b|for\b|i?mod\b|ja\b|nej\b|faldt|forkast|nedstemt|bortfald)",
    re.IGNORECASE,
)
_THE_MAIN_QUESTION = re.compile(
    r"indstilling|hovedforslag|\bsamlet|\bhelhed|\b(?:ændrede|samlede|endelige|oprindelige|foreliggende"
    r"|forvaltningens|administrationens|direktionens|direktørens|\w*udvalgets)\s+forslag",
    re.IGNORECASE,
)
_STEP_PROPOSED = re.compile(
    r"\b(?:udsættelses|oversendelses|procedure|afvisnings)forslag\w*"
    r"|\A\W*(?:sagens\s+|punktets\s+)?(?:udsættelse|udskydelse|oversendelse|tilbagesendelse|henvisning"
    r"|hjemvisning|afvisning)(?:en)?\b"
    r"|\bstemm?(?:te|er|t)\s+for\s+at\s+(?:udsætte|udskyde|vente|oversende|tilbagesende|henvise|hjemvise|sende)\b"
    r"|\bforslag\w*\s+(?:fra\s+[^.,]{1,40}\s)?(?:om|på|til)\s+(?:at\s+)?"
    r"(?:udsætte\w*|udskyde\w*|oversende\w*|tilbagesende\w*|(?:udvalgs)?henvis\w*|hjemvis\w*|henskyd\w*"
    r"|sende\s+[^.,]{0,40}tilbage|afvis\w*)",
    re.IGNORECASE,
)
_STEPS: tuple[tuple[Outcome, re.Pattern[str]], ...] = (
    (
        "udsat",
        re.compile(
            r"udsæt|udsat|udskyd|udskud|genoptag|\bat\s+vente\b|på\s+et\s+(?:kommende|senere)\s+møde", re.IGNORECASE
        ),
    ),
    (
        "oversendt",
        re.compile(
            r"oversend|tilbagesend|henvis|henskyd|hjemvis|send\w*\s+(?:[^.,]{0,40}\s)?tilbage|fremsend"
            r"|send\w*\s+til\s+(?:[\w-]+,?\s+(?:og\s+)?){0,3}?(?:\w*udvalg|\w*forvaltning|administration)",
            re.IGNORECASE,
        ),
    ),
    ("trukket", re.compile(r"af\s+dagsordenen", re.IGNORECASE)),
    ("forkastet", re.compile(r"\bafvis", re.IGNORECASE)),
)
# What an amendment puts off: the case, not what it is about ('at udsætte sagen', not 'at udsætte anlægget til 2027').
_OF_THE_CASE = re.compile(
    r"\b(?:sag|punkt|behandling|beslutning|emne|indstilling)(?:en|et)s?\b"
    r"|(?:udsættelse|udskydelse|tilbagesendelse|hjemvisning|oversendelse)n?\b(?!\s+af\b)",
    re.IGNORECASE,
)
# 'Formanden foreslog sagen udsat, hvilket blev tiltrådt.'
_ADOPTED_AT_ONCE = re.compile(
    r"\bhvilket\s+(?!ikke)(?:(?!ikke)\w+\s+){0,4}?(?P<verb>(?:tiltr|vedt|godkend|fulgt|imødek)\w*)", re.I
)


class Proposals:
    """Follows a passage sentence by sentence and tells what is said of a proposal put in it."""

    def __init__(self) -> None:
        self._open = False
        self._step: Outcome | None = None

    def judged(self, sentence: str, acts: list[Act]) -> list[Act]:
        """The acts of the next sentence, those on a proposal told apart from those on the main question."""
        if self._open and _CONTENT.match(sentence):
            self._step = self._step or _step_of(sentence, amends=True)
            return []
        puts = _PUT_FORWARD.search(without_movers(sentence))
        main = is_main_question(sentence)
        if main and not puts:
            self._open = False
        named = _STEP_PROPOSED.search(sentence)
        refers = _THE_PROPOSAL.match(sentence) or (_BARE_VERDICT.match(sentence) and not main)
        if named or (self._open and refers):
            step = _step_of(named.group()) if named else self._step
            acts = [_on_proposal(act, step) for act in acts]
        if puts:
            self._open, self._step = True, _step_of(sentence, amends=is_amendment(puts.group()))
            # 'Bo Lind foreslog punktet udskudt: 3 for, 6 imod.'
            acts = [_on_proposal(act, self._step) if act.rank == VOTED else act for act in acts]
            at_once = _ADOPTED_AT_ONCE.search(sentence)
            if at_once and self._step:
                acts.append(_on_proposal(verdict(True, *at_once.span(), at_once.group()), self._step))
        return acts


def is_main_question(sentence: str) -> bool:
    """Whether a sentence names what the body was asked to decide, not what somebody proposed instead."""
    return bool(_THE_MAIN_QUESTION.search(sentence))


def named_step(sentence: str, acts: list[Act]) -> list[Act]:
    """The acts of a sentence on a proposal that it names itself: 'Udskydelse af valget: 6 ja, 8 nej'."""
    named = _STEP_PROPOSED.search(sentence)
    return [_on_proposal(act, _step_of(named.group())) for act in acts] if named else acts


def _step_of(proposal: str, *, amends: bool = False) -> Outcome | None:
    """The procedural step that somebody proposed: to postpone, to refer, to drop; None for any other."""
    if amends and not _OF_THE_CASE.search(proposal):
        return None
    return next((outcome for outcome, pattern in _STEPS if pattern.search(proposal)), None)


def _on_proposal(act: Act, step: Outcome | None) -> Act:
    """What became of a proposal made at the meeting: adopted, a procedural step is what was decided."""
    adopted = act.cue.kind in ("approval", "act")
    if adopted and step:
        cue = replace(act.cue, kind="reject" if step == "forkastet" else "procedure", outcome=step)
        return Act(act.number, cue, inherits=False)
    return replace(act, rank=max(act.rank, AMENDMENT))
