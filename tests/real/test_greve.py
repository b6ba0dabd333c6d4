"""All 324 meetings of one municipality's FirstAgenda JSON."""

from __future__ import annotations

import json
import lzma
import re
from collections import Counter
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from referat_nlp.danish.headings import heading_key
from referat_nlp.reading import read_all
from referat_nlp.schema import Item, Referat
from referat_nlp.structure import structure
from tests.structure.clerk import check_spans

pytestmark = pytest.mark.real

ARCHIVE = "greve_firstagenda_2022-01_2025-04.jsonl.xz"

#: The headings that stand in at least four items and are no sentences, figures or subheadings of one case.
RECURRING = {
    "Beslutning": "beslutning",
    "Sagsprocedure": "kompetence",
    "Resume": "resume",
    "Indstilling": "indstilling",
    "Supplerende indstilling": "indstilling",
    "Sagsbeskrivelse": "sagsfremstilling",
    "Sagsfremstilling": "sagsfremstilling",
    "Supplerende sagsfremstilling": "sagsfremstilling",
    "Ny supplerende sagsfremstilling": "sagsfremstilling",
    "Supplerende sagsbeskrivelse": "sagsfremstilling",
    "Økonomiske konsekvenser": "oekonomi",
    "Øvrige konsekvenser": "oekonomi",
    "Miljøvurdering": "oekonomi",
    "Lovgrundlag": "lovgrundlag",
    "Tidsplan": "tidsplan",
    "Sagens forløb": "tidligere_beslutning",
    "Kommunikation": "kommunikation",
    "Høring": "hoering",
    "Baggrund": "baggrund",
    "Øvrige forhold": "andet",
    "Øvrig information": "andet",
    "Supplerende dagsorden": "andet",
    "Program for byrådsmødet:": "andet",
}
_HEADED = re.compile(r"<h([234])[^>]*>(.*?)</h\1>(.*?)(?=<h[234]|\Z)", re.DOTALL)


def plain(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


@pytest.fixture(scope="module")
def meetings(real_data: Path) -> dict[str, Referat]:
    """The structured meetings by their id."""
    found = {}
    for document in read_all(real_data / ARCHIVE):
        assert not isinstance(document, Exception), document
        found[(document.path or "").rsplit("#", 1)[-1]] = structure(document)
    return found


@pytest.fixture(scope="module")
def source(real_data: Path) -> dict[str, list[dict[str, Any]]]:
    """The items as the JSON holds them, by meeting id."""
    with lzma.open(real_data / ARCHIVE, "rt", encoding="utf-8") as lines:
        return {data["Id"]: data["Dagsordenpunkter"] for data in map(json.loads, lines)}


def pairs(
    meetings: dict[str, Referat], source: dict[str, list[dict[str, Any]]]
) -> Iterator[tuple[dict[str, Any], Item, str]]:
    """Each item of the JSON with its record and its HTML."""
    for name, entries in source.items():
        for entry, item in zip(entries, meetings[name].items, strict=True):
            yield entry, item, " ".join(part["Html"] for part in entry["Felter"] if part["Html"])


def test_every_meeting_is_read(meetings: dict[str, Referat]) -> None:
    assert len(meetings) == 324
    for referat in meetings.values():
        check_spans(referat)
        assert referat.meeting.body
        assert referat.meeting.date
        assert referat.meeting.kind


def test_every_entry_is_an_item_with_its_number_title_and_case_number(
    meetings: dict[str, Referat], source: dict[str, list[dict[str, Any]]]
) -> None:
    wrong = [
        (entry["Punktnummer"], item.number)
        for entry, item, _ in pairs(meetings, source)
        if (entry["Punktnummer"], " ".join(entry["Navn"].split()), entry["SagsNummer"] or None)
        != (item.number, item.title, item.case_number)
    ]
    assert wrong == []


def test_recurring_headings_have_their_kind(
    meetings: dict[str, Referat], source: dict[str, list[dict[str, Any]]]
) -> None:
    kinds = {heading_key(heading): kind for heading, kind in RECURRING.items()}
    printed: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for _, item, html in pairs(meetings, source):
        headings = {
            heading_key(plain(heading)) for _, heading, text in _HEADED.findall(html) if plain(text)
        } & kinds.keys()
        of_kind = {(heading_key(section.heading or ""), section.kind) for section in item.sections}
        printed.update(headings)
        found.update(key for key in headings if (key, kinds[key]) in of_kind)
    assert printed.keys() == kinds.keys()
    # In one item the headings of the case are plain lines but for this one.
    assert {key: printed[key] - found[key] for key in kinds if found[key] < printed[key]} == {"øvrige konsekvenser": 1}


def test_no_section_is_headed_by_nothing_or_by_a_sentence(meetings: dict[str, Referat]) -> None:
    headings = Counter(
        s.heading
        for referat in meetings.values()
        for item in referat.items
        for s in item.sections
        if s.heading is not None
    )
    assert all(heading.strip() for heading in headings)
    sentences = [h for h in headings if len(h) > 90 and not h.startswith("Beslutning")]
    assert sentences == []


def test_headings_that_stand_once_are_text(meetings: dict[str, Referat]) -> None:
    """A heading that stands nowhere else heads a section only where its words are of a known kind."""
    headings = Counter(
        heading_key(s.heading) for r in meetings.values() for i in r.items for s in i.sections if s.heading
    )
    other = {
        h
        for r in meetings.values()
        for i in r.items
        for s in i.sections
        if s.kind == "andet" and (h := heading_key(s.heading or ""))
    }
    assert [h for h in other if headings[h] == 1] == []


def test_bare_decisions_of_items_without_headings(
    meetings: dict[str, Referat], source: dict[str, list[dict[str, Any]]]
) -> None:
    bare = [
        item
        for _, item, html in pairs(meetings, source)
        if re.search(r"(?<!ikke frigivet)$", plain(html))
        and plain(html)
        and not _HEADED.search(html)
        and "Lukket" in (item.title or "")
    ]
    assert len(bare) > 250
    assert all(item.sections and item.sections[0].kind == "beslutning" for item in bare)
    assert all(item.closed for item in bare)


def test_own_decisions_are_those_under_beslutning(meetings: dict[str, Referat]) -> None:
    for referat in meetings.values():
        for item in referat.items:
            own = [decision for decision in item.decisions if decision.own]
            assert len(own) <= 2
            history = item.sections_of("tidligere_beslutning")
            assert not any(section.span[0] <= d.span[0] < section.span[1] for section in history for d in own)
