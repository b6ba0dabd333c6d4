"""Page numbers and running heads in text whose page breaks are lost: what goes, and what only looks alike."""

from __future__ import annotations

import pytest

from referat_nlp.reading import document_from_text, read
from tests.reading.documents import check_offsets

HEAD = "Referat\n\nByrådet\n\nTirsdag den 5. marts 2024 kl. 17.00\n\nFremmødte: alle\n"
CASES = [
    "1. Cykelsti ved Skovvej\n\nSagsfremstilling\nStien er to kilometer lang.\nDen ligger langs åen, og\n",
    "den krydser vejen ved skolen.\nUdgiften er 2 mio. kr.\n\nBeslutning\nGodkendt.\n",
    "2. Takster for havnen\n\nSagsfremstilling\nTaksten stiger.\nGæster betaler.\n\nBeslutning\nGodkendt.\n",
    "3. Ny legeplads\n\nSagsfremstilling\nPladsen bygges.\nDen får en svævebane.\n\nBeslutning\nUdsat.\n",
]


def minutes(seam: str, *, first: int = 2, head: str = HEAD) -> str:
    """Minutes of which every page but the first begins with a seam, '#' in it being the page's number."""
    pages = [f"{seam.replace('#', str(first + number))}\n\n{case}" for number, case in enumerate(CASES)]
    return "\n".join([head, *pages])


GONE = {
    "number behind a bar": "Nordby Kommune | Referat af byrådets møde 5. marts 2024 | #",
    "number before a bar": "# | Nordby Kommune | Byrådet",
    "head and number on one line": "Byrådet den 5. marts 2024                                Side #",
    "number first": "Side # af 40 - Byrådet den 5. marts 2024",
    "block of lines": "Nordby Kommune\nByrådet den 5. marts 2024                       Side #\n____________",
    "dashes around the number": "- # -",
    "dashes, head below": "- # -\nByrådet\n5. marts 2024",
    "number below the head": "Nordby Kommune\nByrådets møde 5. marts 2024\n– # –",
    "letter-spaced": "Byrådet   S i d e   #",
    "letter-spaced alone": "S i d e  #",
    "bare number below municipality and body": "Nordby Kommune\n\nByrådet 05.03.2024\n#",
    "bare number above the head": "#\nByrådets møde den 05-03-2024",
    "bare number behind body and date": "Nordby Kommune\nByrådet, den 5. marts 2024          #",
    "bare number before the head": "# Referat af byrådets møde 5. marts 2024",
    "bare number behind the date": "5. marts 2024                  #\nNordby Kommune – Byrådet\nReferat",
    "bare number beside a bar": "Nordby Kommune | Byrådet | 5. marts 2024\n#",
    "no number": "Nordby Kommune              Byrådet, 5. marts 2024",
    "no number, two lines": "Byrådet, 5. marts 2024 - Nordby Kommune\nReferat",
}


@pytest.mark.parametrize("name", GONE)
@pytest.mark.parametrize("markdown", [False, True], ids=["text", "markdown"])
def test_running_head_goes_and_nothing_else(name: str, markdown: bool) -> None:
    begin = f"# {HEAD}" if markdown else HEAD
    document = document_from_text(minutes(GONE[name], head=begin))
    assert document.format == ("markdown" if markdown else "text")
    assert document.text == document_from_text("\n".join([HEAD, *CASES])).text.replace("og\n\nden", "og\nden")
    assert document_from_text(document.text).text == document.text
    check_offsets(document)


def test_municipality_date_and_body_of_the_running_head_are_the_meetings() -> None:
    seam = "Nordby Kommune - Teknisk Udvalg - 12. marts 2024 - Side #"
    document = document_from_text(minutes(seam, head="Referat\n\nFremmødte: alle\n\nGæster: ingen\n\nSted: Salen\n"))
    assert document.meeting is not None
    assert (document.meeting.municipality, document.meeting.body, document.meeting.date) == (
        "Nordby Kommune",
        "Teknisk Udvalg",
        "2024-03-12",
    )
    assert "Nordby" not in document.text


def test_what_the_text_tells_is_not_declared() -> None:
    document = document_from_text(minutes("Byrådet den 5. marts 2024   Side #"))
    assert document.meeting is None


def test_the_first_page_keeps_its_head() -> None:
    seam = "Nordby Kommune     Side #\nByrådet 05-03-2024"
    text = "\n".join([seam.replace("#", "7"), HEAD, seam.replace("#", "8"), *CASES[:2]])
    document = document_from_text(text)
    assert document.text.startswith("Nordby Kommune Side 7\nByrådet 05-03-2024\nReferat")
    assert document.text.count("Byrådet 05-03-2024") == 1


def test_a_word_broken_over_two_pages_is_made_whole() -> None:
    page = "Beslutning\nUdvalget god-\n\n- 4 -\n\nkendte forslaget.\nDet sker i maj.\nTak.\n\n- 5 -\n\nSlut"
    assert "Udvalget godkendte forslaget." in document_from_text(page).text


