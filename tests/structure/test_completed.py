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
