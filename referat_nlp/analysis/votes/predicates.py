"""What tells a side in a row of tokens: predicates ('stemte imod', 'For: …', 'kan ikke støtte') and pairs.

A pair is two numbers set against each other: '34 stemmer (A) imod 15 (B)'.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .tokens import Row, Side, Token, Who, side_of

Strength = Literal["vote", "majority", "recommend", "decline", "reserve", "dissent"]


@dataclass(slots=True)
class Predicate:
    """Words that tell a side.

    Attributes:
        side: The side they tell.
        strength: What they say of it.
        first: Place of their first token.
        last: Place of their last token.
        opens: Whether their voters follow ("Imod stemte …") rather than stand before them.
        agent: Whether they are a participle with 'af' ("godkendt af").
    """

    side: Side
    strength: Strength
    first: int
    last: int
    opens: bool = False
    agent: bool = False


_OBJECTS = (
    "forslag",
    "indstilling",
    "dette",
    "det",
    "herfor",
    "sagen",
    "afslag",
    "planen",
    "ændring",
    "punkt",
)
# 'For at …' is no side of a number.
_AFTER_FOR = ("at", "forslaget", "indstillingen")
# 'Cykelstien hen mod Nørrevej'.
_DIRECTIONS = ("hen", "ud", "ned", "op", "frem", "nord", "syd", "øst", "vest", "retning")
_REPEATING = ("same", "did_too", "did_not")
_REFUSED = ("forkast", "afvist", "afslå", "afslag")
_SIMPLE: dict[str, tuple[Side, Strength]] = {
    "decline": ("against", "decline"),
    "refuse": ("against", "decline"),
    "oppose": ("against", "vote"),
    "assent": ("for", "vote"),
    "favour": ("for", "recommend"),
    "reserve": ("abstain", "reserve"),
    "dissent": ("against", "dissent"),
}
_OPENERS: dict[str, tuple[Side, Strength]] = {
    "stands_for": ("for", "vote"),
    "stands_against": ("against", "vote"),
    "stands_abstain": ("abstain", "vote"),
    "reserve_of": ("abstain", "reserve"),
    "dissent_of": ("against", "dissent"),
}


class PredicateReader:
    """Finds the predicates of one sentence."""

    def __init__(self, row: Row, *, decides: bool) -> None:
        self._row = row
        kinds = [token.kind for token in row.tokens]
        self._decides = decides
        self._sides = sum(kind in ("side", "abstain") for kind in kinds)
        self._sided = self._sides + kinds.count("oppose") + kinds.count("assent")
        self._bare_vote = sum(kind not in ("stop", "adverb") for kind in kinds) == 2
        self._taken: set[int] = set()

    def read(self, taken: set[int]) -> list[Predicate]:
        """The predicates in printed order.

        Args:
            taken: Places that mean something else already.
        """
        self._taken = set(taken)
        found: list[Predicate] = []
        for index, token in enumerate(self._row.tokens):
            if index in self._taken:
                continue
            if token.kind in _REPEATING:
                predicate = self._repeated(index, token, found)
            else:
                predicate = self._predicate(index, token)
            if predicate:
                found.append(predicate)
                inside = range(predicate.first, predicate.last + 1)
                self._taken |= {place for place in inside if not self._row.who(place)}
        return sorted(found, key=lambda predicate: predicate.first)

    @staticmethod
    def _repeated(index: int, token: Token, found: list[Predicate]) -> Predicate | None:
        """'Det samme gjorde Bo Lind': what those before him did; 'seks gjorde ikke': the opposite."""
        if not found:
            return None
        before = found[-1]
        if token.kind == "did_not":
            return Predicate("against" if before.side == "for" else "for", "vote", index, index)
        return Predicate(before.side, before.strength, index, index, opens=token.kind == "same")

    def _predicate(self, index: int, token: Token) -> Predicate | None:
        row = self._row
        kind = token.kind
        if kind in _SIMPLE:
            side, strength = _SIMPLE[kind]
            if token.negated:
                side, strength = "against", "decline"
            for place in range(index + 1, index + 5 if kind == "favour" else index):
                if row.text(place).startswith(_REFUSED):  # 'indstiller forslaget forkastet'
                    return Predicate("against", strength, index, place)
            return Predicate(side, strength, index, index)
        if kind in _OPENERS and row.kind(index - 1) == "word" and row.tokens[index - 1].text == "ikke":
            return None
        if kind in _OPENERS:
            side, strength = _OPENERS[kind]
            return Predicate(side, strength, index, index, opens=True)
        if kind == "makes_up":
            return Predicate("for" if "flertal" in token.text else "against", "majority", index, index)
        if kind == "agent":
            turns = token.text.startswith(("forkast", "afvis", "nedst", "stemt", "modarb"))
            return Predicate("against" if turns else "for", "majority", index, index, opens=True, agent=True)
        if kind == "abstain":
            following = row.who(row.next(index))
            if self._labels(index):
                return Predicate("abstain", "vote", index, index + 1, opens=True)
            opens = row.opens(index) and (row.kind(index + 1) == "colon" or following is not None)
            opens = opens and not (row.kind(index - 1) == "relative" and following is not None and following.bracket)
            return Predicate("abstain", "vote", index, index, opens)
        if kind == "gets":
            return self._gets(index)
        if kind == "vote":
            return self._vote(index)
        if kind == "side":
            return self._side(index, token)
        return None

    def _gets(self, index: int) -> Predicate | None:
        """'Forslaget fik 6 stemmer'; a candidate's votes are not of this kind."""
        row = self._row
        after = row.next(index)
        if row.kind(after) == "word":
            after = row.next(after)
        who = row.who(after)
        if who is None or who.count is None or row.kind(row.next(after)) in ("side",):
            return None
        before = row.who(row.before(index))
        named = before is not None and bool(before.voters)
        if named or not (who.unit.startswith(("stem", "st", "medl")) or who.voters or row.who(after + 1)):
            return None
        return Predicate("for", "vote", index, index, opens=True)

    def _vote(self, index: int) -> Predicate | None:
        row = self._row
        after = row.next(index)
        if row.kind(after) in ("side", "abstain"):
            return Predicate(side_of(row.tokens[after].text), "vote", index, after)
        if (each := row.who(after)) is not None:
            side = row.next(after)
            if each.group == "everyone" and each.count is None and row.who(index - 1) and row.kind(side) == "side":
                return Predicate(side_of(row.tokens[side].text), "vote", index, side)  # '11 stemte alle for'
            colon = row.kind(side + 1) == "colon"
            if row.kind(side) == "side" and not colon and not row.who(side + 1):
                return Predicate(side_of(row.tokens[side].text), "vote", side, side)
        return None

    def _side(self, index: int, token: Token) -> Predicate | None:
        row = self._row
        if row.text(index - 1) in _DIRECTIONS:
            return None
        side = side_of(token.text)
        opening = row.opens(index) or token.text.startswith("her")
        after = row.next(index)
        before = row.before(index)
        subject = row.who(before)
        named = row.who(index - 2) if row.kind(index - 1) in ("colon", "dash") else None
        if (
            named is not None
            and named.voters
            and (row.kind(index + 1) in ("comma", "stop", "and") or index + 1 == len(row.tokens))
        ):
            return Predicate(side, "vote", index, index)  # 'Anne Holm: ja, Bo Lind: nej'
        if (opening and row.kind(index + 1) == "colon") or self._labels(index):
            return Predicate(side, "vote", index, index + 1, opens=True)
        number = row.who(index + 1) if opening else None
        if number is not None and number.bracket and number.count is not None and number.voters:
            return Predicate(side, "vote", index, index, opens=True)  # 'For (5): A, F og Ø'
        if subject is not None and self._bare(index, subject):
            return Predicate(side, "vote", index, index)
        if opening:
            verb = self._verb_behind(index)
            if verb is not None:
                return Predicate(side, "vote", index, verb, opens=True)
        listed = row.who(after)
        if listed is not None and (listed.voters or listed.count is not None or listed.group):
            sides = self._sides
            against = side == "against" and (self._decides or sides > 1)
            tallied = token.text in ("ja", "nej") and listed.count is not None and bool(listed.voters)
            if (
                token.text.startswith("her")
                or (
                    opening and tallied  # '…: Ja 6 (A og F).'
                )
                or (opening and (against or sides > 1 or (listed.count is not None and self._decides)))
            ):
                return Predicate(side, "vote", index, index, opens=True)
            behind = row.who(after + 1)
            ends = row.kind(after + 1) in ("stop", "open", "close") or after + 1 >= len(row.tokens)
            paired = sides > 1 and ends and listed.count is not None
            exact = listed.voters or listed.unit or (behind is not None and behind.bracket) or paired
            if against and token.text in ("mod", "imod", "i mod") and exact:
                return Predicate(side, "vote", index, index, opens=True)
        if opening:
            return self._label(index, side)
        return None

    def _labels(self, index: int) -> bool:
        """Whether a side is the label of what follows, wherever it stands: 'Ja: 4 (A og F) Nej: 2 (V)'."""
        row = self._row
        listed = row.who(index + 2)
        labelled = row.kind(index + 1) == "colon" and row.kind(index - 1) not in ("colon", "dash", "vote")
        return labelled and listed is not None and listed.count is not None

    def _bare(self, index: int, subject: Who) -> bool:
        """Whether 'for' or 'imod' behind voters is their vote, not a preposition."""
        row = self._row
        token, following = row.tokens[index], row.tokens[index + 1] if index + 1 < len(row.tokens) else None
        if token.text not in ("for", "mod", "imod", "i mod"):
            return subject.count is not None or token.text.startswith("her") or self._decides
        if self._bare_vote:
            return True
        counted = subject.count is not None
        ends = (
            following is None
            or following.kind not in ("word", "who", "adverb", "relative")
            or (following.who is not None and following.who.bracket)
            or (following.who is not None and following.who.count is not None and row.kind(index + 2) == "side")
        )
        about = following is not None and (following.text.startswith(_OBJECTS) or following.text in ("at", "i"))
        sided = self._sided > 1
        context = self._decides or sided or bool(subject.unit)
        if counted and sided and self._decides and following is not None and following.kind == "word":
            return True  # '12 for og 7 imod godkendte byrådet'
        if following is not None and following.who is not None and not ends and not counted:
            return False
        return context and (ends or (about and (counted or sided)) or (bool(subject.unit) and counted))

    def _verb_behind(self, index: int) -> int | None:
        """Where 'stemte' stands in 'For forslaget stemte A'."""
        row = self._row
        for position in range(index + 1, min(index + 32, len(row.tokens))):
            kind = row.kind(position)
            if kind == "vote":
                if row.kind(row.next(position)) in ("side", "abstain"):
                    return None
                if row.kind(row.next(position)) == "who" or row.kind(position + 1) in (
                    "colon",
                    "word",
                    "stop",
                ):
                    return position
                return None
            if kind in ("stop", "hidden", "resumes", "side", "abstain"):
                return None
        return None

    def _label(self, index: int, side: Side) -> Predicate | None:
        """'Imod udsættelse: A og B', 'imod forslaget 23'."""
        row = self._row
        for position in range(index + 1, min(index + 8, len(row.tokens))):
            if row.kind(position) == "colon":
                if row.who(row.next(position)):
                    return Predicate(side, "vote", index, position, opens=True)
                return None
            who = row.who(position)
            if who and who.count is not None and not who.unit and position - index <= 2 and self._decides:
                return Predicate(side, "vote", index, position - 1, opens=True)
            if row.kind(position) not in ("word", "and", "adverb"):
                return None
        return None


