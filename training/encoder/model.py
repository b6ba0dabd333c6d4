"""The encoder: Transformers' own ModernBERT in the shape that a run asks for."""

from __future__ import annotations

from pathlib import Path

import torch
from tokenizers import Tokenizer
from transformers import ModernBertConfig, ModernBertForMaskedLM

from training.config import ModelConfig
from training.tokenizer import CLS, PAD, SEP, load_tokenizer


def encoder_config(shape: ModelConfig, tokenizer: Tokenizer) -> ModernBertConfig:
    """The configuration of an encoder.

    Args:
        shape: Its shape.
        tokenizer: Its tokenizer, for the size of the vocabulary and the special pieces.

    Returns:
        The configuration, as it is saved with the model.
    """
    ids = {name: tokenizer.token_to_id(name) for name in (PAD, CLS, SEP)}
    return ModernBertConfig(
        vocab_size=tokenizer.get_vocab_size(),
        hidden_size=shape.hidden,
        intermediate_size=shape.intermediate,
        num_hidden_layers=shape.layers,
        num_attention_heads=shape.heads,
        max_position_embeddings=shape.positions,
        layer_types=[
            "sliding_attention" if layer % shape.global_every else "full_attention" for layer in range(shape.layers)
        ],
        local_attention=shape.local_window,
        pad_token_id=ids[PAD],
        cls_token_id=ids[CLS],
        bos_token_id=ids[CLS],
        sep_token_id=ids[SEP],
        eos_token_id=ids[SEP],
    )


def new_encoder(shape: ModelConfig, tokenizer: Tokenizer) -> ModernBertForMaskedLM:
    """An untrained encoder with its masked-language head; seed torch before, for the same weights again."""
    return ModernBertForMaskedLM(encoder_config(shape, tokenizer))


def load_finished(model: ModernBertForMaskedLM, tokenizer: Tokenizer, folder: Path) -> None:
    """Give a new encoder the weights of a finished one.

    Args:
        model: The new encoder.
        tokenizer: Its tokenizer.
        folder: The finished one, as Transformers saves it.

    Raises:
        FileNotFoundError: There is none, or it has no tokenizer.
        ValueError: It has another shape or other pieces.
    """
    if load_tokenizer(folder).get_vocab() != tokenizer.get_vocab():
        raise ValueError(f"{folder} has other pieces than the run's tokenizer: copy its tokenizer.json there, and pack")
    finished = ModernBertForMaskedLM.from_pretrained(folder, dtype=torch.float32)
    try:
        model.load_state_dict(finished.state_dict())
    except RuntimeError as error:
        raise ValueError(f"{folder} has another shape than the run's model: {error}") from error
