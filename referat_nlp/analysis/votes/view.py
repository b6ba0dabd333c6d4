"""A decision as the grammar reads it: blanks folded, wrapped lines joined, quotations hidden."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise

from ...danish.parties import NAME as PARTY_NAME
from ...danish.sentences import sentence_spans
from .tables import retold
from .tallies import retold_phrases

HIDDEN = "·"
"""Stands for each character that the grammar shall not read; offsets stay as they are."""

_FOLDED = re.compile(r"\*\*|__|[\s\u200b]+|\.{4,}|-{3,}|,{2,}|:{2,}|…{2,}|·{2,}|[({\[]{3,}")
_BARE_NUMBER = re.compile(
    r"[\s(]*(?:(?:ad|punkt(?:erne)?|pkt\.?)\s?)?(?:\d{1,2}(?:[.\s]{0,2}[a-zæøå]\b)?[.):]?\s?(?:[-–,]"
    r"|og)?\s?){1,6}$",
    re.IGNORECASE,
)
# What a sentence is cut at besides its end: another result begins here.
_CUT = re.compile(
    r"(?:;\s?|(?<=·[\"“”«])\s|,?\s(?=(?:hvorefter|hvorpå|hvorved|hvilket|og\s(?:dermed|derefter|herefter)"
    r"|og\s(?:vedtog|godkendte|forkastede|tiltrådte|anbefalede)\s(?:derefter|herefter|dernæst|derpå|så)\b"
    r"|(?:og|men)\s(?:ændrings|under|mod)?forslaget\s(?:fik|opnåede|faldt|bortfaldt|blev|er|var\sdermed))\b))",
    re.IGNORECASE,
)
# A line that begins with such a word is never the rest of the line before it.
_LINE_OF_ITS_OWN = re.compile(
    r"\n(?=[-–•( ]*(?:For|Imod|Mod|Ja|Nej|Blank|Undl|Hverken|Stem|Afst|Indstilling|Forslag"
    r"|Ændringsforslag|Underændring"
    r"|Ingen|Følgende|Godkendt|Vedtaget|Forkastet|Flertal|Mindretal|Enstemmig|Resten|\d{1,2} (?:st"
    r"|medl|imod|for\b|undl)))"
)
_VOTE_AT_END = re.compile(r"\b(?:imod|nej|ja|undlod|blankt?)[ .]?\n(?=[A-ZÆØÅ])")
_LABELLED = re.compile(
    r"^[-–• ]*(?:For|Imod|Mod|Ja|Nej|Blankt?|Undl\w+|Hverken"
    r"|Stem\w+)\b[^\n:]{0,60}:[^\n]*[^,\n -](?<! og)\n(?=[A-ZÆØÅ])",
    re.MULTILINE,
)
_ABBREVIATED = re.compile(r"\b(?:medl|st|indst|vedt|følg|(?-i:m)|stk|pkt|udv|forsl|ændr|stf|vedr)\.$", re.IGNORECASE)
_RUNS_ON = re.compile(
    r"\b(?:(?:alt|med|og|samt|af|fra|på|i|om|blev|stemte|stemmer|opnåede|fik)\n(?=\S)|(?:for|[Ii]mod|mod)\n(?=[\da-zæøå])"
    r"|[A-ZÆØÅ]\n(?=\(\d{1,2}\)))"
)
# 'For stemte A og M. Indstillingen …': the letter is the last party, no initial of a name.
_LAST_PARTY = re.compile(
    r"(?:\b(?:og|samt|af|fra|[Gg]ruppe|[Ll]iste|stemte|stemmer)|[A-ZÆØÅ],)\s[A-ZÆØÅ]\.\s(?=(?:For|Imod|Mod|Ja|Nej|Undlod|Ingen|Resten"
    r"|Den|Det|De|Der|Herefter|Derefter|Dermed|Enstemmigt)\b|(?:Indstilling|Forslag|Ændringsforslag|Anbefal|Godkend"
    r"|Vedta|Tiltr|Forkast|Afstemning|Udvalget|Byrådet|Økonomiudvalget|Kommunalbestyrelsen))"
)
# 'Det samme gjorde Bo Lind': said of the sentence before.
_REPEATS = re.compile(r"(?:og )?(?:det samme|ligeså|det) (?:gjorde|gjaldt) (?!ikke)", re.IGNORECASE)
# 'Bo Lind fra V. Ida Krog ønskede …': the letter is a party's, not the initial of the next name.
_FROM_PARTY = re.compile(r"[A-ZÆØÅ][\wæøåé-]+ [A-ZÆØÅ][\wæøåé-]+ fra [A-ZÆØÅ]\.\s(?=[A-ZÆØÅ])")
_FROM_LETTER = re.compile(
    r"\b(?:afgivet af|fra) [A-ZÆØÅ]\.\s(?=[A-ZÆØÅ][\wæøåé-]+(?: [A-ZÆØÅ][\wæøåé.-]*){1,2} \([A-ZÆØÅ]{1,3}\))"
)
_LIST_FOLLOWS = re.compile(r"[^.;!?]{0,160}:$")
# 'For stemte: 5' above those five, a line each.
_COUNTED_LABEL = re.compile(
    r"[-–• ]*(?:For|Imod|Mod|Ja|Nej|Undlod|Blank)\b[^.;!?:\n]{0,40}:\s?\d{1,2}(?: (?:stemmer?|medlem(?:mer)?))?",
    re.IGNORECASE,
)
_VOTERS_BELOW = re.compile(
    rf"\s*(?:[-–•]\s?)?(?:{PARTY_NAME}|[A-ZÆØÅ]{{1,2}}|[A-ZÆØÅ][\wæøåé.-]+(?: [A-ZÆØÅ][\wæøåé.-]*){{1,4}})"
    r"(?: \([A-ZÆØÅ\d]{1,3}\))?(?:[.,]?\s*(?:\n|\Z)|,\s|\+| og [A-ZÆØÅ])"
)
_VOTING = re.compile(r"stem|flertal|undl|\bfor\b|\bi?mod\b|\bja\b|\bnej\b|blank|hverken|afst", re.IGNORECASE)
_EDGES = (_LINE_OF_ITS_OWN, _LABELLED, _VOTE_AT_END, _LAST_PARTY, _FROM_PARTY, _FROM_LETTER)


class View:
    """The text of a decision with every run of blanks made one, and the way back to its own offsets."""

    def __init__(self, text: str) -> None:
        self._starts: list[int] = [0]
        self._shifts: list[int] = [0]
        self._pieces: list[str] = []
        self._retold: list[tuple[int, int, int, int]] = []
        self._length = 0
        position = 0
        for start, end, prose in retold(text) or retold_phrases(text):
            self._fold(text, position, start)
            self._put(prose, end)
            position = end
        self._fold(text, position, len(text))
        self.text = "".join(self._pieces)

    def _fold(self, text: str, position: int, end: int) -> None:
        for match in _FOLDED.finditer(text, position, end):
            self._pieces.append(text[position : match.start()])
            self._length += match.start() - position
            self._put(_blank(match.group()), match.end())
            position = match.end()
        self._pieces.append(text[position:end])
        self._length += end - position

    def _put(self, piece: str, end: int) -> None:
        """Put a piece for what stands in the original up to ``end``."""
        start = self._length
        self._pieces.append(piece)
        self._length += len(piece)
        if len(piece) > 2:
            self._retold.append((start, self._length, start + self._shifts[-1], end))
        if self._length + self._shifts[-1] != end:
            self._starts.append(self._length)
            self._shifts.append(end - self._length)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """A span in the text as it was given; one that ends within a table covers it all."""
        first, last = (
            self._original(start),
            self._original(end - 1) + 1 if end > start else self._original(end),
        )
        for told_start, told_end, table_start, table_end in self._retold:
            if told_start <= start < told_end:
                first = table_start
            if told_start < end <= told_end:
                last = table_end
        return first, last

    def _original(self, offset: int) -> int:
        return offset + self._shifts[bisect_right(self._starts, offset) - 1]


def _blank(run: str) -> str:
    if run in ("**", "__"):
        return ""
    if not run[0].isspace() and run[0] != "\u200b":
        return run[0]
    newlines = run.count("\n")
    if newlines:
        return "\n\n" if newlines > 1 else "\n"
    return "\t" if "\t" in run else " "


def hide(text: str, spans: list[tuple[int, int]]) -> str:
    """The text with the given spans put out of sight, its length unchanged."""
    pieces: list[str] = []
    position = 0
    for start, end in sorted(spans):
        if end > position:
            start = max(start, position)
            pieces += [text[position:start], HIDDEN * (end - start)]
            position = end
    return "".join([*pieces, text[position:]])


def join_lines(text: str) -> tuple[str, list[tuple[int, int]]]:
    """Join wrapped lines and cut the text into sentences.

    Args:
        text: Compact text.

    Returns:
        The text with a blank in place of each newline within a sentence, and the spans of its sentences: a
        line that announces a list of voters goes with the next one.
    """
    spans: list[tuple[int, int]] = []
    characters = list(text)
    for start, end in _with_their_numbers(text, {match.end() - 1 for match in _RUNS_ON.finditer(text)}):
        for position in range(start, end):
            if characters[position] == "\n":
                characters[position] = " "
        spans += _pieces(text, start, end)
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and (_announces(text, *joined[-1], start) or _REPEATS.match(text, start, end)):
            for position in range(joined[-1][1], start):
                characters[position] = " "
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return "".join(characters), joined


def _announces(text: str, start: int, end: int, following: int) -> bool:
    """Whether a line announces the list of voters that begins at an offset."""
    if _COUNTED_LABEL.fullmatch(text, start, end) and _VOTERS_BELOW.match(text, following):
        return True
    if end - start > 160 or not text.endswith(":", start, end):
        return False
    return _LIST_FOLLOWS.match(text, start, end) is not None and _VOTING.search(text, start, end) is not None


def _with_their_numbers(text: str, wrapped: set[int]) -> list[tuple[int, int]]:
    """Sentences, which no newline among those wrapped ends; 'Ad 1.' goes with what it numbers."""
    found: list[tuple[int, int]] = []
    marks = {match.end() for pattern in _EDGES for match in pattern.finditer(text)}
    edges = [0, *sorted(mark for mark in marks if mark - 1 not in wrapped), len(text)]
    sentences = [span for start, end in pairwise(edges) for span in sentence_spans(text, start, end)]
    for start, end in sentences:
        ends = found and (_BARE_NUMBER.fullmatch(text, *found[-1]) or _ABBREVIATED.search(text, *found[-1]))
        goes_on = bool(ends) and "\n" not in text[found[-1][1] : start]
        if goes_on or (found and not wrapped.isdisjoint(range(found[-1][1], start))):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    pieces: list[tuple[int, int]] = []
    for match in _CUT.finditer(text, start, end):
        opened = text.count("(", start, match.start()) - text.count(")", start, match.start())
        if opened <= 0 and match.start() > start:
            pieces.append((start, match.start()))
            start = match.end()
    if end > start:
        pieces.append((start, end))
    return pieces
