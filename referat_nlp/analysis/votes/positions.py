"""Where voters stand, told without 'stemme': what supporters, opponents and those who hold back are said to do.

Each table holds families of predicates, in the tenses and orders that minutes have them in. Their kinds are
those of the lexicon in :mod:`.words`, before which they are tried: 'tager først stilling' is more than 'tager'.
"""

from __future__ import annotations

import re

from ...danish.numbers import NUMBER

_ADVERB = (
    r"(?:dog|derfor|også|herefter|derefter|ligeledes|således|fortsat|stadig|samlet|imidlertid|så|selv|dermed"
    r"|derimod|desuden|endvidere|heller|alligevel|her|nu|meget|helt|stærkt|dybt|klart|principielt|som udgangspunkt)"
)
_ADVERBS = rf"(?: {_ADVERB}){{0,2}}"
_BE = r"(?:er|var|erklære(?:r|de) sig)"
_THEIR = r"(?:sin|sit|deres|en|et)"
_HAND = rf"(?:rakte|rækker|rakt|løftede|løfter) (?:{_THEIR} )?(?:hånd(?:en|ende)?|hænder(?:ne)?)(?: op| i vejret)?"
_PROPOSED = (
    r"(?:udsættelse|udskydelse|indstilling|forslag|ændringsforslag|anbefaling|oplæg|beslutning|afgørelse|flertal|plan"
    r"|aftale)\w*"
)
_HIGHER = (
    r"(?:i|på|ved|under|når|inden|før|senere|til (?:sagen|mødet|budget\w*|behandling\w*|byrådsmødet)|frem mod|efter)\b"
)

# What refuses to join, in the infinitive behind 'kan ikke'.
_JOIN = (
    r"(?:lægge (?:stemmer?|navn) til|stille sig bag|slutte op|se sig (?:selv )?i|billige|indgå i|sige ja"
    r"|give sin tilslutning"
    r"|medunderskrive|leve med|gå med (?:til|på)|gå videre med|tilslutte|tage ansvar|bære|indgå aftale|medvirke"
    r"|forsvare)"
)
_JOINING = (
    r"(?:anbefale|tiltræde|godkende|støtte|tilslutte sig|stemme for|bakke op|gå ind for|medvirke|acceptere|følge)"
)
_MODAL = r"(?:kan|kunne|vil|ville|ønsker|ønskede)"

