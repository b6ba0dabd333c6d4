"""One evaluation from the names of files and systems: what ``referat evaluate`` runs."""

from __future__ import annotations

import difflib
import importlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from ..analysis import Analysers
from ..errors import ReferatError
from ..pipeline import load
from .baselines import baselines
from .documents import LabelledMeeting, Shelf, find_documents
from .evaluation import Run, System, evaluate
from .gold import GoldError, Problem, load_gold
from .masking import masked
from .metrics import METRICS, Metric
from .predictions import predictions_from

DEFAULT = "referat_nlp"

T = TypeVar("T")


class UnknownNameError(ReferatError):
    """A baseline, metric or model of that name does not exist."""

    kind = "unknown-name"
    advice = "Check the name."


@dataclass(frozen=True)
class Session:
    """What was evaluated.

    Attributes:
        meetings: The labelled meetings.
        runs: One run a system, the model first.
        left_out: What was wrong with labels that were left out.
    """

    meetings: tuple[LabelledMeeting, ...]
    runs: tuple[Run, ...]
    left_out: tuple[Problem, ...] = ()


def evaluate_files(
    gold: Sequence[str | Path],
    *,
    model: str = DEFAULT,
    item_type: str | None = None,
    outcome: str | None = None,
    votes: str | None = None,
    absence: str | None = None,
    summary: str | None = None,
    votes_alone: bool = False,
    predictions: Sequence[str | Path] = (),
    baseline: Sequence[str] = (),
    train: Sequence[str | Path] = (),
    documents: Sequence[str | Path] = (),
    mask_cues: bool = False,
    skip_invalid: bool = False,
) -> Session:
    """Score a model and baselines on labelled minutes.

    Args:
        gold: Files and folders of labels.
        model: ``referat_nlp``, the library as it is loaded by default; the name of a baseline; or ``module:name`` of a
            pipeline, or of a function that makes one.
        item_type: A fine-tuned model in place of the library's analyser, as :func:`~referat_nlp.load` takes it.
        outcome: Likewise.
        votes: Likewise.
        absence: Likewise.
        summary: Likewise.
        votes_alone: Score the model for votes without the grammar beside it too, on ballots and absence.
        predictions: JSON Lines of records; they take the model's place.
        baseline: Names of baselines; ``all`` for all.
        train: Labels that baselines which learn may learn from.
        documents: Folders where the minutes may lie.
        mask_cues: Show title and case text only, and score the type alone.
        skip_invalid: Score what is in order, and say in the session what was left out.

    Returns:
        The session.

    Raises:
        GoldError: Labels are wrong, and are not to be left out; or none are left.
        UnknownNameError: No such baseline or model, or models for two systems at once.
        ModelError: A fine-tuned model cannot be used.
        ReferatError: Predictions cannot be read.
    """
    given = {"item_type": item_type, "outcome": outcome, "votes": votes, "absence": absence, "summary": summary}
    replaced = {task: name for task, name in given.items() if name}
    if replaced and (predictions or model != DEFAULT):
        raise UnknownNameError(
            f"a model for {', '.join(replaced)} takes its place in {DEFAULT}, which is not what is scored",
            advice="Leave out the other model or the predictions.",
        )
    if votes_alone and not votes:
        raise UnknownNameError("there is no model for votes to score alone", advice="Name it with --model-votes.")
    shelf = Shelf(documents)
    meetings, problems = _labelled(gold, shelf)
    training, wrong = _labelled(train, shelf)
    problems += wrong
    if problems and not skip_invalid:
        raise GoldError(problems)
    if not meetings:
        raise GoldError(problems or [Problem("gold", None, None, "there are no labels in it")])
    if mask_cues:
        meetings, training = _masked(meetings), _masked(training)
    systems = [predictions_from(path) for path in predictions] or [_model(model, training, replaced)]
    systems += [_votes_alone(votes)] if votes and votes_alone else []
    systems += [build(training) for build in _named(baseline)]
    if mask_cues:
        systems = [replace(each, tasks=each.tasks & {"type"}) for each in systems if "type" in each.tasks]
    return Session(tuple(meetings), tuple(evaluate(meetings, systems)), tuple(problems))


def metric_named(name: str) -> Metric:
    """The metric of a name.

    Raises:
        UnknownNameError: There is none; the message names the nearest.
    """
    return _find(name, {metric.name: metric for metric in METRICS}, "metric")


def _labelled(paths: Sequence[str | Path], shelf: Shelf) -> tuple[list[LabelledMeeting], list[Problem]]:
    gold = load_gold(paths)
    meetings, problems = find_documents(gold.meetings, shelf)
    return meetings, [*gold.problems, *problems]


def _masked(meetings: Sequence[LabelledMeeting]) -> list[LabelledMeeting]:
    return [replace(meeting, referat=masked(meeting.referat)) for meeting in meetings]


def _named(names: Sequence[str]) -> list[Callable[[Sequence[LabelledMeeting]], System]]:
    known = baselines()
    wanted = list(known) if "all" in names else names
    return [_find(name, known, "baseline").build for name in wanted]


def _model(name: str, training: Sequence[LabelledMeeting], replaced: Mapping[str, str]) -> System:
    if name == DEFAULT:
        return _library(replaced)
    if name in (known := baselines()):
        return known[name].build(training)
    module, _, attribute = name.partition(":")
    try:
        found = getattr(importlib.import_module(module), attribute)
        pipeline = found if isinstance(found, Analysers) else found()
    except (ImportError, AttributeError, ValueError, TypeError) as error:
        advice = "Give module:name of a pipeline, or of a function that makes one."
        raise UnknownNameError(f"the model {name!r} cannot be loaded: {error}", advice=advice) from None
    if not isinstance(pipeline, Analysers):
        raise UnknownNameError(f"the model {name!r} is a {type(pipeline).__name__}, not a pipeline")
    return System.of(name, pipeline)


def _library(replaced: Mapping[str, str]) -> System:
    """The library as it is loaded by default, with fine-tuned models in place of some of its analysers."""
    pipeline = load(
        item_type=replaced.get("item_type"),
        outcome=replaced.get("outcome"),
        votes=replaced.get("votes"),
        absence=replaced.get("absence"),
        summary=replaced.get("summary"),
    )
    named = ", ".join(f"{task}={model}" for task, model in replaced.items())
    return System.of(f"{DEFAULT} {named}" if named else DEFAULT, pipeline)


def _votes_alone(name: str) -> System:
    """A model of votes and absences without grammar and rules beside it."""
    from ..analysis.models.absence import ModelAbsenceExtractor
    from ..analysis.models.votes import ModelVoteExtractor
    from .baselines.silence import only

    votes = ModelVoteExtractor.load(name)
    analysers = only(votes=votes, absence=ModelAbsenceExtractor(votes.model))
    return System.of(f"votes={name} alone", analysers, frozenset(("ballots", "absence")))


def _find(name: str, known: Mapping[str, T], what: str) -> T:
    if name in known:
        return known[name]
    near = difflib.get_close_matches(name, known, n=1)
    advice = f"Did you mean {near[0]}?" if near else f"There are: {', '.join(known)}."
    raise UnknownNameError(f"there is no {what} {name!r}", advice=advice)
