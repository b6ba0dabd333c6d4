"""Composed meetings: the same from the same seed, labels that say what the text says, all labels among them."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import get_args

import pytest

pytest.importorskip("yaml")

from referat_nlp import load
from referat_nlp.evaluate.gold import load_gold
from referat_nlp.reading.normalise import normalise
from referat_nlp.schema import ItemType, Motion, Outcome
from training.composer import Composed, compose
from training.composer.export import export
from training.composer.places import REAL_MUNICIPALITIES, forbidden

MEETINGS = 300


def _within(inner: tuple[int, int] | None, outer: tuple[int, int] | None) -> bool:
    return inner is not None and outer is not None and outer[0] <= inner[0] <= inner[1] <= outer[1]


@pytest.fixture(scope="module")
def meetings() -> list[Composed]:
    return [compose(seed) for seed in range(MEETINGS)]


def test_a_seed_gives_one_meeting() -> None:
    once, again = compose(11), compose(11)
    assert once.record() == again.record()
    assert once.printed == again.printed
    assert compose(12).text != once.text


def test_the_text_is_in_normal_form(meetings: list[Composed]) -> None:
    assert [each.seed for each in meetings if normalise(each.text) != each.text] == []
    assert [each.seed for each in meetings if normalise(each.printed) != each.text] == []


def test_reading_the_file_gives_the_text(tmp_path: Path, meetings: list[Composed]) -> None:
    read = load(summary=None)
    path = tmp_path / "minutes.txt"
    for each in meetings[:12]:
        path.write_text(each.printed, encoding="utf-8")
        assert read(path).text == each.text


def test_mentions_stand_where_they_say(meetings: list[Composed]) -> None:
    for each in meetings:
        for mention in each.mentions:
            assert each.text[slice(*mention.span)] == mention.text != ""
            item = each.gold.items[mention.item]
            assert _within(mention.span, item.span)
            if mention.ballot is not None:
                assert _within(mention.span, item.ballots[mention.ballot].span)


def test_stretches_lie_in_their_item_and_follow_each_other(meetings: list[Composed]) -> None:
    for each in meetings:
        end = 0
        for item in each.gold.items:
            assert item.span is not None
            assert item.span[0] >= end
            end = item.span[1]
            for field in ("sections", "decisions", "ballots"):
                spans = [stretch.span for stretch in getattr(item, field)]
                assert all(item.span[0] <= start < stop <= item.span[1] for start, stop in spans), (each.seed, field)
                assert spans == sorted(spans)
            assert item.title is None or item.title in each.text[slice(*item.span)].replace("\n", " ")


def test_every_ballot_stands_in_a_decision(meetings: list[Composed]) -> None:
    for each in meetings:
        for item in each.gold.items:
            for ballot in item.ballots:
                around = [decision for decision in item.decisions if _within(ballot.span, decision.span)]
                assert len(around) == 1
                assert (ballot.motion == "prior") is not around[0].own


def test_every_voter_is_printed_in_the_ballot(meetings: list[Composed]) -> None:
    voters = 0
    for each in meetings:
        for n, item in enumerate(each.gold.items):
            for k, ballot in enumerate(item.ballots):
                for side, people in (("for", ballot.for_), ("against", ballot.against), ("abstain", ballot.abstain)):
                    marked = [m for m in each.mentions if (m.item, m.ballot, m.kind) == (n, k, side)]
                    assert len(marked) == len(people)
                    voters += len(people)
                    for mention, person in zip(marked, people, strict=True):
                        said = " ".join(mention.text.split())
                        assert said == person.name if person.name else str(person.party) in said
    assert voters > 1000


def test_counts_and_people_reconcile_but_for_a_few_slips(meetings: list[Composed]) -> None:
    compared = slips = 0
    for each in meetings:
        for item in each.gold.items:
            for ballot in item.ballots:
                for count, people in (
                    (ballot.counts.for_, ballot.for_),
                    (ballot.counts.against, ballot.against),
                    (ballot.counts.abstain, ballot.abstain),
                ):
                    if count is not None and people and all(person.name for person in people):
                        compared += 1
                        slips += count != len(people)
                if ballot.result and not ballot.unanimous and None not in (ballot.counts.for_, ballot.counts.against):
                    carried = ballot.counts.for_ > ballot.counts.against  # type: ignore[operator]
                    assert carried is (ballot.result == "vedtaget") or ballot.motion == "election"
    assert compared > 40
    assert slips <= compared * 0.1


def test_no_municipality_is_real_or_labelled_by_hand(meetings: list[Composed]) -> None:
    names = {str(each.gold.meeting.municipality).removesuffix(" Kommune").casefold() for each in meetings}
    assert not names & forbidden()
    assert len(REAL_MUNICIPALITIES) >= 98
    assert {"greve", "torsvig", "ravnsholt", "jægerlund"} <= forbidden()
    assert len(names) > MEETINGS * 0.8


def test_every_label_occurs(meetings: list[Composed]) -> None:
    items = [item for each in meetings for item in each.gold.items]
    assert {item.type for item in items} == set(get_args(ItemType))
    assert {item.outcome for item in items} == {*get_args(Outcome), None}
    ballots = [ballot for item in items for ballot in item.ballots]
    assert {ballot.motion for ballot in ballots} == set(get_args(Motion))
    assert {ballot.result for ballot in ballots} >= {"vedtaget", "forkastet"}
    kinds = {absence.kind for item in items for absence in item.absent}
    assert kinds == {"absent", "excused", "disqualified", "left_early"}
    assert any(item.reservations for item in items)
    assert any(item.dissent for item in items)
    assert any(item.escalated for item in items)
    assert {each.gold.meeting.kind for each in meetings} == {"referat", "dagsorden"}


def test_shares_are_sane(meetings: list[Composed]) -> None:
    items = [item for each in meetings for item in each.gold.items]
    types = Counter(item.type for item in items)
    assert 0.4 < types["godkendelse"] / len(items) < 0.75
    assert types["drøftelse"] / len(items) > 0.05
    with_ballot = sum(bool(item.ballots) for item in items) / len(items)
    assert 0.08 < with_ballot < 0.4


def test_agendas_have_no_decision(meetings: list[Composed]) -> None:
    agendas = [each for each in meetings if each.gold.meeting.kind == "dagsorden"]
    assert agendas
    for each in agendas:
        for item in each.gold.items:
            assert item.outcome is None
            assert (item.decisions, item.ballots, item.absent) == ([], [], [])
            assert item.type is not None


def test_a_summary_tells_no_figure_that_the_case_does_not_hold(meetings: list[Composed]) -> None:
    summaries = 0
    for each in meetings:
        for item in each.gold.items:
            if item.summary is None or item.title is None or item.span is None:
                continue
            body = " ".join(
                each.text[slice(*section.span)]
                for section in item.sections
                if section.span and section.kind in ("sagsfremstilling", "indstilling")
            )
            told = " ".join((item.title, body)).replace("\n", " ")
            figures = [word.strip(".,;()") for word in item.summary.text.split() if word[0].isdigit()]
            assert [figure for figure in figures if figure not in told] == [], (each.seed, item.title)
            assert 10 <= len(item.summary.text.split()) <= 65
            summaries += 1
    assert summaries > MEETINGS


def test_exported_files_load_as_gold(tmp_path: Path) -> None:
    told = export(6, 3, tmp_path / "out.jsonl", tmp_path / "texts")
    assert told["meetings"] == 6
    gold = load_gold([tmp_path / "texts"])
    assert gold.problems == ()
    assert len(gold.meetings) == 6
    records = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [record["gold"]["items"] for record in records] == [
        meeting.gold.model_dump(mode="json", by_alias=True, exclude_unset=True)["items"] for meeting in gold.meetings
    ]


def test_the_rules_agree_on_known_styles(tmp_path: Path) -> None:
    """Where the rules know the style, they and the composer read the same labels in nearly all items."""
    read = load(summary=None)
    same = total = 0
    for seed in range(500, 512):
        each = compose(seed, known=True, agenda=False)
        path = tmp_path / "minutes.txt"
        path.write_text(each.printed, encoding="utf-8")
        found = read(path)
        assert len(found.items) == len(each.gold.items)
        for ours, theirs in zip(each.gold.items, found.items, strict=True):
            total += 1
            same += (ours.type, ours.outcome) == (theirs.type, theirs.outcome)
    assert same / total > 0.9
