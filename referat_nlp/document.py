"""What reading gives: normalised text and what the format says about its layout.

A reader of any format makes a :class:`Document`; the structure stage needs nothing else. Formats that delimit
agenda items themselves (FirstAgenda JSON, XML exports) say so in :attr:`Document.items`; for all others the
items are found in the text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from .schema import Meeting

MarkKind = Literal["heading", "field", "bold", "table"]


@dataclass(frozen=True, slots=True)
class Mark:
    """What the format says about one line of the text.

    Attributes:
        start: Offset of the line's first character.
        end: Offset after its last character, before the newline.
        kind: ``heading`` (with ``level``), ``field`` (a section heading that the format itself declares as
            one, so that it needs no lexicon), ``bold`` (the whole line is bold), ``table`` (a row of a table,
            cells separated by tabs).
        level: Level of a heading, 1 to 6.
    """

    start: int
    end: int
    kind: MarkKind
    level: int | None = None


@dataclass(frozen=True, slots=True)
class ItemHint:
    """An agenda item that the format itself delimits.

    Attributes:
        start: Offset where the item's heading line begins.
        end: Offset where the item ends.
        body: Offset where its text begins, after the lines that hold number, title and case number.
        title: The title.
        number: The number as given, or None.
        case_number: The case number, or None.
        closed: Whether the format marks it as closed; None where it does not tell.
        attachments: Titles of attachments that the format lists.
    """

    start: int
    end: int
    body: int
    title: str
    number: str | None = None
    case_number: str | None = None
    closed: bool | None = None
    attachments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """One document, read.

    Attributes:
        text: The normalised text: lines separated by ``\\n``, no carriage returns, no soft hyphens, no
            non-breaking spaces, at most one blank line in a row. All spans of the output refer to it.
        format: ``text``, ``markdown``, ``html``, ``pdf``, ``docx``, ``firstagenda``, ``sbsys``, ``edoc``, ``acadre``.
        path: The source as the user named it; members of an archive as ``archive.zip/member``.
        sha256: Hex digest of the source's bytes.
        marks: Layout marks in order of offset; lines without one are plain.
        pages: Offsets where pages begin, the first being 0; empty where the format has none.
        meeting: What the format declares about the meeting; fields that it does not tell are None or empty.
        items: Items that the format delimits; empty where they are to be found in the text.
        warnings: What was repaired or left out while reading, for the user.
    """

    text: str
    format: str
    path: str | None = None
    sha256: str | None = None
    marks: tuple[Mark, ...] = ()
    pages: tuple[int, ...] = ()
    meeting: Meeting | None = None
    items: tuple[ItemHint, ...] = ()
    warnings: tuple[str, ...] = ()
