"""Whether what the site needs is installed."""

from __future__ import annotations

from importlib.util import find_spec

from ...errors import MissingExtraError


def require_extra() -> None:
    """See that the extra ``[report]`` is installed.

    Raises:
        MissingExtraError: It is not.
    """
    if find_spec("jinja2") is None:
        raise MissingExtraError("the site needs jinja2", advice="pip install 'referat-nlp[report]'")
