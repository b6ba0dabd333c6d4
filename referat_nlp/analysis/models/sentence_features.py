"""What can be told of a sentence without a model: where it stands, how long it is, what it speaks of.

Nothing here is of one municipality: places are counted, words are met in the title, in the indstilling and in the
item's other sentences, and the few that are looked for are words of all minutes.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ...schema import SectionKind
from .sentences import Candidate

_KINDS: tuple[SectionKind, ...] = ("indstilling", "sagsfremstilling", "oekonomi")
_ASKED, _TOLD, _COST = range(3)

_NUMBERS = (1, 2, 3, 4, 6, 9, 14, 22)
"""Where the classes of a sentence's number in the case begin, the first sentence being 0."""
_LENGTHS = (6, 9, 12, 16, 20, 25, 30, 40, 50)
"""Where the classes of its length in words begin."""

_WORD = re.compile(r"\w+")
_STEM = 6
STOP_WORDS = frozenset(
    _WORD.findall(
        """
    og i at er det en af til på der den for med som de et har ikke om kan eller skal fra ved også samt vil bliver blev
    være denne dette disse sig så men hvor dog efter under over
    """
    )
)
"""Words of grammar, which say nothing of a case."""

_SIGNS = {
    "this case": r"\b(?:i|med) denne sag\b|\bsagen\b",
    "shall": r"\bskal\b",
    "proposes": r"\bforeslå|\banbefal|\bindstill",
    "decides": r"\bgodkend|\bbeslut|\btage(?:r)? stilling|\bdrøfte",
    "informs": r"\borienter",
    "body": r"\budvalget\b|\bbyrådet\b|\bkommunalbestyrelsen\b|\bregionsrådet\b",
    "purpose": r"\bformål",
    "annex": r"\bbilag\b|\bvedlagt|\bvedhæft",
    "administration": r"\bforvaltning|\badministration",
    "applies": r"\bansøg|\bsøge[rs]\b",
    "refers": r"\bfremgår\b|\bhenvis|\bse\b|\bjf\b",
    "law": r"\bifølge\b|§",
    "wishes": r"\bønske",
    "money": r"\bkr\b|\bmio\b|%",
    "figure": r"\d",
    "colon": r":\Z",
    "open end": r"(?<![.!?:])(?<![.!?:][\"”»'’)])\Z",
    "small letter": r"\A[a-zæøå]",
    "anaphor": r"\A\W*(?:det|den|dette|denne|de|disse|der|her|herudover|derudover|desuden|endvidere|ligeledes|samtidig"
    r"|derfor|dermed|herefter|efterfølgende|hertil|heraf|dog|således|begge|hvis|når|ovenstående|nedenstående"
    r"|følgende)\b",
}
_PATTERNS = {
    name: re.compile(pattern, 0 if name == "small letter" else re.IGNORECASE) for name, pattern in _SIGNS.items()
}

NAMES: tuple[str, ...] = (
    *("asked", "cost", "told, nearness to front", "asked, nearness to front", "cost, nearness to front"),
    *("told, share before", "told, last"),
    *(f"told, from {first + 1}" for first in (0, *_NUMBERS)),
    *(f"from {words} words" for words in (0, *_LENGTHS)),
    *("log words", "words", "asked, words", "cost, words"),
    *("of title", "told, of title", "asked, of title", "cost, of title", "all of title", "first told, of title"),
    *("from title", "from asked", "of asked"),
    *("shared words", "sum of shared words", "nearest sentence"),
    *("opens paragraph", "point of list", "paragraph", "short paragraph", "plain"),
    *("share of digits", "commas", "brackets", "after colon", "nothing told", "only one asked", "only asked"),
    *("log sentences", "asked, log sentences", "told, short case", "telling words"),
    *_SIGNS,
)
"""What :func:`features` gives of each sentence, in order."""


