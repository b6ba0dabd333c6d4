"""How much speaks for a line to be the heading of an agenda item."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ..danish.headings import STRONG_KINDS
from .case_numbers import case_number_of, is_frame_line, is_of_frame, split_title
from .deciding import DECISION_LINE
from .induced import learned_heading
from .item_headings import Candidate, is_closed_group, is_group_heading, titles_number
from .lines import Line
from .list_points import ListPoints
from .toc import TableOfContents, title_key

_STANDARD_TITLE = re.compile(
    # What every agenda begins and ends with
    r"^(?:Godkendelse af (?:dagsorden|referat|protokol)|Meddelelser|Eventuelt|Gensidig|Orientering"
    r"|Spørgetid|Spørgsmål|Lukket|Underskrift|Dagsorden|Valg af|Udpegning|Siden sidst|Drøftelse"
    # What titles of cases begin with
    r"|Endelig (?:vedtagelse|godkendelse)|Forslag (?:til|fra|om)|Anlægsbevilling|Ansøgning"
    r"|Punkter til|Kommende|Aktuelle|Efterretning|Bordet rundt|Nyt fra|Informationer|Mødekalender|Temadrøftelse"
    r"|Status|Budget|Lokalplan|Beslutning om|Anmodning|Godkendelse|Protokol|Formanden|Sager til)",
    re.IGNORECASE,
)
_CLOSED_TITLE = re.compile(
    r"^\W*lukket\b|\((?:lukket\b|fortrolig)|\blukket (?:punkt|sag)|lukkede døre|-\s*lukket$", re.IGNORECASE
)
#: Items that need no case.
_AGENDA_TITLE = re.compile(r"\b(?:dagsorden|referat|protokol|underskrift|meddelelser$)", re.IGNORECASE)
_LIST_START = re.compile(r"^(?:at|om|der|det bliver|hvis|og)\b", re.IGNORECASE)
#: A point of a decision ('2. Godkendt.').
_BARE_DECISION = re.compile(
    r"(?:ikke )?(?:godkendt|tiltrådt|vedtaget|drøftet|udsat|forkastet|anbefal(?:es|et)"
    r"|(?:taget )?til (?:efterretning|orientering))\b[^.]{0,40}\.$",
    re.IGNORECASE,
)
_TOWN = re.compile(r"\d{4}[ ][A-ZÆØÅ][a-zæøå]+(?:[ ][A-ZÆØÅ][a-zæøå]*){0,2}\.?")
_STREET = re.compile(r"[A-ZÆØÅ][^\W\d_][^\d,:]{2,40}[ ]\d{1,3}[ ]?[A-Za-z]?(?:,.{0,30})?")
_CAPITAL_SOON = re.compile(r"[a-zæøå]{1,2}[A-ZÆØÅ]")
_LOOK_AHEAD = 6


class Evidence:
    """Weighs candidates by their words, their layout, and what stands around them.

    Args:
        lines: The document's lines.
        numbered: Candidates for numbered headings by line index.
        toc: The table of contents.
        learned: Section headings that the document teaches.
        rising: Indices of candidates whose numbers rise through the document (:mod:`.numbering`).
    """

    def __init__(
        self,
        lines: list[Line],
        numbered: dict[int, Candidate],
        toc: TableOfContents,
        learned: Mapping[str, str],
        rising: frozenset[int] = frozenset(),
    ) -> None:
        self.lines = lines
        self.numbered = numbered
        self.toc = toc
        self.learned = learned
        self.rising = rising
        self._dresses = frozenset(numbered[i].style for i in rising if i in numbered)
        self._glued = {c.value for i, c in numbered.items() if c.style == "glued" and i not in toc.lines}
        self.list_points = ListPoints(lines, numbered)
        closed = [i for i, line in enumerate(lines) if i not in toc.lines and is_closed_group(line.text)]
        self._closed_from = closed[-1] if closed else len(lines)
        sections = (i for i, line in enumerate(lines) if (h := line.section_heading()) is not None and h.certain)
        self._first_section = next(sections, len(lines))

    def of(self, candidate: Candidate) -> float:
        """The evidence for a candidate: above zero where more speaks for it than against it."""
        line = self.lines[candidate.index]
        if candidate.index in self.toc.lines or self._is_address(candidate) or self.list_points.names_member(candidate):
            return -20.0
        title = candidate.title
        score = -1.5
        loose = candidate.style in ("sep:space", "sep:)", "glued", "roman", "letter", "word:ad")
        if loose and not line.is_heading and not self._counts_glued(candidate):
            score -= 1.0
        if candidate.style == "alone":
            below = self.lines[candidate.index + 1] if candidate.index + 1 < len(self.lines) else None
            if below is None or not titles_number(below):
                return -20.0
            score += 2.0 if below.is_heading else -2.0
        if (candidate.style.startswith("word:") and candidate.style != "word:ad") or candidate.style in (
            "below",
            "above",
        ):
            score += 1.5
        if title:
            if (title[0].islower() and not _CAPITAL_SOON.match(title)) or _LIST_START.match(title):
                score -= 4
            numbered = candidate.style.startswith("word:") and split_title(title)[1] is not None
            if numbered:
                score += 2.0  # 'Nr. 17 BR 124/2000. Ny bro.'
            elif title[-1] in ".;,:" and not re.search(r"\b\w{1,4}\.$|m\.[vm]\.$", title):
                score -= 1.5
            if _BARE_DECISION.match(title):
                score -= 6
            if _STANDARD_TITLE.match(title):
                score += 1.0
            if _CLOSED_TITLE.search(title) or candidate.index > self._closed_from:
                score += 2.0  # a closed item often has nothing but its title
            if candidate.index not in self.rising and (is_group_heading(line.text) or is_group_heading(title)):
                score -= 3 if self._follows(candidate) else 10
        if line.mark is not None and line.mark.kind in ("heading", "bold"):
            score += 2
        if line.blank_before:
            score += 0.3
        if candidate.index in self.rising:
            score += 4
        elif self._dresses and candidate.number and candidate.style not in self._dresses and not line.is_heading:
            score -= 3  # the points of a list, in a document that numbers its items otherwise
        if candidate.index and is_frame_line(self.lines[candidate.index - 1].text):
            score += 1.5  # 'Åbent punkt' above the heading
        score += self._follows(candidate)
        score += self._list_run(candidate)
        if self.toc.titles and title:
            if self.toc.confirms(candidate.number, title):
                score += 4
            elif candidate.number in self.toc.numbers:
                score -= 3  # listed under this number is something else
        return score

    def _counts_glued(self, candidate: Candidate) -> bool:
        """Whether a number of three digits is glued to its title, as that of another item is ('154Meddelelser')."""
        value = candidate.value or 0
        return candidate.style == "glued" and value > 99 and bool({value - 1, value + 1} & self._glued)

    def framed(self, candidate: Candidate) -> bool:
        """Whether an item's frame stands within three lines below, or the item is one of those that have none."""
        if _CLOSED_TITLE.search(candidate.title) or _AGENDA_TITLE.search(candidate.title):
            return True
        first = candidate.index + candidate.lines_taken
        if candidate.index > self._closed_from or self._section_begins(first):
            return True
        return any(is_of_frame(line.text) for line in self.lines[first : first + 3])

    def _is_address(self, candidate: Candidate) -> bool:
        """Whether a line is a postcode and a town, below a street ('7860 Nørby'), and no item others count on from."""
        at, value = candidate.index, candidate.value or 0
        if candidate.style != "sep:space" or not _TOWN.fullmatch(self.lines[at].text):
            return False
        if not any(_STREET.fullmatch(line.text) for line in self.lines[max(0, at - 2) : at]):
            return False
        return at <= self._first_section or not any(
            other.value in (value - 1, value + 1) for other in self.numbered.values()
        )

    def _section_begins(self, index: int) -> bool:
        """Whether a line is a section heading that opens an item."""
        heading = self.lines[index].section_heading() if index < len(self.lines) else None
        return heading is not None and heading.certain and heading.kind in STRONG_KINDS - {"bilag"}

    def _follows(self, candidate: Candidate) -> float:
        """What the next lines say: the frame of an item, its first section, or running text."""
        first = candidate.index + candidate.lines_taken + (not candidate.title)
        distance = -1
        for i in range(first, min(first + _LOOK_AHEAD, len(self.lines))):
            line = self.lines[i]
            if is_group_heading(line.text) and i not in self.rising:
                continue  # the group's heading printed again with each of its items
            other = self.numbered.get(i)
            if other is not None and not same_heading(candidate, other):
                return 0.0
            if other is not None or (candidate.title and title_key(line.text) == title_key(candidate.title)):
                continue  # the heading printed again
            distance += 1
            if case_number_of(line.text)[1] and not line.text[0].isspace():
                return 5.0 if distance == 0 else 3.5
            if is_frame_line(line.text):
                return 3.0
            heading = line.section_heading() or learned_heading(line, self.learned)
            if heading is not None and heading.kind != "fravaer" and (line.is_heading or heading.certain):
                if distance and self.list_points.inside(candidate):
                    return 0.0
                return 3.0 if distance < 3 else 2.0
            if distance == 0 and self._first_section == len(self.lines) and DECISION_LINE.fullmatch(line.text):
                return 2.5  # in minutes without headings: the title, and what was decided
            if len(line.text) > 200:
                return 0.0
        return 0.0

    def _list_run(self, candidate: Candidate) -> float:
        """A penalty for candidates that stand directly above or below the next number of a list."""
        value = candidate.value
        if value is None:
            return 0.0
        score = -6.0 if self.list_points.holds(candidate) else 0.0
        for step in (-1, 1):
            i = candidate.index + step
            neighbour = self.numbered.get(i)
            if neighbour is not None and neighbour.value == value + step and neighbour.style == candidate.style:
                score -= 0.0 if self._counts_glued(candidate) else 1.5
        return score


def same_heading(one: Candidate, other: Candidate) -> bool:
    """Whether two candidates print one heading twice ('Pkt. 42 Titel' and, below it, 'Pkt. 42')."""
    if one.number != other.number:
        return False
    a, b = title_key(one.title), title_key(other.title)
    return not a or not b or a == b
