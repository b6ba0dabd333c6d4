"""Names of municipal bodies: found in text, and one body under several spellings."""

from __future__ import annotations

import pytest

from referat_nlp.danish.bodies import body_key, body_of_meeting, find_body, same_body
from referat_nlp.danish.headings import match_heading


@pytest.mark.parametrize(
    "name",
    [
        "Byrådet",
        "Kommunalbestyrelsen",
        "Borgerrepræsentationen",
        "Regionsrådet",
        "Økonomiudvalget",
        "Teknik- og Miljøudvalget",
        "Børne-, Unge- og Skoleudvalget",
        "Udvalget for Kultur og Fritid",
        "Udvalget for Plan, Teknik og Miljø",
        "Magistraten",
        "Beskæftigelses- og Erhvervsudvalget",
        "Folkeoplysningsudvalget",
        "Direktionen",
        "Ældrerådet",
        "Handicaprådet",
    ],
)
def test_found_in_a_sentence(name: str) -> None:
    assert find_body(name) == name
    assert find_body(f"Referat fra mødet i {name} den 5. marts 2024") == name


@pytest.mark.parametrize(
    "text",
    ["", "Mødet blev hævet kl. 18.", "Anne Holm (A)", "Rådhuset i Nørresø", "Godkendelse af dagsorden"],
)
def test_no_body(text: str) -> None:
    assert find_body(text) is None


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Byrådet", "byråd"),
        ("Byrådet", "BYRÅDET"),
        ("Byrådet", "Kommunalbestyrelsen"),
        ("Økonomiudvalget", "Økonomiudvalg"),
        ("Økonomiudvalget", "Økonomiudvalgets"),
        ("Beskæftigelsesudvalget", "Beskæftigelsesudvalget 2013-2021"),
        ("Beskæftigelsesudvalget", "Beskæftigelsesudvalget (18-21)"),
        ("Teknik- og Miljøudvalget", "Teknik og Miljøudvalget"),
        ("Økonomiudvalget", "Udvalget"),
        ("Byråd 2022-2025", "Byrådet"),
    ],
)
def test_spellings_that_agree(left: str, right: str) -> None:
    assert same_body(left, right)
    assert same_body(right, left)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Økonomiudvalget", "Byrådet"),
        ("Økonomiudvalget", "Teknik- og Miljøudvalget"),
        ("Udvalget", "Byrådet"),
        ("Byrådet", None),
        (None, None),
        ("Børne- og Ungeudvalget", "Kultur- og Fritidsudvalget"),
        ("Ældrerådet", "Byrådet"),
    ],
)
def test_bodies_that_differ(left: str | None, right: str | None) -> None:
    assert not same_body(left, right)


def test_key_folds_case_article_and_punctuation() -> None:
    assert body_key("Teknik- og Miljøudvalget:") == body_key("TEKNIK OG MILJØUDVALG")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("REFERAT Beskæftigelsesudvalget 2013-2021 d. 05-03-2024", "Beskæftigelsesudvalget 2013-2021"),
        ("Teknik- og Miljøudvalget 09-04-2024", "Teknik- og Miljøudvalget"),
    ],
)
def test_a_period_belongs_to_the_name_and_a_date_does_not(text: str, name: str) -> None:
    assert find_body(text.removeprefix("REFERAT ")) == name


def test_the_municipality_is_no_part_of_the_body() -> None:
    assert find_body("Udvalget for Havn, Fiskeri og Kyst, Sølvager Kommune") == "Udvalget for Havn, Fiskeri og Kyst"
    assert body_key("Udvalget for Havn, Sølvager Kommune") == body_key("Udvalget for Havn")
    assert body_key("Byrådet i Sølvager Kommune") == body_key("Byrådet")


def test_a_committee_may_be_named_in_two_ways() -> None:
    assert same_body("Udvalget for Havn og Fiskeri", "Havne- og Fiskeriudvalget") is False
    assert same_body("Udvalget for Kultur og Fritid", "Kultur- og Fritidsudvalget")
    assert not same_body("Udvalget for Kultur", "Kultur- og Fritidsudvalget")


@pytest.mark.parametrize(
    ("initials", "name"),
    [
        ("TMU", "Teknik- og Miljøudvalget"),
        ("TM", "Teknik- og Miljøudvalget"),
        ("ØK", "Økonomiudvalget"),
        ("ØU", "Økonomi- og Erhvervsudvalget 2022-2025"),
        ("SÆH", "Social-, Ældre- og Handicapudvalget"),
        ("UKF", "Udvalget for Kultur og Fritid"),
        ("KB", "Kommunalbestyrelsen"),
        ("BY", "Byrådet"),
        ("BR", "Borgerrepræsentationen"),
    ],
)
def test_initials_stand_for_a_body(initials: str, name: str) -> None:
    assert same_body(initials, name)
    assert same_body(name, initials)


@pytest.mark.parametrize(
    ("initials", "name"), [("ØU", "Omsorgsudvalget"), ("TMU", "Byrådet"), ("BY", "Økonomiudvalget")]
)
def test_initials_of_another_body(initials: str, name: str) -> None:
    assert not same_body(initials, name)


@pytest.mark.parametrize(
    ("printed", "body"),
    [
        ("byrådsmødet", "Byrådet"),
        ("kommunalbestyrelsesmødet", "Kommunalbestyrelsen"),
        ("økonomiudvalgsmøde", "Økonomiudvalget"),
        ("Kulturudvalgets møde", "Kulturudvalget"),
        ("mødet", None),
        ("Plan, Teknik og Miljø", "Plan, Teknik og Miljø"),
    ],
)
def test_the_body_whose_meeting_is_named(printed: str, body: str | None) -> None:
    assert body_of_meeting(printed) == body
    heading = match_heading(f"Beslutning på {printed} den 4. maj 2022")
    assert heading is not None
    assert (heading.kind, heading.body, heading.date) == ("beslutning", body, "2022-05-04")
