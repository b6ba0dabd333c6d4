"""What the headings of a house mean where neither words nor stems tell it: by what stands under them, and where.

A person who cannot read the headings still sees which of them heads the decision: it stands in nearly every item, at
its end or right under its title, over short sentences that decide. The case is what is longest, the attachments are a
list, and what stands first and is shorter than the case is its summary.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from .deciding import DECIDES, asks
from .lines import Line

_MONEY = re.compile(r"\b(?:kr\.|mio\.|udgift|indtægt|merforbrug|mindreforbrug|budget|bevilling|finans)", re.IGNORECASE)
_POINTS = re.compile(r"^(?:[-•]\s*|\d{1,2}[.)]\s*)?at\b", re.IGNORECASE)
#: A decision is looked for in so many characters.
_GLANCE = 400


@dataclass(slots=True)
class _Profile:
    """What stands under a heading, over all items."""

    texts: list[list[str]] = field(default_factory=list)
    first: int = 0
    last: int = 0
    only: int = 0

    def share(self, count: int) -> float:
        return count / max(1, len(self.texts))

    @property
    def length(self) -> float:
        return sum(len(line) for text in self.texts for line in text) / max(1, len(self.texts))

    @property
    def lists(self) -> float:
        return self.share(sum(all(len(line) < 120 and line[-1] not in ".:;" for line in text) for text in self.texts))

    @property
    def decides(self) -> float:
        return self.share(sum(DECIDES.search(" ".join(text)[:_GLANCE]) is not None for text in self.texts))

    @property
    def asks(self) -> float:
        return self.share(sum(any(_POINTS.match(line) or asks(line) for line in text[:2]) for text in self.texts))

    @property
    def money(self) -> float:
        return self.share(sum(_MONEY.search(" ".join(text)) is not None for text in self.texts))


def kinds_by_role(
    lines: Sequence[Line],
    items: Sequence[tuple[int, int]],
    unknown: Mapping[str, Mapping[int, Sequence[int]]],
    others: Mapping[int, Sequence[int]],
    taken: frozenset[str],
) -> dict[str, str]:
    """The kinds of headings whose words say nothing.

    Args:
        lines: The document's lines.
        items: First line and end line of each item's text.
        unknown: The headings: key → item → indices of its lines.
        others: Item → indices of the headings whose kind is known.
        taken: Kinds that the house has headings for already.

    Returns:
        Kind by key; ``andet`` where text and place tell nothing either.
    """
    profiles = _profiles(lines, items, unknown, others)
    kinds = dict.fromkeys(unknown, "andet")
    left = {key: p for key, p in profiles.items() if p.texts}

    def take(kind: str, scores: Mapping[str, float], least: float) -> None:
        best = max(scores, key=lambda key: scores[key], default=None)
        # A line 'Forvaltningen indstiller til byrådet,' below a heading that asks is no second heading.
        if (kind not in taken or kind == "indstilling") and best is not None and scores[best] >= least:
            kinds[best] = kind
            left.pop(best)

    take("bilag", {key: p.lists for key, p in left.items() if p.share(p.last) > 0.3}, 0.8)
    at_edge = {key: p for key, p in left.items() if max(p.share(p.first), p.share(p.last)) > 0.5}
    most = max((len(p.texts) for p in left.values()), default=0)
    # An item without a case still has a decision.
    take("beslutning", {k: (p.decides + p.share(p.only)) * len(p.texts) / most for k, p in at_edge.items()}, 0.5)
    take("indstilling", {key: p.asks for key, p in left.items()}, 0.5)
    take("sagsfremstilling", {key: p.length for key, p in left.items()}, 200.0)
    take("resume", {key: p.share(p.first) for key, p in left.items()}, 0.5)
    take("oekonomi", {key: p.money for key, p in left.items()}, 0.7)
    return kinds


def _profiles(
    lines: Sequence[Line],
    items: Sequence[tuple[int, int]],
    unknown: Mapping[str, Mapping[int, Sequence[int]]],
    others: Mapping[int, Sequence[int]],
) -> dict[str, _Profile]:
    profiles = {key: _Profile() for key in unknown}
    for n, (_, end) in enumerate(items):
        heads = {i: key for key, at in unknown.items() for i in at.get(n, ())}
        order = sorted({*heads, *others.get(n, ())})
        for place, (i, stop) in enumerate(pairwise([*order, end])):
            if i not in heads:
                continue
            profile = profiles[heads[i]]
            if stop == i + 1:
                stop = next((head for head in order if head > stop), end)
            profile.texts.append([line.text for line in lines[i + 1 : stop]])
            profile.only += len(order) == 1
            profile.first += place == 0
            # Attachments and absences may follow a decision.
            profile.last += place >= len(order) - 2
    return profiles
