"""The page of `referat show`, printed to a string."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from referat_nlp import Ballot, Counts, Decision, Item, Meeting, Participant, Person, Referat, Voter
from referat_nlp.report.evidence import BALLOT_STYLE, NAME_STYLE, passages
from referat_nlp.report.terminal import page
from referat_nlp.schema import Absence, Section, Summary, SummarySentence

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
        "! navne og stemmetal passer ikke sammen",
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


def test_what_was_asked_is_shown_and_a_summary_that_only_repeats_it_is_not() -> None:
    asked = "Forvaltningen indstiller, at stien anlægges."
    section = Section(kind="indstilling", heading="Indstilling", text=asked, span=(0, len(asked)))
    sentence = SummarySentence(text=asked, span=(0, len(asked)))
    shown = printed(referat(sections=[section], summary=Summary(text=asked, sentences=[sentence])))
    assert f"Indstilling {asked}" in shown
    assert "Kort" not in shown


def test_earlier_decisions_come_before_the_own_wherever_they_are_printed() -> None:
    own = Decision(text="Godkendt.", span=(0, 9))
    earlier = Decision(text="Anbefales.", span=(10, 20), own=False, body="Teknisk Udvalg")
    shown = printed(referat(decisions=[own, earlier], ballots=[]))
    assert shown.index("Teknisk Udvalg: Anbefales.") < shown.index("Beslutning  Godkendt.")


def test_a_vote_of_another_body_has_its_name_and_comes_first() -> None:
    own = Decision(text="Godkendt.", span=(0, 9))
    earlier = Decision(text="Anbefales.", span=(10, 20), own=False, body="Teknisk Udvalg")
    ballots = [Ballot(result="vedtaget", span=(0, 9)), Ballot(motion="prior", result="forkastet", span=(10, 20))]
    shown = printed(referat(decisions=[own, earlier], ballots=ballots))
    assert shown.index("Teknisk Udvalg forkastet") < shown.index("hovedforslag vedtaget")


def test_of_many_attachments_the_first_are_shown_and_the_others_counted() -> None:
    shown = printed(referat(attachments=[f"Bilag {number}" for number in range(1, 31)]))
    assert "Bilag 8; og 22 til" in shown
    assert "Bilag 9" not in shown


def test_offsets_of_a_long_document_are_whole() -> None:
    text = "x" * 1_234_567 + "Godkendt."
    decision = Decision(text="Godkendt.", span=(1_234_567, 1_234_576))
    record = referat(decisions=[decision], ballots=[])
    record.text = text
    assert "1234567–1234576 Godkendt." in printed(record, evidence=True)


def test_a_long_decision_is_cut_at_a_word_and_whole_with_evidence() -> None:
    text = "Byrådet godkendte planen for området ved havnen med de ændringer, der fremgår. " * 30
    record = referat(decisions=[Decision(text=text, span=(0, len(text)))], ballots=[])
    record.text = text
    assert "… (resten vises med --evidence)" in " ".join(printed(record).split())
    assert "…" not in printed(record, evidence=True)


def test_lines_that_only_the_printed_page_broke_are_joined_and_points_are_not() -> None:
    text = "1. Godkendt med\nmedlemmernes ændringer\n2. Udsat."
    shown = printed(referat(decisions=[Decision(text=text, span=(0, len(text)))], ballots=[]))
    assert "1. Godkendt med medlemmernes ændringer\n" in shown
    assert "\n              2. Udsat." in shown
