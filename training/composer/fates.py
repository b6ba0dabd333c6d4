"""What became of a motion, in words that can stand first, last and inside a sentence."""

from __future__ import annotations

import random

from .chamber import result
from .rich import Rich, concat
from .wordings import Motion, Vote

#: (verb, 'ikke', participle or object, whether a register of long ago)
_Fate = tuple[str, str, str]
_CARRIED: tuple[_Fate, ...] = (
    ("blev", "", "vedtaget"), ("er", "", "vedtaget"), ("er", "", "godkendt"), ("blev", "", "godkendt"),
    ("blev", "", "tiltrådt"), ("er", "", "tiltrådt"), ("gik", "", "igennem"), ("blev", "", "stemt igennem"),
    ("fik", "", "flertal"), ("opnåede", "", "flertal"), ("har", "", "flertal"), ("nød", "", "fremme"),
    ("blev", "", "besluttet"), ("er", "", "besluttet"), ("blev", "", "imødekommet"), ("er", "", "gået igennem"),
    ("var", "", "vedtaget"), ("blev", "", "fulgt"), ("vandt", "", "flertal"), ("blev", "", "antaget"),
)  # fmt: skip
_RECOMMENDED: tuple[_Fate, ...] = (
    ("blev", "", "anbefalet"), ("er", "", "anbefalet"), ("anbefales", "", ""), ("bliver", "", "anbefalet"),
    ("sendes", "", "videre med anbefaling"),
)  # fmt: skip
_FALLEN: tuple[_Fate, ...] = (
    ("blev", "", "forkastet"), ("er", "", "forkastet"), ("faldt", "", ""), ("er", "", "faldet"),
    ("blev", "", "nedstemt"), ("blev", "", "stemt ned"), ("blev", "ikke", "vedtaget"), ("er", "ikke", "vedtaget"),
    ("fik", "ikke", "flertal"), ("opnåede", "ikke", "flertal"), ("har", "ikke", "flertal"), ("blev", "", "afvist"),
    ("blev", "ikke", "godkendt"), ("gik", "ikke", "igennem"), ("blev", "ikke", "tiltrådt"), ("nød", "ikke", "fremme"),
    ("bortfaldt", "", ""), ("er", "", "bortfaldet"), ("vandt", "ikke", "tilslutning"), ("falder", "", ""),
    ("kunne", "ikke", "samle flertal"), ("var", "", "faldet"), ("blev", "ikke", "til noget"),
)  # fmt: skip
_AUXILIARY = ("blev", "er", "var", "bliver", "har")

#: Bare results: 'Godkendt', 'Faldt'.
_BARE = {
    True: ("Godkendt", "Vedtaget", "Tiltrådt", "Besluttet", "Imødekommet", "Som indstillet", "Bifaldt"),
    False: ("Forkastet", "Faldet", "Ikke vedtaget", "Nedstemt", "Ikke godkendt", "Afvist", "Bortfaldet"),
}
_ADVERBS = ("", "", "", "dermed", "hermed", "herefter", "således", "derefter", "altså")


def lower(noun: str) -> str:
    """A motion's name within a sentence."""
    return noun[:1].lower() + noun[1:]


def bare_result(vote: Vote, motion: Motion) -> Rich:
    """'Godkendt', 'Anbefales': a result in one word."""
    if vote.carried and motion.recommends:
        word = vote.rng.choice(("Anbefales", "Anbefales", "Anbefalet", "Indstilles godkendt"))
    else:
        word = vote.rng.choice(_BARE[vote.carried])
    return result(motion.ballot, "vedtaget" if vote.carried else "forkastet", word)


def _marked(vote: Vote, motion: Motion, words: str) -> Rich:
    return result(motion.ballot, "vedtaget" if vote.carried else "forkastet", words)


def _draw(vote: Vote, motion: Motion) -> _Fate:
    if not vote.carried:
        return vote.rng.choice(_FALLEN)
    return vote.rng.choice(_RECOMMENDED if motion.recommends else _CARRIED)


def said(vote: Vote, motion: Motion, noun: str | None = None) -> Rich:
    """'Indstillingen er dermed vedtaget', 'Forslaget fik ikke flertal': a main clause that begins with the motion."""
    verb, never, rest = _draw(vote, motion)
    adverb = _adverb(vote.rng, motion, bool(rest))
    noun = noun or motion.noun
    if not rest:
        return concat([noun, _marked(vote, motion, verb), adverb], " ")
    return concat([noun, verb, adverb, _marked(vote, motion, f"{never} {rest}".strip())], " ")


def said_after(vote: Vote, motion: Motion, lead: str = "Dermed") -> Rich:
    """'Dermed er indstillingen vedtaget': the motion behind the verb."""
    verb, never, rest = _draw(vote, motion)
    noun = lower(motion.noun)
    if not rest:
        return concat([lead, _marked(vote, motion, verb), noun], " ")
    return concat([lead, verb, noun, _marked(vote, motion, f"{never} {rest}".strip())], " ")


def said_under(vote: Vote, motion: Motion) -> Rich:
    """'(hvorefter) forslaget ikke fik flertal': a subordinate clause, the motion or 'det' its subject."""
    verb, never, rest = _draw(vote, motion)
    adverb = vote.rng.choice(("", "", "dermed", "hermed"))
    noun = lower(motion.noun)
    if verb in _AUXILIARY and rest and not never:
        return concat([noun, adverb, verb, _marked(vote, motion, rest)], " ")
    return concat([noun, adverb, _marked(vote, motion, concat([never, verb, rest], " ").text)], " ")


def _adverb(rng: random.Random, motion: Motion, long: bool) -> str:
    adverb = rng.choice(_ADVERBS)
    return adverb if long or adverb in ("dermed", "herefter", "") else ""
