"""What keeps a training from beginning."""

from __future__ import annotations

from importlib.util import find_spec

from ..errors import MissingExtraError, ReferatError
from ..evaluate.extra import require_extra

_PACKAGES = ("torch", "transformers", "safetensors", "onnx")


class TrainingDataError(ReferatError):
    """The labels are in order, but nothing can be learned from them."""

    kind = "training-data"
    advice = "Give more labelled items with --data."


def require_training() -> None:
    """See that everything is installed that training, exporting and scoring need.

    Raises:
        MissingExtraError: A package is missing; the advice says what to install.
    """
    missing = [package for package in _PACKAGES if find_spec(package) is None]
    if missing:
        raise MissingExtraError(f"training needs {', '.join(missing)}", advice="pip install 'referat-nlp[train]'")
    # The held-out part is scored by the evaluator.
    require_extra()
