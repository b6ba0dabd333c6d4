"""The web pages of FirstAgenda Publication (``dagsordener.*.dk``), whose markup delimits the items."""

from __future__ import annotations

from typing import Any

from .builder import TextBuilder


def find_items(root: Any) -> list[Any]:
    """The table rows that hold one agenda item each; empty where the page is another system's."""
    return [row for row in root.iter("tr") if "punktrow" in (row.get("class") or "").split()]


def read_page(root: Any, rows: list[Any], builder: TextBuilder) -> None:
    """Append a page, item by item.

    Args:
        root: The root of the page.
        rows: Its item rows, as :func:`find_items` gives them.
        builder: Where to.
    """
    from .html import HtmlText

    table = next(rows[0].iterancestors("table"), None)
    for element in _header(root, table):
        HtmlText(builder).append(element)
    for row in rows:
        cell = _first(row, "td", lambda td: next(td.iterdescendants("h2", "h3"), None) is not None)
        heading = _first(row, "h2", lambda _: True)
        if cell is None or heading is None:
            HtmlText(builder).append(row)
            continue
        details = _first(cell, "div", lambda div: "details" in (div.get("class") or "").split())
        number = _text(_first(row, "span", lambda span: "label" in (span.get("class") or "").split()))
        case = _first(cell, "span", lambda span: "sagsnummer" in (span.get("class") or "").split())
        names = [_text(link) for link in row.iter("a") if "bilag-link" in (link.get("class") or "").split()]
        builder.begin_item(_text(heading), number, _text(case), None, names)
        if details is not None:
            if case is not None and case.getparent() is not None:
                _remove(case)
            HtmlText(builder).append(details)
    builder.end_item()


def _header(root: Any, table: Any) -> list[Any]:
    """The elements before the table of items that tell of the meeting."""
    found = []
    for element in root.iter("h1", "h2", "table"):
        if element is table:
            break
        if not any(ancestor in found for ancestor in element.iterancestors()):
            found.append(element)
    return found


def _first(root: Any, tag: str, test: Any) -> Any:
    return next((element for element in root.iter(tag) if test(element)), None)


def _text(element: Any) -> str:
    return "" if element is None else " ".join("".join(element.itertext()).split())


def _remove(element: Any) -> None:
    parent, previous = element.getparent(), element.getprevious()
    tail = element.tail or ""
    if previous is not None:
        previous.tail = (previous.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    parent.remove(element)
