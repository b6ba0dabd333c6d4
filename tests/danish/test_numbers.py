import re

import pytest

from referat_nlp.danish.numbers import NUMBER, parse_number


@pytest.mark.parametrize(
    ("token", "value"),
    [
        ("15", 15),
        ("0", 0),
        ("ingen", 0),
        ("Ingen", 0),
        ("én", 1),
        ("en", 1),
        ("fire", 4),
        ("sytten", 17),
        ("toogtyve", 22),
        ("enogtredive", 31),
        ("femogfyrre", 45),
        ("nioghalvfems", 99),
    ],
)
def test_digits_and_words(token: str, value: int) -> None:
    assert parse_number(token) == value


@pytest.mark.parametrize("token", ["", "mange", "12,5", "3.b", "flere", "halv"])
def test_other_words_are_no_number(token: str) -> None:
    assert parse_number(token) is None


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("fire stemmer for og 3 imod", ["fire", "3"]),
        ("mindretallet", []),
        ("1.250.000 kr.", []),
        ("enogtyve", ["enogtyve"]),
    ],
)
def test_pattern_takes_whole_numbers_only(text: str, numbers: list[str]) -> None:
    assert re.findall(NUMBER, text, re.IGNORECASE) == numbers
