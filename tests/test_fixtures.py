"""The authored minutes of tests/fixtures/minutes against what a person expects of them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from referat_nlp import load
from referat_nlp.evaluate.differences import header_differences, item_differences
from referat_nlp.evaluate.documents import find_documents
from referat_nlp.evaluate.gold import load_gold
from referat_nlp.evaluate.matching import Pair, align
from referat_nlp.schema import Referat
from tests.structure.clerk import check_spans

FOLDER = Path(__file__).parent / "fixtures" / "minutes"
GOLD = load_gold([FOLDER])
MEETINGS, PROBLEMS = find_documents(GOLD.meetings)
IDS = [f"{found.name}-{label.row}" for found, label in zip(MEETINGS, GOLD.meetings, strict=True)]

STRUCTURE = {"item", "number", "title", "case_number", "closed", "sections", "attachments"}

#: (stem, item number or title, key) → why the minutes cannot be read as expected yet.
KNOWN: dict[tuple[str, str, str], str] = {
    ("acadre_moellehoej", "212", "sections"): "the reader leaves out fields without content (Lovgrundlag)",
    ("edoc_fujitsu_fjordby", "3", "sections"): "the reader leaves out fields without content (Høring)",
    ("edoc_fujitsu_fjordby", "4", "sections"): "the reader leaves out fields without content (Høring)",
    ("birkesund_kultur-og-fritidsudvalget", "33", "types"): "the type model is below one half on the second kind",
}

every_meeting = pytest.mark.parametrize("n", range(len(MEETINGS)), ids=IDS)


@cache
def tagged(n: int) -> Referat:
    """A meeting's record with its items analysed."""
    return load()(MEETINGS[n].referat)


def pairs(n: int) -> list[Pair]:
    """The labelled items of a meeting beside the tagged ones."""
    return align(MEETINGS[n].gold, tagged(n))


def name_of(pair: Pair) -> str:
    assert pair.gold is not None
    return str(pair.gold.number or pair.gold.title)


def differences(n: int) -> Iterator[tuple[str, str, str]]:
    """Item, field and what differs; header fields have "meeting" for an item."""
    for each in header_differences(MEETINGS[n].gold, tagged(n)):
        yield "meeting", each.field, f"{each.found} != {each.gold}"
    for pair in pairs(n):
        name = "none" if pair.gold is None else name_of(pair)
        for each in item_differences(pair):
            yield name, each.field, f"{each.found} != {each.gold}"


def unknown(n: int, *, structure: bool) -> list[tuple[str, str, str]]:
    """What differs in structure or in analysis and is not known to."""
    return [
        (name, field, said)
        for name, field, said in differences(n)
        if (MEETINGS[n].name, name, field) not in KNOWN and (field in STRUCTURE or name == "meeting") == structure
    ]


def test_all_labels_are_in_order_and_have_their_minutes() -> None:
    assert [*GOLD.problems, *PROBLEMS] == []
    assert len(MEETINGS) >= 20


@every_meeting
def test_header_items_and_sections(n: int) -> None:
    check_spans(MEETINGS[n].referat)
    assert unknown(n, structure=True) == []


@every_meeting
def test_analysis(n: int) -> None:
    assert unknown(n, structure=False) == []


@every_meeting
def test_decisions(n: int) -> None:
    for pair in pairs(n):
        if pair.gold is not None and pair.item is not None and pair.gold.labels("decisions"):
            got = [(decision.own, decision.date) for decision in pair.item.decisions]
            assert got == [(decision.own, decision.date) for decision in pair.gold.decisions], name_of(pair)


@every_meeting
def test_points_of_decisions(n: int) -> None:
    for pair in pairs(n):
        if pair.gold is None or pair.item is None:
            continue
        for decision, wanted in zip(pair.item.decisions, pair.gold.decisions, strict=False):
            got = [(point.number, point.outcome) for point in decision.points]
            assert got == [(point.number, point.outcome) for point in wanted.points], name_of(pair)


def test_known_differences_are_still_differences() -> None:
    """An entry that no longer differs is to be taken out of the table."""
    found = {(MEETINGS[n].name, name, field) for n in range(len(MEETINGS)) for name, field, _ in differences(n)}
    assert set(KNOWN) <= found
