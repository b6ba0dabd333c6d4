"""The forms in which a line can announce an agenda item."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ..danish.bodies import BODY_PATTERN, INITIALS
from ..danish.headings import HEADINGS, heading_key
from .attachment_lines import names_attachment
from .case_numbers import case_number_of, is_of_frame
from .lines import MAX_HEADING, Line, is_debris


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that may be the heading of an item.

    Attributes:
        index: Index of the line.
        number: The item number as printed, or None.
        title: The title on this line; empty where only the number stands there.
        style: The form of the heading; the headings of one document mostly share one.
        offset: Where in the line the heading begins.
        lines_taken: How many lines number and title take.
    """

    index: int
    number: str | None
    title: str
    style: str
    offset: int = 0
    lines_taken: int = 1

    @property
    def value(self) -> int | None:
        """The number's place in its sequence, letters behind it dropped; None without a number."""
        return ordinal(self.number, self.style) if self.number else None


_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}


@lru_cache(maxsize=4096)
def ordinal(number: str, style: str) -> int | None:
    """The place of a printed number in its sequence; letters with numbers ('B.2') count hundreds."""
    if style == "letter":
        return ord(number) - ord("A") + 1
    if style == "dress:part":
        part, place = number.split(".")
        return 100 * int(part) + int(place)
    if style == "dress:series":
        return 100 * (ord(number[0]) - ord("A")) + int(number.lstrip("ABCDEFGHIJKLMNOPQRSTUVWX.-"))
    if style == "dress:year":
        return int(re.split("[/-]", number)[1])
    if style == "roman":
        values = [_ROMAN[letter] for letter in number]
        return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))
    digits = _DIGITS.match(number.replace("l", "1").replace("I", "1"))  # as OCR reads a one
    return int(digits.group()) if digits else None


_DIGITS = re.compile(r"\d+")


_BULLET = r"(?:[•·▪*-]\s*)?"
_NO = r"(?P<number>\d{1,4}[a-zA-Z]?)"
_WORD = re.compile(
    rf"^{_BULLET}(?P<word>Dagsordenens[ ]punkt|Dagsordenspunkt|Dagsordenpunkt|Tillægspunkt|Punkt|PUNKT|Pkt\.?|Sag|SAG"
    r"|Nr\.|Sagsnr\.|Ad\.?(?:[ ](?:punkt|pkt\.))?)[ ]?(?:nr\.?[ ]?)?"
    r"(?P<number>\d{1,4}[a-zA-Z]?|[lI]{1,2}(?=[.:]))(?![\d/]|[.,]\d)"
    r"(?:[ ]?[.:)|·][ \t]*|[ \t]+[-–—|·/][ \t]*|[-–—][ \t]+|[ \t]+|$)(?P<title>.*)$"
)
_SEPARATED = re.compile(
    rf"^{_BULLET}{_NO}[ ]?(?P<sep>[.:)])[ \t]*(?:(?P<again>\d{{1,4}})\.[ \t]+(?=[A-ZÆØÅ0-9§\"”“(]))?"
    r"(?P<title>[^\s\d].*|\d.*)$"
)
#: The number of the year and, behind it, the one of the meeting: '49/1. Spørgetid'.
_PAIRED = re.compile(r"^(?P<number>\d{1,4}/\d{1,3})[.:][ \t]+(?P<title>[A-ZÆØÅ§\"”“(].*)$")
_SPACED = re.compile(r"^(?P<number>\d{1,4}[a-z]?)(?P<sep>[ \t]+[-–—|·/]?[ \t]*)(?P<title>[A-ZÆØÅ§\"”“(].*)$")
_GLUED = re.compile(r"^(?P<number>\d{1,3}(?=[A-ZÆØÅ][a-zæøå])|\d{1,3}(?=[A-ZÆØÅ]{3}))(?P<title>.+)$")
_ALONE = re.compile(r"^(?P<number>\d{1,3})[.:]?$")
_TITLE_START = re.compile(r"[A-ZÆØÅ0-9§\"”“»'(\[]|[a-zæøå]{1,2}[A-ZÆØÅ]")
_DANGLING_DATE = re.compile(
    r"^(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december"
    r"|kvartal\b|(?-i:kl)\.?[ ]?\d|behandling|udgave|klasse|årgang|møde\b)",
    re.IGNORECASE,
)


