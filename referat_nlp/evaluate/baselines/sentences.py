"""The sentences of an item, and summaries made of some of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ...analysis.context import ItemContext
from ...danish.sentences import block_spans, sentence_spans
from ...schema import SectionKind, Span, Summary, SummarySentence
from ..evaluation import System
from .silence import only

_CASE: tuple[SectionKind, ...] = ("sagsfremstilling", "baggrund")

Chooser = Callable[[ItemContext, list[Span]], Sequence[Span]]


def case_sentences(item: ItemContext) -> list[Span]:
    """The sentences of the case, of the indstilling where there is no case, in printed order."""
    return sentences_of(item, *_CASE) or sentences_of(item, "indstilling")


def sentences_of(item: ItemContext, *kinds: SectionKind) -> list[Span]:
    """The sentences of the sections of some kinds, in printed order."""
    return [
        span
        for section in item.item.sections_of(*kinds)
        for block in block_spans(item.text, *section.span)
        for span in sentence_spans(item.text, *block)
    ]


def extractive(name: str, choose: Chooser, *, titled: bool = False) -> System:
    """A system whose summaries are sentences of the item.

    Args:
        name: Its name.
        choose: Chooses among the sentences of the case.
        titled: Whether the title stands before them.

    Returns:
        The system; an item without any sentence has no summary.
    """

    def summarise(items: Sequence[ItemContext]) -> list[Summary | None]:
        return [_summary(item, choose(item, case_sentences(item)), titled) for item in items]

    return System.of(name, only(summary=summarise), frozenset(("summary",)))


def _summary(item: ItemContext, chosen: Sequence[Span], titled: bool) -> Summary | None:
    parts = [SummarySentence(text=item.text[start:end], span=(start, end)) for start, end in chosen]
    lead = [f"{item.item.title.rstrip('.')}."] if titled and item.item.title else []
    texts = lead + [" ".join(part.text.split()) for part in parts]
    return Summary(text=" ".join(texts), sentences=parts) if texts else None
