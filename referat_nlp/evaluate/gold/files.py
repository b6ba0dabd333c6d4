"""Labelled minutes from files: JSON Lines, one JSON file a meeting, folders of these, spreadsheets.

A folder stands for the ``*.gold.json``, ``*.gold.jsonl``, ``*.gold.csv`` and ``*.gold.xlsx`` in it.
``<stem>.gold.json`` without a ``source.path`` labels the minutes of the same stem beside it; where it holds a list,
its n-th record the n-th document of that file.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from ...reading.encoding import decode
from .dataset_folders import is_dataset, read_dataset
from .problems import Problem
from .schema import GoldItem, GoldReferat

_ENDINGS = (".gold.json", ".gold.jsonl", ".gold.csv", ".gold.xlsx")


@dataclass(frozen=True, slots=True)
class GoldMeeting:
    """The labels of one meeting and where they stand.

    Attributes:
        gold: The labels.
        file: The file that they were read from.
        row: Its line or row, from 1.
    """

    gold: GoldReferat
    file: Path
    row: int

    @property
    def name(self) -> str:
        """A short name for tables: the path of the minutes, else the file of the labels."""
        return self.gold.source.path or self.file.name.removesuffix(".gold.json")


@dataclass(frozen=True, slots=True)
class Gold:
    """Labelled meetings, and what is wrong with those that are not among them."""

    meetings: tuple[GoldMeeting, ...]
    problems: tuple[Problem, ...]


def load_gold(paths: Iterable[str | Path]) -> Gold:
    """Read labelled minutes.

    Args:
        paths: Files (``.jsonl``, ``.json``, ``.csv``, ``.xlsx``) and folders, also those that ``save_to_disk`` of
            Hugging Face's ``datasets`` has written.

    Returns:
        The meetings that are in order, and a problem for everything that is not: a missing file, an encoding that
        is not UTF-8, text that is no JSON, keys and labels that the data contract does not know, items that stand
        twice, files that hold nothing.
    """
    meetings: list[GoldMeeting] = []
    problems: list[Problem] = []
    for path in map(Path, paths):
        files = [path]
        if path.is_dir() and not is_dataset(path):
            files = sorted(file for file in path.iterdir() if file.name.endswith(_ENDINGS))
            if not files:
                problems.append(Problem(str(path), None, None, f"the folder holds no labels ({', '.join(_ENDINGS)})"))
        for file in files:
            for found in _read(file):
                (problems if isinstance(found, Problem) else meetings).append(found)  # type: ignore[arg-type]
    kept, doubled = _without_doubles(meetings)
    return Gold(tuple(kept), (*problems, *doubled))


def _read(file: Path) -> Iterator[GoldMeeting | Problem]:
    if file.is_dir():
        yield from _from_dataset(file)
        return
    try:
        data = file.read_bytes()
    except OSError as error:
        yield Problem(str(file), None, None, f"cannot be read: {error.strerror or error}")
        return
    if file.suffix.lower() in (".csv", ".xlsx"):
        from .sheets import read_sheet

        yield from read_sheet(file, data)
        return
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = data[: error.start].count(b"\n") + 1
        guess = decode(data).encoding
        yield Problem(str(file), row, None, f"is not UTF-8 ({guess} perhaps); save it as UTF-8")
        return
    if not text.strip():
        yield Problem(str(file), None, None, "is empty")
        return
    for row, record in _records(file, text):
        yield record if isinstance(record, Problem) else from_record(record, file, row)


def _from_dataset(folder: Path) -> Iterator[GoldMeeting | Problem]:
    found = read_dataset(folder)
    if isinstance(found, Problem):
        yield found
    elif isinstance(found, bytes):
        from .sheets import read_sheet

        yield from read_sheet(folder, found)
    else:
        yield from (from_record(record, folder, row) for row, record in enumerate(found, start=1))


def _records(file: Path, text: str) -> Iterator[tuple[int, Any]]:
    """The JSON records of a text with their lines; a problem where a line is no JSON."""
    if file.suffix.lower() != ".jsonl":
        try:
            data = json.loads(text)
        except json.JSONDecodeError as error:
            yield error.lineno, Problem(str(file), error.lineno, None, f"is no JSON: {error.msg}")
            return
        yield from enumerate(data if isinstance(data, list) else [data], start=1)
        return
    for row, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            yield row, json.loads(line)
        except json.JSONDecodeError as error:
            yield row, Problem(str(file), row, None, f"is no JSON: {error.msg} (character {error.pos + 1})")


def from_record(record: object, file: Path, row: int) -> GoldMeeting | Problem:
    """Check one meeting's labels.

    Args:
        record: The parsed JSON.
        file: Where it stands, for messages.
        row: Its line, for messages.

    Returns:
        The labels, or what is wrong with them (everything that is, in one message).
    """
    if not isinstance(record, dict):
        return Problem(str(file), row, None, f"a meeting is a JSON object, not {type(record).__name__}")
    if "error" in record and "items" not in record:
        return Problem(str(file), row, None, "is the record of a document that could not be read, not labels")
    try:
        gold = GoldReferat.model_validate(record)
    except ValidationError as error:
        return Problem(str(file), row, None, "; ".join(map(_said, error.errors())))
    wrong = [_said_of(n, fault) for n, item in enumerate(gold.items) for fault in _faults(item)] + list(
        _repeated(gold.items)
    )
    return Problem(str(file), row, None, "; ".join(wrong)) if wrong else GoldMeeting(gold, file, row)


def _said(error: Any) -> str:
    """One complaint of the schema in words that a labeller understands."""
    place = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in error["loc"]).lstrip(".")
    given = error.get("input")
    if error["type"] == "extra_forbidden":
        return f"{place}: no such field"
    if error["type"] == "missing":
        return f"{place}: is missing"
    if error["type"] == "literal_error":
        return f"{place}: {given!r} is not one of {error['ctx']['expected']}"
    return f"{place}: {error['msg']} (it is {given!r:.60})"


def _said_of(n: int, fault: str) -> str:
    return f"items[{n}]: {fault}"


def _faults(item: GoldItem) -> Iterator[str]:
    if item.type is not None and item.types and item.type not in item.types:
        yield f"type {item.type!r} is not among types {item.types}"
    stretches = [item.span, *(stretch.span for stretch in (*item.sections, *item.decisions, *item.ballots))]
    people = [person for ballot in item.ballots for person in (*ballot.for_, *ballot.against, *ballot.abstain)]
    people += [*item.reservations, *item.dissent, *item.absent]
    for span in [*stretches, *(person.span for person in people)]:
        if span is not None and not 0 <= span[0] <= span[1]:
            yield f"span {list(span)} is no stretch of a text"
    if any(person.name is None and person.party is None and person.span is None for person in people):
        yield "somebody has neither name nor party nor span"


def _repeated(items: Iterable[GoldItem]) -> Iterator[str]:
    seen: dict[str, int] = {}
    for n, item in enumerate(items):
        if item.id is None:
            continue
        if item.id in seen:
            yield f"items[{n}]: id {item.id!r} stands at items[{seen[item.id]}] already"
        seen.setdefault(item.id, n)


def _document(meeting: GoldMeeting) -> tuple[str, str]:
    """What tells a document from others: its hash, else its path, else its place beside the labels."""
    source = meeting.gold.source
    if source.sha256:
        return "sha256", source.sha256
    if source.path:
        return "path", str(meeting.file.parent / source.path)
    return "beside", f"{meeting.file}#{meeting.row}"


def _without_doubles(meetings: list[GoldMeeting]) -> tuple[list[GoldMeeting], list[Problem]]:
    """The meetings less those that label a document a second time."""
    kept: list[GoldMeeting] = []
    problems: list[Problem] = []
    seen: dict[tuple[str, str], GoldMeeting] = {}
    for meeting in meetings:
        key = _document(meeting)
        if key in seen:
            first = seen[key]
            message = f"{meeting.name} is labelled already in {first.file}, row {first.row}"
            problems.append(Problem(str(meeting.file), meeting.row, None, message))
            continue
        seen[key] = meeting
        kept.append(meeting)
    return kept, problems
