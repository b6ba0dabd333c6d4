"""Filled sheets and Label Studio's exports → gold."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from ...errors import UnsupportedFormatError
from ..gold.problems import Problem
from ..gold.schema import GoldReferat
from ..gold.sheets import LabelledItem, parse_sheet
from ..gold.sheets.sheet import Sheet
from .files import new_file
from .label_studio import parse_export


@dataclass(slots=True)
class Labels:
    """The labels of several files put together.

    Attributes:
        meetings: What is labelled, meeting by meeting.
        problems: What is wrong; the items that it is about are not among the labels.
        notes: What was made of the files' encoding.
    """

    meetings: list[GoldReferat] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def items(self) -> int:
        """How many items are labelled."""
        return sum(len(meeting.items) for meeting in self.meetings)


def collect(files: Iterable[Path], *, annotator: str | None = None) -> Labels:
    """Read filled sheets and Label Studio's exports, and put the labels of each meeting together.

    Args:
        files: ``.xlsx`` and ``.csv`` sheets, ``.json`` exports.
        annotator: Whose annotations to take from an export in which several people labelled the same task.

    Returns:
        The labels. An item that two files label alike is there once; where they differ it is a problem, and what
        was read first stands.

    Raises:
        UnsupportedFormatError: A file of another kind.
        MissingExtraError: openpyxl is not installed.
    """
    labels = Labels()
    first: dict[tuple[str, str], tuple[Path, LabelledItem]] = {}
    meetings: dict[str, GoldReferat] = {}
    for file in files:
        found = read_labels(file, annotator=annotator)
        labels.problems += found.problems
        labels.notes += found.notes
        for labelled in found.items:
            source, item = labelled.source, labelled.item
            document = source.sha256 or source.path or ""
            before, earlier = first.setdefault((document, item.id or item.number or ""), (file, labelled))
            if earlier is labelled:
                meeting = meetings.setdefault(
                    document, GoldReferat(schema_version="1.0", source=source, items=[], partial=True)
                )
                meeting.items.append(item)
            elif earlier.item != item:
                message = f"is labelled otherwise in {before}, row {earlier.row}; see: referat label agree"
                labels.problems.append(Problem(str(file), labelled.row, None, message))
    labels.meetings = list(meetings.values())
    return labels


def read_labels(file: Path, *, annotator: str | None = None) -> Sheet:
    """Read one filled sheet or export.

    Args:
        file: The file.
        annotator: As for :func:`collect`.

    Returns:
        Its labels and problems.

    Raises:
        UnsupportedFormatError: Its ending is another.
        MissingExtraError: openpyxl is not installed.
    """
    ending = file.suffix.lower()
    if ending not in (".xlsx", ".csv", ".json"):
        advice = "Give sheets (.xlsx, .csv) or Label Studio's export (.json)."
        raise UnsupportedFormatError(f"{ending or 'no ending'!r} is no kind of sheet", path=str(file), advice=advice)
    try:
        data = file.read_bytes()
    except OSError as error:
        return Sheet(file, problems=[Problem(str(file), None, None, f"cannot be read: {error.strerror or error}")])
    return parse_export(file, data, annotator=annotator) if ending == ".json" else parse_sheet(file, data)


def write_gold(path: Path, meetings: Iterable[GoldReferat], *, force: bool = False) -> None:
    """Write labels as gold: a JSON line a meeting, with the fields that are labelled and no other.

    Args:
        path: The file.
        meetings: The labels.
        force: Write over a file that is there.

    Raises:
        OutputError: It cannot be written, or is there already.
    """
    with new_file(path, force=force) as part, part.open("w", encoding="utf-8", newline="\n") as file:
        for meeting in meetings:
            file.write(meeting.model_dump_json(by_alias=True, exclude_unset=True) + "\n")
