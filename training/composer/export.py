"""Composed meetings in files."""

from __future__ import annotations

import json
from collections import Counter
from contextlib import nullcontext
from pathlib import Path

from .compose import Composed, compose

#: How far the seeds of two exports lie apart, so that they share no meeting.
_STRIDE = 10_000_000


def export(
    number: int, seed: int, out: Path | None = None, text_folder: Path | None = None, known: bool | None = None
) -> dict[str, object]:
    """Compose meetings and write them.

    Args:
        number: How many.
        seed: What all chance depends on.
        out: JSON Lines: text, gold and mentions of one meeting a line; None for none.
        text_folder: A folder for the same as text files with their labels beside them.
        known: True for house styles of common forms alone.

    Returns:
        What was written: meetings, items, ballots, items by type and by outcome.
    """
    types: Counter[str] = Counter()
    outcomes: Counter[str] = Counter()
    motions: Counter[str] = Counter()
    for folder in (out and out.parent, text_folder):
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True)
    with out.open("w", encoding="utf-8") if out else nullcontext() as file:
        for n in range(number):
            composed = compose(seed * _STRIDE + n, known)
            if file is not None:
                file.write(json.dumps(composed.record(), ensure_ascii=False) + "\n")
            if text_folder is not None:
                write_text(composed, text_folder, f"composed-{seed}-{n:05}")
            for item in composed.gold.items:
                types[str(item.type)] += 1
                outcomes[str(item.outcome)] += 1
                motions.update(ballot.motion for ballot in item.ballots)
    return {"meetings": number, "items": types.total(), "types": types, "outcomes": outcomes, "ballots": motions}


def write_text(composed: Composed, folder: Path, stem: str) -> None:
    """Write a meeting as a text file, as it would be printed, with its labels beside it."""
    (folder / f"{stem}.txt").write_text(composed.printed, encoding="utf-8")
    gold = composed.gold.model_dump(mode="json", by_alias=True, exclude_unset=True)
    (folder / f"{stem}.gold.json").write_text(json.dumps(gold, ensure_ascii=False, indent=1), encoding="utf-8")
