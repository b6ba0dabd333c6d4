"""The lines of a summary: points behind what leads to them, sentences that begin and end as such."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referat_nlp.analysis.models.lines import added, alone, behind, ended, leader, unquoted
from referat_nlp.analysis.models.sentences import candidates
from tests.analysis.models.items import items

MINUTES = """\
Punkt 1: Hallen

{heading}

{asked}

Sagsfremstilling

Hallen i Tved er opført i 1974, og taget er utæt.
"""


@pytest.mark.parametrize(
    ("heading", "asked", "lines"),
    [
        (
            "Indstilling",
            "Forvaltningen indstiller,\n\nat hallen lukkes",
            ["Forvaltningen indstiller, at hallen lukkes"],
        ),
        ("Indstilling", "Det indstilles:\n\nAt 1) hallen lukkes", ["Det indstilles, at hallen lukkes"]),
        (
            "Indstilling",
            "Borgmesteren indstiller\n\n1. at hallen lukkes",
            ["Borgmesteren indstiller, at hallen lukkes"],
        ),
        (
            "Indstilling",
            "Direktøren indstiller, at udvalget\n\n- lukker hallen i maj",
            ["Direktøren indstiller, at udvalget lukker hallen i maj"],
        ),
        (
            "Indstilling",
            "Udvalget indstiller\n\na) at hallen lukkes\nb) at skolen lukkes",
            ["Udvalget indstiller, at hallen lukkes", "Udvalget indstiller, at skolen lukkes"],
        ),
        ("FORVALTNINGEN INDSTILLER", "at hallen lukkes", ["Forvaltningen indstiller, at hallen lukkes"]),
        ("Administrationen indstiller", "at hallen lukkes", ["Administrationen indstiller, at hallen lukkes"]),
        ("Indstilling", "at hallen lukkes", [None]),
        ("Indstilling", "Forvaltningen indstiller, at\n\n1. Hallen lukkes i maj", [None]),
    ],
)
def test_a_point_is_read_behind_what_leads_to_it(heading: str, asked: str, lines: list[str | None]) -> None:
    item = items(MINUTES.format(heading=heading, asked=asked))[0]
    points = [each for each in candidates(item) if each.section == "indstilling" and "lukke" in each.text]
    found = [(each, leader(item, each)) for each in points]
    assert [above and behind(above.text, each.text) for each, above in found] == lines


def test_a_long_sentence_does_not_lead() -> None:
    asked = f"Forvaltningen indstiller {'til udvalget ' * 12}, at\n\n- hallen lukkes i maj"
    item = items(MINUTES.format(heading="Indstilling", asked=asked))[0]
    (point,) = [each for each in candidates(item) if each.text == "hallen lukkes i maj"]
    assert leader(item, point) is None


def test_points_of_one_list_are_one_sentence() -> None:
    leading = "Direktøren indstiller, at udvalget"
    line = behind("Det indstilles,", "at hallen lukkes.")
    assert added(line, "Det indstilles,", "at huset sælges") == "Det indstilles, at hallen lukkes, at huset sælges"
    line = behind(leading, "lukker hallen, og")
    assert ended(added(line, leading, "beder om et møde.")) == f"{leading} lukker hallen, beder om et møde."


@pytest.mark.parametrize(
    ("line", "whole"),
    [
        ("at huset købes for 6 mio. kr.,", "at huset købes for 6 mio. kr."),
        ("at huset købes; og", "at huset købes."),
        ("at huset købes, og at", "at huset købes."),
        ("Hvad koster huset?", "Hvad koster huset?"),
        ("Køb af hus", "Køb af hus."),
    ],
)
def test_a_line_ends_as_a_sentence(line: str, whole: str) -> None:
    assert ended(line) == whole


def test_a_line_begins_as_a_sentence() -> None:
    assert alone("at 2) huset købes") == "At huset købes"
    assert alone("huset købes") == "Huset købes"


@pytest.mark.parametrize(
    ("line", "bare"),
    [
        ('"Vi foreslår en ny hal.', "Vi foreslår en ny hal."),
        ("Hallen bliver bedre.”", "Hallen bliver bedre."),
        ('"Tved Hallen" er fra 1974.', '"Tved Hallen" er fra 1974.'),
        ("Hallen hedder »Tved« i dag.", "Hallen hedder »Tved« i dag."),
    ],
)
def test_half_a_pair_of_quotation_marks_is_left_out(line: str, bare: str) -> None:
    assert unquoted(line) == bare


@given(st.text(min_size=1, max_size=60), st.text(min_size=1, max_size=60))
def test_any_text_makes_a_line(leading: str, point: str) -> None:
    assert ended(added(behind(leading, point), leading, alone(unquoted(point))))


def test_before_an_infinitive_there_is_no_comma() -> None:
    leading = "Direktøren indstiller til Økonomiudvalget, at"
    assert behind(leading, "godkende planen") == "Direktøren indstiller til Økonomiudvalget at godkende planen"
    assert behind(leading, "planen godkendes") == "Direktøren indstiller til Økonomiudvalget, at planen godkendes"
