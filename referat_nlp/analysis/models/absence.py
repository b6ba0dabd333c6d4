"""Absences that items state, by a fine-tuned model, alone and where the rules find none."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ...danish.people import people_in
from ...inference.model import Model
from ...schema import Absence, Section, Span
from ..absence.extractor import RuleAbsenceExtractor, is_own
from ..context import ItemContext
from ..interface import AbsenceExtractor
from ..roster import member_named
from .decoding import Tagged
from .named import Named
from .tagging import open_vote_model, tag_texts
from .vote_labels import ABSENCES, SUBSTITUTE

SURE = 0.5
"""The probability from which on an absence of the model is believed where the rules have found none."""

_MOST_BETWEEN = 6
"""Characters between a heading and its text: a colon, signs of emphasis, line ends."""

AWAY = re.compile(
    r"fravær|afbud|forfald|inhabil|deltog\s+(?:\w+\s+)?ikke|ikke\s+(?:\w+\s+)?(?:til\s*stede|deltag)|forlod|udebl"
    r"|stedfortr|suppleant|i\s+stedet\s+for|\bgik\s+kl",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class ModelAbsenceExtractor:
    """Reads absences by a model alone; reasons are not read.

    Attributes:
        model: A model with the labels of :data:`~.vote_labels.VOTE_LABELS`.
        least: The probability that an absence has at least.
    """

    model: Model
    least: float = 0.0

    @classmethod
    def load(cls, name: str | os.PathLike[str]) -> ModelAbsenceExtractor:
        """Open the model of a name; see :func:`~referat_nlp.inference.model.open_model`."""
        return cls(open_vote_model(name))

    def __call__(self, items: Sequence[ItemContext]) -> list[list[Absence]]:
        """The absences of each item.

        Args:
            items: The items.

        Returns:
            For each item those absent, in printed order, each once.
        """
        spans = [list(absence_spans(item)) for item in items]
        shown = [(item, item.text[slice(*span)]) for item, own in zip(items, spans, strict=True) for span in own]
        texts = [text for _, text in shown]
        marked = iter(zip(texts, tag_texts(self.model, texts, [item.members for item, _ in shown]), strict=True))
        return [self._merged(item, [next(marked) for _ in own]) for item, own in zip(items, spans, strict=True)]

    def _merged(self, item: ItemContext, marked: Sequence[tuple[str, list[Tagged]]]) -> list[Absence]:
        found: dict[str, Absence] = {}
        for text, words in marked:
            sure = [each for each in words if each.probability >= self.least]
            named = Named(text, sure, item.members)
            for absence in _absences(item, named, sure):
                found.setdefault((absence.name or "").casefold(), absence)
        return list(found.values())


@dataclass(frozen=True)
class HybridAbsenceExtractor:
    """Reads absences by rule, and asks a model about items that speak of absence and of whom the rules find nobody.

    Attributes:
        model: What is asked.
        rules: What is read first.
    """

    model: ModelAbsenceExtractor
    rules: AbsenceExtractor = field(default_factory=RuleAbsenceExtractor)

    @classmethod
    def load(cls, name: str | os.PathLike[str]) -> HybridAbsenceExtractor:
        """Open the model of a name; see :func:`~referat_nlp.inference.model.open_model`."""
        return cls(ModelAbsenceExtractor(open_vote_model(name), least=SURE))

    def __call__(self, items: Sequence[ItemContext]) -> list[list[Absence]]:
        """The absences of each item; see :class:`ModelAbsenceExtractor`."""
        found = list(self.rules(items))
        asked = [index for index, item in enumerate(items) if not found[index] and _speaks_of_absence(item)]
        for index, answer in zip(asked, self.model([items[index] for index in asked]), strict=True):
            found[index] = answer
        return found


def absence_spans(item: ItemContext) -> Iterator[Span]:
    """Where an item may say who is absent: the last decision of the body that met, its sections about absence.

    A section is shown with its heading: of a bare name nobody can tell whether it stands below 'Fraværende' or 'Afbud'.

    Args:
        item: The item.

    Yields:
        Stretches of the document that do not overlap.
    """
    own = item.own_decisions[-1:]
    yield from (decision.span for decision in own)
    for section in item.item.sections_of("fravaer"):
        held = any(first <= section.span[0] < last for first, last in (decision.span for decision in own))
        if not held and is_own(item, section):
            yield _with_heading(item, section)


def _with_heading(item: ItemContext, section: Section) -> Span:
    """The stretch of a section from its heading on, where that is printed right before it."""
    start, end = section.span
    heading = section.heading or ""
    printed = item.text.rfind(heading, max(start - len(heading) - _MOST_BETWEEN, 0), start) if heading else -1
    if printed < 0 or any(each.isalnum() for each in item.text[printed + len(heading) : start]):
        return section.span
    return printed, end


def _speaks_of_absence(item: ItemContext) -> bool:
    """Whether a stretch names somebody beside a word of absence."""
    return any(
        people_in(item.text, max(start, match.start() - 200), min(end, match.end() + 200), item.members)
        for start, end in absence_spans(item)
        for match in [AWAY.search(item.text, start, end)]
        if match
    )


def _absences(item: ItemContext, named: Named, marked: Sequence[Tagged]) -> Iterator[Absence]:
    """The absences of a text; a substitute goes with the nearest absentee."""
    away = [(each, mention) for each in marked if each.kind in ABSENCES for mention in named.at(each) if mention.name]
    substitutes: dict[int, str] = {}
    for each in marked:
        names = [mention.name for mention in named.at(each) if mention.name] if each.kind == SUBSTITUTE else []
        if names and away:
            apart = [abs(words.start - each.start) for words, _ in away]
            substitutes.setdefault(apart.index(min(apart)), names[0])
    for index, (each, mention) in enumerate(away):
        printed = mention.name or ""
        member = member_named(printed, item.members)
        yield Absence(
            name=member.name if member and " " not in printed else printed,
            party=mention.party or (member.party if member else None),
            substitute=substitutes.get(index),
            kind=ABSENCES[each.kind or ""],
        )
