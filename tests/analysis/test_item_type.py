"""Types of items."""

from __future__ import annotations

from typing import Any

import pytest
from analysis.cases import context_of, load_cases, section

from referat_nlp.analysis.asked import read_indstilling
from referat_nlp.analysis.interface import TypeTagger
from referat_nlp.analysis.item_type import RuleTypeTagger
from referat_nlp.analysis.title_type import closing_kinds, title_kinds

TAGGER: TypeTagger = RuleTypeTagger()
CASES = [case for name in ("outcomes", "ballots", "absence") for case in load_cases(name) if "type" in case["expected"]]


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["id"]))
def test_written_cases(case: dict[str, Any]) -> None:
    result = TAGGER([context_of(case)])[0]
    assert result.type == case["expected"]["type"]
    if "types" in case["expected"]:
        assert set(result.types) == set(case["expected"]["types"])
    assert result.scores[result.type] == max(result.scores.values()) > 0.4
    assert set(result.scores) == {"orientering", "drøftelse", "godkendelse", "andet"}


@pytest.mark.parametrize(
    ("indstilling", "kinds"),
    [
        ("Administrationen indstiller, at udvalget drøfter oplægget", "d"),
        ("Det indstilles, at udvalget drøfter, hvorvidt planen skal godkendes", "d"),
        ("Direktionen indstiller til Byrådet at godkende planen", "g"),
        ("Udvalget indstiller, at der meddeles afslag.", "g"),
        ("At orienteringen om de vedtagne mål tages til efterretning.", "o"),
        ("Til orientering.", "o"),
        ("at udvalget hører orienteringen.", "o"),
        ("at udvalget lader sig orientere.", "o"),
        ("Udvalget fremsender regnskabet til byrådets orientering.", "o"),
        ("At udvalget taler om, hvorvidt der skal være fælles regler.", "d"),
        ("Direktionen indstiller, at redegørelsen tages til efterretning og godkender, at den sendes.", "og"),
        (
            "Forvaltningen indstiller,\nat status drøftes,\nat planen godkendes, og\n"
            "at notatet tages til efterretning.",
            "dgo",
        ),
        (
            "Det indstilles, at Udvalget\n• tager punktet til orientering\n• godkender, at ordningen fortsætter",
            "og",
        ),
    ],
)
def test_what_an_indstilling_asks_for(indstilling: str, kinds: str) -> None:
    assert {kind[0] for point in read_indstilling(indstilling) for kind in point.kinds} == set(kinds)


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Ny hal i Ålykke (orienteringssag)", "orientering"),
        ("Ny hal i Ålykke - Drøftelse", "drøftelse"),
        ("Underskriftsark", "andet"),
        ("Fraværende", "andet"),
        ("Afbud og stedfortrædere", "andet"),
        ("Spørgetid", "andet"),
        ("Gensidig orientering", "orientering"),
        ("Udpegning af medlem til havnebestyrelsen", "godkendelse"),
        ("Sygefravær i hjemmeplejen, 2. kvartal", "orientering"),
        ("Energiregnskab 2012", "orientering"),
        ("Sager på vej", "orientering"),
        ("Henvendelser til formanden", "orientering"),
        ("Hvordan får vi flere i arbejde?", "drøftelse"),
        ("Oplæg til ny havnepolitik", "drøftelse"),
        ("Spørgsmål fra borgere", "andet"),
        ("Eventuelt og næste møde", "andet"),
        ("Borgernes halve time", "andet"),
        ("Indkaldelse af stedfortræder, valg af afløser for Liv Berg Holt (O)", "godkendelse"),
    ],
)
def test_titles(title: str, kind: str) -> None:
    assert title_kinds(title) == {kind}


@pytest.mark.parametrize(
    ("indstilling", "decision", "kinds"),
    [
        ("at udvalget drøfter oplægget.", "Udvalget drøftede oplægget og fastlagde tre krav.", "g"),
        ("at udvalget drøfter oplægget.", "Udvalget drøftede oplægget. Der var enighed om, at det haster.", "d"),
        ("at status tages til efterretning.", "Drøftet og taget til efterretning.", "d"),
        (
            "at status tages til efterretning.",
            "Udvalget drøftede tallene.\nOrienteringen blev taget til efterretning.",
            "o",
        ),
        ("at planen godkendes.", "Udvalget undlod at tage stilling.", "g"),
        ("at planen godkendes.", "Godkendt. Oversendes til Økonomiudvalget til orientering.", "g"),
        (
            "at status tages til efterretning, og at rammen drøftes.",
            "Status blev taget til efterretning, og rammen drøftet.",
            "od",
        ),
    ],
)
def test_what_a_decision_did(indstilling: str, decision: str, kinds: str) -> None:
    case = {"id": "x", "title": "Ny bro", "indstilling": indstilling, "decision": decision, "expected": {}}
    assert {kind[0] for kind in TAGGER([context_of(case)])[0].types} == set(kinds)


