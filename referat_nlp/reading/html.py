"""HTML: saved pages of the publishing systems, and the fragments that other formats carry."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from ..danish.headings import match_heading
from ..document import Document, MarkKind
from ..errors import LimitError, MalformedError
from .agenda_tables import Row, agenda_rows, names_items, print_rows
from .builder import TextBuilder
from .form_tables import Forms, find_forms
from .list_labels import format_number, labelled, own_label
from .page_furniture import edges_of, is_furniture, main_content

_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_BLOCK_NAMES = """address article aside blockquote body caption center dd details dialog dir div dl dt
    fieldset figcaption figure footer form header hgroup hr html legend li main menu nav ol p pre section
    summary table tbody td tfoot th thead tr ul button"""
_BLOCKS = frozenset((*_BLOCK_NAMES.split(), *_HEADINGS))
_CELL_END, _CELL_START = re.compile(r"[a-zæøå\d.)]\s*$"), re.compile(r"\s*[A-ZÆØÅ]")
_BOLD = frozenset(("b", "strong"))
_SPACE = re.compile(r"[ \t\r\n\f]+")
_NUMBER_CELL = re.compile(r"^\d{1,4}[.:]?$")
# Class names by which eDoc's pages mark what other systems mark with heading elements.
_HEADING_CLASSES = {"xsltTitle": 2, "xsltHeader": 3, "xsltAgendaTitle": 1, "xsltItemsHeader": 2}
_LIST_STYLES = (
    ("none", ""),
    ("lower-alpha", "a"),
    ("upper-alpha", "A"),
    ("lower-roman", "i"),
    ("upper-roman", "I"),
)


def read(text: str, builder: TextBuilder) -> Document:
    """Read an HTML page.

    Args:
        text: The decoded page.
        builder: An empty builder.

    Returns:
        The document: the page's main content, headings, bold lines and table rows marked.
    """
    root = parse(text)
    from .firstagenda_page import find_items, read_page

    builder.asides += edges_of(root)
    rows = find_items(root)
    if rows:
        read_page(root, rows, builder)
    else:
        HtmlText(builder).append(main_content(root))
    return builder.finish("html")


def append_fragment(text: str, builder: TextBuilder) -> None:
    """Append a piece of HTML, as fields of JSON and XML formats hold it; plain text is appended as it is."""
    if "<" not in text and "&" not in text:
        builder.line(text)
    elif text.strip():
        HtmlText(builder).append(parse(text))


def parse(text: str) -> Any:
    """Parse HTML, however broken.

    Args:
        text: The decoded markup.

    Returns:
        The root element.

    Raises:
        LimitError: The markup is nested too deeply.
        MalformedError: There is nothing in it that can be parsed.
    """
    # NUL ends the text for the parser, and lone surrogates cannot be encoded.
    data = text.replace("\x00", "").encode("utf-8", "ignore")
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise MalformedError(f"the HTML cannot be parsed ({error})") from error
    if any("Excessive depth" in entry.message for entry in parser.error_log):
        raise LimitError(
            "the HTML is nested more than 2000 elements deep",
            advice="Save the page again from the browser, or print it to PDF and read that.",
        )
    if root is None:
        raise MalformedError("the HTML holds no elements")
    return root


@dataclass(slots=True)
class _List:
    ordered: bool
    number: int
    style: str

    def next_prefix(self, item: Any) -> str:
        if not self.ordered:
            return "- "
        value = item.get("value") or ""
        if value.strip().isdigit():
            self.number = int(value) if len(value) < 6 else self.number
        number, self.number = self.number, self.number + 1
        return f"{format_number(number, self.style)}. " if self.style else ""


@dataclass(slots=True)
class HtmlText:
    """Walks a tree of HTML and appends its text to a builder, block by block."""

    builder: TextBuilder
    _parts: list[str] = field(default_factory=list)
    _cells: list[list[str]] = field(default_factory=list)
    _lists: list[_List] = field(default_factory=list)
    _prefix: str = ""
    _heading: int | None = None
    _bold_depth: int = 0
    _all_bold: bool = True
    _preformatted: int = 0
    _data_tables: int = 0
    _tables: list[bool] = field(default_factory=list)
    _forms: Forms = field(default_factory=Forms)
    _in_label: bool = False

    def append(self, root: Any) -> None:
        """Append the text of an element and all below it, page furniture left out."""
        self._forms = find_forms(root)
        agendas = _find_agendas(root)
        walker = etree.iterwalk(root, events=("start", "end"))
        skipped: Any = None
        for event, element in walker:
            if not isinstance(element.tag, str):
                continue
            if event == "start":
                if element in agendas or (element is not root and is_furniture(element)):
                    if element in agendas:
                        self._flush()
                        print_rows(agendas[element], self.builder)
                    skipped = element
                    walker.skip_subtree()
                    continue
                self._start(element)
                self._text(element.text)
            else:
                if element is skipped:
                    skipped = None
                else:
                    self._end(element)
                    if element.tag == "span" and not element.tail and _stands_apart(element):
                        self._text(" ")
                if element is not root:
                    self._text(element.tail)
        self._flush()

    def _start(self, element: Any) -> None:
        tag = element.tag
        if tag == "br":
            self._break()
        elif tag in _BOLD:
            self._bold_depth += 1
        elif tag in _BLOCKS:
            self._start_block(element, tag)

    def _start_block(self, element: Any, tag: str) -> None:
        if self._data_tables and tag not in ("tr", "td", "th"):
            self._parts.append("\n" if tag in ("p", "div", "li", "ul", "ol") else " ")
            return
        self._flush()
        level = _HEADINGS.get(tag) or _class_level(element) or _panel_level(element, tag)
        if level:
            self._heading = level
        elif tag == "p":
            self.builder.blank()
        elif tag in ("ul", "ol"):
            start = element.get("start") or "1"
            number = int(start) if start.isdigit() and len(start) < 6 else 1
            self._lists.append(_List(tag == "ol", number, _list_style(element)))
        elif tag == "li":
            self._prefix = self._lists[-1].next_prefix(element) if self._lists else "- "
        elif tag == "pre":
            self._preformatted += 1
        elif tag == "table":
            is_data = element not in self._forms.tables and _is_data_table(element)
            self._tables.append(is_data)
            self._data_tables += is_data
        elif tag == "tr" and (self._data_tables or element in self._forms.rows):
            self._data_tables += element in self._forms.rows
            self._cells.append([])
        elif element in self._forms.labels:
            self._in_label = True

    def _end(self, element: Any) -> None:
        tag = element.tag
        if tag in _BOLD:
            self._bold_depth = max(0, self._bold_depth - 1)
        elif tag in _BLOCKS:
            self._end_block(element, tag)

    def _end_block(self, element: Any, tag: str) -> None:
        if self._data_tables:
            self._end_in_table(element, tag)
            return
        self._flush()
        if element in self._forms.labels:
            self._in_label = False
        elif _HEADINGS.get(tag) or _class_level(element) or _panel_level(element, tag):
            self._heading = None
        elif tag == "p" or (tag == "div" and len(element) == 0 and not (element.text or "").strip("\xa0 \t\r\n")):
            self.builder.blank()
        elif tag in ("ul", "ol"):
            if self._lists:
                self._lists.pop()
        elif tag == "li":
            self._prefix = ""
        elif tag == "pre":
            self._preformatted -= 1
        elif tag == "table" and self._tables:
            self._tables.pop()

    def _end_in_table(self, element: Any, tag: str) -> None:
        if tag in ("td", "th"):
            cell = "".join(self._parts)
            self._parts.clear()
            if self._cells:
                self._cells[-1].append(cell)
        elif tag == "tr":
            if self._cells:
                self._emit_row(self._cells.pop(), element)
            self._data_tables -= element in self._forms.rows
        elif tag == "table":
            if self._tables and self._tables.pop():
                self._data_tables -= 1
            self._flush()

    def _emit_row(self, cells: list[str], row: Any) -> None:
        texts = [_SPACE.sub(" ", cell.replace("\n", " ")).strip() for cell in cells]
        filled = [text for text in texts if text.strip("\xa0 ")]
        if row in self._forms.titles or (len(filled) == 2 and _NUMBER_CELL.match(filled[0]) and _is_only_row(row)):
            self.builder.blank()
            self.builder.line(f"{filled[0]} " + "\t".join(filled[1:]), "heading", 2)
        elif len(filled) == 2 and "\n" in cells[-1].strip() and (filled[0].endswith(":") or _heads_bilag(filled[0])):
            self.builder.line(filled[0])
            self.builder.line("\n".join(_SPACE.sub(" ", line) for line in cells[-1].split("\n") if line.strip()))
        else:
            self.builder.row(texts)

    def _text(self, text: str | None) -> None:
        if not text:
            return
        if self._bold_depth == 0 and self._all_bold and text.strip("\xa0 \t\r\n:."):
            self._all_bold = False
        self._parts.append(text if self._preformatted else _SPACE.sub(" ", text))

    def _break(self) -> None:
        if self._data_tables:
            self._parts.append("\n")
        else:
            self._flush()

    def _flush(self) -> None:
        text = "".join(self._parts)
        self._parts.clear()
        all_bold, self._all_bold = self._all_bold, True
        if not text.strip("\xa0 \t\r\n"):
            return
        kind: MarkKind | None = None
        if self._heading:
            kind = "heading"
            self.builder.blank()
        elif self._in_label:
            kind = "field"
        elif all_bold:
            kind = "bold"
        if not self._preformatted:
            text = text.replace("\n", " ")
        self.builder.line(labelled(self._prefix, text.strip()), kind, self._heading)
        self._prefix = ""


def _find_agendas(root: Any) -> dict[Any, list[Row]]:
    """The tables whose rows are the meeting's items."""
    found: dict[Any, list[Row]] = {}
    for table in root.iter("table"):
        if next(table.iterdescendants("table"), None) is not None:
            continue
        rows = [[cell for cell in row if cell.tag in ("td", "th")] for row in table.iter("tr")]
        if names_items(["".join(cell.itertext()) for cell in cells] for cells in rows):
            whole = sum(len(text.strip()) for text in root.itertext())
            if items := agenda_rows([[_cell_text(cell) for cell in row] for row in rows], whole):
                found[table] = items
    return found


