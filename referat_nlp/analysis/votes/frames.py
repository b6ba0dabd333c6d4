"""Who voted how in one sentence: predicates of a side, each given its voters.

A predicate either follows its voters ('5 medlemmer (V+A) stemte imod', 'A gik imod', '3 imod') or opens the
list of them ('Imod stemte A', 'Imod: 3', 'Nejstemmerne kom fra A'). Two numbers with nothing but 'mod'
between them are a pair, whose sides only the verb of the sentence tells.
"""

from __future__ import annotations

import re
from dataclasses import replace

from ...danish.numbers import NUMBER, parse_number
from .positions import ASKING, INTRODUCING, NAMES_FOLLOW, ONLY, REFUSING, WISHES
from .predicates import Predicate, PredicateReader, find_pair, says_against
from .speech import without_speech
from .stances import Frames, Stance
from .tokens import Row, Side, Token, Who
from .whose import listed, subject

# Tokens between a counted vote and the names of those who cast it.
_FARTHEST = 18
_WISH = ("giver", "tilkende", "følger")
# What all do together when they decide, and not when they only think well of a plan.
_DECIDES = ("anbefal", "godkend", "tiltræ", "tiltrå", "vedt", "bevil")
_SIZE = re.compile(rf"\bpå (?P<n>{NUMBER})\b")


def read_frames(tokens: list[Token], *, decides: bool) -> Frames:
    """Give the predicates of a sentence their voters.

    Args:
        tokens: The sentence.
        decides: Whether it says what became of a motion, or puts one to the vote.
    """
    return _Parser(tokens, decides).parse()


