"""Case numbers in all their forms, with every label, wherever they stand."""

from __future__ import annotations

import pytest

from referat_nlp.structure.case_numbers import (
    case_number_in_title,
    case_number_of,
    is_frame_line,
    says_closed,
    split_title,
)
from tests.structure.clerk import HEADER, TITLES, body_of, kinds, structured

NUMBERS = [
    "00.22.00-P35-1-24",
    "00.30.10-Ø00-4-16",
    "00.22.02A30-0026",
    "85.02.02G00-0011",
    "17-004875",
    "12/15486",
    "20/33839",
    "22/131",
    "330-2018-3619",
    "450-2021-12",
    "306-2009-600",
    "299835",
    "2012/057275",
    "2019-0302914",
    "BR 366/07",
    "1-51-71-3321-08",
    "S2024-1187",
    "EMN-2018-01234",
    "21-012897",
]
LABELS = [
    "Sagsnr: {}",
    "Sagsnr.: {}",
    "Sagsnr. {}",
    "Sagnr.: {}",
    "Sagsnummer: {}",
    "Sagsid.: {}",
    "Sags-id: {}",
    "J.nr.: {}",
    "Journalnr.: {}",
    "Åbent - {}",
    "ESDH-sag: {}",
    "Sagsnr.:\n{}",
]


@pytest.mark.parametrize("number", NUMBERS)
def test_every_form_behind_a_label(number: str) -> None:
    assert case_number_of(f"Sagsnr.: {number}") == (number, True)


@pytest.mark.parametrize("number", NUMBERS)
def test_every_form_alone_on_its_line(number: str) -> None:
    assert case_number_of(number) == (number, True)


@pytest.mark.parametrize("label", LABELS)
@pytest.mark.parametrize("number", ["00.22.00-P35-1-24", "20/33839", "17-004875", "330-2018-3619"])
def test_every_label_in_whole_minutes(label: str, number: str) -> None:
    text = HEADER + "".join(f"\nPunkt {n + 1}: {TITLES[n]}\n\n{label.format(number)}\n\n{body_of(n)}" for n in range(3))
    referat = structured(text)
    assert [item.title for item in referat.items] == list(TITLES[:3])
    assert [item.case_number for item in referat.items] == [number] * 3
    # The line belongs to the frame of the item and not to its text.
    assert [kinds(item) for item in referat.items] == [["sagsfremstilling", "indstilling", "beslutning"]] * 3


@pytest.mark.parametrize(
    "behind",
    [
        "   Sagsinitialer: HLB",
        "  Sagsbehandler: Ida Lauge",
        " Åbent",
        " Åben sag",
        "   Dok.nr.: 330-2018-500301",
        "  Teknik- og Miljøudvalget",
    ],
)
def test_what_stands_behind_on_the_line(behind: str) -> None:
    assert case_number_of(f"Sagsnr.: 20/33839{behind}") == ("20/33839", True)


@pytest.mark.parametrize("line", ["Sagsnr.:", "Sagsnr:", "Sagsid.:", "J.nr.:", "Sagsnr. i ESDH:"])
def test_label_without_a_number(line: str) -> None:
    assert case_number_of(line) == (None, True)


@pytest.mark.parametrize(
    "line",
    [
        "Sagen blev drøftet på mødet den 5. marts 2024.",
        "Sagen er behandlet 12 gange",
        "2019-2022 blev taksten ikke hævet",
        "12/3 holdes der borgermøde",
        "3-4 borgere har klaget",
        "300 kr. pr. husstand",
        "2024",
        "05-03-2024",
        "05-03-2024 Økonomiudvalget",
        "5/3 2024",
        "15:30",
        "9999 Tranevig",
        "Journalen er lukket",
        "Tlf. 99 99 99 99",
    ],
)
def test_lines_that_state_no_case_number(line: str) -> None:
    assert case_number_of(line) == (None, False)


@pytest.mark.parametrize(
    ("title", "number"),
    [
        ("Havneplan (2019-0302914)", "2019-0302914"),
        ("Havneplan (12/15486)", "12/15486"),
        ("Budget 2019-2022 (2. udkast)", None),
        ("Plan (fase 2)", None),
    ],
)
def test_number_inside_the_title(title: str, number: str | None) -> None:
    assert case_number_in_title(title) == number


@pytest.mark.parametrize(
    "number",
    [
        "(2019-030291{n})",
        "(24/110{n})",
        "(Sagsnr. 24/110{n})",
        "[00.22.00-A00-{n}-24]",
        "24/1170{n}",
        "- 24/1170{n}",
        "00.22.00-A00-{n}-24",
        "2019-030291{n}",
    ],
)
def test_number_behind_the_title_is_the_items_and_no_part_of_it(number: str) -> None:
    text = HEADER + "".join(f"\n{n + 1}. {TITLES[n]} {number.format(n=n)}\n\n{body_of(n)}" for n in range(3))
    items = structured(text).items
    assert [item.title for item in items] == list(TITLES[:3])
    printed = number.strip("()[]- ").removeprefix("Sagsnr. ")
    assert [item.case_number for item in items] == [printed.format(n=n) for n in range(3)]


