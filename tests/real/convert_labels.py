"""Make greve_sample.json from labels by hand: names become the offsets where they stand.

    python -m tests.real.convert_labels labels.json tests/real/greve_sample.json

``labels.json`` holds a list of ``{"meeting", "item", "number", "expected", "note"}`` with names as
printed. It is not in the repository; the sample, which is, holds no text and no names.
"""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path
from typing import Any

from referat_nlp.reading import read_all
from referat_nlp.schema import Item, Referat
from referat_nlp.structure import structure

ARCHIVE = "greve_firstagenda_2022-01_2025-04.jsonl.xz"
SIDES = ("for", "against", "abstain")


def fingerprint(text: str) -> str:
    """A short hash that tells whether a text is still the one that offsets were taken from."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:12]


def item_text(referat: Referat, item: Item) -> str:
    """The item's own stretch of the normalised text; all offsets of the sample are into it."""
    return referat.text[slice(*item.span)]


class Finder:
    """Finds names in one item, each occurrence once for as long as there are others."""

    def __init__(self, item: Item, text: str) -> None:
        self._text = text
        start = item.span[0]
        self._own = [(d.span[0] - start, d.span[1] - start) for d in item.decisions if d.own]
        self._prior = [(d.span[0] - start, d.span[1] - start) for d in item.decisions if not d.own]
        self._used: set[int] = set()

    def find(self, name: str, *, prior: bool = False) -> list[int]:
        """Offsets of a name in the decisions it belongs to; its first word may do."""
        for wanted in (name, name.split()[0]):
            for low, high in (self._prior if prior else self._own) + [(0, len(self._text))]:
                found = self._next(wanted, low, high)
                if found is not None:
                    return [found, found + len(wanted)]
        raise LookupError(f"{name!r} does not stand in the item")

    def _next(self, name: str, low: int, high: int) -> int | None:
        at = first = self._text.find(name, low, high)
        while at >= 0:
            if at not in self._used:
                self._used.add(at)
                return at
            at = self._text.find(name, at + 1, high)
        return first if first >= 0 else None


def converted(label: dict[str, Any], referat: Referat) -> dict[str, Any]:
    """One labelled item without text and names."""
    item = referat.items[label["item"]]
    text = item_text(referat, item)
    finder = Finder(item, text)
    expected = label["expected"]

    def voter(entry: dict[str, Any], prior: bool) -> Any:
        if entry["name"] is None:
            return entry["party"]
        return [*finder.find(entry["name"], prior=prior), entry["party"]]

    ballots = []
    for ballot in expected["ballots"]:
        prior = ballot["motion"] == "prior"
        row: dict[str, Any] = {key: ballot[key] for key in ("motion", "result", "unanimous")}
        row["counts"] = [ballot["counts"][side] for side in SIDES]
        row |= {side: [voter(entry, prior) for entry in ballot[side]] for side in SIDES}
        ballots.append(row)
    return {
        "meeting": label["meeting"],
        "item": label["item"],
        "number": label["number"],
        "fingerprint": fingerprint(text),
        "ambiguous": "AMBIGUOUS" in label.get("note", ""),
        "type": expected["type"],
        "types": expected["types"],
        "outcome": expected["outcome"],
        "ballots": ballots,
        "absent": [{"span": finder.find(entry["name"]), "kind": entry["kind"]} for entry in expected["absent"]],
    }


def main(labels: str, sample: str, folder: str = "../shared/data/minutes") -> None:
    wanted = json.loads(Path(labels).read_text(encoding="utf-8"))
    meetings = {label["meeting"] for label in wanted}
    referater = {}
    for document in read_all(Path(folder) / ARCHIVE):
        if isinstance(document, Exception):
            raise document
        meeting = (document.path or "").rsplit("#", 1)[-1]
        if meeting in meetings:
            referater[meeting] = structure(document)
    rows = [converted(label, referater[label["meeting"]]) for label in wanted]
    lines = ",\n ".join(json.dumps(row, ensure_ascii=False) for row in rows)
    Path(sample).write_text(f"[\n {lines}\n]\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
