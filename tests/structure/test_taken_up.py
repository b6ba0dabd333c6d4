"""Titles that are listed once and taken up by number: 'Ad 1. …'."""

from __future__ import annotations

import pytest

from tests.structure.clerk import rows, structured

LIST = (
    "Referat fra Udsatterådet i Tranevig den 4. marts 2025\n\nDagsorden:\n1. Referatet\n2. Natcafeen\n3. Næste møde\n\n"
)
TITLES = [("1", "Referatet"), ("2", "Natcafeen"), ("3", "Næste møde")]


@pytest.mark.parametrize(
    "said",
    [
        "Ad 1. Det blev godkendt.\n\nAd 2. Rådet ønsker længere åbent.\n\nAd 3. Næste møde er den 1. april.\n",
        "Ad. 1. Det blev godkendt.\n\nAd. 2: Rådet ønsker længere åbent.\n\nAd. 3\nDen 1. april.\n",
        "Ad punkt 1 Referatet: Det blev godkendt.\n\nAd punkt 2 Natcafeen\nLængere.\n\nAd punkt 3\nDen 1. april.\n",
    ],
    ids=["said-behind", "full-stops", "title-again"],
)
def test_numbers_have_the_titles_of_the_list(said: str) -> None:
    referat = structured(LIST + said)
    assert rows(referat) == TITLES
    assert "april" in referat.items[2].sections[-1].text


def test_what_is_said_of_the_points_of_a_decision_is_no_item() -> None:
    points = "Indstilling\nForvaltningen indstiller, at\n1. Planen vedtages\n2. Pengene gives\n3. Naboerne høres\n\n"
    decision = "Beslutning\nAd 1. Anbefales.\nAd 2. Anbefales.\nAd 3. Ida Lauge stemte imod.\n"
    contents = "Indhold\n1. Ny havneplan ....2\n2. Takster ....3\n3. Ny færge ....4\n\n"
    others = "2. Takster\n\nBeslutning\nUdsat.\n\n3. Ny færge\n\nBeslutning\nUdsat.\n"
    items = f"1. Ny havneplan\n\n{points}{decision}\n{others}"
    assert [row[0] for row in rows(structured(f"Referat\nByrådet den 4. marts 2025\n\n{contents}{items}"))] == [
        "1",
        "2",
        "3",
    ]