@pytest.mark.parametrize(
    "title",
    [
        "Budget for hallen (2019-2022)",
        "Regnskab (2023/2024)",
        "Sti (fase 2)",
        "Gebyr (40 kr.)",
        "Budget 2024/25",
        "Regnskab 1/2023",
        "Opfølgning pr. 30/6 2024",
        "Rapport 12/2023",
        "Skoleåret 2023/2024",
        "Lokalplan nr. 12/34567",
        "Tillæg 22-0104",
        "Salg af matr. 330-2019-12345",
    ],
)
def test_years_behind_the_title_stay_in_it(title: str) -> None:
    assert split_title(title) == (title, None)
    assert case_number_in_title(title) is None


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Åbent punkt J. nr. 05.09.08P20", "05.09.08P20"),
        ("Åben sag - Sagsnr.: 24/1187", "24/1187"),
        ("Byrådet Sagsnr.: 24/1187", "24/1187"),
        ("00.22.00.P24 sagsnr. 440-2022-27210", "440-2022-27210"),
        ("Pkt.nr. 3, Sagsnr. 301877, Byrådet, Åbent punkt", "301877"),
        ("Sagsnr. 301877 Teknik- og Miljøudvalget Åbent punkt", "301877"),
        ("Punkt 14 Teknik- og Miljøudvalget Sags ID: EMN-2021-01144", "EMN-2021-01144"),
    ],
)
def test_number_among_the_rest_of_the_frame_on_one_line(line: str, number: str) -> None:
    assert case_number_of(line) == (number, True)


@pytest.mark.parametrize(
    "label",
    [
        "Sags ID:",
        "Sags-ID:",
        "SagsID:",
        "SAGS ID",
        "Sags nr.",
        "Jr.nr.:",
        "J. nr.",
        "J-nr.:",
        "Journal-nr.:",
        "EDOC-nr.:",
        "Acadre-nr.:",
    ],
)
@pytest.mark.parametrize("number", ["EMN-2021-02771", "20211108032", "00.01.00A00", "008941-2019", "2014 - 28371"])
def test_every_label_and_form_of_other_systems(label: str, number: str) -> None:
    assert case_number_of(f"{label} {number}") == (number, True)


@pytest.mark.parametrize(
    ("line", "closed"),
    [
        ("Lukket punkt", True),
        ("Sag 22/811 | Lukket sag", True),
        ("Sagsnr. 301877 Byrådet Lukket punkt", True),
        ("Lukket punkt J. nr. 05.09.08P20", True),
        ("Offentlighed: Lukket", True),
        ("Åbent punkt", False),
        ("Sagsnr. 301877 Byrådet Åbent punkt", False),
        ("Udvalg\tDato\tÅbent punkt\tLukket punkt", False),
    ],
)
def test_whether_the_frame_says_closed(line: str, closed: bool) -> None:
    assert says_closed(line) is closed


@pytest.mark.parametrize(
    "line",
    [
        "Åbent punkt",
        "Åben",
        "Lukket punkt",
        "Åben sag",
        "Dok.nr.: 330-2018-500301",
        "Sagsbehandler: Ida Lauge",
        "Øvrige sagsbehandlere: -",
        "Behandlingsform: Åben",
        "Sagsinitialer: HLB",
        "Forvaltning: Teknik og Miljø",
        "Punkttype: Beslutning",
    ],
)
def test_frame_lines(line: str) -> None:
    assert is_frame_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "Åbent hus på rådhuset den 5. maj",
        "Typen er uden betydning",
        "Lukket for al trafik",
        "Forvaltningen er hørt",
        "Status er uændret",
    ],
)
def test_lines_that_are_no_frame(line: str) -> None:
    assert not is_frame_line(line)


def test_frame_of_many_lines() -> None:
    frame = (
        "Åbent punkt\nSagsnr.: 330-2018-3619\nDok.nr.: 330-2018-500301\n"
        "Sagsbehandler: Ida Lauge\nKompetence: Teknik- og Miljøudvalget"
    )
    text = HEADER + "".join(f"\n{n + 1}. {TITLES[n]}\n{frame}\n\n{body_of(n)}" for n in range(3))
    referat = structured(text)
    assert [item.case_number for item in referat.items] == ["330-2018-3619"] * 3
    assert all(kinds(item)[-3:] == ["sagsfremstilling", "indstilling", "beslutning"] for item in referat.items)


def test_initials_before_the_number() -> None:
    assert case_number_of("TMKLH / 09/1204") == ("09/1204", True)
    assert case_number_of("Område: Vej og Havn - Sagsbeh: Bo Lind") == (None, False)
    assert is_frame_line("Område: Vej og Havn - Sagsbeh: Bo Lind")


def test_a_body_with_the_number_of_a_document() -> None:
    assert is_frame_line("Udvalget for havne og broer Brevid: 4711081")
    assert is_frame_line("Dok. 907-2021-118204")
    assert not is_frame_line("Dok. er vedlagt")
    assert not is_frame_line("Kulturudvalget brevveksler med ministeriet")


def test_the_number_of_a_body_before_the_journal_number() -> None:
    assert case_number_of("TMU 14/2007 J.nr. 02240.0031/07") == ("02240.0031/07", True)
    assert case_number_of("BR 19/05 J.nr. 05.01.02-P20-8-05") == ("05.01.02-P20-8-05", True)


@pytest.mark.parametrize(
    "frame",
    ["24/120{n}", "Sagsnr.: 24/120{n}\nÅbent punkt", "24/120{n}\nSagsbehandler: Ida Lauge"],
    ids=["number", "label", "clerk"],
)
def test_the_frame_between_number_and_title(frame: str) -> None:
    text = HEADER + "".join(f"\nPunkt {n}\n{frame.format(n=n)}\n{TITLES[n - 1]}\n\n{body_of(n - 1)}" for n in (1, 2, 3))
    referat = structured(text)
    assert [(item.number, item.title) for item in referat.items] == [(str(n), TITLES[n - 1]) for n in (1, 2, 3)]
    assert [item.case_number for item in referat.items] == ["24/1201", "24/1202", "24/1203"]
    assert all(kinds(item) == ["sagsfremstilling", "indstilling", "beslutning"] for item in referat.items)
