"""Muon for the matrices of the layers, AdamW for all else, under one learning rate.

Muon (Jordan et al. 2024, https://kellerjordan.github.io/posts/muon/) makes each update of a matrix orthogonal; scaled
to the size of AdamW's updates (Liu et al. 2025, https://arxiv.org/abs/2502.16982) it takes the same rate.
"""

from __future__ import annotations

from typing import Any

import torch
from transformers import ModernBertForMaskedLM


class Optimiser:
    """Both optimisers, stepped and saved together."""

    def __init__(self, model: ModernBertForMaskedLM, rate: float, weight_decay: float) -> None:
        """Share out the model's parameters: matrices but for the embedding, which the output layer uses too."""
        embedding = model.get_input_embeddings().weight
        matrices = [p for p in model.parameters() if p.ndim == 2 and p is not embedding]
        others = [p for p in model.parameters() if p.ndim != 2 or p is embedding]
        self._parts: tuple[torch.optim.Optimizer, ...] = (
            torch.optim.Muon(matrices, lr=rate, weight_decay=weight_decay, adjust_lr_fn="match_rms_adamw"),
            torch.optim.AdamW(others, lr=rate, betas=(0.9, 0.98), eps=1e-6, weight_decay=0.0, fused=True),
        )

    def step(self, rate: float) -> None:
        """Update all parameters at a rate, and forget the gradients."""
        for part in self._parts:
            for group in part.param_groups:
                group["lr"] = rate
            part.step()
            part.zero_grad(set_to_none=True)

    def state_dict(self) -> list[dict[str, Any]]:
        """What :meth:`load_state_dict` takes."""
        return [part.state_dict() for part in self._parts]

    def load_state_dict(self, states: list[dict[str, Any]]) -> None:
        """Bring both to where :meth:`state_dict` was asked for; how fast weights decay stays as it was made."""
        for part, state in zip(self._parts, states, strict=True):
            decays = [group["weight_decay"] for group in part.param_groups]
            part.load_state_dict(state)
            for group, decay in zip(part.param_groups, decays, strict=True):
                group["weight_decay"] = decay