def test_running_head_of_a_web_page_goes_and_items_stay_where_they_are() -> None:
    cases = "".join(
        f"<p>Nordby Kommune | Byrådet 5. marts 2024 | {number}</p><h2>{number}. Sag om sti {number}</h2>"
        "<p>Stien anlægges.</p><p>Den er lang.</p><p>Den er smuk.</p>"
        for number in (3, 4, 5)
    )
    document = read(f"<html><body><h1>Referat</h1><p>Byrådet</p><p>5. marts 2024</p>{cases}</body></html>".encode())
    check_offsets(document)
    assert "|" not in document.text
    assert [document.text[mark.start : mark.end] for mark in document.marks] == [
        "Referat",
        *(f"{number}. Sag om sti {number}" for number in (3, 4, 5)),
    ]


KEPT = {
    "headings": "Beslutning",
    "heading with body and date": "Beslutning i Byrådet den 5. marts 2024",
    "decision of another body": "Økonomiudvalget den 20. februar 2024",
    "absence": "Afbud: Bo Lind",
    "openness": "Åben sag",
    "decision": "Godkendt.",
    "attachment with its number": "Bilag #",
    "point": "Ad #",
    "item heading": "Punkt #: Orientering fra byrådet",
    "case number": "Sagsnr.: 24/104#",
    "row of a table": "Byrådet | 1# | 2#",
    "number that does not count up": "Nordby Kommune | Byrådet | 4",
    "page of an attachment": "Se kortbilaget, side #",
    "lone number": "#",
}


@pytest.mark.parametrize("name", KEPT)
def test_what_recurs_in_minutes_themselves_stays(name: str) -> None:
    document = document_from_text(minutes(KEPT[name]))
    for number in range(2, 6):
        assert KEPT[name].replace("#", str(number)) in document.text.split("\n")
    assert document.text.count(KEPT[name].partition("#")[0]) >= 4


@pytest.mark.parametrize("line", ["Åbent punkt", "Afbud: Bo Lind", "Beslutning", "Godkendt."])
def test_what_stands_beside_every_page_number_but_belongs_to_the_minutes_stays(line: str) -> None:
    document = document_from_text(minutes(f"Nordby Kommune - Side #\n{line}"))
    assert "Side" not in document.text
    assert document.text.split("\n").count(line) >= 4


def test_list_of_files_with_pages_stays() -> None:
    files = "\n".join(f"Dagsorden for byrådet, Side {number}" for number in range(1, 6))
    assert files in document_from_text(f"{HEAD}\nBilag\n{files}\n").text


def test_decisions_in_the_course_of_the_case_stay() -> None:
    course = "".join(
        f"Byrådet den 5. marts 2024\nSag {number}\nAnbefales.\nBo Lind tog forbehold.\n\n" for number in (3, 4, 5)
    )
    text = f"{HEAD}\n1. Sti\n\nSagens forløb\n\n{course}"
    assert document_from_text(text).text.count("Byrådet den 5. marts 2024") == 3


def test_the_foot_of_a_page_that_also_heads_decisions_goes_and_the_headings_stay() -> None:
    seam = "Nordby Kommune\nByrådet 05.03.2024\n#"
    text = minutes(seam).replace("Beslutning\n", "Beslutning\nByrådet 05.03.2024\n")
    read = document_from_text(text).text
    assert "Nordby Kommune" not in read
    assert read.count("Byrådet 05.03.2024\nGodkendt.") == 2
    assert read.count("Byrådet 05.03.2024") == 3


def test_a_foot_goes_also_where_the_last_page_ends_with_it() -> None:
    foot = "5. marts 2024                  #\nNordby Kommune – Byrådet\nReferat\n\n"
    pages = [f"{case}\n{foot.replace('#', str(n))}" for n, case in enumerate(CASES, start=2)]
    read = document_from_text("\n".join([HEAD, *pages[:-1], pages[-1].partition("Nordby")[0]])).text
    assert "Nordby" not in read
    assert read.count("5. marts 2024") == 1


def test_the_numbers_of_pages_without_a_head_go_with_the_others() -> None:
    pages = [f"{case}\n{number}\n\nByrådets møde den 05-03-2024\n" for number, case in enumerate(CASES, start=2)]
    text = "\n".join([HEAD, "1\n", *pages, "4. Eventuelt\n\nBeslutning\nIntet.\n\n6"])
    read = document_from_text(text).text.split("\n")
    assert not {"1", "2", "3", "4", "5", "6"} & set(read)
    assert "Byrådets møde den 05-03-2024" not in read


