"""What the tests of reading share."""

from __future__ import annotations

from pathlib import Path

from referat_nlp.document import Document

ROOT = Path(__file__).resolve().parents[2]
FIXTURES = ROOT / "tests" / "fixtures" / "minutes"


def minutes_files() -> list[Path]:
    """The fixtures that hold minutes, expectations left out."""
    return sorted(path for path in FIXTURES.iterdir() if path.is_file() and not path.name.endswith(".gold.json"))


def check_offsets(document: Document) -> None:
    """Assert what the contract says of every document's offsets."""
    text = document.text
    assert text == text.strip()
    assert "\n\n\n" not in text
    assert not set(text) & set("\r\u00a0\u00ad\u200b\x00\f")
    position = -1
    for mark in document.marks:
        assert position < mark.start < mark.end <= len(text)
        assert mark.start == 0 or text[mark.start - 1] == "\n"
        assert mark.end == len(text) or text[mark.end] == "\n"
        assert "\n" not in text[mark.start : mark.end]
        position = mark.end
    position = 0
    for item in document.items:
        assert position <= item.start <= item.body <= item.end <= len(text)
        position = item.end
    assert list(document.pages) == sorted(document.pages)
    assert all(0 <= page <= len(text) for page in document.pages)
    assert not document.pages or document.pages[0] == 0
