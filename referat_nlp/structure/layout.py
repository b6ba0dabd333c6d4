"""How a document shows its section headings, and what it prints without one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..danish.headings import STRONG_KINDS, heading_key
from .case_numbers import is_of_frame
from .deciding import DECIDES, DECISION_LINE, asks
from .induced import learn_in_items, learned_heading
from .lines import Line, is_debris


@dataclass(frozen=True, slots=True)
class Layout:
    """How a document shows its section headings, learned from all of its items.

    Attributes:
        marked: Whether it shows them as headings (by level or bold type), so that an unmarked line is text.
        level: The level that most of them have; None where they have none.
        recurring: Keys of ambiguous heading words that stand alone on a line in more than one item.
        has_decisions: Whether the house prints its decisions under headings.
        learned: Section headings that the document teaches (see :mod:`.induced`).
        inline: Keys of headings that open a line of text ('Økonomi: …') in more than one item.
        runs_on: Whether most of its headings do so.
        meeting_date: The day of the meeting; nothing was decided later.
        asks_unheaded: Whether the house prints what is asked without a heading ('Forvaltningen indstiller, at …').
        opens_with_decision: Whether its items open with the decision, above all headings.
        case_opens_with_decision: Whether it prints no heading over its decisions but one line above the case.
        dense: Whether no blank lines stand above its headings.
        background_is_case: Whether 'Baggrund' stands for the case, in most items with no other heading for it.
    """

    marked: bool
    level: int | None
    recurring: frozenset[str]
    has_decisions: bool
    learned: Mapping[str, str]
    inline: frozenset[str] = frozenset()
    runs_on: bool = False
    meeting_date: str | None = None
    asks_unheaded: bool = False
    opens_with_decision: bool = False
    background_is_case: bool = False
    case_opens_with_decision: bool = False
    dense: bool = False


#: Section kind → what the house says under such a heading.
_SAID_BY = {
    "beslutning": ("beslutning",),
    "indstilling": ("indstilling",),
    "indstilling_og_beslutning": ("beslutning", "indstilling"),
}


#: No house is known by fewer headings.
_FEW = 2


def learn_layout(
    lines: Sequence[Line],
    items: Iterable[tuple[int, int]],
    format_: str,
    learned: Mapping[str, str],
    meeting_date: str | None = None,
) -> Layout:
    """Learn how a document shows its section headings.

    Args:
        lines: The document's lines.
        items: First line and end line of each item's text.
        format_: The document's format.
        learned: Section headings that the document teaches.
        meeting_date: The day of the meeting, ISO 8601.

    Returns:
        The layout.
    """
    items = list(items)
    learned = learn_in_items(lines, items, learned)
    marked = plain = running = spaced = 0
    levels: Counter[int] = Counter()
    seen: dict[str, set[int]] = {}
    inline: dict[str, set[int]] = {}
    cases: dict[str, set[int]] = {"baggrund": set(), "sagsfremstilling": set()}
    owners: dict[str, set[int]] = {"beslutning": set(), "indstilling": set()}
    for n, (first, end) in enumerate(items):
        for line in lines[first:end]:
            heading = line.section_heading() or learned_heading(line, learned)
            if heading is None:
                continue
            if heading.kind in cases:
                cases[heading.kind].add(n)
            if heading.length < len(line.text):
                running += heading.kind in STRONG_KINDS
                inline.setdefault(heading_key(heading.heading), set()).add(n)
            if not heading.certain:
                seen.setdefault(heading_key(line.text), set()).add(n)
                continue
            if heading.kind in STRONG_KINDS:
                earlier = heading.date is not None and meeting_date is not None and heading.date < meeting_date
                for kind in () if earlier else _SAID_BY.get(heading.kind, ()):
                    owners[kind].add(n)
                spaced += line.blank_before
                if line.is_heading:
                    marked += 1
                    if line.level is not None:
                        levels[line.level] += 1
                else:
                    plain += 1

    background = cases["baggrund"]

    def usual(where: set[int]) -> bool:
        return len(where) > 1 or (len(where) == 1 and len(items) < 4)

    return Layout(
        # Type sizes of a PDF show only some of the headings.
        marked=marked >= 2 and marked >= plain and format_ != "pdf",
        level=levels.most_common(1)[0][0] if levels else None,
        recurring=frozenset(key for key, where in seen.items() if len(where) > 1),
        has_decisions=usual(owners["beslutning"]),
        learned=learned,
        runs_on=running > 3 and running > (marked + plain) / 2,
        inline=frozenset(key for key, where in inline.items() if len(where) > 1),
        meeting_date=meeting_date,
        asks_unheaded=not usual(owners["indstilling"]) and _asks_unheaded(lines, items),
        background_is_case=len(background) > 1 and 2 * len(background & cases["sagsfremstilling"]) < len(background),
        opens_with_decision=not usual(owners["beslutning"]) and _opens_with_decision(lines, items, learned),
        dense=marked + plain > _FEW and not spaced,
        case_opens_with_decision=not owners["beslutning"] and _case_opens_with_decision(lines, items),
    )


def _opens_with_decision(lines: Sequence[Line], items: Sequence[tuple[int, int]], learned: Mapping[str, str]) -> bool:
    """Whether most items with headings have text above them, and most of these texts decide."""
    headed = opened = deciding = 0
    for first, end in items:
        heads = [i for i in range(first, end) if lines[i].section_heading() or learned_heading(lines[i], learned)]
        if not heads:
            continue
        headed += 1
        lead = [line.text for line in lines[first : heads[0]] if not _is_frame(line)]
        if lead:
            opened += 1
            deciding += DECIDES.search(" ".join(lead)) is not None
    return headed > 2 and opened > 0.6 * headed and deciding > 0.6 * opened


def _case_opens_with_decision(lines: Sequence[Line], items: Sequence[tuple[int, int]]) -> bool:
    """Whether most cases begin with one line that decides, and something else below it."""
    cases = deciding = 0
    for first, end in items:
        for line, below, further in zip(lines[first:end], lines[first + 1 : end], lines[first + 2 : end], strict=False):
            heading = line.section_heading()
            if heading is not None and heading.kind == "sagsfremstilling" and heading.length >= len(line.text):
                cases += 1
                deciding += DECISION_LINE.fullmatch(below.text) is not None and further.section_heading() is None
    return deciding > 1 and 2 * deciding >= cases


def _asks_unheaded(lines: Sequence[Line], items: Sequence[tuple[int, int]]) -> bool:
    """Whether paragraphs that ask stand in more than a few items."""
    asking = sum(any(line.blank_before and asks(line.text) for line in lines[first:end]) for first, end in items)
    return asking > 1 or (asking == 1 and len(items) < 4)


def _is_frame(line: Line) -> bool:
    return is_of_frame(line.text) or is_debris(line.text)
