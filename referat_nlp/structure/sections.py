"""The sections of one item.

A line that carries a heading's words is a section heading only if its layout and its place agree: a case has
subheadings of its own, and a motion that it quotes may bring its own 'Indstilling:'.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice, takewhile

from ..danish.bodies import BODY_PATTERN, find_body
from ..danish.heading_stems import kind_by_stem
from ..danish.headings import STRONG_KINDS, Heading, heading_key
from .completed import is_clock_line
from .deciding import DECIDES, DECISION_TEXT
from .decision_labels import is_blank_field, names_decider, puts_to_vote, tells_decision
from .induced import learned_heading
from .layout import Layout
from .lines import Line
from .routes import route_heading, settle_route


@dataclass(frozen=True, slots=True)
class SectionStart:
    """A section found: its heading (None for text without one) and the index of its heading line."""

    heading: Heading
    line: int
    #: Index of the first line of its text; the heading's own line where text follows on it.
    first: int


_CASE_KINDS = frozenset(("sagsfremstilling", "baggrund", "andet", "oekonomi", "hoering", "lovgrundlag", "tidsplan"))
#: Lines under 'Fraværende' in which a decision that goes on is looked for.
_OPENING = 15
#: FirstAgenda's heading around the sections of a case; alone, with text, it is the case itself.
WRAPPER = "fremstilling"
#: 'Til Økonomiudvalget:' under what is asked, and 'Økonomiudvalget indstiller' under who decides.
_ADDRESSES = re.compile(rf"(?:Til|Over for)[ ]{BODY_PATTERN}(?:(?:,| og)[ ]{BODY_PATTERN})*[ ]?[:,]?")
_HAS_A_SAY = re.compile(
    rf"(?:{BODY_PATTERN}|[A-ZÆØÅ§][\wæøåÆØÅ,& /-]{{3,90}}?)"
    r"[ ](?:indstiller|anbefaler|beslutter|godkender|afgør|orienteres)\.?"
)
#: 'Tilstede var:', 'Mødedeltagere' opens a decision that begins with who was there.
_ATTENDED = re.compile(
    r"(?:til ?stede(?:værende)?|deltagere|mødedeltagere|fremmødte?|mødte?|deltog|fraværende|fravær|afbud)\b[^.]{0,40}$",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\b(?:indstilling om|indstill?er|indstilles|anbefaler|anbefales|foreslår|foreslås)\b", re.IGNORECASE
)
_QUOTE_INTRO = re.compile(
    r"(?:forslag|motion|henvendelse|anmodning|mail|brev|ordlyd|følgende|lyder|skriver|punkt på dagsordenen)"
    r"[^.]{0,80}:[\s\"”“»]*$",
    re.IGNORECASE,
)


def find_sections(lines: Sequence[Line], first: int, end: int, layout: Layout) -> list[SectionStart]:
    """Find the sections of an item.

    Args:
        lines: The document's lines.
        first: Index of the first line of the item's text, behind its title and frame.
        end: Index of the line behind the item's last.
        layout: The document's layout.

    Returns:
        Sections in order; text that stands before the first of them is not covered.
    """
    found: list[SectionStart] = []
    levels: set[int] = set()
    for i in range(first, end):
        line, below = lines[i], lines[i + 1 : end]
        heading = _declared(line) or line.section_heading() or learned_heading(line, layout.learned)
        heading = heading or route_heading(line, below) or _remarks_below(found, line, below)
        if heading is None or _says_who(heading, line, found):
            continue
        if heading.length >= len(line.text):
            heading = settle_route(heading, lines, i + 1, end, layout.meeting_date)
        if found and _is_empty_label(heading, found[-1], i, lines, end):
            found[-1] = replace(found[-1], first=i + 1)
            continue
        shown = _shown(line, heading, layout, found, levels) or (
            i > first and _opens(line, heading, lines[i - 1], layout, found)
        )
        whole = heading.length >= len(line.text)
        shown = shown or (whole and not layout.marked and line.blank_before and is_blank_field(below))
        if not shown or _says_aside(heading, found, lines, i, end):
            continue
        if _runs_on(heading, i, first, lines):
            continue
        if _sentence_of_section(heading, line, found, i, layout.level) or _names_a_coming_meeting(
            heading, found, lines, i, end
        ):
            continue
        if whole and found and found[-1].first == i and names_decider(heading, found[-1].heading):
            own = replace(found[-1].heading, body=heading.body, date=heading.date)
            found[-1] = SectionStart(own, found[-1].line, i + 1)
            continue
        if (
            whole
            and found
            and not (line.mark is not None and line.mark.kind == "field")
            and puts_to_vote(heading, found[-1].heading, lines[found[-1].first : i], below)
        ):
            continue
        found.append(SectionStart(heading, i, i + 1 if whole else i))
        if line.level is not None and heading.kind in STRONG_KINDS and heading_key(heading.heading) != WRAPPER:
            levels.add(line.level)
    return _without_quoted(_with_followed(found, lines, end), lines, layout)


def _with_followed(found: list[SectionStart], lines: Sequence[Line], end: int) -> list[SectionStart]:
    """The sections of an item without a decision's heading, one that tells what became of what was asked as that."""
    if any(start.heading.kind in ("beslutning", "indstilling_og_beslutning") for start in found):
        return found
    return [
        replace(start, heading=replace(start.heading, kind="beslutning"))
        if start.first > start.line and tells_decision(start.heading, lines[start.first : end])
        else start
        for start in found
    ]


