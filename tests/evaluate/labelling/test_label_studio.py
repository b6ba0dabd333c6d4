"""Tasks for Label Studio and its annotations: an export is read back as what was marked."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from referat_nlp.evaluate.gold.sheets import Sheet
from referat_nlp.evaluate.labelling.drawing import Candidate
from referat_nlp.evaluate.labelling.label_studio import interface, parse_export, tasks
from tests.authored import MINUTES
from tests.evaluate.labelling.filling import document, drawn_from

SMILE = MINUTES.replace("Stien bliver 3 km", "Stien 🚲 bliver 3 km")


def units(text: str) -> int:
    """Length as JavaScript counts it."""
    return len(text.encode("utf-16-le")) // 2


def span(text: str, part: str, label: str, region: str = "") -> dict[str, Any]:
    at = text.index(part)
    value = {"start": units(text[:at]), "end": units(text[: at + len(part)]), "text": part, "labels": [label]}
    return {"id": region or f"{label}{at}", "from_name": "spans", "to_name": "text", "type": "labels", "value": value}


def chosen(name: str, *values: str, region: str = "") -> dict[str, Any]:
    return {
        "id": region or name,
        "from_name": name,
        "to_name": "text",
        "type": "choices",
        "value": {"choices": list(values)},
    }


def annotated(task: dict[str, Any], *result: dict[str, Any], by: Any = 1) -> dict[str, Any]:
    earlier = task.get("annotations", [])
    return {**task, "annotations": [*earlier, {"completed_by": by, "was_cancelled": False, "result": list(result)}]}


def read(*records: dict[str, Any], annotator: str | None = None) -> Sheet:
    data = json.dumps(list(records), ensure_ascii=False).encode()
    return parse_export(Path("export.json"), data, annotator=annotator)


@pytest.fixture
def drawn(tmp_path: Path) -> list[Candidate]:
    return drawn_from(document(tmp_path, SMILE))


@pytest.fixture
def task(drawn: list[Candidate]) -> dict[str, Any]:
    return tasks(drawn)[1]


def test_the_interface_offers_every_name_that_predictions_use(drawn: list[Candidate]) -> None:
    root = ElementTree.fromstring(interface())
    controls = {node.get("name"): {child.get("value") for child in node} for node in root if node.get("toName")}
    predicted = [entry for each in tasks(drawn, prefill=True) for entry in each["predictions"][0]["result"]]
    assert {entry["from_name"] for entry in predicted} >= {"type", "types", "outcome", "spans", "motion", "result"}
    for entry in predicted:
        values = entry["value"].get("choices") or entry["value"]["labels"]
        assert set(values) <= controls[entry["from_name"]]


WORDING = "Godkendt med 3 stemmer for og 1 stemme imod. Imod stemte Malene Buhl (Ø)"


def test_choices_and_spans_become_labels(task: dict[str, Any]) -> None:
    text = task["data"]["text"]
    sheet = read(
        annotated(
            task,
            chosen("types", "orientering", "godkendelse"),
            chosen("outcome", "godkendt"),
            chosen("done", "fravær"),
            span(text, WORDING, "afstemning", "r1"),
            chosen("motion", "hovedforslag", region="r1"),
            chosen("result", "vedtaget", region="r1"),
            span(text, "3 stemmer", "antal for"),
            span(text, "1 stemme ", "antal imod"),
            span(text, "Malene Buhl (Ø)", "imod"),
            span(text, "Ida Krog", "forbehold"),
        )
    )
    assert sheet.problems == []
    [labelled] = sheet.items
    item = labelled.item
    assert (item.type, item.types, item.outcome) == ("godkendelse", ["godkendelse", "orientering"], "godkendt")
    assert (item.number, labelled.source.path, labelled.row) == ("42", task["data"]["path"], 1)
    assert item.labels("absent")
    assert not item.labels("dissent")
    [ballot] = item.ballots
    assert (ballot.result, ballot.counts.for_, ballot.counts.against, ballot.unanimous) == ("vedtaget", 3, 1, False)
    assert [(voter.name, voter.party) for voter in ballot.against] == [("Malene Buhl", "Ø")]
    for stretch, expected in ((ballot.span, WORDING), (item.reservations[0].span, "Ida Krog")):
        assert stretch is not None
        assert SMILE[slice(*stretch)] == expected


def test_votes_without_a_marked_ballot_are_one_ballot(task: dict[str, Any]) -> None:
    [labelled] = read(annotated(task, span(task["data"]["text"], "Malene Buhl (Ø)", "imod"))).items
    assert [ballot.against[0].name for ballot in labelled.item.ballots] == ["Malene Buhl"]
    assert labelled.item.ballots[0].span is None


def test_two_ballots_keep_their_voters_apart(task: dict[str, Any]) -> None:
    text = task["data"]["text"]
    regions = [span(text, WORDING[:44], "afstemning", "r1"), span(text, WORDING[45:], "afstemning", "r2")]
    [labelled] = read(annotated(task, *regions, span(text, "Malene Buhl", "imod"))).items
    assert [len(ballot.against) for ballot in labelled.item.ballots] == [0, 1]
    [problem] = read(annotated(task, *regions, span(text, "Ida Krog", "imod"))).problems
    assert "'Ida Krog' (imod) lies in none of the 2 marked ballots" in str(problem)


def test_predictions_accepted_as_they_stand_are_the_models_answers(drawn: list[Candidate]) -> None:
    given = tasks(drawn, prefill=True)
    sheet = read(*(annotated(each, *each["predictions"][0]["result"]) for each in given))
    assert sheet.problems == []
    for candidate, labelled in zip(drawn, sheet.items, strict=True):
        item = labelled.item
        assert (item.id, item.type, item.outcome) == (candidate.item.id, candidate.item.type, candidate.item.outcome)
        assert [ballot.span for ballot in item.ballots] == [ballot.span for ballot in candidate.item.ballots]
        assert [ballot.result for ballot in item.ballots] == [ballot.result for ballot in candidate.item.ballots]
    [ballot] = sheet.items[1].item.ballots
    assert (ballot.counts.for_, ballot.counts.against) == (3, 1)
    assert [(voter.name, voter.party) for voter in ballot.against] == [("Malene Buhl", "Ø")]


def test_tasks_that_nobody_annotated_are_passed_over(task: dict[str, Any]) -> None:
    cancelled = annotated(task, chosen("type", "andet"))
    cancelled["annotations"][0]["was_cancelled"] = True
    sheet = read(task, cancelled, annotated(task))
    assert (sheet.items, sheet.problems, sheet.unlabelled) == ([], [], [1, 2, 3])


def test_one_of_several_annotators_is_chosen(task: dict[str, Any]) -> None:
    both = annotated(task, chosen("type", "andet"), by={"id": 4, "email": "anna@example.org"})
    both = annotated(both, chosen("type", "drøftelse"), by=5)
    assert "2 annotations (by anna@example.org, 5): choose one with --annotator" in str(read(both).problems[0])
    assert read(both, annotator="5").items[0].item.type == "drøftelse"
    assert read(both, annotator="anna@example.org").items[0].item.type == "andet"


def wrong_span(text: str, **changes: Any) -> dict[str, Any]:
    entry = span(text, "Ida Krog", "forbehold")
    return {**entry, "value": {**entry["value"], **changes}}


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"end": 10**6}, "lies outside the text"),
        ({"start": -1}, "lies outside the text"),
        ({"start": 3, "end": 9}, "in the text but 'Ida Krog' in the export"),
    ],
)
def test_spans_that_do_not_fit_the_text_are_named(task: dict[str, Any], changes: dict[str, Any], message: str) -> None:
    [problem] = read(annotated(task, wrong_span(task["data"]["text"], **changes))).problems
    assert problem.row == 1
    assert message in problem.message


def test_the_same_task_twice_is_named(task: dict[str, Any]) -> None:
    one = annotated(task, chosen("type", "andet"))
    assert ["task 1 already" in str(problem) for problem in read(one, one).problems] == [True]


def test_a_label_that_the_rules_do_not_know_is_named(task: dict[str, Any]) -> None:
    assert "'sludder' is not one of" in str(read(annotated(task, chosen("type", "sludder"))).problems[0])


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is no JSON"),
        (b"{}", "is no export of Label Studio"),
        (b"[]", "is no export of Label Studio"),
        (b"[1]", "is no task"),
        (b'[{"annotations": []}]', "is no task"),
        ("[æ]".encode("cp1252"), "is no JSON"),
    ],
)
def test_what_is_no_export_is_one_problem(data: bytes, message: str) -> None:
    [problem] = parse_export(Path("export.json"), data).problems
    assert message in str(problem)


def test_several_people_in_one_span(task: dict[str, Any]) -> None:
    text = "Karla Winther (A) og Ida Krog tog forbehold."
    changed = {"data": {**task["data"], "text": text}}
    [labelled] = read(annotated(changed, span(text, "Karla Winther (A) og Ida Krog", "forbehold"))).items
    assert [(each.name, each.party) for each in labelled.item.reservations] == [
        ("Karla Winther", "A"),
        ("Ida Krog", None),
    ]
