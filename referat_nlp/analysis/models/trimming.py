"""Light trimming of sentences: references that a reader cannot follow, and a section's label, are left out."""

from __future__ import annotations

import re

from ...danish.headings import HEADINGS, heading_key
from ...schema import Span

_NUMBERS = r"\d+(?:\.\d+)*(?:\s*(?:,|og|til|-|–)\s*\d+(?:\.\d+)*)*"
_ANNEX = (
    r"(?:de\s+|det\s+)?(?:vedlagte\s+|vedhæftede\s+)?"
    rf"bilag(?:et|ene)?(?:\s+(?:nr\.\s*)?(?:{_NUMBERS}|[A-Z]\b))?"
)
_REFERENCE = re.compile(
    # '(bilag 1)', '(jf. afsnit 3)', '(se kort nedenfor)', '(herefter »planen«)', '(LBK nr. 1157)', '(§ 18)'
    r"\s*\((?:bilag\b|jf\.|se\b|jævnfør\b|herefter\b|i\s+det\s+følgende\b|vedlagt\b|vedhæftet\b|sagsnr\b|LBK\b|lov\s+nr\b|§)"
    r"[^()]{0,120}\)"
    # ', jf. bilag 1', 'jf. vedlagte bilag', ', se bilag 2 og 3'
    rf"|,?\s*\b(?:jf\.|jævnfør|se)\s+{_ANNEX}(?=\s*[.,;:]|\s*\Z)",
    re.IGNORECASE,
)
# 'Baggrund: Skolen er fra 1962.'
_LABEL = re.compile(r"[A-ZÆØÅ][^.:!?\n]{2,40}:\s+(?=[A-ZÆØÅ\d])")
_ONLY_SIGNS = re.compile(r"\W*\Z")
_LEAST_WORDS = 4


def kept_parts(text: str, span: Span) -> list[Span]:
    """What is kept of a sentence.

    Args:
        text: The document's text.
        span: The sentence.

    Returns:
        Spans in order; the whole sentence where nothing is left out or too little would stay. Signs at its
        end that follow what is left out are not among them, see :func:`joined`.

    Example:
        >>> sentence = "Skolen udvides (bilag 1) for 3 mio. kr., jf. bilag 2."
        >>> [sentence[start:end] for start, end in kept_parts(sentence, (0, len(sentence)))]
        ['Skolen udvides', 'for 3 mio. kr.']
    """
    start, end = span
    if (label := _LABEL.match(text, start, end)) and heading_key(label.group()) in HEADINGS:
        start = label.end()
    parts: list[Span] = []
    for match in _REFERENCE.finditer(text, start, end):
        parts.append((start, match.start()))
        start = match.end()
    if start == span[0]:
        return [span]
    parts.append((start, end))
    kept = [_bare(text, part) for part in parts if not _ONLY_SIGNS.match(text[part[0] : part[1]])]
    words = sum(len(text[first:last].split()) for first, last in kept)
    return kept if words >= _LEAST_WORDS else [span]


def joined(text: str, span: Span, parts: list[Span]) -> str:
    """The kept parts of a sentence as one line, ending as the sentence ends.

    Args:
        text: The document's text.
        span: The sentence.
        parts: What is kept of it.

    Returns:
        The line.

    Example:
        >>> sentence = "Den gamle skole udvides (bilag 1), jf. bilag 2."
        >>> span = (0, len(sentence))
        >>> joined(sentence, span, kept_parts(sentence, span))
        'Den gamle skole udvides.'
    """
    line = ""
    for start, end in parts:
        # ', som' goes on where a reference stood.
        apart = line and text[start] not in ",.;:!?"
        line += f"{' ' if apart else ''}{' '.join(text[start:end].split())}"
    last = text[span[0] : span[1]].rstrip()[-1:]
    return line + last if last in ".!?" and not line.endswith((".", "!", "?")) else line


def _bare(text: str, span: Span) -> Span:
    """A span without the white space at its ends."""
    held = text[span[0] : span[1]]
    return span[0] + len(held) - len(held.lstrip()), span[1] - len(held) + len(held.rstrip())
