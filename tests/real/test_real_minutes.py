"""The real minutes: items, case numbers, sections and headers, without a word of their text in here.

Titles, places and names are held as the first twelve hex digits of their SHA-256.
"""

from __future__ import annotations

import json
from contextlib import nullcontext, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from referat_nlp import load
from referat_nlp.errors import NotMinutesError, ReferatError
from referat_nlp.evaluate.anchors import fingerprint
from referat_nlp.reading import read, read_all
from referat_nlp.schema import Referat
from referat_nlp.structure import structure
from tests.structure.clerk import check_spans

pytestmark = pytest.mark.real


@dataclass(frozen=True)
class Wanted:
    """What one document holds.

    Attributes:
        meeting: Kind, body, date, start and end.
        place: Hash of the place.
        participants: Hash and party of each participant; empty where it is not compared.
        absent: Hash and kind of each absence that the header states.
        items: Number, hash of the title, case number, whether closed, kinds of sections (None: not compared).
    """

    meeting: tuple[str | None, ...]
    place: str
    participants: str
    absent: str
    items: list[tuple[str | None, str, str | None, bool, str | None]]


def _wanted() -> dict[str, Wanted]:
    data = json.loads((Path(__file__).parent / "real_minutes.json").read_text(encoding="utf-8"))
    rows = {name: row | {"items": [tuple(item) for item in row["items"]]} for name, row in data.items()}
    return {name: Wanted(**row | {"meeting": tuple(row["meeting"])}) for name, row in rows.items()}


WANTED = _wanted()


def referat_of(real_data: Path, name: str) -> Referat:
    if not (real_data / name).exists():
        pytest.skip(f"no {name}")
    return structure(read(real_data / name))


@pytest.mark.parametrize("name", WANTED)
def test_items_have_number_title_and_case_number(real_data: Path, name: str) -> None:
    referat = referat_of(real_data, name)
    check_spans(referat)
    found = [(i.number, fingerprint(i.title or ""), i.case_number, i.closed) for i in referat.items]
    assert found == [row[:4] for row in WANTED[name].items]


@pytest.mark.parametrize("name", WANTED)
def test_sections_of_every_item(real_data: Path, name: str) -> None:
    for item, row in zip(referat_of(real_data, name).items, WANTED[name].items, strict=True):
        if row[4] is not None:
            assert " ".join(section.kind for section in item.sections) == row[4], f"item {item.number}"
            assert len([d for d in item.decisions if d.own]) == row[4].split().count("beslutning"), (
                f"item {item.number}"
            )


@pytest.mark.parametrize("name", WANTED)
def test_meeting(real_data: Path, name: str) -> None:
    meeting = referat_of(real_data, name).meeting
    wanted = WANTED[name]
    assert (meeting.kind, meeting.body, meeting.date, meeting.start_time, meeting.end_time) == wanted.meeting
    assert fingerprint(meeting.place or "") == wanted.place
    if wanted.participants:
        assert [
            f"{fingerprint(p.name or '')}/{p.party or '-'}" for p in meeting.participants
        ] == wanted.participants.split()
    assert [f"{fingerprint(a.name or '')}/{a.kind}" for a in meeting.absent] == wanted.absent.split()


def test_absences_that_items_state(real_data: Path) -> None:
    """Two that print 'deltog ikke i sagens behandling' under each decision, and one that prints 'Afbud:'."""
    pipeline = load()
    first = pipeline(referat_of(real_data, "randers_beskaeftigelsesudvalget_2020-03-03.md"))
    second = pipeline(referat_of(real_data, "randers_beskaeftigelsesudvalget_2024-03-05.md"))
    third = pipeline(referat_of(real_data, "glostrup_oekonomiudvalget_2025-11-19.txt"))
    assert [len(item.absent) for item in first.items] == [1] * 6
    assert len({fingerprint(a.name or "") for item in first.items for a in item.absent}) == 1
    assert [len(item.absent) for item in second.items if not item.closed] == [2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 0]
    assert [[a.kind for a in item.absent] for item in third.items] == [["excused", "excused"]] * 4


@pytest.mark.parametrize("pattern", ["*.md", "*.txt", "*.html", "*.pdf", "esdh/*"])
def test_every_file_gives_a_record_or_one_clear_error(real_data: Path, pattern: str) -> None:
    files = sorted(real_data.glob(pattern))
    assert files
    for path in files:
        for document in read_all(path):
            assert not isinstance(document, ReferatError), document
            # Two of the files are attachments, which need not hold items.
            attachment = path.name.startswith("aarhus_bilag")
            with suppress(NotMinutesError) if attachment else nullcontext():
                check_spans(structure(document))
