"""Which of the scored sentences make a summary: good ones that do not repeat each other, within a length."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from ...errors import ModelError
from ...inference.checkpoint import read_json

SELECTION = "selection.json"
_CONTENT = re.compile(r"[^\W\d_]{4,}|\d+(?:[.,]\d+)*")


@dataclass(frozen=True, slots=True)
class Selection:
    """How sentences are chosen; a model folder may hold its own in ``selection.json``.

    Attributes:
        most_words: The length of a summary, its title included.
        most_sentences: How many sentences, the title not counted.
        redundancy: What a sentence loses of its score if all its words are said already.
        least_score: The score that a sentence after the first has to reach, redundancy taken off.
        title: Whether the title leads.
    """

    most_words: int = 60
    most_sentences: int = 3
    redundancy: float = 0.5
    least_score: float = 0.1
    title: bool = False

    @classmethod
    def from_folder(cls, folder: Path) -> Selection:
        """Read ``selection.json`` of a model folder; without one, the usual.

        Raises:
            ModelError: It is broken or has keys that do not exist.
        """
        path = folder / SELECTION
        if not path.exists():
            return cls()
        values = read_json(path)
        usual = asdict(cls())
        unknown = sorted(set(values) - {each.name for each in fields(cls)})
        if unknown:
            raise ModelError(f"there is no setting {unknown[0]!r}; there are {', '.join(usual)}", path=str(path))
        for name, value in values.items():
            if isinstance(value, bool) != isinstance(usual[name], bool) or not isinstance(value, int | float):
                raise ModelError(f"{name} is {value!r}", path=str(path))
        return cls(**values)

    def save(self, folder: Path) -> None:
        """Write ``selection.json`` into a model folder."""
        (folder / SELECTION).write_text(json.dumps(asdict(self), indent=1) + "\n", encoding="utf-8")


def select(texts: Sequence[str], scores: Sequence[float], selection: Selection, *, said: str = "") -> list[int]:
    """Choose sentences by maximal marginal relevance (Carbonell and Goldstein 1998), with words that overlap.

    Args:
        texts: The sentences, in printed order.
        scores: The score of each, in [0, 1].
        selection: How many and how long.
        said: What the summary says before them: the title, where it leads.

    Returns:
        Indices of the chosen, in printed order. The best is always among them if there are any, however long.
    """
    words = [content_words(text) for text in texts]
    taken = [content_words(said)] if said else []
    length = len(said.split())
    chosen: list[int] = []
    left = set(range(len(texts)))
    while left and len(chosen) < selection.most_sentences:
        gains = {index: scores[index] - selection.redundancy * overlap(words[index], taken) for index in left}
        best = max(sorted(left), key=lambda index: gains[index])
        if chosen and gains[best] < selection.least_score:
            break
        left.remove(best)
        more = len(texts[best].split())
        # One that does not fit makes way for shorter ones.
        if chosen and length + more > selection.most_words:
            continue
        chosen.append(best)
        taken.append(words[best])
        length += more
    return sorted(chosen)


def content_words(text: str) -> frozenset[str]:
    """The words of four letters and more, and the figures, of a text."""
    return frozenset(match.group() for match in _CONTENT.finditer(text.lower()))


def overlap(words: frozenset[str], others: Sequence[frozenset[str]]) -> float:
    """The largest share of words that another text holds; 0 where there are none."""
    if not words:
        return 0.0
    return max((len(words & other) / len(words) for other in others), default=0.0)
