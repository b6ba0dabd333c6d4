"""What a model has to beat, by name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ..documents import LabelledMeeting
from ..evaluation import ALL_TASKS, System
from ..metrics import Task

Training = Sequence[LabelledMeeting]


@dataclass(frozen=True, slots=True)
class Baseline:
    """A system to compare with.

    Attributes:
        name: Its name.
        told: What it does, in a line.
        tasks: What it is scored on.
        build: Makes the system; it is given the meetings to learn from, which may be none.
    """

    name: str
    told: str
    tasks: frozenset[Task]
    build: Callable[[Training], System]


def baselines() -> dict[str, Baseline]:
    """All baselines by name."""
    from .grammar import grammar
    from .keyword import keyword
    from .lead import lead, title_lead
    from .oracle import oracle
    from .textrank import textrank
    from .tfidf import tfidf_svm

    types: frozenset[Task] = frozenset(("type",))
    summaries: frozenset[Task] = frozenset(("summary",))
    listed = [
        Baseline("grammar", "the rules and grammar of the first version", ALL_TASKS, lambda _: grammar()),
        Baseline("keyword", "item type by a keyword in decision, indstilling or title", types, lambda _: keyword()),
        Baseline("tfidf-svm", "item type by TF-IDF and a linear SVM", types, tfidf_svm),
        *(
            Baseline(
                f"lead-{n}", f"the first {n} sentences of the case" if n > 1 else "the first sentence of the case",
                summaries, lambda _, n=n: lead(n),  # type: ignore[misc]
            )
            for n in (1, 2, 3)
        ),
        Baseline("title-lead-2", "the title and the first two sentences", summaries, lambda _: title_lead(2)),
        Baseline("textrank", "the sentences most like the others", summaries, lambda _: textrank()),
        Baseline("oracle", "the sentences most like the reference", summaries, lambda _: oracle()),
    ]  # fmt: skip
    return {baseline.name: baseline for baseline in listed}
