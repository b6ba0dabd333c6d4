"""The loop of all tasks: rows in, the weights of the epoch with the least held-out loss out."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from ..errors import ModelError
from .rows import Batch, Row, batches
from .settings import Settings

Tick = Callable[[int, float], None]
B = TypeVar("B")
Loss = Callable[[B, Any], tuple[Any, float]]
"""The loss of a batch on a device, and what it weighs."""


@dataclass(frozen=True, slots=True)
class Epoch:
    """One pass over the training rows.

    Attributes:
        number: From 1.
        training_loss: The mean over the epoch.
        held_out_loss: After it.
        seconds: What it took.
        best: Whether the held-out loss is the least so far.
    """

    number: int
    training_loss: float
    held_out_loss: float
    seconds: float
    best: bool


def fine_tune(
    model: Any,
    training: Callable[[int], Sequence[Row]],
    held_out: Sequence[Row],
    *,
    exclusive: bool,
    pad_id: int,
    settings: Settings,
    on_epoch: Callable[[Epoch], None] = lambda _: None,
    on_step: Tick = lambda _, __: None,
) -> list[Epoch]:
    """Train a model, on the GPU where there is one, and leave it with the weights of its best epoch.

    AdamW; the rate rises in the first steps and falls to zero over all epochs; bf16 where the machine has it. Training
    ends when the held-out loss has not fallen for some epochs.

    Args:
        model: A Transformers model, or any module that takes ``input_ids`` and ``attention_mask`` and gives ``logits``.
        training: The rows of an epoch, counted from 0.
        held_out: Rows that tell when to stop.
        exclusive: Whether exactly one label holds.
        pad_id: What fills up shorter rows.
        settings: Epochs, rate, batch and the like.
        on_epoch: Called after each epoch.
        on_step: Called after each step with the number of the epoch and the share of it that is done.

    Returns:
        The epochs.

    Raises:
        ModelError: The loss went beyond all numbers.
    """

    def of_epoch(number: int) -> tuple[int, Iterable[Batch]]:
        rows = training(number)
        return len(rows), batches(rows, settings.batch, pad_id, f"{settings.seed} {number}")

    return run_epochs(
        model,
        of_epoch,
        lambda: batches(held_out, settings.batch, pad_id),
        lambda batch, device: _loss(model, batch, device, exclusive),
        settings=settings,
        on_epoch=on_epoch,
        on_step=on_step,
    )


def run_epochs(
    model: Any,
    training: Callable[[int], tuple[int, Iterable[B]]],
    held_out: Callable[[], Iterable[B]],
    loss_of: Loss[B],
    *,
    settings: Settings,
    on_epoch: Callable[[Epoch], None] = lambda _: None,
    on_step: Tick = lambda _, __: None,
) -> list[Epoch]:
    """The loop itself, for batches of any kind; see :func:`fine_tune`.

    Args:
        model: The module.
        training: How many rows an epoch has, counted from 0, and its batches.
        held_out: The batches that tell when to stop.
        loss_of: The loss of a batch on a device, and what it weighs.
        settings: Epochs, rate, batch and the like.
        on_epoch: Called after each epoch.
        on_step: Called after each step.

    Returns:
        The epochs.

    Raises:
        ModelError: The loss went beyond all numbers.
    """
    import torch

    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    torch.manual_seed(settings.seed)
    model.to(device)
    optimiser = torch.optim.AdamW(_groups(model, settings), lr=settings.rate)
    epochs: list[Epoch] = []
    best: dict[str, Any] = {}
    for number in range(settings.epochs):
        started = time.monotonic()
        rows, shown = training(number)
        model.train()
        steps = math.ceil(rows / settings.batch)
        total = count = 0.0
        for step, batch in enumerate(shown):
            rate = rate_at((number + step / steps) / settings.epochs, settings)
            for group in optimiser.param_groups:
                group["lr"] = rate
            loss, weight = loss_of(batch, device)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), settings.clip)
            optimiser.step()
            optimiser.zero_grad(set_to_none=True)
            total, count = total + float(loss.detach()) * weight, count + weight
            on_step(number, (step + 1) / steps)
        reached = _mean_loss(model, held_out(), loss_of)
        if not math.isfinite(reached):
            raise ModelError("the loss is no number any more", advice="Lower --rate, or take another base.")
        least = min((epoch.held_out_loss for epoch in epochs), default=math.inf)
        epochs.append(Epoch(number + 1, total / count, reached, time.monotonic() - started, best=reached < least))
        on_epoch(epochs[-1])
        if epochs[-1].best:
            best = {name: value.detach().cpu().clone() for name, value in model.state_dict().items()}
        elif number - max(epoch.number - 1 for epoch in epochs if epoch.best) >= settings.patience:
            break
    if best:
        model.load_state_dict(best)
    model.to("cpu").eval()
    return epochs


def rate_at(done: float, settings: Settings) -> float:
    """The learning rate when a share of the training is done: linear up, then linear to zero."""
    # The first step is not taken at a rate of zero.
    rise = (done + 1e-3) / settings.warmup if settings.warmup else 1.0
    return settings.rate * min(1.0, rise, (1 - done) / (1 - settings.warmup))


def computes_bf16(device: Any) -> bool:
    """Whether a device multiplies in bf16 itself, so that autocast is a gain: GPUs, and processors that know how."""
    import torch

    known: Any = getattr(torch.cpu, "_is_avx512_bf16_supported", None)
    return device.type == "cuda" or bool(known and known())


def held_out_loss(model: Any, rows: Sequence[Row], *, exclusive: bool, pad_id: int, settings: Settings) -> float:
    """The mean loss of rows, without dropout.

    Args:
        model: The model.
        rows: The rows.
        exclusive: Whether exactly one label holds.
        pad_id: What fills up shorter rows.
        settings: The size of a batch.

    Returns:
        The loss.
    """
    shown = batches(rows, settings.batch, pad_id)
    return _mean_loss(model, shown, lambda batch, device: _loss(model, batch, device, exclusive))


def _mean_loss(model: Any, shown: Iterable[B], loss_of: Loss[B]) -> float:
    import torch

    device = next(model.parameters()).device
    model.eval()
    total = count = 0.0
    with torch.inference_mode():
        for batch in shown:
            loss, weight = loss_of(batch, device)
            total, count = total + float(loss) * weight, count + weight
    return total / count


def _loss(model: Any, batch: Batch, device: Any, exclusive: bool) -> tuple[Any, float]:
    """The weighted mean loss of a batch, and the sum of its weights."""
    import torch
    from torch.nn import functional

    given = {"input_ids": batch.ids, "attention_mask": batch.mask}
    with torch.autocast(device.type, dtype=torch.bfloat16, enabled=computes_bf16(device)):
        logits = model(**{name: torch.from_numpy(each).to(device) for name, each in given.items()}).logits
    logits = logits.float()
    if batch.marks is not None:
        rows, places = torch.from_numpy(batch.marks).to(device)
        logits = logits[rows, places]
    targets = torch.from_numpy(batch.targets).to(device)
    weights = torch.from_numpy(batch.weights).to(device)
    if exclusive:
        each = -(targets * functional.log_softmax(logits, dim=-1)).sum(dim=-1)
    else:
        each = functional.binary_cross_entropy_with_logits(logits, targets, reduction="none").mean(dim=-1)
    weight = float(batch.weights.sum())
    return (each * weights).sum() / weight, weight


def _groups(model: Any, settings: Settings) -> list[dict[str, Any]]:
    """Parameters with and without weight decay: matrices, and what is added to or scales a layer."""
    matrices = [each for each in model.parameters() if each.ndim >= 2]
    others = [each for each in model.parameters() if each.ndim < 2]
    return [{"params": matrices, "weight_decay": settings.weight_decay}, {"params": others, "weight_decay": 0.0}]
