"""The table of contents: which lines it takes, and the titles it promises."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property, lru_cache

from .case_numbers import case_number_of
from .item_headings import Candidate, is_group_heading
from .lines import Line

_LEADERS = re.compile(
    r"^(?:(?P<number>\d{1,4})[.:]?\s+)?(?P<title>.*?\S)\s*(?:\.[. ]{2,}|…+[.… ]*|_{4,}(?=\s*\d))\s*\d{0,4}$"
)
_PAGE = re.compile(
    r"^(?:(?P<number>\d{1,4})[.:]?\s+)?(?P<title>.*?\S)(?:\t+|\s{3,})(?:PAGEREF\b.*|(?:side|s\.)?\s*\d{1,4})$"
)
_PAGE_BEHIND = re.compile(r"^(?P<title>.*\D) \d{1,3}$")
_HEAD = re.compile(
    r"^(?:indholdsfortegnelse|indhold|dagsorden(?:spunkter)?|punkter|punkter på dagsordenen"
    r"|oversigt(?: over punkter)?|sagsliste|sagsoversigt|dagsordensoversigt|punktliste|emneliste"
    r"|punkter til dagsorden.*|punktoversigt)\s*:?$",
    re.IGNORECASE,
)
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
    heads = [i for i in range(limit) if _HEAD.match(lines[i].text)]
    for head in heads:
        if len(taken) < 2:
            _listed_under(head, lines, candidates, taken)
    if not taken:
        _repeated_run(lines, candidates, taken, limit)
    if len(taken) < 2:
        return EMPTY
    first, last = min(taken), max(taken)
    inside = set(taken)
    if dotted and len(dotted) >= 2:
        # A wrapped title's first line has no leader; it stands between two entries.
        inside |= {i for i in range(first, last) if i - 1 in inside or i + 1 in inside}
    inside |= {head for head in heads if head < first and first - head <= 4}
    inside |= {i for head in heads if head < first for i in range(head, first) if first - head <= 4}
    return TableOfContents(frozenset(inside), tuple(entry for _, entry in sorted(taken.items())))


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
