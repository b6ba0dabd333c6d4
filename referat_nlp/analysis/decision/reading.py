"""Reading one decision: what was done, as a whole and point by point."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from ...danish.quotations import blanked
from ...danish.sentences import sentence_spans
from ...schema import Outcome
from .clauses import mask_asides
from .cues import PRECEDENCE
from .fallback import fallback_acts
from .majorities import carried
from .points import Point, split_points
from .proposals import Proposals, is_main_question, named_step
from .sentence import AMENDMENT, MAIN, MINORITY, VOTED, Act, is_amendment, read_sentence, verdict
from .weighing import weighed

_VOTED = re.compile(
    r"\bstemm(?:er|e|elighed)|\bstemte\b|\bi?mod\s*:|\bafstemning|\b(?:ikke|intet|manglende|uden)\s+(?:\w+\s+){0,2}?flertal",
    re.IGNORECASE,
)
_LAPSED = re.compile(r"bortfald", re.IGNORECASE)
# No sentence of a decision is longer; what is, is no sentence.
_LONGEST = 3000
_OTHER_SIDE = re.compile(
    r"\W*(?:(?:i?mod|nej|nej-stemmer|herimod)\b|(?:de\s+)?(?:øvrige|resten|resterende|alle\s+andre)\b[^.]{0,30}\bi?mod\b)",
    re.IGNORECASE,
)
# What comes back without having been postponed: 'drøftet og tages op igen på næste møde'.
_TAKEN_UP_AGAIN = re.compile(
    r"(?:\w+ … )?(?:genopt|genbehandl|tag|vend|forelæg|behandl|fortsæt|optag|frem|afvent|ønske|bed|bad|anmod|efterlys)",
    re.IGNORECASE,
)
# 'Udsat til maj. Enstemmigt vedtaget.': what is carried is the step.
_CONFIRMS = re.compile(
    r"\W*(?:enstemmigt\s+)?(?:det(?:te)?\s+(?:blev|er)\s+)?(?:enstemmigt\s+)?(?:vedtaget|godkendt|tiltrådt|besluttet)"
    r"(?:\s+enstemmigt)?\W*\Z",
    re.IGNORECASE,
)
# 'Indstillingen blev forkastet. Børnehaven videreføres således.': what follows from it.
_FOLLOWS = re.compile(r"\b(?:således|dermed|hermed|derved|altså)\W*\Z", re.IGNORECASE)
# Below the points: 'Udvalget anbefaler desuden …'.
_BESIDE_POINTS = re.compile(
    r"(?<=\n)(?:\w*[Uu]dvalget|\w*[Rr]ådet|\w*bestyrelsen)\s+(?:\w+\s+)?(?:anbefal|beslut|vedtog|vedtag|godkend|indstil)"
)
# Decisions longer than this are not kept for the next who asks.
_KEPT_LENGTH = 4_000
# 'Orienteringen om' above a list, and 'blev taget til efterretning' below it.
_NOTED_AROUND = re.compile(
    r"\A\W*(?:orientering|meddelelse)\w*\s+(?:om|fra|vedr\w*)\b(?P<told>(?:(?!\btage[ts]\b).)*)\b(?:blev|er|tages|taget)\s+"
    r"(?:taget\s+)?til\s+(?:efterretning|orientering)\W*\Z",
    re.IGNORECASE | re.DOTALL,
)
# A vote that is only spoken of: a citizen's question, a remark.
_TOLD = re.compile(r"\b(?:spurgte|spørger|bemærkede|bemærker|henviste|oplyste|orienterede)\b", re.IGNORECASE)
# A heading that came with the decision: 'Sådan blev det besluttet' on a line of its own.
_GLUED_HEADING = re.compile(
    r"\A\s*(?:Beslutning(?=[A-ZÆØÅ])|(?i:så(?:dan|ledes)|det(?:te)?|hvad|her)\s[^\n.,;]{0,30}\b(?i:beslut|vedt|afgjor|afgør)\w*"
    r"[^\n.,;]{0,30}(?=\n\s*[A-ZÆØÅ0-9]))"
)
_SUBORDINATE_POINT = re.compile(r"\W*(?:\d{1,2}[.)]\s*)?at\s", re.IGNORECASE)
_INTRODUCES = re.compile(r"\b(?:om|bemærkning\w*|følgende|ønske\w*)\s*:?\s*\Z", re.IGNORECASE)
_BODY_ACTS = re.compile(
    r"\W*(?:et\s+enigt?\s+)?(?:\w*(?:udvalg|råd)(?:et)?\b|\w*bestyrelsen\b"
    r"|\w*repræsentationen\b|indstilling|sagen|punktet|dagsorden|orientering|godkend|tiltr"
    r"|vedtag|taget\b|drøft|anbefal"
    r"|forslag|udsat|udsæt|\d{1,2}[.)]|ad\s)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Reading:
    """A decision, read: its acts in printed order, and the numbers of its points (without an act too)."""

    acts: tuple[Act, ...]
    numbers: tuple[str, ...] = ()

    @property
    def leading(self) -> tuple[Act, ...]:
        """The acts of the best rank; of those that state an outcome, where any does."""
        stated = [act for act in self.acts if act.cue.outcome] or self.acts
        lowest = min((act.rank for act in stated), default=0)
        return tuple(act for act in self.acts if act.rank == lowest)


def read_decision(
    text: str,
    *,
    body: str | None = None,
    agenda: bool = False,
    asked: int = 0,
    elects: bool = False,
    case: bool = True,
    told: bool = False,
    informs: bool = False,
) -> Reading:
    """Read a decision.

    Args:
        text: The decision's text.
        body: The body that met; what another body did is then told apart.
        agenda: Whether the item approves the agenda, so that 'punkt 4 udgår' is about another item.
        asked: How many numbered points the indstilling has, 0 where it has none.
        elects: Whether the item elects or appoints, so that a name alone can be the decision.
        case: Whether the item is a case; in question time and the like only a formula decides.
        told: Whether the item only informs, by its indstilling or its title, or says neither what it is for.
        informs: Whether indstilling or title say so in words.

    Returns:
        The acts of the decision.
    """
    # Type and outcome ask for the same reading.
    read = _read_once if len(text) <= _KEPT_LENGTH else _read
    return read(text, body, agenda, asked, elects, case, told, informs)


def _read(
    text: str, body: str | None, agenda: bool, asked: int, elects: bool, case: bool, told: bool, informs: bool
) -> Reading:
    masked = _GLUED_HEADING.sub(lambda heading: " " * len(heading.group()), mask_asides(text))
    if noted := _NOTED_AROUND.match(masked):
        masked = blanked(masked, [noted.span("told")])
    points, first = _own_points(*split_points(masked, spoken=not agenda), asked, len(masked))
    acts = _read_passage(masked[:first], 0, body, agenda)
    # 'Byrådet vedtog:' above a list of what was decided.
    introduces = _introduces(masked[:first], masked[points[0].start :] if points else "")
    introduced = [act for act in acts if introduces and act.rank <= MAIN and act.cue.outcome]
    numbers: list[str] = []
    for point in points:
        numbers.extend(point.numbers)
        # 'Udvalget indstiller til byrådet, 1. at der gives …': what is given is only recommended.
        goes_on = bool(introduced) and _SUBORDINATE_POINT.match(masked, point.start) is not None
        read = [] if goes_on else _read_point(masked[point.start : point.end], point.start, body, agenda)
        for number in point.numbers:
            if read:
                acts.extend(Act(number, act.cue, act.inherits, act.rank) for act in read)
            elif introduced:
                acts.append(Act(number, introduced[-1].cue, introduced[-1].inherits))
    if not case:
        acts = [act for act in acts if act.cue.kind != "act"]
    if points and (beside := _BESIDE_POINTS.search(masked, points[-1].start)):
        acts.extend(_read_passage(masked[beside.start() :], beside.start(), body, agenda))
    acts = weighed(acts, masked, told=told)
    # 'Valget blev foretaget' names a procedure, the name behind it what was decided.
    stated = any(act.cue.outcome and act.rank != MINORITY and not (elects and act.cue.kind == "note") for act in acts)
    if case and not agenda and not stated:
        wished = any(act.cue.kind == "wish" and act.rank <= MAIN for act in acts)
        acts.extend(fallback_acts(masked, elects=elects, wished=wished, informs=informs))
    spoken = [act.number for act in acts if act.number]
    named = dict.fromkeys(sorted([*numbers, *spoken], key=_order)) if spoken else {}
    return Reading(tuple(acts), tuple(named))


_read_once = lru_cache(maxsize=4096)(_read)


def _introduces(lead: str, point: str) -> bool:
    """Whether what stands above the points is said of them all: 'Byrådet vedtog:', 'Udvalget anbefaler⏎1) at …'."""
    lead = lead.rstrip()
    goes_on = bool(lead) and lead[-1] not in ".!?;" and _SUBORDINATE_POINT.match(point) is not None
    return lead.endswith((":", " at", ",")) or goes_on


def _order(number: str) -> tuple[int, str]:
    digits = re.match(r"\d*", number)
    return int(digits.group() or 0) if digits else 0, number


def best_outcome(acts: tuple[Act, ...] | list[Act]) -> Outcome | None:
    """The outcome of the most binding of some acts; a procedural step that comes first outweighs the rest."""
    stated = [act for act in acts if act.cue.outcome]
    if not stated:
        return None
    lead = stated[0]
    yields = all(act.cue.kind in ("procedure", "act", "discuss", "receive", "note") for act in stated)
    if yields and lead.cue.kind == "procedure" and lead.number is None:
        stated = [act for act in stated if act.cue.kind == "procedure"]
    outcomes = [act.cue.outcome for act in stated if act.cue.outcome]
    if stated[-1].cue.kind == "recommend" and stated[-1].cue.text.lower().startswith("med"):
        # 'Som foreslået. Til byrådet med anbefaling.'
        stated = [act for act in stated if act.cue.kind != "approval"]
        outcomes = [act.cue.outcome for act in stated if act.cue.outcome]
    told = [act for act in stated if act.cue.kind in ("discuss", "receive")]
    if told and all(_TAKEN_UP_AGAIN.match(act.cue.text) for act in stated if act.cue.outcome == "udsat"):
        outcomes = [outcome for outcome in outcomes if outcome != "udsat"]  # discussed, and to be again
    if "oversendt" in outcomes and "taget til efterretning" in outcomes[: outcomes.index("oversendt")]:
        outcomes = [outcome for outcome in outcomes if outcome != "oversendt"]  # noted, and passed on
    return min(outcomes, key=lambda outcome: PRECEDENCE[outcome])


def _own_points(points: list[Point], first: int, asked: int, end: int) -> tuple[list[Point], int]:
    """The points that answer the indstilling's; what the body adds under higher numbers belongs to the last of them."""
    if not asked or not points:
        return points, first
    own = [point for point in points if not all(_foreign(number, asked) for number in point.numbers)]
    if not own:
        return [], end
    if points[-1] is not own[-1]:
        own[-1] = replace(own[-1], end=points[-1].end)
    return own, own[0].start if points[0] is not own[0] else first


