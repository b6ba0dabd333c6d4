"""The model card: what a model was made of, how, how good it is, what it is not good for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict

from .. import __version__
from ..evaluate.evaluation import Run
from ..evaluate.tables import figure, told
from .examples import counts
from .hardware import hardware
from .result import Trained
from .scores import Scores
from .task import Goal

CARD = "README.md"

_LIMITS = {
    "item-type": (
        "It knows the bodies and houses that its items come from; elsewhere score it first, with `referat evaluate`. "
        "Labels that are rare above are told with less certainty than their scores say."
    ),
    "outcome": (
        "It reads the decision of the body that met and nothing else; numbered points are still read by rule. "
        "Outcomes that are rare above are seldom found."
    ),
    "generated summary": (
        "It writes, and what it writes is taken only where every figure and name stands in the item: its other words "
        "are not checked, and may say what the minutes do not. Where no text passes, the first sentences of the case "
        "stand in its place. It runs through PyTorch, many times slower than a model that chooses sentences."
    ),
    "ballots": (
        "It marks words, of which rules make ballots: what a vote was about, and what was unanimous, is still read by "
        "rule. With --model-votes its ballots are taken where the grammar leaves something open or the model is sure; "
        "the scores are those of the model alone. Absences are taken from it with --model-absence, without reasons."
    ),
    "summary": (
        "It chooses sentences and writes none: a case whose gist stands in no sentence has no good summary. It has "
        "learned what the writers of its references hold important."
    ),
}


def card(task: Goal, trained: Trained) -> str:
    """Write the card of a model.

    Args:
        task: What it was trained for.
        trained: What came of it.

    Returns:
        Markdown, with the front matter that the Hugging Face hub reads.
    """
    name = trained.folder.name
    return "\n".join(
        [
            "---",
            "language: da",
            "library_name: transformers",
            f"tags: [referat-nlp, {task.name}]",
            *([f"license: {trained.published.lower()}"] if trained.published else []),
            "---",
            f"# {name}",
            "",
            f"{task.name.capitalize()} of items of Danish municipal minutes, for referat_nlp {__version__}. Fine-tuned "
            f"from `{trained.base}`, {trained.parameters / 1e6:.1f} million parameters.",
            "",
            "```sh",
            f"referat tag minutes/ {task.option} {name} -o minutes.jsonl",
            "```",
            "",
            "## Data",
            "",
            *_data(task, trained),
            "",
            "## Training",
            "",
            *_training(trained),
            "",
            "## Scores",
            "",
            *_apart(trained),
            "On the held-out items, which also told when to stop, with 95 % intervals (bootstrap over meetings).",
            "",
            *_scores(trained.scores),
            "",
            "## Limits",
            "",
            _LIMITS[task.name],
            "",
            "## Licence",
            "",
            _licence(trained),
            "",
        ]
    )


def _data(task: Goal, trained: Trained) -> Iterator[str]:
    examples = trained.examples
    parts = {
        "trained on": [item for item in examples.training if not item.weak],
        "weakly labelled": [item for item in examples.training if item.weak],
        "held out": examples.held_out,
    }
    found: dict[str, Counter[str]] = {part: counts(task, items) for part, items in parts.items()}
    # A label of tokens may have no example at all.
    labels = [label for label in task.labels if any(each[label] for each in found.values())]
    labels = labels if len(task.labels) > 1 else []
    yield f"| | items | meetings |{''.join(f' {label} |' for label in labels)}"
    yield f"|---|---:|---:|{'---:|' * len(labels)}"
    for part, items in parts.items():
        if items:
            meetings = len({id(item.meeting) for item in items})
            held = "".join(f" {found[part][label]} |" for label in labels)
            yield f"| {part} | {len(items)} | {meetings} |{held}"
    yield ""
    yield "No case stands on both sides: items that share a case number or a text were held out together."
    if examples.left_out:
        yield f"{len(examples.left_out)} records with wrong labels were left out."
    yield from (f"{note[0].upper()}{note[1:]}." for note in examples.notes)


def _training(trained: Trained) -> Iterator[str]:
    yield "```sh"
    yield trained.command or "referat_nlp.train.session.train"
    yield "```"
    yield ""
    settings = ", ".join(f"{key.replace('_', ' ')} {value}" for key, value in asdict(trained.settings).items())
    yield f"{settings[0].upper()}{settings[1:]}."
    yield f"On {hardware()}, {trained.seconds / 60:.1f} minutes in all."
    yield ""
    yield "| epoch | training loss | held-out loss | seconds |"
    yield "|---:|---:|---:|---:|"
    for epoch in trained.epochs:
        loss = f"**{epoch.held_out_loss:.4f}**" if epoch.best else f"{epoch.held_out_loss:.4f}"
        yield f"| {epoch.number} | {epoch.training_loss:.4f} | {loss} | {epoch.seconds:.0f} |"
    yield ""
    yield f"The weights are those of the epoch with the least held-out loss. {trained.adjusted}"
    parity = trained.exported.parity
    if parity is None:
        yield f"There is no ONNX graph ({trained.exported.problem}); the model runs through `referat-nlp[train]`."
    else:
        yield (
            f"The int8 graph beside PyTorch on held-out inputs: {parity.agreement:.1%} with the same highest label, "
            f"{parity.signs:.1%} of the logits on the same side of 0, largest difference {parity.difference:.2f}."
        )


def _apart(trained: Trained) -> Iterator[str]:
    if trained.apart:
        yield (
            f"On the {len(trained.examples.apart)} items that were kept apart, by which nothing was chosen or fitted, "
            "with 95 % intervals (bootstrap over meetings)."
        )
        yield ""
        yield from _scores(trained.apart)
        yield ""


def _scores(scores: Scores) -> Iterator[str]:
    yield from _table(scores.whole)
    if scores.masked:
        yield ""
        yield "Shown title and case text alone, as in an agenda without indstilling:"
        yield ""
        yield from _table(scores.masked)


def _table(runs: Sequence[Run]) -> Iterator[str]:
    """The scores of the first run, the others' beside it."""
    model, *others = runs
    named = "".join(f" {run.system} | difference |" for run in others)
    yield f"| metric | {model.system} | interval | n |{named}"
    yield f"|---|---:|---:|---:|{'---:|---:|' * len(others)}"
    for metric in model.metrics:
        estimate = model.estimate(metric)
        if estimate is None:
            continue
        beside = ""
        for run in others:
            other, change = run.estimate(metric), model.change(metric, run)
            beside += f" {figure(metric, other.value) if other else '–'} |"
            beside += f" {told(change, metric).strip() if change else ''} |"
        interval = f"{figure(metric, estimate.low)} – {figure(metric, estimate.high)}"
        title = metric.title.strip()
        yield f"| {title} | {figure(metric, estimate.value)} | {interval} | {estimate.n} |{beside}"


def _licence(trained: Trained) -> str:
    if trained.published:
        return f"{trained.published}. The minutes that it learned from have terms of their own."
    theirs = f"`{trained.licence}`" if trained.licence else "not stated in its card"
    return (
        f"To be stated by whoever publishes the model. That of `{trained.base}` is {theirs}, and the minutes "
        "that it learned from have terms of their own."
    )
