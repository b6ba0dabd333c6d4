"""The bank of cases: frames from YAML, and one case filled from a frame.

A frame holds the forms of a title, the points of an indstilling with their kinds, the sentences of the case, and a
Resumé as a clerk writes it. In the lists of sentences a list stands for variants of which one is drawn, and a
leading ``?`` for a sentence that may be left out.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, get_args

import yaml

from .formulas import Kind
from .slots import Slots

_FOLDER = Path(__file__).parent / "cases"
_KEYS = {
    "id",
    "titles",
    "resume",
    "case",
    "points",
    "noun",
    "economy",
    "attachments",
    "changes",
    "law",
    "hearing",
    "council",
}
_SLOT = re.compile(r"\{(\w+)\}")
_ACTORS = {"admin", "Admin", "raad", "Raad", "udvalg", "Udvalg", "kommune"}

Sentence = str | list[str]


@dataclass(frozen=True)
class Frame:
    """One case of the bank.

    Attributes:
        id: Its name.
        area: The field of municipal work.
        titles: Forms of its title.
        resume: Forms of its Resumé.
        case: The sentences of the case.
        points: Kind and clause ('at' left out) of each point.
        noun: What is decided on, in the definite form.
        council: Whether the council has the last word, where a committee prepares the case.
    """

    id: str
    area: str
    titles: list[str]
    resume: list[str]
    case: list[Sentence]
    points: list[tuple[Kind, str]]
    noun: str
    council: bool = False
    economy: list[Sentence] = field(default_factory=list)
    attachments: list[str] = field(default_factory=list)
    changes: list[str] = field(default_factory=list)
    law: list[Sentence] = field(default_factory=list)
    hearing: list[Sentence] = field(default_factory=list)


@dataclass(frozen=True)
class Filler:
    """What any case of a field may also say."""

    case: list[Sentence]
    changes: list[str]
    timeline: list[str]
    communication: list[str]
    law: list[str]
    hearing: list[str]
    economy: list[str]
    attachments: list[str]
    traps: list[str]
    kle: list[str]


@dataclass
class Filled:
    """A frame with its slots filled.

    Attributes:
        summary: The Resumé; None where it would tell what the case does not hold.
        facts: The figures and names that the Resumé tells.
    """

    frame: Frame
    title: str
    points: list[tuple[Kind, str]]
    paragraphs: list[str]
    noun: str
    summary: str | None
    facts: list[str]
    changes: list[str]
    attachments: list[str]
    economy: str
    law: str
    hearing: str
    timeline: str
    communication: str


@lru_cache(maxsize=1)
def bank() -> tuple[tuple[Frame, ...], dict[str, Filler]]:
    """All frames, and what the fields add to them.

    Raises:
        ValueError: A frame has a key that is not known, or a point of no kind.
    """
    frames: list[Frame] = []
    fillers: dict[str, Filler] = {}
    for path in sorted(_FOLDER.glob("*.yaml")):
        data: dict[str, Any] = yaml.load(
            path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        )
        for name, entry in data.items():
            fillers[name] = Filler(**{key: entry.get(key, []) for key in Filler.__dataclass_fields__})
            frames += (_frame(name, raw) for raw in entry.get("frames", []))
    return tuple(frames), fillers


def _frame(name: str, raw: dict[str, Any]) -> Frame:
    unknown = set(raw) - _KEYS
    if unknown:
        raise ValueError(f"{name}/{raw.get('id')}: no such key: {', '.join(sorted(unknown))}")
    points = []
    for point in raw.pop("points"):
        ((kind, clause),) = point.items()
        if kind not in get_args(Kind):
            raise ValueError(f"{name}/{raw['id']}: {kind!r} is no kind of point")
        points.append((kind, clause))
    return Frame(area=name, points=points, **raw)


def fill_frame(frame: Frame, slots: Slots, rng: random.Random) -> Filled:
    """One case from a frame: sentences drawn, slots filled.

    Args:
        frame: The frame.
        slots: Where the slots' values come from.
        rng: What chance there is.

    Returns:
        The case; all of its parts tell the same facts.
    """
    _, fillers = bank()
    own, common = fillers[frame.area], fillers["common"]
    resume = rng.choice(frame.resume)
    needed = set(_SLOT.findall(resume)) - _ACTORS
    sentences = [slots.fill(each) for each in _drawn(frame.case, rng, needed)]
    told_by_frame = list(sentences)
    extra = rng.choices((0, 1, 2, 4, 6), (2, 4, 4, 3, 2))[0]
    sentences += [slots.fill(each) for each in _sample(own.case, extra, rng)]
    sentences += [slots.fill(each) for each in _sample(common.case, rng.choice((0, 1, 1, 2, 3, 5)), rng)]
    if rng.random() < 0.06:
        sentences.append(slots.fill(rng.choice(common.traps)))
    points = list(frame.points)
    if len(points) > 1 and rng.random() < 0.3 and points[0][0] == "g":
        points = points[:-1]
    filled_points = [(kind, clause.format_map(slots)) for kind, clause in points]
    title = slots.fill(rng.choice(frame.titles))
    summary = slots.fill(resume)
    more = rng.choice((0, 1, 1, 2))
    if more:
        # Clerks often take over sentences of the case; such as tell something that is not yet told.
        fresh = [
            each for each in told_by_frame if len(each.split()) < 24 and not any(slots[key] in each for key in needed)
        ]
        summary = " ".join((summary, *_sample(fresh, more, rng)))
    told = " ".join((title, *(clause for _, clause in filled_points), *sentences))
    facts = [slots[key] for key in sorted(needed)]
    return Filled(
        frame=frame,
        title=title,
        points=filled_points,
        paragraphs=_paragraphs(sentences, rng),
        noun=frame.noun.format_map(slots),
        summary=summary if all(fact in told for fact in facts) else None,
        facts=facts,
        changes=[
            each.format_map(slots)
            for each in (*frame.changes, *rng.sample(own.changes, min(2, len(own.changes))), rng.choice(common.changes))
        ],
        attachments=[
            slots.fill(each) for each in _sample([*frame.attachments, *own.attachments], rng.choice((0, 1, 2, 3)), rng)
        ],
        economy=_section(frame.economy, own.economy or common.economy, slots, rng),
        law=_section(frame.law, own.law or common.law, slots, rng),
        hearing=_section(frame.hearing, own.hearing or common.hearing, slots, rng),
        timeline=slots.fill(rng.choice(own.timeline or common.timeline)),
        communication=slots.fill(rng.choice(common.communication)),
    )


def _section(sentences: list[Sentence], otherwise: list[str], slots: Slots, rng: random.Random) -> str:
    chosen = _drawn(sentences, rng, set()) if sentences else [rng.choice(otherwise)]
    return " ".join(slots.fill(each) for each in chosen)


def _drawn(sentences: list[Sentence], rng: random.Random, needed: set[str]) -> list[str]:
    """One variant of each sentence; what may be left out stays where the Resumé needs it."""
    drawn = []
    for sentence in sentences:
        if isinstance(sentence, list):
            holding = [each for each in sentence if needed & set(_SLOT.findall(each))]
            sentence = rng.choice(holding or sentence)
        if sentence.startswith("?"):
            sentence = sentence[1:]
            if rng.random() < 0.45 and not needed & set(_SLOT.findall(sentence)):
                continue
        drawn.append(sentence)
    return drawn


def _sample(sentences: list[Any], number: int, rng: random.Random) -> list[str]:
    chosen = [sentences[n] for n in sorted(rng.sample(range(len(sentences)), min(number, len(sentences))))]
    return [rng.choice(each) if isinstance(each, list) else each for each in chosen]


def _paragraphs(sentences: list[str], rng: random.Random) -> list[str]:
    """Sentences in paragraphs of two to four."""
    paragraphs = []
    at = 0
    while at < len(sentences):
        size = rng.choice((2, 3, 3, 4))
        paragraphs.append(" ".join(sentences[at : at + size]))
        at += size
    return paragraphs
