"""Summaries that a seq2seq model writes, taken where every figure and name of them stands in the item."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ...inference.checkpoint import CONFIG, read_json, writes_text
from ...inference.model import find_path
from ...inference.seq2seq import Encoded, Seq2Seq
from ...schema import SectionKind, Summary
from ..context import ItemContext
from ..faithfulness import source_of, unsupported, unsupported_number_words, unsupported_openings
from ..interface import Summariser, SummaryResult
from ..summary import LeadSummariser
from .summary import ModelSummariser

_BEAMS = 4
_WHOLE = re.compile(r".*\w.*[.!?](?=\s|\Z)", re.DOTALL)
_READER = "the summary model"
_ASKED: tuple[SectionKind, ...] = ("indstilling",)
_NOT_CASE: frozenset[SectionKind] = frozenset(
    ("resume", "indstilling", "beslutning", "tidligere_beslutning", "bilag", "fravaer")
)


def open_summariser(name: str | os.PathLike[str]) -> Summariser:
    """Open the summary model of a name: one that writes, or one that chooses sentences.

    Args:
        name: The name of a bundled model, a folder (or one file of weights in it), or a name of the hub.

    Returns:
        The summariser, by what the folder's config.json says.

    Raises:
        ModelError: There is no such model, or it is not one for summaries.
        MissingExtraError: The extra that runs it is not installed.
    """
    path = find_path(name)
    folder = path.parent if path.is_file() else path
    if writes_text(read_json(folder / CONFIG)):
        return GeneratedSummariser(Seq2Seq(folder))
    return ModelSummariser.load(path)


def written_from(item: ItemContext) -> str:
    """What a model writes the summary of an item from, in training as in use.

    Args:
        item: The item.

    Returns:
        Title, indstilling and case on one line, in that order; neither Resumé nor decisions.
    """
    sections = item.item.sections
    parts = [
        item.item.title or "",
        *(section.text for section in sections if section.kind in _ASKED),
        *(section.text for section in sections if section.kind not in _NOT_CASE),
    ]
    lines = [" ".join(part.split()) for part in parts]
    return " ".join(line if line.endswith((".", "!", "?", ":")) else f"{line}." for line in lines if line)


@dataclass(frozen=True)
class GeneratedSummariser:
    """Writes summaries by beam search, and takes none that the item does not bear out.

    Attributes:
        model: The model.
        fallback: What summarises an item where no beam can be taken.
    """

    model: Seq2Seq
    fallback: LeadSummariser = field(default_factory=LeadSummariser)

    def __call__(self, items: Sequence[ItemContext]) -> list[SummaryResult]:
        """Summarise items.

        Args:
            items: The items.

        Returns:
            The summary of each: the likeliest text whose figures and names all stand in the item, else what the
            fallback says; None where it has neither case text nor indstilling. Warnings tell of items that were
            cut, and of texts that could not be taken.
        """
        found = [SummaryResult(summary) for summary in self.fallback(items)]
        kept = [index for index, each in enumerate(found) if each.summary is not None]
        inputs = self.model.encode([written_from(items[index]) for index in kept])
        beams = self.model.write([each.ids for each in inputs], beams=_BEAMS)
        for index, given, texts in zip(kept, inputs, beams, strict=True):
            found[index] = _checked(items[index], given, texts, found[index].summary)
        return found


def _checked(item: ItemContext, given: Encoded, beams: Sequence[str], fallback: Summary | None) -> SummaryResult:
    """The first beam that the item bears out, else the fallback, with what is to be told."""
    told: list[str] = []
    if given.is_cut:
        told.append(f"{_READER} read {len(given.ids)} of {given.total} tokens")
    source = source_of(item.item)
    texts = [text for text in map(whole_sentences, beams) if text]
    claims = [unsaid(text, source) for text in texts]
    if [] in claims:
        return SummaryResult(Summary(text=texts[claims.index([])], method="abstractive"), tuple(told))
    wrong = f"names {', '.join(claims[0])}, which the item does not" if claims else "wrote no whole sentence"
    told.append(f"{_READER} {wrong}; the first sentences of the case stand in its place")
    return SummaryResult(fallback, tuple(told))


def whole_sentences(text: str) -> str:
    """A text up to the end of its last sentence: what was cut off at the model's length is left out."""
    found = _WHOLE.match(text)
    return found.group() if found else ""


def unsaid(text: str, source: str) -> list[str]:
    """The figures and names of a written text that an item does not hold.

    Stricter than what is asked of sentences taken from the minutes: names at the beginning of a sentence and figures
    in letters are looked up as well.

    Args:
        text: What a model wrote.
        source: What it is a summary of.

    Returns:
        What the item does not bear out, each once.
    """
    checks = (unsupported, unsupported_openings, unsupported_number_words)
    return list(dict.fromkeys(claim for check in checks for claim in check(text, source)))