def test_a_question_that_was_answered_is_no_case() -> None:
    case = {
        "id": "x", "title": "Forespørgsel til borgmesteren om havnen", "expected": {},
        "indstilling": "Borgmesteren bedes redegøre for,\n- hvad molen har kostet\n(Stillet af Liste T)",
        "decision": "Forespørgslen blev besvaret.",
    }  # fmt: skip
    assert TAGGER([context_of(case)])[0].types == ("andet",)
    discussed = case | {"decision": "Byrådet drøftede forespørgslen."}
    assert TAGGER([context_of(discussed)])[0].types == ("drøftelse",)


def test_points_noted_by_another_committee_are_not_adopted() -> None:
    case = {
        "id": "x", "title": "Ny bro", "body": "Byrådet", "expected": {},
        "indstilling": "1. at planen godkendes\n2. at status tages til efterretning",
        "decision": "Byrådet, 20-05-2020, punkt 4:\nByrådet godkendte Kulturudvalgets indstilling.\n"
        "Kulturudvalget, 05-05-2020, punkt 3:\n1. Anbefales.\n"
        "Teknisk Udvalg, 04-05-2020, punkt 9:\n2. Taget til efterretning.",
    }  # fmt: skip
    assert TAGGER([context_of(case)])[0].types == ("godkendelse",)


def test_a_closed_item_that_was_decided_is_a_case() -> None:
    case = {"id": "x", "title": "Lukket: Valg af leverandør", "decision": "Sendt tilbage til udvalget.", "expected": {}}
    assert TAGGER([context_of(case)])[0].type == "godkendelse"


def test_a_closed_item_without_text_is_no_case() -> None:
    case = {
        "id": "x",
        "title": "Lukket: Køb af ejendom",
        "decision": None,
        "indstilling": None,
        "expected": {},
    }
    assert TAGGER([context_of(case)])[0].type == "andet"


@pytest.mark.parametrize(
    ("last", "kind"),
    [
        ("Sagen forelægges til orientering.", "orientering"),
        ("Broudvalget skal drøfte sagen.", "drøftelse"),
        ("Sagen forelægges til beslutning.", "godkendelse"),
    ],
)
def test_the_last_sentence_of_a_case_says_what_it_is_for(last: str, kind: str) -> None:
    text = f"Broen er gammel, og der er gjort rede for den. {last}"
    assert closing_kinds([section("sagsfremstilling", "Sag", text, 0)]) == {kind}


def test_doors_that_were_shut_on_an_item_without_text() -> None:
    case: dict[str, Any] = {
        "id": "x",
        "title": "Personsag (lukkede døre)",
        "decision": None,
        "indstilling": None,
        "expected": {},
    }
    assert TAGGER([context_of(case)])[0].type == "andet"


@pytest.mark.parametrize(
    ("title", "decision", "kind", "settled"),
    [
        ("Fraværende", "Per Ek (V) og Ida Krog (C).", "andet", True),
        ("Mødedeltagere", "Anne Holm (A), Per Ek (V) og Ida Krog (C).", "andet", True),
        ("Fremmøde og afbud", "Anne Holm (A). Afbud: Per Ek (V).", "andet", True),
        ("Deltagerbetaling", "Per Ek (V) og Ida Krog (C).", "godkendelse", False),
        ("Fravær", "Byrådet besluttede at hæve normeringen.", "andet", False),
        ("Fravær", "Godkendt.", "godkendelse", False),
        ("Fravær", "Det blev oplyst, at mange elever var væk i maj. " * 8, "andet", False),
    ],
)
def test_an_item_that_only_lists_people_is_no_case(title: str, decision: str, kind: str, settled: bool) -> None:
    result = TAGGER([context_of({"id": "x", "title": title, "decision": decision, "expected": {}})])[0]
    assert (result.type, result.settled) == (kind, settled)
