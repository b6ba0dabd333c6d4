"""Lists of absent people: the labels above them and the notes beside a name."""

from __future__ import annotations

import re

from ...schema import AbsenceKind
from .predicates import ITEMS

LABEL = re.compile(
    r"[\s•*·▪#_–-]*(?:(?:følgende|endvidere|desuden|lovligt)\s+)?"
    r"(?:(?P<excused>(?:fraværende|fravær)\s+(?:med\s+|pga\.?\s+)(?:lovligt\s+)?(?:afbud|forfald)"
    r"|afbud\s?(?:/|og)\s?fravær(?:ende)?|fravær(?:ende)?\s?(?:/|og)\s?afbud|(?:lovligt\s+)?(?:afbud|forfald)|meldt\s+(?:afbud|forfald|fra)|med\s+afbud|undskyldt)"
    r"|(?P<disqualified>inhabil(?:e|itet)?|(?:gik\s+)?uden\s*for\s+(?:døren|lokalet|salen|mødelokalet))"
    r"|(?P<absent>(?:mødt\s+)?(?:fraværende|fravær)(?:\s+medlem(?:mer)?(?=\s*:))?(?:\s+uden\s+(?:afbud|forfald))?|(?:ikke|ej)\s+til\s*stede"
    r"|(?:deltog|deltager|mødte)\s+ikke|(?:ikke|ej)\s+(?:mødt|fremmødt)|udeblev(?:et|ne)?|uden\s+afbud|orlov|mangler(?=\s*:)|(?:sygemeldt|bortrejst|forhindret)e?(?=\s*:)))"
    r"(?P<where>\s+(?:under\s+hele\s+mødet|(?:i|på|fra|under|ved)\s+[^:\n]{3,70}?(?=:)"
    r"|i\s+sagens\s+behandling|på\s+mødet|under\s+punktet|i\s+mødet))?"
    r"(?:[ \t]*[:–-]+|[ \t]+(?:var|er|fra|af)\b:?|[ \t]*(?=\n)|[ \t]*(?=(?-i:[A-ZÆØÅ])))[ \t*_]*",
    re.IGNORECASE,
)
BECAUSE = re.compile(
    r"[\s,(]*\b(?:pga\.?|p\.g\.a\.|på\s+grund\s+af|grundet|som\s+følge\s+af|på\s+baggrund\s+af"
    r"|årsag:|begrundelse:)\s+"
    # '… på grund af sygdom og Ida Krog på grund af ferie': the next person is none of the reason.
    r"(?P<reason>(?:(?!\s+(?:og|samt)\s+(?-i:[A-ZÆØÅ\ue000]))[^.,;()\n]){2,60})",
    re.IGNORECASE,
)
# A note that says more of the absence than the label: '(afbud)', '- inhabil', ', gik kl. 19'; None: came late.
_STATUS: tuple[tuple[AbsenceKind | None, str], ...] = (
    ("absent", r"uden\s+(?:afbud|forfald)|udeblevet"),
    ("excused", r"(?:(?:med|meldt|lovligt)\s+){0,3}(?:afbud|forfald)\b(?!\s+for)|undskyldt"),
    ("disqualified", r"(?:erklæret\s+)?inhabil"),
    ("left_early", r"(?:gik|forlod\s+mødet|til)\s+(?=kl)"),
    (None, r"(?:ankom|mødte|kom|deltog\s+fra|fra)\s+(?:til\s+mødet\s+(?![^\n]{0,50}\b(?:punkt|pkt|sag)))?(?=kl)"),
)
STATUS = tuple(
    (
        kind,
        re.compile(rf"[ \t]*[,(–-][ \t]*(?:{pattern})[^()\n,;.]{{0,25}}(?:kl\.[^()\n,;]{{0,12}})?\)?", re.IGNORECASE),
    )
    for kind, pattern in _STATUS
)
NOTE = re.compile(r"[ \t]*,?[ \t]*\((?P<note>[^()\n]{2,80})\)")
TAIL = re.compile(
    r"[ \t]*[,–-][ \t]*(?P<reason>[a-zæøå][a-zæøå-]+(?:[ \t][a-zæøå-]+){0,3})(?=[ \t]*(?:[.;\n,]"
    r"|\Z))"
)
TAIL_SUBSTITUTE = re.compile(
    r"[ \t]*[,(–-]*[ \t]*(?:i\s+stedet\s+(?:deltog|mødte|deltager)"
    r"|(?:som\s+(?:er\s+|var\s+|blev\s+)?)?(?:erstatte[ts]|erstattedes|afløs[te]s?|afløstes|vikarieres)\s+af"
    r"|stedfortræder|suppleant|stf\.?|for\s+(?:ham|hende|hvem)\s+(?:mødte|deltog))(?:\s+er"
    r"|\s+var)?[ \t]*:?[ \t]+",
    re.IGNORECASE,
)
# 'Bo Lind – Ida Krog deltager som suppleant': the person behind the dash came instead of the one before it.
SUBSTITUTE_BEGINS = re.compile(r"[ \t]*[,(:–-]+[ \t]*(?=[A-ZÆØÅ])")
CAME = re.compile(
    r"[ \t]+(?:(?:deltog|deltager|mødte|møder|mødt|indtrådte|indtræder|var|er|blev|indkaldt|til[ \t]?stede)[ \t]+){0,3}"
    r"(?:i[ \t]+(?:stedet|(?:hans|hendes|dennes|deres)[ \t]+sted)"
    r"|som[ \t]+(?:\d\.[ \t]*)?(?:personlig[ \t]+)?(?:stedfortræder|suppleant|afløser))\b(?![ \t]+for\b)"
    r"|[ \t]+(?:(?:var|er|blev)[ \t]+)?(?:deltog|deltager|mødte|indkaldt)(?=[ \t]*(?:[.,;)\n]|\Z))",
    re.IGNORECASE,
)
JOINED = re.compile(r"\b(?:og|samt)\b", re.IGNORECASE)
NO_SUBSTITUTE = re.compile(
    r"[ \t]*[,(–-]*[ \t]*(?:ingen\s+(?:stedfortræder|suppleant|stf\b\.?)|(?:stedfortræder|suppleant|stf\.?)"
    r"[ \t]*:?[ \t]*ingen)\b(?:[ \t]+\w+)?\)?",
    re.IGNORECASE,
)
TAIL_ITEMS = re.compile(
    rf"[ \t]*[,(]?[ \t]*(?:(?:i|under|ved|til|fra|fra\s+og\s+med)\s+)?{ITEMS.pattern}\)?", re.IGNORECASE
)
NEXT_ENTRY = re.compile(
    r"[ \t]*(?:[,;]|og\b|samt\b)?[ \t]*(?:\n[ \t]*)?(?:[•*·▪–-][ \t]*"
    r"|\d{1,2}[.)][ \t]+)?(?:\w*(?:direktør|chef|leder|konsulent"
    r"|jurist)(?:en)?[ \t]+)?(?=[A-ZÆØÅ])"
)
# Where an entry on a line of its own has to end: what goes on is a sentence about the person.
ENTRY_END = re.compile(r"[ \t]*(?:[,;.]|og\b|samt\b|\n|\Z|(?<=\))(?=[A-ZÆØÅ]))")
NO_REASON = re.compile(
    r"\b(?:deltog|stedfortræder|suppleant|sag|pkt|punkt|og|medlem|formand|næstformand|borgmester"
    r"|rådmand|afbud|herefter|løsgænger|som|\w*(?:direktør|chef|observatør|sekretær|konsulent|jurist))\b",
    re.IGNORECASE,
)
