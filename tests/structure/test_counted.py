"""Minutes that are one numbered list without sections, as councils of the elderly and school boards keep them."""

from __future__ import annotations

import pytest

from referat_nlp.reading import document_from_text
from referat_nlp.structure.counted import counted_through
from referat_nlp.structure.item_headings import numbered_candidate
from referat_nlp.structure.lines import lines_of
from tests.structure.clerk import kinds, rows, structured, text_of

HEAD = (
    "Referat fra Tranevig Ældreråds møde den 4. marts 2025 kl. 10.00\nTil stede: Ida Lauge, Bo Lind og Mette Dam.\n\n"
)
TITLES = ["Godkendelse af dagsorden", "Høring om madservice", "Klagen over stien", "Busserne til Åløse", "Eventuelt"]
SAID = [
    "Begge dele godkendt.",
    "De fremsendte bilag blev gennemgået.\nRådet savner priser for de mindste køkkener.",
    "Rådet har rykket for svar. Intet nyt.",
    "Udskudt til næste møde.",
    "Bo Lind fortalte om udflugten.",
]


def minutes(heading: str, gap: str, said: list[str] | None = None) -> str:
    parts = [
        f"{heading.format(n=n, t=t)}\n{text}" for n, (t, text) in enumerate(zip(TITLES, said or SAID, strict=True), 1)
    ]
    return HEAD + gap.join(parts) + "\n"


@pytest.mark.parametrize("heading", ["{n}. {t}", "{n}) {t}", "{n}. {t}:", "Pkt. {n} – {t}", "{n} {t}"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["dense", "spaced"])
def test_titles_with_what_was_said_below(heading: str, gap: str) -> None:
    assert rows(structured(minutes(heading, gap))) == [(str(n), title) for n, title in enumerate(TITLES, 1)]


def test_points_within_what_was_said() -> None:
    said = [*SAID[:1], "Rådet ser gerne:\n1. Flere retter\n2. Lavere pris", *SAID[2:]]
    referat = structured(minutes("{n}. {t}", "\n\n", said))
    assert [item.title for item in referat.items] == TITLES
    assert "2. Lavere pris" in referat.text[slice(*referat.items[1].span)]


def test_a_list_that_has_lost_its_count() -> None:
    parts = [f" 1. {title}.\n\nReferat:\n\n{said}\n\n" for title, said in zip(TITLES, SAID, strict=True)]
    referat = structured(HEAD + "".join(parts))
    assert [item.title for item in referat.items] == [f"{title}." for title in TITLES]
    assert all(kinds(item) == ["beslutning"] for item in referat.items)


def test_a_word_of_deciding_before_what_was_decided() -> None:
    said = [f"{text}\nReferat: Taget til efterretning." for text in SAID[:4]] + SAID[4:]
    items = structured(minutes("{n}. {t}", "\n", said)).items
    assert [text_of(item, "beslutning") for item in items[:4]] == ["Taget til efterretning."] * 4


def test_what_the_council_does_is_its_decision() -> None:
    said = ["Dagsordenen blev godkendt.", "Rådet godkendte udkastet til svar med få rettelser.", *SAID[2:]]
    assert kinds(structured(minutes("{n}. {t}", "\n\n", said)).items[1]) == ["beslutning"]


def test_a_head_of_minutes_stands_for_the_standing_items() -> None:
    titles = ["Ny kajakbro", "Priser på kurser", "Årets fest"]
    items = "".join(f"{n}.   {title}\n\nBestyrelsen talte om det.\n\n" for n, title in enumerate(titles, 1))
    referat = structured(f"Referat af bestyrelsesmøde d. 16. august 2012, Tranevig Havn\n\n{items}")
    assert [item.title for item in referat.items] == titles


@pytest.mark.parametrize(
    "text",
    [
        # The phases of one case
        "Ny skole i Tranevig\n\nDen bygges i faser:\n\n1. Den gamle skole\nDen rives ned.\n2. Ny skole\nDen bygges.\n"
        "3. Inventar\nDet købes.\n\nForvaltningen indstiller, at planen godkendes.\n\nGodkendt.\n",
        # What is asked
        "Ny skole i Tranevig\n\nForvaltningen indstiller, at\n1. Dagsorden for borgermødet\ngodkendes\n2. Budgettet\n"
        "godkendes\n3. Eventuelt overskud\nlægges i kassen\n\nGodkendt.\n",
    ],
)
def test_the_points_of_one_case_are_no_items(text: str) -> None:
    assert len(structured(text).items) == 1


def test_a_list_within_a_section_is_no_list_of_items() -> None:
    points = (
        "1. Eventuelt salg\nDer er en køber.\n2. Meddelelser til naboer\nDe sendes ud.\n3. Næste møde\nDen 4. april.\n"
    )
    text = f"Salg af Møllegården\n\nSagsfremstilling\nGården er tom.\n\n{points}\nBeslutning\nGodkendt.\n"
    lines = lines_of(document_from_text(text))
    numbered = {i: found for i, line in enumerate(lines) if (found := numbered_candidate(i, line)) is not None}
    assert len(numbered) == 3
    assert not counted_through(lines, numbered, ())


def test_what_a_page_has_below_its_text() -> None:
    referat = structured(
        minutes("{n}. {t}", "\n\n") + "\nSkriv et svar\n\nDin e-mailadresse vil ikke blive publiceret.\n"
    )
    assert referat.text[slice(*referat.items[-1].span)].endswith("udflugten.")
