"""What is said of absent people in sentences: predicates by kind, and what the words beside them change.

The patterns are matched in the masked text of one sentence (see :mod:`.view`), where every list of
people is a run of one sign. None of them names a subject: the grammar of subjects is the same for all.
"""

from __future__ import annotations

import re
from typing import Literal

from ...schema import AbsenceKind
from .view import PERSON, TITLE

# "cleared": found not to be disqualified after all; "only": there for some items alone.
Said = AbsenceKind | Literal["late", "cleared", "only"]

# What ties a person to a case: 'som formand for foreningen', 'hans datter er ansat'.
_TIE = (
    r"(?:\w*(?:formand|kasserer|ejere?|leder|direktør|ansat|bestyrelses\w+|repræsentant|nabo|aktionær|andelshaver)"
    r"|ansættelse\w*|\w*medlem(?!\s+af\s+(?:\w*udvalget|byrådet|kommunalbestyrelsen|rådet))|gift|samlevende?|beslægtet"
    r"|familie\w*|ægtefælle|(?:svoger|svigerinde|fætter|kusine|bror|søster|søn|datter|mand|hustru|kone|far|mor)"
    r"|bestyrelsen|lodsejer|bygherre|ansøger|klager)"
)
# What may stand inside a predicate: 'deltog Bo Lind på grund af sygdom ikke'.
_GAP = (
    rf"(?:(?!\b(?:(?:og|men|mens|der|at|idet|da|hvorefter)\b(?!\s+inhabil)|som\b(?!\s+(?:inhabil|{_TIE}\b))))"
    r"[^;:,\n]){0,90}?"
)
_ITEM = (
    r"(?:pkt|punkt|sag|dagsordens?punkt)(?:et|en|ets|ens|s|er|erne|ernes)?\b\.?\s*"
    r"(?:nr\.?\s*)?(?:(?:behandling|drøftelse)\s*)?(?P<n>\d{1,4})?"
)
# To keep out of a vote or a debate is not to be away.
_NOT_THE_VOTE = r"(?!\s+i\s+(?:selve\s+)?(?:afstemningen|drøftelsen|debatten)\b(?!\s+(?:og|eller)))"
_ROOM = r"(?:\w*sal(?:en)?|\w*lokale(?:t)?|\w*rum(?:met)?|døren)"
_MEETING = r"\w*møde(?:t|rne)?"
_THE_CASE = (
    r"(?:under|mens|imens|medens|ved|inden|før|forud\s+for|så\s+længe|da|i)\s+(?:\w+\s+){0,3}?"
    r"(?:punkt|pkt|sag|behandling|drøftelse|afstemning|emne|beslutning|denne|dette)\w*"
)
_THE_THING = r"(?:punkt|pkt|sag|behandling|drøftelse|afstemning|beslutning)\w*"
_FOR_BIAS = r"(?:på\s+grund\s+af|pga\.?|grundet|som\s+følge\s+af|som)\s+inhabil\w*"
_PRESENT = (
    r"(?:til\s*stede|tilstede|mødt|kommet|mødt\s+op|nået\s+frem|dukket\s+op|nærværende"
    r"|med(?:\s+(?:i|ved|under|til|på|længere)|(?=\s*(?:[.,;]|\Z)))|i\s+" + _ROOM + ")"
)

