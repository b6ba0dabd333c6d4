"""Dates and clock times as Danish minutes write them."""

from __future__ import annotations

import pytest

from referat_nlp.danish.dates import find_date, find_times


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("5. marts 2024", "2024-03-05"),
        ("tirsdag den 5. marts 2024 kl. 15:30", "2024-03-05"),
        ("Onsdag d. 1 december 2021", "2021-12-01"),
        ("30. aug 2022", "2022-08-30"),
        ("30. aug. 2022", "2022-08-30"),
        ("1. oktober 2018:", "2018-10-01"),
        ("den femte marts totusindfireogtyve", "2024-03-05"),
        ("den femogtyvende marts nittenhundrede og otteoghalvfems", "1998-03-25"),
        ("tirsdag den femte marts 2024", "2024-03-05"),
        ("År 2024, tirsdag den 5. marts", "2024-03-05"),
        ("05-03-2024", "2024-03-05"),
        ("5-3-2024", "2024-03-05"),
        ("05/03/2024", "2024-03-05"),
        ("05.03.2024", "2024-03-05"),
        ("2024-03-05", "2024-03-05"),
        ("Sagsliste pr. 03.04.24", "2024-04-03"),
        ("01-02-98", "1998-02-01"),
        ("Onsdag, April 3, 2019 - 18:00", "2019-04-03"),
        ("28-03-2022 17:00:00", "2022-03-28"),
        ("29. februar 2024", "2024-02-29"),
        ("DEN 5. MARTS 2024", "2024-03-05"),
        ("tirsdag d. 5. marts '24", "2024-03-05"),
        ("3/19/2024 4:30:00 PM", "2024-03-19"),
        ("3/5/2024 4:30:00 PM", "2024-03-05"),
        ("3/19/2024", "2024-03-19"),
        ("19/3/2024 4:30 PM", "2024-03-19"),
        ("5/3/2024 16:30:00", "2024-03-05"),
    ],
)
def test_forms(text: str, iso: str) -> None:
    found = find_date(text)
    assert found is not None
    assert found[0] == iso
    assert text[found[1] : found[2]].strip() != ""


@pytest.mark.parametrize(
    "text",
    [
        "",
        "i 2024",
        "marts 2024",
        "5. marts",
        "31-02-2024",
        "29. februar 2023",
        "45-13-2024",
        "00.22.00-P35-1-24",
        "pkt. 5.3.2",
        "330-2018-3619",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert find_date(text) is None


def test_first_date_that_exists_and_where_it_stands() -> None:
    text = "fra 31-02-2024 til 1. marts 2024 og 2. marts 2024"
    iso, start, end = find_date(text) or ("", 0, 0)
    assert (iso, text[start:end]) == ("2024-03-01", "1. marts 2024")
    later = find_date(text, end)
    assert later is not None
    assert later[0] == "2024-03-02"


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("kl. 15:30", ["15:30"]),
        ("kl. 15.30", ["15:30"]),
        ("kl 9.05", ["09:05"]),
        ("kl. 17", ["17:00"]),
        ("klokken 17", ["17:00"]),
        ("Klokken 15.30", ["15:30"]),
        ("15:30 - 18:05", ["15:30", "18:05"]),
        ("Mødet begyndte kl. 17.00 og sluttede kl. 19.40.", ["17:00", "19:40"]),
        ("28-03-2022 17:00:00", ["17:00"]),
        ("05.03.2024 kl. 8.15", ["08:15"]),
        ("3/19/2024 4:30:00 PM", ["16:30"]),
        ("3/19/2024 9:00 AM - 1:15 PM", ["09:00", "13:15"]),
        ("12:30 AM", ["00:30"]),
        ("12.30 pct.", []),
        ("den 05.03.2024", []),
        ("25:70", []),
    ],
)
def test_times(text: str, times: list[str]) -> None:
    assert find_times(text) == times
