"""Ballots and absences: the tokens of decisions, each labelled with what it tells of a vote."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ..analysis import Analysers
from ..analysis.absence.extractor import RuleAbsenceExtractor
from ..analysis.models.absence import AWAY, ModelAbsenceExtractor
from ..analysis.models.decoding import Tagged
from ..analysis.models.tagging import open_vote_model, token_logits, windows_of
from ..analysis.models.vote_labels import BEGIN, INSIDE, MARK, OPEN, OUTSIDE, VOTE_LABELS
from ..analysis.models.votes import ModelVoteExtractor
from ..analysis.votes import GrammarVoteExtractor
from ..danish.sentences import sentence_spans
from ..evaluate.baselines.silence import only
from ..evaluate.metrics import Task as MetricTask
from ..inference.checkpoint import Head
from ..schema import Span
from .ballot_alignment import Aligned, stretches
from .calibrate import calibration_of
from .data import Labelled
from .rows import Row
from .settings import Settings
from .task import Shown

_INDEX = {label: index for index, label in enumerate(VOTE_LABELS)}
_POSITIONS = re.compile(r"forbehold|afvent|reserver|tiltræde|særindst|særstandp|afvigende|dissens", re.IGNORECASE)
_UNLABELLED = {"reservations": _POSITIONS, "dissent": _POSITIONS, "absent": AWAY}
_MOST_TOKENS_TUNED = 100_000
_MOST_NAMED = 5
_BY_HAND = 2.0
"""What a token counts that a person labelled, a composed one being 1: real wording is rare among what is learned."""
_SILENT_SHARE = 0.5
"""Decisions without a word to mark that are learned from, to one with such a word."""


@dataclass(frozen=True)
class BallotTask:
    """A model that marks voters, counts, results, positions and absentees; the assembler makes ballots of them."""

    name: str = "ballots"
    option: str = "--model-votes"
    keyword: str = "votes"
    head: Head = "ForTokenClassification"
    labels: tuple[str, ...] = VOTE_LABELS
    exclusive: bool = True
    fields: tuple[str, ...] = ("ballots", "reservations", "dissent", "absent")
    metrics: frozenset[MetricTask] = frozenset(("ballots", "absence"))
    weighs_cues: bool = False

    def classes(self, item: Labelled) -> tuple[str, ...]:
        """The kinds of words that the item's labels speak of; ``o`` where they speak of none."""
        usable = [each.words for each in stretches(item) if each.words is not None]
        if not item.gold.labels("ballots") or not usable:
            return ()
        kinds = {f"{BEGIN}{words.kind}" if words.kind else MARK for own in usable for words in own}
        return tuple(label for label in self.labels if label in kinds) or (OUTSIDE,)

    def trusts(self, item: Labelled) -> bool:
        """Ballots of rules are not learned from."""
        return False

    def unaligned(self, items: Sequence[Labelled]) -> list[str]:
        """What of labelled items cannot be learned from, in words; see :class:`~.task.Aligns`."""
        found = [
            f"{item.meeting.name}, item {item.context.item.number or item.context.item.title}: {each.problem}"
            for item in items
            if item.gold.labels("ballots")
            for each in stretches(item)
            if each.words is None
        ]
        if not found:
            return []
        more = f"; and {len(found) - _MOST_NAMED} more" if len(found) > _MOST_NAMED else ""
        named = "; ".join(found[:_MOST_NAMED])
        many = "1 decision" if len(found) == 1 else f"{len(found)} decisions"
        return [f"{many} left out, in which words of the labels were not found: {named}{more}"]

    def rows(self, items: Sequence[Labelled], shown: Shown, chance: random.Random | None) -> list[Row]:
        """The decisions of items, window by window; see :class:`~.task.Task`.

        Half of all decisions are 'Godkendt.', and a batch of such teaches nothing: each wording is shown once, and of
        those without a word to mark half as many as of the others are, drawn anew each time.
        """
        made = [(item, each) for item in items for each in stretches(item) if each.words is not None]
        texts = [item.context.text[slice(*each.span)] for item, each in made]
        rows = []
        for (item, each), tokens in zip(made, shown.tokenizer.encode(texts), strict=True):
            labels = _labels(item, each, tokens.offsets)
            for (start, end), ids in zip(*windows_of(tokens, shown.tokenizer, shown.max_tokens), strict=True):
                marks = [index for index in range(start, end) if labels[index] is not None]
                if marks:
                    targets = _one_hot([labels[index] or 0 for index in marks])
                    # The token that begins a window stands before its first.
                    weight = 1.0 if item.weak or item.is_composed else _BY_HAND
                    rows.append(Row(ids, targets, tuple(index - start + 1 for index in marks), weight))
        return _drawn(rows, chance) if chance else rows

    def adjust(self, folder: Path, items: Sequence[Labelled], learned: Sequence[Labelled], settings: Settings) -> str:
        """Write ``calibration.json``; see :class:`~.task.Task`."""
        model = open_vote_model(folder)
        made = [(item, each) for item in items for each in stretches(item) if each.words is not None]
        found = token_logits(model, [item.context.text[slice(*each.span)] for item, each in made])
        logits, truth = [], []
        for (item, each), (tokens, values) in zip(made, found, strict=True):
            for label, value in zip(_labels(item, each, tokens.offsets), values, strict=True):
                if label is not None:
                    logits.append(value)
                    truth.append(label)
        kept = slice(_MOST_TOKENS_TUNED)
        calibration, told = calibration_of(
            self.labels, np.stack(logits[kept]), _one_hot(truth[kept]) > 0, exclusive=True, what="tokens"
        )
        calibration.save(folder)
        return told

    def analysers(self, folder: Path) -> Analysers:
        """The model alone; see :class:`~.task.Task`."""
        votes = ModelVoteExtractor.load(folder)
        return only(votes=votes, absence=ModelAbsenceExtractor(votes.model))

    def rules(self) -> Analysers:
        """See :class:`~.task.Task`."""
        return only(votes=GrammarVoteExtractor(), absence=RuleAbsenceExtractor())


