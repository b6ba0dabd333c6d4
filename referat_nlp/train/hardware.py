"""What a model was trained on, in the words of its card."""

from __future__ import annotations

import platform


def hardware() -> str:
    """The accelerator that PyTorch sees, or else the threads of the processor."""
    import torch

    if torch.cuda.is_available():
        return str(torch.cuda.get_device_name())
    return f"{torch.get_num_threads()} threads of a processor ({platform.machine()})"