#: A heading that names itself one ('Pkt. 294 Forslag fra …') may be longer than any other.
_ITEM_WORD = re.compile(r"(?:Dagsordenspunkt|Punkt|Pkt\.?)[ ]?\d{1,4}[.:]?[ ]")
_LONGEST = 600


def numbered_candidate(index: int, line: Line) -> Candidate | None:
    """Read a line as a numbered item heading, or None where its form excludes that."""
    text = line.text
    if len(text) > _LONGEST or (line.mark is not None and line.mark.kind == "table"):
        return None
    first = text[0]
    if len(text) > MAX_HEADING and (not _ITEM_WORD.match(text) or text[-1] == "."):
        return None
    if first.isdigit() or (first in "•·▪*-" and len(text) > 2 and text[1:].lstrip()[:1].isdigit()):
        return _bare_number(index, text)
    if first in "DPSNTAp•·▪*-":
        match = _WORD.match(text)
        if match:
            title = match["title"].strip()
            if title and not _TITLE_START.match(title):
                return None
            word = match["word"].casefold().rstrip(".")
            if word in ("sag", "nr", "sagsnr") and (not title or case_number_of(title)[1]):
                return None  # see number_apart
            return Candidate(index, match["number"], title, f"word:{word}")
    if first in _ORDINAL_START:
        match = _ORDINALS.match(text)
        if match:
            roman = match["number"] if len(match["number"]) > 1 or match["number"] in "IVX" else None
            return Candidate(index, match["number"], match["title"].strip(), "roman" if roman else "letter")
    return None


_ORDINAL_START = frozenset("ABCDEFGHIJKLMNOPQRSTUVWX")
_ORDINALS = re.compile(r"^(?P<number>[IVX]{1,5}|[A-X])[.:)][ \t]+(?P<title>[A-ZÆØÅ0-9§\"”“].*)$")


#: Behind the number of those who voted: '2 (C+V)', '4 A, O og T'.
_PARTIES = re.compile(r"\(?[A-ZÆØÅ](?:[ ]?(?:[+,/&]|[ ]og)[ ]?[A-ZÆØÅ])+\)?\.?|\([A-ZÆØÅ]{1,2}\)\.?|[A-ZÆØÅ]\.?")


def _bare_number(index: int, text: str) -> Candidate | None:
    counted = _SPACED.match(text)
    if counted is not None and _PARTIES.fullmatch(counted["title"]):
        return None
    match = _SEPARATED.match(text)
    if match:
        title = match["title"].strip()
        if not _TITLE_START.match(title) or _DANGLING_DATE.match(title) or _is_amount(match, title):
            return None
        if match["again"] and match["again"] != match["number"]:
            # '1.  1. Titel' doubles the list number; the item's own number is the second.
            return Candidate(index, match["again"], title, "sep:doubled")
        style = "sep:doubled" if match["again"] else f"sep:{match['sep']}"
        return Candidate(index, match["number"], title, style)
    match = _PAIRED.match(text)
    if match:
        return Candidate(index, match["number"], match["title"].strip(), "sep:pair")
    match = _SPACED.match(text)
    if match:
        value = int(re.match(r"\d+", match["number"]).group())  # type: ignore[union-attr]
        if 1900 <= value <= 2100:
            return None
        return Candidate(
            index, match["number"], match["title"].strip(), "sep:dash" if match["sep"].strip() else "sep:space"
        )
    match = _GLUED.match(text)
    if match:
        return Candidate(index, match["number"], match["title"].strip(), "glued")
    match = _ALONE.match(text)
    if match:
        return Candidate(index, match["number"], "", "alone")
    return None


def _is_amount(match: re.Match[str], title: str) -> bool:
    """Whether the separator is inside a figure: '1.500 kr.', '12:30 Velkomst', '3.2 Delmål'."""
    glued = match.start("title") == match.end("sep")
    return glued and title[0].isdigit()


