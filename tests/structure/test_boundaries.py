"""Where items begin: numbers that do not count on, groups, lost titles, list points, fragments."""

from __future__ import annotations

import pytest

from referat_nlp.errors import EmptyInputError, NotMinutesError
from tests.structure.clerk import (
    CASE_NUMBERS,
    HEADER,
    TITLES,
    body_of,
    kinds,
    minutes,
    rows,
    structured,
    text_of,
)


@pytest.mark.parametrize(
    "numbers",
    [
        ("1", "2", "4", "5", "9"),
        ("1", "2", "3", "101", "102"),
        ("1", "2", "17", "3", "4"),
        ("473", "474", "475", "476", "477"),
        ("1", "2", "2", "3", "4"),
        ("1", "2", "3", "1", "2"),
        ("1", "2", "2a", "2b", "3"),
        ("12", "13", "15", "14", "16"),
    ],
    ids=["gaps", "jump-to-closed", "late-item", "over-the-year", "repeated", "restart", "letters", "swapped"],
)
@pytest.mark.parametrize("form", ["{n}. {t}", "Punkt {n}: {t}", "• {n}. {t}"])
def test_numbers_that_do_not_count_on(numbers: tuple[str, ...], form: str) -> None:
    referat = structured(minutes([form.format(n=n, t=t) for n, t in zip(numbers, TITLES, strict=True)]))
    assert rows(referat) == list(zip(numbers, TITLES, strict=True))


def test_supplementary_agenda_begins_again() -> None:
    first = minutes([f"{n}. {t}" for n, t in enumerate(TITLES[:3], 1)])
    second = "Tillægsdagsorden\n\n" + minutes(["1. Hastesag om broen ved Hvidholm"], header="")
    referat = structured(f"{first}\n{second}")
    assert rows(referat) == [
        *((str(n), t) for n, t in enumerate(TITLES[:3], 1)),
        ("1", "Hastesag om broen ved Hvidholm"),
    ]
    assert text_of(referat.items[2], "beslutning") == "Drøftet."


@pytest.mark.parametrize(
    "groups",
    [
        ("A. Sager til afgørelse i byrådet", "C. Sager til drøftelse", "D. Orientering"),
        ("Åbne punkter", "Sager til drøftelse", "Lukkede punkter"),
        ("Til beslutning", "Til drøftelse", "Til efterretning - for åbne døre"),
        ("1. SAGER TIL BESLUTNING", "3. SAGER TIL DRØFTELSE", "6. SAGER TIL ORIENTERING"),
    ],
    ids=["lettered", "open-closed", "verbs", "numbered"],
)
def test_group_headings_are_no_items(groups: tuple[str, ...]) -> None:
    numbered = groups[0][0].isdigit()
    numbers = ("2", "4", "5", "7", "8") if numbered else ("1", "2", "3", "4", "5")
    parts = [
        f"{number}. {title}\n\nSagsnr.: {case}\n\n{body_of(n)}"
        for n, (number, title, case) in enumerate(zip(numbers, TITLES, CASE_NUMBERS, strict=True))
    ]
    text = (
        f"{HEADER}\n{groups[0]}\n\n"
        f"{parts[0]}\n{groups[1]}\n\n"
        f"{parts[1]}\n{parts[2]}\n{groups[2]}\n\n"
        f"{parts[3]}\n{parts[4]}"
    )
    referat = structured(text)
    assert rows(referat) == list(zip(numbers, TITLES, strict=True))
    # A group heading is no text of the item before it either.
    assert text_of(referat.items[0], "beslutning") == "Godkendt."
    assert text_of(referat.items[2], "beslutning") == "Drøftet."


@pytest.mark.parametrize(
    "frame",
    ["Åben", "Sagsid.: {c}", "Sagsnr.: {c}", "Sagsnr. {c}", "Sagsid.: {c}   Sagsbehandler: HLB", "- Sagsid.: {c}"],
)
def test_items_known_by_their_frame_where_titles_are_lost(frame: str) -> None:
    parts = [f"{frame.format(c=f'20/{33839 + n}')}\n\n{body_of(n)}" for n in range(5)]
    referat = structured(HEADER + "\n" + "\n".join(parts))
    assert rows(referat) == [(None, None)] * 5
    assert [kinds(item) for item in referat.items] == [["sagsfremstilling", "indstilling", "beslutning"]] * 5
    if "{c}" in frame:
        assert [item.case_number for item in referat.items] == [f"20/{33839 + n}" for n in range(5)]


