from __future__ import annotations

import gzip
import hashlib
import io
import json
import lzma
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from lxml import etree
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from referat_nlp.document import Document
from referat_nlp.errors import LimitError, MalformedError, ReferatError
from referat_nlp.reading import Limits, document_from_text, read, read_all
from referat_nlp.structure import structure
from tests.reading.documents import FIXTURES, check_offsets, minutes_files

FORMATS = {
    ".txt": {"text"},
    ".md": {"markdown"},
    ".html": {"html"},
    ".pdf": {"pdf"},
    ".docx": {"docx"},
    ".json": {"firstagenda"},
    ".jsonl": {"firstagenda"},
    ".xml": {"sbsys", "edoc", "acadre"},
}


def line_kinds(document: Document) -> dict[str, tuple[str, int | None]]:
    return {document.text[mark.start : mark.end]: (mark.kind, mark.level) for mark in document.marks}


@pytest.mark.parametrize("path", minutes_files(), ids=lambda path: path.name)
def test_fixture_is_read_and_in_normal_form(path: Path) -> None:
    documents = list(read_all(path))
    for document in documents:
        assert isinstance(document, Document)
        assert document.format in FORMATS[path.suffix]
        assert document.path is not None
        assert document.path.startswith(str(path))
        assert len(document.text) > 1500
        check_offsets(document)
        assert document_from_text(document.text).text == document.text


@pytest.mark.parametrize(
    "stem",
    ["acadre_moellehoej", "edoc_fujitsu_fjordby", "sbsys_hedelund", "firstagenda_kildemose", "edoc_rosenaa"],
)
def test_items_that_the_format_delimits(stem: str) -> None:
    path = next(path for path in minutes_files() if path.stem == stem)
    expected = json.loads((FIXTURES / f"{stem}.gold.json").read_text(encoding="utf-8"))
    document = read(path)
    assert [(item.number, item.title, item.case_number) for item in document.items] == [
        (item["number"], item["title"], item["case_number"]) for item in expected["items"]
    ]
    for item in document.items:
        first = document.text[item.start : item.end].split("\n")[0]
        assert first == (f"Punkt {item.number}: {item.title}" if item.number else item.title)
        assert "Sagsnr.:" not in document.text[item.body : item.end].split("\n")[0]
    assert document.meeting is not None
    for field in ("kind", "body", "date", "start_time"):
        assert getattr(document.meeting, field) == expected["meeting"][field]


def test_markdown() -> None:
    document = document_from_text(
        "# Referat\n\n**Mødedato** 5. marts\n\n## **Punkt 1: Budget \\#2**\n\n**Beslutning**\n\n"
        "*Godkendt* af _alle_.\n\n"
        "| Post | 2024 |\n|---|---|\n| Drift | 1,2 |\n\n* et\n+ to\n\nSe [bilaget](https://eksempel.dk/a(1).pdf).\n"
    )
    assert document.format == "markdown"
    assert document.text == (
        "Referat\n\nMødedato 5. marts\n\nPunkt 1: Budget #2\n\nBeslutning\n\nGodkendt af alle.\n\n"
        "Post\t2024\nDrift\t1,2\n\n- et\n- to\n\nSe bilaget."
    )
    assert line_kinds(document) == {
        "Referat": ("heading", 1),
        "Punkt 1: Budget #2": ("heading", 2),
        "Beslutning": ("bold", None),
        "Post\t2024": ("table", None),
        "Drift\t1,2": ("table", None),
    }


def test_table_without_outer_pipes() -> None:
    document = document_from_text("# Møde\n\nDato: | 28-03-2022 17:00:00 |\n---|---\nSted | Salen\n")
    assert document.text == "Møde\n\nDato: 28-03-2022 17:00:00\nSted\tSalen"


def test_page_furniture_of_plain_text_goes() -> None:
    pages = [
        "Nordby Kommune\nReferat\n\nPunkt 1: Vej\n\nUdvalget god-\n\n1",
        "Nordby Kommune\nkendte sagen.\n\nPunkt 2: Sti\n\n2",
        "Nordby Kommune\nGodkendt.\n\n3",
    ]
    document = read("\f".join(pages).encode())
    assert document.text == (
        "Nordby Kommune\nReferat\n\nPunkt 1: Vej\n\nUdvalget godkendte sagen.\n\nPunkt 2: Sti\n\nGodkendt."
    )
    assert len(document.pages) == 3
    assert document.text[document.pages[2] :] == "Godkendt."


