"""The own decision apart from those of earlier committees and readings, and decisions without a heading."""

from __future__ import annotations

import pytest

from tests.structure.clerk import HEADER, kinds, structured

COUNCIL = "Tranevig Kommune\n\nReferat\n\nByrådet\n\nMødedato: Mandag den 18. marts 2024 kl. 17:00\n"


def meeting(body: str, header: str = COUNCIL) -> str:
    """Minutes of two items, the second of which has ``body``."""
    return (
        f"{header}\n1. Godkendelse af dagsorden\n\nBeslutning\n\nGodkendt.\n\n2. Salg af grund på Havnegade\n\n{body}"
    )


def decided(body: str, header: str = COUNCIL) -> list[tuple[str | None, str | None, bool, str]]:
    """Body, date, own and text of the second item's decisions."""
    return [(d.body, d.date, d.own, d.text) for d in structured(meeting(body, header)).items[1].decisions]


CASE = "Sagsfremstilling\n\nGrunden er på 900 m2.\n\n"


@pytest.mark.parametrize(
    ("heading", "body", "date"),
    [
        ("Beslutning i Økonomiudvalget den 11-03-2024", "Økonomiudvalget", "2024-03-11"),
        ("Beslutning Økonomiudvalget den 11-03-2024", "Økonomiudvalget", "2024-03-11"),
        ("Beslutning i Økonomiudvalget den 11. marts 2024:", "Økonomiudvalget", "2024-03-11"),
        ("Beslutning fra Økonomiudvalget, den 11. marts 2024, punkt 44:", "Økonomiudvalget", "2024-03-11"),
        ("Økonomiudvalget, 11-03-2024, pkt. 42", "Økonomiudvalget", "2024-03-11"),
        ("Økonomiudvalget, 11. marts 2024, pkt. 42:", "Økonomiudvalget", "2024-03-11"),
        ("Økonomiudvalget den 11. marts 2024:", "Økonomiudvalget", "2024-03-11"),
        ("Økonomiudvalgets beslutning i mødet den 11. marts 2024", "Økonomiudvalget", "2024-03-11"),
        ("Økonomiudvalgets beslutning den 11. marts 2024", "Økonomiudvalget", "2024-03-11"),
        (
            "Beslutning i Kultur- og Fritidsudvalget den 11-03-2024",
            "Kultur- og Fritidsudvalget",
            "2024-03-11",
        ),
        (
            "Beslutning i Udvalget for Plan og Byggeri den 11-03-2024",
            "Udvalget for Plan og Byggeri",
            "2024-03-11",
        ),
    ],
)
def test_a_committees_decision_is_apart_from_the_councils(heading: str, body: str, date: str) -> None:
    text = f"{CASE}{heading}\n\nAnbefales.\n\nBeslutning i Byrådet den 18-03-2024\n\nGodkendt.\n"
    assert decided(text) == [(body, date, False, "Anbefales."), ("Byrådet", "2024-03-18", True, "Godkendt.")]
    assert kinds(structured(meeting(text)).items[1]) == [
        "sagsfremstilling",
        "tidligere_beslutning",
        "beslutning",
    ]


def test_own_decision_without_a_body_in_its_heading() -> None:
    text = f"{CASE}Beslutning i Økonomiudvalget den 11-03-2024\n\nAnbefales.\n\nBeslutning\n\nGodkendt.\n"
    assert decided(text) == [
        ("Økonomiudvalget", "2024-03-11", False, "Anbefales."),
        (None, None, True, "Godkendt."),
    ]


def test_own_decision_above_the_earlier_ones() -> None:
    text = (
        "Beslutning\n\n"
        "Godkendt.\n\n"
        f"{CASE}Beslutning fra Økonomiudvalget, den 11. marts 2024, punkt 44:\n\n"
        "Anbefales.\n"
    )
    assert decided(text) == [
        (None, None, True, "Godkendt."),
        ("Økonomiudvalget", "2024-03-11", False, "Anbefales."),
    ]


@pytest.mark.parametrize("other", ["Kommunalbestyrelsen", "byrådet", "BYRÅDET"])
def test_spellings_of_the_own_body_agree(other: str) -> None:
    text = f"{CASE}Beslutning i {other} den 18-03-2024\n\nGodkendt.\n"
    assert [own for _, _, own, _ in decided(text)] == [True]


def test_two_readings_the_last_counts() -> None:
    text = (
        "Indstilling\n\n"
        "Det indstilles, at budgettet oversendes.\n\n"
        "Beslutning i Byrådet den 4. marts 2024\n\n"
        "Oversendt.\n\n"
        "Indstilling\n\n"
        "Det indstilles, at budgettet vedtages.\n\n"
        "Beslutning i Byrådet den 18. marts 2024\n\n"
        "Vedtaget.\n"
    )
    assert [(date, own) for _, date, own, _ in decided(text)] == [("2024-03-04", False), ("2024-03-18", True)]