_REMARKS = re.compile(r"Bemærkninger til (?:dagsordenen|punktet|sagen|mødet|referatet)[ ]?:?")


def _remarks_below(found: Sequence[SectionStart], line: Line, below: Sequence[Line]) -> Heading | None:
    """The heading 'Bemærkninger til dagsordenen' below a list of those who were away; elsewhere it is text, and so it
    is above a word of who came instead."""
    if not found or found[-1].heading.kind != "fravaer" or _REMARKS.fullmatch(line.text) is None:
        return None
    if not below or _OF_ABSENCE.search(below[0].text):
        return None
    return Heading("andet", line.text.rstrip(" :"), len(line.text))


def _declared(line: Line) -> Heading | None:
    """The heading that the format itself declares, known to the lexicon or not."""
    if line.mark is None or line.mark.kind != "field":
        return None
    known = line.section_heading()
    if known is not None and known.length >= len(line.text):
        return known
    return Heading(kind_by_stem(line.text) or "andet", line.text.rstrip(" :"), len(line.text))


def _shown(line: Line, heading: Heading, layout: Layout, found: list[SectionStart], levels: set[int]) -> bool:
    """Whether the line's layout lets it be a section heading; ``levels`` are those of the item's strong ones so far."""
    if line.mark is not None and line.mark.kind == "field":
        return True
    whole = heading.length >= len(line.text)
    current = found[-1].heading.kind if found else None
    if heading.kind == "fravaer":
        return whole
    if heading.body is not None and heading.date and layout.meeting_date and heading.date > layout.meeting_date:
        return False  # an entry of a schedule
    if whole and heading.date is None and line.text[-1] == "." and not line.is_heading:
        return False
    if not whole and heading.kind not in STRONG_KINDS:
        # 'Kompetence: Byrådet' opens an item; 'Økonomi: …' is a section only in a house that prints it so.
        opens = heading.kind == "kompetence" and current not in _CASE_KINDS
        usual = layout.runs_on or heading_key(heading.heading) in layout.inline
        return heading.certain and (opens or (usual and not layout.marked))
    strong = heading.kind in STRONG_KINDS and (heading.certain or heading_key(line.text) == WRAPPER)
    if layout.marked:
        if not line.is_heading:
            # A converter loses the odd mark; only words that say it plainly are taken without one.
            return strong and (whole or heading.body is not None or heading.kind == "beslutning")
        if line.level in levels:
            return whole or strong
        if line.level is not None and layout.level is not None and line.level > layout.level and not strong:
            if found and heading_key(found[-1].heading.heading) == WRAPPER:
                return heading.certain
            return current not in _CASE_KINDS and line.level == layout.level + 1 and heading.certain
        if line.level is None and layout.level is not None and not strong:
            return False  # bold type below headings that have levels
        return whole or strong
    if heading.certain:
        return whole or strong
    if not whole:
        return False
    in_case = current in ("sagsfremstilling", "baggrund")
    return heading_key(line.text) in layout.recurring or (not in_case and (line.blank_before or line.is_heading))


def _opens(line: Line, heading: Heading, above: Line, layout: Layout, found: list[SectionStart]) -> bool:
    """Whether a word that may head a section does so in a house without blank lines: what stands above has ended."""
    if not layout.dense or layout.marked or heading.length < len(line.text) or heading.kind == "fravaer":
        return False
    if not found or found[-1].heading.kind in ("sagsfremstilling", "baggrund", "beslutning", "tidligere_beslutning"):
        return False
    return above.text[-1] in ".!?" or above.section_heading() is not None


