"""Systems run over labelled minutes, and their scores."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from ..analysis import Analysers, analyse
from ..schema import Referat
from .bootstrap import Change, Estimate, Resamples
from .documents import LabelledMeeting
from .metrics import METRICS, Metric, Tally, Task, tally_meeting

ALL_TASKS: frozenset[Task] = frozenset(("structure", "type", "outcome", "ballots", "absence", "summary"))


@dataclass(frozen=True)
class System:
    """What is evaluated: something that makes structured minutes into tagged ones.

    Attributes:
        name: What tables call it.
        predict: Labelled minutes in; tagged records out, one for each, in order. The labels are there for the
            extractive oracle and for cross-validation; a model looks at ``referat`` alone.
        tasks: What it is scored on.
    """

    name: str
    predict: Callable[[Sequence[LabelledMeeting]], list[Referat]]
    tasks: frozenset[Task] = ALL_TASKS

    @classmethod
    def of(cls, name: str, analysers: Analysers, tasks: frozenset[Task] = ALL_TASKS) -> System:
        """The system that runs analysers, meeting by meeting."""
        return cls(name, lambda meetings: [analyse([each.referat], analysers)[0] for each in meetings], tasks)


@dataclass(frozen=True)
class Run:
    """The counts of one system on one set of meetings.

    Attributes:
        system: The system's name.
        tasks: What it is scored on.
        meetings: Names of the meetings.
        tallies: Counts, one a meeting.
        predictions: The tagged records, one a meeting; empty where the run was read from a file.
    """

    system: str
    tasks: frozenset[Task]
    meetings: tuple[str, ...]
    tallies: tuple[Tally, ...]
    predictions: tuple[Referat, ...] = field(default=(), repr=False)

    @cached_property
    def resamples(self) -> Resamples:
        """The sums that scores are made of."""
        return Resamples(self.tallies)

    @property
    def metrics(self) -> list[Metric]:
        """The metrics of the tasks that the system is scored on."""
        return [metric for metric in METRICS if metric.task in self.tasks]

    def estimate(self, metric: Metric) -> Estimate | None:
        """The score of a metric; None where the labels hold nothing for it or the system is not scored on it."""
        return self.resamples.estimate(metric) if metric.task in self.tasks else None

    def change(self, metric: Metric, since: Run) -> Change | None:
        """How much better or worse than another run of the same meetings.

        Raises:
            ValueError: The runs are of different meetings.
        """
        if self.meetings != since.meetings:
            raise ValueError("the two runs are of different meetings")
        if metric.task not in self.tasks & since.tasks:
            return None
        return self.resamples.change(metric, since.resamples)


def evaluate(meetings: Sequence[LabelledMeeting], systems: Sequence[System]) -> list[Run]:
    """Score systems on labelled minutes.

    Args:
        meetings: Labels and structured minutes.
        systems: What to score.

    Returns:
        One run a system, in order.

    Raises:
        ValueError: There are no meetings, or a system does not give one record a meeting.
    """
    if not meetings:
        raise ValueError("there is nothing to score")
    runs = []
    for system in systems:
        predictions = system.predict(meetings)
        tallies = tuple(
            tally_meeting(meeting.gold, referat) for meeting, referat in zip(meetings, predictions, strict=True)
        )
        names = tuple(meeting.name for meeting in meetings)
        runs.append(Run(system.name, system.tasks, names, tallies, tuple(predictions)))
    return runs
