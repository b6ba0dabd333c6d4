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


@pytest.fixture(scope="session")
def exported_types(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small ModernBERT of item types with its ONNX graphs; skipped where the extra is not installed."""
    for module in ("torch", "transformers", "onnx"):
        pytest.importorskip(module)
    from referat_nlp.inference.export import export
    from tests.inference.toys import small_modernbert

    folder = small_modernbert(tmp_path_factory.mktemp("models") / "types")
    export(folder)
    return folder
