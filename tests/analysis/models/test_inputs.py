"""What a model is shown of an item, and that nothing of it is lost unsaid."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referat_nlp.analysis.models.inputs import BUDGET, Budget, ItemText, item_inputs, item_text, shares
from referat_nlp.inference.tokenize import TextTokenizer
from tests.analysis.models.items import items
from tests.inference.toys import word_tokenizer

NUMBERS = [f"n{number}" for number in range(600)]
TOKENIZER = TextTokenizer.of(word_tokenizer(NUMBERS))
FIRST = 4
"""The token of the first number."""


def counted(title: int, asked: int, decided: int, case: int) -> ItemText:
    """An item whose n-th word is the n-th number."""
    ends = [title, title + asked, title + asked + decided, title + asked + decided + case]
    starts = [0, *ends[:3]]
    return ItemText(*(" ".join(NUMBERS[start:end]) for start, end in zip(starts, ends, strict=True)))


def test_the_parts_of_an_item() -> None:
    text = item_text(items()[0])
    assert text.title == "Ny cykelsti ved Tved Mark"
    assert text.asked == "Forvaltningen indstiller, at cykelstien anlægges."
    assert text.decided == "Godkendt."
    assert text.case.startswith("Byrådet har sat 14,2 mio. kr.")
    assert text.case.endswith("i alt.\nUdgiften tages af anlægspuljen.")


def test_parts_that_an_item_does_not_have_are_empty() -> None:
    text = item_text(items()[1])
    assert (text.asked, text.decided) == ("", "")
    assert text.case == "Havnen havde i året et overskud på 400.000 kr. efter renter."


def test_earlier_decisions_of_others_are_not_shown() -> None:
    item = items()[0]
    others = [decision.model_copy(update={"own": False}) for decision in item.item.decisions]
    assert item_text(replace(item, item=item.item.model_copy(update={"decisions": others}))).decided == ""


def test_a_short_item_is_one_window_with_a_token_after_each_part() -> None:
    (found,) = item_inputs([counted(2, 1, 0, 3)], TOKENIZER)
    assert found.windows == [[2, 4, 5, 3, 6, 3, 3, 7, 8, 9, 3]]
    assert found.shown == found.total == 6
    assert found.warning("the model") is None


def test_an_empty_item_is_one_window() -> None:
    (found,) = item_inputs([ItemText("", "", "", "")], TOKENIZER)
    assert found.windows == [[2, 3, 3, 3, 3]]


@pytest.mark.parametrize(
    ("lengths", "given_"),
    [
        ((10, 20, 30, 40), (10, 20, 30, 40)),
        ((90, 200, 300, 900), (48, 120, 120, 107)),
        ((10, 20, 30, 900), (10, 20, 30, 335)),
        ((10, 0, 500, 50), (10, 0, 335, 50)),
        ((90, 500, 150, 0), (48, 197, 150, 0)),
    ],
)
def test_what_a_part_leaves_another_has(lengths: tuple[int, ...], given_: tuple[int, ...]) -> None:
    assert shares(lengths) == given_


def test_the_case_of_a_decided_item_is_not_read() -> None:
    (found,) = item_inputs([counted(2, 1, 1, 3)], TOKENIZER)
    assert found.windows == [[2, 4, 5, 3, 6, 3, 7, 3, 3]]
    assert found.shown == found.total == 4


def test_a_long_case_is_read_in_windows_that_all_begin_with_the_other_parts() -> None:
    (found,) = item_inputs([counted(3, 5, 0, 504)], TOKENIZER, Budget(total=200, overlap=20))
    assert len(found.windows) == 3
    assert len({tuple(window[: 1 + 4 + 6 + 1]) for window in found.windows}) == 1
    assert {token for window in found.windows for token in window} >= set(range(FIRST, FIRST + 512))
    assert found.shown == found.total == 512


def test_a_long_decision_is_read_whole_too() -> None:
    (found,) = item_inputs([counted(3, 155, 300, 0)], TOKENIZER)
    assert len(found.windows) == 2
    assert {token for window in found.windows for token in window} >= set(range(FIRST, FIRST + 458))


def test_what_lies_beyond_the_last_window_is_told() -> None:
    (found,) = item_inputs([counted(10, 0, 0, 590)], TOKENIZER, Budget(total=115, overlap=0, most_windows=2))
    assert len(found.windows) == 2
    assert found.warning("the type model") == "the type model read 208 of 600 tokens"


def test_a_model_that_takes_less_has_a_smaller_budget() -> None:
    small = BUDGET.within(100)
    assert (small.total, small.title, small.asked, small.decided) == (100, 12, 30, 30)
    assert BUDGET.within(512) == BUDGET


@given(st.tuples(*[st.integers(0, 149)] * 4), st.integers(40, 400))
def test_no_window_is_too_long_and_every_token_is_shown_or_told(lengths: tuple[int, ...], total: int) -> None:
    budget = BUDGET.within(total)
    (found,) = item_inputs([counted(*lengths)], TOKENIZER, budget)
    assert all(len(window) <= total for window in found.windows)
    shown = {token for window in found.windows for token in window if token >= FIRST}
    read = lengths[:3] if lengths[2] else lengths
    assert len(shown) == found.shown
    assert (found.warning("it") is None) == (len(shown) == sum(read))