def features(found: Sequence[Candidate]) -> NDArray[np.float64]:
    """What can be told of the sentences of one item.

    Args:
        found: All candidates of the item.

    Returns:
        Shape (sentences, :data:`NAMES`).
    """
    if not found:
        return np.zeros((0, len(NAMES)))
    words = [_WORD.findall(each.text.lower()) for each in found]
    stems = [_stems(each) for each in words]
    title = _stems(_WORD.findall(found[0].title.lower()))
    asked = frozenset[str]().union(
        *(own for own, each in zip(stems, found, strict=True) if each.section == "indstilling")
    )
    spread = Counter(stem for own in stems for stem in own)
    kinds = Counter(each.section for each in found)
    many = math.log(len(found)) / 3
    rows = []
    for index, (each, own) in enumerate(zip(found, stems, strict=True)):
        kind = [float(each.section == name) for name in _KINDS]
        row = _place(each, kind)
        row += _length(len(words[index]), kind)
        row += _overlaps(each, own, title, asked, kind)
        row += _shared(own, spread, [other for place, other in enumerate(stems) if place != index])
        row += [float(each.opens), float(each.listed), min(each.block, 1000) / 1000, float(each.block < 120)]
        row += [float(each.plain), sum(map(str.isdigit, each.text)) / len(each.text)]
        row += [each.text.count(",") / 3, each.text.count("(") / 2]
        row += [float(index > 0 and found[index - 1].text.endswith(":")), float(not kinds["sagsfremstilling"])]
        row += [kind[_ASKED] * (kinds["indstilling"] == 1), kind[_ASKED] * (not kinds["sagsfremstilling"])]
        row += [many, kind[_ASKED] * many, kind[_TOLD] * (kinds["sagsfremstilling"] < 5)]
        row += [len(own) / max(1, len(words[index]))]
        row += [float(bool(pattern.search(each.text))) for pattern in _PATTERNS.values()]
        rows.append(row)
    return np.array(rows, dtype=np.float64)


def _place(each: Candidate, kind: Sequence[float]) -> list[float]:
    number = each.number - 1
    told = kind[_TOLD]
    return [
        *(kind[_ASKED], kind[_COST]),
        *(kind[which] / each.number for which in (_TOLD, _ASKED, _COST)),
        *(told * number / each.count, told * (each.number == each.count)),
        *(told * value for value in _class(number, _NUMBERS)),
    ]


def _length(words: int, kind: Sequence[float]) -> list[float]:
    share = words / 20
    return [*_class(words, _LENGTHS), math.log(max(words, 1)), share, kind[_ASKED] * share, kind[_COST] * share]


def _overlaps(
    each: Candidate, own: frozenset[str], title: frozenset[str], asked: frozenset[str], kind: Sequence[float]
) -> list[float]:
    of_title = len(own & title) / max(1, len(title))
    other = 1 - kind[_ASKED]
    return [
        *(of_title, kind[_TOLD] * of_title, kind[_ASKED] * of_title, kind[_COST] * of_title),
        *(float(of_title == 1), kind[_TOLD] * (each.number == 1) * of_title),
        len(own & title) / max(1, len(own)),
        *(other * len(own & asked) / max(1, len(own)), other * len(own & asked) / max(1, len(asked))),
    ]


def _shared(own: frozenset[str], spread: Counter[str], others: Sequence[frozenset[str]]) -> list[float]:
    """How much of a sentence other sentences say, too: together, and the one that says most of it."""
    among = sum(spread[stem] - 1 for stem in own) / max(1, len(others))
    nearest = max((len(own & other) for other in others), default=0)
    return [among / max(1, len(own)), among / 10, nearest / max(1, len(own))]


def _class(value: int, firsts: Sequence[int]) -> list[float]:
    held = [0.0] * (len(firsts) + 1)
    held[bisect_right(firsts, value)] = 1.0
    return held


def _stems(words: Sequence[str]) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in words if word not in STOP_WORDS)
