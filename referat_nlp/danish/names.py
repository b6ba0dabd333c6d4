"""Patterns of names, titles and what joins them in lists of people and parties."""

from __future__ import annotations

import re

from . import parties

_GAP = r"[ \t]{1,8}"
_WORD = (
    r"(?:[A-ZÆØÅÉÖÜÄ][a-zæøåéèáíóöüäçñ'’]{1,24}[A-ZÆØÅ]?[a-zæøåéèáíóöüäçñ]{0,24})"
    r"(?:-[A-ZÆØÅ]?[a-zæøåéèöüä]{1,24}){0,4}"
)
_SHORT = (
    r"(?:[A-ZÆØÅ]\.(?:-?[A-ZÆØÅ]\.)?|(?:(?:[A-ZÆØÅ][a-zæøå]{1,12}-)?Chr|Fr|Joh|Th|Aa|Kr|Vilh|Alb|Jr|Sr|Mog|Sv|Jac|Edv|Ole)\."
    r"|[A-ZÆØÅ](?=[ \t]+[A-ZÆØÅ][a-zæøå]))"
)
_OFFICE_ELSEWHERE = (
    r"(?i:\w*(?:direktør|chef|leder|konsulent|jurist|observatør|repræsentant|inspektør|sekretær|medlem"
    r"|borgmester|formand|rektor))(?:en|et)?"
)
_AT = r"[ \t]+(?:fra|i|for|af|ved)[ \t]+"
_ORGANISATION = (
    r"(?:Region[ \t]+[A-ZÆØÅ][\wæøå-]+|[A-ZÆØÅ][^\n,(]{0,60}?(?:\b(?:Kommune|Politi|Beredskab|Center)"
    r"|(?:udvalg|råd|styrels|bestyrels|forvaltning|afdeling|forening|beredskab|selskab|cent(?:er|r)"
    r"|administration)(?:et|en)))"
)
# 'Direktør fra Region Midtland Dorte Bak': the name stands last.
OFFICE_BEFORE = re.compile(
    rf"(?P<office>{_OFFICE_ELSEWHERE}{_AT}{_ORGANISATION}),?[ \t]+"
    rf"(?={_WORD}[ \t]+(?:{_SHORT}|{_WORD})|{_SHORT}[ \t]+{_WORD})"
)
OFFICE_BEHIND = re.compile(rf"[ \t]*[,–-][ \t]*(?:\d\.[ \t]*)?{_OFFICE_ELSEWHERE}(?:{_AT}[^\n,;.]{{2,60}})?")
PARTICLE = r"(?:von|van|de|la|af|der|den|du|da|bin|ibn|el|al|zu|y|Al|El)"
PARTICLE_OF_NAME = re.compile(r"von|van|de|la|du|da")
NAME = re.compile(rf"(?:{_SHORT}{_GAP}){{0,4}}{_WORD}(?:{_GAP}(?:{PARTICLE}{_GAP})*(?:{_SHORT}|{_WORD})){{0,5}}")
_WORDS_OF_NO_NAME = """
    for imod mod undlod undlader stemte stemmer stemt hverken ingen et en én ét den det de der dette disse med
    ved på til fra om efter som af at og eller men samt herefter derefter herudover derudover endvidere desuden
    yderligere således dermed endelig ligeledes både hele alle begge flere resten øvrige andre samtlige følgende
    fraværende afbud forfald inhabil deltog ikke tilstede godkendt godkendes godkendte godkendtes bortfaldt
    bortfalder faldt falder vedtoges vedtages forkastes forkastedes tiltrådtes besluttede beslutter enstemmigt
    afholdt afholder afstod afstår forbehold resultat resultatet stemmetal begrundelse
    nedstemt afvist afslået trukket noteret stemmeforklaring blankt vedtaget vedtagelse tiltrådt tiltrædes
    anbefales anbefalet forkastet udsat drøftet taget besluttet beslutning beslutninger oversendt sendes
    indstilles indstiller anmodning dagsorden referat bilag afstemning ændringsforslag protokol bemærkning
    bemærkninger borgmester borgmesteren viceborgmester rådmand formand formanden næstformand næstformanden
    medlem stedfortræder løsgænger direktør kommunaldirektør partierne parti liste gruppe venstre
    socialdemokratiet enhedslisten konservative radikale alternativet moderaterne danmarksdemokraterne
    kristendemokraterne folkeparti flertallet flertal mindretallet mindretal udvalg råd magistraten regionsrådet
    teknik miljø økonomi børne ældre social kultur januar februar marts april maj juni juli august september
    oktober november december mandag tirsdag onsdag torsdag fredag lørdag søndag
"""
_ENDS_OF_NO_NAME = """
    udvalg udvalget udvalgs udvalgets rådet rådets bestyrelsen bestyrelsens forvaltning forvaltningen
    forvaltningens administrationen administrationens direktionen direktionens kommune kommunes region regions
    indstilling indstillings indstillingen indstillingens indstillinger indstillingerne punkt punktet punkter
    punkterne forslag forslaget forslagets forslagene gruppen partierne listerne møde møder mødet plan planen lov
    loven sag sagen liste listen parti partiet medlem medlemmer medlemmerne medlemmet
"""
_NO_NAMES = frozenset(_WORDS_OF_NO_NAME.split())
_ENDS_NO_NAME = tuple(_ENDS_OF_NO_NAME.split())


