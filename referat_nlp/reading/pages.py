"""Page headers, page footers and page numbers, and taking them out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from .running_lines import is_content

_PAGE_NUMBER = re.compile(
    r"^[ \t]*(?:(?:[Ss]ide|[Pp]age|s\.)[: ]*\d{1,4}[ ]*/[ ]*\d{1,4}"
    r"|(?:[Ss]ide|[Pp]age|s\.)?[: ]*[-–]?[ ]*\d{1,4}[ ]*(?:(?:af|of)[ ]*\d{1,4})?[ ]*[-–.]?)[ \t]*$"
)
#: '3/12' is the number of a page or, where the pages are not that many, of a case.
_OF_PAGES = re.compile(r"^[ \t]*\d{1,4}[ ]*/[ ]*(?P<count>\d{1,4})[ \t]*$")
#: Pages that a document may have lost or that stand before it.
_PAGES_OFF = 2
_NUMBERED_LINE = re.compile(r"(?m)^[ \t]*(?:Side|Page)[: ]{1,2}\d{1,4}(?:[ ]?(?:af|of|/)[ ]?\d{1,4})?[ \t]*$")
_DIGITS = re.compile(r"\d+")
_DEPTH = 6


def split_pages(text: str) -> list[str]:
    """Split plain text into pages, at form feeds, or else behind lines such as 'Side 3 af 12'.

    Args:
        text: The text of the whole document.

    Returns:
        The pages; one page where the text shows no page breaks.
    """
    if "\f" in text:
        return text.split("\f")
    numbered = list(_NUMBERED_LINE.finditer(text))
    if len(numbered) < 2:
        return [text]
    # The number may stand at the top or at the bottom: text before the first one tells.
    at_top = not text[: numbered[0].start()].strip() or text.count("\n", 0, numbered[0].start()) <= _DEPTH
    cuts = [match.start() if at_top else match.end() for match in numbered]
    if at_top:
        cuts = cuts[1:]
    bounds = [0, *cuts, len(text)]
    return [text[start:end] for start, end in pairwise(bounds)]


def strip_pages(pages: Sequence[str]) -> tuple[list[list[str]], list[str]]:
    """Take repeated headers and footers and page numbers off pages of text.

    Args:
        pages: The text of each page.

    Returns:
        The lines of each page, and the lines that were taken off.
    """
    split = [[line.rstrip() for line in page.splitlines()] for page in pages]
    kept = content_lines(split)
    content = [[lines[index] for index in numbers] for lines, numbers in zip(split, kept, strict=True)]
    return content, edges(split, kept)


def edges(pages: Sequence[Sequence[str]], kept: Sequence[range]) -> list[str]:
    """The lines of pages that are no content, given those that are."""
    return [
        line
        for lines, numbers in zip(pages, kept, strict=True)
        for line in (*lines[: numbers.start], *lines[numbers.stop :])
        if line.strip()
    ]


def content_lines(pages: Sequence[Sequence[str]]) -> list[range]:
    """Which lines of each page are content: no repeated headers or footers, no page numbers at the edges.

    The first page keeps its header, less page numbers above it: it may be the only place that names the body.

    Args:
        pages: The lines of each page.

    Returns:
        The numbers of the lines that stay.
    """
    if len(pages) < 2:
        return [_filled(lines, 0, len(lines)) for lines in pages]
    headers, footers = _repeated(pages, top=True), _repeated(pages, top=False)
    result = []
    for number, lines in enumerate(pages):
        start = _top(lines, headers if number else frozenset(), len(pages))
        end = _bottom(lines, footers, start, len(pages))
        result.append(_filled(lines, start, end))
    return result


def join_pages(before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether a paragraph runs on from one page to the next, so that no blank line belongs between them."""
    if not before or not after or not before[-1] or not after[0]:
        return False
    last, first = before[-1], after[0].lstrip()
    return first[:1].islower() or (last.endswith("-") and first[:1].isalpha()) or last.endswith(",")


def _filled(lines: Sequence[str], start: int, end: int) -> range:
    while start < end and not lines[start].strip():
        start += 1
    while end > start and not lines[end - 1].strip():
        end -= 1
    return range(start, end)


def _key(line: str) -> str:
    if of_pages := _OF_PAGES.match(line):
        return f"#/{of_pages['count']}"
    return _DIGITS.sub("#", " ".join(line.split())).casefold()


def _edge(lines: Sequence[str], *, top: bool) -> list[str]:
    filled = [line for line in lines if line.strip()]
    # A short page must not have its text counted as both header and footer.
    depth = min(_DEPTH, (len(filled) + 1) // 2)
    return filled[:depth] if top else filled[len(filled) - depth :]


def _repeated(pages: Sequence[Sequence[str]], *, top: bool) -> frozenset[str]:
    found: dict[str, dict[int, str]] = {}
    for page, lines in enumerate(pages):
        for line in _edge(lines, top=top):
            if _PAGE_NUMBER.match(line) or not is_content(line.strip()):
                found.setdefault(_key(line), {})[page] = line
    needed = max(2, (len(pages) + 1) // 2)
    return frozenset(key for key, lines in found.items() if len(key) > 1 and _is_furniture(lines, needed))


def _is_furniture(lines: dict[int, str], needed: int) -> bool:
    """Whether lines that are alike but for their numbers differ at most by the number of the page."""
    if len(lines) < needed:
        return False
    numbers = [(page, [int(digits) for digits in _DIGITS.findall(line)]) for page, line in lines.items()]
    for values in zip(*([(page, value) for value in found] for page, found in numbers), strict=True):
        same = Counter(value for _, value in values).most_common(1)[0][1]
        in_step = Counter(value - page for page, value in values).most_common(1)[0][1]
        if max(same, in_step) < needed:
            return False
    return True


def _is_page_number(line: str, n_pages: int) -> bool:
    of_pages = _OF_PAGES.match(line)
    if of_pages:
        return abs(int(of_pages["count"]) - n_pages) <= _PAGES_OFF
    return _PAGE_NUMBER.match(line) is not None


def _top(lines: Sequence[str], headers: frozenset[str], n_pages: int) -> int:
    for index, line in enumerate(lines):
        if line.strip() and not _is_page_number(line, n_pages) and _key(line) not in headers:
            return index
    return len(lines)


def _bottom(lines: Sequence[str], footers: frozenset[str], start: int, n_pages: int) -> int:
    end = len(lines)
    while end > start:
        line = lines[end - 1]
        if line.strip() and not _is_page_number(line, n_pages) and _key(line) not in footers:
            break
        end -= 1
    return end
