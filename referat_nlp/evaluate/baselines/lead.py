"""The first sentences of the case."""

from __future__ import annotations

from ..evaluation import System
from .sentences import extractive


def lead(n: int) -> System:
    """The system that takes the first ``n`` sentences."""
    return extractive(f"lead-{n}", lambda _, sentences: sentences[:n])


def title_lead(n: int) -> System:
    """The system that takes the title and the first ``n`` sentences."""
    return extractive(f"title-lead-{n}", lambda _, sentences: sentences[:n], titled=True)
