"""Lists of people in heads: in groups, in capitals, with who came late, left, came back, or came for another."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referat_nlp import parse
from referat_nlp.document import Document
from referat_nlp.schema import Meeting
from referat_nlp.structure.header import parse_header
from referat_nlp.structure.header.area_bodies import is_areas
from referat_nlp.structure.header.groups import group_of, is_group_head
from referat_nlp.structure.header.points import CLOSED_ITEMS, OPEN_ITEMS, away_in, missed_in
from referat_nlp.structure.lines import Line, lines_of
from tests.structure.clerk import structured


def lines(text: str) -> list[Line]:
    return lines_of(Document(text=text, format="text"))


def header(text: str, after: str = "") -> Meeting:
    return parse_header(lines(text), lines(after), None)


def names(meeting: Meeting) -> list[str | None]:
    return [person.name for person in meeting.participants]


def away(meeting: Meeting) -> list[tuple[str | None, str, str | None]]:
    return [(absence.name, absence.kind, absence.substitute) for absence in meeting.absent]


GROUPS = {
    "on the line": (
        "Skolebestyrelsen\nTil stede:\nForældrevalgte: Anne Holm, Bo Lind\nMedarbejderrepræsentanter: Carla Dam\n"
        "Skolens ledelse: Dorte Ek\n\nFraværende:\nForældrevalgte: Erik Fog\nElevrepræsentanter: Afbud fra Ida Krog"
    ),
    "above the names": (
        "I mødet deltog:\n\nByrådsmedlemmer:\n\nAnne Holm, Bo Lind\n\nFra den frie voksenundervisning:\n\nCarla Dam\n\n"
        "Fra forvaltningen:\n\nDorte Ek (referent)\n\nFraværende:\n\nErik Fog og Ida Krog"
    ),
    "by their places": (
        "Fremmødte:\nEngskolen: Anne Holm, Bo Lind\nÅskolen: Carla Dam\nMidtbyskolen: ingen\n"
        "Fra forvaltningen: Dorte Ek\nFraværende: Erik Fog, Ida Krog"
    ),
}


@pytest.mark.parametrize("text", GROUPS.values(), ids=GROUPS)
def test_the_groups_of_a_list_are_part_of_it(text: str) -> None:
    meeting = header(text)
    assert names(meeting) == ["Anne Holm", "Bo Lind", "Carla Dam", "Dorte Ek"]
    assert away(meeting) == [("Erik Fog", "absent", None), ("Ida Krog", "absent", None)]


def test_whom_an_empty_list_of_absentees_is_followed_by_came() -> None:
    meeting = header("Deltagere: Anne Holm, Bo Lind\nAfbud:\nFra forvaltningen: Carla Dam\nReferent: Dorte Ek")
    assert names(meeting) == ["Anne Holm", "Bo Lind", "Carla Dam"]
    assert meeting.absent == []


@pytest.mark.parametrize(
    "text",
    ["Venstre: Bo Lind", "Formand: Bo Lind", "Referent: Bo Lind", "Næste møde: 3. juni", "Sted: Bo Lind", "Bo Lind"],
)
def test_what_is_a_label_of_its_own_is_no_group(text: str) -> None:
    assert group_of(text, "members") is None


@given(st.text(alphabet="Aa:, .Bo()", max_size=40))
def test_any_line_is_a_group_or_none(text: str) -> None:
    found = group_of(text, "members")
    assert found is None or found in text
    assert is_group_head(text, "Anne Holm, Bo Lind", "members") in (True, False)


CAPITALS = {
    "one line": "TIL STEDE: ANNE HOLM, BO LIND (V), JENS-PETER DAM\nFRAVÆRENDE: DORTE EK (SYG)",
    "one a line": "DELTAGERE:\nBORGMESTER ANNE HOLM (A)\nBO LIND, V\nJENS-PETER DAM\n\nAFBUD:\nDORTE EK",
    "surnames": "Til stede: Anne HOLM, Bo LIND (V), Jens-Peter DAM\nAfbud: Dorte Ek",
}


@pytest.mark.parametrize("text", CAPITALS.values(), ids=CAPITALS)
def test_names_in_capitals_are_names(text: str) -> None:
    meeting = header(f"Teknisk Udvalg 4. maj 2010\n{text}")
    assert names(meeting) == ["Anne Holm", "Bo Lind", "Jens-Peter Dam"]
    assert [person.party for person in meeting.participants][1] == "V"
    assert [absence.name for absence in meeting.absent] == ["Dorte Ek"]


def test_headings_in_capitals_below_a_list_are_no_names() -> None:
    meeting = header("FRAVÆRENDE:\nDORTE EK\nA. SAGER FOR ÅBNE DØRE\nORIENTERING FRA FORMANDEN")
    assert [absence.name for absence in meeting.absent] == ["Dorte Ek"]


CAME_BACK = [
    "Deltagere: Anne Holm, Bo Lind\nBo Lind forlod mødet kl. 18.10 og kom tilbage kl. 18.40.",
    "Deltagere: Anne Holm, Bo Lind\nBo Lind forlod mødet kl. 18.10. Bo Lind kom tilbage kl. 18.40.",
    "Deltagere: Anne Holm, Bo Lind\nBo Lind forlod mødet kl. 18.10. Han kom tilbage kl. 18.40.",
    "Deltagere: Anne Holm (A), Bo Lind (V) (gik kl. 18.10, tilbage kl. 18.40)",
    "Deltagere:\n- Anne Holm (A)\n- Bo Lind (V) – forlod mødet kl. 18.10-18.40",
]


@pytest.mark.parametrize("text", CAME_BACK)
def test_who_left_and_came_back_has_not_left_early(text: str) -> None:
    meeting = header(f"Byrådet 4. maj 2010\n{text}")
    assert names(meeting) == ["Anne Holm", "Bo Lind"]
    assert meeting.absent == []


def test_who_left_is_still_gone_where_another_came_back() -> None:
    meeting = header(
        "Bo Lind forlod mødet kl. 18.10. Anne Holm forlod mødet kl. 18.20. Anne Holm kom tilbage kl. 18.30."
    )
    assert away(meeting) == [("Bo Lind", "left_early", None)]


def test_who_came_late_was_there() -> None:
    meeting = header("Deltagere: Anne Holm (A), Bo Lind (V). Carla Dam (F) deltog fra kl. 17.")
    assert names(meeting) == ["Anne Holm", "Bo Lind", "Carla Dam"]


SUBSTITUTES = [
    "Bo Lind (A) deltog i stedet for Anne Holm (A).",
    "Bo Lind (A) mødte som stedfortræder for Anne Holm (A), der var fraværende.",
    "Deltagere: Carla Dam (V), Bo Lind (A) (for Anne Holm)",
    "Deltagere: Carla Dam, V; Bo Lind, A (midlertidigt for Anne Holm)",
]


@pytest.mark.parametrize("text", SUBSTITUTES)
def test_who_is_replaced_is_absent(text: str) -> None:
    assert away(header(f"Byrådet 4. maj 2010\n{text}")) == [("Anne Holm", "absent", "Bo Lind")]


def test_whoever_sent_somebody_is_not_replaced() -> None:
    meeting = header("Deltagere: Anne Holm (for Danske Handicaporganisationer), Bo Lind (for Venstre)")
    assert meeting.absent == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("fra punkt 4", [(4, 9999)]),
        ("efter punkt 4", [(5, 9999)]),
        ("til punkt 4", [(4, 4)]),
        ("indtil punkt 4", [(0, 3)]),
        ("til punkt 6 og 7", [(6, 6), (7, 7)]),
        ("til og med sag nr. 4", [(0, 4)]),
        ("sag 129-131, 135", [(129, 131), (135, 135)]),
        ("deltog ikke i den lukkede del af mødet", [CLOSED_ITEMS]),
        ("åbent møde", [OPEN_ITEMS]),
        ("syg", []),
    ],
)
def test_the_items_that_an_absence_is_limited_to(text: str, expected: list[tuple[int, int]]) -> None:
    assert away_in(text) == expected


def test_absentees_of_some_items() -> None:
    minutes = """Skovby Kommune