def test_html_page() -> None:
    page = """<!doctype html><html><head><title>x</title><style>p {}</style></head><body>
      <nav><a href="/">Forside</a></nav><div class="cookie-banner">Vi bruger cookies</div>
      <main><h1>Referat   af
        møde</h1><p>Tirsdag&nbsp;den 5. marts</p>
        <details><summary><h2>1. Budget</h2></summary><h3>Beslutning</h3>
        <p>Godkendt<br>enstemmigt.</p></details>
        <button>Print</button><a href="#">Til toppen</a>
        <p><strong>Indstilling</strong></p><ol type="a"><li>at et</li><li><p>at to</p></li></ol>
        <ul><li>prik</li></ul>
        <table><tr><th>Post</th><th>Kr.</th></tr><tr><td>Drift</td><td>1<br>2</td></tr></table>
        <table><tr><td>Dato:</td><td>5. marts</td></tr></table>
      </main><footer>Rådhuset</footer><script>var a = "<p>nej</p>"</script></body></html>"""
    document = read(page.encode())
    assert document.text == (
        "Referat af møde\n\nTirsdag den 5. marts\n\n1. Budget\n\nBeslutning\n\nGodkendt\nenstemmigt.\n\n"
        "Indstilling\n\na. at et\n\nb. at to\n\n- prik\nPost\tKr.\nDrift\t1 2\nDato: 5. marts"
    )
    kinds = line_kinds(document)
    assert kinds["1. Budget"] == ("heading", 2)
    assert kinds["Indstilling"] == ("bold", None)
    assert kinds["Drift\t1 2"] == ("table", None)


def test_links_that_fold_out_an_item_are_no_text() -> None:
    page = '<html><body><h2>1. Salg af grund<a href="#">Åbn/luk punkt</a></h2><p>Godkendt.</p></body></html>'
    assert read(page.encode()).text == "1. Salg af grund\n\nGodkendt."


def test_html_in_cp1252_with_declared_charset() -> None:
    page = '<html><head><meta charset="windows-1252"></head><body><p>Økonomi på mødet</p></body></html>'
    assert read(page.encode("cp1252")).text == "Økonomi på mødet"


def test_saved_page_in_one_file() -> None:
    page = (
        "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related;\r\n\tboundary="b"\r\n\r\n'
        "--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        "<html><body><p>M=C3=B8det begyndte.</p></body></html>\r\n--b--\r\n"
    )
    document = read(page.encode())
    assert (document.format, document.text) == ("html", "Mødet begyndte.")


def test_page_of_firstagenda_delimits_items() -> None:
    page = """<html><body><h1>Dagsorden 3. maj 2024 kl. 16.00</h1><h2>Byrådet</h2>
      <table class="dagsorden"><tbody><tr class="punktrow"><td><span class="label">4</span></td>
      <td><button class="overskrift-btn"><h2>Ny skole</h2></button>
      <div class="details"><span class="sagsnummer">24-001</span><h3>Beslutning</h3><p>Godkendt.</p>
      <h3>Bilag</h3><ul><li><a class="bilag-link">Notat</a></li></ul></div></td></tr></tbody></table>
      </body></html>"""
    document = read(page.encode())
    (item,) = document.items
    assert (item.number, item.title, item.case_number, item.attachments) == (
        "4",
        "Ny skole",
        "24-001",
        ("Notat",),
    )
    assert document.text[item.body : item.end] == "Beslutning\n\nGodkendt.\n\nBilag\n- Notat"
    assert document.text.startswith("Dagsorden 3. maj 2024 kl. 16.00")


def meeting(identity: str = "m1", **moede: object) -> dict[str, object]:
    return {
        "Id": identity,
        "Udvalg": {"Navn": "Teknisk Udvalg"},
        "Moede": {
            "Navn": "Dagsorden",
            "Dato": "2024-03-05T16:30:00+01:00",
            "Sted": "Salen",
            "Moededeltagere": [
                {"Name": "Anne Holm (A)", "Absent": False, "ParticipationCancelled": False},
                {"Name": "Bo Lind", "Absent": True, "ParticipationCancelled": False},
                {"Name": "Eva Dam", "Absent": False, "ParticipationCancelled": True},
            ],
            **moede,
        },
        "Dagsordenpunkter": [
            {
                "Navn": "Cykelsti",
                "Punktnummer": "1",
                "SagsNummer": "24-1",
                "IsOpen": False,
                "Bilag": [{"Navn": "Kort"}],
                "Felter": [
                    {
                        "Navn": "",
                        "Html": "<h3>Beslutning</h3><div>Godkendt.</div><h4> </h4><h3>Resume</h3><p>Sti.</p>",
                    }
                ],
            },
            {
                "Navn": "Lukket",
                "Punktnummer": "2",
                "Felter": [{"Navn": "", "Html": "<p>Taget til efterretning.</p>"}],
            },
        ],
    }


