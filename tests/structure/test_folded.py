"""Documents whose line breaks are lost: one line a page, headings with a colon in it."""

from __future__ import annotations

from tests.structure.clerk import kinds, rows, structured, text_of

PAGES = (
    "1 Referat fra mødet i Kulturudvalget Mødedato: Onsdag den 6. maj 2015 Mødested: Museet i Tranevig"
    " Mødetidspunkt: Kl. 12:00-15:00 Medlemmer: Formand: Ida Lauge (A) Bo Lind (V) Side 1",
    "2 Indholdsfortegnelse 61 Godkendelse af dagsorden Besøg på museet Tilskud til sejlads, Åens Roklub og"
    " forslag til takster for haller og baner i Tranevig Lukket - Orientering Køb af ny færge...31 Side 2",
    "3 61 Godkendelse af dagsorden Sagsnr.: Sagen afgøres i: Kulturudvalget Sagsbeskrivelse: Økonomiske konsekvenser:"
    " Indstilling: Det indstilles, at den godkendes Bilag: Beslutning i Kulturudvalget den : Godkendt. Side 3",
    "4 62 Besøg på museet Sagsnr.: 15/811 Sagen afgøres i: Kulturudvalget Sagsbeskrivelse: Mødet holdes på museet, hvor"
    " lederen viser rundt. Økonomiske konsekvenser: Ingen Indstilling: Museet indstiller, at orienteringen tages til"
    " efterretning. Bilag: Beslutning i Kulturudvalget den 6. maj 2015: Taget til efterretning. Fraværende: Bo Lind"
    " Side 4",
)


def test_pages_that_are_one_line_each() -> None:
    referat = structured("\n\n".join(PAGES))
    assert rows(referat) == [("61", "Godkendelse af dagsorden"), ("62", "Besøg på museet")]
    assert referat.meeting.place == "Museet i Tranevig"
    first, second = referat.items
    assert kinds(first) == ["kompetence", "sagsfremstilling", "oekonomi", "indstilling", "bilag", "beslutning"]
    assert text_of(first, "beslutning") == "Godkendt."
    assert second.case_number == "15/811"
    assert text_of(second, "beslutning") == "Taget til efterretning."
    assert text_of(second, "fravaer") == "Bo Lind"


def test_numbers_of_items_are_no_numbers_of_pages() -> None:
    cases = [
        f"{n} Takster for hal {n} Sagsnr.: 15/81{n} Indstilling: Det indstilles, at taksten for hallen hæves med en"
        f" krone om året frem til næste valg, som udvalget har ønsket. Beslutning: Godkendt."
        for n in (1, 2, 3)
    ]
    assert rows(structured("\n\n".join(cases))) == [(str(n), f"Takster for hal {n}") for n in (1, 2, 3)]
