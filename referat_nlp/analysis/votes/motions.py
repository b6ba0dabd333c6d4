"""What a sentence of a decision is about: the kind of motion, its proposer, its point."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from ...danish.people import Member
from . import motion_words
from .fates import Fate, result_verb
from .proposers import NO_MOVER, named_proposer, subject_proposer

# A point that is named farther on in its sentence is not what the sentence decides; nor is a step.
_POINT_WITHIN, _STEP_WITHIN = 110, 200
_ONLY_A_POINT = re.compile(r"[\w.-]*[ ]?(?:\d{1,2}|[a-h])[ ]?[a-h]?(?:(?: ?[-–,] ?| og )\d{1,2}){0,8}[\s.):-]*")
_INDEFINITE = re.compile(r"\b(?:et|\w+s|første|andet|tredje)\s+(?:\w+\s+)?$", re.IGNORECASE)

_OFFICE_MOVES = re.compile(r"\W*(?P<office>formand|borgmester|forperson)\w* (?:stillede |foresl)", re.IGNORECASE)
_OFFICE_OWNS = re.compile(r"(?:formand|borgmester|forperson)\w*s \w*forslag", re.IGNORECASE)

Kind = Literal["main", "amendment", "procedural", "election", "proposal"]
"""As :data:`~referat_nlp.schema.Motion`; ``proposal`` is 'forslaget', which earlier sentences explain."""


@dataclass(frozen=True, slots=True)
class Topic:
    """What a sentence is about.

    Attributes:
        kind: The kind of motion, None where the sentence names none ("Godkendt.").
        proposer: Who moved it, as printed.
        subject: What it says, in few words.
        proposes: Whether the sentence puts the motion forward.
        definite: 'forslaget', which refers to one named before.
        put: Whether the sentence puts the motion to the vote.
        point: Number of the point that the sentence begins with, or that it decides.
        leads: Whether the sentence begins with that number.
        heads: Whether it is nothing but that number, above what is decided on the point.
        start: Offset where the words stand that tell the kind.
    """

    kind: Kind | None = None
    proposer: str | None = None
    subject: str | None = None
    proposes: bool = False
    definite: bool = False
    put: bool = False
    point: str | None = None
    leads: bool = False
    heads: bool = False
    start: int = 0


class TopicReader:
    """Tells what each sentence of one decision is about."""

    def __init__(self, text: str, original: str, members: tuple[Member, ...], *, election: bool) -> None:
        """Take a decision.

        Args:
            text: The decision with quotations hidden.
            original: The decision as printed, same offsets.
            members: The roster.
            election: Whether the item is an election.
        """
        self._text, self._original = text, original
        self._members = members
        self._election = election
        self._movers: set[str] = set()

    def read(self, start: int, end: int, *, fate: Fate | None, voted: bool) -> Topic:
        """What the sentence between two offsets is about.

        Args:
            start: Where the sentence begins.
            end: Where it ends.
            fate: What the sentence says became of its motion.
            voted: Whether it tells of votes.

        Returns:
            The topic; its kind is None where the sentence names no motion.
        """
        text = self._text
        number, leads = self._point(start, end)
        minority = motion_words.MINORITY.search(text, start, end)
        end = minority.start() if minority else end  # what the minority wants is not what was decided
        put = motion_words.PUT_TO_VOTE.search(text[start:end]) is not None
        heads = leads and _ONLY_A_POINT.fullmatch(text, start, end) is not None
        topic = Topic(put=put, point=number, leads=leads, heads=heads, start=start)
        if _elects(text[start:end], self._election):
            moved = motion_words.PROPOSES.search(text, start, end)
            return replace(topic, kind="election", proposes=moved is not None and fate is None)
        noun = self._noun(start, end)
        proposes = self._proposing(start, end)
        if proposes is None and motion_words.MINORITY_SUBJECT.match(text, start, end):
            return topic  # what the minority recommends is not put to the vote
        if noun is None and proposes is None:
            return replace(topic, kind="procedural" if self._is_sent_on(start, end, voted) else None)
        kind, definite, proposer = self._classify(start, end, noun, proposes)
        if proposes and (office := _OFFICE_MOVES.match(text, start, end)):
            self._movers.add(office["office"].lower())
        if (
            kind == "main"
            and noun
            and _OFFICE_OWNS.match(noun.group())
            and noun.group().lower().startswith(tuple(self._movers))
        ):
            kind, definite = "proposal", True  # 'formandens forslag' is what the chairman just moved
        sent_on = motion_words.SENT_ON.match(text, fate.start) if fate and voted and not proposes else None
        if sent_on and kind == "proposal":
            kind = "procedural"  # 'Forslaget blev med 16 stemmer mod 2 oversendt'
        told_from = noun.end() if noun else proposes.end() if proposes else end
        named = noun is not None and bool(noun["amendment"] or noun["procedural"] or proposer)
        opens = named and kind in ("amendment", "procedural") and not (fate or put or voted)
        return replace(
            topic,
            kind=kind,
            proposer=proposer,
            subject=None if kind == "main" else self._subject(told_from, end),
            proposes=proposes is not None or opens,
            definite=definite,
            start=noun.start() if noun else start,
        )

    def _point(self, start: int, end: int) -> tuple[str | None, bool]:
        """The number of the point that a sentence decides, and whether it begins with it."""
        leading = motion_words.POINT.match(self._text[start:end])
        if leading:
            return leading["n"] or leading["bare"], True
        named = motion_words.POINT_OBJECT.search(self._text, start, min(end, start + _POINT_WITHIN))
        return (named["n"], False) if named else (None, False)

    def _noun(self, start: int, end: int) -> re.Match[str] | None:
        """The first word for a motion that the sentence is about, not one it mentions by the way."""
        text = self._text
        if subordinate := motion_words.SUBORDINATE.match(text, start, end):
            start = subordinate.end()
        for match in motion_words.NOUN.finditer(text, start, end):
            before = text[max(start, match.start() - 60) : match.start()]
            if motion_words.BY_THE_WAY.search(before) and not re.search(r"\bpå\s+baggrund", before):
                continue
            if match["main"] and "dagsorden" in match.group().lower() and "af " in before[-4:]:
                continue
            return match
        return None

    def _proposing(self, start: int, end: int) -> re.Match[str] | None:
        """The words that put a motion forward, None where the sentence puts none."""
        text = self._text
        proposes = motion_words.PROPOSES.search(text, start, end)
        if proposes and motion_words.MOVED_BY.search(text, start, proposes.end()):
            return None  # 'det af V fremsatte forslag' says whose it is
        if proposes and motion_words.PROPOSES_WHAT.search(text, start, end):
            return proposes
        if (
            proposes
            and proposes.group().lower() in ("foreslog", "foreslår", "har foreslået")
            and subject_proposer(text, start, end, proposes, self._members) is not None
        ):
            return proposes
        return motion_words.PUT_FORWARD.search(text, start, end)

    def _is_sent_on(self, start: int, end: int, voted: bool) -> bool:
        """Whether a sentence that names no motion postpones or refers the item."""
        text = self._text
        if motion_words.PROCEDURAL_SUBJECT.match(text[start:end]):
            return True
        wish = motion_words.VOTERS_WISH.search(text, start, end)
        end = wish.start() if wish else end
        return voted and motion_words.PROCEDURE.search(text, start, min(end, start + _STEP_WITHIN)) is not None

    def _classify(
        self,
        start: int,
        end: int,
        noun: re.Match[str] | None,
        proposes: re.Match[str] | None,
    ) -> tuple[Kind, bool, str | None]:
        """Kind of the motion, whether it is one named before, and its proposer."""
        text, members = self._text, self._members
        proposer = subject_proposer(text, start, end, proposes, members) if proposes else None
        word = noun.group().lower() if noun else ""
        if noun and not proposer:
            proposer = named_proposer(text, start, end, noun, members)
        if noun and noun["main"] and not proposes:
            procedural = "forslag" in word and motion_words.PROCEDURE.search(text, noun.start(), end)
            return "procedural" if procedural else "main", False, None
        if noun and noun["amendment"] and not motion_words.ONLY_A_STEP.match(text, noun.end(), end):
            return "amendment", word.endswith(("et", "ene", "erne", "en")), proposer
        if (noun and (noun["procedural"] or noun["amendment"])) or self._is_procedural(start, end, noun, proposes):
            return "procedural", "forslaget" in word, proposer
        if proposes and motion_words.FOLLOWS.search(text[proposes.start() : end]):
            return "main", False, proposer
        if proposes and proposes.group().lower().startswith(("begær", "kræv")):
            return "proposal", True, None  # who asks for a vote moves nothing
        if proposes:
            return "amendment", False, proposer
        definite = word.endswith(("et", "ene", "ændringen", "tilføjelsen")) or word.startswith("den")
        if proposer is None and definite:
            return "proposal", True, None
        before = text[start : noun.start()] if noun else ""
        if proposer or (_INDEFINITE.search(before) and not NO_MOVER.search(before)):
            return "amendment", definite, proposer
        return "proposal", True, None

    def _is_procedural(self, start: int, end: int, noun: re.Match[str] | None, proposes: re.Match[str] | None) -> bool:
        """Whether what is moved or put to the vote is a step such as postponement; what is decided on it is none."""
        about = self._text[proposes.start() if proposes else (noun.start() if noun else start) : end]
        if not proposes and not motion_words.PUT_TO_VOTE.search(self._text[start:end]):
            fate = result_verb(about)
            about = about[: fate.start()] if fate else about
        return motion_words.PROCEDURE.search(about) is not None

    def _subject(self, start: int, end: int) -> str | None:
        match = motion_words.QUOTED_SUBJECT.match(self._original, start, end) or motion_words.SUBJECT.search(
            self._original, start, end
        )
        if match is None or motion_words.VOTING.search(self._original, start, match.start("what")):
            return None  # what stands behind 'stemte' are voters
        return " ".join(match["what"].split()).removeprefix("at ").rstrip(" .,")


def _elects(sentence: str, election: bool) -> bool:
    """Whether the sentence elects somebody, counts votes for candidates, or nominates them."""
    votes = motion_words.CANDIDATE_VOTES.search(sentence)
    if votes and motion_words.NOUN.search(sentence, 0, votes.start()):
        votes = None  # 'Forslaget om ni medlemmer fik 2 stemmer'
    if motion_words.ELECTED.search(sentence) or votes:
        return election or bool(motion_words.OFFICE.search(sentence))
    return election and bool(motion_words.NOMINATES.match(sentence))
