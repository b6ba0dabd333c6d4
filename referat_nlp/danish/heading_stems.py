"""What a section heading that no lexicon holds probably means, by the stems of its words.

Municipalities coin headings of their own ('Kroner og øre', 'Vi indstiller', 'Hvorfor kommer sagen nu?'). A heading
that a document repeats from item to item is a section all the same; its kind is read from its stems.
"""

from __future__ import annotations

import re
from functools import lru_cache

#: Stem pattern → kind, the first that matches counts.
_STEMS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), kind)
    for pattern, kind in (
        (r"\b(?:videre|kommende|efterfølgende) (?:\w+ )?(?:sags)?(?:forløb|behandl|gang\b|færd\b)", "tidsplan"),
        (
            # What was decided before
            r"\btidligere|\bforudgående|forløb|histori|\bfagudvalg|udvalgsbehandl|\bbehandl\w+ i (?:andre |fag)?udvalg"
            r"|\bhidtidig|\bforbehandl|\bsagen har været",
            "tidligere_beslutning",
        ),
        (
            r"\bvidere (?:proces|forløb)|\bproces|tidsplan|\bnæste (?:skridt|trin)|\bhvad sker der|\bopfølg"
            r"|\btidsperspektiv|\bhvornår|\btidshorisont",
            "tidsplan",
        ),
        (r"kompetence|\bhvem (?:beslutter|afgør|bestemmer)|\bsagsgang|\bafgøres", "kompetence"),
        (
            # Who asks for it
            r"\b(?:administration|forvaltning|direktion|borgmester|\w*chef|\w*direktør|forslagsstiller)\w*"
            r" (?:forslag|anbefaling|oplæg)"
            # 'Forslag til beslutning', 'Oplæg til afgørelse', 'Beslutningsforslag'
            r"|\b(?:forslag|oplæg|udkast) til (?:beslutning|afgørelse|vedtagelse|konklusion|protokol)|indstill"
            r"|beslutnings(?:punkt|forslag|oplæg|udkast)|\banbefal|\bforeslå|\bopfordr|\bhenstill|\btilråd"
            # 'Det skal der tages stilling til', 'Hvad skal udvalget beslutte'
            r"|\bskal (?:\w+ ){0,3}(?:tages? stilling|beslutte|afgøre|vedtage|godkende|tiltræde)|\b(?:ønskes|bedes)\b",
            "indstilling",
        ),
        (
            r"\bbeslut|\bkonklu|\bvedtag|\bafgørelse|\bafgjort|\b(?:resultat|udkomme) af|\budfald"
            r"|\bsådan (?:blev|endte|gik)|\bhvad blev|\bdet blev (?:besluttet|aftalt|til)"
            r"|\bprotokol|\bvedtog|\breferat\b|\bstillingtagen"
            # 'Mødebehandling', 'Rådets behandling', 'Behandling på mødet'
            r"|\bmødebehandl|(?:udvalget|rådet|bestyrelsen|mødet|forsamlingen|nævnet|repræsentationen)s? behandling"
            r"|^behandling(?:en)?(?: (?:på|i|under) (?:mødet|møde))?$",
            "beslutning",
        ),
        (
            r"\bkort\b|\bkorthed|\bresum|\bsammenfat|\bsammendr|\bkorte træk|\boverblik|\bessens|\bi få ord|\bnøglen"
            r"|\bkerne|\bhoved(?:punkt|træk|indhold)",
            "resume",
        ),
        (r"\bbilag|\bvedhæft|\bvedlag|\bdokument|\bfiler\b|\bmateriale|\bpapirer", "bilag"),
        (r"\bfravær|\bafbud|\bforfald|\bikke (?:mødt|til stede)|\binhabil", "fravaer"),
        (
            r"økonom|\bkrone|\bpenge|\budgift|finans|\bbevilling|\bpris\b|\bbudget|\bressource|\btakst"
            r"|\bhvad koster|\bkoster det|\bklima(?:konsekvens|vurdering)|\bmiljø(?:konsekvens|vurdering)|\bkonsekvens"
            r"|\beffekt|\bbemanding",
            "oekonomi",
        ),
        (
            r"\blov|\bjur(?:a|idisk)|hjemmel|\bretlig|\bretsgrund|\bregler\b|\bregelgrund|\bbestemmelser|\bplangrund",
            "lovgrundlag",
        ),
        (r"\bhør(?:ing|t)|inddrag|\bborgerne siger|\binvolver|\bdialog\b|\bhvem er hørt|\budtalelse", "hoering"),
        (r"kommunik|\bpresse|\bformidl|\bfortæl", "kommunikation"),
        # 'Baggrund og problem' is the case; 'Baggrund' stands beside it.
        (r"\bbaggrund (?:og|for|samt) (?!formål)(?!sagen)", "sagsfremstilling"),
        (r"\bbaggrund|\bforhistor|\bhvorfor", "baggrund"),
        (
            r"\bbeskriv|\buddyb|\bfremstil|\bredegør|\bsagen\b|\bsagens\b|\bindhold|\bvurdering|\bproblem|\bløsning"
            r"|\bforslaget\b|\bgennemgang|\bhandler|udredning|oplysninger|\bfakt(?:a|isk)|\bomtale\b|\bforklaring",
            "sagsfremstilling",
        ),
    )
)


@lru_cache(maxsize=4096)
def kind_by_stem(heading: str) -> str | None:
    """The kind that a heading's words suggest, or None where they suggest none."""
    for pattern, kind in _STEMS:
        if pattern.search(heading):
            return kind
    return None
