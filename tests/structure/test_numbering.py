"""Items known by how their numbers run, in dresses and under section headings that no list holds."""

from __future__ import annotations

import pytest

from referat_nlp.reading import document_from_text, read_all
from referat_nlp.structure import structure
from referat_nlp.structure.lines import lines_of
from referat_nlp.structure.numbering import rising
from tests.structure.clerk import HEADER, TEXTS, TITLES, rows, structured

DRESSES = {
    "brackets": "[{n}] {t}",
    "round-brackets": "({n}) {t}",
    "hash": "#{n} {t}",
    "paragraph": "§ {n}. {t}",
    "stars": "*** {n} *** {t}",
    "year": "{n}/2024 {t}",
    "short-year": "{n}/24: {t}",
    "year-first": "2024-{n}: {t}",
    "series": "A.{n} {t}",
    "series-dash": "B-{n} · {t}",
    "parts": "1.{n} {t}",
    "ad": "ad {n}. {t}",
    "emne": "Emne {n} – {t}",
    "two-words": "Åbent punkt {n}: {t}",
    "meeting": "Møde 4, sag {n}: {t}",
    "punkt-behind": "{n}. punkt: {t}",
    "arrow": "{n} » {t}",
    "dots": "{n} … {t}",
    "behind-title": "{t} (punkt {n})",
    "behind-title-bracket": "{t} [{n}]",
    "behind-title-dash": "{t} – sag {n}",
}
PAIRS = {
    "number-above": "[{n}]\n{t}",
    "year-above": "{n}/2024\n{t}",
    "number-below": "{t}\nDagsordenens punkt {n} | Sagsnr. 24/110{n} | Åben sag",
    "label-cells": "Nr.: {n}\nTitel: {t}",
    "label-lines": "Punkt\n{n}\nEmne\n{t}",
}
ROMANS = ("I", "II", "III", "IV", "V")


def printed(template: str, *, first: int = 5, bare: bool = False) -> str:
    """Minutes in a house style that no lexicon knows: odd words over case and decision, or none at all."""
    parts = [HEADER]
    for n, (title, (case, _, decision)) in enumerate(zip(TITLES, TEXTS, strict=True)):
        heading = template.format(n=first + n, t=title, r=ROMANS[n], a="ABCDE"[n])
        over, under = ("", "") if bare else ("Det drejer sig om\n", "Udfaldet blev\n")
        parts.append(f"{heading}\n\n{over}{case}\n\n1. Første skridt\n2. Næste skridt\n\n{under}{decision}\n")
    return "\n".join(parts)


@pytest.mark.parametrize("bare", [False, True], ids=["odd-words", "no-words"])
@pytest.mark.parametrize("dress", DRESSES)
def test_dress(dress: str, bare: bool) -> None:
    referat = structured(printed(DRESSES[dress], bare=bare))
    assert [item.title for item in referat.items] == list(TITLES)
    assert all(item.number and item.number.lstrip("AB0").strip(".-") for item in referat.items)


@pytest.mark.parametrize("template", ["{r}. {t}", "{r}) {t}", "{a}. {t}", "{a}) {t}"])
def test_letters_that_count_items(template: str) -> None:
    assert [item.title for item in structured(printed(template)).items] == list(TITLES)


@pytest.mark.parametrize("pair", PAIRS)
def test_number_and_title_on_two_lines(pair: str) -> None:
    assert [item.title for item in structured(printed(PAIRS[pair])).items] == list(TITLES)


def test_number_is_printed_without_what_surrounds_it() -> None:
    assert [number for number, _ in rows(structured(printed("[{n}] {t}")))] == ["5", "6", "7", "8", "9"]
    assert rows(structured(printed("{n}/2024 {t}")))[0][0] == "5/2024"
    assert rows(structured(printed("A.{n} {t}")))[0][0] == "A.5"


def test_frame_on_the_line_of_the_number() -> None:
    first = structured(printed(PAIRS["number-below"])).items[0]
    assert (first.case_number, first.closed) == ("24/1105", False)
    closed = printed(PAIRS["number-below"]).replace("24/1107 | Åben", "24/1107 | Lukket")
    assert [item.closed for item in structured(closed).items] == [False, False, True, False, False]