def test_two_readings_without_a_date_in_the_header() -> None:
    header = "Tranevig Kommune\n\nReferat\n\nByrådet\n"
    text = (
        "Beslutning i Byrådet den 4. marts 2024\n\nOversendt.\n\nBeslutning i Byrådet den 18. marts 2024\n\nVedtaget.\n"
    )
    assert [(date, own) for _, date, own, _ in decided(text, header)] == [
        ("2024-03-04", False),
        ("2024-03-18", True),
    ]


def test_without_a_header_the_last_decision_is_own() -> None:
    text = (
        "Salg af grund på Havnegade\n\n"
        f"{CASE}Beslutning i Økonomiudvalget den 11-03-2024\n\n"
        "Anbefales.\n\n"
        "Beslutning i Byrådet den 18-03-2024\n\n"
        "Godkendt.\n"
    )
    (item,) = structured(text).items
    assert [(d.body, d.own) for d in item.decisions] == [("Økonomiudvalget", False), ("Byrådet", True)]


def test_without_a_header_a_bare_heading_is_the_own_ones() -> None:
    (item,) = structured(
        f"Salg af grund på Havnegade\n\n{CASE}Beslutning fra Havn og Miljø, 11. marts 2024, pkt. 44:\n\nAnbefales.\n\n"
        "Beslutning\n\nGodkendt.\n"
    ).items
    assert [(d.body, d.own) for d in item.decisions] == [("Havn og Miljø", False), (None, True)]
    assert kinds(item) == ["sagsfremstilling", "tidligere_beslutning", "beslutning"]


def test_without_a_header_an_only_decision_is_own() -> None:
    (item,) = structured(
        f"Salg af grund på Havnegade\n\n{CASE}Beslutning fra Økonomiudvalget, den 11. marts 2024:\n\nGodkendt.\n"
    ).items
    assert [(d.body, d.own) for d in item.decisions] == [("Økonomiudvalget", True)]


@pytest.mark.parametrize(
    "entries",
    [
        ("11-03-2024 Økonomiudvalget\nAnbefales.\n\n04-03-2024 Teknik- og Miljøudvalget\nAnbefales med bemærkning."),
        (
            "11/03/2024 Økonomiudvalget\nAnbefales.\n\n"
            "04/03/2024 Teknik- og Miljøudvalget 2024\nAnbefales med bemærkning."
        ),
        (
            "Økonomiudvalget, 11-03-2024, pkt. 8:\nAnbefales.\n\n"
            "Teknik- og Miljøudvalget, 04-03-2024, pkt. 3:\nAnbefales med bemærkning."
        ),
        (
            "Beslutning i Økonomiudvalget den 11-03-2024:\nAnbefales.\n\n"
            "Beslutning i Teknik- og Miljøudvalget den 04-03-2024:\nAnbefales med bemærkning."
        ),
    ],
    ids=["date-first", "slashes-and-period", "body-first", "beslutning-i"],
)
def test_history_lists_the_decisions_of_others(entries: str) -> None:
    text = f"Beslutning\n\nGodkendt.\n\n{CASE}Sagens forløb\n\n{entries}\n"
    assert decided(text) == [
        (None, None, True, "Godkendt."),
        ("Økonomiudvalget", "2024-03-11", False, "Anbefales."),
        ("Teknik- og Miljøudvalget", "2024-03-04", False, "Anbefales med bemærkning."),
    ]


def test_decisions_that_are_not_released_are_none() -> None:
    text = (
        "Beslutning\n\n"
        "Godkendt.\n\n"
        "Sagens forløb\n\n"
        "11-03-2024 Økonomiudvalget\nBeslutning ikke frigivet\n\n"
        "04-03-2024 Teknik- og Miljøudvalget\nAnbefales.\n"
    )
    assert [(body, own) for body, _, own, _ in decided(text)] == [
        (None, True),
        ("Teknik- og Miljøudvalget", False),
    ]


@pytest.mark.parametrize(
    "none", ["Ingen.", "Intet", "Nej", "-", "Ikke tidligere behandlet.", "Sagen er ikke tidligere behandlet"]
)
def test_a_history_that_says_there_is_none_holds_no_decision(none: str) -> None:
    assert decided(f"Beslutning\n\nGodkendt.\n\n{CASE}Tidligere behandling\n\n{none}\n") == [
        (None, None, True, "Godkendt."),
    ]


def test_a_schedule_of_coming_meetings_holds_no_decision() -> None:
    text = (
        f"{CASE}Sagsgang\n\nØkonomiudvalget den 25. marts 2024\nByrådet den 8. april 2024\n\nBeslutning\n\nGodkendt.\n"
    )
    assert decided(text) == [(None, None, True, "Godkendt.")]


