"""Section headings by their words and by their form."""

from __future__ import annotations

import pytest

from referat_nlp.danish.headings import HEADINGS, heading_key, match_heading, split_glued


@pytest.mark.parametrize("key", sorted(HEADINGS))
def test_every_word_of_the_lexicon_is_met_as_printed(key: str) -> None:
    for line in (key.capitalize(), key.upper(), f"{key.capitalize()}:"):
        heading = match_heading(line)
        assert heading is not None, line
        assert heading.kind == HEADINGS[key]
        assert heading.length == len(line)


def test_no_kind_beyond_the_contract() -> None:
    allowed = {
        "resume",
        "indstilling",
        "beslutning",
        "tidligere_beslutning",
        "sagsfremstilling",
        "baggrund",
        "oekonomi",
        "lovgrundlag",
        "hoering",
        "kompetence",
        "bilag",
        "fravaer",
        "tidsplan",
        "kommunikation",
        "andet",
        "indstilling_og_beslutning",
    }
    assert set(HEADINGS.values()) <= allowed


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Resumé", "RESUME:"),
        ("  Sagsfremstilling ", "sagsfremstilling"),
        ("**Bilag**", "Bilag"),
        ("Det foreslås,", "Det foreslås"),
    ],
)
def test_spellings_with_one_key(one: str, other: str) -> None:
    assert heading_key(one) == heading_key(other)


@pytest.mark.parametrize(
    ("line", "body", "date"),
    [
        ("Beslutning i Økonomiudvalget den 11-03-2024", "Økonomiudvalget", "2024-03-11"),
        ("Beslutning Teknik- og Miljøudvalget den 11. marts 2024", "Teknik- og Miljøudvalget", "2024-03-11"),
        ("Beslutning fra Økonomiudvalget, den 11. marts 2024, punkt 44:", "Økonomiudvalget", "2024-03-11"),
        ("Beslutning i Plan, Teknik og Miljø den 4. marts 2024", "Plan, Teknik og Miljø", "2024-03-04"),
        ("Endelig beslutning i Byrådet den 4. marts 2024", "Byrådet", "2024-03-04"),
        ("Økonomiudvalgets beslutning i mødet den 11. marts 2024", "Økonomiudvalget", "2024-03-11"),
        ("Økonomiudvalget, 11-03-2024, pkt. 42", "Økonomiudvalget", "2024-03-11"),
        ("Kommunalbestyrelsen den 20. august 2020:", "Kommunalbestyrelsen", "2020-08-20"),
        ("Byrådets beslutning", "Byrådet", None),
        ("Beslutning i Økonomiudvalget", "Økonomiudvalget", None),
    ],
)
def test_decision_headings_name_body_and_day(line: str, body: str, date: str | None) -> None:
    heading = match_heading(line)
    assert heading is not None
    assert heading.kind == "beslutning"
    assert heading.length == len(line)
    if line != "Byrådets beslutning":  # a word of the lexicon
        assert (heading.body, heading.date) == (body, date)


@pytest.mark.parametrize(
    ("line", "kind", "text"),
    [
        ("Beslutning: Godkendt.", "beslutning", "Godkendt."),
        ("Resumé: Broen skal males.", "resume", "Broen skal males."),
        ("Økonomiudvalget den 11. marts 2024: Anbefales.", "beslutning", "Anbefales."),
    ],
)
def test_text_on_the_line_of_its_heading(line: str, kind: str, text: str) -> None:
    heading = match_heading(line)
    assert heading is not None
    assert (heading.kind, line[heading.length :]) == (kind, text)


@pytest.mark.parametrize(
    "line",
    [
        "Beslutningen træffes af byrådet.",
        "Beslutning om salg blev truffet i byrådet den 4. marts 2024 efter lang debat",
        "Indstillingen følges",
        "Økonomien er stram",
        "Bilaget er fortroligt",
        "Byrådet besluttede den 4. marts 2024 at sælge grunden",
        "Referat Tranevig Byråd 04-03-2024",
        "Mødereferat Økonomiudvalget den 4. marts 2024",
        "DAGSORDEN ØKONOMIUDVALGET 04-03-2024",
        "Beslutning Oversendes til Havneudvalget efter byrådets møde den 4. marts 2024.",
        "Beslutning Sagen blev udsat til byrådets møde den 4. marts 2024",
        "Beslutning i henhold til aftalen af den 4. marts 2024",
        "Økonomiudvalget behandlede sagen den 4. marts 2024.",
        "Godkendt.",
        "at",
        "",
        "- Økonomi",
        "Høringen løber i otte uger: den slutter i maj",
        "Afstemning om administrationens indstilling:",
    ],
)
def test_lines_that_are_no_heading(line: str) -> None:
    assert match_heading(line) is None


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("BilagBeslutning", ["Bilag", "Beslutning"]),
        ("Indholdsfortegnelse1. Meddelelser", ["Indholdsfortegnelse", "1. Meddelelser"]),
        ("BilagIngen bilag.", ["Bilag", "Ingen bilag."]),
        ("BeslutningGodkendt.", ["Beslutning", "Godkendt."]),
        ("Beslutning1. Godkendt.", ["Beslutning", "1. Godkendt."]),
        ("Fraværende- Bo Lind (V)", ["Fraværende", "- Bo Lind (V)"]),
        ("BilagIndstillingBeslutning", ["Bilag", "Indstilling", "Beslutning"]),
        ("Beslutningsprotokol", ["Beslutningsprotokol"]),
        ("Bilagsliste", ["Bilagsliste"]),
        ("Beslutning", ["Beslutning"]),
        ("Bilag 1", ["Bilag 1"]),
        ("Godkendt.", ["Godkendt."]),
    ],
)
def test_glued_headings_come_apart(line: str, parts: list[str]) -> None:
    assert split_glued(line) == parts
