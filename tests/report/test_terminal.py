"""The page of `referat show`, printed to a string."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from referat_nlp import Ballot, Counts, Decision, Item, Meeting, Participant, Person, Referat, Voter
from referat_nlp.report.evidence import BALLOT_STYLE, NAME_STYLE, passages
from referat_nlp.report.terminal import page
from referat_nlp.schema import Absence, Summary

TEXT = "Godkendt med 3 stemmer for og 1 imod.\nImod stemte Malene Buhl (Ø).\n\nIda Krog tog forbehold."


def referat(**changes: object) -> Referat:
    ballot = Ballot(
        result="vedtaget",
        counts=Counts(for_=3, against=1),
        for_=[Voter(party="A"), Voter(name="Karla Winther", party="A", inferred=True)],
        against=[Voter(name="Malene Buhl", party="Ø")],
        span=(0, 66),
        warnings=["names-do-not-match-count"],
    )
    item = Item(
        id="x-001",
        number="42",
        title="Ny cykelsti [bold]ved[/bold] Tved Mark",
        span=(0, len(TEXT)),
        type="godkendelse",
        types=["orientering", "godkendelse"],
        outcome="godkendt",
        decisions=[Decision(text=TEXT, span=(0, len(TEXT)))],
        ballots=[ballot],
        reservations=[Person(name="Ida Krog")],
        absent=[Absence(name="Bo Lind", party="O", kind="excused", reason="ferie", substitute="Eva Brun")],
        summary=Summary(text="Stien bliver 3 km lang."),
        closed=True,
    )
    meeting = Meeting(
        kind="referat",
        municipality="Ravnsholt Kommune",
        body="Teknik- og Miljøudvalget",
        date="2024-04-09",
        start_time="15:30",
        participants=[Participant(name="Karla Winther", party="A", role="formand")],
    )
    return Referat(meeting=meeting, items=[item.model_copy(update=changes)], text=TEXT, warnings=["noget"])


def printed(record: Referat, width: int = 80, **options: object) -> str:
    stream = io.StringIO()
    Console(file=stream, width=width).print(page(record, **options))  # type: ignore[arg-type]
    return "\n".join(line.rstrip() for line in stream.getvalue().splitlines())


def test_the_page_says_everything_that_was_found() -> None:
    shown = printed(referat())
    for part in [
        "Teknik- og Miljøudvalget · Ravnsholt Kommune",
        "Referat · 9. april 2024 · kl. 15:30",
        "Karla Winther (A, formand)",
        "42 Ny cykelsti",
        "orientering + godkendelse → godkendt · lukket",
        "Kort        Stien bliver 3 km lang.",
        "Beslutning  Godkendt med 3 stemmer for og 1 imod.",
        "hovedforslag vedtaget · 3 for · 1 imod",
        "for  A · udledt: Karla Winther (A)",
        "imod Malene Buhl (Ø)",
        "! names-do-not-match-count",
        "Forbehold   Ida Krog",
        "Fravær      Bo Lind (O), afbud, ferie, stedfortræder Eva Brun",
        "!           noget",
    ]:
        assert part in shown


def test_brackets_in_minutes_are_text_and_not_markup() -> None:
    assert "[bold]ved[/bold]" in printed(referat())


@pytest.mark.parametrize("width", [40, 80, 120])
@pytest.mark.parametrize("evidence", [False, True])
def test_the_page_fits_its_width(width: int, evidence: bool) -> None:
    lines = printed(referat(title="Meget lang titel " * 20), width, evidence=evidence).splitlines()
    assert max(len(line) for line in lines) <= min(width, 110)


def test_a_record_with_nothing_in_it_is_a_page_too() -> None:
    shown = printed(Referat(items=[Item(id="a-001", title="", span=(0, 0))]))
    assert "uden titel" in shown


def test_the_words_of_the_page_are_english_on_request_and_those_of_the_minutes_stay() -> None:
    shown = printed(referat(), language="en")
    assert "Minutes · 9 April 2024 · 15:30" in shown
    assert "main motion vedtaget · 3 for · 1 against" in shown
    assert "Fravær" not in shown


def test_evidence_marks_ballots_and_names_where_they_stand() -> None:
    record = referat()
    ((span, passage),) = passages(record, record.items[0])
    assert passage.plain == TEXT[slice(*span)] == TEXT
    marked = {(mark.start, mark.end): mark.style for mark in passage.spans}
    assert marked[0, 66] == BALLOT_STYLE
    names = {TEXT[slice(*where)] for where, style in marked.items() if style == NAME_STYLE}
    assert names == {"Malene Buhl", "Ida Krog"}


def test_evidence_shows_passages_with_their_offsets_once() -> None:
    shown = printed(referat(), evidence=True)
    assert f"0–{len(TEXT)}" in shown
    assert shown.count("Imod stemte") == 1
    assert "Beslutning" not in shown


def test_a_long_decision_is_cut_at_a_word_and_whole_with_evidence() -> None:
    text = "Byrådet godkendte planen for området ved havnen med de ændringer, der fremgår. " * 10
    record = referat(decisions=[Decision(text=text, span=(0, len(text)))], ballots=[])
    record.text = text
    assert "…" in printed(record)
    assert "…" not in printed(record, evidence=True)


def test_lines_that_only_the_printed_page_broke_are_joined_and_points_are_not() -> None:
    text = "1. Godkendt med\nmedlemmernes ændringer\n2. Udsat."
    shown = printed(referat(decisions=[Decision(text=text, span=(0, len(text)))], ballots=[]))
    assert "1. Godkendt med medlemmernes ændringer\n" in shown
    assert "\n              2. Udsat." in shown
