"""A stretch of minutes as a reader of absences sees it: every list of people is one sign.

Who is absent hangs on where people stand, not on what they are called. :class:`View` therefore blanks
quotations and brackets and puts :data:`PERSON` in place of each name, every other character staying where
it is, so that a pattern can say 'deltog PERSON ikke'.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace

from ...danish.people import Member, Mention, lists_in
from ...danish.quotations import blanked, quotations
from ...schema import AbsenceKind

PERSON = "\ue000"

_BRACKETED = re.compile(r"\((?![^()]{0,200}inhabil)[^()]{0,200}\)", re.IGNORECASE)
# A line that breaks within its sentence.
_WRAPPED = re.compile(rf"(?<![.:;!?\n])\n(?=[a-zæøå(])|(?<=[a-zæøå,])\n(?={PERSON})")
# 'Værestedet Den Blå Dør', 'Fonden Gamle Torv': what stands behind is no person.
_NAMED_THING = re.compile(
    r"\b(?:[Dd]e[nt]|\w{3,}(?:stedet|huset|skolen|foreningen|klubben|cent(?:ret|eret)|fonden|selskabet|gården|hallen))\s+\Z"
)
_POLITICAL = (
    r"(?:(?:\d\.\s+|vice)?borgmester|rådmand|rådkvinde|(?:\w*ud)?valgsformand|(?:næst|gruppe)?formand"
    r"|\w*medlem|politiker)(?:en|et|mer|merne|mene|ne)?"
)
TITLE = rf"(?:(?:{_POLITICAL}|følgende|\w*direktør|\w*chef|\w*leder|stedfortræder|suppleant)\s+)?"
_OFFICIAL = re.compile(
    r"\b\w*(?:direktør|chef|leder|konsulent|jurist|ingeniør|sekretær|revisor|advokat|arkitekt|planlægger"
    r"|inspektør|rektor|formidler|rådgiver|medarbejder|koordinator)(?:en|ne|erne|er)?(?:\s+af\s+\w+)?\s+\Z",
    re.IGNORECASE,
)
# 'Suppleant Bo Lind for Anne Holm': the word tells more than a title.
_STAND_IN = re.compile(r"(?:stedfortræder|suppleant)\s", re.IGNORECASE)
_FOR_WHOM = re.compile(rf"\b(?:stedfortræder|suppleant|i\s+stedet)\s+for\s+{TITLE}\Z", re.IGNORECASE)
_ENTERS = re.compile(r"\s+(?:deltog|deltager|mødte|møder|indtrådte|indtræder|trådte|var\s+indkaldt|er\s+indkaldt)\b")
# Words that begin a sentence before a name, and a name's look with it.
_NO_NAMES = frozenset(("I", "Da", "Når", "Idet", "Mens", "Efter", "Hvis", "Fra", "For", "Også", "Dog", "Både"))
_JOINED = re.compile(rf"[\s,;]*(?:og|samt|både|såvel\s+som)?[\s,]*{TITLE}", re.IGNORECASE)
_GOVERNED = re.compile(
    rf"\b(?P<by>af|for|fra|med|til|ved|om|mellem|hos|mod|imod|på|over|end|i|sted)\s+{TITLE}\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Found:
    """One person said to be absent; ``about`` holds the items it is limited to, None where none are named."""

    mention: Mention
    kind: AbsenceKind
    reason: str | None = None
    substitute: str | None = None
    about: range | frozenset[int] | None = None

    def concerns(self, number: str | None) -> bool:
        """Whether the absence is one from the item of a number, as printed."""
        if self.about is None:
            return True
        digits = re.match(r"\d+", number or "")
        return digits is not None and int(digits.group()) in self.about


@dataclass(frozen=True, slots=True)
class Group:
    """People listed together, and where their list stands in the text."""

    people: tuple[Mention, ...]
    start: int
    end: int


class View:
    """A stretch of a document with its people; all offsets are into the stretch.

    Attributes:
        text: The stretch as printed.
        masked: The same with people, quotations and brackets replaced.
        groups: The lists of people in it.
        members: The roster.
    """

    def __init__(self, text: str, members: tuple[Member, ...]) -> None:
        self.text, self.members = text, members
        self.groups: list[Group] = []
        unquoted = blanked(text, quotations(text))
        characters = list(unquoted)
        for mentions, first, last in lists_in(text, 0, len(text), members):
            people = tuple(_untitled(mention) for mention in mentions if mention.name)
            if people and unquoted[first] == text[first] and not _is_thing(text, first, people, members):
                # 'I Bo Linds sted': the preposition is no initial.
                apart = text[first : first + 6].split(" ")[0] in _NO_NAMES or _STAND_IN.match(text, first)
                first = people[0].start if apart else first
                if len(people) > 1 and _FOR_WHOM.search(text, max(0, first - 40), first) and _ENTERS.match(text, last):
                    # 'stedfortræder for Bo Lind og Per Ek deltog …': the last of them is who comes next.
                    self._mask(characters, people[:-1], first, people[-2].end)
                    people, first = people[-1:], people[-1].start
                self._mask(characters, people, first, last)
        self._starts = [group.start for group in self.groups]
        masked = "".join(characters)
        brackets = [match.span() for match in _BRACKETED.finditer(masked) if PERSON not in match.group()]
        self.masked = _WRAPPED.sub(" ", blanked(masked, brackets))

    def _mask(self, characters: list[str], people: tuple[Mention, ...], first: int, last: int) -> None:
        self.groups.append(Group(people, first, last))
        characters[first:last] = PERSON * (last - first)

    def group_at(self, position: int) -> Group | None:
        """The list of people that covers an offset."""
        index = bisect_right(self._starts, position) - 1
        return self.groups[index] if index >= 0 and position < self.groups[index].end else None

    def groups_between(self, start: int, end: int) -> list[Group]:
        """The lists that lie wholly within a stretch."""
        first = bisect_left(self._starts, start)
        return [group for group in self.groups[first : bisect_right(self._starts, end)] if group.end <= end]

    def joined_before(self, group: Group, floor: int) -> Group:
        """A list with those lists before it that only 'og', a comma or a bracket parts it from."""
        for other in reversed(self.groups_between(floor, group.start)):
            if not _JOINED.fullmatch(self.masked, other.end, group.start):
                break
            group = Group(other.people + group.people, other.start, group.end)
        return group

    def governed_by(self, group: Group, floor: int) -> str | None:
        """The preposition that a list of people hangs on ('fra', 'for'); None where it hangs on none."""
        match = _GOVERNED.search(self.masked, max(floor, group.start - 40), group.start)
        return match["by"].lower() if match else None

    def is_official(self, group: Group) -> bool:
        """Whether a title of the administration stands before a list of people."""
        named = self.text[group.start : group.people[0].start]
        return bool(_OFFICIAL.search(self.text[max(0, group.start - 60) : group.start] + named))


def overlaps(span: tuple[int, int], taken: list[tuple[int, int]]) -> bool:
    """Whether a span has a character in common with one that was taken before."""
    return any(span[0] < last and first < span[1] for first, last in taken)


def without_genitive(mention: Mention, members: tuple[Member, ...], *, owned: bool = False) -> Mention:
    """A mention whose name stands in the genitive, with the name alone.

    Args:
        mention: The mention.
        members: The roster: a name without its s that is there is the person's.
        owned: Whether the words around say that it is a genitive ('Bo Linds sted').

    Returns:
        The mention, changed where a genitive was recognised.
    """
    name = mention.name or ""
    if not name.endswith("s"):
        return mention
    bare = name.rstrip("s").rstrip("'’") if name.endswith(("'s", "’s")) else name[:-1]
    known = {member.name for member in members}
    if bare in known or (owned and name not in known):
        return replace(mention, name=bare)
    return mention


def _is_thing(text: str, start: int, people: tuple[Mention, ...], members: tuple[Member, ...]) -> bool:
    """Whether what looks like a person is the name of a place or a society."""
    if any(member.name == people[0].name for member in members):
        return False
    return _NAMED_THING.search(text, max(0, start - 40), start) is not None


def _untitled(mention: Mention) -> Mention:
    """A mention without the word before a name that was read as part of it: 'Centerchef Tue Rask', 'I Bo Linds'."""
    name = mention.name or ""
    title, _, rest = name.partition(" ")
    if " " not in rest or not (title in _NO_NAMES or _OFFICIAL.fullmatch(title + " ")):
        return mention
    return replace(mention, name=rest, start=mention.start + len(title) + 1)
