"""Sentences as rows of tokens: who and how many, which side, and what joins them."""

from __future__ import annotations

import re

from ...danish.numbers import parse_number
from ...danish.people import Member, Mention, parse_list
from . import positions, words
from .tokens import Token, Who

_PUNCTUATION = {
    **dict.fromkeys(".;!\n", "stop"),
    **dict.fromkeys(",/|", "comma"),
    **dict.fromkeys(":=\t", "colon"),
    **dict.fromkeys("–-•", "dash"),
    **dict.fromkeys("([", "open"),
    **dict.fromkeys(")]", "close"),
    "·": "hidden",
}
_WORD = re.compile(r"[\w’'§%-]{1,60}")
_LIST_MARK = re.compile(r"\W{0,3}(?:(?:ad|punkt|pkt\.?)\s?)?\d{1,2}(?:\.?\s?[a-z])?[.):]\s(?!stem)", re.IGNORECASE)
_PHRASES = {"en enkelt": 1, "et enkelt": 1, "intet medlem": 0}
_CUE_WORDS = ("stemte", "stemmer", "undlod", "undlader", "imod")
_NO_TYPO = frozenset(("stemme", "stemt", "stemmen", "mod", "stemmers", "undlad", "stammer", "stamme", "undlades"))


class Lexer:
    """Reads the tokens of one decision's sentences."""

    def __init__(self, text: str, members: tuple[Member, ...]) -> None:
        self._text = text
        self._members = members
        self._told: dict[int, re.Match[str]] = {}

    def read(self, start: int, end: int) -> list[Token]:
        """The tokens of a sentence; a list of voters may run on beyond its end."""
        text, position = self._text, start
        tokens: list[Token] = []
        if mark := _LIST_MARK.match(text, start, end):
            position = mark.end()
        self._told = {}
        if positions.HINT.search(text, start, end):
            self._told = {match.start(): match for match in positions.POSITIONS.finditer(text, start, end)}
        while position < end:
            character = text[position]
            if character in _PUNCTUATION and character not in "([":
                kind = _PUNCTUATION[character]
                if not (kind == "hidden" and tokens and tokens[-1].kind == "hidden"):
                    tokens.append(Token(kind, position, position + 1))
                position += 1
                continue
            if not (character.isalnum() or character in "(["):
                position += 1
                continue
            token = self._token(position, end)
            if token.kind == "vote" and tokens and text.endswith(("'s", "’s"), start, tokens[-1].end):
                token.kind = "word"  # 'med A's stemmer'
            tokens.append(token)
            position = max(token.end, position + 1)
        return tokens

    def _token(self, position: int, end: int) -> Token:
        text = self._text
        dashed = words.DASHED.match(text, position, end) if text[position].isdigit() else None
        if dashed and (
            words.DASHED_BEFORE.search(text[max(0, position - 40) : position])
            or words.FOR_A_MOTION.match(text, dashed.end(), end)
        ):
            return Token("pair", *dashed.span(), pair=(int(dashed["first"]), int(dashed["second"])))
        if told := self._told.get(position):
            return Token(told.lastgroup or "word", *told.span(), text=told.group().lower())
        match = words.LEXICON.match(text, position, end)
        if match:
            kind = next(name for name, value in match.groupdict().items() if value is not None)
            found = Token(kind, *match.span(), text=match.group().lower(), negated=bool(match["not"]))
            # 'alle' and 'begge' may begin the subject.
            if kind not in ("relative", "adverb") or not self._who(position, end, found):
                return found
        who = self._who(position, end)
        if who:
            return who
        if text[position] in "([":
            return Token("open", position, position + 1)
        word = _WORD.match(text, position, end)
        if word is None:
            return Token("word", position, position + 1)
        cue = _mended(word.group().lower())
        kind = {"i": "side", "s": "vote", "u": "abstain"}[cue[0]] if cue else "word"
        return Token(kind, *word.span(), text=cue or word.group().lower())

    def _who(self, start: int, end: int, known: Token | None = None) -> Token | None:
        """Read as much as belongs together: group, number, unit, names, and a number behind the names."""
        text = self._text
        who = Who(bracket=text[start] in "([")
        position = self._group(who, start, end)
        if known is not None and who.group is None:
            return None
        glue = words.GLUE_GROUP.match(text, position, end) if who.group else None
        if who.group != "rest" or who.count is None:
            after = self._count(who, glue.end() if glue else position, end, fresh=who.group is None)
            if after is not None:
                position = after
            elif glue and who.group in ("majority", "minority"):
                named = self._names(who, glue.end(), end, behind_glue=True)
                position = named if who.voters else position
        if who.group not in ("rest", "everyone") and not who.voters:
            position = self._names(who, position, end)
        elif who.group == "rest" and who.count is not None and text.startswith((" (", "(", ", "), position):
            position = self._names(who, position, end)
            who.group = None if who.voters else who.group
        if who.voters or who.group:
            position = self._tail(who, position, end)
        if position == start or not (who.voters or who.group or who.count is not None):
            return None
        self._sum(who)
        return Token("who", start, position, who=who, text=text[start:position].lower())

    def _group(self, who: Who, position: int, end: int) -> int:
        text = self._text
        if text[position].lower() not in words.GROUP_INITIALS:
            return position
        if text[position].lower() in "edubfm":
            match = words.MAJORITY.match(text, position, end)
            if match:
                who.group = "majority" if match["which"].lower() == "flertal" else "minority"
                return match.end()
        if rest := words.REST.match(text, position, end):
            who.group = "rest"
            who.count = parse_number(rest["n1"] or "")
            return rest.end()
        if everyone := words.EVERYONE.match(text, position, end):
            who.group = "everyone"
            return everyone.end()
        return position

    def _count(self, who: Who, position: int, end: int, *, fresh: bool) -> int | None:
        text = self._text
        if bracket := words.BRACKET_COUNT.match(text, position, end):
            who.count = parse_number(bracket["n"])
            return bracket.end() if bracket["gap"] in ")]" else None
        if not (text[position : position + 1].isdigit() or words.NUMBER_WORD.match(text, position)):
            return None
        match = words.COUNT.match(text, position, end)
        if match is None or words.NOT_VOTES.match(text, match.end("n")):
            return None
        if fresh and not match["unit"]:
            if words.NOT_COUNTED.search(text[max(0, position - 20) : position]):
                return None
            if words.WEAK_NUMBER.fullmatch(match["n"]) and not self._is_number(position, match.end(), end):
                return None
        number = match["n"].lower()
        who.count = _PHRASES.get(number, parse_number(number))
        who.unit = (match["unit"] or "").lower()
        return match.end()

    def _is_number(self, start: int, position: int, end: int) -> bool:
        """Whether 'en' or 'et' is a number and no article: a vote follows, or it is set against a number."""
        if self._text.startswith(" (", position):
            return True
        set_against = words.NUMBER_AGAINST.search(self._text[max(0, start - 40) : start])
        if set_against and (position >= end or not self._text[position : position + 2].strip().isalpha()):
            return True
        if position + 1 in self._told:
            return True
        match = words.LEXICON.match(self._text, position + 1, end)
        return match is not None and bool(
            match["vote"] or match["abstain"] or match["side"] or match["oppose"] or match["decline"]
        )

    def _names(self, who: Who, position: int, end: int, *, behind_glue: bool = False) -> int:
        text, limit = self._text, len(self._text)
        inside = words.BRACKET_COUNT.match(text, position, end) if who.count is None else None
        if inside and inside["gap"] not in ")]":
            # '(5: A, B og C)'
            voters, stop = parse_list(text, inside.end(), limit, self._members)
            if voters and text[stop : stop + 1] in (")", "]"):
                who.voters, who.count = tuple(voters), parse_number(inside["n"])
                return stop + 1
        opened = position + text.startswith(" ", position)
        if who.group and who.count is None and text.startswith("(", opened):
            # '(A og F, 3 medlemmer)'
            voters, stop = parse_list(text, opened + 1, limit, self._members)
            tail = words.TAIL_COUNT.match(text, stop, limit) if voters else None
            if tail and text.startswith(")", tail.end()):
                who.voters, who.count = tuple(voters), parse_number(tail["n1"] or tail["n2"] or tail["n3"])
                return tail.end() + 1
        joined = position
        if who.count is not None and text.startswith(", ", position):
            voters, stop = parse_list(text, position + 2, limit, self._members)
            named = len(voters) == who.count and (who.group or self._apposed(voters, stop, end))
            if named or (voters and self._listed(position, stop)):
                who.voters = tuple(voters)
                return stop + 1
        if who.group and who.count is not None and text.startswith(",", position):
            return position
        if (who.count is not None or who.group) and not behind_glue:
            glue = words.GLUE_NUMBER.match(text, position, end)
            if glue is None or (who.group and glue.end() == position and text[position : position + 1] not in "(["):
                return position
            joined = glue.end()
        elif not (text[position].isupper() or text[position] in "([" or words.LEADS.match(text, position)):
            return position
        if not text[joined : joined + 1]:
            return position
        voters, stop = parse_list(text, joined, limit, self._members)
        if not voters:
            return position
        who.voters = tuple(voters)
        return stop

    def _listed(self, position: int, stop: int) -> bool:
        """Whether the number of those who voted and a list that ends the sentence name them: 'For stemte 4, V og L.'"""
        return words.VOTED_NUMBER.search(self._text[max(0, position - 30) : position]) is not None and self._text[
            stop : stop + 1
        ] in ("", ".", ";", "\n")

    def _apposed(self, voters: list[Mention], position: int, end: int) -> bool:
        """Whether the persons stand between a number and its verb: '2 medlemmer, Bo Lind og Ida Krog, undlod'."""
        match = words.LEXICON.match(self._text, position + 2, end) or self._told.get(position + 2)
        verb = match is not None and match.lastgroup in ("abstain", "vote", "oppose", "decline", "favour", "assent")
        return verb and self._text.startswith(", ", position) and all(voter.name for voter in voters)

    def _tail(self, who: Who, position: int, end: int) -> int:
        """Read the number behind the names: 'A og V (5)', 'A og V, i alt 5'."""
        text, limit = self._text, len(self._text)
        if who.count is not None:
            return position
        bracket = words.BRACKET_COUNT.match(text, position + text.startswith(" ", position), limit)
        if bracket and bracket["gap"] in ")]":
            who.count, who.unit = parse_number(bracket["n"]), "stemmer"
            return bracket.end() - (text[bracket.end() - 1] == " ")
        tail = words.TAIL_COUNT.match(text, position, limit)
        if tail is None or words.NOT_VOTES.match(text, tail.end()) or (tail["n2"] and who.group == "everyone"):
            return position
        who.count, who.unit = parse_number(tail["n1"] or tail["n2"] or tail["n3"]), "stemmer"
        return tail.end()

    @staticmethod
    def _sum(who: Who) -> None:
        """Add the numbers printed for each party; one behind the last party is that of them all."""
        printed = [voter.count for voter in who.voters if voter.count is not None]
        of_all = len(printed) == 1 and who.voters[-1].count is not None
        if who.count is None and printed and (of_all or len(printed) == len(who.voters)):
            who.count, who.summed = sum(printed), len(printed) > 1


def _mended(word: str) -> str | None:
    """The vote word that a misspelt one means: one letter too many, too few, another, or two exchanged."""
    if not 4 <= len(word) <= 9 or word in _NO_TYPO:
        return None
    return next((cue for cue in _CUE_WORDS if _close(word, cue)), None)


def _close(one: str, other: str) -> bool:
    if abs(len(one) - len(other)) > 1 or one[0] != other[0]:
        return False
    head = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    rest, wanted = one[head:], other[head:]
    return (
        rest[1:] == wanted[1:]
        or rest[1:] == wanted
        or rest == wanted[1:]
        or (len(rest) > 1 and rest[:2] == wanted[1::-1] and rest[2:] == wanted[2:])
    )
