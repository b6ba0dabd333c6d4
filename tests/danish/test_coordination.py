"""Lists of words as Danish prints them."""

from __future__ import annotations

import pytest

from referat_nlp.danish.coordination import coordinated


@pytest.mark.parametrize(
    ("words", "printed"), [(["A"], "A"), (["A", "V"], "A og V"), (["A", "Bo Lind", "V"], "A, Bo Lind og V")]
)
def test_og_stands_before_the_last(words: list[str], printed: str) -> None:
    assert coordinated(words) == printed
