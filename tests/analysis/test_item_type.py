"""Types of items."""

from __future__ import annotations

from typing import Any

import pytest
from analysis.cases import context_of, load_cases

from referat_nlp.analysis.asked import read_indstilling
from referat_nlp.analysis.interface import TypeTagger
from referat_nlp.analysis.item_type import RuleTypeTagger
from referat_nlp.analysis.title_type import title_kinds

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
        ("Spørgetid", "andet"),
        ("Gensidig orientering", "orientering"),
        ("Udpegning af medlem til havnebestyrelsen", "godkendelse"),
    ],
)
def test_titles(title: str, kind: str) -> None:
    assert title_kinds(title) == {kind}


def test_a_closed_item_without_text_is_no_case() -> None:
    case = {
        "id": "x",
        "title": "Lukket: Køb af ejendom",
        "decision": None,
        "indstilling": None,
        "expected": {},
    }
    assert TAGGER([context_of(case)])[0].type == "andet"