_HAD_TO = (
    r"(?:(?:var|er|blev|så\s+sig|følte\s+sig)\s+(?:nødt|nødsaget|tvunget)\s+til\s+at|måtte|valgte\s+at"
    r"|bad\s+om\s+(?:lov\s+til\s+)?at)"
)
_SAID: tuple[tuple[Said, str], ...] = (
    (
        "only",
        rf"\b(?:deltog|deltager|deltaget|var|er|mødte|overværede|medvirkede)\b{_GAP}\b(?:kun|alene|udelukkende)\s+"
        r"(?:(?:med|til\s*stede|tilstede)\s+)?(?:(?:i|under|ved|til|på)\s+)?(?:behandling\w*\s+af\s+)?"
        r"(?:pkt|punkt|sag|dagsordens?punkt)\w*(?=\.?\s*(?:nr\.?\s*)?\d)",
    ),
    (
        "left_early",
        rf"\b{_HAD_TO}\s+(?:\w+\s+){{0,2}}?(?:gå|forlade\s+{_MEETING}|tage\s+(?:hjem|af\s+sted)|bryde\s+op"
        rf"|køre(?:\s+hjem)?)\b"
        r"(?!\s+(?:i|med|ind|videre|imod|mod|til|over|uden|udenfor|ud|på)\b)",
    ),
    ("left_early", r"\b(?:brød|bryder)\s+op\b|\btog\s+(?:\w+\s+)?af\s+sted\b"),
    (
        "left_early",
        rf"\b(?:var|er|blev)\b{_GAP}\b(?:(?:kørt|rejst)\s+(?:hjem|af\s+sted)|bortkaldt|kaldt\s+(?:bort|væk|hjem))\b",
    ),
    ("absent", r"\b(?:opholdt|befandt|befinder|opholder)\s+sig\s+(?:\w+\s+)?(?:ikke|ej)\s+(?:i|på|ved)\b"),
    ("absent", r"\b(?:opholdt|befandt|befinder|opholder)\s+sig\s+ude\s+af\b|\bsad\s+(?:sagen\s+|punktet\s+)?over\b"),
    (
        "absent",
        r"\bmeld(?:t|te|er)\s+(?:sig\s+)?(?P<ill>syg)\b|\bvar\s+(?:blevet\s+)?(?:indlagt|holdt\s+hjemme"
        r"|hjemme\s+med)\b",
    ),
    (
        "disqualified",
        rf"\b(?:udtrådte|udtræder|udtrådt)\b{_GAP}\b(?:{_ROOM}|{_THE_CASE})"
        rf"|\bholdt\s+sig\s+(?:væk|ude|borte)\s+(?:fra\s+{_THE_THING}|{_THE_CASE})",
    ),
    (
        "late",
        rf"\b(?:(?:deltog|deltager|deltaget|til\s*stede|tilstede|med)\b{_GAP}(?:\bførst\b{_GAP}\b"
        rf"(?:fra|under|ved|efter|til)|\bfra)|(?:ankom|ankommer|mødte|kom|stødte|indtraf|tilsluttede|indfandt)"
        rf"\b(?!\s+(?:først\s+)?(?:kl\b|klokken)){_GAP}\b(?:under|ved|efter|fra|til))\s+(?:og\s+med\s+)?(?:behandling\w*\s+af\s+)?{_ITEM}",
    ),
    ("late", rf"\b(?:ankom|ankommer|mødte|kom|stødte|indfandt|indtrådte|tiltrådte)\b{_GAP}\befter\s+\w*behandlingen"),
    (
        "absent",
        r"\buden\s+(?:at\s+have\s+meldt\s+)?(?:lovligt\s+)?(?:afbud|forfald)|\buden\s+at\s+melde\s+afbud",
    ),
    ("excused", r"(?<!for )\b(?:afbud|forfald|undskyldt|undskyldte\s+sig)\b"),
    ("excused", rf"\b(?:meldt|meldte)\b{_GAP}\bfra\b(?!\s+{PERSON})"),
    ("disqualified", r"\binhabile?\b"),
    (
        "disqualified",
        rf"\b(?:gik|gået|gå|trådte|trådt|træde|var|er|sad|satte|ventede"
        rf"|opholdt|opholder)\b{_GAP}\b(?:uden\s*for)\b(?:\s+(?:{_ROOM}))?"
        rf"(?!\s+kommunen)",
    ),
    (
        "disqualified",
        rf"\b(?:gik|gået|trådte|trådt)\s+ud\b(?=\s*(?:[.,;]|\Z)|\s+(?:{_THE_CASE}|på\s+grund|pga|grundet|som))",
    ),
    ("disqualified", rf"\b(?:forlod|forlader|forladt|forlade)\b{_GAP}\b(?:{_ROOM}|plads)\s+{_THE_CASE}"),
    ("disqualified", rf"\b(?:trådte|trådt|træder)\s+ud\s+af\s+(?:{_ROOM}|{_MEETING})"),
    ("disqualified", r"\b(?:trådte|trådt|træder|gik|gået)\s+fra\s+bordet\b"),
    ("disqualified", r"\bfratrådte\s+(?:på\s+grund\s+af|pga\.?|grundet)\b"),
    ("disqualified", rf"\b(?:trak|trukket|trækker)\s+sig\s+(?:\w+\s+)?(?:fra\s+{_THE_THING}|{_THE_CASE}|{_FOR_BIAS})"),
    ("disqualified", rf"\b(?:fratrådte|veg|viger|fratræder|fratrådt)\b{_GAP}\b(?:sædet?|{_THE_CASE})"),
    (
        "left_early",
        rf"\b(?:forlod|forlader|forladt|forlade|fratrådte|fratræder|fratrådt)\b{_GAP}\b(?:{_ROOM}|{_MEETING})\b",
    ),
    (
        "left_early",
        rf"\bgik\b{_GAP}(?=\s*\b(?:kl\b|klokken|fra\s+{_MEETING}|hjem\b|før\b|inden\b|under\b|efter\b"
        r"|ved\s+(?:\d|punkt|sag)|midt\b|tidligere\b|herefter\b))",
    ),
    (
        "left_early",
        rf"\b(?:kørte|tog|rejste)\b{_GAP}\bhjem\b(?=\s*(?:[.,;]|\Z|kl\b|klokken|før\b|inden\b|efter\b))",
    ),
    (
        "left_early",
        rf"\b(?:var|er|måtte|havde|skulle|blev)\b(?:\s+da\b)?{_GAP}\b(?:gået|gå|taget\s+hjem|tage\s+af\s+sted)\b"
        r"(?!\s+(?:i|med|ind|videre|imod|mod|til|over|uden|udenfor|ud\s+på)\b)",
    ),
    (
        "left_early",
        rf"\b(?:deltog|deltager|deltaget|til\s*stede|tilstede)\b{_GAP}\b(?:indtil|til|frem\s+til)\s+"
        r"(?:og\s+med\s+)?(?:kl\b|klokken|\d{1,2}[.:]\d\d|punkt|pkt|sag|dagsordens?punkt|pausen|behandling)",
    ),
    (
        "left_early",
        rf"\b(?:koblede|koblet|loggede|logget|trak|stod)\b{_GAP}\b(?:af|fra|sig\s+tilbage)\b(?:{_GAP}\b{_MEETING}"
        r"|(?=\s+(?:kl\b|klokken|inden\b|før\b|undervejs)))",
    ),
    (
        "absent",
        rf"\b(?:deltog|deltager|deltoge|deltaget|medvirkede|medvirker|medvirket|overværede|overværer"
        rf"|overværet|mødte|møder)\b{_GAP}\b(?:ikke|ej|hverken)\b{_NOT_THE_VOTE}",
    ),
    ("absent", rf"\b(?:var|er|været|blev)\b{_GAP}\b(?:ikke|ej)\s+(?:\w+\s+)?{_PRESENT}"),
    (
        "absent",
        r"\b(?:ikke|ej|hverken)\s+(?:(?:havde|har|kunne|kan|var|er|selv|længere)\s+)*"
        r"(?:deltog|deltager|deltaget|deltage|mødte|mødt|møde|medvirkede|overværede|overvære|overværet"
        rf"|til\s*stede|tilstede|være\s+(?:til\s*stede|tilstede|med(?!\s+til))|komme|dukkede\s+op){_NOT_THE_VOTE}(?!\w)",
    ),
    (
        "absent",
        rf"\b(?:(?:var|er|blev|været|noteret|noteres|registreret|meldt)\b{_GAP})?\bfraværende\b"
        r"(?!\s+(?:medlemmer|elever|borgere|børn|forældre|lærere|personer|medarbejdere|unge)\b)",
    ),
    (
        "absent",
        rf"\b(?:afstod|afstår|afholdt|afholder|undlod|undlader|ønsker\s+ikke"
        rf"|ønskede\s+ikke)\b{_GAP}\bat\s+(?:deltage|medvirke|overvære|være\s+med)"
        rf"{_NOT_THE_VOTE}",
    ),
    ("absent", rf"\b(?:tog|tager|taget)\b{_GAP}\b(?:ikke|ej)\s+(?:\w+\s+)?del\b{_NOT_THE_VOTE}"),
    (
        "absent",
        r"\bvar\s+optaget\s+(?:(?:til|af|på)\s+)?(?:et\s+|sit\s+)?(?:and(?:et|en|re)\b|\w*møde\b|arbejde\b)"
        r"|\b(?:havde|fik|har)\s+(?:fået\s+)?fri\s+(?:for\s+at\b|fra\s+\w*mødet\b|på\s+grund\b)",
    ),
    ("excused", r"\bundskyldte\s+(?:sit|deres)\s+fravær\b"),
    ("absent", r"\bmanglede\b(?=\s*(?:[.,;]|\Z)|\s+(?:på|under|ved)\s+\w*(?:mødet|punktet))"),
    ("absent", rf"\bi\s+{TITLE}{PERSON}+\s+fravær\b"),
    ("absent", r"\b(?:udeblev|udebliver|udeblevet|blev\s+væk)\b"),
    ("absent", rf"\b(?:var|er|været)\b{_GAP}\b(?:ude\s+af\s+{_ROOM}|ude\s+under)"),
    (
        "absent",
        rf"\b(?:var|er|været|blev)\b{_GAP}\b(?:forhindret|(?P<state>sygemeldt|syg|bortrejst)"
        r"|på\s+(?P<leave>ferie|orlov|barsel|barselsorlov|tjenesterejse|rejse|kursus|studietur|konference))\b",
    ),
    ("absent", rf"\b(?:har|havde)\b{_GAP}\b(?P<granted>orlov)\b"),
    # 'Bo Lind: syg', 'Bo Lind fraværende'.
    (
        "absent",
        rf"(?<={PERSON})\s*[:–-]\s*(?P<status>syg(?:dom|emeldt)?|ferie|orlov|barsel(?:sorlov)?|rejse"
        r"|tjenesterejse|udeblevet)\b",
    ),
)
PREDICATES: tuple[tuple[Said, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(rf"{pattern}(?!\w)", re.IGNORECASE)) for kind, pattern in _SAID
)

