"""Items and headings that a web page prints as points of a list."""

from __future__ import annotations

from tests.structure.clerk import kinds, structured

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