def test_firstagenda() -> None:
    document = read(json.dumps(meeting()).encode())
    about = document.meeting
    assert about is not None
    assert (about.kind, about.body, about.date, about.start_time) == (
        "referat",
        "Teknisk Udvalg",
        "2024-03-05",
        "16:30",
    )
    assert [(person.name, person.party) for person in about.participants] == [("Anne Holm", "A")]
    assert [(person.name, person.kind) for person in about.absent] == [
        ("Bo Lind", "absent"),
        ("Eva Dam", "excused"),
    ]
    first, second = document.items
    assert document.text[first.start : first.end] == (
        "Punkt 1: Cykelsti\nSagsnr.: 24-1\n\nBeslutning\nGodkendt.\n\nResume\n\nSti.\n\nBilag\n- Kort"
    )
    assert first.closed is None
    assert document.text[second.body : second.end] == "Taget til efterretning."
    assert line_kinds(document)["Bilag"] == ("field", None)


def test_time_in_utc_becomes_danish() -> None:
    document = read(json.dumps(meeting(Dato="2024-06-04T15:00:00Z")).encode())
    assert document.meeting is not None
    assert document.meeting.start_time == "17:00"


def test_lines_of_json_are_documents_of_their_own(tmp_path: Path) -> None:
    lines = [json.dumps(meeting("første")), '{"Dagsordenpunkter": [', json.dumps(meeting("tredje"))]
    path = tmp_path / "møder.jsonl.xz"
    path.write_bytes(lzma.compress("\n".join(lines).encode()))
    first, broken, third = read_all(path)
    assert isinstance(first, Document)
    assert isinstance(third, Document)
    assert (first.path, third.path) == (f"{path}#første", f"{path}#tredje")
    assert first.sha256 == hashlib.sha256(lines[0].encode()).hexdigest()
    assert isinstance(broken, MalformedError)
    assert broken.path == f"{path}#line 2"
    with pytest.raises(LimitError, match="more than one document"):
        read(path)


def test_list_and_indented_object_of_json() -> None:
    assert len(list(read_all(json.dumps([meeting("a"), meeting("b")], indent=1).encode()))) == 2
    assert read(json.dumps(meeting(), indent=2).encode()).format == "firstagenda"


def draw_pdf(pages: list[list[tuple[str, int, str]]]) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4)
    for page in pages:
        height = 800
        for text, size, font in page:
            canvas.setFont(font, size)
            canvas.drawString(60, height, text)
            height -= 14 if size == 11 else 40
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def test_pdf() -> None:
    plain, bold = "Helvetica", "Helvetica-Bold"
    head = ("Nordby Kommune", 9, plain)
    first = [
        head,
        ("Referat", 20, bold),
        ("Beslutning", 11, bold),
        ("Udvalget godkendte at kommunal-", 11, plain),
    ]
    second = [head, ("bestyrelsen spares.", 11, plain)]
    third = [head, ("Udvalget drøftede Teknik-", 11, plain), ("og Miljøplanen for hele året.", 11, plain)]
    pages = [first, second, third]
    data = draw_pdf([[*page, (f"Side {number} af 3", 9, plain)] for number, page in enumerate(pages, 1)])
    document = read(data)
    assert document.format == "pdf"
    assert document.text.count("Nordby Kommune") == 1
    assert "Side" not in document.text
    assert "godkendte at kommunalbestyrelsen spares." in document.text
    assert "drøftede Teknik- og Miljøplanen" in document.text
    assert len(document.pages) == 3
    assert document.text[document.pages[2] :].startswith("Udvalget drøftede")
    kinds = line_kinds(document)
    assert kinds["Referat"] == ("heading", 1)
    assert kinds["Beslutning"] == ("bold", None)


