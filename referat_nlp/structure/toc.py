"""The table of contents: which lines it takes, and the titles it promises."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import cached_property, lru_cache
from itertools import pairwise

from .case_numbers import case_number_of
from .item_headings import Candidate, is_group_heading
from .lines import Line

_LEADERS = re.compile(
    r"^(?:(?P<number>\d{1,4})[.:]?\s+)?(?P<title>.*?\S)\s*(?:\.[. ]{2,}|…+[.… ]*|_{4,}(?=\s*\d))\s*\d{0,4}$"
)
_PAGE = re.compile(
    r"^(?:(?P<number>\d{1,4})[.:]?\s+)?(?P<title>.*?\S)(?:\t+|\s{3,})(?:PAGEREF\b.*|(?:side|s\.)?\s*\d{1,4})$"
)
_PAGE_BEHIND_TITLE = re.compile(r"\s(?P<page>\d{1,3})$")
_PAGE_BEHIND = re.compile(r"^(?P<title>.*\D) \d{1,3}$")
_HEAD = re.compile(
    r"^(?:indholdsfortegnelse(?:,? (?:for )?(?:åbent?|åbne|lukkede?|lukket) .{3,20})?|indhold|dagsorden(?:spunkter)?"
    r"|punkter|punkter på dagsordenen"
    r"|oversigt(?: over punkter)?|(?:følgende )?sager (?:til behandling|behandles)(?: på mødet)?"
    r"|sagsliste|sagsoversigt|dagsordensoversigt|punktliste|emneliste"
    r"|punkter til dagsorden.*|punktoversigt)\s*:?$",
    re.IGNORECASE,
)
#: The heading glued to what stands before it ('Egon Holt (V)Indholdsfortegnelse').
_GLUED_HEAD = re.compile(r"[^\W\d_)]\)?Indholdsfortegnelse(?: (?:åbent?|åbne|lukkede?|lukket) \w{3,12})?$")
#: Numbers of items and pages on lines of their own between the titles.
_NUMBER_ALONE = re.compile(r"\d{1,3}\.?")
_NUMBER_PREFIX = re.compile(
    r"^\W{0,2}(?:(?:dagsordens?)?punkt|pkt\.?|sag|nr\.?|ad)?\s*(?:nr\.?)?\s*"
    r"(?P<number>[a-x]\.\d{1,2}(?!\d)|\d{1,4}/\d{1,4}(?=\W)|\d{0,4})[\])]?\s*[.:)·|\-–]*\s*",
    re.IGNORECASE,
)
#: An entry in a table: number and title in cells of their own.
_ROW = re.compile(r"^(?P<number>\d{1,4})[.:]?\t+(?P<title>[^\t]*[^\W\d_][^\t]*)$")
_NOT_LETTER = re.compile(r"[^\wæøå]+")


@lru_cache(maxsize=8192)
def title_key(title: str) -> str:
    """A title in the form in which the printings of one title agree: letters and digits, lower case."""
    return _NOT_LETTER.sub("", title.casefold())


@dataclass(frozen=True)
class TableOfContents:
    """A table of contents.

    Attributes:
        lines: Indices of the lines that belong to it.
        titles: Keys (:func:`title_key`) of the titles it lists, in order, with their numbers or None.
    """

    lines: frozenset[int]
    titles: tuple[tuple[str | None, str], ...]

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The numbers that it lists."""
        return frozenset(number for number, _ in self.titles if number is not None)

    @cached_property
    def unnumbered(self) -> frozenset[str]:
        """Keys of the titles that it lists without a number among numbered ones."""
        without = frozenset(key for number, key in self.titles if number is None)
        return without if len(without) < len(self.titles) else frozenset()

    def confirms(self, number: str | None, title: str) -> bool:
        """Whether the table lists an item of this title (cut or misspelt titles agree) under no other number."""
        key = title_key(title)
        if not key:
            return False
        for listed_number, listed in self.titles:
            if number and listed_number and number != listed_number:
                continue
            if listed == key or (
                len(key) > 12 and (listed.startswith(key) or (key.startswith(listed) and len(listed) > 12))
            ):
                return True
            if len(key) > 15 and abs(len(key) - len(listed)) < 12 and _nearly_same_letters(key, listed):
                return SequenceMatcher(None, key, listed).ratio() > 0.88
        return False