def _foreign(number: str, asked: int) -> bool:
    return number.isdigit() and int(number) > max(asked, 3)


def _read_passage(text: str, offset: int, body: str | None, agenda: bool) -> list[Act]:
    """The acts of all sentences of a passage."""
    acts: list[Act] = []
    proposals = Proposals()
    introducing = False
    spans = sentence_spans(text)
    for index, (start, end) in enumerate(spans):
        sentence = text[start:end]
        listed = introducing and (sentence[:3].lower() == "at " or not _BODY_ACTS.match(sentence))
        introducing = listed
        if acts and acts[-1].cue.kind == "procedure" and acts[-1].rank <= MAIN and _CONFIRMS.match(sentence):
            continue
        if _FOLLOWS.search(sentence) and any(act.cue.kind == "reject" and act.rank <= MAIN for act in acts):
            continue
        if listed:  # the remarks of 'godkendt med bemærkning om', a line each
            continue
        vote = text[start : _vote_end(text, spans, index)]
        read = proposals.judged(sentence, _acts_of(sentence, vote, offset + start, body, agenda))
        acts.extend(read)
        introducing = bool(read) and bool(_INTRODUCES.search(sentence))
    return acts


def _vote_end(text: str, spans: list[tuple[int, int]], index: int) -> int:
    """Where the vote ends that a sentence prints: 'For: 3. Imod: 4.' is one vote in two sentences."""
    following = spans[index + 1] if index + 1 < len(spans) else None
    return following[1] if following and _OTHER_SIDE.match(text, following[0]) else spans[index][1]


