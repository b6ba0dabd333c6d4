"""Which minutes no model sees in training: whole meetings, and with them every case that they treat."""

from __future__ import annotations

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
        ids: Meetings and cases that a file asks to keep out as well.
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
        return document.meeting in self.ids or document.case in self.ids


def choose_held_out(documents: Sequence[RawDocument], share: float, ids: Iterable[str] = ()) -> HeldOut:
    """Draw the meetings to hold out, the same ones whenever this is asked.

    Args:
        documents: The minutes.
        share: The share of meetings; the draw depends on each meeting's id alone.
        ids: Further meetings and case numbers to keep out. A listed meeting's cases are kept out with it.

    Returns:
        What is kept out.
    """
    listed = set(ids)
    listed |= {d.case for d in documents if d.meeting in listed and d.case}
    meetings = {d.meeting for d in documents if d.meeting and hash_share(f"held out {d.meeting}") < share}
    cases = {d.case for d in documents if d.meeting in meetings and d.case}
    return HeldOut(frozenset(meetings), frozenset(cases), frozenset(listed))


def read_ids(path: Path | None) -> list[str]:
    """The ids of a file, one a line; blank lines and those that begin with ``#`` do not count."""
    if path is None:
        return []
    lines = (line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line and not line.startswith("#")]
