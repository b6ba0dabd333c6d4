"""A Transformers checkpoint → ONNX graphs for the slim runtime, and whether they say the same.

What ``referat train`` runs at its end; needs the extra ``[train]``.
"""

from __future__ import annotations

import contextlib
import io
import logging
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from ..errors import ModelError
from .batching import Ids, Logits, Runner
from .checkpoint import CONFIG, FP32, HEADS, INT8, SAFETENSORS, Head, most_positions, read_checkpoint, read_json
from .modernbert import draw, is_drawn
from .session import OnnxRunner
from .torch_session import TorchRunner, load_model, require_transformers

_OPSET = 17
_TRIAL_SHAPES = ((1, 2), (3, 40), (2, 200))
"""Shapes that parity is measured on; the longest goes beyond the window of local attention."""

LARGEST_DIFFERENCE = 1e-3
"""Between the logits of PyTorch and of the graph in single precision; more is a faulty export."""


@dataclass(frozen=True, slots=True)
class Parity:
    """How far two runtimes of one model agree.

    Attributes:
        difference: The largest absolute difference of two logits.
        agreement: The share of inputs (tokens, for a model that labels tokens) with the same highest label.
        signs: The share of logits on the same side of 0, which decides labels that hold or not.
    """

    difference: float
    agreement: float
    signs: float


def export(folder: Path) -> Parity:
    """Write ``model.onnx`` and ``model.int8.onnx`` beside the safetensors of a folder.

    Args:
        folder: A Transformers checkpoint that labels texts or tokens: config.json, tokenizer.json,
            model.safetensors.

    Returns:
        How far the int8 graph agrees with PyTorch, on random tokens.

    Raises:
        MissingExtraError: The extra is not installed.
        ModelError: The folder cannot be loaded, or the graph does not say what the model says.
    """
    require_transformers("export")
    checkpoint = read_checkpoint(folder / SAFETENSORS, HEADS, _labels(folder))
    export_fp32(folder, checkpoint.head)
    torch_runner = TorchRunner(checkpoint)
    batches = random_batches(read_json(folder / CONFIG))
    exact = parity(torch_runner, OnnxRunner(folder / FP32), batches)
    if exact.difference > LARGEST_DIFFERENCE:
        (folder / FP32).unlink()
        raise ModelError(
            f"the exported graph differs from the model by {exact.difference:.2g}",
            path=str(folder),
            advice="Use the folder without ONNX, through the extra; and please report the architecture.",
        )
    quantise(folder)
    return parity(torch_runner, OnnxRunner(folder / INT8), batches)


def export_fp32(folder: Path, head: Head) -> Path:
    """Write ``model.onnx``, in single precision, for any batch and length.

    Args:
        folder: A Transformers checkpoint.
        head: Whether it labels texts or tokens.

    Returns:
        The file.

    Raises:
        ModelError: The checkpoint cannot be loaded.
    """
    # Fused attention kernels have no ONNX form.
    model = load_model(folder, head, attn_implementation="eager")
    path = folder / FP32
    if is_drawn(model.config, head):
        path.write_bytes(draw(model, head).SerializeToString())
    else:
        _trace(model, head, path)
    return path


def _trace(model: Any, head: Head, path: Path) -> None:
    import torch

    forward = model.forward
    # Logits are the only output of the graph.
    model.forward = lambda input_ids, attention_mask: forward(input_ids=input_ids, attention_mask=attention_mask).logits

    ids = torch.randint(0, model.config.vocab_size, (2, 24))
    mask = torch.ones_like(ids)
    mask[1, 16:] = 0
    axes = {0: "batch", 1: "length"}
    with warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()):
        warnings.simplefilter("ignore")
        # The exporter by tracing: its graphs are the ones that the quantiser understands.
        torch.onnx.export(
            model,
            (ids, mask),
            str(path),
            input_names=["input_ids", "attention_mask"],
            output_names=["logits"],
            dynamic_axes={
                "input_ids": axes,
                "attention_mask": axes,
                "logits": axes if head == "ForTokenClassification" else {0: "batch"},
            },
            opset_version=_OPSET,
            dynamo=False,
        )


def quantise(folder: Path) -> Path:
    """Write ``model.int8.onnx``: weights and embeddings as int8, activations quantised as they come.

    Args:
        folder: A folder with ``model.onnx``.

    Returns:
        The file.
    """
    path = folder / INT8
    # It advises to prepare the graph first, which brings nothing here, on the root logger.
    before = logging.root.manager.disable
    logging.disable(logging.WARNING)
    try:
        _quantise(folder / FP32, path)
    finally:
        logging.disable(before)
    return path


def _quantise(source: Path, path: Path) -> None:
    from onnx import TensorProto
    from onnxruntime.quantization import QuantType, quantize_dynamic

    quantize_dynamic(
        str(source),
        str(path),
        weight_type=QuantType.QInt8,
        per_channel=True,
        # Seven bits: processors without VNNI add up products of eight in sixteen bits, and overflow.
        reduce_range=True,
        op_types_to_quantize=["MatMul", "Gemm", "Gather"],
        # What operators of ONNX Runtime's own give, whose types are not inferred.
        extra_options={"DefaultTensorType": TensorProto.FLOAT},
    )


def parity(first: Runner, second: Runner, batches: Sequence[tuple[Ids, Ids]]) -> Parity:
    """Compare two runtimes.

    Args:
        first: The one to agree with.
        second: The other.
        batches: Tokens and masks.

    Returns:
        How far they agree; padding is not compared.
    """
    pairs = [(_shown(first(ids, mask), mask), _shown(second(ids, mask), mask)) for ids, mask in batches]
    one, other = (np.concatenate(side) for side in zip(*pairs, strict=True))
    return Parity(
        difference=float(np.abs(one - other).max()),
        agreement=float((one.argmax(axis=-1) == other.argmax(axis=-1)).mean()),
        signs=float(((one > 0) == (other > 0)).mean()),
    )


def random_batches(config: dict[str, Any], shapes: Sequence[tuple[int, int]] = _TRIAL_SHAPES) -> list[tuple[Ids, Ids]]:
    """Batches of random tokens, always the same; the second input of a batch is half padding.

    Args:
        config: The model's configuration.
        shapes: Batch and length of each batch.

    Returns:
        Tokens and masks.
    """
    chance = np.random.default_rng(0)
    limit = most_positions(config) or max(length for _, length in shapes)
    batches = []
    for size, length in shapes:
        ids = chance.integers(0, int(config["vocab_size"]), (size, min(length, limit)), dtype=np.int64)
        mask = np.ones_like(ids)
        mask[1:2, ids.shape[1] // 2 :] = 0
        ids[mask == 0] = config.get("pad_token_id") or 0
        batches.append((ids, mask))
    return batches


def _shown(logits: Logits, mask: Ids) -> Logits:
    """One row a text or token, without those of padding."""
    return logits if logits.ndim == 2 else logits[mask == 1]


def _labels(folder: Path) -> list[str]:
    named = read_json(folder / CONFIG).get("id2label") or {}
    return [str(label).lower() for label in named.values()]
