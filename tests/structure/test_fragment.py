"""Pages with one item, and with as much of the meeting's head as was copied with it."""

from __future__ import annotations

import pytest

from tests.structure.clerk import kinds, rows, structured

ITEM = "Beslutning\n\nSkolerådet godkendte planen.\n"


@pytest.mark.parametrize(
    "head",
    [
        "Mødedato: 12.05.2023, kl. 17:00\nMødested: Medborgerhuset",
        "Søg\n\nMødedato: 12.05.2023, kl. 17:00\nMødested: Medborgerhuset",
        "Skip navigationen\n\nReferat\n\nFredag den 12. maj 2023 kl. 17:00\n\nMødested: Salen\n\nUdvalg: Skolerådet",
        "Solvager Kommunes logo\n\nSkolerådets møde den 12. maj 2023\n\nMødelokale 4 kl. 17.00\n\nReferat",
        "Referat\n\nFredag d. 12. maj 2023, kl. 17:00\n\nMødestedLokale 4\n\nUdvalgSkole og Kultur\n\nBemærkninger\n\n"
        "Ikke til stede: Bo Krog (N).",
        "Referat\n\nSkolerådet fredag den 12. maj 2023 kl. 17.00\n\nDeltagere:\nAnna Lund (A)\nBo Krog (V)",
    ],
    ids=["labels", "search", "navigation", "genitive", "glued", "participants"],
)
def test_the_head_of_the_meeting_is_no_title(head: str) -> None:
    referat = structured(f"{head}\n\nPlan for skolevejene\n\n{ITEM}")
    assert rows(referat) == [(None, "Plan for skolevejene")]
    assert kinds(referat.items[0]) == ["beslutning"]
    assert (referat.meeting.date, referat.meeting.start_time) == ("2023-05-12", "17:00")


@pytest.mark.parametrize("below", ["", "Sal B, Rådhuset\n"], ids=["bare", "place"])
def test_no_title_below_the_head(below: str) -> None:
    text = f"Referat\nSkolerådet fredag den 12. maj 2023 kl. 17.00\n{below}Sagsfremstilling\nVejene er smalle.\n{ITEM}"
    referat = structured(text)
    assert rows(referat) == [(None, None)]
    assert kinds(referat.items[0]) == ["sagsfremstilling", "beslutning"]
    assert (referat.meeting.body, referat.meeting.date) == ("Skolerådet", "2023-05-12")


def test_the_title_stands_above_the_case_number() -> None:
    (item,) = structured(f"Solvager\n\nNy sti ved åen m.m.\n\n24-008754 -\n\nBilag\n\n{ITEM}").items
    assert (item.title, item.case_number) == ("Ny sti ved åen m.m.", "24-008754")


def test_a_title_that_is_a_heading_elsewhere() -> None:
    referat = structured(f"Mødedato: 12.05.2023, kl. 17:00\n\nEventuelt\n\n{ITEM}")
    assert rows(referat) == [(None, "Eventuelt")]


def test_a_number_above_a_long_paragraph() -> None:
    paragraph = "Rådet har i flere år ønsket at gøre vejene til skolen mere sikre for børn på cykel. " * 4
    referat = structured(f"2. Plan for skolevejene ( )\n\n{paragraph}\n\nIndstilling\n\nAt planen godkendes.\n\n{ITEM}")
    assert rows(referat) == [("2", "Plan for skolevejene")]


def test_a_title_longer_than_other_headings() -> None:
    title = "Forslag fra Anna Lund og Bo Krog om at " + "åbne og lyse stier, " * 13 + "ved alle skoler"
    referat = structured(
        f"Gå til hovedindhold\n\nHovedmenu\n\nPkt. 194 {title}\n\nSagsfremstilling\n\nForslaget blev forkastet.\n"
    )
    assert rows(referat) == [("194", title)]


def test_who_was_away_below_the_title_is_the_items() -> None:
    text = f"Plan for skolevejene\n\nFraværende med afbud:\n\nAnna Lund (A)\nBo Krog (V)\n\n{ITEM}"
    assert rows(structured(text)) == [(None, "Plan for skolevejene")]


def test_a_place_in_the_case_is_no_head() -> None:
    text = f"Plan for skolevejene\n\nSted: Engvej 4\n\n{ITEM}"
    assert rows(structured(text)) == [(None, "Plan for skolevejene")]


@pytest.mark.parametrize("of", ["Skolerådets beslutning den 12. maj 2023", "Beslutning i Skolerådet den 12. maj 2023"])
def test_whose_decision_it_is_below_its_heading(of: str) -> None:
    referat = structured(
        "Mødedato: 12.05.2023, kl. 17:00\nMødested: Salen\n\nPlan for skolevejene\n\nSe alle bilag\n\n"
        f"Beslutning\n\n{of}\n\nGodkendt.\n\nOM MØDET\n\nMødet begyndte kl. 17.05 og sluttede kl. 19.40.\n"
    )
    assert rows(referat) == [(None, "Plan for skolevejene")]
    assert [(d.body, d.own) for d in referat.items[0].decisions] == [("Skolerådet", True)]
    assert referat.meeting.body == "Skolerådet"
    assert (referat.meeting.start_time, referat.meeting.end_time) == ("17:00", "19:40")


def test_several_items_with_whose_decision_below_the_heading() -> None:
    page = "{}\n\nSe alle bilag\n\nBeslutning\n\nSkolerådets beslutning den 12. maj 2023\n\nGodkendt.\n\n"
    referat = structured("Mødedato: 12.05.2023\n\n" + page.format("Plan for skolevejene") + page.format("Ny hal"))
    assert rows(referat) == [(None, "Plan for skolevejene"), (None, "Ny hal")]


def test_who_met_below_nothing_but_a_list_of_items() -> None:
    referat = structured(
        "Referat\n1. Dagsorden 2. Nyt fra skolerne 3. Køb (FOR LUKKEDE DØRE)\n\nDeltagere:\n\nAnna Lund, A\nBo Krog, V"
    )
    assert rows(referat) == [("1", "Dagsorden"), ("2", "Nyt fra skolerne"), ("3", "Køb (FOR LUKKEDE DØRE)")]
    assert [item.closed for item in referat.items] == [False, False, True]
    assert [person.name for person in referat.meeting.participants] == ["Anna Lund", "Bo Krog"]


def test_the_first_title_above_a_paragraph_where_sections_tell_the_items() -> None:
    sections = "Sagsfremstilling\n\nVejene er smalle.\n\nBeslutning\n\nGodkendt.\n\n"
    lead = "Rådet skal tage stilling til planen, som bygger på et forslag.\n\n"
    text = f"Plan for skolevejene\n\n{lead}{sections}Ny hal\n\n{sections}"
    assert rows(structured(text)) == [(None, "Plan for skolevejene"), (None, "Ny hal")]


def test_a_number_alone_above_the_title() -> None:
    head = "Referat fra møde i Integrationsrådet\nDen 10.09.15\n"
    text = f"{head}Pkt. 1\nValg af ny formand\nUdvalget besluttede at vælge Bo.\n"
    assert rows(structured(text)) == [("1", "Valg af ny formand")]
