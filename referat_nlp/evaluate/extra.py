"""Whether what evaluation needs is installed."""

from __future__ import annotations

from importlib.util import find_spec

from ..errors import MissingExtraError

_PACKAGES = ("numpy", "sklearn", "rouge_score", "sacrebleu", "nltk", "networkx", "openpyxl", "jinja2")


def require_extra() -> None:
    """See that the extra ``[evaluate]`` is installed.

    Raises:
        MissingExtraError: A package of it is missing.
    """
    missing = [package for package in _PACKAGES if find_spec(package) is None]
    if missing:
        raise MissingExtraError(f"evaluation needs {', '.join(missing)}", advice="pip install 'referat-nlp[evaluate]'")
