"""What the items tell of the meeting where its head does not."""

from __future__ import annotations

import pytest

from tests.structure.clerk import rows, structured, text_of

HEAD = "Referat\n\nDeltagere:\n\nAnna Lund, A\nBo Krog, V\n\n"


def test_body_and_day_as_all_own_decisions_name_them() -> None:
    heading = "Beslutning i Kulturudvalget den 17-01-2024"
    meeting = structured(f"{HEAD}1. Dagsorden\n\n{heading}\n\nGodkendt.\n\n2. Ny hal\n\n{heading}\n\nUdsat.\n").meeting
    assert (meeting.body, meeting.date) == ("Kulturudvalget", "2024-01-17")


@pytest.mark.parametrize("other", ["Beslutning i Byrådet den 17-01-2024", "Beslutning i Kulturudvalget den 18-01-2024"])
def test_neither_where_they_disagree(other: str) -> None:
    text = (
        f"{HEAD}1. Dagsorden\n\nBeslutning i Kulturudvalget den 17-01-2024\n\nGodkendt.\n\n"
        f"2. Ny hal\n\n{other}\n\nUdsat.\n"
    )
    meeting = structured(text).meeting
    assert (meeting.body, meeting.date) == (None, None)


def test_no_body_of_one_item_that_several_decided() -> None:
    text = "7. Ny hal\n\nKulturudvalget, den 3. maj 2022:\nAnbefales.\n\nByrådet, den 21. maj 2022:\nGodkendt.\n"
    meeting = structured(text).meeting
    assert (meeting.body, meeting.date) == (None, None)


@pytest.mark.parametrize("said", ["Mødet sluttede kl.21.33", "Mødet blev hævet kl. 21.33."])
def test_when_the_meeting_ended_above_the_decision(said: str) -> None:
    referat = structured(f"2. Godkendelse af dagsordenen\n\n{said}\n\nBeslutning\n\nDagsordenen blev godkendt.\n")
    assert rows(referat) == [("2", "Godkendelse af dagsordenen")]
    assert [section.kind for section in referat.items[0].sections] == ["beslutning"]
    assert text_of(referat.items[0], "beslutning") == "Dagsordenen blev godkendt."
    assert referat.meeting.end_time == "21:33"


def test_when_another_meeting_ended_is_no_end_of_this_one() -> None:
    case = "Borgermødet blev holdt i hallen.\nMødet begyndte kl. 15.00 og sluttede kl. 17.00."
    text = f"{HEAD}1. Ny hal\n\nSagsfremstilling\n\n{case}\n\nBeslutning\n\nGodkendt.\n"
    assert structured(text).meeting.end_time is None


@pytest.mark.parametrize(
    "said",
    [
        "Indstilling\n\nFormanden indstiller, at lokaludvalget godkender dagsordenen.",
        "Resume\n\nLokaludvalget skal godkende dagsordenen.",
        "Resume\n\nGodkendelse af dagsorden for dagens møde i Lokaludvalget.",
    ],
)
def test_who_approves_the_agenda_meets(said: str) -> None:
    meeting = structured(f"1. Godkendelse af dagsorden\n\n{said}\n\nBeslutning\n\nGodkendt.\n").meeting
    assert meeting.body == "Lokaludvalget"


def test_who_approves_another_agenda_or_is_any_committee_is_not_told() -> None:
    text = (
        "Indstilling\n\nAt Byrådet godkender dagsordenen for selskabets generalforsamling.\n\nBeslutning\n\nGodkendt.\n"
    )
    assert structured(f"1. Havnens generalforsamling\n\n{text}").meeting.body is None
    any_body = "Indstilling\n\nAt udvalget godkender dagsordenen.\n\nBeslutning\n\nGodkendt.\n"
    assert structured(f"1. Godkendelse af dagsorden\n\n{any_body}").meeting.body is None


def test_the_body_that_met_on_the_meeting_s_day() -> None:
    text = (
        "Referat\n\n29. aug 2023\n\n1. Ny hal\n\nSagsgang\n\nKulturudvalget den 3. august 2023\n"
        "Kommunalbestyrelsen den 29. august 2023\n\nIndstilling\n\nTil godkendelse.\n\nBeslutning\n\nGodkendt.\n"
    )
    assert structured(text).meeting.body == "Kommunalbestyrelsen"


def test_a_list_of_those_who_met_above_the_decision_does_not_hide_whose_it_is() -> None:
    text = (
        "1. Godkendelse af dagsorden\n\nBeslutning\n\nI mødet deltog:\n\nAnna Lund, Bo Krog og Carl Dam.\n\n"
        "Kulturudvalgets beslutning på mødet den 4. april 2018:\n\nDagsordenen blev godkendt.\n"
    )
    meeting = structured(text).meeting
    assert (meeting.body, meeting.date) == ("Kulturudvalget", "2018-04-04")


def test_whose_meeting_began_and_ended() -> None:
    said = "Mødet i Havneudvalget begyndte kl. 14:30 og sluttede kl. 17:00."
    meeting = structured(f"1. Ny kaj\n\nBeslutning\n\n{said}\n\nGodkendt.\n").meeting
    assert (meeting.body, meeting.start_time, meeting.end_time) == ("Havneudvalget", "14:30", "17:00")