@pytest.mark.parametrize(("day", "left"), [("5.3.2024", 0), ("20.2.2024", 4)], ids=["meeting's", "earlier"])
def test_bare_numbers_beside_the_body_are_pages_if_the_day_is_the_meetings(day: str, left: int) -> None:
    cases = "\n".join(
        f"{n}. Sag om sti {n}\n\nStien anlægges.\nDen er lang.\n\nBeslutning\nGodkendt.\n\n{n + 2}\nByrådet d. {day}\n"
        for n in (1, 2, 3, 4)
    )
    read = document_from_text(f"{HEAD}\n{cases}\nBilag").text.split("\n")
    assert read.count(f"Byrådet d. {day}") == left


def test_a_number_that_a_case_had_at_an_earlier_meeting_stays() -> None:
    cases = "\n".join(
        f"{n}. Sag om sti {n}\n\nStien anlægges.\nDen er lang.\n\nTidligere behandling\n"
        f"Økonomiudvalget 20.02.2024\n{310 + n}\n\nBeslutning\nGodkendt.\n"
        for n in (1, 2, 3, 4)
    )
    read = document_from_text(f"{HEAD}\n{cases}").text
    assert [str(310 + n) in read.split("\n") for n in (1, 2, 3, 4)] == [True] * 4


def test_a_case_number_at_the_foot_of_a_page_is_no_page_number() -> None:
    pages = [
        f"Nordby Kommune\n{n}. Sag om sti {n}\n\nStien anlægges.\nDen er lang.\nDen er smuk.\n\n{foot}\n\n{n}/3"
        for n, foot in ((1, "24/3377"), (2, "Godkendt."), (3, "24/12"))
    ]
    read = document_from_text("\f".join(pages)).text
    assert "24/3377" in read
    assert "24/12" in read
    assert not any(f"{n}/3" in read.split("\n") for n in (1, 2, 3))


PAGES = [
    "Nordby Kommune\n{about}\n1. Sti\n\nSagen blev drøftet.\nDet tog tid.\nUdvalget spurgte.\n\n{end}",
    "Nordby Kommune\n{about}\n2. Vej\n\nVejen er smal.\nDen er lang.\nDen går mod nord.\n\n{end}",
    "Nordby Kommune\n{about}\n3. Bro\n\nBroen er gammel.\nDen lukkes.\nEn ny bygges.\n\n{end}",
]


@pytest.mark.parametrize(
    ("about", "end"),
    [
        ("Åben sag", "Godkendt."),
        ("Afbud: Bo Lind", "Bo Lind stemte imod."),
        ("Sagsnr.: 24/10{number}", "Tiltrådt."),
        ("Journalnr. 24/2{number}7", "Indstillingen blev godkendt."),
        ("Lukket sag", "Bilag\n- Oversigt over havnens takster"),
    ],
)
def test_edges_of_pages_that_belong_to_the_minutes_stay(about: str, end: str) -> None:
    pages = [page.format(about=about, end=end).format(number=7 * number) for number, page in enumerate(PAGES)]
    text = read("\f".join(pages).encode()).text
    assert text.count("Nordby Kommune") == 1
    assert text.count(end) == 3
    for number in range(3):
        assert about.format(number=7 * number) in text


def test_numbered_sheets_that_the_mayor_initials_go() -> None:
    sheets = [
        f"{n}. {title}\n\nDer er set på sagen.\nDet tog tid.\nDer er penge.\n\nBeslutning:\nTiltrådt.\n\n"
        f"Nordby byråd 4/5 '97        Blad nr. {20 + n}\nBorgm. init.: ______\n\n"
        for n, title in enumerate(["Bro", "Sti", "Havn"], start=1)
    ]
    text = read("".join(sheets).encode()).text
    assert "Blad nr." not in text
    assert "init" not in text
    assert text.count("Tiltrådt.") == 3


def test_the_head_of_a_page_with_the_number_of_its_item_goes() -> None:
    head = "Kulturudvalget, Mandag den 08-04-2024"
    pages = [
        f"{head}\n{number}\n{heading}24/10{number}\nÅben sag\nDer er set på sagen.\nDet tog tid.\n"
        for number, heading in [(79, "79. Meddelelser\n"), (79, ""), (80, "80. Ny bro\n"), (84, "84. Ny sti\n")]
    ]
    text = read(f"Kulturudvalget\nReferat\nMødedato:\nMandag den 08-04-2024\n{''.join(pages)}".encode()).text
    assert head not in text
    assert [line for line in text.split("\n") if line.isdigit()] == []
    assert "84. Ny sti" in text


def test_a_number_below_a_day_that_only_the_title_follows_stays() -> None:
    pages = [
        f"Kulturudvalget, Mandag den 08-04-2024\n{number}\n{title}\nDer er set på sagen.\nDet tog tid.\nTiltrådt.\n"
        for number, title in [(79, "Meddelelser"), (84, "Ny bro")]
    ]
    text = read(f"Kulturudvalget\nReferat\nMødedato:\nMandag den 08-04-2024\n{''.join(pages)}".encode()).text
    assert "\n79\nMeddelelser" in text
    assert "\n84\nNy bro" in text