def test_a_title_that_begins_with_the_hour() -> None:
    titles = (*TITLES[:3], "Kl. 16.15: Dialogmøde med borgerforeningen", TITLES[4])
    assert rows(structured(minutes([f"{n}. {t}" for n, t in enumerate(titles, 1)])))[3] == ("4", titles[3])


def test_frames_tell_items_where_decisions_of_others_are_printed_too() -> None:
    before = "\n\nBeslutning i Økonomiudvalget den {d}-02-2024\n\nAnbefales.\n"
    parts = []
    for n in range(4):
        text = body_of(n).replace("Beslutning\n", "Beslutning i Teknik- og Miljøudvalget den 05-03-2024\n")
        parts.append(f"- Sagsid.: 24/110{n}\n\n{text}{before.format(d=10 + n)}{before.format(d=20 + n)}")
    items = structured(HEADER + "\n" + "\n".join(parts)).items
    assert [item.case_number for item in items] == [f"24/110{n}" for n in range(4)]
    assert [kinds(item).count("tidligere_beslutning") for item in items] == [2] * 4


def test_items_known_by_their_sections_where_all_else_is_lost() -> None:
    referat = structured(HEADER + "\n" + "\n".join(body_of(n) for n in range(5)))
    assert len(referat.items) == 5
    assert [text_of(item, "beslutning") for item in referat.items][2:] == [
        "Drøftet.",
        "Udvalget godkendte indstillingen.",
        "Taget til efterretning.",
    ]


def test_titles_without_numbers_above_their_case_number() -> None:
    referat = structured(minutes(TITLES))
    assert rows(referat) == [(None, title) for title in TITLES]
    assert [item.case_number for item in referat.items] == list(CASE_NUMBERS)


def test_titles_without_numbers_as_headings() -> None:
    text = minutes([f"## {title}" for title in TITLES], case_label=None).replace(
        "Sagsfremstilling", "### Sagsfremstilling"
    )
    text = text.replace("Indstilling", "### Indstilling").replace("Beslutning", "### Beslutning")
    assert rows(structured(text)) == [(None, title) for title in TITLES]


def test_list_points_in_an_indstilling_are_no_items() -> None:
    proposal = "\n".join(
        f"{n}. {verb} stien ved Møllebækken" for n, verb in enumerate(("Anlægge", "Belyse", "Skilte", "Finansiere"), 1)
    )
    text = minutes([f"{n}. {t}" for n, t in enumerate(TITLES[:3], 1)]).replace(
        "Forvaltningen indstiller, at sagen drøftes.", f"Forvaltningen indstiller at\n{proposal}"
    )
    referat = structured(text)
    assert rows(referat) == [(str(n), t) for n, t in enumerate(TITLES[:3], 1)]
    assert text_of(referat.items[2], "indstilling").endswith("4. Finansiere stien ved Møllebækken")


def test_list_points_of_a_later_number_are_no_items() -> None:
    """The points of item 1 count on to 2 and 3, as the items do."""
    text = minutes(["1. Godkendelse af dagsorden", "2. Ny cykelsti langs Møllebækken", "3. Meddelelser"])
    text = text.replace(
        "Forvaltningen indstiller, at dagsordenen godkendes.",
        "Det indstilles\n1. at dagsordenen godkendes\n2. at referatet godkendes\n3. at mødet optages",
    )
    assert [item.number for item in structured(text).items] == ["1", "2", "3"]


@pytest.mark.parametrize(
    "attachments",
    [
        "1. Notat om støj\n2. Kort over Sønderkaj\n3. Høringssvar fra naboer",
        "Bilag 1 - Notat om støj\nBilag 2 - Kort over Sønderkaj",
        "1 Notat om støj\n2 Kort over Sønderkaj",
    ],
    ids=["dotted", "worded", "spaced"],
)
def test_attachments_are_no_items(attachments: str) -> None:
    text = minutes([f"{n}. {t}" for n, t in enumerate(TITLES, 1)]).replace(
        "Drøftet.\n", f"Drøftet.\n\nBilag\n{attachments}\n"
    )
    referat = structured(text)
    assert rows(referat) == [(str(n), t) for n, t in enumerate(TITLES, 1)]
    assert len(referat.items[2].attachments) == attachments.count("\n") + 1
    assert kinds(referat.items[2])[-1] == "bilag"


