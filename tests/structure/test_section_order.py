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


def read(items: tuple[str, ...]) -> tuple[str, ...]:
    """The items found in minutes of some sections, named as those are."""
    text = HEAD + "\n".join(SECTIONS[name] for item in items for name in item.split())
    names = {KINDS.get(name, name): name for item in items for name in item.split()}
    return tuple(" ".join(names[kind] for kind in kinds(item)) for item in structured(text).items)
