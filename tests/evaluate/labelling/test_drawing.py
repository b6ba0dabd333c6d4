"""Which items are drawn."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from referat_nlp.errors import EmptyInputError
from referat_nlp.evaluate.labelling.drawing import Candidate, candidates, draw, uncertainty
from referat_nlp.pipeline import load
from referat_nlp.schema import Ballot, Item, Meeting, Source
from tests.authored import MINUTES, OTHER
from tests.evaluate.labelling.filling import document


def candidate(place: int, municipality: str, decision: str) -> Candidate:
    item = Item(id=f"{place}", title=decision, span=(0, len(decision)), type="godkendelse")
    return Candidate(item, Meeting(municipality=municipality, body="Byrådet"), Source(), decision, place)


def pool() -> list[Candidate]:
    wordings = ["Godkendt."] * 16 + ["Udsat til næste møde.", "Forkastet efter afstemning.", "Drøftet.", "Vej lukkes."]
    large = [candidate(n, "Storby Kommune", wording) for n, wording in enumerate(wordings)]
    return [*large, candidate(20, "Lilleby Kommune", "Godkendt."), candidate(21, "Mellemby Kommune", "Godkendt.")]


@pytest.mark.parametrize("strategy", ["random", "uncertain", "diverse"])
def test_the_same_seed_draws_the_same_items_in_document_order(strategy: str) -> None:
    drawn = [each.place for each in draw(pool(), 6, strategy, seed=3)]  # type: ignore[arg-type]
    assert drawn == [each.place for each in draw(pool(), 6, strategy, seed=3)]  # type: ignore[arg-type]
    assert drawn == sorted(drawn)
    assert len(set(drawn)) == 6
    assert len(draw(pool(), 99, strategy)) == 22  # type: ignore[arg-type]


def test_another_seed_draws_others() -> None:
    assert len({tuple(each.place for each in draw(pool(), 6, seed=seed)) for seed in range(5)}) > 1


def test_diverse_takes_every_body_and_wordings_that_differ() -> None:
    drawn = draw(pool(), 7, "diverse")
    assert {each.meeting.municipality for each in drawn} == {"Storby Kommune", "Lilleby Kommune", "Mellemby Kommune"}
    assert Counter(each.text for each in drawn)["Godkendt."] <= 3


def test_uncertain_takes_close_types_and_doubtful_ballots_first() -> None:
    sure = Item(id="s", span=(0, 1), type="andet", types=["andet"], type_scores={"andet": 0.98, "drøftelse": 0.01})
    close = sure.model_copy(update={"type_scores": {"andet": 0.5, "drøftelse": 0.45}})
    mixed = sure.model_copy(
        update={
            "types": ["godkendelse", "orientering"],
            "type_scores": {"godkendelse": 0.97, "orientering": 0.95, "andet": 0.01},
        }
    )
    warned = sure.model_copy(update={"ballots": [Ballot(span=(0, 1), warnings=["names-do-not-match-count"])]})
    untyped = Item(id="u", span=(0, 1))
    assert uncertainty(sure) < uncertainty(mixed) < uncertainty(close) < uncertainty(warned) == uncertainty(untyped)
    items = [sure, close, warned]
    given = [Candidate(item, Meeting(), Source(), "", place) for place, item in enumerate(items)]
    assert [each.place for each in draw(given, 2, "uncertain")] == [1, 2]


def test_a_document_that_lies_there_twice_is_drawn_from_once(tmp_path: Path) -> None:
    paths = [document(tmp_path), document(tmp_path, name="copy.txt"), document(tmp_path, OTHER, "other.txt")]
    assert len(list(candidates(load().pipe(paths)))) == 4


def test_body_narrows_the_pool(tmp_path: Path) -> None:
    council = MINUTES.replace("Teknik- og Miljøudvalget", "Byrådet")
    paths = [document(tmp_path), document(tmp_path, council, "b.txt")]
    assert {each.meeting.body for each in candidates(load().pipe(paths), body="byråd")} == {"Byrådet"}


def test_nothing_to_draw_is_said() -> None:
    with pytest.raises(EmptyInputError, match="no item to draw"):
        draw([], 5)
