"""The rows of a labelling sheet → labelled items, and what is wrong with the others."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from ....schema import Counts, Source
from ..problems import Problem
from ..schema import GoldBallot, GoldItem, GoldPerson, GoldReferat, GoldSummary
from .cells import CellError, absences, choice, count, is_none, people, types, yes
from .columns import BALLOTS, CUT, LABELS, MOTIONS, NONE_WORDS, OUTCOMES, RESULTS, TYPES
from .tables import Row, SheetError, Table, read_tables

_Value = TypeVar("_Value")

_SHA256 = re.compile(r"[0-9a-f]{64}")
_CONTEXT = ("title", "meeting", "proposal", "decision")


@dataclass(frozen=True, slots=True)
class LabelledItem:
    """One labelled item and where it stands."""

    row: int
    source: Source
    item: GoldItem


@dataclass(slots=True)
class Sheet:
    """What a labelling sheet holds.

    Attributes:
        file: The file.
        items: The items with a label whose row is in order.
        problems: Everything that is wrong.
        notes: What was made of its encoding.
        rows: How many items it lists.
        unlabelled: The rows without a label, or with one that nobody has reviewed.
        filled: For each label column, how many rows have it filled.
    """

    file: Path
    items: list[LabelledItem] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    rows: int = 0
    unlabelled: list[int] = field(default_factory=list)
    filled: dict[str, int] = field(default_factory=dict)

    def meetings(self) -> list[tuple[int, GoldReferat]]:
        """The labels meeting by meeting, each with its first row."""
        meetings: dict[str, list[LabelledItem]] = defaultdict(list)
        for labelled in self.items:
            meetings[labelled.source.sha256 or labelled.source.path or ""].append(labelled)
        return [
            (
                group[0].row,
                GoldReferat(source=group[0].source, items=[labelled.item for labelled in group], partial=True),
            )
            for group in meetings.values()
        ]


def parse_sheet(file: Path, data: bytes) -> Sheet:
    """Read a labelling sheet.

    Args:
        file: The path; its ending tells CSV from Excel.
        data: Its bytes.

    Returns:
        Its labels and problems. A file that is no sheet at all is one problem.

    Raises:
        MissingExtraError: openpyxl is not installed.
    """
    try:
        tables = read_tables(file, data)
    except SheetError as error:
        return Sheet(file, problems=[error.problem])
    return _Reader(Sheet(file, notes=tables.notes), tables.items, tables.ballots).read()


class _Reader:
    def __init__(self, sheet: Sheet, items: Table, ballots: Table | None) -> None:
        self._sheet = sheet
        self._items = items
        self._table = ballots
        self._bad: set[int] = set()

    def read(self) -> Sheet:
        sheet, table = self._sheet, self._items
        sheet.problems += table.faults()
        sheet.rows = len(table.rows)
        labels = [column for column in LABELS if column.key in table.places]
        if not {"path", "sha256"} & table.places.keys() or not {"id", "number"} & table.places.keys() or not labels:
            message = "a sheet needs Dokument or Sha256, Punkt-id or Punkt, and a column of labels"
            sheet.problems.append(table.problem(1, None, message))
            return sheet
        if not table.rows:
            sheet.problems.append(table.problem(None, None, "is empty: there are no items under the header"))
            return sheet
        self._identify()
        ballots = self._ballots()
        sheet.filled = dict.fromkeys((column.header for column in labels), 0)
        for row in table.rows:
            said = [column.header for column in labels if row[column.key]]
            if not (said or row.number in ballots or row["ambiguous"]) or not self._reviewed(row):
                sheet.unlabelled.append(row.number)
                continue
            for header in said:
                sheet.filled[header] += 1
            fields = self._labels(row, ballots.get(row.number, []))
            if row.number not in self._bad:
                source = Source(path=row["path"] or None, sha256=row["sha256"] or None)
                known: dict[str, Any] = {key: row[key] for key in ("id", "number", "title") if row[key]}
                sheet.items.append(LabelledItem(row.number, source, GoldItem(**known, **fields)))
        # The items' before the ballots', which are found first.
        sheet.problems.sort(
            key=lambda each: (each.file != str(sheet.file) or (each.field or "").startswith(BALLOTS), each.row or 0)
        )
        return sheet

    def _wrong(self, row: Row, key: str | None, message: str) -> None:
        self._sheet.problems.append(self._items.problem(row.number, key, message))
        self._bad.add(row.number)

    def _reviewed(self, row: Row) -> bool:
        """Whether somebody has seen the row: what a model filled in is no label before."""
        if "reviewed" not in self._items.places:
            return True
        return _Cells(self._items, row, self._sheet.problems).read("reviewed", yes) or False

    def _identify(self) -> None:
        """Name the rows that do not say which item they label, or say it a second time."""
        seen: dict[tuple[str, str, str], int] = {}
        for row in self._items.rows:
            document, item = row["sha256"] or row["path"], row["id"] or row["number"]
            if not document:
                self._wrong(row, "path", "says not which document the item is in (Dokument, Sha256)")
            if not item:
                self._wrong(row, "id", "says not which item it is (Punkt-id, Punkt)")
            if row["sha256"] and not _SHA256.fullmatch(row["sha256"]):
                self._wrong(row, "sha256", f"{row['sha256']!r:.30} is no SHA-256; paste it again from the drawn sheet")
            for key, value in (("id" if row["id"] else "number", (document, item)), ("row", ("", row["row"]))):
                if not all(value[1:]):
                    continue
                first = seen.setdefault((key, *value), row.number)
                if first != row.number:
                    self._wrong(row, key, f"{value[1]!r} stands in row {first} already")

    def _ballots(self) -> dict[int, list[GoldBallot]]:
        """The ballots by the row of their item."""
        found: dict[int, list[GoldBallot]] = defaultdict(list)
        table = self._table
        if table is None:
            return found
        self._sheet.problems += table.faults()
        places = {row[key]: row for row in self._items.rows for key in ("id", "row") if row[key]}
        for ballot in table.rows:
            item = places.get(ballot["item"])
            if item is None:
                named = (
                    f"{ballot['item']!r} is the Løbenr. of no item" if ballot["item"] else "says not which item it is"
                )
                self._sheet.problems.append(table.problem(ballot.number, "item", named))
                continue
            cells = _Cells(table, ballot, self._sheet.problems)
            found[item.number].append(_ballot(cells, self._check_names(item)))
            if cells.wrong:
                self._bad.add(item.number)
        return found

    def _labels(self, row: Row, ballots: list[GoldBallot]) -> dict[str, Any]:
        """The fields that a row labels."""
        cells = _Cells(self._items, row, self._sheet.problems)
        check = self._check_names(row)
        fields: dict[str, Any] = {}
        if row["types"]:
            fields["types"] = cells.read("types", types) or []
            fields["type"] = next(iter(fields["types"]), None)
        if row["type"]:
            fields["type"] = cells.read("type", lambda text: choice(text, {kind: kind for kind in TYPES}))
            if fields["type"] and fields.get("types") and fields["type"] not in fields["types"]:
                cells.say("type", f"{fields['type']!r} is not among Typer ({' + '.join(fields['types'])})")
        if row["outcome"]:
            allowed = {**{outcome: outcome for outcome in OUTCOMES}, **dict.fromkeys(NONE_WORDS)}
            fields["outcome"] = cells.read("outcome", lambda text: choice(text, allowed))
        for key, parse in (("reservations", people), ("dissent", people), ("absent", absences)):
            if row[key]:
                fields[key] = cells.read(key, lambda text, parse=parse: check(parse(text)))  # type: ignore[misc]
        if row["summary"]:
            fields["summary"] = None if is_none(row["summary"]) else GoldSummary(text=row["summary"])
        if row["ballots"] or ballots:
            self._count(cells, row, len(ballots))
            fields["ballots"] = ballots
        if cells.read("ambiguous", yes):
            fields["ambiguous"] = True
        if cells.wrong:
            self._bad.add(row.number)
        return fields

    def _count(self, cells: _Cells, row: Row, found: int) -> None:
        where = "in the file of ballots" if self._items.name is None else "on the sheet Afstemninger"
        if not row["ballots"]:
            cells.say("ballots", f"is blank, but there is a ballot of this item {where}: write {found}")
            return
        said = 0 if is_none(row["ballots"]) else cells.read("ballots", count)
        if said is not None and said != found:
            cells.say("ballots", f"says {said}, but {found or 'none'} of them stand{'s' * (found == 1)} {where}")

    def _check_names(self, row: Row) -> Callable[[list[Any]], list[Any]]:
        """What refuses names that the item's text, as the sheet shows it, does not hold."""
        shown = [row[key] for key in _CONTEXT]
        whole = bool(row["decision"]) and not any(text.endswith(CUT) for text in shown)
        text = _plain(" ".join(shown))

        def check(named: list[Any]) -> list[Any]:
            missing = [each.name for each in named if whole and each.name and _plain(each.name) not in text]
            if missing:
                said = ", ".join(map(repr, missing))
                raise CellError(
                    f"{said} {'do' if missing[1:] else 'does'} not stand in the item; write names as printed"
                )
            return named

        return check


