"""Whether a printed vote carried: what '9 ja, 6 nej' says of an outcome that no verb states.

Only the numbers of one sentence and the words for, imod, ja and nej beside them are read. Who voted, and how
many ballots there were, is for the extractor of votes.
"""

from __future__ import annotations

import re

from ...danish.numbers import NUMBER, parse_number

_NUMBER = re.compile(NUMBER, re.IGNORECASE)
_FOR = re.compile(
    r"\bja\b|\bja-stemmer|\bherfor\b|\b(?:stemte|stemmer|stemt|gik\s+ind|går\s+ind|stemme)\s+for\b"
    r"|\bfor\s+(?:stemte|stemmer)\b|\bfor\s*:|(?:\A|[:;,])\s*for(?=\s*\d)|\A\s*for\b(?=\s+(?:\w+\s+){0,4}?(?:\d|stem|afgav))"
    r"|\bfor(?=\s*(?:[,;/.)]|\Z)|\s+(?:og|at|samt|forslaget|indstillingen|dette|det|planen)\b)",
    re.IGNORECASE,
)
_AGAINST = re.compile(r"\bnej\b|\bnej-stemmer|\bherimod\b|\bi?mod\b", re.IGNORECASE)
_PAIR = re.compile(
    rf"(?P<for>{NUMBER})\s+(?:stemmers?\s+|st\.\s+|medlemmer\s+)?i?mod\s+(?P<against>{NUMBER})", re.IGNORECASE
)
# 'Stemmerne faldt 12-9'.
_SCORE = re.compile(
    r"\b(?:afstem|stem[mt])[^.\d]{0,40}\b(?P<for>\d{1,2})\s?[-–]\s?(?P<against>\d{1,2})\b(?![-.–]\d)", re.I
)
_REST = r"\b(?:øvrige|resten|resterende|alle\s+andre)\b[^.;]{0,30}?\b"
_REST_FOR, _REST_AGAINST = re.compile(_REST + r"for\b", re.I), re.compile(_REST + r"i?mod\b", re.I)
_ONLY = re.compile(rf"\b(?:kun|alene|blot)\s+{NUMBER}", re.I)
_VOTED = re.compile(r"\bstemm?|\bstemt|\b(?:ja|nej)\b|\bi?mod\b|\bgik\s+ind\s+for\b|\bundlod\b", re.IGNORECASE)
_NOT_COUNTED = re.compile(r"\b(?:punkt(?:et|erne)?|pkt|sag|nr|model|forslag|kl|§|ad|stk)\b\.?\s*\Z", re.IGNORECASE)
_FARTHEST = 60


def carried(sentence: str) -> bool | None:
    """Whether a vote that a sentence prints carried.

    Args:
        sentence: The sentence, asides blanked.

    Returns:
        True where more are printed for than against, or votes for alone; False where not; None where the
        sentence prints no vote, or only who was against.

    Example:
        >>> carried("Det samlede forslag: 9 ja, 6 nej")
        True
    """
    if not _VOTED.search(sentence):
        return None
    pair = _PAIR.search(sentence)
    if pair:
        return (parse_number(pair["for"]) or 0) > (parse_number(pair["against"]) or 0)
    score = _SCORE.search(sentence)
    if score:
        return int(score["for"]) > int(score["against"])
    counts = _counts(sentence)
    # 'De øvrige imod' after a number for: whoever counts the few means that the rest are many.
    if _REST_FOR.search(sentence) and "for" not in counts:
        return True
    if _ONLY.search(sentence) or (_REST_AGAINST.search(sentence) and "against" not in counts):
        return False if "for" in counts else None
    if "for" not in counts:
        return None
    return counts["for"] > counts.get("against", 0)


def _counts(sentence: str) -> dict[str, int]:
    """The numbers beside 'for' and 'imod', each word with the nearest number that no other word has taken."""
    tokens = _numbers(sentence)
    tokens += [(match.start(), match.end(), "for") for match in _FOR.finditer(sentence)]
    tokens += [(match.start(), match.end(), "against") for match in _AGAINST.finditer(sentence)]
    tokens.sort(key=lambda token: token[:2])
    counts: dict[str, int] = {}
    index = 0
    while index + 1 < len(tokens):
        (_, end, left), (start, _, right) = tokens[index], tokens[index + 1]
        if isinstance(left, int) == isinstance(right, int) or start - end > _FARTHEST:
            index += 1
            continue
        side, number = (right, left) if isinstance(left, int) else (left, right)
        counts.setdefault(str(side), int(number))
        index += 2
    return counts


def _numbers(sentence: str) -> list[tuple[int, int, str | int]]:
    """The numbers of a sentence with their places; 'A (3) og F (2)' is one number, their sum."""
    found: list[tuple[int, int, str | int]] = []
    bracketed = False
    for match in _NUMBER.finditer(sentence):
        value = parse_number(match.group())
        if value is None or _NOT_COUNTED.search(sentence[max(0, match.start() - 20) : match.start()]):
            continue
        inside = sentence[: match.start()].endswith("(")
        between = sentence[found[-1][1] : match.start()] if found else ""
        if inside and bracketed and not (_FOR.search(between) or _AGAINST.search(between)):
            first, _, sum_before = found.pop()
            value, start = value + int(sum_before), first
        else:
            start = match.start()
        found.append((start, match.end(), value))
        bracketed = inside
    return found
