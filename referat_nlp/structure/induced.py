"""Section headings that a document teaches by repeating them.

No lexicon holds every municipality's words. But house styles are regular: a short line that stands alone, again and
again, from item to item, is a heading of the house. What kind it is, its stems tell, or else what stands under it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from ..danish.bodies import find_body
from ..danish.heading_stems import kind_by_stem
from ..danish.headings import Heading, heading_key
from .case_numbers import case_number_of, is_frame_line
from .deciding import DECIDES
from .item_headings import is_group_heading
from .lines import Line, is_debris
from .roles import kinds_by_role

_SHAPE = re.compile(r"^[A-ZÆØÅ][^\t.;!\d]{2,58}[\w)?,:æøå]$")
_PERSON = re.compile(
    r"^(?:[A-ZÆØÅ][\w.’'-]*\s+){1,4}[A-ZÆØÅ][\w’'-]+(?:\s*,?\s*\(?[A-ZÆØÅ]{1,2}\)?)?$|\([A-ZÆØÅ]{1,2}\)|:.*\S"
)
_ANSWER = re.compile(
    r"^(?:ingen|intet|beslutning ikke|godkendt|tiltrådt|vedtaget|anbefal|drøftet|taget|til (?:efterretning|orientering)"
    r"|udsat|ja|nej|byråd|økonomiudvalg|side|(?:beslutnings|orienterings|drøftelses|tema)(?:sag|punkt))\b",
    re.IGNORECASE,
)
_POINTS = re.compile(r"^(?:[-•]\s*|\d{1,2}[.)]\s*)?at\b", re.IGNORECASE)
_REQUEST = re.compile(r"\b(?:indstiller|indstilles|foreslår|foreslås|anbefaler),? (?:\w+ ){0,6}?at\b", re.IGNORECASE)
#: The longest line that may be a heading of a house.
_LONGEST = 62


#: A sentence that a house repeats ('Der blev stemt om indstillingen:', 'For stemte') is none of its headings.
_SENTENCE = re.compile(
    r"\b(?:blev|bliver|stemt|stemte|stemmer|stemmes|undlod|undlader|deltog|anmodede|begærede|ønskede|foreslog)\b",
    re.IGNORECASE,
)


def learn_headings(lines: Sequence[Line], skip: frozenset[int]) -> Mapping[str, str]:
    """Learn the headings of a house from the document as a whole, before its items are known.

    Args:
        lines: The document's lines.
        skip: Indices of lines that are no text of items (the table of contents).

    Returns:
        Kind by heading key (:func:`~referat_nlp.danish.headings.heading_key`), for headings that the lexicon does not
        hold.
    """
    short: dict[str, list[int]] = {}
    for i, line in enumerate(lines):
        if i not in skip and 3 <= len(line.text) <= 60 and line.text[0].isupper():
            short.setdefault(heading_key(line.text), []).append(i)
    places = {key: [i for i in at if _may_head(lines[i])] for key, at in short.items() if len(at) > 1}
    # A house has one word for its decision: where the lexicon holds it, no other line of the house is one.
    known = Counter(
        h.kind for line in lines if (h := line.section_heading()) is not None and h.certain and h.body is None
    )
    decided = {kind for kind in ("beslutning", "indstilling") if known[kind] > 1}
    learned: dict[str, str] = {}
    for key, at in places.items():
        marked = sum(lines[i].is_heading for i in at)
        if len(at) < (2 if marked == len(at) else 3):
            continue
        alone = sum(_stands_alone(lines[i]) for i in at)
        if alone < len(at) * 0.8:
            continue
        kind = _kind_by_words(key, at, lines) or _kind_by_text([_below(i, lines) for i in at])
        if kind in decided:
            continue
        if kind is None and marked == len(at):
            kind = "andet"
        if kind is not None:
            learned[key] = kind
    return learned


#: Item → indices of its lines.
_Places = dict[int, list[int]]


def learn_in_items(
    lines: Sequence[Line], items: Sequence[tuple[int, int]], learned: Mapping[str, str]
) -> Mapping[str, str]:
    """Learn the headings of a house from its items: what stands once in each of several is a heading.

    Args:
        lines: The document's lines.
        items: First line and end line of each item's text.
        learned: What :func:`learn_headings` found.

    Returns:
        Kind by heading key, with those of ``learned``; the key of a label that runs in with its text ('Økonomisk
        overslag: …') ends in a colon.
    """
    found: dict[str, dict[int, list[int]]] = {}
    owners: dict[str, set[int]] = {"beslutning": set(), "indstilling": set()}
    heads: dict[int, list[int]] = {}
    held: Counter[str] = Counter()
    for n, (first, end) in enumerate(items):
        for i in range(first, end):
            text = lines[i].text
            if not text[0].isupper():
                continue
            known = lines[i].section_heading()
            if known is not None and known.certain:
                heads.setdefault(n, []).append(i)
                held[known.kind] += known.body is None
                if known.body is None and known.kind in owners:
                    owners[known.kind].add(n)
            elif ":" in text[: min(_LONGEST, len(text) - 1)] and _may_label(lines[i]):
                found.setdefault(heading_key(text.partition(":")[0]) + ":", {}).setdefault(n, []).append(i)
            elif len(text) <= _LONGEST:
                found.setdefault(heading_key(text), {}).setdefault(n, []).append(i)
    # A heading that was learned without a kind is still to get one.
    recurring = {
        key: _that_may_head(key, at, lines)
        for key, at in found.items()
        if len(at) > 1 and learned.get(key, "andet") == "andet"
    }
    kinds = dict(learned)
    for key, at in recurring.items():
        if len(at) > 1 and (kind := _kind_in_items(key, at, lines, owners)) is not None:
            kinds[key] = kind
    kinds = _one_decision(kinds, recurring, lines)
    unknown = {
        key: at
        for key, at in recurring.items()
        if kinds.get(key, "andet") == "andet" and key[-1] != ":" and _is_of_house(at, len(items), lines, recurring)
    }
    if unknown:
        for key in kinds:
            for n, indices in recurring.get(key, {}).items() if key not in unknown else ():
                heads.setdefault(n, []).extend(indices)
        taken = {kind for kind, count in held.items() if count > 1} | {kinds[k] for k in kinds if k not in unknown}
        kinds |= kinds_by_role(lines, items, unknown, heads, frozenset(taken))
    return kinds


def _is_of_house(at: _Places, n_items: int, lines: Sequence[Line], recurring: Mapping[str, _Places]) -> bool:
    """Whether a line whose words say nothing stands in so many items, once in each and with text of the item's own
    under it, that it must be a heading."""
    indices = _all(at)
    return (
        len(at) >= max(3, 0.3 * n_items)
        and len(indices) == len(at)
        and all(_stands_alone(lines[i]) for i in indices)
        and not any(len(recurring.get(heading_key(_below(i, lines)), ())) > 1 for i in indices)
    )


def _that_may_head(key: str, at: _Places, lines: Sequence[Line]) -> _Places:
    """Those places of a line where it has the form of a heading, or of a label where its key ends in a colon."""
    kept: _Places = {}
    for n, indices in at.items():
        fit = [i for i in indices if (_label(lines[i]) is not None if key[-1] == ":" else _may_head(lines[i]))]
        if fit:
            kept[n] = fit
    return kept


def _all(at: _Places) -> list[int]:
    return [i for indices in at.values() for i in indices]


def _kind_in_items(key: str, at: _Places, lines: Sequence[Line], owners: Mapping[str, set[int]]) -> str | None:
    """The kind of a line that recurs, or None where it is no heading."""
    indices = _all(at)
    alone = sum(_stands_alone(lines[i]) for i in indices) >= 0.8 * len(indices)
    if len(at) < (2 if alone else 3) or len(indices) > 1.34 * len(at):
        return None
    if any(i + 1 < len(lines) and lines[i + 1].text == lines[i].text for i in indices):
        return None
    stem = _kind_by_words(key, indices, lines)
    kind = stem if key[-1] == ":" else stem or _kind_by_text([_below(i, lines) for i in indices])
    if kind is not None and kind in owners and 3 * len(owners[kind] & at.keys()) > len(at):
        return None  # beside the house's own word for it
    if kind is None and all(lines[i].is_heading for i in indices):
        return "andet"
    return kind


def _kind_by_words(key: str, indices: Sequence[int], lines: Sequence[Line]) -> str | None:
    return "beslutning" if all(_names_body(lines[i].text) for i in indices) else kind_by_stem(key)


def _one_decision(kinds: dict[str, str], found: Mapping[str, _Places], lines: Sequence[Line]) -> dict[str, str]:
    """Leave one heading of deciding an item: of two that share items, the one whose text decides."""
    deciding = [key for key, kind in kinds.items() if kind == "beslutning" and key in found]
    for key in deciding:
        for other in deciding:
            shared = found[key].keys() & found[other].keys()
            if key != other and kinds.get(key) == kinds.get(other) and 3 * len(shared) > len(found[other]):
                share = {k: _deciding_share([_below(i, lines) for i in _all(found[k])]) for k in (key, other)}
                kinds[other if share[key] >= share[other] else key] = "andet"
    return kinds


def learned_heading(line: Line, learned: Mapping[str, str]) -> Heading | None:
    """The heading that a line is, or opens with, by what the document taught, or None."""
    if not learned:
        return None
    if len(line.text) <= _LONGEST and (kind := learned.get(heading_key(line.text))) is not None:
        printed = line.text.rstrip(" :,")
        return Heading(kind, printed, len(line.text), body=printed if _names_body(line.text) else None)
    label = _label(line) if ":" in line.text[:_LONGEST] else None
    key = heading_key(label) if label else ""
    # 'Referat: Godkendt.' in a house that has 'Referat:' above longer texts
    kind = learned.get(f"{key}:") or (learned.get(key) if learned.get(key) == "beslutning" else None)
    if label is None or kind is None:
        return None
    rest = line.text[len(label) + 1 :]
    return Heading(kind, label, len(line.text) - len(rest.lstrip()))


def _label(line: Line) -> str | None:
    """The words before a colon that open a paragraph, where they have the form of a heading."""
    label, colon, rest = line.text[: _LONGEST + 2].partition(":")
    if not colon or not rest[:1].isspace() or line.mark is not None or not _may_label(line):
        return None
    return label if _SHAPE.match(label) and not _PERSON.search(label) and not _SENTENCE.search(label) else None


def _may_label(line: Line) -> bool:
    """Whether a label that opens a line may head it: it opens a paragraph, or is a word of deciding ('Referat: …')."""
    if line.blank_before:
        return True
    label = line.text.partition(":")[0]
    return " " not in label and len(label) <= _LONGEST and kind_by_stem(label) == "beslutning"


def _names_body(text: str) -> bool:
    """Whether a line is a body's name with a colon: 'Byrådet:' over what it decided."""
    return text[-1] == ":" and find_body(text) == text[:-1].rstrip()


def _stands_alone(line: Line) -> bool:
    return line.blank_before or line.is_heading or line.text.isupper()


def _may_head(line: Line) -> bool:
    """Whether a short line with a capital has the form of a heading, and no other meaning."""
    text = line.text
    if line.mark is not None and line.mark.kind in ("table", "field"):
        return False
    if _names_body(text):
        return line.section_heading() is None
    person = None if line.is_heading or text.isupper() or kind_by_stem(text) else _PERSON.search(text)
    if not _SHAPE.match(text) or ":" in text[:-1] or person or _ANSWER.match(text) or _SENTENCE.search(text):
        return False
    return not (
        is_debris(text)
        or is_frame_line(text)
        or is_group_heading(text)
        or case_number_of(text)[1]
        or line.section_heading() is not None
        or find_body(text) == text
    )


def _below(index: int, lines: Sequence[Line]) -> str:
    return lines[index + 1].text if index + 1 < len(lines) else ""


def _deciding_share(texts: list[str]) -> float:
    return sum(1 for text in texts if len(text) < 300 and DECIDES.search(text)) / max(1, len(texts))


def _kind_by_text(texts: list[str]) -> str | None:
    """What most of the texts under a heading are: points that ask, or sentences that decide."""
    asks = sum(1 for text in texts if _POINTS.match(text) or _REQUEST.search(text))
    if asks > len(texts) / 2:
        return "indstilling"
    return "beslutning" if _deciding_share(texts) > 0.6 else None
