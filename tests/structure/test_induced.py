"""Headings of a house: what stands once in each of several items, by its words or by what stands under it."""

from __future__ import annotations

import pytest

from tests.structure.clerk import HEADER, TITLES, kinds, structured, text_of

#: Role → a heading with a stem, and one whose words say nothing.
STEMS = {
    "resume": "Sagens hovedindhold",
    "sagsfremstilling": "Nærmere udredning",
    "oekonomi": "Følger for budgettet",
    "indstilling": "Centrets oplæg til beslutning",
    "beslutning": "Punktets udfald",
    "bilag": "Papirer i sagen",
}
COINED = {
    "resume": "Til den travle",
    "sagsfremstilling": "For den tålmodige",
    "oekonomi": "Det med tallene",
    "indstilling": "Hjælp til valget",
    "beslutning": "Punktets endeligt",
    "bilag": "Læs selv",
}
CASE = (
    "Broen over Møllebækken er fra 1934 og har ikke været malet siden 1998. Et eftersyn i foråret viste rust i de "
    "bærende dele, og det regner ind i lejerne. To firmaer har set på den. Begge mener, at den holder ti år endnu, "
    "hvis den males nu, og at den ellers må skiftes."
)
DECISIONS = ("Godkendt.", "Udvalget vedtog planen.", "Godkendt med 5 stemmer mod 2.", "Drøftet.", "Udsat.")
TEXTS = {
    "resume": "Broen er slidt, og udvalget skal vælge, hvad der sker med den.",
    "sagsfremstilling": CASE,
    "oekonomi": "Det koster 240.000 kr. at male den.",
    "indstilling": "1. at broen males\n2. at den efterses hvert år",
    "bilag": "Notat om bro {n}\nTilbud fra malerne, runde {n}",
}


def house(words: dict[str, str], show: str = "{}", gap: str = "") -> str:
    """Five items: the first and the last have a decision only, the others all sections."""
    text = HEADER
    for n, (title, decision) in enumerate(zip(TITLES, DECISIONS, strict=True), 1):
        text += f"\n{n}. {title}\n"
        for role, heading in words.items():
            if role == "beslutning" or n not in (1, 5):
                content = decision if role == "beslutning" else TEXTS[role].format(n=n)
                text += f"\n{show.format(heading)}\n{gap}{content}\n"
    return text


@pytest.mark.parametrize("words", [STEMS, COINED], ids=["stems", "coined"])
@pytest.mark.parametrize("show", ["{}", "## {}", "**{}**", "{}:"], ids=["plain", "level", "bold", "colon"])
@pytest.mark.parametrize("gap", ["", "\n"], ids=["close", "apart"])
def test_headings_of_a_house(words: dict[str, str], show: str, gap: str) -> None:
    items = structured(house(words, show, gap)).items
    assert [kinds(item) for item in items] == [
        ["beslutning"],
        *[list(words)] * 3,
        ["beslutning"],
    ]
    assert [text_of(item, "beslutning") for item in items] == list(DECISIONS)
    assert [section.heading for section in items[1].sections] == list(words.values())
    assert items[2].attachments == ["Notat om bro 3", "Tilbud fra malerne, runde 3"]


def test_headings_in_capitals() -> None:
    items = structured(house({role: word.upper() for role, word in COINED.items()})).items
    assert [kinds(item) for item in items[1:4]] == [list(COINED)] * 3


def test_a_decision_that_stands_first() -> None:
    words = {"beslutning": "Punktets endeligt", **{k: v for k, v in COINED.items() if k != "beslutning"}}
    items = structured(house(words)).items
    assert [kinds(item) for item in items[1:4]] == [list(words)] * 3


def test_a_label_that_runs_in_with_its_text() -> None:
    text = HEADER
    for n, title in enumerate(TITLES, 1):
        text += (
            f"\n{n}. {title}\n\nSagsfremstilling\nBroen er fra 1934.\n\n"
            f"Skønnede udgifter: Det koster {n}00.000 kr. at male den.\n\nBeslutning\nGodkendt.\n"
        )
    for item in structured(text).items:
        assert kinds(item) == ["sagsfremstilling", "oekonomi", "beslutning"]
        assert item.sections[1].heading == "Skønnede udgifter"
        assert item.sections[1].text.startswith("Det koster")


def test_a_body_with_a_colon_heads_what_it_decided() -> None:
    text = HEADER
    for n, title in enumerate(TITLES, 1):
        text += (
            f"\n{n}. {title}\n\nSagsfremstilling\nBroen er fra 1934.\n\n"
            f"Økonomiudvalget:\nAnbefales.\n\nTeknik- og Miljøudvalget:\nSelve spørgsmålet {n} blev afklaret.\n"
        )
    for item in structured(text).items:
        assert kinds(item) == ["sagsfremstilling", "tidligere_beslutning", "beslutning"]
        assert [decision.own for decision in item.decisions] == [False, True]


@pytest.mark.parametrize(
    "line",
    ["For stemte", "Teknik- og Miljøudvalget", "Karen Lund", "Ingen bemærkninger"],
)
def test_lines_that_recur_and_head_nothing(line: str) -> None:
    text = HEADER
    for n, title in enumerate(TITLES, 1):
        case = f"Broen er fra 1934.\n\n{line}\nDen er slidt."
        text += f"\n{n}. {title}\n\nSagsfremstilling\n{case}\n\nBeslutning\nUdsat.\n"
    for item in structured(text).items:
        assert kinds(item) == ["sagsfremstilling", "beslutning"]


def test_beside_the_own_word_for_a_decision_no_other_is_learned() -> None:
    text = HEADER
    for n, title in enumerate(TITLES, 1):
        text += f"\n## {n}. {title}\n\n### Punktets endeligt\nBroen godkendt i 1998.\n\n### Beslutning\nUdsat.\n"
    for item in structured(text).items:
        assert kinds(item).count("beslutning") == 1
        assert [decision.text for decision in item.decisions] == ["Udsat."]


def test_the_type_of_a_case_below_who_decides_is_no_heading() -> None:
    who = "Sagsgang og sagstype\n\nKulturudvalget\n\nBeslutningssag\n\n"
    item = who + "Indstilling\n\nAt {t} hæves.\n\nBeslutning\n\nGodkendt.\n\n"
    text = "".join(f"{n}. Takst {n}\n\n" + item.format(t=f"takst {n}") for n in (1, 2, 3))
    for item_read in structured(text).items:
        assert kinds(item_read) == ["kompetence", "indstilling", "beslutning"]
