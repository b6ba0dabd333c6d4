"""Item type by one keyword."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...analysis.context import ItemContext
from ...analysis.interface import TypeResult
from ...schema import ItemType
from ..evaluation import System
from .silence import only

_NOTED = re.compile(r"efterretning|orienter", re.IGNORECASE)
_DISCUSSED = re.compile(r"drøft", re.IGNORECASE)


def keyword() -> System:
    """The system: 'efterretning' or 'orienter…' is orientering, 'drøft…' is drøftelse, anything else godkendelse.

    The word is looked for in the own decision, where there is none in the indstilling, else in the title.
    """
    return System.of("keyword", only(item_type=_tag), frozenset(("type",)))


def _tag(items: Sequence[ItemContext]) -> list[TypeResult]:
    return [TypeResult(kind, (kind,), {}) for kind in map(_type, items)]


def _type(item: ItemContext) -> ItemType:
    decided = " ".join(decision.text for decision in item.own_decisions)
    asked = " ".join(section.text for section in item.indstilling)
    text = decided or asked or item.item.title or ""
    if _NOTED.search(text):
        return "orientering"
    return "drøftelse" if _DISCUSSED.search(text) else "godkendelse"