def _acts_of(sentence: str, vote: str, offset: int, body: str | None, agenda: bool) -> list[Act]:
    """The acts of a sentence; where no verb states one, what its printed vote says."""
    acts = read_sentence(sentence[:_LONGEST], offset, body, agenda)
    stated = any(act.cue.outcome and act.cue.kind != "note" for act in acts)
    if agenda or stated or _TOLD.search(sentence):
        return acts
    won = carried(vote[:_LONGEST])
    if won is None:
        return acts
    amendment = is_amendment(sentence) and not is_main_question(sentence)
    return [*acts, verdict(won, offset, offset + len(sentence), sentence, AMENDMENT if amendment else VOTED)]


def _read_point(text: str, offset: int, body: str | None, agenda: bool) -> list[Act]:
    """The acts of the first sentence of a point that states an outcome; what follows is comment."""
    weaker: list[Act] = []
    spans = sentence_spans(text)
    for index, (start, end) in enumerate(spans):
        vote = text[start : _vote_end(text, spans, index)]
        acts = named_step(text[start:end], _acts_of(text[start:end], vote, offset + start, body, agenda))
        lost = {act.cue.kind for act in acts if act.cue.outcome} <= {"reject", "procedure"}
        refused = any(act.cue.kind == "reject" for act in acts)
        if any(act.cue.outcome and act.rank <= MAIN for act in acts) and not (
            lost and (refused or _VOTED.search(text))
        ):
            return acts
        weaker.extend(acts)
    stated = [act for act in weaker if act.rank <= MAIN]
    if any(act.cue.outcome for act in stated):
        return [act for act in stated if act.cue.kind in ("approval", "act", "recommend")] or stated
    return [replace(act, rank=MAIN) if act.rank == VOTED else act for act in weaker]


def lapsed_after_vote(text: str, acts: tuple[Act, ...]) -> bool:
    """Whether what lapsed did so after a vote, which makes it rejected."""
    return bool(_VOTED.search(text)) and any(_LAPSED.search(act.cue.text) for act in acts)