def _sentence_of_section(
    heading: Heading, line: Line, found: list[SectionStart], index: int, section_level: int | None
) -> bool:
    """Whether a line such as 'Forvaltningen indstiller til byrådet,' only opens the text of its section."""
    if not found or (line.mark is not None and line.mark.kind == "field"):
        return False
    current = found[-1]
    answers = heading.kind == "hoering" and line.text[-1] != ":" and index > current.first
    decides = heading.heading.casefold().startswith("beslutning")
    if current.heading.kind == "bilag" and heading.date is None and not decides and (heading.body or answers):
        # 'Ældrerådets udtalelse', 'Høringssvar fra naboer' among the attachments
        return not line.blank_before and not line.is_heading
    runs_in = heading.kind == "indstilling" and heading.length < len(line.text)
    if runs_in and current.heading.kind == "beslutning" and _PROPOSAL.search(heading.heading):
        return True
    if heading.kind == "indstilling" and current.heading.kind in ("indstilling", "indstilling_og_beslutning"):
        return _ASKS.search(heading.heading) is not None and (index == current.first or not line.is_heading)
    if (
        heading.kind == "indstilling"
        and current.heading.kind in ("beslutning", "tidligere_beslutning")
        and not line.is_heading
    ):
        # 'Udvalget anbefaler, at' is what the body decides; what the administration asks is a section.
        body = find_body(heading.heading)
        return body is not None and _ASKS.search(heading.heading) is not None and heading.heading.startswith(body)
    if (
        current.heading.kind == "tidligere_beslutning"
        and heading.kind == "beslutning"
        and heading.body
        and heading.date
    ):
        # The history of a case lists the decisions of other bodies; they are told apart with the decisions.
        deeper = line.level is not None and section_level is not None and line.level > section_level
        return not decides and (not line.is_heading or deeper)
    return False


def _runs_on(heading: Heading, index: int, first: int, lines: Sequence[Line]) -> bool:
    """Whether a line that asks for something is the rest of a sentence that the line above began."""
    line = lines[index]
    if index == first or line.blank_before or line.mark is not None or _ASKS.search(heading.heading) is None:
        return False
    above = lines[index - 1]
    return above.mark is None and len(above.text) >= 50 and above.text[-1] not in ".:;!?"


def _says_who(heading: Heading, line: Line, found: list[SectionStart]) -> bool:
    """Whether a line only tells who is asked, under 'Indstilling', or who has a say, under 'Hvem beslutter'."""
    if line.mark is not None and line.mark.kind == "field":
        return False
    under = found[-1].heading.kind if found else None
    return (under == "indstilling" and _ADDRESSES.fullmatch(line.text) is not None) or (
        under == "kompetence" and heading.kind != "kompetence" and _HAS_A_SAY.fullmatch(line.text) is not None
    )


#: What is said of people under 'Fraværende:'.
_OF_ABSENCE = re.compile(
    r"\b(?:deltog|fraværende|afbud|forfald|inhabil|stedfortræder|suppleant|i stedet|mødte|til ?stede|ferie|syg)\w*\b",
    re.IGNORECASE,
)
_FEWEST_WORDS = 6


def _is_empty_label(heading: Heading, decision: SectionStart, index: int, lines: Sequence[Line], end: int) -> bool:
    """Whether 'Fraværende:' stands above a decision with nobody under it: what is there decides, or tells."""
    if heading.kind != "fravaer" or decision.heading.kind not in ("beslutning", "tidligere_beslutning"):
        return False
    if decision.first != index or index + 1 >= end or heading.length < len(lines[index].text):
        return False
    text = lines[index + 1].text
    small = sum(word[0].islower() for word in text.split())
    tells = small >= _FEWEST_WORDS and text[-1] in ".!?" and not _OF_ABSENCE.search(text)
    return tells or DECISION_TEXT.match(text) is not None


def _says_aside(heading: Heading, found: list[SectionStart], lines: Sequence[Line], index: int, end: int) -> bool:
    """Whether 'Sagsforløb: TU/BY' or 'Fraværende:' opens the text of a section that goes on below it.

    Who was there may be told before who was not; the decision is what stands behind both.
    """
    if not found:
        return False
    decision = found[-1].heading.kind in ("beslutning", "tidligere_beslutning")
    plain = decision and lines[index].mark is None
    attended = plain and heading.kind == "andet" and _ATTENDED.match(lines[index].text)
    if heading.kind not in ("fravaer", "kompetence") and not attended:
        return False
    above = lines[found[-1].first : index]
    if above and not (plain and (_ATTENDED.match(above[0].text) or all(is_clock_line(line.text) for line in above))):
        return False
    below = list(islice(takewhile(_is_text, lines[index + 1 : end]), _OPENING))
    if decision:
        return any(DECIDES.search(line.text) for line in below) and not any(DECIDES.search(line.text) for line in above)
    return heading.kind == "kompetence" and heading.length < len(lines[index].text) and bool(below)


