"""Items that the format itself delimits."""

from __future__ import annotations

from referat_nlp.document import Document, ItemHint
from referat_nlp.structure import structure
from tests.structure.clerk import check_spans


def test_an_item_that_is_declared_with_nothing_in_it_is_none() -> None:
    text = "Referat\n\nPunkt 2: Ny bro\n\nBeslutning\nGodkendt."
    start, body = text.index("Punkt"), text.index("Beslutning")
    hints = (ItemHint(start, start, start, ""), ItemHint(start, len(text), body, "Ny bro", "2"))
    referat = structure(Document(text, "edoc", items=hints))
    check_spans(referat)
    assert [(item.number, item.title) for item in referat.items] == [("2", "Ny bro")]
