"""Where the words stand that a label of a ballot, a position or an absence speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..analysis.models.decoding import Tagged
from ..analysis.models.vote_labels import ABSENCES, DISSENT, PROPOSER, RESERVATION
from ..analysis.votes.fates import read_fate
from ..danish.numbers import NUMBER, parse_number
from ..danish.parties import same_party
from ..danish.people import Member, lists_in
from ..danish.sentences import sentence_spans
from ..schema import BallotResult, Span

_SIDES: dict[str, re.Pattern[str]] = {
    "for": re.compile(r"\bfor\b|\bja\b|flertal|tiltr|anbefal|støtt|godkend|vedt", re.IGNORECASE),
    "against": re.compile(r"\bi?mod\b|\bnej\b|mindretal|\bikke\b|undtag", re.IGNORECASE),
    "abstain": re.compile(r"undl[oa]d|blank|hverken|afst[oå]", re.IGNORECASE),
}
_ABSENT = re.compile(r"fravær|afbud|forfald|habil|deltog|til\s*stede|forlod|udebl|\bgik\b|for\b|lokalet", re.IGNORECASE)
_CUES: dict[str, re.Pattern[str]] = {
    **_SIDES,
    RESERVATION: re.compile(r"forbehold|afvent|reserver", re.IGNORECASE),
    DISSENT: re.compile(r"tiltræd|særindst|særstandp|afvigende|dissens|anbefal|støtte", re.IGNORECASE),
    PROPOSER: re.compile(r"foresl|forslag|stillede|fremsatte", re.IGNORECASE),
    **dict.fromkeys(ABSENCES, _ABSENT),
}
_AGREED = re.compile(
    r"\be{1,2}nstemmigt?\b|\benstemmighed\b|\bi (?:fuld )?enighed\b"
    r"|\b(?:et|en) (?:enigt?|enstemmigt?|samlet|fuldtallig\w*) [\w-]+"
    r"|\bhele (?:udvalget|byrådet|kommunalbestyrelsen)\b"
    r"|\b(?:alle|samtlige)\b(?: (?:medlemmer|fremmødte|tilstedeværende|partier|grupper))?"
    r"|\benige?t?\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(NUMBER, re.IGNORECASE)
_DIGITS = re.compile(r"(?<!\d)\d{1,3}(?!\d)")
_WORD = re.compile(r"\w+")
_FAR = 10_000
_COUNTED = re.compile(r"\s*\(\s*\d.*$", re.DOTALL)


class Words:
    """The words of a stretch of minutes, each of which is given to one label."""

    def __init__(self, text: str, span: Span, members: tuple[Member, ...]) -> None:
        """Take a stretch.

        Args:
            text: The document.
            span: The stretch.
            members: The roster.
        """
        self._text = text
        self._members = members
        self._sentences = sentence_spans(text, *span)
        self._parties = [
            (mention.party or "", (mention.start, mention.start + len(_bare(text[mention.start : mention.end]))))
            for found, _, _ in lists_in(text, *span, members)
            for mention in found
            if mention.name is None
        ]
        self.taken: list[Tagged] = []

    def take(self, kind: str, spans: Iterable[Span], cue: str | None = None) -> bool:
        """Give the likeliest of some places to a label: free, and nearest to a word that tells the same.

        Args:
            kind: The kind of words.
            spans: The places.
            cue: What is told: a side, a position.

        Returns:
            Whether one of them was free.
        """
        free = [span for span in spans if not any(_meet(span, (each.start, each.end)) for each in self.taken)]
        if not free:
            return False
        best = min(free, key=lambda span: (self._distance(span, cue) if cue and len(free) > 1 else 0, span))
        self.taken.append(Tagged(kind, *best, 1.0))
        return True

    def person(self, name: str, within: Span) -> Iterator[Span]:
        """Where a name stands, wrapped or not."""
        pattern = r"\s+".join(map(re.escape, name.split()))
        for match in re.finditer(rf"(?<!\w){pattern}(?=s?\b)", self._text[slice(*within)]):
            yield within[0] + match.start(), within[0] + match.end()

    def party(self, party: str, within: Span) -> Iterator[Span]:
        """Where a party stands for its members."""
        found = [span for printed, span in self._parties if same_party(printed, party) and _inside(span, within)]
        yield from found or self.person(party, within)

    def number(self, value: int, within: Span) -> Iterator[Span]:
        """Where a number stands, in figures or as a word."""
        for pattern in (_NUMBER, _DIGITS):
            found = [match for match in pattern.finditer(self._text, *within) if parse_number(match.group()) == value]
            yield from (match.span() for match in found)
            if found:
                return

    def result(self, result: BallotResult, within: Span) -> Iterator[Span]:
        """The words that tell a result, there or in the sentence behind."""
        behind = next((end for start, end in self._sentences if start >= within[1]), within[1])
        for start, end in self._sentences:
            start, end = max(start, within[0]), min(end, behind)
            fate = read_fate(self._text, start, end) if start < end else None
            word = _WORD.match(self._text, fate.start) if fate and fate.result == result else None
            if word:
                yield word.span()

    def agreement(self, within: Span) -> Iterator[Span]:
        """The words that tell that all agreed."""
        return (match.span() for match in _AGREED.finditer(self._text, *within))

    def sentence(self, position: int) -> int:
        """Where the sentence begins that a place is in."""
        return max((start for start, _ in self._sentences if start <= position), default=position)

    def _distance(self, span: Span, cue: str) -> int:
        """How far it is to a word that tells a side or a position, in the same sentence."""
        around = next(((start, end) for start, end in self._sentences if start <= span[0] < end), span)
        # '5 stemmer for og fem imod': the side of a number is told behind it, if at all beside another.
        before = 1 if parse_number(self._text[slice(*span)]) is None else 3
        matches = _CUES[cue].finditer(self._text, *around)
        return min((max(m.start() - span[1], (span[0] - m.end()) * before, 0) for m in matches), default=_FAR)


def _bare(printed: str) -> str:
    """A party without the number in brackets behind it."""
    return _COUNTED.sub("", printed)


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _inside(one: Span, other: Span) -> bool:
    return other[0] <= one[0] and one[1] <= other[1]
