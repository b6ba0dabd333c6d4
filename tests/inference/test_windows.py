"""Long inputs in windows, put together again without a loss."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from referat_nlp.inference.windows import stitch, windows


def test_what_fits_is_one_window() -> None:
    assert windows(0, 5, 2) == [(0, 0)]
    assert windows(5, 5, 2) == [(0, 5)]


def test_windows_are_of_one_length_and_as_few_as_do() -> None:
    assert windows(11, 5, 2) == [(0, 5), (3, 8), (6, 11)]
    assert windows(421, 400, 24) == [(0, 223), (198, 421)]


@pytest.mark.parametrize("overlap", [5, 7, -1])
def test_an_overlap_must_leave_room_to_go_on(overlap: int) -> None:
    with pytest.raises(ValueError, match="cannot overlap"):
        windows(10, 5, overlap)


@given(st.integers(0, 300), st.integers(1, 60), st.data())
def test_everything_stands_in_a_window_and_comes_back_once(length: int, size: int, data: st.DataObject) -> None:
    overlap = data.draw(st.integers(0, size - 1))
    spans = windows(length, size, overlap)
    assert all(0 <= end - start <= size for start, end in spans)
    assert all(one[1] - other[0] >= overlap for one, other in pairwise(spans))
    rows = np.arange(length, dtype=np.float32)[:, None]
    assert stitch(spans, [rows[start:end] for start, end in spans]).ravel().tolist() == list(range(length))


def test_a_token_of_two_windows_has_the_row_of_the_one_that_sees_more_around_it() -> None:
    spans = windows(10, 6, 2)
    assert spans == [(0, 6), (4, 10)]
    parts = [np.full((6, 1), 1, dtype=np.float32), np.full((6, 1), 2, dtype=np.float32)]
    assert stitch(spans, parts).ravel().tolist() == [1, 1, 1, 1, 1, 2, 2, 2, 2, 2]
