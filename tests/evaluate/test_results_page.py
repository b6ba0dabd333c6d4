"""The page that holds the scores of all sets."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.results_page import page
from evaluation.sets import SETS, LabelledSet
from referat_nlp.evaluate.metrics import METRICS
from referat_nlp.evaluate.session import Session, evaluate_files
from referat_nlp.evaluate.tables import figure
from tests.evaluate.minutes import write

RESULTS = Path(__file__).parents[2] / "docs" / "results.md"


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Session:
    return evaluate_files([write(tmp_path_factory.mktemp("gold"))], baseline=["grammar", "lead-1"])


def rows(text: str, title: str) -> list[list[str]]:
    """The cells of the table below a heading."""
    below = text.split(f"## {title}\n")[1].split("\n## ")[0]
    return [[cell.strip() for cell in line[1:-1].split("|")] for line in below.splitlines() if line.startswith("| ")]


def test_each_score_of_the_library_is_printed_with_interval_and_number(session: Session) -> None:
    sets = [(LabelledSet("ellemose", "invented", "x"), session)]
    printed = {row[0]: row[1] for row in rows(page(sets), "The library on each set")}
    assert printed["meetings, items"] == f"1, {len(session.meetings[0].gold.items)}"
    for metric in METRICS:
        estimate = session.runs[0].estimate(metric)
        if estimate is not None and metric.task != "summary":
            value, low, high = (figure(metric, each) for each in (estimate.value, estimate.low, estimate.high))
            assert printed[metric.title.strip()] == f"{value} [{low}, {high}] (n = {estimate.n})"


def test_systems_stand_side_by_side(session: Session) -> None:
    text = page([(LabelledSet("ellemose", "invented", "x"), session)])
    assert rows(text, "Item type beside its baselines")[0] == ["", "referat_nlp", "grammar"]
    assert [row[0] for row in rows(text, "Summaries: ellemose")] == ["", "referat_nlp", "grammar", "lead-1"]
    votes = rows(text, "Votes and absences beside the grammar")
    assert votes[0] == ["", "", "referat_nlp", "grammar", "difference"]
    assert {row[0] for row in votes[1:]} == {"ellemose"}


def test_what_was_learned_from_and_what_was_masked_is_not_beside_the_rest(session: Session) -> None:
    text = page(
        [
            (LabelledSet("ellemose", "invented", "x"), session),
            (LabelledSet("hidden", "invented", "x", mask_cues=True), session),
            (LabelledSet("known", "invented", "x", learned_from=True), session),
        ]
    )
    assert rows(text, "The library on each set")[0] == ["", "ellemose", "known"]
    typed = [row[0].split(" (n")[0] for row in rows(text, "Item type beside its baselines")]
    assert typed == ["", "ellemose", "hidden"]
    assert "## Summaries: known" not in text
    assert "## Summaries: hidden" not in text


def test_the_page_in_the_documents_holds_every_set() -> None:
    whole = rows(RESULTS.read_text(encoding="utf-8"), "The library on each set")[0]
    assert whole == ["", *(each.name for each in SETS if not each.mask_cues)]
