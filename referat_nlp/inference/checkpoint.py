"""A model folder: where it is, what it holds, what is wrong with it."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from ..errors import ModelError, ModelNotFoundError

Head = Literal["ForSequenceClassification", "ForTokenClassification"]
HEADS: tuple[Head, ...] = ("ForSequenceClassification", "ForTokenClassification")

CONFIG, TOKENIZER, CALIBRATION = "config.json", "tokenizer.json", "calibration.json"
INT8, FP32, SAFETENSORS = "model.int8.onnx", "model.onnx", "model.safetensors"
# In order of preference; large models of Transformers have their weights in parts, named in an index.
_WEIGHTS = (INT8, FP32, SAFETENSORS, f"{SAFETENSORS}.index.json")
_PICKLES = ("*.bin", "*.pt", "*.pth", "*.pkl", "*.ckpt")

_WRITERS = ("ForConditionalGeneration", "MTModel", "EncoderDecoderModel")
_COUNT_FROM_PAD = frozenset(
    ("roberta", "roberta-prelayernorm", "xlm-roberta", "xlm-roberta-xl", "camembert", "mpnet", "longformer")
)

_HUB_NAME = re.compile(r"[A-Za-z0-9][\w.-]*/[A-Za-z0-9][\w.-]*")
_PACKAGE = Path(__file__).parents[1]
_LONGEST = 512
"""Tokens at once where a configuration does not say how many positions the model has."""


@dataclass(frozen=True, slots=True)
class Stored:
    """Where a model that runs was read from: its folder, and the file of weights in it."""

    folder: Path
    weights: Path

    def files(self) -> list[Path]:
        """The files of the folder that decide what the model says, sorted.

        Those are all but weights of the runtime that is not used, which may be many times larger, and what
        nothing reads. Large ONNX graphs have their numbers in files of other names, and stay whole.
        """
        unused = ("*.safetensors", "*.safetensors.index.json", "*.onnx") if self.is_onnx else ("*.onnx",)
        left_out = {path for pattern in ("*.md", *unused) for path in self.folder.glob(pattern)} - {self.weights}
        return sorted(path for path in self.folder.rglob("*") if path.is_file() and path not in left_out)

    @property
    def is_onnx(self) -> bool:
        """Whether the slim runtime can run it."""
        return self.weights.suffix == ".onnx"


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """What a model folder says of itself.

    Attributes:
        folder: The folder.
        weights: The file of weights that is used.
        head: Whether it labels texts or tokens.
        labels: The labels, in the order of the model's outputs.
        exclusive: Whether exactly one label holds (softmax); else each holds or not (sigmoid).
        max_tokens: The most tokens that the model takes at once.
        pad_id: The token that fills up shorter texts of a batch.
    """

    folder: Path
    weights: Path
    head: Head
    labels: tuple[str, ...]
    exclusive: bool
    max_tokens: int
    pad_id: int

    @property
    def stored(self) -> Stored:
        """Where it was read from."""
        return Stored(self.folder, self.weights)

    @property
    def is_onnx(self) -> bool:
        """Whether the slim runtime can run it."""
        return self.stored.is_onnx


def locate(name: str | os.PathLike[str]) -> Path | None:
    """Find the place on this machine that a model's name means.

    Args:
        name: The name of a bundled model, a folder, or a file of weights in a folder.

    Returns:
        The folder or file; None where the name can only be one of the hub.

    Raises:
        ModelNotFoundError: It is neither here nor can it be a name of the hub.
    """
    for home in _bundled_homes():
        if isinstance(name, str) and re.fullmatch(r"[\w-]+", name) and (home / name / CONFIG).is_file():
            return home / name
    path = Path(name)
    if path.exists():
        return path
    if isinstance(name, str) and _HUB_NAME.fullmatch(name):
        return None
    raise ModelNotFoundError(f"there is no model {os.fspath(name)!r}")


def read_checkpoint(path: Path, heads: Sequence[Head], labels: Sequence[str]) -> Checkpoint:
    """Read what a model folder says of itself, and see that it fits a task.

    Args:
        path: The folder, or one file of weights in it.
        heads: Those that the task can use.
        labels: The task's labels; the folder's are the same, in any order and case.

    Returns:
        The checkpoint.

    Raises:
        ModelError: A file is missing or broken, or the model is for something else.
    """
    folder = path.parent if path.is_file() else path
    config = read_json(folder / CONFIG)
    head = _head(folder, config, heads)
    found = _labels(folder, config)
    if sorted(found) != sorted(labels):
        raise ModelError(
            f"its labels are {', '.join(found)}; this task has {', '.join(labels)}",
            path=str(folder / CONFIG),
            advice="Give a model that was trained for this task; id2label names the labels.",
        )
    return Checkpoint(
        folder=folder,
        weights=path if path.is_file() else weights_of(folder),
        head=head,
        labels=found,
        exclusive=len(found) > 1 and config.get("problem_type") != "multi_label_classification",
        max_tokens=most_positions(config) or _number(folder, config, "max_position_embeddings", _LONGEST),
        pad_id=_number(folder, config, "pad_token_id", 0),
    )


def read_json(path: Path) -> dict[str, Any]:
    """The object that a JSON file of a model folder holds.

    Raises:
        ModelError: The file is not there, cannot be read, or holds something else.
    """
    try:
        value = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ModelError(f"{path.name} is missing", path=str(path.parent)) from None
    except (OSError, ValueError) as error:
        raise ModelError(f"cannot be read: {error}", path=str(path)) from None
    if not isinstance(value, dict):
        raise ModelError("is not a JSON object", path=str(path))
    return value


def writes_text(config: dict[str, Any]) -> bool:
    """Whether a configuration is that of an encoder-decoder that writes text (T5, BART, Marian, Pegasus …)."""
    architectures = _architectures(config)
    if any(each.endswith(HEADS) for each in architectures):
        return False
    named = any(each.endswith(_WRITERS) for each in architectures)
    return named or bool(architectures and config.get("is_encoder_decoder"))


def most_positions(config: dict[str, Any]) -> int | None:
    """The most tokens at once that a configuration allows; None where it says nothing, or no number."""
    most = config.get("max_position_embeddings")
    if not isinstance(most, int) or most <= 0:
        return None
    # These count their positions from the number after that of padding.
    pad = config.get("pad_token_id")
    return most - (pad if isinstance(pad, int) else 1) - 1 if config.get("model_type") in _COUNT_FROM_PAD else most


def _architectures(config: dict[str, Any]) -> list[str]:
    return [str(each) for each in config.get("architectures") or []]


def _bundled_homes() -> list[Path]:
    """Where bundled models lie: in the installed package, or beside it in a checkout."""
    beside = _PACKAGE.parent
    return [_PACKAGE / "models", *([beside / "models"] if (beside / "pyproject.toml").is_file() else [])]


def _head(folder: Path, config: dict[str, Any], heads: Sequence[Head]) -> Head:
    architectures = _architectures(config)
    for head in heads:
        if any(each.endswith(head) for each in architectures):
            return head
    if writes_text(config):
        raise ModelError(
            f"its architecture is {', '.join(architectures)}, an encoder-decoder that writes text; this task needs one "
            f"that ends in {' or '.join(heads)}",
            path=str(folder / CONFIG),
            advice="It can write summaries: --model-summary, load(summary=…).",
        )
    raise ModelError(
        f"its architecture is {', '.join(architectures) or 'nothing'}; this task needs one that ends in "
        f"{' or '.join(heads)}",
        path=str(folder / CONFIG),
        advice="A base model has to be fine-tuned for the task first.",
    )


def _labels(folder: Path, config: dict[str, Any]) -> tuple[str, ...]:
    named = config.get("id2label")
    try:
        return tuple(str(named[str(index)]).lower() for index in range(len(named)))  # type: ignore[index,arg-type]
    except (KeyError, TypeError):
        raise ModelError("id2label does not name the labels 0, 1, 2 …", path=str(folder / CONFIG)) from None


def weights_of(folder: Path) -> Path:
    """The file of weights that a model folder is used by.

    Raises:
        ModelError: There is none, or only one that can run code.
    """
    for name in _WEIGHTS:
        if (folder / name).is_file():
            return folder / name
    pickles = sorted(path.name for pattern in _PICKLES for path in folder.glob(pattern))
    if pickles:
        raise ModelError(
            f"its weights are a pickle ({pickles[0]}), which can run any code and is not opened",
            path=str(folder),
            advice="Save the model as safetensors: model.save_pretrained(folder).",
        )
    raise ModelError(f"there are no weights: none of {INT8}, {FP32}, {SAFETENSORS}", path=str(folder))


def _number(folder: Path, config: dict[str, Any], key: str, default: int) -> int:
    value = config.get(key)
    if value is None:
        return default
    if not isinstance(value, int) or value < 0:
        raise ModelError(f"{key} is {value!r}, not a number", path=str(folder / CONFIG))
    return value