# A predicate that leads its people: 'Fraværende var Bo Lind', 'Afbud modtaget fra Bo Lind'.
LEADS = re.compile(
    r"(?:\s+(?:var|er|blev|blevet|bliver|meldt|modtaget|indløbet|givet|noteret|forelå|foreligger|som|endvidere"
    r"|desuden|ligeledes|også|følgende|medlemmer|medlemmet|medlem|byrådsmedlem|udvalgsmedlem|på\s+mødet"
    r"|(?:i|under|ved|til|på|fra)\s+(?:\w+\s+){0,2}?(?:mødet|punktet|sagen|punkt|sag|behandling(?:en)?"
    r"|drøftelse(?:n)?|afgørelse(?:n)?)|(?:pga\.?|på\s+grund\s+af|grundet|som\s+følge\s+af)\s+\w+))*"
    rf"(?:\s+(?:fra|af))?\s*[:–-]?\s*{TITLE}(?={PERSON})",
    re.IGNORECASE,
)
LEADING: frozenset[Said] = frozenset({"absent", "excused", "disqualified"})
# 'Mødt var alle undtagen Bo Lind'.
EXCEPTED = re.compile(
    r"\b(?:alle|samtlige)\b[^.]{0,60}?\b(?:undtagen|med\s+undtagelse\s+af|bortset\s+fra|på\s+nær|fraregnet)\s+"
    rf"(?={PERSON}+[^.]{{0,20}}\b(?:mødt|til\s*stede|tilstede|deltog|mødte)\b)|"
    r"\b(?:mødt|til\s*stede|tilstede|deltog|mødte)\b[^.]{0,60}?\b(?:undtagen|med\s+undtagelse\s+af"
    r"|bortset\s+fra|på\s+nær|fraregnet)\s+",
    re.IGNORECASE,
)

