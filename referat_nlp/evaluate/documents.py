"""The minutes that labels belong to, found by path or by hash and structured."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..archive import discover
from ..document import Document
from ..errors import ReferatError
from ..reading import read_all
from ..schema import Referat, Source
from ..structure import structure
from .anchors import resolve, unanchored
from .gold.files import GoldMeeting
from .gold.problems import Problem
from .gold.schema import GoldReferat


@dataclass(frozen=True, slots=True)
class LabelledMeeting:
    """Labels and the structured minutes that they belong to.

    Attributes:
        name: What tables call the meeting.
        gold: The labels, with names in place of spans.
        referat: The minutes, structured and not yet analysed; without items where they could not be read.
    """

    name: str
    gold: GoldReferat
    referat: Referat


def find_documents(
    meetings: Sequence[GoldMeeting], folders: Sequence[str | Path] | Shelf = ()
) -> tuple[list[LabelledMeeting], list[Problem]]:
    """Read and structure the minutes of labelled meetings.

    Args:
        meetings: The labels. ``source.path`` is looked for from the folder of the labels, from the working folder and
            from the given folders; a member of an archive or of JSON Lines has the archive's path before its own
            ("2024.zip/maj.pdf", "export.jsonl#17"). Where the path leads nowhere, ``source.sha256`` is.
        folders: Where minutes may lie; a shelf, for labels that share files.

    Returns:
        The meetings whose minutes were found, in order; and what is wrong with the others: minutes that are not
        there, spans outside the text, words that do not stand in it. Minutes that the library cannot read, or finds
        no item in, are a record without items: the labels are right, and the library scores nothing on them.
    """
    shelf = folders if isinstance(folders, Shelf) else Shelf(folders)
    found: list[LabelledMeeting] = []
    problems: list[Problem] = []
    for meeting in meetings:
        referat = shelf.record(meeting)
        if referat is None:
            problems.append(_problem(meeting, "its minutes were not found; say where they lie with --documents"))
            continue
        gold, wrong = resolve(meeting.gold, referat)
        wrong += [
            f"items[{n}].{fault}" for n, item in enumerate(gold.items) for fault in unanchored(item, referat.text)
        ]
        if wrong:
            problems.append(_problem(meeting, "; ".join(wrong)))
            continue
        found.append(LabelledMeeting(meeting.name, gold, referat))
    return found, problems


def _problem(meeting: GoldMeeting, message: str) -> Problem:
    return Problem(str(meeting.file), meeting.row, None, f"{meeting.name}: {message}")


def _structured(document: Document | ReferatError) -> Referat:
    if isinstance(document, ReferatError):
        return Referat(source=Source(path=document.path), warnings=[document.message])
    try:
        return structure(document)
    except ReferatError as error:
        source = Source(path=document.path, format=document.format, sha256=document.sha256, n_chars=len(document.text))
        return Referat(source=source, text=document.text, warnings=[error.message])


class Shelf:
    """Documents by the file that they are in; each is read and structured once, for however many sets of labels.

    Args:
        folders: Where minutes may lie, if not beside their labels.
    """

    def __init__(self, folders: Sequence[str | Path] = ()) -> None:
        self._folders = [Path(folder) for folder in folders]
        self._read: dict[Path, dict[str, Document | ReferatError]] = {}
        self._hashes: dict[str, Document] | None = None
        self._records: dict[int, Referat] = {}

    def record(self, meeting: GoldMeeting) -> Referat | None:
        """The structured minutes of a meeting; a record without items where they cannot be read; None: not there."""
        document = self._find(meeting)
        if document is None:
            return None
        if id(document) not in self._records:
            self._records[id(document)] = _structured(document)
        return self._records[id(document)]

    def _find(self, meeting: GoldMeeting) -> Document | ReferatError | None:
        source = meeting.gold.source
        for file, member in self._places(meeting):
            documents = self._documents(file)
            if member in documents:
                return documents[member]
            if not member and len(documents) >= (position := 1 if source.path else meeting.row):
                return list(documents.values())[position - 1]
        return self._by_hash().get(source.sha256) if source.sha256 else None

    def _places(self, meeting: GoldMeeting) -> Iterator[tuple[Path, str]]:
        """Files that may hold a meeting, with what stands behind their names in the path."""
        path = meeting.gold.source.path
        if path is None:
            stem = meeting.file.name.removesuffix(".gold.json")
            beside = (file for file in sorted(meeting.file.parent.glob(f"{stem}.*")) if ".gold." not in file.name)
            yield from ((file, "") for file in beside)
            return
        for folder in (meeting.file.parent, Path(), *self._folders):
            whole = folder / path
            for file in (whole, *whole.parents):
                for cut in (str(file), str(file).rsplit("#", 1)[0]):
                    if Path(cut).is_file():
                        yield Path(cut), str(whole)[len(cut) :]
        for folder in self._folders:
            if (named := folder / Path(path).name).is_file():
                yield named, ""

    def _documents(self, file: Path) -> dict[str, Document | ReferatError]:
        """The documents of a file by what stands behind the file's name in their paths."""
        if file not in self._read:
            results: Iterable[Document | ReferatError]
            try:
                results = list(read_all(file))
            except ReferatError as error:
                results = [error]
            self._read[file] = {(each.path or "")[len(str(file)) :]: each for each in results}
        return self._read[file]

    def _by_hash(self) -> dict[str, Document]:
        if self._hashes is None:
            self._hashes = {}
            for path in discover(map(str, self._folders)):
                if isinstance(path, str):
                    for each in self._documents(Path(path)).values():
                        if isinstance(each, Document) and each.sha256:
                            self._hashes.setdefault(each.sha256, each)
        return self._hashes
