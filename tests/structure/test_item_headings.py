"""Every form in which minutes announce an item, each in whole minutes of its own."""

from __future__ import annotations

import pytest

from tests.structure.clerk import (
    CASE_NUMBERS,
    HEADER,
    TITLES,
    body_of,
    kinds,
    minutes,
    rows,
    structured,
    text_of,
)

# Form of the heading, number of the first item.
FORMS = {
    "punkt-colon": ("Punkt {n}: {t}", 19),
    "punkt-colon-bold-heading": ("## **Punkt {n}: {t}**", 19),
    "punkt-colon-heading": ("# Punkt {n}: {t}", 1),
    "punkt-without-colon": ("Punkt {n} {t}", 571),
    "punkt-nr": ("Punkt nr. {n}: {t}", 7),
    "number-colon": ("{n}: {t}", 1),
    "number-space-colon": ("{n} : {t}", 88),
    "number-dot-1-space": ("{n}. {t}", 1),
    "number-dot-2-spaces": ("{n}.  {t}", 12),
    "number-dot-5-spaces": ("{n}.     {t}", 1),
    "number-dot-tab": ("{n}.\t{t}", 1),
    "number-dot-heading": ("## {n}. {t}", 1),
    "number-dot-bold": ("**{n}. {t}**", 1),
    "number-dot-no-space": ("{n}.{t}", 31),
    "number-over-the-year": ("{n}. {t}", 473),
    "doubled": ("{n}.  {n}. {t}", 1),
    "glued": ("{n}{t}", 114),
    "space-in-open-frame": ("Åbent  punkt\n{n} {t}", 101),
    "space-in-open-frame-indented": ("Åbent punkt\n {n}  {t}", 3),
    "bullet": ("• {n}. {t}", 301),
    "bullet-pkt-repeated": ("• Pkt. {n} {t}\nPkt. {n}\n{t}", 42),
    "pkt": ("Pkt. {n} {t}", 294),
    "nr-dash": ("Nr.{n} - {t}", 178),
    "dagsordenspunkt": ("Dagsordenspunkt {n}: {t}", 1),
    "sag": ("Sag {n} {t}", 342),
    "sag-nr": ("Sag nr. {n} {t}", 12),
    "number-below-title": ("{t}\nSag nr. {n}", 129),
    "numbers-of-two-bodies-below-title": ("{t}\nSag nr. {n} (ØU {n}/2023)", 129),
    "title-repeated": ("{n}. {t}\n{t}", 5),
}


@pytest.mark.parametrize("gap", ["\n", ""], ids=["blank-lines", "no-blank-lines"])
@pytest.mark.parametrize("form", FORMS)
def test_form(form: str, gap: str) -> None:
    template, first = FORMS[form]
    headings = [template.format(n=first + n, t=title) for n, title in enumerate(TITLES)]
    referat = structured(minutes(headings, gap=gap))
    assert rows(referat) == [(str(first + n), title) for n, title in enumerate(TITLES)]
    assert [item.case_number for item in referat.items] == list(CASE_NUMBERS)
    assert [kinds(item) for item in referat.items] == [["sagsfremstilling", "indstilling", "beslutning"]] * 5
    assert text_of(referat.items[1], "beslutning") == "1. Godkendt.\n2. Godkendt."


@pytest.mark.parametrize(
    "form", ["punkt-colon", "number-dot-2-spaces", "bullet", "number-colon", "nr-dash", "number-below-title"]
)
def test_form_without_case_numbers(form: str) -> None:
    template, first = FORMS[form]
    headings = [template.format(n=first + n, t=title) for n, title in enumerate(TITLES)]
    referat = structured(minutes(headings, case_label=None))
    assert rows(referat) == [(str(first + n), title) for n, title in enumerate(TITLES)]
    assert [item.case_number for item in referat.items] == [None] * 5


def test_levels_that_vary_within_one_file() -> None:
    headings = ["# **Punkt 1: {}**", "## Punkt 2: {}", "Punkt 3: {}", "## **Punkt 4: {}**", "# Punkt 5: {}"]
    referat = structured(minutes([h.format(t) for h, t in zip(headings, TITLES, strict=True)]))
    assert rows(referat) == [(str(n), t) for n, t in enumerate(TITLES, 1)]