CONNECTOR = re.compile(
    r"[,;]|\b(?:og|samt|men|mens|imens|idet|da|fordi|hvorefter|hvorfor|hvorved|når|hvis|at|om|hvorvidt"
    rf"|som(?!\s+(?:inhabil|{_TIE}\b))|der|hvem|hvilket|så|eftersom)\b",
    re.IGNORECASE,
)
RELATIVE = frozenset({"som", "der", "hvem"})
PRONOUN = re.compile(r"\b(?:han|hun|ham|hende|de|dem|begge|vedkommende|denne|sidstnævnte|førstnævnte)\b", re.IGNORECASE)
# What may stand between a connector and a predicate whose subject went before or is a pronoun.
LEAD = re.compile(
    r"(?:\s*\b(?:han|hun|ham|hende|de|dem|begge|vedkommende|denne|sidstnævnte|førstnævnte|har|havde|er|var"
    r"|blev|bliver|blevet|kunne|måtte|skulle|ville|derfor|dermed|således|herefter|derefter|efterfølgende"
    r"|også|dog|selv|straks|siden|nu|i|dag|sig|for|som|ikke|med|alene|ligeledes|hermed|midlertidigt"
    r"|vurderet|erklæret|kendt|fundet|anset|anses|fandtes|kendtes|erklærede|erklærer|erklæres|meldte|melder"
    r"|meldt|sendt|givet|anmeldt|kl|klokken|under|punktet|sagen|at|være|grundet|pga|på\s+grund\s+af"
    r"|(?:på\s+grund\s+af|grundet|pga\.?)\s+\w+)\b\.?|\s*[\d.:]+)*\s*",
    re.IGNORECASE,
)

