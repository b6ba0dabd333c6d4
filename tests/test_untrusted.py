"""Documents from nobody knows whom: nothing of them runs, steers or fetches; limits are named and can be raised."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
import threading
import zipfile
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from click.testing import Result
from typer.testing import CliRunner

from referat_nlp import Limits, Referat, load, read, read_all
from referat_nlp.archive import tag_archive
from referat_nlp.cli.app import app
from referat_nlp.errors import ReferatError
from tests.authored import MINUTES
from tests.stress.batches import BY_RULES, RULES

ROOT = Path(__file__).parents[1]
FIRSTAGENDA = ROOT / "tests" / "fixtures" / "minutes" / "firstagenda_kildemose.json"
DOCX = ROOT / "tests" / "fixtures" / "minutes" / "docx_vesteraa_kultur.docx"
STEERS = "\x1b]0;ejet\x07\x1b[2J\x9b5m\x00\u202e"
"""Sets a terminal's title, empties it, turns what follows round."""


def referat(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments)


def hostile_meeting() -> dict[str, object]:
    """A meeting whose every field is a formula, steers a terminal and is no text."""
    meeting: dict[str, object] = json.loads(FIRSTAGENDA.read_text(encoding="utf-8"))
    bad = f"=HYPERLINK(A1){STEERS}\ud800"
    meeting |= {"Id": bad, "Udvalg": {"Navn": bad}}
    meeting["Moede"] = {"Sted": bad, "Moededeltagere": [{"Name": f"{bad} Lind (V)"}]}
    items = meeting["Dagsordenpunkter"]
    assert isinstance(items, list)
    items[0] |= {"Navn": bad, "Punktnummer": f"1{STEERS}", "SagsNummer": bad, "Bilag": [{"Navn": bad}]}
    return meeting


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with such a meeting twice in a list, a zip with a member of such a name, and a file of one."""
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "in").mkdir()
    meetings = [hostile_meeting(), hostile_meeting()]
    (folder / "in" / "a.json").write_text(json.dumps(meetings), encoding="ascii")
    with zipfile.ZipFile(folder / "in" / "b.zip", "w") as archive:
        archive.writestr("\x1b[2Jskjult\nc.txt: alt er vel.txt", "intet")
        archive.writestr("=cmd.txt", MINUTES)
    (folder / "in" / "\x1b[2J\n=d.txt").write_text(MINUTES, encoding="utf-8")
    return folder


def test_nothing_that_steers_reaches_a_terminal(hostile: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(hostile)
    done = referat("tag", "in", *RULES)
    assert done.exit_code == 1
    lines = done.stderr.splitlines()
    assert lines[0] == (
        "in/b.zip/\ufffd[2Jskjult\ufffdc.txt: alt er vel.txt: no agenda item was found in it. Check that this is a "
        "referat or a dagsorden; see what was read with: referat text FILE"
    )
    assert lines[1].startswith("4 documents, ")
    for command in (["show", *RULES], ["text"]):
        for file in ("in/a.json", "in/\x1b[2J\n=d.txt", "in/gone\x1b[2J.txt"):
            shown = referat(*command, file).output
            assert shown
            assert not set(shown) & (set(map(chr, range(32))) - {"\n", "\t"} | {"\x9b", "\u202e"}), (command, file)


@pytest.mark.parametrize("ending", ["jsonl", "csv", "parquet", "sqlite", "popolo.json"])
def test_every_output_holds_such_a_meeting(hostile: Path, tmp_path: Path, ending: str) -> None:
    tally = tag_archive([str(hostile / "in")], tmp_path / f"out.{ending}", load(**BY_RULES), workers=0)
    assert (tally.read, tally.failed) == (4, 1)
    if ending == "sqlite":
        with sqlite3.connect(tmp_path / "out.sqlite") as database:
            (body,) = database.execute("SELECT DISTINCT body FROM meetings WHERE path LIKE '%a.json%'").fetchone()
        assert body.startswith("=HYPERLINK")
        assert "\x00" not in body


def test_csv_has_no_formulas_and_knows_its_paths_again(
    hostile: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("=a.txt", "'=a.txt", "-b.txt", "c.txt"):
        Path(name).write_text(MINUTES, encoding="utf-8")
    names = sorted(path.name for path in tmp_path.iterdir())
    for _ in range(2):
        tag_archive([*names, str(hostile / "in")], "out.csv", load(**BY_RULES), workers=0, append=True)
        with Path("out.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        assert [row["path"] for row in rows if "/" not in row["path"]][::2] == [
            *("''=a.txt", "'-b.txt", "'=a.txt", "c.txt")
        ]
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for row in rows for cell in row.values())
        assert any(row["title"].startswith("'=HYPERLINK") and row["body"].startswith("'=") for row in rows)


def test_nothing_is_fetched(tmp_path: Path) -> None:
    asked: list[str] = []

    class Ear(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        def log_message(self, *_: object) -> None:
            return

    with HTTPServer(("127.0.0.1", 0), Ear) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        base = f"http://127.0.0.1:{server.server_port}"
        page = (
            f'<!DOCTYPE html SYSTEM "{base}/dtd"><html><head><base href="{base}"><link href="{base}/css" '
            f'rel="stylesheet"><script src="{base}/js"></script></head><body><img src="{base}/png"><iframe '
            f'src="{base}/page"></iframe><h2>1. Ny vej</h2><p>Beslutning</p><p>Godkendt.</p></body></html>'
        )
        xml = (ROOT / "examples" / "kloeverby_teknik.xml").read_text(encoding="utf-8")
        root = xml.index("<", xml.index("?>"))
        xml = f'{xml[:root]}<!DOCTYPE x SYSTEM "{base}/x.dtd">{xml[root:]}'
        relation = f'Target="{base}/template" TargetMode="External"'.encode()
        docx = changed_docx({"word/_rels/document.xml.rels": (b'Target="styles.xml"', relation)})
        for data in (page.encode(), xml.encode(), docx):
            load(**BY_RULES)(data)
        with pytest.raises(HTTPError):
            urlopen(f"{base}/heard")
        server.shutdown()
    assert asked == ["/heard"]


def changed_docx(changes: dict[str, tuple[bytes, bytes]]) -> bytes:
    """The DOCX of the fixtures with something in its parts put in the place of something else."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(DOCX) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name in changes:
                assert changes[name][0] in content
                content = content.replace(*changes[name], 1)
            new.writestr(name, content)
    return buffer.getvalue()