_FOR = (
    rf"{_HAND} for\b",
    rf"{_HAND}\b(?! i?mod)(?= for\b|\s?[.,;(]| til fordel)",
    r"(?:trykkede|trykker|trykket) (?:på )?(?:ja|grønt)\b",
    rf"(?:sagde|siger|sagt|svarede|svarer|meldte|nikkede|takkede|takker){_ADVERBS} ja\b(?: tak)?",
    r"(?:afgav|afgiver|afgivet) (?:\w+ )?ja-?stemmer?\b",
    rf"{_BE}{_ADVERBS} (?:tilhængere? af|fortalere? for|med på|stemt for|positivt? indstillede?)\b",
    r"(?:stod|står|stået|stillede sig|stiller sig)\b(?! (?:\w+ )?ikke) (?:\w+ )?bag\b(?! i\b)",
    r"(?:sluttede|slutter) op (?:om|bag)\b",
    r"(?:gik|går|gået) med (?:på|til)\b",
    r"markerede (?:sig )?for\b",
    r"(?:gav|giver|givet) (?!ikke)(?:\w+ ){0,2}(?:sin|deres) (?:stemme|tilslutning|støtte|opbakning)\b",
)
_SUPPORT = (
    r"(?:bakke(?:r|de|t)|støtte(?:r|de|t)) (?!ikke)(?:\w+ ){1,2}op\b",
    rf"(?:fulgte|følger) (?:\w+ )?{_PROPOSED}",
    r"(?:erklærede|erklærer) sig (?:for|enige?)\b",
    r"(?:tilkendegav|udtrykte|gav udtryk for) (?:støtte|tilslutning|opbakning)\b",
)
_AGAINST = (
    rf"{_HAND} i?mod\b",
    r"(?:trykkede|trykker|trykket) (?:på )?(?:nej|rødt)\b",
    rf"(?:sagde|siger|sagt|svarede|svarer|meldte|rystede|takkede|takker){_ADVERBS} (?:blankt )?nej\b(?: tak)?",
    rf"(?:fastholdt|fastholder|stod (?:fast )?(?:på|ved)|holdt fast (?:i|ved|på)|blev ved) {_THEIR} (?:nej"
    rf"|modstand|nej-stemme)\b",
    r"(?:satte|sætter|stillede|stiller|vendte|vender) sig (?:op )?i?mod\b",
    rf"{_BE}{_ADVERBS} modstandere? af\b",
    rf"{_BE}{_ADVERBS} på den anden side\b",
    r"markerede (?:sig )?i?mod\b",
    r"(?:afgav|afgiver|afgivet) (?:\w+ ){0,2}(?:stemmer? i?mod|modstemmer?|nej-?stemmer?)\b",
    r"(?:er|var) (?:den |de )?eneste? (?:modstandere?|nej-?stemmer?)\b",
    r"(?:er|var) (?:den |de )?eneste?,? (?:der|som) (?:stemmer|stemte|siger|sagde|anbefaler|anbefalede|er|var|går|gik) "
    r"(?:nej|i?mod)\b",
    r"(?:stemte|stemmer) (?:\w+ )?ikke for\b",
    r"havde (?:stemt|sagt) nej\b",
)
_DECLINED = (
    rf"{_BE}{_ADVERBS} (?:uenige?|ikke{_ADVERBS} enige?)\b|ikke (?:er|var) enige?\b",
    rf"{_BE}{_ADVERBS} (?:kritiske?|skeptiske?) over ?for\b(?= (?:beslutning|afgørelse|indstilling|forslag))",
    rf"(?:tager|tog|har taget|måtte tage){_ADVERBS} afstand\b(?: (?:fra|herfra))?",
    r"(?:delte|deler) ikke (?:\w+ ){0,3}(?:opfattelse|vurdering|holdning|syn\w*)",
    rf"{_MODAL}{_ADVERBS} (?:ikke|heller ikke){_ADVERBS} (?:at )?{_JOIN}\b",
    rf"ikke{_ADVERBS} {_MODAL} {_JOIN}\b",
    r"(?:bakke(?:r|de)|slutte(?:r|de)|går|gik|står|stod|stille(?:r|de) sig|tilslutte(?:r|de) sig|følger|fulgte"
    rf"|anerkend(?:er|te)) (?:{_ADVERB} )?ikke (?:op\b|ind for\b|bag\b|(?:\w+ )?{_PROPOSED})",
    r"protestere(?:r|de)\b|(?:nedlagde|nedlægger|gjorde|gør|rejste|rejser) indsigelse\b",
    rf"(?:ser|så) sig(?: selv)? ikke i stand til at {_JOINING}\b|fandt ikke at kunne {_JOINING}\b",
    rf"{_BE}{_ADVERBS} ikke indforstået med\b",
    rf"(?:noterede|fik noteret|lod notere|tilkendegav|udtrykte|udtrykker|gav udtryk for|meldte) {_THEIR}? ?"
    r"(?:uenighed|modstand|utilfredshed)\b",
    rf"(?:fastholdt|fastholder) {_THEIR} (?:uenighed|indvending\w*|indsigelse\w*|kritik|modstand)\b",
    r"(?:beklage(?:r|de)|misbillige(?:r|de)) (?:beslutningen|afgørelsen|udfaldet|flertallets)\b",
)
_RESERVED = (
    rf"(?:tager|tog|vil tage|ville tage|gør|gjorde|vil gøre|træffer|traf|oplyser|meddeler|tilkendegiver|giver"
    rf"|afgør){_ADVERBS} først\b"
    r"(?: (?:endeligt?|sin|deres|sig)){0,2} (?:stilling|holdning|mening|beslutning|stemme|om)\w*(?: (?:op"
    r"|til kende))?",
    rf"(?:tager|tog|vil tage|ville tage){_ADVERBS} (?:endnu ikke|ikke endnu) (?:endeligt? )?stilling\b",
    rf"(?:tager|tog|vil tage|ville tage){_ADVERBS} ikke (?:endeligt? )?stilling\b"
    r"(?=[^.;]{0,30}\b(?:før|inden|endnu|nu|førend|på nuværende)\b)",
    rf"(?:har|havde){_ADVERBS} (?:endnu )?ikke (?:endnu )?(?:taget (?:endelig )?stilling"
    rf"|truffet (?:en )?(?:endelig )?beslutning"
    r"|lagt sig fast)\b",
    r"vente(?:r|de)? (?:dog )?med (?:at (?:tage|give|oplyse|beslutte|meddele|gøre|træffe|binde|afgive)\b"
    rf"|{_THEIR} (?:endelige )?(?:stilling|holdning|stemme)\w*|stilling\w*)(?: (?:endelig )?stilling)?",
    rf"(?:udskyder|udskød|gemmer|gemte|udsætter|udsatte|afventer|afventede) {_THEIR} (?:endelige )?(?:stilling"
    rf"|stemme|svar)\w*",
    rf"(?:tager|tog|vil tage|ville tage|tage) (?:(?:endeligt?|sin|deres) )?stilling(?: til (?:sagen|forslaget"
    rf"|det|indstillingen))?,? {_HIGHER}",
    r"(?:holder|holdt) (?:sig )?(?:(?:sin|deres) )?stilling\w* (?:åben|fri)\b",
    r"(?:lod|lader) (?:sin|deres|sit) (?:stilling|standpunkt|holdning)\w* stå åbent?\b",
    r"vil(?:le)? først (?:melde|tage|give|træffe|afgøre|oplyse|meddele)\b",
    r"afvente(?:r|de)? med (?:sin|deres) (?:endelige )?(?:stilling|holdning)\w*",
    r"(?:vil|ville) afvente\b",
    r"(?:er|var|stille(?:r|de) sig|forhold(?:er|t) sig) afventende\b",
    r"(?:ser|så) tiden an\b|(?:vil|ville|ønske(?:r|de)(?: sig)?) (?:gerne |at )?(?:(?:have|få|bruge) )?(?:mere "
    r"|længere )tid\b"
    r"|(?:vil|ville) (?:gerne )?tænke (?:\w+ )?over\b",
    r"(?:bad om|ønske(?:r|de)(?: sig)?|udbad sig|udbeder sig|tager sig|tog sig) betænkningstid\b",
    r"(?:vender|vendte|vil vende) tilbage med (?:sin|deres|en) (?:endelige? )?(?:stilling|holdning"
    r"|tilkendegivelse)\w*",
    r"(?:binder|bandt) sig (?:endnu )?ikke|(?:vil|ville) (?:endnu )?ikke binde sig|(?:er|var) endnu ikke afklaret\w*",
    rf"(?:oplyser|meddeler|meddelte|tilkendegiver|afgiver) (?:sin|deres) (?:endelige )?(?:stilling|holdning"
    rf"|stemme)\w* {_HIGHER}",
    r"(?:skal|vil|ville|måtte|ønske(?:r|de) at|skulle) (?:først )?(?:drøfte|vende|diskutere|tale) (?:sagen|det"
    r"|forslaget|spørgsmålet)"
    r"? ?(?:i|med) (?:gruppen|partiet|baglandet|(?:sit|deres) bagland|(?:sin|deres) gruppe|byrådsgruppen)",
    r"(?:forbehold(?:er|t)|reservere(?:r|de)) (?:sig )?(?:\w+ )?(?:stilling\w*|ret\w*|holdning\w*)",
)
_ABSTAINED = (
    r"ønske(?:r|de) (?:dog )?ikke at (?:stemme|afgive (?:sin |deres )?stemmer?|deltage i afstemningen)\b",
    r"lod være (?:med )?at stemme\b",
    r"(?:var|er|blev|forblev|stod|blev afleveret) blanke?\b",
    rf"(?:{_BE}|forblev|forhold(?:er|t) sig|stille(?:r|de) sig|holdt sig) neutralt?e?\b",
    r"(?:holdt|holder) sig (?:uden ?for(?: afstemningen)?|tilbage)\b",
    r"(?:afgav|afleverede|afgiver) (?:(?:en |\w+ )?blanke? (?:stemmer?|stemmesed(?:del|ler)|sed(?:del|ler))"
    r"|den blanke)\b",
)
# Who made up a side.
_CAME = r"(?:kom fra|var|er|blev afgivet af|er afgivet af|faldt fra|stammede fra|tilhørte|tilhører|udgjordes af)"
_CONSISTED = r"(?:bestod af|består af|udgjordes af|udgøres af|omfattede|omfatter|talte|tæller|var|er|hed)"
_IN_IT = r"(?:var|er|hørte|hører|indgik|indgår|sad|befandt sig|talte|tæller)"
_FOLLOWS = r"(?= (?:også |foruden |alene |kun )?(?:(?:gruppe|liste|partie[tr]ne?|grupperne) )?(?-i:[A-ZÆØÅ(]))"
_STANDS_FOR = (
    rf"(?:stemme(?:n|rne)|(?:de )?\w+ stemmer|ja-?sigerne|hænderne) for {_CAME}{_FOLLOWS}",
    rf"(?:ja-?stemme(?:n|rne)|ja'?erne) (?:\w+ )?{_CAME}{_FOLLOWS}",
    rf"bag (?:flertallet|{_PROPOSED}) (?:stod|står|var){_FOLLOWS}",
    r"flertal for \w+(?= ?: ?(?-i:[A-ZÆØÅ]))",
    r"bakke(?:t|s|des) op af (?=\S)",
    rf"ja (?:sagde|siger|svarede)(?:{_FOLLOWS}|(?= {NUMBER}\b))",
    rf"for {_PROPOSED} (?:var|er|stod)(?:{_FOLLOWS}|(?= {NUMBER}\b))",
    rf"(?:i|til) flertal(?:let)? {_IN_IT}{_FOLLOWS}",
    rf"(?:de |den )?{NUMBER} ja {_CAME}{_FOLLOWS}|ja-siden {_CONSISTED}{_FOLLOWS}",
    rf"flertallet(?: på {NUMBER})?,? (?:(?:som|der) )?{_CONSISTED}{_FOLLOWS}",
    rf"ja(?:-?stemmer?)? fra(?:{_FOLLOWS}|(?= alle\b))",
    rf"tilhængerne {_CAME}{_FOLLOWS}",
)
_STANDS_AGAINST = (
    rf"(?:stemme(?:n|rne)|(?:de |den )?\w+ stemmer?|den ene|de \w+) i?mod {_CAME}{_FOLLOWS}",
    rf"(?:modstemme(?:n|rne)|nej-?stemme(?:n|rne)|nej'?erne|nejet|modstanden|modstander(?:en|ne)) {_CAME}{_FOLLOWS}",
    rf"(?:i|til) mindretal(?:let)? {_IN_IT}{_FOLLOWS}",
    rf"(?:de |den )?{NUMBER} nej {_CAME}{_FOLLOWS}|nej-siden {_CONSISTED}{_FOLLOWS}",
    rf"mindretallet(?: på {NUMBER})?,? (?:(?:som|der) )?{_CONSISTED}{_FOLLOWS}",
    rf"(?:nej(?:-?stemmer?)? fra|men ikke (?:fra|af|hos)){_FOLLOWS}",
    r"flertal i?mod \w+(?= ?: ?(?-i:[A-ZÆØÅ]))",
    rf"nej (?:sagde|siger|svarede)(?:{_FOLLOWS}|(?= {NUMBER}\b))",
    rf"i?mod {_PROPOSED} (?:var|er|stod)(?:{_FOLLOWS}|(?= {NUMBER}\b))|imod er{_FOLLOWS}",
)
_STANDS_ABSTAIN = (rf"(?:den |de )?(?:\w+ )?blanke? (?:stemme(?:n|r|rne)?|seddel|sedler) {_CAME}{_FOLLOWS}",)
_MAKES_UP = (
    r"(?:udgør|udgjorde|dannede|danner|tegnede|tegner|tilhørte|tilhører|var"
    r"|er) (?:\w+ )?(?:(?:i )?(?:flertallet|mindretallet)"
    r"|(?:et|i) (?:flertal|mindretal))\b(?! (?:på|for|imod|med|bag)\b)",
)
# 'De to var Bo Lind og Per Ek': which side that is, the counts before tell.
_THOSE = (
    rf"(?:de|den|det) (?P<n>{NUMBER}|ene)(?:(?: (?:medlemmer|medlem|stemmer|stemme))? {_CAME}|,){_FOLLOWS}",
    rf"(?<=, )de {NUMBER} fra{_FOLLOWS}",
)
_SAME = (
    r"(?:og )?(?:det )?(?:samme|ligeså) (?:gjorde|gør|gjaldt|gælder)(?: (?:også|for))?|det gjorde (?:også"
    r"|ligeledes|tillige)|ligesom"
    r"(?= (?-i:[A-ZÆØÅ]))",
)
_DID_TOO = (r"gjorde (?:det samme|ligeså|tilsvarende)\b|fulgte trop\b|sluttede sig hertil\b",)
_DID_NOT = (r"gjorde (?:det )?ikke(?=\s?(?:[.,;]|$))",)

_KINDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("reserve", _RESERVED),
    ("abstain", _ABSTAINED),
    ("those", _THOSE),
    ("stands_for", _STANDS_FOR),
    ("stands_against", _STANDS_AGAINST),
    ("stands_abstain", _STANDS_ABSTAIN),
    ("makes_up", _MAKES_UP),
    ("oppose", _AGAINST),
    ("decline", _DECLINED),
    ("assent", _FOR),
    ("favour", _SUPPORT),
    ("same", _SAME),
    ("did_too", _DID_TOO),
    ("did_not", _DID_NOT),
)
POSITIONS = re.compile(
    r"\b(?:" + "|".join(f"(?P<{kind}>{'|'.join(patterns)})" for kind, patterns in _KINDS) + ")", re.IGNORECASE
)
# What each of them has one of: other sentences cost no more than this search.
HINT = re.compile(
    r"(?<!ind)stilling|stemme|betænk|afventende|tilbage med|afklaret|binde\w* sig|bandt|bagland|gruppe|partiet"
    r"|blank|neutral"
    r"|sedd?e?l|\bførst\b|\btid\b|tiden an|tænke|holdt|holder|flertal|mindretal|enig|afstand|dele\w*|protest|modstand"
    r"|utilfreds|indvend|indsig|kritik|kritisk|skeptisk|beklage|misbillig|anden side|mod\b|\bfor\b|\bnej|\bja\b"
    r"|\bop\b|\bbag\b|hånd|hænder|tilhænger|fortaler|med (?:på|til)|indstillede?|følger|fulgte|støtte|tilslutning"
    r"|ikke|stå åben|samme|gjorde|\bde \w+,|, de \w+ fra|eneste|siderne|ligeså|ligesom|tilsvarende|trop|hertil"
    r"|\b(?:den|de|det) \w+ (?:\w+ )?(?:var|er|kom)\b",
    re.IGNORECASE,
)
# What some wanted, set against others of the same sentence: '7 gik ind for det, mens 6 ville behandle sagen nu'.
WISHES = frozenset(
    ("ville", "vil", "foretrak", "foretrækker", "holdt", "holder", "pegede", "peger", "valgte", "vælger", "hældede",
     "ønskede", "ønsker", "så", "ser")
)  # fmt: skip
# Whoever is counted as one of few has voted.
ONLY = frozenset(("kun", "alene", "blot", "udelukkende", "bare"))
# What somebody wishes to do that is no wish for the case.
ASKING = frozenset(("høre", "vide", "spørge", "gerne", "bemærke", "sige", "rose", "takke", "orientere"))
REFUSING = ("afvis", "afslå", "forkast", "standse", "stoppe")
# What leads from a counted vote to those who cast it: '13 ja, fordelt på A (9) og F (4)'.
INTRODUCING = frozenset(("i", "ialt", "fordelt", "nemlig", "afgivet", "alle", "det"))
NAMES_FOLLOW = frozenset(
    (
        "afgivet af",
        "fordelt på",
        "fordelt mellem",
        "nemlig",
        "det var",
        "alle fra",
        "afgivet fra",
        "fra",
        "heraf alle",
        "sidste fra",
    )
)
