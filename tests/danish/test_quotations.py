"""What a text quotes."""

from __future__ import annotations

import pytest

from referat_nlp.danish.quotations import blanked, quotations


@pytest.mark.parametrize(
    "text",
    [
        'Liste T bemærker: "Forslaget er for dyrt."',
        "Liste T bemærker: ”Forslaget er for dyrt.”",
        "Liste T bemærker: „Forslaget er for dyrt.“",
        "Liste T bemærker: »Forslaget er for dyrt.«",
        'Liste T bemærker: "Forslaget er for dyrt.”',
    ],
)
def test_every_pair_of_marks_quotes(text: str) -> None:
    assert [text[start:end] for start, end in quotations(text)] == [text[text.index(": ") + 2 :]]


def test_a_name_in_marks_is_no_quotation() -> None:
    assert quotations('Planen "Grøn by" godkendt. Planen "Blå by" udsat.') == []


def test_a_mark_that_nothing_closes_quotes_only_where_asked() -> None:
    text = "Drøftet. Bo Lind: ”Det her er ikke godt nok."
    assert quotations(text) == []
    assert quotations(text, unclosed=True) == [(18, len(text))]


def test_what_is_blanked_moves_nothing() -> None:
    text = 'Sagde "nej tak,\ntil det" og gik.'
    assert blanked(text, [(6, 24)]) == "Sagde " + " " * 9 + "\n" + " " * 8 + " og gik."


def test_a_mark_that_begins_a_paragraph_closes_none_before_it() -> None:
    text = (
        "V foreslog:\n”at broen males rød.\nForslaget blev vedtaget med 5 stemmer mod 2.\n\n"
        "V bemærkede:\n\n”Broen bliver flot.”"
    )
    assert [text[start:end] for start, end in quotations(text)] == ["”at broen males rød.", "”Broen bliver flot.”"]


def test_a_quotation_may_hold_paragraphs() -> None:
    text = "V bemærkede:\n”Broen bliver flot.\n\nOg den bliver rød.”\nGodkendt."
    assert [text[start:end] for start, end in quotations(text)] == ["”Broen bliver flot.\n\nOg den bliver rød.”"]
