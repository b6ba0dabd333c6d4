"""Minutes through the library's own readers, so that a model sees what the library sees."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from referat_nlp import Document, Item, ReferatError, read_all
from referat_nlp.structure import structure
from training.corpus.passages import RawDocument


def minutes_documents(path: Path, source: str) -> Iterator[RawDocument]:
    """Read every meeting below a path, one document an item and one for what stands before the first.

    Args:
        path: A file or a folder.
        source: The name of the source.

    Yields:
        Documents; files that cannot be read are passed over.
    """
    for file in _files(path):
        for document in read_all(file):
            if not isinstance(document, ReferatError):
                yield from _of_meeting(document, source)


def _files(path: Path) -> Iterator[Path]:
    if path.is_file():
        yield path
        return
    for folder, folders, names in os.walk(path):
        folders.sort()
        yield from (Path(folder) / name for name in sorted(names))


def _of_meeting(document: Document, source: str) -> Iterator[RawDocument]:
    meeting = meeting_id(document)
    try:
        items = structure(document).items
    except ReferatError:
        items = []
    first = items[0].span[0] if items else len(document.text)
    head = document.text[:first].strip()
    if head:
        yield RawDocument(source, f"{meeting}/0", (head,), meeting)
    for number, item in enumerate(items, start=1):
        passages = _passages(document.text, item)
        if passages:
            yield RawDocument(source, f"{meeting}/{item.number or number}", passages, meeting, item.case_number, "\n\n")


def meeting_id(document: Document) -> str:
    """The id that a meeting has in its file, or the file's name."""
    path = document.path or document.sha256 or ""
    return path.rpartition("#")[2] if "#" in path else Path(path).name


def _passages(text: str, item: Item) -> tuple[str, ...]:
    """The title, then each section with its heading: a case returns with some sections changed and others not."""
    start, end = item.span
    cuts = [section.span[1] for section in item.sections] + [section.span[0] for section in item.sections[:1]]
    edges = sorted({start, *(cut for cut in cuts if start < cut < end), end})
    pieces = [text[a:b].strip() for a, b in pairwise(edges)]
    return tuple(piece for piece in pieces if piece)