@pytest.mark.parametrize(
    "decision",
    [
        "Godkendt.",
        "Taget til efterretning.",
        "Tiltrådt.",
        "Indstillingen godkendt.",
        "Byrådet godkendte indstillingen med 12 stemmer for og 3 imod.",
        "Udsat.",
        "1. Godkendt.\n2. Godkendt.",
        "Drøftet.",
        "Valgt blev Ida Lauge (A).",
    ],
)
def test_closed_item_with_a_bare_decision(decision: str) -> None:
    text = (
        f"{COUNCIL}\n1. Godkendelse af dagsorden\n\n"
        "Beslutning\n\n"
        "Godkendt.\n\n"
        "2. Lukket: Salg af grund\n\n"
        f"{decision}\n\n"
        "3. Eventuelt\n\n"
        "Beslutning\n\n"
        "Intet.\n"
    )
    referat = structured(text)
    item = referat.items[1]
    assert (item.number, item.closed) == ("2", True)
    assert [(s.kind, s.heading, s.text) for s in item.sections] == [("beslutning", None, decision)]
    assert [(d.own, d.text) for d in item.decisions] == [(True, decision)]


@pytest.mark.parametrize(
    "decision",
    [
        "Godkendt.",
        "Taget til orientering.",
        "Dagsordenen blev godkendt.",
        "Udvalget besluttede at sende planen i høring.",
    ],
)
def test_minutes_without_any_section_headings(decision: str) -> None:
    text = (
        f"{HEADER}\n1. Godkendelse af dagsorden\n\n"
        "Godkendt.\n\n"
        "2. Havneplan\n\n"
        "Planen har været i høring i otte uger, og fire har svaret.\n\n"
        f"{decision}\n\n"
        "3. Meddelelser\n\n"
        "Taget til efterretning.\n"
    )
    referat = structured(text)
    assert [item.number for item in referat.items] == ["1", "2", "3"]
    assert [[d.text for d in item.decisions] for item in referat.items] == [
        ["Godkendt."],
        [decision],
        ["Taget til efterretning."],
    ]
    assert kinds(referat.items[1]) == ["sagsfremstilling", "beslutning"]


def test_a_closed_item_whose_decision_is_not_released_has_no_decision_and_no_section() -> None:
    text = (
        f"{COUNCIL}\n1. Godkendelse af dagsorden\n\n"
        "Beslutning\n\n"
        "Godkendt.\n\n"
        "2. Lukket: Salg af grund\n\n"
        "Beslutning ikke frigivet\n\n"
        "3. Eventuelt\n\n"
        "Beslutning\n\n"
        "Intet.\n"
    )
    item = structured(text).items[1]
    assert (item.closed, item.sections, item.decisions) == (True, [], [])


def test_the_history_repeats_the_own_decision_without_making_it_two() -> None:
    text = (
        "Beslutning\n\n"
        "Godkendt.\n\n"
        "Sagens forløb\n\n"
        "18-03-2024 Byrådet\nGodkendt.\n\n"
        "11-03-2024 Økonomiudvalget\nAnbefales.\n"
    )
    assert [(body, own) for body, _, own, _ in decided(text)] == [(None, True), ("Økonomiudvalget", False)]


def test_what_the_body_recommends_is_its_decision_and_no_indstilling() -> None:
    text = f"{CASE}Beslutning\n\n1. Anbefales ikke.\n\nByrådet anbefaler, at\n- grunden beholdes\n- huset lejes ud\n"
    assert kinds(structured(meeting(text)).items[1]) == ["sagsfremstilling", "beslutning"]


def test_coming_meetings_in_the_case_are_no_decisions() -> None:
    text = (
        f"{CASE}Den videre vej:\n\n"
        "Økonomiudvalget den 14. maj 2024\nByrådet den 28. maj 2024\n\n"
        "Beslutning\n\n"
        "Godkendt.\n"
    )
    assert decided(text) == [(None, None, True, "Godkendt.")]


def test_a_committee_that_decides_under_another_name_than_the_headers() -> None:
    heading = "Beslutning i Udvalget for Voksne den 18-03-2024"
    items = "".join(f"{n}. Sag nummer {n}\n\n{CASE}{heading}\n\nGodkendt.\n\n" for n in (1, 2, 3))
    header = "Tranevig Kommune\n\nReferat\n\nUdvalget for Aktiv Alderdom\n\nMødedato: 18. marts 2024 kl. 17:00\n\n"
    assert [d.own for item in structured(header + items).items for d in item.decisions] == [True, True, True]


def test_another_committee_on_the_same_day_is_another_where_the_own_body_decides_too() -> None:
    both = f"{CASE}Beslutning i Økonomiudvalget den 18-03-2024\n\nAnbefales.\n\n"
    own = "Beslutning i Byrådet den 18-03-2024\n\nGodkendt.\n"
    assert [(body, mine) for body, _, mine, _ in decided(both + own)] == [("Økonomiudvalget", False), ("Byrådet", True)]


def test_who_asks_stands_in_brackets_above_the_decision() -> None:
    asked = "Indstilling om,\n\nat grunden sælges.\n\n(Teknisk Udvalg og Økonomiudvalget)\n\n"
    items = "".join(f"{n}. Sag nummer {n}\n\n{asked}Indstillingen blev godkendt.\n\n" for n in (1, 2))
    found = structured(f"{COUNCIL}\n{items}").items
    assert [d.text for item in found for d in item.decisions] == ["Indstillingen blev godkendt."] * 2
