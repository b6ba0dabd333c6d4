"""Patterns of motions: what they are called, how they are put forward and put to the vote."""

from __future__ import annotations

import re

from ...danish.dates import MONTH
from ...danish.numbers import NUMBER

_AMENDMENT = (
    r"(?:(?:under)?ændringsforslag\w*|ÆF\b|tillægsforslag\w*|modforslag\w*|tilføjelsesforslag\w*|ÆF? ?\d{1,3}(?= fra\b)"
    r"|delforslag\w*"
    r"|særindstillingen\b(?=[^.\n]{0,80}\bstem)|mindretalsindstilling\w*|mindretallets indstilling"
    r"|alternativ(?:t|e) forslag\w*)"
)
# 'Den samlede 9 stemmer' is what a motion got.
_TALLY = rf"{NUMBER}|kun\b|alene\b|i alt\b|stemmer"
_MAIN = (
    r"(?:flertalsindstilling\w*|(?:budget|lokalplan|plan|takst|regulativ)forslag(?:et|ene)\b"
    r"|(?:\w+s )?indstilling(?:en|erne|ens|spunkt\w*|s)?\b|hovedforslag\w*"
    r"|selve \w+|(?:det|den) (?:oprindelige|endelige|fremlagte|foreliggende|reviderede|indstillede) \w+"
    r"|(?:administration|forvaltning|direktion|center|\w*udvalg|magistrat|borgmester|\w*direktør|chefgruppe"
    r"|sekretariat"
    r"|ledelse|bestyrelse|styregruppe|arbejdsgruppe|afdeling|stab|formand)\w*s (?:\w+ )?forslag\b"
    rf"|den samlede (?!{_TALLY})\w+|(?:\w+s )?anbefaling(?:en|er)?\b"
    r"|dagsorden(?:en)?\b"
    rf"|det samlede (?!{_TALLY})\w+"
    r"|(?:det|den) (?:således|herefter|derefter) ændrede \w+|\w+ med (?:den|de) vedtagne ændring\w*|\w+ i sin helhed"
    r"|\w+ som (?:ændret|indstillet)"
    r"|\w{3,}(?:en|et|erne) (?:er|blev|bliver) (?:\w+ )?med (?:den|denne|de|disse) (?:\w+ )?(?:ændring"
    r"|tilføjelse|præcisering|rettelse)\w*"
    r"|(?:hele|den ændrede|det ændrede) \w+|(?:endelig|(?:den )?(?:endelige|afsluttende)) afstemning)"
)
_PROCEDURAL_NOUN = (
    r"(?:(?:forslag\w* (?:fra [^.]{1,60}? )?om (?:at (?:sagen |punktet )?)?(?:(?:sagens|punktets) )?)?"
    r"(?:(?:udsættelse|udskydelse)\w*"
    r"|afvisning(?: af|s|\b)\w*"
    r"|tilbagesendelse\w*|tilbagevisning\w*|afslutning(?:en)?\b(?: af (?:debatten|drøftelsen"
    r"|forhandlingen))?"
    r"|genoptagelse\w*|hjemvisning\w*|oversendelse\w*|udvalgshenvisning\w*|udvalgsbehandling(?:en)?\b"
    r"|begæring(?:en)?\b(?= (?:blev|er|fik|om|opnåede"
    r"|vandt|samlede|faldt|havde|støtte)))(?! af (?:aftale|overenskomst)))"
)
_PROPOSAL = (
    r"(?:(?:beslutnings|medlems)?forslag(?:et|ene|ets)?\b(?! til (?!beslutning))|(?:denne"
    r"|den foreslåede) (?:ændring|tilføjelse)"
    r"|(?:ønsket|tanken|idéen|ideen|anmodningen)\b(?= (?:blev|er|faldt|fik|opnå|vandt|samle|støtte|havde))"
    r"|(?:ændring|tilføjelse)(?:en|erne)\b(?= (?:blev|er|faldt|falder|vedt|bort|fik|opnå)|\.))"
)
NOUN = re.compile(
    rf"\b(?:(?P<amendment>{_AMENDMENT})|(?P<procedural>{_PROCEDURAL_NOUN})|(?P<main>{_MAIN})"
    rf"|(?P<proposal>{_PROPOSAL}))",
    re.IGNORECASE,
)
BY_THE_WAY = re.compile(
    r"\b(?:med|inkl\w*\.?|incl\w*\.?|inklusiv\w*|herunder|idet|i overensstemmelse med|jf\.?|efter|til"
    r"|på baggrund af) (?:(?:de[nt]?|et|følgende|vedtagne|stillede|faldne|tidligere) )*$"
    r"|\binkl\w*\.? (?:[\w-]+ ){1,3}$",
    re.IGNORECASE,
)
_CASE = (
    r"(?:sag(?:en|ens behandling)?|punkt(?:et)?|pkt\.? \d+|punkt \d+|sag \d+|behandlingen|spørgsmålet"
    r"|beslutningen|emnet)"
)
_PUTS_OFF = r"(?:udsættelse|udskydelse|tilbagesendelse|hjemvisning|oversendelse|afvisning)"
_THE_CASE = r"(?:(?:hele )?(?:sagen|punktet|behandlingen|beslutningen|emnet)(?:s (?:videre )?behandling)?)"
# What an amendment is called that only puts the case off: 'ændringsforslag om at udskyde punktet', not 'anlægget'.
ONLY_A_STEP = re.compile(
    r"(?: (?:fra|af|ved) [^.;:]{1,60}?)?,? om,? (?:at )?"
    rf"(?:(?:udsætte|udskyde|henskyde|tilbagesende|hjemvise|oversende|afvise) {_THE_CASE}\b"
    rf"|{_PUTS_OFF}(?: af {_THE_CASE})?(?= til\b|[.,;:]| blev\b| er\b| f[oai])"
    rf"|(?:sagens|punktets|behandlingens) {_PUTS_OFF}\b"
    rf"|{_THE_CASE} (?:\w+ ){{0,2}}?(?:udsættes|udskydes|udsat|udskudt|sendes tilbage"
    r"|tilbagesendes|hjemvises|oversendes|afvises)\b)"
    r"(?!,? (?:og|samt|men) at )",
    re.IGNORECASE,
)
PROCEDURE = re.compile(
    rf"\b(?:{_CASE}|behandling\w*)\b[^.;:]{{0,50}}?\b(?:udsæt\w*|udsat|udskyd\w*|udskudt|udskydes)\b"
    r"|\budsæt\w*|\budsat(?:tes|te)?\b"
    r"|\b(?:om|begær\w+|krævede) (?:\w+ )?(?:skriftlig|elektronisk|hemmelig) afstemning\b"
    r"|\b(?:ved|om|på) navneopråb\b"
    rf"|\b(?:{_CASE}|forslaget) sendes til (?:[\w,-]+ (?:og )?){{0,4}}?(?:budget|\w*udvalg|administration"
    r"|forvaltning)\w*"
    r"|\bat vente\b(?=,? (?:til|med|indtil)\b)"
    rf"|\b(?:udskyde|henskyde|vente med) {_CASE}|\b{_CASE} (?:skulle |skal |bør |må |kan )?vente\b"
    rf"|\bafvisning\b|\b(?:{_CASE})[^.;:]{{0,20}} (?:afvises|afvist)\b|\bafslut\w* (?:af )?(?:debat"
    r"|drøft|behandl|forhandl)\w*"
    r"|\b(?:debatten|drøftelsen|forhandlingen|talerrækken)\b[^.;:]{0,30}(?:slut\w*|afslut\w*|lukke\w*)"
    r"|\bslutte (?:debat|drøft|forhandl)\w*|\bsend\w* (?:\w+ ){0,3}tilbage|\btilbagesend\w*"
    r"|\boversend\w*\b(?! til (?:byråd|kommunalbest|økonomiudv|regionsr|godkend))"
    rf"|\b{_CASE} [^.;:]{{0,20}}\bhenvis\w*|\bhenvis(?:es|t) til\b|\budvalgshenvis\w*"
    r"|\bgenoptag\w*|\bhjemvis\w*|\breturner\w*"
    r"|\bsend(?:es?|t) retur\b"
    rf"|\b{_CASE} (?:udgår|udgik)\b|\b{_CASE} (?:\w+ )?tilbage (?:i|til)\b"
    rf"|\b{_CASE} (?:går|gik|skal|skulle) (?:\w+ )?tilbage|\baf dagsordenen\b"
    r"|\btage[st]? af(?=\s?(?:[.,;)]|$)| dagsorden| punkt| sag)|\bmed det samme\b"
    r"|\b(?:lukkede?|åbne) døre?\b|\btaletid(?:en)?\b(?= (?:begræns|fastsæ|forkort))|\binhabil\w*"
    r"|\bhabilitet\w*|\bfornyet (?:\w+)?behandling"
    r"|\bbehandl\w+ sammen\b|\bdeltage i sagens|\bbegræns\w* taletid|\b(?:lukke|afslutte) (?:debat"
    r"|drøft|forhandl)\w*|\bhastesag\w*|\boptage(?:s"
    rf"|t)? [^.;:]{{0,60}}\bdagsorden|\b{_CASE} behandles i dag"
    rf"|\b{_CASE} skulle behandles|\brykkes? frem\b|\bhemmelig afstemning\b(?= blev)"
    r"|\bekstraordinært møde\b",
    re.IGNORECASE,
)
MINORITY = re.compile(r"(?<=\S),? (?:mens|medens|hvorimod|og) (?:et )?mindretal", re.IGNORECASE)
MINORITY_SUBJECT = re.compile(r"\W*(?:et |udvalgets |\w+rådets )?mindretal(?:let)?\b", re.IGNORECASE)
VOTERS_WISH = re.compile(r", (?:der|som|idet (?:de|han|hun)) (?:\w+ )?(?:ønske|ville|foretr|gerne)\w*", re.IGNORECASE)
SENT_ON = re.compile(r"\b(?:oversendt|tilbagesendt|henvist|hjemvist|udskudt|udsat)\b", re.IGNORECASE)
PROCEDURAL_SUBJECT = re.compile(
    rf"^(?:\W|\d)*(?:(?:at )?{_CASE}\b[^.]{{0,60}}?\b)?(?:udsat|udsættes|udsættelse|sendes tilbage|går tilbage"
    r"|oversendes(?! til (?:byråd|kommunalbest|økonomiudv|regionsr|godkend))"
    r"|oversendt(?! til (?:byråd|kommunalbest|økonomiudv|regionsr|godkend))|henvises|henvist"
    r"|tilbagesendt|tilbagesendes|returneres|hjemvist|hjemvises|udskydes)\b"
    r"|.*\bat (?:udsætte|oversende|henvise|hjemvise|tilbagesende|returnere|sende (?:\w+ ){0,2}tilbage)\b"
    rf"|.*\bat {_CASE} (?:udsættes|behandles|udskydes|tages af|oversendes|sendes)\b|.*\bslutte (?:debat"
    r"|forhandl|drøft)"
    r"|.*\bstemt om, (?:hvorvidt|om) [^.]{0,30}(?:behandles|udsættes|vente|tages af|sendes tilbage)"
    r"|.*\bafslutning vedtaget",
    re.IGNORECASE | re.DOTALL,
)
# A step as a participle, which somebody 'ville have', and as what somebody 'bad om'.
_MOVED_ON = (
    r"(?:udsat|udskudt|sendt (?:tilbage|retur|til)|taget af|hjemvist|oversendt|henvist|genoptaget|trukket"
    r"|behandlet (?:for|før|efter|sammen|i|på)|rykket|tilbage (?:i|til)\b)"
)
_STEP_ASKED = (
    r"(?:udsæt\w*|udsat|udsky\w*|udskudt|går (?:tilbage|retur)|gå (?:tilbage|retur)|send(?:es|t) (?:tilbage"
    r"|retur)|tages? af|taget af|behandlet (?:for|før|efter)"
    r"|hjemvis\w*|vente\b|(?:skriftlig|hemmelig) afstemning)"
)
# What a mover 'ville' do to a sum or a plan.
_CHANGED = (
    r"(?:sat (?:til|ned|op)|skrevet ind|indskrevet|nedsat|forhøjet|fjernet|slettet|halveret|fordoblet|udvidet|begrænset"
    r"|gjort til|flyttet|tilføjet)\b"
)
_SCALED = r"(?:nøjes med|halvere|fordoble|nedsætte|forhøje|hæve|sænke|slette|stryge|fjerne|udvide|begrænse)"
PROPOSES = re.compile(
    r"\b(?:foreslog|foreslår|foreslås|stillede|stiller|fremsatte|fremsætter|fremlagde|fremlægger|androg"
    r"|vil(?:le)? (?=(?:gerne |hellere )?(?:have (?:[^.]|(?<=pkt)\.|(?<=nr)\.){0,60}\b" + _MOVED_ON + r"|udsætte"
    r"|udskyde|vente med(?! at tage)|sende)\b)"
    r"|ville(?= have [^.]{0,80}\b" + _CHANGED + r")"
    r"|bad(?= om\b[^.]{0,80}\b" + _STEP_ASKED + r")"
    r"|(?<=[a-zæøå)] )ville (?=(?:gerne |hellere |kun )?" + _SCALED + r"\b)"
    r"|har stillet|(?:har|havde) (?:[\w.()-]+ ){0,4}foreslået|har fremsat|rejste|begærede|begærer|(?<!\bder )"
    r"(?<!\bsom )(?:ønskede|ønsker)|krævede)\b",
    re.IGNORECASE,
)
PROPOSES_WHAT = re.compile(
    r"\b(?:(?:foresl\w+|androg)\b[^.]{0,80}?(?:\bforslag|ændringsforslag|\bat\b|\bom\b|:|udsat|\bsom\b|\btil\b"
    r"|taget af|afvist|sluttet|hjemvist|oversendt|\ben\b|\bet\b)"
    r"|(?:stille[rt]?|stillede|fremsat\w*|fremsætter|fremlagde|fremlægger|rejste)\b[^.]{0,80}?\b\w{0,24}forslag"
    r"|(?:begær\w+|krævede) (?:afstemning om\b|(?:skriftlig|elektronisk|hemmelig) afstemning"
    r"|[^.]{0,40}\b(?:udsat|udskudt|afvist|udsættelse|tilbagesend\w*"
    r"|sendt tilbage|taget af))"
    r"|vil(?:le)? (?:gerne |hellere )?(?:have (?:[^.]|(?<=pkt)\.|(?<=nr)\.){0,60}\b" + _MOVED_ON + r"|udsætte"
    r"|udskyde|vente med|sende)\b"
    r"|bad om\b[^.]{0,80}\b"
    + _STEP_ASKED
    + r"|ønske[rd]e?, at\b[^.]{0,120}\b(?:udsat|udsættes|optage[st]|tilbagesend\w+|sendt tilbage|taget af)\b"
    r"|(?:ville have|ønske[rd]e?) [^.,]{0,80}\b" + _CHANGED + r"|ønske[rd]e? (?:[^.]|(?<=pkt)\."
    r"|(?<=nr)\.){0,60}\b" + _MOVED_ON + r"|ville (?:gerne |hellere |kun )?" + _SCALED + r"\b"
    r"|ønske[rd]e? (?:[\w.-]+ ){0,3}(?:tilføjet(?!,? at (?:gruppen|partiet|han|hun|de) )|tilføjelse|ændret|skærpet"
    r"|sænket|hævet|indføjet"
    r"|indskrevet)\b)",
    re.IGNORECASE,
)
MOVED_BY = re.compile(
    r"\b(?:det|de|den)\s+(?:af|fra)\s+[^.;:\n]{1,160}?\s(?:fremsatte|stillede|fremlagte|rejste)\Z", re.IGNORECASE
)
ELECTED = re.compile(
    r"(?<!den )(?<!de )(?<!det )\b(?:gen|ny)?(?:valgt(?:es)?|valgte|vælges|vælger|udpeget|udpeges|udpegede"
    r"|udpeger|udpegning|konstituer\w+|kandidatur\w*)\b"
    r"(?! (?:der(?:på|efter)|herefter|så|dermed)? ?(?:at|model|løsning|scenarie|alternativ))",
    re.IGNORECASE,
)
CANDIDATE_VOTES = re.compile(r"\b(?:fik|opnåede) (?:\w+ ){1,4}stemmer", re.IGNORECASE)
NOMINATES = re.compile(r"\W*som \w+ foresl", re.IGNORECASE)
OFFICE = re.compile(
    r"\b(?:\w*formand\w*|\w*borgmester\w*|medlem\w*|repræsentant\w*|suppleant\w*|stedfortræder\w*"
    r"|bestyrelse\w*|valgstyrer\w*|tilforordnet\w*|omvalg\w*|kandidat\w*"
    r"|udvalg(?:et|ets|ene|s)?\b(?! (?:valgte|vælger|udpege))|råd\b"
    r"|rådet(?! (?:valgte|vælger|udpege))"
    r"|delegere\w*|revisor)\b",
    re.IGNORECASE,
)

