"""The authored minutes of tests/fixtures/minutes against what a person expects of them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from evaluation.expected import (
    ANALYSIS_KEYS,
    STRUCTURE_KEYS,
    Expected,
    align,
    item_differences,
    load_expected,
    meeting_differences,
    source_of,
)
from referat_nlp import load
from referat_nlp.reading import read_all
from referat_nlp.schema import Referat
from referat_nlp.structure import structure
from tests.structure.clerk import check_spans

FOLDER = Path(__file__).parent / "fixtures" / "minutes"
EXPECTED = sorted(FOLDER.glob("*.expected.json"))
CASES = [(path, n) for path in EXPECTED for n in range(len(load_expected(path)))]
IDS = [
    f"{path.name.removesuffix('.expected.json')}-{n}" if n else path.name.removesuffix(".expected.json")
    for path, n in CASES
]

#: (stem, item number or title, key) → why the minutes cannot be read as expected yet.
KNOWN: dict[tuple[str, str, str], str] = {
    ("acadre_moellehoej", "212", "sections"): "the reader leaves out fields without content (Lovgrundlag)",
    ("edoc_fujitsu_fjordby", "3", "sections"): "the reader leaves out fields without content (Høring)",
    ("edoc_fujitsu_fjordby", "4", "sections"): "the reader leaves out fields without content (Høring)",
}


@cache
def structured(path: Path) -> list[Referat]:
    """The records of the minutes that an expectation belongs to, without analysis."""
    records = []
    for document in read_all(source_of(path)):
        assert not isinstance(document, Exception), document
        records.append(structure(document))
    return records


@cache
def tagged(path: Path) -> list[Referat]:
    """The same records with their items analysed."""
    pipeline = load()
    return [pipeline(referat) for referat in structured(path)]


def differences(path: Path, n: int, keys: tuple[str, ...], records: list[Referat]) -> list[str]:
    """What differs from the expectation and is not known to."""
    stem = path.name.removesuffix(".expected.json")
    wanted: Expected = load_expected(path)[n]
    found = []
    for item, want in align(records[n].items, wanted["items"]):
        if item is None or want is None:
            found.append(
                f"only {'expected' if item is None else 'found'}: "
                f"{(want or {}).get('title') if item is None else (item.number, item.title)}"
            )
            continue
        name = str(want.get("number") or want.get("title"))
        found += [
            f"item {name}: {text}" for key, text in item_differences(item, want, keys) if (stem, name, key) not in KNOWN
        ]
    return found


def test_every_expectation_has_its_minutes() -> None:
    assert len(EXPECTED) >= 15
    for path in EXPECTED:
        assert len(structured(path)) == len(load_expected(path))


@pytest.mark.parametrize(("path", "n"), CASES, ids=IDS)
def test_items_and_sections(path: Path, n: int) -> None:
    check_spans(structured(path)[n])
    assert differences(path, n, STRUCTURE_KEYS, structured(path)) == []


@pytest.mark.parametrize(("path", "n"), CASES, ids=IDS)
def test_meeting(path: Path, n: int) -> None:
    stem = path.name.removesuffix(".expected.json")
    found = meeting_differences(structured(path)[n], load_expected(path)[n])
    assert [text for key, text in found if (stem, "meeting", key) not in KNOWN] == []


@pytest.mark.parametrize(("path", "n"), CASES, ids=IDS)
def test_decisions(path: Path, n: int) -> None:
    stem = path.name.removesuffix(".expected.json")
    found = []
    for item, want in align(structured(path)[n].items, load_expected(path)[n]["items"]):
        name = str((want or {}).get("number") or (want or {}).get("title"))
        if item is None or want is None or "decisions" not in want or (stem, name, "decisions") in KNOWN:
            continue
        got = [(decision.own, decision.date) for decision in item.decisions]
        wish = [(decision.get("own", True), decision.get("date")) for decision in want["decisions"]]
        if got != wish:
            found.append(f"item {name}: {got} != {wish}")
    assert found == []


@pytest.mark.parametrize(("path", "n"), CASES, ids=IDS)
def test_points_of_decisions(path: Path, n: int) -> None:
    stem = path.name.removesuffix(".expected.json")
    found = []
    for item, want in align(tagged(path)[n].items, load_expected(path)[n]["items"]):
        name = str((want or {}).get("number") or (want or {}).get("title"))
        if item is None or want is None or (stem, name, "points") in KNOWN:
            continue
        for decision, wanted in zip(item.decisions, want.get("decisions", []), strict=False):
            got = [(point.number, point.outcome) for point in decision.points]
            wish = [(point["number"], point["outcome"]) for point in wanted.get("points", [])]
            if got != wish:
                found.append(f"item {name}: {got} != {wish}")
    assert found == []


@pytest.mark.parametrize(("path", "n"), CASES, ids=IDS)
def test_analysis(path: Path, n: int) -> None:
    assert differences(path, n, ANALYSIS_KEYS, tagged(path)) == []


def test_known_differences_are_still_differences() -> None:
    """An entry that no longer differs is to be taken out of the table."""
    for (stem, name, key), reason in KNOWN.items():
        path = FOLDER / f"{stem}.expected.json"
        assert reason
        still = False
        for n, wanted in enumerate(load_expected(path)):
            referat = tagged(path)[n]
            if name == "meeting":
                still = still or key in {k for k, _ in meeting_differences(referat, wanted)}
            for item, want in align(referat.items, wanted["items"]):
                if item is not None and want is not None and str(want.get("number") or want.get("title")) == name:
                    still = still or key in {k for k, _ in item_differences(item, want, (key,))} or key == "decisions"
        assert still, f"{(stem, name, key)} no longer differs"
