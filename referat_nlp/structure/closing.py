"""What closes a decision without a heading of its own: 'Afbud: Bo Lind', and the attachments of the case."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..danish.headings import Heading
from .attachment_lines import names_attachment
from .deciding import DECIDES, DECISION_TEXT, VOTE_TAKEN
from .lines import Line
from .sections import SectionStart

_ABSENCE_LINE = re.compile(
    r"^(?P<heading>(?:Meldt )?[Aa]fbud(?: fra)?|Fraværende(?: med afbud| uden afbud)?|Ikke til ?stede|Forfald|Fravær)"
    r"[ ]?:[ \t]*(?=\S)"
)


def closing_sections(first: int, stop: int, lines: Sequence[Line]) -> list[SectionStart]:
    """The sections that close a decision: each absence line is one, and so are all attachments in a row.

    Args:
        first: Index of the decision's first line; absences may stand there already, attachments may not.
        stop: Index of the line behind its last.
        lines: The document's lines.

    Returns:
        Sections in order, each up to the next; none where other text follows them. Attachments have no heading.
    """
    found: list[SectionStart] = []
    attached = False
    for i in range(stop - 1, first - 1, -1):
        match = _ABSENCE_LINE.match(lines[i].text)
        if match is not None and _decides_behind(lines[i].text[match.end() :]):
            break
        if match is not None:
            found.append(SectionStart(Heading("fravaer", match["heading"], match.end()), i, i))
            attached = False
        elif _is_attachment(lines[i]) and lines[i - 1].section_heading() is None:
            if attached:
                found.pop()
            found.append(SectionStart(Heading("bilag", "", 0), i, i))
            attached = True
        else:
            break
    return found[::-1]


_SENTENCE = re.compile(r"[.;][ \t]+(?=[A-ZÆØÅ\d])")
#: 'Bo Lind Godkendt.'
_WITHOUT_STOP = re.compile(
    r"[a-zæøå)][ ](?:Godkendt|Tiltrådt|Vedtaget|Drøftet|Udsat|Anbefales|Taget til (?:efterretning|orientering))\.?$"
)
_NOBODY = re.compile(r"(?:ingen|intet)\b", re.IGNORECASE)


def _decides_behind(text: str) -> bool:
    """Whether a sentence behind those who were away tells what was decided ('Ingen. Indstillingen godkendt.')."""
    return _WITHOUT_STOP.search(text) is not None or any(
        (DECISION_TEXT.match(said) or VOTE_TAKEN.search(said)) and not _NOBODY.match(said)
        for said in _SENTENCE.split(text)[1:]
    )


def _is_attachment(line: Line) -> bool:
    """Whether a line is no more than the name of a file, or the number and title of an attachment."""
    return not DECIDES.search(line.text) and names_attachment(line.text)
