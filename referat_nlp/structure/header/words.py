"""The labels of a meeting's head: 'Mødested', 'Der var meldt afbud fra', 'Stedfortrædere'.

Labels for things are listed. Labels for people are too many for a list: they are read as phrases, made of
words that tell who is meant ('afbud', 'mødt', 'suppleanter') and words that only join them ('der var … fra').
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

FieldKind = Literal[
    "municipality",
    "body",
    "date",
    "time",
    "start",
    "end",
    "place",
    "members",
    "guests",
    "role",
    "substitutes",
    "excused",
    "absent",
]

_THINGS: dict[FieldKind, str] = {
    "municipality": "kommune; kommunenavn; myndighed",
    "body": """udvalg; udvalg/råd; råd; udvalgets navn; forum; organ; udvalgsnavn; politisk udvalg;
        mødeudvalg; mødeforum; råd/udvalg; nævn; politisk organ; møde i""",
    "date": """mødedato; dato; møde; mødedag; dag; mødet afholdt; møde afholdt; afholdt; dato og tid;
        dato/tid; dato og tidspunkt; dato og klokkeslæt; dato for møde; dato for mødet; møde den; mødet
        den; tid og sted; tid/sted; dato og sted; tid og dato; mødedato og tidspunkt; mødedato og
        -tidspunkt; mødedato og tid; mødedato/tid; mødets dato; sted og tid; sted/tid; sted og dato;
        hvornår; mødetid og -sted; mødetid og sted; mødet holdt; mødet afholdtes; møde holdt; afholdt den;
        dato, tid og sted; tid, sted; dato/sted; mødedato og -sted; mødedato og mødested; dato/klokkeslæt;
        dato og kl; mødetid og mødested; mødet fandt sted""",
    "time": """mødetidspunkt; tidspunkt; tid; klokkeslæt; kl; mødetid; tidsrum; tidspunkt for møde; mødets
        tidspunkt; klokken; start/slut; start - slut; start og slut; varighed; mødets varighed;
        mødevarighed; mødetidsrum; mødelængde""",
    "start": "fra kl",
    "end": "til kl",
    "place": """mødested; sted; lokale; mødelokale; lokation; mødeadresse; adresse; mødets sted; lokalitet;
        mødelokation; sted/lokale; hvor; mødested/lokale; sted for mødet; sted for møde; mødesal;
        mødelokalitet; mødeform; mødet afholdt i; mødet afholdes i; afholdt i;
        mødeafholdelse; afholdelse; mødet holdes i; mødet holdt i""",
}
_LISTED: dict[str, FieldKind] = {
    " ".join(word.split()): kind for kind, words in _THINGS.items() for word in words.split(";")
}

_BODY = r"(?:[\wæøå]*(?:udvalg|råd|nævn)(?:ets?|s)?|[\wæøå]*(?:bestyrelse|repræsentation)(?:ns?|s)?)"
_JOINING = (
    r"der|som|den|det|de|er|var|blev|har|havde|i|af|fra|på|ved|til|for|med|hos|under|og|eller|samt|hele|dagens|dette"
    r"|samme|mødet|mødets|møde|start|begyndelse|begyndte|åbning|kommunen|politisk|politiske"
    rf"|følgende|ordinære|menige|faste|stemmeberettigede|medlem(?:mer(?:ne)?)?|{_BODY}"
)
_START = (
    r"starttidspunkt|starttid|mødestart|start|startede|starter|startet|begyndte|begyndt|begynder|begyndelse|åbnet"
    r"|åbning|åbnede|åbnes|sat|påbegyndt|indledt|begyndelsestidspunkt"
)
_END = (
    r"sluttidspunkt|sluttid|mødeslut|slut|sluttede|slutter|sluttet|slutning|hævet|hæves|hævede|hævedes"
    r"|endt|endte|ender|afsluttet|afsluttes|afslutning|afsluttedes|ophævet|sluttetidspunkt"
)
_MEETING = r"mødet|mødets|møde|blev|er|var|kl|forventet|tidspunkt|for|formelt|sluttelig"
_AWAY = (
    r"fraværende|fravær(?:et)?|udeblev(?:et|ne|en)?|inhabile?|inhabilitet|forhindret|forhindrede|bortrejst"
    r"|(?:ikke|ej)\s+(?:mødte?|til\s*stede(?:værende)?|fremmødte?|deltog|deltagende|kommet)|deltog\s+ikke|deltager\s+ikke"
    r"|mødte\s+ikke|uden\s+afbud"
)
_EXCUSED = r"(?:møde)?afbud(?:ene)?|forfald"
_SENT = (
    r"meldt|melder|meldte|meddelt|anmeldt|modtaget|indkommet|sendt|indløbet|lovligt|lovlig|gyldigt|erklærede"
    r"|sig|begge|indkaldte"
)
_CAME = (
    r"deltagere?(?:ne)?|medlemmer(?:ne)?|mødedeltagere?(?:ne)?|mødte?|fremmødte?|tilstede(?:værende)?"
    r"|til\s+stede(?:værende)?|deltog|deltagende|mødende|nærværende|deltagerliste|fremmøde"
    r"|(?:udvalgs|byråds|kommunalbestyrelses|regionsråds|råds)medlemmer(?:ne)?|politikere"
)
_BESIDES = (
    r"øvrige|andre|desuden|endvidere|derudover|herudover|yderligere|tillige|også|administration(?:en)?|forvaltning(?:en)?"
    r"|embeds(?:mænd(?:ene)?|værk(?:et)?|folk)|gæst(?:er(?:ne)?)?|direktion(?:en)?|sekretariat(?:et)?|tilforordnede"
    r"|observatør(?:er)?|inviterede|eksterne|administrative?|oplægsholdere?|embedsmandssiden|ansatte|medarbejdere"
)
_INSTEAD = r"stedfortrædere?(?:n|ne|\(e\))?|suppleant(?:er|en|erne)?|i\s+stedet|stedfortræderindkaldelse|afløsere?"
_CALLED = r"indkaldte?|deltager|mødende|trådte|indtrådt|indtrådte"


#: The rest of 'Hvor holdt vi mødet'.
_ASKED = (
    r"(?:\s+(?:er|var|blev|bliver|holdt|holdes|holder|vi|mødet|møde|møder|afholdt|afholdes|foregik|foregår|det|mødtes"
    r"|mødes)){1,6}"
)


def _phrase(core: str, joining: str) -> str:
    gap = r"(?:\s*/\s*|,?\s+)"
    return rf"(?:(?:{joining}){gap}){{0,6}}(?:{core})(?:{gap}(?:{core}|{joining})){{0,6}}"


# In this order: 'Fraværende medlemmer' and 'Øvrige deltagere' hold the word for members, too. Behind
# 'stedfortræder for' stands the absentee, so that the two make no label.
_PHRASES: tuple[tuple[FieldKind, str], ...] = (
    ("absent", _phrase(_AWAY, f"{_EXCUSED}|{_SENT}|{_JOINING}|{_CAME}")),
    ("excused", _phrase(_EXCUSED, f"{_SENT}|{_JOINING}|{_CAME}")),
    ("substitutes", _phrase(_INSTEAD, f"{_CALLED}|{_CAME}|{_JOINING.replace('|for|', '|')}")),
    ("guests", _phrase(_BESIDES, f"{_CAME}|{_JOINING}|øvrigt")),
    ("members", _phrase(_CAME, _JOINING)),
    ("end", _phrase(_END, _MEETING)),
    ("start", _phrase(_START, _MEETING)),
    ("date", rf"hvornår{_ASKED}"),
    ("place", rf"hvor{_ASKED}"),
)
_WHOLE = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _PHRASES), re.IGNORECASE)
_KINDS: dict[str, FieldKind] = {kind: kind for kind, _ in _PHRASES}
_HAS_EXCUSED = re.compile(_EXCUSED)
_UNEXCUSED = re.compile(r"\b(?:uden\s+afbud|udebl|inhabil)", re.IGNORECASE)

#: Any label, as a pattern without groups.
LABEL_PATTERN = "(?:{})".format(
    "|".join(
        [
            *(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(_LISTED, key=len, reverse=True)),
            *(pattern for _, pattern in _PHRASES),
        ]
    )
)


@lru_cache(maxsize=1024)
def kind_of_label(text: str) -> FieldKind | None:
    """The kind of the label that the whole text is.

    Args:
        text: The text; case and the number of blanks do not matter.

    Returns:
        The kind, or None where the text is no label.
    """
    words = " ".join(text.casefold().split())
    if listed := _LISTED.get(words):
        return listed
    if len(words) > 80:
        return None
    match = _WHOLE.fullmatch(words)
    if match is None:
        return None
    kind = _KINDS[match.lastgroup or ""]
    excused = kind == "absent" and _HAS_EXCUSED.search(words) and not _UNEXCUSED.search(words)
    return "excused" if excused else kind
