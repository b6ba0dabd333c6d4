"""Absences that items state."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from analysis.cases import context_of, load_cases, section

from referat_nlp.analysis.absence import RuleAbsenceExtractor
from referat_nlp.analysis.context import ItemContext
from referat_nlp.analysis.interface import AbsenceExtractor
from referat_nlp.danish.people import Member
from referat_nlp.schema import Absence, Decision, Item

EXTRACTOR: AbsenceExtractor = RuleAbsenceExtractor()
CASES = [
    case for name in ("absence", "outcomes", "ballots") for case in load_cases(name) if "absent" in case["expected"]
]
MEMBERS = (Member("Lene Holt", "A"), Member("Per Bak", "V"), Member("Ib Bak", "C"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["id"]))
def test_written_cases(case: dict[str, Any]) -> None:
    found = [absence.model_dump() for absence in EXTRACTOR([context_of(case)])[0]]
    by_name = sorted(found, key=lambda absence: str(absence["name"]))
    assert by_name == sorted(case["expected"]["absent"], key=lambda absence: str(absence["name"]))


def absences_in(decision: str, *, number: str | None = "4") -> list[Absence]:
    item = Item(
        id="x", number=number, title="Ny bro", span=(0, len(decision)),
        decisions=[Decision(body="Byrådet", text=decision, span=(0, len(decision)))],
    )  # fmt: skip
    return EXTRACTOR([ItemContext(item, decision, body="Byrådet", members=MEMBERS)])[0]


@pytest.mark.parametrize(
    ("decision", "kinds"),
    [
        ("Der var afbud fra Lene Holt og Per Bak.", {"Lene Holt": "excused", "Per Bak": "excused"}),
        (
            "Der var afbud fra Lene Holt (A) på grund af sygdom og Per Bak (V) på grund af ferie.",
            {"Lene Holt": "excused", "Per Bak": "excused"},
        ),
        ("Afbud/fravær: Lene Holt", {"Lene Holt": "excused"}),
        # A line each, without full stops: each is done with its own people.
        ("Lene Holt har meldt afbud\nPer Bak har meldt afbud", {"Lene Holt": "excused", "Per Bak": "excused"}),
        ("Lene Holt (A) var fraværende\n\nPer Bak stemte imod", {"Lene Holt": "absent"}),
        ("Lene Holt ankom til punkt 5.", {"Lene Holt": "absent"}),
        ("Lene Holt ankom til punkt 4.", {}),
        (
            "Per E. Nielsen og Lis M. Mikkelsen var fraværende.",
            {"Per E. Nielsen": "absent", "Lis M. Mikkelsen": "absent"},
        ),
        ("Medlem Lene Holt og rådmand Per Bak var fraværende.", {"Lene Holt": "absent", "Per Bak": "absent"}),
        ("På grund af inhabilitet deltog Per Bak ikke i behandlingen af sagen.", {"Per Bak": "disqualified"}),
        ("Per Bak blev erklæret inhabil og deltog ikke i sagens behandling.", {"Per Bak": "disqualified"}),
        ("Mødt var alle undtagen Lene Holt.", {"Lene Holt": "absent"}),
        ("Lene Holt gik kl. 19.15.", {"Lene Holt": "left_early"}),
        ("Orlov: Lene Holt (A)", {"Lene Holt": "absent"}),
        ("Holt deltog ikke i sagens behandling.", {"Lene Holt": "absent"}),
        ("Bak deltog ikke i sagens behandling.", {}),
        ("Lene Holt deltog ikke i afstemningen.", {}),
        ("Byrådet fandt, at Per Bak ikke var inhabil.", {}),
        ("Fraværende i Teknisk Udvalg, 5. marts 2024:\nLene Holt (A)", {}),
        ("Per Bak deltog ikke under pkt. 3-5.", {"Per Bak": "absent"}),
        ("Per Bak deltog ikke under pkt. 5-7.", {}),
        ("Per Bak (V) deltog ikke på grund af inhabilitet.", {"Per Bak": "disqualified"}),
        ("Per Bak deltog som kasserer i klubben ikke i sagens behandling.", {"Per Bak": "disqualified"}),
        ("Per Bak deltog ikke i behandlingen, da hans søn er ansat i firmaet.", {"Per Bak": "disqualified"}),
        ("Som ejer af naboejendommen deltog Per Bak ikke i behandlingen.", {"Per Bak": "disqualified"}),
        ("Per Bak er gift med ansøgeren og var ikke med i behandlingen.", {"Per Bak": "disqualified"}),
        ("Per Bak sidder i bestyrelsen og deltog derfor ikke.", {"Per Bak": "disqualified"}),
        ("Per Bak afstod fra at deltage på grund af sin ansættelse.", {"Per Bak": "disqualified"}),
        ("Per Bak, der driver Kroen Den Røde Hest, erklærede sig inhabil.", {"Per Bak": "disqualified"}),
        ("Per Bak (inhabil) deltog ikke.", {"Per Bak": "disqualified"}),
        ("Habilitet: Per Bak (V) deltog ikke i punktets behandling.", {"Per Bak": "disqualified"}),
        ("Habilitet: Ingen bemærkninger.\nPer Bak (V) deltog ikke i mødet.", {"Per Bak": "absent"}),
        ("Per Bak forlod\nmødelokalet under punktet som\ninhabil.", {"Per Bak": "disqualified"}),
        ("Per Bak trådte ud under behandlingen.", {"Per Bak": "disqualified"}),
        ("Per Bak veg sædet på grund af inhabilitet.", {"Per Bak": "disqualified"}),
        ("Per Bak trådte fra bordet på grund af inhabilitet.", {"Per Bak": "disqualified"}),
        ("Per Bak, der ejer jord ved åen, satte sig uden for døren.", {"Per Bak": "disqualified"}),
        ("Per Bak fratrådte på grund af slægtskab med ansøgeren.", {"Per Bak": "disqualified"}),
        ("Per Bak sidder i bestyrelsen og trådte ud af mødet som inhabil.", {"Per Bak": "disqualified"}),
        ("Per Bak er kasserer i klubben og opholder sig derfor uden for lokalet.", {"Per Bak": "disqualified"}),
        ("Lene Holt og Per Bak var da gået hjem.", {"Lene Holt": "left_early", "Per Bak": "left_early"}),
        ("Per Bak kunne ikke være med til afsnittet om taksten.", {}),
        ("Per Bak ankom kl. 17.25 under behandlingen af punkt 9.", {}),
        ("Uden for døren: Per Bak", {"Per Bak": "disqualified"}),
        ("Lene Holt var fraværende, da hun var til møde som formand for en klub.", {"Lene Holt": "absent"}),
        ("Lene Holt (A), næstformand, deltog ikke.", {"Lene Holt": "absent"}),
        ("Lene Holt gik kl. 18, da hendes søn var syg.", {"Lene Holt": "left_early"}),
        ("Lene Holt havde forladt mødet.", {"Lene Holt": "left_early"}),
        ("Lene Holt kørte hjem kl. 20.", {"Lene Holt": "left_early"}),
        ("Lene Holt manglede.", {"Lene Holt": "absent"}),
        ("Anbefales. Kulturudvalget den 3. marts: Fraværende: Lene Holt.", {}),
        (
            "Kulturudvalget 03-03-2024: Lene Holt var fraværende.\nByrådet den 24. marts: Per Bak manglede.",
            {"Per Bak": "absent"},
        ),
        ("Byrådet: Godkendt. Lene Holt var fraværende.", {"Lene Holt": "absent"}),
        ("Direktør Kim Skov deltog under punktet. Lene Holt ankom kl. 17.", {}),
        ("Da Lene Holt er søster til ansøgeren, deltog hun ikke i behandlingen.", {"Lene Holt": "disqualified"}),
        ("Per Bak er som bestyrelsesmedlem i klubben inhabil.", {"Per Bak": "disqualified"}),
        ("Per Bak er bestyrelsesformand i selskabet og forlod lokalet.", {"Per Bak": "disqualified"}),
        ("Per Bak trak sig på grund af inhabilitet.", {"Per Bak": "disqualified"}),
        ("Per Bak trak sig fra behandlingen.", {"Per Bak": "disqualified"}),
        ("Per Bak forlod sin plads under punktet.", {"Per Bak": "disqualified"}),
        ("Per Bak trådte ud af lokalet under behandlingen.", {"Per Bak": "disqualified"}),
        ("Lene Holt ønskede ikke at deltage i behandlingen.", {"Lene Holt": "absent"}),
        ("Lene Holt blev væk fra mødet.", {"Lene Holt": "absent"}),
        ("Lene Holt var optaget af et andet møde.", {"Lene Holt": "absent"}),
        ("Lene Holt var ikke med.", {"Lene Holt": "absent"}),
        ("Lene Holt indtrådte i mødet efter behandlingen af punktet.", {"Lene Holt": "absent"}),
        ("Alle medlemmer på nær Lene Holt var til stede.", {"Lene Holt": "absent"}),
        ("Mangler: Lene Holt.", {"Lene Holt": "absent"}),
        ("Fraværende medlemmer: Lene Holt, Per Bak", {"Lene Holt": "absent", "Per Bak": "absent"}),
        ("Per Bak undskyldte sit fravær.", {"Per Bak": "excused"}),
        ("Per Bak loggede af kl. 18.00.", {"Per Bak": "left_early"}),
        ("Per Bak var optaget af trafiksikkerheden og foreslog en cykelsti.", {}),
        ("Per Bak fik fri taletid.", {}),
        ("Suppleant Kim Skov for Per Bak.", {"Per Bak": "absent"}),
        ("Alle medlemmer var til stede. Per Bak ankom under punktet.", {}),
        ("Lene Holt opholdt sig ikke i salen, da sagen blev behandlet.", {"Lene Holt": "absent"}),
        ("Lene Holt befandt sig ikke i lokalet.", {"Lene Holt": "absent"}),
        ("Lene Holt sad sagen over.", {"Lene Holt": "absent"}),
        ("Lene Holt overværede ikke sagen.", {"Lene Holt": "absent"}),
        ("Lene Holt havde meldt sig syg.", {"Lene Holt": "absent"}),
        ("Lene Holt var på kursus.", {"Lene Holt": "absent"}),
        ("Lene Holt var nødt til at gå kl. 18.15, før punktet blev behandlet.", {"Lene Holt": "left_early"}),
        ("Lene Holt måtte forlade mødet kl. 18.", {"Lene Holt": "left_early"}),
        ("Lene Holt blev nødt til at tage hjem.", {"Lene Holt": "left_early"}),
        ("Lene Holt brød op kl. 20.", {"Lene Holt": "left_early"}),
        ("Lene Holt var kørt hjem.", {"Lene Holt": "left_early"}),
        ("Per Bak udtrådte af salen under behandlingen.", {"Per Bak": "disqualified"}),
        ("Per Bak holdt sig væk fra behandlingen som inhabil.", {"Per Bak": "disqualified"}),
        ("Lene Holt deltog kun i punkt 1-3.", {"Lene Holt": "absent"}),
        ("Lene Holt deltog kun i punkt 4 og 5.", {}),
        ("Lene Holt var kun med under punkt 7.", {"Lene Holt": "absent"}),
        ("Per Bak var nødt til at gå imod planen.", {}),
        ("Per Bak opholdt sig ofte ved søen.", {}),
        ("Gruppe V udpeger Kim Skov til havnebestyrelsen i stedet for Per Bak.", {}),
        ("Byrådet vælger Kim Skov som suppleant for Per Bak.", {}),
        ("Kim Skov indtræder i Teknisk Udvalg i stedet for Per Bak.", {}),
        ("Kim Skov mødte i stedet for Per Bak, der er valgt til regionsrådet.", {"Per Bak": "absent"}),
        ("Per Bak erklærede sig inhabil i punkt 6 og deltog ikke i behandlingen.", {}),
        (
            "Lene Holt, Gert vinter og Per Bak deltog ikke i behandlingen.",
            {"Lene Holt": "absent", "Gert vinter": "absent", "Per Bak": "absent"},
        ),
    ],
)
def test_statements(decision: str, kinds: dict[str, str]) -> None:
    assert {absence.name: absence.kind for absence in absences_in(decision)} == kinds


def test_reason_substitute_and_party() -> None:
    decision = "Godkendt. Lene Holt havde meldt afbud på grund af sygdom, og Kim Skov (A) deltog som stedfortræder."
    assert absences_in(decision) == [
        Absence(name="Lene Holt", party="A", reason="sygdom", substitute="Kim Skov", kind="excused")
    ]


def test_the_line_of_one_absentee_ends_its_sentence() -> None:
    decision = (
        "Lene Holt (A) var fraværende. Som stedfortræder deltog Kim Skov (A)\n"
        "Per Bak (V) var fraværende. Som stedfortræder deltog Rune Dalby (V)\n"
        "Ib Bak (C) var fraværende."
    )
    assert [(one.name, one.substitute) for one in absences_in(decision)] == [
        ("Lene Holt", "Kim Skov"),
        ("Per Bak", "Rune Dalby"),
        ("Ib Bak", None),
    ]


def test_two_substitutes_are_told_in_one_sentence() -> None:
    decision = (
        "Afbud under hele mødet:\nLene Holt og Per Bak\n"
        "Kim Skov deltog som stedfortræder for Lene Holt og Rune Dalby deltog som stedfortræder for Per Bak"
    )
    assert [(one.name, one.kind, one.substitute) for one in absences_in(decision)] == [
        ("Lene Holt", "excused", "Kim Skov"),
        ("Per Bak", "excused", "Rune Dalby"),
    ]


def meeting_of(first: str, title: str) -> list[ItemContext]:
    """A meeting whose first item decides something, and two more that are approved."""
    text = f"{first}\nGodkendt.\nVedtaget."
    bounds = [0, len(first) + 1, len(first) + 11, len(text) + 1]
    spans = [(start, end - 1) for start, end in pairwise(bounds)]
    titles = (title, "Ny bro", "Ny vej")
    return [
        ItemContext(
            Item(
                id=f"x-{n}", number=str(n), title=titles[n - 1], span=span,
                decisions=[Decision(body="Byrådet", text=text[slice(*span)], span=span)],
            ),
            text, body="Byrådet", members=MEMBERS,
        )
        for n, span in enumerate(spans, 1)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("told", "kinds"),
    [
        ("Per Bak (V) deltog ikke under punkterne 2-3.", [None, "absent", "absent"]),
        ("Per Bak (V) erklærede sig inhabil i punkt 3.", [None, None, "disqualified"]),
        ("Afbud under punkterne 1-2: Per Bak", ["excused", "excused", None]),
        ("Per Bak var ikke mødt ved mødets start og deltog først fra punkt 3.", ["absent", "absent", None]),
        ("Per Bak deltog ikke i mødet.", ["absent", None, None]),
        (
            "Under punkterne 2 og 3 deltog stedfortræder Sus Ravn (V), da Per Bak (V) var inhabil.",
            [None, "disqualified", "disqualified"],
        ),
        ("Under punkt 3 var Per Bak inhabil.", [None, None, "disqualified"]),
        ("Sus Ravn deltog som stedfortræder for Per Bak under punkt 2.", [None, "absent", None]),
    ],
)
def test_what_the_agendas_item_says_of_others_stands_on_them(told: str, kinds: list[str | None]) -> None:
    found = EXTRACTOR(meeting_of(f"Godkendt. {told}", "Godkendelse af dagsorden"))
    assert [[one.kind for one in absences] for absences in found] == [[kind] if kind else [] for kind in kinds]


def test_another_item_speaks_of_its_own_points() -> None:
    assert EXTRACTOR(meeting_of("Godkendt. Per Bak (V) deltog ikke i punkt 2.", "Ny havn")) == [[], [], []]


def test_a_section_may_hold_names_alone() -> None:
    text = "Godkendt.\nLene Holt\nPer Bak (V), ferie"
    listed = section("fravaer", "Afbud", text[10:], 10)
    own = Decision(text=text[:9], span=(0, 9))
    item = Item(id="x", title="Ny bro", span=(0, len(text)), sections=[listed], decisions=[own])
    found = EXTRACTOR([ItemContext(item, text, body="Byrådet", members=MEMBERS)])[0]
    assert [(one.name, one.party, one.kind, one.reason) for one in found] == [
        ("Lene Holt", "A", "excused", None),
        ("Per Bak", "V", "excused", "ferie"),
    ]


LISTS = {
    "reasons in brackets": (
        "Rådmand Lene Holt, A (sygdom)\nIda Krog, V, (ferie)\nPer Bak, V, (arbejde)",
        [("Lene Holt", "sygdom", None), ("Ida Krog", "ferie", None), ("Per Bak", "arbejde", None)],
    ),
    "lines apart": (
        "Lene Holt (Venstre), kursus.\n\nPer Bak (Alternativet), ferie.\n\nIda Krog, direktør",
        [("Lene Holt", "kursus", None), ("Per Bak", "ferie", None), ("Ida Krog", None, None)],
    ),
    "substitutes in sentences": (
        "Lene Holt. I stedet deltog Ida Krog.\nPer Bak. Jon Eg mødte som suppleant.\nUlla Dam.",
        [("Lene Holt", None, "Ida Krog"), ("Per Bak", None, "Jon Eg"), ("Ulla Dam", None, None)],
    ),
    "two for two": (
        "Lene Holt og Per Bak. I stedet deltog Ida Krog og Jon Eg.",
        [("Lene Holt", None, "Ida Krog"), ("Per Bak", None, "Jon Eg")],
    ),
    "dashes": (
        "- Lene Holt – Ida Krog deltager som suppleant\n- Per Bak – Jon Eg deltager som suppleant",
        [("Lene Holt", None, "Ida Krog"), ("Per Bak", None, "Jon Eg")],
    ),
    "called in": (
        "Lene Holt, Ida Krog indkaldt\nPer Bak (V), Jon Eg deltog\nUlla Dam og Kim Skov",
        [
            ("Lene Holt", None, "Ida Krog"),
            ("Per Bak", None, "Jon Eg"),
            ("Ulla Dam", None, None),
            ("Kim Skov", None, None),
        ],
    ),
    "a line for the substitute": (
        "Lene Holt (A)\n\nSuppleant Ida Krog (A)\n\nPer Bak (V)",
        [("Lene Holt", None, "Ida Krog"), ("Per Bak", None, None)],
    ),
    "offices elsewhere": (
        "Borgmester Lene Holt pga. ferie.\nDirektør i Region Midtland Ida Krog\nChef for Sundhedscentret, Jon Eg",
        [("Lene Holt", "ferie", None), ("Ida Krog", None, None), ("Jon Eg", None, None)],
    ),
    "a sentence follows": (
        "Lene Holt\nPer Bak\n\nIda Krog og Jon Eg stemte imod.",
        [("Lene Holt", None, None), ("Per Bak", None, None)],
    ),
}


@pytest.mark.parametrize(("lines", "expected"), LISTS.values(), ids=LISTS)
def test_each_line_of_a_list_is_an_absence(lines: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    found = absences_in(f"Godkendt.\n\nFraværende med afbud:\n{lines}")
    assert [(one.name, one.reason, one.substitute) for one in found] == expected
    assert {one.kind for one in found} == {"excused"}


@pytest.mark.parametrize(
    "lists",
    [
        "Fraværende: Lene Holt (A) og Per Bak (V)\nStedfortrædere: Ida Krog (A) og Jon Eg (V)",
        "Fraværende: Lene Holt (A) og Per Bak (V). Suppleanter: Jon Eg (V), Ida Krog (A)",
        "Fraværende:\nLene Holt\nPer Bak\n\nStedfortrædere:\nIda Krog\nJon Eg",
        "Fraværende:\n- Lene Holt\n- Per Bak\n\nSuppleanter\n- Ida Krog\n- Jon Eg",
    ],
)
def test_substitutes_listed_below_go_to_their_party_or_in_order(lists: str) -> None:
    found = absences_in(lists)
    assert [(one.name, one.substitute) for one in found] == [("Lene Holt", "Ida Krog"), ("Per Bak", "Jon Eg")]


def test_a_substitute_for_one_of_a_list_stays_with_that_one() -> None:
    found = absences_in("Fraværende:\nLene Holt\nPer Bak\n\nSuppleant Ida Krog for Lene Holt")
    assert [(one.name, one.substitute) for one in found] == [("Lene Holt", "Ida Krog"), ("Per Bak", None)]


def test_a_list_tells_of_those_who_came_late_or_left() -> None:
    found = absences_in(
        "Afbud:\nLene Holt, A, ankom til mødet kl. 17.35.\nPer Bak, V, (ferie)\nIda Krog, V, forlod mødet kl. 18.10.\n"
        "Jon Eg: syg"
    )
    assert [(one.name, one.kind, one.reason) for one in found] == [
        ("Per Bak", "excused", "ferie"),
        ("Ida Krog", "left_early", None),
        ("Jon Eg", "excused", "syg"),
    ]


def absences_below(heading: str, text: str) -> list[tuple[str | None, str, str | None]]:
    text = f"Godkendt.\n{text}"
    item = Item(
        id="x", title="Ny bro", span=(0, len(text)), sections=[section("fravaer", heading, text[10:], 10)],
        decisions=[Decision(text=text[:9], span=(0, 9))],
    )  # fmt: skip
    found = EXTRACTOR([ItemContext(item, text, body="Byrådet", members=MEMBERS)])[0]
    return [(one.name, one.kind, one.substitute) for one in found]


@pytest.mark.parametrize("heading", ["Fremmøde og inhabilitet", "Inhabilitet"])
def test_below_a_heading_of_several_things_the_sentences_say_which(heading: str) -> None:
    told = "Lene Holt havde meldt afbud, og Ida Krog deltog i stedet.\n\nPer Bak var inhabil."
    assert absences_below(heading, told) == [("Lene Holt", "excused", "Ida Krog"), ("Per Bak", "disqualified", None)]


def test_below_inhabilitet_whoever_took_no_part_is_disqualified() -> None:
    told = "Lene Holt deltog ikke i behandlingen.\nPer Bak deltog ikke i behandlingen."
    assert [kind for _, kind, _ in absences_below("Inhabilitet", told)] == ["disqualified", "disqualified"]


def test_absence_without_notice_is_not_excused() -> None:
    assert absences_below("Fraværende uden afbud", "Lene Holt") == [("Lene Holt", "absent", None)]


def test_a_prior_decision_is_another_meeting() -> None:
    text = "Anbefales. Fraværende: Lene Holt.\nGodkendt."
    prior = Decision(body="Kulturudvalget", own=False, text=text[:33], span=(0, 33))
    own = Decision(body="Byrådet", text=text[34:], span=(34, len(text)))
    item = Item(id="x", title="Ny bro", span=(0, len(text)), decisions=[prior, own])
    assert EXTRACTOR([ItemContext(item, text, body="Byrådet", members=MEMBERS)]) == [[]]


def test_who_is_to_replace_somebody_stands_behind_the_name() -> None:
    (absence,) = absences_in("Afbud Lene Holt, som erstattes af Kim Skov.")
    assert (absence.name, absence.kind, absence.substitute) == ("Lene Holt", "excused", "Kim Skov")


def test_reasons_end_where_the_next_person_begins() -> None:
    found = absences_in("Der var afbud fra Lene Holt (A) på grund af sygdom og Per Bak (V) på grund af ferie.")
    assert [absence.reason for absence in found] == ["sygdom", "ferie"]


@pytest.mark.parametrize(
    ("title", "decision", "kinds"),
    [
        ("Fraværende", "Lene Holt og Per Bak.", {"Lene Holt": "absent", "Per Bak": "absent"}),
        ("Afbud", "Per Bak (V)", {"Per Bak": "excused"}),
        ("Afbud og stedfortrædere", "Per Bak (V), stedfortræder Kim Skov (V)", {"Per Bak": "excused"}),
        ("Fravær", "Ingen.", {}),
        ("Fraværende elever", "Lene Holt og Per Bak.", {}),
        ("Ny bro", "Lene Holt og Per Bak.", {}),
    ],
)
def test_an_item_may_be_nothing_but_the_list_of_the_absent(title: str, decision: str, kinds: dict[str, str]) -> None:
    item = Item(
        id="x", number="1", title=title, span=(0, len(decision)),
        decisions=[Decision(body="Byrådet", text=decision, span=(0, len(decision)))],
    )  # fmt: skip
    found = EXTRACTOR([ItemContext(item, decision, body="Byrådet", members=MEMBERS)])[0]
    assert {absence.name: absence.kind for absence in found} == kinds


@pytest.mark.parametrize(
    ("decision", "kinds"),
    [
        ("Lene Holt forlod lokalet kl. 15.10 og vendte tilbage kl. 15.30.", {}),
        ("Lene Holt gik kl. 17.15, men kom igen kl. 17.40.", {}),
        ("Lene Holt forlod mødet kl. 15.10. Hun vendte tilbage kl. 15.30.", {}),
        # Not back, or somebody else.
        ("Lene Holt forlod mødet kl. 15.10 og vendte ikke tilbage.", {"Lene Holt": "left_early"}),
        ("Lene Holt gik kl. 17.15. Per Bak kom tilbage kl. 17.40.", {"Lene Holt": "left_early"}),
        ("Lene Holt forlod mødet kl. 17, og udvalget vender tilbage til sagen i maj.", {"Lene Holt": "left_early"}),
        ("Lene Holt forlod lokalet under punktet og vendte tilbage bagefter.", {"Lene Holt": "disqualified"}),
    ],
)
def test_who_came_back_has_not_left_early(decision: str, kinds: dict[str, str]) -> None:
    assert {absence.name: absence.kind for absence in absences_in(decision)} == kinds