def _nearly_same_letters(one: str, other: str) -> bool:
    """Whether two texts share more than nine tenths of their letters, in whatever order."""
    both = len(one) + len(other)
    if 2 * min(len(one), len(other)) <= 0.9 * both:
        return False
    return 2 * sum(min(one.count(letter), other.count(letter)) for letter in set(one)) / both > 0.9


def is_contents_head(text: str) -> bool:
    """Whether a line heads a table of contents or a list of items ('Dagsordenspunkter')."""
    return _HEAD.match(text) is not None


EMPTY = TableOfContents(frozenset(), ())


def find_toc(lines: list[Line], candidates: dict[int, Candidate]) -> TableOfContents:
    """Find the table of contents.

    Three kinds are known: lines that end in dot leaders or page numbers; a run of numbered titles that stand again
    further down; lines under a heading such as 'Indholdsfortegnelse' that stand again further down.

    Args:
        lines: The lines of the document.
        candidates: Numbered item heading candidates by line index.

    Returns:
        The table; :data:`EMPTY` where there is none.
    """
    limit = min(len(lines), 400)
    taken: dict[int, tuple[str | None, str]] = {}
    dotted = _densest([i for i in range(limit) if _is_dotted(lines[i])])
    for i in dotted:
        entry = _entry(lines[i])
        if entry is not None:
            taken[i] = entry
    glued = {i for i in range(limit) if _GLUED_HEAD.search(lines[i].text)}
    heads = [i for i in range(limit) if i in glued or _HEAD.match(lines[i].text)]
    for head in heads:
        if len(taken) < 2:
            _listed_under(head, lines, candidates, taken)
    if not taken:
        _repeated_run(lines, candidates, taken, limit)
    if not taken:
        _run_above_its_first(lines, candidates, taken, limit)
    if len(taken) < 2:
        return EMPTY
    for run in runs_of(candidates, limit):
        # The rest of the table, in a page that was cut before all of its items.
        if sum(i in taken for i in run) > 1:
            taken.update((i, (candidates[i].number, title_key(candidates[i].title))) for i in run if i not in taken)
    first, last = min(taken), max(taken)
    inside = set(taken)
    if dotted and len(dotted) >= 2:
        # A wrapped title's first line has no leader; it stands between two entries.
        inside |= {i for i in range(first, last) if i - 1 in inside or i + 1 in inside}
    inside |= {head for head in heads if head < first and first - head <= 4}
    inside |= {i for head in heads if head < first for i in range(head, first) if first - head <= 4}
    inside |= {i for i in range(first, last) if _NUMBER_ALONE.fullmatch(lines[i].text)}
    return TableOfContents(frozenset(inside - glued), tuple(entry for _, entry in sorted(taken.items())))


def _densest(indices: list[int]) -> list[int]:
    """The longest run of indices that stand close together: entries of one table."""
    runs: list[list[int]] = []
    for i in indices:
        if runs and i - runs[-1][-1] <= 4:
            runs[-1].append(i)
        else:
            runs.append([i])
    return max(runs, key=len, default=[])


def _is_dotted(line: Line) -> bool:
    text = line.text
    if len(text) > 300 or (line.mark is not None and line.mark.kind == "heading"):
        return False
    return (".." in text or "…" in text or "__" in text) and _LEADERS.match(text) is not None


def _entry(line: Line) -> tuple[str | None, str] | None:
    match = _LEADERS.match(line.text) or _PAGE.match(line.text)
    return _entry_of(match["title"], match["number"]) if match else _entry_of(line.text)


def _entry_of(title: str, number: str | None = None) -> tuple[str | None, str] | None:
    if number is None:
        prefix = _NUMBER_PREFIX.match(title)
        if prefix and prefix.end():
            number, title = prefix["number"] or None, title[prefix.end() :]
    key = title_key(title)
    return (number, key) if len(key) > 2 else None


