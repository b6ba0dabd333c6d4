"""The lines of a summary: chosen sentences as they are read alone.

A point of the indstilling is read behind what leads to it, 'Forvaltningen indstiller, at planen vedtages'; a quotation
mark without its other half and the number in 'At 2) planen vedtages' are left out. No word is added but the 'at' that
all points of a list share.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ...danish.sentences import ENDS_SENTENCE, sentence_spans, without_stop
from ...schema import Span
from ..context import ItemContext
from .sentences import Candidate
from .telling import is_point

_AT = re.compile(
    r"(?:\(?(?:\d{1,2}|[a-z])[.)]\s*)?at\b[:,]?\s*(?:\(?\d{1,2}[.):]\s*|[a-z]\)\s*)?(?:at\s+)?", re.IGNORECASE
)
_ENDS_AT = re.compile(r",?\s*\bat\s*[:,]?\Z", re.IGNORECASE)
_MOST_LEADING = 20
_LEADS = re.compile(r"(?:\bat|[,:])\Z")
# 'at udvalget', 'at Økonomiudvalget over for Byrådet': who does what the points say.
_SUBJECT = re.compile(r"at\s+\w[\w-]*(?:\s+\w[\w-]*){0,6}\s*:?")
_ENDS_SUBJECT = re.compile(rf"\b{_SUBJECT.pattern}\Z")
_SAYS_AT = re.compile(r"\bat\b")
_ASKS = re.compile(r"\b(?:indstiller|indstilles|anbefaler|anbefales|foreslår|foreslås)\b", re.IGNORECASE)
# 'indstiller til udvalget at godkende planen': no comma before the infinitive.
_INFINITIVE = re.compile(
    r"(?:godkende|anbefale|tiltræde|vedtage|tage|drøfte|beslutte|give|udpege|vælge|sende|afsætte|frigive|bevilge|fastsætte"
    r"|fastlægge|optage|igangsætte|bemyndige|indstille|meddele|afslå|sælge|købe|oprette|nedsætte|prioritere|ændre)\s+(?!af\b)",
    re.IGNORECASE,
)
# What a point ends with where another follows, and a sentence does not.
_GOES_ON = re.compile(r"[\s,;]+(?:(?:og|samt|eller|herunder)[\s,;]*)?\Z|[\s,;]+(?:og|samt)\s+at\s*\Z")
_QUOTES = '"”“„»«'


@dataclass(frozen=True, slots=True)
class Leader:
    """What leads to the points of a list.

    Attributes:
        text: Its words on one line, 'Forvaltningen indstiller, at udvalget'.
        span: Where they stand; None where they are the section's heading.
    """

    text: str
    span: Span | None


def leader(item: ItemContext, each: Candidate) -> Leader | None:
    """What leads to a point of the indstilling.

    Args:
        item: The item.
        each: A sentence of it.

    Returns:
        The sentence above the list that has no end, or the section's heading where it is one that leads,
        'Administrationen indstiller'; None where the sentence is no point that needs one, and where there is none or
        a long one.
    """
    if each.section != "indstilling" or not (each.text[0].islower() or _AT.match(each.text)):
        return None
    section = next((one for one in item.item.sections if one.span[0] <= each.span[0] < one.span[1]), None)
    if section is None:
        return None
    heading = section.heading if section.heading and _ASKS.search(section.heading) else None
    found = Leader(heading, None) if heading else None
    above = [span for span in sentence_spans(item.text, *section.span) if span[1] < each.span[0]]
    for start, end in reversed(above):
        sentence = " ".join(item.text[start:end].split())
        if heading and _SUBJECT.fullmatch(sentence):
            found = Leader(f"{heading.rstrip(' :,')}, {sentence}", (start, end))
            break
        if not is_point(sentence) and (_LEADS.search(sentence) or _open_asking(sentence)):
            found = Leader(sentence, (start, end))
            break
    if found is None or len(found.text.split()) > _MOST_LEADING:
        return None
    return replace(found, text=found.text.capitalize()) if found.text.isupper() else found


def _open_asking(sentence: str) -> bool:
    return bool(_ASKS.search(sentence)) and not ENDS_SENTENCE.search(sentence)


def _bare(point: str) -> str:
    """A point without the 'at' and the number that it begins with."""
    opened = _AT.match(point)
    return point[opened.end() :] if opened else point


def behind(leading: str, point: str) -> str:
    """A point behind what leads to it.

    Args:
        leading: The words above the list.
        point: The point.

    Returns:
        One sentence.

    Example:
        >>> behind("Det indstilles:", "At 1) planen vedtages.")
        'Det indstilles, at planen vedtages.'
        >>> behind("Chefen indstiller, at udvalget:", "vedtager planen.")
        'Chefen indstiller, at udvalget vedtager planen.'
    """
    bare = leading.rstrip(" :,")
    if _AT.match(point) or _ENDS_AT.search(leading):
        joint = " at" if _INFINITIVE.match(_bare(point)) else ", at"
        return f"{_ENDS_AT.sub('', leading).rstrip(' :,')}{joint} {_bare(point)}"
    if _ENDS_SUBJECT.search(bare):
        return f"{bare} {point}"
    return f"{bare}, {point}" if _SAYS_AT.search(bare) else f"{bare}: {point}"


def added(line: str, leading: str, point: str) -> str:
    """A further point of the same list behind a line.

    Args:
        line: The line so far.
        leading: The words above the list.
        point: The point.

    Returns:
        One sentence.

    Example:
        >>> added("Det indstilles, at planen vedtages, og", "Det indstilles,", "at den sendes i høring")
        'Det indstilles, at planen vedtages, at den sendes i høring'
    """
    at = "at " if _AT.match(point) or _ENDS_AT.search(leading) else ""
    return f"{without_stop(_GOES_ON.sub('', line))}, {at}{_bare(point)}"


def alone(text: str) -> str:
    """A sentence that begins as one.

    Args:
        text: A sentence, or a point without what leads to it.

    Returns:
        It with a capital.

    Example:
        >>> alone("at planen vedtages.")
        'At planen vedtages.'
    """
    whole = f"at {_bare(text)}" if _AT.match(text) else text
    return whole[:1].upper() + whole[1:]


def ended(line: str) -> str:
    """A line with a mark at its end: a title and a point of a list have none.

    Args:
        line: A line.

    Returns:
        The line as a sentence.

    Example:
        >>> ended("at huset købes for 6 mio. kr.,")
        'at huset købes for 6 mio. kr.'
    """
    bare = _GOES_ON.sub("", line)
    return bare if bare.endswith(":") or ENDS_SENTENCE.search(bare) else f"{bare}."


def unquoted(line: str) -> str:
    """A sentence without the quotation mark at its beginning or end whose other half stands elsewhere.

    Args:
        line: A sentence.

    Returns:
        The sentence.

    Example:
        >>> unquoted('"Vi foreslår en ny skole.')
        'Vi foreslår en ny skole.'
    """
    if sum(line.count(mark) for mark in _QUOTES) != 1:
        return line
    return line.lstrip(_QUOTES) if line[0] in _QUOTES else line.rstrip(_QUOTES)
