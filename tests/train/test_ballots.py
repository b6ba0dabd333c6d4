"""``referat train ballots``: labels → words of the text → a model that the library runs without PyTorch."""

from __future__ import annotations

import json
import random
from collections import Counter
from pathlib import Path

import pytest
from typer.testing import Result

from referat_nlp import load, parse
from referat_nlp.analysis.models.decoding import Tagged
from referat_nlp.analysis.models.vote_labels import VOTE_LABELS
from referat_nlp.analysis.models.votes import HybridVoteExtractor, ModelVoteExtractor
from referat_nlp.evaluate.documents import LabelledMeeting
from referat_nlp.evaluate.gold.schema import GoldReferat
from referat_nlp.train.ballot_alignment import stretches
from referat_nlp.train.ballot_task import BallotTask, token_labels
from referat_nlp.train.base import load_base
from referat_nlp.train.composed import composed_items
from referat_nlp.train.data import Labelled, labelled_items
from referat_nlp.train.errors import TrainingDataError
from referat_nlp.train.settings import Settings
from referat_nlp.train.task import Shown
from tests.cli.test_model_options import run
from tests.train.conftest import train
from training.composer.compose import compose

MINUTES = "Ellemose Kommune\nByrådet\nReferat\n\nPunkt 1: Ny skole\n\nBeslutning\n{}\n"
NOBODY = {"for": [], "against": [], "abstain": []}


def labelled(decision: str, **gold: object) -> Labelled:
    """An item whose decision is a text, with labels."""
    item = {"number": "1", "title": "Ny skole", "reservations": [], "dissent": [], "absent": [], "ballots": [], **gold}
    record = GoldReferat.model_validate({"items": [item]})
    (found,) = labelled_items([LabelledMeeting("a", record, parse(MINUTES.format(decision)))])
    return found


def words(item: Labelled) -> list[tuple[str | None, str, bool]]:
    (stretch,) = stretches(item)
    assert stretch.words is not None, stretch.problem
    return [(each.kind, item.context.text[each.start : each.end], each.opens) for each in stretch.words]


def person(name: str | None, party: str | None = None) -> dict[str, str | None]:
    return {"name": name, "party": party}


def test_names_and_counts_are_found_on_their_side() -> None:
    decision = (
        "A foreslog en pause. Indstillingen blev godkendt med 5 stemmer for og fem imod, idet formanden afgjorde det. "
        "For stemte A og Bo Lind (V). Imod stemte Ø. Ø stemte imod, fordi skolen er for dyr."
    )
    ballot = {
        **NOBODY, "result": "vedtaget", "counts": {"for": 5, "against": 5},
        "for": [person(None, "A"), person("Bo Lind", "V")], "against": [person(None, "Ø")],
        "begins": "Indstillingen blev godkendt", "ends": "er for dyr.",
    }  # fmt: skip
    assert words(labelled(decision, ballots=[ballot])) == [
        (None, "I", True),
        ("vedtaget", "godkendt", False),
        ("antal-for", "5", False),
        ("antal-imod", "fem", False),
        ("for", "A", False),
        ("for", "Bo Lind", False),
        ("imod", "Ø", False),
    ]


def test_without_its_place_a_ballot_is_looked_for_in_printed_order() -> None:
    decision = "Bo Lind foreslog 2 spor: 1 for, 6 imod. Forkastet.\nIndstillingen godkendt med 6 stemmer for og 1 imod."
    ballots = [
        {
            **NOBODY,
            "motion": "amendment",
            "proposer": "Bo Lind",
            "result": "forkastet",
            "counts": {"for": 1, "against": 6},
        },
        {**NOBODY, "result": "vedtaget", "counts": {"for": 6, "against": 1}},
    ]
    assert words(labelled(decision, ballots=ballots)) == [
        ("forslagsstiller", "Bo Lind", True),
        ("antal-for", "1", False),
        ("antal-imod", "6", False),
        ("forkastet", "Forkastet", False),
        (None, "I", True),
        ("vedtaget", "godkendt", False),
        ("antal-for", "6", False),
        ("antal-imod", "1", False),
    ]


