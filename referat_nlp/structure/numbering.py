"""The numbers that head a document's items, known by how they run and not by what they look like.

A house prints its numbers in a dress of its own: '[37]  Titel', 'ad 64. Titel', '62/2020 Titel', 'A.1 Titel', 'Møde 4,
sag 12 » Titel', the number alone in a cell. Whatever the dress, the numbers of items rise by one through the whole
document, with a different title each time. The numbers of a list, of pages or of paragraphs of a law do not: they stand
close together, begin anew, or have the same words beside them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from .item_headings import Candidate, is_group_heading, only_frame, ordinal
from .lines import MAX_HEADING, Line, is_debris

_PLAIN = r"(?P<number>\d{1,4})(?P<of>[/-](?:(?:19|20)\d\d|\d\d)(?!\d))?(?P<added>[a-d](?!\w))?"
_DRESS = re.compile(
    # What stands before: brackets, a meeting's number, and up to three words
    r"^(?P<lead>[\[({<#§»•·■▪*–-]{0,3}[ ]?(?:[^\W\d_]{2,20}[ ]\d{1,3},[ ](?=[^\W\d_]))?"
    r"(?:(?!\b[IVX]+\b)[^\W\d_]{2,20}\.?[ \t]+){0,2}(?:(?!\b[IVX]+\b)[^\W\d_]{2,20}[.:]{0,2}[ \t]*)?[\[({<#§]?)"
    r"(?:(?P<letter>[A-X])[.-]?(?P<within>\d{1,2})(?!\d)|(?P<year>(?:19|20)\d\d[/-])(?P<first>\d{1,4})(?![\d/-])"
    rf"|(?P<part>\d{{1,2}}\.)(?P<place>\d{{1,2}})(?![\d.])|{_PLAIN}"
    r"|(?P<roman>[IVX]{1,5})(?=[.:)\]]|[ ][A-ZÆØÅ])|(?P<alpha>[A-X])(?=[.:)\]]|[ ][A-ZÆØÅ]))"
    # What stands behind, and the title
    r"(?P<behind>[ ]?[\])}>*]{0,3}[ ]?[.:|·•»>=/…–—-]{0,3}(?:[ ](?:punkt|sag)[.:])?)"
    r"(?:(?P<gap>[ \t]+)|(?![\d.,]))(?P<title>.*)$"
)
#: A number behind its title.
_TAIL = re.compile(
    r"^(?P<title>\S.{6,}?\S)[ \t]*(?P<lead>(?:[(\[|·,]|[ ][–—-])[ ]?(?:[^\W\d_]{2,20}\.?[ ]){1,2}|[(\[]|[|·][ ])"
    rf"{_PLAIN}(?P<behind>[)\]]?)$"
)
_TITLE = re.compile(r"[A-ZÆØÅ§\"”“»'(\[]|\d|[a-zæøå]{1,2}[A-ZÆØÅ]")
#: Words that number something else: pages, attachments, dates, lists, places.
_OTHER = re.compile(
    r"\b(?:side|blad|ark|page|bilag|dok|kl|den|d\.|uge|budget|lokalplan|kommuneplan|tillæg|byggesag|stk|kap|kapitel|fase|etape"
    r"|model|løsning|scenarie|alternativ|forslag|variant|figur|tabel|version|tlf|telefon|lokale|spor|trin|tema|år)"
    r"\b",
    re.IGNORECASE,
)
#: The heading of an item below that of its group.
_ITEM_BELOW = re.compile(r"(?:(?:Punkt|Pkt\.?|Sag)[ ]?(?:nr\.?[ ]?)?)?\d{1,4}[.:)]?[ \t]+[A-ZÆØÅ]")
_FEWEST = 4
_NUMBERED = re.compile(r"^\D{0,40}\d|^[\[(]?(?:[A-X]|[IVX]{1,5})(?:[.:)\]]|[ ][A-ZÆØÅ])|\d\W?$")


@dataclass(frozen=True, slots=True)
class Dressed:
    """A number at the head of a line.

    Attributes:
        index: Index of the line.
        number: The number as printed, without what surrounds it.
        value: Its place in the sequence.
        title: The words behind it; empty where only the item's frame stands there.
        dress: What surrounds it: what all numbers of one kind share.
        sure: Whether no other number of the dress has the same place (minutes may quote minutes).
    """

    index: int
    number: str
    value: int
    title: str
    dress: tuple[str, str, str, bool]
    sure: bool = True


def dressed(index: int, line: Line) -> Dressed | None:
    """Read the number at the head of a line, in whatever dress, or None where none stands there."""
    text = line.text
    if len(text) > MAX_HEADING or not _NUMBERED.search(text):
        return None
    if text[-1] in "0123456789)]" and (behind := _behind(index, text)) is not None:
        return behind
    match = _DRESS.match(text)
    if match is None:
        return None
    title = match["title"].strip()
    if title and (not _TITLE.match(title) or not (match["behind"] or match["gap"])):
        return None
    kind, number, shared = _number(match, text)
    if kind == "number" and not shared and 1900 <= int(match["number"]) <= 2100:
        return None
    if title and only_frame(title):
        title = ""
    value = ordinal(number, kind if kind in ("roman", "letter") else f"dress:{kind}") or 0
    lead = match["lead"].strip().casefold()
    return Dressed(index, number, value, title, (lead, f"{kind}{shared}", match["behind"].strip(), not title))


def _number(match: re.Match[str], text: str) -> tuple[str, str, str]:
    """The kind of a number, the number as printed, and what of it all numbers of the document share."""
    if match["letter"]:
        return "series", text[match.start("letter") : match.end("within")], ""
    if match["part"]:
        return "part", match["part"] + match["place"], ""
    if match["year"]:
        return "year", match["year"] + match["first"], match["year"]
    if match["roman"] or match["alpha"]:
        return ("roman", match["roman"], "") if match["roman"] else ("letter", match["alpha"], "")
    shared = match["of"] or ("0" if match["number"][0] == "0" else "")
    return "number", match["number"] + (match["of"] or "") + (match["added"] or ""), shared


def _behind(index: int, text: str) -> Dressed | None:
    """A number that stands behind its title ('Skolestruktur (punkt 12)')."""
    match = _TAIL.match(text)
    if match is None or not _TITLE.match(match["title"]) or 1900 <= int(match["number"]) <= 2100:
        return None
    number = match["number"] + (match["of"] or "") + (match["added"] or "")
    dress = (match["lead"].strip().casefold(), f"tail{match['of'] or ''}", match["behind"], False)
    return Dressed(index, number, int(match["number"]), match["title"], dress)


def rising(lines: Sequence[Line], skip: Collection[int]) -> Mapping[int, Dressed]:
    """The numbers that rise through the document, in the dress that does so best.

    Args:
        lines: The document's lines.
        skip: Indices of lines that are no text of items (the table of contents).

    Returns:
        The numbers by index of their line; empty where no dress has numbers that run as those of items do.
    """
    dresses: dict[tuple[object, ...], list[Dressed]] = {}
    again = Counter(line.text for i, line in enumerate(lines) if i not in skip and is_group_heading(line.text))
    for i, line in enumerate(lines):
        if i in skip or (found := dressed(i, line)) is None:
            continue
        if not is_group_heading(line.text) or _counts_items(found, lines, again):
            dresses.setdefault(found.dress, []).append(found)
            dresses.setdefault((*found.dress, line.level), []).append(found)
    best: list[Dressed] = []
    rivals: list[Dressed] = []
    # Numbers within numbers ('3.2') head items only where no number of one piece does.
    for group in sorted(dresses.values(), key=lambda group: group[0].dress[1] == "part"):
        if best and group[0].dress[1] == "part":
            break
        if len(group) > max(len(best), _FEWEST - 1):
            chain = _chain(group)
            if len(chain) > len(best) and _heads_items(chain, group, lines):
                best, rivals = chain, [n for n, weight in zip(group, _weights(group), strict=True) if weight == 1.0]
    places = Counter(number.value for number in rivals)
    doubled = {value for value, count in places.items() if count > 1}
    kept = best + [number for number in rivals if number.value in doubled]
    return {n.index: replace(n, sure=n.value not in doubled) for n in kept}


def _counts_items(number: Dressed, lines: Sequence[Line], again: Mapping[str, int]) -> bool:
    """Whether the letter of 'D. Orientering' may count items: the line heads no numbers, nor does it come again."""
    if number.dress[1] not in ("letter", "roman") or again[lines[number.index].text] > 2:
        return False
    below = lines[number.index + 1].text if number.index + 1 < len(lines) else ""
    return _ITEM_BELOW.match(below) is None


def _weights(group: list[Dressed]) -> list[float]:
    """How much each number counts: less where it stands beside the next, as the points of a list do."""
    near = [b.value - a.value == 1 and b.index - a.index <= 2 for a, b in pairwise(group)]
    return [0.3 if above or below else 1.0 for above, below in zip([False, *near], [*near, False], strict=True)]


def _chain(group: list[Dressed]) -> list[Dressed]:
    """The weightiest sequence of numbers that each count on from the one before, by one or a little more."""
    best: dict[int, tuple[float, int]] = {}
    back: list[int] = []
    top = (0.0, 0)
    for j, (number, weight) in enumerate(zip(group, _weights(group), strict=True)):
        steps = [best[value] for value in range(number.value - 3, number.value) if value in best]
        if number.value % 100 == 1 and number.value > 100:
            steps += [entry for value, entry in best.items() if value // 100 == number.value // 100 - 1]
        sum_before, before = max(steps, default=(0.0, -1))
        entry = (sum_before + weight, j)
        back.append(before)
        if number.value not in best or entry[0] > best[number.value][0]:
            best[number.value] = entry
        if entry[0] > top[0]:
            top = entry
    chain: list[Dressed] = []
    at = top[1]
    while at >= 0:
        chain.append(group[at])
        at = back[at]
    return chain[::-1]


def _heads_items(chain: list[Dressed], group: list[Dressed], lines: Sequence[Line]) -> bool:
    """Whether numbers run as those of items: alone of their kind, through the document, each beside its own words."""
    if len(chain) < _FEWEST or len(chain) < 0.75 * sum(_weights(group)) or _OTHER.search(chain[0].dress[0] + " "):
        return False
    steps = sum(b.value - a.value == 1 or b.value // 100 > a.value // 100 for a, b in pairwise(chain))
    if steps < 0.6 * (len(chain) - 1):
        return False
    beside = {number.title or _beside(number.index, lines) for number in chain}
    if len(beside) < 0.7 * len(chain):
        return False
    whole = lines[-1].end - lines[0].start
    first, last = lines[chain[0].index].start, lines[chain[-1].index].start
    return last - first > 0.5 * whole and chain[-1].index - chain[0].index > 2.5 * (len(chain) - 1)


def _beside(index: int, lines: Sequence[Line]) -> str:
    """The words above and below a number alone."""
    return " ".join(line.text for line in lines[max(0, index - 1) : index + 2] if not is_debris(line.text))


def as_candidate(number: Dressed) -> Candidate:
    """A number with its title as the heading of an item."""
    return Candidate(number.index, number.number, number.title, f"dress:{number.dress[1]}")
