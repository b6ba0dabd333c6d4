import pytest

from referat_nlp.danish.parties import is_party, printed_party, same_party


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("A", "A"),
        ("Liste T", "T"),
        ("Gruppe A", "A"),
        ("Nærlisten (U)", "U"),
        ("Socialdemokratiet (A)", "A"),
        ("Socialdemokratiet", "Socialdemokratiet"),
        ("Det Konservative  Folkeparti", "Det Konservative Folkeparti"),
        ("Borgerlisten", "Borgerlisten"),
        ("A-gruppen", "A"),
        ("Løsgænger", "løsgænger"),
        ("uden for parti", "løsgænger"),
        ("UP-1", "UP-1"),
    ],
)
def test_party_is_given_as_the_contract_asks(text: str, printed: str) -> None:
    assert printed_party(text) == printed


@pytest.mark.parametrize(
    "text",
    ["A", "UP", "UP-1", "Venstre", "Radikale Venstre", "Nærlisten", "løsgænger", "Den Blå Fællesliste", "Det Ny Parti"],
)
def test_text_in_brackets_that_is_a_party(text: str) -> None:
    assert is_party(text)


@pytest.mark.parametrize("text", ["formand", "sag 3", "afbud", "2", "Liste", "Venteliste", "Den Fælles Venteliste", ""])
def test_text_in_brackets_that_is_none(text: str) -> None:
    assert not is_party(text)


def test_letter_and_name_mean_the_same_party() -> None:
    assert same_party("A", "Socialdemokratiet")
    assert same_party("Enhedslisten", "Ø")
    assert same_party("Liste T", "T")


def test_radikale_venstre_is_not_venstre() -> None:
    assert not same_party("Radikale Venstre", "V")
    assert not same_party("Borgerlisten", "B")
    assert not same_party(None, None)
