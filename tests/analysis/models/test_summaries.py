"""Summaries by a model: what it is shown, what is chosen, what is left out of a sentence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from referat_nlp import load, parse
from referat_nlp.analysis.models.labels import SENTENCE_LABELS
from referat_nlp.analysis.models.selection import Selection, content_words, overlap, select
from referat_nlp.analysis.models.sentences import candidates, passages, sentence_inputs
from referat_nlp.analysis.models.summary import ModelSummariser
from referat_nlp.analysis.models.trimming import joined, kept_parts
from referat_nlp.errors import ModelError
from referat_nlp.inference.tokenize import TextTokenizer
from tests.analysis.models.items import MINUTES, items
from tests.inference.toys import bag_of_words, word_tokenizer

LIKED = {"mio": {"resumé": 4.0}, "lys": {"resumé": 3.0}, "overskud": {"resumé": 4.0}}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return bag_of_words(tmp_path / "summary", SENTENCE_LABELS, LIKED)


def test_candidates_are_the_sentences_of_indstilling_case_and_economy() -> None:
    found = candidates(items()[0])
    assert [(each.section, each.number, each.count) for each in found] == [
        ("indstilling", 1, 1),
        ("sagsfremstilling", 1, 3),
        ("sagsfremstilling", 2, 3),
        ("sagsfremstilling", 3, 3),
        ("oekonomi", 1, 1),
    ]
    assert found[2].before == found[1].text
    assert found[2].after == found[3].text
    assert (found[1].before, found[3].after) == ("", "")
    assert [found[1].place, found[4].place] == ["sagsfremstilling 1 af 3:", "økonomi 1 af 1:"]
    assert [each.opens for each in found] == [True, True, False, False, True]


POINTS = """\
Punkt 1: Hallen

Indstilling

Forvaltningen indstiller, at

1. hallen lukkes i maj
2. pengene bruges på skolen

Sagsfremstilling

Der er fire grunde til at lukke hallen i Tved:

