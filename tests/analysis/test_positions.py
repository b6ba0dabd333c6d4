"""Votes and positions in natural words: families of predicates, each in many forms of the same sentence."""

from __future__ import annotations

import pytest

from referat_nlp.danish.people import Member
from tests.analysis.test_vote_forms import told
from tests.analysis.test_votes import read

ROSTER = tuple(Member(name, "A") for name in ("Anne Holm", "Bo Lind", "Per Ek", "Kaj Toft", "Ida Krog"))

SUPPORTS = (
    "rakte hånden op for",
    "rakte hånden i vejret for",
    "sagde ja til forslaget",
    "svarede ja",
    "trykkede ja",
    "gik ind for det",
    "går ind for forslaget",
    "var tilhængere af forslaget",
    "er fortalere for planen",
    "stod bag forslaget",
    "stillede sig bag",
    "sluttede op om forslaget",
    "var med på det",
    "gik med til planen",
    "afgav ja-stemmer",
    "støttede forslaget",
    "bakkede op om planen",
    "bakkede forslaget op",
    "fulgte indstillingen",
)
OPPOSES = (
    "rakte hånden op imod",
    "sagde nej",
    "sagde blankt nej",
    "svarede nej til forslaget",
    "trykkede nej",
    "gik imod",
    "satte sig imod forslaget",
    "stillede sig imod",
    "var modstandere af planen",
    "er modstander af forslaget",
    "fastholdt deres nej",
    "var på den anden side",
    "afgav nej-stemmer",
    "stemte ikke for",
    "kunne ikke bakke op om det",
    "ville ikke lægge stemmer til",
    "kan ikke stille sig bag planen",
    "tog afstand fra forslaget",
    "er ikke enige",
)
ABSTAINS = (
    "ønskede ikke at stemme",
    "lod være med at stemme",
    "lod være at stemme",
    "stemte blankt",
    "var blanke",
    "forholdt sig neutralt",
    "holdt sig uden for afstemningen",
)
RESERVES = (
    "tager først stilling i byrådet",
    "tager først endelig stilling, når sagen er i byrådet",
    "tager endnu ikke stilling",
    "tager ikke stilling, før høringen er slut",
    "har ikke taget stilling",
    "har endnu ikke taget endelig stilling",
    "gør først sin stilling op i byrådet",
    "venter med at tage stilling",
    "ventede med sin stillingtagen",
    "udskyder sin stillingtagen",
    "gemmer sin stilling til byrådsmødet",
    "tager stilling på byrådsmødet",
    "vil tage endelig stilling, når sagen behandles i byrådet",
    "forbeholder sig sin stilling",
    "forbeholdt sig ret til at stemme imod",
    "forholdt sig afventende",
    "stiller sig afventende",
    "bad om betænkningstid",
    "ønsker betænkningstid",
    "vender tilbage med sin endelige stilling",
    "holder sin stilling åben",
    "vil først drøfte sagen i gruppen",
    "giver først sin holdning til kende i byrådet",
)
DISSENTS = (
    "er uenig",
    "var meget uenig i beslutningen",
    "erklærede sig uenig",
    "er ikke enig i afgørelsen",
    "tog afstand fra beslutningen",
    "tager afstand fra afgørelsen",
    "kunne ikke bakke op om beslutningen",
    "bakkede ikke op om indstillingen",
    "står ikke bag beslutningen",
    "fulgte ikke flertallet",
    "deler ikke flertallets opfattelse",
    "vil ikke lægge navn til beslutningen",
    "protesterede mod afgørelsen",
    "udtrykte sin uenighed",
    "fastholdt sin kritik",
    "beklagede beslutningen",
)


@pytest.mark.parametrize("predicate", SUPPORTS)
def test_support(predicate: str) -> None:
    (ballot,) = read(f"Anne Holm, Per Ek og Ida Krog {predicate}, mens Bo Lind stemte imod. Vedtaget.").ballots
    assert told(ballot) == "main vedtaget: - Anne Holm, Per Ek, Ida Krog | - Bo Lind | -"


@pytest.mark.parametrize("predicate", OPPOSES)
def test_opposition(predicate: str) -> None:
    (ballot,) = read(f"Syv stemte for. Bo Lind og Kaj Toft {predicate}. Planen er vedtaget.").ballots
    assert told(ballot) == "main vedtaget: 7 | - Bo Lind, Kaj Toft | -"