def token_labels(words: Sequence[Tagged], offsets: Sequence[Span]) -> list[int]:
    """The labels of tokens.

    Args:
        words: Words with their kinds, in printed order.
        offsets: Where the tokens stand in the same text.

    Returns:
        The index of each token's label; a token of two words is the first one's.
    """
    labels = [_INDEX[OUTSIDE]] * len(offsets)
    free = 0
    for each in words:
        inside = [i for i in range(free, len(offsets)) if offsets[i][0] < each.end and each.start < offsets[i][1]]
        if not inside:
            continue
        begin = MARK if each.kind is None else f"{OPEN if each.opens else BEGIN}{each.kind}"
        labels[inside[0]] = _INDEX[begin]
        if each.kind is not None:
            for index in inside[1:]:
                labels[index] = _INDEX[INSIDE + each.kind]
        free = inside[-1] + 1
    return labels


def _labels(item: Labelled, stretch: Aligned, offsets: Sequence[Span]) -> list[int | None]:
    """The labels of the tokens of a stretch; None in sentences about something that is not labelled."""
    base = stretch.span[0]
    labels = token_labels([each.moved(-base) for each in stretch.words or ()], offsets)
    cues = {cue for field, cue in _UNLABELLED.items() if not item.gold.labels(field)}
    hidden = [
        (start - base, end - base)
        for start, end in sentence_spans(item.context.text, *stretch.span)
        if any(cue.search(item.context.text, start, end) for cue in cues)
    ]
    return [
        None if any(first < end and start < last for first, last in hidden) else label
        for label, (start, end) in zip(labels, offsets, strict=True)
    ]


def _drawn(rows: Sequence[Row], chance: random.Random) -> list[Row]:
    """The rows of an epoch."""
    distinct = {(*row.ids, row.targets.tobytes()): row for row in rows}
    telling = [row for row in distinct.values() if row.targets[:, _INDEX[OUTSIDE]].min() < 1]
    silent = [row for row in distinct.values() if row.targets[:, _INDEX[OUTSIDE]].min() >= 1]
    most = max(round(len(telling) * _SILENT_SHARE), 1)
    return telling + (chance.sample(silent, most) if len(silent) > most else silent)


def _one_hot(labels: Sequence[int]) -> NDArray[np.float32]:
    targets = np.zeros((len(labels), len(VOTE_LABELS)), dtype=np.float32)
    targets[np.arange(len(labels)), labels] = 1.0
    return targets