QUOTED_SUBJECT = re.compile(r"[^.]{0,60}?[\"“”„»](?P<what>[^\"“”„«»]{3,240})[\"“”«]")
PUT_TO_VOTE = re.compile(
    r"\b(?:sættes|sattes|sat|satte|blev sat|bragt|bringes)\b[^.]{0,60}\b(?:til|under) afstemning"
    r"|^\W*(?:endelig )?afstemning(?:en)? (?:om|vedr|over)|\bblev (?:der )?stemt om|\bder stemtes\b"
    r"|^\W*der stemte\b|\bstemte?s? om\b"
    r"|^\W*ved (?:\w+ )?(?:afstemningen|afstemning) (?:om|over)|\bvotering\b|\bstemmerne faldt\b"
    r"|\bafstemningen gav\b",
    re.IGNORECASE,
)
POINT = re.compile(
    r"^\W*(?:(?:ad\.?|(?:indstillings)?punkt(?:erne)?|pkt\.?|indstillingens punkt|dot|ansøgning"
    r"|placering|model|forslag"
    r"|nr\.) ?(?P<n>(?:\d{1,2}|[a-h])\b(?:[. ]?[a-h]\b)?)(?: ?(?:[-–]|og|,) ?\d{1,2}){0,8}[.):]?"
    r"|(?P<bare>\d{1,2}(?:[. ]{0,2}[a-h]\b)?|[a-h](?=\)))(?: ?(?:[-–]|og|,) ?\d{1,2}){0,8}[.):])(?:\s|$)"
    rf"(?! ?(?:stemmer?|medlem|stemte|undlod|for\b|i?mod\b|ændringsforslag|{MONTH}|kr|mio|%|m2|uger|gik"
    r"|ja\b|nej\b|af\b|nye\b))",
    re.IGNORECASE,
)
POINT_OBJECT = re.compile(
    r"\b(?:indstillings)?(?:punkt(?:erne)?|pkt\.?|indstillingens punkt"
    r"|indstillingspunkt(?:erne)?) ?(?P<n>(?:\d{1,2} ?[a-z]?|[a-z])\b(?: ?(?:[-–]|og|,) ?\d{1,2})*)",
    re.IGNORECASE,
)
SUBJECT = re.compile(
    r"\b(?:om ?,?\sat|om|at|:)\s(?P<what>(?!\d{1,2} (?:stemmer? )?(?:for|i?mod|ja|nej)\b|(?:for|imod|ja|nej)\b)"
    r"(?:[^.:;\n·]|\n(?!\n)){8,200}?)(?=,?\s(?:blev|er|bliver|faldt|falder"
    r"|forkast|vedt)\b|[.;:]|\n\n|$)",
    re.IGNORECASE,
)
VOTING = re.compile(r"\bstem(?:te|mer|t)\b", re.IGNORECASE)
SUBORDINATE = re.compile(r"\W*(?:efter at|da|idet|eftersom|ud over|udover|foruden)\b[^,.;:]{3,120},", re.IGNORECASE)
PUT_FORWARD = re.compile(
    r"\b(?:der )?(?:blev|er|var) (?:\w+ )?(?:stillet|fremsat|fremlagt|fremkommet) (?:et "
    r"|følgende )?forslag\b"
    r"|\bdet blev (?:\w+ )?foreslået\b|\bder forelå (?:et |følgende )?forslag\b",
    re.IGNORECASE,
)
FOLLOWS = re.compile(
    r"\bat (?:\w+s )?indstilling(?:en|erne)?(?: (?:blev|bliver))? ?(?:godkend\w*|tiltr\w*"
    r"|følg\w*|vedtag\w*|anbefal\w*)",
    re.IGNORECASE,
)
