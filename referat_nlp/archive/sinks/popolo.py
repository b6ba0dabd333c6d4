"""Popolo (https://www.popoloproject.com): every ballot as a motion and its vote event."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryFile
from types import TracebackType
from typing import Any, TextIO

from ...schema import SCHEMA_VERSION, Ballot, Item, Person, Referat, Voter
from .base import PartFile, Record
from .held import Held, cannot_append, check_version

_RESULTS = {"vedtaget": "pass", "forkastet": "fail", None: None}


class PopoloSink:
    """One JSON object with ``motions``, ``vote_events``, ``errors`` and ``sources`` (the documents it is made of)."""

    def __init__(self, path: Path, *, append: bool = False) -> None:
        before = _read(path) if append else {}
        self._file = PartFile(path)
        self._motions, self._vote_events, self._errors, self._sources = _Array(), _Array(), _Array(), _Array()
        for name, array in self._arrays().items():
            for entry in before.get(name, ()):
                array.add(entry)
        self._held = Held(
            [(source["path"], source["sha256"]) for source in before.get("sources", ())]
            + [(error["source"], None) for error in before.get("errors", ())]
        )

    def _arrays(self) -> dict[str, _Array]:
        return {
            "motions": self._motions,
            "vote_events": self._vote_events,
            "errors": self._errors,
            "sources": self._sources,
        }

    def __enter__(self) -> PopoloSink:
        return self

    def write(self, record: Record) -> None:
        """Add the ballots of one document."""
        if record in self._held:
            return
        if not isinstance(record, Referat):
            self._errors.add({"source": record.source.path, **record.error.model_dump()})
            return
        self._sources.add({"path": record.source.path, "sha256": record.source.sha256})
        for item in record.items:
            for number, ballot in enumerate(item.ballots, 1):
                motion_id = f"{item.id}/{number}"
                self._motions.add(_motion(motion_id, record, item, ballot))
                self._vote_events.add(_vote_event(motion_id, record, item, ballot))

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is not None:
            self._file.discard()
            return
        with self._file.part.open("w", encoding="utf-8") as out:
            out.write(f'{{"schema_version": "{SCHEMA_VERSION}"')
            for name, array in self._arrays().items():
                out.write(f',\n"{name}": ')
                array.move_to(out)
            out.write("}\n")
        self._file.commit()


def _read(path: Path) -> dict[str, Any]:
    try:
        before = json.loads(path.read_bytes())
        check_version(path, before.get("schema_version"))
    except (ValueError, AttributeError):
        raise cannot_append(path, "it is no Popolo of the library") from None
    return dict(before)


class _Array:
    """An array of the object, in a temporary file until all are written, so that memory stays flat."""

    def __init__(self) -> None:
        self._entries: TextIO = TemporaryFile("w+", encoding="utf-8")  # noqa: SIM115 - closed by move_to
        self._separator = "\n"

    def add(self, entry: dict[str, Any]) -> None:
        self._entries.write(self._separator + json.dumps(entry, ensure_ascii=False))
        self._separator = ",\n"

    def move_to(self, out: TextIO) -> None:
        self._entries.seek(0)
        out.write("[")
        out.writelines(self._entries)
        out.write("]")
        self._entries.close()


def _motion(motion_id: str, record: Referat, item: Item, ballot: Ballot) -> dict[str, Any]:
    return {
        "id": motion_id,
        **_where_and_when("date", record, item, ballot),
        "text": ballot.subject or item.title,
        "classification": ballot.motion,
        "result": _RESULTS[ballot.result],
        "creator": {"name": ballot.proposer} if ballot.proposer else None,
        "legislative_session": {"name": record.source.path, "item": item.number, "title": item.title},
    }


def _vote_event(motion_id: str, record: Referat, item: Item, ballot: Ballot) -> dict[str, Any]:
    counts = {"yes": ballot.counts.for_, "no": ballot.counts.against, "abstain": ballot.counts.abstain}
    return {
        "id": f"{motion_id}/vote",
        "motion_id": motion_id,
        **_where_and_when("start_date", record, item, ballot),
        "result": _RESULTS[ballot.result],
        "counts": [{"option": option, "value": value} for option, value in counts.items() if value is not None],
        "votes": list(_votes(record, item, ballot)),
    }


def _where_and_when(date: str, record: Referat, item: Item, ballot: Ballot) -> dict[str, Any]:
    """Which body voted and on which day: the meeting's, or for a vote of another body what its decision says."""
    municipality = record.meeting.municipality
    body, day = record.meeting.body, record.meeting.date
    if ballot.motion == "prior":
        decision = item.decision_of(ballot)
        body, day = (decision.body, decision.date) if decision else (None, None)
    parent = {"name": municipality} if municipality else None
    return {"organization": {"name": body, "parent": parent}, date: day}


def _votes(record: Referat, item: Item, ballot: Ballot) -> Iterator[dict[str, Any]]:
    sides = {"yes": ballot.for_, "no": ballot.against, "abstain": ballot.abstain}
    voted = {voter.name for voters in sides.values() for voter in voters}
    for option, voters in sides.items():
        for voter in voters:
            yield _vote(option, voter)
    if ballot.motion == "prior":
        return  # Who was absent from this meeting says nothing of the other body's.
    absent = {absence.name: absence for absence in (*record.meeting.absent, *item.absent) if absence.name}
    for name, absence in absent.items():
        if name not in voted and absence.kind != "left_early":
            yield _vote("absent", absence)


def _vote(option: str, person: Person) -> dict[str, Any]:
    """A vote; one printed for a party has its group and no voter, one that the roster gave says so."""
    vote: dict[str, Any] = {"option": option}
    if person.name:
        vote["voter"] = {"name": person.name}
    if person.party:
        vote["group"] = {"name": person.party, "classification": "party"}
    if isinstance(person, Voter) and person.inferred:
        vote["inferred"] = True
    return vote
