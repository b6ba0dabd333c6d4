"""Evidence in the text of an item; words in both languages; names of files."""

from __future__ import annotations

import pytest

from referat_nlp.report.site.names import bare_name, name_key, slug
from referat_nlp.report.site.texts import Piece, blocks
from referat_nlp.report.site.words import SITE_WORDS
from tests.report.site.sample import CASE, council


def test_ballot_names_and_summary_are_marked_where_they_stand() -> None:
    case, decision = blocks(council().items[0], 7)
    assert case.pieces == [Piece(CASE, ("summary",))]
    assert decision.anchors == ["item-7-ballot-1"]
    assert [(piece.text, piece.marks) for piece in decision.pieces] == [
        ("God", ("ballot", "statement")),
        ("kendt. Imod stemte ", ("ballot",)),
        ("Eva Brun", ("ballot", "who")),
        (" (Ø).", ("ballot",)),
    ]


def test_the_pieces_are_the_text_whatever_the_spans() -> None:
    item = council().items[0]
    item.ballots[0].span = (0, 10**9)
    item.statements[0].span = (15_004, 15_004)
    for section, block in zip(item.sections, blocks(item, 1), strict=True):
        assert "".join(piece.text for piece in block.pieces) == section.text
    anchors = [name for block in blocks(item, 1) for name in block.anchors]
    assert anchors == ["item-1-ballot-1"]


def test_both_languages_have_the_same_words() -> None:
    assert SITE_WORDS["da"].keys() == SITE_WORDS["en"].keys()
    for key, word in SITE_WORDS["da"].items():
        assert word.count("{}") == SITE_WORDS["en"][key].count("{}"), key


@pytest.mark.parametrize(
    ("printed", "bare"),
    [("Borgmester Anne Holm", "Anne Holm"), ("Anne  Holm ", "Anne Holm"), ("Formand", "Formand"), ("", "")],
)
def test_titles_are_no_part_of_a_name(printed: str, bare: str) -> None:
    assert bare_name(printed) == bare


def test_a_hyphen_tells_no_two_people_apart() -> None:
    assert name_key("Hans-Ole Lind") == name_key("Hans Ole  LIND")
    assert name_key("Hans Ole Lind") != name_key("Hans Lind")


@pytest.mark.parametrize(
    ("text", "file"),
    [
        ("2024-03-05 Børne- og Ungeudvalget", "2024-03-05-boerne-og-ungeudvalget"),
        ("../../etc/passwd", "etc-passwd"),
        ("\x00<>", "x"),
        ("å" * 500, "a" * 60),
    ],
)
def test_names_of_files_are_plain(text: str, file: str) -> None:
    assert slug(text) == file
    assert slug(text, {file, f"{file}-2"}) == f"{file}-3"