def titles_stand_below(lines: Sequence[Line], numbers: Mapping[int, str]) -> bool | None:
    """Whether the titles stand below the numbers, in a house that prints numbers on lines of their own.

    Args:
        lines: The document's lines.
        numbers: The numbers by index of their line.

    Returns:
        Which side has more different titles (section headings are the same from item to item); None for a draw.
    """
    at = [i for i in numbers if 0 < i < len(lines) - 1]
    above = {lines[i - 1].text for i in at if _heads(lines[i - 1])}
    below = {lines[i + 1].text for i in at if _heads(lines[i + 1])}
    return None if len(above) == len(below) else len(below) > len(above)


def number_on(line: Line) -> str | None:
    """The item number that a line holds by itself, or with no more than the item's frame behind it."""
    match = _WORD.match(line.text) if line.text[0] in "DPSNT" else None
    if match is None or (match["title"] and not only_frame(match["title"].strip())):
        return None
    if not match["title"] and not match["word"].casefold().startswith(("sag", "pkt", "punkt")):
        return None
    return match["number"]


#: The number that the case had in another body.
_NUMBER_ELSEWHERE = re.compile(
    rf"\((?:{INITIALS}|{BODY_PATTERN})[ ](?:(?:sag|pkt\.|punkt|nr\.)[ ])*\d{{1,4}}(?:/\d{{2,4}})?\)"
)


def only_frame(text: str) -> bool:
    """Whether only an item's frame stands behind its number ('Punkt 4 | Sag 22/811 | Åbent', '(ØU 23/2010)')."""
    return is_of_frame(text) or _NUMBER_ELSEWHERE.fullmatch(text) is not None


def number_apart(index: int, number: str, lines: Sequence[Line], *, below: bool | None) -> Candidate | None:
    """An item whose number stands on a line of its own ('Sag nr. 129'), its title on the next, or above it.

    Args:
        index: Index of the line with the number.
        number: The number.
        lines: The document's lines; a title above may take up to three of them.
        below: Whether the house prints titles below the numbers (:func:`titles_stand_below`).

    Returns:
        The candidate, at its first line; None where the number has no title beside it.
    """
    after = lines[index + 1] if index + 1 < len(lines) else None
    if after is not None and _heads(after) and (below or (below is None and not after.blank_before)):
        return Candidate(index, number, "", "above")
    if index == 0:
        return None
    first = index - 1
    while first > max(0, index - 3) and _continues_above(lines[first], lines[first - 1]):
        first -= 1
    own = first == index - 1 and titles_number(lines[first])
    if not (looks_like_title(lines[first]) or own) or lines[index - 1].text[-1] in ".;:":
        return None
    title = " ".join(above.text for above in lines[first:index])
    return Candidate(first, number, title, "below", lines_taken=index + 1 - first)


def _heads(line: Line) -> bool:
    """Whether a line may be a title and is neither a section heading nor a case number."""
    return titles_number(line) and not case_number_of(line.text)[1]


#: Words that head a section in one house and an item in another, where an item's number stands beside them.
_SECTION_OR_ITEM = frozenset(("eventuelt", "orientering", "orienteringspunkter", "spørgsmål"))


def titles_number(line: Line) -> bool:
    """Whether a line may be the title of an item whose number stands on the line above or below."""
    if looks_like_title(line):
        return line.section_heading() is None
    return heading_key(line.text) in _SECTION_OR_ITEM


def _continues_above(line: Line, above: Line) -> bool:
    """Whether a line goes on with the one above it: set in small letters, or below a line that is full."""
    if line.blank_before or above.text[-1] in ".;:" or names_attachment(above.text):
        return False
    return line.text[0].islower() or len(above.text) >= 45


_LABEL = re.compile(
    r"^(?:Mødedeltagere|Deltagere|Medlemmer|Fraværende|Afbud|Mødedato|Mødested|Dato|Sted|Tid|Lokale|Udvalg"
    r"|Til stede|Tilstede)\b.{0,20}:"
)


