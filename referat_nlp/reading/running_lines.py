"""Page numbers and running heads in the midst of a text whose page breaks are lost.

Only what is furniture beyond doubt goes: lines with a page number that counts up through the document while
the rest of the line stays the same, and the lines that stand beside every one of them. What recurs without a
page number ('Beslutning', 'Åben sag', a list of decisions) stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..danish.bodies import find_body
from ..danish.dates import DATE_PATTERN, find_date
from ..danish.headings import HEADINGS, heading_key
from ..schema import Meeting

_NUMBER = r"(?P<number>\d{1,4}|\d(?:[ ]\d){1,3})"
_OF = r"(?:[ ]?(?:af|of|/)[ ]?\d{1,4})?"
_SIDE = r"(?:Side|SIDE|S[ ]i[ ]d[ ]e|S[ ]I[ ]D[ ]E|Page|Blad(?:[ ]nr\.?)?)[: ]*"
_PARTED = r"[ \t|,;·•–—-]+"
_HEAD = r"(?P<head>[^\n]{3,120}?)"
_FORMS = (
    re.compile(rf"[-–—][ ]?{_NUMBER}[ ]?[-–—]"),
    re.compile(rf"(?:{_HEAD}{_PARTED})?{_SIDE}{_NUMBER}{_OF}\.?"),
    re.compile(rf"{_SIDE}{_NUMBER}{_OF}{_PARTED}{_HEAD}"),
    re.compile(rf"{_HEAD}[ ]?[|·•][ ]?{_NUMBER}{_OF}"),
    re.compile(rf"{_NUMBER}{_OF}[ ]?[|·•][ ]?{_HEAD}"),
)
# A text that holds none of these signs is not searched for what behind or before them makes a page number.
_HINTS = (
    ("ide", re.compile(r"Side[: ]*\d")),
    ("IDE", re.compile(r"SIDE[: ]*\d")),
    (" d e", re.compile(r"S i d e[: ]*\d")),
    (" D E", re.compile(r"S I D E[: ]*\d")),
    ("Blad", re.compile(r"Blad(?: nr\.?)?[: ]*\d")),
    ("Page", re.compile(r"Page[: ]*\d")),
    ("|", re.compile(r"\|[ ]?\d|\d[ ]?\|")),
    ("·", re.compile(r"·[ ]?\d|\d[ ]?·")),
    ("•", re.compile(r"•[ ]?\d|\d[ ]?•")),
    ("-\n", re.compile(r"\n-[ ]?\d[\d ]{0,6}-\n")),
    ("–\n", re.compile(r"\n–[ ]?\d[\d ]{0,6}–\n")),
    ("—\n", re.compile(r"\n—[ ]?\d[\d ]{0,6}—\n")),
)
_ABOUT_MEETING = re.compile(
    rf"kommune|region|udvalg|råd|bestyrelse|repræsentation|nævn|magistrat|referat|dagsorden|protokol|møde"
    rf"|{DATE_PATTERN}",
    re.IGNORECASE,
)
_DATE = re.compile(DATE_PATTERN)
#: Where the mayor signs each page.
_INITIALS = re.compile(r"\b(?:init(?:ialer|\.)?|paraf)[ ]?:[ ]?(?:[_. …]+|[A-ZÆØÅ./ ]{1,12})$", re.IGNORECASE)
_ITEM_HEADING = re.compile(r"(?:Dagsordens?punkt|Punkt|Pkt\.?|Sag|Nr\.?)\b|\d+\s*[.:)]")
_SAID_OF_ITEM = re.compile(
    r"(?:åbe?nt?e?|lukkede?t?)[ ](?:sag(?:er)?|punkt(?:er)?|dagsorden)\b"
    r"|(?:sagsnr|sagsid|journaln|j\.?[ ]?nr|kle)"
    r"|[^\n:]*(?:beslutning|behandling|indstilling|vedtagelse|anbefaling)(?:er|en)?\b(?!s)",
    re.IGNORECASE,
)
_LIST_POINT = re.compile(r"[-–•*·][ \t]+[^\W\d_]")
_NOT_TEXT = re.compile(r"[\W\d_]+")
#: A running head stands over this many lines of text at least: lists of pages and of files do not.
_TEXT_BETWEEN = 3
_AT_TOP = 3
_DEEPEST = 4
_HEAD_TEXT = 6000


@dataclass(frozen=True, slots=True)
class _Numbered:
    index: int
    number: int
    head: str


def is_content(line: str) -> bool:
    """Whether a line that recurs at the edges of pages is one of those that recur in minutes themselves.

    Args:
        line: The line, stripped.
    """
    if _DATE.fullmatch(line) or _INITIALS.search(line):
        return False
    # Two items may well end with the same attachment, each at the foot of a page.
    if any(form.match(line) for form in (_ITEM_HEADING, _SAID_OF_ITEM, _LIST_POINT)) or line.endswith((".", ":")):
        return True
    label = line.partition(":")[0]
    return heading_key(line) in HEADINGS or heading_key(label) in HEADINGS


def running_lines(text: str) -> set[int]:
    """The numbers of the lines that are page furniture.

    The first page keeps its head, page number and all: it may be the only place that names the municipality.

    Args:
        text: Text in normal form.
    """
    framed = f"\n{text}\n"
    if not any(sign in framed and pattern.search(framed) for sign, pattern in _HINTS):
        return set()
    lines = text.split("\n")
    filled = [index for index, line in enumerate(lines) if line]
    place = {index: number for number, index in enumerate(filled)}
    gone: set[int] = set()
    for found in _groups(lines).values():
        if not _counts_up(found, place):
            continue
        at_top = place[found[0].index] < _AT_TOP and bool(found[0].head)
        seams = [place[one.index] for one in found]
        inner = seams[1:] if at_top else seams
        gone.update(filled[seam] for seam in inner)
        for step in (-1, 1):
            gone.update(filled[number] for number in _beside(lines, filled, seams, inner, step))
    return gone


def kept_lines(lines: Sequence[str], gone: set[int]) -> Iterator[int | None]:
    """The numbers of the lines that stay, in order; None for a blank line where two pages meet.

    Args:
        lines: The lines.
        gone: Those that go, and with them the blank lines around them.
    """
    from .pages import join_pages

    before: str | None = None
    blanks: list[int] = []
    met_seam = False
    for index, line in enumerate(lines):
        if index in gone:
            met_seam = True
        elif not line:
            blanks.append(index)
        else:
            if not met_seam:
                yield from blanks
            elif before is not None and not join_pages([before], [line]):
                yield None
            yield index
            before, met_seam = line, False
            blanks.clear()


def declared_by(furniture: Sequence[str], text: str, meeting: Meeting | None) -> Meeting | None:
    """The meeting, with the date and the body that only page furniture tells.

    Args:
        furniture: Lines that were left out of the text.
        text: The text.
        meeting: What the format declares; it stands.
    """
    if not furniture:
        return meeting
    told: dict[str, str] = {}
    found = [(line, find_date(line)) for line in furniture]
    dates = {date[0] for _, date in found if date}
    if len(dates) == 1 and not dates & set(_dates(text[:_HEAD_TEXT])):
        told["date"] = dates.pop()
    undated = (f"{line[: date[1]]}\n{line[date[2] :]}" if date else line for line, date in found)
    bodies = {body for line in undated if (body := find_body(line))}
    if len(bodies) == 1 and not any(body.casefold() in text.casefold() for body in bodies):
        told["body"] = bodies.pop()
    if not told:
        return meeting
    meeting = meeting or Meeting()
    new = {name: value for name, value in told.items() if getattr(meeting, name) is None}
    return meeting.model_copy(update=new)


def _dates(text: str) -> Iterator[str]:
    position = 0
    while found := find_date(text, position):
        yield found[0]
        position = found[2]


def _groups(lines: Sequence[str]) -> dict[tuple[int, str], list[_Numbered]]:
    """Lines with a page number, those together that are alike but for it."""
    groups: dict[tuple[int, str], list[_Numbered]] = {}
    for index, line in enumerate(lines):
        if not 2 < len(line) < 160 or not _may_be_numbered(line):
            continue
        for form, pattern in enumerate(_FORMS):
            match = pattern.fullmatch(line)
            if match:
                head = match.groupdict().get("head") or ""
                rest = line[: match.start("number")] + "#" + line[match.end("number") :]
                number = int(match["number"].replace(" ", ""))
                groups.setdefault((form, " ".join(rest.split())), []).append(_Numbered(index, number, head))
                break
    return groups


def _may_be_numbered(line: str) -> bool:
    """Whether any of the forms can match: quick to see, and most lines cannot."""
    last = line[-2] if line[-1] == "." else line[-1]
    return last.isdigit() or last in "-–—" or line[0].isdigit() or line[0] in "SP"


def _counts_up(found: Sequence[_Numbered], place: dict[int, int]) -> bool:
    if len(found) < 2 or is_content(found[0].head):
        return False
    head = found[0].head
    if head and not _ABOUT_MEETING.search(head):
        return False
    return all(
        earlier.number < later.number and place[later.index] - place[earlier.index] > _TEXT_BETWEEN
        for earlier, later in pairwise(found)
    )


def _beside(
    lines: Sequence[str], filled: Sequence[int], seams: Sequence[int], inner: Sequence[int], step: int
) -> Iterator[int]:
    """Lines that stand at the same distance from every page number and nowhere else behind the first."""
    for depth in range(1, _DEEPEST + 1):
        numbers = [seam + step * depth for seam in inner]
        if not all(0 <= number < len(filled) for number in numbers):
            return
        texts = {lines[filled[number]] for number in numbers}
        if len(inner) < 2:
            first = seams[0] + step * depth
            texts |= {lines[filled[first]]} if 0 <= first < len(filled) else set()
        line = texts.pop()
        if (
            texts
            or is_content(line)
            or not (_ABOUT_MEETING.search(line) or _INITIALS.search(line) or not _NOT_TEXT.sub("", line))
        ):
            return
        expected = {seam + step * depth for seam in seams}
        if any(lines[filled[number]] == line for number in range(seams[0], len(filled)) if number not in expected):
            return
        yield from numbers