def test_who_puts_a_motion_is_looked_for_before_the_vote_too() -> None:
    decision = "V og Bo Lind foreslog en pause.\nFor stemte 2. Imod stemte 5. Forslaget faldt."
    ballot = {
        **NOBODY, "motion": "procedural", "proposer": "V og Bo Lind", "result": "forkastet",
        "counts": {"for": 2, "against": 5}, "begins": "For stemte 2.", "ends": "Forslaget faldt.",
    }  # fmt: skip
    assert words(labelled(decision, ballots=[ballot])) == [
        ("forslagsstiller", "V", True),
        ("forslagsstiller", "Bo Lind", False),
        ("antal-for", "2", False),
        ("antal-imod", "5", False),
        ("forkastet", "faldt", False),
    ]


def test_positions_and_absences_are_found() -> None:
    decision = "Godkendt. Ø tog forbehold. Bo Lind kunne ikke tiltræde. Ida Krog var inhabil og deltog ikke."
    gold = {
        "reservations": [person(None, "Ø")], "dissent": [person("Bo Lind")],
        "absent": [{"name": "Ida Krog", "kind": "disqualified"}],
    }  # fmt: skip
    assert words(labelled(decision, **gold)) == [
        ("forbehold", "Ø", False),
        ("dissens", "Bo Lind", False),
        ("inhabil", "Ida Krog", False),
    ]


def test_what_is_not_found_is_told_and_left_out() -> None:
    ballot = {**NOBODY, "result": "vedtaget", "counts": {"against": 3}, "against": [person("Per Ek")]}
    item = labelled("Godkendt. Imod stemte P. Ek med 3 stemmer.", ballots=[ballot])
    (stretch,) = stretches(item)
    assert (stretch.words, stretch.problem) == (None, "Per Ek")
    assert BallotTask().classes(item) == ()
    assert BallotTask().unaligned([item]) == [
        "1 decision left out, in which words of the labels were not found: a, item 1: Per Ek"
    ]
    assert BallotTask().unaligned([labelled("Godkendt.")]) == []


def test_tokens_get_the_labels_of_their_words() -> None:
    offsets = [(0, 2), (2, 7), (7, 10), (10, 14), (14, 15)]
    marked = [Tagged(None, 0, 1, 1.0, opens=True), Tagged("imod", 3, 10, 1.0), Tagged("for", 11, 14, 1.0, opens=True)]
    assert [VOTE_LABELS[index] for index in token_labels(marked, offsets)] == ["ny", "b-imod", "i-imod", "ny-for", "o"]


def test_sentences_about_what_is_not_labelled_are_not_learned_from(base: Path) -> None:
    start = load_base(base, "ForTokenClassification", VOTE_LABELS, exclusive=True, dropout=0.0, seed=0)
    shown = Shown(start.tokenizer, start.max_tokens, Settings())
    whole = labelled("Godkendt. Ida Krog var fraværende.")
    gold = whole.gold.model_copy()
    gold.model_fields_set.discard("absent")
    part = Labelled(whole.meeting, gold, whole.context)
    (known,), (unknown,) = (BallotTask().rows([item], shown, None) for item in (whole, part))
    assert known.ids == unknown.ids
    assert len(known.marks) == len(known.ids) - 2
    assert set(unknown.marks) < set(known.marks)
    assert known.targets.shape == (len(known.marks), len(VOTE_LABELS))


def test_a_wording_is_learned_from_once_and_few_that_tell_nothing(base: Path, composed: Path) -> None:
    start = load_base(base, "ForTokenClassification", VOTE_LABELS, exclusive=True, dropout=0.0, seed=0)
    shown = Shown(start.tokenizer, start.max_tokens, Settings())
    by_hand = labelled("Godkendt. Ida Krog var fraværende.", absent=[{"name": "Ida Krog", "kind": "absent"}])
    items = [*composed_items([composed]), by_hand, by_hand]
    rows = [BallotTask().rows(items, shown, random.Random(draw)) for draw in (1, 2)]
    silent = [[row for row in drawn if row.targets[:, 0].all()] for drawn in rows]
    for drawn, without in zip(rows, silent, strict=True):
        wordings = [(*row.ids, row.targets.tobytes()) for row in drawn]
        assert len(set(wordings)) == len(wordings)
        assert 0 < len(without) <= round((len(drawn) - len(without)) / 2)
    assert len(rows[0]) < len(BallotTask().rows(items, shown, None))
    assert {tuple(row.ids) for row in silent[0]} != {tuple(row.ids) for row in silent[1]}
    assert Counter(row.weight for row in rows[0])[2.0] == 1