@pytest.mark.parametrize("predicate", ABSTAINS)
def test_abstention(predicate: str) -> None:
    (ballot,) = read(f"Planen blev vedtaget med 7 stemmer mod 2. Bo Lind {predicate}.").ballots
    assert told(ballot) == "main vedtaget: 7 | 2 | - Bo Lind"


@pytest.mark.parametrize("predicate", RESERVES)
def test_reservation(predicate: str) -> None:
    result = read(f"Anbefales. Bo Lind og V {predicate}.")
    assert [person.name or person.party for person in result.reservations] == ["Bo Lind", "V"]
    assert not result.ballots


@pytest.mark.parametrize("predicate", DISSENTS)
def test_dissent(predicate: str) -> None:
    result = read(f"Tiltrådt. Kaj Toft {predicate}.")
    assert [person.name for person in result.dissent] == ["Kaj Toft"]
    assert not result.ballots


@pytest.mark.parametrize(
    "text",
    [
        "Byrådet tager først stilling, når høringen er slut.",
        "Udvalget venter med at tage stilling til næste møde.",
        "Forvaltningen er uenig med naboerne. Taget til efterretning.",
        "Der var 12 af naboerne, der sagde nej i høringen. Godkendt.",
        "Godkendt. Udvalget ville gerne have en ny vej.",
        "Bo Lind ville gerne høre mere om vejen. Godkendt.",
        "Godkendt. Bo Lind pegede på, at vejen er smal, mens Per Ek ville høre om prisen.",
        "Bo Lind holdt oplæg. Taget til efterretning.",
        "Vejen går bag om skolen og op til søen. Godkendt.",
        "Godkendt, mens Per Ek var fraværende.",
    ],
)
def test_what_tells_no_position(text: str) -> None:
    result = read(text)
    assert (result.ballots, result.reservations, result.dissent) == ([], [], [])


