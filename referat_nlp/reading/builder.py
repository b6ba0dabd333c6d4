"""Text put together line by line, with offsets that are right when it is finished."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from ..danish.municipalities import only_municipality
from ..document import Document, ItemHint, Mark, MarkKind
from ..schema import Meeting, Person
from .mojibake import repair
from .normalise import hyphen_joint, normalise, one_line
from .running_lines import declared_by, kept_lines, running_lines

#: In running heads the body stands behind the municipality, at the other edge of the page.
_BEFORE_BODY = re.compile(r"(?<=[Kk]ommune)\s+(?=[A-ZÆØÅ])")


@dataclass(slots=True)
class _Line:
    text: str
    kind: MarkKind | None = None
    level: int | None = None


@dataclass(slots=True)
class _Item:
    """An item whose bounds are numbers of lines."""

    title: str
    number: str | None
    case_number: str | None
    closed: bool | None
    attachments: tuple[str, ...]
    start: int
    body: int
    end: int


@dataclass(slots=True)
class TextBuilder:
    """Appends normalised lines and remembers marks, pages and items.

    Attributes:
        wrapped: Whether lines are hard-wrapped, so that a word hyphenated at a line's end is made whole.
            Where they are not, a blank line keeps such lines apart.
        warnings: What the user should be told.
        asides: Titles and logos, which are no part of the text but may name the municipality.
    """

    wrapped: bool = False
    warnings: list[str] = field(default_factory=list)
    asides: list[str] = field(default_factory=list)
    _lines: list[_Line] = field(default_factory=list)
    _pages: list[int] = field(default_factory=list)
    _items: list[_Item] = field(default_factory=list)
    _left_out: list[str] = field(default_factory=list)
    _repaired: int = 0

    def line(self, text: str, kind: MarkKind | None = None, level: int | None = None) -> None:
        """Append one or more lines.

        Args:
            text: The text; newlines in it separate lines. White space alone appends nothing.
            kind: Mark of each of the lines.
            level: Level of a heading.
        """
        text, count = repair(text)
        self._repaired += count
        text = normalise(text)
        if text:
            for part in text.split("\n"):
                self._append(_Line(part, kind, level) if part else _Line(""))

    def row(self, cells: Iterable[str]) -> None:
        """Append a row of a table, cells separated by tabs.

        A label and its value ('Dato:', '5. marts') make a plain line.

        Args:
            cells: The text of the cells; line breaks in them become spaces, empty cells at the edges are left
                out.
        """
        filled = [" ".join(cell.split()) for cell in cells]
        while filled and not filled[-1]:
            filled.pop()
        while filled and not filled[0]:
            filled.pop(0)
        if len(filled) == 2 and filled[0].endswith(":"):
            self.line(" ".join(filled))
        else:
            self.line("\t".join(filled), "table" if len(filled) > 1 else None)

    def blank(self) -> None:
        """Append a blank line, unless there is one already."""
        self._append(_Line(""))

    def page(self) -> None:
        """Begin a new page with the next line."""
        self._pages.append(len(self._lines))

    def begin_item(
        self,
        title: str,
        number: str | None = None,
        case_number: str | None = None,
        closed: bool | None = None,
        attachments: Iterable[str] = (),
    ) -> None:
        """Begin an item and print its heading: 'Punkt 3: Title' and 'Sagsnr.: 24/1'.

        Args:
            title: The title.
            number: The number as the format gives it.
            case_number: The case number.
            closed: Whether the item is closed; None where the format does not tell.
            attachments: Titles of attachments.
        """
        self.end_item()
        self.blank()
        title, number = _one_line(title), _one_line(number or "") or None
        case_number = _one_line(case_number or "") or None
        start = len(self._lines)
        # Two lines: a title that ends in a hyphen must not take in what follows.
        self.line(f"Punkt {number}: {title}" if number else title, "heading", 1)
        if case_number:
            self.line(f"Sagsnr.: {case_number}")
        self.blank()
        names = tuple(name for name in map(_one_line, attachments) if name)
        body = len(self._lines)
        self._items.append(_Item(title, number, case_number, closed, names, start, body, -1))

    def end_item(self) -> None:
        """End the item that was begun, if any."""
        if self._items and self._items[-1].end < 0:
            self._items[-1].end = len(self._lines)

    def left_out(self, lines: Iterable[str]) -> None:
        """Note page headers and footers: they are no part of the text, but tell of the meeting."""
        self._left_out.extend(lines)

    def warn(self, message: str) -> None:
        """Note what was repaired or left out, once."""
        message = one_line(message)
        if message not in self.warnings:
            self.warnings.append(message)

    def finish(self, format_name: str, meeting: Meeting | None = None) -> Document:
        """The finished document, without path and digest.

        Args:
            format_name: Name of the format.
            meeting: What the format declares about the meeting.
        """
        self.end_item()
        self._drop_running_lines()
        while self._lines and not self._lines[-1].text:
            self._lines.pop()
        text = "\n".join(line.text for line in self._lines)
        starts, offset = [], 0
        for line in self._lines:
            starts.append(offset)
            offset += len(line.text) + 1
        starts.append(len(text))
        marks = tuple(
            Mark(start, start + len(line.text), line.kind, line.level)
            for start, line in zip(starts, self._lines, strict=False)
            if line.kind
        )
        self._warn_of_losses(text)
        return Document(
            text=text,
            format=format_name,
            marks=marks,
            pages=self._page_offsets(starts),
            meeting=self._told(_cleaned(meeting), text),
            items=tuple(self._hint(item, starts, text) for item in self._items),
            warnings=tuple(self.warnings),
        )

    def finish_plain(self, text: str, format_name: str) -> Document:
        """A document of text alone, without marks, pages and items: far quicker than line by line.

        Args:
            text: The whole text; nothing else must have been appended.
            format_name: Name of the format.
        """
        text, self._repaired = repair(text)
        text = normalise(text)
        while gone := running_lines(text):
            lines = text.split("\n")
            self.left_out(lines[index] for index in sorted(gone))
            kept = kept_lines(lines, gone)
            text = normalise("\n".join("" if index is None else lines[index] for index in kept))
        self._warn_of_losses(text)
        return Document(text=text, format=format_name, meeting=self._told(None, text), warnings=tuple(self.warnings))

    def _drop_running_lines(self) -> None:
        while gone := running_lines("\n".join(line.text for line in self._lines)):
            old, self._lines = self._lines, []
            self.left_out(old[index].text for index in sorted(gone))
            moved: dict[int, int] = {}
            for index in kept_lines([line.text for line in old], gone):
                if index is not None:
                    moved[index] = len(self._lines)
                self._append(_Line("") if index is None else old[index])
            self._renumber(moved, len(old))

    def _renumber(self, moved: dict[int, int], count: int) -> None:
        """Let pages and items point where their lines stand now; lines that went, at what follows them."""
        new = [len(self._lines)] * (count + 1)
        for index in range(count - 1, -1, -1):
            new[index] = moved.get(index, new[index + 1])
        self._pages = [new[page] for page in self._pages]
        for item in self._items:
            item.start, item.body, item.end = new[item.start], new[item.body], new[item.end]

    def _told(self, meeting: Meeting | None, text: str) -> Meeting | None:
        """The declared meeting, with what only titles and the edges of pages tell of it."""
        meeting = declared_by(self._left_out, text, meeting)
        municipality = only_municipality([*self.asides, *(_BEFORE_BODY.sub("\t", line) for line in self._left_out)])
        if municipality is None or (meeting and meeting.municipality):
            return meeting
        return (meeting or Meeting()).model_copy(update={"municipality": municipality})

    def _warn_of_losses(self, text: str) -> None:
        if self._repaired:
            self.warn(f"misread characters (such as 'Ã¦' for 'æ') were repaired in {self._repaired} lines")
        if "\ufffd" in text:
            count = text.count("\ufffd")
            self.warn(f"{count} characters were lost before the file came here (shown as \ufffd)")

    def _append(self, line: _Line) -> None:
        if not self._lines:
            if line.text:
                self._lines.append(line)
            return
        last = self._lines[-1]
        if not line.text:
            if last.text:
                self._lines.append(line)
            return
        if last.text.endswith("-"):
            pair = f"{last.text}\n{line.text}"
            joint = hyphen_joint(pair, len(last.text) - 1, len(last.text) + 1)
            if joint is not None:
                if self.wrapped and not (last.kind or line.kind):
                    self._lines.pop()
                    for part in normalise(last.text[:-1] + joint + line.text).split("\n"):
                        self._append(_Line(part))
                    return
                self._lines.append(_Line(""))
        self._lines.append(line)

    def _page_offsets(self, starts: list[int]) -> tuple[int, ...]:
        if not self._pages:
            return ()
        last = len(starts) - 1
        offsets = [starts[min(page, last)] for page in self._pages]
        return (0, *offsets[1:])

    @staticmethod
    def _hint(item: _Item, starts: list[int], text: str) -> ItemHint:
        last = len(starts) - 1
        start = starts[min(item.start, last)]
        body = starts[min(item.body, last)]
        end = starts[min(item.end, last)]
        end = start + len(text[start:end].rstrip("\n"))
        return ItemHint(
            start=start,
            end=end,
            body=min(body, end),
            title=item.title,
            number=item.number,
            case_number=item.case_number,
            closed=item.closed,
            attachments=item.attachments,
        )


def _cleaned(meeting: Meeting | None) -> Meeting | None:
    """What a format declares about the meeting, its texts in one line each."""
    if meeting is None:
        return None
    people = {
        name: [person.model_copy(update=_lines(person)) for person in getattr(meeting, name)]
        for name in ("participants", "absent")
    }
    return meeting.model_copy(update={**_lines(meeting), **people})


def _lines(part: Meeting | Person) -> dict[str, str | None]:
    return {name: one_line(value) or None for name, value in part if isinstance(value, str)}


def _one_line(text: str) -> str:
    return " ".join(normalise(text).split())
