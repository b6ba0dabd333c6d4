"""What a sentence of a decision is about, and what became of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from ...danish.people import Member
from . import motion_words
from .fates import Fate, result_verb
from .proposers import NO_MOVER, named_proposer, subject_proposer

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
    start: int = 0


def read_topic(
    text: str,
    start: int,
    end: int,
    original: str,
    members: tuple[Member, ...],
    *,
    election: bool,
    fate: Fate | None,
    voted: bool,
) -> Topic:
    """What the sentence between two offsets is about.

    Args:
        text: The decision with quotations hidden.
        start: Where the sentence begins.
        end: Where it ends.
        original: The decision as printed, same offsets.
        members: The roster.
        election: Whether the item is an election.
        fate: What the sentence says became of its motion.
        voted: Whether it tells of votes.
    """
    point = motion_words.POINT.match(text[start:end])
    number, leads = (point["n"] or point["bare"], True) if point else (None, False)
    if not number and (named := motion_words.POINT_OBJECT.search(text, start, min(end, start + 110))):
        number = named["n"]
    put = bool(motion_words.PUT_TO_VOTE.search(text[start:end]))
    if _elects(text[start:end], election):
        return Topic(
            "election",
            None,
            None,
            bool(motion_words.PROPOSES.search(text, start, end)) and not fate,
            put=put,
            point=number,
            leads=leads,
            start=start,
        )
    noun = _noun(text, start, end)
    proposes = motion_words.PROPOSES.search(text, start, end)
    proposal = bool(proposes and motion_words.PROPOSES_WHAT.search(text, start, end))
    if proposes and proposes.group().lower() in ("foreslog", "foreslår", "har foreslået"):
        proposal = proposal or subject_proposer(text, start, end, proposes, members) is not None
    if not proposal and (forward := motion_words.PUT_FORWARD.search(text, start, end)):
        proposes, proposal = forward, True
    if noun is None and not proposal:
        sends = bool(motion_words.PROCEDURAL_SUBJECT.match(text[start:end])) or (
            voted and motion_words.PROCEDURE.search(text, start, min(end, start + 200)) is not None
        )
        return Topic("procedural" if sends else None, put=put, point=number, leads=leads, start=start)
    kind, definite, proposer = _classify(text, start, end, noun, proposes if proposal else None, members)
    subject = (
        _subject(original, noun.end() if noun else (proposes.end() if proposes else end), end)
        if kind != "main"
        else None
    )
    opening = bool(
        noun
        and (noun["amendment"] or noun["procedural"] or proposer)
        and kind in ("amendment", "procedural")
        and not fate
        and not put
        and not voted
    )
    return Topic(
        kind,
        proposer,
        subject,
        proposal or opening,
        definite,
        put,
        number,
        leads,
        noun.start() if noun else start,
    )


def _elects(sentence: str, election: bool) -> bool:
    """Whether the sentence elects somebody, counts votes for candidates, or nominates them."""
    if motion_words.ELECTED.search(sentence) or motion_words.CANDIDATE_VOTES.search(sentence):
        return election or bool(motion_words.OFFICE.search(sentence))
    return election and bool(motion_words.NOMINATES.match(sentence))


def _noun(text: str, start: int, end: int) -> re.Match[str] | None:
    """The first word for a motion that the sentence is about, not one it mentions by the way."""
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


def _classify(
    text: str,
    start: int,
    end: int,
    noun: re.Match[str] | None,
    proposes: re.Match[str] | None,
    members: tuple[Member, ...],
) -> tuple[Kind, bool, str | None]:
    """Kind of the motion, whether it is one named before, and its proposer."""
    proposer = subject_proposer(text, start, end, proposes, members) if proposes else None
    word = noun.group().lower() if noun else ""
    if noun and not proposer:
        proposer = named_proposer(text, start, end, noun, members)
    if noun and noun["main"] and not proposes:
        procedural = "forslag" in word and motion_words.PROCEDURE.search(text, noun.start(), end)
        return "procedural" if procedural else "main", False, None
    stretch = text[proposes.start() if proposes else (noun.start() if noun else start) : end]
    fate = result_verb(stretch)
    if noun and noun["amendment"]:
        return "amendment", word.endswith(("et", "ene", "erne", "en")), proposer
    if noun and noun["procedural"]:
        return "procedural", "forslaget" in word, proposer
    put = motion_words.PUT_TO_VOTE.search(text[start:end])
    about = stretch if proposes or put or not fate else stretch[: fate.start()]
    if motion_words.PROCEDURE.search(about):
        return "procedural", "forslaget" in word, proposer
    if proposes and motion_words.FOLLOWS.search(stretch):
        return "main", False, proposer
    if proposes and proposes.group().lower().startswith(("begær", "kræv")):
        return "proposal", True, None  # who asks for a vote moves nothing
    if proposes:
        return "amendment", False, proposer
    if motion_words.PUT_FORWARD.search(text, start, end):
        return "amendment", False, proposer
    definite = word.endswith(("et", "ene", "ændringen", "tilføjelsen")) or word.startswith("den")
    if proposer is None and definite:
        return "proposal", True, None
    indefinite = re.search(
        r"\b(?:et|\w+s|første|andet|tredje)\s+(?:\w+\s+)?$",
        text[start : noun.start()] if noun else "",
        re.IGNORECASE,
    )
    if proposer or (indefinite and not NO_MOVER.search(text, start, noun.start() if noun else end)):
        return "amendment", definite, proposer
    return "proposal", True, None


def _subject(original: str, start: int, end: int) -> str | None:
    match = motion_words.QUOTED_SUBJECT.match(original, start, end) or motion_words.SUBJECT.search(original, start, end)
    return " ".join(match["what"].split()).removeprefix("at ").rstrip(" .,") if match else None
