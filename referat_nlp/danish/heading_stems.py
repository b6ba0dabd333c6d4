"""What a section heading that no lexicon holds probably means, by the stems of its words.

Municipalities coin headings of their own ('Kroner og øre', 'Vi indstiller', 'Hvorfor kommer sagen nu?'). A heading
that a document repeats from item to item is a section all the same; its kind is read from its stems.
"""

from __future__ import annotations

import re

#: Stem pattern → kind, the first that matches counts.
_STEMS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), kind)
    for pattern, kind in (
        (r"\b(?:videre|kommende) (?:\w+ )?(?:sags)?forløb", "tidsplan"),
        (r"\btidligere|\bforløb|histori|\bfagudvalg|udvalgsbehandl", "tidligere_beslutning"),
        (
            r"\bvidere (?:proces|forløb)|\bproces|tidsplan|\bnæste skridt|\bhvad sker der nu|\bopfølg"
            r"|\btidsperspektiv|\bhvornår",
            "tidsplan",
        ),
        (r"kompetence|\bhvem beslutter|\bhvem afgør|\bsagsgang|\bafgøres", "kompetence"),
        (
            r"\b(?:administration|forvaltning|direktion|borgmester|\w*chef|\w*direktør|forslagsstiller)\w*"
            r" (?:forslag|anbefaling)"
            r"|forslag til (?:beslutning|afgørelse)|indstill|beslutningspunkt|\banbefal|\bforeslå|\bopfordr"
            r"|beslutningsforslag|\bvi foreslår"
            r"|\bhvad skal (?:vi|i|udvalget|byrådet) (?:beslutte|tage stilling)",
            "indstilling",
        ),
        (
            r"\bbeslut|\bkonklu|\bvedtag|\bafgørelse|\bresultat af behandl|\budfald|\bsådan (?:blev|endte)"
            r"|\bprotokol|\bvedtog|\budvalgets behandl|\bmødets behandl|\breferat\b",
            "beslutning",
        ),
        (
            r"\bkort\b|\bresum|\bsammenfat|\bsammendr|\bkorte træk|\boverblik|\bessens|\bi få ord|\bnøglen|\bkerne",
            "resume",
        ),
        (r"\bbilag|\bvedhæft|\bvedlag|\bdokument|\bfiler\b|\bmateriale", "bilag"),
        (r"\bfravær|\bafbud|\bforfald|\bikke mødt|\binhabil", "fravaer"),
        (
            r"økonom|\bkrone|\bpenge|\budgift|finans|\bbevilling|\bpris\b|\bbudget|\bressource"
            r"|\bhvad koster|\bkoster det|klima|\bbæredygtig|\bmiljø(?:konsekvens|vurdering)|\bkonsekvens|\beffekt",
            "oekonomi",
        ),
        (r"\blov|\bjur(?:a|idisk)|hjemmel|\bretlig|\bretsgrund|\bregler\b|\bplangrund", "lovgrundlag"),
        (r"\bhør(?:ing|t)|inddrag|\bborgerne siger|\binvolver|\bdialog\b|\bhvem er hørt", "hoering"),
        (r"kommunik|\bpresse|\bformidl|\bfortæl", "kommunikation"),
        (r"\bbaggrund|\bforhistor|\bhvorfor", "baggrund"),
        (
            r"\bbeskriv|\buddyb|\bfremstil|\bredegør|\bsagen\b|\bsagens\b|\bindhold|\bvurdering|\bproblem|\bløsning"
            r"|\bforslaget\b|\bgennemgang|\bhvad handler",
            "sagsfremstilling",
        ),
    )
)


def kind_by_stem(heading: str) -> str | None:
    """The kind that a heading's words suggest, or None where they suggest none."""
    for pattern, kind in _STEMS:
        if pattern.search(heading):
            return kind
    return None