class _Parser:
    def __init__(self, tokens: list[Token], decides: bool) -> None:
        self._row = Row(without_speech(tokens))
        self._explained = len(tokens) > 1 and tokens[1].kind == "says" and tokens[1].text.startswith("med")
        self._excepts = any(token.kind == "except" for token in self._row.tokens)
        self._decides = decides or any(token.speaks_of_votes for token in self._row.tokens)
        self._consumed: set[int] = set()
        self._used: dict[int, Predicate] = {}
        self._frames = Frames()

    def parse(self) -> Frames:
        self._find_pair()
        for predicate in PredicateReader(self._row, decides=self._decides).read(self._consumed):
            self._attach(predicate)
        self._name_those()
        self._contrast()
        self._left_over()
        if not self._frames.stances and self._explained:
            self._frames.listed = self._row.who(0)
        self._frames.stances.sort(key=lambda stance: stance.start)
        return self._frames

    @property
    def _taken(self) -> set[int]:
        """Places whose voters are given to a predicate or to a pair."""
        return self._consumed.union(self._used)

    def _find_pair(self) -> None:
        tokens = self._row.tokens
        place = next((index for index, token in enumerate(tokens) if token.pair), None)
        if place is not None and (counts := tokens[place].pair):
            # 'med stemmerne 5-2 (A)': those of the number that stands before them.
            self._frames.pair = (Who(count=counts[0]), self._with_bracket(place, Who(count=counts[1])))
            self._frames.span = (tokens[place].start, tokens[place].end)
        elif places := find_pair(self._row, decides=self._decides):
            left, _, right = places
            one, other = self._row.who(left) or Who(), self._row.who(right) or Who()
            self._frames.pair = (self._with_bracket(left, one), self._with_bracket(right, other))
            self._frames.span = (tokens[left].start, tokens[right].end)
            self._consumed |= set(places)

    def _with_bracket(self, index: int, who: Who) -> Who:
        """A number with the names in brackets behind it."""
        row = self._row
        behind = index + 1
        while behind - index <= 4 and (
            row.kind(behind) in ("word", "dash", "colon")
            or (row.kind(behind) == "comma" and row.text(behind + 1) in INTRODUCING)
        ):
            behind += 1
        apart = index + 2 + (row.text(index + 2) == "fra")
        apposed = row.who(apart) if row.kind(index + 1) == "comma" else None
        if apposed is not None and who.count == len(apposed.voters) and all(voter.name for voter in apposed.voters):
            behind = apart  # 'to stemte for, Bo Lind og Per Ek, …'
        other = row.who(behind)
        if other is None or behind in self._consumed or behind in self._used:
            return who
        between = [token.text for token in row.tokens[index + 1 : behind]][-2:]
        announced = row.kind(behind - 1) in ("colon", "dash") or " ".join(between) in NAMES_FOLLOW
        direct = other is apposed or other.bracket or announced
        fits = who.count is None or other.count in (None, who.count) or other.summed
        if other.voters and not who.voters and direct and fits:
            found = replace(who, voters=other.voters, count=other.count if who.count is None else who.count)
        elif (
            who.voters
            and who.count is None
            and other.count is not None
            and (between == ["i", "alt"] or (other.bracket and not other.voters))
        ):
            found = replace(who, count=other.count)
        else:
            return who
        self._consumed.add(behind)
        return found

    def _named_behind(self, index: int, who: Who) -> Who:
        """The names behind what a counted vote is about: '6 stemte for at udsætte punktet (A og C)', 'for X: A, C'."""
        row = self._row
        for position in range(index + 1, min(index + _FARTHEST, len(row.tokens))):
            other = row.who(position)
            if other is None and row.kind(position) not in ("word", "adverb", "side", "colon"):
                return who
            announced = row.kind(position - 1) == "colon"
            if other is not None and other.voters and (other.bracket or announced):
                if position in self._consumed or other.count not in (None, who.count):
                    return who
                self._consumed.add(position)
                return replace(who, voters=other.voters)
        return who

    def _attach(self, predicate: Predicate) -> None:
        row = self._row
        find = listed if predicate.opens else subject
        index = find(row, predicate, self._taken)
        if index is None and not predicate.opens:
            if self._split(predicate):
                return
            if predicate.strength == "vote":
                index = listed(self._row, predicate, self._taken)
        if index is None:
            return
        who = row.who(index)
        assert who is not None
        counted = row.who(predicate.first - 1)
        if counted is not None and row.text(predicate.first).endswith(" fra") and _is_bare(counted):
            self._consumed.add(predicate.first - 1)
            who = replace(who, count=counted.count)  # '2 nej fra Bo Lind og Ida Krog'
        self._used[index] = predicate
        self._consumed.add(index)
        who = self._with_bracket(index if predicate.opens else predicate.last, who)
        if predicate.strength == "vote" and who.count is not None and not (who.voters or predicate.opens):
            who = self._named_behind(predicate.last, who)
        self._add(predicate, who, index)
        if predicate.agent:
            self._against_agent(predicate, index)

    def _add(self, predicate: Predicate, who: Who, index: int) -> None:
        row = self._row
        tokens = row.tokens
        side, strength = predicate.side, predicate.strength
        text = tokens[predicate.first].text
        majority = {"majority": True, "minority": False}.get(who.group or "")
        if strength in ("recommend", "decline") and majority is not None:
            side = "against" if not majority and not self._set_against(predicate) else side
            strength = "majority"
        only = row.text(row.first(index) - 1) in ONLY
        alone = who.count is None and len(who.voters) < 2 and not who.group and not only
        if strength == "recommend" and only:
            strength = "vote"
        if strength == "recommend" and (alone or text.startswith(_WISH)):
            return
        if who.group in ("majority", "minority") and who.count is None and not who.voters:
            return
        decides = strength == "vote" or text.startswith(_DECIDES)
        if who.group == "everyone" and ((not decides and who.count is None) or self._excepts):
            return
        first, last = min(index, predicate.first), max(index, predicate.last)
        if predicate.agent:
            first, majority = index, True
        if text.startswith(("flertal", "mindretal")):
            majority, strength = text.startswith("flertal"), "majority"
            size = _SIZE.search(text)
            who = replace(who, count=parse_number(size["n"])) if size and who.count is None else who
        self._frames.stances.append(
            Stance(
                side,
                strength,
                who.voters,
                who.count,
                tokens[first].start,
                max(tokens[last].end, who.voters[-1].end if who.voters else 0),
                summed=who.summed,
                block=predicate.opens and not predicate.agent,
                everyone=who.group == "everyone"
                or any(
                    other is not None and other.group == "everyone"
                    for other in map(row.who, range(predicate.first, predicate.last))
                ),
                rest=who.group == "rest",
                majority=majority,
                about=" ".join(t.text for t in tokens[predicate.first + 1 : predicate.last + 4] if t.kind == "word"),
            )
        )

    def _name_those(self) -> None:
        """'De to var Bo Lind og Per Ek': whom a count told before was made up of."""
        row = self._row
        for index, token in enumerate(row.tokens):
            who = row.who(row.next(index)) if token.kind == "those" else None
            if who is None or not who.voters:
                continue
            number = token.text.split()[1].rstrip(",")
            count = 1 if number == "ene" else parse_number(number)
            self._consumed.add(row.next(index))
            self._frames.named.append(replace(who, count=count))
            self._frames.span = (token.start, row.tokens[row.next(index)].end)

    def _contrast(self) -> None:
        """What some wanted who are set against others: '7 gik ind for det, mens 6 ville behandle sagen nu'.

        Where none of them is said to have voted, those named first or the more of them carried their wish.
        """
        row = self._row
        found: list[tuple[int, int]] = []
        for verb, token in enumerate(row.tokens):
            asks = row.text(verb + 1) in ASKING or row.kind(verb + 2) == "comma"  # 'pegede på, at'
            if token.kind != "word" or token.text not in WISHES or asks:
                continue
            place = subject(row, Predicate("for", "vote", verb, verb), self._taken)
            if place is not None and place not in self._used and place not in self._consumed:
                found.append((place, verb))
        sides = {s.side for s in self._frames.stances if s.strength != "reserve" and s.side != "abstain"}
        if not found or len(sides) > 1 or self._frames.pair is not None:
            return
        set_apart = [row.kind(row.before(place)) == "resumes" for place, _ in found]
        if not sides:
            refuses = len(found) == 2 and any(
                row.text(p).startswith(REFUSING) for p in range(found[1][1], found[1][1] + 4)
            )
            if len(found) != 2 or not (set_apart[1] or refuses):
                return
            one, other = (self._size(place) for place, _ in found)
            if one == other == 1:
                return  # what two members say is no vote
            first: Side = "against" if one is not None and other is not None and one < other else "for"
            self._stand(found[0], first)
            self._stand(found[1], "for" if first == "against" else "against")
            return
        opposed = any(s.strength == "decline" for s in self._frames.stances)
        for (place, verb), apart in zip(found, set_apart, strict=True):
            if apart or (opposed and (self._size(place) or 0) > 1):
                self._stand((place, verb), "for" if sides == {"against"} else "against")

    def _stand(self, found: tuple[int, int], side: Side) -> None:
        place, verb = found
        who = self._row.who(place)
        if who is not None:
            predicate = Predicate(side, "vote", verb, verb)
            self._used[place] = predicate
            self._consumed.add(place)
            self._add(predicate, self._with_bracket(place, who), place)

    def _size(self, place: int) -> int | None:
        """How many voters are counted or named, None where a party is."""
        who = self._row.who(place)
        if who is None or who.count is not None:
            return who.count if who else None
        return len(who.voters) if who.voters and all(voter.name for voter in who.voters) else None

    def _set_against(self, predicate: Predicate) -> bool:
        """Whether others oppose in the same sentence what these support: 'et mindretal støtter, mens 4 var imod'."""
        return predicate.strength == "recommend" and any(token.kind == "oppose" for token in self._row.tokens)

    def _split(self, predicate: Predicate) -> bool:
        """'For stemte A og V, C undlod': the last entry of the list is the subject of the next verb."""
        row = self._row
        position = row.before(predicate.first)
        holder = self._used.get(position)
        who = row.who(position)
        if holder is None or who is None or not holder.opens or len(who.voters) < 2 or predicate.strength == "reserve":
            return False
        stances = self._frames.stances
        at = next((i for i, s in enumerate(stances) if s.voters == who.voters), None)
        if at is None:
            return False
        stances[at] = replace(stances[at], voters=who.voters[:-1], end=who.voters[-2].end)
        last = Who(voters=who.voters[-1:])
        self._add(predicate, self._with_bracket(predicate.last, last), position)
        return True

    def _against_agent(self, predicate: Predicate, index: int) -> None:
        """'afvist af 8 (V og C) mod 6 (A)'."""
        row = self._row
        side = index + 1
        while side in self._consumed and row.who(side):
            side += 1
        if not says_against(row, side):
            return
        position = row.next(side)
        who = row.who(position)
        if who is None:
            return
        self._consumed |= {side, position}
        self._used[position] = predicate
        other = replace(predicate, side="for" if predicate.side == "against" else "against", agent=False)
        before = len(self._frames.stances)
        self._add(other, self._with_bracket(position, who), position)
        added = self._frames.stances[before:]
        self._frames.stances[before:] = [replace(s, start=row.tokens[side].start) for s in added]

    def _of_votes(self, index: int) -> bool:
        """Whether 'stemmer' stands there, as in 'med A's og V's stemmer'."""
        return self._row.kind(index) == "word" and self._row.tokens[index].text in ("stemmer", "stemme")

    def _left_over(self) -> None:
        row = self._row
        tokens = row.tokens
        everyone = any(t.who is not None and t.who.group == "everyone" for t in tokens) or any(
            "enstemmig" in t.text for t in tokens
        )
        for index, token in enumerate(tokens):
            who = token.who
            if who is None or index in self._used or index in self._consumed:
                continue
            before = tokens[index - 1] if index else None
            if who.group in ("majority", "minority") and (who.voters or who.count is not None):
                side: Side = "for" if who.group == "majority" else "against"
                self._add(Predicate(side, "majority", index, index), who, index)
            elif before is not None and before.kind == "except":
                if everyone and who.voters:
                    who.group = "minority"
                    self._add(Predicate("against", "majority", index, index), who, index)
            elif who.voters and before is not None and before.text == "med" and self._of_votes(index + 1):
                self._add(Predicate("for", "majority", index, index), self._with_bracket(index + 1, who), index)
            elif who.count is not None and self._frames.lone is None and before is not None:
                counted = who.unit.startswith(("stem", "st", "medl")) or (
                    index > 1 and tokens[index - 2].kind == "result"
                )
                apart = before.kind == "comma" and index == 2 and self._decides  # 'Bevilget, 5 stemmer'
                if (apart or before.text in ("med", "af", "ved", "m")) and counted:
                    self._frames.lone = self._with_bracket(index, who)
                    if self._frames.pair is None:
                        self._frames.span = (token.start, token.end)


def _is_bare(who: Who) -> bool:
    """Whether it is a number and nothing else."""
    return who.count is not None and not who.voters and who.group is None