Byrådet – referat – 5. maj 2022

Deltagere: Anne Holm (A), Bo Lind (V), Ida Krog (C), Per Ek (F)
Afbud:
• Bo Lind (V) til punkt 2 og 3
• Ida Krog (C) var først med fra pkt. 2

""" + "\n\n".join(f"{n}. Ny bro ved havn {n}\n\nBeslutning\nGodkendt." for n in range(1, 5))
    away = [(item.number, each.name, each.kind) for item in parse(minutes).items for each in item.absent]
    assert away == [("1", "Ida Krog", "absent"), ("2", "Bo Lind", "excused"), ("3", "Bo Lind", "excused")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ankom under punkt 3", [(0, 2)]),
        ("kom til mødet under behandlingen af pkt. 3", [(0, 2)]),
        ("stødte til efter punkt 3", [(0, 3)]),
        ("ankom under punkt 1", []),
        ("deltog under punkt 3", []),
        ("kom tilbage under punkt 3", []),
    ],
)
def test_the_items_before_somebody_came(text: str, expected: list[tuple[int, int]]) -> None:
    assert missed_in(text) == expected


def test_who_missed_the_closed_part_is_absent_from_its_items() -> None:
    referat = structured(
        "Byrådet 4. maj 2010\nAnne Holm deltog ikke i den lukkede del af mødet.\n\n"
        "1. Ny sti\n\nBeslutning\n\nGodkendt.\n\n"
        "2. Lukket punkt: Køb af grund\n\nBeslutning\n\nGodkendt.\n"
    )
    assert referat.meeting.absent == []
    assert [[absence.name for absence in item.absent] for item in referat.items] == [[], ["Anne Holm"]]


HEADS: list[tuple[str, dict[str, Any]]] = [
    # Bodies that are called by their areas alone, or by where they are.
    ("Teknik og Miljø\nReferat, 3. maj 2022", {"body": "Teknik og Miljø"}),
    ("Børn og Unge - Referat - 3. maj 2022 kl. 16.00", {"body": "Børn og Unge"}),
    ("Referat\n\nKultur og Fritid\n\nMødedato: 3. maj 2022", {"body": "Kultur og Fritid"}),
    ("Referat fra møde i Plan & Klima den 3. maj 2022 i Byrådssalen", {"body": "Plan & Klima"}),
    ("PLAN & TEKNIK\nMødedato: 3. maj 2022", {"body": "Plan & Teknik"}),
    ("Kultur, Fritid og Landdistrikter 2022-2025\n3. maj 2022", {"body": "Kultur, Fritid og Landdistrikter 2022-2025"}),
    ("Lundeby Kommune\nTeknik og Miljø\nRådhusgade 1\n7999 Lundeby\nReferat 3. maj 2022", {"body": None}),
    ("Teknik og Miljø\nHavnerådet\nReferat 3. maj 2022", {"body": "Havnerådet"}),
    ("Bydelsrådet Nord\nReferat 3. maj 2022", {"body": "Bydelsrådet Nord"}),
    ("Forældrebestyrelsen i Børnehuset Solen\nReferat 3. maj 2022", {"body": "Forældrebestyrelsen i Børnehuset Solen"}),
    ("Huslejenævnet for Lundeby Kommune\nReferat 3. maj 2022", {"body": "Huslejenævnet"}),
    ("Det Lokale Havneråd\nReferat 3. maj 2022", {"body": "Det Lokale Havneråd"}),
    ("Byrådet - åben\nReferat\n03.05.2022", {"body": "Byrådet"}),
    ("Udvalget for klima, referat 3. maj 2022", {"body": "Udvalget for klima"}),
    # The place.
    ("Byrådet\n03-05-2022 kl. 18:00\nvia Skype", {"place": "via Skype"}),
    ("Byrådet den 3. maj 2022 kl. 18 i Erhvervsparken Lundeby", {"place": "Erhvervsparken Lundeby"}),
    ("Byrådet den 3. maj 2022 kl. 18 i forlængelse af temamødet", {"place": None}),
    (
        "mødet i Havnerådet\nden 3. maj 2022 kl. 09:00\ni Vesterby Kommune, Torvet 5, 7999 Vesterby",
        {"place": "Vesterby Kommune, Torvet 5, 7999 Vesterby", "municipality": None},
    ),
    ("Sted: Kulturhuset\nEngvej 3\n7999 Lundeby", {"place": "Kulturhuset, Engvej 3, 7999 Lundeby"}),
    ("Referat af byrådsmøde\nEngskolen, mødelokale 2\nonsdag den 3. maj 2022", {"place": "Engskolen, mødelokale 2"}),
    (
        "Mødet blev holdt den 3. maj 2022 på Rådhuset i Mødelokale C. Mødet begyndte kl. 07:30 og sluttede kl. 08:25.",
        {"place": "Rådhuset i Mødelokale C", "start_time": "07:30", "end_time": "08:25"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), HEADS)
def test_bodies_and_places(text: str, expected: dict[str, Any]) -> None:
    meeting = header(text)
    assert {key: getattr(meeting, key) for key in expected} == expected


@given(st.text(max_size=60))
def test_any_text_is_a_name_of_areas_or_none(text: str) -> None:
    assert is_areas(text) in (True, False)


LISTS = {
    "offices with dashes": "Medlemmer:\nBorgmester - Anne Holm (A), Bo Lind (V), Carla Dam (F)",
    "no commas": "Medlemmer: Anne Holm (A) formand Bo Lind (V) næstformand Carla Dam (F)",
    "organisations": "Deltagere\nAnne Holm (Lundeby Kommune), Bo Lind (Vesterby Kommune), Carla Dam (KMS)",
    "slashes": "Til stede: Anne Holm / Bo Lind / Carla Dam",
    "a count": "Medlemmer (3): Anne Holm, Bo Lind, Carla Dam",
    "members by their word": "Til stede: Formand Anne Holm samt medlemmerne Bo Lind og Carla Dam",
    "states": "Anne Holm (A) Til stede\nBo Lind (V) Afbud\nCarla Dam (F) Til stede",
    "not the press": "Deltagere: Anne Holm, Bo Lind, Carla Dam\nPresse: Ida Krog, Lundeby Avis",
    "plain members": "Formand: Anne Holm\nMenige medlemmer: Bo Lind, Carla Dam",
}


@pytest.mark.parametrize("text", LISTS.values(), ids=LISTS)
def test_lists_of_members(text: str) -> None:
    assert names(header(f"Byrådet 4. maj 2010\n{text}")) == ["Anne Holm", "Bo Lind", "Carla Dam"]


def test_a_last_name_alone_on_a_line_ends_the_list_above() -> None:
    meeting = header("Til stede Anne Holm, Bo Lind, Carla Dam, Dorte Ek, Erik Fog Krog\nHansen\nAfbud: Ida Krog")
    assert names(meeting)[-1] == "Erik Fog Krog Hansen"


@pytest.mark.parametrize(
    ("text", "whole", "second"),
    [
        ("Anne Holm (A) og Bo Lind (V) under behandlingen af punkt 2", [], ["Anne Holm", "Bo Lind"]),
        ("Anne Holm, Bo Lind og Carla Dam under punkt 2", [], ["Anne Holm", "Bo Lind", "Carla Dam"]),
        ("Anne Holm (A) og Bo Lind (V) (sag 2)", ["Anne Holm"], ["Bo Lind"]),
        ("Anne Holm (syg) og Bo Lind under punkt 2", ["Anne Holm"], ["Bo Lind"]),
    ],
)
def test_the_items_behind_two_names_are_both_s(text: str, whole: list[str], second: list[str]) -> None:
    referat = structured(
        f"Byrådet 4. maj 2010\nFraværende: {text}\n\n1. Ny sti\n\nBeslutning\n\nGodkendt.\n\n"
        "2. Ny havn\n\nBeslutning\n\nGodkendt.\n"
    )
    assert [absence.name for absence in referat.meeting.absent] == whole
    assert [[absence.name for absence in item.absent] for item in referat.items] == [[], second]


def test_initials_of_one_person_are_no_party() -> None:
    meeting = header("Dirigent: Anne Holm (AH)\nDeltagere: Bo Lind (SF)")
    assert [person.party for person in meeting.participants] == [None, "SF"]


def test_who_is_away_by_a_remark_alone() -> None:
    meeting = header("Fraværende: Anne Holm ved afbud Bo Lind ved afbud\nErik Fog (Havnestyrelsen)")
    assert [(one.name, one.kind, one.reason) for one in meeting.absent] == [
        ("Anne Holm", "excused", None),
        ("Bo Lind", "excused", None),
        ("Erik Fog", "absent", None),
    ]


def test_who_signs_is_no_participant_by_the_office_below_the_name() -> None:
    meeting = header(
        "Byrådet 4. maj 2010", "Underskrifter\n\n______\nAnne Holm\nFormand\n\n______\nBo Lind\nNæstformand"
    )
    assert meeting.participants == []
