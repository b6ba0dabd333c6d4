"""How a training runs."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """The numbers of a training.

    Attributes:
        epochs: How often all training items are seen, at most.
        rate: The highest learning rate.
        batch: Inputs of one step.
        seed: The same labels, base and seed give the same model on the same machine.
        patience: Epochs without a lower held-out loss after which training ends.
        held_out: The share of the items that is not trained on.
        mask_share: The share of the items of an epoch whose decision is left out, half of them with their indstilling.
        max_windows: Windows of one item that are trained on; as many are read in use.
        weak_weight: What an item with a weak label counts, a labelled one being 1.
        dropout: Of all dropout layers that the architecture has.
        warmup: The share of the steps in which the rate rises.
        weight_decay: Of matrices.
        clip: The largest norm of a step's gradient.
    """

    epochs: int = 5
    rate: float = 5e-5
    batch: int = 16
    seed: int = 0
    patience: int = 2
    held_out: float = 0.15
    mask_share: float = 0.3
    max_windows: int = 4
    weak_weight: float = 0.3
    dropout: float = 0.1
    warmup: float = 0.06
    weight_decay: float = 0.01
    clip: float = 1.0
