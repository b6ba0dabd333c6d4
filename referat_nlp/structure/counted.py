"""The items of minutes that are one numbered list: a title, below it what was said, and hardly any section headings.

Councils of the elderly, school boards and local committees write so ('1. Godkendelse af dagsorden', below it
'Godkendt.', … '7. Eventuelt'). No case number and no section tells such a title from the point of a list; that the
numbers count on through the document, with text between them, and that the agenda's standing items are among the
titles, does.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

from .header.titles import title_kind
from .item_headings import Candidate
from .lines import Line
from .list_points import BREAKS_OFF

#: What stands on the agenda of every meeting, whatever else does.
_STANDING = re.compile(
    r"(?:Eventuelt|Evt\.?|Meddelelser|Næste (?:ordinære )?møder?|Kommende møder|Bordet rundt|Siden sidst|Velkomst"
    r"|Mødeplan|Underskrift\w*|Valg af (?:dirigent|ordstyrer|referent|formand|næstformand)|Konstituering)\b"
    r"|(?:Godkendelse|Opfølgning|Underskrivelse|Bemærkninger)[ ](?:af|på|til)[ ]"
    r"(?:[\w.]+[ ]){0,2}?(?:dagsorden|referat)"
    r"|(?:Dagsorden|Referat)(?:en|et)?(?:[ ](?:fra|til|og)\b|\W*$)"
    r"|(?:Orientering|Nyt|Meddelelser|Information)[ ](?:fra|v\.?|ved)[ /]",
    re.IGNORECASE,
)
_MEETING = re.compile(r"møde", re.IGNORECASE)
#: The head of such minutes is no longer.
_HEAD = 12
_STYLES = frozenset(("sep:.", "sep::", "sep:)", "sep:dash", "sep:space"))
_FEWEST = 3
_LONGEST = 160
#: A title with a full stop behind it is no longer; else it is a sentence.
_LONGEST_NAME = 60
#: Of the titles, so many have text below them.
_MOST = 0.6


def counted_through(lines: Sequence[Line], numbered: Mapping[int, Candidate], skip: Collection[int]) -> frozenset[int]:
    """The titles of minutes that are one numbered list.

    Args:
        lines: The document's lines.
        numbered: Lines that have the form of a numbered heading, by index.
        skip: Indices of lines that are no text of items (the table of contents).

    Returns:
        Indices of the titles; empty where the document is no such list.
    """
    groups: dict[str, list[Candidate]] = {}
    for i, candidate in sorted(numbered.items()):
        if i not in skip and _may_count(candidate):
            groups.setdefault(candidate.style, []).append(candidate)
    chains = (_counting(group, lines) or _all_one(group, lines) for group in groups.values())
    best = max(chains, key=len, default=[])
    if len(best) < _FEWEST or not _is_list_of_items(best, lines):
        return frozenset()
    return frozenset(candidate.index for candidate in best)


def _may_count(candidate: Candidate) -> bool:
    style = candidate.style
    return bool(candidate.title) and (style in _STYLES or style.startswith("word:")) and candidate.value is not None


def _counting(group: Sequence[Candidate], lines: Sequence[Line]) -> list[Candidate]:
    """The weightiest sequence of candidates of which each counts one on; points of lists stand between them."""
    best: dict[int, tuple[float, int]] = {}
    back: list[int] = []
    top = (0.0, -1)
    for j, candidate in enumerate(group):
        value = candidate.value or 0
        above, link = best.get(value - 1, (0.0, -1))
        total = above + _weight(candidate, lines)
        back.append(link)
        if value not in best or total > best[value][0]:
            best[value] = (total, j)
        top = max(top, (total, j))
    chain: list[Candidate] = []
    at = top[1]
    while at >= 0:
        chain.append(group[at])
        at = back[at]
    return chain[::-1] if len(chain) >= _FEWEST else []


def _weight(candidate: Candidate, lines: Sequence[Line]) -> float:
    weight = 1.0 + 0.2 * lines[candidate.index].blank_before + 0.5 * (_STANDING.match(candidate.title) is not None)
    return weight - 0.4 * (candidate.title[-1] in ".,;")


def _all_one(group: Sequence[Candidate], lines: Sequence[Line]) -> list[Candidate]:
    """The titles of a list whose text has lost its count: each is '1.', alone in a list of its own."""
    if any(candidate.value != 1 for candidate in group) or len({c.title for c in group}) < len(group):
        return []
    return list(group) if all(lines[c.index].blank_before for c in group) else []


def _is_list_of_items(chain: Sequence[Candidate], lines: Sequence[Line]) -> bool:
    """Whether titles, not sentences, with text below most of them: standing items among them, or a head of minutes."""
    if any(len(c.title) > _LONGEST or c.title[0].islower() for c in chain):
        return False
    above = [line.text for line in lines[: chain[0].index]]
    if above and (above[-1][-1] == ":" or BREAKS_OFF.search(above[-1])):
        return False  # the points of a case, or of what is asked
    if not any(_STANDING.match(c.title) for c in chain) and not any(map(_heads_minutes, above[-_HEAD:])):
        return False
    below = [b.index - a.index > 1 for a, b in pairwise(chain)] + [chain[-1].index + 1 < len(lines)]
    if sum(below) < _MOST * len(chain) or sum(map(_is_sentence, chain)) > 0.5 * len(chain):
        return False
    whole = lines[-1].end - lines[0].start
    inside = lines[-1].end - lines[chain[0].index].start
    return inside > 0.5 * whole and not _has_sections(chain, lines)


def _heads_minutes(text: str) -> bool:
    """Whether a line says that minutes of a meeting follow ('Referat af bestyrelsesmøde den 4. marts')."""
    return title_kind(text) is not None and _MEETING.search(text) is not None


def _is_sentence(candidate: Candidate) -> bool:
    return candidate.title[-1] in ".;," and (len(candidate.title) > _LONGEST_NAME or candidate.title[-1] != ".")


def _has_sections(chain: Sequence[Candidate], lines: Sequence[Line]) -> bool:
    """Whether sections stand above the list, or several under one of its titles: the list is within an item then."""
    within: Counter[int] = Counter()
    titles = {candidate.index for candidate in chain}
    at = -1
    for i, line in enumerate(lines):
        at = i if i in titles else at
        heading = line.section_heading() if i not in titles else None
        if heading is not None and heading.is_strong and heading.length >= len(line.text) and heading.kind != "bilag":
            within[at] += 1
    return within[-1] > 0 or sum(within.values()) > len(chain)
