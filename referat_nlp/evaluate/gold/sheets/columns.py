"""The columns of a labelling sheet and the Danish words that stand in them.

People fill the sheets in Danish; the data contract's English values have a Danish word each.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

from ....schema import AbsenceKind, BallotResult, ItemType, Motion, Outcome

ITEMS = "Punkter"
BALLOTS = "Afstemninger"
GUIDE = "Vejledning"

NONE_WORDS = ("ingen", "-", "–", "—")
"""What a labeller writes for "there is none"; a blank cell is not labelled."""
YES, NO = "ja", "nej"

TYPES: tuple[str, ...] = get_args(ItemType)
OUTCOMES: tuple[str, ...] = get_args(Outcome)
RESULTS: tuple[str, ...] = get_args(BallotResult)
BINDING: tuple[ItemType, ...] = ("godkendelse", "drøftelse", "orientering", "andet")
"""Types from the most binding on: the first of an item's types is its type."""
COMBINED_TYPES = (
    *BINDING,
    "godkendelse + orientering",
    "godkendelse + drøftelse",
    "drøftelse + orientering",
    "godkendelse + drøftelse + orientering",
)
MOTIONS: Mapping[str, Motion] = {
    "hovedforslag": "main",
    "ændringsforslag": "amendment",
    "procedure": "procedural",
    "valg": "election",
    "tidligere udvalg": "prior",
}
ABSENCES: Mapping[str, AbsenceKind] = {
    "fraværende": "absent",
    "afbud": "excused",
    "inhabil": "disqualified",
    "forlod mødet": "left_early",
}
SUBSTITUTE = "stedfortræder"
CUT = "[… forkortet]"
"""Ends a text that the sheet could not show whole."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a sheet.

    Attributes:
        key: Its name in the code; also read as a header, in lower case.
        header: Its header in the sheet.
        width: Its width in characters.
        label: Whether it is the labeller's to fill; the others are context.
        choices: What its drop-down offers.
        counts: Whether it holds whole numbers.
        optional: Whether a sheet is in order without it.
        tip: What the sheet says where a cell of it is chosen.
    """

    key: str
    header: str
    width: int
    label: bool = False
    choices: tuple[str, ...] = ()
    counts: bool = False
    optional: bool = False
    tip: str = ""


_NAMES_TIP = "Som trykt, adskilt af semikolon: Bo Lind (V); A. Skriv 'ingen', når der ingen er."

ITEM_COLUMNS = (
    Column("row", "Løbenr.", 8, optional=True),
    Column("number", "Punkt", 7, optional=True),
    Column("title", "Titel", 28, optional=True),
    Column("meeting", "Møde", 20, optional=True),
    Column("proposal", "Indstilling", 42, optional=True),
    Column("case", "Sag", 60, optional=True),
    Column("decision", "Beslutning", 70, optional=True),
    Column(
        "type", "Type", 14, True, BINDING, tip="Beslutningens udsagnsord går forud for indstillingen, den for titlen."
    ),
    Column(
        "types",
        "Typer",
        26,
        True,
        COMBINED_TYPES,
        tip="Alle slags i punktet, også når der kun er én. Er Typer udfyldt, kan Type stå tom.",
    ),
    Column(
        "outcome",
        "Udfald",
        22,
        True,
        (*OUTCOMES, "ingen"),
        tip="Det, mødets eget udvalg endte med. 'ingen', når der ikke er nogen beslutning.",
    ),
    Column(
        "ballots",
        "Antal afstemninger",
        13,
        True,
        tuple(map(str, range(13))),
        tip="0, når der ingen er; ellers antallet, og én række for hver på arket Afstemninger.",
    ),
    Column("reservations", "Forbehold", 24, True, tip=_NAMES_TIP),
    Column("dissent", "Særstandpunkt", 24, True, tip=f"'Kunne ikke tiltræde' uden stemmetal. {_NAMES_TIP}"),
    Column(
        "absent",
        "Fravær",
        32,
        True,
        tip="Kun fravær, der står i punktet: Bo Lind (V): afbud, ferie, stedfortræder Eva Brun; Lis Dam: inhabil",
    ),
    Column("summary", "Resumé", 60, True, optional=True, tip="To-tre sætninger, højst 60 ord, kun med det, der står."),
    Column(
        "reviewed",
        "Gennemgået",
        12,
        True,
        (YES,),
        optional=True,
        tip="ja, når du har læst teksten og rettet forslagene. Uden ja tæller rækken ikke.",
    ),
    Column("ambiguous", "Tvivl", 8, True, (YES,), optional=True, tip="ja, når to omhyggelige læsere kan være uenige."),
    Column("note", "Note", 30, True, optional=True, tip="Fri tekst; læses ikke ind."),
    Column("path", "Dokument", 24, optional=True),
    Column("sha256", "Sha256", 12, optional=True),
    Column("id", "Punkt-id", 18, optional=True),
)

BALLOT_COLUMNS = (
    Column("item", "Løbenr.", 9, True, tip="Punktets løbenummer fra arket Punkter."),
    Column("motion", "Forslag", 18, True, tuple(MOTIONS), tip="Tomt betyder hovedforslag."),
    Column("proposer", "Stillet af", 20, True, optional=True, tip="Person eller parti, som trykt; ellers tomt."),
    Column("subject", "Om", 30, True, optional=True, tip="Hvad forslaget går ud på, hvis der er flere."),
    Column("result", "Resultat", 13, True, RESULTS, tip="Tomt, når det ikke fremgår."),
    Column("for_count", "Stemmer for", 10, True, counts=True, tip="Kun trykte tal. 'Ingen' er 0, ellers tomt."),
    Column("against_count", "Stemmer imod", 10, True, counts=True, tip="Kun trykte tal. 'Ingen' er 0, ellers tomt."),
    Column("abstain_count", "Undlod", 10, True, counts=True, tip="Kun trykte tal. 'Ingen' er 0, ellers tomt."),
    Column("unanimous", "Enstemmigt", 12, True, (YES, NO), tip="ja ved 'enstemmigt', 'et enigt udvalg'."),
    Column("for", "Navne for", 36, True, tip="Bo Lind (V); A – kun dem, der er nævnt."),
    Column("against", "Navne imod", 36, True, tip="Bo Lind (V); A – kun dem, der er nævnt."),
    Column("abstain", "Navne undlod", 36, True, tip="Bo Lind (V); A – kun dem, der er nævnt."),
)

_ABOUT = ("reviewed", "ambiguous", "note")
LABELS = tuple(column for column in ITEM_COLUMNS if column.label and column.key not in _ABOUT)
"""The columns that hold what is scored; the labeller's others say something about it."""


def danish(words: Mapping[str, str], value: str) -> str:
    """The Danish word of a value of the data contract."""
    return next(word for word, meant in words.items() if meant == value)
