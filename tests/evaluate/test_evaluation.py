"""Systems scored on labelled minutes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from referat_nlp import Referat, load
from referat_nlp.evaluate.baselines import baselines
from referat_nlp.evaluate.differences import header_differences, item_differences
from referat_nlp.evaluate.documents import LabelledMeeting, find_documents
from referat_nlp.evaluate.evaluation import Run, System, evaluate
from referat_nlp.evaluate.gold import load_gold
from referat_nlp.evaluate.masking import masked
from referat_nlp.evaluate.matching import align
from referat_nlp.evaluate.metrics import METRICS
from tests.evaluate.minutes import labels, write

DEVELOPMENT = Path(__file__).parents[2] / "evaluation" / "development"


@pytest.fixture
def meeting(tmp_path: Path) -> LabelledMeeting:
    (found,), problems = find_documents(load_gold([write(tmp_path)]).meetings)
    assert problems == []
    return found


@pytest.fixture(scope="module")
def development() -> list[LabelledMeeting]:
    """Some of the labelled meetings of the repository."""
    files = sorted(DEVELOPMENT.glob("*.gold.json"))[::4]
    return find_documents(load_gold(files).meetings)[0]


def scores(run: Run) -> dict[str, float]:
    found = {metric.name: run.estimate(metric) for metric in METRICS}
    return {name: estimate.value for name, estimate in found.items() if estimate is not None}


def changed(meeting: LabelledMeeting, n: int, **fields: Any) -> Referat:
    """The right prediction but for one item."""
    referat = load()(meeting.referat)
    items = list(referat.items)
    items[n] = items[n].model_copy(update=fields)
    return referat.model_copy(update={"items": items})


def score(meeting: LabelledMeeting, referat: Referat) -> dict[str, float]:
    (run,) = evaluate([meeting], [System("x", lambda _: [referat])])
    return scores(run)


def test_a_prediction_that_is_right_scores_one(meeting: LabelledMeeting) -> None:
    found = score(meeting, load()(meeting.referat))
    summaries = {name for name in found if name.startswith("summary")}
    unlike_one = {name for name, value in found.items() if value != 1 and name not in summaries | {"type.ece"}}
    assert unlike_one == set()
    assert {"items.f1", "sections.f1", "ballots.span_f1", "contested.voter_set", "absence.f1"} <= set(found)


def test_differences_say_what_is_wrong(meeting: LabelledMeeting) -> None:
    wrong = changed(meeting, 1, type="andet", ballots=[], number="22")
    (pair,) = [pair for pair in align(meeting.gold, wrong) if list(item_differences(pair))]
    assert {(each.field, each.gold, each.found) for each in item_differences(pair)} == {
        ("number", "2", "22"),
        ("type", "godkendelse", "andet"),
        ("ballots", "main, vedtaget, for 3, imod 1 Bo Lind", "no ballot"),
    }
    assert list(header_differences(meeting.gold, wrong)) == []


@pytest.mark.parametrize(
    ("fields", "lowered"),
    [
        ({"type": "andet"}, {"type.accuracy"}),
        ({"outcome": None}, {"outcome.accuracy"}),
        ({"title": "Ny svømmehal"}, {"items.f1"}),
        ({"ballots": []}, {"ballots.exact_f1", "contested.exact_item", "contested.voter_pair_f1", "ballots.span_f1"}),
        ({"sections": []}, {"sections.f1", "sections.exact_item"}),
        ({"summary": None}, {"summary.rouge1"}),
    ],
    ids=str,
)
def test_what_is_wrong_lowers_its_own_score(
    meeting: LabelledMeeting, fields: dict[str, Any], lowered: set[str]
) -> None:
    right, wrong = score(meeting, load()(meeting.referat)), score(meeting, changed(meeting, 1, **fields))
    assert all(wrong[name] < right[name] for name in lowered)


def test_an_item_that_was_missed_has_nothing_right(meeting: LabelledMeeting) -> None:
    referat = load()(meeting.referat)
    found = score(meeting, referat.model_copy(update={"items": referat.items[:1]}))
    assert found["items.f1"] == pytest.approx(2 * 1 / (1 + 3))
    assert found["type.accuracy"] == pytest.approx(1 / 3)
    assert found["ballots.exact_item"] == 0
    assert found["absence.f1"] == 0


def test_items_beside_a_drawn_sample_are_not_scored(tmp_path: Path) -> None:
    record = labels()
    record["items"] = record["items"][1:2]
    record["partial"] = True
    (meeting,), _ = find_documents(load_gold([write(tmp_path, record)]).meetings)
    found = score(meeting, load()(meeting.referat))
    assert found["type.accuracy"] == 1
    assert "items.f1" not in found


def test_ambiguous_items_are_not_scored(tmp_path: Path) -> None:
    record = labels()
    record["items"][1]["ambiguous"] = True
    (meeting,), _ = find_documents(load_gold([write(tmp_path, record)]).meetings)
    assert score(meeting, changed(meeting, 1, type="andet", ballots=[]))["type.accuracy"] == 1


def test_fields_without_labels_are_not_scored(tmp_path: Path) -> None:
    record = {"items": [{"number": item["number"], "type": item["type"]} for item in labels()["items"]]}
    (meeting,), _ = find_documents(load_gold([write(tmp_path, record)]).meetings)
    found = score(meeting, load()(meeting.referat))
    assert {name.split(".")[0] for name in found} == {"items", "type"}


def test_runs_of_different_meetings_cannot_be_compared(meeting: LabelledMeeting) -> None:
    (run,) = evaluate([meeting], [System.of("a", load())])
    other = Run("b", run.tasks, ("elsewhere",), run.tallies)
    with pytest.raises(ValueError, match="different meetings"):
        run.change(METRICS[0], other)


def test_masked_minutes_keep_title_and_case_alone(meeting: LabelledMeeting) -> None:
    kinds = {section.kind for item in masked(meeting.referat).items for section in item.sections}
    assert kinds == {"sagsfremstilling"}
    assert all(item.decisions == [] for item in masked(meeting.referat).items)
    assert meeting.referat.items[1].decisions != []


def run_of(name: str, meetings: list[LabelledMeeting], training: list[LabelledMeeting] | None = None) -> Run:
    return evaluate(meetings, [baselines()[name].build(training or [])])[0]


@pytest.mark.parametrize("name", baselines())
def test_every_baseline_scores_its_own_tasks(development: list[LabelledMeeting], name: str) -> None:
    run = run_of(name, development)
    assert run.system == name
    assert run.tasks == baselines()[name].tasks
    assert {metric.task for metric in METRICS if run.estimate(metric) is not None} == run.tasks


def summaries(name: str, meeting: LabelledMeeting) -> list[str | None]:
    return [item.summary.text if item.summary else None for item in run_of(name, [meeting]).predictions[0].items]


def test_lead_takes_the_first_sentences(meeting: LabelledMeeting) -> None:
    first = "Kommunen har i mange år manglet en svømmehal."
    second = "Hallen koster 40 mio. kr. og kan stå færdig i 2027."
    assert summaries("lead-1", meeting)[:2] == [None, first]
    assert summaries("lead-2", meeting)[1] == f"{first} {second}"
    assert summaries("title-lead-2", meeting)[1] == f"Ny svømmehal i Ellemose. {first} {second}"


def test_the_oracle_takes_what_is_most_like_the_reference(meeting: LabelledMeeting) -> None:
    chosen = summaries("oracle", meeting)[1]
    assert chosen is not None
    assert "Hallen koster 40 mio. kr. og kan stå færdig i 2027." in chosen
    assert "sedum" not in chosen


def test_no_choice_of_sentences_beats_the_oracle_by_much(development: list[LabelledMeeting]) -> None:
    best = scores(run_of("oracle", development))["summary.rouge1"]
    for name in ("lead-1", "lead-2", "lead-3", "textrank"):
        assert scores(run_of(name, development))["summary.rouge1"] < best


def test_textrank_takes_three_sentences_in_printed_order(meeting: LabelledMeeting) -> None:
    referat = run_of("textrank", [meeting]).predictions[0]
    summary = referat.items[1].summary
    assert summary is not None
    spans = [sentence.span for sentence in summary.sentences]
    assert len(spans) == 3
    assert spans == sorted(spans)


def test_the_keyword_rule_reads_the_decision_first(meeting: LabelledMeeting) -> None:
    types = [item.type for item in run_of("keyword", [meeting]).predictions[0].items]
    assert types == ["godkendelse", "godkendelse", "orientering"]


def test_tfidf_learns_from_other_meetings(development: list[LabelledMeeting], meeting: LabelledMeeting) -> None:
    types = [item.type for item in run_of("tfidf-svm", [meeting], development).predictions[0].items]
    assert types == ["godkendelse", "godkendelse", "orientering"]


def test_cross_validation_keeps_a_case_on_one_side(development: list[LabelledMeeting]) -> None:
    from referat_nlp.evaluate.baselines.tfidf import _folds

    cases = [{item.case_number for item in meeting.referat.items if item.case_number} for meeting in development]
    folds = _folds(development)
    assert sorted(n for _, fold in folds for n in fold) == list(range(len(development)))
    for rest, fold in folds:
        assert not {case for n in rest for case in cases[n]} & {case for n in fold for case in cases[n]}
