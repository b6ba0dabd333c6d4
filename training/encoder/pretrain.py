"""Pretraining: a loop that a person reads top to bottom, stopped and resumed at will."""

from __future__ import annotations

import hashlib
import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from types import FrameType

import numpy as np
import torch
from tokenizers import Tokenizer
from transformers import ModernBertForMaskedLM

from training.config import PretrainConfig, RunConfig
from training.corpus.packing import Tokens, load_tokens
from training.encoder.batches import Pieces, draw_sequences, mask
from training.encoder.checkpoint import Metrics, State, check_same_run, load_checkpoint, save_checkpoint
from training.encoder.export import export
from training.encoder.model import load_finished, new_encoder
from training.encoder.objective import Loss, compiled, held_out_loss, loss_function, on_device
from training.encoder.optimiser import Optimiser
from training.encoder.schedule import decay_place, place_of, rate_of, stable_steps
from training.tokenizer import CLS, MASK, SEP, SPECIAL, load_tokenizer

STABLE = "stable.pt"
DECAY = "decay.pt"
FINAL = "final"


@dataclass
class Run:
    """All that a run works with; made by :func:`open_run`."""

    config: RunConfig
    tokenizer: Tokenizer
    pieces: Pieces
    train: Tokens
    held_out: Tokens
    model: ModernBertForMaskedLM
    optimiser: Optimiser
    device: torch.device

    @property
    def settings(self) -> PretrainConfig:
        """The schedule."""
        return self.config.pretrain

    def path(self, name: str) -> Path:
        """A file of the run's folder."""
        return self.settings.folder / name


def pretrain(config: RunConfig, stop_after: int | None = None) -> Path | None:
    """Train the constant stretch from the last checkpoint on, then decay.

    Args:
        config: The run; its corpus is packed.
        stop_after: Stop, with a checkpoint, after this many steps of the constant stretch.

    Returns:
        The folder of the finished model; None where the run was stopped before.
    """
    run = open_run(config)
    path = run.path(STABLE)
    state = load_checkpoint(path, run.model, run.optimiser) if path.exists() else State()
    end = stable_steps(run.settings) if stop_after is None else min(stop_after, stable_steps(run.settings))
    metrics = Metrics(run.path("metrics.jsonl"), state.step if path.exists() else -1)
    finished = _train(run, state, end, path, metrics)
    return decay(config) if finished and stop_after is None else None


def decay(config: RunConfig, steps: int | None = None) -> Path | None:
    """Let the rate fall to zero, from the last checkpoint of the constant stretch, and save the model.

    The constant stretch can go on afterwards as if this had not been. A decay that was interrupted is resumed.

    Args:
        config: The run.
        steps: Steps of the decay; the configuration's by default.

    Returns:
        The folder of the finished model; None where it was interrupted.

    Raises:
        FileNotFoundError: There is no checkpoint yet.
    """
    run = open_run(config)
    path = run.path(DECAY)
    if path.exists():
        state = load_checkpoint(path, run.model, run.optimiser)
        metrics = Metrics(run.path("metrics-decay.jsonl"), state.step)
    else:
        stable = load_checkpoint(run.path(STABLE), run.model, run.optimiser)
        state = replace(stable, decayed_from=stable.step, decay_steps=steps or run.settings.decay.steps)
        metrics = Metrics(run.path("metrics-decay.jsonl"), -1)
    assert state.decayed_from is not None
    if not _train(run, state, state.decayed_from + state.decay_steps, path, metrics):
        return None
    lengths = sorted({phase.length for phase in (*run.settings.phases, run.settings.decay)})
    losses = {str(length): _measure(run, length) for length in lengths}
    export(run.model, config, state, losses, run.path(FINAL))
    path.unlink(missing_ok=True)
    return run.path(FINAL)


