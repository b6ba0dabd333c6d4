"""Page numbers and running heads in the midst of a text whose page breaks are lost.

Only what is furniture beyond doubt goes: lines with a page number that counts up through the document while
the rest of the line stays the same, or the line beside a bare number; lines without a number that name
municipality and date; and the lines that stand beside every one of them. What else recurs without a page number
('Beslutning', 'Åben sag', a list of decisions) stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..danish.bodies import find_body
from ..danish.dates import DATE_PATTERN, find_date
from ..danish.headings import HEADINGS, heading_key
from ..danish.municipalities import MUNICIPALITY
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
#: A number that no word calls a page's: beside a date on its line, or alone beside the line that it belongs to.
_BARE_FORMS = (
    re.compile(rf"(?P<head>[^\n]{{0,100}}?{DATE_PATTERN}){_PARTED}{_NUMBER}{_OF}", re.IGNORECASE),
    re.compile(rf"{_NUMBER}{_OF}{_PARTED}(?P<head>[^\n]{{0,100}}?{DATE_PATTERN})", re.IGNORECASE),
)
_ALONE = re.compile(rf"{_NUMBER}{_OF}")
#: Pages count up by one, but for those whose number is lost.
_WIDEST_STEP = 3
_OF_DOCUMENT = re.compile(r"\bkommunes?\b|\bregion\b|møde|referat|dagsorden|protokol", re.IGNORECASE)
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
_LONGEST = 160
#: A line with date or municipality beside so many page numbers is furniture, though it stands elsewhere as well.
_FEWEST_NAMED = 3
#: What has no page number is furniture from so many times on.
_FEWEST_UNNUMBERED = 3
_PART = re.compile(r"\s+[-–—|·•/]\s+|[|·•,\t]\s*|\s{2,}|(?<=ommune)\s+(?=[A-ZÆØÅ])")
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
    lines = text.split("\n")
    filled = [index for index, line in enumerate(lines) if line]
    place = {index: number for number, index in enumerate(filled)}
    framed = f"\n{text}\n"
    hinted = any(sign in framed and pattern.search(framed) for sign, pattern in _HINTS)
    groups = [found for found in _groups(lines).values() if _counts_up(found, place)] if hinted else []
    meets = find_date(text[:_HEAD_TEXT])
    day = meets[0] if meets else None
    bare = _bare_groups(lines, filled)
    groups += [found for found in bare if _counts_pages(found, lines, filled, place, day)]
    groups += _unnumbered_groups(lines, place)
    of_items = [found for found in bare if found not in groups and _names_items(found, lines, filled, place, day)]
    gone: set[int] = set()
    for found in (*groups, *of_items):
        at_top = place[found[0].index] < _AT_TOP and bool(found[0].head)
        seams = [place[one.index] for one in found]
        inner = seams[1:] if at_top else seams
        gone.update(filled[seam] for seam in inner)
        if found not in of_items:
            gone.update(_continued(found, lines, filled, place))
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
        if not 2 < len(line) < _LONGEST or not _may_be_numbered(line):
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


def _bare_groups(lines: Sequence[str], filled: Sequence[int]) -> list[list[_Numbered]]:
    """Lines with a number that nothing calls a page's, those together whose date or neighbour is the same."""
    groups: dict[tuple[int, str], list[_Numbered]] = {}
    for place, index in enumerate(filled):
        line = lines[index]
        if len(line) > _LONGEST or not (line[0].isdigit() or line[-1].isdigit()):
            continue
        if alone := _ALONE.fullmatch(line):
            number = int(alone["number"].replace(" ", ""))
            for step in (-1, 1):
                beside = lines[filled[place + step]] if 0 <= place + step < len(filled) else ""
                if len(beside) <= _LONGEST and (_DATE.search(beside) or MUNICIPALITY.fullmatch(beside)):
                    groups.setdefault((step, beside), []).append(_Numbered(index, number, beside))
            continue
        for form, pattern in enumerate(_BARE_FORMS):
            if match := pattern.fullmatch(line):
                number = int(match["number"].replace(" ", ""))
                groups.setdefault((2 + form, match["head"]), []).append(_Numbered(index, number, match["head"]))
                break
    return list(groups.values())


