"""What stands between title and text is no text, in whatever form a house prints it."""

from __future__ import annotations

import pytest

from referat_nlp.reading import read
from referat_nlp.schema import Referat
from referat_nlp.structure import structure
from tests.structure.clerk import HEADER, TEXTS, TITLES, body_of, kinds, structured

USUAL = ["sagsfremstilling", "indstilling", "beslutning"]


def framed(frame: str) -> str:
    """Minutes of three items with a frame below each title."""
    parts = (f"\n{n}. {t}\n{frame.format(n=n, t=t)}\n\n{body_of(n - 1)}" for n, t in enumerate(TITLES[:3], 1))
    return HEADER + "".join(parts)


@pytest.mark.parametrize(
    "frame",
    [
        "Sagsnr.: 24/110{n}\nKMB/HL - TMU - ØK - BY",
        "Sagsnr.: 24/110{n}\nTMU, ØU, BYR",
        "Sagsnr.: 24/110{n}\nTeknik- og Miljøudvalget, Økonomiudvalget, Byrådet\nÅbent punkt",
        "Sagsnr.: 24/110{n}\nTeknik- og Miljøudvalget\nÅbent punkt",
        "Videresendes til: Økonomiudvalget, Byrådet\nSagsnr.: 24/110{n}",
        "Sagsnr.: 24/110{n}\n{t}",
        "Sagsnr.: 24/110{n}\nPkt. {n}\n{t}",
        "Sagsnr.: 24/110{n}\n{n}. {t}",
        "Sagsnr.: 24/110{n} Sagsbehandler: Ida Lauge\nØvrige sagsbehandlere: -",
        "Åbent punkt Sags ID: 24/110{n}",
        "Sagsnr. 24/110{n} Brevid. 250732{n}\nRef. KRLA",
        "B. Sager til afgørelse i udvalget\nÅbent - 24/110{n}",
        "Sagsnr.: 24/110{n}\nÅbent/Lukket: Åbent",
    ],
)
def test_the_frame_is_no_section(frame: str) -> None:
    items = structured(framed(frame)).items
    assert [item.title for item in items] == list(TITLES[:3])
    assert [item.case_number for item in items] == [f"24/110{n}" for n in (1, 2, 3)]
    assert [kinds(item) for item in items] == [USUAL] * 3


@pytest.mark.parametrize(
    "lead", ["Byrådet holder sommerferie i juli.", "ØU og TMU har set på sagen.", "Nej - Ja - Måske"]
)
def test_what_only_looks_like_the_frame_is_text(lead: str) -> None:
    text = f"{HEADER}\nPunkt 1: {TITLES[1]}\nSagsnr.: 24/1101\n\n{lead}\n\nBeslutning\n\nGodkendt."
    (item,) = structured(text).items
    assert item.sections[0].text == lead


def test_competence_on_one_line_in_the_midst_of_the_frame() -> None:
    items = structured(framed("Åben sag\n\nKompetence: Byrådet\n\nSagsnr.: 24/110{n}")).items
    assert [item.case_number for item in items] == ["24/1101", "24/1102", "24/1103"]
    assert [kinds(item) for item in items] == [["kompetence", *USUAL]] * 3
    assert {item.sections[0].text for item in items} == {"Byrådet"}


def test_meetings_of_a_case_that_are_told_further_down() -> None:
    text = framed("Sagsnr.: 24/110{n}\nØkonomiudvalget den 2. april 2024, pkt. 3").replace(
        "\nBeslutning\n", "\nØkonomiudvalget den 2. april 2024, pkt. 3\n\nAnbefales.\n\nBeslutning\n"
    )
    for item in structured(text.replace("5. marts 2024 kl.", "9. april 2024 kl.")).items:
        assert [kind for kind in kinds(item) if kind == "tidligere_beslutning"] == ["tidligere_beslutning"]
        assert kinds(item)[0] == "sagsfremstilling"


def web(frame: str, titles: tuple[str, ...] = TITLES[:3]) -> Referat:
    """Minutes as a web page with a frame below each title."""
    page = ["<h1>Referat</h1><p>Teknik- og Miljøudvalget</p><p>Mødedato: 5. marts 2024</p>"]
    for n, title in enumerate(titles, 1):
        case, asked, decided = TEXTS[n - 1]
        page.append(f"<h2>{n}. {title}</h2>{frame.format(n=n, t=title)}<h3>Sagsfremstilling</h3><p>{case}</p>")
        page.append(f"<h3>Indstilling</h3><p>{asked}</p><h3>Beslutning</h3><p>{decided}</p>")
    return structure(read(f"<html><body>{''.join(page)}</body></html>".encode()))


def _table(*rows: str) -> str:
    cells = ("".join(f"<td>{cell}</td>" for cell in row.split("|")) for row in rows)
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"