def test_journal_number_above_the_heading() -> None:
    parts = [f"{CASE_NUMBERS[n]}\n{131 + n}. {TITLES[n]}\n\n{body_of(n)}" for n in range(4)]
    referat = structured(HEADER + "\n" + "\n".join(parts))
    assert rows(referat) == [(str(131 + n), TITLES[n]) for n in range(4)]
    assert [item.case_number for item in referat.items] == list(CASE_NUMBERS[:4])
    # The number of the next item is no part of the decision above it.
    assert text_of(referat.items[0], "beslutning") == "Godkendt."


def test_council_number_before_the_title() -> None:
    headings = [f"Nr. {20 + n}   BR {366 + n}/07. {TITLES[n]}" for n in range(4)]
    referat = structured(minutes(headings, case_label=None))
    assert [item.number for item in referat.items] == ["20", "21", "22", "23"]
    assert all(item.title.endswith(TITLES[n]) for n, item in enumerate(referat.items))
    assert [item.title for item in referat.items] == list(TITLES[:4])
    assert [item.case_number for item in referat.items] == [f"BR {366 + n}/07" for n in range(4)]


def test_an_only_item_with_a_council_number() -> None:
    text = (
        "Mødedato: 05.03.2024, kl. 17:30\n\nLys på havnen.\n\nBESLUTNINGSPROTOKOL\n\n"
        "fra Ordinært møde tirsdag den 5. marts 2024\n\nNr. 8 BR 31/2024. Lys på havnen.\n\n"
        "Indstilling om, at Byrådet tiltræder planen.\n\n(Havneudvalget)\n\nIndstillingen blev tiltrådt.\n"
    )
    referat = structured(text)
    assert [(item.number, item.case_number) for item in referat.items] == [("8", "BR 31/2024")]
    assert (referat.meeting.date, referat.meeting.start_time) == ("2024-03-05", "17:30")
    assert text_of(referat.items[0], "beslutning") == "Indstillingen blev tiltrådt."


@pytest.mark.parametrize(
    "suffix",
    [
        "(B)",
        "(O)",
        "(orienteringssag)",
        "(medlemsforslag)",
        "- Godkendelse",
        "- Lukket punkt",
        "(FOR LUKKEDE DØRE)",
        "- udgår",
        "– 2. behandling",
    ],
)
def test_titles_keep_their_suffix(suffix: str) -> None:
    referat = structured(minutes([f"{n}. {title} {suffix}" for n, title in enumerate(TITLES, 1)]))
    assert [item.title for item in referat.items] == [f"{title} {suffix}" for title in TITLES]
    closed = suffix in ("- Lukket punkt", "(FOR LUKKEDE DØRE)")
    assert [item.closed for item in referat.items] == [closed] * 5


@pytest.mark.parametrize(
    "titles",
    [
        ("Kl. 16.15: Besøg af spejderne", "Kl. 16.45: Rundvisning på værket", "Kl. 17.30: Spisning"),
        ("2. budgetopfølgning 2024", "1. behandling af lokalplan 45", "3. runde af puljen"),
        ("§ 17, stk. 4-udvalg om havnen", "§ 11-sag fra Ida Lauge", "§ 3-dispensation ved åen"),
        ("”Mod på livet” – status", '"Grøn by" – ny pulje', "»Tæt på« – rapport"),
        ("eSport i fritidsklubben", "iPads til skolerne", "Ny hal"),
    ],
    ids=["clock", "ordinal", "paragraph", "quoted", "lower-case"],
)
def test_titles_that_begin_oddly(titles: tuple[str, ...]) -> None:
    referat = structured(minutes([f"Punkt {n}: {title}" for n, title in enumerate(titles, 1)]))
    assert rows(referat) == [(str(n), title) for n, title in enumerate(titles, 1)]


