"""The page: text with its marks, and beside it the file as it is printed, with what reading leaves out."""

from __future__ import annotations

from .rich import Mark, Rich

BUTTONS = (
    "Kopier link til punktet - Print",
    "Til toppen",
    "Udskriv",
    "Til indholdsfortegnelse",
    "Fold alle ud",
    "----------",
)


class Page:
    """A document that grows at its end.

    Attributes:
        marks: The marks of all that was written, by their place in the text.
        printed: The file, with signs and lines that are not in the text.
    """

    def __init__(self, wrap: int | None, markdown: bool) -> None:
        self._wrap, self._markdown = wrap, markdown
        self._text: list[str] = []
        self._printed: list[str] = []
        self._length = 0
        self.marks: list[Mark] = []

    def write(self, rich: Rich | str) -> None:
        """Append text."""
        if isinstance(rich, str):
            rich = Rich(rich)
        text = wrapped(rich.text, self._wrap)
        self.marks += (mark.moved(self._length) for mark in rich.marks)
        self._text.append(text)
        self._printed.append(text)
        self._length += len(text)

    def heading(self, rich: Rich) -> None:
        """Append a line that is a heading."""
        if self._markdown:
            self._printed.append("## ")
        self.marks += (mark.moved(self._length) for mark in rich.marks)
        self._text.append(rich.text)
        self._printed.append(rich.text)
        self._length += len(rich.text)

    def debris(self, line: str) -> None:
        """Append a line to the file that no reader of the text sees; the text must stand at a blank line."""
        self._printed.append(f"{line}\n\n")

    @property
    def length(self) -> int:
        """How long the text is."""
        return self._length

    @property
    def text(self) -> str:
        """The text that the marks refer to."""
        return "".join(self._text)

    @property
    def printed(self) -> str:
        """The file."""
        return "".join(self._printed)


def wrapped(text: str, width: int | None) -> str:
    """Text with a line break in place of the last blank before the width: nothing moves."""
    if width is None:
        return text
    lines = []
    for line in text.split("\n"):
        start = 0
        while len(line) - start > width:
            at = line.rfind(" ", start, start + width + 1)
            while at > start and line[at - 1] in "-–":
                at = line.rfind(" ", start, at)
            if at <= start:
                break
            line = line[:at] + "\n" + line[at + 1 :]
            start = at + 1
        lines.append(line)
    return "\n".join(lines)
