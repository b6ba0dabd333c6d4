"""Fine-tuned models as they are shipped: in ``models/``, without what the package does not need."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file

_WEIGHTS = "model.safetensors"
_FULL_GRAPH = "model.onnx"


def bundle(folder: Path, target: Path) -> Path:
    """Copy a model folder, its safetensors in bf16 and without the ONNX graph in single precision.

    What the library runs is the int8 graph, which is copied as it is; the safetensors are there to be fine-tuned, and
    Transformers loads them as single precision where it is asked to.

    Args:
        folder: A model folder that ``referat train`` wrote.
        target: Where to; what stands there is replaced.

    Returns:
        ``target``.

    Raises:
        FileNotFoundError: The folder holds no model.
    """
    partial = target.with_name(f"{target.name}.partial")
    shutil.rmtree(partial, ignore_errors=True)
    shutil.copytree(folder, partial, ignore=shutil.ignore_patterns(_FULL_GRAPH))
    weights = {name: _halved(value) for name, value in load_file(partial / _WEIGHTS).items()}
    save_file(weights, partial / _WEIGHTS, metadata={"format": "pt"})
    config = json.loads((partial / "config.json").read_text(encoding="utf-8"))
    config["dtype"] = "bfloat16"
    (partial / "config.json").write_text(json.dumps(config, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    shutil.rmtree(target, ignore_errors=True)
    partial.rename(target)
    return target


def _halved(value: torch.Tensor) -> torch.Tensor:
    return value.to(torch.bfloat16) if value.is_floating_point() else value
