"""The page of an evaluation: whole, escaped, with every error."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from referat_nlp.errors import OutputError
from referat_nlp.evaluate.page import render_page, write_page
from referat_nlp.evaluate.session import Session, evaluate_files
from tests.evaluate.minutes import MINUTES, labels, write


@pytest.fixture
def session(tmp_path: Path) -> Session:
    record = labels()
    record["items"][1]["ballots"][0]["counts"] = {"for": 2, "against": 1}
    record["items"][2]["type"] = "andet"
    record["items"][2]["types"] = ["andet"]
    write(tmp_path, record)
    return evaluate_files([tmp_path], baseline=["keyword", "lead-1"])


class Balance(HTMLParser):
    """Whether every tag is closed."""

    VOID = frozenset(("meta", "input", "br", "link"))

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_page_is_whole_and_needs_nothing_beside_it(session: Session) -> None:
    page = render_page(session)
    parser = Balance()
    parser.feed(page)
    assert parser.open == []
    assert not re.search(r"(?:src|href)=\"(?!#)|url\(|@import|https?://", page)


def test_scores_of_all_systems_stand_in_it(session: Session) -> None:
    page = render_page(session)
    for words in ("item type, accuracy", "keyword", "lead-1", "Ellemose Kommune", "By layout"):
        assert words in page


def test_every_error_shows_label_prediction_and_evidence(session: Session) -> None:
    page = render_page(session)
    cards = re.findall(r"<article data-field=\"(\w+)\".*?</article>", page, re.DOTALL)
    assert sorted(cards) == ["ballots", "type", "types"]
    assert "main, vedtaget, for 2, imod 1 Bo Lind" in page
    assert "main, vedtaget, for 3, imod 1 Bo Lind" in page
    assert '<mark class="both">Godkendt med 3 stemmer for og 1 stemme imod. Imod stemte Bo Lind' in page


def test_summaries_stand_beside_their_references(session: Session) -> None:
    assert "Der skal bygges en svømmehal i Ellemose." in render_page(session)


def test_what_minutes_and_labels_say_is_text(tmp_path: Path) -> None:
    hostile = "<script>alert(1)</script>"
    record = labels()
    record["items"][1]["title"] = f"Ny svømmehal {hostile}"
    record["items"][1]["ballots"] = []
    record["items"][1]["sections"] = []
    write(tmp_path, record)
    (tmp_path / "ellemose.txt").write_text(
        MINUTES.replace("Godkendt med 3", f"{hostile} Godkendt med 3").replace("Bo Lind (V).", "Bo <b>Lind</b> (V).")
    )
    page = render_page(evaluate_files([tmp_path]))
    assert hostile not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_a_page_that_cannot_be_written_is_an_error(session: Session, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="cannot be written"):
        write_page(session, tmp_path / "gone" / "page.html")
