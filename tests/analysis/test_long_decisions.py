"""Decisions that no clerk writes: what is long must not become slow, and ends with an answer."""

from __future__ import annotations

import time

import pytest
from analysis.cases import context_of

from referat_nlp.analysis.absence import RuleAbsenceExtractor
from referat_nlp.analysis.item_type import RuleTypeTagger
from referat_nlp.analysis.outcome import RuleOutcomeTagger

LENGTH = 25_000
REPEATED = [
    "afbud fra ",
    "Afbud: Bo Lind (afbud) ",
    "Bo Lind: afbud\n",
    "Bo Lind deltog i mødet og ",
    "i stedet for Bo Lind deltog ",
    "ikke inhabil ",
    "Fraværende:\n",
    "for 3 imod 4; ",
    "A (3) og ",
    "Det er er ",
    "flertal ",
    "(",
    '" ',
]


@pytest.mark.parametrize("piece", REPEATED)
def test_time_is_bounded(piece: str) -> None:
    decision = piece * (LENGTH // len(piece))
    members = [{"name": "Bo Lind", "party": "V"}]
    case = {"id": "x", "title": "Ny bro", "decision": decision, "members": members, "body": "Byrådet", "number": "4"}
    context = context_of(case)
    begun = time.process_time()
    for analyser in (RuleAbsenceExtractor(), RuleOutcomeTagger(), RuleTypeTagger()):
        assert len(analyser([context])) == 1  # type: ignore[operator]
    # A few tenths of a second here; what grows with the square takes many.
    assert time.process_time() - begun < 3