- taget på hallen er utæt
"""


def test_points_of_lists_are_candidates_without_their_marks() -> None:
    found = candidates(items(POINTS)[0])
    assert [(each.text, each.listed, each.plain) for each in found] == [
        ("Forvaltningen indstiller, at", False, False),
        ("hallen lukkes i maj", True, True),
        ("pengene bruges på skolen", True, True),
        ("Der er fire grunde til at lukke hallen i Tved:", False, False),
        ("taget på hallen er utæt", True, False),
    ]


def test_the_model_sees_title_sentence_and_what_stands_around_it() -> None:
    tokenizer = TextTokenizer.of(word_tokenizer(["ny", "stien", "byrådet", "alt", "cykelstien", "af", "2", "3"]))
    shown = sentence_inputs(candidates(items()[0]), tokenizer, 400)[2]
    parts = " ".join(map(str, shown)).split(" 3 ")
    assert shown.count(3) == 3
    assert parts[0].startswith("2 4 1")
    assert parts[1].startswith("5 1")
    assert parts[2].startswith("1 10 9 11")


def test_a_sentence_is_never_longer_than_the_model_takes() -> None:
    tokenizer = TextTokenizer.of(word_tokenizer([]))
    assert max(len(ids) for ids in sentence_inputs(candidates(items()[0]), tokenizer, 60)) == 60


def test_the_best_sentences_in_printed_order_without_references(folder: Path) -> None:
    Selection(most_sentences=2).save(folder)
    record = load(summary=folder)(parse(MINUTES))
    summary = record.items[0].summary
    assert summary is not None
    assert summary.text == (
        "Byrådet har sat 14,2 mio. kr. af til en cykelsti mellem Tved Mark og havnen. "
        "Stien bliver 3 km lang og får lys på hele strækningen."
    )
    assert [record.text[slice(*each.span)] for each in summary.sentences] == [each.text for each in summary.sentences]
    assert len(summary.sentences) == 3
    assert record.items[1].summary is not None


def test_a_model_that_labels_tokens_scores_the_sentences_of_an_item_together(tmp_path: Path) -> None:
    tokens = bag_of_words(tmp_path / "tokens", SENTENCE_LABELS, {}, head="ForTokenClassification")
    # Every token of such a model has the same score: the first sentences are as good as any.
    Selection(most_sentences=2, redundancy=0.0).save(tokens)
    summary = ModelSummariser.load(tokens)(items())[0]
    assert summary is not None
    assert [each.score for each in summary.sentences] == [0.119, 0.119]
    assert summary.text.startswith("Forvaltningen indstiller")


def test_passages_hold_every_sentence_once_and_carry_the_one_before_on() -> None:
    tokenizer = TextTokenizer.of(word_tokenizer(["stien", "byrådet", "forvaltningen"]))
    found = candidates(items()[0])
    (whole,) = passages(found, tokenizer, 400)
    assert [whole.ids[mark] for mark in whole.marks] == [3] * 5
    parts = passages(found, tokenizer, 60)
    assert len(parts) > 1
    assert sum(len(each.marks) for each in parts) == 5
    assert all(len(each.ids) <= 60 for each in parts)
    assert parts[1].ids.count(3) > len(parts[1].marks) + 1
    assert passages([], tokenizer, 60) == []


def test_a_section_is_named_where_it_begins_and_at_the_head_of_an_input() -> None:
    words = ["indstilling", "sagsfremstilling", "økonomi"]
    tokenizer = TextTokenizer.of(word_tokenizer(words))
    asked, told, cost = (tokenizer.tokenizer.token_to_id(word) for word in words)
    found = candidates(items()[0])
    (whole,) = passages(found, tokenizer, 400)
    assert [token for token in whole.ids if token in (asked, told, cost)] == [asked, told, cost]
    assert whole.ids.index(told) == whole.marks[0] + 1
    parts = passages(found, tokenizer, 60)
    assert [each.ids[each.ids.index(3) + 1] for each in parts] == [asked, told, told][: len(parts)]


def test_an_item_without_text_has_no_summary(folder: Path) -> None:
    assert ModelSummariser.load(folder)(items("Punkt 1: Eventuelt\n\nBeslutning\n\nIntet.\n")) == [None]


def test_the_title_leads_where_the_folder_says_so(folder: Path) -> None:
    Selection(title=True, most_sentences=1).save(folder)
    record = load(summary=folder)(parse(MINUTES))
    summary = record.items[0].summary
    assert summary is not None
    assert summary.text.startswith("Ny cykelsti ved Tved Mark. ")
    assert record.text[slice(*summary.sentences[0].span)] == "Ny cykelsti ved Tved Mark"
    # The title has named the path and the place: what it has not said is better.
    assert summary.sentences[1].text.startswith("Stien bliver")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ({"most_word": 60}, "there is no setting 'most_word'; there are most_words"),
        ({"title": 1}, "title is 1"),
        ({"most_words": "60"}, "most_words is '60'"),
    ],
)
def test_a_broken_selection(folder: Path, content: object, message: str) -> None:
    (folder / "selection.json").write_text(json.dumps(content))
    with pytest.raises(ModelError, match=message):
        load(summary=folder)


TEXTS = [
    "Skolen udvides med fire klasselokaler",
    "Udvidelsen med fire klasselokaler på skolen koster penge",
    "Busserne kører hver time",
]


def test_what_is_said_already_makes_way_for_what_is_not() -> None:
    assert select(TEXTS, [0.9, 0.85, 0.6], Selection(most_sentences=2, redundancy=0.9)) == [0, 2]
    assert select(TEXTS, [0.9, 0.85, 0.6], Selection(most_sentences=2, redundancy=0.0)) == [0, 1]
    assert select(TEXTS, [0.9, 0.85, 0.6], Selection(most_sentences=1, redundancy=0.9), said=TEXTS[0]) == [2]


def test_a_sentence_that_does_not_fit_makes_way_for_a_shorter_one() -> None:
    assert select(TEXTS, [0.9, 0.85, 0.6], Selection(most_words=9, redundancy=0.0)) == [0, 2]


def test_the_best_sentence_is_taken_however_long_and_however_bad() -> None:
    assert select(TEXTS, [0.01, 0.02, 0.03], Selection(most_words=2)) == [2]
    assert select([], [], Selection()) == []


def test_words_that_overlap() -> None:
    assert content_words("Den nye skole koster 2,5 mio.") == {"skole", "koster", "2,5"}
    assert overlap(content_words("skole koster"), [content_words("en skole"), frozenset()]) == 0.5
    assert overlap(frozenset(), [content_words("en skole")]) == 0.0


@pytest.mark.parametrize(
    ("sentence", "left"),
    [
        ("Hallen har 61.000 besøg om året, jf. bilag 2.", "Hallen har 61.000 besøg om året."),
        ("Hallen (bilag 1 og 3) har et tag, der er utæt.", "Hallen har et tag, der er utæt."),
        ("Planen for skolen (herefter planen) gælder i ti år.", "Planen for skolen gælder i ti år."),
        ("Planen er i strid med loven om planlægning (jf. § 18).", "Planen er i strid med loven om planlægning."),
        ("Tilbuddet er givet af to firmaer, se vedlagte bilag A.", "Tilbuddet er givet af to firmaer."),
        ("Hallen (se bilag 1), som er utæt, lukkes i maj.", "Hallen, som er utæt, lukkes i maj."),
        ("Hallen koster penge (ca. 3 mio. kr.) hvert år.", "Hallen koster penge (ca. 3 mio. kr.) hvert år."),
        ("Se bilag 1.", "Se bilag 1."),
        ("Baggrund: Skolen i Tved er fra 1962.", "Skolen i Tved er fra 1962."),
        ("Økonomi: Udgiften er 3 mio. kr. (bilag 1).", "Udgiften er 3 mio. kr."),
        ("Spørgsmålet er: Skal skolen i Tved lukkes?", "Spørgsmålet er: Skal skolen i Tved lukkes?"),
        ("Udvalget vil se bilag 1 før mødet i maj.", "Udvalget vil se bilag 1 før mødet i maj."),
    ],
)
def test_references_are_left_out_of_a_sentence(sentence: str, left: str) -> None:
    text = f"Før. {sentence} Efter."
    span = (5, 5 + len(sentence))
    parts = kept_parts(text, span)
    assert joined(text, span, parts) == left
    assert all(span[0] <= start < end <= span[1] for start, end in parts)
    assert all(text[start:end] == text[start:end].strip() for start, end in parts)
