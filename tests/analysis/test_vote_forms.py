"""Families of the forms in which votes are printed: one line a ballot, as counts and names of each side."""

from __future__ import annotations

import pytest

from referat_nlp.analysis.context import ItemContext
from referat_nlp.analysis.votes import GrammarVoteExtractor
from referat_nlp.danish.people import Member
from referat_nlp.schema import Ballot, Decision, Item, Voter
from tests.analysis.test_votes import read

ROSTER = (Member("Anne Holm", "A"), Member("Bo Lind", "Ny Vækst"), Member("Per Ek", "V"), Member("Kaj Toft", "Ø"))


def side(count: int | None, voters: list[Voter]) -> str:
    names = ", ".join(str(voter.name or voter.party) for voter in voters if not voter.inferred)
    return f"{'-' if count is None else count} {names}".strip()


def told(ballot: Ballot) -> str:
    """A ballot in one line: 'main vedtaget: 4 A, F | 2 V | -', unanimity as '!'."""
    counts = ballot.counts
    sides = (
        side(counts.for_, ballot.for_), side(counts.against, ballot.against), side(counts.abstain, ballot.abstain)
    )  # fmt: skip
    return f"{ballot.motion} {ballot.result}{'!' * ballot.unanimous}: {' | '.join(sides)}"


