"""What stands under 'Sagens gang', 'Behandling' and 'Historik': decisions of all bodies, or only where a case goes."""

from __future__ import annotations

import pytest

from tests.structure.clerk import kinds, structured
from tests.structure.test_decisions import CASE, COUNCIL, decided, meeting

COMMITTEE = "Tranevig Kommune\n\nReferat\n\nØkonomiudvalget\n\nMødedato: Mandag den 11. marts 2024 kl. 15:00\n"
OTHERS = [("ØU", "2024-03-11", False, "Anbefales."), ("TMU", "2024-03-05", False, "Udsat. Genoptages.")]


@pytest.mark.parametrize("heading", ["Sagens gang", "Historik", "Sagens behandling"])
def test_lines_of_other_bodies_are_their_decisions(heading: str) -> None:
    others = "ØU 11-03-2024: Anbefales.\n\nTMU 05-03-2024: Udsat.\n\nGenoptages."
    text = f"{CASE}Beslutning\n\nGodkendt.\n\n{heading}\n\n{others}\n"
    found = decided(text)
    assert found[0] == (None, None, True, "Godkendt.")
    assert [(body, date, own) for body, date, own, _ in found[1:]] == [each[:3] for each in OTHERS]
    assert kinds(structured(meeting(text)).items[1])[-1] == "tidligere_beslutning"


@pytest.mark.parametrize("heading", ["Sagens gang", "Behandling", "Høring og sagsgang"])
def test_bodies_alone_are_where_the_case_goes(heading: str) -> None:
    bodies = "Økonomiudvalget den 11. marts 2024\n\nByrådet den 18. marts 2024"
    text = f"{CASE}{heading}\n\n{bodies}\n\nBeslutning\n\nGodkendt.\n"
    assert decided(text) == [(None, None, True, "Godkendt.")]
    assert "kompetence" in kinds(structured(meeting(text)).items[1])


def test_own_decision_as_the_last_line() -> None:
    text = f"{CASE}Sagens gang\n\nØU 11-03-2024: Anbefales.\n\nBY 18-03-2024: Godkendt.\n"
    assert decided(text) == [("ØU", "2024-03-11", False, "Anbefales."), ("BY", "2024-03-18", True, "Godkendt.")]


def test_rows_of_a_table_under_one_heading() -> None:
    text = (
        f"{CASE}Behandling\n\nTeknisk Udvalg\t05-03-2024\t12\tEt flertal anbefaler planen.\n"
        "Økonomiudvalget\t11-03-2024\t31\tAnbefales.\nByrådet\t18-03-2024\t2\tVedtaget.\n"
    )
    assert decided(text) == [
        ("Teknisk Udvalg", "2024-03-05", False, "Et flertal anbefaler planen."),
        ("Økonomiudvalget", "2024-03-11", False, "Anbefales."),
        ("Byrådet", "2024-03-18", True, "Vedtaget."),
    ]


def test_rows_of_bodies_to_come_decide_nothing() -> None:
    text = f"{CASE}Behandling\n\n11-03-2024\tØkonomiudvalget\tAnbefales.\n18-03-2024\tByrådet\n"
    assert decided(text, COMMITTEE) == [("Økonomiudvalget", "2024-03-11", True, "Anbefales.")]


def test_the_councils_decision_under_a_heading_of_its_own_behind_the_committees() -> None:
    text = f"{CASE}Behandling\n\nØkonomiudvalget 11. marts 2024\n\nAnbefales.\n\nByrådets beslutning\n\nGodkendt.\n"
    assert decided(text) == [
        ("Økonomiudvalget", "2024-03-11", False, "Anbefales."),
        ("Byrådet", None, True, "Godkendt."),
    ]
    assert kinds(structured(meeting(text)).items[1])[1:] == ["tidligere_beslutning", "beslutning"]


@pytest.mark.parametrize("names", ["Fraværende:\n", "Fraværende:\nBo Lind (V)\n", "Sendes til: Økonomiudvalget\n"])
def test_a_line_that_opens_a_decision_does_not_end_it(names: str) -> None:
    text = f"{CASE}Beslutning\n{names}Indstillingen blev vedtaget med 12 stemmer mod 5.\n"
    assert "Indstillingen blev vedtaget med 12 stemmer mod 5." in decided(text, COUNCIL)[0][3]


