"""What the title and the text of a case say of its type, where neither decision nor indstilling does."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..schema import Section
from .asked import Kinds
from .opening import is_absence_list

_ANDET: Kinds = frozenset({"andet"})
_GODKENDELSE: Kinds = frozenset({"godkendelse"})
_DROEFTELSE: Kinds = frozenset({"drøftelse"})
_ORIENTERING: Kinds = frozenset({"orientering"})

_QUESTION_TIME = (
    r"\bspørge(?:tid|time|halvtime)|\bhalve\s+time\b|\bborgernes\s+spørgsmål"
    r"|\bspørgsmål\s+fra\s+(?:borger|tilhører|publikum)"
)
_ASKED = re.compile(_QUESTION_TIME, re.IGNORECASE)
_INQUIRY = re.compile(r"\A\W*(?:skriftlig[et]*\s+)?(?:forespørgs(?:el|ler)|spørgsmål)\b", re.IGNORECASE)

# Told apart in this order: a title that says more than one thing is what the first match says.
_TITLES: tuple[tuple[re.Pattern[str], Kinds], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), kinds)
    for pattern, kinds in (
        # No case at all.
        (
            rf"{_QUESTION_TIME}|\A\W*protokol(?:len)?\W*\Z|\bunderskrift|\bunderskriv"
            r"|godkendelsesside|\bforetræde|\bmødedeltagere|\bdeltagerliste|\bnavneopråb"
            r"|\A\W*eventuelt\b(?!.*orienter)|\A\W*lukke[td]e?\s*(?:punkt|sag|møde)?(?:er)?\W*\Z"
            r"|-\s*lukket\s+punkt|\A\W*(?:pause|velkomst)\W*\Z"
            r"|digital\s+godkendelse|\A\W*mødets?\s+(?:åbning|start|afslutning|åbnes|sættes|hæves)\b",
            _ANDET,
        ),
        # The kind as the clerk's own label.
        (
            r"\((?:o|orient\w*)\)|\borienterings(?:sag|punkt)|\bpunkt(?:er)?\s+til\s+orientering"
            r"|[-–:]\s*(?:til\s+)?orientering\s*\Z|\bmundtlig\s+orientering",
            _ORIENTERING,
        ),
        (
            r"\((?:d|drøft\w*)\)|\bdrøftelses(?:sag|punkt)"
            r"|[-–:]\s*(?:til\s+)?(?:tema)?drøftelse\s*\Z|\btemadrøftelse",
            _DROEFTELSE,
        ),
        (
            r"\bbeslutnings(?:sag|punkt)|[-–:]\s*(?:til\s+)?(?:(?:endelig\s+)?(?:godkendelse"
            r"|vedtagelse)|beslutning)(?:\s+af\b|\s*\Z)",
            _GODKENDELSE,
        ),
        # What the title begins with.
        (
            r"\A\W*(?:til\s+)?(?:orientering|gensidig|meddelelse|efterretning|redegørelse|status\b"
            r"|information|nyt\s+fra|underretning|briefing|siden\s+sidst|sagsliste)",
            _ORIENTERING,
        ),
        (r"\A\W*(?:tema\w*|drøftelse|dialog|debat)\b", _DROEFTELSE),
        (
            r"\A\W*(?:godkendelse|vedtagelse|beslutning|valg|udpegning|ansøgning|stillingtagen"
            r"|fastsættelse|forslag|frigivelse|anlægsbevilling|anmodning|dispensation|salg"
            r"|køb)",
            _GODKENDELSE,
        ),
        # Facts and figures to be known, and questions to be talked about.
        (
            r"\A\W*økonomi(?:en)?\s+pr\.|\bhvor\s+langt\b|\bhvordan\s+går\b|\bsager\s+på\s+vej|\bbordet\s+rundt|\bhenvendelser?\s+til"
            r"\s+(?:formand|borgmester)|\budvikling(?:en)?\s+i\b|\btal\s+for\b|\w*status\b|\b(?:\w+\s)?kasse(?:eftersyn|beholdning)"
            r"|\b(?:syge|elev|skole)?fravær\b(?!.*politik)|\w*statistik|\bventetid(?:er)?\b|\bledighed(?:en)?\b|\blikviditet|\bkonjunktur"
            r"|\b(?:besøgs|nøgle|elev|befolknings)tal\b|\bkvartalsrapport|\bårsrapport|\btilsynsrapport(?!er)|\btilsyn\s+(?:på|i|med)\b"
            r"|\b(?:klima|energi|co2-|miljø)regnskab|\bgrønt\s+regnskab|\bsprogvurdering|\bdom\s+(?:om|i)\b|\b(?:skrivelse|brev)\s+fra\b"
            r"|\brevisionsberetning",
            _ORIENTERING,
        ),
        (
            r"\?\W*\Z|\bhvordan\b|\binspiration\b|\bførste\s+tanker|\bfællesmøde|\bmøde\s+mellem\b|\bbesøg\s+(?:af|fra|hos)\b"
            r"|\boplæg\s+(?:til|om)\b|\bretning\s+for\b|\bforberedelse\s+til\b",
            _DROEFTELSE,
        ),
        # What it speaks of anywhere.
        (r"\borientering\b|\bmeddelelser\b|\btil\s+efterretning\b", _ORIENTERING),
        (r"\bdrøftelse\b|\bdialog(?:møde)?\b|\btemamøde\b", _DROEFTELSE),
        (
            r"godkend|vedtag|\bvalg\s+af\b|\budpeg|bevilling|lokalplan|kommuneplan|\bansøgning"
            r"|\bsalg\b|\bkøb\b|\btakst|\bfrigiv|\budbud|\bdispensation|\btilladelse|\bfastsæt"
            r"|\bprioriter"
            r"|\bændring|\bklage\b|\bstillingtagen|\bforretningsorden|\bmødeplan|\bnedsættelse"
            r"|\bkonstituer|\blån\b|\bgaranti|\bvedtægt|\bregulativ|\bhøring\b|\bforslag\b"
            r"|\bbudget(?!opfølg)"
            r"|\bregnskab|\btilskud|\bigangsæt|\banmodning|\bansættelse|\bnedlægg|\boprettelse"
            r"|\bindstilling|\bkvalitetsstandard|\bstøtte\b|\bbeslutning\b",
            _GODKENDELSE,
        ),
        (
            r"\bstatus\b|\bredegørelse|\bårsrapport|\bårsberetning|\bberetning|\bevaluering"
            r"|\bopfølgning|\bmåling\b|\bstatistik|\bnøgletal|\bbesøg\b|\boplæg\b|\bpræsentation"
            r"|\bresultat",
            _ORIENTERING,
        ),
    )
)
# So many of the patterns above are of titles that name a type.
_NAMING = 7
_MARKER = re.compile(
    r"\b(?P<kind>beslutnings|drøftelses|orienterings|temadrøftelses)(?:sag|punkt)\w*"
    r"|\bsags?type\W+(?P<typed>beslutning|drøftelse|orientering)",
    re.IGNORECASE,
)
_TEXT: tuple[tuple[re.Pattern[str], Kinds], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), kinds)
    for pattern, kinds in (
        (
            r"\b(?:forelægges|fremlægges|sendes|er)\s+(?:hermed\s+)?til\s+(?:udvalgets\s+|byrådets\s+)?orientering\b"
            r"|\bgiver\s+en\s+(?:status|orientering)|\bgives\s+der\s+en\s+(?:status|orientering)"
            r"|\btil\s+efterretning|\borienterer\s+(?:hinanden|om)\b",
            _ORIENTERING,
        ),
        (
            r"\b(?:skal|bedes|lægges\s+op\s+til)\s+(?:\w+\s+){0,3}drøfte|\btil\s+drøftelse"
            r"|\blægges\s+op\s+til\s+(?:en\s+)?drøftelse",
            _DROEFTELSE,
        ),
        (
            r"\b(?:skal|bedes)\s+(?:\w+\s+){0,4}(?:godkende|beslutte|tage\s+stilling|vedtage|vælge"
            r"|træffe)|\btil\s+(?:godkendelse|beslutning|vedtagelse)|\bansøger\b|\bdet\s+foreslås",
            _GODKENDELSE,
        ),
    )
)
# 'Stedfortræder for Anne Holm (O)': a party, not the kind of the case.
_PARTY = re.compile(r"\b(?:for|fra|af|ved)\s+(?:[A-ZÆØÅ][\w.-]+\s+){2,4}\([A-ZÆØÅ]{1,2}\)")
# The last sentence of a case says what it is put before the body for.
_CLOSING: tuple[tuple[re.Pattern[str], Kinds], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), kinds)
    for pattern, kinds in (
        (
            r"\b(?:fore|frem)lægges\s+(?:hermed\s+)?(?:for\s+\w+\s+)?til\s+(?:\w+s\s+)?(?:orientering|efterretning)"
            r"|\A\w*(?:udvalget|rådet|bestyrelsen)\s+orienteres\b|\A\W*til\s+orientering\b",
            _ORIENTERING,
        ),
        (
            r"\b(?:fore|frem)lægges\s+(?:hermed\s+)?(?:for\s+\w+\s+)?til\s+(?:\w+s\s+)?drøftelse"
            r"|\A\w*(?:udvalget|rådet|bestyrelsen)\s+(?:skal|bedes)\s+(?:\w+\s+){0,2}?drøfte\b",
            _DROEFTELSE,
        ),
        (
            r"\b(?:fore|frem)lægges\s+(?:hermed\s+)?(?:for\s+\w+\s+)?til\s+(?:\w+s\s+)?(?:beslutning|godkendelse|vedtagelse"
            r"|afgørelse|stillingtagen)"
            r"|\A\w*(?:udvalget|rådet|bestyrelsen)\s+(?:skal|bedes)\s+(?:\w+\s+){0,2}?(?:godkende|beslutte|tage\s+stilling)\b",
            _GODKENDELSE,
        ),
    )
)
_LAST_SENTENCE = re.compile(r"(?:\A|[.!?:]\s+|\n)(?P<said>[^.!?\n]{8,200})[.!]?\s*\Z")
_OF_MARKER: dict[str, Kinds] = {"b": _GODKENDELSE, "d": _DROEFTELSE, "t": _DROEFTELSE, "o": _ORIENTERING}


def title_kinds(title: str) -> Kinds | None:
    """The type that a title names or suggests.

    Args:
        title: The title as printed.

    Returns:
        Its kinds, None where it tells nothing.
    """
    if is_absence_list(title):
        return _ANDET
    found = _first(title)
    return None if found is None else _TITLES[found][1]


def is_question_time(title: str) -> bool:
    """Whether an item of a title is question time ('Spørgetid', 'Borgernes halve time')."""
    return _ASKED.search(title) is not None


def is_inquiry(title: str) -> bool:
    """Whether an item of a title puts a question to somebody ('Forespørgsel til borgmesteren om havnen')."""
    return _INQUIRY.match(title) is not None


def names_its_kind(title: str) -> bool:
    """Whether a title names its type ('Orientering om …') and does not only suggest it by what it is about."""
    found = _first(title)
    return is_absence_list(title) or (found is not None and found < _NAMING)


def _first(title: str) -> int | None:
    title = _PARTY.sub(" ", title)
    return next((index for index, (pattern, _) in enumerate(_TITLES) if pattern.search(title)), None)


def text_kinds(sections: Sequence[Section]) -> Kinds | None:
    """The type that a case's sections name ('Sagstype: Drøftelsessag') or suggest.

    Args:
        sections: The sections; decisions are passed over.

    Returns:
        Its kinds, None where they tell nothing.
    """
    told = _told(sections)
    for text in told:
        marker = _MARKER.search(text[:2000])
        if marker:
            return _OF_MARKER[(marker.group("kind") or marker.group("typed"))[0].lower()]
    closing = closing_kinds(sections)
    if closing is not None:
        return closing
    for text in told:
        found = [(match.start(), kinds) for pattern, kinds in _TEXT if (match := pattern.search(text[:4000]))]
        if found:
            return min(found, key=lambda pair: pair[0])[1]
    return None


def closing_kinds(sections: Sequence[Section]) -> Kinds | None:
    """The type that the last sentence of a section names: 'Sagen forelægges til drøftelse.'"""
    for text in _told(sections):
        last = _LAST_SENTENCE.search(text[-240:])
        found = next((kinds for pattern, kinds in _CLOSING if last and pattern.search(last["said"])), None)
        if found is not None:
            return found
    return None


def _told(sections: Sequence[Section]) -> list[str]:
    return [
        section.text
        for section in sections
        if section.kind not in ("beslutning", "tidligere_beslutning", "bilag", "fravaer")
    ]
