"""Summaries without a model: the first sentences of the case that tell something."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..danish.sentences import ENDS_SENTENCE, block_spans, sentence_spans
from ..schema import SectionKind, Span, Summary, SummarySentence
from .context import ItemContext

_MOST_SENTENCES = 3
_MOST_WORDS = 60
# With this many words in two sentences the reader knows enough.
_ENOUGH_WORDS = 40
# A longer sentence than this is passed over where a shorter one follows.
_LONGEST_SENTENCE = 55

_CASE: tuple[SectionKind, ...] = ("sagsfremstilling", "baggrund")
_ASKED: tuple[SectionKind, ...] = ("indstilling",)

LIST_MARK = re.compile(r"(?:[-•]|\d{1,2}[.)])\s+")
"""What stands before a point of a list, and is not said in a summary."""

_LIST_POINT = re.compile(r"\W*(?:\d{1,2}(?:\.\d+)*[.)]|[a-zæøå][.)]|at|o)\s|[•◦▪●■*·–—-]\s*")
_PROCESS = re.compile(
    r"(?:\A\W*(?:sagen|punktet|denne\s+sag|sagsfremstillingen|indstillingen|forslaget"
    r"|dagsordenspunktet)\s+(?:behandles|afgøres|forelægges|fremlægges|sendes|genoptages"
    r"|er\s+(?:tidligere\s+|senest\s+)?(?:behandlet|genoptaget|udsat)|har\s+(?:tidligere"
    r"|senest)|blev\s+(?:udsat|behandlet|drøftet)|skal\s+behandles))"
    r"|\bbehandles\s+(?:i|af)\s+[A-ZÆØÅ][^.]*(?:udvalg|råd|bestyrelse)"
    r"|\bdeltage[rs]?\s+(?:\w+\s+){0,4}?(?:behandlingen|på\s+mødet|under\s+(?:punktet|mødet"
    r"|behandlingen)|i\s+mødet)"
    r"|\A\W*(?:der\s+henvises|se\s+(?:bilag|også|vedlagte|mere)|læs\s+mere|link|jf\.\s+bilag"
    r"|for\s+yderligere|til\s+sagen\s+er\s+vedlagt|bilag)"
    r"|\b(?:er\s+vedlagt|vedlægges|vedhæftet|fremgår\s+af\s+(?:vedlagte\s+)?bilag)|https?://|www\.",
    re.IGNORECASE,
)
_LEADS_ON = re.compile(r"(?:\bat|[,:])\Z")
_WORD = re.compile(r"[^\W\d_]{2,}")


class LeadSummariser:
    """Takes the first two or three informative sentences of the case, else of the indstilling."""

    def __call__(self, items: Sequence[ItemContext]) -> list[Summary | None]:
        """Summarise items.

        Args:
            items: The items.

        Returns:
            For each item its summary, None where it has neither case text nor indstilling.
        """
        return [self._summarise(item) for item in items]

    def _summarise(self, item: ItemContext) -> Summary | None:
        chosen = _lead(item.text, list(told(item)))
        if len(chosen) < 2:
            words = sum(count_words(item.text, span) for span in chosen)
            chosen += _lead(item.text, list(asked(item)), words)[: _MOST_SENTENCES - len(chosen)]
        if not chosen:
            return None
        chosen = [cut(item.text, span) for span in chosen]
        sentences = [
            SummarySentence(text=item.text[start:end], span=(start, end), score=round(1 - 0.1 * index, 1))
            for index, (start, end) in enumerate(chosen)
        ]
        return Summary(text=" ".join(" ".join(sentence.text.split()) for sentence in sentences), sentences=sentences)


def told(item: ItemContext) -> Iterator[Span]:
    """The sentences of the case text that a reader gains from."""
    for section in item.item.sections_of(*_CASE):
        for first, last in block_spans(item.text, *section.span):
            block = item.text[first:last]
            if _LIST_POINT.match(block) or "\t" in block or not ENDS_SENTENCE.search(block):
                continue
            for start, end in sentence_spans(item.text, first, last):
                if _informs(item.text[start:end]):
                    yield start, end


def asked(item: ItemContext) -> Iterator[Span]:
    """The sentences of the indstilling."""
    for section in item.item.sections_of(*_ASKED):
        for start, end in sentence_spans(item.text, *section.span):
            if bullet := LIST_MARK.match(item.text, start, end):
                start = bullet.end()
            sentence = item.text[start:end]
            # 'Forvaltningen indstiller, at' only leads to the points below it.
            if len(_WORD.findall(sentence)) > 2 and not _LEADS_ON.search(sentence):
                yield start, end


def _informs(sentence: str) -> bool:
    """Whether a sentence is one, and is about the case rather than about its way through the committees."""
    words = _WORD.findall(sentence)
    digits = sum(character.isdigit() for character in sentence)
    return (
        len(words) >= 5 and digits * 3 < len(sentence) and not _PROCESS.search(sentence) and not sentence.endswith(":")
    )


def _lead(text: str, spans: list[Span], words: int = 0) -> list[Span]:
    """The first sentences that fit."""
    fitting = [span for span in spans if count_words(text, span) <= _LONGEST_SENTENCE] or spans[:1]
    chosen: list[Span] = []
    for span in fitting:
        more = count_words(text, span)
        if chosen and words + more > _MOST_WORDS:
            break
        chosen.append(span)
        words += more
        if len(chosen) == _MOST_SENTENCES or (len(chosen) > 1 and words >= _ENOUGH_WORDS):
            break
    return chosen


def cut(text: str, span: Span) -> Span:
    """A sentence that is too long by itself, up to a comma within the limit."""
    words = list(re.finditer(r"\S+", text[span[0] : span[1]]))
    if len(words) <= _MOST_WORDS:
        return span
    commas = [word.end() - 1 for word in words[:_MOST_WORDS] if word.group().endswith((",", ";"))]
    return span[0], span[0] + (commas[-1] if commas else words[_MOST_WORDS - 1].end())


def count_words(text: str, span: Span) -> int:
    """How many words, parted by white space, stand in a span."""
    return len(text[span[0] : span[1]].split())
