"""A finished encoder as a folder that Transformers loads."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import torch
from transformers import ModernBertForMaskedLM, PreTrainedTokenizerFast

from training.config import RunConfig
from training.encoder.card import CARD, card
from training.encoder.checkpoint import State
from training.tokenizer import CLS, MASK, PAD, SEP, UNK

METRICS = "metrics.json"
"""What was measured, and the whole run's configuration."""


def export(
    model: ModernBertForMaskedLM, config: RunConfig, state: State, held_out: dict[str, float], folder: Path
) -> None:
    """Write weights (safetensors, bf16), configuration, tokenizer, what was measured, and the model card.

    Args:
        model: The trained model, which is left as it is.
        config: The run.
        state: How far it was trained.
        held_out: The held-out loss by length of sequence.
        folder: Where to; what stands there is replaced.
    """
    partial = folder.with_name(folder.name + ".partial")
    shutil.rmtree(partial, ignore_errors=True)
    rounded = ModernBertForMaskedLM(model.config)
    rounded.load_state_dict(model.state_dict())
    torch.nn.Module.to(rounded, torch.bfloat16)
    rounded.save_pretrained(partial)
    fast: Any = PreTrainedTokenizerFast
    fast(
        tokenizer_file=str(config.tokenizer.folder / "tokenizer.json"),
        model_max_length=config.model.positions,
        pad_token=PAD,
        unk_token=UNK,
        cls_token=CLS,
        sep_token=SEP,
        mask_token=MASK,
    ).save_pretrained(partial)
    start = config.pretrain.start
    metrics = {
        "tokens_before": tokens_read(start) if start else 0,
        "steps": state.step,
        "constant_steps": state.decayed_from,
        "tokens": state.tokens,
        "hours": round(state.seconds / 3600, 2),
        "parameters": sum(p.numel() for p in rounded.parameters()),
        "held_out_loss_by_length": {length: round(value, 4) for length, value in held_out.items()},
        "run": config.model_dump(mode="json", exclude={"data"}),
    }
    (partial / METRICS).write_text(json.dumps(metrics, indent=1), encoding="utf-8")
    (partial / CARD).write_text(card(config, metrics), encoding="utf-8")
    shutil.rmtree(folder, ignore_errors=True)
    partial.rename(folder)


def tokens_read(folder: Path) -> int:
    """The tokens that an exported encoder has read, in the runs before its own too.

    Raises:
        FileNotFoundError: The folder does not say; other encoders than ours do not.
    """
    metrics: dict[str, Any] = json.loads((folder / METRICS).read_text(encoding="utf-8"))
    return int(metrics["tokens"]) + int(metrics.get("tokens_before", 0))
