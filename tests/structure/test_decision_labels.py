"""Lines of a decision that read like headings: what is put to the vote, whose decision it is, and blank fields."""

from __future__ import annotations

import pytest

from tests.structure.clerk import HEADER, kinds, structured, text_of

CASE = "Sagsfremstilling\n\nBroen er fra 1934 og er slidt.\n\n"
AMENDED = (
    "Ændringsforslag fra Borgerlisten\n\nFor stemte: B (4)\n\nImod stemte: A (9)\n\nÆndringsforslaget ikke vedtaget."
)


@pytest.mark.parametrize(
    "label",
    [
        "Direktionens indstilling:",
        "Administrationens indstilling",
        "Økonomiudvalgets anbefaling:",
        "Borgmesterens forslag:",
    ],
)
@pytest.mark.parametrize("carried", ["Tiltrådt.", "Økonomiudvalgets indstilling tiltrådt."])
def test_what_is_put_to_the_vote_belongs_to_the_decision(label: str, carried: str) -> None:
    decision = f"{AMENDED}\n\n{label}\n\n{carried}\n\nFor stemte: A (9)\n\nImod stemte: B (4)"
    first = structured(f"{HEADER}\n1. Ny bro\n\n{CASE}Beslutning\n\n{decision}\n\n2. Takster\n\nBeslutning\n\nUdsat.\n")
    assert kinds(first.items[0]) == ["sagsfremstilling", "beslutning"]
    assert text_of(first.items[0], "beslutning") == decision


def test_what_is_asked_behind_another_decision_is_a_section() -> None:
    text = (
        f"{HEADER}\n1. Ny bro\n\n{CASE}Beslutning\n\nUdsat til næste møde.\n\nForvaltningens indstilling\n\n"
        "Forvaltningen indstiller, at broen males.\n\n2. Takster\n\nBeslutning\n\nUdsat.\n"
    )
    assert kinds(structured(text).items[0]) == ["sagsfremstilling", "beslutning", "indstilling"]


@pytest.mark.parametrize("gap", ["\n", ""])
@pytest.mark.parametrize("label", ["Beslutning", "BESLUTNING", "Beslutninger"])
@pytest.mark.parametrize(
    "whose",
    [
        "Teknik- og Miljøudvalgets beslutning i mødet den 5. marts 2024",
        "Teknik- og Miljøudvalget den 05-03-2024:",
        "Beslutning i Teknik- og Miljøudvalget den 5. marts 2024",
    ],
)
def test_whose_decision_it_is_below_its_heading(whose: str, label: str, gap: str) -> None:
    below = f"{label}\n{gap}{whose}\n{gap}Godkendt.\n"
    referat = structured(f"{HEADER}\n1. Ny bro\n\n{CASE}{below}\n2. Takster\n\n{below}")
    for item in referat.items:
        decided = [section for section in item.sections if section.kind == "beslutning"]
        assert [(section.heading, section.text) for section in decided] == [(label, "Godkendt.")]
        assert [(d.body, d.date, d.own) for d in item.decisions] == [("Teknik- og Miljøudvalget", "2024-03-05", True)]


def test_a_decision_above_that_of_the_body_stands_alone() -> None:
    text = (
        f"{HEADER}\n1. Ny bro\n\n{CASE}Beslutning\n\nUdsat.\n\nTeknik- og Miljøudvalget den 05-03-2024\n\nGodkendt.\n"
    )
    (item,) = structured(text).items
    assert [section.text for section in item.sections if section.kind == "beslutning"] == ["Udsat.", "Godkendt."]


@pytest.mark.parametrize("said", ["Indstillingen tiltrådt.", "Indstillingen blev enstemmigt godkendt."])
def test_what_became_of_what_was_asked_under_its_own_heading(said: str) -> None:
    asked = "Indstilling\n\nDirektionen indstiller, at broen males.\n\n"
    text = f"{HEADER}\n1. Ny bro\n\n{CASE}{asked}Direktionens indstilling\n\n{said} For stemte: A (5).\n"
    (item,) = structured(text).items
    assert kinds(item) == ["sagsfremstilling", "indstilling", "beslutning"]
    assert text_of(item, "beslutning").startswith(said)


def test_what_is_asked_stays_so_in_an_item_with_a_decision() -> None:
    asked = "Direktionens indstilling\n\nIndstillingen tiltrådt af direktionen: at broen males.\n\n"
    text = f"{HEADER}\n1. Ny bro\n\n{CASE}{asked}Beslutning\n\nUdsat.\n"
    assert kinds(structured(text).items[0]) == ["sagsfremstilling", "indstilling", "beslutning"]


@pytest.mark.parametrize("nothing", ["Ingen.", "Ingen bemærkninger", "Ikke relevant."])
def test_a_blank_field_of_a_form_is_a_section(nothing: str) -> None:
    text = f"{HEADER}\n1. Ny bro\n\n{CASE}Personale\n\n{nothing}\n\nBeslutning\n\nGodkendt.\n"
    (item,) = structured(text).items
    assert kinds(item) == ["sagsfremstilling", "oekonomi", "beslutning"]
    assert text_of(item, "oekonomi") == nothing


def test_a_subheading_with_text_belongs_to_the_case() -> None:
    below = "Personale\n\nDer ansættes to brovagter fra maj.\n\n"
    text = f"{HEADER}\n1. Ny bro\n\n{CASE}{below}Beslutning\n\nGodkendt.\n"
    assert kinds(structured(text).items[0]) == ["sagsfremstilling", "beslutning"]


def test_when_the_meeting_began_may_stand_above_who_was_away() -> None:
    decision = (
        "Mødet startede kl. 15.30 og sluttede kl. 16.45.\n\nFraværende med afbud:\n\nIngen.\n\nDeltagerne var:\n\n"
        "1. Borgmester Anna Skov (A)\n\n2. Bo Lind (V)\n\n3. Ida Lauge (C)\n\nDagsordenen blev herefter godkendt."
    )
    text = f"1. Godkendelse af dagsorden\n\nBeslutning\n\n{decision}\n\n2. Ny bro\n\n{CASE}Beslutning\n\nUdsat.\n"
    first, second = structured(text).items
    assert text_of(first, "beslutning") == decision
    assert second.title == "Ny bro"
