"""Whole heads in the manner of many municipalities and decades, each with every field that it tells."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from referat_nlp.document import Document
from referat_nlp.schema import Meeting
from referat_nlp.structure.header import item_absences, parse_header
from referat_nlp.structure.lines import Line, lines_of

Person = tuple[str | None, str | None, str | None]
Away = tuple[str | None, str | None, str, str | None, str | None]


@dataclass(frozen=True)
class Style:
    """A head as printed and what it tells.

    Attributes:
        text: The lines before the first item.
        meeting: Kind, municipality, body, date, start, end and place.
        people: Name, party and office of each participant.
        away: Name, party, kind, reason and substitute of each absentee.
        partly: Name and range of items of each absence from some items.
        after: The lines behind the last item.
    """

    text: str
    meeting: tuple[str | None, ...]
    people: list[Person] = field(default_factory=list)
    away: list[Away] = field(default_factory=list)
    partly: list[tuple[str | None, tuple[int, int]]] = field(default_factory=list)
    after: str = ""


STYLES = {
    "typewritten protocol of 1996": Style(
        "SKOVLØKKE KOMMUNE\n\nU D S K R I F T\naf\nTeknisk Udvalgs protokol\n\n"
        "Onsdag den 13. marts 1996, kl. 16.00 på Rådhuset, mødeværelse 2.\n\n"
        "Mødt var: Formand Harald Bruun (V), Else Kjærum (A), Tage Rosenstand (C) og Ib Wulff (A).\n"
        "Afbud: Karl Åge Brems (F), som var bortrejst.\n"
        "For Karl Åge Brems mødte suppleanten Mie Stub (F).",
        (
            "referat",
            "Skovløkke Kommune",
            "Teknisk Udvalg",
            "1996-03-13",
            "16:00",
            "18:20",
            "Rådhuset, mødeværelse 2",
        ),
        [
            ("Harald Bruun", "V", "formand"),
            ("Else Kjærum", "A", None),
            ("Tage Rosenstand", "C", None),
            ("Ib Wulff", "A", None),
        ],
        [("Karl Åge Brems", "F", "excused", "bortrejst", "Mie Stub")],
        after="Mødet hævedes kl. 18.20.\nHarald Bruun\nElse Kjærum",
    ),
    "all members but two": Style(
        "Møllevang Kommune\nReferat fra Socialudvalgets møde nr. 8\ntirsdag d. 2. september 2003 kl. 14.30\n"
        "Sted: Plejehjemmet Lindely, dagligstuen\n"
        "Tilstede: Samtlige medlemmer undtagen Grete Mørk (A), der havde meldt afbud på grund af sygdom.\n"
        "I stedet for Grete Mørk mødte Ove Lauge (A).\nMødet sluttede kl. 16.55",
        (
            "referat",
            "Møllevang Kommune",
            "Socialudvalget",
            "2003-09-02",
            "14:30",
            "16:55",
            "Plejehjemmet Lindely, dagligstuen",
        ),
        [],
        [("Grete Mørk", "A", "excused", "sygdom", "Ove Lauge")],
    ),
    "bars and a line of hours": Style(
        "Byrådet | Referat | 28. november 2019 | Rosborg Kommune\n"
        "Byrådssalen | Start kl. 17.00 | Slut kl. 19.40\n"
        "Deltagere: Lone Vestergård Bay (A), borgmester | Finn Kaspersen (V) | Mai Dyhr (B) | Bent Åkjær "
        "(O)\n"
        "Afbud: Steen Overby (V) (ferie) | Jette Ravn (A) (stedfortræder: Mai Dyhr)",
        ("referat", "Rosborg Kommune", "Byrådet", "2019-11-28", "17:00", "19:40", "Byrådssalen"),
        [
            ("Lone Vestergård Bay", "A", "borgmester"),
            ("Finn Kaspersen", "V", None),
            ("Mai Dyhr", "B", None),
            ("Bent Åkjær", "O", None),
        ],
        [("Steen Overby", "V", "excused", "ferie", None), ("Jette Ravn", "A", "excused", None, "Mai Dyhr")],
    ),
    "a paragraph of sentences": Style(
        "Kirkelund Kommune\nKultur- og Idrætsudvalget 2018-21\nBeslutningsreferat\n\n"
        "Mødet blev holdt torsdag den 6. juni 2019 i Idrættens Hus. Mødet begyndte kl. 15.30 og sluttede "
        "kl. 17.45. "
        "Der var afbud fra Palle Brink (O) og Nanna Friis-Holm (Ø). Som stedfortræder for Nanna Friis-Holm "
        "deltog Emil Ask (Ø).\nDesuden deltog fra forvaltningen: Centerchef Tina Mose og konsulent Per Lyng.",
        (
            "referat",
            "Kirkelund Kommune",
            "Kultur- og Idrætsudvalget 2018-21",
            "2019-06-06",
            "15:30",
            "17:45",
            "Idrættens Hus",
        ),
        [("Tina Mose", None, "centerchef"), ("Per Lyng", None, "konsulent")],
        [("Palle Brink", "O", "excused", None, None), ("Nanna Friis-Holm", "Ø", "excused", None, "Emil Ask")],
    ),
    "labels in their own column": Style(
        "Dagsorden med beslutninger\nKommune\tHavnsted Kommune\nMødeforum\tØkonomi- og Planudvalget\n"
        "Mødedato\t14-08-2024\nStart - slut\t08:30 - 11:15\nHvor\tLokale 3.14, Torvet 1\n"
        "Til stede\tSigne Roe Bak (F), Anders Holst (A), Jan Thorup (V)\n"
        "Ikke til stede\tMads Kornum (M) - sygdom\nLise Voss (C) - uden afbud",
        (
            "referat",
            "Havnsted Kommune",
            "Økonomi- og Planudvalget",
            "2024-08-14",
            "08:30",
            "11:15",
            "Lokale 3.14, Torvet 1",
        ),
        [("Signe Roe Bak", "F", None), ("Anders Holst", "A", None), ("Jan Thorup", "V", None)],
        [("Mads Kornum", "M", "absent", "sygdom", None), ("Lise Voss", "C", "absent", None, None)],
    ),
    "members under their parties": Style(
        "Region Sundhav\nForretningsudvalget\nReferat af mødet 3. maj 2022 (kl. 13.00 - 15.30)\n"
        "Virtuelt møde på Teams\n\n"
        "Medlemmer:\nSocialdemokratiet (A)\nKaren Bisp\nOle Mørch\nVenstre (V)\nHanne Skjold, formand\n"
        "Enhedslisten:\nRuth Ager\n\nMedlemmer med afbud:\nOle Mørch",
        (
            "referat",
            "Region Sundhav",
            "Forretningsudvalget",
            "2022-05-03",
            "13:00",
            "15:30",
            "Virtuelt møde på Teams",
        ),
        [
            ("Karen Bisp", "A", None),
            ("Ole Mørch", "A", None),
            ("Hanne Skjold", "V", "formand"),
            ("Ruth Ager", "Enhedslisten", None),
        ],
        [("Ole Mørch", "A", "excused", None, None)],
    ),
    "absence item by item": Style(
        "Egedal Strand Kommune – Protokol\nOmråde: Miljø\nMiljø- og Naturudvalget\n"
        "Mødedag: Mandag den 9. februar 2009\n"
        "Klokken: 17.00\nMødested: Vandværket ved Søen\n"
        "Medlemmer: Knud Erik Dahl (V), Birgit Lassen (A), Poul Thy (SF)\n"
        "Ikke deltagende: Poul Thy (SF) punkt 12-14 og 17; Birgit Lassen (A) under punkt 20",
        (
            "referat",
            "Egedal Strand Kommune",
            "Miljø- og Naturudvalget",
            "2009-02-09",
            "17:00",
            None,
            "Vandværket ved Søen",
        ),
        [("Knud Erik Dahl", "V", None), ("Birgit Lassen", "A", None), ("Poul Thy", "SF", None)],
        [],
        [("Poul Thy", (12, 14)), ("Poul Thy", (17, 17)), ("Birgit Lassen", (20, 20))],
    ),
    "markers behind the members' names": Style(
        "Referat – Beredskabskommissionen\n"
        "Tid og sted: Fredag den 1. december 2017 kl. 9.00-10.30, Brandstationen i Vesterup\n"
        "Mødedeltagere:\n• Borgmester Ellen Kruse (V), formand\n• Politidirektør Tom Raun\n"
        "• Sven Aage Lykke (A) (fraværende)\n"
        "• Ida Bang (C) – afbud pga. møde i Folketinget\n• Jens Maj Toft (B), forlod mødet kl. 10.00",
        (
            "referat",
            None,
            "Beredskabskommissionen",
            "2017-12-01",
            "09:00",
            "10:30",
            "Brandstationen i Vesterup",
        ),
        [
            ("Ellen Kruse", "V", "borgmester"),
            ("Tom Raun", None, "politidirektør"),
            ("Sven Aage Lykke", "A", None),
            ("Ida Bang", "C", None),
            ("Jens Maj Toft", "B", None),
        ],
        [
            ("Sven Aage Lykke", "A", "absent", None, None),
            ("Ida Bang", "C", "excused", "møde i Folketinget", None),
            ("Jens Maj Toft", "B", "left_early", None, None),
        ],
    ),
    "the place before the hour": Style(
        "Kommunalbestyrelsen i Nordmose Kommune\nÅbent referat\nDen 20. januar 2011\n"
        "Multihallen i Tved, kl. 19.00\n\n"
        "Fremmødte medlemmer: Viggo Storm (K), Asta Lund (A) og Niels P. Koch (Tværlisten)\n"
        "Meldt forfald: Dorte Krag (V), erstattet af Viggo Storm (K)\nUdeblevet: Frank Høi (O)",
        (
            "referat",
            "Nordmose Kommune",
            "Kommunalbestyrelsen",
            "2011-01-20",
            "19:00",
            "22:10",
            "Multihallen i Tved",
        ),
        [("Viggo Storm", "K", None), ("Asta Lund", "A", None), ("Niels P. Koch", "Tværlisten", None)],
        [("Dorte Krag", "V", "excused", None, "Viggo Storm"), ("Frank Høi", "O", "absent", None, None)],
        after="Formanden takkede for et godt møde og hævede det kl. 22.10",
    ),
    "substitutes one by one": Style(
        "Lillestrand Kommune\nINDKALDELSE OG REFERAT\nUdvalget for Ældre, Sundhed og Frivillighed\n"
        "Onsdag d. 5/10-2016 kl. 16.15\nSalen på Ældrecenter Bøgely\n"
        "Afbud:\nGerda Bloch (A)\nStedfortræder: Kim Ladegaard (A)\nUlrik Sand (V)\n"
        "Stedfortræder: Vibe Rahn (V)\nEsther Munk (C)",
        (
            "referat",
            "Lillestrand Kommune",
            "Udvalget for Ældre, Sundhed og Frivillighed",
            "2016-10-05",
            "16:15",
            None,
            "Salen på Ældrecenter Bøgely",
        ),
        [("Kim Ladegaard", "A", "stedfortræder"), ("Vibe Rahn", "V", "stedfortræder")],
        [
            ("Gerda Bloch", "A", "excused", None, "Kim Ladegaard"),
            ("Ulrik Sand", "V", "excused", None, "Vibe Rahn"),
            ("Esther Munk", "C", "excused", None, None),
        ],
    ),
    "a title with all in it": Style(
        "Dagsorden til ordinært møde i Børne- og Undervisningsudvalget, Storå Kommune, tirsdag den 7. "
        "januar 2025 kl. 15:00, Storå Rådhus, lokale A\n"
        "Udvalgets medlemmer: Rikke Blom (formand, A), Hans-Jørgen Fur (næstformand, V), Aya Demir (F)",
        (
            "dagsorden",
            "Storå Kommune",
            "Børne- og Undervisningsudvalget",
            "2025-01-07",
            "15:00",
            None,
            "Storå Rådhus, lokale A",
        ),
        [("Rikke Blom", "A", "formand"), ("Hans-Jørgen Fur", "V", "næstformand"), ("Aya Demir", "F", None)],
    ),
    "who came in whose place": Style(
        "Landsbyudvalget (§ 17, stk. 4) – referat\nHolmegård Kommune, d. 11.04.2018\n"
        "Mødetidspunkt: 19:00 til 20:45\nLokalitet: Borgerhuset i Tise, store sal\n"
        "I mødet deltog: Agnes Vind (L), formand; Troels Bak (A); Søs Nygaard (V) som stedfortræder for "
        "Erik Mols (V)\n"
        "Fraværende med afbud: Erik Mols (V); Lars Trier (O), familieforhold",
        (
            "referat",
            "Holmegård Kommune",
            "Landsbyudvalget",
            "2018-04-11",
            "19:00",
            "20:45",
            "Borgerhuset i Tise, store sal",
        ),
        [("Agnes Vind", "L", "formand"), ("Troels Bak", "A", None), ("Søs Nygaard", "V", "stedfortræder")],
        [
            ("Erik Mols", "V", "excused", None, "Søs Nygaard"),
            ("Lars Trier", "O", "excused", "familieforhold", None),
        ],
    ),
}


def lines(text: str) -> list[Line]:
    return lines_of(Document(text=text, format="text"))


@pytest.fixture(params=STYLES.values(), ids=STYLES)
def style(request: pytest.FixtureRequest) -> Style:
    found: Style = request.param
    return found


def read(style: Style) -> Meeting:
    return parse_header(lines(style.text), lines(style.after), None)


def test_what_met_when_and_where(style: Style) -> None:
    meeting = read(style)
    found = (
        meeting.kind,
        meeting.municipality,
        meeting.body,
        meeting.date,
        meeting.start_time,
        meeting.end_time,
        meeting.place,
    )
    assert found == style.meeting


def test_who_was_there(style: Style) -> None:
    found = [(person.name, person.party, person.role) for person in read(style).participants]
    assert found == style.people


def test_who_was_not(style: Style) -> None:
    found = [(one.name, one.party, one.kind, one.reason, one.substitute) for one in read(style).absent]
    assert found == style.away


def test_who_was_away_from_some_items(style: Style) -> None:
    assert [(one.name, span) for one, span in item_absences(lines(style.text))] == style.partly


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("Udvalget for Havn og Fiskeri, Sølvager Kommune\nReferat", "Udvalget for Havn og Fiskeri"),
        ("Havneudvalget, Sølvager Kommune\nReferat", "Havneudvalget"),
        ("S Ø L V A G E R   K O M M U N E\n\nB Y R Å D E T\n\nProtokol", "Byrådet"),
        ("S Ø L V A G E R K O M M U N E\n\nH A V N E U D V A L G E T\n\nProtokol", "Havneudvalget"),
    ],
)
def test_body_and_municipality_are_told_apart_in_any_dress(head: str, body: str) -> None:
    meeting = parse_header(lines_of(Document(text=head, format="text")), [], None)
    assert (meeting.municipality, meeting.body) == ("Sølvager Kommune", body)


def test_a_place_may_stand_before_the_sentence_about_the_clock() -> None:
    head = "Havneudvalget\nReferat fra mødet den 4. maj 2016\nPakhuset, Sølvager Havn. Mødet begyndte kl. 15.00."
    meeting = parse_header(lines_of(Document(text=head, format="text")), [], None)
    assert (meeting.place, meeting.start_time) == ("Pakhuset, Sølvager Havn", "15:00")


@pytest.mark.parametrize(
    "date",
    ["den fjerde maj totusindogelleve", "onsdag den fjerde maj 2011", "År 2011, onsdag den 4. maj", "4. maj 2011"],
)
def test_a_date_may_be_written_out(date: str) -> None:
    meeting = parse_header(lines_of(Document(text=f"Referat af byrådets møde {date}", format="text")), [], None)
    assert (meeting.body, meeting.date) == ("Byrådet", "2011-05-04")
