"""Reading one sentence of a decision: its acts, whose they are, and what they are about."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from ...danish.bodies import same_body
from ...danish.quotations import blanked
from ...schema import Outcome
from .clauses import complement, main_clauses
from .cues import Cue, cues_in
from .points import numbers_named

CONCLUDED, MAIN, VOTED, AMENDMENT, MINORITY, REPORTED = -1, 0, 1, 2, 3, 4

_AMENDMENT = re.compile(
    r"(?:ændrings|mod|tillægs|underændrings|under|del|alternativ\w*\s|udsættelses|proces)forslag"
    r"|forslag\s+(?:om\s+(?:at\s+)?(?:udsætte|oversende|sende|ændre|hjemvise)|til\s+ændring)"
    r"|(?:særindstilling|mindretalsindstilling)(?:en|er)?\b"
    r"|\A\s*(?:ændring|tilføjelse)en\s+(?:\w+\s+)?(?:blev|er|fald|bort|fork|ned)",
    re.IGNORECASE,
)
# 'Hermed faldt ændringen.'
_AMENDMENT_AFTER = re.compile(r"\s+(?:dermed\s+|herefter\s+)?(?:ændring|tilføjelse|\w*ændringsforslag)\w*", re.I)
# A majority's verb stands in a relative clause: 'et flertal, som anbefaler planen'.
_MAJORITY_WHO = re.compile(r"(?P<who>\bflertal\w*\b[^.;]{0,160}?),?\s+(?:som|der)(?=\s)", re.IGNORECASE)
_MINORITY = re.compile(
    r"\A\s*(?:et\s+)?mindretal|\A\s*(?:\d+|et|én|en|to|tre|fire)\s+medlem"
    r"|\A\s*(?:liste|gruppe|partiet)?\s*\(?[A-ZÆØÅ]\)?(?:\s*(?:,|og|\+|&)\s*\(?[A-ZÆØÅ]\)?)*\s+(?=\w|\Z)"
    r"|\A\s*[A-ZÆØÅ]\w+\s+[A-ZÆØÅ][\w.]+\s",
)
PROPOSES = re.compile(
    r"\b(?:foreslår|foreslog|stillede|stiller|fremsatte|fremsætter|begærede|begærer|spurgte"
    r"|bemærkede|bemærker|henviste|anmodede\s+om|opfordrede|stemte\s+imod"
    r"|protokolbemærkning|ønskede\s+ført|ønsker\s+ført|tog\s+forbehold|tager\s+forbehold"
    r"|kunne\s+ikke\s+støtte)\b",
    re.IGNORECASE,
)
# 'Det af V og O fremsatte forslag': whose it is; the sentence puts nothing.
_MOVED_BY = re.compile(
    r"\b(?:det|de|den)\s+(?:af|fra)\s+[^.;:\n]{1,160}?\s(?:fremsatte|stillede|fremlagte|rejste)\b(?=\s+\w*forslag)",
    re.IGNORECASE,
)
_ADMINISTRATION = re.compile(
    r"\A\W*(?:det\s+)?(?:administrationen|forvaltningen|direktionen|direktøren|\w*direktøren"
    r"|\w*forvaltningen|borgmesteren|formanden)\s+(?:indstil|anbefal|foresl)",
    re.IGNORECASE,
)
# 'Udvalget undlod at tage stilling', 'Undlader.': the body as a whole; one member's is a vote.
_ABSTAINS = re.compile(
    r"\A\W*(?:(?:(?-i:[A-ZÆØÅ])[\w-]*,?\s+(?:og\s+)?){0,5}?"
    r"(?:\w*udvalget|udvalg|\w*rådet|\w*bestyrelsen|\w*repræsentationen|magistraten)(?:\s+for\s+[^.,;]{3,60}?)?\s+(?:har\s+)?)?"
    r"(?:(?:und(?:lod|lader|ladt))\s*(?=[.;]|\Z|,?\s+idet\b)"
    r"|(?:und(?:lod|lader|ladt)|(?:afstod|afstår|afstået)\s+fra|ønske(?:r|de)\s+ikke)\s+at\s+"
    r"(?:tage\s+stilling|udtale\s+sig|(?:afgive|komme\s+med)\s+(?:en\s+)?(?:indstilling|udtalelse|anbefaling))\b"
    r"|(?:tog|tager|har\s+taget)\s+ikke\s+stilling\b"
    r"|(?:afgav|afgiver)\s+(?:ingen|ikke)\s+(?:indstilling|udtalelse|anbefaling)\b)",
    re.IGNORECASE,
)
# 'Hvad er igangsat, og hvad er udskudt': what is asked is not decided.
_ASKS = re.compile(r"\W*hv(?:ad|em|ilken|ilket|ilke|ordan|ornår|orfor|or\s+(?:mange|meget))\b", re.IGNORECASE)
_SUBJECT = re.compile(
    r"\A\s*(?:et\s+enigt?\s+)?(?P<body>[A-ZÆØÅ][\w-]*(?:[,-]?\s+(?:og\s+)?[A-ZÆØÅ][\w-]*)*?(?:udvalget"
    r"|rådet|bestyrelsen|repræsentationen|magistraten|nævnet))\s+\w+"
)
# 'Sagen er dermed afvist' says what came of the votes before it.
_CONCLUDES = re.compile(
    r"\b(?:sag|indstilling|punkt|forslag|dagsorden)\w*\s+(?:\w+\s+){0,2}?(?:dermed|hermed|derfor|således)\b",
    re.IGNORECASE,
)
_ROUTED = re.compile(r"\b(?:tilbage|videre|retur|frem|over)?\s?send\w+\b", re.IGNORECASE)
_WITH_REMARK = re.compile(
    r"\bmed\s+(?:den\s+)?(?:bemærkning|påtegning|besked|meddelelse)\w*,?\s+(?:om,?\s+)?at\s+", re.IGNORECASE
)
_HAS_DECIDED = re.compile(
    r"\b(?:har|havde|på\s+sit\s+møde|d\.|den\s+\d)|\b(?:vedtog|tog|godkendte|tiltrådte"
    r"|besluttede)\b",
    re.IGNORECASE,
)
# 'Udvalget ønsker ikke at gå videre': a wish not to do it decides.
_DECLINED = re.compile(
    r"\s*(?:derfor\s+)?ikke\s+at\s+(?!kommentere|udtale|bemærke|drøfte|ændre|forlænge)\w", re.IGNORECASE
)
_OTHER_ITEM = re.compile(
    r"\b(?:sag|punkt|pkt|dagsordenspunkt)(?:en|et|er|erne)?\.?\s*(?:nr\.?\s*)?\d|\b(?:punktet"
    r"|sagen)\s+(?:om|vedr)|tillægsdagsorden|\b(?:sagen|punktet)\s+[\"»”]",
    re.IGNORECASE,
)
_AGENDA_SUBJECT = re.compile(r"\bdagsorden(?:en)?\b(?!spunkt)", re.IGNORECASE)
# 'Dagsorden, herunder tillægsdagsorden, blev godkendt', 'Tillægsdagsordenen godkendt': what is approved.
_AGENDA_APPROVED = re.compile(
    r"\W*(?:den\s+)?(?:\w+\s+)?(?:tillægs)?dagsorden(?:en)?\b(?!\s*:)[^.;:\d]*\Z", re.IGNORECASE
)
# Words that may stand beside an approval without naming what was approved.
_EMPTY_WORDS = re.compile(
    r"(?:\w*indstilling\w*|\w*anbefaling\w*|\w*udvalg\w*|\w*råd\w*|\w*bestyrelse\w*"
    r"|\w*forvaltning\w*|administration\w*|direktion\w*|borgmester\w*|magistrat\w*"
    r"|\w*repræsentation\w*"
    r"|sag\w*|punkt\w*|forslag\w*|dette|dermed|herefter|hermed|således|enstemmigt?|enige?t?"
    r"|flertal\w*|stemme\w*|imod|uden|afstemning|med|blev|bliver|efter|over|overfor|ovenfor|"
    r"bemærkning\w*|kommune\w*|indstillet|foreslået|anbefalet|samt|alle|medlem\w*"
    r"|beslutning\w*|møde\w*|begge|hele|godkend\w*|tiltr\w+|tilslut\w*|bestående|teknik|miljø"
    r"|økonomi\w*|børne?|"
    r"social|kultur|fritid\w*|plan|klima|skole|sundhed\w*|ældre|omsorg\w*|beskæftigelse\w*"
    r"|natur|følger|overensstemmelse|henhold|over|liste|gruppe|også|derfor|kunne|venstre"
    r"|socialdemokrat\w*)\Z",
    re.IGNORECASE,
)
_WHOLE_CASE = re.compile(
    r"\A\s*(?:at\s+)?(?:trække|frafalde|annullere|aflyse|henlægge|tage)\b|\b(?:sag|punkt|forslag"
    r"|ansøgning|indstilling)",
    re.IGNORECASE,
)
# 'Tilslutter sig og anbefaler over for byrådet'; not 'godkendte punkt 1 og anbefaler punkt 2'.
_RECOMMENDING = re.compile(r"(?:anbefal|indstil)(?:er|ede|ler|lede)", re.IGNORECASE)
_OF_POINTS = re.compile(r"\bp(?:unk)?t", re.IGNORECASE)
_NEXT_WORD = 2
_STEP_NOUN = re.compile(
    r"\s+(?:sagens\s+|punktets\s+|at\s+foretage\s+)?(?:(?P<later>udsættelse|udskydelse)|oversendelse|tilbagesendelse"
    r"|hjemvisning)\b",
    re.IGNORECASE,
)
_RESOLVED = re.compile(r"beslut|vedt", re.IGNORECASE)
_CHANGES = frozenset({"udsat", "oversendt", "trukket", "forkastet", "taget til efterretning", "anbefalet", "drøftet"})


@dataclass(frozen=True, slots=True)
class Act:
    """One thing that a decision did.

    Attributes:
        number: The point of the decision that it belongs to, None for the decision as a whole.
        cue: The formula that says so.
        inherits: Whether the formula only approves what was asked for ('tiltrådt').
        rank: 0 for the main question; higher for what counts only where nothing lower was read.
    """

    number: str | None
    cue: Cue
    inherits: bool
    rank: int = 0


def verdict(won: bool, start: int, end: int, text: str, rank: int = VOTED) -> Act:
    """The act that a vote is: what was asked for is approved or rejected.

    Args:
        won: Whether there was a majority.
        start: Where the words begin that say so.
        end: Where they end.
        text: The words.
        rank: The act's rank.

    Returns:
        The act; a proposal that carried does what was asked for.
    """
    cue = Cue("approval" if won else "reject", "godkendt" if won else "forkastet", start, end, text)
    return Act(None, cue, inherits=won, rank=rank)


def read_sentence(sentence: str, offset: int, body: str | None, agenda: bool) -> list[Act]:
    """The acts of one sentence.

    Args:
        sentence: The sentence, asides blanked.
        offset: Where it begins in the decision.
        body: The body that met, None where any body can be meant.
        agenda: Whether the item approves the agenda, so that what is said of other items is passed over.

    Returns:
        The acts in printed order.
    """
    routed = _WITH_REMARK.search(sentence)
    if routed and _ROUTED.search(sentence, 0, routed.start()) and _HAS_DECIDED.search(sentence, routed.end()):
        reported = read_sentence(sentence[routed.end() :], offset + routed.end(), None, agenda)
        if any(act.cue.outcome for act in reported):
            return reported
    if _ADMINISTRATION.match(sentence) or _ASKS.match(sentence):
        return []
    if abstains := _ABSTAINS.match(sentence):
        return [Act(None, Cue("abstain", "noteret", offset, offset + abstains.end(), abstains.group()), inherits=False)]
    moved = _MOVED_BY.search(sentence) is not None
    sentence = _MAJORITY_WHO.sub(_without_relative, without_movers(sentence))
    clauses = main_clauses(sentence)
    proposes = PROPOSES.search(sentence[: clauses[0][1]] if clauses else "")
    acts: list[Act] = []
    for start, end in clauses:
        clause = sentence[start:end]
        came_of_it = sentence[:start].rstrip().endswith("hvorefter")
        cues = cues_in(clause, start)
        if agenda:
            cues = [cue for cue in cues if not _about_other_item(sentence, start, cue)]
        cues = _narrow(cues, sentence, end)
        for cue in cues:
            if proposes and cue.start > proposes.start() and cue.kind != "approval" and not came_of_it:
                continue
            rank = _rank_of(sentence[start : cue.start], sentence[: cue.start], cue, body)
            if moved or _AMENDMENT_AFTER.match(sentence, cue.end):
                rank = max(rank, AMENDMENT)
            acts.append(
                Act(
                    None,
                    _moved(cue, offset),
                    cue.kind in ("approval", "recommend") and _is_bare(clause, cue, start, sentence, end),
                    rank,
                )
            )
    return _with_numbers(sentence, offset, acts, agenda)


def without_movers(sentence: str) -> str:
    """The sentence with blanks for the words that only say whose a proposal is ('det af V fremsatte')."""
    return blanked(sentence, [match.span() for match in _MOVED_BY.finditer(sentence)])


def is_amendment(words: str) -> bool:
    """Whether words name an amendment or another proposal beside the main one."""
    return bool(_AMENDMENT.search(words))


def _without_relative(match: re.Match[str]) -> str:
    return match["who"] + " " * (len(match.group()) - len(match["who"]))


def _moved(cue: Cue, offset: int) -> Cue:
    return Cue(cue.kind, cue.outcome, cue.start + offset, cue.end + offset, cue.text)


def _narrow(cues: list[Cue], sentence: str, end: int) -> list[Cue]:
    """Let what was decided on replace 'besluttede': 'besluttede at udsætte sagen' is a postponement."""
    recommended = next((cue for cue in cues if cue.kind == "recommend"), None)
    if recommended is not None:  # 'indstilles godkendt', 'tiltrædes med anbefaling'
        together = any(sentence[cue.end : recommended.start] == " og " for cue in cues if cue.kind == "approval")
        passes_on = (
            together
            or recommended.text.lower().startswith(("med", "til"))
            or (_RECOMMENDING.match(recommended.text) and not _OF_POINTS.search(sentence))
        )
        after = -1 if passes_on else recommended.end
        cues = [cue for cue in cues if cue.kind != "approval" or cue.end <= after]
    stated = [cue for cue in cues if cue.outcome]
    overruled = [left for left, right in pairwise(stated) if _is_step(left, right)]
    cues = [cue for cue in cues if cue not in overruled]
    stated = [cue for cue in stated if cue not in overruled]
    wished = next((cue for cue in cues if cue.kind == "wish"), None)
    unwanted = wished and not stated and re.match(r"\s*(?:derfor\s+)?ikke\b", sentence[wished.end : end])
    if wished and _DECLINED.match(sentence, wished.end):
        return [Cue("reject", "forkastet", wished.start, wished.end, wished.text)]
    if wished and unwanted:
        refused = cues_in(complement(sentence, end))
        if any(cue.kind in ("approval", "recommend", "act") for cue in refused):
            return [Cue("reject", "forkastet", wished.start, wished.end, wished.text)]
    if not stated or stated[-1].outcome != "godkendt":
        return cues
    last = stated[-1]
    within = [cue for cue in stated if cue is not last]
    if last.kind == "act" and any(cue.kind not in ("discuss", "receive") for cue in within):
        return cues
    if step := _STEP_NOUN.match(sentence, last.end):
        return [*within, _as_step(last, step)]
    decided = complement(sentence, end)
    changes = [cue for cue in cues_in(decided, end) if cue.outcome in _CHANGES]
    changes = [cue for cue in changes if cue.outcome != "trukket" or _WHOLE_CASE.search(decided)]
    if re.match(r"(?:\w+\s+)?ikke\s+", decided) or re.search(r"\bikke\Z", sentence[last.end : end].strip()):
        return [*within, Cue("reject", "forkastet", last.start, last.end, last.text)]
    if not changes:
        return cues
    change = min(changes, key=lambda cue: cue.start)
    return [*within, Cue(change.kind, change.outcome, last.start, last.end, f"{last.text} … {change.text}")]


def _as_step(cue: Cue, step: re.Match[str]) -> Cue:
    """'Vedtog udsættelse': what was decided is the step."""
    outcome: Outcome = "udsat" if step["later"] else "oversendt"
    return Cue("procedure", outcome, cue.start, step.end(), f"{cue.text} … {step.group().strip()}")


def _is_step(left: Cue, right: Cue) -> bool:
    """Whether two formulas are one: 'besluttet udsat', 'vedtoges oversendt'."""
    return (
        bool(_RESOLVED.match(left.text))
        and right.kind in ("procedure", "reject")
        and right.start - left.end <= _NEXT_WORD
    )


def _rank_of(before: str, whole_before: str, cue: Cue, body: str | None) -> int:
    if _AMENDMENT.search(whole_before) and not re.search(
        r"\bindstilling(?:en|erne)?\b|\binklusiv\b|\bsamlede\b", before
    ):
        return AMENDMENT
    if _CONCLUDES.search(before):
        return CONCLUDED
    if cue.text.lower().startswith("anerken"):
        return VOTED
    one_sided = cue.kind in ("reject", "wish") or cue.text.lower().startswith(("afvent", "fasthold"))
    if one_sided and _MINORITY.match(before) and not re.search(r"(?:blev|forslag|es)\b", before):
        return MINORITY
    if re.search(r"\bmindretal", before, re.IGNORECASE):
        return MINORITY
    subject = _SUBJECT.match(before + cue.text)
    if subject and body and not _same(subject.group("body"), body):
        return REPORTED
    return MAIN


def _same(named: str, body: str) -> bool:
    """Whether a body named in a decision can be the one that met: 'Udvalget' is any committee."""
    name = named.strip()
    if name.lower() in ("udvalget", "rådet", "bestyrelsen", "nævnet") or _is_short_for(name.lower(), body.lower()):
        return True
    # Council and regional council are both councils, but never of one document.
    return same_body(name, body) and ("region" in name.lower()) == ("region" in body.lower())


def _is_short_for(name: str, body: str) -> bool:
    """Whether a word is the last of a body's name: 'Lokaludvalget' of 'Nordby Lokaludvalg'."""
    return any(body.endswith(f" {name.removesuffix(ending)}") for ending in ("et", "en") if name.endswith(ending))