def test_docx(tmp_path: Path) -> None:
    made = docx.Document()
    made.sections[0].header.paragraphs[0].text = "Sidehoved"
    made.add_heading("Punkt 1: Vejplan", 1)
    made.add_paragraph().add_run("Beslutning").bold = True
    made.add_paragraph("Godkendt.\tSe bilag.")
    made.add_paragraph("et", style="List Bullet")
    made.add_paragraph("at første", style="List Number")
    made.add_paragraph("at anden", style="List Number")
    table = made.add_table(1, 2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Drift", "1,2"
    path = tmp_path / "møde.docx"
    made.save(str(path))
    document = read(path)
    assert document.text == (
        "Punkt 1: Vejplan\nBeslutning\nGodkendt.\tSe bilag.\n- et\n1. at første\n2. at anden\nDrift\t1,2"
    )
    assert line_kinds(document) == {
        "Punkt 1: Vejplan": ("heading", 1),
        "Beslutning": ("bold", None),
        "Drift\t1,2": ("table", None),
    }


def saved(made: Any) -> bytes:
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def changed(data: bytes, change: Callable[[str, bytes], bytes], *, without: str = "\x00") -> bytes:
    """A package whose parts went through a change, less those whose name begins in a certain way."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            if not name.startswith(without):
                new.writestr(name, change(name, old.read(name)))
    return buffer.getvalue()


def word_file() -> Any:
    made = docx.Document()
    made.add_heading("Referat", 1)
    made.add_paragraph("Punkt 1: Sti")
    made.add_paragraph("Godkendt.")
    return made


def test_docx_keeps_content_controls_and_insertions_and_drops_deletions() -> None:
    made = word_file()
    body = made.element.body
    name = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    for xml in (
        f"<w:sdt {name}><w:sdtContent><w:p><w:r><w:t>i felt</w:t></w:r></w:p></w:sdtContent></w:sdt>",
        f"<w:p {name}><w:ins><w:r><w:t>indsat</w:t></w:r></w:ins><w:del><w:r><w:delText>slettet"
        "</w:delText></w:r></w:del></w:p>",
        f"<w:p {name}><w:hyperlink><w:r><w:t>henvisning</w:t></w:r></w:hyperlink></w:p>",
    ):
        body.insert(len(body) - 1, etree.fromstring(xml))
    assert read(saved(made)).text == "Referat\nPunkt 1: Sti\nGodkendt.\ni felt\nindsat\nhenvisning"


def test_docx_bold_by_the_style_of_the_characters() -> None:
    made = word_file()
    made.add_paragraph().add_run("Beslutning", style="Strong")
    assert line_kinds(read(saved(made)))["Beslutning"] == ("bold", None)


def test_docx_names_the_municipality_in_its_page_header() -> None:
    made = word_file()
    made.sections[0].header.paragraphs[0].text = "Nordby Kommune\tByrådet"
    document = read(saved(made))
    assert document.text == "Referat\nPunkt 1: Sti\nGodkendt."
    assert document.meeting is not None
    assert document.meeting.municipality == "Nordby Kommune"


def test_docx_does_not_number_what_numbers_itself() -> None:
    made = docx.Document()
    for text in ("1. at stien anlægges", "at den belyses", "3) at den indvies"):
        made.add_paragraph(text, style="List Number")
    assert read(saved(made)).text == "1. at stien anlægges\n2. at den belyses\n3) at den indvies"


STRICT = (
    (
        b"http://schemas.openxmlformats.org/officeDocument/2006/",
        b"http://purl.oclc.org/ooxml/officeDocument/",
    ),
    (
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    ),
)


def strict(_: str, part: bytes) -> bytes:
    for ours, theirs in STRICT:
        part = part.replace(ours, theirs)
    return part


def with_macros(name: str, part: bytes) -> bytes:
    main = b"vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    macros = b"vnd.ms-word.document.macroEnabled.main+xml"
    return part.replace(main, macros) if name.startswith("[C") else part


def as_it_is(_: str, part: bytes) -> bytes:
    return part


@pytest.mark.parametrize(
    ("change", "without"),
    [
        (strict, "\x00"),
        (with_macros, "\x00"),
        (as_it_is, "word/theme"),
        (as_it_is, "docProps"),
        (as_it_is, "word/numbering"),
    ],
    ids=["strict", "macros", "no theme", "no properties", "no lists"],
)
def test_docx_of_other_dialects_and_with_parts_missing(change: Callable[[str, bytes], bytes], without: str) -> None:
    document = read(changed(saved(word_file()), change, without=without))
    assert document.text == "Referat\nPunkt 1: Sti\nGodkendt."
    assert line_kinds(document)["Referat"] == ("heading", 1)


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<ol><li>at et</li><li>at to</li></ol>", "1. at et\n2. at to"),
        ("<ol><li>1. at et</li><li>2. at to</li></ol>", "1. at et\n2. at to"),
        ("<ol style='list-style: none'><li>1) at et</li><li>2) at to</li></ol>", "1) at et\n2) at to"),
        ("<ol style='list-style-type:none'><li>at et</li></ol>", "at et"),
        ("<ol><li>2. at alene</li></ol>", "2. at alene"),
        ("<ol type='a'><li>a) at et</li><li>b) at to</li></ol>", "a) at et\nb) at to"),
        ("<ol type='i'><li>et</li><li>to</li></ol>", "i. et\nii. to"),
        ("<ol><li>1. at et</li><li>at to</li></ol>", "1. at et\n2. at to"),
        ("<ol><li>2. behandling</li><li>at to</li></ol>", "1. 2. behandling\n2. at to"),
        ("<ol><li>12.000 kr.</li><li>3,5 mio. kr.</li></ol>", "1. 12.000 kr.\n2. 3,5 mio. kr."),
        (
            "<ol><li><p><strong>1.</strong> at et</p></li><li><p>2. at to</p></li></ol>",
            "1. at et\n\n2. at to",
        ),
    ],
)
def test_html_lists_print_each_number_once(markup: str, expected: str) -> None:
    assert read(f"<html><body>{markup}</body></html>".encode()).text == expected


def test_zip_of_everything(tmp_path: Path) -> None:
    path = tmp_path / "arkiv.zip"
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("b/referat.txt", "Punkt 1: Inderst")
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", "Punkt 1: Vej")
        archive.writestr("tom.txt", "")
        archive.writestr("__MACOSX/._a.txt", "skrald")
        archive.writestr("side_files/stil.css", "p {}")
        archive.writestr("inde.zip", inner.getvalue())
        archive.writestr("b.html.gz", gzip.compress(b"<p>Punkt 2: Sti</p>"))
    results = list(read_all(path))
    assert [result.path for result in results] == [
        f"{path}/a.txt",
        f"{path}/tom.txt",
        f"{path}/inde.zip/b/referat.txt",
        f"{path}/b.html.gz",
    ]
    assert [result.kind if isinstance(result, ReferatError) else result.text for result in results] == [
        "Punkt 1: Vej",
        "empty",
        "Punkt 1: Inderst",
        "Punkt 2: Sti",
    ]


def test_zip_of_one_document_is_that_document() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a.txt", "Punkt 1: Vej")
    document = read(buffer.getvalue())
    assert (document.text, document.path) == ("Punkt 1: Vej", "a.txt")


def test_limits_are_the_callers() -> None:
    text = b"Punkt 1: Vej. " * 100
    assert read(text, limits=Limits(max_bytes=2000)).format == "text"
    with pytest.raises(LimitError, match="max_bytes"):
        read(text, limits=Limits(max_bytes=1000))


@pytest.mark.real
def test_real_minutes_are_in_normal_form(real_data: Path) -> None:
    count = 0
    for path in sorted(path for path in real_data.rglob("*") if path.is_file()):
        for number, document in enumerate(read_all(path)):
            assert isinstance(document, Document), document
            check_offsets(document)
            if number % 10 == 0:
                assert document_from_text(document.text).text == document.text
            count += 1
    assert count > 300


FORM = """<table><tr><td>{number}</td><td><b>{title}</b></td></tr>
<tr><td class="navn">Journal:</td><td>{case}</td></tr>
<tr><td class="navn">Det sker der:</td><td>{about}</td></tr>
<tr><td class="navn">Udvalgets ord:</td><td>{decision}</td></tr>
<tr><td class="navn">Bilag:</td><td>Kort {n}<br>Brev {n} fra laug</td></tr></table>"""


@pytest.mark.parametrize("number", ["{}", "Pkt.nr. {}", "Punkt {}."])
def test_a_table_that_is_a_form_names_sections_in_its_first_cells(number: str) -> None:
    about = "Heden gror. <table><tr><td>Ar</td><td>Får</td></tr><tr><td>12</td><td>40</td></tr></table> Får hjælper."
    tables = [
        FORM.format(
            n=n,
            number=number.format(n),
            title=title,
            case=f"0{n}.01.02P20",
            about=about * (n == 7) or "Der ses på sagen.",
            decision="Det blev godkendt.",
        )
        for n, title in enumerate(["Får på heden", "Ny trappe ved fyret", "Leje af kajplads", "Låge i diget"], start=6)
    ]
    page = f"<html><body><h1>Referat</h1>{''.join(tables)}</body></html>"
    items = structure(read(page.encode())).items
    assert [(item.number, item.title) for item in items] == [
        ("6", "Får på heden"),
        ("7", "Ny trappe ved fyret"),
        ("8", "Leje af kajplads"),
        ("9", "Låge i diget"),
    ]
    for item in items:
        assert [section.heading for section in item.sections] == ["Det sker der", "Udvalgets ord", "Bilag"]
        assert item.attachments == [f"Kort {item.number}", f"Brev {item.number} fra laug"]
        assert item.case_number == f"0{item.number}.01.02P20"
