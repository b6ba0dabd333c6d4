"""The frame of an item: what stands between its title and its text.

Case number, open or closed, who has the case, which bodies it goes to, and the title printed again. None of it is
text of the item, whatever a house prints there and in whatever form: lines, rows of a table, or a matrix of crosses.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ..danish.bodies import BODY_PATTERN, INITIALS, same_body
from ..danish.dates import DATE_PATTERN, find_date
from .attachment_lines import FILE
from .case_numbers import (
    case_number_below,
    case_number_in_title,
    case_number_of,
    is_frame_line,
    is_label_only,
    is_of_frame,
    says_closed,
)
from .completed import is_clock_line
from .item_headings import is_group_heading
from .lines import Line, is_debris
from .toc import title_key


@dataclass(frozen=True, slots=True)
class RawItem:
    """An item before its text is read.

    Attributes:
        first: Index of its heading line.
        body: Index of the first line behind number and title.
        end: Index of the line behind its last.
        number: The number as printed, or None.
        title: The title; None where it was lost.
        case_number: The case number, where it is known already.
        closed: Whether the format marks it as closed; None where it does not tell.
        attachments: Attachments that the format lists.
        offset: Characters of the heading line that belong to what stands before the item.
    """

    first: int
    body: int
    end: int
    number: str | None
    title: str | None
    case_number: str | None = None
    closed: bool | None = None
    attachments: tuple[str, ...] = ()
    offset: int = 0


@dataclass(slots=True)
class Frame:
    """What the lines between an item's title and its text tell.

    Attributes:
        case_number: The case number, or None.
        closed: Whether the doors are closed.
        text_from: Index of the first line of the item's text.
        attachments: File names that stand there.
        aside: Index of the first line of the frame that stands behind a section of one line ('Kompetence: Byrådet'),
            and of the line behind the last; equal where there is none.
    """

    case_number: str | None
    closed: bool
    text_from: int
    attachments: list[str] = field(default_factory=list)
    aside: tuple[int, int] = (0, 0)


_CLOSED_TITLE = re.compile(
    r"^\W*lukke(?:t|de)\b|\blukket (?:punkt|sag|møde|dagsorden)|\bfor lukkede døre\b"
    r"|\bikke-?[ ]?offentligt? punkt\b"
    r"|[(\[](?:for )?(?:lukket|lukkede døre|fortrolig|ikke[ -]offentlig)|\((?:L|LD)\)$"
    r"|[-–]\s*(?:lukket|fortrolig)t?\b|^\W*fortrolig(?:t|e)?(?:\s*:|\s*[-–]\s|\s+(?:punkt|sag)\b)",
    re.IGNORECASE,
)
_BODY = rf"(?:{BODY_PATTERN}|{INITIALS})"
_SEPARATOR = r"(?:[ ]?(?:,|;|/|–|-|>|→|\+)[ ]?(?:og[ ])?|[ ]+(?:og|samt)[ ]+|[ ]+)"
#: 'KNU/LB - ØK - BY': who has the case, and the bodies that it goes to.
_INITIALS_ONLY = re.compile(rf"{INITIALS}(?:{_SEPARATOR}{INITIALS})+\.?")
_BODIES = re.compile(rf"{_BODY}(?:(?:[ ]?(?:,|;|/|–|-|>|→|\t)[ ]?|[ ]og[ ]|[ ]samt[ ])(?:via[ ])?{_BODY})*\.?")
_ROUTE_LABEL = re.compile(
    r"(?:(?:Videre)?[Ss]endes (?:herefter )?til|Går (?:videre )?til|Videresendes til|Forelægges(?: for)?"
    r"|Til behandling i|Behandlingsforløb|Mødeforløb|Udvalgsforløb)[ ]?:?[ \t]+(?P<to>\S.*)"
)
_CROSS = re.compile(r"[xX✓✔☒☑](?:[ \t]+[xX✓✔☒☑])*")
_CELL = re.compile(
    rf"{_CROSS.pattern}|{DATE_PATTERN}|\d{{1,4}}[.:]?|(?:pkt\.?|punkt|nr\.?)[ ]?\d{{1,4}}", re.IGNORECASE
)
_COLUMN = re.compile(
    r"(?:behandl(?:ing|et|es)(?: i)?|behandlende (?:udvalg|organ)|politisk behandling|møde(?:dato)?|dato|udvalg|instans"
    r"|organ|forum|punkt(?:nr\.?)?|pkt\.?(?:nr\.?)?|sag(?:snr)?\.?|nr\.?|type|status|sagsgang|åben|åbent|lukket"
    r"|(?:åbent?|lukket) (?:punkt|sag)|åben/lukket)",
    re.IGNORECASE,
)
_GROUP_OF_BODY = re.compile(rf"(?:(?:(?:Sager|Punkter|Indstillinger)[ ])?(?i:fra|vedr\.?)[ ])?{BODY_PATTERN}")
_NUMBER_AGAIN = r"(?:(?:Dagsordens?punkt|Punkt|Pkt\.?|Sag)[ ]?(?:nr\.?[ ]?)?)"
#: What is more than a line of a list of meetings.
_LONGEST = 110


def read_frame(raw: RawItem, lines: Sequence[Line]) -> Frame:
    """Read the lines between an item's title and its text.

    Args:
        raw: Where the item stands and what its heading told.
        lines: The document's lines.

    Returns:
        What they tell, and where the text begins.
    """
    frame = _of_heading(raw, lines)
    frame.text_from = i = _read(raw.body, raw, lines, frame)
    heading = lines[i].section_heading() if frame.case_number is None and i + 1 < raw.end else None
    if heading is not None and heading.kind == "kompetence" and 0 < heading.length < len(lines[i].text) < _LONGEST:
        # 'Kompetence: Byrådet' is a section of one line, and may stand in the midst of the frame.
        behind = _read(i + 1, raw, lines, frame)
        if frame.case_number is not None:
            frame.aside = (i + 1, behind)
    return frame


def _of_heading(raw: RawItem, lines: Sequence[Line]) -> Frame:
    """What the lines of number and title tell beside them."""
    case_number = raw.case_number or case_number_in_title(raw.title or "")
    closed = raw.closed if raw.closed is not None else False
    for line in lines[raw.first : raw.body]:
        number, is_case_line = case_number_of(line.text)
        if is_case_line and number != raw.number and raw.title not in (None, line.text):
            case_number = case_number or number  # between number and title
            closed = closed or says_closed(line.text)
            continue
        before, _, rest = line.text.partition(raw.title or "\n")
        for beside in (before.partition(raw.number or "\n")[2], rest):
            said = beside.strip(" \t|·•:.,;)–—-")  # 'Sag nr. 130   J.nr. 04.08.00-P20-2-17'
            case_number = case_number or case_number_of(said)[0]
            closed = closed or says_closed(said)
    return Frame(case_number, closed or _CLOSED_TITLE.search(raw.title or "") is not None, raw.body)


def _read(i: int, raw: RawItem, lines: Sequence[Line], frame: Frame) -> int:
    """Read lines of the frame from an index on, and give the index of the first that is none."""
    while i < raw.end:
        line = lines[i]
        if line.mark is not None and line.mark.kind == "field":
            break
        number, is_case_line = case_number_of(line.text)
        if is_case_line and number is None and line.section_heading() is not None:
            break  # 'Sagen kort:'
        taken = 1
        if (rows := _matrix(i, raw.end, lines)) > 1:
            taken = rows  # before all else: its columns may be 'Åbent punkt' and 'Lukket punkt'
        elif is_case_line:
            frame.case_number = frame.case_number or number
            frame.closed = frame.closed or says_closed(line.text)
            if number is None and is_label_only(line.text) and i + 1 < raw.end and len(lines[i + 1].text) <= 30:
                below, is_number = case_number_of(lines[i + 1].text)
                if is_number and below:
                    frame.case_number = frame.case_number or below
                    frame.closed = frame.closed or says_closed(lines[i + 1].text)
                    taken = 2
        elif says_closed(line.text):
            frame.closed = True
        elif i + 1 < raw.end and (number := case_number_below(line.text, lines[i + 1].text)) is not None:
            frame.case_number = frame.case_number or number
            taken = 2
        elif (file := FILE.fullmatch(line.text)) is not None:
            frame.attachments.append(file["name"])
        elif not (
            is_frame_line(line.text)
            or is_debris(line.text)
            or is_group_heading(line.text)
            or (is_clock_line(line.text) and i + 1 < raw.end)
        ):
            taken = _title_again(i, raw, lines) or _route(i, raw, lines)
        if not taken:
            break
        i += taken
    return i


def _title_again(index: int, raw: RawItem, lines: Sequence[Line]) -> int:
    """How many lines print number or title again."""
    text = lines[index].text
    if raw.number and re.fullmatch(rf"{_NUMBER_AGAIN}?{re.escape(raw.number)}[.:]?", text):
        return 1
    key = title_key(raw.title or "")
    if len(key) < 4 or lines[index].section_heading() is not None:
        return 0
    both = f"{text} {lines[index + 1].text}" if index + 1 < raw.end else text
    for count, again in ((1, text), (2, both)):
        numbered = re.sub(rf"^{_NUMBER_AGAIN}?{re.escape(raw.number)}[.: -]+", "", again) if raw.number else again
        if key in (title_key(again), title_key(numbered)):
            return count
    return 0


def _route(index: int, raw: RawItem, lines: Sequence[Line]) -> int:
    """How many lines, one or none, only tell which bodies the case goes to."""
    line = lines[index]
    text = line.text
    if len(text) > _LONGEST:
        return 0
    label = _ROUTE_LABEL.fullmatch(text)
    if label is not None and _BODIES.fullmatch(label["to"].strip()):
        return 1
    heading = line.section_heading()
    if heading is not None:
        met = heading.body is not None and heading.date is not None and heading.length >= len(text)
        return int(met and _tells_meetings_only(index, raw, lines))
    if _INITIALS_ONLY.fullmatch(text):
        return 1
    after = lines[index + 1] if index + 1 < raw.end else None
    if after is None or _BODIES.fullmatch(text) is None:
        return 0
    # One body alone may well head what it decided.
    ends = after.section_heading() is not None or is_of_frame(after.text)
    return int(ends)


def _tells_meetings_only(index: int, raw: RawItem, lines: Sequence[Line]) -> bool:
    """Whether 'Økonomiudvalget den 5. maj 2008, pkt. 3' has nothing below it, and its decision stands further on."""
    heading = lines[index].section_heading()
    after = lines[index + 1] if index + 1 < raw.end else None
    if heading is None or after is None or after.section_heading() is None:
        return False
    return any(
        len(line.text) <= _LONGEST
        and (found := find_date(line.text)) is not None
        and found[0] == heading.date
        and (again := re.match(_BODY, line.text)) is not None
        and same_body(again.group(), heading.body)
        for line in lines[index + 1 : raw.end]
    )


def _matrix(index: int, end: int, lines: Sequence[Line]) -> int:
    """How many lines are rows of a table of bodies with days, numbers or crosses, and of no words besides.

    Text without tables has the initials of the bodies on lines of their own, and below them the crosses.
    """
    rows: list[list[str]] = []
    listed = _initials_alone(lines[index])
    for line in lines[index:end]:
        in_table = line.mark is not None and line.mark.kind == "table"
        crossed = bool(rows) and _CROSS.fullmatch(line.text) is not None
        if not (in_table or crossed or (listed and _initials_alone(line))):
            break
        rows.append([cell.strip() for cell in line.text.split("\t")])
    cells = [cell for row in rows for cell in row if cell]
    if len(rows) < 2 or any(len(cell) > _LONGEST for cell in cells):
        return 0
    bodies = [cell for cell in cells if re.fullmatch(_BODY, cell)]
    columns = [cell for cell in cells if _COLUMN.fullmatch(cell)]
    told = [cell for cell in cells if _CROSS.fullmatch(cell) or re.fullmatch(DATE_PATTERN, cell)]
    known = len({*bodies, *columns}) > 1 or bool(bodies and told)
    if not known or not (told or columns or listed):
        return 0
    return len(rows) if all(c in bodies or c in columns or _CELL.fullmatch(c) for c in cells) else 0


def _initials_alone(line: Line) -> bool:
    """Whether a line holds the initials of a body and no more, and heads nothing ('BILAG')."""
    return re.fullmatch(INITIALS, line.text) is not None and line.section_heading() is None


def heads_group(line: Line) -> bool:
    """Whether a line names no more than a body whose items follow ('ØKONOMIUDVALGET' above the next title).

    Args:
        line: The last line before an item.

    Returns:
        False for a line that the layout shows as plain text: it may be all that a section says.
    """
    text = line.text.rstrip(" :")
    if not line.blank_before or not (text.isupper() or line.level is not None) or len(text) > 90:
        return False
    name = text.title().replace(" Og ", " og ").replace(" For ", " for ") if text.isupper() else text
    return len(text) > 5 and _GROUP_OF_BODY.fullmatch(name) is not None