NOT_DISQUALIFIED = re.compile(
    r"\b(?:ikke|ej|næppe|hverken)\b(?!\s+(?:i|på|under|ved|til)\b)[^,;]{0,40}\Z"
    r"|\b(?:om|hvorvidt)\b[^,;]{0,60}\Z",
    re.IGNORECASE,
)
FOUND_NOT = re.compile(
    r"\b(?:fandt|finder|fandtes|mente|vurderede|anså|anser|skønnede|fastslog|besluttede|konstaterede)\s+"
    r"(?:\w+\s+)?(?:ikke|ingen)\b[^;]{0,60}\Z",
    re.IGNORECASE,
)
TOOK_PART = re.compile(r"\b(?:deltog|deltager|deltaget|deltage|mødte|stede|overvær\w*|medvirk\w*)\b", re.IGNORECASE)
NOT_AFTER_ALL = re.compile(r"\s+(?:blev|kunne)?\s*(?:ikke(?!\s+(?:i|på|under))|afvist)\b", re.IGNORECASE)
# A reason that makes whoever kept away disqualified.
CONFLICT = re.compile(
    r"\b(?:inhabil\w*|habilitets\w+|part\s+i\s+\w+|egeninteresse|(?:personlig|økonomisk)\w*\s+interesse"
    r"|særlig\w*\s+interesse|egen\s+(?:sag|ansøgning|ejendom)|habilitet(?=\s*:))",
    re.IGNORECASE,
)
# So does what ties the person to the case, where no other reason is told.
TIED = re.compile(
    rf"\b(?:(?:som(?!\s+(?:er|var|har|sidder)\b)|da|idet|fordi|eftersom|på\s+grund\s+af|pga\.?|grundet)\s+"
    rf"(?:(?!ikke\b)[\w{PERSON}]+\s+){{0,5}}?{_TIE}\b"
    rf"|\b(?:er|sidder)\s+(?:(?!ikke\b)\w+\s+){{0,3}}?{_TIE}\b[^;]{{0,60}}?\b(?:derfor"
    rf"|og\s+forlod\s+\w*(?:lokalet|salen))\b"
    rf"|(?<!\bsom\s)(?<!\bder\s)\b(?:er|sidder)\s+(?:(?!ikke\b)\w+\s+){{0,3}}?(?:gift|samlevende?|beslægtet"
    rf"|bestyrelsen)\b)",
    re.IGNORECASE,
)
NOT_FOR_THE_CASE = re.compile(
    r"fravær|forhindr|udebl|\bsyg|ferie|rejse|besøg|barsel|begrav|fødsel|konference"
    r"|\btil\s+(?:et\s+)?(?:\w*møde|andet)"
    r"|\bkl\b|klokken|\b\d{1,2}[.:]\d\d\b",
    re.IGNORECASE,
)
NO_CONFLICT = re.compile(
    r"\bikke\s+(?!(?:på\s+grund|som\s+følge|pga|grundet)\b)(?:\w+\s+){0,3}(?:inhabil|habilitets)", re.IGNORECASE
)
# Who was away for a while is told when to have come back: 'forlod lokalet kl. 15 og vendte tilbage kl. 15.20'.
_RETURNED = (
    r"(?:\b(?:vendte|vender|kom|kommer|var|er)\s+(?:(?!ikke\b|ej\b)\w+\s+){0,2}?tilbage\b(?!\s+(?:med|på)\b)"
    r"|\bvendt\s+(?:\w+\s+)?tilbage\b"
    r"|\b(?:kom|mødte|indtrådte|deltog|tiltrådte|indfandt\s+sig|tilsluttede\s+sig)\s+(?:\w+\s+)?(?:igen|atter|på\s+ny)\b"
    r"|\b(?:genindtrådte|genindtræder|gentilsluttede)\b)"
)
RETURNED = re.compile(_RETURNED, re.IGNORECASE)
# … said of the same people, not of a body: ', og udvalget vender tilbage til sagen'.
AND_RETURNED = re.compile(
    rf"(?:\b(?:og|men|samt|hvorefter|før|inden|indtil|til)\s+|[,;(–-]\s*)(?:(?:han|hun|de|vedkommende|{PERSON}+)\s+)?{_RETURNED}",
    re.IGNORECASE,
)
CLOCK = re.compile(r"\b(?:kl\b|klokken)|\b\d{1,2}[.:]\d\d\b", re.IGNORECASE)
FOR_THE_REST = re.compile(
    r"\bresten\s+af|\bden\s+(?:resterende|øvrige|sidste)\s+del|\bfra\s+(?:kl\b|klokken)|\bherefter\b.{0,20}\bikke",
    re.IGNORECASE,
)

