"""Checkpoints that are either whole or not there, and metrics that agree with them."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch

from training.encoder.optimiser import Optimiser


@dataclass(slots=True)
class State:
    """How far a run has come.

    Attributes:
        step: Steps done.
        tokens: Tokens seen.
        seconds: Seconds trained, over all starts.
        decayed_from: The step at which the decay began; None in the constant stretch.
        decay_steps: The steps of the decay.
    """

    step: int = 0
    tokens: int = 0
    seconds: float = 0.0
    decayed_from: int | None = None
    decay_steps: int = 0


def save_checkpoint(path: Path, state: State, model: torch.nn.Module, optimiser: Optimiser) -> None:
    """Write a checkpoint beside the old one, then put it in its place."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(".partial")
    with partial.open("wb") as file:
        torch.save({"progress": asdict(state), "model": model.state_dict(), "optimiser": optimiser.state_dict()}, file)
        file.flush()
        os.fsync(file.fileno())
    partial.replace(path)


def load_checkpoint(path: Path, model: torch.nn.Module, optimiser: Optimiser | None = None) -> State:
    """Bring model and optimiser to where a checkpoint was written.

    Args:
        path: A checkpoint.
        model: A model of the same shape.
        optimiser: Its optimiser; None where only the weights are wanted.

    Returns:
        How far the run had come.

    Raises:
        FileNotFoundError: It is not there.
        RuntimeError: The model has another shape.
    """
    saved: dict[str, Any] = torch.load(path, map_location="cpu", weights_only=True)
    model.load_state_dict(saved["model"])
    if optimiser is not None:
        optimiser.load_state_dict(saved["optimiser"])
    return State(**saved["progress"])


def check_same_run(path: Path, description: dict[str, Any]) -> None:
    """Note what a run is made of at its first start, and refuse to go on with something else.

    Args:
        path: The note.
        description: What must stay the same: shape, tokenizer, data.

    Raises:
        ValueError: It differs from the note; the message names the keys.
    """
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(description, indent=1), encoding="utf-8")
        return
    noted = json.loads(path.read_text(encoding="utf-8"))
    changed = sorted(key for key in description if noted.get(key) != description[key])
    if changed:
        raise ValueError(
            f"{path.parent} was begun with another {', '.join(changed)}: train into another folder, or restore it"
        )


class Metrics:
    """A file of measurements, a line of JSON each."""

    def __init__(self, path: Path, step: int) -> None:
        """Open the file; lines of later steps, written after the last checkpoint, go."""
        self._path = path
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists():
            lines = path.read_text(encoding="utf-8").splitlines()
            # A run that was killed may have left half a line.
            kept = [line for line in lines if line.endswith("}") and json.loads(line)["step"] <= step]
            path.write_text("".join(line + "\n" for line in kept), encoding="utf-8")

    def write(self, **values: float | int | str | None) -> None:
        """Append and print a measurement."""
        line = json.dumps(values)
        with self._path.open("a", encoding="utf-8") as file:
            file.write(line + "\n")
        print(line, flush=True)
