"""Labels of tokens: only sequences that can be, and whole words."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from referat_nlp.analysis.models.decoding import likeliest, tagged
from referat_nlp.analysis.models.vote_labels import INSIDE, KINDS, OF_BALLOTS, VOTE_LABELS, kind_of, may_follow

INDEX = {label: index for index, label in enumerate(VOTE_LABELS)}


def chances(*labels: str, others: dict[int, dict[str, float]] | None = None) -> np.ndarray:  # type: ignore[type-arg]
    """Rows in which a label is all but sure, with some values put in their place."""
    rows = np.full((len(labels), len(VOTE_LABELS)), 1e-4, dtype=np.float32)
    for row, label in enumerate(labels):
        rows[row, INDEX[label]] = 0.9
    for row, values in (others or {}).items():
        for label, value in values.items():
            rows[row, INDEX[label]] = value
    return rows


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32 - 1), st.integers(0, 40), st.floats(0.1, 12))
def test_what_is_decoded_can_always_be(seed: int, length: int, spread: float) -> None:
    logits = np.random.default_rng(seed).normal(0, spread, (length, len(VOTE_LABELS)))
    powers = np.exp(logits - logits.max(axis=1, keepdims=True)) if length else logits
    path = [VOTE_LABELS[index] for index in likeliest((powers / powers.sum(axis=1, keepdims=True)).astype(np.float32))]
    assert len(path) == length
    before = None
    for label in path:
        assert may_follow(before, label)
        before = label


def test_where_the_likeliest_labels_can_be_they_are_taken() -> None:
    labels = ["o", "b-for", "i-for", "o", "ny", "ny-imod", "i-imod", "b-imod"]
    assert [VOTE_LABELS[index] for index in likeliest(chances(*labels))] == labels


def test_an_inside_without_a_beginning_gets_the_next_best() -> None:
    rows = chances("o", "i-for", "o", others={1: {"b-for": 0.05}})
    assert [VOTE_LABELS[index] for index in likeliest(rows)] == ["o", "b-for", "o"]
    rows = chances("b-for", "i-imod", others={1: {"i-for": 0.05}})
    assert [VOTE_LABELS[index] for index in likeliest(rows)] == ["b-for", "i-for"]


def test_every_kind_can_begin_and_go_on_and_those_of_ballots_can_open() -> None:
    for kind in KINDS:
        assert may_follow(f"b-{kind}", f"{INSIDE}{kind}")
        assert (f"ny-{kind}" in INDEX) == (kind in OF_BALLOTS)
    assert kind_of("ny-antal-for") == "antal-for"
    assert kind_of("ny") is None


def test_words_are_whole_and_without_blanks() -> None:
    text = "Imod stemte Venstres gruppe."
    # Tokens as byte-level pieces: a leading blank, and words cut in two.
    offsets = [(0, 4), (4, 11), (11, 16), (16, 20), (20, 27), (27, 28)]
    found = tagged(text, offsets, chances("o", "o", "b-imod", "o", "o", "o"))
    assert [(text[each.start : each.end], each.kind, each.opens) for each in found] == [("Venstres", "imod", False)]
    assert found[0].probability == pytest.approx(0.9)


def test_words_beside_each_other_do_not_overlap() -> None:
    text = "AVØ"
    found = tagged(text, [(0, 1), (1, 2), (2, 3)], chances("b-for", "b-imod", "o"))
    assert all(one.end <= other.start for one, other in pairwise(found))


def test_nothing_is_marked_in_nothing() -> None:
    assert tagged("", [], np.zeros((0, len(VOTE_LABELS)), dtype=np.float32)) == []
