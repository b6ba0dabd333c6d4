"""Which minutes no model sees in training: whole meetings, and with them every case that they treat."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from training.corpus.passages import RawDocument, hash_share


@dataclass(frozen=True, slots=True)
class HeldOut:
    """What is kept out of training.

    Attributes:
        meetings: Meetings drawn for measuring.
        cases: The numbers of all cases treated in them.
        ids: Meetings, items and cases that files ask to keep out as well.
    """

    meetings: frozenset[str]
    cases: frozenset[str]
    ids: frozenset[str]

    def is_measured(self, document: RawDocument) -> bool:
        """Whether a document belongs to a meeting drawn for measuring."""
        return document.meeting in self.meetings and not self._is_listed(document)

    def is_kept_out(self, document: RawDocument) -> bool:
        """Whether a document may not be trained on."""
        return document.meeting in self.meetings or document.case in self.cases or self._is_listed(document)

    def _is_listed(self, document: RawDocument) -> bool:
        return not self.ids.isdisjoint((document.meeting, document.name, document.case))


def choose_held_out(documents: Sequence[RawDocument], share: float, ids: Iterable[str] = ()) -> HeldOut:
    """Draw the meetings to hold out, the same ones whenever this is asked.

    Args:
        documents: The minutes.
        share: The share of meetings; the draw depends on each meeting's id alone.
        ids: Further meetings, items (``meeting/number``) and case numbers to keep out. The cases of a listed meeting
            or item are kept out with it.

    Returns:
        What is kept out.
    """
    listed = set(ids)
    listed |= {d.case for d in documents if d.case and not listed.isdisjoint((d.meeting, d.name))}
    meetings = {d.meeting for d in documents if d.meeting and hash_share(f"held out {d.meeting}") < share}
    cases = {d.case for d in documents if d.meeting in meetings and d.case}
    return HeldOut(frozenset(meetings), frozenset(cases), frozenset(listed))


def read_ids(paths: Iterable[Path]) -> list[str]:
    """The ids of files.

    Args:
        paths: Labels as JSON Lines, whose items are meant; or any other text, one id a line, where blank lines and
            those that begin with ``#`` do not count.

    Returns:
        Ids as :func:`choose_held_out` takes them.
    """
    return [id_ for path in paths for id_ in (_labelled(path) if path.suffix == ".jsonl" else _listed(path))]


def _listed(path: Path) -> list[str]:
    lines = (line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def _labelled(path: Path) -> list[str]:
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [
        f"{record['source']['path'].rpartition('#')[2]}/{item['number']}"
        for record in records
        for item in record["items"]
    ]
