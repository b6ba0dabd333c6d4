"""Summaries beside the reference that a clerk wrote: overlap, length, faithfulness."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from ...analysis.faithfulness import claims, source_of, unsupported
from ...schema import Item
from ..gold.schema import GoldItem
from ..matching import Pair
from .tally import Metric, Score, Tally, mean, share

_ROUGE = ("rouge1", "rouge2", "rougeL")
_UNIT = 1_000_000
_WORD = re.compile(r"\w+")

# A printed Resumé is a reference if it is more than a phrase and the case is more than it.
_SHORTEST_REFERENCE = 80
_LONGER_CASE = 2.5


class WordTokenizer:
    """Words in lower case, Danish letters included: rouge-score's own tokeniser knows only a to z."""

    def tokenize(self, text: str) -> list[str]:
        """The words of a text."""
        return _WORD.findall(text.lower())


def reference_of(gold: GoldItem, item: Item | None) -> str | None:
    """The reference summary of an item.

    Args:
        gold: The labels.
        item: The item as structured.

    Returns:
        The labelled summary; where summaries are not labelled, the Resumé that the minutes print, if it has more
        than 80 characters and the rest of the item, decision aside, is at least 2.5 times as long; else None.
    """
    if gold.labels("summary"):
        return gold.summary.text if gold.summary is not None else None
    if item is None:
        return None
    printed = "\n".join(section.text for section in item.sections_of("resume"))
    longer = len(source_of(item)) >= _LONGER_CASE * len(printed)
    return printed if len(printed) > _SHORTEST_REFERENCE and longer else None


def tally_summary(pair: Pair) -> Tally:
    """Score one summary; a missing one scores 0. Sums are kept in millionths."""
    tally: Tally = Tally()
    reference = reference_of(pair.gold, pair.item) if pair.gold is not None else None
    if reference is None:
        return tally
    tally["summaries.expected"] = 1
    if pair.item is None or pair.item.summary is None:
        return tally
    text = pair.item.summary.text
    for name, score in _rouge().score(reference, text).items():
        tally[f"summaries.{name}"] = round(score.fmeasure * _UNIT)
    tally["summaries.chrf"] = round(_chrf().sentence_score(text, [reference]).score / 100 * _UNIT)
    tally["summaries.found"] = 1
    tally["summaries.words"] = len(text.split()) * _UNIT
    said = claims(text)
    tally["claims.expected"] = len(said)
    tally["claims.hit"] = len(said) - len(unsupported(text, source_of(pair.item)))
    return tally


@cache
def _rouge() -> Any:
    from rouge_score.rouge_scorer import RougeScorer

    return RougeScorer(list(_ROUGE), tokenizer=WordTokenizer())


@cache
def _chrf() -> Any:
    from sacrebleu.metrics.chrf import CHRF

    return CHRF()


def _mean(name: str, n: str) -> Score:
    total = mean(name, n)
    return lambda sums: total(sums) / _UNIT


METRICS = (
    *(
        Metric(
            f"summary.{name}", f"summary, {title}", "summary", _mean(f"summaries.{name}", "summaries.expected"),
            "summaries.expected",
        )
        for name, title in zip(_ROUGE, ("ROUGE-1", "ROUGE-2", "ROUGE-L"), strict=True)
    ),
    Metric(
        "summary.chrf", "summary, chrF", "summary", _mean("summaries.chrf", "summaries.expected"), "summaries.expected",
    ),
    Metric(
        "summary.words", "summary, words", "summary", _mean("summaries.words", "summaries.found"), "summaries.found",
        plain=True,
    ),
    Metric("summary.faithful", "figures and names that the item holds", "summary", share("claims"), "claims.expected"),
)  # fmt: skip