@pytest.mark.parametrize(
    "line",
    [
        "2025 Budgettet for året er uændret",
        "2. kvartal viser et fald",
        "3. marts 2024 afholdes et borgermøde",
        "1.500 kr. pr. husstand er taksten",
        "12:30 Velkomst ved borgmesteren",
        "4.2 Delmål for trafikken",
        "40 km/t er den nye grænse",
        "15 borgere har klaget",
        "4. Reduktion af larm om natten",
        "30 %",
        "4",
    ],
)
def test_lines_of_a_case_that_begin_with_a_figure_are_no_items(line: str) -> None:
    case = "Naboerne har i 2023 klaget over larm om natten."
    text = minutes([f"{n}. {t}" for n, t in enumerate(TITLES, 1)]).replace(
        case, f"{case}\n\n{line}\n\nDer måles igen til foråret."
    )
    referat = structured(text)
    assert rows(referat) == [(str(n), t) for n, t in enumerate(TITLES, 1)]
    assert line in text_of(referat.items[2], "sagsfremstilling")


def test_agenda_without_decisions() -> None:
    headings = [f"Punkt {n}: {t}" for n, t in enumerate(TITLES, 1)]
    parts = [f"{h}\n\nSagsfremstilling\nEn sag.\n\nIndstilling\nDet indstilles, at sagen drøftes.\n" for h in headings]
    referat = structured(HEADER.replace("Referat", "Dagsorden") + "\n" + "\n".join(parts))
    assert rows(referat) == [(str(n), t) for n, t in enumerate(TITLES, 1)]
    assert referat.meeting.kind == "dagsorden"
    assert all(not item.decisions for item in referat.items)


def test_closed_item_with_nothing_but_its_title() -> None:
    text = (
        minutes([f"{n}. {t}" for n, t in enumerate(TITLES[:3], 1)])
        + "\n4. Lukket punkt\n\n5. Eventuelt\n\nBeslutning\nIntet.\n"
    )
    referat = structured(text)
    assert rows(referat)[3:] == [("4", "Lukket punkt"), ("5", "Eventuelt")]
    assert [item.closed for item in referat.items] == [False, False, False, True, False]


@pytest.mark.parametrize(
    "tail",
    [
        "Mødet hævet kl. 18.05",
        "Underskrifter\n\nIda Lauge\nSteen Bregnhøj",
        "Underskriftsside",
        "Tranevig Kommune\nRådhuspladsen 1\n9999 Tranevig",
        "Til top | Tranevig Kommune | Rådhuspladsen 1 | Tlf. 99 00 00 00",
        "Underskrevet på mødet",
        "Ansvar for denne side: Byrådscenter. Opdateret 6. marts 2024",
    ],
    ids=["closing", "signatures", "signature-page", "sender", "foot", "signed", "web-page"],
)
def test_what_follows_the_last_item_is_no_text_of_it(tail: str) -> None:
    referat = structured(minutes([f"{n}. {t}" for n, t in enumerate(TITLES, 1)]) + f"\n{tail}\n")
    assert len(referat.items) == 5
    assert text_of(referat.items[-1], "beslutning") == "Taget til efterretning."


@pytest.mark.parametrize("heading", ["Punkt 19: ", "19. ", "", "## "], ids=["punkt", "number", "bare", "markdown"])
def test_one_item_pasted(heading: str) -> None:
    referat = structured(f"{heading}{TITLES[1]}\n\nSagsnr.: {CASE_NUMBERS[1]}\n\n{body_of(1)}")
    assert rows(referat) == [("19" if "19" in heading else None, TITLES[1])]
    assert referat.items[0].case_number == CASE_NUMBERS[1]
    assert kinds(referat.items[0]) == ["sagsfremstilling", "indstilling", "beslutning"]


@pytest.mark.parametrize(
    "head", ["Vælg\n\nReferat Tranevig Byråd 04-03-2024", "Udvalg: Tranevig Byråd\nMødedato: 04-03-2024 17:00:00"]
)
def test_one_item_below_the_head_of_its_meeting(head: str) -> None:
    referat = structured(f"{head}\n\n{TITLES[1]}\n\n{body_of(1)}")
    assert rows(referat) == [(None, TITLES[1])]
    assert (referat.meeting.body, referat.meeting.date) == ("Tranevig Byråd", "2024-03-04")