#: What ends in a full stop without being a sentence: 'Takster for haller m.m.'
_SHORTENED = re.compile(r"\b(?:m\.?[mv]|o\.?l|m\.?fl)\.$")
# 'Lis Dam deltog som stedfortræder for Bo Lind', below a list of those who were away.
_WHO_WAS_THERE = re.compile(
    r"^[A-ZÆØÅ][\wæøå.-]*(?: [A-ZÆØÅ][\wæøå.-]*){1,3}(?: \([A-ZÆØÅ]{1,3}\))?(?:(?:,| og) [^:;]{3,60}?)?"
    r" (?:(?:deltog|mødte|er|var)(?: \w+)? (?:som )?(?:stedfortræder|suppleant|i stedet)(?:\b| for\b)"
    r"|(?:var|er) (?:fraværende|inhabil|ikke til ?stede)\b|(?:havde|har|meldte)(?: meldt)? (?:afbud|forfald)\b"
    r"|deltog ikke\b)"
)


def looks_like_title(line: Line) -> bool:
    """Whether a line could be the title of an item: short, capitalised, no sentence, no section heading."""
    text = line.text
    if (
        len(text) > 200
        or _LABEL.match(text)
        or not _TITLE_START.match(text)
        or (text[-1] in ".,;:" and not _SHORTENED.search(text))
        or heading_key(text) in HEADINGS
        or is_debris(text)
        or _WHO_WAS_THERE.match(text)
    ):
        return False
    return line.mark is None or line.mark.kind != "table"


def titled_candidate(index: int, line: Line) -> Candidate | None:
    """Read a line that the layout shows as a heading as an unnumbered item heading."""
    if not line.is_heading or (line.mark is not None and line.mark.kind == "field") or _ALONE.match(line.text):
        return None
    if not titles_number(line) or (line.level is None and line.section_heading() is not None):
        return None
    style = f"heading:{line.level}" if line.level is not None else "heading:bold"
    return Candidate(index, None, line.text, style)


_GROUP = re.compile(
    r"^(?:(?:[A-ZÆØÅ]|\d{1,3}|[IVX]{1,4})[.:)][ \t]*)?"
    r"(?:(?:sager|punkter|emner)\s+(?:til|for)\s+(?:\w+|.{0,40})"
    r"|(?:åbne?|åbent|lukkede?|lukket|offentlige?)\s*(?:punkter|sager|dagsordens?punkter|dagsorden|møde|del)"
    r"|til\s+(?:[\wæøå, -]{0,50}(?:udvalget|rådet|bestyrelsen|repræsentationen|magistraten)s\s+)?"
    r"(?:efterretning|orientering|drøftelse|beslutning|godkendelse|afgørelse)(?:\s*[-–].*)?"
    r"|(?:for\s+)?(?:åbne|lukkede)\s+døre|(?:for\s+)?(?:åben|lukket)\s+dør"
    r"|tillægsdagsorden|beslutningssager|orienteringssager|drøftelsessager|temapunkter)"
    r"\b.{0,40}:?$",
    re.IGNORECASE,
)


_LETTERED_GROUP = re.compile(
    r"^(?:[A-ZÆØÅ]|[IVX]{1,4})[.:)][ \t]*"
    r"(?:orientering(?:er)?|drøftelser?|beslutning(?:er)?|godkendelser?|efterretning(?:er)?|meddelelser)\s*:?$",
    re.IGNORECASE,
)


def is_group_heading(text: str) -> bool:
    """Whether a line heads a group of items ('C. Sager til drøftelse', '19. SAGER TIL DRØFTELSE', 'D. Orientering')."""
    return len(text) <= 90 and text[-1] not in ".,;" and _heads_group(text)


@lru_cache(maxsize=16384)
def _heads_group(text: str) -> bool:
    plain = _closed_up(text)
    return _GROUP.match(plain) is not None or _LETTERED_GROUP.match(plain) is not None


_CLOSED_GROUP = re.compile(r"\W*(?:\w{1,3}[.:)]\s*)?(?:.*\bluk)", re.IGNORECASE)


def is_closed_group(text: str) -> bool:
    """Whether a line heads a group of closed items ('Lukkede punkter', 'B. SAGER FOR LUKKEDE DØRE')."""
    return is_group_heading(text) and _CLOSED_GROUP.match(_closed_up(text)) is not None


_SPACED_LETTERS = re.compile(r"(?:\S ){3,}")


def _closed_up(text: str) -> str:
    """Text set in spaced letters ('Å B N E   S A G E R') as plain words."""
    if text[1:2] != " " or not _SPACED_LETTERS.match(text):
        return text
    return " ".join(word.replace(" ", "") for word in re.split(r" {2,}", text))
