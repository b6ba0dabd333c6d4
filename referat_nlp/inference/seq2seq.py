"""Encoder-decoder checkpoints of Transformers, which write text: T5, BART, Marian, Pegasus and their kin."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from ..errors import ModelError
from .batching import by_length
from .checkpoint import CONFIG, SAFETENSORS, Stored, read_json, weights_of, writes_text
from .torch_session import first_line, require_transformers

_POSITIONS = 512
"""Tokens at once where neither configuration nor tokenizer says how many the model takes."""
_NO_LIMIT = 100_000
"""A tokenizer that was told of no limit states a number beyond this."""
_MOST_TOKENS = 4096
"""Tokens of a batch, padding and beams included."""
_MOST_WRITTEN = 160
"""Tokens that are written at most: 60 words, also in small pieces."""


@dataclass(frozen=True, slots=True)
class Encoded:
    """A text as the model is shown it.

    Attributes:
        ids: The tokens, cut to what the model takes.
        total: How many there were before.
    """

    ids: list[int]
    total: int

    @property
    def is_cut(self) -> bool:
        """Whether something was left out."""
        return len(self.ids) < self.total


class Seq2Seq:
    """A checkpoint that writes text, on the GPU where there is one.

    Attributes:
        folder: Where it lies.
        model: The Transformers model, in single precision.
        tokenizer: Its tokenizer.
    """

    def __init__(self, folder: Path) -> None:
        """Open a checkpoint.

        Args:
            folder: A folder with config.json, a tokenizer and safetensors.

        Raises:
            MissingExtraError: The extra is not installed.
            ModelError: It is no encoder-decoder, or cannot be loaded.
        """
        self.folder = folder
        config = read_json(folder / CONFIG)
        if not writes_text(config):
            named = ", ".join(map(str, config.get("architectures") or [])) or "nothing"
            raise ModelError(
                f"its architecture is {named}, which writes no text",
                path=str(folder / CONFIG),
                advice="Give an encoder-decoder: T5, mT5, BART, Marian, Pegasus or their kin.",
            )
        if weights_of(folder).suffix == ".onnx":
            raise ModelError(f"a model that writes text runs from {SAFETENSORS}, which is missing", path=str(folder))
        require_transformers(f"{folder} writes text; to run it")
        self.tokenizer = _tokenizer(folder)
        self.model = _model(folder)
        self._prefix = _prefix(config)

    def __reduce__(self) -> tuple[type[Seq2Seq], tuple[Path]]:
        # The other process may have a device of its own.
        return Seq2Seq, (self.folder,)

    @property
    def stored(self) -> Stored:
        """Where it was read from."""
        return Stored(self.folder, weights_of(self.folder))

    @property
    def max_tokens(self) -> int:
        """The most tokens of a text that it takes at once."""
        config = getattr(self.model.config, "encoder", None) or self.model.config
        names = ("max_encoder_position_embeddings", "max_position_embeddings", "n_positions")
        stated = [getattr(config, name, None) for name in names] + [self.tokenizer.model_max_length]
        return min((each for each in stated if isinstance(each, int) and 0 < each < _NO_LIMIT), default=_POSITIONS)

    @property
    def most_written(self) -> int:
        """The most tokens that it writes."""
        config = getattr(self.model.config, "decoder", None) or self.model.config
        names = ("max_decoder_position_embeddings", "max_position_embeddings")
        stated = [getattr(config, name, None) for name in names]
        return min([_MOST_WRITTEN, *(each - 2 for each in stated if isinstance(each, int) and each > 2)])

    @property
    def pad_id(self) -> int:
        """The token that fills up shorter texts of a batch."""
        return int(self.model.config.pad_token_id or self.tokenizer.pad_token_id or 0)

    def encode(self, texts: Sequence[str]) -> list[Encoded]:
        """Texts as tokens, with the task's prefix where the checkpoint has one.

        Args:
            texts: Any number of texts.

        Returns:
            The tokens of each, its end cut where it is too long.
        """
        if not texts:
            return []
        given = [self._prefix + text for text in texts]
        whole = self.tokenizer(given, truncation=False, verbose=False)["input_ids"]
        cut = self.tokenizer(given, truncation=True, max_length=self.max_tokens)["input_ids"]
        return [Encoded(list(ids), len(every)) for ids, every in zip(cut, whole, strict=True)]

    def encode_targets(self, texts: Sequence[str]) -> list[list[int]]:
        """What the model is to write, as tokens."""
        if not texts:
            return []
        found = self.tokenizer(text_target=list(texts), truncation=True, max_length=self.most_written)
        return [list(ids) for ids in found["input_ids"]]

    def write(self, inputs: Sequence[Sequence[int]], *, beams: int) -> list[list[str]]:
        """Write a text for each input, by beam search.

        Args:
            inputs: Tokens of each, as :meth:`encode` gives them.
            beams: How many are kept.

        Returns:
            The texts of all beams of each input, the likeliest first.
        """
        import torch

        device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        self.model.to(device).eval()
        found: dict[int, list[str]] = {}
        for batch in by_length([len(ids) for ids in inputs], max(_MOST_TOKENS // beams, 1)):
            ids, mask = padded([inputs[index] for index in batch], self.pad_id)
            with torch.inference_mode():
                written = self.model.generate(
                    input_ids=torch.from_numpy(ids).to(device),
                    attention_mask=torch.from_numpy(mask).to(device),
                    num_beams=beams,
                    num_return_sequences=beams,
                    do_sample=False,
                    early_stopping=True,
                    max_length=None,
                    max_new_tokens=self.most_written,
                )
            texts = self.tokenizer.batch_decode(written, skip_special_tokens=True)
            for row, index in enumerate(batch):
                found[index] = [" ".join(text.split()) for text in texts[row * beams : (row + 1) * beams]]
        return [found[index] for index in range(len(inputs))]

    def save(self, folder: str | os.PathLike[str]) -> None:
        """Write it as a Transformers checkpoint: configuration, safetensors, tokenizer."""
        # Nobody else has the path that they were loaded from.
        self.model.config.name_or_path = self.tokenizer.name_or_path = ""
        self.model.save_pretrained(folder)
        self.tokenizer.save_pretrained(folder)


def padded(rows: Sequence[Sequence[int]], fill: int) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    """Rows of tokens as one array, and 1 for a token and 0 for what fills it up."""
    ids = np.full((len(rows), max(map(len, rows))), fill, dtype=np.int64)
    mask = np.zeros_like(ids)
    for index, row in enumerate(rows):
        ids[index, : len(row)] = row
        mask[index, : len(row)] = 1
    return ids, mask


def _prefix(config: dict[str, Any]) -> str:
    """What T5 and some others were trained to see before a text that is to be summarised."""
    tasks = config.get("task_specific_params")
    summarising = tasks.get("summarization") if isinstance(tasks, dict) else None
    prefix = summarising.get("prefix") if isinstance(summarising, dict) else None
    return prefix if isinstance(prefix, str) else ""


def _tokenizer(folder: Path) -> Any:
    from transformers import AutoTokenizer

    try:
        return AutoTokenizer.from_pretrained(str(folder), trust_remote_code=False, local_files_only=True)
    except Exception as error:
        raise ModelError(f"the tokenizer cannot be used: {first_line(error)}", path=str(folder)) from None


def _model(folder: Path) -> Any:
    from .torch_session import pretrained

    model, told = pretrained(folder, "ForSeq2SeqLM", output_loading_info=True)
    unlike = [str(each[0] if isinstance(each, tuple) else each) for each in told["mismatched_keys"]]
    # A bias of zeros that bases without a head do not hold.
    missing = [str(each) for each in told["missing_keys"] if not str(each).endswith("final_logits_bias")]
    if missing or unlike:
        first = sorted([*missing, *unlike])[0]
        raise ModelError(
            f"{len(missing) + len(unlike)} weights of its configuration are missing or of another shape, {first} first",
            path=str(folder),
            advice="Give a complete checkpoint of Transformers in safetensors, with its language model head.",
        )
    return model.eval()
