"""Summaries made of what is known of sentences and words beside a model's scores."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from referat_nlp import load, parse
from referat_nlp.analysis.models.composing import TITLE, Composer, Prospects, compose, read_composer
from referat_nlp.analysis.models.expected_words import Expectation, Wording, fit_expectation, grams
from referat_nlp.analysis.models.labels import SENTENCE_LABELS
from referat_nlp.analysis.models.selection import Selection
from referat_nlp.analysis.models.sentence_features import NAMES, features
from referat_nlp.analysis.models.sentences import Candidate, candidates
from referat_nlp.analysis.models.worth import Judged, Worth, fit_worth, read_worth
from referat_nlp.errors import ModelError
from tests.analysis.models.items import MINUTES, items
from tests.inference.toys import bag_of_words

SENTENCES = (
    "Skolen i Tved udvides med fire klasselokaler for 14 mio. kr.",
    "Skolen i Tved udvides med fire klasselokaler.",
    "Busserne kører hver time.",
    "Elevtallet stiger.",
)


def found(*sentences: str, title: str = "Udvidelse af skolen i Tved") -> list[Candidate]:
    (first, *_) = candidates(items()[0])
    return [
        replace(
            first, text=each, title=title, section="sagsfremstilling", number=number + 1, count=len(sentences),
            span=(100 * number, 100 * number + len(each)),
        )
        for number, each in enumerate(sentences)
    ]  # fmt: skip


def told(sentence: Candidate, *others: Candidate) -> dict[str, float]:
    return dict(zip(NAMES, features([sentence, *others])[0], strict=True))


def worth_of(**weights: float) -> Worth:
    named = {name.replace("_", " "): weight for name, weight in weights.items()}
    assert set(named) <= set(NAMES)
    return Worth(tuple(named.get(name, 0.0) for name in NAMES), 0.0, 0.0)


def expectation() -> Expectation:
    """Words of the best sentences are expected, and are not expected again."""
    wordings = [Wording.of(found(*SENTENCES))] * 4
    return fit_expectation(wordings, [np.array([0.6, 0.1, 0.1, 0.4])] * 4, [f"{SENTENCES[0]} {SENTENCES[3]}"] * 4)


def test_every_sentence_has_every_feature() -> None:
    shown = candidates(items()[0])
    assert features(shown).shape == (len(shown), len(NAMES))
    assert np.isfinite(features(shown)).all()
    assert features([]).shape == (0, len(NAMES))
    assert len(set(NAMES)) == len(NAMES)


def test_features_of_place_and_content() -> None:
    asked, first, _, last, cost = candidates(items()[0])
    every = dict(zip(("asked", "first", "last", "cost"), (asked, first, last, cost), strict=True))
    rows = {name: dict(zip(NAMES, features([each])[0], strict=True)) for name, each in every.items()}
    assert (rows["asked"]["asked"], rows["asked"]["proposes"], rows["asked"]["cost"]) == (1, 1, 0)
    assert (rows["first"]["told, from 1"], rows["first"]["told, last"], rows["first"]["money"]) == (1, 0, 1)
    assert (rows["last"]["told, from 3"], rows["last"]["told, last"], rows["last"]["opens paragraph"]) == (1, 1, 0)
    assert (rows["cost"]["cost"], rows["cost"]["plain"], rows["cost"]["opens paragraph"]) == (1, 0, 1)
    assert rows["first"]["of title"] > rows["cost"]["of title"]


@pytest.mark.parametrize(
    ("sentence", "sign"),
    [
        ("Derfor foreslås det at lukke hallen.", "anaphor"),
        ("Der er tre modeller:", "colon"),
        ("at hallen lukkes", "small letter"),
        ("hallen lukkes i maj", "open end"),
        ("Udgiften er 3 mio. kr. om året.", "money"),
        ("Planen er vedlagt som bilag.", "annex"),
    ],
)
def test_signs_of_a_sentence(sentence: str, sign: str) -> None:
    assert told(*found(sentence))[sign] == 1
    assert told(*found("Skolen udvides til næste sommer."))[sign] == 0


def test_a_sentence_that_others_repeat_is_central() -> None:
    shown = found(*SENTENCES)
    first, _, third, _ = ({**dict(zip(NAMES, row, strict=True))} for row in features(shown))
    assert first["nearest sentence"] > third["nearest sentence"] == 0


def test_worth_adds_features_and_score_up() -> None:
    worth = Worth(tuple(float(name == "asked") for name in NAMES), 0.5, -0.1)
    rows = np.zeros((3, len(NAMES)))
    rows[0, NAMES.index("asked")] = 0.3
    assert worth.of(rows, np.array([0.4, 0.1, 1.0])) == pytest.approx([0.4, 0.0, 0.4])


def test_the_fit_finds_what_shares_depend_on() -> None:
    chance = np.random.default_rng(0)

    def judged(n: int) -> list[Judged]:
        made = []
        for _ in range(n):
            rows = np.zeros((8, len(NAMES)))
            rows[:, 0] = chance.random(8)
            made.append(Judged(rows, 0.1 + 0.3 * rows[:, 0]))
        return made

    learned, held_out = judged(200), judged(40)
    scores = [chance.random(8) for _ in held_out]
    held_out = [replace(each, shares=each.shares + 0.2 * own) for each, own in zip(held_out, scores, strict=True)]
    worth = fit_worth(learned, held_out, scores)
    assert worth.features[0] == pytest.approx(0.3, abs=0.05)
    assert worth.model == pytest.approx(0.2, abs=0.05)
    assert worth.shift == pytest.approx(0.1, abs=0.05)
    assert not any(worth.features[1:])


def test_a_model_that_errs_has_no_weight() -> None:
    rows = np.zeros((6, len(NAMES)))
    rows[:, 0] = np.arange(6)
    items_of = [Judged(rows, np.arange(6) / 10)] * 10
    worth = fit_worth(items_of, items_of, [np.array([1, 0, 1, 0, 1, -3.0])] * 10)
    assert worth.model == 0
    assert worth.features[0] > 0


def test_words_of_good_sentences_are_expected() -> None:
    wording = Wording.of(found(*SENTENCES))
    shared = expectation().of(wording, np.array([0.6, 0.1, 0.1, 0.4]))
    words, pairs = (dict(zip(grams, each, strict=True)) for grams, each in zip(wording.grams, shared, strict=True))
    assert words[("klasselokaler",)][0] == 0
    assert words[("klasselokaler",)][1] > 0.5 > words[("busserne",)][1]
    assert words[("klasselokaler",)][1] > words[("klasselokaler",)][2] - words[("klasselokaler",)][1]
    assert pairs["fire", "klasselokaler"][1] > pairs["hver", "time"][1]
    assert expectation().length == 13


def prospects(wording: Wording, *worth: float, length: float = 13.0) -> Prospects:
    return Prospects(wording, np.array(worth), expectation().of(wording, np.array(worth)), length)


def test_what_is_said_twice_gains_nothing() -> None:
    ahead = prospects(Wording.of(found(*SENTENCES)), 0.6, 0.5, 0.1, 0.4)
    assert compose(ahead, Selection()) == [0, 3]


def test_limits_and_the_least_that_a_summary_holds() -> None:
    wording = Wording.of(found(*SENTENCES))
    ahead = prospects(wording, 0.6, 0.1, 0.1, 0.4)
    assert compose(ahead, Selection(most_sentences=1)) == [0]
    assert len(compose(ahead, Selection(most_words=3))) == 1
    assert compose(prospects(wording, 0.0, 0.0, 0.0, 0.0), Selection(most_words=1))


def test_a_title_leads_only_where_no_sentence_says_it() -> None:
    wording = Wording.of(found("Der bygges nyt.", title="Skolen i Tved udvides med fire klasselokaler"))
    assert TITLE in compose(prospects(wording, 0.3), Selection(title=True))
    assert TITLE not in compose(prospects(wording, 0.3), Selection(title=False))
    said = Wording.of(found(SENTENCES[0], title="Skolen i Tved udvides med fire klasselokaler"))
    assert compose(prospects(said, 0.6), Selection(title=True)) == [0]


def test_what_is_untold_is_not_chosen() -> None:
    ahead = prospects(Wording.of(found(*SENTENCES)), 0.6, 0.5, 0.1, 0.4)
    assert 0 not in compose(ahead, Selection(), untold={0})
    assert compose(ahead, Selection(), untold=range(4)) == []


def test_what_hangs_on_another_is_chosen_behind_it_alone() -> None:
    ahead = prospects(Wording.of(found(*SENTENCES)), 0.6, 0.5, 0.1, 0.4)
    assert compose(ahead, Selection(), hanging={3}) == [0]
    assert 3 in compose(ahead, Selection(), untold={0, 1, 2}, hanging={3})
    behind = prospects(Wording.of(found(*SENTENCES)), 0.1, 0.1, 0.6, 0.5)
    assert compose(behind, Selection(), hanging={3})[-2:] == [2, 3]


def test_grams() -> None:
    assert grams(["ny", "sti", "ny"], 1) == [("ny",), ("sti",), ("ny",)]
    assert grams(["ny", "sti", "ny"], 2) == [("ny", "sti"), ("sti", "ny")]


def test_weights_come_back_from_a_folder(tmp_path: Path) -> None:
    assert read_composer(tmp_path) is None
    kept = Composer(Worth(tuple(round(0.01 * n, 2) for n in range(len(NAMES))), 0.5, -0.25), expectation())
    kept.save(tmp_path)
    again = read_composer(tmp_path)
    assert again is not None
    assert again.worth == kept.worth
    assert np.array(again.expectation.weights) == pytest.approx(np.array(kept.expectation.weights), abs=1e-4)
    assert again.expectation.length == kept.expectation.length


def broken_worth(values: dict[str, object]) -> dict[str, object]:
    assert isinstance(values["features"], dict)
    values["features"].pop("asked")
    return values


@pytest.mark.parametrize(
    ("name", "change", "message"),
    [
        ("worth.json", broken_worth, "'asked' is not a feature of both"),
        ("worth.json", lambda values: {"model": 1}, "no weight for each feature"),
        ("worth.json", lambda values: {**values, "shift": "high"}, "no weight for each feature"),
        ("worth.json", lambda values: {**values, "shift": float("nan")}, "no numbers"),
        ("expected.json", lambda values: {**values, "pairs": {}}, "is not a sign of both"),
        ("expected.json", lambda values: {**values, "words": [1]}, "no weight for each sign"),
        ("expected.json", lambda values: {**values, "length": None}, "has no length"),
    ],
)
def test_broken_weights(tmp_path: Path, name: str, change: Callable[[dict[str, object]], object], message: str) -> None:
    Composer(worth_of(asked=1.0), expectation()).save(tmp_path)
    path = tmp_path / name
    path.write_text(json.dumps(change(json.loads(path.read_text()))))
    with pytest.raises(ModelError, match=message):
        read_composer(tmp_path)


def test_one_file_without_the_other(tmp_path: Path) -> None:
    worth_of(asked=1.0).save(tmp_path)
    assert read_worth(tmp_path) is not None
    with pytest.raises(ModelError, match="together"):
        read_composer(tmp_path)


def test_a_folder_with_weights_summarises_by_them(tmp_path: Path) -> None:
    folder = bag_of_words(tmp_path / "summary", SENTENCE_LABELS, {"lys": {"resumé": 9.0}})
    Composer(worth_of(cost=0.9, asked=0.1), expectation()).save(folder)
    Selection(most_sentences=1).save(folder)
    record = load(summary=folder)(parse(MINUTES))
    summary = record.items[0].summary
    assert summary is not None
    assert summary.text == "Udgiften tages af anlægspuljen."
    assert [record.text[slice(*each.span)] for each in summary.sentences] == [each.text for each in summary.sentences]
    assert summary.sentences[0].score == 0.9
