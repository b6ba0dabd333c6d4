"""Headings whose kind depends on what else their item has."""

from __future__ import annotations

import pytest

from tests.structure.clerk import HEADER, TITLES, kinds, structured


def house(*headings: str) -> str:
    text = HEADER
    for n, title in enumerate(TITLES, 1):
        text += f"\n{n}. {title}\n"
        for heading in headings:
            text += f"\n{heading}\nDen {n}. tekst af sin slags.\n"
    return text


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        (("Baggrund", "Sagsfremstilling", "Beslutning"), ["baggrund", "sagsfremstilling", "beslutning"]),
        (("Resumé", "Baggrund", "Beslutning"), ["resume", "sagsfremstilling", "beslutning"]),
        (("Hvad handler sagen om", "Beslutning"), ["sagsfremstilling", "beslutning"]),
        (("Hvad handler sagen om?", "Fakta i sagen", "Beslutning"), ["resume", "sagsfremstilling", "beslutning"]),
        (("Det handler sagen om", "Sagens baggrund", "Beslutning"), ["resume", "sagsfremstilling", "beslutning"]),
        (("Sagens baggrund", "Sagsfremstilling", "Beslutning"), ["baggrund", "sagsfremstilling", "beslutning"]),
    ],
)
def test_what_else_the_item_has_tells_the_kind(headings: tuple[str, ...], expected: list[str]) -> None:
    assert [kinds(item) for item in structured(house(*headings)).items] == [expected] * len(TITLES)
