"""Items that nothing tells apart but the order of their sections: each string is the sections of one item."""

from __future__ import annotations

import pytest

from tests.structure.clerk import kinds, structured

HEAD = "Kulturudvalget\nReferat • 4. juni 2024 kl. 16.00\n"
SECTIONS = {
    "tema": "Beslutningstema\nStatus for hallen i Åløse.",
    "indstilling": "Indstilling\nForvaltningen indstiller, at status drøftes.",
    "sag": "Sagsfremstilling\nHallen er fra 1974.",
    "dato": "Beslutning i Kulturudvalget den 04-06-2024\nDrøftet.",
    "før": "Beslutning i Kulturudvalget den 07-05-2024\nUdsat.",
    "beslutning": "Beslutning\nDrøftet.",
}
KINDS = {"tema": "resume", "sag": "sagsfremstilling", "dato": "beslutning", "før": "tidligere_beslutning"}


@pytest.mark.parametrize(
    "items",
    [
        ("dato", "tema indstilling sag dato", "tema indstilling dato"),
        ("beslutning", "tema sag beslutning", "beslutning", "tema sag beslutning"),
        ("indstilling dato", "tema indstilling sag dato", "tema indstilling sag dato"),
        ("tema sag dato", "dato", "tema sag dato"),
        ("tema sag dato", "sag dato", "tema sag dato"),
        ("tema sag dato", "tema sag før dato", "tema dato"),
    ],
    ids=["decision-first", "undated", "no-theme-first", "decision-alone", "without-theme", "put-off-before"],
)
def test_what_stands_behind_a_decision_opens_the_next_item(items: tuple[str, ...]) -> None:
    assert read(items) == items


@pytest.mark.parametrize(
    "items",
    [
        ("dato tema sag", "dato tema sag", "dato sag"),
        ("indstilling sag dato tema", "indstilling sag dato tema"),
        ("dato", "indstilling sag dato tema", "indstilling sag dato tema"),
        ("dato sag", "dato", "dato sag"),
    ],
    ids=["decision-opens", "theme-closes", "theme-closes-behind-a-decision", "decision-opens-and-stands-alone"],
)
def test_what_a_house_prints_last_opens_nothing(items: tuple[str, ...]) -> None:
    assert read(items) == items


def test_the_words_of_a_decision_are_no_title() -> None:
    text = f"{HEAD}\nResume\nDagsordenen.\n\nBeslutning\n\nGodkendt\n\nResume\nHallen.\n\nBeslutning\n\nUdsat"
    assert [item.title for item in structured(text).items] == [None, None]


def test_no_item_has_its_resume_in_the_middle() -> None:
    first = (
        "Resume\nDagsordenen.\nIndstilling\nAt den godkendes.\nBeslutning\nGodkendt.\nBeskrivelse af sagen\nIntet.\n"
    )
    text = f"{HEAD}{first}Økonomi\nIngen.\nResume\nHallen.\nIndstilling\nAt den males.\nBeslutning\nUdsat.\n"
    assert [kinds(item) for item in structured(text).items] == [
        ["resume", "indstilling", "beslutning", "sagsfremstilling", "oekonomi"],
        ["resume", "indstilling", "beslutning"],
    ]


def test_a_title_stands_above_the_head_of_its_contents() -> None:
    titles = ["Ny bro", "Ny hal", "Ny færge"]
    parts = "\n".join(f"{title}\nIndhold\nBeslutningstema\nSagen.\nBeslutning\nGodkendt.\n" for title in titles)
    assert [item.title for item in structured(f"{HEAD}\n{parts}").items] == titles


def read(items: tuple[str, ...]) -> tuple[str, ...]:
    """The items found in minutes of some sections, named as those are."""
    text = HEAD + "\n".join(SECTIONS[name] for item in items for name in item.split())
    names = {KINDS.get(name, name): name for item in items for name in item.split()}
    return tuple(" ".join(names[kind] for kind in kinds(item)) for item in structured(text).items)


@pytest.mark.parametrize(
    "approval", ["Dagsorden godkendt.", "Ida Lauge var fraværende.\nUdvalget godkendte dagsordenen."]
)
def test_the_decision_on_the_agenda_is_an_item_of_its_own(approval: str) -> None:
    # Read by the order of its sections alone, the minutes might open every item with its decision.
    sections = [SECTIONS[name] for name in ("tema", "indstilling", "sag", "dato", "tema", "indstilling")]
    text = HEAD + "\n".join([f"Beslutning i Kulturudvalget den 04-06-2024\n{approval}", *sections])
    assert [kinds(item) for item in structured(text).items] == [
        ["beslutning"],
        ["resume", "indstilling", "sagsfremstilling", "beslutning"],
        ["resume", "indstilling"],
    ]


PLACE = "Kulturudvalget mandag den 4. juni 2024 kl. 16.00\n\nMødelokale 2 E\n\n"


def test_a_list_of_attachments_closes_an_item() -> None:
    text = (
        f"Referat\n{PLACE}Resume\n\nHallen er fra 1974.\n\nSagsfremstilling\n\nDen er slidt.\n\nIndstilling\n\nAt den"
        " bygges om.\n\nBeslutning\n\nTiltrådt.\n\nBilag\n\nSagsfremstilling\n\nFærgen sejler ikke om natten.\n"
    )
    assert [kinds(item) for item in structured(text).items] == [
        ["resume", "sagsfremstilling", "indstilling", "beslutning", "bilag"],
        ["sagsfremstilling"],
    ]


def test_where_the_body_met_is_no_title_where_no_item_has_one() -> None:
    text = f"Referat\n{PLACE}Sagsfremstilling\n\nFærgen.\n\nBeslutning\n\nTiltrådt.\n\nSagsfremstilling\n\nHallen.\n"
    assert [item.title for item in structured(text).items] == [None, None]


def test_a_summary_behind_attachments_opens_an_item() -> None:
    text = (
        f"Referat\n{PLACE}Sagsfremstilling\n\nFærgen.\n\nIndstilling\n\nAt den sejler.\n\nBeslutning\n\nTiltrådt.\n\n"
        "Bilag\n\nResume\n\nHallen er slidt.\n\nSagsfremstilling\n\nHallen er fra 1974.\n"
    )
    assert [kinds(item) for item in structured(text).items] == [
        ["sagsfremstilling", "indstilling", "beslutning", "bilag"],
        ["resume", "sagsfremstilling"],
    ]
