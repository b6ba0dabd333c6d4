"""What each part adds to the item type model: the same training without it or with it, scored on the same labels."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import torch

from referat_nlp.analysis.models.item_type import ModelTypeTagger
from referat_nlp.evaluate.baselines.silence import only
from referat_nlp.evaluate.documents import Shelf
from referat_nlp.evaluate.evaluation import Run, System, evaluate
from referat_nlp.evaluate.gold import GoldError
from referat_nlp.evaluate.masking import masked
from referat_nlp.evaluate.metrics import Task
from referat_nlp.train.data import Labelled, read_labelled
from referat_nlp.train.examples import Data
from referat_nlp.train.item_tasks import ItemTypeTask
from referat_nlp.train.session import train
from training.config import RunConfig
from training.encoder.model import new_encoder
from training.tasks import Tell, finished_encoder, recipes, tasks_of, weak_labels
from training.tokenizer import load_tokenizer

UNTRAINED = "untrained"
"""The folder of the encoder's twin that has learned nothing, below that of the ablations."""

_TYPE: frozenset[Task] = frozenset(("type",))


class _EveryWeakLabel(ItemTypeTask):
    """Learns from all that the rules say, not from that alone on which independent cues agree."""

    def trusts(self, item: Labelled) -> bool:
        """Always."""
        return True


@dataclass(frozen=True)
class Variant:
    """A training that differs from the one that is shipped in one thing.

    Attributes:
        name: What tables call it.
        data: What becomes of the data in a run.
        task: What is learned.
        pretrained: Whether it begins with the encoder rather than with its untrained twin.
    """

    name: str
    data: Callable[[Data, RunConfig], Data] = lambda data, _: data
    task: ItemTypeTask = field(default_factory=ItemTypeTask)
    pretrained: bool = True


def _weak_too(data: Data, config: RunConfig) -> Data:
    return replace(data, weak=[weak_labels(config)])


VARIANTS = (
    Variant("as shipped"),
    Variant("no pretraining", pretrained=False),
    Variant("no composed minutes", lambda data, _: replace(data, mentions=())),
    Variant("labels of rules too", _weak_too),
    Variant("labels of rules too, unsifted", _weak_too, task=_EveryWeakLabel()),
)


def ablate(config: RunConfig, epochs: int, tell: Tell = print) -> Iterator[tuple[str, Sequence[Run]]]:
    """Train the variants, those that are not there yet, and score them.

    Args:
        config: The run; its encoder is finished.
        epochs: How often each sees its items: fewer than the model that is shipped, all the same number.
        tell: Called with what is begun and what came of it.

    Yields:
        What was scored on, and a run for each variant with nothing beside the encoder; before them the first one
        with rules and bag of words beside it, as it is shipped.

    Raises:
        FileNotFoundError: There is no finished encoder.
        ValueError: The configuration names no tasks.
        GoldError: Labels are wrong or not where the configuration says.
    """
    tasks = tasks_of(config)
    encoder = finished_encoder(config)
    folder = tasks.folder / f"ablations-{epochs}"
    systems: list[System] = []
    for variant in VARIANTS:
        made = folder / variant.name.replace(",", "").replace(" ", "-")
        if not made.is_dir():
            tell(f"{variant.name}: fine-tuning")
            _, settings, data = recipes(config)["item-type"]
            train(
                variant.task,
                variant.data(data(), config),
                base=str(encoder if variant.pretrained else _untrained(config, encoder, folder)),
                out=made,
                settings=replace(settings, epochs=epochs),
                on_epoch=lambda epoch: tell(f"  {epoch}"),
            )
        tagger = ModelTypeTagger.load(made)
        if not systems:
            systems.append(System.of("as shipped, rules and words beside", only(item_type=tagger), _TYPE))
        systems.append(System.of(variant.name, only(item_type=replace(tagger, blends=None)), _TYPE))
    shelf = Shelf([config.data / path for path in tasks.documents])
    for labels in tasks.apart:
        meetings, problems = read_labelled([labels], shelf)
        if problems:
            raise GoldError(problems)
        yield str(labels), list(evaluate(meetings, systems))
        bare = [replace(each, referat=masked(each.referat)) for each in meetings]
        yield f"{labels}, cues masked", list(evaluate(bare, systems))


def _untrained(config: RunConfig, encoder: Path, folder: Path) -> Path:
    """The encoder's twin that has learned nothing, with its tokenizer."""
    twin = folder / UNTRAINED
    if not twin.is_dir():
        torch.manual_seed(config.pretrain.seed)
        new_encoder(config.model, load_tokenizer(config.tokenizer.folder)).save_pretrained(twin)
        for path in encoder.glob("tokenizer*.json"):
            shutil.copy(path, twin)
    return twin
