"""The words of the ballot grammar: what a sentence about a vote is made of."""

from __future__ import annotations

import re

from ...danish.dates import MONTH
from ...danish.numbers import NUMBER

UNIT = (
    r"(?:stemmer?\b|st\.|stemmetal\b|(?:[\wæøå]{0,25}s)?medlem(?:mer(?:ne)?)?\b|medl\."
    r"|mandater?\b|(?:stemme)?sed(?:del|ler)\b|hænder\b|rådmænd\b|personer\b|politikere\b|repræsentanter\b"
    r"|tilstedeværende\b)"
)
_ADVERB = (
    r"(?:dog|derfor|også|herefter|derefter|ligeledes|således|alene|kun|begge|alle|derimod|fortsat"
    r"|samlet|imidlertid"
    r"|til gengæld|enstemmigt|ikke overraskende|så|selv|herved|dermed|omvendt|hver|desuden|endvidere|igen)"
)
_VOTE_AT = r"at (?:stemme|afgive (?:sin |deres )?stemme|tage stilling|deltage i (?:selve )?afstemningen)\b"

# In this order: what comes first wins where two begin at one place.
_LEXICON: tuple[tuple[str, str], ...] = (
    # Whole predicates of the side they name.
    (
        "abstain",
        r"(?:anbefaler |støtter )?hverken(?: (?:stemte |stemmer )?for eller i?mod\b| ja eller nej\b|[ /-]+eller\b"
        r"| det ene eller det andet\b)"
        rf"|(?:stemte |stemmer )?(?:gav |giver )?(?:{_ADVERB} )?ikke (?:\w+ ){{0,2}}til nogen af siderne\b"
        rf"|un?dl+[oø][dt]\b(?: {_ADVERB}){{0,2}}"
        rf"(?: fra)?(?: {_VOTE_AT}| stillingtagen)?(?! at \w)|(?:valgte at )?undla(?:der?|dt|delser?)\b"
        rf"(?: {_ADVERB}){{0,2}}(?: fra)?(?: {_VOTE_AT}| stillingtagen)?(?! at \w)"
        rf"|afst(?:od|år|ået)\b(?: {_ADVERB})?(?: fra (?:{_VOTE_AT}|afstemning(?:en)?"
        r"|stillingtagen))?(?! fra at)"
        rf"|afhold(?:t|er) sig\b(?: {_ADVERB})?(?: (?:fra|for) (?:{_VOTE_AT}|afstemning\w*"
        r"|stemmeafgivning\w*))?"
        r"|stem(?:te|mer) ikke\b(?! (?:for|i?mod|nej|ja)\b)"
        r"|tog ikke stilling\b"
        r"|ej stemt\b(?= ?:)|afgav (?:en )?blanke? stemmer?\b|har undladt\b(?: at stemme)?",
    ),
    (
        "stands_for",
        r"(?:der )?(?:tilslutning|opbakning|støtte(?:t|s|des|n)?|bifald(?:et)?|gehør|følgeskab|medhold|anbefaling"
        r"|(?:ja-?)?stemmer(?:ne)?)(?: til \w+)? (?:fra|af|hos) "
        r"(?=\S)|ja-?stemme(?:n|r|rne)(?:(?: blev| er)? (?:kom|afgivet|var|udgjordes|faldt)(?: (?:fra"
        r"|af))?|(?= ?:))"
        r"|flertal for\b(?= ?:)",
    ),
    (
        "stands_against",
        r"i?mod (?:stemmer(?:ne)?|stemmen) fra (?=\S)|modsat(?:tes|t)? af (?=\S)"
        r"|nej-?stemme(?:n|r|rne)(?:(?: blev| er)? (?:kom|afgivet|var|udgjordes|faldt)(?: (?:fra|af))?"
        r"| (?:fra|af)(?= )|(?= ?:))"
        r"|mindretal i?mod\b(?= ?:)",
    ),
    (
        "stands_abstain",
        r"(?:de |den )?blanke? stemme(?:n|r|rne)? (?:kom|blev afgivet|er afgivet|var) (?:fra|af) (?=\S)",
    ),
    # Who did it, behind a participle: 'godkendt af', 'afvist af'.
    (
        "agent",
        r"(?<!som )(?:indstilles|godkendt|godkendes|anbefale[ts]|tiltrådt|tiltrædes|vedtage[ts]|støttes|støttet"
        r"|bifaldet|bifaldes"
        r"|forkastet|forkastes|afvist|afvises|nedstemt|stemt ned|modarbejdet)(?: (?:over for|til) \w+"
        r"| (?!undtagelse\b)\w+){0,2}? "
        r"af(?: partierne| medlemmerne| grupperne)? (?=\S)",
    ),
    (
        "decline",
        rf"(?:(?:kan|kunne|vil|ville|ønsker|ønskede|kunde) (?:{_ADVERB} ){{0,2}}ikke"
        rf"|{_ADVERB}? ?ikke (?:kan|kunne"
        r"|vil|ville)) (?:at )?(?:anbefale|tiltræde|godkende|støtte|tilslutte sig|stemme for|bakke"
        r"|gå ind for"
        r"|medvirke|medstemme|acceptere|være med|bifalde|stå bag|følge)\w*"
        r"|ønske[rd]e? (?:\w+ ){1,2}(?:afvist|forkastet|nedstemt|afslået)\b"
        r"|ikke (?:anbefale|tiltræde|støtte|tilslutte sig|stemme for|bakke op|gå ind for|medvirke"
        r"|acceptere|bifalde)\b",
    ),
    ("refuse", r"(?:kan|kunne|vil|ville) ikke\b(?= ?(?:[.,;]|$))"),
    (
        "reserve",
        r"(?:tager|tog|tages|har taget|tager dog|udtrykte|havde|med(?! forbehold (?:fra|af) ))(?: (?:dog|derfor|det"
        r"|et|sit|deres|også|ligeledes|fortsat|foreløbigt?|midlertidigt?"
        r"|generelt)){0,2} "
        r"forbehold\b|(?:forbeholde?r?|forbeholdt|reserverer|reserverede) (?:\w+ )?(?:sig\b"
        r"|deres stilling\w*|sin stilling\w*)"
        r"|afvente(?:r|de) (?:sin |endelig |deres |\w+ og )?(?:stilling|med at tage|gruppemøde|behandlingen i)"
        r"|(?:meddeler|tilkendegiver|meddelte|oplyser) (?:sin|deres) "
        r"(?:endelige )?stilling(?:tagen)? (?:i|på|til)\b",
    ),
    ("reserve_of", r"forbehold (?:fra|af|tages af|taget af)(?: :)? (?=[A-ZÆØÅ(])"),
    (
        "dissent",
        r"(?:fastholder|fastholdt|fremsætter|fremsatte|afgav|afgiver|har afgivet|har|havde|udtrykte"
        r"|bad om at få)(?: \w+){0,2} (?:særindstilling|afvigende mening|særstandpunkt"
        r"|mindretalsindstilling)"
        r"(?: (?:ført|tilført) [^.;]{0,40})?"
        # 'ønskede sin afvigende mening ført til protokols', 'fik sit særstandpunkt tilført protokollen'
        r"|(?:ønskede|ønsker|fik|lod|begærede|begærer|forlangte)(?: at få)?(?: \w+){0,2} (?:særindstilling"
        r"|afvigende mening|særstandpunkt)(?: \w+)? (?:(?:til|ind|an)?ført|noteret|optaget|protokolleret)\b"
        r"[^.;,]{0,40}",
    ),
    (
        "dissent_of",
        r"(?:særindstilling|afvigende mening|særstandpunkt|dissens)(?:en)? (?:fra|af|ved) (?=[A-ZÆØÅ(])"
        r"|dissens ?: ?(?=\S)",
    ),
    (
        "oppose",
        rf"(?:går|gik|er|var|talte)(?: {_ADVERB})? i?mod\b(?! \d)|modsatte sig\b|modsætter sig\b"
        r"|fraråder\b|frarådede\b|forkaster\b|forkastede\b|afviser\b|afviste\b|vendte sig i?mod"
        r"|sagde nej\b|siger nej\b"
        r"|afgav (?:en )?nej-?stemmer?\b",
    ),
    (
        "vote",
        r"(?:har |havde )?stem(?:te|mer|t)\b(?: stem(?:te|mer)\b)?(?! (?:ned|om)\b)"
        r"|(?<=\bfor )var\b|(?<=herfor )var\b|(?<=mod )var\b|afgav\b(?= \S+ ?\S* stemmer?\b)"
        r"|(?:der )?(?:afgaves|afgives|blev (?:der )?afgivet|er (?:der )?afgivet|faldt(?= (?:der )?\S+ stemmer?\b)"
        r"|stemtes|stemmes)\b(?! (?:ned|om|af)\b)"
        r"|udtal(?:te|er) sig\b(?= \w+ medlem)",
    ),
    (
        "favour",
        r"(?:anbefaler|anbefalede|godkender|godkendte|tiltræder|tiltrådte|støtter|støttede|vedtog|vedtager"
        r"|tilslutter sig|tilsluttede sig|indstiller|indstillede|besluttede|beslutter"
        r"|bakker op|bakkede op|bifalder|bifaldt|følger|giver|kan anbefale|kunne anbefale"
        r"|kan støtte|kunne støtte|kan tiltræde|kunne tiltræde|kan godkende|kunne godkende"
        r"|kan tilslutte sig"
        r"|kunne tilslutte sig|tilkendegav)\b"
        r"(?P<not> (?:(?:det|den|dem|dette|denne|herfor|forslaget|indstillingen|sagen) )?"
        r"(?:dog )?ikke\b)?",
    ),
    (
        "assent",
        r"(?:sagde ja|siger ja|(?:går|gik|gået) ind for|ind for|stemte ja)\b"
        r"|(?:er|var|talte)(?: dog)? for\b"
        r"(?=\s?(?:[.,;()]|$|og\b|mens?\b|medens\b|den\b|forslaget|indstillingen|dette|\w+(?:en|et|erne)[.,;]"
        r"|\w+(?:en|et|erne|else) \())",
    ),
    ("gets", r"(?:opnåede|opnår|fik|får|samlede|samler|samle|modtog|høstede|hentede)\b"),
    (
        "side",
        r"(?:herfor|herimod|hertil|derimod(?= stem)|derfor(?= stemte (?!for|i?mod))|i ?mod|mod|for|blankt?"
        r"|blanke|ja(?:-?stemmer?)?|nej(?:-?stemmer?)?)\b(?!-)",
    ),
    # Somebody speaks or moves; what follows is what he said.
    (
        "moves",
        r"(?:foreslog|foreslår|foreslås|stillede|stiller|fremsatte|fremsætter|fremlagde|fremlægger"
        r"|rejste|androg"
        r"|begærede|begærer|anmodede|krævede|kræver|forlangte)\b|om, at\b",
    ),
    (
        "says",
        r"(?:lod (?=(?:til)?føre\b)|bad|bemærkede|bemærker|udtalte|udtaler|oplyste|orienterede|spurgte|opfordrede"
        r"|redegjorde"
        r"|tilføjede"
        r"|begrundede|anførte|gjorde|understregede|mener|mente|noterede|ønskede|ønsker)\b"
        r"|med (?:den |følgende |fælles |en |de )?(?:bemærkning|begrundelse|motivering|kommentar)\w*\b"
        r"(?!,? at (?:byråd|magistrat|regionsr|kommunalb|borgerrep|udvalget))|med henvisning"
        r"|med ønske om",
    ),
    (
        "result",
        r"(?:forkastet|forkastedes|vedtaget|vedtoges|godkendt(?:es)?|tiltrådt|afvist|nedstemt|faldt|bortfaldt"
        r"|antaget|antoges|bifaldt|anbefale[ts])\b",
    ),
    ("explains", r"(?:idet|da|fordi|eftersom|pga\.?|på grund af|hvorfor)\b"),
    ("resumes", r"(?:mens|medens|hvorimod)\b"),
    ("except", r"(?:med undtagelse af|undtagen|på nær|bortset fra|eksklusive?|minus|undtaget) (?=[A-ZÆØÅ(])"),
    ("relative", r"(?:som (?:den|de) eneste(?: parti)?|der|som|hvoraf|heraf|begge|alle)\b"),
    ("adverb", rf"{_ADVERB}\b"),
    ("and", r"(?:og|samt)\b"),
)  # fmt: skip
LEXICON = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _LEXICON), re.IGNORECASE)