def test_a_head_with_nothing_below_it() -> None:
    (item,) = structured("Udvalg: Tranevig Byråd\nForum: Økonomiudvalget\n").items
    assert [section.text for section in item.sections] == ["Forum: Økonomiudvalget"]


def test_one_item_pasted_without_its_title() -> None:
    referat = structured(body_of(1))
    assert rows(referat) == [(None, None)]
    assert kinds(referat.items[0]) == ["sagsfremstilling", "indstilling", "beslutning"]


def test_one_item_pasted_without_any_heading() -> None:
    (item,) = structured("Byrådet besluttede at godkende indstillingen fra Økonomiudvalget.\n").items
    assert item.sections[0].kind == "beslutning"


@pytest.mark.parametrize(
    "text",
    [
        "Smør 200 g\nSukker 300 g\nMel 500 g\n\nRør det sammen og bag det ved 180 grader.",
        "Kære Hanne\n\nTak for i går. Vi ses på søndag.\n\nHilsen Otto",
        "import os\nprint(os.getcwd())",
        "Der var engang en bager, som boede ved en bæk.",
    ],
    ids=["recipe", "letter", "program", "tale"],
)
def test_text_that_is_no_minutes(text: str) -> None:
    with pytest.raises(NotMinutesError) as caught:
        structured(text)
    assert "no agenda item" in caught.value.message


@pytest.mark.parametrize(
    "text", ["", "   \n\t\n", "\n\n\n", "\u00a0\u00a0\n"], ids=["empty", "spaces", "newlines", "non-breaking"]
)
def test_empty(text: str) -> None:
    with pytest.raises(EmptyInputError):
        structured(text)


def test_a_heading_printed_twice_is_one_item() -> None:
    (item,) = structured("**Ny bro**\n**Ny bro**\nSagsfremstilling\n").items
    assert item.title == "Ny bro"


def test_open_or_closed_before_every_title_is_no_part_of_it() -> None:
    text = "\n\n".join(
        f"{n} ({state}) {title}\nSagsnr.: 24/{n}11\n\nBeslutning\nGodkendt."
        for n, (state, title) in enumerate(
            [("Åben", "Nye bænke"), ("Åben", "Sti ved åen"), ("Lukket", "Køb af jord"), ("Åben", "Tag på laden")], 4
        )
    )
    items = structured(f"{HEADER}\n{text}\n").items
    assert [(item.title, item.closed) for item in items] == [
        ("Nye bænke", False),
        ("Sti ved åen", False),
        ("Køb af jord", True),
        ("Tag på laden", False),
    ]


@pytest.mark.parametrize(
    "end",
    ["Anna Skov\nborgmester", "Underskrifter:\n\nAnna Skov    Bo Lind", "Cookies på siden", "Referent: Bo Lind"],
)
def test_what_closes_the_minutes_is_no_part_of_the_last_decision(end: str) -> None:
    text = f"{HEADER}\n1. Nye bænke\n\nBeslutning\nGodkendt.\n\n2. Sti ved åen\n\nBeslutning\nUdsat.\n\n\n{end}\n"
    assert structured(text).items[-1].sections[-1].text == "Udsat."


@pytest.mark.parametrize(
    "asked",
    [
        "Direktionen indstiller, at\n\n  1. Udvalget optager et lån på 6 mio. kr.",
        "Forvaltningen foreslår udvalget:\n\n1. Lånet optages i 2025",
        "Det anbefales, at:\n1. Udvalget optager et lån i 2025\n2. Formanden underskriver lånet",
        "1. Udvalget optager et lån på 6 mio. kr.",
    ],
)
def test_what_is_asked_in_one_point_is_no_item(asked: str) -> None:
    text = f"{HEADER}\n1. Lån i 2025\n\nSagsnr.: 24/1101\n\nIndstilling\n\n{asked}\n\nBeslutning\n\nGodkendt.\n"
    referat = structured(text)
    assert rows(referat) == [("1", "Lån i 2025")]
    assert text_of(referat.items[0], "indstilling") == asked.replace("  ", "")
    assert text_of(referat.items[0], "beslutning") == "Godkendt."


@pytest.mark.parametrize("wrap", [" ", "\n"])
def test_titles_below_the_frames(wrap: str) -> None:
    items = "".join(
        f"\nSagsnr.: 24/110{n} Sagsbehandler: Ida Lauge\n\n{title.replace(' ved', f'{wrap}ved')}\n\n{body_of(n)}"
        for n, title in enumerate(TITLES[:3])
    )
    referat = structured(f"{HEADER}\nDagsordenpunkter\n{items}")
    assert [item.title for item in referat.items] == list(TITLES[:3])
    assert [item.case_number for item in referat.items] == ["24/1100", "24/1101", "24/1102"]
    assert kinds(referat.items[0]) == ["sagsfremstilling", "indstilling", "beslutning"]