def _is_text(line: Line) -> bool:
    """Whether a line is no heading; one above another list of absentees does not end the text."""
    heading = line.section_heading()
    return heading is None or heading.kind == "fravaer"


def _names_a_coming_meeting(
    heading: Heading, found: list[SectionStart], lines: Sequence[Line], index: int, end: int
) -> bool:
    """Whether a line such as 'Byrådet den 1. oktober 2025' is an entry of a schedule and no decision's heading."""
    if not found or heading.body is None or heading.heading.casefold().startswith("beslutning"):
        return False
    if found[-1].heading.kind not in ("kompetence", "tidsplan") or heading.length < len(lines[index].text):
        return False
    below = lines[index + 1] if index + 1 < end else None
    return below is None or below.section_heading() is not None


#: 'Direktionens forslag: 6 stemmer for' puts a motion in the decision.
_PROPOSAL = re.compile(r"forslag$", re.IGNORECASE)
_QUOTE_OPENS = re.compile(r"^[\"”“»][^\"”“»«]*$")
_QUOTE_CLOSES = re.compile(r"^[^\"”“»«]*[\"”“«][.,]?$")
_LONGEST_QUOTATION = 40


def _quotations(found: list[SectionStart], lines: Sequence[Line]) -> list[tuple[int, int]]:
    """First and last line of each quotation of several lines that an item's text holds."""
    if not found:
        return []
    quotations: list[tuple[int, int]] = []
    stop = found[-1].line + _LONGEST_QUOTATION
    opened: int | None = None
    for i in range(found[0].line, min(stop, len(lines))):
        if opened is not None and i - opened > _LONGEST_QUOTATION:
            opened = None
        if opened is None:
            if lines[i].text[0] in '"”“»' and _QUOTE_OPENS.match(lines[i].text):
                opened = i
        elif _QUOTE_CLOSES.match(lines[i].text):
            quotations.append((opened, i))
            opened = None
    return quotations


def _introduced(index: int, lines: Sequence[Line]) -> bool:
    """Whether words such as 'har fremsendt følgende forslag:' stand above a heading, with no other heading between."""
    for line in reversed(lines[max(0, index - 4) : index]):
        if _QUOTE_INTRO.search(line.text):
            return True
        if line.section_heading() is not None:
            return False
    return False


_ADDED = re.compile(r"(?:supplerende|ny|nye|revideret|ændret)\b", re.IGNORECASE)


def _without_quoted(found: list[SectionStart], lines: Sequence[Line], layout: Layout) -> list[SectionStart]:
    """Drop the headings of a motion or letter that the case quotes."""
    kept: list[SectionStart] = []
    kinds = [start.heading.kind for start in found]
    quotations = _quotations(found, lines)
    for n, start in enumerate(found):
        kind = start.heading.kind
        line = lines[start.line]
        declared = line.mark is not None and line.mark.kind == "field"
        inside_case = bool(kept) and kept[-1].heading.kind in _CASE_KINDS
        if not declared and inside_case and any(first < start.line <= last for first, last in quotations):
            continue
        if not declared and inside_case and kind in ("indstilling", "resume", "sagsfremstilling", "baggrund"):
            rest = kinds[n + 1 :]
            until = rest.index("beslutning") if "beslutning" in rest else len(rest)
            again = any(
                s.heading.kind == kind and not _ADDED.match(s.heading.heading) for s in found[n + 1 : n + 1 + until]
            )
            earlier = kind != "sagsfremstilling" and any(before.heading.kind == kind for before in kept)
            peers = sum(lines[s.line].is_heading and lines[s.line].level == line.level for s in found)
            own_level = line.is_heading and (line.level == layout.level or peers > 2)
            again = again and not own_level and not _ADDED.match(start.heading.heading)
            quoted = _introduced(start.line, lines) and not own_level
            if kind == "indstilling" and (again or quoted or (earlier and not own_level and "beslutning" not in rest)):
                continue
            if kind in ("resume", "baggrund") and (earlier or quoted):
                continue
            if kind == "sagsfremstilling" and quoted:
                continue
        kept.append(start)
    return kept