def _cell_text(cell: Any) -> str:
    builder = TextBuilder()
    HtmlText(builder).append(cell)
    return builder.finish("html").text


def _heads_bilag(label: str) -> bool:
    heading = match_heading(label)
    return heading is not None and heading.kind == "bilag" and heading.length >= len(label)


def _stands_apart(span: Any) -> bool:
    """Whether the next of two spans begins a word of its own ('<span>12</span><span>Ny skole</span>')."""
    following = span.getnext()
    return (
        following is not None
        and following.tag == "span"
        and _CELL_END.search("".join(span.itertext())) is not None
        and _CELL_START.match("".join(following.itertext())) is not None
    )


def _class_level(element: Any) -> int | None:
    name = element.get("class")
    return _HEADING_CLASSES.get(name) if name else None


def _panel_level(element: Any, tag: str) -> int | None:
    """The level of what opens a panel: it heads what the panel holds, deeper in a panel that lies in another."""
    if tag == "button" and element.get("aria-expanded") and next(element.iterancestors(*_HEADINGS), None) is None:
        return 3
    return min(6, 2 + sum(1 for _ in element.iterancestors("details"))) if tag == "summary" else None


def _list_style(element: Any) -> str:
    """How a list numbers its items, as :func:`format_number` takes it; empty where it does not."""
    style = (element.get("style") or "").replace(" ", "").lower()
    for name, kind in _LIST_STYLES:
        if f"list-style-type:{name}" in style or f"list-style:{name}" in style:
            return kind
    items = element.findall("li")
    if items and all(own_label("".join(item.itertext()).strip()) for item in items):
        return ""
    return (element.get("type") or "1").strip()[:1] or "1"


def _is_only_row(row: Any) -> bool:
    table = next(row.iterancestors("table"), None)
    return table is not None and next((other for other in table.iter("tr") if other is not row), None) is None


def _is_data_table(table: Any) -> bool:
    """Whether a table holds data in rows, rather than laying out a page."""
    if next(table.iterdescendants("table", "h1", "h2", "h3", "h4", "h5", "ol"), None) is not None:
        return False
    cells = list(table.iterdescendants("td", "th"))
    if not any(sum(cell.tag in ("td", "th") for cell in row) > 1 for row in table.iterdescendants("tr")):
        return False
    longest = max(len("".join(cell.itertext())) for cell in cells)
    return longest < 1500
