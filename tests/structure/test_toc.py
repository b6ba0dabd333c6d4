"""Tables of contents in the forms that publishing systems leave behind: they confirm items and are none."""

from __future__ import annotations

import pytest

from referat_nlp.reading import read
from referat_nlp.structure import structure
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


GROUPED = (
    ("A. Sager til afgørelse i byrådet", (1, 2)),
    ("B. Sager til afgørelse i udvalget", (3,)),
    ("C. Sager til drøftelse", (4,)),
    ("D. Orientering", (5,)),
)


@pytest.mark.parametrize("again", [True, False])
@pytest.mark.parametrize("entry", ["<tr><td>{n}</td><td>{t}</td></tr>", "<tr><td>{n}.</td><td>{t}</td></tr>"])
def test_groups_with_tables_of_their_items_are_no_items(entry: str, again: bool) -> None:
    page, listed = [], []
    for group, numbers in GROUPED:
        rows_of = "".join(entry.format(n=n, t=TITLES[n - 1]) for n in numbers)
        listed.append(f"<p>{group}</p><table>{rows_of}</table>")
        page.append(f"<h2>{group}</h2>")
        for n in numbers:
            repeated = f"<br>{group}" if again else ""
            page.append(f"<p>{n}. {TITLES[n - 1]}{repeated}<br>Åbent - {CASE_NUMBERS[n - 1]}</p>")
            page += [f"<p>{line}</p>" for line in body_of(n - 1).split("\n") if line]
    head = "<p>Tranevig Kommune</p><p>Referat af mødet i Teknik- og Miljøudvalget den 5. marts 2024</p>"
    referat = structure(read(f"<html><body>{head}{''.join(listed + page)}</body></html>".encode()))
    assert rows(referat) == NUMBERED
    assert [item.case_number for item in referat.items] == list(CASE_NUMBERS)


def test_a_list_of_all_attachments_behind_the_items_is_none_of_them() -> None:
    table = "Indholdsfortegnelse\n" + contents("{n}. {t} ..... {p}") + "Bilagsoversigt ..... 9\n"
    text = minutes([f"{n}. {t}" for n, t in NUMBERED], header=f"{HEADER}\n{table}")
    behind = (
        "\n\nBilagsoversigt\n\n2. Ny cykelsti langs Møllebækken\n1. Kort over stien (4411/24)\n2. Notat (5020/24)\n"
    )
    referat = structured(text + behind)
    assert rows(referat) == NUMBERED
    assert referat.items[-1].sections[-1].text == "Taget til efterretning."


@pytest.mark.parametrize("last", ["3. Eventuelt1. Besøg på gården", "3. Eventuelt\n\n1. Besøg på gården"])
def test_a_list_of_items_of_which_only_the_first_are_printed(last: str) -> None:
    decision = "Beslutning i Ældrerådet den 03-11-2021\n{}\n\n"
    referat = structured(
        f"PUNKTER\n\n1. Besøg på gården\n2. Referater\n{last}\n\n{decision.format('Rådet blev vist rundt.')}"
        f"2. Referater\n\n{decision.format('Godkendt.')}"
    )
    assert rows(referat) == [("1", "Besøg på gården"), ("2", "Referater")]
    assert text_of(referat.items[0], "beslutning") == "Rådet blev vist rundt."


def test_a_table_in_one_line_above_the_items() -> None:
    table = " ".join(f"{n}. {t}" for n, t in NUMBERED)
    referat = structured(minutes([f"{n}. {t}" for n, t in NUMBERED], header=f"{HEADER}\n{table}\n\n"))
    assert rows(referat) == NUMBERED
    assert text_of(referat.items[0], "beslutning") == "Godkendt."


def test_numbers_of_pages_are_no_part_of_titles_that_are_only_listed() -> None:
    referat = structured(
        "Referat\n\n1. Dagsorden 4\n2. Plan for 2025 5\n3. Ny hal 11\nDeltagere:\nAnna Lund (A)\nBo Krog (V)\n"
    )
    assert rows(referat) == [("1", "Dagsorden"), ("2", "Plan for 2025"), ("3", "Ny hal")]


def test_a_municipality_in_the_table_is_not_the_one_that_met() -> None:
    entries = "1.\n\nDagsorden\n\n5\n\n2.\n\nGrusgrav ved åen, Solvager Kommune\n\n6\n\n"
    items = "1. Dagsorden\n\nBeslutning\n\nGodkendt.\n\n2. Grusgrav ved åen, Solvager Kommune\n\nBeslutning\n\nUdsat.\n"
    head = "Referat\n\nMøde i Forretningsudvalget\n\nfredag den 14. marts 2025\n\nIndholdsfortegnelse åbent møde\n\n"
    referat = structured(head + entries + items)
    assert referat.meeting.municipality is None
    assert [row[0] for row in rows(referat)] == ["1", "2"]


def test_the_rest_of_a_table_in_a_page_that_was_cut() -> None:
    contents = "1. Ny bro\n2. Takster for haller\n3. Færgen til Åløse\n4. LUKKET PUNKT - Køb af jord\n\n"
    body = "Sagsnr. 24/811\n1. Ny bro\nResume\nBroen er slidt.\nBeslutning\nGodkendt.\n\n"
    body += "Sagsnr. 24/902\n2. Takster for haller\nResume\nTaksterne stiger.\n"
    referat = structured(f"Vejudvalget - Referat - 10. april 2024\n\nPunkter\n\n{contents}{body}")
    assert [(item.number, item.title, item.case_number) for item in referat.items] == [
        ("1", "Ny bro", "24/811"),
        ("2", "Takster for haller", "24/902"),
    ]


def test_titles_that_stand_again_without_their_numbers() -> None:
    titles = ["Dagsorden", "Ny bro over Åen", "Takster for haller", "Eventuelt"]
    tabs = "".join(f"{n}. {title}\n" for n, title in enumerate(titles, 1))
    items = "".join(f"{title}\n\nBeslutning\n\nGodkendt.\n\n" for title in titles)
    referat = structured(f"Referat\nVejudvalget den 10. april 2024\n\n{tabs}\n{items}")
    assert rows(referat) == [(str(n), title) for n, title in enumerate(titles, 1)]
