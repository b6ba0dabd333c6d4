"""A Word file as python-docx takes it: within limits, of one dialect, with no relation that leads nowhere."""

from __future__ import annotations

import io
import posixpath
import zipfile
from typing import Any

from lxml import etree

from ..errors import MalformedError, ReferatError
from .containers import ZIP_ERRORS, unpack
from .limits import Limits
from .xml import parse_part

_CONTENT_TYPES = "[Content_Types].xml"
_PACKAGE = {_CONTENT_TYPES, "_rels/.rels"}
#: The parts that hold text or tell how it is set; images and the like are never unpacked.
_WANTED = ("/officeDocument", "/styles", "/numbering", "/header")
_MAIN_TYPE = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_DIALECTS = (
    # Strict Open XML, the other set of names that Word writes.
    (
        b"http://purl.oclc.org/ooxml/officeDocument/",
        b"http://schemas.openxmlformats.org/officeDocument/2006/",
    ),
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    # Templates and files with macros differ from documents by their content type alone.
    (b"application/vnd.ms-word.document.macroEnabled.main+xml", _MAIN_TYPE),
    (b"application/vnd.ms-word.template.macroEnabledTemplate.main+xml", _MAIN_TYPE),
    (b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml", _MAIN_TYPE),
)


def is_docx(data: bytes) -> bool:
    """Whether a zip archive is a DOCX, also one that lacks a part: its others are no documents of an archive."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except ZIP_ERRORS:
        return False
    if any(name.startswith("word/document") and name.endswith(".xml") for name in names):
        return True
    return any(name.startswith("word/") for name in names) and not _PACKAGE.isdisjoint(names)


def open_docx(data: bytes, limits: Limits) -> Any:
    """Open a Word file.

    Args:
        data: The file.
        limits: Bounds.

    Returns:
        The ``docx.document.Document``.

    Raises:
        ReferatError: The file is broken, unsafe or too large.
    """
    import docx

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return docx.Document(_cleaned(archive, limits))
    except ReferatError:
        raise
    # Whatever a part lacks, python-docx meets it as one of these.
    except (*ZIP_ERRORS, etree.LxmlError, LookupError, AttributeError, TypeError, AssertionError) as error:
        raise MalformedError(f"the DOCX is broken or cut off ({error})") from error


def _cleaned(archive: zipfile.ZipFile, limits: Limits) -> io.BytesIO:
    members = {member.filename: member for member in archive.infolist()}
    parts: dict[str, bytes] = {}

    def take(name: str) -> bytes:
        content = unpack(archive, members[name], limits)
        for theirs, ours in _DIALECTS:
            content = content.replace(theirs, ours)
        parts[name] = content
        limits.check_bytes(sum(map(len, parts.values())))
        return content

    take(_CONTENT_TYPES)
    waiting = [""]
    while waiting:
        source = waiting.pop()
        folder, base = posixpath.split(source)
        relations = posixpath.join(folder, "_rels", f"{base}.rels")
        if relations not in members:
            continue
        root = parse_part(take(relations))
        for relation in list(root):
            target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target") or ""))[1:]
            wanted = (relation.get("Type") or "").endswith(_WANTED)
            if not wanted or relation.get("TargetMode") == "External" or target not in members:
                root.remove(relation)
            elif target not in parts:
                take(target)
                waiting.append(target)
        parts[relations] = etree.tostring(root)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as cleaned:
        for name, content in parts.items():
            cleaned.writestr(name, content)
    buffer.seek(0)
    return buffer
