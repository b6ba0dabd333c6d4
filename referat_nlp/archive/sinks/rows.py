"""One flat row an item, for tables: which columns there are and how a record fills them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, get_args

from ...schema import Absence, Ballot, Item, Person, Referat, SectionKind, Voter
from .base import Record

Cell = str | int | bool | list[str] | None
ColumnType = Literal["text", "integer", "boolean", "list"]

COLUMNS: dict[str, ColumnType] = {
    "path": "text",
    "format": "text",
    "sha256": "text",
    "meeting_kind": "text",
    "municipality": "text",
    "body": "text",
    "date": "text",
    "start_time": "text",
    "end_time": "text",
    "place": "text",
    "meeting_absent": "list",
    "item_id": "text",
    "number": "text",
    "title": "text",
    "case_number": "text",
    "closed": "boolean",
    "type": "text",
    "types": "list",
    "outcome": "text",
    "decision": "text",
    "n_ballots": "integer",
    "result": "text",
    "unanimous": "boolean",
    "votes_for": "integer",
    "votes_against": "integer",
    "votes_abstain": "integer",
    "counts_derived": "boolean",
    "voted_for": "list",
    "voted_against": "list",
    "voted_abstain": "list",
    "reservations": "list",
    "dissent": "list",
    "absent": "list",
    "escalated": "boolean",
    "summary": "text",
    "attachments": "list",
    "sections": "list",
    "start": "integer",
    "end": "integer",
    "warnings": "list",
    "error": "text",
}
"""Columns of the flat forms, in order. ``result`` to ``voted_abstain`` are those of the deciding ballot."""


def rows(record: Record) -> Iterator[dict[str, Cell]]:
    """The rows of one document: one an item, or one that says why there are none.

    Yields:
        The cells that are known, by column; the others are to be left empty.
    """
    if not isinstance(record, Referat):
        yield {"path": record.source.path, "error": f"{record.error.message}. {record.error.advice}"}
        return
    meeting = record.meeting
    shared: dict[str, Cell] = {
        "path": record.source.path,
        "format": record.source.format,
        "sha256": record.source.sha256,
        "meeting_kind": meeting.kind,
        "municipality": meeting.municipality,
        "body": meeting.body,
        "date": meeting.date,
        "start_time": meeting.start_time,
        "end_time": meeting.end_time,
        "place": meeting.place,
        "meeting_absent": [absence_label(absence) for absence in meeting.absent],
    }
    for item in record.items:
        row = {**shared, **_item(item), **_main_ballot(item)}
        yield row | {"warnings": [*record.warnings, *_ballot_warnings(item)]}


def _item(item: Item) -> dict[str, Cell]:
    return {
        "item_id": item.id,
        "number": item.number,
        "title": item.title,
        "case_number": item.case_number,
        "closed": item.closed,
        "type": item.type,
        "types": list(item.types),
        "outcome": item.outcome,
        "decision": "\n\n".join(decision.text for decision in item.decisions if decision.own) or None,
        "n_ballots": len(item.ballots),
        "reservations": labels(item.reservations),
        "dissent": labels(item.dissent),
        "absent": [absence_label(absence) for absence in item.absent],
        "escalated": item.escalated,
        "summary": item.summary.text if item.summary else None,
        "attachments": item.attachments,
        "sections": [kind for kind in get_args(SectionKind) if item.sections_of(kind)],
        "start": item.span[0],
        "end": item.span[1],
    }


def _ballot_warnings(item: Item) -> list[str]:
    return [warning for ballot in item.ballots for warning in ballot.warnings]


def _main_ballot(item: Item) -> dict[str, Cell]:
    ballot = main_ballot(item.ballots)
    if ballot is None:
        return {}
    return {
        "result": ballot.result,
        "unanimous": ballot.unanimous,
        "votes_for": ballot.counts.for_,
        "votes_against": ballot.counts.against,
        "votes_abstain": ballot.counts.abstain,
        "counts_derived": ballot.counts_derived,
        "voted_for": _voter_labels(ballot.for_),
        "voted_against": _voter_labels(ballot.against),
        "voted_abstain": _voter_labels(ballot.abstain),
    }


def main_ballot(ballots: Sequence[Ballot]) -> Ballot | None:
    """The ballot that decided the item: the last on the main question, else on an election."""
    for motion in ("main", "election"):
        for ballot in reversed(ballots):
            if ballot.motion == motion:
                return ballot
    return None


def labels(people: Sequence[Person]) -> list[str]:
    """People as text: "Bo Lind (V)", "Bo Lind", "V"."""
    return [label(person) for person in people]


def label(person: Person) -> str:
    """One person or party as text."""
    if person.name and person.party:
        return f"{person.name} ({person.party})"
    return person.name or person.party or "?"


def _voter_labels(voters: Sequence[Voter]) -> list[str]:
    """Voters as text; those that the roster gave and the minutes do not print say so."""
    return [f"{label(voter)}: inferred" if voter.inferred else label(voter) for voter in voters]


def absence_label(absence: Absence) -> str:
    """One absence as text: "Bo Lind (V)", "Bo Lind (V): excused, ferie, substitute Eva Brun"."""
    details: list[str] = [] if absence.kind == "absent" else [absence.kind]
    details += [absence.reason] if absence.reason else []
    details += [f"substitute {absence.substitute}"] if absence.substitute else []
    return f"{label(absence)}: {', '.join(details)}" if details else label(absence)