def _about_other_item(sentence: str, start: int, cue: Cue) -> bool:
    other = _OTHER_ITEM.search(sentence)
    if cue.kind == "approval" and (
        other is None
        or other.start() > cue.start
        or _AGENDA_SUBJECT.search(sentence, start, cue.start)
        or _AGENDA_APPROVED.match(sentence[: cue.start])
    ):
        return False
    return other is not None or (cue.kind == "procedure" and not _AGENDA_SUBJECT.search(sentence, start, cue.start))


def _is_bare(clause: str, cue: Cue, start: int, sentence: str, end: int) -> bool:
    """Whether an approval names nothing of its own that was approved."""
    if sentence[end:].lstrip(" ,").startswith("at ") and not re.search(
        r"\bindstilling", sentence[end : end + 120], re.I
    ):
        return False
    around = clause[: cue.start - start] + " " + clause[cue.end - start :]
    words = re.findall(r"[A-Za-zÆØÅæøå]{4,}", around)
    return all(_EMPTY_WORDS.match(word) for word in words)


def _with_numbers(sentence: str, offset: int, acts: list[Act], agenda: bool) -> list[Act]:
    """Give acts the points that they name: 'Udvalget godkendte punkt 1 og udsatte punkt 2'."""
    if agenda or len(acts) == 0:
        return acts
    clauses = main_clauses(sentence)
    placed: list[Act] = []
    for index, act in enumerate(acts):
        stop = acts[index + 1].cue.start - offset if index + 1 < len(acts) else len(sentence)
        # 'Tiltrådt, idet punkt 2 udgår': what a subordinate clause names is not what was approved.
        ends = [end for start, end in clauses if start <= act.cue.start - offset < end]
        stop = min([stop, *ends])
        named = numbers_named(sentence[act.cue.end - offset : stop]) if act.cue.outcome and act.rank <= MAIN else ()
        placed.extend(Act(number, act.cue, act.inherits, act.rank) for number in named)
        if not named:
            placed.append(act)
    return placed