def is_no_name(word: str) -> bool:
    """Whether a word with a capital is none of a name's ('Byrådet', 'Imod', 'Marts')."""
    lowered = word.lower()
    return lowered in _NO_NAMES or lowered.endswith(_ENDS_NO_NAME)


# A surname typed small, 'Gert vinter': taken for one only within a list, where its party or another name follows.
_SMALL_SURNAME = re.compile(
    r"(?P<first>[A-ZÆØÅ][a-zæøåé]{1,14})[ \t]+(?P<last>[a-zæøå][a-zæøåé]{2,15})"
    r"(?:[ \t]*\((?P<party>[A-ZÆØÅ]{1,3})\)|(?=[ \t]*(?:,|og\b|samt\b)[ \t]*[A-ZÆØÅ][a-zæøåé'-]+[ \t]+[A-ZÆØÅ]))"
)
_SAYS = re.compile(
    r"(?:var|er|har|havde|kan|kunne|vil|ville|skal|skulle|måtte|blev|bliver|foreslog|foreslår|gik|går|tog|tager|gav|giver"
    r"|bad|beder|sagde|siger|ønsker|støtter|mener|anbefaler|finder|fandt|kom|kommer|møder|\w+(?:ede|te))"
)


def small_surname(text: str, start: int, end: int) -> re.Match[str] | None:
    """The name of an entry of a list whose surname is typed small ('Gert vinter'), None where none begins."""
    match = _SMALL_SURNAME.match(text, start, end)
    if match is None or is_no_name(match["first"]) or is_no_name(match["last"]) or _SAYS.fullmatch(match["last"]):
        return None
    return None if parties.is_name(match["first"]) else match


