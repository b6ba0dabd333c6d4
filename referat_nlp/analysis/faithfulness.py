"""Whether a summary says only what its item says: its figures and names are looked up in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..danish.numbers import parse_number
from ..schema import Item

_FIGURE = re.compile(r"\d+(?:[.,:/-]\d+)*")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
# 'Cykelsti' and 'cykelstien' are one word to whoever writes of it.
_STEM = 5
_OPENERS = re.compile(
    r"at|af|alle|begge|byrådet|da|den?|denne|der|derefter|derfor|deres|desuden|det|dette|disse|efter|en|endelig"
    r"|endvidere|er|et|for|foran|forslaget|forvaltningen|fra|følgende|før|gennem|her|herefter|herudover|hvis|i|ifølge"
    r"|igen|ikke|inden|indstillingen|kommunen|med|men|mellem|nu|når|også|om|oplægget|ordningen|over|planen|projektet"
    r"|på|samlet|samt|samtidig|siden|som|sagen|så|til|under|udgiften|udgifterne|udvalget|ud|ved|via",
)
_SENTENCE_END = re.compile(r"[.!?:]\s+|\A\W*")


def claims(summary: str) -> list[str]:
    """The figures and names of a summary, in order.

    Args:
        summary: The text of a summary.

    Returns:
        Every number as printed, and every word with a capital that does not begin a sentence.

    Example:
        >>> claims("Byrådet køber 2,5 ha jord af Anna Holm.")
        ['2,5', 'Anna', 'Holm']
    """
    return [match.group() for match in _claim_matches(summary)]


def unsupported(summary: str, source: str) -> list[str]:
    """The figures and names of a summary that a text does not hold.

    Args:
        summary: The text of a summary.
        source: What it is a summary of.

    Returns:
        Those of :func:`claims` that do not stand in the source as whole words; a genitive's s is no difference.

    Example:
        >>> unsupported("Der bruges 3 mio. kr. på Bakkeskolens tag.", "Bakkeskolen får et tag til 2 mio. kr.")
        ['3']
    """
    figures = set(_FIGURE.findall(source))
    words = {match.group() for match in _WORD.finditer(source)}
    return [
        claim
        for claim in claims(summary)
        if claim not in figures and not {claim, claim.removesuffix("s"), f"{claim}s"} & words
    ]


def unsupported_openings(summary: str, source: str) -> list[str]:
    """The words that begin sentences of a summary and may be names that a text does not hold.

    A word that begins a sentence has a capital whether it is a name or not, so that :func:`claims` passes it over.
    That is right for sentences taken from the minutes; in those that a model wrote a name may stand there.

    Args:
        summary: The text of a summary.
        source: What it is a summary of.

    Returns:
        Those that the source holds in no form (in any case, with or without endings), common openers aside.

    Example:
        >>> unsupported_openings("Holm får ny skole. Der bygges i Tved.", "I Tved bygges en skole.")
        ['Holm']
    """
    words = {match.group().lower() for match in _WORD.finditer(source)}
    stems = {word[:_STEM] for word in words if len(word) >= _STEM}
    found = []
    for start in sorted({0, *(match.end() for match in _SENTENCE_END.finditer(summary))}):
        match = _WORD.match(summary, start)
        if match is None or not match.group()[0].isupper():
            continue
        word = match.group().lower()
        if word not in words and not _OPENERS.fullmatch(word) and word[:_STEM] not in stems:
            found.append(match.group())
    return found


def unsupported_number_words(summary: str, source: str) -> list[str]:
    """The figures that a summary writes in letters and that a text holds neither so nor in digits.

    Args:
        summary: The text of a summary.
        source: What it is a summary of.

    Returns:
        The words, from two upwards: 'en' and 'et' are articles.

    Example:
        >>> unsupported_number_words("Tre skoler og fire haller lukkes.", "4 haller lukkes.")
        ['Tre']
    """
    figures = set(_FIGURE.findall(source))
    words = {match.group().lower() for match in _WORD.finditer(source)}
    numbers = [(match.group(), parse_number(match.group())) for match in _WORD.finditer(summary)]
    return [
        word
        for word, value in numbers
        if value is not None and value > 1 and word.lower() not in words and str(value) not in figures
    ]


def source_of(item: Item) -> str:
    """What a summary of an item may draw on: title, headings and sections, without the Resumé and the decision."""
    drawn = [section for section in item.sections if section.kind not in ("resume", "beslutning")]
    return "\n".join([item.title or "", *(part for each in drawn for part in (each.heading or "", each.text))])


def _claim_matches(summary: str) -> Iterator[re.Match[str]]:
    starts = {match.end() for match in _SENTENCE_END.finditer(summary)}
    matches = [*_FIGURE.finditer(summary), *_WORD.finditer(summary)]
    for match in sorted(matches, key=re.Match.start):
        if match.group()[0].isdigit() or (match.group()[0].isupper() and match.start() not in starts):
            yield match