def test_numbers_of_three_digits_glued_to_their_titles() -> None:
    text = (
        "Kulturudvalgets møde den 27. august 2025\nMødelokale 1 kl. 16.00\n\n"
        "154Godkendelse af dagsorden\n155Ny hal ved åen\nResume\nHallen er lille.\n\nIndstilling\nAt hallen bygges.\n"
    )
    referat = structured(text)
    assert rows(referat) == [("154", "Godkendelse af dagsorden"), ("155", "Ny hal ved åen")]
    meeting = referat.meeting
    assert (meeting.body, meeting.date, meeting.start_time) == ("Kulturudvalget", "2025-08-27", "16:00")


def test_items_that_are_a_title_and_a_decision() -> None:
    text = f"{HEADER}\n1. Nye både\n\nGodkendt.\n\n2. Skilte i byen\n\nSendt til høring.\n\n3. Ny bro\n\nUdsat.\n"
    assert rows(structured(text)) == [("1", "Nye både"), ("2", "Skilte i byen"), ("3", "Ny bro")]


def test_an_address_in_the_text_of_an_item_is_none() -> None:
    frames = ("24/811, Sagsinitialer: il", "24/902, Sagsinitialer: bl")
    place = "Sagsfremstilling\n\nOnsdag den 4. marts 2024\n\nKl. 9.00\n\nÅgade 2\n\n7860 Tranevig\n\n"
    text = f"Beslutningsprotokol\n\nUdvalg: Vejudvalget\n\n- Udskriv\nSagsid.: {frames[0]}\n\n{place}"
    text += f"Beslutning Vejudvalget den 04-03-2024\n\nGodkendt.\n\n- Udskriv\nSagsid.: {frames[1]}\n\nIndstilling\n\n"
    text += "Det indstilles, at vejen drøftes.\n\nBeslutning Vejudvalget den 04-03-2024\n\nDrøftet.\n"
    assert [item.case_number for item in structured(text).items] == ["24/811", "24/902"]


@pytest.mark.parametrize("word", ["Eventuelt", "Orientering"])
def test_a_word_for_sections_titles_an_item_beside_its_number(word: str) -> None:
    text = HEADER + "".join(f"{n}\n{t}\n\n{body_of(n)}\n\n" for n, t in enumerate(TITLES[:3], 1))
    referat = structured(f"{text}4\n{word}\n\nBeslutning\nIntet.\n")
    assert rows(referat)[3:] == [("4", word)]


def test_attachments_above_a_title_belong_to_the_item_before() -> None:
    cases = [
        f"{title}\nSag nr. {n}\nSagens kerne\nBroen er slidt.\nBeslutning\nGodkendt.\nBilag\nBilag 1: Et langt notat"
        " om broen og vejen over åen ved møllen i Åløse\nBilag 2: Et lige så langt notat om vejen til stranden\n"
        for n, title in enumerate(TITLES[:3], 30)
    ]
    assert [title for _, title in rows(structured(HEADER + "".join(cases)))] == [*TITLES[:3]]


def test_the_colon_behind_a_title_is_no_part_of_it() -> None:
    text = HEADER + "".join(f"{n}. {t}:\n\n{body_of(n)}\n\n" for n, t in enumerate(TITLES[:3], 1))
    assert [title for _, title in rows(structured(text))] == [*TITLES[:3]]


def test_the_points_of_a_case_right_under_its_heading() -> None:
    points = "1. Orientering om ansøgninger.\n2. Orientering om foreninger.\n3. Lukning af koret.\n"
    text = f"1. Meddelelser\n\nBeslutning\n\nTaget til efterretning.\n\nSagsfremstilling\n\n{points}"
    assert rows(structured(HEADER + text)) == [("1", "Meddelelser")]


def test_that_an_item_is_open_is_no_part_of_its_title() -> None:
    text = HEADER + "".join(f"{n} - {t} (Åben)\n\n{body_of(n)}\n\n" for n, t in enumerate(TITLES[:3], 1))
    assert [title for _, title in rows(structured(text))] == [*TITLES[:3]]
