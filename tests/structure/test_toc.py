"""Tables of contents in the forms that publishing systems leave behind: they confirm items and are none."""

from __future__ import annotations

import pytest

from tests.structure.clerk import CASE_NUMBERS, HEADER, TITLES, body_of, minutes, rows, structured, text_of

NUMBERED = [(str(n), title) for n, title in enumerate(TITLES, 1)]


def contents(entry: str) -> str:
    """A table of contents, one ``entry`` an item."""
    return "\n".join(entry.format(n=n, t=title, p=n + 1) for n, title in enumerate(TITLES, 1)) + "\n"


ENTRIES = {
    "leaders-tab": "{t}.....\t{p}",
    "leaders-numbered": "{n}. {t} .......... {p}",
    "leaders-spaced": "{n}. {t} . . . . . . {p}",
    "leaders-punkt": "Punkt {n}: {t}....{p}",
    "ellipsis": "{n}. {t} ……… {p}",
    "underscores": "{n}. {t} ______ {p}",
    "tab-page": "{n}. {t}\t{p}",
    "spaces-page": "{n}. {t}          {p}",
    "pageref": "{n}. \t{t}\t PAGEREF _Toc15000010{n} \\h {p}",
    "plain": "{n}. {t}",
    "plain-unnumbered": "{t}",
    "colon": "{n}: {t}",
}


@pytest.mark.parametrize("heading", ["Indholdsfortegnelse", "Dagsorden", "Punkter:"])
@pytest.mark.parametrize("entry", ENTRIES)
def test_forms(entry: str, heading: str) -> None:
    table = f"{heading}\n\n{contents(ENTRIES[entry])}\n"
    referat = structured(minutes([f"{n}. {t}" for n, t in NUMBERED], header=f"{HEADER}\n{table}"))
    assert rows(referat) == NUMBERED
    assert [item.case_number for item in referat.items] == list(CASE_NUMBERS)
    assert text_of(referat.items[0], "beslutning") == "Godkendt."


@pytest.mark.parametrize("entry", ["leaders-tab", "leaders-numbered", "pageref", "plain"])
def test_without_a_heading(entry: str) -> None:
    referat = structured(minutes([f"{n}. {t}" for n, t in NUMBERED], header=f"{HEADER}\n{contents(ENTRIES[entry])}\n"))
    assert rows(referat) == NUMBERED


def test_numbers_titles_and_pages_in_columns_of_their_own() -> None:
    table = (
        "Indholdsfortegnelse\n\n"
        + "\n".join(f"{n}." for n, _ in NUMBERED)
        + "\n\n"
        + "\n".join(TITLES)
        + "\n\n"
        + "\n".join(str(n + 2) for n in range(5))
    )
    referat = structured(minutes([f"{n}. {t}" for n, t in NUMBERED], header=f"{HEADER}\n{table}\n"))
    assert rows(referat) == NUMBERED


def test_pages_in_a_column_of_their_own() -> None:
    table = f"Indholdsfortegnelse\nSide\n\n{contents('{n}. {t}')}\n" + "\n".join(str(n + 2) for n in range(5))
    referat = structured(minutes([f"{n}. {t}" for n, t in NUMBERED], header=f"{HEADER}\n{table}\n"))
    assert rows(referat) == NUMBERED


def test_last_entry_glued_to_the_first_item() -> None:
    table = contents("{n}. {t}").rstrip("\n")
    parts = "\n".join(f"{n}. {t}\n\n{body_of(i)}" for i, (n, t) in enumerate(NUMBERED))
    referat = structured(f"{HEADER}\nPunkter\n\n{table}{parts}")
    assert rows(referat) == NUMBERED
    assert referat.text[slice(*referat.items[0].span)].startswith("1. Godkendelse af dagsorden")


def test_titles_cut_in_the_table_confirm_the_whole_ones() -> None:
    long = "Ny cykelsti langs Møllebækken fra Sønderkaj Skole til Idrætshallen ved Hvidholm"
    table = f"Indholdsfortegnelse\n\nGodkendelse af dagsorden.....\t3\n{long[:60]}.....\t4\nMeddelelser.....\t6\n"
    text = (
        f"{HEADER}\n{table}\nPunkt 1: Godkendelse af dagsorden\n\n"
        f"{body_of(0)}\nPunkt 2: {long}\n\n"
        f"{body_of(1)}\nPunkt 3: Meddelelser\n\n"
        f"{body_of(4)}"
    )
    assert rows(structured(text)) == [("1", "Godkendelse af dagsorden"), ("2", long), ("3", "Meddelelser")]


def test_misspelt_titles_in_the_table() -> None:
    table = "Indholdsfortegnelse\n\n1. Godkendelse af dagsordne\n2. Ny cykelsti langs Møllebæken\n3. Meddelelser\n"
    parts = [(1, TITLES[0], 0), (2, TITLES[1], 1), (3, TITLES[4], 4)]
    text = f"{HEADER}\n{table}\n" + "\n".join(f"{n}. {t}\n\n{body_of(i)}" for n, t, i in parts)
    assert rows(structured(text)) == [("1", TITLES[0]), ("2", TITLES[1]), ("3", TITLES[4])]


def test_entry_that_wraps_to_a_second_line() -> None:
    long = (
        "Anlægsbevilling til renovering af tag og facader på Sønderkajens gamle pakhus",
        "og etablering af toiletter",
    )
    table = (
        "Indhold\n\n"
        f"1. Godkendelse af dagsorden ......... 2\n2. {long[0]}\n{long[1]} ......... 3\n"
        "3. Meddelelser ......... 4\n"
    )
    parts = [("1. Godkendelse af dagsorden", 0), (f"2. {' '.join(long)}", 1), ("3. Meddelelser", 4)]
    text = f"{HEADER}\n{table}\n" + "\n".join(f"{h}\n\n{body_of(i)}" for h, i in parts)
    assert rows(structured(text)) == [
        ("1", "Godkendelse af dagsorden"),
        ("2", " ".join(long)),
        ("3", "Meddelelser"),
    ]


def test_closed_items_that_only_the_table_makes_plain() -> None:
    table = "Indholdsfortegnelse\n\n1. Godkendelse af dagsorden\n2. Lukket\n3. Lukket\n4. Meddelelser\n"
    text = (
        f"{HEADER}\n{table}\n1. Godkendelse af dagsorden\n\n"
        f"{body_of(0)}\n2. Lukket\n\n"
        "3. Lukket\n\n"
        "4. Meddelelser\n\n"
        f"{body_of(4)}"
    )
    assert rows(structured(text)) == [
        ("1", "Godkendelse af dagsorden"),
        ("2", "Lukket"),
        ("3", "Lukket"),
        ("4", "Meddelelser"),
    ]


def test_table_gives_numbers_to_titles_that_print_none() -> None:
    table = f"Indholdsfortegnelse\n\n{contents('{n}. {t} ....... {p}')}"
    text = f"{HEADER}\n{table}\n" + "\n".join(f"{t}\n\n{body_of(i)}" for i, t in enumerate(TITLES))
    referat = structured(text)
    assert [item.title for item in referat.items] == list(TITLES)


def test_title_printed_two_and_three_times() -> None:
    table = f"Punkter\n\n{contents('{n}. {t}')}"
    referat = structured(minutes([f"{n}. {t}\n{t}" for n, t in NUMBERED], header=f"{HEADER}\n{table}\n"))
    assert rows(referat) == NUMBERED
