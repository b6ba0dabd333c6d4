"""Bodies that a title tells by their meeting ('Havnerådsmøde'), or by words that no list of bodies holds.

'Det fælles strandråd' and 'Styregruppen for havnen' are bodies at the head of minutes, and no more than words in
running text; so they are looked for here alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ...danish.bodies import body_of_meeting
from ...danish.municipalities import MUNICIPALITY
from .clock import date_in

_LONGEST = 120
_NAME = r"[A-ZÆØÅ][\wæøå]*-?"
_MORE = r"(?:(?:,|[ ]og|[ ]&|-[ ]og)?[ ][\wæøå]+-?)"
#: 'Havnerådsmøde', 'Teknik- og Miljøudvalgsmøde', 'byrådsmødet'.
_MEETING_OF = re.compile(
    r"(?P<before>(?:[A-ZÆØÅ][\wæøå]*-?(?:,[ ]|[ ]og[ ]|[ ]))*)"
    r"(?P<word>[\wæøåÆØÅ]*(?:udvalg|råd|nævn|bestyrelse|repræsentation|kommission))s[ -]?møde(?:t)?\b",
    re.IGNORECASE,
)
_TITLE = re.compile(r"referat|protokol|dagsorden|beslutning", re.IGNORECASE)
_LINKED = re.compile(r"(?:^|[ ])(?P<linked>[A-ZÆØÅ][\wæøå]*-?(?:,[ ][A-ZÆØÅ][\wæøå]*-?)*[ ]og[ ])$")
#: Words that name a meeting of any body.
_ANY_MEETING = frozenset(("udvalg", "råd", "nævn", "bestyrelse"))
_LOWER = (
    r"[\wæøå]*(?:udvalg|råd|nævn|bestyrelse|repræsentation|kommission)(?:et|en|n)?"
    r"|[\wæøå]*(?:styre|følge|arbejds|projekt|koordinations|kontakt|bruger|opgave)gruppen?"
)
_ABOUT = r"(?:[ ](?:for|om|vedrørende|vedr\.)[ ][\wæøå][\wæøå ,§-]{1,60}?)?"
#: 'Det fælles strandråd', 'Styregruppen for havnen'.
_TOLD = re.compile(
    rf"(?:D(?:et|en)[ ](?:[\wæøå-]+[ ]){{1,3}}(?:{_LOWER}){_ABOUT}"
    r"|(?:Styre|Følge|Arbejds|Projekt|Koordinations|Kontakt|Bruger|Opgave)gruppen?"
    rf"{_ABOUT})(?=[ ]*(?:$|[-–—|:•,(]|(?:den|d\.)[ ]|\d))"
)
#: 'Bydelsrådet Nord', 'Forældrebestyrelsen i Børnehuset Solen', 'Huslejenævnet for Lundeby Kommune'.
_PLACED = re.compile(
    r"(?P<body>[A-ZÆØÅ][\wæøå]*(?:råd|udvalg|nævn|bestyrelse|kommission|forum)(?:et|en|n)?)"
    rf"(?:(?P<town>[ ](?:for|i)[ ]{MUNICIPALITY.pattern})|(?:[ ](?:i|for|ved|på))?(?:[ ]{_NAME}){{1,3}})[ :,]*"
)
_FIRST = 5
_LEAD = re.compile(
    r"(?:(?:Referat|Dagsorden|Beslutningsreferat|Beslutningsprotokol|Protokol|Mødereferat|Ekstraordinært|Ordinært|Møde)"
    r"(?:[ ](?:af|fra|for|til|over|i|møde(?:t)?))*[ ]*[:–-]?[ ]*)*",
    re.IGNORECASE,
)
#: 'Plan og kulturs møde den 9. marts 2022'.
_OWNS_MEETING = re.compile(rf"(?P<body>{_NAME}{_MORE}{{0,5}})s[ ]møde[ ](?:den[ ]|d\.[ ]?|\d)")
_NO_BODY = re.compile(r"\b(?:dag|måned|uge|år|for)en?$|\bmøde", re.IGNORECASE)


def told_body(texts: Iterable[str]) -> str | None:
    """The body that the titles of the minutes tell in no name of the usual form.

    >>> told_body(["Ekstraordinært Havnerådsmøde – Referat 9. november 2017"])
    'Havnerådet'
    >>> told_body(["Det fælles strandråd - Dagsordener og referater"])
    'Det fælles strandråd'
    >>> told_body(["Bydelsrådet Nord", "Referat 3. maj 2022"])
    'Bydelsrådet Nord'
    >>> told_body(["Plan og kulturs møde den 9. marts 2022"])
    'Plan og kultur'

    Args:
        texts: The lines of the head that stand without a label, in printed order.
    """
    short = [text for text in texts if len(text) < _LONGEST]
    told = any(date_in(text) or _TITLE.search(text) for text in short)
    for text in short[:_FIRST] if told else ():
        if (match := _PLACED.fullmatch(text, _lead(text))) is not None:
            return match["body"] if match["town"] else match.group().rstrip(" :,")
    for text in short:
        if (match := _TOLD.match(text, _lead(text))) is not None:
            return match.group().strip()
    titles = [text for text in short if date_in(text) or _TITLE.search(text)]
    for text in titles:
        if (match := _MEETING_OF.search(text)) is not None and match["word"].casefold() not in _ANY_MEETING:
            return _named(match)
    for text in titles:
        match = _OWNS_MEETING.match(text, _lead(text))
        if match and not _NO_BODY.search(match["body"]) and not MUNICIPALITY.search(match.group()):
            return match["body"]
    return None


def _lead(text: str) -> int:
    match = _LEAD.match(text)
    return match.end() if match else 0


def _named(match: re.Match[str]) -> str | None:
    """'Teknik- og Miljøudvalget' of 'Teknik- og Miljøudvalgsmøde'."""
    name = body_of_meeting(f"{match['word']}smøde")
    linked = _LINKED.search(match["before"])
    return f"{linked['linked']}{name}" if name and linked else name
