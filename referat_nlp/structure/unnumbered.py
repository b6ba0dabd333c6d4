"""Agenda items that print no number: known by layout, by the table of contents, or by the frame they begin with."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from ..danish.headings import Heading
from .case_numbers import is_frame_line, is_of_frame
from .fragment import title_at
from .heading_evidence import Evidence
from .heads import head_end, heads_minutes, is_chrome
from .item_headings import Candidate, is_group_heading, looks_like_title, titles_number
from .lines import Line
from .section_order import opening
from .toc import title_key

#: No approval of the agenda is longer.
_LONGEST_APPROVAL = 120
#: Unnumbered lines after the last item that are no part of it.
_TAIL = re.compile(
    r"^(?:Underskrift(?:er|sside|sark|sblad)?[ ]?:?|Underskriftsside.*|Kontaktoplysninger|Kontakt\b.{0,25}"
    r"|Om hjemmesiden|Tilgængelighed(?:serklæring)?|Cookies?\b.{0,30}|Cookie-?(?:politik|indstillinger)"
    r"|Ansvar(?:lig)? for (?:denne )?siden?\b.{0,80}|(?:Sidst |Senest )?opdateret:? (?:den )?\d.{0,30}"
    r"|Privatlivspolitik|Følg os\b.{0,20}|©.{0,90}|Referent(?:er)?[ ]?:.{0,60}|Initialer[ ]?:[ _.]*"
    r"|Referat(?:et)? (?:er )?(?:godkendt|underskrevet).{0,60}"
    r"|Mødet (?:blev )?(?:hævet|sluttede?|slut|afsluttet)\b.{0,40}|Møde slut\b.{0,40}"
    r"|Underskrevet (?:af|på|i) (?:mødet|medlemmer\w*|udvalget|byrådet).{0,30}"
    r"|Protokollen (?:er )?(?:godkendt|underskrevet).{0,60}|Sluttidspunkt:?.{0,20}"
    # What a page has below its text
    r"|(?:Skriv (?:et|en) (?:svar|kommentar)|Leave a (?:reply|comment))\b.{0,40}"
    r"|Din e-?mail(?:adresse)? vil ikke blive .{0,60}|(?:Forrige|Næste) indlæg\b.{0,80}|Indlægsnavigation)$",
    re.IGNORECASE,
)


def is_tail(text: str) -> bool:
    """Whether a line belongs to what follows the last item ('Underskriftsside', 'Mødet hævet kl. 19')."""
    return _TAIL.match(text) is not None


def with_unnumbered(chosen: list[Candidate], titled: list[Candidate], evidence: Evidence) -> list[Candidate]:
    """Add unnumbered headings that are items beyond doubt, in a document whose items are numbered.

    Args:
        chosen: The numbered items.
        titled: Lines that the layout shows as headings.
        evidence: What speaks for each.

    Returns:
        All items in order.
    """
    lines = evidence.lines
    taken = {candidate.index for candidate in chosen}
    first, last = min(taken), max(taken)
    level = Counter(lines[c.index].level for c in chosen).most_common(1)[0][0]
    capitals = len(chosen) > 1 and all(c.title.isupper() for c in chosen)
    extra = {c.index: c for c in titled if _is_item(c, evidence, lines[c.index].level == level)}
    keys = {title_key(candidate.title) for candidate in chosen}
    listed_alone = evidence.toc.unnumbered
    printed: Counter[str] = Counter()
    if listed_alone:
        printed.update(
            title_key(line.text)
            for i, line in enumerate(lines)
            if i not in evidence.toc.lines and len(line.text) <= 200
        )
    for i in range(first + 1, len(lines) if listed_alone or capitals else 0):
        line = lines[i]
        if len(line.text) > 200 or i in evidence.toc.lines or not looks_like_title(line):
            continue
        candidate = Candidate(i, None, line.text, "unnumbered")
        key = title_key(line.text)
        listed = key in listed_alone and printed[key] == 1
        # In a house that sets titles in capitals, such a line above a section is one.
        shown = capitals and line.text.isupper() and i < last and _section_follows(i, lines)
        if (listed or shown) and not is_group_heading(line.text) and not is_tail(line.text):
            extra.setdefault(i, candidate)
    added = [
        c
        for i, c in sorted(extra.items())
        if i > first
        and not {i - 1, i, i + 1} & taken
        and i not in evidence.numbered
        and not any(key.startswith(title_key(c.title)) for key in keys)
    ]
    return sorted(chosen + added, key=lambda c: c.index)


def _is_item(candidate: Candidate, evidence: Evidence, usual: bool) -> bool:
    """Whether a heading is an item: listed as one, or shown as the others are with a case number below."""
    if is_tail(candidate.title) or is_group_heading(candidate.title):
        return False
    listed = bool(evidence.toc.titles) and evidence.toc.confirms(None, candidate.title)
    return listed or (usual and _case_number_follows(candidate.index, evidence.lines))


def _case_number_follows(index: int, lines: list[Line]) -> bool:
    return any(is_of_frame(line.text) for line in lines[index + 1 : index + 3])


def _section_follows(index: int, lines: list[Line]) -> bool:
    return index + 1 < len(lines) and lines[index + 1].section_heading() is not None


def unnumbered(lines: list[Line], titled: list[Candidate], evidence: Evidence) -> list[Candidate]:
    """The items of a document that prints no usable numbers.

    Args:
        lines: The document's lines.
        titled: Lines that the layout shows as headings.
        evidence: What speaks for each.

    Returns:
        The items in order, found in the surest way that accounts for most of the decisions; failing that, in the way
        that finds the most.
    """
    decided = Counter(
        (h.body, h.date) for line in lines if (h := line.section_heading()) is not None and h.kind == "beslutning"
    )
    # An item may print what others decided before; the body that met has decided most.
    decisions = max(decided.values(), default=0)
    options = [_by_toc(lines, evidence), _by_level(titled, evidence), _by_frame(lines), _by_order(lines)]
    options.append(_by_recurrence(lines, evidence))
    enough = max(2, 0.7 * decisions)
    return next((found for found in options if len(found) >= enough), max(options, key=len))


def _by_level(titled: list[Candidate], evidence: Evidence) -> list[Candidate]:
    by_style: dict[str, list[Candidate]] = {}
    printed = Counter(candidate.title for candidate in titled)
    for candidate in titled:
        if printed[candidate.title] > 2:
            continue  # no title stands over three items
        if is_group_heading(candidate.title) or is_tail(candidate.title):
            continue
        if evidence.of(candidate) >= 2.5:
            by_style.setdefault(candidate.style, []).append(candidate)
    return max(by_style.values(), key=len, default=[])


def _by_toc(lines: list[Line], evidence: Evidence) -> list[Candidate]:
    if not evidence.toc.titles:
        return []
    found: list[Candidate] = []
    listed = {key: number for number, key in evidence.toc.titles}
    before = {below: above for (_, above), (_, below) in pairwise(evidence.toc.titles)}
    used: set[str] = set()
    for i, line in enumerate(lines):
        if i in evidence.toc.lines or len(line.text) > 250:
            continue
        key = title_key(line.text)
        if key not in listed or key in used:
            continue
        # 'Eventuelt' may head a section of another item.
        if line.section_heading() is None or (titles_number(line) and before.get(key) in used):
            used.add(key)
            found.append(Candidate(i, listed[key], line.text, "toc"))
    return found


def _by_frame(lines: list[Line]) -> list[Candidate]:
    """Items known by the frame line that each begins with ('Åben', 'Sagsid.: 20/33839'), its title near or lost."""
    frames: dict[str, list[int]] = {}
    for i, line in enumerate(lines):
        if is_of_frame(line.text):
            word = re.match(r"(?:[-•·*▪–]\s+)?([^\W\d]+)", line.text)
            if word:
                frames.setdefault(word.group(1).casefold(), []).append(i)
    rows = max(frames.values(), key=len, default=[])
    if len(rows) < 2:
        return []
    above = [lines[i - 1] if i and _may_be_title(lines[i - 1]) else None for i in rows]
    count = sum(line is not None for line in above)
    below = _titles_below(rows, lines) if count <= len(rows) / 2 else []
    if sum(title != "" for title in below) > max(count, len(rows) / 2):
        return [Candidate(i, None, title, "frame") for i, title in zip(rows, below, strict=True)]
    if count < len(rows) / 2:
        # Titles lost from their places may still stand together above the first item.
        titles = _titles_above(rows[0], len(rows), lines)
        return [Candidate(i, None, title, "frame") for i, title in zip(rows, titles, strict=True)]
    return [
        Candidate(i - 1, None, title.text, "frame") if title is not None else Candidate(i, None, "", "frame")
        for i, title in zip(rows, above, strict=True)
    ]


def _titles_below(rows: list[int], lines: list[Line]) -> list[str]:
    """The titles below the frames of items, '' where none stands there; none at all where they are not different."""
    found: list[str] = []
    for i in rows:
        below = i + 1
        while below < len(lines) and is_of_frame(lines[below].text):
            below += 1
        found.append(_whole_title(below, lines) if below < len(lines) and _may_be_title(lines[below]) else "")
    titles = [title for title in found if title]
    return found if len(set(titles)) > 0.8 * len(titles) else []


def _whole_title(index: int, lines: list[Line]) -> str:
    """A title with the line that it is wrapped to."""
    title, rest = lines[index].text, lines[index + 1 : index + 3]
    if not rest or rest[0].blank_before or not rest[0].text[0].islower() or rest[0].text[-1] in ".:;":
        return title
    ends = len(rest) == 1 or rest[1].blank_before or rest[1].section_heading() is not None
    return f"{title} {rest[0].text}" if ends else title


def _titles_above(index: int, count: int, lines: list[Line]) -> list[str]:
    """The lines directly above an index, one for each item, where they stand together and all may be titles."""
    above = lines[max(0, index - count) : index]
    together = all(_may_be_title(line) for line in above) and not any(line.blank_before for line in above[1:])
    return [line.text for line in above] if len(above) == count and together else [""] * count


def _by_order(lines: list[Line]) -> list[Candidate]:
    """Items known only by their sections beginning anew behind a decision."""
    headings = [
        (i, h)
        for i, line in enumerate(lines)
        if (h := line.section_heading()) is not None and h.is_strong and not heads_minutes(i, lines)
    ]
    # 'Beslutning', and below it whose and of what day
    alone = {i for i, h in headings if h.kind == "beslutning" and h.length >= len(lines[i].text)}
    headings = [(i, h) for i, h in headings if not (i - 1 in alone and h.kind == "beslutning")]
    found: list[Candidate] = []
    ended = {0} if headings and _approves_agenda(headings[0], headings[1:], lines) else set()
    for n in opening([heading for _, heading in headings], ended):
        i = headings[n][0]
        at = i - 1
        while at > 0 and is_chrome(lines[at].text):
            at -= 1  # 'Se alle bilag' or 'Indhold' below the title
        above = lines[at] if at >= 0 else None
        if above is not None and above.blank_before and _may_be_title(above):
            found.append(Candidate(at, None, above.text, "order"))
        else:
            found.append(Candidate(i, None, "", "order"))
    if len(found) < 2:
        return []
    titled = any(candidate.title for candidate in found[1:])
    return _with_first_title(found, lines) if titled else _without_place(found, headings[0][0], lines)


_AGENDA_APPROVED = re.compile(
    r"\bdagsorden(?:en)?\b[^.:;]{0,40}\bgodkend|\bgodkend\w*[^.:;]{0,30}\bdagsorden", re.IGNORECASE
)


def _approves_agenda(first: tuple[int, Heading], others: Sequence[tuple[int, Heading]], lines: Sequence[Line]) -> bool:
    """Whether a document opens with the decision on its agenda, which nothing else stands above or below."""
    at, heading = first
    stop = others[0][0] if others else len(lines)
    if heading.kind != "beslutning" or heading.length < len(lines[at].text):
        return False
    return any(
        len(line.text) < _LONGEST_APPROVAL and _AGENDA_APPROVED.search(line.text) for line in lines[at + 1 : stop]
    )


def _without_place(found: list[Candidate], first_section: int, lines: list[Line]) -> list[Candidate]:
    """The items; where no other has a title, what stands below the head of the meeting is where it met."""
    first = found[0]
    if not first.title or first.index > head_end(lines, first_section):
        return found
    return [Candidate(first_section, None, "", first.style), *found[1:]]


def _with_first_title(found: list[Candidate], lines: list[Line]) -> list[Candidate]:
    """The items; the title of the first may stand above text that is longer than a line."""
    stop = found[0].index
    at = None if found[0].title else title_at(lines, head_end(lines, stop), stop)
    return found if at is None else [Candidate(at, None, lines[at].text, "order"), *found[1:]]


def _by_recurrence(lines: list[Line], evidence: Evidence) -> list[Candidate]:
    """Items known by a line that a house prints under every title, whatever its words ('Hvad drejer sagen sig om')."""
    places: dict[str, list[int]] = {}
    for i, line in enumerate(lines):
        if i and 3 <= len(line.text) <= 60 and i not in evidence.toc.lines:
            places.setdefault(line.text.rstrip(" :"), []).append(i)
    found: list[Candidate] = []
    for at in places.values():
        titles = [i - 1 for i in at if lines[i - 1].blank_before and _may_be_title(lines[i - 1])]
        if len(titles) > max(2, len(found), 0.8 * len(at)) and len({lines[i].text for i in titles}) > 0.8 * len(titles):
            found = [Candidate(i, None, lines[i].text, "order") for i in titles]
    return found


#: All that many a decision says.
_DECIDED = re.compile(
    r"(?:ikke )?(?:godkendt|tiltrådt|vedtaget|drøftet|udsat|udgår|forkastet|anbefal(?:es|et)|taget til \w+)"
    r"(?: (?:som indstillet|enstemmigt))?",
    re.IGNORECASE,
)
_PERSON = re.compile(r"^[-•]?\s*[A-ZÆØÅ]\w+(?: [A-ZÆØÅ][\w.]*){1,4}(?:,? \(?[A-ZÆØÅ]\)?)?$")


def _may_be_title(line: Line) -> bool:
    """Whether the line above an item's first known line may be its title."""
    if not looks_like_title(line) or line.section_heading() is not None or is_frame_line(line.text):
        return False
    return _PERSON.match(line.text) is None and _DECIDED.fullmatch(line.text) is None
