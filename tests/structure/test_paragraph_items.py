"""Lists in which an item is one paragraph: number, title, case and decision run on in it."""

from __future__ import annotations

from tests.structure.clerk import kinds, rows, structured, text_of

HEAD = "Tranevig Kommune\nReferat fra Økonomiudvalgets møde den 3. maj 2006 kl. 15.00\n\n"
COUNCIL = (
    " 1. Godkendelse af dagsorden. Dagsordenen godkendt.\n"
    " 2. Ansøgning fra Roklubben Åen om nye både. Kulturforvaltningen indstiller, at der ydes 15.000 kr. Udvalget"
    " besluttede at yde tilskuddet.\n"
    " 3. Budgetopfølgning pr. 31. marts 2006. Der ventes et merforbrug på 1,2 mio. kr. Taget til efterretning.\n"
    " 4. Lokalplan 44. Forslaget har været i høring. Indstilles til byrådets godkendelse. Ida Lauge stemte imod.\n"
    " 5. Eventuelt. Intet.\n"
)
BOARD = (
    "1. Dagsorden og referat. Begge dele blev godkendt.\n\n"
    "2. Høring om hjemmehjælp. Rådet gennemgik udkastet og fandt,\n"
    "at der er for kort tid til rengøring. Rådet besluttede\n"
    "at sende et høringssvar, som Ida Lauge skriver.\n\n"
    "3. Orientering fra formanden. Formanden fortalte om et møde med\n"
    "borgmesteren den 24. april. Taget til efterretning.\n\n"
    "4. Næste møde er den 4. juni.\n\n"
    "5. Julefest. Der søges om 3.000 kr. Godkendt.\n"
)


def test_the_first_sentence_is_the_title() -> None:
    assert rows(structured(HEAD + COUNCIL)) == [
        ("1", "Godkendelse af dagsorden"),
        ("2", "Ansøgning fra Roklubben Åen om nye både"),
        ("3", "Budgetopfølgning pr. 31. marts 2006"),
        ("4", "Lokalplan 44"),
        ("5", "Eventuelt"),
    ]


def test_what_is_asked_and_what_is_decided() -> None:
    items = structured(HEAD + COUNCIL).items
    assert [kinds(item) for item in items] == [
        ["beslutning"],
        ["indstilling", "beslutning"],
        ["sagsfremstilling", "beslutning"],
        ["sagsfremstilling", "beslutning"],
        ["beslutning"],
    ]
    assert text_of(items[1], "beslutning") == "Udvalget besluttede at yde tilskuddet."
    assert text_of(items[3], "beslutning") == "Indstilles til byrådets godkendelse. Ida Lauge stemte imod."


def test_paragraphs_of_several_lines() -> None:
    items = structured(HEAD + BOARD).items
    assert [(item.number, item.title) for item in items] == [
        ("1", "Dagsorden og referat"),
        ("2", "Høring om hjemmehjælp"),
        ("3", "Orientering fra formanden"),
        ("4", "Næste møde er den 4. juni"),
        ("5", "Julefest"),
    ]
    assert text_of(items[2], "beslutning") == "Taget til efterretning."


def test_the_points_of_what_is_asked_are_no_items() -> None:
    points = "1. Planen sendes i høring. Den varer otte uger.\n2. Der holdes borgermøde. Det godkendes.\n"
    text = f"Ny havneplan\n\nForvaltningen indstiller, at\n\n{points}3. Kajen godkendes. Den er slidt.\n\nGodkendt.\n"
    assert len(structured(text).items) == 1


def test_items_with_sections_stay_as_they_are() -> None:
    text = "1. Ny havn. Fase 2\nIndstilling\nAt havnen bygges.\nBeslutning\nGodkendt.\n\n"
    text += "2. Takster. Haller\nIndstilling\nAt de hæves.\nBeslutning\nGodkendt.\n\n"
    text += "3. Færgen. Køreplan\nIndstilling\nAt den ændres.\nBeslutning\nGodkendt.\n"
    assert rows(structured(text)) == [("1", "Ny havn. Fase 2"), ("2", "Takster. Haller"), ("3", "Færgen. Køreplan")]
