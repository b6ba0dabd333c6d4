"""Minutes without the words that give a type away: what does a model know beyond the keyword?"""

from __future__ import annotations

from ..schema import Item, Referat, SectionKind

_CUES: frozenset[SectionKind] = frozenset(("beslutning", "tidligere_beslutning", "indstilling", "resume", "kompetence"))


def masked(referat: Referat) -> Referat:
    """A record whose items keep title and case text only.

    Args:
        referat: A structured record.

    Returns:
        A copy without decisions, Indstilling, Resumé and Kompetence.
    """
    return referat.model_copy(update={"items": [masked_item(item) for item in referat.items]})


def masked_item(item: Item) -> Item:
    """The same for one item."""
    sections = [section for section in item.sections if section.kind not in _CUES]
    return item.model_copy(update={"sections": sections, "decisions": []})
