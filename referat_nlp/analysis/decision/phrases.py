"""Formulas of Danish decisions and the outcome that each states.

They are matched by :mod:`.cues` in one clause at a time, so an outcome in a subordinate clause
('godkendt, idet sag 4 blev udsat') is never met here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from ...danish.dates import MONTH
from ...schema import Outcome
from . import verbs

CueKind = Literal[
    "approval", "act", "recommend", "receive", "discuss", "reject", "procedure", "note", "abstain", "inform", "wish"
]


@dataclass(frozen=True, slots=True)
class Formula:
    """A decision formula.

    Attributes:
        kind: What sort of act it is: ``approval`` takes over what the indstilling asks ('tiltrådt'), ``act``
            names its own ('bevilget', 'besluttede'); ``inform`` and ``wish`` state no outcome at all.
        outcome: The outcome stated, None for ``inform`` and ``wish``.
        pattern: What it looks like.
    """

    kind: CueKind
    outcome: Outcome | None
    pattern: re.Pattern[str]


def _formula(kind: CueKind, outcome: Outcome | None, *alternatives: str) -> Formula:
    return Formula(kind, outcome, re.compile(r"(?<!\w)(?:" + "|".join(alternatives) + r")(?!\w)", re.IGNORECASE))


# The thing that is decided on, where a verb alone ('falder', 'sendes') says too little.
_CASE = (
    r"(?:\w*sag|\w*punkt|\w*forslag|indstilling|anmodning|ansøgning|behandling|beslutning|emne"
    r"|valg|plan|henvendelse)"
)
_CASE_IS = _CASE + r"(?:en|et|er|erne|ne|s)?(?:ernes|ens|ets)?(?:\s+\w+){0,5}?\s+"
_BODY = (
    r"(?:\w*udvalg(?:et|ene)?|\w*råd(?:et|ene)?|\w*bestyrelsen?|\w*forvaltning(?:en)?"
    r"|administrationen|magistraten|"
    r"\w*repræsentationen|direktionen|budget\w*|bestyrelse\w*|arbejdsgruppen?|behandling"
    r"|afgørelse|drøftelse)"
)

# Who decides by a word that each member can say as well: 'udvalget sagde ja', not 'ni sagde ja'.
_DECIDES = r"(?:\w*udvalget|(?-i:Udvalg)|\w*rådet|\w*bestyrelsen|flertal\w*)"
# What somebody tells a body.
_TOLD_OF = r"\w*(?:orientering|redegørelse|status|gennemgang|beretning|præsentation|oplæg)\w*"
# What anybody says at a meeting: where there was none, nothing was said.
_SAYINGS = r"\w*(?:bemærkning|kommentar|indlæg|spørgsmål|henvendelse|orientering|meddelelse)\w*"
_NO_PROCEDURE = r"(?:af|at|nyt|indvendinger|indsigelser|medlem|medlemmer|undlod|stemte)\b"
# What a proposal does that is carried: 'vandt tilslutning', 'opnåede flertal'.
_GAINS = (
    r"(?:giver|gav|givet|gives|vandt|vinder|vundet|fik|får|opnåede|opnår|opnået|nød|nyder|fandt|finder|samlede"
    r"|samler|(?:er|var)\s+der|der\s+(?:er|var)|modtog)"
)

FORMULAS: tuple[Formula, ...] = (
    _formula(
        "receive",
        "taget til efterretning",
        r"(?:tag(?:es|er|et|en|e)|tog(?:es)?)\s(?:[^.;]{0,120}?\s)?(?:til\s+(?:efterretning"
        r"|orientering|underretning)|ad\s+notam)",
        # … and 'til eftrretning', as it is also typed.
        r"til\s+(?:foreløbig\s+)?(?:efter\s?retning|underretning|ef\w{1,6}ret\w{0,2}ng)",
        r"(?:tag(?:er|et)|tog)\s+(?:\w+\s+){0,2}?\w*(?:orientering|redegørelse)\w*\s+til\s+sig",
        r"\A\s*efterretning",
        r"\A\s*orienteret(?=\s*(?:[.;,]|\Z))",
        r"ad\s+notam",
        r"\A\s*hørt|(?:blev|er)\s+hørt|(?:på)?(?:hørte|hørt|hører)\s+(?:\w+\s+){0,2}?" + _TOLD_OF,
        r"(?:lader|lod|ladet)\s+sig\s+(?:orientere|informere|underrette|briefe)",
        _DECIDES + r"\s+(?:er|blev|er\s+blevet)\s+(?:orienteret|informeret|underrettet|briefet)",
        r"noter(?:er|ede)\s+sig",
        r"orientering(?:en|erne)?\s+(?:blev\s+|er\s+)?(?:taget|modtaget|noteret)",
        r"efterretning\s+tag(?:et|es)",
        r"noter(?:er|ede)\s+(?:\w+\s+){0,2}?\w*(?:orientering|redegørelse|status|rapport)\w*",
        r"gjorde\s+sig\s+bekendt\s+med|til\s+(?:kundskab|kendskab|notits)",
        r"takke(?:r|de)\s+for\s+(?:\w+\s+){0,2}?" + _TOLD_OF,
        r"modtog(?:es)?\s+(?:\w+\s+)?\w*orientering\w*|" + _TOLD_OF + r"\s+(?:blev\s+|er\s+)?(?:modtaget|noteret)",
        r"\A\s*gennemgået(?=\s*(?:[.;]|\Z))",
        r"kvitter(?:er|ede)\s+for\s+\w*(?:orientering|redegørelse|status|rapport|gennemgang|oplæg)\w*",
    ),
    _formula(
        "receive",
        "taget til efterretning",
        r"(?<!intet )(?<!ingen )(?<!punkter )til\s+orientering(?=\s*(?:[.,;:]|\Z|\s+for\s))",
    ),
    _formula(
        "procedure",
        "udsat",
        verbs.forms(verbs.POSTPONING),
        r"(?:tag(?:es|et|er|e)|tog)\s+(?:\w+\s+){0,4}?op\s+(?:igen|til\s+fornyet|på\s+(?:ny|et|næste|mødet))",
        rf"(?:tages|taget)\s+op\s+(?:i|til)\s+{MONTH}|\A\s*(?:udsættelse|udskydelse)(?=\s*(?:[.;]|\Z))",
        r"(?:vend(?:er|es|te)|kommer)\s+(?:\w+\s+){0,3}?(?:tilbage|igen)\s+på\s+(?:et\s+)?(?:næste|kommende"
        r"|senere)\s+\w*møde",
        r"(?:skydes|skudt|skubbes|skubbet|rykkes|flyttes|gemmes|udestår)\s+(?:\w+\s+){0,2}?til\s+(?:\w+\s+){0,3}?"
        rf"(?:næste|senere|kommende|\w*møde\w*|{MONTH})",
        r"sættes\s+på\s+(?:dagsordenen\s+(?:til|for|på|i)\s|(?:et\s+)?(?:næste|kommende|senere)(?=\s))",
        r"(?:nåede|nåedes|nåes|nås)\s+ikke",
        r"afvent(?:er|es|e|ede)(?!\s+(?:\w+\s+)?stilling)",
        r"(?:forelægges|behandles|genforelægges|optages|fremlægges)\s+(?:\w+\s+){0,3}?(?:igen"
        r"|på\s+ny|(?:på|til)\s+(?:et\s+)?"
        r"(?:næste|kommende|senere|førstkommende|efterfølgende)\s+(?:\w+\s+)?(?:møde|\w*møde))",
        r"(?:stil(?:les|ler|let|lede)|sæt(?:tes|ter)|sat(?:te)?|lægges|hviler|henligger"
        r"|beror)\s+(?:\w+\s+){0,5}?i\s+bero",
        r"(?:udsættelse|udskydelse)n\s+(?:blev|er|var)\s+(?:\w+\s+){0,2}?(?:vedtaget|godkendt|tiltrådt|imødekommet)",
        r"i\s+bero(?=\s*(?:[.,;]|\Z|indtil|til|på))",
        r"overfør(?:es|t|tes)\s+til\s+(?:det\s+)?(?:næste|et\s+kommende)\s+(?:\w+\s+)?\w*møde",
        r"(?:sæt(?:tes|ter)|sat(?:te)?|stilles)\s+(?:\w+\s+){0,3}?på\s+(?:pause|standby|hold)",
        r"kommer\s+(?:\w+\s+)?på\s+(?:igen|dagsordenen\s+igen)",
        r"ikke\s+(?:færdig)?(?:behandlet|nået)",
        r"fortsætte[rs]\s+(?:\w+\s+){0,2}?på\s+(?:et\s+)?(?:næste|kommende|senere)",
        r"vent(?:er|es|e)\s+med",
        r"ønske(?:r|de|s)\s+(?:sagen|punktet|emnet)\s+(?:\w+\s+)?(?:forelagt|genforelagt|behandlet|optaget|sat\s+på\s+dagsordenen)\s+"
        r"(?:igen|på\s+ny|på\s+(?:et\s+|det\s+)?(?:næste|kommende|senere))",
        # 'Der ønskes et notat inden endelig behandling': the case waits for it.
        r"(?:ønske(?:r|de|s)?|beder|bad|anmoder|anmodede|efterlyse[rs])\s[^.;]{0,120}?\b(?:inden|før|forud\s+for)\s+"
        r"(?:(?:den|sagens|punktets)\s+)?(?:endelige?|videre)\s+(?:\w+\s+)?(?:behandling|stillingtagen|beslutning|afgørelse"
        r"|vedtagelse|godkendelse)",
        r"(?:\A\s*|" + _CASE_IS + r")(?:venter|henstår|udestår)(?=\s*(?:[.;,]|\Z|til\s))",
        r"behandle[st]\s+ikke\b",
        r"hviler(?=\s*(?:[.,;]|\Z|indtil))",
        r"behandles\s+(?:\w+\s+){0,2}?på\s+(?:mødet|et\s+møde|byrådsmødet|udvalgsmødet)(?=\s+(?:i|den|d\.)\s)",
        r"(?:tager|tages|træffes|træffer)\s+(?:\w+\s+){0,4}?på\s+(?:\w+\s+){0,2}?(?:næste"
        r"|kommende|senere)\s+\w*møde",
    ),
    _formula(
        "procedure",
        "oversendt",
        verbs.forms(verbs.REFERRING),
        r"oversende[st]?",
        r"(?:skydes|skudt|skyder|medtages|medtaget|inddrages|tages\s+(?:op|med))\s+(?:\w+\s+){0,2}?(?:til|i|under)\s+"
        r"(?:de\s+|det\s+|forbindelse\s+med\s+)?(?:\w+\s+){0,2}?budget\w*",
        r"henvis(?:es|t|te|e|er\s+\w+)\s+(?:\w+\s+){0,3}?(?:til|tilbage)(?!\s+(?:punkt|pkt|bilag|sag\s|notat"
        r"|referat|beslutning))",
        r"(?:frem)?send(?:es|t|te|er|e)\s+(?:[^.,;]{0,50}?\s)?(?:tilbage|retur)",
        r"tilbagevis(?:es|t|te|er)(?=\s+(?:\w+\s+){0,2}?til\s)",
        r"send(?:es|t|te|er|e)\s+(?:"
        + _CASE_IS
        + r")?(?:videre\s+)?til\s+(?!høring|udtalelse|orientering)(?:\w+[,-]?\s+(?:og\s+)?){0,3}?"
        + _BODY,
        r"(?:overgår|overgik|sende[st]|sendt|går|gik|henvises|henvist|fremsendes)\s+til\s+(?:\d\.|anden|tredje)\s+behandling",
        r"(?:går|gik|overgår|overgik|overgives|overgivet|overdrage[st]|overdraget|overføres"
        r"|overført|videregives|videregivet)\s+(?:tilbage\s+|videre\s+|retur\s+)?til\s+(?:\w+[,-]?\s+){0,3}?" + _BODY,
        r"send(?:es|t|te|er|e)\s+[^.;]{0,90}?til\s+(?:fornyet\s+"
        r"|videre\s+)?behandling(?=\s+i\s|\s*[.,]|\s*\Z)",
        r"indgår\s+i\s+(?:de\s+)?(?:kommende\s+)?(?:forhandling\w*|budget\w*"
        r"|behandlingen\s+af\s+budget\w*)",
        r"\A\s*videre\s+til\s+(?:\w+[,-]?\s+){0,3}?" + _BODY,
        r"(?<!vender )(?<!vende )(?<!vendte )tilbage\s+til\s+(?:\w+\s+){0,2}?" + _BODY,
        r"(?:frem)?(?:send(?:es|t|te|er|e)|overgår|går)\s+[^.;]{0,60}?til\s+(?:real\w+|nærmere|fornyet|videre"
        r"|særskilt|udvalgs)\s*behandling\w*",
        r"(?:frem)?(?:send(?:es|t|te|er|e))\s+[^.;]{0,60}?til\s+realitetsbehandling",
        r"fremm(?:es|et|edes|er)\s+(?:[^.;]{0,40}?\s)?til\s+(?:(?:realitets|udvalgs)behandling"
        r"|(?:fornyet|videre|nærmere|særskilt|anden|tredje|\d\.)\s+behandling|behandling(?=\s+i\s))",
        r"(?:sende[st]|sendt|henvist|henvises|går|gik)\s+(?:\w+\s+){0,2}?(?:i|til)\s+(?:fornyet\s+)?udvalg(?:et"
        r"|sbehandling)?",
        r"forelægges\s+(?:for\s+)?(?:\w*rådet|\w*udvalget|kommunalbestyrelsen)(?!\s+(?:på|igen|til))",
    ),
    _formula(
        "procedure",
        "trukket",
        r"trukket(?=\s*(?:[.,;]|\Z|tilbage|af|fra)|\s+(?:\w+\s+){1,3}tilbage\b)",
        r"(?:udtag|slett?|strøg|fjern|stryg)(?:et|es)\s+(?:af|fra)\s+dagsordenen",
        r"(?:trækkes|trak|trækker)(?=\s[^.]{0,60}?(?:tilbage|forslag|sag|punkt|dagsorden)"
        r"|\s+af\b|\s*[.,]|\s*\Z)",
        # 'Ordet "snarest" udgår': a wording, not the case.
        r"(?<![\"”“«]\s)(?:udgår|udgik|udgået)",
        r"(?:tage(?:s|t)?|tog)\s+(?:\w+\s+){0,3}?(?:af|fra)\s+(?:dagsordenen|dagsorden)",
        r"taget\s+af(?=\s*(?:[.,;]|\Z))",
        r"bortfald(?:er|et|t)",
        r"bortfaldt",
        verbs.forms(verbs.DROPPING),
        r"tilbagetrukket|tilbagetrækkes",
    ),
    _formula(
        "reject",
        "forkastet",
        verbs.forms(verbs.REJECTING),
        r"(?:nyder|nød|nyde)\s+ikke\s+fremme",
        r"(?:kunne|kan)\s+ikke\s+(?:opnås?|samles?|findes?|skaffes?)\s+(?:et\s+)?(?:flertal|tilslutning)",
        r"(?:ikke|ej)\s+(?:taget|tages|tage)\s+til\s+følge",
        _DECIDES + r"\s+(?:sagde|siger)\s+(?:enstemmigt\s+)?nej",
        r"enige?t?\s+\w+\s+(?:sagde|siger)\s+nej|\A\s*nej(?=\s*(?:[.;]|\Z))",
        r"stemmelighed|stemmerne\s+(?:stod|står|delte\s+sig)\s+lige",
        r"(?:tager|tog|taget)\s+afstand\s+fra|modsætter\s+sig|modsatte\s+sig",
        r"(?:finder|fandt|ser|så|er\s+der|var\s+der)\s+(?:\w+\s+){0,2}?(?:ikke|ingen|intet)\s+(?:\w+\s+)?"
        r"(?:grundlag|anledning|belæg)(?=\s+(?:for|til))",
        r"(?:ingen|intet|manglende|ikke)\s+(?:nødvendig\w*\s+|politisk\s+)?(?:tilslutning|opbakning|flertal"
        r"|støtte)(?!\s+imod)",
        r"(?:giv(?:es|er|e|et)|gav|meddel(?:es|er|t|te|e))\s+(?:\w+\s+){0,4}?afslag",
        r"afslag\s+(?:gives|meddeles|meddelt|givet)",
        r"afslag(?=\s*(?:[.,;]|\Z|på))",
        r"stem(?:t|te|mes|mer)\s+(?:\w+\s+){0,3}?ned",
        _CASE_IS + r"(?:dermed\s+|herefter\s+|således\s+)?(?:faldt|falder|faldet)",
        r"(?:faldt|faldet)(?=\s*(?:[.,;]|\Z|med\s+\w+\s+stemme))",
        r"(?:opnåede|fik|opnår|får|samlede)\s+(?:dermed\s+|derfor\s+)?(?:ikke"
        r"|intet)\s+(?:et\s+|det\s+)?(?:(?:nød|for|på)\w+e\s+|krævede\s+|tilstrækkelige?t?\s+)?flertal",
        r"(?:ser|så)\s+sig\s+ikke\s+i\s+stand|(?:kan|kunne)\s+ikke\s+gå\s+ind\s+for",
        r"vil\s+ikke\s+(?:give|meddele|imødekomme|godkende|støtte|anbefale)",
        r"afslag\w*\s+(?:\w+\s+)?fastholdes|\w*(?:projekt|plan|sag|forslag)(?:en|et)\s+(?:blev\s+)?opgiv(?:es|et)",
        r"(?:var|er)\s+(?:der\s+)?ikke\s+(?:et\s+)?(?:flertal|tilslutning)",
    ),
    _formula(
        "recommend",
        "anbefalet",
        r"(?<!som )(?:anbefal(?:es|er|et|te|e)|(?<!den )(?<!de )(?<!det )anbefaled(?:e|es))",
        r"enige?t?\s+(?:i|om)\s+at\s+(?:anbefale|indstille)",
        r"fastholde(?:r|s|t|dt)?\s+(?:sin|den|udvalgets)\s+(?:tidligere\s+|hidtidige\s+)?(?:indstilling|anbefaling)",
        r"med\s+(?:[\w-]+s\s+)?(?:anbefaling|indstilling\s+(?:til|om))",
        r"(?<!tivt )indstil(?:les|ler|let|lede|ledes)(?<!som indstillet)(?:\s+(?:herefter|derfor|fortsat"
        r"|dermed|på\s+ny|igen)\b)?(?=,?\s+(?:til|godkend|vedtag|over"
        r"|at|sagen|forslag|plan|vedtage|\w+\s+godkend|(?:enstemmigt|med\s+\w+\s+stemme)|som\s+[\wæøå, -]{2,60}?"
        r"(?:udvalg|bestyrelse|råd))|\s*[.,:]|\s*\Z)",
        r"(?:\A\s*|enstemmig\w*\s+|enig\s+|(?:giver|gav)\s+(?:sin|positiv)\s+)anbefaling(?=\s+(?:til|over)"
        r"|\s*(?:[.,;]|\Z))",
        r"indstil(?:ler|les|let|lede)\s+(?:\w+\s+){1,5}?til\s+(?:godkendelse|vedtagelse)",
        r"til\s+(?:\w+\s+){0,3}?(?:godkendelse|vedtagelse)\s+i\s+\w+",
        r"til\s+\w*(?:råd|bestyrelsen|repræsentation|udvalg)\w*s\s+(?:godkendelse|vedtagelse)",
    ),
    _formula(
        "approval",
        "godkendt",
        r"(?:med|efter|under|gen)?" + verbs.forms(verbs.APPROVING),
        r"antog(?:es)?|(?<!kan )antaget",
        r"(?:vedt|godk|tiltr)\.",
        _GAINS + r"\s+(?:(?!ikke|ingen|intet|hverken)[\w-]+\s+){0,4}?(?:tilslutning|opbakning|accept|flertal)",
        r"tilslutning(?=\s*(?:[.,;]|\Z|til|fra|hertil))",
        r"(?:taget|tages|tog|toges)\s+(?:\w+\s+){0,4}?til\s+følge",
        r"(?:ingen|uden)\s+(?:havde\s+|har\s+)?(?:indvendinger|indsigelser)(?:\s+(?:imod|mod|til)\b)?",
        r"(?:nød|nyder|nyde)\s+fremme|(?:lod|lader)\s+(?:\w+\s+){1,2}passere",
        _DECIDES + r"\s+(?:giver|gav)\s+sin\s+(?:\w+\s+)?(?:godkendelse|velsignelse)",
        r"indforstået(?=\s*(?:[.;]|\Z|hermed|med\s))|erklære(?:r|de)\s+sig\s+enige?t?|(?:sagt|siger"
        r"|sagde)\s+god\s+for",
        r"(?:" + _DECIDES + r"|alle)\s+stem(?:te|mer)\s+ja|(?:går|gik|gået|kom|stemt"
        r"|stemmes)\s+(?:(?!ikke)\w+\s+){0,2}?(?:i)?gennem(?=\s*(?:[.,;]|\Z|med\b|efter\b))",
        r"\A\s*(?:enige?t?|ja)\s+(?:i|til)\s+(?:\w+\s+)?\w*(?:indstilling|anbefaling|forslag|oplæg)\w*",
        r"\A\s*i\s+henhold\s+til\s+(?:\w+\s+){0,2}?forslag(?:et)?(?=\s*(?:[.,;]|\Z))",
        _DECIDES + r"\s+(?:(?:sagde|siger)\s+ja|(?:går|gik)\s+ind\s+for)",
        r"(?:heri|herom|hertil)\s+(?:var|er|blev)\s+(?:\w+\s+){0,4}?enig\w*",
        r"(?:indstilling\w*|anbefaling\w*|forslag\w*)\s+(?:\w+\s+){0,2}?(?:følg(?:es|t)|fulgt|imødekommet)",
        r"(?:følg(?:er|te|t|e|es)|fulgte|fulgtes|fulgt)\s+(?:\w+\s+){0,3}?(?:indstilling\w*|anbefaling\w*|forslag\w*"
        r"|forvaltning\w*|administration\w*|direktion\w*|\w*udvalget)",
        r"som\s+(?:indstillet|indstilling(?:en)?|anbefalet|foreslået)",
        r"\A\s*fulgt(?=\s*(?:[.,;]|\Z))",
        r"overensstemmende\s+med\s+(?:\w+\s+){0,2}?\w*indstilling\w*",
        r"i\s+(?:overensstemmelse\s+med|henhold\s+til)\s+(?:\w+\s+){0,3}?\w*(?:indstilling|anbefaling)\w*",
        r"(?:alle|hele|samtlige|samlede?)\s+[^.;,]{0,60}?(?:sluttede\s+op\s+om|stod\s+bag|rakte\s+hånden\s+op\s+for)"
        r"\s+\w*(?:indstilling|forslag|plan|sag)\w*",
        r"(?:støtter|støttede|støttes|bakke(?:r|de)\s+(?:\w+\s+){0,2}?op)",
        r"godkent(?:es)?",
        r"\A\s*(?:i\s+orden|ok|okay|ja)(?=\s*(?:[.;]|\Z))|\A\s*efter\s+(?:\w+\s+)?(?:indstillingen|forslaget)",
        r"(?:" + _DECIDES + r"|alle)\s+(?:er|var)\s+enige?t?(?=\s+i\s+\w*(?:indstilling|anbefaling|forslag|oplæg)"
        r"|\s*(?:[.;]|\Z))",
        r"enighed\s+om\s+(?:\w+\s+)?\w*(?:indstilling|forslag|anbefaling)\w*",
        r"som\s+(?:[\w-]+\s+){1,3}?(?:foreslår|foreslog|indstiller|indstillede|anbefaler|anbefalede)",
        r"(?:\A\s*|(?:blev|er)\s+)(?:ikke\s+)?støttet(?!\s+af)",
        r"(?:oplæg|udkast|dagsorden|plan|forretningsorden)\w*\s+(?:\w+\s+){0,2}?følg(?:es|t|tes)|(?:oplæg"
        r"|udkast|dagsorden)\w*\s+(?:\w+\s+){0,2}?fulgt(?:es)?",
        r"(?:følg(?:er|te)|fulgte)\s+(?:\w+\s+){0,3}?(?:oplæg|dagsorden|udkast)\w*",
        r"som\s+(?:udsendt|fremlagt|forelagt|oplyst|beskrevet)",
    ),
    _formula(
        "act",
        "godkendt",
        verbs.forms(verbs.DECIDING),
        r"beslut\w*ede[st]?",
        r"peg(?:er|ede)\s+på",
        # 'Byrådet anerkendte, at betingelserne er opfyldt'; not 'anerkender det store arbejde'.
        r"anerken(?:der|dte|dt|des)(?=\s*\Z)",
        r"(?:sæt(?:tes|ter)|sat(?:te)?)\s+(?:\w+\s+)?i\s+gang|\A\s*grønt\s+lys",
        _DECIDES + r"\s+foretr(?:ækker|ak)",
        r"(?:træffe|traf|træffer|truffet)\s+(?:\w+\s+)?(?:beslutning|afgørelse)",
        r"meddel(?:t|es|er|te)\s+(?:(?!afslag)\w+\s+){0,5}?\w*(?:tilladelse|dispensation|godkendelse"
        r"|samtykke|bevilling)\w*",
        r"(?:\w*tilladelse\w*|\w*dispensation\w*|\w*bevilling\w*|samtykke|tilsagn\w*|\w*tilskud\w*|bemyndigelse\w*"
        r"|fuldmagt\w*|mandat\w*|\w*garanti\w*)\s+(?:\w+\s+){0,4}?(?:meddel(?:es|t)|giv(?:es|et)|stilles|ydes|ydet"
        r"|tildelt)",
        r"meddelt",
        r"tilvalgt|tilvælges",
        r"(?:lægges|lagt|lagdes)\s+til\s+grund",
        r"konstituer(?:et|er|ede)\s+sig|konstitueret",
        r"(?:ansat|ansættes|ansatte|ansætter)(?=\s)",
        r"nedsæt(?:tes|ter)|nedsat(?:te)?(?=\s+(?:et|en|udvalg))",
        r"(?:send(?:es|t|te|er|e)|udsendes|sættes|fremlægges"
        r"|fremlagt)\s+(?:[^.;]{0,60}?\s)?(?:høring|fremlæggelse|partshøring|udbud)",
        r"offentligt?\s+fremlagt|offentliggøres",
        r"(?:sælg|køb|optag|igangsæt|iværksæt|prioriter|nedlæg|ophæv|indgå|foretræk|lukk"
        r"|gennemfør|forlæng|stadfæst|bekræft|reserver|oprett?|omdann|videref?ør|anvis)(?:es"
        r"|s)",
        r"ændrer|ændrede",
        r"(?:var|er|blev)\s+(?:der\s+)?(?:bred\s+|fuld\s+)?(?:enighed|enig(?:e|t)?)(?:\s+om|\s*\Z)",
        r"(?:giver|gav|gives|givet)\s+(?:\w+\s+){0,3}?(?:\w*tilladelse|dispensation|tilsagn"
        r"|samtykke|mandat|grønt\s+lys|\w*bevilling|\w*tilskud|\w*støtte|\w*garanti)",
        r"(?:yder|ydes|ydet)",
        r"har\s+ingen\s+indvendinger|enedes\s+om",
        r"(?:giver|gav|får|fik)\s+(?:\w+\s+){0,2}?(?:bemyndigelse|fuldmagt)",
    ),
    _formula(
        "discuss",
        "drøftet",
        r"(?:tema)?" + verbs.forms(verbs.DISCUSSING),
        r"(?:tal(?:te|er|t)|snakke(?:de|r|t))\s+(?:\w+\s+){0,3}?om",
        r"(?:tema)?(?:drøftelse|debat|dialog)(?:n|r|rne|en|er|erne)?\s+(?:(?:blev|er)\s+)?(?:taget"
        r"|tages)\s+til\s+(?:efterretning|orientering)",
        r"(?:tema)?drøftelse(?:n|r|rne)?\s+(?:\w+\s+){0,3}?(?:gennemført|foretaget|afholdt|holdt|fandt)",
        r"der\s+(?:var|blev|er)\s+(?:\w+\s+){0,3}?(?:\w*drøftelse|debat|dialog|snak)",
        r"tag(?:et|es)\s+op\s+til\s+drøftelse",
        r"(?:blev|er)\s+vendt(?!\s+(?:tilbage|om))",
        r"\A\s*(?:til\s+)?(?:tema|indledende\s+)?drøftelse(?:n|r)?",
        r"(?:\w+\s+)?(?:havde|førte|tog|fik)\s+(?:en\s+)?(?:\w+\s+)?(?:drøftelse|dialog"
        r"|debat|snak)(?:\s+(?:om|af))?",
        r"udvalget\s+behandle(?:r|de)",
        r"(?:medlemmer(?:ne)?|" + _DECIDES + r")\s+(?:kvalificerede|kommenterede|vendte(?!\s+(?:tilbage|sig)))",
        _DECIDES + r"\s+(?:(?:kom|kommer)\s+med|(?:af)?(?:gav|giver))\s+(?:\w+\s+){0,2}?(?:input|bemærkninger"
        r"|kommentarer|retning"
        r"|tilbagemelding\w*)",
        r"\A\s*(?:dialog|debat)\w*(?=\s*(?:[.;]|\Z))",
    ),
    _formula(
        "note",
        "noteret",
        r"(?:foreta(?:get|ges)|foretoges)(?!\s+(?:\w+\s+){0,2}?afstemning)",
        r"noter(?:et|es)(?!\s+sig)",
        r"gennemført|afholdt|(?<=blev )holdt",
        r"besvar(?:et|es|ede|edes)|svaret\s+på",
        r"(?:" + _DECIDES + r"|borgmesteren|formanden)\s+svarede\s+på(?=\s+spørgsmål\w*\s*(?:[.;]|\Z))",
        r"underskrevet|underskrives",
        # 'Ingen spørgetid'; 'Der var ingen spørgsmål' says only that nothing was said.
        r"\A\s*(?:intet|ingen)[^\S\n]+(?!"
        + _NO_PROCEDURE
        + r"|(?:bemærkninger|kommentarer|indlæg)\b|til\s+eventuelt)\w+",
        r"(?:der\s+)?(?:var|er|blev|kom|fremkom)\s+(?:intet|ingen|ikke\s+(?:noget|nogen))\s+(?!"
        + _NO_PROCEDURE
        + "|"
        + _SAYINGS
        + r")\w+",
        r"konstater(?:et|es|ede)",
    ),
    _formula(
        "inform",
        "noteret",
        r"(?:giv(?:et|er|es)|gav(?:s)?)\s+(?:\w+\s+){0,4}?\w*orientering",
        r"orientering(?:en|er)?\s+(?:blev\s+|er\s+)?givet",
    ),
    # "Ingen bemærkninger" says only that nothing was said.
    _formula(
        "inform",
        None,
        r"\A\s*intet(?:\s+(?:at\s+bemærke|nyt))?(?=\s*(?:\.|\Z))|\A\s*intet(?=\s+til\s+eventuelt)",
        r"\A\s*ingen(?=\s*(?:\.|\n|\Z))|ikke\s+(?:været\s+|fremkommet\s+)(?:nogen|nogle)\s+" + _SAYINGS,
        r"\A\s*ingen\s+(?:bemærkninger|kommentarer|indlæg)(?=\s*(?:\.|\n|\Z))",
        r"(?:var|er|blev|kom|fremkom|været)\s+(?:ingen|ikke\s+nogen|nogen)\s+" + _SAYINGS,
    ),
    _formula(
        "inform",
        None,
        r"orienter(?:ede|et|er|es|edes)",
        r"(?:oplyste|informerede|fremlagde|præsenterede|redegjorde|gennemgik|fortalte|berettede|omtalte|nævnte"
        r"|meddelte|svarede)",
        r"(?:der\s+)?(?:blev|er)\s+(?:\w+\s+)?(?:oplyst|informeret|redegjort|præsenteret)",
        r"\A\s*orientering\s+(?:om|fra|ved|vedr)",
    ),
    _formula(
        "wish",
        None,
        r"ønske(?:r|de|s)?|vil\s+gerne(?:\s+(?:have|høre|se|vide|modtage|orienteres|følge))?",
        r"ser\s+frem\s+til|imødeser|imødeså|efterlyse[rs]|efterspørger|bestil(?:ler|te)",
        r"aftal(?:t|te|tes)",
        # Not 'bad spørgeren om at sende spørgsmålet': that is what the one who asked is told.
        r"(?:beder|bad|anmoder|anmodede|opfordrer|opfordrede)(?!\s+(?:\w+\s+){0,2}?(?:spørger|borger(?!m)|tilhører|publikum)\w*)",
        r"tilkendeg(?:ive[rt]?|av)",
    ),
)
