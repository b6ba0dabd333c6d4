"""The sentences that are most like the reference: as good as choosing sentences can be (Nallapati et al. 2017)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ...analysis import analyse
from ...analysis.context import ItemContext
from ...schema import Referat, Span, Summary, SummarySentence
from ..documents import LabelledMeeting
from ..evaluation import System
from ..matching import align
from ..metrics.summary import WordTokenizer, reference_of
from .sentences import case_sentences, sentences_of
from .silence import only

_SENTENCES = 3


def oracle() -> System:
    """The system: sentences of case and indstilling, added one by one while ROUGE-1 and ROUGE-2 rise, three at most."""
    return System("oracle", _predict, frozenset(("summary",)))


def _predict(meetings: Sequence[LabelledMeeting]) -> list[Referat]:
    predictions = []
    for meeting in meetings:
        references = {
            pair.item.id: reference_of(pair.gold, pair.item)
            for pair in align(meeting.gold, meeting.referat)
            if pair.gold is not None and pair.item is not None
        }

        def summarise(
            items: Sequence[ItemContext], references: dict[str, str | None] = references
        ) -> list[Summary | None]:
            return [_summary(item, references.get(item.item.id)) for item in items]

        predictions += analyse([meeting.referat], only(summary=summarise))
    return predictions


def _summary(item: ItemContext, reference: str | None) -> Summary | None:
    if reference is None:
        return None
    spans = sorted({*case_sentences(item), *sentences_of(item, "indstilling")})
    chosen = greedy_choice(item.text, spans, reference)
    sentences = [SummarySentence(text=item.text[start:end], span=(start, end)) for start, end in chosen]
    text = " ".join(" ".join(sentence.text.split()) for sentence in sentences)
    return Summary(text=text, sentences=sentences) if sentences else None


def greedy_choice(text: str, spans: Sequence[Span], reference: str) -> list[Span]:
    """The sentences that are added one by one while ROUGE-1 and ROUGE-2 rise.

    Args:
        text: The document's text.
        spans: Its sentences to choose from.
        reference: The reference.

    Returns:
        Three at most, in printed order.
    """
    words = {span: WordTokenizer().tokenize(text[slice(*span)]) for span in spans}
    wanted = WordTokenizer().tokenize(reference)
    chosen: list[Span] = []
    reached = 0.0
    while len(chosen) < _SENTENCES:
        gains = {
            span: rouge_sum([word for each in sorted([*chosen, span]) for word in words[each]], wanted)
            for span in spans
            if span not in chosen
        }
        best = max(gains, key=lambda span: gains[span], default=None)
        if best is None or gains[best] <= reached:
            break
        chosen.append(best)
        reached = gains[best]
    return sorted(chosen)


def rouge_sum(words: Sequence[str], wanted: Sequence[str]) -> float:
    """ROUGE-1 and ROUGE-2, F1 each, added.

    Args:
        words: The words of a summary, as :class:`WordTokenizer` gives them.
        wanted: Those of the reference.

    Returns:
        Between 0 and 2.
    """
    total = 0.0
    for size in (1, 2):
        got, want = (Counter(zip(*(side[n:] for n in range(size)), strict=False)) for side in (words, wanted))
        whole = got.total() + want.total()
        total += 2 * (got & want).total() / whole if whole else 0.0
    return total