FORMS = [
    # Initials are no parties, and surnames no nouns.
    ("Imod stemte Per P. Holm, H.C. Krog og P. V. Ravn.", ["main None: - | - Per P. Holm, H.C. Krog, P. V. Ravn | -"]),
    ("Imod stemte J.P. Holm (V), Hans-Chr. Bak (O) og Karl Th. Lund.",
     ["main None: - | - J.P. Holm, Hans-Chr. Bak, Karl Th. Lund | -"]),
    ("Karl A. Larsen, Ture E. Nielsen og H. C. Ravn stemte imod.",
     ["main None: - | - Karl A. Larsen, Ture E. Nielsen, H. C. Ravn | -"]),
    ("Tiltrådt. Imod: O. Afholdt sig: Ø.", ["main vedtaget: - | - O | - Ø"]),
    # Commas that were left out, brackets too many.
    ("For: A (2) C (1) F (1)\nImod: V (1) O (1)", ["main vedtaget: 4 A, C, F | 2 V, O | -"]),
    ("Imod stemte Per Dam (F) Ib Bak (F) og Irma Toft (F) – i alt 3. Vedtaget.",
     ["main vedtaget: - | 3 Per Dam, Ib Bak, Irma Toft | -"]),
    ("Et flertal bestående af Per Dam (A)) Ib Bak (V), Irma Toft (A) anbefaler planen.",
     ["main vedtaget: - Per Dam, Ib Bak, Irma Toft | - | -"]),
    ("Imod stemte Per Dam (F) Ib Bak (V) undlod at stemme.", ["main None: - | - Per Dam | - Ib Bak"]),
    # People under the name of their party.
    ("For stemte:\nSocialdemokratiet:\nAnne Holm, Ib Bak\nKonservative:\nIda Krog\nImod stemte:\nVenstre:\nPer Ek",
     ["main vedtaget: - Anne Holm, Ib Bak, Ida Krog | - Per Ek | -"]),
    ("For stemte:\nSocialdemokratiet\nVenstre\nImod stemte:\nEnhedslisten\nVedtaget.",
     ["main vedtaget: - Socialdemokratiet, Venstre | - Enhedslisten | -"]),
    # Labels and counts on lines of their own, the voters below.
    ("For stemte: 3\nA\nC\nImod stemte: 2\nPer Dam (F)\nIb Bak (V)\nVedtaget.",
     ["main vedtaget: 3 A, C | 2 Per Dam, Ib Bak | -"]),
    ("For: 3\nImod: 2\nPer Dam (F) deltog ikke.", ["main vedtaget: 3 | 2 | -"]),
    ("For\nA, F\nImod\nV, O\nVedtaget.", ["main vedtaget: - A, F | - V, O | -"]),
    ("Ja-stemmer\nA (5)\nF (2)\nNej-stemmer\nV (3)\nVedtaget.", ["main vedtaget: 7 A, F | 3 V | -"]),
    ("For stemte:\n\n2 (C+V)\n\nImod stemte:\n\nUndlod at stemme:\n\n4 (A+O+T)\n\nGodkendt.",
     ["main vedtaget: 2 C, V | - | 4 A, O, T"]),
    # What somebody proposes stands below in lines of its own.
    ("Ændringsforslag fra F\n\nAt byen som anbefalet af Hede Nord venter.\n\nFor stemte: F (2)\n\n"
     "Imod stemte: V (7)\n\nÆndringsforslag ikke vedtaget.", ["amendment forkastet: 2 F | 7 V | -"]),
    # Tallies under labels, in any dress.
    ("Ja: 4 (A og F) Nej: 2 (V) Blank: 0", ["main vedtaget: 4 A, F | 2 V | 0"]),
    ("For (5): A, F og Ø. Imod (4): V og C. Undlod (1): O.", ["main vedtaget: 5 A, F, Ø | 4 V, C | 1 O"]),
    ("Sat til afstemning:\nJa (9): A, F\nNej (6): V\nBlankt (1): O", ["main vedtaget: 9 A, F | 6 V | 1 O"]),
    ("Ja-stemmer: 3 – Enhedslisten (1), SF (2). Nej-stemmer: 8 – Venstre (8).",
     ["main forkastet: 3 Enhedslisten, SF | 8 Venstre | -"]),
    ("Stemmetallene var 9-6. For var A og F. Imod var V.", ["main vedtaget: 9 A, F | 6 V | -"]),
    # Counts behind what was decided, and in other orders than 'stemte for'.
    ("Godkendt. 1 imod (Bo Lind).", ["main vedtaget: - | 1 Bo Lind | -"]),
    ("Afvist med 2 stemmer for (Ø) mod 11.", ["main forkastet: 2 Ø | 11 | -"]),
    ("Med stemmerne 19 for 1 imod godkendte byrådet sagen.", ["main vedtaget: 19 | 1 | -"]),
    ("Elleve stemmer var for. To stemmer var imod (F).", ["main vedtaget: 11 | 2 F | -"]),
    ("Herfor afgaves 5 stemmer (F og B), herimod 11.", ["main forkastet: 5 F, B | 11 | -"]),
    ("Vedtaget med 24 stemmer for (A) og 3, der undlod at stemme (C).", ["main vedtaget: 24 A | - | 3 C"]),
    ("Vedtaget med 4 for og 1 imod, og 2 (Æ) undlod at stemme.", ["main vedtaget: 4 | 1 | 2 Æ"]),
    ("2 medlemmer, Bo Lind og Per Ek, stemte imod. Godkendt.", ["main vedtaget: - | 2 Bo Lind, Per Ek | -"]),
    ("5 af udvalgets 7 medlemmer (A, F) anbefaler sagen. De 2 øvrige (V) anbefaler det ikke.",
     ["main vedtaget: 5 A, F | 2 V | -"]),
    # Names behind what the vote is about.
    ("Vedtaget. 6 stemte for at bygge skolen ved søen (A og C), 3 stemte imod (F).",
     ["main vedtaget: 6 A, C | 3 F | -"]),
    ("2 stemte for Per Eks forslag: Anne Holm og Per Ek. 4 stemte imod.",
     ["amendment forkastet: 2 Anne Holm, Per Ek | 4 | -"]),
    # Sides told without 'stemme'.
    ("9 medlemmer går ind for forslaget (A), mens 6 går imod (V).", ["main vedtaget: 9 A | 6 V | -"]),
    ("Et mindretal på 2 (N og C) kunne støtte forslaget, mens 4 var imod (A og V).",
     ["main forkastet: 2 N, C | 4 A, V | -"]),
    ("Et flertal (A og F) på 3 anbefaler. Et mindretal (V) på 2 kan ikke anbefale.",
     ["main vedtaget: 3 A, F | 2 V | -"]),
    ("Flertallet, A og F, indstiller sagen. Mindretallet, Bo Lind, ønsker taksten uændret.",
     ["main vedtaget: - A, F | - Bo Lind | -"]),
    ("Sagen anbefales mod Bo Linds og Per Eks stemmer.", ["main vedtaget: - | - Bo Lind, Per Ek | -"]),
    ("Vedtaget med A's og F's stemmer mod V's stemmer.", ["main vedtaget: - A, F | - V | -"]),
    ("Tilbagesendt til forvaltningen. Imod stemte V.", ["procedural vedtaget: - | - V | -"]),
    # Bare figures, and sides that nobody took.
    ("Planen blev vedtaget med 9 stemmer mod én.", ["main vedtaget: 9 | 1 | -"]),
    ("Punktet er godkendt (11/6/3).", ["main vedtaget: 11 | 6 | 3"]),
    ("6-5 for forslaget.", ["main vedtaget: 6 | 5 | -"]),
    ("Tiltrådt med 8 stemmer uden modstemmer.", ["main vedtaget: 8 | 0 | -"]),
    ("F: 6 for. C: 3 imod. B: 1 undlod.", ["main vedtaget: 6 F | 3 C | 1 B"]),
    ("Fem medlemmer (A og B) indstiller planen. To medlemmer (C) ønsker den forkastet.",
     ["main vedtaget: 5 A, B | 2 C | -"]),
    ("For planen: F undtagen Per Ek samt B – i alt 8. Imod: Per Ek og C – i alt 3.",
     ["main vedtaget: 8 F, B | 3 Per Ek, C | -"]),
    # The last party's letter ends the sentence; who wishes for a step has moved none.
    ("Ændringsforslaget faldt med 6 mod 3. For stemte F og M. Indstillingen blev godkendt med 7 mod 2.",
     ["amendment forkastet: 3 F, M | 6 | -", "main vedtaget: 7 | 2 | -"]),
    ("Godkendt med 9 stemmer mod 2. Imod stemte Bo Lind og Per Ek, der ønskede sagen udsat.",
     ["main vedtaget: 9 | 2 Bo Lind, Per Ek | -"]),
    # A second result behind an amendment that is counted and decided is the case's.
    ("Ændringsforslaget fra B blev forkastet med 7 stemmer mod 2. Godkendt, idet C og I stemte imod.",
     ["amendment forkastet: 2 | 7 | -", "main vedtaget: - | - C, I | -"]),
    ("Ændringsforslaget blev vedtaget med 5 stemmer mod 4. Takstbladet blev tiltrådt. For: A og F. Imod: C.",
     ["amendment vedtaget: 5 | 4 | -", "main vedtaget: - A, F | - C | -"]),
    ("Sådan blev det besluttet:\n\nPlanen fik 6 stemmer for og 6 imod. Ved stemmelighed er planen faldet.",
     ["main forkastet: 6 | 6 | -"]),
    # All of one mind.
    ("Enstemmigt som foreslået.", ["main vedtaget!: - | - | -"]),
    ("Alle var enige om at vælge model 2.", ["main vedtaget!: - | - | -"]),
    ("En enig kommunalbestyrelse vedtog planen.", ["main vedtaget!: - | - | -"]),
    ("Vedtaget af samtlige 18 medlemmer.", ["main vedtaget!: 18 | - | -"]),
    ("Punkt 1: 9 for, 6 imod. Punkt 2: Enstemmigt.", ["main vedtaget: 9 | 6 | -", "main vedtaget!: - | - | -"]),
    # Choices: the rivals' votes are against nothing.
    ("For Egeskolen stemte 7. For Åskolen stemte 4.", ["main vedtaget: 7 | - | -"]),
    ("9 stemte for model 1 (A og F), 6 for model 2 (V). Model 1 er hermed vedtaget.",
     ["main vedtaget: 9 A, F | - | -"]),
    ("1: Udvalget valgte den gamle skole med fire stemmer.", ["main vedtaget: 4 | - | -"]),
    # Minorities, and two votes in one sentence.
    ("Udvalgets flertal (A) anbefaler. Mindretallet (V) anbefaler, at sagen afvises.",
     ["main vedtaget: - A | - V | -"]),
    ("Byrådet forkastede V's ændringsforslag med 9 stemmer mod 6 og vedtog derefter indstillingen med 13 mod 2.",
     ["amendment forkastet: 6 | 9 | -", "main vedtaget: 13 | 2 | -"]),
    # Whose a motion is, and motions under the code of a list.
    ("Det Radikale Venstre fremsatte følgende ændringsforslag:\n\n”at broen males rød hvert år”\n\nDet af Radikale "
     "Venstre fremsatte ændringsforslag blev vedtaget uden afstemning.\n\nForslaget blev herefter godkendt med 5 "
     "stemmer mod 2.",
     ["main vedtaget: 5 | 2 | -"]),
    ("Det af V fremsatte forslag om udvalgshenvisning blev forkastet med 5 mod 2.\nForslaget blev herefter forkastet "
     "med 6 mod 1.", ["procedural forkastet: 2 | 5 | -", "main forkastet: 1 | 6 | -"]),
    ("Æ4 fra V: Ny bro (jf. bilag 3)\n\nÆndringsforslaget blev forkastet med 5 stemmer mod 2.\n\nÆ9 fra C: Lavere "
     "takst\n\nÆndringsforslaget blev godkendt med 6 stemmer mod 1.",
     ["amendment forkastet: 2 | 5 | -", "amendment vedtaget: 6 | 1 | -"]),
    # How somebody voted, told as a remark or as an exception.
    ("Godkendt med bemærkning om, at Liste E stemmer imod.", ["main vedtaget: - | - E | -"]),
    ("Godkendt med den bemærkning, at A og C undlod at stemme.", ["main vedtaget: - | - | - A, C"]),
    ("Godkendt med den bemærkning, at vejen bliver bred. Ø stemte imod.", ["main vedtaget: - | - Ø | -"]),
    ("Godkendt med undtagelse af Ø, der stemte imod.", ["main vedtaget: - | - Ø | -"]),
    ("Et flertal i udvalget, bestående af Anne Holm (A) og Bo Lind (V), godkender planen.\n\nEt mindretal, bestående "
     "af Per Ek (O), stemmer imod.", ["main vedtaget: - Anne Holm, Bo Lind | - Per Ek | -"]),
    ("3 medlemmer (A) anbefaler planen. 2 medlemmer (V) anbefaler, at sagen udsættes.",
     ["main vedtaget: 3 A | 2 V | -"]),
    ("Fremsendes til byrådet med anbefaling af scenarie 2.", []),
    # Steps moved, under whatever name they come to the vote.
    ("C foreslog, at sagen udsættes.\n\nC's forslag: 8 stemte for, 11 stemte imod.",
     ["procedural forkastet: 8 | 11 | -"]),
    ("Formanden foreslog, at sagen henvises til udvalget. For formandens forslag stemte 8, imod stemte 5.",
     ["procedural vedtaget: 8 | 5 | -"]),
    ("Forslaget blev med 16 stemmer mod 2 oversendt til Skoleudvalget.", ["procedural vedtaget: 16 | 2 | -"]),
    ("N ønskede, at sagen blev optaget som hastesag. 3 stemte for, mens 12 stemte imod, at sagen blev optaget.",
     ["procedural forkastet: 3 | 12 | -"]),
    ("Bo Lind ville have sagen udsat. Det stemte 3 for og 4 imod. Sagen blev herefter godkendt.",
     ["procedural forkastet: 3 | 4 | -"]),
    ("V stillede forslag om, at midlerne tages af kulturpuljen. Det blev vedtaget med 10 mod 8.",
     ["amendment vedtaget: 10 | 8 | -"]),
    ("Et af Per Ek (F) fremsat forslag om ni medlemmer fik 2 stemmer (F) og var dermed faldet.",
     ["amendment forkastet: 2 F | - | -"]),
    ("Et af Per Ek (F) fremsat forslag om punktets tilbagevisning til Skoleudvalget blev forkastet med 9 mod 4.",
     ["procedural forkastet: 4 | 9 | -"]),
    # Points whose numbers stand on lines of their own.
    ("Ad 1\n\nFor stemte: 6 (A+F)\n\nImod stemte: 2 (V)\n\nUndlod at stemme:\n\nGodkendt.\n\n"
     "Ad 2\n\nFor stemte: 6 (A+F)\n\nImod stemte:\n\nUndlod at stemme: 2 (V)\n\nGodkendt.",
     ["main vedtaget: 6 A, F | 2 V | -", "main vedtaget: 6 A, F | - | 2 V"]),
    # Members outside the parties, by small letters.
    ("For stemte: A (9), C (10) og Per Ek (ufp), i alt 20. Imod stemte: B (4) og Ø (6), i alt 10. Vedtaget.",
     ["main vedtaget: 20 A, C, Per Ek | 10 B, Ø | -"]),
    # Local lists of several words.
    ("For indstillingen stemte 3 (Venstre, Bo Lind)\nImod stemte 2 (Den Blå Fællesliste, Ida Krog)\nGodkendt.",
     ["main vedtaget: 3 Venstre, Bo Lind | 2 Den Blå Fællesliste, Ida Krog | -"]),
    ("For stemte A. Imod stemte den Blå Liste og Ida Krog. Forslaget blev vedtaget.",
     ["main vedtaget: - A | - den Blå Liste, Ida Krog | -"]),
]  # fmt: skip

