from __future__ import annotations

import gzip
import io
import os
import struct
import sys
import zipfile
from pathlib import Path

import pypdfium2
import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from referat_nlp.errors import ReferatError
from referat_nlp.reading import Limits, read, read_all
from tests.reading.documents import FIXTURES


def fixture(name: str) -> bytes:
    return (FIXTURES / name).read_bytes()


def zipped(members: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def pdf(*, password: str | None = None, text: str = "") -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, encrypt=StandardEncryption(password) if password else None)
    canvas.rect(10, 10, 100, 100)
    canvas.drawString(50, 700, text)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def with_encrypted_flag(data: bytes) -> bytes:
    """A zip whose first member says that it is encrypted."""
    raw = bytearray(data)
    raw[6] |= 1
    raw[raw.find(b"PK\x01\x02") + 8] |= 1
    return bytes(raw)


def nested_zip(depth: int) -> bytes:
    data = zipped({"a.txt": b"Punkt 1: Vej"})
    for _ in range(depth):
        data = zipped({"inde.zip": data})
    return data


ENTITY_BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    b"<Publication><Agendas><Agenda><Name>&b;</Name></Agenda></Agendas></Publication>"
)
DEEP_XML = b"<Meeting><MeetingDate>x</MeetingDate>" + b"<a>" * 5000 + b"</a>" * 5000 + b"</Meeting>"

