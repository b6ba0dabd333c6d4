"""Tables whose rows are a meeting's items, in web pages and Word documents."""

from __future__ import annotations

import io

import docx
import pytest

from referat_nlp.reading import read
from referat_nlp.schema import Referat
from referat_nlp.structure import structure

ITEMS = [
    ("1", "Godkendelse af dagsorden", "Dagsordenen er sendt ud.", "Godkendt."),
    ("2", "Ny legeplads", "Klatrestativet er slidt.\nDer er samlet 40.000 kr. ind.", "Vedtaget. Bo Lind søger fonde."),
    ("3", "Eventuelt", "", "Intet."),
]
HEAD = "<h1>Referat af skolebestyrelsens møde den 4. marts 2025</h1>"


def page(head: list[str], rows: list[list[str]], around: str = "") -> Referat:
    cells = [[f"<td>{cell.replace(chr(10), '<br>')}</td>" for cell in row] for row in (head, *rows)]
    table = "".join(f"<tr>{''.join(row)}</tr>" for row in cells)
    return structure(read(f"<html><body>{HEAD}{around}<table>{table}</table></body></html>".encode()))


@pytest.mark.parametrize(
    ("head", "form"),
    [
        (["Punkt", "Indhold", "Referat"], "{n}. {t}|{x}|{d}"),
        (["Nr.", "Emne", "Baggrund", "Beslutning"], "{n}|{t}|{x}|{d}"),
        (["Punkt", "", "Sagsfremstilling", "Beslutninger"], "{n}|{t}|{x}|{d}"),
        (["Dagsordenspunkt", "Referat/beslutning"], "Punkt {n}: {t}\n{x}|{d}"),
        (["Emne (hvad skal vi tale om)", "Ansvarlig", "Referat"], "{n}. {t}\n{x}|Ida Lauge|{d}"),
    ],
)
def test_a_row_is_an_item(head: list[str], form: str) -> None:
    referat = page(head, [form.format(n=n, t=t, x=x, d=d).split("|") for n, t, x, d in ITEMS])
    assert [(item.number, item.title) for item in referat.items] == [(n, t) for n, t, _, _ in ITEMS]
    assert [item.sections[-1].kind for item in referat.items] == ["beslutning"] * 3
    assert referat.items[1].sections[-1].text == ITEMS[1][3]
    assert "40.000 kr." in referat.items[1].sections[0].text


def test_a_table_of_a_case_is_none() -> None:
    case = "<h2>1. Overblik over takster</h2><h3>Sagsfremstilling</h3><p>" + "Taksterne er gennemgået. " * 40 + "</p>"
    rows = [["Havnen", "Uændret"], ["Hallen", "Sættes op"], ["Biblioteket", "Uændret"]]
    referat = page(["Emne", "Beslutning"], rows, case)
    assert [item.title for item in referat.items] == ["Overblik over takster"]


def test_rows_of_other_widths_are_no_items() -> None:
    rows = [["1. Havnen", "Uændret"], ["I alt"], ["2. Hallen", "Sættes op"], ["3. Biblioteket", "Uændret"]]
    case = "<h2>1. Overblik over takster</h2><p>Udvalget godkendte taksterne.</p>"
    assert [item.title for item in page(["Emne", "Beslutning"], rows, case).items] == ["Overblik over takster"]


def test_a_table_in_a_word_document() -> None:
    made = docx.Document()
    made.add_paragraph("Referat af skolebestyrelsens møde den 4. marts 2025")
    table = made.add_table(rows=0, cols=3)
    for row in [("Punkt", "Indhold", "Referat"), *((f"{n}. {t}", x, d) for n, t, x, d in ITEMS)]:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    file = io.BytesIO()
    made.save(file)
    referat = structure(read(file.getvalue()))
    assert [(item.number, item.title) for item in referat.items] == [(n, t) for n, t, _, _ in ITEMS]
    assert referat.items[1].sections[-1].text == ITEMS[1][3]


def test_who_is_responsible_is_not_what_was_decided() -> None:
    referat = page(["Punkt", "Beslutning", "Ansvarlig"], [[f"{n}. {t}", d, "Ida Lauge"] for n, t, _, d in ITEMS])
    assert [item.sections[-1].text for item in referat.items] == [d for _, _, _, d in ITEMS]


def test_a_table_of_one_column_lays_out_the_page() -> None:
    items = "".join(f"<tr><td><h2>{n}. {t}</h2><h3>Beslutning</h3><p>{d}</p></td></tr>" for n, t, _, d in ITEMS)
    folded = items.replace("h2>", "b>").replace("h3>", "b>").replace("<b>B", "<br><b>B")
    for markup in (items, folded):
        referat = structure(read(f"<html><body>{HEAD}<table>{markup}</table></body></html>".encode()))
        assert [item.title for item in referat.items] == [t for _, t, _, _ in ITEMS]
        assert [item.sections[-1].text for item in referat.items] == [d for _, _, _, d in ITEMS]


def test_headings_without_numbers_down_to_the_last() -> None:
    items = "".join(f"<h2>{t}</h2><h3>Beslutning</h3><p>{d}</p>" for _, t, _, d in ITEMS)
    referat = structure(read(f"<html><body>{HEAD}{items}</body></html>".encode()))
    assert [item.title for item in referat.items] == [t for _, t, _, _ in ITEMS]


def test_attachments_line_by_line_in_a_cell() -> None:
    files = "<ul><li>Kort.pdf</li><li>Notat.pdf (PDF, 220 KB)</li></ul>"
    rows = "".join(
        f"<tr><th colspan=2>{n}. {t}</th></tr><tr><td>Beslutning</td><td>{d}</td></tr>"
        f"<tr><td>Bilag</td><td>{files}</td></tr>"
        for n, t, _, d in ITEMS
    )
    referat = structure(read(f"<html><body>{HEAD}<table>{rows}</table></body></html>".encode()))
    assert [item.attachments for item in referat.items] == [["Kort.pdf", "Notat.pdf"]] * 3
