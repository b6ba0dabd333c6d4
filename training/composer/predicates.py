"""What voters do, in words: verbs of consent, refusal and abstention, in the orders that Danish clauses have."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Literal

from .chamber import Side
from .rich import Rich, concat, fill

Order = Literal["main", "sub", "turned"]


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb with what belongs to it.

    Attributes:
        verb: The finite verb.
        adverb: What stands behind it in a main clause and before it in a subordinate one: 'ikke'.
        rest: What follows; ``{it}`` is the motion.
        soft: Whether it tells a position rather than a vote, so that beside a bare decision it would be dissent.
    """

    verb: str
    adverb: str
    rest: str
    soft: bool = False

    @property
    def names_motion(self) -> bool:
        """Whether the motion is named in it."""
        return "{it}" in self.rest

    def clause(self, who: str | Rich, it: str, order: Order = "main") -> Rich:
        """Somebody does it.

        Args:
            who: Who.
            it: The motion: 'indstillingen', 'det'.
            order: 'A kunne ikke støtte den', '(mens) A ikke kunne støtte den', '(derimod) kunne A ikke støtte den'.

        Returns:
            The clause, without a full stop and without a capital of its own.
        """
        words: list[str | Rich]
        if order == "main":
            words = [who, self.verb, self.adverb]
        elif order == "sub":
            words = [who, self.adverb, self.verb]
        else:
            words = [self.verb, who, self.adverb]
        return concat([*words, fill(self.rest, it=it)], " ")


def _read(lines: str, soft: bool = False) -> tuple[Predicate, ...]:
    """Predicates from lines 'verb | adverb | rest'."""
    parts = ([part.strip() for part in line.split("|")] for line in lines.strip().splitlines())
    return tuple(Predicate(verb, adverb, rest, soft) for verb, adverb, rest in parts)