def test_absences_with_the_bodys_name_close_a_decision() -> None:
    text = f"{CASE}Beslutning\n\nGodkendt.\n\nFraværende i Byrådet - 18. marts 2024:\n\nBo Lind (V)\n"
    assert decided(text)[0][3] == "Godkendt."
    assert kinds(structured(meeting(text)).items[1])[-1] == "fravaer"


@pytest.mark.parametrize(
    "lead", ["Magistraten indstiller, at byrådet godkender salget.", "Teknisk Udvalg anbefaler, at grunden sælges."]
)
def test_what_is_asked_above_all_headings(lead: str) -> None:
    item = structured(
        meeting(f"{lead}\n\nBeslutning:\n\nGodkendt.\n\nSagsbeskrivelse:\n\nGrunden er på 900 m2.\n")
    ).items[1]
    assert kinds(item) == ["indstilling", "beslutning", "sagsfremstilling"]


def test_who_has_a_say_is_no_heading() -> None:
    text = (
        "Hvem beslutter\n\nØkonomiudvalget indstiller\n\nByrådet beslutter\n\nIndstilling\n\nCenter for Ejendomme "
        "indstiller\n\nTil Byrådet:\n\nAt grunden sælges.\n\nBeslutning\n\nGodkendt.\n"
    )
    assert kinds(structured(meeting(text)).items[1]) == ["kompetence", "indstilling", "beslutning"]


def test_the_cells_of_a_route_a_line_each_decide_nothing() -> None:
    columns = "Behandling\n\nMødedato\n\nÅbent punkt\n\nLukket punkt\n\n"
    rows = "Særligt udvalg om lys og havn\n\n05-03-2024\n\n4\n\nByrådet\n\n18-03-2024\n\n2\n\n"
    text = f"{columns}{rows}Resumé\n\nGrunden er på 900 m2.\n\nByrådet den 18. marts 2024:\n\nGodkendt.\n"
    assert decided(text) == [("Byrådet", "2024-03-18", True, "Godkendt.")]
    assert kinds(structured(meeting(text)).items[1]) == ["kompetence", "resume", "beslutning"]


def test_who_has_a_say_under_any_name() -> None:
    text = (
        "Sagsgang\n\nByrådet\n\nHvem beslutter\n\nSærligt udvalg om lys og havn indstiller\n\nByrådet beslutter\n\n"
        "Beslutning\n\nGodkendt.\n"
    )
    assert kinds(structured(meeting(text)).items[1]) == ["kompetence", "kompetence", "beslutning"]


def test_a_route_in_the_text_of_a_section_does_not_end_it() -> None:
    text = "Resume\n\nSagsforløb: TU/BY\n\nByrådet skal tage stilling til salget.\n\nBeslutning\n\nGodkendt.\n"
    item = structured(meeting(text)).items[1]
    assert kinds(item) == ["resume", "beslutning"]
    assert item.sections[0].text.endswith("Byrådet skal tage stilling til salget.")


def test_absences_above_the_headings_are_a_section() -> None:
    item = structured(meeting("Afbud: Bo Lind (V)\n\nBeslutning\n\nGodkendt.\n")).items[1]
    assert [(s.kind, s.heading, s.text) for s in item.sections] == [
        ("fravaer", "Afbud", "Bo Lind (V)"),
        ("beslutning", "Beslutning", "Godkendt."),
    ]


def test_the_list_of_all_decisions_is_the_items_where_the_own_one_stands_in_it_alone() -> None:
    lines = "Sagens gang\n\nØU 11-03-2024: Anbefales.\n\nBY 18-03-2024: Godkendt.\n"
    assert kinds(structured(meeting(f"{CASE}{lines}")).items[1])[-1] == "beslutning"
    both = f"{CASE}Beslutning\n\nGodkendt.\n\n{lines}"
    assert kinds(structured(meeting(both)).items[1])[1:] == ["beslutning", "tidligere_beslutning"]
