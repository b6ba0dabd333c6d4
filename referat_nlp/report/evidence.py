"""The text that an item's claims stand on, with the claims marked in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from rich.text import Text

from ..schema import Item, Referat, Span

BALLOT_STYLE = "black on bright_yellow"
NAME_STYLE = "bold underline"
_SUMMARY_STYLE = "black on bright_cyan"


def passages(referat: Referat, item: Item) -> Iterator[tuple[Span, Text]]:
    """The passages of an item that its type, decision, ballots, absences, statements and summary stand on.

    Yields:
        Where a passage stands and its text with ballots, names and summary sentences marked, in printed order
        and without overlap.
    """
    ballots = [ballot.span for ballot in item.ballots]
    sentences = [sentence.span for sentence in item.summary.sentences] if item.summary else []
    wanted = [decision.span for decision in item.decisions]
    wanted += [section.span for section in item.sections_of("indstilling", "fravaer")]
    wanted += [statement.span for statement in item.statements]
    wanted += ballots
    names = _names(item)
    for span in _united(wanted, referat.text):
        yield span, _marked(referat.text, span, ballots, BALLOT_STYLE, names)
    for span in _united(sentences, referat.text):
        yield span, _marked(referat.text, span, sentences, _SUMMARY_STYLE, None)


def _united(spans: list[Span], text: str) -> list[Span]:
    """The spans in order, those with nothing but white space between them as one, empty ones left out."""
    united: list[Span] = []
    for start, end in sorted(span for span in spans if span[0] < span[1]):
        if united and not text[united[-1][1] : start].strip():
            united[-1] = (united[-1][0], max(end, united[-1][1]))
        else:
            united.append((start, end))
    return united


def _marked(text: str, span: Span, marks: list[Span], style: str, names: re.Pattern[str] | None) -> Text:
    marked = Text(text[span[0] : span[1]])
    for start, end in marks:
        if start < span[1] and end > span[0]:
            marked.stylize(style, max(start - span[0], 0), end - span[0])
    if names is not None:
        marked.highlight_regex(names, NAME_STYLE)
    return marked


def _names(item: Item) -> re.Pattern[str] | None:
    voters = chain.from_iterable((*ballot.for_, *ballot.against, *ballot.abstain) for ballot in item.ballots)
    printed = [voter for voter in voters if not voter.inferred]
    named = {person.name for person in (*printed, *item.absent, *item.reservations, *item.dissent) if person.name}
    if not named:
        return None
    return re.compile("|".join(re.escape(name) for name in sorted(named, key=len, reverse=True)))