_FOR = _read(
    """
    stemte || for
    stemte || for {it}
    stemte || ja
    stemte || ja til {it}
    sagde || ja
    sagde || ja til {it}
    gik || ind for {it}
    bakkede || op om {it}
    bakkede || {it} op
    støttede || {it}
    tiltrådte || {it}
    tilsluttede || sig {it}
    fulgte || {it}
    var || for
    var || for {it}
    var || med på {it}
    kunne || gå ind for {it}
    kunne || tilslutte sig {it}
    kunne || støtte {it}
    kunne || tiltræde {it}
    kunne || bakke op om {it}
    kunne || stemme for
    ville || følge {it}
    ville || godkende {it}
    ønskede || {it} gennemført
    ønskede || at følge {it}
    stod || bag {it}
    stillede || sig bag {it}
    lagde || stemmer til {it}
    bifaldt || {it}
    så || gerne {it} gennemført
    holdt || fast i {it}
    rakte || hånden op for {it}
    valgte || at støtte {it}
    stemmer || for
    stemmer || for {it}
    stemmer || ja
    siger || ja
    siger || ja til {it}
    er || for
    går || ind for {it}
    bakker || op om {it}
    støtter || {it}
    tiltræder || {it}
    tilslutter || sig {it}
    kan || tilslutte sig {it}
    kan || støtte {it}
    kan || tiltræde {it}
    står || bag {it}
    har || stemt for
    har || stemt for {it}
    har || tilsluttet sig {it}
    har || sagt ja
    """
)
_AGAINST = _read(
    """
    stemte || imod
    stemte || imod
    stemte || imod {it}
    stemte || nej
    stemte || nej til {it}
    sagde || nej
    sagde || nej til {it}
    gik || imod
    gik || imod {it}
    var || imod
    var || imod {it}
    stemte | ikke | for
    stemte | ikke | for {it}
    stemmer || imod
    stemmer || imod {it}
    stemmer || nej
    siger || nej
    siger || nej til {it}
    er || imod
    går || imod {it}
    har || stemt imod
    har || stemt nej
    har || sagt nej
    fastholdt || et nej
    rakte || hånden op imod {it}
    """
) + _read(
    """
    modsatte || sig {it}
    modsatte || sig
    afviste || {it}
    afslog || at følge {it}
    afslog || at medvirke til {it}
    kunne | ikke | støtte {it}
    kunne | ikke | gå ind for {it}
    kunne | ikke | tilslutte sig {it}
    kunne | ikke | medvirke til {it}
    kunne | ikke | bakke op om {it}
    kunne | ikke | bakke {it} op
    kunne | ikke | tiltræde {it}
    kunne | ikke | stemme for
    kunne | ikke | følge {it}
    ville | ikke | følge {it}
    ville | ikke | støtte {it}
    ville | ikke | være med til {it}
    ville | ikke | stemme for
    ville | ikke | lægge stemmer til {it}
    ønskede | ikke | at følge {it}
    ønskede | ikke | {it} gennemført
    støttede | ikke | {it}
    fulgte | ikke | {it}
    bakkede | ikke | op om {it}
    tiltrådte | ikke | {it}
    var | ikke | med på {it}
    stod | ikke | bag {it}
    så || helst {it} opgivet
    havde || helst set {it} opgivet
    kan | ikke | støtte {it}
    kan | ikke | gå ind for {it}
    kan | ikke | tilslutte sig {it}
    kan | ikke | medvirke til {it}
    kan | ikke | tiltræde {it}
    vil | ikke | følge {it}
    støtter | ikke | {it}
    """,
    soft=True,
)
_ABSTAIN = _read(
    """
    undlod || at stemme
    undlod || at stemme
    undlod ||
    undlader || at stemme
    afholdt || sig fra at stemme
    afholdt || sig fra at tage stilling
    afstod || fra at stemme
    stemte || blankt
    stemte || blankt
    stemmer || blankt
    stemte || hverken for eller imod
    stemmer || hverken for eller imod
    var || hverken for eller imod
    sagde || hverken ja eller nej
    støttede || hverken den ene eller den anden side
    stemte | ikke |
    ønskede | ikke | at stemme
    ønskede | ikke | at tage stilling
    ville | ikke | stemme
    ville | hverken | stemme for eller imod
    lod || være med at stemme
    lod || være
    tog | ikke | del i afstemningen
    afgav || blank stemme
    valgte || at undlade at stemme
    valgte || at stemme blankt
    har || undladt at stemme
    forholdt || sig neutralt
    rakte | ikke | hånden op til nogen af siderne
    """
)
PREDICATES: dict[Side, tuple[Predicate, ...]] = {"for": _FOR, "against": _AGAINST, "abstain": _ABSTAIN}

#: Verbs that let the motion be said first: 'Det gik A og V ind for'.
_FRONTED: dict[Side, tuple[Predicate, ...]] = {
    "for": _read(
        """
        gik || ind for
        sagde || ja til
        stemte || for
        kunne || gå ind for
        bakkede || op om
        støttede ||
        var || med på
        """
    ),
    "against": _read(
        """
        gik || imod
        sagde || nej til
        stemte || imod
        kunne | ikke | gå ind for
        kunne | ikke | støtte
        ville | ikke | være med til
        """
    ),
    "abstain": (),
}


def draw_predicate(
    rng: random.Random, side: Side, *, soft: bool = True, names: bool | None = None, order: Order = "main"
) -> Predicate:
    """A verb for a side.

    Args:
        rng: What chance there is.
        side: The side.
        soft: Whether it may tell a position rather than a vote.
        names: Whether it names the motion; None to leave it open.
        order: Where it is to stand: at the end of a clause with its subject before it nothing odd is left over.

    Returns:
        The verb.
    """
    open_ = [
        each
        for each in PREDICATES[side]
        if (soft or not each.soft)
        and (names is None or each.names_motion is names or side == "abstain")
        and (order != "turned" or each.rest)
    ]
    if rng.random() < 0.3:
        # The plain words stay the commonest.
        open_ = [each for each in open_ if each.verb.startswith(("stem", "undl"))] or open_
    return rng.choice(open_)


def draw_fronted(rng: random.Random, side: Side) -> Predicate:
    """A verb for a clause that begins with the motion."""
    return rng.choice(_FRONTED[side])
