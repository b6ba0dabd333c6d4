"""Fixtures that all tests share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

_BESIDE = Path(__file__).parents[2] / "shared" / "data"


@pytest.fixture(scope="session")
def real_data() -> Path:
    """The folder of real minutes: ``REFERAT_REAL_DATA``, or ``shared/data`` beside the repository."""
    folder = Path(os.environ.get("REFERAT_REAL_DATA") or _BESIDE)
    if not (folder / "minutes").is_dir():
        pytest.skip(f"no real minutes in {folder}; name their folder in REFERAT_REAL_DATA")
    return folder / "minutes"