ELECTIONS = [
    ("For Per Ek: 5 (A, C). For Bo Lind: 4 (V, O).\nPer Ek valgt.", ["election vedtaget: 5 A, C | - | -"]),
    ("Per Ek blev valgt til formand med stemmerne fra A og F. V stemte for Bo Lind.",
     ["election vedtaget: - A, F | - | -"]),
    ("Per Ek fik 10 stemmer, og Bo Lind fik 8. Valgt er Per Ek.", ["election vedtaget: 10 | - | -"]),
    ("Per Ek fik seks stemmer og er valgt. Bo Lind fik fem stemmer og er valgt.",
     ["election vedtaget: 6 | - | -", "election vedtaget: 5 | - | -"]),
    ("Per Ek (V) blev udpeget med 8 stemmer (A og C), mens Bo Lind fik 5 stemmer.",
     ["election vedtaget: 8 A, C | - | -"]),
    ("Per Ek fik 13 stemmer, Bo Lind 9, og 2 stemte blankt. Per Ek er hermed valgt.",
     ["election vedtaget: 13 | - | 2"]),
    ("Som nyt medlem valgtes Per Ek (C) med stemmerne fra V og C.", ["election vedtaget: - V, C | - | -"]),
    ("Per Ek fik 7 stemmer (A) og Bo Lind 7 stemmer (V). Kaj Toft stemte blankt. Der foretoges ny afstemning. "
     "Ved anden afstemning blev Per Ek valgt med 8 stemmer (A og T).", ["election vedtaget: 8 A, T | - | -"]),
    ("Per Ek fik 11 stemmer og er dermed valgt. Bo Lind fik 7 stemmer, og 1 stemte blankt.",
     ["election vedtaget: 11 | - | 1"]),
    ("7 stemte for Per Ek, 4 stemte for Bo Lind. Per Ek er valgt.", ["election vedtaget: 7 | - | -"]),
    ("A, B og F stemte for Anne Holm. Anne Holm blev valgt.", ["election vedtaget: - A, B, F | - | -"]),
    ("Per Ek blev udpeget. Det var alle enige om.", ["election vedtaget!: - | - | -"]),
    ("Per Ek blev valgt som formand.\n\nFor: Gruppe A, F og V.\n\nImod: Liste H og Gruppe Ø.",
     ["election vedtaget: - A, F, V | - H, Ø | -"]),
    ("Ad 1. Per Ek blev valgt. For stemte A og V. Ad 2. Bo Lind blev valgt som suppleant. Ø stemte imod.",
     ["election vedtaget: - A, V | - | -", "election vedtaget: - | - Ø | -"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FORMS)
def test_form(text: str, expected: list[str]) -> None:
    assert [told(ballot) for ballot in read(text).ballots] == expected


@pytest.mark.parametrize(("text", "expected"), ELECTIONS)
def test_election(text: str, expected: list[str]) -> None:
    ballots = read(text, title="Nyt medlem af Ældrerådet").ballots
    assert [told(ballot) for ballot in ballots] == expected


def test_lists_about_another_item_are_another_vote() -> None:
    text = (
        "Per Ek foreslår, at punkterne 111 og 112 tages af dagsorden.\n"
        "For at punkt 111 tages af dagsorden stemmer:\nBo Lind og Lis Dam.\n"
        "Imod at punkt 111 tages af dagsorden stemmer:\nIda Krog.\n"
        "Forslaget er vedtaget, hvorfor punkt 111 tages af dagsorden.\n"
        "For at punkt 112 tages af dagsorden stemmer:\nBo Lind.\n"
        "Imod at punkt 112 tages af dagsorden stemmer:\nIda Krog og Lis Dam.\nForslaget falder."
    )
    assert [told(ballot) for ballot in read(text).ballots] == [
        "procedural vedtaget: - Bo Lind, Lis Dam | - Ida Krog | -",
        "procedural forkastet: - Bo Lind | - Ida Krog, Lis Dam | -",
    ]


def test_votes_for_persons_are_an_election_under_any_title() -> None:
    text = "For Per Lund Ek stemte A og F (12). For Bo Lind Krog stemte 5 medlemmer. Per Lund Ek er herefter valgt."
    ballots = read(text, title="Havnebestyrelsen").ballots
    assert [told(ballot) for ballot in ballots] == ["election vedtaget: 12 A, F | - | -"]


def test_who_is_elected_by_the_vote_before_is_elected_by_it() -> None:
    vote = "Per Ek anbefalede Bo Lind som formand. For dette stemte 9 medlemmer (A og V). Imod stemte Ø.\n\n"
    (ballot,) = read(vote + "Bo Lind er herefter valgt til formand for rådet.", title="Konstituering").ballots
    assert told(ballot) == "election vedtaget: 9 A, V | - Ø | -"
    (ballot,) = read("Godkendt med 9 stemmer mod 4. Bo Lind blev valgt til formand.", title="Rådet").ballots
    assert ballot.motion == "main"


def test_a_line_that_ends_in_the_midst_of_a_vote_ends_no_sentence() -> None:
    text = (
        "Forslaget om en ny sti langs havnen kom derefter til afstemning og blev\n"
        "vedtaget med 9 stemmer for og 2 stemmer imod. Imod stemte\n"
        "Anne Holm (A) og Per Ek (V). Ida Krog-Halkær (B) samt Ole Emil\n"
        "Damsholm-Grave (C) undlod at stemme."
    )
    (ballot,) = read(text).ballots
    assert told(ballot).endswith("vedtaget: 9 | 2 Anne Holm, Per Ek | - Ida Krog-Halkær, Ole Emil Damsholm-Grave")


def test_the_header_gives_the_parties_of_an_earlier_vote() -> None:
    text = "Anbefales med 4 stemmer imod 1. Imod stemte Anne Holm."
    item = Item(
        id="1", title="Ny sti", span=(0, len(text)), decisions=[Decision(text=text, span=(0, len(text)), own=False)]
    )
    (result,) = GrammarVoteExtractor()([ItemContext(item, text, "Byrådet", ROSTER)])
    (ballot,) = result.ballots
    assert (ballot.motion, ballot.against[0].name, ballot.against[0].party) == ("prior", "Anne Holm", "A")


@pytest.mark.parametrize(
    ("text", "reserved", "dissenting"),
    [
        ("Godkendt med forbehold fra V.", ["V"], []),
        ("Anbefales. V meddeler sin stilling i byrådet.", ["V"], []),
        ("V afventer behandlingen i byrådet. Anbefales.", ["V"], []),
        ("Anbefales. Bo Lind tager foreløbigt forbehold.", ["Bo Lind"], []),
        ("Tiltrådt. Bo Lind kan ikke medstemme.", [], ["Bo Lind"]),
        ("Tiltrådt. Dissens: Bo Lind (V).", [], ["Bo Lind"]),
    ],
)
def test_position(text: str, reserved: list[str], dissenting: list[str]) -> None:
    result = read(text)
    assert [person.name or person.party for person in result.reservations] == reserved
    assert [person.name or person.party for person in result.dissent] == dissenting


def test_a_list_that_the_header_names_is_a_party() -> None:
    (ballot,) = read("For: 3 – Ny Vækst (2) og Kaj Toft. Imod: 9.", members=ROSTER).ballots
    assert told(ballot) == "main forkastet: 3 Ny Vækst, Kaj Toft | 9 | -"


def test_the_council_under_its_full_name_is_the_body_that_met() -> None:
    (ballot,) = read("Byrådet vedtog planen med 9 stemmer mod 2.", body="Holmby Byråd").ballots
    assert told(ballot) == "main vedtaget: 9 | 2 | -"


@pytest.mark.parametrize("body", ["Økonomi- og Erhvervsudvalget (2022-2025)", "Økonomi- og Erhvervsudvalget 2022-25"])
def test_a_body_with_its_term_is_the_body_that_met(body: str) -> None:
    text = "Økonomi- og Erhvervsudvalget vedtog med 5 stemmer mod 2, at grunden sælges. Imod stemte Bo Lind og Per Ek."
    (ballot,) = read(text, body=body).ballots
    assert told(ballot) == "main vedtaget: 5 | 2 Bo Lind, Per Ek | -"


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("Taget ad notam. V foreslog en ny frist. 5 stemte for, 1 imod.",
         "V foreslog en ny frist. 5 stemte for, 1 imod."),
        ("V foreslog en ny frist.\n\nFor forslaget: 5. Imod: 1.", "For forslaget: 5. Imod: 1."),
        ("V foreslog en ny frist.\n\nV stemte for, A stemte imod.",
         "V foreslog en ny frist.\n\nV stemte for, A stemte imod."),
        ("1. Anbefales.\n2. Anbefales.\n\nV stemte imod punkt 1 og 2.",
         "1. Anbefales.\n2. Anbefales.\n\nV stemte imod punkt 1 og 2."),
    ],
)  # fmt: skip
def test_where_the_evidence_begins_and_ends(text: str, evidence: str) -> None:
    (ballot,) = read(text).ballots
    assert text[slice(*ballot.span)] == evidence


