"""Items and headings that a web page prints as points of a list."""

from __future__ import annotations

from tests.structure.clerk import kinds, rows, structured, text_of

PAGE = """Kulturudvalget - Referat fra mødet den 17-01-2024

Referat
- 1 Orientering om biblioteket
- Resume

Udvalget orienteres om udlånet.

- Indstilling

1. at orienteringen tages til efterretning.
- Beslutning i Kulturudvalget den 17-01-2024

Taget til efterretning.

- 2 Takster for leje af haller
- Resume

Taksterne stiger med 3 procent.

- Indstilling

1. at taksterne godkendes.
- Beslutning i Kulturudvalget den 17-01-2024

Godkendt.

- Bilag
- Takstblad
"""


def test_points_that_are_items_and_headings() -> None:
    referat = structured(PAGE)
    assert [(item.number, item.title) for item in referat.items] == [
        ("1", "Orientering om biblioteket"),
        ("2", "Takster for leje af haller"),
    ]
    assert kinds(referat.items[0]) == ["resume", "indstilling", "beslutning"]
    assert referat.items[1].attachments == ["Takstblad"]


def test_points_of_a_text_stay_points() -> None:
    text = (
        "1. Ny skole\n\nSagsfremstilling\n\nPlanen omtaler:\n- Økonomi\n- Bilag\n- Tidsplan\n\n"
        "Beslutning\n\nGodkendt.\n\n"
        "2. Ny vej\n\nSagsfremstilling\n\nVejen er 3 km.\n\nBeslutning\n\nGodkendt.\n"
    )
    referat = structured(text)
    assert kinds(referat.items[0]) == ["sagsfremstilling", "beslutning"]
    assert "- Bilag" in referat.items[0].sections[0].text


def test_one_point_over_what_was_decided_is_a_heading() -> None:
    text = (
        "Punkt 12 Spørgetid\n  • Beslutning i Byrådet den 19-06-2024\n\n    Ida Kvist spurgte til broen.\n\n"
        "Punkt 13 Ny bro\n\nBilag\n  • Beslutning i Byrådet den 22-05-2024\n\nSagsfremstilling\n\nBroen er fra 1931.\n"
    )
    first, second = structured(text).items
    assert [(s.kind, s.heading) for s in first.sections] == [("beslutning", "Beslutning i Byrådet den 19-06-2024")]
    assert second.attachments == ["Beslutning i Byrådet den 22-05-2024"]


def test_nested_points_with_the_number_above_the_title() -> None:
    text = (
        "Udvalg: Kulturudvalget\n\nMødedato: 17-01-2024 16:00:00\n\n"
        "  • 41.\n    Takster for leje af haller m.m.\n\n    • Punktoplysninger\n\n      Sagsnr.: 18.15.00-P19-1-24\n\n"
        "    • Resume\n\n      Taksterne stiger.\n\n    • Beslutning\n\n      Udsat.\n"
    )
    referat = structured(text)
    assert rows(referat) == [("41", "Takster for leje af haller m.m.")]
    assert referat.items[0].case_number == "18.15.00-P19-1-24"
    assert kinds(referat.items[0]) == ["resume", "beslutning"]
    assert (referat.meeting.body, referat.meeting.date) == ("Kulturudvalget", "2024-01-17")


def test_an_agenda_of_one_point_keeps_its_head() -> None:
    text = (
        "Udvalg: Kulturudvalget\n\nMødedato: 17-01-2024 16:00:00\n\n"
        "  • 41\n\n    Takster for haller\n\n    • Beslutningstema\n\n      Taksterne stiger.\n\n"
        "    • Økonomi\n\n      Det koster 40.000 kr.\n"
    )
    referat = structured(text)
    assert rows(referat) == [("41", "Takster for haller")]
    assert kinds(referat.items[0]) == ["resume", "oekonomi"]
    assert (referat.meeting.body, referat.meeting.start_time) == ("Kulturudvalget", "16:00")


def test_points_that_are_items_above_plain_headings() -> None:
    text = "Referat\n" + "".join(
        f"\n  • {n}\n    {title}\n    Sagsid.: 24/110{n}\n\n    RESUMÉ:\n\n    Kort.\n\n    BESLUTNING:\n\n    Udsat.\n"
        for n, title in ((7, "Ny hal"), (8, "Ny scene"))
    )
    referat = structured(text)
    assert rows(referat) == [("7", "Ny hal"), ("8", "Ny scene")]
    assert text_of(referat.items[0], "beslutning") == "Udsat."


def test_items_as_points_above_long_lists_of_files() -> None:
    files = "".join(f"application/pdf icon bilag_{n}_-_plan_for_hallen_og_dens_mange_rum.pdf" for n in range(5))
    text = "Referat\n" + "".join(
        f"\n • {n}. {title}\n\n  {files}\n\n  Resume\n\n  Sagen er kort.\n\n  Beslutning\n\n  Godkendt.\n"
        for n, title in ((212, "Ny hal"), (213, "Ny scene"))
    )
    assert rows(structured(text)) == [("212", "Ny hal"), ("213", "Ny scene")]
