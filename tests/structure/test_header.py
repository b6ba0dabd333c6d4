"""The head of the minutes in the forms that Danish municipalities give it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from referat_nlp.danish.bodies import same_body
from referat_nlp.document import Document
from referat_nlp.reading import document_from_text, read_all
from referat_nlp.schema import Meeting, Participant
from referat_nlp.structure.build import structure
from referat_nlp.structure.header import parse_header
from referat_nlp.structure.lines import Line, lines_of

FIXTURES = Path(__file__).parents[1] / "fixtures" / "minutes"


def lines(text: str) -> list[Line]:
    return lines_of(Document(text=text, format="text"))


def header(text: str, after: str = "", declared: Meeting | None = None) -> Meeting:
    return parse_header(lines(text), lines(after), declared)


# Heads as printed, and the fields that they tell.
HEADS: list[tuple[str, dict[str, Any]]] = [
    (
        "REFERAT Skoleudvalget 2018-2021 d. 03-03-2020\n\nMødedato Tirsdag d. 03. marts 2020 kl. "
        "16:00\n\nMødested Salen, Skovvej 2",
        {
            "kind": "referat",
            "body": "Skoleudvalget 2018-2021",
            "date": "2020-03-03",
            "start_time": "16:00",
            "place": "Salen, Skovvej 2",
        },
    ),
    (
        "Referat til mødet i Byrådet den 22. juni 2020 kl. 17:30 i Byrådssalen",
        {
            "kind": "referat",
            "body": "Byrådet",
            "date": "2020-06-22",
            "start_time": "17:30",
            "place": "Byrådssalen",
        },
    ),
    (
        "Beslutningsprotokol\nSkoleudvalget\nonsdag den 26. november 2014 kl. 17:00",
        {"kind": "referat", "body": "Skoleudvalget", "date": "2014-11-26", "start_time": "17:00"},
    ),
    (
        "Økonomiudvalget – Referat – 1. oktober 2018",
        {
            "kind": "referat",
            "body": "Økonomiudvalget",
            "date": "2018-10-01",
            "start_time": None,
            "place": None,
        },
    ),
    (
        "Referat: 18. august 2022 kl. 15:00\n\nVærkstedet, Engvej 9, Bakkeby\nBeskæftigelsesudvalget",
        {
            "date": "2022-08-18",
            "start_time": "15:00",
            "place": "Værkstedet, Engvej 9, Bakkeby",
            "body": "Beskæftigelsesudvalget",
        },
    ),
    (
        "Dato: Onsdag, April 3, 2019 - 18:00\nSted: Forsamlingshuset",
        {"kind": None, "date": "2019-04-03", "start_time": "18:00", "place": "Forsamlingshuset"},
    ),
    (
        "Dato\tTidspunkt\tLokale\n5. marts 2024\t16:30 - 18:15\tByrådssalen",
        {"date": "2024-03-05", "start_time": "16:30", "end_time": "18:15", "place": "Byrådssalen"},
    ),
    (
        "Udvalg:\tPlanudvalget\nMødedato:\t05-03-2024\nStart:\t08.30\nSlut:\t10.05\nMødested:\tLokale 3",
        {
            "body": "Planudvalget",
            "date": "2024-03-05",
            "start_time": "08:30",
            "end_time": "10:05",
            "place": "Lokale 3",
        },
    ),
    (
        "UDVALG\nPlanudvalget\nMØDE\n30. aug 2022\nSTED\nTeams\nSTARTTIDSPUNKT\n16:00\nSLUTTIDSPUNKT\n17:45\nPUNKTER",
        {
            "body": "Planudvalget",
            "date": "2022-08-30",
            "start_time": "16:00",
            "end_time": "17:45",
            "place": "Teams",
        },
    ),
    (
        "Mødedato: 5. marts 2024 Mødested: Rådhuset, lokale 2 Mødetidspunkt: kl. 16.30-18.00",
        {"date": "2024-03-05", "place": "Rådhuset, lokale 2", "start_time": "16:30", "end_time": "18:00"},
    ),
    (
        "Dato: | 28-03-2022 17:00:00 |\nSted: | Byrådssalen |",
        {"date": "2022-03-28", "start_time": "17:00", "place": "Byrådssalen"},
    ),
    (
        "Beslutningsprotokol\nfor Byrådet i Bakkeby Kommune\nfra Ordinært møde torsdag den 4. februar "
        "2010 kl. 19 i Kantinen",
        {
            "kind": "referat",
            "municipality": "Bakkeby Kommune",
            "body": "Byrådet",
            "date": "2010-02-04",
            "start_time": "19:00",
            "place": "Kantinen",
        },
    ),
    (
        "BAKKEBY KOMMUNE\nREFERAT\nTEKNIK- OG MILJØUDVALGET\nOnsdag d. 1 december 2021",
        {
            "kind": "referat",
            "municipality": "Bakkeby Kommune",
            "body": "Teknik- og Miljøudvalget",
            "date": "2021-12-01",
        },
    ),
    (
        "Region Vesterhav\nReferat fra møde i Udvalget for psykiatri og nære tilbud\n12-01-2023",
        {
            "kind": "referat",
            "municipality": "Region Vesterhav",
            "body": "Udvalget for psykiatri og nære tilbud",
            "date": "2023-01-12",
        },
    ),
    (
        "Udskrift af Økonomiudvalgets beslutningsprotokol\nMøde den 3. maj 2011",
        {"kind": "referat", "body": "Økonomiudvalget", "date": "2011-05-03"},
    ),
    (
        "Indkaldelse til ekstraordinært møde i Kommunalbestyrelsen\nTirsdag den 6. juni 2023 kl. 18.00",
        {"kind": "dagsorden", "body": "Kommunalbestyrelsen", "date": "2023-06-06", "start_time": "18:00"},
    ),
    ("Tillægsdagsorden\nByrådet\n06.06.2023", {"kind": "dagsorden", "body": "Byrådet", "date": "2023-06-06"}),
    ("Dagsorden\nReferat fra mødet i Byrådet den 6. juni 2023", {"kind": "referat", "body": "Byrådet"}),
    ("Dagsorden med beslutninger\nByrådet", {"kind": "referat"}),
    ("Dagsordener og referater\nSøg i referater\nByrådet 6. juni 2023", {"kind": None, "date": "2023-06-06"}),
    (
        "Referat\nByrådet\nMøde 6. juni 2023\nUdskrevet den 9. juni 2023\nKommunernes Landsforening",
        {"date": "2023-06-06", "municipality": None},
    ),
    (
        "Byrådets møde den 6. juni 2023\nOplæg ved Havneby Kommune har været udsendt.\nBakkeby Kommune | Side 1",
        {"municipality": "Bakkeby Kommune", "body": "Byrådet"},
    ),
    (
        "Møde i Landsbyrådet d. 4/9 2023 kl. 19.00 i Skovby Forsamlingshus",
        {
            "body": "Landsbyrådet",
            "date": "2023-09-04",
            "start_time": "19:00",
            "place": "Skovby Forsamlingshus",
        },
    ),
    (
        "Regionsrådet\nREFERAT\nMødet den 24. januar 2024\nkl. 15.00 - 17.50 i Regionsrådssalen",
        {"body": "Regionsrådet", "start_time": "15:00", "end_time": "17:50", "place": "Regionsrådssalen"},
    ),
    (
        "Referat fra Byrådets møde den 12. maj 2023 kl. 8.30-11.00\nMødet blev holdt på Plejecenter Solbakken",
        {"body": "Byrådet", "start_time": "08:30", "end_time": "11:00", "place": "Plejecenter Solbakken"},
    ),
    (
        "Kulturudvalget\nDet besluttede vi på mødet 6. juni 2023\nHvornår: tirsdag 6. juni 2023 klokken 15\n"
        "Hvor holdt vi mødet: Biblioteket",
        {"kind": "referat", "body": "Kulturudvalget", "start_time": "15:00", "place": "Biblioteket"},
    ),
    (
        "Beslutningsliste\nKulturudvalget · 6. juni '23",
        {"kind": "referat", "body": "Kulturudvalget", "date": "2023-06-06"},
    ),
    ("Kulturudvalgets beslutninger\nMøde: Kulturudvalget", {"kind": "referat", "body": "Kulturudvalget"}),
    (
        "UDSKRIFT AF KULTURUDVALGETS FORHANDLINGSPROTOKOL\n\nMøde den 6. juni 1995 kl. 19.00\ni Kultursalen, Torvet.",
        {"kind": "referat", "body": "Kulturudvalget", "place": "Kultursalen, Torvet"},
    ),
    ("Forside / Politik / Udvalg / Kulturudvalget\nKulturudvalget\nReferat", {"body": "Kulturudvalget"}),
    (
        "Referat\n- Mødelokale Fjordstuen, Torvet 2\n- Start 15.00\n- Slut 17.30",
        {"place": "Fjordstuen, Torvet 2", "start_time": "15:00", "end_time": "17:30"},
    ),
    ("Mødedato ..: 6. juni 2009\nMødested ..: Biblioteket", {"date": "2009-06-06", "place": "Biblioteket"}),
    ("Mødets start: 6. juni 2023, kl. 13.00\nEndt: 15.30", {"date": "2023-06-06", "end_time": "15:30"}),
    (
        "UDVALG\nMØDEDATO\nMØDESTED\n\nKulturudvalget\n6. juni 2023\nBiblioteket\n\nReferat",
        {"body": "Kulturudvalget", "date": "2023-06-06", "place": "Biblioteket"},
    ),
    ("Dagsorden med vedtagelser\nKulturudvalget\n6. juni 2023", {"kind": "referat", "body": "Kulturudvalget"}),
    ("Dagsorden (inkl. beslutninger) for Kulturudvalget", {"kind": "referat"}),
    (
        "Referat\nUdvalg: Kulturudvalget\nDato: 6. juni 2023\nDagsorden publiceret: 1. juni 2023 - 15:12\n"
        "Referat publiceret: 8. juni 2023 - 9:30",
        {"kind": "referat", "date": "2023-06-06"},
    ),
    (
        "Referat fra mødet i Kulturudvalget 2018-21 den 6. juni 2020 kl. 08:15 i Salen",
        {"body": "Kulturudvalget 2018-21", "start_time": "08:15", "end_time": None, "place": "Salen"},
    ),
    (
        "Referat\nKulturudvalget's møde\nTirsdag den 06-06-2023 Kl. 17:00",
        {"body": "Kulturudvalget", "date": "2023-06-06", "start_time": "17:00"},
    ),
    (
        "Bakkeby Kommune\nUdskrift af protokollen for mødet onsdag den 6. juni\n2007, kl. 19.00 i kulturhusets sal",
        {"date": "2007-06-06", "start_time": "19:00", "place": "kulturhusets sal"},
    ),
    (
        "Kulturudvalget\nMødedato: 6. juni 2011\nMødevarighed: 15.00 - 16.40\nMødeafholdelse Biblioteket",
        {"start_time": "15:00", "end_time": "16:40", "place": "Biblioteket"},
    ),
    ("Kulturudvalget 6. juni 2011\nProtokollen blev læst, og mødet hævet kl.: 18.25", {"end_time": "18:25"}),
    (
        "KULTURUDVALGET FOR BAKKEBY KOMMUNE\nREFERAT FRA MØDE NR. 3\nONSDAG DEN 7. JUNI 2006, KL. 15.00\n"
        "PÅ BAKKEBY RÅDHUS, SAL 2",
        {
            "municipality": "Bakkeby Kommune",
            "body": "Kulturudvalget",
            "start_time": "15:00",
            "place": "BAKKEBY RÅDHUS, SAL 2",
        },
    ),
    ("Bakkeby Kommune Side 1.\nReferat\nKulturudvalget", {"municipality": "Bakkeby Kommune"}),
    ("Referat af byrådsmøde i Bakkeby Kommune\nUdvalg: Byrådet", {"municipality": "Bakkeby Kommune"}),
    (
        "Referat\nKulturudvalget\nTid og sted: 6. juni 2023 kl. 15, Biblioteket",
        {"date": "2023-06-06", "start_time": "15:00", "place": "Biblioteket"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), HEADS, ids=[text[:40].replace("\n", " ") for text, _ in HEADS])
def test_a_head_tells_kind_body_time_and_place(text: str, expected: dict[str, Any]) -> None:
    found = header(text).model_dump()
    assert {key: found[key] for key in expected} == expected


@pytest.mark.parametrize(
    ("after", "end"),
    [
        ("Mødet hævet kl. 19.05", "19:05"),
        ("Sluttidspunkt: 21:10", "21:10"),
        ("Mødet blev hævet kl. 19", "19:00"),
        ("Formanden hævede mødet kl. 20.40.", "20:40"),
        ("Møde slut\n18:30", "18:30"),
        ("Næste møde er kl. 16.00.", None),
    ],
)
def test_the_end_is_told_behind_the_last_item(after: str, end: str | None) -> None:
    assert header("Byrådet den 3. maj 2022 kl. 17.00", after).end_time == end


@pytest.mark.parametrize(
    ("decision", "kind"),
    [
        ("Beslutning i Byrådet den 6. juni 2023\nGodkendt.", "referat"),
        ("Beslutning\nTaget til efterretning.", "referat"),
        ("Beslutning i Økonomiudvalget den 30. maj 2023\nAnbefales.", "dagsorden"),
        ("Beslutning\n2. Godkendelse af takster", "dagsorden"),
    ],
)
def test_what_holds_decisions_of_the_meeting_is_no_agenda_whatever_it_is_called(decision: str, kind: str) -> None:
    for title in ("Dagsorden eller referat", "Dagsorden"):
        head = lines(f"{title}\nDato: 6. juni 2023\nUdvalg: Byrådet")
        assert parse_header(head, [], None, lines(f"1. Sti\n{decision}")).kind == kind


@pytest.mark.parametrize(
    ("head", "text", "municipality"),
    [
        ("Referat\nBakkeby Byråd\n6. juni 2023", "Lokalplan for Bakkeby Kommune", "Bakkeby Kommune"),
        ("Referat\nByrådet\nSted: Bakkeby Rådhus", "Vedtægt for Bakkeby Kommune § 14.", "Bakkeby Kommune"),
        ("Referat\nBakkeby Byråd\n6. juni 2023", "Et samarbejde med Skovby Kommune", None),
        ("Referat\nByrådet\n6. juni 2023", "Et samarbejde med Skovby Kommune", None),
    ],
)
def test_the_text_names_the_municipality_of_council_or_town_hall(head: str, text: str, municipality: str) -> None:
    assert parse_header(lines(head), [], None, lines(f"{head}\n{text}")).municipality == municipality


def test_a_running_head_names_municipality_and_body_at_its_two_edges() -> None:
    pages = [
        f"Bakkeby kommune              Kulturudvalget, 3. maj 2022\n\n{n}. Ny skole i by {n}\n\nBeslutning\n\nGodkendt."
        for n in (1, 2, 3)
    ]
    text = "\f".join(["Referat\nKulturudvalget\n3. maj 2022", *pages])
    assert structure(document_from_text(text)).meeting.municipality == "Bakkeby Kommune"


def test_a_sentence_tells_beginning_and_end() -> None:
    meeting = header("Byrådet\nMødet begyndte kl. 17.00 og sluttede kl. 20.15.")
    assert (meeting.start_time, meeting.end_time) == ("17:00", "20:15")


def test_what_the_format_declares_stands_and_the_text_fills_the_rest() -> None:
    declared = Meeting(body="Planudvalget", date="2024-03-06", participants=[Participant(name="Bo Lind", party="V")])
    meeting = header("Referat\nByrådet\n5. marts 2024 kl. 16:30\nSted: Salen\nAfbud: Bo Lind", declared=declared)
    assert (meeting.body, meeting.date, meeting.kind, meeting.start_time) == (
        "Planudvalget",
        "2024-03-06",
        "referat",
        "16:30",
    )
    assert meeting.place == "Salen"
    assert [(one.name, one.party, one.kind) for one in meeting.absent] == [("Bo Lind", "V", "excused")]


def test_furniture_of_a_page_tells_nothing() -> None:
    text = "Spring til indhold\nCookies\nTil forsiden Søg Udskriv\nPolitik\nUdvalg og råd\nKontakt os"
    assert header(text) == Meeting()
    assert parse_header([], [], None) == Meeting()


@pytest.mark.parametrize(
    ("page", "municipality"),
    [
        ("<title>Byrådet 3. maj 2022 | Bakkeby Kommune</title>", "Bakkeby Kommune"),
        ('<meta property="og:site_name" content="Bakkeby Kommune"><title>Byrådet</title>', "Bakkeby Kommune"),
        ('<header><a href="/"><img src="a.svg" alt="Bakkeby Kommunes logo"></a></header>', "Bakkeby Kommune"),
        ("<footer><p>© Region Vesterhav, Havnegade 1</p></footer>", "Region Vesterhav"),
        ("<title>Bakkeby Kommune</title><footer>Et samarbejde med: Skovby Kommune</footer>", None),
        ("<title>Referat</title><footer>Vi er en kommune i vækst</footer>", None),
    ],
)
def test_edges_of_a_web_page_name_the_municipality(tmp_path: Path, page: str, municipality: str | None) -> None:
    content = "<h1>Byrådet den 3. maj 2022</h1><h2>1. Ny skole</h2><h3>Beslutning</h3><p>Godkendt.</p>"
    path = tmp_path / "byraad.html"
    path.write_text(f"<html><body>{page}<main>{content}</main></body></html>", encoding="utf-8")
    (document,) = read_all(path)
    assert isinstance(document, Document)
    assert structure(document).meeting.municipality == municipality


def test_edges_of_printed_pages_name_the_municipality() -> None:
    pages = [
        f"Bakkeby Kommune\n\n{n}. Ny skole i by {n}\n\nBeslutning\n\nGodkendt.\n\nSide {n} af 3" for n in (1, 2, 3)
    ]
    meeting = structure(document_from_text("\f".join(["Referat fra Byrådet den 3. maj 2022", *pages]))).meeting
    assert (meeting.municipality, meeting.body) == ("Bakkeby Kommune", "Byrådet")


@pytest.mark.parametrize(
    "text",
    [
        "Mødested: .\nByrådet",
        "Sted:\nDato: 3. maj 2022",
        "Udvalg: -\nKommune: \nReferat",
        "3. maj 2022\nLokale 2.14",
    ],
)
def test_no_field_is_an_empty_string(text: str) -> None:
    assert "" not in header(text).model_dump().values()


def test_the_day_and_hour_of_an_american_server() -> None:
    meeting = header("Udvalg: Havneudvalget\nMødedato: 3/5/2024 4:30:00 PM\nMødested: Pakhuset")
    assert (meeting.date, meeting.start_time, meeting.place) == ("2024-03-05", "16:30", "Pakhuset")


def test_the_row_of_a_table_with_body_and_day() -> None:
    meeting = header("Udvalg Dato Type Hent\nHavneudvalget 05-03-2024 16:30 Referat Samlet dokument")
    assert (meeting.body, meeting.date, meeting.start_time) == ("Havneudvalget", "2024-03-05", "16:30")


def fixtures() -> list[Path]:
    return sorted(FIXTURES.glob("*.gold.json"))


@pytest.mark.parametrize("path", fixtures(), ids=lambda path: path.name.removesuffix(".gold.json"))
def test_the_meeting_of_each_fixture(path: Path) -> None:
    stem = path.name.removesuffix(".gold.json")
    (source,) = (p for p in path.parent.glob(f"{stem}.*") if p != path)
    expected = json.loads(path.read_text(encoding="utf-8"))
    for document, wanted in zip(read_all(source), expected if isinstance(expected, list) else [expected], strict=True):
        assert isinstance(document, Document)
        found = structure(document).meeting.model_dump()
        for key, value in wanted["meeting"].items():
            if key == "body":
                assert same_body(found["body"], value)
            else:
                assert _keys_of(value, found[key]) == value, key


def _keys_of(wanted: Any, found: Any) -> Any:
    """What is found, less the keys that the expectation does not hold."""
    if not isinstance(wanted, list) or len(wanted) != len(found):
        return found
    return [{key: one[key] for key in keys} for one, keys in zip(found, wanted, strict=True)]


@pytest.mark.parametrize(
    "row", ["Byrådet 19-06-2024 17:00 Referat Samlet dokument", "Byrådet\t19-06-2024 17:00\tReferat\tSamlet dokument"]
)
def test_a_row_of_a_table_names_the_body_before_its_day(row: str) -> None:
    meeting = header(f"Mødedetaljer\n\nUdvalg Dato Type Hent\n{row}\n")
    assert (meeting.body, meeting.date) == ("Byrådet", "2024-06-19")


def test_labels_that_lost_the_blank_behind_them() -> None:
    text = "Referat\n\nMødestedLille Sal\nUdvalgKulturudvalget\nDato05-03-2025\nDeltagereBo Lind, Ida Krog\n"
    meeting = header(text)
    assert (meeting.body, meeting.date, meeting.place) == ("Kulturudvalget", "2025-03-05", "Lille Sal")
    assert [person.name for person in meeting.participants] == ["Bo Lind", "Ida Krog"]


@pytest.mark.parametrize(
    ("decision", "kind"),
    [
        ("Beslutning: Vedtaget", "referat"),
        ("Beslutning\n\nVedtaget", "referat"),
        ("Beslutning", "dagsorden"),
        ("Sagsfremstilling: Planen blev vedtaget i 2019.", "dagsorden"),
    ],
)
def test_a_page_called_dagsorden_with_the_decisions_on_it_is_minutes(decision: str, kind: str) -> None:
    read = structure(document_from_text(f"Dagsorden\n\nByrådet\n\n5. marts 2024\n\n1. Ny bro\n\n{decision}\n"))
    assert read.meeting.kind == kind