@pytest.mark.parametrize(
    ("text", "proposer"),
    [
        ("V, C og O's ændringsforslag blev forkastet med 5 stemmer imod og 4 for.", "V, C og O"),
        ("Venstres ændringsforslag blev forkastet med 5 stemmer imod og 4 for.", "Venstre"),
        ("Afstemning om ændringsforslag 1 (fra V):\nFor: V (4)\nImod: A (5)", "V"),
    ],
)
def test_who_put_an_amendment(text: str, proposer: str) -> None:
    assert [ballot.proposer for ballot in read(text).ballots] == [proposer]


def test_a_line_with_a_party_heads_its_members() -> None:
    text = "For stemte:\nSocialdemokratiet\nAnne Holm\nImod stemte:\nVenstre\nPer Ek\nVedtaget."
    (ballot,) = read(text, members=ROSTER).ballots
    assert told(ballot) == "main vedtaget: - Anne Holm | - Per Ek | -"
    assert [voter.party for voter in (*ballot.for_, *ballot.against)] == ["Socialdemokratiet", "Venstre"]


def test_an_opinion_entered_in_the_minutes_is_dissent() -> None:
    dissent = read("Per Ek ønskede sin afvigende mening ført til protokols. Godkendt.").dissent
    assert [person.name for person in dissent] == ["Per Ek"]


