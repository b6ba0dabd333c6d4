"""Decisions with the words marked that a model would mark: '[ny-vedtaget Godkendt] med [b-antal-for 5] stemmer.'"""

from __future__ import annotations

import re

from referat_nlp.analysis.context import ItemContext
from referat_nlp.analysis.interface import VoteResult
from referat_nlp.analysis.models.assembly import assemble
from referat_nlp.analysis.models.decoding import Tagged
from referat_nlp.analysis.models.vote_labels import MARK, OPEN, VOTE_LABELS, kind_of
from referat_nlp.danish.people import Member
from referat_nlp.schema import Ballot, Decision, Item

_MARKED = re.compile(r"\[(?P<label>[a-zæøå-]+)(?: (?P<words>[^\]]+))?\]")
MEMBERS = (
    Member("Karla Winther", "A"),
    Member("Jens Munkholm", "V"),
    Member("Malene Buhl", "Ø"),
    Member("Bo Lind", "V"),
)


def unmarked(marked: str, probability: float = 0.9) -> tuple[str, list[Tagged]]:
    """A text and the words that are marked in it."""
    text, found, position = "", [], 0
    for match in _MARKED.finditer(marked):
        label, words = match["label"], match["words"] or ""
        assert label in VOTE_LABELS, label
        text += marked[position : match.start()]
        opens = label == MARK or label.startswith(OPEN)
        found.append(Tagged(kind_of(label), len(text), len(text) + max(len(words), 1), probability, opens))
        text += words
        position = match.end()
    return text + marked[position:], found


def context_of(text: str, *, own: bool = True, title: str = "Ny cykelsti") -> ItemContext:
    """An item whose only decision is a text."""
    decision = Decision(body="Teknik- og Miljøudvalget", own=own, text=text, span=(0, len(text)))
    item = Item(id="1", title=title, span=(0, len(text)), decisions=[decision])
    return ItemContext(item, text, body="Teknik- og Miljøudvalget", members=MEMBERS)


def assembled(marked: str, *, own: bool = True, title: str = "Ny cykelsti", probability: float = 0.9) -> VoteResult:
    """What is made of a marked decision."""
    text, found = unmarked(marked, probability)
    context = context_of(text, own=own, title=title)
    return assemble(context, context.item.decisions[0], found)


def told(ballot: Ballot) -> tuple[object, ...]:
    """Motion, result, counts and printed voters of a ballot."""
    sides = (ballot.for_, ballot.against, ballot.abstain)
    named = (",".join(each.name or each.party or "" for each in side if not each.inferred) for side in sides)
    counts = ballot.counts
    return (ballot.motion, ballot.result, counts.for_, counts.against, counts.abstain, *named)