def find_pair(row: Row, *, decides: bool) -> tuple[int, int, int] | None:
    """Find the first pair of a sentence.

    Args:
        row: The sentence.
        decides: Whether it speaks of votes or decides.

    Returns:
        The places of the voters named first, of 'mod', and of the voters set against them.
    """
    for index, token in enumerate(row.tokens):
        if token.kind != "side" or token.text not in ("mod", "imod", "i mod"):
            continue
        left, right = index - 1, row.next(index)
        if row.text(left) == "stillet":
            left -= 1
        one, other = row.who(left), row.who(right)
        if one is None or other is None or one.count is None or not (decides or one.unit):
            continue
        if _is_number(other) and not _has_a_side_of_its_own(row, right) and row.kind(left - 1) != "agent":
            return left, index, right
    return None


def _is_number(who: Who) -> bool:
    return who.count is not None and who.group != "everyone"


def _has_a_side_of_its_own(row: Row, place: int) -> bool:
    """Whether a number is followed by its own side ('3 imod 2 for'), which 'for at …' is not."""
    return row.kind(place + 1) == "side" and row.text(place + 2) not in _AFTER_FOR


def says_against(row: Row, place: int) -> bool:
    """Whether the token at a place says 'against'."""
    return row.kind(place) == "side" and side_of(row.text(place)) == "against"
