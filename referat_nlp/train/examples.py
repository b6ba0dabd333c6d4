"""The items that a model learns from, and those that are held out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ..evaluate.documents import LabelledMeeting, Shelf
from ..evaluate.gold import GoldError, Problem
from .composed import composed_items
from .data import Labelled, is_apart, item_key, labelled_items, read_labelled, resumes, taken_keys
from .errors import TrainingDataError
from .settings import Settings
from .split import held_out
from .task import Aligns, Goal

LEAST_ITEMS = 10
"""Labelled items that training begins with."""


@dataclass(frozen=True)
class Data:
    """What a model is made of.

    Attributes:
        gold: Files and folders of labels.
        documents: Folders where the minutes may lie.
        weak: Records of rules on unlabelled minutes.
        minutes: Unlabelled minutes that print their summaries.
        apart: Labels that are kept for scoring: their meetings, cases and texts are not trained on.
        validation: Labels to hold out in place of a share of the others.
        skip_invalid: Train on the labels that are in order.
        mentions: Composed meetings that know where the words of their labels stand; none of them is held out where
            anything else is labelled.
    """

    gold: Sequence[str | Path] = ()
    documents: Sequence[str | Path] = ()
    weak: Sequence[str | Path] = ()
    minutes: Sequence[str] = ()
    apart: Sequence[str | Path] = ()
    skip_invalid: bool = False
    validation: Sequence[str | Path] = ()
    mentions: Sequence[str | Path] = ()


@dataclass(frozen=True)
class Examples:
    """The items of a training.

    Attributes:
        training: Those that are learned from, weak ones among them.
        held_out: Those that tell when to stop, and how good the model is.
        left_out: What was wrong with labels.
        notes: What else was left out, in words.
        apart: Those that were kept apart for scoring and are labelled for the task: no choice is made on them.
    """

    training: list[Labelled]
    held_out: list[Labelled]
    left_out: list[Problem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    apart: list[Labelled] = field(default_factory=list)


def read_examples(task: Goal, data: Data, settings: Settings) -> Examples:
    """Read labels and minutes, and part what is trained on from what is held out.

    Args:
        task: What the labels are for.
        data: What was given.
        settings: The share that is held out, and the seed.

    Returns:
        The items.

    Raises:
        GoldError: Labels are wrong and are not to be left out.
        TrainingDataError: There are too few items, or all of one class.
    """
    shelf = Shelf(data.documents)
    meetings, problems = read_labelled(data.gold, shelf)
    apart, wrong = read_labelled(data.apart, shelf)
    validation, invalid = read_labelled(data.validation, shelf)
    problems += wrong + invalid
    if problems and not data.skip_invalid:
        raise GoldError(problems)
    notes = []
    printed, failed = resumes(data.minutes)
    if failed:
        notes.append(f"{failed} documents could not be read")
    taken = taken_keys([*apart, *validation])
    labelled = list(labelled_items([*meetings, *printed]))
    every = [item for item in labelled if task.classes(item)]
    items = [item for item in every if is_apart(item, taken)]
    if len(items) < len(every):
        notes.append(f"{len(every) - len(items)} items left out, which belong with those that are kept apart")
    composed = [item for item in composed_items(data.mentions) if task.classes(item) and is_apart(item, taken)]
    _see_that_they_suffice(task, [*items, *composed])
    if data.validation:
        training, kept = [*items, *composed], [item for item in labelled_items(validation) if task.classes(item)]
        if not kept:
            raise TrainingDataError(f"no item of the validation labels is labelled for {task.name}")
    else:
        parted = items or composed
        drawn = held_out([item.keys for item in parted], settings.held_out, settings.seed)
        training = [item for index, item in enumerate(parted) if index not in drawn]
        training += composed if items else []
        kept = [parted[index] for index in sorted(drawn)]
    if data.weak:
        held = taken | {key for item in kept for key in item.keys}
        weak, note = _weak(task, read_labelled(data.weak, shelf), held, meetings)
        training += weak
        notes.append(note)
    if isinstance(task, Aligns):
        notes += task.unaligned(labelled)
    if len({task.classes(item) for item in training}) < 2 and len(task.labels) > 1:
        raise TrainingDataError("all items but those held out have the same label")
    scored = [item for item in labelled_items(apart) if task.classes(item)]
    return Examples(training, kept, problems, notes, scored)


def counts(task: Goal, items: Sequence[Labelled]) -> Counter[str]:
    """How many items have each label."""
    return Counter(label for item in items for label in task.classes(item))


def _see_that_they_suffice(task: Goal, items: Sequence[Labelled]) -> None:
    if len(items) < LEAST_ITEMS:
        raise TrainingDataError(
            f"{len(items)} items are labelled for {task.name} and found in their minutes; it takes {LEAST_ITEMS} at "
            "least, and some hundreds for a model that is worth having"
        )
    found = counts(task, items)
    if len(task.labels) > 1 and len({task.classes(item) for item in items}) < 2:
        raise TrainingDataError(f"all {len(items)} items have the same label, {', '.join(found)}")


def _weak(
    task: Goal,
    given: tuple[list[LabelledMeeting], list[Problem]],
    taken: frozenset[str],
    labelled: Sequence[LabelledMeeting],
) -> tuple[list[Labelled], str]:
    """Items with weak labels that may be learned from, and what was left out."""
    meetings, problems = given
    known = {item_key(item) for item in labelled_items(labelled)}
    every = list(labelled_items(meetings, weak=True))
    apart = [item for item in every if task.classes(item) and item_key(item) not in known and is_apart(item, taken)]
    kept = [item for item in apart if task.trusts(item)]
    unread = f"; {len(problems)} records could not be used" if problems else ""
    return kept, (
        f"{len(kept)} of {len(every)} weakly labelled items used: {len(every) - len(apart)} are labelled, held out or "
        f"without a label, and on {len(apart) - len(kept)} the cues do not agree{unread}"
    )
