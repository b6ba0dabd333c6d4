"""The sentences that are most like the others (TextRank, Mihalcea and Tarau 2004)."""

from __future__ import annotations

from ...analysis.context import ItemContext
from ...schema import Span
from ..evaluation import System
from .sentences import extractive

_SENTENCES = 3


def textrank() -> System:
    """The system: PageRank over the cosine of TF-IDF vectors, the best three sentences in printed order."""
    return extractive("textrank", _choose)


def _choose(item: ItemContext, sentences: list[Span]) -> list[Span]:
    import networkx
    from sklearn.feature_extraction.text import TfidfVectorizer

    if len(sentences) <= _SENTENCES:
        return sentences
    vectors = TfidfVectorizer(token_pattern=r"\w+").fit_transform(item.text[start:end] for start, end in sentences)
    likeness = (vectors @ vectors.T).toarray()
    likeness[range(len(sentences)), range(len(sentences))] = 0
    ranks = networkx.pagerank(networkx.from_numpy_array(likeness))
    best = sorted(ranks, key=lambda n: (-ranks[n], n))[:_SENTENCES]
    return [sentences[n] for n in sorted(best)]
