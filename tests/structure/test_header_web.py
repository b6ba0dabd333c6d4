"""The heads of web pages, and heads that have lost their line breaks."""

from __future__ import annotations

from typing import Any

import pytest

from referat_nlp.document import Document
from referat_nlp.schema import Meeting
from referat_nlp.structure.header import parse_header
from referat_nlp.structure.header.run_on import is_run_on, parted
from referat_nlp.structure.header.told_bodies import told_body
from referat_nlp.structure.lines import Line, lines_of
from tests.structure.clerk import structured


def lines(text: str) -> list[Line]:
    return lines_of(Document(text=text, format="text"))


def header(text: str) -> Meeting:
    return parse_header(lines(text), [], None)


HEADS: list[tuple[str, dict[str, Any]]] = [
    # The body told by its meeting, or by words that are one only here.
    ("Ekstraordinært Havnerådsmøde – Referat 9. november 2017", {"body": "Havnerådet", "date": "2017-11-09"}),
    ("Referat fra byrådsmødet tirsdag d. 3. maj 2022", {"body": "Byrådet"}),
    ("Teknik- og Miljøudvalgsmøde, referat 3. maj 2022", {"body": "Teknik- og Miljøudvalget"}),
    ("Det fælles strandråd - Dagsordener og referater\nMødedato: 3. maj 2022", {"body": "Det fælles strandråd"}),
    ("Styregruppen for havnen – referat af møde 3. marts 2020", {"body": "Styregruppen for havnen"}),
    ("Plan og kulturs møde den 9. marts 2022\nReferat", {"body": "Plan og kultur"}),
    ("Referat for Havn- Natur og Turismeudvalget møde den 8. maj 2019", {"body": "Havn- Natur og Turismeudvalget"}),
    ("§ 17, stk. 4-udvalget om bosætning\nReferat 4. maj 2021", {"body": "§ 17, stk. 4-udvalget om bosætning"}),
    ("Referat – § 17.4-udvalg for klima\nDato: 4. maj 2021", {"body": "§ 17.4-udvalg for klima"}),
    ("MØDE I: Havnerådet lokale 211, kl. 15", {"body": "Havnerådet"}),
    ("Referat Udvalget for Havn & Kyst mandag den 7. august kl. 18.00", {"body": "Udvalget for Havn & Kyst"}),
    ("Udvalg Dato Type Hent\nByrådet 24-06-2020 16:00 Referat Samlet dokument", {"kind": "referat"}),
    # The place.
    (
        "Referat fra Seniorrådets møde den 11. januar 2017 i Store Stue, Rådhuset kl. 10.00 – 12.00",
        {"body": "Seniorrådet", "place": "Store Stue, Rådhuset", "start_time": "10:00", "end_time": "12:00"},
    ),
    (
        "Havneudvalget den 9. marts 2022\nEkstraordinært møde - Mødelokale B4 kl. 12.00",
        {"place": "Mødelokale B4", "start_time": "12:00"},
    ),
    ("13-03-2019 kl. 17:00\nFyrstuen\n\nMedlemmer\n\nBo Lind (A)\n\nIda Krog (C)", {"place": "Fyrstuen"}),
    ("13-03-2019 kl. 17:00\nOrdinært møde\n\nMedlemmer\n\nBo Lind (A)\n\nIda Krog (C)", {"place": None}),
    ("Havneudvalget\nMødested:\nBemærkninger:\n3. maj 2022", {"place": None}),
    # The clock.
    ("Havneudvalget\nDen 12. maj 2003 kl. 13,30 holdtes møde på rådhuset.", {"start_time": "13:30"}),
    ("Havneudvalget\nDen 12. maj 2003 kl. 1330", {"start_time": "13:30"}),
    ("Mødetid: mandag d. 6. september 2021 kl. 19:00 til ca. 21:00", {"start_time": "19:00", "end_time": "21:00"}),
    ("R e f e r a t\nHavnerådet\n12-maj-2004", {"kind": "referat", "date": "2004-05-12"}),
]


@pytest.mark.parametrize(("text", "expected"), HEADS)
def test_a_head_tells_body_place_and_time(text: str, expected: dict[str, Any]) -> None:
    meeting = header(text)
    assert {name: getattr(meeting, name) for name in expected} == expected


@pytest.mark.parametrize("text", ["Se byrådsmøder live", "Dagens møde den 3. maj", "Udvalgsmøde 3. maj 2022"])
def test_no_body_in_words_for_any_meeting(text: str) -> None:
    assert told_body([text]) is None


def people(meeting: Meeting) -> list[tuple[str | None, str | None, str | None]]:
    return [(person.name, person.party, person.role) for person in meeting.participants]


@pytest.mark.parametrize(
    "text",
    [
        "Medlemmer: Anne Holm (A), FormandBo Lind (V)Carla Dam (F)",
        "Til stede:\nAnne Holm (A), formand, tlf. 21 22 23 24, anho@lundeby.dk\nBo Lind (V), 21222325\nCarla Dam (F)",
    ],
)
def test_lists_that_lost_blanks_or_print_telephones(text: str) -> None:
    assert people(header(text)) == [("Anne Holm", "A", "formand"), ("Bo Lind", "V", None), ("Carla Dam", "F", None)]


