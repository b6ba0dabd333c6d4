"""Outcomes of items and of the points of their decisions."""

from __future__ import annotations

from typing import Any

import pytest
from analysis.cases import context_of, load_cases

from referat_nlp.analysis.interface import OutcomeTagger
from referat_nlp.analysis.outcome import RuleOutcomeTagger

TAGGER: OutcomeTagger = RuleOutcomeTagger()
CASES = [case for name in ("outcomes", "ballots", "absence") for case in load_cases(name)]
WITH_OUTCOME = [case for case in CASES if "outcome" in case["expected"]]
WITH_POINTS = [case for case in CASES if any("points" in d for d in case["expected"].get("decisions") or [])]


def case_id(case: dict[str, Any]) -> str:
    return str(case["id"])


def outcome_of(
    decision: str, *, indstilling: str | None = None, title: str = "Ny bro ved Ålykke", body: str = "Byrådet"
) -> str | None:
    case = {
        "id": "x",
        "title": title,
        "indstilling": indstilling,
        "decision": decision,
        "body": body,
        "expected": {},
    }
    return TAGGER([context_of(case)])[0].outcome


@pytest.mark.parametrize("case", WITH_OUTCOME, ids=case_id)
def test_written_cases(case: dict[str, Any]) -> None:
    assert TAGGER([context_of(case)])[0].outcome == case["expected"]["outcome"]


@pytest.mark.parametrize("case", WITH_POINTS, ids=case_id)
def test_points_of_written_cases(case: dict[str, Any]) -> None:
    context = context_of(case)
    result = TAGGER([context])[0]
    assert len(result.points) == len(context.item.decisions) == len(case["expected"]["decisions"])
    for expected, points in zip(case["expected"]["decisions"], result.points, strict=True):
        if "points" in expected:
            assert [point.model_dump() for point in points] == expected["points"]


@pytest.mark.parametrize(
    ("decision", "outcome"),
    [
        ("Som indstillet.", "godkendt"),
        ("Godkendt som anbefalet af Økonomiudvalget.", "godkendt"),
        ("Landzonetilladelse meddeles.", "godkendt"),
        ("Udvalget konstituerede sig med Lene Holt som formand.", "godkendt"),
        ("Byrådet vedtog med 20 stemmer mod 5 at optage lånet.", "godkendt"),
        ("Godkendt under forudsætning af, at ansøgningen trækkes tilbage inden årets udgang.", "godkendt"),
        ("Udvalget fastholder den tidligere beslutning.", "godkendt"),
        ("Det indstilles til Kommunalbestyrelsen, at forslaget godkendes.", "anbefalet"),
        ("Tiltrædes med indstilling til Økonomiudvalg og Byråd om godkendelse.", "anbefalet"),
        ("Udvalget drøftede sagen og anbefalede model 1.", "anbefalet"),
        (
            "Byrådet tog redegørelsen, som blev gennemgået på mødet, til efterretning.",
            "taget til efterretning",
        ),
        (
            "Orienteringen taget til efterretning, idet der ønskes en sag om udsatte børn.",
            "taget til efterretning",
        ),
        ("Status tages til efterretning, og sagen forventes genoptaget i 2025.", "taget til efterretning"),
        ("Udvalget havde en god drøftelse af oplægget.", "drøftet"),
        ("Temaet om udsatte unge blev drøftet.", "drøftet"),
        ("Ej godkendt.", "forkastet"),
        ("Ansøgningen imødekommes ikke.", "forkastet"),
        ("Det blev besluttet ikke at gå videre med projektet.", "forkastet"),
        ("Stemmelighed. Forslaget er dermed bortfaldet.", "forkastet"),
        ("Forelægges igen på næste møde.", "udsat"),
        ("Byrådet besluttede, at sagen udsættes til august.", "udsat"),
        ("Byrådet besluttede at henvise sagen til Teknisk Udvalg.", "oversendt"),
        ("Sagen sendes retur til forvaltningen.", "oversendt"),
        ("Forslagsstilleren trak forslaget tilbage.", "trukket"),
        ("Ingen fremmødte.", "noteret"),
        ('Udvalget ønsker et møde om "Grøn by" i maj. Planen godkendt. Temaet "Blå by" kommer til juni.', "godkendt"),
        ('Drøftet. Ordet "snarest" udgår.', "drøftet"),
        ("Udvalget ønsker svar på følgende. Hvad er igangsat, og hvad er udskudt?", "drøftet"),
        ("Udsættes til juli.", "udsat"),
        ("Flyttes til juli.", "udsat"),
        ("Der blev orienteret om byggeriet.", None),
        ("Forvaltningen arbejder videre med sagen.", None),
    ],
)
def test_formulas(decision: str, outcome: str | None) -> None:
    assert outcome_of(decision) == outcome


def test_a_proposal_to_postpone_counts_only_where_it_is_adopted() -> None:
    proposal = "Liste T foreslog, at sagen udsættes. "
    assert outcome_of(proposal + "Forslaget blev vedtaget med 9 stemmer mod 8.") == "udsat"
    assert outcome_of(proposal + "Forslaget blev forkastet. Indstillingen blev godkendt.") == "godkendt"


def test_a_minority_does_not_decide() -> None:
    decision = "Et flertal (A, F og Ø) godkendte indstillingen. Et mindretal (V og C) ønskede sagen udsat."
    assert outcome_of(decision) == "godkendt"
    assert outcome_of("Godkendt. Liste O kunne ikke tiltræde, da partiet ønskede forslaget afvist.") == "godkendt"


def test_what_is_quoted_decides_nothing() -> None:
    assert outcome_of('Drøftet. Lene Holt (A) bemærkede: "Planen burde være vedtaget for længst."') == "drøftet"


def test_another_body_does_not_decide() -> None:
    decision = "Taget til efterretning. Kulturudvalget vedtog i marts planen med 4 stemmer mod 3."
    assert outcome_of(decision) == "taget til efterretning"


def test_the_agenda_ignores_other_items() -> None:
    title = "Godkendelse af dagsorden"
    assert outcome_of("Punkt 12 udsættes. Dagsordenen herefter godkendt.", title=title) == "godkendt"
    assert outcome_of("Punkt 12 udsættes.", title=title) is None


def test_approval_inherits_what_was_asked() -> None:
    asked = "Forvaltningen indstiller, at status tages til efterretning."
    assert outcome_of("Tiltrådt.", indstilling=asked) == "taget til efterretning"
    assert outcome_of("Byrådet besluttede at forlænge ordningen.", indstilling=asked) == "godkendt"


def test_points_named_after_the_verb() -> None:
    asked = "Forvaltningen indstiller,\n1. at rammen godkendes\n2. at lånet optages\n3. at notatet sendes"
    case = {
        "id": "x", "title": "Ny bro", "indstilling": asked, "body": "Byrådet", "expected": {},
        "decision": "Byrådet godkendte punkt 1 og 2. Punkt 3 blev udsat.",
    }  # fmt: skip
    result = TAGGER([context_of(case)])[0]
    assert result.outcome == "godkendt"
    assert {point.number: point.outcome for point in result.points[0]} == {
        "1": "godkendt",
        "2": "godkendt",
        "3": "udsat",
    }


def test_a_name_that_begins_like_a_month_is_no_date() -> None:
    case = {"id": "x", "title": "Veje", "decision": "1. Godkendt.\n2. Majas Allé udsættes.", "expected": {}}
    (points,) = TAGGER([context_of(case)])[0].points
    assert [(point.number, point.outcome) for point in points] == [("1", "godkendt"), ("2", "udsat")]