_RANGE = r"\d{1,4}(?:\s*(?:[-–,]|og|til(?:\s+og\s+med)?|samt)\s*\d{1,4})*"
ITEMS = re.compile(
    r"(?:sag(?:en|er|erne)?|pkt|punkt(?:et|er|erne|ernes)?|dagsordens?punkt(?:et|erne)?)\.?\s*(?:nr\.?\s*)?"
    rf"(?P<range>{_RANGE})(?!\s*(?:\.\d|medlem|stemme))",
    re.IGNORECASE,
)
UNDER_ITEMS = re.compile(
    rf"\W*(?:under|ved|på|i|til)\s+(?:behandling\w*\s+(?:af\s+)?|drøftelse\w*\s+(?:af\s+)?)?{ITEMS.pattern}",
    re.IGNORECASE,
)
_NUMBERED = r"\s+(?:behandling\w*\s+af\s+)?(?:pkt|punkt|sag|dagsordens?punkt)\w*\.?\s*(?:nr\.?\s*)?(?P<n>\d{1,4})"
AFTERWARDS = re.compile(rf"\b(?P<how>efter|forud\s+for|før|inden|til\s+og\s+med){_NUMBERED}", re.IGNORECASE)
UNTIL_ITEM = re.compile(rf"\b(?:før|inden|indtil|til|frem\s+til)(?P<with>\s+og\s+med)?{_NUMBERED}", re.IGNORECASE)
FROM_ITEM = re.compile(rf"\bfra(?:\s+og\s+med)?{_NUMBERED}(?!\s*(?:[-–]|til)\s*\d)", re.IGNORECASE)
