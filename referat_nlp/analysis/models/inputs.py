"""What a model is shown of an item, in windows: title, indstilling and own decision, or the case if there is none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ...inference.tokenize import TextTokenizer
from ...inference.windows import Window, windows
from ...schema import SectionKind
from ..context import ItemContext

_NOT_CASE: frozenset[SectionKind] = frozenset(("indstilling", "beslutning", "tidligere_beslutning", "bilag", "fravaer"))
_SPACES = re.compile(r"[^\S\n]+")
_LINE_ENDS = re.compile(r"\s*\n\s*")


@dataclass(frozen=True, slots=True)
class ItemText:
    """The text of an item in four parts, any of which may be empty.

    Training takes parts away (``replace(text, decided="")``) so that agendas are understood as well.

    Attributes:
        title: The title.
        asked: The indstilling.
        decided: The decisions of the body that met, not those of others.
        case: The other sections, in printed order.
    """

    title: str
    asked: str
    decided: str
    case: str

    @property
    def parts(self) -> tuple[str, str, str, str]:
        """The parts that a model reads, in that order.

        The case of a decided item is not read: the decision tells more in a tenth of the tokens.
        """
        return self.title, self.asked, self.decided, "" if self.decided else self.case


@dataclass(frozen=True, slots=True)
class Budget:
    """How many tokens of an item a model sees at once.

    Attributes:
        total: Tokens of one window, with those between the parts.
        title: The title's, at most; likewise the next two. The case has what these leave, and what the case
            leaves is theirs.
        asked: The indstilling's.
        decided: The decision's.
        overlap: What two windows of one part share.
        most_windows: How many windows are read; what lies beyond them is told in a warning.
    """

    total: int = 400
    title: int = 48
    asked: int = 120
    decided: int = 120
    overlap: int = 24
    most_windows: int = 4

    def within(self, most: int) -> Budget:
        """The same for a model that takes fewer tokens."""
        if most >= self.total:
            return self
        share = most / self.total
        return replace(
            self,
            total=most,
            title=int(self.title * share),
            asked=int(self.asked * share),
            decided=int(self.decided * share),
            overlap=int(self.overlap * share),
        )


BUDGET = Budget()


@dataclass(frozen=True, slots=True)
class ItemInputs:
    """An item as inputs of a model.

    Attributes:
        windows: Tokens of each window, with those that begin, part and end it; at least one.
        shown: Tokens of the item that stand in at least one window.
        total: Tokens of the item's parts that a model reads.
    """

    windows: list[list[int]]
    shown: int
    total: int

    def warning(self, reader: str) -> str | None:
        """What to tell the user where a part of the item was not read; None where all was."""
        if self.shown == self.total:
            return None
        return f"{reader} read {self.shown} of {self.total} tokens"


def item_text(item: ItemContext) -> ItemText:
    """The text of an item as models are shown it, in training and in use.

    Args:
        item: The item.

    Returns:
        Its parts; runs of white space are one space or one line end.
    """
    sections = item.item.sections
    return ItemText(
        title=" ".join((item.item.title or "").split()),
        asked=_plain(section.text for section in item.indstilling),
        decided=_plain(decision.text for decision in item.own_decisions),
        case=_plain(section.text for section in sections if section.kind not in _NOT_CASE),
    )


def item_inputs(texts: Sequence[ItemText], tokenizer: TextTokenizer, budget: Budget = BUDGET) -> list[ItemInputs]:
    """Turn items into windows of tokens: ``[begin] title [end] asked [end] decided [end] case [end]``.

    A part that is longer than its share is read in several windows. Window n shows the n-th stretch of each
    such part, and of the others their only or first one, so that every window knows what the item is about.

    Args:
        texts: The items.
        tokenizer: The model's tokenizer.
        budget: How many tokens.

    Returns:
        The inputs of each.
    """
    flat = tokenizer.encode([part for text in texts for part in text.parts])
    ids = [tokens.ids for tokens in flat]
    return [_inputs(ids[index : index + 4], tokenizer, budget) for index in range(0, len(ids), 4)]


def shares(lengths: Sequence[int], budget: Budget = BUDGET) -> tuple[int, int, int, int]:
    """How many tokens of a window each part has.

    Args:
        lengths: Tokens of title, indstilling, decision and case.
        budget: How many there are.

    Returns:
        The share of each, no more than its length.
    """
    title, asked, decided, case = lengths
    room = budget.total - 5  # one token begins, and one follows each part
    given = [min(title, budget.title), min(asked, budget.asked), min(decided, budget.decided)]
    given.append(min(case, room - sum(given)))
    # What the case leaves goes to the decision first: it tells most, and long ones are the difficult ones.
    for index in (2, 1, 0):
        given[index] += min(lengths[index] - given[index], room - sum(given))
    return given[0], given[1], given[2], given[3]


def _inputs(parts: list[list[int]], tokenizer: TextTokenizer, budget: Budget) -> ItemInputs:
    sizes = shares([len(part) for part in parts], budget)
    stretches = [
        windows(len(part), max(size, 1), min(budget.overlap, max(size - 1, 0) // 2))
        for part, size in zip(parts, sizes, strict=True)
    ]
    count = min(max(len(each) for each in stretches), budget.most_windows)
    found = [
        tokenizer.joined([_stretch(part, each, index) for part, each in zip(parts, stretches, strict=True)])
        for index in range(count)
    ]
    shown = sum(each[min(count, len(each)) - 1][1] for each in stretches)
    return ItemInputs(found, shown, sum(len(part) for part in parts))


def _stretch(part: list[int], stretches: list[Window], index: int) -> list[int]:
    start, end = stretches[index] if index < len(stretches) else stretches[0]
    return part[start:end]


def _plain(texts: Iterable[str]) -> str:
    joined = "\n".join(text.strip() for text in texts)
    return _LINE_ENDS.sub("\n", _SPACES.sub(" ", joined)).strip()