def _counts_pages(
    found: Sequence[_Numbered], lines: Sequence[str], filled: Sequence[int], place: dict[int, int], day: str | None
) -> bool:
    """Whether bare numbers are those of pages and not, say, those that a case had at an earlier meeting."""
    if not _counts_up(found, place):
        return False
    if any(later.number - earlier.number > _WIDEST_STEP for earlier, later in pairwise(found)):
        return False
    if _OF_DOCUMENT.search(found[0].head):
        return True
    dated = find_date(found[0].head)
    alone = _ALONE.fullmatch(lines[found[0].index])
    if alone and len(found) >= _FEWEST_NAMED and dated and dated[0] == day:
        return True
    seams = [place[one.index] for one in found]
    furniture = {found[0].head}
    for step in (-1, 1):
        constant = {lines[filled[number]] for number in _beside(lines, filled, seams, seams, step)}
        if any(map(_OF_DOCUMENT.search, constant)):
            return True
        furniture |= constant
    return any(_breaks_sentence(lines, filled, seam, furniture) for seam in seams)


def _names_items(
    found: Sequence[_Numbered], lines: Sequence[str], filled: Sequence[int], place: dict[int, int], day: str | None
) -> bool:
    """Whether the head of each page has below it the number of the item at hand, which the item prints itself."""
    dated = find_date(found[0].head)
    if len(found) < 2 or dated is None or dated[0] != day or not _ABOUT_MEETING.search(found[0].head[: dated[1]]):
        return False
    before: _Numbered | None = None
    for one in found:
        seam = place[one.index]
        if not _ALONE.fullmatch(lines[one.index]) or seam + 1 >= len(filled) or lines[filled[seam - 1]] != one.head:
            return False
        if before is not None and (before.number > one.number or seam - place[before.index] <= _TEXT_BETWEEN):
            return False
        goes_on = before is not None and before.number == one.number
        if not goes_on and not re.match(rf"{one.number}[.:)]?[ \t]", lines[filled[seam + 1]]):
            return False
        before = one
    return True


def _continued(
    found: Sequence[_Numbered], lines: Sequence[str], filled: Sequence[int], place: dict[int, int]
) -> Iterator[int]:
    """Lines with the numbers of pages before and behind those found, that stand alone without what is beside those."""
    if not all(_ALONE.fullmatch(lines[one.index]) for one in found):
        return
    for one, step in ((found[0], -1), (found[-1], 1)):
        expected = one.number + step
        around = filled[place[one.index] + 1 :] if step > 0 else reversed(filled[: place[one.index]])
        for index in around:
            if lines[index] == str(expected):
                yield index
                expected += step


def _breaks_sentence(lines: Sequence[str], filled: Sequence[int], seam: int, furniture: set[str]) -> bool:
    """Whether a sentence runs over a line and the furniture around it."""
    before, behind = seam - 1, seam + 1
    while before >= 0 and lines[filled[before]] in furniture:
        before -= 1
    while behind < len(filled) and lines[filled[behind]] in furniture:
        behind += 1
    if before < 0 or behind >= len(filled):
        return False
    return lines[filled[before]][-1] not in ".:;?!" and lines[filled[behind]][0].islower()


def _unnumbered_groups(lines: Sequence[str], place: dict[int, int]) -> list[list[_Numbered]]:
    """Lines without a page number that recur and name, whole, a municipality and the date of a meeting."""
    groups: dict[str, list[_Numbered]] = {}
    for index in place:
        line = lines[index]
        if len(line) <= _LONGEST and "ommune" in line.casefold() and _DATE.search(line) and not is_content(line):
            parts = [part.strip() for part in _PART.split(line)]
            if any(map(MUNICIPALITY.fullmatch, parts)) and any(map(_DATE.search, parts)):
                groups.setdefault(line, []).append(_Numbered(index, 0, line))
    return [
        found
        for found in groups.values()
        if len(found) >= _FEWEST_UNNUMBERED
        and all(place[later.index] - place[earlier.index] > _TEXT_BETWEEN for earlier, later in pairwise(found))
    ]


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
    """Lines that stand at the same distance from every page number and, if they may be text, nowhere else behind."""
    for depth in range(1, _DEEPEST + 1):
        numbers = [number for seam in inner if 0 <= (number := seam + step * depth) < len(filled)]
        # Nothing need stand behind the last page's number.
        if len(numbers) < len(inner) and (len(inner) < _FEWEST_NAMED or len(numbers) < len(inner) - 1):
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
        # 'Byrådet 14.12.2009' may head a decision on the page, too.
        named = len(inner) >= _FEWEST_NAMED and (_DATE.search(line) or MUNICIPALITY.fullmatch(line))
        if not named and any(
            lines[filled[number]] == line for number in range(seams[0], len(filled)) if number not in expected
        ):
            return
        yield from numbers
