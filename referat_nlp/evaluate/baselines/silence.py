"""Analysers that find nothing, for systems that do one task only."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ...analysis import Analysers
from ...analysis.context import ItemContext
from ...analysis.interface import OutcomeResult, TypeResult, VoteResult


def only(**analysers: Any) -> Analysers:
    """Analysers of which only those given find anything.

    Args:
        analysers: By the names of :class:`~referat_nlp.analysis.Analysers`.

    Returns:
        All five.
    """
    silent: dict[str, Any] = {
        "item_type": lambda items: [TypeResult(None, (), {}) for _ in items],
        "outcome": lambda items: [OutcomeResult(None) for _ in items],
        "votes": lambda items: [VoteResult() for _ in items],
        "absence": lambda items: [[] for _ in items],
        "summary": _no_summaries,
    }
    return Analysers(**(silent | analysers))


def _no_summaries(items: Sequence[ItemContext]) -> list[None]:
    return [None for _ in items]
