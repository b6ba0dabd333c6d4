"""The members of a printed list, and the number beside it, are of one kind."""

from __future__ import annotations

import re

import numpy as np
import pytest

from referat_nlp.analysis.models.agreement import agreed
from referat_nlp.analysis.models.decoding import tagged
from referat_nlp.analysis.models.vote_labels import VOTE_LABELS
from referat_nlp.danish.people import Member

INDEX = {label: index for index, label in enumerate(VOTE_LABELS)}
WORD = re.compile(r"\w+|[^\w\s]")


def found(text: str, said: dict[str, dict[str, float]], members: tuple[Member, ...] = ()) -> list[tuple[str, str]]:
    """What is marked where a model says something of some words, and of all others that they are nothing."""
    words = list(WORD.finditer(text))
    rows = np.full((len(words), len(VOTE_LABELS)), 1e-4, dtype=np.float32)
    for row, word in enumerate(words):
        for label, chance in said.get(word.group(), {"o": 0.99}).items():
            rows[row, INDEX[label]] = chance
    offsets = [word.span() for word in words]
    marked = tagged(text, offsets, agreed(text, offsets, rows, members))
    return [(each.kind or "ny", text[each.start : each.end]) for each in marked]


def test_a_list_is_on_the_side_of_most_of_it() -> None:
    said = {"A": {"b-imod": 0.8, "b-for": 0.1}, "O": {"b-imod": 0.8, "b-for": 0.1}, "V": {"b-for": 0.6, "b-imod": 0.3}}
    assert found("Imod stemte A, O og V.", said) == [("imod", "A"), ("imod", "O"), ("imod", "V")]
    # Another list is asked by itself.
    apart = found("Imod stemte A og O. For stemte V.", said)
    assert apart == [("imod", "A"), ("imod", "O"), ("for", "V")]


def test_a_member_that_was_overlooked_is_found() -> None:
    said = {
        "Bo": {"b-for": 0.9}, "Lind": {"i-for": 0.9}, "Ida": {"o": 0.5, "b-for": 0.4}, "Krog": {"o": 0.5, "i-for": 0.4},
        "Per": {"b-for": 0.9}, "Ek": {"i-for": 0.9},
    }  # fmt: skip
    names = found("For stemte Bo Lind (V), Ida Krog (A) og Per Ek (O).", said)
    assert names == [("for", "Bo Lind"), ("for", "Ida Krog"), ("for", "Per Ek")]


def test_a_name_does_not_begin_within_itself() -> None:
    said = {"Ida": {"b-for": 0.9}, "Vang": {"b-for": 0.6, "i-for": 0.3}, "Krog": {"i-for": 0.9}}
    assert found("For stemte Ida Vang Krog (V).", said) == [("for", "Ida Vang Krog")]


@pytest.mark.parametrize("text", ["Mod stemte 4 (A og V).", "4 medlemmer (A og V).", "Mod stemte A og V (4)."])
def test_the_number_beside_a_list_is_its_count(text: str) -> None:
    voters = {"A": {"b-imod": 0.9, "b-for": 0.05}, "V": {"b-imod": 0.9, "b-for": 0.05}}
    told = found(text, {**voters, "4": {"b-antal-for": 0.5, "b-antal-imod": 0.45}})
    assert sorted(told) == [("antal-imod", "4"), ("imod", "A"), ("imod", "V")]
    # A number that is sure of its side tells that of those who are not.
    unsure = {"A": {"b-imod": 0.4, "b-for": 0.5}, "V": {"b-imod": 0.4, "b-for": 0.5}}
    told = found(text, {**unsure, "4": {"b-antal-imod": 0.98, "b-antal-for": 0.01}})
    assert sorted(told) == [("antal-imod", "4"), ("imod", "A"), ("imod", "V")]


def test_numbers_that_are_no_counts_stay_what_they_are() -> None:
    said = {"A": {"b-imod": 0.9}, "V": {"b-imod": 0.9}}
    assert found("Punkt 4 (A og V) imod.", said) == [("imod", "A"), ("imod", "V")]


def test_nothing_is_changed_where_nobody_is_named() -> None:
    rows = np.full((2, len(VOTE_LABELS)), 1 / len(VOTE_LABELS), dtype=np.float32)
    np.testing.assert_array_equal(agreed("godkendt nu", [(0, 8), (9, 11)], rows, ()), rows)
    assert agreed("", [], np.zeros((0, len(VOTE_LABELS)), dtype=np.float32), ()).shape == (0, len(VOTE_LABELS))