FORMS = [
    # Who made up a side, told behind the count.
    ("Anbefales (4-3). V, C og O udgør flertallet.", ["main vedtaget: 4 V, C, O | 3 | -"]),
    ("Anbefales med 4 mod 3. V og C udgjorde mindretallet.", ["main vedtaget: 4 | 3 V, C | -"]),
    ("Planen vedtoges med 9 mod 6. I mindretallet var V og C.", ["main vedtaget: 9 | 6 V, C | -"]),
    ("Planen vedtoges med 9 mod 6. Til flertallet hørte A og F.", ["main vedtaget: 9 A, F | 6 | -"]),
    ("Planen vedtoges med 9 mod 6. Mindretallet bestod af V og C.", ["main vedtaget: 9 | 6 V, C | -"]),
    ("Vedtaget med fem stemmer mod to. De to var Bo Lind og Per Ek.", ["main vedtaget: 5 | 2 Bo Lind, Per Ek | -"]),
    ("Forkastet med fem stemmer mod to. De fem var A og F.", ["main forkastet: 2 | 5 A, F | -"]),
    ("Vedtaget med 8 stemmer mod 1. Stemmen imod kom fra Bo Lind.", ["main vedtaget: 8 | 1 Bo Lind | -"]),
    ("Vedtaget med 8 stemmer mod 2. Modstemmerne kom fra Bo Lind og Per Ek.",
     ["main vedtaget: 8 | 2 Bo Lind, Per Ek | -"]),
    ("12 ja, fordelt på A (8) og F (4), og 3 nej, fordelt på V (3). Vedtaget.", ["main vedtaget: 12 A, F | 3 V | -"]),
    ("Ja: 9. Nej: 2 (fra V: Bo Lind; fra C: Per Ek). Vedtaget.", ["main vedtaget: 9 | 2 Bo Lind, Per Ek | -"]),
    # Others who did the same.
    ("9 stemte for. Bo Lind sagde nej, og det samme gjorde Per Ek. Vedtaget.",
     ["main vedtaget: 9 | - Bo Lind, Per Ek | -"]),
    ("9 stemte for. Bo Lind stemte imod. Det samme gjorde Per Ek. Vedtaget.",
     ["main vedtaget: 9 | - Bo Lind, Per Ek | -"]),
    # What some wanted, set against the others.
    ("Fire medlemmer valgte model B, mens Bo Lind holdt på model A. Godkendt.",
     ["main vedtaget: 4 | - Bo Lind | -"]),
    ("A, F og Ø gik ind for planen, i alt 7, mens 4 ville beholde den gamle. Vedtaget.",
     ["main vedtaget: 7 A, F, Ø | 4 | -"]),
    ("7 stemte for, mens 4 ønskede sagen sendt i høring. Vedtaget.", ["main vedtaget: 7 | 4 | -"]),
    ("Anne Holm og Per Ek ville give tilladelsen, Bo Lind ville ikke. Tilladelsen er givet.",
     ["main vedtaget: - Anne Holm, Per Ek | - Bo Lind | -"]),
    # Few alone, and all but some.
    ("Bo Lind foreslog at vente til maj. Kun Bo Lind selv støttede forslaget, 8 var imod, og det faldt.",
     ["procedural forkastet: - Bo Lind | 8 | -"]),
    ("Bo Lind stillede forslag om en sti. Alene forslagsstilleren selv stemte for, 8 stemte imod.",
     ["amendment forkastet: - Bo Lind | 8 | -"]),
    # A divided body.
    ("Udvalget delte sig 3-3 (V for, A imod). Indstillingen er dermed ikke vedtaget.",
     ["main forkastet: 3 V | 3 A | -"]),
    ("Stemmerne stod lige, 2-2, og indstillingen er ikke vedtaget. Bo Lind og Per Ek var for.",
     ["main forkastet: 2 Bo Lind, Per Ek | 2 | -"]),
    # All of one mind.
    ("Hele udvalget står bag planen, der er godkendt.", ["main vedtaget!: - | - | -"]),
    ("Udvalget sagde enstemmigt ja til planen.", ["main vedtaget!: - | - | -"]),
    ("Planen støttes af alle.", ["main vedtaget!: - | - | -"]),
    ("Planen fik tilslutning fra alle partier.", ["main vedtaget!: - | - | -"]),
    # Steps that somebody asks for in other words than 'foreslog'.
    ("Bo Lind bad om, at sagen går tilbage til udvalget. Ja: 2. Nej: 7.", ["procedural forkastet: 2 | 7 | -"]),
    ("Bo Lind ville have punktet behandlet for åbne døre. 2 stemte for, 7 imod.",
     ["procedural forkastet: 2 | 7 | -"]),
    ("Bo Lind foreslog en bænk mere. Alle undtagen Per Ek gik ind for det.\nPlanen er med den tilføjelse vedtaget; "
     "8 stemte for, og Per Ek fastholdt sit nej.",
     ["amendment vedtaget: - | - Per Ek | -", "main vedtaget: 8 | - Per Ek | -"]),
    # Whom a reason is about has not voted.
    ("A (4) bakkede op om planen. V (3) var imod, fordi borgerne får for kort tid. Godkendt.",
     ["main vedtaget: 4 A | 3 V | -"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FORMS)
def test_form(text: str, expected: list[str]) -> None:
    assert [told(ballot) for ballot in read(text).ballots] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fire pegede på Per Ek og to på Bo Lind, så Per Ek er udpeget.", "election vedtaget: 4 | - | -"),
        ("Der faldt 8 stemmer på Per Ek og 6 på Bo Lind, mens 1 seddel var blank. Per Ek er valgt.",
         "election vedtaget: 8 | - | 1"),
    ],
)  # fmt: skip
def test_election(text: str, expected: str) -> None:
    (ballot,) = read(text, title="Valg af medlem til havnebestyrelsen").ballots
    assert told(ballot) == expected


def test_persons_pointed_at_are_candidates_under_any_title() -> None:
    text = "Fire pegede på Per Lund Ek og to på Bo Lind Krog, så Per Lund Ek er udpeget."
    (ballot,) = read(text, title="Repræsentant i havnerådet").ballots
    assert told(ballot) == "election vedtaget: 4 | - | -"


@pytest.mark.parametrize(("text", "result"), [("4 stemte for.", "vedtaget"), ("4 stemte imod.", "forkastet")])
def test_more_than_half_of_those_present_decide(text: str, result: str) -> None:
    (ballot,) = read(text, members=ROSTER).ballots
    assert ballot.result == result


def test_less_than_half_do_not() -> None:
    (ballot,) = read("2 stemte for.", members=ROSTER).ballots
    assert ballot.result is None


def test_all_who_are_left_are_everyone() -> None:
    (ballot,) = read("Bo Lind var inhabil. De resterende 4 stemte alle for planen.", members=ROSTER).ballots
    assert (told(ballot), ballot.unanimous) == ("main vedtaget!: 4 | - | -", True)
