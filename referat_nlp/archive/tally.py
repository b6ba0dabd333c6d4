"""What a run came to."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from ..schema import Failure
from .sinks import Record


@dataclass(slots=True)
class Tally:
    """The counts of a run.

    Attributes:
        read: Documents that were read and tagged.
        failed: Documents that were not.
        warned: Documents that were read with a warning, of their own or of a ballot.
        items: Items found.
        types: Items of each type.
        ballots: Votes taken, without those of other bodies.
        contested: Those of them that somebody voted against, or abstained in.
        failures: Failed documents by the kind of their error.
    """

    read: int = 0
    failed: int = 0
    warned: int = 0
    items: int = 0
    types: Counter[str] = field(default_factory=Counter)
    ballots: int = 0
    contested: int = 0
    failures: Counter[str] = field(default_factory=Counter)

    def add(self, record: Record) -> None:
        """Count one record."""
        if isinstance(record, Failure):
            self.failed += 1
            self.failures[record.error.kind] += 1
            return
        self.read += 1
        self.items += len(record.items)
        self.types.update(item.type for item in record.items if item.type)
        own = [ballot for item in record.items for ballot in item.ballots if ballot.motion != "prior"]
        self.ballots += len(own)
        self.contested += sum(ballot.contested for ballot in own)
        self.warned += bool(record.warnings or any(ballot.warnings for item in record.items for ballot in item.ballots))
