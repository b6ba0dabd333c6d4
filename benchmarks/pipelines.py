"""The pipelines that are measured: the rules, and the one with models; and the models of a pipeline."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from referat_nlp import Pipeline, load
from referat_nlp.analysis.choice import RULES
from referat_nlp.archive.fingerprint import fingerprint
from referat_nlp.inference.model import Model

ANALYSERS = ("item_type", "outcome", "votes", "absence", "summary")
NO_MODELS = "The package loads the rules by default, and no models were given (--model-type FOLDER …)."


@dataclass(frozen=True)
class Case:
    """A pipeline by the names of its analysers.

    Attributes:
        name: What tables call it.
        chosen: Analysers by name; the others are the package's choice.
    """

    name: str
    chosen: Mapping[str, str]

    @property
    def arguments(self) -> list[str]:
        """The options that ``referat tag`` makes the same pipeline of."""
        return [
            part
            for name, model in self.chosen.items()
            for part in (f"--model-{name.removeprefix('item_').replace('_', '-')}", model)
        ]

    def load(self) -> Pipeline:
        """Make the pipeline."""
        named: dict[str, Any] = dict(self.chosen)
        return load(**named)


def cases(models: Mapping[str, str]) -> list[Case]:
    """The rules; then the models that were given, or what the package loads by default where that is not the rules."""
    rules = Case("rules", dict.fromkeys(ANALYSERS, RULES))
    if models:
        return [rules, Case("models", models)]
    default = Case("default", {})
    return [rules] if fingerprint(default.load()) == fingerprint(rules.load()) else [rules, default]


def models_of(pipeline: Pipeline) -> dict[str, Model]:
    """The encoders of a pipeline by the analyser that they are for; one for two analysers is named once."""
    found: dict[str, Model] = {}
    for name in ANALYSERS:
        for model in _models(getattr(pipeline, name)):
            if all(model.checkpoint.folder != other.checkpoint.folder for other in found.values()):
                found[name] = model
    return found


def _models(analyser: object) -> Iterator[Model]:
    if isinstance(analyser, Model):
        yield analyser
    elif type(analyser).__module__.startswith("referat_nlp.analysis") and hasattr(analyser, "__dict__"):
        for part in vars(analyser).values():
            yield from _models(part)