@pytest.fixture(scope="module")
def composed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("composed") / "composed.jsonl"
    lines = [json.dumps(compose(seed, known=True, agenda=False).record()) for seed in range(400, 412)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_composed_meetings_know_their_words(composed: Path) -> None:
    items = list(composed_items([composed]))
    told = {kind for item in items for kind in BallotTask().classes(item)}
    assert {"b-for", "b-imod", "b-antal-for", "b-antal-imod", "b-vedtaget", "ny"} <= told
    for item in items:
        assert all(each.kind is None or each.start < each.end for each in item.marked or ())
        assert BallotTask().classes(item) or not item.context.item.decisions


@pytest.mark.parametrize("line", ["{", "[]", '{"text": "x", "gold": {"items": []}}'])
def test_other_files_are_no_composed_meetings(tmp_path: Path, line: str) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text(line, encoding="utf-8")
    with pytest.raises(TrainingDataError, match=r"x\.jsonl:1 is no composed meeting"):
        list(composed_items([path]))


@pytest.fixture(scope="module")
def votes(base: Path, composed: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Result]:
    out = tmp_path_factory.mktemp("models") / "votes"
    done = train("ballots", "--mentions", composed, "--base", base, "-o", out, "--epochs", 2, "--rate", 1e-2)
    assert done.exit_code == 0, done.output
    return out, done


def test_a_model_is_trained_and_runs_in_the_slim_runtime(votes: tuple[Path, Result], composed: Path) -> None:
    folder, done = votes
    assert "items to learn from" in done.stderr
    assert "ballots, exact F1" in done.stdout
    assert {"model.int8.onnx", "calibration.json", "README.md"} <= {path.name for path in folder.iterdir()}
    first = json.loads(composed.read_text(encoding="utf-8").splitlines()[0])
    record = load(votes=folder, absence=folder)(parse(first["text"]))
    assert len(record.items) >= 3
    model = ModelVoteExtractor.load(folder)
    assert model.model.checkpoint.is_onnx
    assert model.model.checkpoint.exclusive
    assert isinstance(load(votes=folder).votes, HybridVoteExtractor)


def test_the_card_tells_kinds_and_tokens(votes: tuple[Path, Result]) -> None:
    card = (votes[0] / "README.md").read_text(encoding="utf-8")
    assert "| b-imod |" in card
    assert "i-imod" not in card
    assert "held-out tokens by one temperature" in card
    assert "--model-votes votes" in card


def test_evaluate_scores_it_beside_the_grammar_and_alone(votes: tuple[Path, Result], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(MINUTES.format("Godkendt med 5 stemmer imod 2."), encoding="utf-8")
    ballot = {**NOBODY, "motion": "main", "result": "vedtaget", "counts": {"for": 5, "against": 2}}
    gold = {"items": [{"number": "1", "title": "Ny skole", "ballots": [ballot]}]}
    (tmp_path / "a.gold.json").write_text(json.dumps(gold), encoding="utf-8")
    out = tmp_path / "results.json"
    done = run("evaluate", tmp_path, "--model-votes", votes[0], "--votes-alone", "--json", out)
    assert done.exit_code == 0, done.output
    hybrid, alone = json.loads(out.read_text(encoding="utf-8"))["systems"]
    assert hybrid["name"] == f"referat_nlp votes={votes[0]}"
    assert hybrid["scores"]["ballots.exact_f1"]["value"] == 1.0
    assert alone["name"] == f"votes={votes[0]} alone"
    assert run("evaluate", tmp_path, "--votes-alone").exit_code == 2


def test_without_labels_there_is_nothing_to_train(base: Path, tmp_path: Path) -> None:
    assert train("ballots", "--base", base, "-o", tmp_path / "x").exit_code == 2
