"""Documents whose line breaks are lost: items and sections that run on in long lines, or in the cells of a table.

Web pages copied as text, and pages laid out with tables, come like that. The text stays as it is; only the lines that
the rules look at are cut where an item or a section begins.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count, pairwise

from ..danish.bodies import BODY_PATTERN
from ..danish.dates import DATE_PATTERN
from ..danish.heading_stems import kind_by_stem
from ..danish.headings import HEADINGS, STRONG_KINDS, heading_key, match_heading
from .case_numbers import case_number_of
from .lines import Line

_WORDS = (
    r"Administrationens [Ii]ndstilling|Forvaltningens [Ii]ndstilling|indstilling|Indstilling|Beslutning|Resum[eé]"
    r"|Sagsresum[eé]"
    r"|Sagsfremstilling|Sagsbeskrivelse"
    r"|Beslutningstema|Økonomi|Økonomiske konsekvenser|Lovgrundlag|Høring|Bilag|Sagsgang|Tidsplan|Kommunikation"
)
# The words first, and behind them what has to stand before: the search then goes from capital to capital.
_HEADING = re.compile(rf"(?:{_WORDS}):?(?= (?:[A-ZÆØÅ\"”“•-]|\d))")
_BEFORE = re.compile(r"[.!?:)\w\"”] ")
#: What words with a colon end with that head something wherever they stand ('… Ingen Vurdering: Ingen').
_COLON = re.compile(r":(?= |$)")
_MOST_WORDS = 6
_SHORTEST = 3
#: 'Beslutning i Kulturudvalget den 4. marts 2024:', and where the day was lost.
_DECISION = re.compile(
    rf"Beslutning(?:er)?(?: (?:i|fra|af) {BODY_PATTERN}| {BODY_PATTERN})? den(?: {DATE_PATTERN})? ?:(?= |$)"
)
#: What the head of a meeting and of an item tells on lines of its own.
_OF_HEAD = re.compile(
    r"(?<=[\w.)\"”:] )(?=(?:Mødedato|Mødested|Mødetidspunkt|Medlemmer|Mødedeltagere|Deltagere|Fraværende|Afbud"
    r"|Starttidspunkt|Sluttidspunkt|Mødelokale|Bemærkninger|Sags?nr|Sagsnummer|Sagsid|J\.nr)\.?:)"
)
#: An item's number and title before its case number: '36 Ny havneplan Sagsnr.: 14/538'.
_NUMBERED = re.compile(
    r"(?<=[.:?!)] )(?=\d{1,3}\.? [A-ZÆØÅ][^.:]{4,140}? (?:Sags?nr|Sagsnummer|Sagsid|J\.nr)\.?:| Åben sag\b)"
)
#: The edges of pages that are one line each: '3 Side 1 Tekst …', '3 Tekst … Side 1 af 40'.
_PAGE_BEFORE = re.compile(r"(?P<page>\d{1,4})(?: !)? (?:Side \d{1,4}(?: af \d{1,4})? )?(?=\S)")
_PAGE_BEHIND = re.compile(r" Side \d{1,4}(?: af \d{1,4})?$")
_PAGE = re.compile(r"\bSide \d{1,4}\b")
_ITEM = re.compile(
    r"(?<=[.!?:)\w\"”] )(?=(?:Punkt|Pkt\.|Dagsordenspunkt|Nr\.|Sag nr\.)[ ]?\d{1,4}(?:[ ]?[.:–-])?[ ][A-ZÆØÅ0-9§\"”“])"
)
_CASE = re.compile(r"(?<=[\w.)\"”] )(?=(?:Sagsnr|Sagsnummer|Sags nr|Sagsid|J\.nr|Journalnr)\.?:? ?\d)")
#: First cells that tell of an item and head no section of it.
_OF_FRAME = frozenset(("emne", "sag", "sagen", "titel", "overskrift", "punkt", "dato", "tid", "sted"))
_LABEL = re.compile(r"[A-ZÆØÅ][^\d.;]{2,60}$")
#: Labels of an item's number and title that stand on lines of their own.
_ITEM_LABEL = re.compile(
    r"(?:Punkt|Pkt\.?|Dagsordenspunkt|Sag|Nr\.?|Emne|Titel|Overskrift|Sagstitel|Sagens titel)(?: nr\.?)?:?$",
    re.IGNORECASE,
)
_LONG = 160
_FEWEST = 3


def unfold(lines: list[Line]) -> list[Line]:
    """Cut long lines where items and sections begin, in a document that prints few of them on lines of their own.

    Args:
        lines: The lines of a document.

    Returns:
        The lines, long ones cut; the same list where the document keeps its line breaks.
    """
    lines = _without_page_edges(lines)
    hits = sum(1 for line in lines if len(line.text) > _LONG for _ in _headings(line.text))
    if hits < _FEWEST:
        return lines
    own = sum(
        1
        for line in lines
        if len(line.text) < 60 and (h := line.section_heading()) is not None and h.kind in STRONG_KINDS
    )
    if own * 2 > hits:
        return lines
    return [part for line in lines for part in (_parts(line) if " " in line.text else (line,))]


def _without_page_edges(lines: list[Line]) -> list[Line]:
    """Leave out the numbers of pages that are one line each; the same list where lines are no pages."""
    numbered = [(i, m) for i, line in enumerate(lines) if line.blank_before and (m := _PAGE_BEFORE.match(line.text))]
    pages = {i: m.end() for (i, m), page in zip(numbered, count(1), strict=False) if int(m["page"]) == page}
    told = sum(len(lines[i].text) > _LONG and _PAGE.search(lines[i].text) is not None for i in pages)
    if len(pages) < _FEWEST or len(pages) < len(numbered) or 2 * told < len(pages):
        return lines
    bare = list(lines)
    for i, begin in pages.items():
        line = lines[i]
        text = _PAGE_BEHIND.sub("", line.text[begin:])
        bare[i] = replace(line, start=line.start + begin, end=line.start + begin + len(text), text=text)
    return bare


def _headings(text: str) -> Iterator[tuple[int, int]]:
    """Where headings begin and end inside a line."""
    yield from _labels(text)
    if "Beslutning" in text:
        yield from (match.span() for match in _DECISION.finditer(text))
    match = _HEADING.search(text, 2)
    while match:
        begins = _BEFORE.match(text, match.start() - 2) is not None
        if begins:
            yield match.span()
        match = _HEADING.search(text, match.end() if begins else match.start() + 1)


def _labels(text: str) -> Iterator[tuple[int, int]]:
    """Where headings with a colon begin and end: the most words before it that the lexicon holds."""
    for colon in _COLON.finditer(text):
        found = None
        at = colon.start()
        for _ in range(_MOST_WORDS):
            at = text.rfind(" ", 0, at)
            words = text[at + 1 : colon.start()]
            if words[:1].isupper() and len(words) > _SHORTEST and heading_key(words) in HEADINGS:
                found = at + 1
            if at < 0:
                break
        if found is not None:
            yield found, colon.end()


def _parts(line: Line) -> Iterator[Line]:
    """A line cut in front of items, case numbers and headings, and behind headings."""
    text = line.text
    cuts = {m.start() for m in _ITEM.finditer(text)} | {m.start() for m in _CASE.finditer(text)}
    cuts |= {m.start() for m in _OF_HEAD.finditer(text)} | {m.start() for m in _NUMBERED.finditer(text)}
    for start, end in _headings(text):
        cuts |= {start, end}
    bounds = [0, *sorted(cuts), len(text)]
    for start, end in pairwise(bounds):
        piece = text[start:end]
        stripped = piece.strip()
        if stripped:
            begin = line.start + start + len(piece) - len(piece.lstrip())
            yield replace(
                line,
                start=begin,
                end=begin + len(stripped),
                text=stripped,
                blank_before=line.blank_before if start == 0 else False,
                mark=line.mark if start == 0 else None,
            )


def without_labels(lines: list[Line]) -> list[Line]:
    """Leave out the labels of numbers and titles on lines of their own ('Punkt', 'Emne'), as lists of terms print them.

    Args:
        lines: The lines of a document.

    Returns:
        The lines; the same list where the document has no such labels.
    """
    labels = Counter(line.text for line in lines if len(line.text) < 20 and _ITEM_LABEL.match(line.text))
    again = {text for text, count in labels.items() if count >= _FEWEST}
    if len(again) < 2:
        return lines
    return [line for line in lines if line.text not in again]


def untable(lines: list[Line]) -> list[Line]:
    """Read the rows of a table that lays out the page as lines: a cell with a heading, and the cell with its text.

    Args:
        lines: The lines of a document.

    Returns:
        The lines, rows of two cells cut behind a heading; the same list where tables hold data only.
    """
    rows = [line for line in lines if line.mark is not None and line.mark.kind == "table"]
    firsts = Counter(_first_cell(row) for row in rows if row.text.count("\t") == 1)
    strong = sum(n for cell, n in firsts.items() if (h := match_heading(cell)) is not None and h.kind in STRONG_KINDS)
    told = _told_by_rows(rows)
    if strong < _FEWEST and len(told) < 2:
        return lines
    result: list[Line] = []
    for line in lines:
        if line.mark is None or line.mark.kind != "table":
            result.append(line)
            continue
        first = _first_cell(line)
        heading = match_heading(first)
        cut = len(first)
        # In a table that lays out the page, the words of a house stand where those of the lexicon do.
        kind = kind_by_stem(first) if heading is None and line.text.count("\t") == 1 else None
        labels = heading is not None and (heading.certain or firsts[first] >= _FEWEST)
        labels = labels or kind is not None or first in told
        if labels and cut < len(line.text) and first.casefold() not in _OF_FRAME:
            rest = line.text[cut:].lstrip()
            mark = replace(line.mark, kind="field", end=line.start + cut) if first in told and heading is None else None
            result.append(replace(line, end=line.start + cut, text=first, mark=mark))
            result.append(replace(line, start=line.end - len(rest), text=rest, blank_before=False, mark=None))
        elif (
            (line.text.count("\t") <= 2 and first.isdigit() and len(line.text) < 200)
            or "\t" not in line.text
            or heading is not None
            or case_number_of(line.text)[1]
        ):
            result.append(replace(line, mark=None))
        else:
            result.append(line)
    return result


def _told_by_rows(rows: Sequence[Line]) -> frozenset[str]:
    """The cells that stand before sentences again and again: headings of sections, whatever their words."""
    beside: dict[str, list[str]] = {}
    for row in rows:
        first, tab, rest = row.text.partition("\t")
        if tab and _LABEL.match(first):
            beside.setdefault(first.strip(), []).append(rest.strip())
    return frozenset(
        first
        for first, texts in beside.items()
        if len(texts) >= _FEWEST
        and "\t" not in "".join(texts)
        and sum(text[-1:] in ".!?" for text in texts) > 0.6 * len(texts)
        and not case_number_of(first)[1]
    )


def _first_cell(line: Line) -> str:
    return line.text.split("\t", 1)[0].strip()
