"""Where the agenda items of a text begin.

Every line that has the form of an item heading is a candidate. Evidence is collected for each (a case number or a
section heading follows, the table of contents lists it, the layout shows it as a heading, it is no point of a list),
and the sequence of candidates that explains the document best is chosen by dynamic programming: neighbours should
count on from each other and share one style. Numbers may jump, repeat or restart; that costs, but evidence outweighs
it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from .counted import counted_through
from .header.columns import label_kind
from .heading_evidence import Evidence, same_heading
from .induced import learn_headings, learned_heading
from .item_headings import (
    Candidate,
    number_apart,
    number_on,
    numbered_candidate,
    only_frame,
    titled_candidate,
    titles_stand_below,
)
from .lines import Line
from .numbering import as_candidate, rising
from .taken_up import taken_up
from .titles import ItemStart, item_start, title_label
from .toc import GLUED_ENTRY, TableOfContents, find_toc, runs_of, title_key, without_pages
from .unnumbered import is_tail, unnumbered, with_unnumbered

#: The sender's address at the foot of a page.
_SENDER = re.compile(
    r"^(?:Til top(?:pen)?\W+)?(?:[A-ZÆØÅ][\wæøåÆØÅ-]+(?:[- ][A-ZÆØÅ][\wæøå-]+)? Kommune|Region [A-ZÆØÅ]\w+)"
    r"(?:\W.{0,80})?$"
)
_ADDRESS = re.compile(r"(?:Kommune|^Region \w+)[ ]?[,|·•–-].*(?:\d|[Tt]lf|[Uu]dskriv)")
#: Who signs the minutes: a name, and below it what the person is.
_SIGNER = re.compile(r"^[A-ZÆØÅ][\wæøåÆØÅ.-]*(?:[ ][A-ZÆØÅ][\wæøåÆØÅ.-]*){1,4}$")
_OFFICE = re.compile(
    r"^(?:(?:vice|1\. vice|fung\. )?borgmester|(?:udvalgs|regionsråds|råds)?formand|kommunaldirektør|direktør|referent"
    r"|dirigent|sekretær)$",
    re.IGNORECASE,
)


_MEETING_ENDS = re.compile(r"Møde(?:t|ts)?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Boundaries:
    """The items of a text.

    Attributes:
        starts: Where they begin, in order.
        end: Index of the line behind the last one's end.
        toc: The table of contents.
        learned: Section headings that the document teaches (see :mod:`.induced`).
    """

    starts: tuple[ItemStart, ...]
    end: int
    toc: TableOfContents
    learned: Mapping[str, str]


def find_boundaries(lines: list[Line]) -> Boundaries:
    """Find the items.

    Args:
        lines: The lines of the document.

    Returns:
        Starts in order; empty where the text has no items, which may still be a single item without heading.
    """
    numbered, alone = _by_form(lines)
    toc = find_toc(lines, numbered)
    numbers = rising(lines, toc.lines)
    if numbers:
        alone |= {i: found.number for i, found in numbers.items() if not found.title}
    below = titles_stand_below(lines, alone)
    for i, found in numbers.items():
        if found.title and (i not in numbered or numbered[i].number != found.number):
            numbered[i] = as_candidate(found)
    again = taken_up(lines, numbered, toc)
    numbered |= again
    sure = {i for i, found in numbers.items() if found.sure} | set(again)
    sure = sure or set(counted_through(lines, numbered, toc.lines))
    for i, number in alone.items():
        candidate = number_apart(i, number, lines, below=below)
        if candidate is not None and not (
            # A page number below a heading that has its own
            candidate.index in numbered and candidate.title.startswith(f"{numbered[candidate.index].number}.")
        ):
            numbered[candidate.index] = candidate
            if i in sure:
                sure.add(candidate.index)
    glued = _glued_to_toc(lines, toc, numbered)
    if glued is not None:
        numbered[glued.index] = glued
        toc = replace(toc, lines=toc.lines - {glued.index})
    learned = learn_headings(lines, toc.lines)
    annex = _annex(lines, toc)
    numbered = {i: candidate for i, candidate in numbered.items() if i < annex}
    evidence = Evidence(lines, numbered, toc, learned, frozenset(sure))
    chosen = _best_chain(list(numbered.values()), evidence)
    titled = [
        c
        for c in (titled_candidate(i, line) for i, line in enumerate(lines))
        if c is not None and c.index not in toc.lines and learned_heading(lines[c.index], learned) is None
    ]
    chosen = with_unnumbered(chosen, titled, evidence) if chosen else unnumbered(lines, titled, evidence)
    starts = tuple(_starts(chosen or _only_listed(lines, numbered), lines, evidence))
    return Boundaries(starts, min(annex, _tail_start(lines, starts)), toc, learned)


def _only_listed(lines: list[Line], numbered: Mapping[int, Candidate]) -> list[Candidate]:
    """The items of a page that lists their titles, with nothing below but who met."""
    for run in runs_of(numbered, len(lines)):
        below = lines[run[-1] + 1 :]
        if not below or label_kind(below[0].text) == "members":
            titles = without_pages([numbered[i].title for i in run])
            return [replace(numbered[i], title=title) for i, title in zip(run, titles, strict=True)]
    return []


def _by_form(lines: list[Line]) -> tuple[dict[int, Candidate], dict[int, str]]:
    """What has the form of a numbered item heading, and the item numbers that stand alone, by index of the line."""
    numbered: dict[int, Candidate] = {}
    alone: dict[int, str] = {}
    for i, line in enumerate(lines):
        candidate = numbered_candidate(i, line)
        if candidate is not None:
            numbered[i] = candidate
        elif (number := number_on(line)) is not None:
            alone[i] = number
    styles = Counter(candidate.style for candidate in numbered.values())
    frames = [candidate for candidate in numbered.values() if candidate.title and only_frame(candidate.title)]
    for style, count in Counter(candidate.style for candidate in frames).items():
        if count > styles[style] / 2:  # a house that prints the frame there; one 'Lukket sag' is a title
            alone |= {c.index: numbered.pop(c.index).number or "" for c in frames if c.style == style}
    return numbered, alone


def _annex(lines: list[Line], toc: TableOfContents) -> int:
    """Index of the line that heads a list of all attachments behind the items, known by the table of contents."""
    keys = {key for key in toc.unnumbered if key.startswith("bilag")}
    behind = range(len(lines) - 1, max(toc.lines, default=len(lines)), -1)
    return next((i for i in behind if len(lines[i].text) < 40 and title_key(lines[i].text) in keys), len(lines))


def _glued_to_toc(lines: list[Line], toc: TableOfContents, numbered: dict[int, Candidate]) -> Candidate | None:
    """The first item where its heading is glued to the last entry of the table of contents."""
    if not toc.lines:
        return None
    for index in (max(toc.lines), max(toc.lines) + 1):
        match = GLUED_ENTRY.match(lines[index].text) if index < len(lines) else None
        if match is None:
            continue
        glued = Candidate(index, match["number"], match["title"], "sep:.", match.start("item"))
        if any(at < index and same_heading(glued, other) for at, other in numbered.items()):
            return glued
    return None


def _best_chain(candidates: list[Candidate], evidence: Evidence) -> list[Candidate]:
    """The sequence of candidates with the best sum of evidence and transitions, or none where no evidence is good."""
    candidates = sorted(candidates, key=lambda c: c.index)
    scored = [(c, s) for c in candidates if (s := evidence.of(c)) > -3.0]
    if not scored:
        return []
    styles: Counter[str] = Counter()
    for candidate, score in scored:
        if score >= 1.0:
            styles[candidate.style] += 1
    main = styles.most_common(1)[0][0] if styles else None
    good = [c for c, s in scored if s >= 1.0 and c.style == main]
    framed = len(good) > 2 and sum(map(evidence.framed, good)) > 0.7 * len(good)
    shown = _usual_show([evidence.lines[c.index] for c in good])
    best: list[float] = []
    back: list[int] = []
    for j, (candidate, score) in enumerate(scored):
        if main is not None and candidate.style != main:
            score -= 1.5
        if _show(evidence.lines[candidate.index]) < shown:
            score -= 2
        if framed and score < 4 and not evidence.framed(candidate):
            score -= 2.0  # a house that prints a case number below each heading
        top, link = score - 0.5 * (candidate.value is not None and candidate.value > 300), -1
        for i in range(max(0, j - 80), j):
            above = scored[i][0]
            step = _transition(above, candidate, sure=score >= 2.5)
            if above.value == candidate.value and {above.index, candidate.index} <= evidence.rising:
                step = 0.0  # a list whose count was lost
            total = best[i] + score + step
            if total > top:
                top, link = total, i
        best.append(top)
        back.append(link)
    at = max(range(len(best)), key=best.__getitem__)
    if best[at] <= 0:
        return []
    chain: list[Candidate] = []
    while at >= 0:
        chain.append(scored[at][0])
        at = back[at]
    return chain[::-1]


def _show(line: Line) -> int:
    """How plainly the layout shows a line as a heading: 2 with a level, 1 in bold type, 0 not at all."""
    return 2 if line.level is not None else int(line.is_heading)


def _usual_show(lines: list[Line]) -> int:
    """What most of some lines are shown as at least."""
    return next((show for show in (2, 1) if lines and sum(_show(line) >= show for line in lines) > 0.7 * len(lines)), 0)


def _transition(previous: Candidate, candidate: Candidate, *, sure: bool) -> float:
    a, b = previous.value, candidate.value
    if a is None or b is None:
        return 0.0
    if b == a + 1:
        return 1.2
    if b == a:
        return -20.0 if same_heading(previous, candidate) else -1.5
    if b > a:
        return 0.2 if b - a < 30 else -0.5
    # A supplementary agenda begins anew, an item may be taken out of turn; so do the points of lists.
    return -2.5 if b == 1 or sure else -4.0


def _starts(chosen: list[Candidate], lines: list[Line], evidence: Evidence) -> Iterator[ItemStart]:
    """The starts of the chosen items; a candidate that a title before it takes in (as printed again) is none."""
    free, label = 0, title_label(chosen, lines)
    for candidate in chosen:
        if candidate.index >= free:
            start = item_start(candidate, lines, evidence.toc, label)
            free = max(start.after, start.line + 1)
            yield start


def _tail_start(lines: list[Line], starts: tuple[ItemStart, ...]) -> int:
    """Index of the line at which what follows the last item begins."""
    if not starts:
        return len(lines)
    bare = len(starts) > 1 and all(above.after == below.line for above, below in pairwise(starts))
    after = starts[-1].after
    if bare and after < len(lines) and label_kind(lines[after].text) == "members":
        return after  # who met, below a list of the items
    for i in range(after, len(lines)):
        alone = lines[i].blank_before or (i == len(lines) - 1 and _ADDRESS.search(lines[i].text) is not None)
        if i > len(lines) - 15 and i > starts[-1].after and alone and _SENDER.match(lines[i].text):
            return i
        if i > len(lines) - 10 and i > starts[-1].after and _signs(i, lines):
            return i
        if (
            is_tail(lines[i].text)
            and (lines[i].is_heading or lines[i].blank_before or i > len(lines) - 12 or len(lines[i].text) > 14)
            and not (_MEETING_ENDS.match(lines[i].text) and _decides_below(i, lines))
        ):
            return i
    return len(lines)


def _decides_below(index: int, lines: list[Line]) -> bool:
    """Whether a decision is printed further down: 'Mødet sluttede kl. 21' may stand above that of the agenda."""
    return any(
        (heading := line.section_heading()) is not None and heading.certain and heading.kind == "beslutning"
        for line in lines[index + 1 :]
    )


def _signs(index: int, lines: list[Line]) -> bool:
    """Whether a line is the name of one who signs the minutes ('Bo Lind' over 'borgmester')."""
    if not lines[index].blank_before or index + 1 >= len(lines) or lines[index + 1].blank_before:
        return False
    return _SIGNER.match(lines[index].text) is not None and _OFFICE.match(lines[index + 1].text) is not None
