"""From the encoder to every model that is shipped: the data of each task, then what ``referat train`` does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from referat_nlp import load
from referat_nlp.analysis.choice import RULES
from referat_nlp.archive import open_sink, tag
from referat_nlp.train.ballot_task import BallotTask
from referat_nlp.train.examples import Data
from referat_nlp.train.item_tasks import ItemTypeTask
from referat_nlp.train.session import train
from referat_nlp.train.settings import Settings
from referat_nlp.train.summary_task import SummaryTask
from referat_nlp.train.task import Task
from training.bundle import bundle
from training.composer.export import export
from training.config import RunConfig, TaskConfig, TasksConfig
from training.encoder.pretrain import FINAL

Tell = Callable[[str], None]

_ENCODER = "encoder"
"""The folder of the pretrained encoder among the models; the wheel does not carry it."""


def fine_tune(config: RunConfig, only: str | None = None, tell: Tell = print) -> list[Path]:
    """Fine-tune the models that are shipped, those that are not there yet.

    Args:
        config: The run; its encoder is finished.
        only: One of them by its name.
        tell: Called with what is begun and what came of it.

    Returns:
        The folders of the models.

    Raises:
        FileNotFoundError: There is no finished encoder.
        ValueError: The configuration names no tasks.
        GoldError: Labels are wrong or not where the configuration says.
    """
    tasks = tasks_of(config)
    encoder = finished_encoder(config)
    found = []
    for name, (task, settings, data) in recipes(config).items():
        folder = tasks.folder / name
        if only in (None, name):
            if not folder.is_dir():
                tell(f"{name}: fine-tuning")
                trained = train(
                    task,
                    data(),
                    base=str(encoder),
                    out=folder,
                    settings=settings,
                    command=f"python -m training tasks --only {name}",
                    licence=config.licence,
                    on_epoch=lambda epoch: tell(f"  {epoch}"),
                )
                tell(f"  {trained.adjusted}")
            found.append(folder)
    return found


def ship(config: RunConfig) -> list[Path]:
    """Put the fine-tuned models where the package takes them from, and beside them the encoder to fine-tune from.

    Args:
        config: The run.

    Returns:
        Their folders.

    Raises:
        FileNotFoundError: There is no finished encoder, or a model is not made yet.
        ValueError: The configuration names no tasks.
    """
    tasks = tasks_of(config)
    made = {name: tasks.folder / name for name in tasks.shipped} | {_ENCODER: finished_encoder(config)}
    return [bundle(folder, tasks.bundled / name) for name, folder in made.items()]


def recipes(config: RunConfig) -> dict[str, tuple[Task, Settings, Callable[[], Data]]]:
    """What each model is made of.

    Args:
        config: The run.

    Returns:
        By its name, what a model is to do, how it is trained, and what it learns from, made when it is called.

    Raises:
        ValueError: The configuration names no tasks.
    """
    tasks = tasks_of(config)
    labelled = Data(gold=tasks.labels, documents=[config.data / path for path in tasks.documents], apart=tasks.apart)

    def typed() -> Data:
        return replace(labelled, mentions=[_composed(tasks, tasks.composed.meetings)], validation=tasks.validation)

    def voted() -> Data:
        return replace(labelled, mentions=[_composed(tasks, tasks.composed.voting)], validation=tasks.validation)

    def summed() -> Data:
        return replace(labelled, minutes=[str(config.data / path) for path in tasks.minutes])

    return {
        "item-type": (ItemTypeTask(), _settings(tasks.item_type), typed),
        "ballots": (BallotTask(), _settings(tasks.ballots), voted),
        "summary": (SummaryTask(), _settings(tasks.summary), summed),
    }


def finished_encoder(config: RunConfig) -> Path:
    """The folder of a run's encoder.

    Raises:
        FileNotFoundError: It is not there.
    """
    encoder = config.pretrain.folder / FINAL
    if not encoder.is_dir():
        raise FileNotFoundError(f"{encoder} is not there: run the command pretrain first")
    return encoder


def tasks_of(config: RunConfig) -> TasksConfig:
    """What a run makes of its encoder.

    Raises:
        ValueError: The configuration names no tasks.
    """
    if config.tasks is None:
        raise ValueError("the run's file names no tasks")
    return config.tasks


def _settings(task: TaskConfig) -> Settings:
    return Settings(**task.model_dump())


def weak_labels(config: RunConfig) -> Path:
    """What the rules say of the unlabelled minutes; they label them where that is not there yet.

    Args:
        config: The run.

    Returns:
        The records.

    Raises:
        ValueError: The configuration names no tasks.
    """
    tasks = tasks_of(config)
    path = tasks.folder / "weak.jsonl"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        with open_sink(path) as sink:
            rules = load(item_type=RULES, votes=RULES, summary=RULES)
            tag([str(config.data / each) for each in tasks.minutes], sink, rules)
    return path


def _composed(tasks: TasksConfig, meetings: int) -> Path:
    """Composed meetings, whose labels know where their words stand."""
    path = tasks.folder / f"composed-{meetings}.jsonl"
    if not path.exists():
        export(meetings, tasks.composed.seed, path)
    return path
