"""What a summary tells beside the title, under which it is shown."""

from __future__ import annotations

from ..schema import Item, SummarySentence


def in_short(item: Item) -> str:
    """The summary of an item without the title that leads it; empty where the item has none.

    Args:
        item: The item.
    """
    if not item.summary:
        return ""
    text = item.summary.text
    if item.title and len(beside_title(item)) < len(item.summary.sentences) and text.startswith(item.title):
        return text.removeprefix(item.title).lstrip(". ") or text
    return text


def beside_title(item: Item) -> list[SummarySentence]:
    """The sentences of an item's summary that are not its title, none where it has no summary.

    Args:
        item: The item.
    """
    return [each for each in item.summary.sentences if each.text != item.title] if item.summary else []
