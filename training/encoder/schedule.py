"""Warm-up, a constant rate for as long as wanted, a decay at any moment (WSD; Hu et al. 2024, arXiv 2404.06395)."""

from __future__ import annotations

from dataclasses import dataclass

from training.config import Phase, PretrainConfig


@dataclass(frozen=True, slots=True)
class Place:
    """Where a step lies.

    Attributes:
        phase: The phase's lengths.
        drawn: Sequences of that length drawn before this step.
    """

    phase: Phase
    drawn: int


def stable_steps(config: PretrainConfig) -> int:
    """The steps of the constant stretch."""
    return sum(phase.steps for phase in config.phases)


def place_of(config: PretrainConfig, step: int) -> Place:
    """The phase of a step of the constant stretch, counted from 0."""
    before = 0
    drawn: dict[int, int] = {}
    for phase in config.phases:
        if step < before + phase.steps:
            return Place(phase, drawn.get(phase.length, 0) + (step - before) * phase.batch)
        before += phase.steps
        drawn[phase.length] = drawn.get(phase.length, 0) + phase.steps * phase.batch
    raise ValueError(f"step {step} is beyond the constant stretch of {before} steps")


def decay_place(config: PretrainConfig, decayed_from: int, step: int) -> Place:
    """The place of a step of the decay, ``decayed_from`` being the constant steps before it.

    The decay draws on where the constant stretch left off at its length, so that it sees other text.
    """
    drawn = 0
    before = 0
    for phase in config.phases:
        done = min(max(decayed_from - before, 0), phase.steps)
        drawn += done * phase.batch if phase.length == config.decay.length else 0
        before += phase.steps
    return Place(config.decay, drawn + (step - decayed_from) * config.decay.batch)


def rate_of(config: PretrainConfig, step: int, decayed_from: int | None = None, decay_steps: int = 0) -> float:
    """The learning rate of a step.

    Args:
        config: The schedule.
        step: The step, counted from 0 over both stretches.
        decayed_from: The step at which the decay began; None in the constant stretch.
        decay_steps: The steps of the decay.

    Returns:
        The rate: linear in the warm-up, then constant, then linear to zero.
    """
    rate = config.rate * min(1.0, (step + 1) / max(config.warmup, 1))
    if decayed_from is None:
        return rate
    return rate * max(0.0, 1.0 - (step - decayed_from + 1) / (decay_steps + 1))
