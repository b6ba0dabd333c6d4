"""Numbered and lettered points of a decision or an indstilling."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...danish.sentences import MONTHS

_NUMBER = r"\d{1,2}(?:\s?[a-zA-Z](?![\wæøå]))?"
_JOINT = r"\.?\s*(?:[-–+&,]|og|til|samt)\s*"
_NUMBERS = rf"{_NUMBER}(?:{_JOINT}{_NUMBER})*"
_LETTERS = rf"[a-hA-H](?:[.)]?{_JOINT}[a-hA-H](?![\wæøå]))*"
_SAID = (
    r"(?:(?:til|vedr\.?|vedrørende|ift\.?|for\s+så\s+vidt\s+angår)\s+)?"
    r"(?:(?:administrationens|forvaltningens|indstillingens|indstilling(?:en|ernes)?s?)\s+)?"
    r"(?:ad|pkt|punkt(?:erne)?|indstillingspunkt(?:erne)?|indstilling|at|litra|dot|delpunkt)"
)
_VERB = (
    r"(?:blev|bliver|er|godkend|tiltr|anbefal|vedtag|taget|tages|drøft|udsæt|udsat|oversend"
    r"|forkast|afvis|indstil|udgår)"
)

# 'Ad 1', 'Punkt 1 og 2:', 'Indstillingens punkt 3'.
_SAID_MARK = re.compile(rf"{_SAID}(?:\s*\.\s*|\s+)(?P<n>{_NUMBERS}|{_LETTERS})(?![\wæøå])\s*[.):–-]*\s*", re.IGNORECASE)
# '1.', '2)', '1.-3.', '1, 2 og 3 anbefales', '1A godkendt', '1.Godkendt'.
_BARE_MARK = re.compile(rf"\(?(?P<n>{_NUMBERS})(?:\s*[.):](?!\d)\s*|\s*[–-]\s+(?=\S)|\s+(?={_VERB}))", re.IGNORECASE)
_LETTER_MARK = re.compile(r"\(?(?P<n>[a-hA-H])(?:\)\.?|\.)\s+")
_BULLET = re.compile(r"(?:[•◦▪●■*·]|[-–—])\s+")
_BEGINNING = re.compile(r"(?:\A|\n|(?<=[.;:!?]))[ \t]*")
# '5. marts', '2. behandling': an ordinal numbers no point.
_ORDINAL_NOUN = re.compile(
    rf"(?:{'|'.join(sorted(MONTHS))})\b|(?:behandling|viceborgmester|næstformand|kvartal|halvår|budgetopfølgning"
    r"|budgetrevision)",
    re.IGNORECASE,
)
_IN_SENTENCE = re.compile(r"\w[ \t]*\n[ \t]*\Z")


@dataclass(frozen=True, slots=True)
class Point:
    """A point of a numbered text: its numbers (several in 'Ad 1 og 2'), and where its text stands."""

    numbers: tuple[str, ...]
    start: int
    end: int


def split_points(text: str, *, spoken: bool = True) -> tuple[list[Point], int]:
    """Find the numbered or lettered points of a text.

    Args:
        text: The text.
        spoken: Whether 'Punkt 3' marks a point; it does not where it can be another item of the agenda.

    Returns:
        The points in printed order, and where the first one's marker begins (or the text's length).
    """
    marks: list[tuple[int, int, tuple[str, ...]]] = []
    for beginning in _BEGINNING.finditer(text):
        at = beginning.end()
        bullet = _BULLET.match(text, at)
        at = bullet.end() if bullet else at
        mark = (
            (_SAID_MARK.match(text, at) if spoken else None)
            or _BARE_MARK.match(text, at)
            or _LETTER_MARK.match(text, at)
        )
        if mark is None or _ORDINAL_NOUN.match(text, mark.end()) or (marks and mark.start() < marks[-1][1]):
            continue
        on_new_line = beginning.group().startswith("\n") or beginning.start() == 0
        numbers = _expand_numbers(mark.group("n"))
        if marks and numbers[0].isalpha() and not marks[0][2][0].isalpha():
            continue  # a) under 2. belongs to point 2
        if not on_new_line and mark.re is not _SAID_MARK and not (marks and _follows(marks[-1][2], numbers)):
            continue
        marks.append((mark.start(), mark.end(), numbers))
    if len(marks) == 1 and marks[0][2][0].isalpha() and _IN_SENTENCE.search(text, 0, marks[0][0]):
        marks = []  # 'alternativ\na)': a line that happens to begin so
    points = [
        Point(numbers, end, marks[index + 1][0] if index + 1 < len(marks) else len(text))
        for index, (_, end, numbers) in enumerate(marks)
    ]
    return points, marks[0][0] if marks else len(text)


def numbers_named(text: str) -> tuple[str, ...]:
    """The numbers that 'punkt 1 og 3' names anywhere in a text."""
    found: list[str] = []
    for mark in re.finditer(
        rf"(?<!\w)(?:pkt\.?|punkt(?:erne)?|indstillingspunkt(?:erne)?)\s+(?P<n>{_NUMBERS})(?![\w])",
        text,
        re.I,
    ):
        found.extend(_expand_numbers(mark.group("n")))
    return tuple(found)


def _expand_numbers(printed: str) -> tuple[str, ...]:
    """Write out a printed list of numbers: '1.-3.' gives 1, 2, 3; '2 a' gives 2a."""
    tokens = re.findall(r"\d{1,2}(?:\s?[a-zA-Z](?![\wæøå]))?|(?<![\wæøå])[a-hA-H](?![\wæøå])|[-–]|til", printed)
    numbers: list[str] = []
    for index, token in enumerate(tokens):
        if token in ("-", "–", "til"):
            continue
        number = token.replace(" ", "")
        if index and tokens[index - 1] in ("-", "–", "til") and numbers:
            numbers.extend(_between(numbers[-1], number))
        numbers.append(number)
    return tuple(dict.fromkeys(numbers))


def _between(first: str, last: str) -> list[str]:
    if first.isdigit() and last.isdigit():
        return [str(number) for number in range(int(first) + 1, int(last))]
    if len(first) == len(last) == 1 and first.isalpha() and last.isalpha():
        return [chr(code) for code in range(ord(first) + 1, ord(last))]
    return []


def _follows(before: tuple[str, ...], after: tuple[str, ...]) -> bool:
    """Whether the numbers of one point come next after those of another."""
    left, right = re.match(r"\d+", before[-1]), re.match(r"\d+", after[0])
    if left and right:
        return int(right.group()) in (int(left.group()), int(left.group()) + 1)
    return ord(after[0][0]) == ord(before[-1][0]) + 1
