"""Tokens that sentences are made of, and ways to look around in a row of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ...danish.people import Mention

Side = Literal["for", "against", "abstain"]
Group = Literal["majority", "minority", "rest", "everyone"]


@dataclass(slots=True, eq=False)
class Who:
    """Who voted, how many, or both: '5 medlemmer (V+A)', 'de øvrige', 'A og F, i alt 4'.

    Attributes:
        voters: Those named.
        count: Their number as printed.
        summed: Whether the number is the sum of numbers printed for each party.
        unit: Whether a word such as 'stemmer' or 'medlemmer' stands with the number.
        group: What they are called as a whole.
        bracket: Whether they stand in brackets, behind what they belong to.
    """

    voters: tuple[Mention, ...] = ()
    count: int | None = None
    summed: bool = False
    unit: str = ""
    group: Group | None = None
    bracket: bool = False


@dataclass(slots=True, eq=False)
class Token:
    """One token; ``kind`` is that of the lexicon, 'who', a punctuation mark, 'pair' or 'word'."""

    kind: str
    start: int
    end: int
    who: Who | None = None
    text: str = ""
    negated: bool = False
    pair: tuple[int, int] | None = None

    @property
    def speaks_of_votes(self) -> bool:
        """Whether a sentence that holds it is about votes."""
        unit = self.who.unit if self.who is not None else ""
        return self.kind in ("vote", "abstain", "oppose", "assent") or unit.startswith("st")


_ABSTENTIONS = (
    "hverken",
    "blank",
    "und",
    "udl",
    "afhold",
    "afst",
    "stem",
    "ej",
    "deltog",
    "tog",
    "afgav",
    "har",
    "valgte",
)


def side_of(word: str) -> Side:
    """The side that 'for', 'imod', 'ja', 'nejstemmer', 'blankt', 'undlod' and the like mean."""
    if word.startswith(_ABSTENTIONS):
        return "abstain"
    return "for" if word.startswith(("for", "ja", "herfor", "hertil", "derfor")) else "against"


class Row:
    """A row of tokens; beyond its ends there are stops."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens

    def kind(self, index: int) -> str:
        """Kind of the token at a place."""
        return self.tokens[index].kind if 0 <= index < len(self.tokens) else "stop"

    def text(self, index: int) -> str:
        """Its words, in lower case."""
        return self.tokens[index].text if 0 <= index < len(self.tokens) else ""

    def who(self, index: int) -> Who | None:
        """The voters there, if any."""
        return self.tokens[index].who if 0 <= index < len(self.tokens) else None

    def next(self, index: int) -> int:
        """The next place that holds no adverb."""
        index += 1
        while self.kind(index) in _SKIPPED and index < len(self.tokens):
            index += 1
        return index

    def before(self, index: int) -> int:
        """The place before that holds no adverb."""
        index -= 1
        while index >= 0 and self.kind(index) in _SKIPPED:
            index -= 1
        return index

    def first(self, index: int) -> int:
        """The place where the voters of a place begin, behind whose list more of them may be joined."""
        while self.kind(index - 1) in ("and", "comma") and self.who(index - 2):
            index -= 2
        return index

    def opens(self, index: int) -> bool:
        """Whether a clause or a label begins here."""
        before = self.before(index)
        kind = self.kind(before)
        if kind == "word" and self.text(before) in ("medlemmer", "men", "herefter", "stemmer"):
            return True
        return kind in _BEFORE_CLAUSES


_SKIPPED = frozenset(("adverb", "relative"))
_BEFORE_CLAUSES = frozenset(
    ("stop", "comma", "colon", "open", "close", "dash", "and", "resumes", "hidden", "explains", "pair")
)
