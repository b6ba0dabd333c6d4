"""Whose minutes these are, where no title says it."""

from __future__ import annotations

import pytest

from referat_nlp.document import Document
from referat_nlp.structure.header import parse_header
from referat_nlp.structure.header.owner import owner_of, town_only
from referat_nlp.structure.lines import Line, lines_of

HEAD = "Referat\nKulturudvalget\n6. juni 2023"


def lines(text: str) -> list[Line]:
    return lines_of(Document(text=text, format="text"))


def owner(text: str, head: str = HEAD) -> str | None:
    return parse_header(lines(head), [], None, lines(f"{head}\n\n{text}")).municipality


@pytest.mark.parametrize(
    "text",
    [
        "Lundeby Kommune ejer hallen.\nI Lundeby Kommune er der to haller.",
        "Lundeby Kommunes vision.\nBorgerne i Lundeby kommune spørges.",
        "Aftale mellem staten og Lundeby Kommune.\nSundhed Lundeby Kommune 2023.\nHallen ligger i Lundeby.",
        "Lundeby Kommune søger om midler.\nSkriv til kultur@lundeby.dk",
        "Godkendelse af Lundeby Kommunes årsregnskab 2022.",
        "Lundeby Kommune A.\nLundeby Kommune B.\nErfaringer fra Vesterby Kommune.",
        "Vores kommune er grøn. Vores kommune er stor.\nLundeby Kommune A.\nLundeby Kommune B.",
        "HK Kommune og HK Kommune blev hørt.\nLundeby Kommune A.\nLundeby Kommune B.\nLundeby Kommune C.",
        "Region Midtland A.\nRegion Midtland B.\nRegion Midtland C.\nLundeby Kommune A.\nLundeby Kommune B.",
    ],
)
def test_the_municipality_that_the_text_names_again_and_again(text: str) -> None:
    assert owner(text) == "Lundeby Kommune"


@pytest.mark.parametrize(
    "text",
    [
        "Kommunen ejer hallen. Vores kommune vokser. Hver kommune betaler.",
        "Lundeby Kommune har spurgt.",
        "I samarbejde med Vesterby Kommune bygges en bro.\nI samarbejde med Vesterby Kommune drives den.",
        "Nabokommunen Vesterby Kommune klager.\nErfaringer fra Vesterby Kommune er gode.",
        "Lundeby Kommune A.\nVesterby Kommune B.\nLundeby Kommune C.\nVesterby Kommune D.",
        "Lundeby Kommune A.\nLundeby Kommune B.\nLundeby, Vesterby og Bakkeby Kommuner ejer den.\nVesterby Kommune C.",
        "Region Midtland A.\nRegion Midtland B.",
    ],
)
def test_no_municipality_where_none_or_another_or_several_are_spoken_of(text: str) -> None:
    assert owner(text) is None


@pytest.mark.parametrize(
    ("foot", "name"),
    [
        ("Lundeby Kommune, Rådhusgade 1, 4567 Lundeby", "Lundeby Kommune"),
        ("Lundeby Kommune\nRådhusgade 1\n4567 Lundeby\nTlf. 70 10 20 30", "Lundeby Kommune"),
        ("© Lundeby Kommune 2023", "Lundeby Kommune"),
        ("Lundeby Kommunes logo", "Lundeby Kommune"),
        ("Lille Skovby Kommune | CVR 12345678 | EAN-numre", "Lille Skovby Kommune"),
        ("Lundeby Kommune\nVesterby Kommune\nFælles vagtcentral, tlf. 70 10 20 30", None),
    ],
)
def test_the_foot_of_a_page_has_its_address(foot: str, name: str | None) -> None:
    assert owner(f"Broen til Vesterby Kommune.\n\n{foot}") == name


def test_a_region_is_that_of_its_own_council() -> None:
    text = "Region Midtland ejer sygehuset.\nRegion Midtland bygger.\nLundeby Kommune betaler."
    assert owner(text, "Referat\nRegionsrådet\n6. juni 2023") == "Region Midtland"


def test_a_joint_body_is_no_municipality_s_though_it_meets_at_a_town_hall() -> None:
    head = (
        "Referat af møde 4. maj 2018\nSted: Lundeby Rådhus\n"
        "Lundeby Kommune: Anne Holm\nVesterby Kommune: Bo Lind\nBakkeby Kommune: Carla Dam"
    )
    assert owner("1. Ny bro", head) is None


def test_names_of_two_words_are_kept_and_words_before_a_name_are_not() -> None:
    assert town_only("Nørre Skovby Kommune", lines("Nørre Skovby Kommune ved Skovby")) == "Nørre Skovby Kommune"
    assert town_only("Holme Lund Kommune", lines("Holme Lund Kommune er ny")) == "Holme Lund Kommune"
    assert town_only("Klimaplan Lundeby Kommune", lines("Klimaplan Lundeby Kommune\nByen Lundeby")) == "Lundeby Kommune"
    assert town_only("Lund Bakke Kommune", lines("Lund Bakke Kommune og Lund-Bakke Egnsråd")) == "Lund Bakke Kommune"


def test_nothing_is_owned_by_an_empty_document() -> None:
    assert owner_of([], None) is None