MAJORITY = re.compile(
    r"(?:(?:et|det|udvalgets|byrådets)\s+)?(?:\w+\s+)?(?P<which>flertal|mindretal)(?:let)?\b(?!s)",
    re.IGNORECASE,
)
EVERYONE = re.compile(
    r"(?:alle|samtlige)(?! (?:øvrige|andre|de øvrige))\b(?: (?:tilstedeværende|partier|medlemmer|partierne"
    r"|medlemmerne|stemmer|grupper|byrådsmedlemmer|udvalgsmedlemmer|i udvalget|i byrådet|fremmødte"
    r"|mandater)){0,2}"
    r"|hele (?:udvalget|byrådet|kommunalbestyrelsen)\b",
    re.IGNORECASE,
)
REST = re.compile(
    r"(?:(?:alle )?(?:de|det|den)(?: (?P<n1>" + NUMBER + r"))? (?:øvrige|resterende|andre|tilbageværende)|resten"
    r"|(?:alle )?øvrige|alle andre)\b(?: (?:af )?(?:medlemmer\w*|partier\w*|udvalget|byrådet|grupper\w*"
    r"|kommunalbestyrelsen|rådet)){0,2}",
    re.IGNORECASE,
)
COUNT = re.compile(
    rf"(?P<n>e[nt] enkelt|intet medlem|{NUMBER})(?:\s?(?P<unit>{UNIT}))?"
    rf"(?: (?:ud )?af (?:\w+s |de )?(?:i alt )?{NUMBER} (?:fremmødte |tilstedeværende )?(?:medlemmer|stemmer)?"
    rf"| (?:af|i) (?:udvalget|byrådet|udvalgets|byrådets|kommunalbestyrelsen)s?\b(?: medlemmer)?)?",
    re.IGNORECASE,
)
NUMBER_WORD = re.compile(r"[eéntfsoiah]\w{1,14}\b", re.IGNORECASE)
GROUP_INITIALS = "edubfmårøash"
# Words in lower case that a list of voters may begin with.
LEADS = re.compile(
    r"løsgænger|rådm|rådkv|borgm|overb|viceb|formand|forperson|næst|medlem|byrådsm|udvalgsm|udvalgsf|parti|grupp|liste"
    r"|hele|både|samtlige|alle|repræs|byrådsg|suppl|stedf|ordf|nemlig|dels|fungerende|første|anden|konst"
    r"|politisk|det |den |de "
)
# What stands before a number that counts no votes, and behind it.
NOT_COUNTED = re.compile(
    r"(?<![\wæøå])(?:§|§§|\w{0,24}punkt(?:er|erne|et)?|pkt\.?|nr\.?|stk\.?|kl\.?|den|d\.|ad|sag|side|s\.|bilag"
    r"|model|dot|kapitel|kap\.|(?-i:At)|scenari[eo]\w*|alternativ|variant|løsning|placering|version"
    r"|etape|zone|fase|ansøgning|gruppe|dagsordenspunkt|til|under|fra|om|i)\s*$",
    re.IGNORECASE,
)
NOT_VOTES = re.compile(
    r"\s*(?:for [eé]n\b|mio|mia|kr\b|kr\.|pct|%|m2|m²|km|meter|år\b|årige|uger?|dage?|måneder|timer"
    r"|minutter|ugers|dages|°"
    rf"|\.?\s?{MONTH}\b"
    r"|[.:/]\d|-\d{2,}|høringssvar|grunde|pladser|boliger|borgere|elever|børn|procent|promille|t\.kr"
    r"|tkr|konti|gange?)",
    re.IGNORECASE,
)
WEAK_NUMBER = re.compile(r"(?:en|et|een|eet|én|ét|eén)$", re.IGNORECASE)
GLUE_GROUP = re.compile(
    r"[ ]?[,:–-]?[ ]?(?:i (?:udvalget|byrådet|\w+en),? )?(?:bestående af|som består af|der består af"
    r"|udgjort af|udgøres af"
    r"|nemlig|fra|af|på|med)?[ ]?:?[ ]?(?=\S)",
    re.IGNORECASE,
)
GLUE_NUMBER = re.compile(
    r"[ ]?(?:[:=–-]|, nemlig|nemlig|fra|af|bestående af|, heriblandt)?[ ]?(?=[A-ZÆØÅ(\[])", re.IGNORECASE
)
VOTED_NUMBER = re.compile(r"\bstem(?:te|mer)\s+\w{1,10}$", re.IGNORECASE)
BRACKET_COUNT = re.compile(
    rf"[(\[]\s?(?:i alt |ialt |tilsammen )?(?P<n>{NUMBER})(?:\s?{UNIT})?\s?(?P<gap>[)\]:,;–-])\s?",
    re.IGNORECASE,
)
TAIL_COUNT = re.compile(
    rf"\s?(?:[,–-]\s?)?(?:(?:(?:med )?(?:i alt|ialt|tilsammen|samlet)|med|på|=) (?P<n1>{NUMBER})"
    rf"(?:\s?{UNIT}|(?=\s?(?:[.,;)\n–-]|$|for\b|i?mod\b|stem|støtte|har\b|kan\b|undl|gik\b|anbefal|indstil|ønsk)))"
    rf"|(?P<n2>{NUMBER})\s{UNIT}(?=\s?(?:[.,;:)\n]|$|og\b))|(?<![,–-])[ ](?P<n3>{NUMBER})\s{UNIT})",
    re.IGNORECASE,
)
DASHED = re.compile(
    r"(?<![\d.,/§-])(?P<first>\d{1,2})\s?(?P<dash>[-–]|til|/)\s?(?P<second>\d{1,2})(?![\d]|[.,/:-]\d"
    r"|\s?(?:%|kr|mio"
    r"|år|uger|/))"
)
DASHED_BEFORE = re.compile(
    r"(?:stem\w*|vedtage[tn]|godkendt|forkastet|nedstemt|tiltrådt|anbefale[ts]|afvist|flertal"
    r"|(?:stem\w*|resultat\w*|afstemning\w*)(?: (?:var|blev|er|gav|viste|endte|faldt|fordelte sig))?"
    r"|(?:del(?:te|t)|fordel(?:te|t)) sig|(?:\w*udvalget|\w*rådet|\w*bestyrelsen|var|er|blev) delt|(?:stod"
    r"|stemmerne) lige|lige"
    r"|vandt|tabte|tabt|gik igennem|ud"
    r"|bifaldt|faldt|faldet|med|margin|overvægt)\s?[:,(]?\s?(?:med |m\. )?\(?$",
    re.IGNORECASE,
)
NUMBER_AGAINST = re.compile(rf"{NUMBER}(?: {UNIT})?(?: for)?,? i?mod $", re.IGNORECASE)
FOR_A_MOTION = re.compile(r" (?:stemmer )?for \w*(?:indstilling|forslag|sagen\b|planen\b|anbefaling)", re.IGNORECASE)
