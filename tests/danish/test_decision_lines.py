"""Lines that tell whose a decision is and of what day: alone, before the decision, and as a table's row."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referat_nlp.danish.decision_lines import match_decision_line


@pytest.mark.parametrize(
    ("line", "body", "date", "decided"),
    [
        ("ØU 12-05-2015: Anbefales.", "ØU", "2015-05-12", "Anbefales."),
        ("- TMU den 3. marts 2015, pkt. 7: Udsat.", "TMU", "2015-03-03", "Udsat."),
        ("TTU 11.05.2015, punkt 49", "TTU", "2015-05-11", ""),
        ("Økonomiudvalgets møde 20. maj 2008, Punkt 3:", "Økonomiudvalget", "2008-05-20", ""),
        ("Beslutning i Byrådet den 4. marts 2024", "Byrådet", "2024-03-04", ""),
        ("4. marts 2024 Byrådet", "Byrådet", "2024-03-04", ""),
        ("12-05-2015 Økonomiudvalget: Anbefales.", "Økonomiudvalget", "2015-05-12", "Anbefales."),
        ("10-01-2017 Ældrerådet 3 Støtter planen.", "Ældrerådet", "2017-01-10", "Støtter planen."),
        ("Teknisk Udvalg\t29-05-2012\t87\tAnbefales.", "Teknisk Udvalg", "2012-05-29", "Anbefales."),
        ("29-01-2020\tUdvalg for ældre\tUdsat.", "Udvalg for ældre", "2020-01-29", "Udsat."),
        ("Byrådet den 24-09-2019\tGodkendt.", "Byrådet", "2019-09-24", "Godkendt."),
        ("19-02-2020\tByrådet", "Byrådet", "2020-02-19", ""),
    ],
)
def test_names_body_and_day(line: str, body: str, date: str, decided: str) -> None:
    found = match_decision_line(line)
    assert found is not None
    assert (found.body, found.date, line[found.length :].strip()) == (body, date, decided)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Godkendt.",
        "Fristen er 12-05-2015.",
        "Planen blev sendt i høring den 12. maj 2015.",
        "Udgift\t12-05-2015\t1.200 kr.",
        "Skolen\tÅr 2015\t12 elever",
    ],
)
def test_other_lines_are_none(line: str) -> None:
    assert match_decision_line(line) is None


@given(st.text(max_size=200))
def test_any_line_is_read_within_its_length(line: str) -> None:
    found = match_decision_line(line)
    assert found is None or 0 < found.length <= len(line)
