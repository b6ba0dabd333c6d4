"""Types and outcomes by a model, given to load by name."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from referat_nlp import load, parse
from referat_nlp.analysis.models.inputs import Budget
from referat_nlp.analysis.models.item_type import ModelTypeTagger
from referat_nlp.analysis.models.labels import OUTCOMES
from referat_nlp.errors import ModelError, ModelNotFoundError
from tests.analysis.models.items import MINUTES, items
from tests.inference.toys import CASES, TYPES, bag_of_words

TYPE_WORDS = {
    "anlægges": {"godkendelse": 3.0},
    "orientering": {"orientering": 3.0},
    "regnskab": {"drøftelse": 1.0},
    "mark": {"orientering": 3.0},
}
OUTCOME_WORDS = {"godkendt": {"godkendt": 6.0}, "udsat": {"udsat": 6.0}, "godmorgen": {"ingen": 6.0}}


@pytest.fixture
def types(tmp_path: Path) -> Path:
    return bag_of_words(tmp_path / "types", TYPES, TYPE_WORDS)


@pytest.fixture
def outcomes(tmp_path: Path) -> Path:
    more = {"problem_type": "single_label_classification"}
    return bag_of_words(tmp_path / "outcomes", OUTCOMES, OUTCOME_WORDS, **more)


def test_every_type_that_is_likelier_than_not_and_the_most_binding_first(types: Path) -> None:
    first, second = ModelTypeTagger.load(types)(items())
    assert (first.type, first.types) == ("godkendelse", ("orientering", "godkendelse"))
    assert first.scores == {"orientering": 0.731, "drøftelse": 0.119, "godkendelse": 0.731, "andet": 0.119}
    assert (second.type, second.types) == ("orientering", ("orientering",))


def test_where_no_type_is_likely_the_likeliest_is_taken(tmp_path: Path) -> None:
    folder = bag_of_words(tmp_path, TYPES, {"regnskab": {"drøftelse": 1.0}})
    second = ModelTypeTagger.load(folder)(items())[1]
    assert (second.type, second.types, second.scores["drøftelse"]) == ("drøftelse", ("drøftelse",), 0.269)


def test_no_items_are_no_results(types: Path) -> None:
    assert ModelTypeTagger.load(types)([]) == []


def test_load_takes_a_folder_as_string_or_path(types: Path) -> None:
    for name in (types, str(types)):
        record = load(item_type=name)(parse(MINUTES))
        assert [item.type for item in record.items] == ["godkendelse", "orientering"]
        assert record.items[0].outcome == "godkendt"
        assert record.warnings == []


def test_a_pipeline_with_a_model_goes_to_another_process(types: Path) -> None:
    again = pickle.loads(pickle.dumps(load(item_type=types)))
    assert [item.type for item in again(parse(MINUTES)).items] == ["godkendelse", "orientering"]


def test_load_still_takes_an_analyser(types: Path) -> None:
    tagger = ModelTypeTagger.load(types)
    assert load(item_type=tagger).item_type is tagger


def test_what_was_not_read_is_among_the_warnings_of_the_record(types: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("referat_nlp.analysis.models.windowed.BUDGET", Budget(total=16, most_windows=1))
    warnings = load(item_type=types)(parse(MINUTES)).warnings
    assert warnings == ["item 42: the type model read 11 of 19 tokens"]


def test_the_outcome_is_the_models_and_the_points_are_read_by_rule(outcomes: Path) -> None:
    text = MINUTES.replace("Godkendt.", "Udsat.\n\nAd 1) Godkendt.\nAd 2) Udsat.")
    item = load(outcome=outcomes)(parse(text)).items[0]
    assert item.outcome == "udsat"
    assert [point.outcome for point in item.decisions[0].points] == ["godkendt", "udsat"]


def test_a_decision_that_states_none_and_an_item_without_decision_have_no_outcome(outcomes: Path) -> None:
    record = load(outcome=outcomes)(parse(MINUTES.replace("Godkendt.", "Godmorgen.")))
    assert [item.outcome for item in record.items] == [None, None]


@pytest.mark.parametrize("task", ["item_type", "outcome", "summary"])
def test_a_name_that_is_nowhere(task: str) -> None:
    with pytest.raises(ModelNotFoundError, match="there is no model 'no-such-model'"):
        load(**{task: "no-such-model"})  # type: ignore[arg-type]


@pytest.mark.parametrize("task", ["outcome", "summary"])
def test_a_model_of_another_task(types: Path, task: str) -> None:
    with pytest.raises(ModelError, match="its labels are orientering, drøftelse, godkendelse, andet; this task has"):
        load(**{task: types})  # type: ignore[arg-type]


@pytest.mark.parametrize("weights", ["", "model.safetensors"])
def test_a_trained_checkpoint_in_place_of_the_rules(exported_types: Path, weights: str) -> None:
    text = "".join(
        f"Punkt {number}: {title}.\n\nIndstilling\n\n{asked}.\n\n"
        for number, (title, asked) in enumerate(
            (text.format("skolen").rstrip(".").split(". ") for text in CASES.values()), start=1
        )
    )
    record = pickle.loads(pickle.dumps(load(item_type=exported_types / weights)))(parse(text))
    assert len(record.items) == 4
    assert [item.type for item in record.items] == list(CASES)


def test_a_bare_list_of_the_absent_is_no_case_whatever_the_model_says(types: Path) -> None:
    listed = "Ravnsholt Kommune\n\nReferat\n\nPunkt 1: Fraværende\n\nBeslutning\n\nBo Lind og Ida Krog.\n"
    asked = listed.replace("Bo Lind og Ida Krog.", "Udvalget besluttede, at cykelstien anlægges.")
    assert [each.type for each in ModelTypeTagger.load(types)(items(listed))] == ["andet"]
    assert [each.type for each in ModelTypeTagger.load(types)(items(asked))] != ["andet"]
