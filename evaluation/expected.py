"""Compare a record with what a person expects of the minutes (`<stem>.expected.json`).

An expectation is the data contract's object less what nobody writes by hand: spans, ids, scores, text. A key that
it does not hold is not compared.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from referat_nlp.schema import Item, Referat

Expected = dict[str, Any]

#: Parts of an item that are compared, each as one value.
STRUCTURE_KEYS = ("number", "title", "case_number", "closed", "sections", "attachments")
ANALYSIS_KEYS = ("type", "types", "outcome", "ballots", "reservations", "dissent", "absent", "escalated")


def load_expected(path: Path) -> list[Expected]:
    """The expectations of a file, one a meeting."""
    data = json.loads(path.read_text(encoding="utf-8"))
    return data if isinstance(data, list) else [data]


def source_of(expected_path: Path) -> Path:
    """The minutes that an expectation belongs to."""
    stem = expected_path.name.removesuffix(".expected.json")
    (found,) = (p for p in expected_path.parent.glob(f"{stem}.*") if not p.name.endswith(".expected.json"))
    return found


def squeeze(text: str | None) -> str | None:
    """Text with its white space folded and bullets at the beginning of lines dropped, for comparing."""
    return " ".join(re.sub(r"^[ \t]*[-•][ \t]+", "", text, flags=re.MULTILINE).split()) if text else text


def align(items: list[Item], expected: list[Expected]) -> list[tuple[Item | None, Expected | None]]:
    """Pair items with expected items, in order, by number and title (longest common subsequence)."""

    def same(item: Item, wanted: Expected) -> bool:
        return item.number == wanted.get("number") and squeeze(item.title) == squeeze(wanted.get("title"))

    def near(item: Item, wanted: Expected) -> bool:
        return (
            same(item, wanted)
            or (item.number is not None and item.number == wanted.get("number"))
            or (bool(item.title) and squeeze(item.title) == squeeze(wanted.get("title")))
        )

    n, m = len(items), len(expected)
    best = [[0.0] * (m + 1) for _ in range(n + 1)]
    for i in range(n - 1, -1, -1):
        for j in range(m - 1, -1, -1):
            gain = 2.0 if same(items[i], expected[j]) else 1.0 if near(items[i], expected[j]) else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + gain if gain else 0.0)
    pairs: list[tuple[Item | None, Expected | None]] = []
    i = j = 0
    while i < n and j < m:
        gain = 2.0 if same(items[i], expected[j]) else 1.0 if near(items[i], expected[j]) else 0.0
        if gain and best[i][j] == best[i + 1][j + 1] + gain:
            pairs.append((items[i], expected[j]))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            pairs.append((items[i], None))
            i += 1
        else:
            pairs.append((None, expected[j]))
            j += 1
    pairs += [(item, None) for item in items[i:]] + [(None, wanted) for wanted in expected[j:]]
    return pairs


def person(entry: Any) -> tuple[str | None, str | None]:
    """A person or party as a comparable pair."""
    get = entry.get if isinstance(entry, dict) else lambda key: getattr(entry, key)
    return squeeze(get("name")), get("party")


def absence(entry: Any) -> tuple[Any, ...]:
    """An absence as a comparable tuple."""
    get = entry.get if isinstance(entry, dict) else lambda key: getattr(entry, key)
    return (squeeze(get("name")), get("kind") or "absent")


def ballot(entry: Any) -> tuple[Any, ...]:
    """A ballot as a comparable tuple: motion, result, counts, unanimity, the three printed name sets."""
    if isinstance(entry, dict):
        counts = {"for": None, "against": None, "abstain": None} | (entry.get("counts") or {})
        sides = [entry.get(key) or [] for key in ("for", "against", "abstain")]
        head = (entry.get("motion", "main"), entry.get("result"), bool(entry.get("unanimous", False)))
        figures = (counts["for"], counts["against"], counts["abstain"])
    else:
        shown = entry.counts if not entry.counts_derived else type(entry.counts)()
        sides = [[v for v in side if not v.inferred] for side in (entry.for_, entry.against, entry.abstain)]
        head = (entry.motion, entry.result, entry.unanimous)
        figures = (shown.for_, shown.against, shown.abstain)
    return (*head, figures, *(frozenset(voter_key(v) for v in side) for side in sides))


def voter_key(entry: Any) -> str | None:
    """A voter by name, a party by its letter."""
    name, party = person(entry)
    return name if name is not None else party


def section_rows(item: Item) -> list[tuple[str, str | None]]:
    """Kind and heading of an item's sections."""
    return [(s.kind, squeeze(s.heading)) for s in item.sections]


def _sections_differ(item: Item, wanted: list[Expected]) -> str | None:
    want_rows = [(s.get("kind"), squeeze(s.get("heading"))) for s in wanted]
    rows = section_rows(item)
    rows = [
        (None if want[0] is None else kind, heading) for (kind, heading), want in zip(rows, want_rows, strict=False)
    ] + rows[len(want_rows) :]
    if rows != want_rows:
        return f"sections {section_rows(item)} != {want_rows}"
    for section, want in zip(item.sections, wanted, strict=True):
        text = squeeze(section.text) or ""
        if not text.startswith(squeeze(want.get("begins")) or "") or not text.endswith(squeeze(want.get("ends")) or ""):
            return (
                f"section {section.kind}: {text[:60]!r} … {text[-60:]!r}"
                f" != {want.get('begins')!r} … {want.get('ends')!r}"
            )
    return None


def item_differences(item: Item, wanted: Expected, keys: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """What differs between an item and its expectation: (key, description)."""
    for key in keys:
        if key not in wanted:
            continue
        want = wanted[key]
        if key == "sections":
            problem = _sections_differ(item, want)
            if problem:
                yield key, problem
            continue
        got = getattr(item, key)
        if key in ("title", "case_number"):
            got, want = squeeze(got), squeeze(want)
        elif key == "attachments":
            got, want = [squeeze(a) for a in got], [squeeze(a) for a in want]
        elif key == "types":
            got, want = set(got), set(want)
        elif key == "ballots":
            got, want = sorted(map(repr, map(ballot, got))), sorted(map(repr, map(ballot, want)))
        elif key in ("reservations", "dissent"):
            got, want = sorted(map(repr, map(voter_key, got))), sorted(map(repr, map(voter_key, want)))
        elif key == "absent":
            got, want = sorted(map(repr, map(absence, got))), sorted(map(repr, map(absence, want)))
        if got != want:
            yield key, f"{key}: {got!r} != {want!r}"


def meeting_differences(referat: Referat, wanted: Expected) -> Iterator[tuple[str, str]]:
    """What differs between a meeting's header and its expectation."""
    for key, want in wanted.get("meeting", {}).items():
        got: Any = getattr(referat.meeting, key)
        if key == "participants":
            got, want = [person(p) for p in got], [person(p) for p in want]
        elif key == "absent":
            got, want = sorted(map(repr, map(absence, got))), sorted(map(repr, map(absence, want)))
        elif isinstance(got, str):
            got, want = squeeze(got), squeeze(want)
        if got != want:
            yield key, f"meeting.{key}: {got!r} != {want!r}"
