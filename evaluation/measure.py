"""Scores of the pipeline on labelled minutes: `python -m evaluation.measure FOLDER…`.

A folder holds minutes, each with `<stem>.expected.json` beside it (see :mod:`evaluation.expected`). Every score stands
with the number that it was computed over and a 95 % interval from a bootstrap over documents (1,000 resamples, fixed
seed; percentile method, Efron and Tibshirani 1993).
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

import referat_nlp
from evaluation.expected import (
    Expected,
    absence,
    align,
    ballot,
    item_differences,
    load_expected,
    meeting_differences,
    source_of,
    squeeze,
)

RESAMPLES = 1000

#: Counts of one document, by what they count.
Tally = Counter[str]
Score = Callable[[Tally], float]


def f1(name: str) -> Score:
    """F1 of found against expected, from the tallies `name.hit`, `name.found` and `name.expected`."""

    def score(tally: Tally) -> float:
        return 2 * tally[f"{name}.hit"] / max(1, tally[f"{name}.found"] + tally[f"{name}.expected"])

    return score


def share(name: str) -> Score:
    """Share of what was asked that is right, from the tallies `name.hit` and `name.expected`."""
    return lambda tally: tally[f"{name}.hit"] / max(1, tally[f"{name}.expected"])


#: Metric → its score and the tally that is its n.
METRICS: dict[str, tuple[Score, str]] = {
    "header fields, accuracy": (share("header"), "header.expected"),
    "item boundaries, F1 (number and title right)": (f1("item"), "item.expected"),
    "case number, accuracy": (share("case_number"), "case_number.expected"),
    "sections of an item, all right": (share("sections"), "sections.expected"),
    "item type, accuracy": (share("type"), "type.expected"),
    "outcome, accuracy": (share("outcome"), "outcome.expected"),
    "ballots, F1 (motion, result, counts, names)": (f1("ballot"), "ballot.expected"),
    "ballots of an item, all right": (share("ballots"), "ballots.expected"),
    "absences in items, F1 (name and kind)": (f1("absence"), "absence.expected"),
}


def tally_document(referat: referat_nlp.Referat | referat_nlp.Failure, wanted: Expected) -> Tally:
    """Count what is right, found and expected in one document; an item that was missed has nothing right."""
    tally: Tally = Counter()
    items: list[referat_nlp.Item] = []
    tally["header.expected"] = len(wanted.get("meeting", {}))
    if isinstance(referat, referat_nlp.Referat):
        items = referat.items
        tally["header.hit"] = tally["header.expected"] - len(dict(meeting_differences(referat, wanted)))
    for item, expected in align(items, wanted["items"]):
        ballots = Counter(map(ballot, item.ballots)) if item is not None else Counter[tuple[object, ...]]()
        absences = Counter(map(absence, item.absent)) if item is not None else Counter[tuple[object, ...]]()
        if expected is None:
            tally.update({"item.found": 1, "ballot.found": ballots.total(), "absence.found": absences.total()})
            continue
        same = item is not None and (item.number, squeeze(item.title)) == (
            expected.get("number", item.number),
            squeeze(expected.get("title")),
        )
        tally.update({"item.found": int(item is not None), "item.expected": 1, "item.hit": int(same)})
        keys = tuple(key for key in ("case_number", "sections", "type", "outcome", "ballots") if key in expected)
        wrong = dict(item_differences(item, expected, keys)) if item is not None else dict.fromkeys(keys)
        tally.update({f"{key}.expected": 1 for key in keys})
        tally.update({f"{key}.hit": 1 for key in keys if key not in wrong})
        for name, key, got, make in (("ballot", "ballots", ballots, ballot), ("absence", "absent", absences, absence)):
            if key in expected:
                gold = Counter(map(make, expected[key]))
                tally.update(
                    {
                        f"{name}.found": got.total(),
                        f"{name}.expected": gold.total(),
                        f"{name}.hit": (got & gold).total(),
                    }
                )
    return tally


def tallies(folder: Path) -> Iterable[Tally]:
    """The tallies of all labelled documents of a folder."""
    pipeline = referat_nlp.load()
    for path in sorted(folder.glob("*.expected.json")):
        results = pipeline.pipe([source_of(path)])
        for referat, wanted in zip(results, load_expected(path), strict=True):
            yield tally_document(referat, wanted)


def interval(documents: list[Tally], score: Score) -> tuple[float, float]:
    """The 95 % interval of a score by a bootstrap over documents."""
    draw = random.Random(0)
    scores = sorted(score(sum((draw.choice(documents) for _ in documents), start=Counter())) for _ in range(RESAMPLES))
    return scores[int(0.025 * RESAMPLES)], scores[int(0.975 * RESAMPLES) - 1]


def main(folders: list[str]) -> None:
    """Print the table of each folder."""
    for folder in folders:
        documents = list(tallies(Path(folder)))
        if not documents:
            raise SystemExit(f"{folder}: there are no labelled minutes (*.expected.json) in it")
        total: Tally = sum(documents, start=Counter())
        print(f"{folder}: {len(documents)} meetings, {total['item.expected']} items")
        for name, (score, n) in METRICS.items():
            low, high = interval(documents, score)
            print(f"  {name:<46} {score(total):.3f}  [{low:.3f}, {high:.3f}]  n = {total[n]}")


if __name__ == "__main__":
    main(sys.argv[1:] or ["evaluation/gold"])
