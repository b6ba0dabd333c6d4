"""The machine and the packages that figures are of."""

from __future__ import annotations

import os
import platform
import re
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from .tables import Value

_PACKAGES = ("referat-nlp", "numpy", "pydantic", "tokenizers", "onnxruntime", "torch", "transformers")


def usable_cores() -> int:
    """The cores that this process may run on."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def machine() -> dict[str, Value]:
    """Processor, cores, memory, how busy they are, system and versions."""
    return {
        "processor": _first("/proc/cpuinfo", r"model name\s*:\s*(.+)") or platform.processor() or platform.machine(),
        "cores": usable_cores(),
        "memory GiB": round(int(_first("/proc/meminfo", r"MemTotal:\s*(\d+)") or 0) / 2**20, 1) or None,
        "busy cores before the run": round(os.getloadavg()[0], 2) if hasattr(os, "getloadavg") else None,
        "system": platform.platform(),
        "python": platform.python_version(),
        **{name: _version(name) for name in _PACKAGES},
    }


def _first(path: str, pattern: str) -> str | None:
    try:
        found = re.search(pattern, Path(path).read_text(encoding="utf-8"))
    except OSError:
        return None
    return found[1].strip() if found else None


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None
