"""The most memory that running processes have held, as Linux tells it."""

from __future__ import annotations

import re
from pathlib import Path


def children(pid: int) -> list[int]:
    """The processes that a process began and that run."""
    try:
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def peak_mb(pid: int) -> float:
    """The most memory that a running process held, in MiB; 0 where the system does not tell."""
    try:
        found = re.search(r"VmHWM:\s+(\d+)", Path(f"/proc/{pid}/status").read_text())
    except OSError:
        return 0.0
    return int(found[1]) / 1024 if found else 0.0
