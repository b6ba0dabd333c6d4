"""DOCX: the main part of the document, paragraphs and tables in the order in which they stand.

python-docx opens the file and knows its styles and lists. The body is walked element by element, because the
library's paragraphs and tables leave out content controls and what tracked changes put in.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from ..document import Document, MarkKind
from ..errors import MalformedError
from .agenda_tables import agenda_rows, names_items, print_rows
from .builder import TextBuilder
from .docx_package import is_docx, open_docx
from .docx_styles import Numbering, Style, find, list_reference, outline_level, read_style
from .limits import Limits
from .list_labels import labelled
from .xml import name_of

__all__ = ["is_docx", "read"]

_LAYOUT_CELL = 1500
_SKIPPED = frozenset(("del", "moveFrom", "instrText", "delText", "Fallback", "pPr", "rPr", "footnoteReference", "pict"))
_WRAPPERS = frozenset(("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"))


def read(data: bytes, limits: Limits, builder: TextBuilder) -> Document:
    """Read a DOCX.

    Args:
        data: The file.
        limits: Bounds.
        builder: An empty builder.

    Returns:
        The document: heading styles and bold paragraphs marked, list numbers printed as Word shows them,
        tables in place. Page headers and footers, deleted text and field codes are left out; the municipality
        that a page header names is the meeting's.

    Raises:
        ReferatError: The file is broken or unsafe.
    """
    document = open_docx(data, limits)
    try:
        _Reader(builder, document).read()
    except (KeyError, ValueError, AttributeError, TypeError) as error:
        raise MalformedError(f"the DOCX is broken ({error})") from error
    return builder.finish("docx")


@dataclass(slots=True)
class _Reader:
    builder: TextBuilder
    document: Any
    _numbering: Numbering = field(default_factory=lambda: Numbering(None))
    _styles: dict[str | None, Style] = field(default_factory=dict)

    def read(self) -> None:
        from docx.opc.constants import RELATIONSHIP_TYPE

        for relation in self.document.part.rels.values():
            if relation.reltype == RELATIONSHIP_TYPE.NUMBERING:
                self._numbering = Numbering(relation.target_part.element)
            elif relation.reltype == RELATIONSHIP_TYPE.HEADER:
                self.builder.left_out("".join(_texts(line)) for line in find(relation.target_part.element, ".//w:p"))
        self._blocks(self.document.element.body)

    def _blocks(self, parent: Any) -> None:
        for element in parent:
            name = name_of(element)
            if name == "p":
                self._paragraph(element)
            elif name == "tbl":
                self._table(element)
            elif name in _WRAPPERS:
                self._blocks(element)

    def _paragraph(self, paragraph: Any) -> None:
        text = "".join(_texts(paragraph)).strip(" \u00a0")
        properties = paragraph.pPr
        style = self._style(paragraph.style)
        reference = list_reference(properties) or style.numbering
        label = self._numbering.next_label(*reference) if reference else ""
        if not text.strip():
            self.builder.blank()
            return
        level = outline_level(properties) or style.level
        kind: MarkKind | None = None
        if level:
            kind = "heading"
            self.builder.blank()
        elif self._is_bold(paragraph, style.bold):
            kind = "bold"
        self.builder.line(labelled(label, text.lstrip()), kind, level)

    def _style(self, key: str | None) -> Style:
        from docx.enum.style import WD_STYLE_TYPE

        if key not in self._styles:
            self._styles[key] = read_style(self.document.styles.get_by_id(key, WD_STYLE_TYPE.PARAGRAPH))
        return self._styles[key]

    def _is_bold(self, paragraph: Any, bold_style: bool) -> bool:
        from docx.text.run import Run

        seen = False
        for element in find(paragraph, ".//w:r"):
            if "".join(_texts(element)).strip(" \u00a0:.\t"):
                run = Run(element, self.document)
                bold = run.style.font.bold if run.bold is None and element.style else run.bold
                if not (bold_style if bold is None else bold):
                    return False
                seen = True
        return seen

    def _table(self, table: Any) -> None:
        rows = [[cell for cell in row if name_of(cell) == "tc"] for row in _rows(table)]
        if names_items([_cell(cell) for cell in cells] for cells in rows):
            whole = sum(len(text) for text in _texts(self.document.element.body))
            items = agenda_rows([["\n".join(_cell_lines(cell)) for cell in cells] for cells in rows], whole)
            if items:
                print_rows(items, self.builder)
                return
        if _is_layout(rows):
            for cells in rows:
                for cell in cells:
                    self._blocks(cell)
            return
        for cells in rows:
            self.builder.row([_cell(cell) for cell in cells])


def _cell(cell: Any) -> str:
    return " ".join(_cell_lines(cell))


def _cell_lines(cell: Any) -> list[str]:
    return ["".join(_texts(paragraph)) for paragraph in find(cell, ".//w:p")]


def _rows(table: Any) -> Iterator[Any]:
    for element in table:
        name = name_of(element)
        if name == "tr":
            yield element
        elif name in _WRAPPERS:
            yield from _rows(element)


def _is_layout(rows: list[list[Any]]) -> bool:
    if all(len(cells) < 2 for cells in rows):
        return True
    return any(
        find(cell, ".//w:tbl") or sum(len(part) for part in _texts(cell)) > _LAYOUT_CELL
        for cells in rows
        for cell in cells
    )


def _texts(element: Any) -> Iterator[str]:
    for part in element:
        name = name_of(part)
        if name in _SKIPPED:
            continue
        if name == "t":
            yield part.text or ""
        elif name == "tab":
            yield "\t"
        elif name in ("br", "cr"):
            yield "\n"
        elif name == "noBreakHyphen":
            yield "-"
        else:
            yield from _texts(part)