BAD = {
    "nothing": (b"", "empty"),
    "white space": (b" \n\t \r\n", "empty"),
    "only a byte order mark": (b"\xef\xbb\xbf", "empty"),
    "only NUL": (b"\x00" * 500, "empty"),
    "binary": (bytes(range(256)) * 40, "unsupported-format"),
    "executable": (b"\x7fELF\x02\x01\x01" + bytes(2000) + b"\x01\x02\x03" * 500, "unsupported-format"),
    "image": (b"\x89PNG\r\n\x1a\n" + bytes(100), "no-text-layer"),
    "Word 97": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), "unsupported-format"),
    "encrypted Word": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "EncryptedPackage".encode("utf-16-le"),
        "encrypted",
    ),
    "rtf": (b"{\\rtf1\\ansi Referat}", "unsupported-format"),
    "7z": (b"7z\xbc\xaf\x27\x1c" + bytes(50), "unsupported-format"),
    "Excel": (zipped({"[Content_Types].xml": b"<x/>", "xl/workbook.xml": b"<x/>"}), "unsupported-format"),
    "encrypted PDF": (pdf(password="hemmelig", text="Punkt 1: Vejplan for Nordby"), "encrypted"),
    "scanned PDF": (pdf(), "no-text-layer"),
    "truncated PDF": (b"%PDF-1.7\n1 0 obj\n<< /Type /Cat", "malformed"),
    "truncated DOCX": (fixture("docx_vesteraa_kultur.docx")[:3000], "malformed"),
    "DOCX with broken XML": (
        zipped({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<w:document"}),
        "malformed",
    ),
    "DOCX without its content types": (zipped({"word/document.xml": b"<w:document/>"}), "malformed"),
    "DOCX without its document": (zipped({"[Content_Types].xml": b"<x/>", "word/styles.xml": b"<x/>"}), "malformed"),
    "DOCX without either": (zipped({"_rels/.rels": b"<x/>", "word/styles.xml": b"<x/>"}), "malformed"),
    "truncated JSON": (fixture("firstagenda_kildemose.json")[:1500], "malformed"),
    "other JSON": (b'{"a": [1, 2]}', "unsupported-format"),
    "deep JSON": (b'{"Dagsordenpunkter": ' + b"[" * 200_000, "limit"),
    "truncated XML": (fixture("sbsys_hedelund.xml")[:6000], "malformed"),
    "other XML": (b'<?xml version="1.0"?><catalog><a/></catalog>', "unsupported-format"),
    "entity bomb": (ENTITY_BOMB, "limit"),
    "deep XML": (DEEP_XML, "limit"),
    "deep HTML": (b"<html><body>" + b"<div>" * 50_000 + b"Referat", "limit"),
    "page without text": (b"<html><body><script>x()</script><img src='a.png'></body></html>", "empty"),
    "truncated zip": (zipped({"a.txt": b"Punkt 1" * 1000}, zipfile.ZIP_STORED)[:2000], "malformed"),
    "empty zip": (zipped({}), "empty"),
    "zip bomb": (zipped({"a.txt": bytes(30_000_000)}), "unsafe-archive"),
    "climbing zip": (zipped({"../../etc/referat.txt": b"Punkt 1: Vej"}), "unsafe-archive"),
    "absolute path in zip": (zipped({"/etc/referat.txt": b"Punkt 1: Vej"}), "unsafe-archive"),
    "drive in zip": (zipped({"C:\\referat.txt": b"Punkt 1: Vej"}), "unsafe-archive"),
    "encrypted zip": (with_encrypted_flag(zipped({"a.txt": b"Punkt 1: Vej"})), "encrypted"),
    "nested zips": (nested_zip(5), "limit"),
    "truncated gzip": (gzip.compress(b"Punkt 1: Vej" * 500)[:40], "malformed"),
    "gzip bomb": (gzip.compress(bytes(60_000_000)), "unsafe-archive"),
    "bad checksum in gzip": (gzip.compress(b"Punkt 1: Vej")[:-8] + struct.pack("<II", 1, 12), "malformed"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_one_clear_message(name: str, tmp_path: Path) -> None:
    data, kind = BAD[name]
    path = tmp_path / "møde referat.bin"
    path.write_bytes(data)
    with pytest.raises(ReferatError) as caught:
        read(path)
    error = caught.value
    assert error.kind == kind
    assert str(error).startswith(str(path))
    assert error.path is not None
    assert str(error).count(str(path)) == 1
    assert error.advice
    assert "\n" not in str(error)


def test_missing_file_and_folder(tmp_path: Path) -> None:
    with pytest.raises(ReferatError, match="no such file") as caught:
        read(tmp_path / "findes-ikke.pdf")
    assert caught.value.kind == "not-found"
    with pytest.raises(ReferatError, match="folder") as caught:
        read(tmp_path)
    assert caught.value.kind == "unsupported-format"


@pytest.mark.parametrize("path", ["referat\x00.txt", "x" * 300 + ".txt", "Punkt 1: Vej\nBeslutning\nGodkendt"])
def test_what_is_no_path(path: str) -> None:
    with pytest.raises(ReferatError) as caught:
        read(path)
    assert caught.value.kind == "not-found"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything")
def test_unreadable_file(tmp_path: Path) -> None:
    path = tmp_path / "lukket.txt"
    path.write_text("Punkt 1: Vej", encoding="utf-8")
    path.chmod(0)
    with pytest.raises(ReferatError) as caught:
        read(path)
    assert caught.value.kind == "permission-denied"


def test_file_that_vanishes_between_listing_and_reading(tmp_path: Path) -> None:
    path = tmp_path / "væk.txt"
    path.write_text("Punkt 1: Vej", encoding="utf-8")
    results = read_all(path)
    path.unlink()
    (error,) = results
    assert isinstance(error, ReferatError)
    assert error.kind == "not-found"


def test_large_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "stor.txt"
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    with pytest.raises(ReferatError, match="200 MiB is more than the 100 MiB") as caught:
        read(path)
    assert caught.value.kind == "limit"
    assert "max_bytes" in caught.value.advice


def test_archive_that_is_too_large_in_all() -> None:
    data = zipped({f"{number}.txt": os.urandom(60_000) for number in range(5)})
    kinds = [
        result.kind
        for result in read_all(data, limits=Limits(max_total_bytes=100_000))
        if isinstance(result, ReferatError)
    ]
    assert kinds[-1] == "limit"
    assert len(kinds) == 2


def test_archive_of_too_many_members() -> None:
    data = zipped({f"{number}.txt": b"Punkt 1: Vej" for number in range(5)})
    *read_ones, last = read_all(data, limits=Limits(max_members=3))
    assert len(read_ones) == 3
    assert isinstance(last, ReferatError)
    assert last.kind == "limit"


def test_a_bad_member_does_not_stop_the_others() -> None:
    data = zipped({"a.txt": b"Punkt 1: Vej", "../b.txt": b"Punkt 2", "c.pdf": b"%PDF-1.4 x", "d.txt": b"Punkt 3: Sti"})
    assert [isinstance(result, ReferatError) for result in read_all(data)] == [False, True, True, False]


def test_nul_bytes_in_text_are_left_out_with_a_warning() -> None:
    document = read((b"Punkt 1: Vej\x00plan" + b" for byen" * 20 + b"\n") * 20)
    assert document.text.startswith("Punkt 1: Vejplan")
    assert document.warnings == ("20 NUL bytes were left out",)


def test_ill_formed_xml_is_read_with_a_warning() -> None:
    data = fixture("sbsys_hedelund.xml").replace(b"<Publication>", b"<Publication>&#12;", 1)
    document = read(data)
    assert len(document.items) == 5
    assert any("not well-formed" in warning for warning in document.warnings)


def test_pages_of_a_pdf_without_text_are_told() -> None:
    parts = [pdf(text="Punkt 1: Vejplan for Nordby og omegn, der skal vedtages"), pdf()]
    whole = pypdfium2.PdfDocument.new()
    for part in parts:
        whole.import_pages(pypdfium2.PdfDocument(part))
    buffer = io.BytesIO()
    whole.save(buffer)
    document = read(buffer.getvalue())
    assert document.warnings == ("pages without text (scanned or blank): 2",)
    assert len(document.pages) == 2


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("Punkt 1: Sø".encode("cp1252"))))
    document = read("-")
    assert (document.text, document.path) == ("Punkt 1: Sø", "-")