# Months that are first names; as months they are written small.
GIVEN_MONTHS = frozenset(("Maj", "April", "Juni", "August"))
TITLE = re.compile(
    r"(?:(?:\d\.|første|anden|fungerende|konst\.)\s*)?(?:vice|gruppe|udvalgs|regionsråds|over|stadsråds"
    r"|politisk\s+)?"
    r"(?:borgmester(?:en)?|rådmand(?:en)?|rådkvinde|formand(?:en)?|forperson(?:en)?|næstformand(?:en)?"
    r"|næstforperson|ordfører(?:en)?"
    r"|suppleant(?:en)?|stedfortræder(?:en)?)[ \t]+(?:for[ \t]+)?(?=[A-ZÆØÅ])"
    r"|(?:byråds|udvalgs|kommunalbestyrelses|regionsråds|borgerrepræsentations|gruppe)?medlem(?:met|merne"
    r"|mer)?[ \t]+(?:af[ \t]+\w+[ \t]+)?(?=[A-ZÆØÅ])",
    re.IGNORECASE,
)
LEAD = re.compile(
    r"(?:[-–•*·▪][ \t]*|\d{1,2}[.)][ \t]+(?=[A-ZÆØÅ])"
    r"|[A-ZÆØÅ]\w{2,24}s[ \t]+(?:\d|begge|to|tre|fire|fem|seks|syv)[ \t]+medlemmer[,:]?[ \t]+(?=[A-ZÆØÅ])"
    r"|(?:(?:hele|både|dels|samtlige|alle|nemlig|bl\.a\.|medlemmer(?:ne)?|repræsentanter(?:ne)?"
    r"|byrådsgruppen|gruppen|partierne|partiet|listerne|grupperne|løsgængerne)[ \t]+"
    r"(?:fra|af|i|for)?[ \t]*)(?=[(A-ZÆØÅ]|\w+[ \t]+[(A-ZÆØÅ]))",
    re.IGNORECASE,
)
ROLE = (
    r"(?:(?:vice)?borgmester|rådmand|(?:næst)?formand|(?:næst)?forperson|medlem|stedfortræder|suppleant"
    r"|gruppeformand|ordfører)(?:\s+for\s+[A-ZÆØÅ]\w+(?:\s+\w+){0,2})?"
)
ROLE_AFTER = re.compile(rf",?[ \t]*(?:\(\s*{ROLE}\s*\)|,[ \t]*{ROLE}\b)", re.IGNORECASE)
BRACKET = re.compile(r"[ \t]*,?[ \t]*[(\[]([^()\[\]\n]{0,60})[)\]]")
PARTY_BEFORE_NAME = re.compile(r"([Ll]øsgænger(?:en)?)[ \t]+(?=[A-ZÆØÅ])")
# 'I' before another word than these is the preposition, not the party.
_AFTER_LETTER = (
    r"(?:og|samt|stem|undl|har|hav|kan|kun|gik|går|var|er|fores|still|tag|tog|anbef|støt|med|imod|for|til"
    r"|ønsk|afst)"
)
# Behind 'A og ', 'Nordlisten (N), ' it is the party whatever follows.
_LISTED_I = r"(?:(?<=[A-ZÆØÅ)] og )|(?<=[A-ZÆØÅ)] samt )|(?<=[A-ZÆØÅ)], ))I"
_OWNED = (
    r"(?:(?:\w+[ \t]+)?(?:stemme|medlem|mandat)|(?:og"
    r"|samt)[ \t]+[A-ZÆØÅ][\wæøåÆØÅ ]{0,30}['’]?s[ \t]+(?:stemme|medlem))"
)
_LETTER_OWNS = r"(?:[.;]|,[ \t]+[A-ZÆØÅ]['’]s\b)"
PARTY = re.compile(
    rf"(?P<lettered>(?:[Ll]isten?|[Gg]ruppen?|[Pp]artiet"
    rf"|[Pp]arti)[ \t]+(?P<letter>[A-ZÆØÅ]{{1,2}})(?![\wæøå]))"
    rf"|(?P<grouped>(?P<head>[A-ZÆØÅ])(?:[-–](?:gruppen|listen)|s[ \t]+(?:byråds"
    rf"|kommunalbestyrelses)?gruppe))"
    rf"|(?P<name>{parties.NAME})(?:[-–]gruppen|s[ \t]+(?:byråds|kommunalbestyrelses)?gruppe"
    rf"|['’]?s(?=[ \t]+{_OWNED}))?(?![\wæøå])"
    rf"|(?P<code>{parties.CODE})(?:['’]?s(?=[ \t]+{_OWNED}))?(?![\wæøå])"
    rf"|(?P<owner>[A-ZÆØÅ])(?:['’]?s(?=[ \t]+{_OWNED})|['’]s(?={_LETTER_OWNS}))|(?P<bare>[A-HJ-ZÆØÅ]"
    rf"|{_LISTED_I}|I(?![ \t]+(?!{_AFTER_LETTER})[a-zæøå]))(?![\wæøå.’'-]"
    rf"|[ \t]+(?:alt|dag|den|det)\b)"
    rf"|(?P<dotted>[A-ZÆØÅ])(?=\.(?:\s|$))"
)
# A letter after one of these words names a variant, not a party.
VARIANT = re.compile(
    r"(?:model|modellen|punkt|pkt\.?|punkterne|bilag|scenarie|scenarier|scenariet|alternativ|løsning"
    r"|løsningsmodel|mulighed|variant|forslag|afsnit|område|delområde|etape"
    r"|zone|kategori|type|fase|lit\.?|litra|klasse|bygning|blok|gruppe|indstillingspunkt|option"
    r"|version)\s+$",
    re.IGNORECASE,
)
BY = re.compile(r"[ \t]*(?:ved|v/|v\.|repræsenteret ved)[ \t]*(?=[A-ZÆØÅ])")
SEPARATOR = re.compile(
    r"[ \t]*(?:\n[ \t]*(?=(?:og|samt)\b))?(?:(?:[,;+&]|/(?!\d)|(?:samt|og|plus"
    r"|tillige med)\b)[ \t]*\n?[ \t]*)+",
    re.IGNORECASE,
)
# Between 'Bo Lind (V)' and 'Ida Krog (A)', 'A (2)' and 'C (1)': no comma, or a bracket too many.
NO_SEPARATOR = re.compile(r"\)?[ \t]{1,4}(?=[A-ZÆØÅ])")
# 'Venstre: Bo Lind, Ida Krog', 'Venstre:' above them.
PARTY_ABOVE = re.compile(r"[ \t]*:[ \t]*(?:\n\s*)?(?=[A-ZÆØÅ])")
# The rest of a name, or its party, that a wrapped line has pushed to the next one.
REST_OF_NAME = re.compile(
    rf"[ \t]*\n[ \t]*({_WORD})(?=[ \t]*(?:\(|[,.]"
    r"|(?:og|samt|stem\w+|undl\w+|imod|mod|var|tog|deltog|forlod|kan|kunne|har|havde|ønske\w+)\b))"
)
PARTY_ON_NEXT_LINE = re.compile(r"[ \t]*\n[ \t]*\(([A-ZÆØÅ]{1,3}(?:-?\d)?)\)")
NEXT_LINE = re.compile(r"[ \t]*[,;]?(?:[ \t]*\b(?:og|samt))?[ \t]*\n\s*(?:og\b[ \t]*)?", re.IGNORECASE)
LINE_END = re.compile(r"[ \t]*[.,;]?[ \t]*(?:\n|$)")
COUNT = re.compile(
    r"(?:\d{1,3}|én|en|to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv)(?:[ \t]+(?:medlem(?:mer)?"
    r"|stemmer?|personer?|byrådsmedlem(?:mer)?|udvalgsmedlem(?:mer)?))?[ \t]*:?[ \t]*(?=[(\[])",
    re.IGNORECASE,
)
# 'tre medlemmer af C', 'to fra Venstre': the party stands for those of its members.
SOME_OF = re.compile(
    r"(?:\d{1,2}|én|en|et|to|tre|fire|fem|seks|syv|otte|resten|det øvrige)[ \t]+(?:medlem(?:mer)?[ \t]+)?(?:af"
    r"|fra)[ \t]+(?=[A-ZÆØÅ])",
    re.IGNORECASE,
)
SEATS = re.compile(r"(?:[ \t]*[:=][ \t]*|[-–])(\d{1,2})(?=[ \t]*(?:[,;.)\n]|og\b|samt\b|$))")
OPENING = re.compile(r"[ \t]*(?=\()")
# Behind names: 'Bo Lind og Ida Krog (begge L)', 'Bo Lind og Ida Krog fra Nordlisten'.
ALL_OF = re.compile(r",?[ \t]*\(?[ \t]*(?:begge|alle(?:[ \t]+\w{2,5})?|samtlige)[ \t]+(?:fra[ \t]+)?(?=[A-ZÆØÅ])")
FROM = re.compile(r"[ \t]+fra[ \t]+(?=[A-ZÆØÅ])")
# 'mod Bo Linds stemme (V)'.
OWN_VOTE = re.compile(
    r"[ \t]+stemmer?\b(?:[ \t]*\(([A-ZÆØÅ]{1,3}\d?)\))?"
    r"|(?=(?:,|[ \t]+og)[ \t]+(?:[A-ZÆØÅ][\wæøå.-]{0,24}[ \t]+){1,3}[A-ZÆØÅ][\wæøå-]{0,24}s[ \t]+stemmer?\b)"
)
SHARED_PARTY = re.compile(r",?[ \t]*(?:begge|alle)[ \t]+(?:fra[ \t]+)?([A-ZÆØÅ]{1,2})[ \t]*")
MINUS = re.compile(r"[ \t]+(?:minus|undtagen|på nær|bortset fra|med undtagelse af)[ \t]+", re.IGNORECASE)
# Who is excepted and said to have voted otherwise is the subject of that.
VOTED_OTHERWISE = re.compile(r",?[ \t]*\b(?:der|som|stem|undl|imod|hvem)", re.IGNORECASE)
DIGITS = re.compile(r"\s*(\d{1,2})(?:\s+(?:stemmer?|medlem(?:mer)?|mandater?))?\s*")
COMMA_PARTY = re.compile(
    r",[ \t]*([A-ZÆØÅ])(?![\wæøå]|\.[ \t]*[A-ZÆØÅ][\wæøå-]+[ \t]*(?:[,;(]|(?:og|samt)\b)|\.[ \t]*-?[A-ZÆØÅ]\.)"
)
CAPITAL = re.compile(r"(?<![\wæøå])(?=[(\[A-ZÆØÅÉdDluUL])")
