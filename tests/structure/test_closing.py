"""What closes a decision without a heading of its own: absence lines and attachments."""

from __future__ import annotations

import pytest

from tests.structure.clerk import HEADER, kinds, structured, text_of


def item(decision: str) -> str:
    asked = "Indstilling\nAt vejen anlægges.\n"
    return f"{HEADER}\n1. Ny vej\n{asked}Beslutning\n{decision}\n\n2. Takster\nBeslutning\nUdsat.\n"


@pytest.mark.parametrize(
    ("listed", "attachments"),
    [
        ("Notat om vejen.pdf\nKort (2).pdf", ["Notat om vejen.pdf", "Kort (2).pdf"]),
        ("- Notat om vejen.docx", ["Notat om vejen.docx"]),
        ("Bilag 1 - Notat om vejen\nBilag 2 - Kort", ["Bilag 1 - Notat om vejen", "Bilag 2 - Kort"]),
        ("Bilag (2)\nNotat om vejen\nKort over vejen", ["Notat om vejen", "Kort over vejen"]),
    ],
)
@pytest.mark.parametrize("away", ["", "\nAfbud: Bo Lind"])
def test_attachments_below_a_decision(listed: str, attachments: list[str], away: str) -> None:
    if away and listed.startswith("Bilag ("):
        return  # what stands under a heading is listed there
    first = structured(item(f"Godkendt med 5 stemmer mod 2.\n{listed}{away}")).items[0]
    assert text_of(first, "beslutning") == "Godkendt med 5 stemmer mod 2."
    assert first.attachments == attachments
    assert kinds(first) == ["indstilling", "beslutning", "bilag", *(["fravaer"] if away else [])]


@pytest.mark.parametrize(
    "decision",
    [
        "Godkendt, jf. notat om vejen.pdf",
        "Udsat.\nBilag 1 - notatet - sendes i høring",
        "Bilag 2 blev godkendt.",
        "Notat.pdf er taget til efterretning.\nUdvalget besøger vejen.",
    ],
)
def test_what_is_decided_about_attachments_is_the_decision(decision: str) -> None:
    first = structured(item(decision)).items[0]
    assert text_of(first, "beslutning") == decision
    assert first.attachments == []


@pytest.mark.parametrize(
    "decision",
    [
        "Fraværende: Ingen. Indstillingen godkendt.",
        "Afbud: Ingen. Fraværende: Bo Lind. Godkendt.",
        "Afbud: Bo Lind. Udvalget besluttede at udsætte sagen.",
        "Fraværende: Bo Lind og Ida Lauge. For stemte: 4 (A).",
        "Fraværende: Bo Lind Godkendt.",
    ],
)
def test_a_decision_behind_those_who_were_away_is_the_decision(decision: str) -> None:
    first = structured(item(decision)).items[0]
    assert kinds(first) == ["indstilling", "beslutning"]
    assert text_of(first, "beslutning") == decision


@pytest.mark.parametrize("away", ["Bo Lind. Ingen stedfortræder.", "Bo Lind. Ida Lauge mødte kl. 17.", "Ingen."])
def test_what_is_said_of_those_who_were_away_is_no_decision(away: str) -> None:
    first = structured(item(f"Godkendt.\nFraværende: {away}")).items[0]
    assert kinds(first) == ["indstilling", "beslutning", "fravaer"]
    assert text_of(first, "fravaer") == away
