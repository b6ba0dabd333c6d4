"""The model that training starts from: an encoder with a new head."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..errors import ModelError
from ..inference.checkpoint import CONFIG, TOKENIZER, Head, most_positions, read_json, writes_text
from ..inference.model import find_path
from ..inference.tokenize import TextTokenizer
from ..inference.torch_session import load_tokenizer, pretrained

_BESIDE = ("tokenizer_config.json", "special_tokens_map.json")
_LICENCE = re.compile(r"^license:\s*(?P<name>\S.*)$", re.MULTILINE)
_POSITIONS = 512
"""Tokens at once where a configuration does not say how many positions the model has."""


@dataclass(frozen=True)
class Base:
    """An encoder with an untrained head.

    Attributes:
        folder: Where it lies.
        model: The Transformers model, in single precision.
        tokenizer: Its tokenizer.
    """

    folder: Path
    model: Any
    tokenizer: TextTokenizer

    @property
    def max_tokens(self) -> int:
        """The most tokens that it takes at once."""
        return most_positions(self.model.config.to_dict()) or _POSITIONS

    @property
    def pad_id(self) -> int:
        """The token that fills up shorter inputs."""
        return int(self.model.config.pad_token_id or 0)

    @property
    def licence(self) -> str | None:
        """The licence that its card states, if it has one."""
        return licence_of(self.folder)

    def save(self, folder: Path) -> None:
        """Write the model as a Transformers checkpoint: configuration, safetensors, tokenizer.

        Args:
            folder: Where to; it is made.
        """
        # Nobody else has the path that it was loaded from.
        self.model.config.name_or_path = ""
        self.model.save_pretrained(folder)
        self.tokenizer.tokenizer.save(str(folder / TOKENIZER))
        for name in _BESIDE:
            if (self.folder / name).is_file():
                shutil.copyfile(self.folder / name, folder / name)


def load_base(
    name: str | os.PathLike[str], head: Head, labels: Sequence[str], *, exclusive: bool, dropout: float, seed: int
) -> Base:
    """Load an encoder and give it a head for some labels.

    Args:
        name: A folder, the name of a bundled model, or owner/name on the Hugging Face hub.
        head: Whether it is to label texts or tokens.
        labels: The labels.
        exclusive: Whether exactly one label holds.
        dropout: Of all its dropout layers.
        seed: Of the head's first weights.

    Returns:
        The base. A head that the checkpoint has for other labels is replaced.

    Raises:
        ModelNotFoundError: There is no such folder or model.
        ModelError: It is no encoder that Transformers can load, or its weights are not those of its configuration.
    """
    import torch
    import transformers

    path = find_path(name)
    folder = path.parent if path.is_file() else path
    if writes_text(read_json(folder / CONFIG)):
        raise ModelError(
            "is an encoder-decoder, which writes text; this task needs an encoder",
            path=str(folder),
            advice="Give an encoder with --base; summaries are learned from this one with --seq2seq.",
        )
    tokenizer = load_tokenizer(folder)
    # It would tell of the new head, which is what is wanted.
    messages: Any = transformers.utils.logging
    messages.set_verbosity_error()
    torch.manual_seed(seed)
    kind = "single_label_classification" if exclusive else "multi_label_classification"
    model, told = pretrained(
        folder,
        head,
        num_labels=len(labels),
        id2label=dict(enumerate(labels)),
        label2id={label: index for index, label in enumerate(labels)},
        problem_type=kind if head == "ForSequenceClassification" else None,
        ignore_mismatched_sizes=True,
        output_loading_info=True,
    )
    _see_that_it_was_loaded(folder, model, told)
    set_dropout(model, dropout)
    return Base(folder, model, tokenizer)


def licence_of(folder: Path) -> str | None:
    """The licence that a model folder's card states; None where it states none."""
    path = folder / "README.md"
    found = _LICENCE.search(path.read_text(encoding="utf-8", errors="replace")) if path.is_file() else None
    return found["name"].strip() if found else None


def set_dropout(model: Any, share: float) -> None:
    """Set all dropout layers of a model."""
    import torch

    for module in model.modules():
        if isinstance(module, torch.nn.Dropout):
            module.p = share


def _see_that_it_was_loaded(folder: Path, model: Any, told: Any) -> None:
    """See that nothing but the head is new: an encoder of chance would train, and learn little."""
    trunk = f"{model.base_model_prefix}."
    unlike = sorted({str(each[0] if isinstance(each, tuple) else each) for each in told["mismatched_keys"]})
    new = [name for name in [*sorted(map(str, told["missing_keys"])), *unlike] if name.startswith(trunk)]
    # Some architectures have a pooler in the trunk that pretraining does not know.
    new = [name for name in new if "pooler" not in name]
    if new:
        raise ModelError(
            f"{len(new)} weights of its configuration are missing or of another shape, {new[0]} first",
            path=str(folder),
            advice="Give a complete checkpoint of Transformers in safetensors.",
        )
