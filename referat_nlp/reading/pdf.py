"""PDF with a text layer, by pdfium."""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from ..document import Document, MarkKind
from ..errors import EncryptedError, LimitError, MalformedError, NoTextError
from .builder import TextBuilder
from .limits import Limits, how_to_raise
from .pages import content_lines, edges, join_pages

#: Fewer characters a page than this, on the whole, are stamps on scanned pages.
_FEWEST_CHARACTERS = 15
_LONGEST_HEADING = 160
_BOLD_WEIGHT = 600
# For a hyphen at a line's end pdfium gives U+FFFE in place of the hyphen and the line break.
_LINE_END = re.compile("([\x02\ufffe]?)(?:\r?\n)|[\x02\ufffe]")
_GAP = 1.45


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    size: float = 0.0
    bold: bool = False
    bottom: float = 0.0


def read(data: bytes, limits: Limits, builder: TextBuilder) -> Document:
    """Read a PDF.

    Args:
        data: The file.
        limits: Bounds.
        builder: An empty builder.

    Returns:
        The document, page by page: repeated headers and footers gone, large and bold lines marked.

    Raises:
        EncryptedError: The file needs a password.
        NoTextError: The pages are scanned.
        MalformedError: The file is broken.
        LimitError: It has too many pages, or too much text.
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise EncryptedError("the PDF is protected by a password") from error
        raise MalformedError("the PDF is broken or cut off") from error
    try:
        if len(document) > limits.max_pages:
            raise LimitError(
                f"{len(document)} pages are more than the {limits.max_pages} read at most",
                advice=f"Split the file, or {how_to_raise('max_pages')}.",
            )
        pages, n_characters = [], 0
        for index in range(len(document)):
            pages.append(_page_lines(document, index, builder))
            # What pages show is packed, and many may show the same.
            n_characters += sum(len(line.text) for line in pages[-1])
            limits.check_bytes(n_characters, " of text")
    finally:
        document.close()
    _check_text(pages, builder)
    builder.wrapped = True
    _append(pages, builder)
    return builder.finish("pdf")


def _page_lines(document: Any, index: int, builder: TextBuilder) -> list[_Line]:
    try:
        page = document[index]
        textpage = page.get_textpage()
    except pypdfium2.PdfiumError:
        builder.warn(f"page {index + 1} is broken and was left out")
        return []
    try:
        text = textpage.get_text_range(errors="ignore")
        lines, offset = [], 0
        for match in _LINE_END.finditer(text):
            hyphen = "-" if match.group()[0] in "\x02\ufffe" else ""
            lines.append(_styled(textpage, text[offset : match.start()], offset, hyphen))
            offset = match.end()
        lines.append(_styled(textpage, text[offset:], offset, ""))
        return lines
    finally:
        textpage.close()
        page.close()


def _styled(textpage: Any, raw: str, offset: int, hyphen: str) -> _Line:
    text = raw.rstrip()
    stripped = text.lstrip()
    if not stripped:
        return _Line(hyphen)
    first = _char_index(textpage, offset + len(text) - len(stripped), stripped[0])
    last = _char_index(textpage, offset + len(text) - 1, stripped[-1])
    text += hyphen
    if first is None or last is None:
        return _Line(text)
    box = pdfium.FS_RECTF()
    if not pdfium.FPDFText_GetLooseCharBox(textpage.raw, first, ctypes.byref(box)):
        return _Line(text)
    bold = _is_bold(textpage, first) and _is_bold(textpage, last)
    return _Line(text, round(abs(box.top - box.bottom), 1), bold, box.bottom)


def _char_index(textpage: Any, position: int, expected: str) -> int | None:
    index: int = pdfium.FPDFText_GetCharIndexFromTextIndex(textpage.raw, position)
    # Where the text holds characters that pdfium counts otherwise, the layout of the line stays unknown.
    if index < 0 or pdfium.FPDFText_GetUnicode(textpage.raw, index) != ord(expected):
        return None
    return index


def _is_bold(textpage: Any, index: int) -> bool:
    if pdfium.FPDFText_GetFontWeight(textpage.raw, index) >= _BOLD_WEIGHT:
        return True
    name = ctypes.create_string_buffer(128)
    flags = ctypes.c_int()
    length = pdfium.FPDFText_GetFontInfo(textpage.raw, index, name, 128, ctypes.byref(flags))
    return 0 < length <= 128 and b"bold" in name.value.lower()


def _check_text(pages: list[list[_Line]], builder: TextBuilder) -> None:
    sizes = [sum(len(line.text.strip()) for line in lines) for lines in pages]
    if not sizes or sum(sizes) < _FEWEST_CHARACTERS * len(sizes):
        raise NoTextError("the pages hold no text; they seem to be scanned")
    bare = [str(number) for number, size in enumerate(sizes, 1) if size == 0]
    if bare:
        shown = ", ".join(bare[:10]) + (" …" if len(bare) > 10 else "")
        builder.warn(f"pages without text (scanned or blank): {shown}")


def _append(pages: list[list[_Line]], builder: TextBuilder) -> None:
    body_size = _body_size(pages)
    levels = _heading_levels(pages, body_size)
    texts = [[line.text for line in lines] for lines in pages]
    content = content_lines(texts)
    builder.left_out(edges(texts, content))
    kept = [[lines[index] for index in inside] for lines, inside in zip(pages, content, strict=True)]
    pitch = _line_pitch(kept)
    before: list[_Line] = []
    for lines in kept:
        if before and not join_pages([line.text for line in before[-1:]], [line.text for line in lines[:1]]):
            builder.blank()
        builder.page()
        previous: _Line | None = None
        for line in lines:
            if previous and previous.bottom - line.bottom > _GAP * pitch:
                builder.blank()
            kind, level = _mark(line, body_size, levels)
            builder.line(line.text, kind, level)
            previous = line if line.size else None
        before = lines or before


def _mark(line: _Line, body_size: float, levels: dict[float, int]) -> tuple[MarkKind | None, int | None]:
    if len(line.text) > _LONGEST_HEADING or not any(char.isalpha() for char in line.text):
        return None, None
    if line.size in levels and line.size > body_size:
        return "heading", levels[line.size]
    return ("bold", None) if line.bold else (None, None)


def _body_size(pages: list[list[_Line]]) -> float:
    sizes: Counter[float] = Counter()
    for lines in pages:
        for line in lines:
            if line.size:
                sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _heading_levels(pages: list[list[_Line]], body_size: float) -> dict[float, int]:
    sizes = {line.size for lines in pages for line in lines if line.size > 1.12 * body_size > 0}
    return {size: min(level, 6) for level, size in enumerate(sorted(sizes, reverse=True), 1)}


def _line_pitch(pages: list[list[_Line]]) -> float:
    """The usual distance between lines: the most common one, so that paragraphs' gaps do not count."""
    gaps: Counter[float] = Counter()
    for lines in pages:
        for upper, lower in pairwise(lines):
            if upper.size and lower.size and upper.bottom > lower.bottom:
                gaps[round(upper.bottom - lower.bottom)] += 1
    return gaps.most_common(1)[0][0] if gaps else float("inf")
