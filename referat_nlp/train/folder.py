"""The model folder: whole or not there, with ONNX graphs where the architecture can be exported."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..errors import ModelError, OutputError
from ..inference.checkpoint import CONFIG, FP32, HEADS, INT8, SAFETENSORS, read_checkpoint
from ..inference.export import Parity, export, parity
from ..inference.session import OnnxRunner
from ..inference.torch_session import TorchRunner
from .rows import Row

_MOST_COMPARED = 200


@dataclass(frozen=True, slots=True)
class Exported:
    """What became of the export.

    Attributes:
        parity: How far the int8 graph agrees with PyTorch on held-out inputs; None where there is no graph.
        problem: Why there is none.
    """

    parity: Parity | None = None
    problem: str | None = None


def check_free(folder: Path, *, force: bool) -> None:
    """See that a model may be written to a folder, before anything is trained.

    Args:
        folder: The folder.
        force: Whether a model that is there may be replaced.

    Raises:
        OutputError: Something is there that is not to be replaced.
    """
    if not folder.exists() or (folder.is_dir() and not any(folder.iterdir())):
        return
    if not (folder / CONFIG).is_file():
        raise OutputError("is there and is no model folder", path=str(folder), advice="Name a new folder with -o.")
    if not force:
        raise OutputError("is there already", path=str(folder), advice="Name a new folder, or replace it with --force.")


@contextmanager
def new_folder(folder: Path) -> Iterator[Path]:
    """A folder to write to, which gets its name when all is written.

    Args:
        folder: Its name; a model that is there is replaced.

    Yields:
        Where to write until then.

    Raises:
        OutputError: It cannot be made.
    """
    partial = folder.with_name(f"{folder.name}.part")
    try:
        shutil.rmtree(partial, ignore_errors=True)
        partial.mkdir(parents=True)
    except OSError as error:
        raise OutputError(f"cannot be made: {error.strerror}", path=str(folder), advice="Check the path.") from None
    try:
        yield partial
        if folder.exists():
            shutil.rmtree(folder)
        partial.rename(folder)
    finally:
        shutil.rmtree(partial, ignore_errors=True)


def export_and_compare(folder: Path, labels: Sequence[str], rows: Sequence[Row]) -> Exported:
    """Write the ONNX graphs of a checkpoint, and compare the int8 one with PyTorch on real inputs.

    Args:
        folder: The checkpoint.
        labels: Its labels.
        rows: Held-out inputs.

    Returns:
        What became of it. A model that cannot be exported is not lost: it runs through the extra.
    """
    try:
        export(folder)
    except Exception as error:  # the exporter raises what the part that failed raised
        for name in (FP32, INT8):
            (folder / name).unlink(missing_ok=True)
        message = error.problem if isinstance(error, ModelError) else str(error).strip() or type(error).__name__
        return Exported(problem=message.splitlines()[0])
    inputs = [np.array([row.ids], dtype=np.int64) for row in rows[:_MOST_COMPARED]]
    runner = TorchRunner(read_checkpoint(folder / SAFETENSORS, HEADS, labels))
    return Exported(parity(runner, OnnxRunner(folder / INT8), [(ids, np.ones_like(ids)) for ids in inputs]))