def test_one_closed_item_keeps_its_title() -> None:
    text = printed("Nr.{n} - {t}").replace(TITLES[3], "Lukket sag")
    assert rows(structured(text))[3] == ("8", "Lukket sag")


def numbers(text: str) -> list[str]:
    return [found.number for found in rising(lines_of(document_from_text(text)), ()).values()]


def test_pages_are_no_items() -> None:
    pages = [f"{'Teksten fortsætter her. ' * 20}\n\nBlad nr. {n} Initialer: ____" for n in range(1, 9)]
    assert numbers("\n\n".join(pages)) == []


def test_a_list_is_no_agenda() -> None:
    steps = "\n".join(f"[{n}] Skridt nummer {n}" for n in range(1, 7))
    text = f"Indledning. {'Noget om sagen. ' * 60}\n\n{steps}\n\n" + "Der er mere at sige. \n\n" * 40
    assert numbers(text) == []


def test_numbers_that_begin_anew_are_no_items() -> None:
    lists = [f"{n}) Punkt af en liste\n\n{'Noget om det. ' * 9}\n\nMere\n" for _ in range(5) for n in range(1, 4)]
    assert numbers("\n".join(lists)) == []


def test_title_above_a_line_that_recurs() -> None:
    text = printed("{t}").replace("1. Første skridt\n2. Næste skridt\n\n", "")
    assert [item.title for item in structured(text).items] == list(TITLES)


FRAMES = {
    "label, number, state": ("Journal 05.01.02-G01-7-23 · lukket sag", "05.01.02-G01-7-23", True),
    "word and number": ("Sag 24/011937 – åben", "24/011937", False),
    "in brackets": ("(sagsident 24/20866)", "24/20866", False),
    "number below its label": ("Journalkode\n480-2024-1183", "480-2024-1183", False),
    "closed to the public": ("Sagsnummer 24/5512\nLukket for offentligheden", "24/5512", True),
}


@pytest.mark.parametrize("frame", FRAMES)
def test_frame_below_the_title(frame: str) -> None:
    line, case_number, closed = FRAMES[frame]
    first = structured(printed("Punkt {n}: {t}\n" + line)).items[0]
    assert (first.title, first.case_number, first.closed) == (TITLES[0], case_number, closed)


def test_cells_of_the_frame_beside_the_title() -> None:
    item = structured(printed("{n} | {t} | 24/4711 | Lukket")).items[1]
    assert (item.number, item.title, item.case_number, item.closed) == ("6", TITLES[1], "24/4711", True)


PAGES = {
    "buttons": '<button aria-expanded="true"><span>{n}</span><span>{t}</span></button>',
    "summaries": "<details open><summary>{n} {t}</summary></details>",
    "terms": "<dl><dt>Punkt</dt><dd>{n}</dd><dt>Emne</dt><dd>{t}</dd></dl>",
    "row": "<table><tr><td>Punkt nr.</td><td>{n}</td></tr><tr><td>Emne</td><td>{t}</td></tr></table>",
    "below": "<h2>{t}</h2><p><span>Punkt {n}</span><span>Åben sag</span></p>",
    "quoted": "<blockquote><p>Pkt. {n}</p><p>{t}</p></blockquote>",
}


@pytest.mark.parametrize("page", PAGES)
def test_headings_of_web_pages(page: str) -> None:
    parts = ["<html><body><h1>Tranevig Kommune</h1><p>Referat af mødet i Byrådet den 5. marts 2024</p>"]
    for n, (title, (case, _, decision)) in enumerate(zip(TITLES, TEXTS, strict=True), start=12):
        cells = (("Det drejer sig om", case), ("Udfald", decision))
        rows_of = "".join(f"<tr><td>{over}</td><td><p>{text}</p></td></tr>" for over, text in cells)
        parts.append(f"<section>{PAGES[page].format(n=n, t=title)}<table>{rows_of}</table></section>")
    (document,) = read_all("".join(parts).encode())
    assert rows(structure(document)) == [(str(n), title) for n, title in enumerate(TITLES, start=12)]
