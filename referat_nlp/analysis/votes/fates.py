"""What a sentence says became of a motion."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...schema import BallotResult

_CARRIED = (
    r"(?:godkend(?:t|es)|tiltr(?:ådt(?:es)?|ædes)|vedta(?:get|ges)|vedt(?:oges|\.)|besluttet|besluttes"
    r"|besluttedes"
    r"|anbefale(?:t|s|des)|indstille(?:s|t|des)|imødekomm(?:et|es)|imødekom(?:mes)?|bevilge(?:t|s|des)"
    r"|(?:gen)?valgt(?:es)?"
    r"|bifald(?:t|et|es)|anta(?:get|ges)|antoges|fulgt|givet|bevilget|udsat|støttet|optaget"
    r"|iværksæt(?:tes|tes|tt)|tilbagesendt|tilbagevis(?:t|es)"
    r"|henvis(?:t|es)|udsky(?:des|dt)|udskudt|nedsæt(?:tes)"
    r"|gennemføres|fremmet|bevilgedes|frigive(?:t|s)|fastsa(?:t|ttes)|fastlagt|meddelt|meddeles|taget til følge)"
)
_POSITIVE = re.compile(
    rf"(?<!skulle )(?<!bør )(?<!kunne )(?<!kan )\b(?:{_CARRIED}|godkend(?:te(?:s)?|er|elsen)"
    r"|tiltr(?:ådte|æder)|vedt(?:og|ager)|beslut+e(?:r|des?)"
    r"|anbefale(?:r|de)|anbefaling til|indstille(?:r|de)|efterretning|til orientering|tilslutte(?:r|de) sig"
    r"|tilsluttedes|valgte|vælges|udpeg(?:et|es|ede|er)|udsættes|oversend(?:t|es)|erklærede|er herefter"
    r"|lukkes|udsatte|sendes?\b|sendt|videresendte?|returneres|hjemvist|hjemvises"
    r"|(?:følger|fulgte) (?:indstilling\w*|forslaget)|frigav|frigiver|bevilgede|(?:gik|går|gået) (?:\w+ )?igennem"
    r"|(?:opnåede|fik|vandt|samlede|der (?:var|er)) (?:\w+ ){0,2}flertal|(?:nød|vandt|nyder) fremme"
    r"|som (?:foreslået|indstillet|anbefalet)(?=\s?(?:[.,;]|$))"
    r"|vandt (?:\w+ )?tilslutning|går tilbage|gik tilbage|får opgaven|traf beslutning)(?![\wæøå])",
    re.IGNORECASE,
)
_ADVERBS = r"(?:(?:dog|derfor|således|dermed|hermed|herefter|længere|blev|er|bliver) )*"
_NEGATIVE = re.compile(
    r"\b(?P<flips>forkast(?:et|es|ede|edes|er)|afvis(?:t|es|te|er|tes)|ned ?stem(?:t|mes|te|tes)"
    r"|stem(?:t|te|tes|mes) (?:\w+ )?ned\b|afslå(?:et|s|r)|afslog(?:es)?|afsloges)"
    r"|\b(?:(?<!stemmerne )faldt|falder|faldet|falde|bortfald(?:t|et|er|e)|nyder ikke fremme"
    r"|kom(?:mer)? ikke (?:videre|igennem)|(?:sagde|siger) enstemmigt nej|(?:byrådet|udvalget|kommunalbestyrelsen"
    r"|enigt? \w+) (?:sagde|siger) nej|nød ikke fremme"
    r"|vandt ikke fremme|blev (?:\w+ )?ikke til noget"
    r"|stemmelighed|lige mange stemmer|stemmerne stod lige|(?:opnåede|fik|opnår|har|havde|samlede"
    r"|vandt|fandt) (?:dermed )?ikke "
    r"(?:\w+ ){0,2}(?:flertal|tilslutning)|intet flertal|ikke (?:\w+ )?stemning for|ikke flertal"
    r"|ikke (?:\w+ )?flertal)(?![\wæøå])"
    rf"|\bikke (?:\w+ ){{0,2}}?{_CARRIED}(?![\wæøå])"
    r"|\b(?:(?:kan|kunne) (?:\w+ )?ikke|ikke (?:kan|kunne)) (?:anbefale|godkende|tiltræde|støtte"
    r"|imødekomme)\w*"
    r"|\b(?:godkend(?:te|er|es)|anbefale(?:s|r|de)|vedt(?:og|oges|ager|ages)|tiltr(?:ådte|ådtes|æder|ædes)"
    rf"|imødekom(?:mes|mer)?|støtte(?:r|de|des)|iværksættes|gennemføres|følges|fulgtes) {_ADVERBS}ikke\b",
    re.IGNORECASE,
)
_LAPSES = re.compile(r"\bbort?fald|\btrukket\b|\btrak\b|\btrækkes\b|\bfrafald", re.IGNORECASE)
_TIES = ("stemmelighed", "lige mange stemmer", "stemmerne stod lige")
_BUT = re.compile(r"\bmen\b", re.IGNORECASE)
_WITHDRAWN = re.compile(r"\b(?:trukket|trak|frafald(?:t|et))\b", re.IGNORECASE)
_CONFIRMS = re.compile(
    r"\b(?:dermed|hermed|således|derved|altså|derfor|herved|på den baggrund|er derfor)\b", re.IGNORECASE
)
_FOLLOWS = re.compile(r"\b(?:herefter|derefter|dermed|hermed|således|derved|altså|derfor|herved)\b", re.IGNORECASE)
_WITHOUT = re.compile(r"\buden (?:yderligere )?afstemning\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Fate:
    """What a sentence says became of a motion.

    Attributes:
        result: vedtaget or forkastet.
        confirms: Whether it only says again what a count has shown ("er dermed vedtaget").
        follows: Whether it comes of what was told before ("er herefter valgt").
        lapses: Whether the motion fell away or was withdrawn.
        tied: Whether it fell by a tie.
        start: Offset of the verb.
    """

    result: BallotResult
    confirms: bool
    lapses: bool
    start: int
    tied: bool = False
    follows: bool = False


def read_fate(text: str, start: int, end: int) -> Fate | None:
    """What the sentence between two offsets says became of its motion, None where it says nothing."""
    negative = _NEGATIVE.search(text, start, end)
    positive = _POSITIVE.search(text, start, end)
    if negative and positive and negative.group().lower() in _TIES:
        # A tie that the chairman's vote or a lot settled.
        later = _POSITIVE.search(text, negative.end(), end)
        negative = None if later and not _NEGATIVE.search(text, negative.end(), end) else negative
    if negative and (but := _BUT.search(text, negative.end(), end)) and not negative["flips"]:
        # 'kan ikke anbefale punkt 3, men anbefaler i stedet …'
        positive = _POSITIVE.search(text, but.end(), end)
        negative = None if positive else negative
    confirms = bool(_CONFIRMS.search(text, start, end))
    lapses = bool(_LAPSES.search(text, start, end))
    if negative and not (
        positive
        and positive.end() < negative.start()
        and not negative["flips"]
        and "stem" not in negative.group().lower()
        and "," in text[positive.end() : negative.start()]
    ):
        return Fate("forkastet", confirms, lapses, negative.start(), tied=negative.group().lower() in _TIES)
    if positive:
        follows = bool(_FOLLOWS.search(text, start, end))
        return Fate("vedtaget", confirms, lapses, positive.start(), follows=follows)
    withdrawn = _WITHDRAWN.search(text, start, end)
    return Fate("forkastet", confirms, True, withdrawn.start()) if withdrawn else None


def without_vote(text: str, start: int, end: int) -> bool:
    """Whether the sentence says that there was no vote."""
    return _WITHOUT.search(text, start, end) is not None


def result_verb(text: str) -> re.Match[str] | None:
    """The first word in a text that says what became of a motion, one of rejection before any other."""
    return _NEGATIVE.search(text) or _POSITIVE.search(text)
