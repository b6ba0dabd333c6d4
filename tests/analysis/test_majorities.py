"""Whether printed votes carried."""

from __future__ import annotations

import pytest

from referat_nlp.analysis.decision.majorities import carried


@pytest.mark.parametrize(
    ("sentence", "won"),
    [
        ("Det samlede forslag: 9 ja, 6 nej, 2 blanke.", True),
        ("For forslaget 5, imod forslaget 12.", False),
        ("Om budgettet: 20 stemte for, 5 imod.", True),
        ("Herfor stemte 6, herimod 9.", False),
        ("For takstens forhøjelse stemte 8 medlemmer, ingen imod.", True),
        ("Forslaget fik 7 stemmer mod 7.", False),
        ("A (3), F (2) for, V (4) imod.", True),
        ("For stemte A (3) og F (2), imod V (6).", False),
        ("Stemmerne faldt 12-9.", True),
        ("5 stemte for den lange rute.", True),
        ("Forslaget fik 6 stemmer. 7 stemte imod.", False),
        ("Indstillingen opnåede 13 stemmer, 10 stemte imod, ingen undlod.", True),
        ("For stemte Lone Holt. De øvrige 12 stemte imod.", False),
        ("3 stemte for at yde tilskuddet,\nog 3 stemte imod.", False),
        ("For: 8\n\nImod: 10", False),
        ("3 medlemmer stemte imod.", None),
        ("Der gives 200.000 kr. for 2 år.", None),
        ("Punkt 3-5 blev drøftet.", None),
    ],
)
def test_printed_votes(sentence: str, won: bool | None) -> None:
    assert carried(sentence) is won
