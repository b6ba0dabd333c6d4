"""The texts that the benchmarks read: authored minutes, meetings of real length made of them, and real archives."""

from __future__ import annotations

import lzma
import os
import re
from pathlib import Path
from random import Random

import referat_nlp

ROOT = Path(__file__).parents[1]
REAL = Path(os.environ.get("REFERAT_REAL_DATA") or ROOT.parent / "shared" / "data") / "minutes"
NO_REAL = f"No real minutes in {REAL}: name their folder in REFERAT_REAL_DATA."
REAL_LENGTH = 60_000
"""Characters of a council meeting's minutes; those of a committee are half as long."""


def real_archives() -> list[Path]:
    """The archives of real minutes on this machine, if there are any."""
    return sorted(REAL.glob("*.jsonl.xz")) if REAL.is_dir() else []


def real_meetings(folder: Path) -> list[Path]:
    """The real minutes on this machine, if there are any, one file a meeting: a file is one worker's.

    Args:
        folder: Where they are written.
    """
    written: list[Path] = []
    for archive in real_archives():
        with lzma.open(archive, "rt", encoding="utf-8") as meetings:
            for meeting in meetings:
                written.append(folder / f"meeting-{len(written):05}.jsonl")
                written[-1].write_text(meeting, encoding="utf-8")
    return written


def authored() -> list[str]:
    """The text of the authored minutes in text and Markdown, as they were written: short."""
    folders = (ROOT / "examples", ROOT / "tests" / "fixtures" / "minutes", ROOT / "evaluation" / "development")
    paths = [p for folder in folders if folder.is_dir() for p in folder.iterdir() if p.suffix in (".txt", ".md")]
    return [referat_nlp.read(path).text for path in sorted(paths)]


def of_real_length(n: int) -> list[str]:
    """Meetings of about 60 kB, their items from the authored minutes and their cases long.

    A case of authored minutes has three sentences and a real one three pages. The text between takes its words from
    the authored texts in new order, so that no line is there twice and no cache of lines helps.

    Args:
        n: How many meetings.
    """
    chance = Random(60)
    texts = authored()
    records = [referat_nlp.parse(text) for text in texts]
    words = [word for text in texts for word in re.findall(r"[a-zæøå]{2,}", text)]
    meetings = []
    for number in range(n):
        record = records[number % len(records)]
        head = record.text[: record.items[0].span[0]][:3000]
        parts, size, item_number = [head], len(head), 0
        while size < REAL_LENGTH:
            source = chance.choice(records)
            item = chance.choice(source.items)
            if not item.title or len(item.sections) < 2:
                continue
            item_number += 1
            part = _item(item_number, item, words, chance)
            parts.append(part)
            size += len(part)
        meetings.append("\n\n".join(parts))
    return meetings


def _item(number: int, item: referat_nlp.Item, words: list[str], chance: Random) -> str:
    rows = [f"Punkt {number}: {item.title}", "", item.case_number or f"{chance.randrange(10**6):06}", ""]
    for section in item.sections:
        rows += [section.heading, ""] if section.heading else []
        rows += [section.text, ""]
        if section.kind == "sagsfremstilling":
            for _ in range(chance.randint(3, 12)):
                rows += [_paragraph(words, chance), ""]
    return "\n".join(rows).strip()


def _paragraph(words: list[str], chance: Random) -> str:
    sentences = (" ".join(chance.choices(words, k=chance.randint(8, 20))) for _ in range(chance.randint(2, 7)))
    return " ".join(f"{sentence.capitalize()}." for sentence in sentences)