def test_title_that_wraps_to_a_second_line() -> None:
    long = "Anlægsbevilling til renovering af tag og facader på Sønderkajens gamle pakhus"
    referat = structured(
        minutes(
            [
                "1. Godkendelse af dagsorden",
                f"2. {long}\nog etablering af offentlige toiletter",
                "3. Meddelelser",
            ]
        )
    )
    assert [item.title for item in referat.items][1] == f"{long} og etablering af offentlige toiletter"
    assert referat.items[1].case_number == CASE_NUMBERS[1]


@pytest.mark.parametrize("form", ["{year}/{n}. {t}", "{year}/{n}: {t} (Åben sag)"])
def test_the_number_of_the_year_with_that_of_the_meeting(form: str) -> None:
    head = "Referat\n\nfor\n\nByrådet\n\nSkolegade 7\n\nSanderup\n\n8799 Aakjær\n\nÅben sag:\n\n"
    referat = structured(minutes([form.format(year=56 + n, n=n, t=t) for n, t in enumerate(TITLES, 8)], header=head))
    assert [item.number for item in referat.items] == [f"{56 + n}/{n}" for n in range(8, 13)]
    assert referat.items[0].title == TITLES[0]


def test_a_postcode_in_the_head_is_no_number() -> None:
    text = "Referat\n\nSkolegade 7\n\n8799 Aakjær\n\nÅben sag:\n\nNy hal\n\nBeslutning\n\nGodkendt.\n"
    assert "8799" not in [item.number for item in structured(text).items]


def test_a_sentence_about_substitutes_is_no_title() -> None:
    text = (
        "Udvalg: Kommunalbestyrelsen\nDato: 10-10-2022\n"
        "Sagsnr.: 22/131\nBeslutning i Kommunalbestyrelsen den 10-10-2022\nGodkendt.\n"
        "Afbud under hele mødet:\nBo Lind\nLis Dam deltog som stedfortræder for Bo Lind\n"
        "Sagsnr.: 22/132\nBeslutning i Kommunalbestyrelsen den 10-10-2022\nVedtaget.\n"
    )
    assert [item.title for item in structured(text).items] == [None, None]


@pytest.mark.parametrize("parties", ["(C+V)", "(A, O og T)", "C + V", "(Å)", "A"])
def test_a_count_of_votes_with_its_parties_is_no_item(parties: str) -> None:
    votes = f"For stemte:\n\n2 {parties}\n\nImod stemte:\n\nUndlod at stemme:\n\n4 {parties}\n\nGodkendt."
    text = f"{HEADER}\n1 Ny bro\nSagsnr.: 24/811\n\nBeslutning\n\n{votes}\n\nBilag\n\nKort\n"
    (item,) = structured(text).items
    assert (item.number, text_of(item, "beslutning")) == ("1", votes)


def test_a_short_title_in_capitals_is_an_item() -> None:
    sections = "Sagsfremstilling\nDer er nyt.\nBeslutning\nGodkendt.\n"
    text = f"{HEADER}\n1 Ny bro\n{sections}\n2 IT\n{sections}\n3 Takster\n{sections}"
    assert rows(structured(text)) == [("1", "Ny bro"), ("2", "IT"), ("3", "Takster")]


def test_a_numbered_list_of_members_is_no_list_of_items() -> None:
    members = "1. Borgmester Anna Skov (A)\n2. Bo Lind (V)\n3. Ida Lauge (C), 1. viceborgmester\n4. Per Ek (O)"
    decision = f"Deltagerne var:\n{members}\nDagsordenen blev godkendt."
    text = f"1. Godkendelse af dagsorden\n\nSagsfremstilling\n\nBeslutning\n\n{decision}\n"
    (item,) = structured(text).items
    assert (item.title, text_of(item, "beslutning")) == ("Godkendelse af dagsorden", decision)


def test_a_title_that_ends_in_a_letter_is_an_item() -> None:
    titles = ["Ny Havneplan (B)", "Takster (O)", "Budget Nord (B)"]
    sections = "Sagsfremstilling\nDer er nyt.\nBeslutning\nGodkendt.\n"
    text = HEADER + "".join(f"\n{n}. {title}\n{sections}" for n, title in enumerate(titles, 1))
    assert [title for _, title in rows(structured(text))] == titles
