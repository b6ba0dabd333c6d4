"""Scores against published implementations, on random inputs, and against counting by hand."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rouge_score.rouge_scorer import RougeScorer
from sacrebleu.metrics.chrf import CHRF
from scipy.stats import bootstrap
from seqeval.metrics import f1_score as entity_f1
from sklearn.metrics import accuracy_score, f1_score, precision_recall_fscore_support

from referat_nlp.evaluate.bootstrap import Resamples
from referat_nlp.evaluate.gold import GoldItem, GoldReferat
from referat_nlp.evaluate.matching import Pair
from referat_nlp.evaluate.metrics import METRICS, Metric, Tally
from referat_nlp.evaluate.metrics.summary import WordTokenizer, tally_summary
from referat_nlp.evaluate.metrics.tally import count_sets, f1, share
from referat_nlp.evaluate.metrics.types import TYPES, tally_outcome, tally_type
from referat_nlp.schema import Item, Referat, Section, Summary

BY_NAME = {metric.name: metric for metric in METRICS}

types = st.sampled_from(TYPES)
typed = st.lists(st.tuples(types, types, st.floats(0, 1)), min_size=1, max_size=60)


def item(**fields: object) -> Item:
    return Item.model_validate({"id": "1", "span": (0, 0)} | fields)


def pair(gold: dict[str, object], found: dict[str, object] | None) -> Pair:
    return Pair(GoldItem.model_validate(gold), None if found is None else item(**found), Referat())


def scored(name: str, tallies: list[Tally]) -> float:
    estimate = Resamples(tallies, resamples=10).estimate(BY_NAME[name])
    assert estimate is not None
    return estimate.value


def type_tallies(rows: list[tuple[str, str, float]]) -> list[Tally]:
    return [
        tally_type(pair({"type": want, "types": [want]}, {"type": got, "types": [got], "type_scores": {got: score}}))
        for want, got, score in rows
    ]


@given(typed)
def test_type_scores_are_those_of_scikit_learn(rows: list[tuple[str, str, float]]) -> None:
    wanted, found = [row[0] for row in rows], [row[1] for row in rows]
    tallies = type_tallies(rows)
    labels = sorted(set(wanted))
    assert scored("type.accuracy", tallies) == pytest.approx(accuracy_score(wanted, found))
    macro = f1_score(wanted, found, average="macro", labels=labels, zero_division=0)
    assert scored("type.macro_f1", tallies) == pytest.approx(macro)
    each = precision_recall_fscore_support(wanted, found, labels=labels, zero_division=0)[2]
    assert [scored(f"type.f1.{label}", tallies) for label in labels] == pytest.approx(list(each))


@given(st.lists(st.tuples(st.sets(types, min_size=1), st.sets(types, min_size=1)), min_size=1, max_size=40))
def test_kinds_of_point_are_scored_as_scikit_learn_does(rows: list[tuple[set[str], set[str]]]) -> None:
    tallies = [
        tally_type(pair({"types": sorted(want)}, {"types": sorted(got)})) for want, got in rows
    ]  # fmt: skip
    wanted, found = ([[kind in kinds for kind in TYPES] for kinds in side] for side in zip(*rows, strict=True))
    assert scored("types.micro_f1", tallies) == pytest.approx(f1_score(wanted, found, average="micro"))
    assert scored("types.exact", tallies) == pytest.approx(accuracy_score(wanted, found))


@given(typed)
def test_calibration_error_is_the_mean_gap_of_ten_bins(rows: list[tuple[str, str, float]]) -> None:
    bins: dict[int, list[tuple[float, bool]]] = {}
    for want, got, score in rows:
        bins.setdefault(min(int(score * 1000), 999) // 100, []).append((score, want == got))
    gaps = (abs(sum(score for score, _ in each) - sum(right for _, right in each)) for each in bins.values())
    assert scored("type.ece", type_tallies(rows)) == pytest.approx(sum(gaps) / len(rows), abs=1e-5)


@given(typed)
def test_coverage_is_the_longest_prefix_that_is_precise_enough(rows: list[tuple[str, str, float]]) -> None:
    best = 0
    for bound in {min(int(score * 1000), 999) for *_, score in rows}:
        taken = [want == got for want, got, score in rows if min(int(score * 1000), 999) >= bound]
        if sum(taken) >= 0.95 * len(taken):
            best = max(best, len(taken))
    assert scored("type.coverage_95", type_tallies(rows)) == pytest.approx(best / len(rows))


def test_items_without_a_type_are_not_covered_and_not_right() -> None:
    tallies = [*type_tallies([("andet", "andet", 0.9)]), tally_type(pair({"type": "andet"}, None))]
    assert scored("type.accuracy", tallies) == 0.5
    assert scored("type.coverage_95", tallies) == 0.5


def test_no_outcome_is_a_class_of_its_own() -> None:
    tallies = [
        tally_outcome(pair({"outcome": None}, {"outcome": None})),
        tally_outcome(pair({"outcome": None}, {"outcome": "godkendt"})),
        tally_outcome(pair({"type": "andet"}, {"outcome": "udsat"})),
    ]
    assert scored("outcome.accuracy", tallies) == 0.5


@given(st.lists(st.tuples(st.sampled_from("OBI"), st.sampled_from("OBI")), min_size=1, max_size=40))
def test_f1_of_sets_is_seqevals_for_the_same_entities(tags: list[tuple[str, str]]) -> None:
    wanted, found = (["O" if tag == "O" else f"{tag}-X" for tag in side] for side in zip(*tags, strict=True))
    tally: Tally = Tally()
    count_sets(tally, "entity", entities(found), entities(wanted))
    sums = {key: np.array([float(count)]) for key, count in tally.items()}
    ours = float(f1("entity")(sums)[0])
    assert (0.0 if np.isnan(ours) else ours) == pytest.approx(entity_f1([wanted], [found], zero_division=0))


def entities(tags: list[str]) -> list[tuple[int, int]]:
    """Stretches of the IOB2 scheme as seqeval reads it: an I after O begins one too."""
    spans, start = [], None
    for n, tag in enumerate([*tags, "O"]):
        if start is not None and not tag.startswith("I"):
            spans.append((start, n))
            start = None
        if tag.startswith("B") or (tag.startswith("I") and start is None):
            start = n
    return spans


WORDS = ("byen", "skal", "have", "en", "ny", "skole", "til", "30", "elever", "og", "gaden", "lukkes")
words = st.lists(st.sampled_from(WORDS), min_size=1)


def summary_tally(reference: str, text: str) -> Tally:
    found = item(
        title="Ny skole",
        summary=Summary(text=text),
        sections=[Section(kind="sagsfremstilling", text=reference, span=(0, len(reference)))],
    )
    return tally_summary(Pair(GoldItem.model_validate({"summary": {"text": reference}}), found, Referat()))


@given(words, words)
def test_summaries_score_as_rouge_score_and_sacrebleu_score_them(wanted: list[str], found: list[str]) -> None:
    reference, text = " ".join(wanted), " ".join(found)
    tally = [summary_tally(reference, text)]
    # The words have none of the letters that rouge-score's own tokeniser drops.
    rouge = RougeScorer(["rouge1", "rouge2", "rougeL"]).score(reference, text)
    for name, score in rouge.items():
        assert scored(f"summary.{name}", tally) == pytest.approx(score.fmeasure, abs=1e-5)
    assert scored("summary.chrf", tally) == pytest.approx(
        CHRF().sentence_score(text, [reference]).score / 100, abs=1e-5
    )


def test_danish_letters_are_letters() -> None:
    assert WordTokenizer().tokenize("Åben høring på Ærø") == ["åben", "høring", "på", "ærø"]


def test_a_figure_that_the_item_lacks_is_unfaithful() -> None:
    faithful = summary_tally("Skolen koster 30 mio. kr.", "Den koster 30 mio. kr.")
    invented = summary_tally("Skolen koster 30 mio. kr.", "Den koster 40 mio. kr.")
    assert scored("summary.faithful", [faithful, invented]) == 0.5


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(1, 9)), min_size=2, max_size=30))
def test_an_interval_holds_the_score_and_lies_within_its_range(rows: list[tuple[int, int]]) -> None:
    tallies = [Tally({"x.hit": min(hit, n), "x.expected": n}) for hit, n in rows]
    estimate = Resamples(tallies).estimate(Metric("x", "x", "type", share("x"), "x.expected"))
    assert estimate is not None
    assert 0 <= estimate.low <= estimate.high <= 1
    assert estimate.n == sum(n for _, n in rows)


def test_intervals_are_scipys_percentile_intervals_within_the_noise_of_resampling() -> None:
    draw = np.random.default_rng(1)
    expected = draw.integers(5, 20, 60)
    hits = draw.binomial(expected, 0.8)
    tallies = [Tally({"x.hit": int(hit), "x.expected": int(n)}) for hit, n in zip(hits, expected, strict=True)]
    ours = Resamples(tallies, resamples=4000).estimate(Metric("x", "x", "type", share("x"), "x.expected"))
    theirs = bootstrap(
        (hits, expected),
        lambda a, b, axis: a.sum(axis=axis) / b.sum(axis=axis),
        paired=True,
        method="percentile",
        n_resamples=4000,
        rng=np.random.default_rng(2),
    ).confidence_interval
    assert ours is not None
    assert (ours.low, ours.high) == pytest.approx((theirs.low, theirs.high), abs=0.004)


def test_two_runs_are_compared_on_the_same_resamples() -> None:
    metric = Metric("x", "x", "type", share("x"), "x.expected")
    worse = Resamples([Tally({"x.hit": n % 2, "x.expected": 2}) for n in range(40)])
    better = Resamples([Tally({"x.hit": n % 2 + 1, "x.expected": 2}) for n in range(40)])
    change = better.change(metric, worse)
    assert change is not None
    # Each meeting gains one of two, whichever are drawn.
    assert (change.value, change.low, change.high, change.p) == pytest.approx((0.5, 0.5, 0.5, 0.0))
    same = worse.change(metric, worse)
    assert same is not None
    assert same.p == 1.0


def test_nothing_labelled_is_no_score() -> None:
    assert Resamples([Tally()]).estimate(BY_NAME["type.accuracy"]) is None


def test_every_metric_has_a_name_of_its_own() -> None:
    assert [name for name, n in Counter(metric.name for metric in METRICS).items() if n > 1] == []
    assert len(METRICS) >= 40


def test_a_meeting_without_labels_counts_nothing_but_its_items() -> None:
    from referat_nlp.evaluate.metrics import tally_meeting

    referat = Referat(items=[item(number="1", title="Ny skole", type="andet", outcome="udsat")])
    tally = tally_meeting(GoldReferat(items=[GoldItem(number="1", title="Ny skole")]), referat)
    assert tally == Tally({"items.found": 1, "items.expected": 1, "items.hit": 1})
