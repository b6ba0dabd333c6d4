"""Telling formats by content."""

from __future__ import annotations

import re
from typing import Literal

from ..errors import EncryptedError, NoTextError, ReferatError, UnsupportedFormatError

BinaryFormat = Literal["pdf", "zip", "gzip", "xz", "bzip2"]
TextFormat = Literal["text", "html", "json", "sbsys", "edoc", "acadre", "mhtml"]

_PACKED: tuple[tuple[bytes, BinaryFormat], ...] = (
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\x1f\x8b", "gzip"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"BZh", "bzip2"),
)
_IMAGES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*", b"GIF87a", b"GIF89a")
_REFUSED = (
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", "Unpack it and give the files, or a .zip of them."),
    (b"Rar!", "a RAR archive", "Unpack it and give the files, or a .zip of them."),
    (b"{\\rtf", "an RTF document", "Save it as .docx or PDF and read that."),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")

_TAGS = "html|head|body|div|p|table|h[1-6]|span|ul|ol|section|article|main|meta|title|center|font|form|br|tr|b|strong|a"
_HTML_START = re.compile(
    rf"(?:(?><!--.*?-->)|<\?xml[^>]*>|\s)*+<(?:!doctype\s+html|(?:{_TAGS})\b)", re.IGNORECASE | re.DOTALL
)
_HTML_WITHIN = re.compile(r"<(?:html|body)[\s>]|<!doctype html", re.IGNORECASE)
_XML_ROOT = re.compile(
    r"(?:\s|(?><\?.*?\?>)|(?><!--.*?-->)|(?><!DOCTYPE[^\[>]*(?:\[.*?\])?\s*>))*+<([A-Za-z_][\w.:-]*)([^>]*)",
    re.DOTALL,
)
_JSON_START = re.compile(r"\s*(?:\{\s*(?:\"|\}|$)|\[\s*(?:[\[{\"\]]|-?\d|$))")
_MHTML = re.compile(r"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,20}?Content-Type:\s*multipart/related", re.IGNORECASE)
_CONTROL = bytes(byte for byte in range(32) if byte not in b"\t\n\v\f\r\x1a\x1b\x1c\x1d\x1e\x1f\x02") + b"\x7f"
_SAMPLE = 65536


def sniff_binary(data: bytes) -> BinaryFormat | None:
    """The format of bytes that are no text file.

    Args:
        data: The bytes of the whole file.

    Returns:
        The format, or None for what may be text.

    Raises:
        UnsupportedFormatError: A known format that the library does not read.
        EncryptedError: An Office document under a password.
        NoTextError: An image.
    """
    if b"%PDF-" in data[:1024]:
        return "pdf"
    for signature, name in _PACKED:
        if data.startswith(signature):
            return name
    for signature, what, advice in _REFUSED:
        if data.startswith(signature):
            raise UnsupportedFormatError(f"this is {what}, which is not read", advice=advice)
    if data.startswith(_IMAGES):
        raise NoTextError("this is an image, without text")
    if data.startswith(_OLE):
        raise _ole_error(data)
    if data[257:262] == b"ustar":
        raise UnsupportedFormatError(
            "this is a tar archive, which is not read",
            advice="Unpack it and give the files, or a .zip of them.",
        )
    return None


def is_binary(data: bytes) -> bool:
    """Whether bytes without a known signature are no text: full of control characters."""
    head = data[:_SAMPLE]
    if _control_share(head) > 0.02:
        return True
    return len(data) > _SAMPLE and _control_share(data[len(data) // 2 :][:_SAMPLE]) > 0.1


def sniff_text(text: str) -> TextFormat:
    """The format of a text file.

    Args:
        text: The decoded text.

    Returns:
        The format; ``text`` where nothing says otherwise.

    Raises:
        UnsupportedFormatError: XML of an unknown kind.
    """
    head = text[:8192].lstrip("\ufeff \t\r\n")
    if head.startswith("<"):
        return _sniff_markup(text.lstrip("\ufeff \t\r\n"))
    if _JSON_START.match(head):
        return "json"
    if _MHTML.match(head):
        return "mhtml"
    if _HTML_WITHIN.search(head):
        return "html"
    return "text"


def _sniff_markup(text: str) -> TextFormat:
    head = text[:65536]
    match = _XML_ROOT.match(head)
    root = match[1].rpartition(":")[2] if match else ""
    attributes = match[2] if match else ""
    if root == "Publication" and "<Agenda" in head:
        return "sbsys"
    if "www.fujitsu.dk/agenda" in attributes and root != "html":
        return "edoc"
    if root == "Meeting" and ("<MeetingAgendaTypes" in head or "<MeetingDate" in head):
        return "edoc"
    if root in ("root", "table") and 'name="agenda"' in head:
        return "acadre"
    if _HTML_START.match(head) or _HTML_WITHIN.search(head[:8192]):
        return "html"
    if head.startswith("<?xml") or (match and text.rstrip().endswith(">") and f"</{match[1]}" in text):
        raise UnsupportedFormatError(
            f"this XML is no export that the library knows (its root element is <{root or '?'}>)",
            advice="SBSYS, eDoc and Acadre exports are read; export it as PDF, DOCX or HTML instead.",
        )
    return "text"


def _control_share(data: bytes) -> float:
    return (len(data) - len(data.translate(None, _CONTROL))) / len(data) if data else 0.0


def _ole_error(data: bytes) -> ReferatError:
    if _ENCRYPTED_PACKAGE in data:
        return EncryptedError("the Office document is protected by a password")
    return UnsupportedFormatError(
        "this is a document of Word 97-2003 (or another old Office format), which is not read",
        advice="Save it as .docx or PDF and read that.",
    )
