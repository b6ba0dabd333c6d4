"""What an indstilling asks the body to do, point by point."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ..danish.sentences import block_spans
from ..schema import ItemType
from .context import ItemContext
from .decision.points import split_points

# A point may hold more than one kind: 'tager status til efterretning og godkender planen'.
Kinds = frozenset[ItemType]

_INTRODUCTION = re.compile(
    r"\A[^\n]{0,160}?(?:indstille[rs]|indstilling(?:en)?\s+(?:er|lyder)|anbefale[rs]"
    r"|foreslå[rs]|indstillet)\b"
    r"(?:[^\n,:]{0,200}?(?:,|:|\n|(?=\bat\b))|[^\n]{0,160}?(?:\bat\b|:|\n))?",
    re.IGNORECASE,
)
# ', og at' begins a new point, ', at' only after a passive: in 'godkender, at' it completes the verb.
_COORDINATED = re.compile(
    r"(?:,\s*|\s)(?:og|samt)\s+at\s"
    r"|(?<=es)(?<!besluttes)(?<!foreslåes)(?<!indstilles)(?<!anbefales),\s*at\s",
    re.IGNORECASE,
)
_NESTED = re.compile(
    r",\s*(?:at|som|der|hvor\w*|idet|da|fordi|jf\.|jævnfør|herunder)\b|\smed\s+henblik\s+på\b"
    r"|\s(?:om|for),?\s+at\b",
    re.IGNORECASE,
)
_BULLET = re.compile(r"(?:[•◦▪●■*·]|[-–—])\s+|at\s|og\s+at\s", re.IGNORECASE)

_RECEIVES = re.compile(
    r"\btil\s+(?:efterretning|orientering|underretning)|\borienteres?\b|\bnoterer\s+sig\b|\bad\s+notam\b"
    r"|\bgøre[rs]?\s+(?:sig\s+)?bekendt\b|\borientering(?:en)?\s+(?:gives|modtages)"
    r"|\b(?:på)?høre[rs]?\s+(?:\w+\s+)?\w*(?:orientering|redegørelse|oplæg|gennemgang|status)"
    r"|\b(?:lader?|lade)\s+sig\s+(?:orientere|informere)|\btil\s+\w+s\s+orientering\b"
    r"|\bmodtager\s+(?:en\s+)?orientering|\bgiver?\s+(?:en\s+)?orientering",
    re.IGNORECASE,
)
_DISCUSSES = re.compile(
    r"\b(?:tema)?drøft(?:e[rs]?|else|elsen)\b|\bdebatter(?:e[rs]?)\b|\bdebat\b|\b(?:taler?|snakker?)\s+(?:\w+\s+){0,3}?om\b|\b(?:kommer?"
    r"|komme)\s+med\s+(?:input|bemærkninger|forslag|ønsker|ideer)"
    r"|\b(?:giver?|give)\s+(?:input|retning|bemærkninger)|\btilkendegive[rs]?\b|\bi\s+dialog\b"
    r"|\bdialog(?:en)?\b(?=.*\bføres)",
    re.IGNORECASE,
)
_DECIDES = re.compile(
    r"\b(?:godkende[rs]?|vedtage[rs]?|tiltræde[rs]?|beslutte[rs]?|anerkende[rs]?"
    r"|tager?\s+(?:endelig(?:t)?\s+)?stilling|træffe[rs]?\s+\w*\s?(?:beslutning|afgørelse"
    r"|valg)|fastsætte[rs]?"
    r"|fastlægge[rs]?|bevilge[rs]?|bevillige[rs]?|udpege[rs]?|vælge[rs]?|imødekomme[rs]?"
    r"|afslå[rs]?|afvise[rs]?|send(?:e|er|es)\b(?=[^.]*(?:høring|udbud|fremlæg))"
    r"|anbefale[rs]?|indstille[rs]?|prioritere[rs]?|frigive[rs]?|afsætte[rs]?|optage[rs]?"
    r"|bemyndige[rs]?|meddele[rs]?|sælge[rs]?|købe[rs]?|igangsætte[rs]?"
    r"|give[rs]?\s+(?:\w+\s+){0,2}(?:tilladelse|bevilling|dispensation|tilsagn|afslag|tilskud)"
    r"|yde[rs]?|til\s+(?:godkendelse|beslutning|afgørelse|vedtagelse)|nedsætte[rs]?"
    r"|ansætte[rs]?|oprette[rs]?|nedlægge[rs]?|ændre[rs]?|fremlægge[rs]?|iværksætte[rs]?"
    r"|finansiere[rs]?|overføre[rs]?|offentliggøre[rs]?|udarbejde[rs]?|arbejdes\s+videre)\b",
    re.IGNORECASE,
)
# 'at planen anbefales godkendt af byrådet', 'at udvalget over for byrådet anbefaler': whoever does so passes it on.
_RECOMMENDS = re.compile(r"\banbefales\b|\b(?:udvalget|rådet)\b[^.:]{0,60}?\banbefaler\b", re.IGNORECASE)
_TO_RECOMMEND = re.compile(r"\bat\b[^.:]{0,100}?\banbefal(?:er?|es)\b", re.IGNORECASE)
_COUNCIL = re.compile(r"byråd|kommunalbestyrelse|regionsråd|borgerrepræsentation", re.IGNORECASE)
_REFUSES = re.compile(r"\bafslå[rs]?\b|\bafslag\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class AskedPoint:
    """One point of an indstilling.

    Attributes:
        number: Its number or letter; its position where it is marked by a bullet or by 'at'.
        kinds: What it asks for.
        certain: Whether a verb says so; False where a point is taken for a decision for want of one.
        refuses: Whether it asks to refuse an application.
        recommends: Whether it asks a committee to recommend something to the council.
    """

    number: str
    kinds: Kinds
    certain: bool
    refuses: bool = False
    recommends: bool = False


def asked_points(item: ItemContext) -> list[AskedPoint]:
    """The points of the indstilling before the body: the last one, where two readings are printed."""
    for section in reversed(item.indstilling):
        if section.text.strip():
            points = read_indstilling(section.text)
            if item.body and _COUNCIL.search(item.body):
                points = [replace(point, recommends=False) for point in points]
            return points
    return []


def asked_kinds(points: list[AskedPoint]) -> Kinds:
    """Every kind that the points ask for."""
    return frozenset(kind for point in points for kind in point.kinds)


def read_indstilling(text: str) -> list[AskedPoint]:
    """Read what an indstilling asks for.

    Args:
        text: The section's text, with or without the words that introduce the points.

    Returns:
        The points in printed order.
    """
    numbered, first = split_points(text)
    if numbered:
        pieces = [(number, text[point.start : point.end]) for point in numbered for number in point.numbers]
    else:
        introduction = None if _BULLET.match(text) else _INTRODUCTION.match(text)
        rest = text[introduction.end() :] if introduction and introduction.end() < len(text.rstrip()) else text
        pieces = [(str(index), piece) for index, piece in enumerate(_unnumbered(rest), start=1)]
    points = []
    introduced = bool(numbered) and bool(_TO_RECOMMEND.search(text[:first]))
    for number, piece in pieces:
        kinds, certain = _kinds_of(piece)
        if kinds:
            recommends = introduced or bool(_RECOMMENDS.search(piece))
            points.append(AskedPoint(number, kinds, certain, bool(_REFUSES.search(piece)), recommends))
    if numbered and len(numbered) == 1 and not points:
        return read_indstilling(text[:first])
    return points


def _unnumbered(text: str) -> list[str]:
    """The pieces of an indstilling without numbers: its list points, and its 'at' clauses."""
    blocks = [text[start:end] for start, end in block_spans(text)]
    listed = [block for block in blocks if _BULLET.match(block)]
    pieces = []
    for block in listed or blocks:
        pieces.extend(_COORDINATED.split(block))
    return [piece for piece in pieces if any(character.isalpha() for character in piece)]


def _kinds_of(piece: str) -> tuple[Kinds, bool]:
    """The kinds that one point asks for, and whether a verb says so."""
    nested = _NESTED.search(piece, 3)
    head = piece[: nested.start()] if nested else piece
    for words in (head, piece):
        receives, discusses = bool(_RECEIVES.search(words)), bool(_DISCUSSES.search(words))
        decides = bool(_DECIDES.search(words))
        if decides:
            return frozenset({"godkendelse", "orientering"} if receives else {"godkendelse"}), True
        if discusses:
            return frozenset({"drøftelse"}), True
        if receives:
            return frozenset({"orientering"}), True
    if len(piece.split()) < 2:
        return frozenset(), False
    return frozenset({"godkendelse"}), False