def test_who_got_votes_and_was_elected_makes_an_election() -> None:
    text = "Per Ek fik 5 stemmer, Bo Lind fik 4 stemmer. Per Ek er valgt."
    assert [told(ballot) for ballot in read(text, title="Ny bro").ballots] == ["election vedtaget: 5 | - | -"]


@pytest.mark.parametrize(
    ("members", "text", "expected"),
    [
        # Others can have voted, too: nobody has counted.
        (5, "For: Anne Holm, Bo Lind. Imod: Per Ek, Kaj Toft.",
         "main None: - Anne Holm, Bo Lind | - Per Ek, Kaj Toft | -"),
        (4, "For: Anne Holm, Bo Lind. Imod: Per Ek, Kaj Toft.",
         "main forkastet: - Anne Holm, Bo Lind | - Per Ek, Kaj Toft | -"),
        (5, "For: 2 (Anne Holm, Bo Lind). Imod: 2 (Per Ek, Kaj Toft).",
         "main forkastet: 2 Anne Holm, Bo Lind | 2 Per Ek, Kaj Toft | -"),
    ],
)  # fmt: skip
def test_equal_lists_are_a_tie_where_they_are_all_votes(members: int, text: str, expected: str) -> None:
    roster = (*ROSTER, Member("Ida Krog", "C"))[:members]
    assert [told(ballot) for ballot in read(text, members=roster).ballots] == [expected]


@pytest.mark.parametrize(
    ("about", "motion"),
    [
        ("om at udskyde punktet", "procedural"),
        ("om, at sagen udsættes til maj,", "procedural"),
        ("om udsættelse af sagen", "procedural"),
        ("om at udskyde anlægget til 2027", "amendment"),
        ("om udsættelse af byggeriet", "amendment"),
        ("om at udsætte sagen, og at der laves en ny plan,", "amendment"),
    ],
)
def test_an_amendment_that_only_puts_the_case_off_is_a_step(about: str, motion: str) -> None:
    (ballot,) = read(f"Venstres ændringsforslag {about} blev forkastet med 3 stemmer mod 2.").ballots
    assert (ballot.motion, ballot.result, ballot.proposer) == (motion, "forkastet", "Venstre")