class _Cells:
    """The cells of one row; what is wrong with them is collected."""

    def __init__(self, table: Table, row: Row, problems: list[Problem]) -> None:
        self._table = table
        self._row = row
        self._problems = problems
        self.wrong = False

    def say(self, key: str, message: str) -> None:
        self._problems.append(self._table.problem(self._row.number, key, message))
        self.wrong = True

    def read(self, key: str, parse: Callable[[str], _Value]) -> _Value | None:
        """What a cell says; None where that is wrong."""
        if key in self._row.formulas:
            self.say(key, "is a formula; write the value itself")
            return None
        try:
            return parse(self._row[key])
        except CellError as error:
            self.say(key, str(error))
            return None


def _ballot(cells: _Cells, check: Callable[[list[Any]], list[Any]]) -> GoldBallot:
    def voters(key: str) -> list[GoldPerson]:
        return cells.read(key, lambda text: check(people(text))) or []

    def given(text: str) -> str | None:
        return None if is_none(text) else text or None

    counts = {side: cells.read(f"{side}_count", count) for side in ("for", "against", "abstain")}
    results = {**{result: result for result in RESULTS}, **dict.fromkeys(("", *NONE_WORDS))}
    said: dict[str, Any] = {
        "motion": cells.read("motion", lambda text: choice(text or "hovedforslag", MOTIONS)) or "main",
        "result": cells.read("result", lambda text: choice(text, results)),
        "counts": Counts.model_validate(counts),
        "unanimous": cells.read("unanimous", yes) or False,
        "for_": voters("for"),
        "against": voters("against"),
        "abstain": voters("abstain"),
    }
    for key in ("proposer", "subject"):
        value = cells.read(key, given)
        if value is not None:
            said[key] = value
    return GoldBallot(**said)


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