@pytest.mark.parametrize(
    "table",
    [
        _table("DIR|TMU|BFU|ØKE|BYR", "x|x|||x"),
        _table("DIR|TMU|BFU|ØKE|BYR", "|x|||"),
        _table("Behandling|Mødedato|Åbent punkt|Lukket punkt", "Teknik- og Miljøudvalget|05-03-2024|{n}|"),
        _table("Udvalg|Dato|Punkt", "Teknik- og Miljøudvalget|5. marts 2024|{n}", "Byrådet|19. marts 2024|"),
    ],
)
def test_a_table_of_bodies_is_no_section_and_closes_no_door(table: str) -> None:
    items = web(f"<p>Sagsnr.: 24/110{{n}}</p>{table}").items
    assert [item.closed for item in items] == [False] * 3
    assert [kinds(item) for item in items] == [USUAL] * 3


@pytest.mark.parametrize("row", ["470-2024-110{n}|HKJ|{open}", "470-2024-110{n}|Ida Lauge|{open}"])
def test_a_table_with_case_number_and_initials(row: str) -> None:
    items = web(_table("Sagsnr.|Initialer", row.replace("{open}", "Åbent"))).items
    assert [item.case_number for item in items] == [f"470-2024-110{n}" for n in (1, 2, 3)]
    assert [item.closed for item in items] == [False] * 3
    assert [kinds(item) for item in items] == [USUAL] * 3
    items = web(_table("Sagsnr.|Initialer", row.replace("{open}", "Lukket"))).items
    assert [item.closed for item in items] == [True] * 3


def test_a_table_of_the_case_stays_its_text() -> None:
    table = _table("År|Takst", "2023|40", "2024|45")
    assert all("Takst" in item.sections[0].text for item in web(f"<p>Sagsnr.: 24/110{{n}}</p>{table}").items)


def test_file_names_above_the_text_are_attachments() -> None:
    items = web("<ul><li>Kort_over_stien.pdf</li><li>Notat {n}.docx</li></ul><p>Pkt. {n}</p><p>{t}</p>").items
    assert [item.attachments for item in items] == [["Kort_over_stien.pdf", f"Notat {n}.docx"] for n in (1, 2, 3)]
    assert [kinds(item) for item in items] == [USUAL] * 3


@pytest.mark.parametrize(
    "title",
    [
        "Køb af grund (FORTROLIG)",
        "Køb af grund (FORTROLIG) (2024-0133902)",
        "Køb af grund (lukkede døre)",
        "Fortroligt punkt: Køb af grund",
        "Lukket - Køb af grund",
        "Køb af grund (Ikke offentlig)",
    ],
)
def test_titles_that_close_the_doors(title: str) -> None:
    items = web("", (*TITLES[:2], title)).items
    assert [item.closed for item in items] == [False, False, True]


@pytest.mark.parametrize(
    "title", ["Broen er lukket i maj", "Fortrolighed i udvalgene", "Tilbud til unge (lukkede institutioner)"]
)
def test_titles_that_close_none(title: str) -> None:
    assert not web("", (*TITLES[:2], title)).items[2].closed


@pytest.mark.parametrize("word", ["punkter", "sager", "dagsordenspunkter", "dagsordenpunkter"])
def test_groups_of_open_and_closed_items(word: str) -> None:
    text = HEADER + f"\nÅbne {word}\n"
    text += "".join(f"\n{n + 1}. {TITLES[n]}\n\n{body_of(n)}" for n in range(2))
    items = structured(f"{text}\nLukkede {word}\n\n3. {TITLES[2]}\n\nSagsnr.: 24/1103\n").items
    assert [item.closed for item in items] == [False, False, True]
    assert [section.text for section in items[1].sections][-1] == TEXTS[1][2]


@pytest.mark.parametrize(
    "group",
    [
        "ØKONOMIUDVALGET",
        "TEKNIK- OG MILJØUDVALGET",
        "UDVALGET FOR KULTUR OG FRITID",
        "SAGER FRA ØKONOMIUDVALGET",
        "TIL BYRÅDETS AFGØRELSE",
    ],
)
def test_a_body_above_the_next_title_heads_what_follows(group: str) -> None:
    text = HEADER + "".join(f"\n{group}\n\n{n + 1}. {TITLES[n]}\n\n{body_of(n)}" for n in range(3))
    items = structured(text).items
    assert [item.title for item in items] == list(TITLES[:3])
    assert [item.sections[-1].text for item in items] == [decision for _, _, decision in TEXTS[:3]]
    assert [kinds(item) for item in items] == [USUAL] * 3


def test_a_group_without_items_is_no_text_of_the_item_before_it() -> None:
    text = HEADER + "".join(f"\n{n + 1}. {TITLES[n]}\n\n{body_of(n)}" for n in range(3))
    (*_, last) = structured(f"{text}\nLukkede dagsordenspunkter\n\nIngen.\n").items
    assert last.sections[-1].text == TEXTS[2][2]


@pytest.mark.parametrize("crosses", ["\n \n x\n \n", " \nx\n\n x\n", ""])
def test_initials_of_bodies_over_crosses_are_a_matrix(crosses: str) -> None:
    items = structured(framed("Sagsnr.: 24/110{n}\n\nDIR\nTMU\nBYR\n" + crosses + "\nØvrige sagsbehandlere: -")).items
    assert [item.case_number for item in items] == ["24/1101", "24/1102", "24/1103"]
    assert [kinds(item) for item in items] == [USUAL] * 3