def text_or_error(data: bytes) -> str:
    """What is read, or the kind of error that says why nothing is."""
    try:
        return read(data).text
    except ReferatError as error:
        return error.kind


def test_entities_of_a_docx_are_not_expanded(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("hemmelig")
    layers = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 9))
    declared = f'<!DOCTYPE d [<!ENTITY e0 "ha"><!ENTITY file SYSTEM "{secret.as_uri()}">{layers}]><w:document '.encode()
    with zipfile.ZipFile(DOCX) as archive:
        document = archive.read("word/document.xml")
    opened, closed = document.index(b"<w:document "), document.index(b"<w:t")
    closed = document.index(b">", closed) + 1
    for entity in (b"&file;", b"&e8;"):
        content = document[:closed] + entity + document[closed:]
        content = content[:opened] + declared + content[opened + len(b"<w:document ") :]
        data = changed_docx({"word/document.xml": (document, content)})
        found = text_or_error(data)
        assert found
        assert "hemmelig" not in found
        assert "haha" not in found
    attribute = document.replace(b"<w:t", b'<w:t x="&e8;"', 1).replace(b"<w:document ", declared, 1)
    with pytest.raises(ReferatError):
        read(changed_docx({"word/document.xml": (document, attribute)}))


def pdf_of(n_pages: int) -> bytes:
    """Pages that all show one and the same text."""
    text = b"BT /F1 9 Tf 40 700 Td (Punkt 1: Ny vej ved skolen, som Udvalget har droeftet.) Tj ET"
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [%s] >>" % (n_pages, b"3 0 R " * n_pages),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources "
        b"<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(text), text),
    ]
    objects = b"".join(b"%d 0 obj\n%s\nendobj\n" % (number, part) for number, part in enumerate(parts, 1))
    return b"%PDF-1.4\n" + objects + b"trailer << /Root 1 0 R /Size 5 >>\n%%EOF"


def zipped(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


MEETING = MINUTES.encode()
LIMITED = {
    "big.txt": (b"Punkt 1: Vej\n\nBeslutning\nGodkendt.\n" + b" " * 1_500_000, "MiB", "--max-mb", "1", "2"),
    "long.pdf": (pdf_of(20), "20 pages are more than the 10", "--max-pages", "10", "20"),
    "many.zip": (zipped({f"{n}.txt": MEETING for n in range(4)}), "more than 3 members", "--max-members", "3", "4"),
    "wide.zip": (
        zipped({f"{n}.txt": MEETING + b" " * 600_000 for n in range(3)}),
        "unpacks to more than 1 MiB in all",
        *("--max-total-mb", "1", "3"),
    ),
    "deep.zip": (zipped({"a.zip": zipped({"b.zip": zipped({"c.txt": MEETING})})}), "2 deep", "--max-nesting", "2", "3"),
    "bomb.zip": (zipped({"a.txt": MEETING + b" " * 5_000_000}), "over 100 times", "--max-ratio", "100", "2000"),
}


@pytest.mark.parametrize("name", LIMITED)
def test_a_limit_is_named_with_the_option_that_raises_it(tmp_path: Path, name: str) -> None:
    data, says, option, low, high = LIMITED[name]
    path = tmp_path / name
    path.write_bytes(data)
    done = referat("tag", str(path), *RULES, option, low)
    assert done.exit_code == 1
    message = next(line for line in done.stderr.splitlines() if says in line)
    assert f"raise the limit ({option}; in Python Limits." in message
    more = referat("tag", str(path), *RULES, option, high)
    assert says not in more.stderr
    assert len(more.stdout) > len(done.stdout)


def test_pages_that_repeat_a_text_do_not_make_more_than_may_be_read() -> None:
    assert len(read(pdf_of(300)).text) > 10_000
    with pytest.raises(ReferatError, match="of text is more than"):
        read(pdf_of(300), limits=Limits(max_bytes=10_000))


def test_a_page_count_that_is_a_lie_costs_nothing() -> None:
    lie = pdf_of(3).replace(b"/Count 3", b"/Count 2000000000")
    for result in read_all(lie):
        assert not isinstance(result, Referat)


def test_a_file_whose_name_has_line_breaks_is_read(tmp_path: Path) -> None:
    (tmp_path / "a\nb.txt").write_text(MINUTES, encoding="utf-8")
    assert read(tmp_path / "a\nb.txt").text == read(MINUTES.encode()).text
    with pytest.raises(ReferatError, match="a text, not a path"):
        read("Punkt 1\nBeslutning")
