"""A bag of words: what it learns, that it reads what a model reads, that it comes back as it was saved."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from referat_nlp.analysis.models.bag_of_words import BAG, BagOfWords, fields, weighted
from referat_nlp.analysis.models.inputs import ItemText
from referat_nlp.errors import ModelError

pytest.importorskip("sklearn")

from referat_nlp.train.bag_of_words import fit_bag_of_words

LABELS = ("orientering", "godkendelse")
TEXTS = [
    ItemText(title, "", "", case)
    for title, case in (
        ("Orientering om havnen", "Forvaltningen fortæller om havnen."),
        ("Status på skolerne", "Redegørelsen fortæller om skolerne."),
        ("Salg af en grund", "Kommunen kan sælge grunden."),
        ("Salg af havnen", "Kommunen kan sælge havnen."),
    )
]
TRUTH = np.array([[True, False], [True, False], [False, True], [False, True]])


@pytest.fixture(scope="module")
def bag() -> BagOfWords:
    return fit_bag_of_words(LABELS, TEXTS, TRUTH, [1.0] * 4)


def test_words_that_went_with_a_label_tell_it_in_items_that_were_not_seen(bag: BagOfWords) -> None:
    told, sold = bag.logits([ItemText("Havnen", "", "", "Fortæller om."), ItemText("Salg af skolerne", "", "", "")])
    assert told[0] > told[1]
    assert sold[1] > sold[0]


def test_an_item_without_a_known_word_has_the_bias(bag: BagOfWords) -> None:
    assert bag.logits([ItemText("Xyz", "", "", "")])[0] == pytest.approx(bag.bias)
    assert bag.logits([]).shape == (0, 2)


def test_the_case_of_a_decided_item_is_not_read() -> None:
    whole = list(fields(ItemText("a", "b", "c", "d e f")))
    assert [len(buckets) for buckets, _ in whole] == [1, 3]
    assert [len(buckets) for buckets, _ in fields(ItemText("a", "b", "", "d e f"))] == [1, 1, 5]


def test_a_label_that_holds_of_all_or_none_is_told_of_all_or_none() -> None:
    bag = fit_bag_of_words(LABELS, TEXTS, np.array([[True, False]] * 4), [1.0] * 4)
    assert (bag.logits(TEXTS) > 0).tolist() == [[True, False]] * 4


@given(st.lists(st.integers(1, 50), min_size=1, max_size=20))
def test_the_values_of_a_field_have_length_one(counts: list[int]) -> None:
    values = weighted(np.array(counts, dtype=float), np.ones(len(counts)))
    assert np.linalg.norm(values) == pytest.approx(1.0)


def test_it_comes_back_as_it_was_saved_in_the_order_asked_for(bag: BagOfWords, tmp_path: Path) -> None:
    bag.save(tmp_path)
    again = BagOfWords.from_folder(tmp_path, LABELS[::-1])
    assert again is not None
    assert again.logits(TEXTS)[:, ::-1] == pytest.approx(bag.logits(TEXTS))


def test_without_a_file_there_is_none(tmp_path: Path) -> None:
    assert BagOfWords.from_folder(tmp_path, LABELS) is None


def test_a_broken_file_or_one_of_other_labels_is_named(bag: BagOfWords, tmp_path: Path) -> None:
    bag.save(tmp_path)
    with pytest.raises(ModelError, match="is no bag of words for vedtaget"):
        BagOfWords.from_folder(tmp_path, ["vedtaget"])
    (tmp_path / BAG).write_bytes((tmp_path / BAG).read_bytes()[:200])
    with pytest.raises(ModelError, match="is no bag of words"):
        BagOfWords.from_folder(tmp_path, LABELS)
    np.savez(tmp_path / BAG, labels=np.array(LABELS), rarity=np.zeros(3), weights=np.zeros((3, 2)), bias=np.zeros(2))
    with pytest.raises(ModelError, match="weights of shape"):
        BagOfWords.from_folder(tmp_path, LABELS)
