"""The scores of all sets as the page docs/results.md."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from evaluation.sets import LabelledSet
from referat_nlp import __version__
from referat_nlp.evaluate.evaluation import Run
from referat_nlp.evaluate.metrics import METRICS, Metric
from referat_nlp.evaluate.session import DEFAULT, Session
from referat_nlp.evaluate.tables import figure, told

_BY_NAME = {metric.name: metric for metric in METRICS}
_TYPE = ("type.accuracy", "type.macro_f1")
_VOTES = (
    "ballots.exact_f1",
    "ballots.voter_pair_f1",
    "ballots.voter_set",
    "contested.exact_f1",
    "contested.voter_set",
    "abstain.f1",
    "absence.f1",
)
_RULES = "grammar"
_NONE = "–"

_ABOUT = f"""# Results

Version {__version__}. This page is written by `make results`. What the sets and the metrics are is in
[evaluation](evaluation.md), what the figures say of the models in [models](models.md). In brackets 95 % intervals, a
bootstrap over meetings (1,000 resamples); n is the number of labelled things.

`{DEFAULT}` is the library as it is loaded by default: item types, votes and summaries by the bundled models with rules
and grammar beside them, all else by rules. `{_RULES}` is the rules alone. `tfidf-svm` learns from the development set
where the other sets are scored (from other items of Greve where Greve is). What the rules are corrected on,
`development`, says nothing of other minutes."""

_OF_DIFFERENCES = (
    "Last column: the grammar's score less the library's; a star where chance would rarely give it (p < 0.05)."
)

Scored = Sequence[tuple[LabelledSet, Session]]


def page(scored: Scored) -> str:
    """The page.

    Args:
        scored: The sets and what was evaluated on them, in the order of the page.

    Returns:
        Markdown.
    """
    return "\n".join(_lines(scored)) + "\n"


def _lines(scored: Scored) -> Iterator[str]:
    yield _ABOUT
    yield from _section("The library on each set", _whole(scored))
    others = [(each, session) for each, session in scored if not each.learned_from]
    yield from _section("Item type beside its baselines", _types(others), "Accuracy; macro F1.")
    shown = [(each, session) for each, session in others if not each.mask_cues]
    yield from _section("Votes and absences beside the grammar", _votes(shown), _OF_DIFFERENCES)
    for each, session in shown:
        rows = list(_summaries(session))
        if len(rows) > 1:
            yield from _section(f"Summaries: {each.name}", rows)


def _section(title: str, rows: Iterable[Sequence[str]], above: str = "") -> Iterator[str]:
    """A heading and a table, its first row above the rule."""
    yield from ("", f"## {title}", "")
    if above:
        yield from (above, "")
    head, *body = rows
    yield _row(head)
    yield "|" + "---|" * len(head)
    yield from map(_row, body)


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _whole(scored: Scored) -> Iterator[Sequence[str]]:
    shown = [(each, session) for each, session in scored if not each.mask_cues]
    runs = [_runs(session)[DEFAULT] for _, session in shown]
    yield ["", *(each.name for each, _ in shown)]
    yield ["meetings, items", *(f"{len(s.meetings)}, {sum(len(m.gold.items) for m in s.meetings)}" for _, s in shown)]
    for metric in METRICS:
        if metric.task == "summary":
            continue  # a table of their own, for each set
        cells = [_score(run, metric, counted=True) for run in runs]
        if set(cells) != {_NONE}:
            yield [metric.title, *cells]


def _types(scored: Scored) -> Iterator[Sequence[str]]:
    accuracy, macro = (_BY_NAME[name] for name in _TYPE)
    systems = [name for name, run in _runs(scored[0][1]).items() if run.estimate(accuracy) is not None]
    yield ["", *systems]
    for each, session in scored:
        runs = _runs(session)
        whole = runs[DEFAULT].estimate(accuracy)
        if whole is not None:
            about = f"{each.name} (n = {whole.n})"
            yield [about, *(f"{_score(runs[name], accuracy)}; {_score(runs[name], macro)}" for name in systems)]


def _votes(scored: Scored) -> Iterator[Sequence[str]]:
    yield ["", "", DEFAULT, _RULES, "difference"]
    for each, session in scored:
        runs = _runs(session)
        mine, rules = runs[DEFAULT], runs[_RULES]
        for metric in map(_BY_NAME.__getitem__, _VOTES):
            estimate = mine.estimate(metric)
            change = rules.change(metric, mine)
            if estimate is not None and change is not None:
                title = f"{metric.title} (n = {estimate.n})"
                yield [each.name, title, _score(mine, metric), _score(rules, metric), told(change, metric).strip()]


def _summaries(session: Session) -> Iterator[Sequence[str]]:
    metrics = [metric for metric in METRICS if metric.task == "summary"]
    runs = {
        name: run for name, run in _runs(session).items() if any(run.estimate(metric) is not None for metric in metrics)
    }
    yield ["", *(metric.title.removeprefix("summary, ") for metric in metrics)]
    for name, run in runs.items():
        yield [name, *(_score(run, metric) for metric in metrics)]


def _runs(session: Session) -> Mapping[str, Run]:
    return {run.system: run for run in session.runs}


def _score(run: Run, metric: Metric, counted: bool = False) -> str:
    """A score with its interval, and what it was computed over where the table says so nowhere else."""
    estimate = run.estimate(metric)
    if estimate is None:
        return _NONE
    score = f"{figure(metric, estimate.value)} [{figure(metric, estimate.low)}, {figure(metric, estimate.high)}]"
    return f"{score} (n = {estimate.n})" if counted else score