def open_run(config: RunConfig) -> Run:
    """Tokens, tokenizer, and a new model with its optimiser.

    Args:
        config: The run.

    Returns:
        The run, its model untrained but for what it starts from.

    Raises:
        FileNotFoundError: The corpus is not packed.
        ValueError: The run's folder belongs to a run of another shape, tokenizer, data or start, or the encoder to
            start from has another shape or tokenizer.
    """
    settings = config.pretrain
    if settings.threads:
        torch.set_num_threads(settings.threads)
    tokenizer = load_tokenizer(config.tokenizer.folder)
    ids = {name: tokenizer.token_to_id(name) or 0 for name in (CLS, SEP, MASK)}
    pieces = Pieces(ids[CLS], ids[SEP], ids[MASK], first_ordinary=len(SPECIAL))
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    torch.manual_seed(settings.seed)
    model = new_encoder(config.model, tokenizer)
    if settings.start is not None:
        load_finished(model, tokenizer, settings.start)
    torch.nn.Module.to(model, device)
    model.train()
    description = {
        "model": config.model.model_dump(),
        "tokenizer": hashlib.sha256(tokenizer.to_str().encode("utf-8")).hexdigest(),
        "tokens": len(load_tokens(config.corpus.folder, "train")),
        "seed": settings.seed,
        "start": str(settings.start) if settings.start else None,
    }
    check_same_run(settings.folder / "run.json", description)
    train, held_out = (load_tokens(config.corpus.folder, name) for name in ("train", "held_out"))
    optimiser = Optimiser(model, settings.rate, settings.weight_decay)
    return Run(config, tokenizer, pieces, train, held_out, model, optimiser, device)


def _train(run: Run, state: State, end: int, path: Path, metrics: Metrics) -> bool:
    """Train until ``end``, writing checkpoints to ``path``; whether the end was reached."""
    settings = run.settings
    loss = loss_function(run.model)
    if settings.compile:
        loss = compiled(loss)
    saved = time.monotonic()
    since, since_tokens, losses = time.monotonic(), state.tokens, []
    with _stop_signals() as stopped:
        while state.step < end and not stopped:
            started = time.monotonic()
            rate, value = _step(run, state, loss)
            losses.append(value)
            state.seconds += time.monotonic() - started
            now = time.monotonic()
            if state.step % settings.log_steps == 0:
                speed = (state.tokens - since_tokens) / max(now - since, 1e-9)
                metrics.write(
                    step=state.step,
                    tokens=state.tokens,
                    loss=round(float(np.mean(losses)), 4),
                    rate=round(rate, 7),
                    tokens_a_second=round(speed),
                )
                since, since_tokens, losses = now, state.tokens, []
            if state.step % settings.measure_steps == 0 or state.step == end:
                held_out = _measure(run, settings.phases[0].length)
                metrics.write(step=state.step, tokens=state.tokens, held_out_loss=round(held_out, 4))
                since, since_tokens = time.monotonic(), state.tokens
            if now - saved >= settings.checkpoint_minutes * 60:
                save_checkpoint(path, state, run.model, run.optimiser)
                saved = time.monotonic()
    save_checkpoint(path, state, run.model, run.optimiser)
    return state.step >= end


def _step(run: Run, state: State, loss: Loss) -> tuple[float, float]:
    """One step of the optimiser; the rate and the loss."""
    settings = run.settings
    rate = rate_of(settings, state.step, state.decayed_from, state.decay_steps)
    decaying = state.decayed_from is not None
    place = (
        decay_place(settings, state.decayed_from, state.step)
        if state.decayed_from is not None
        else place_of(settings, state.step)
    )
    phase = place.phase
    sequences = draw_sequences(run.train, run.pieces, phase.length, place.drawn, phase.batch, settings.seed)
    random = np.random.default_rng([settings.seed, int(decaying), state.step])
    at_once = min(settings.micro_batch or phase.batch, phase.batch)
    total = 0.0
    for first in range(0, phase.batch, at_once):
        part = mask(sequences[first : first + at_once], run.pieces, settings.masked, random)
        with torch.autocast(run.device.type, dtype=torch.bfloat16):
            value = loss(*on_device(part, run.device)) * (len(part.inputs) / phase.batch)
        torch.autograd.backward(value)
        total += float(value.detach())
    torch.nn.utils.clip_grad_norm_(run.model.parameters(), settings.clip)
    run.optimiser.step(rate)
    state.step += 1
    state.tokens += phase.batch * phase.length
    return rate, total


def _measure(run: Run, length: int) -> float:
    settings = run.settings
    return held_out_loss(run.model, run.held_out, run.pieces, length, settings.masked, settings.measure_tokens)


@contextmanager
def _stop_signals() -> Iterator[list[int]]:
    """A list that is filled when the process is asked to end, so that the step at hand is finished and saved."""
    stopped: list[int] = []

    def note(number: int, frame: FrameType | None) -> None:
        stopped.append(number)
        if len(stopped) > 1:
            os._exit(1)

    before = {number: signal.signal(number, note) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield stopped
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