def _listed_under(
    head: int, lines: list[Line], candidates: dict[int, Candidate], taken: dict[int, tuple[str | None, str]]
) -> None:
    """Take the lines under a heading as entries for as long as each stands again further down."""
    later: dict[str, int] = {}
    for i, line in enumerate(lines):
        if len(line.text) <= 300:
            candidate = candidates.get(i)
            later[title_key(candidate.title if candidate and candidate.title else line.text)] = i
    misses = 0
    found: dict[int, tuple[str | None, str]] = {}
    for i in range(head + 1, min(len(lines), head + 150)):
        line = lines[i]
        if len(line.text) > 300:
            break
        heading = line.section_heading()
        if (heading is not None and heading.certain) or case_number_of(line.text)[1]:
            break  # an item's text has begun
        entry = _entry(line)
        if entry is None:
            continue
        paged = _PAGE_BEHIND.match(line.text)
        if paged and entry[1] not in later:
            entry = _entry_of(paged["title"]) or entry
        if any(entry[1] == key and (entry[0] == number or not entry[0]) for number, key in found.values()):
            break  # the first entry stands again: the items begin here
        if later.get(entry[1], -1) > i or _prefix_stands_later(entry[1], later, i) or _PAGE.match(line.text):
            found[i] = entry
            misses = 0
        else:
            misses += 1
            if misses > 2:
                break
    if len(found) >= 2:
        taken.update(found)


def _prefix_stands_later(key: str, later: dict[str, int], index: int) -> bool:
    return len(key) > 15 and any(
        at > index and (other.startswith(key) or (key.startswith(other) and len(other) > 15))
        for other, at in later.items()
    )


def _repeated_run(
    lines: list[Line], candidates: dict[int, Candidate], taken: dict[int, tuple[str | None, str]], limit: int
) -> None:
    """Take a run of numbered titles near the top, in lines or in a table, that all stand again further down."""
    entries = {
        i: (candidate.number, title_key(candidate.title))
        for i, candidate in candidates.items()
        # 'B. Sager til afgørelse' heads a group there and above its items.
        if candidate.title and not (candidate.style in ("letter", "roman") and is_group_heading(lines[i].text))
    }
    for i, line in enumerate(lines[:limit]):
        row = _ROW.match(line.text) if i not in entries else None
        if row:
            entries[i] = (row["number"], title_key(row["title"]))
    places: dict[tuple[str | None, str], list[int]] = {}
    for i, (number, key) in sorted(entries.items()):
        places.setdefault((number, key[:40]), []).append(i)
    run = sorted(at[0] for at in places.values() if len(at) > 1 and at[0] < limit and at[-1] - at[0] > 2)
    # Entries of a table stand close together; items have their text between them.
    kept = [i for i in run if any(abs(i - j) <= 3 and i != j for j in run)]
    if len(kept) >= 3 or (len(kept) == 2 and len(run) == 2):
        taken.update((i, entries[i]) for i in kept)


#: The last entry of a table with the first item's heading glued to it ('3. Eventuelt1. Rundvisning').
GLUED_ENTRY = re.compile(
    r"^(?P<entry>\d{1,4}[.:]?\s.*?[\wæøåÆØÅ)])(?P<item>(?P<number>\d{1,4})[.:]\s+(?P<title>[A-ZÆØÅ].*))$"
)
_FEWEST_ENTRIES = 3


def runs_of(candidates: Mapping[int, Candidate], limit: int) -> list[list[int]]:
    """The runs of three titles or more that count on from line to line, as indices of their lines.

    Args:
        candidates: Numbered item heading candidates by line index.
        limit: Index of the line where the search ends.
    """
    runs: list[list[int]] = []
    for i, candidate in sorted(candidates.items()):
        if i >= limit or candidate.value is None or not candidate.title:
            continue
        above = candidates[runs[-1][-1]] if runs and runs[-1][-1] == i - 1 else None
        if above is not None and above.value == candidate.value - 1 and above.style == candidate.style:
            runs[-1].append(i)
        else:
            runs.append([i])
    return [run for run in runs if len(run) >= _FEWEST_ENTRIES]


