"""The corpus of a run: read, hold out, remove duplicates, write."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

from training.config import RunConfig, SourceConfig
from training.corpus.duplicates import NearDuplicates
from training.corpus.hold_out import choose_held_out, read_ids
from training.corpus.minutes import minutes_documents
from training.corpus.passages import RawDocument, hash_share
from training.corpus.plain import text_documents

TRAIN = "train.jsonl"
HELD_OUT = "held_out.jsonl"

Report = dict[str, dict[str, int]]


def build_corpus(config: RunConfig) -> Report:
    """Write the training documents and the held-out minutes of a run.

    Args:
        config: The run.

    Returns:
        For each source, the documents read, kept out and written, the passages dropped as duplicates and the
        characters written.

    Raises:
        FileNotFoundError: A source is not there.
    """
    corpus = config.corpus
    read = {source.name: _read(source, config.data) for source in corpus.sources}
    minutes = [d for source in corpus.sources if source.kind == "minutes" for d in read[source.name]]
    held_out = choose_held_out(minutes, corpus.held_out_share, read_ids(corpus.held_out_ids))
    corpus.folder.mkdir(parents=True, exist_ok=True)
    duplicates = NearDuplicates(corpus.duplicates)
    # The held-out text comes first: what repeats it, in whatever source, is then left out of training.
    report: Report = {}
    with (corpus.folder / HELD_OUT).open("w", encoding="utf-8") as file:
        report["held out"] = _write([d for d in minutes if held_out.is_measured(d)], duplicates, file)
    with (corpus.folder / TRAIN).open("w", encoding="utf-8") as file:
        for name, documents in read.items():
            allowed = [d for d in documents if not held_out.is_kept_out(d)]
            report[name] = _write(allowed, duplicates, file)
            report[name]["documents kept out"] = len(documents) - len(allowed)
    ids = {"meetings": sorted(held_out.meetings), "cases": sorted(held_out.cases), "listed": sorted(held_out.ids)}
    (corpus.folder / "held_out.json").write_text(json.dumps(ids, ensure_ascii=False, indent=1), encoding="utf-8")
    (corpus.folder / "report.json").write_text(json.dumps(report, indent=1), encoding="utf-8")
    return report


def read_texts(path: Path) -> Iterator[tuple[str, str]]:
    """The documents of a written corpus, as source and text."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            yield record["source"], record["text"]


def _read(source: SourceConfig, data: Path) -> list[RawDocument]:
    path = data / source.path
    if not path.exists():
        raise FileNotFoundError(f"source {source.name}: {path} is not there")
    documents = minutes_documents(path, source.name) if source.kind == "minutes" else text_documents(path, source.name)
    return [d for d in documents if hash_share(f"sample {source.name} {d.name}") < source.fraction]


def _write(documents: Iterable[RawDocument], duplicates: NearDuplicates, file: IO[str]) -> dict[str, int]:
    counts = dict.fromkeys(("documents read", "documents written", "passages dropped", "characters written"), 0)
    for document in documents:
        kept = [passage for passage in document.passages if not duplicates.seen(passage)]
        counts["documents read"] += 1
        counts["passages dropped"] += len(document.passages) - len(kept)
        if not kept:
            continue
        text = document.separator.join(kept)
        record = {"source": document.source, "name": document.name, "text": text}
        file.write(json.dumps(record, ensure_ascii=False) + "\n")
        counts["documents written"] += 1
        counts["characters written"] += len(text)
    return counts