def test_initials_and_organisations_in_brackets_are_no_parties() -> None:
    meeting = header("Mødedeltagere:\nAnne Holm (AH), Bo Lind (BL) og Carla Lise Dam (CLD)")
    assert [person.party for person in meeting.participants] == [None, None, None]
    meeting = header("Medlemmer:\nAnne Holm (A)\nBo Lind (V)\nIda Krog (Idrætsrådet)\nTom Elm (Børne- og Spejderrådet)")
    assert [person.party for person in meeting.participants] == ["A", "V", None, None]


def test_whom_a_member_speaks_for_is_neither_a_person_nor_a_reason() -> None:
    meeting = header(
        "Til stede:\nAnne Holm, formand, udpeget af byrådet\nBo Lind, lokal repræsentant\nCarla Dam, HavneVennerne\n"
        "Dan Elmer, Lundeby Frivillighus\nEva Friis, Idrætsforeningerne\nAfbud:\nIda Krog, lokal repræsentant\n"
        "Tom Elm, udpeget af byrådet"
    )
    assert [person.name for person in meeting.participants] == [
        "Anne Holm",
        "Bo Lind",
        "Carla Dam",
        "Dan Elmer",
        "Eva Friis",
    ]
    assert [(one.name, one.reason) for one in meeting.absent] == [("Ida Krog", None), ("Tom Elm", None)]


def test_a_listed_member_on_leave_is_away() -> None:
    meeting = header("Medlemmer:\nAnne Holm (A)\nBo Lind (V) - orlov, stedfortræder Ida Krog (V) deltog\nCarla Dam (F)")
    assert [(one.name, one.reason, one.substitute) for one in meeting.absent] == [("Bo Lind", "orlov", "Ida Krog")]


RUN_ON = (
    "1 Referat fra mødet i Havneudvalget Mødedato: Onsdag den 6. maj 2015 Mødested: Pakhuset, Kajgade 9 "
    "Mødetidspunkt: Kl. 12:00-15:00 Medlemmer: Formand: Anne Holm (A) Næstformand: Bo Lind (O) Carla Dam (V) "
    "Fraværende: Ida Krog (F) Referent: Tom Elm Indholdsfortegnelse 1. Ny kaj"
)


def test_a_head_without_line_breaks_is_cut_at_its_labels() -> None:
    meeting = header(RUN_ON)
    assert (meeting.kind, meeting.body, meeting.date) == ("referat", "Havneudvalget", "2015-05-06")
    assert (meeting.start_time, meeting.end_time, meeting.place) == ("12:00", "15:00", "Pakhuset, Kajgade 9")
    assert people(meeting) == [
        ("Anne Holm", "A", "formand"),
        ("Bo Lind", "O", "næstformand"),
        ("Carla Dam", "V", None),
    ]
    assert [one.name for one in meeting.absent] == ["Ida Krog"]


def test_values_that_stand_behind_the_label_of_people_are_those_of_the_labels_before() -> None:
    text = (
        "1 Lundeby Kommune Kommunalbestyrelsen Referat Dato: Starttidspunkt for møde: Kl Mødested: Udsendelsesdato: "
        "Afbud fra: Onsdag den 12-maj-2004 Kommunalbestyrelsens mødesal Fraværende: Ingen. "
        "Mødedeltagere: Anne Holm, Bo Lind, Carla Dam"
    )
    meeting = header(text)
    assert (meeting.municipality, meeting.body) == ("Lundeby Kommune", "Kommunalbestyrelsen")
    assert (meeting.date, meeting.place) == ("2004-05-12", "Kommunalbestyrelsens mødesal")
    assert [person.name for person in meeting.participants] == ["Anne Holm", "Bo Lind", "Carla Dam"]
    assert meeting.absent == []


def test_names_that_nothing_keeps_apart_are_no_people() -> None:
    text = (
        "1 Referat Havnerådet Mødedato: 9. november 2016 Mødested: Salen Sluttidspunkt: Kl. 11:00 Medlemmer: "
        "Anne Holm (A) Bo Lind (V) Carla Dam Dan Elmer Eva Friis Ida Krog Sagsoversigt Side 1"
    )
    assert people(header(text)) == [("Anne Holm", "A", None), ("Bo Lind", "V", None)]


@pytest.mark.parametrize(
    "text",
    [
        "Mødedato: 5. marts 2024 Mødested: Salen",
        "Kulturudvalget har holdt møde med foreningerne om den nye hal, og de ønsker, at hallen bliver bygget i 2025. "
        "Foreningerne foreslår, at der nedsættes et udvalg, som mødes hver måned. Sted: Hallen.",
    ],
)
def test_short_lines_and_running_text_are_no_heads_in_one_line(text: str) -> None:
    assert not is_run_on(text)
    assert [line.text for line in parted(lines(text))] == [text]


def test_a_head_in_one_line_is_the_meeting_s_where_no_item_is_found() -> None:
    referat = structured(f"Havneudvalget. Referat\n\nTranskript\n\n{RUN_ON}\n\n2 Beslutning i Havneudvalget: Godkendt.")
    assert (referat.meeting.body, referat.meeting.date) == ("Havneudvalget", "2015-05-06")


def test_a_room_below_the_title_is_no_item() -> None:
    text = "Referat\nHavneudvalget mandag den 3. april 2017 kl. 16:15\n\nMødelokale 5 C\n\n"
    referat = structured(f"{text}Sagsfremstilling\n\nKajen er slidt.\n\nBeslutning\n\nTiltrådt.\n")
    assert (referat.meeting.place, referat.items[0].title) == ("Mødelokale 5 C", None)