def _run_above_its_first(
    lines: list[Line], candidates: dict[int, Candidate], taken: dict[int, tuple[str | None, str]], limit: int
) -> None:
    """Take a run of titles that count on from line to line, where the first of them stands again below or glued."""
    for run in runs_of(candidates, limit):
        first = candidates[run[0]]
        key = (first.number, title_key(first.title))
        glued = GLUED_ENTRY.match(lines[run[-1]].text)
        stuck = glued is not None and (glued["number"], title_key(glued["title"])) == key
        again = any(i > run[-1] and (c.number, title_key(c.title)) == key for i, c in candidates.items())
        if stuck or again or _all_stand_below(run, lines, candidates) or _all_taken_up(run, candidates):
            taken.update((i, (candidates[i].number, title_key(candidates[i].title))) for i in run)
            return


def _all_stand_below(run: Sequence[int], lines: Sequence[Line], candidates: Mapping[int, Candidate]) -> bool:
    """Whether the titles of a run stand again without their numbers, on lines of their own, in the same order."""
    below = (title_key(line.text) for line in lines[run[-1] + 1 :] if len(line.text) <= 300)
    return all(title_key(candidates[i].title) in below for i in run)


def _all_taken_up(run: Sequence[int], candidates: Mapping[int, Candidate]) -> bool:
    """Whether what is said of the titles of a run stands below, under their numbers alone ('Ad 1. …')."""
    numbers = [c.number for i, c in sorted(candidates.items()) if i > run[-1] and c.style.startswith("word:ad")]
    return numbers == [candidates[i].number for i in run]


_FIRST_ENTRY = re.compile(r"(?P<number>\d{1,3})\.\s+(?=[A-ZÆØÅ])")


def without_pages(titles: Sequence[str]) -> list[str]:
    """The titles of a table of contents, without the numbers of pages that end all of them.

    >>> without_pages(["Dagsorden 4", "Budget 2025 5", "Eventuelt 9"])
    ['Dagsorden', 'Budget 2025', 'Eventuelt']

    Args:
        titles: The titles, in printed order; the last may be cut.
    """
    ends = [_PAGE_BEHIND_TITLE.search(title) for title in titles]
    pages = [int(end["page"]) for end in ends if end is not None]
    if len(pages) < max(2, len(titles) - 1) or pages != sorted(pages):
        return list(titles)
    return [title[: end.start()] if end else title for title, end in zip(titles, ends, strict=True)]


def parted_contents(lines: list[Line]) -> list[Line]:
    """Cut a table of contents that stands in one line ('1. Dagsorden 2. Budget 3. Eventuelt') into its entries.

    Args:
        lines: The lines of a document.

    Returns:
        The lines; the same list where the document has no such line above all its items and sections.
    """
    for i, line in enumerate(lines[:40]):
        heading = line.section_heading()
        if heading is not None and heading.certain:
            return lines
        match = _FIRST_ENTRY.match(line.text)
        if match is None:
            continue
        cuts = [0]
        number = int(match["number"])
        while (at := line.text.find(f" {number + 1}.", cuts[-1])) > 0 and _FIRST_ENTRY.match(line.text, at + 1):
            cuts.append(at + 1)
            number += 1
        entries = [line.text[a:b].strip() for a, b in pairwise([*cuts, len(line.text)])]
        if len(entries) < _FEWEST_ENTRIES or any(entry[-1] in ".;:" or len(entry) > 250 for entry in entries):
            return lines
        parts = [
            replace(
                line,
                start=line.start + cut,
                end=line.start + cut + len(entry),
                text=entry,
                blank_before=line.blank_before and cut == 0,
                mark=None,
            )
            for cut, entry in zip(cuts, entries, strict=True)
        ]
        return [*lines[:i], *parts, *lines[i + 1 :]]
    return lines
