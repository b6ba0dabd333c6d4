"""Sections by canonical kind: every synonym, every order, and headings that are none."""

from __future__ import annotations

import pytest

from tests.structure.clerk import HEADER, TITLES, kinds, structured, text_of

SYNONYMS = {
    "resume": [
        "Resume",
        "Resumé",
        "RESUMÉ",
        "Sagsresumé",
        "Sagsresume",
        "Sagens kerne",
        "Anledning",
        "Beslutningstema",
        "Sagstema",
        "Formål med sagen",
        "Resumé:",
    ],
    "indstilling": [
        "Indstilling",
        "INDSTILLING",
        "Administrativ indstilling",
        "Administrationen indstiller",
        "Anbefaling",
        "Indstilling om,",
        "Det foreslås,",
        "Det indstilles:",
        "Forvaltningen indstiller",
        "Administrationens indstilling",
        "Indstilling:",
    ],
    "beslutning": [
        "Beslutning",
        "BESLUTNING",
        "Beslutning:",
        "Udvalgets beslutning",
        "Offentlig beslutning der skal udfyldes, hvis punktet er lukket",
        "Beslutning i Teknik- og Miljøudvalget den 05-03-2024",
        "Beslutning Teknik- og Miljøudvalget den 05-03-2024",
        "Beslutning i Teknik- og Miljøudvalget den 5. marts 2024:",
        "Teknik- og Miljøudvalgets beslutning i mødet den 5. marts 2024",
        "Teknik- og Miljøudvalgets beslutning den 5. marts 2024",
        "Teknik- og Miljøudvalget, 05-03-2024, pkt. 42",
        "Teknik- og Miljøudvalget den 5. marts 2024:",
        "Beslutning fra Teknik- og Miljøudvalget, den 5. marts 2024, punkt 44:",
    ],
    "tidligere_beslutning": [
        "Sagens forløb",
        "Sagens forløb/påtegning",
        "Tidligere behandling",
        "Historik",
        "Høring og sagsgang",
        "Tidligere politisk behandling",
        "Beslutning fra Økonomiudvalget, den 27. februar 2024, punkt 44:",
        "Beslutning i Økonomiudvalget den 27-02-2024",
        "Økonomiudvalget, 27-02-2024, pkt. 8:",
    ],
    "sagsfremstilling": [
        "Sagsfremstilling",
        "SAGSFREMSTILLING",
        "Sagsbeskrivelse",
        "Beskrivelse af sagen",
        "Redegørelse",
        "Baggrund og vurdering",
        "Sagsfremstilling og økonomi",
        "Problemstilling",
        "Løsning",
        "Gennemgang af sagen",
    ],
    "baggrund": ["Baggrund"],
    "oekonomi": [
        "Økonomi",
        "Økonomiske konsekvenser",
        "Økonomiske og erhvervsmæssige konsekvenser",
        "Økonomi og organisatoriske konsekvenser",
        "Personale",
        "Personalemæssige konsekvenser",
        "Afledte konsekvenser",
        "Andre konsekvenser",
        "Effektvurdering",
        "CO2-Konsekvensvurdering",
    ],
    "lovgrundlag": [
        "Lovgrundlag",
        "Lovgrundlag og juridisk vurdering",
        "Lov- og plangrundlag",
        "Retsgrundlag",
        "Retligt grundlag",
        "Retsregler og andre forskrifter",
    ],
    "kompetence": [
        "Kompetence",
        "Beslutningskompetence",
        "Hvem beslutter",
        "Sagen afgøres i",
        "Sagsgang",
        "Sagens gang",
        "Forventet sagsgang",
        "Sagsforløb",
        "Sagsgang og sagstype",
    ],
    "hoering": ["Høring", "Inddragelse", "Borgerinddragelse"],
    "bilag": ["Bilag", "BILAG", "Bilag:"],
    "tidsplan": ["Tidsplan", "Videre proces"],
    "kommunikation": ["Kommunikation"],
    "andet": [
        "Handlemuligheder",
        "Beskrivelse af alternativ indstilling",
        "Mødedeltagelse",
        "Øvrige sagsbehandlere",
    ],
}
CASES = [(kind, heading) for kind, headings in SYNONYMS.items() for heading in headings]


def house_style(heading: str, kind: str, mark: str) -> str:
    """Three items with ``heading`` among the sections of the house, each shown as ``mark`` says."""
    first, last = ("Resume" if kind == "sagsfremstilling" else "Sagsfremstilling"), "Bilag"
    if kind == "bilag":
        last = "Beslutning"
    text = HEADER
    for n, title in enumerate(TITLES[:3], 1):
        text += f"\n{mark and '# '}{n}. {title}\n"
        for name, content in (
            (first, "Bækken løber over."),
            (heading, f"Den {n}. tekst af sin slags."),
            (last, "Ingen."),
        ):
            text += f"\n{mark}{name}\n{content}\n"
    return text


@pytest.mark.parametrize("mark", ["", "## "], ids=["plain", "marked"])
@pytest.mark.parametrize(("kind", "heading"), CASES, ids=[heading for _, heading in CASES])
def test_every_synonym_has_its_kind(kind: str, heading: str, mark: str) -> None:
    referat = structured(house_style(heading, kind, mark))
    assert len(referat.items) == 3
    for n, item in enumerate(referat.items, 1):
        assert len(item.sections) == 3
        assert item.sections[1].kind == kind
        assert item.sections[1].heading == heading.rstrip(":")
        assert item.sections[1].text == f"Den {n}. tekst af sin slags."


ORDERS = {
    "a": ("Resume", "Indstilling", "Beslutning", "Sagsfremstilling", "Økonomi", "Bilag"),
    "b": ("Sagsfremstilling", "Økonomi", "Bilag", "Indstilling", "Beslutning"),
    "c": ("Indstilling", "Beslutning", "Beskrivelse af sagen"),
    "c-holbæk-like": ("Indstilling", "Beskrivelse af sagen", "Beslutning"),
    "d": ("Beslutning", "Resume", "Sagsfremstilling", "Indstilling"),
}
KIND = {
    "Resume": "resume",
    "Indstilling": "indstilling",
    "Beslutning": "beslutning",
    "Sagsfremstilling": "sagsfremstilling",
    "Beskrivelse af sagen": "sagsfremstilling",
    "Økonomi": "oekonomi",
    "Bilag": "bilag",
}


@pytest.mark.parametrize("gap", ["\n", ""], ids=["blank-lines", "no-blank-lines"])
@pytest.mark.parametrize("order", ORDERS)
def test_sections_in_any_order(order: str, gap: str) -> None:
    texts = {
        "Resume": "En bro for sig.",
        "Indstilling": "Forvaltningen indstiller,\n1. at broen males\n2. at pælene skiftes",
        "Beslutning": "Godkendt.",
        "Sagsfremstilling": "Broen er fra 1934.",
        "Beskrivelse af sagen": "Broen er fra 1934.",
        "Økonomi": "200.000 kr.",
        "Bilag": "Notat om broen",
    }
    text = HEADER
    for n, title in enumerate(TITLES, 1):
        text += f"{gap}Punkt {n}: {title}\n" + "".join(f"{gap}{name}\n{texts[name]}\n" for name in ORDERS[order])
    referat = structured(text)
    assert len(referat.items) == 5
    for item in referat.items:
        assert [(s.kind, s.heading, s.text) for s in item.sections] == [
            (KIND[name], name, texts[name]) for name in ORDERS[order]
        ]
        assert item.attachments == (["Notat om broen"] if "Bilag" in ORDERS[order] else [])
        assert [d.text for d in item.decisions] == ["Godkendt."]


def one_item(body: str, more: str = "") -> str:
    """Minutes of three items, the second of which has ``body``."""
    plain = "Sagsfremstilling\n\nEn sag.\n\nBeslutning\n\nGodkendt.\n"
    return (
        f"{HEADER}\n1. Godkendelse af dagsorden\n\n"
        f"{plain}\n2. Ny bro ved Hvidholm\n\n"
        f"{body}\n{more}\n3. Meddelelser\n\n"
        f"{plain}"
    )


def test_subheadings_of_a_case_belong_to_its_text() -> None:
    body = (
        "Sagsfremstilling\n\n"
        "Broen er slidt.\n\n"
        "Trafikken i dag\n\n"
        "400 biler i døgnet.\n\n"
        "Valg af materiale\n\n"
        "Træ eller stål.\n\n"
        "Indstilling\n\nDet indstilles, at der vælges træ.\n\nBeslutning\n\nGodkendt.\n"
    )
    item = structured(one_item(body)).items[1]
    assert kinds(item) == ["sagsfremstilling", "indstilling", "beslutning"]
    assert text_of(item, "sagsfremstilling").endswith("Valg af materiale\n\nTræ eller stål.")


def test_subheadings_below_the_level_of_the_sections_belong_to_the_text() -> None:
    body = (
        "## Sagsfremstilling\n\n"
        "Broen er slidt.\n\n"
        "### Økonomi\n\n"
        "En bro koster.\n\n"
        "### Vurdering\n\n"
        "Den holder.\n\n"
        "## Indstilling\n\nDet indstilles, at der vælges træ.\n\n## Beslutning\n\nGodkendt.\n"
    )
    text = one_item(body).replace("1. God", "# 1. God").replace("2. Ny", "# 2. Ny").replace("3. Med", "# 3. Med")
    text = text.replace("\nSagsfremstilling\n", "\n## Sagsfremstilling\n").replace(
        "\nBeslutning\n", "\n## Beslutning\n"
    )
    item = structured(text).items[1]
    assert kinds(item) == ["sagsfremstilling", "indstilling", "beslutning"]
    assert "En bro koster." in text_of(item, "sagsfremstilling")


def test_headings_in_a_sentence_are_text() -> None:
    body = (
        "Sagsfremstilling\n\n"
        "Indstilling af ny leder sker til foråret. Beslutning om bro, vej og sti er "
        "truffet.\n"
        "Bilag til ansøgningen er indhentet.\nØkonomien er stram.\n\nBeslutning\n\nGodkendt.\n"
    )
    item = structured(one_item(body)).items[1]
    assert kinds(item) == ["sagsfremstilling", "beslutning"]


@pytest.mark.parametrize("inner", ["Indstilling:", "Beslutningstema:", "Indstilling", "Baggrund:"])
def test_a_quoted_motion_keeps_its_own_headings(inner: str) -> None:
    body = (
        "Sagsfremstilling\n\nByrådsmedlem Otto Malling har fremsendt følgende forslag:\n\n"
        f"{inner}\nAt byrådet sætter flere bænke op langs havnen.\n\n"
        "Forvaltningen bemærker, at en bænk koster 4.000 kr.\n\n"
        "Indstilling\n\nDet indstilles, at forslaget drøftes.\n\nBeslutning\n\nDrøftet.\n"
    )
    referat = structured(one_item(body))
    assert len(referat.items) == 3
    assert kinds(referat.items[1]) == ["sagsfremstilling", "indstilling", "beslutning"]
    assert "flere bænke" in text_of(referat.items[1], "sagsfremstilling")
    assert text_of(referat.items[1], "indstilling") == "Det indstilles, at forslaget drøftes."


@pytest.mark.parametrize(
    "heading", ["Indstilling og beslutning", "Indstilling/beslutning", "INDSTILLING OG BESLUTNING"]
)
def test_combined_indstilling_and_decision(heading: str) -> None:
    body = (
        "Sagsfremstilling\n\n"
        "Broen er slidt.\n\n"
        f"{heading}\n\n"
        "Forvaltningen indstiller,\n1. at broen males\n2. at pælene skiftes\n\n"
        "Godkendt.\n"
    )
    item = structured(one_item(body)).items[1]
    assert kinds(item) == ["sagsfremstilling", "indstilling", "beslutning"]
    assert text_of(item, "indstilling").endswith("2. at pælene skiftes")
    assert text_of(item, "beslutning") == "Godkendt."
    assert [d.text for d in item.decisions] == ["Godkendt."]


def test_combined_heading_on_an_agenda_has_no_decision() -> None:
    body = "Indstilling og beslutning\n\nForvaltningen indstiller, at broen males.\n"
    item = structured(one_item(body)).items[1]
    assert kinds(item) == ["indstilling"]
    assert item.decisions == []


@pytest.mark.parametrize(
    ("glued", "expected"),
    [
        ("BilagBeslutning\nGodkendt.", [("bilag", ""), ("beslutning", "Godkendt.")]),
        ("BilagIngen bilag.\nBeslutningGodkendt.", [("bilag", "Ingen bilag."), ("beslutning", "Godkendt.")]),
        (
            "IndstillingForvaltningen indstiller, at broen males.\nBeslutningUdsat.",
            [("indstilling", "Forvaltningen indstiller, at broen males."), ("beslutning", "Udsat.")],
        ),
        (
            "SagsfremstillingBroen er slidt.\nBilag1. Notat\nBeslutning1. Godkendt.",
            [("sagsfremstilling", "Broen er slidt."), ("bilag", "1. Notat"), ("beslutning", "1. Godkendt.")],
        ),
    ],
)
def test_glued_headings(glued: str, expected: list[tuple[str, str]]) -> None:
    item = structured(one_item(f"{glued}\n")).items[1]
    assert [(s.kind, s.text) for s in item.sections] == expected
    assert item.attachments == (["Notat"] if "Notat" in glued else [])


@pytest.mark.parametrize(
    ("line", "kind", "text"),
    [
        ("Beslutning: Godkendt.", "beslutning", "Godkendt."),
        ("Indstilling: Det indstilles, at broen males.", "indstilling", "Det indstilles, at broen males."),
        ("Resumé: Broen skal males.", "resume", "Broen skal males."),
        ("Bilag: Notat om broen", "bilag", "Notat om broen"),
        ("Beslutning i Teknik- og Miljøudvalget den 5. marts 2024: Godkendt.", "beslutning", "Godkendt."),
    ],
)
def test_text_behind_the_colon_of_its_heading(line: str, kind: str, text: str) -> None:
    item = structured(one_item(f"{line}\n")).items[1]
    assert [(s.kind, s.text) for s in item.sections] == [(kind, text)]


def test_empty_sections_stand_with_empty_text() -> None:
    item = structured(one_item("Sagsfremstilling\n\nBroen er slidt.\n\nBilag\n\nIndstilling\n\nBeslutning\n")).items[1]
    assert [(s.kind, s.text) for s in item.sections] == [
        ("sagsfremstilling", "Broen er slidt."),
        ("bilag", ""),
        ("indstilling", ""),
        ("beslutning", ""),
    ]
    assert item.decisions == []


@pytest.mark.parametrize(
    "heading",
    ["Fraværende", "Afbud", "Fraværende:", "Afbud:", "Fraværende med afbud", "Fremmøde og inhabilitet"],
)
def test_absences_of_an_item_are_a_section(heading: str) -> None:
    item = structured(one_item(f"Beslutning\n\nGodkendt.\n\n{heading}\n\nNils Porsmose (F)\n")).items[1]
    assert [(s.kind, s.text) for s in item.sections] == [
        ("beslutning", "Godkendt."),
        ("fravaer", "Nils Porsmose (F)"),
    ]


def test_absence_line_that_closes_a_decision_is_a_section() -> None:
    item = structured(one_item("Beslutning\n\nGodkendt.\n\nAfbud: Nils Porsmose (F), Zara Winkel (Ø)\n")).items[1]
    assert [(s.kind, s.heading, s.text) for s in item.sections] == [
        ("beslutning", "Beslutning", "Godkendt."),
        ("fravaer", "Afbud", "Nils Porsmose (F), Zara Winkel (Ø)"),
    ]
    assert [d.text for d in item.decisions] == ["Godkendt."]


@pytest.mark.parametrize("bullet", ["", "- ", "• ", "1. "])
def test_attachments_lose_bullets(bullet: str) -> None:
    listed = f"{bullet}Bilag 1 – Notat om broen\n{bullet.replace('1', '2')}Kort over Hvidholm.pdf\n"
    item = structured(one_item(f"Bilag\n\n{listed}\nBeslutning\n\nGodkendt.\n")).items[1]
    assert item.attachments == ["Bilag 1 – Notat om broen", "Kort over Hvidholm.pdf"]


@pytest.mark.parametrize("none", ["Ingen bilag", "Ingen bilag.", "Ingen", "-", "Der er ingen bilag"])
def test_no_attachments(none: str) -> None:
    assert structured(one_item(f"Bilag\n\n{none}\n\nBeslutning\n\nGodkendt.\n")).items[1].attachments == []


def test_web_page_furniture_is_no_text() -> None:
    body = (
        "Kopier link til punktet - Print\n\n"
        "Sagsfremstilling\n\n"
        "Broen er slidt.\n\n"
        "Beslutning\n\n"
        "Godkendt.\n\n"
        "Til toppen\n"
    )
    item = structured(one_item(body)).items[1]
    assert [s.text for s in item.sections] == ["Broen er slidt.", "Godkendt."]


def test_what_is_decided_on_the_line_of_its_heading() -> None:
    text = (
        "1. Ny skole\n\nResumé\nSkolen er for lille.\n\n"
        "Beslutning Oversendes til Skoleudvalget, som vedtaget i byrådets møde den 4. marts 2024.\n"
        "\nSagens forløb 26-02-2024 Magistraten\nAnbefales.\n04-03-2024 Tranevig Byråd\nOversendes til Skoleudvalget.\n"
        "\n2. Ny vej\n\nResumé\nBeslutning Nordvest er et kunstværk.\n\nBeslutning\nGodkendt.\n"
    )
    school, road = structured(text).items
    assert [(s.kind, s.heading) for s in school.sections] == [
        ("resume", "Resumé"),
        ("beslutning", "Beslutning"),
        ("tidligere_beslutning", "Sagens forløb"),
    ]
    assert text_of(school, "beslutning").startswith("Oversendes til Skoleudvalget, som vedtaget")
    assert [(d.body, d.date) for d in school.decisions if not d.own][:1] == [("Magistraten", "2024-02-26")]
    assert text_of(road, "resume") == "Beslutning Nordvest er et kunstværk."


def test_headings_in_the_margin_run_in_with_their_text() -> None:
    text = HEADER
    for n, title in enumerate(TITLES[:3], 1):
        text += (
            f"\n{n} {title}\nSagsnr. Sagsbehandler Status\n330-2023-118{n} mtl Åben\n"
            "Resumé Broen er slidt og\nskal males.\nIndstilling Forvaltningen indstiller,\n"
            "1. at broen males\n"
        )
        text += (
            "Beslutning 1. Godkendt.\nFraværende: Nils Porsmose (F)\n"
            "Sagsfremstilling Broen er fra 1934.\nBilag • Notat om broen\n"
        )
    referat = structured(text)
    assert [item.case_number for item in referat.items] == ["330-2023-1181", "330-2023-1182", "330-2023-1183"]
    for item in referat.items:
        assert [(s.kind, s.heading, s.text) for s in item.sections[:3]] == [
            ("resume", "Resumé", "Broen er slidt og\nskal males."),
            ("indstilling", "Indstilling", "Forvaltningen indstiller,\n1. at broen males"),
            ("beslutning", "Beslutning", "1. Godkendt."),
        ]
        assert kinds(item)[3:] == ["fravaer", "sagsfremstilling", "bilag"]
        assert item.attachments == ["Notat om broen"]


def test_a_sentence_that_begins_with_a_heading_word_stays_text() -> None:
    body = (
        "Sagsfremstilling\n\n"
        "Broen er slidt.\nBeslutning Byrådet traf i 2019 om broen, gælder endnu.\n\n"
        "Beslutning\n\n"
        "Godkendt.\n"
    )
    assert kinds(structured(one_item(body)).items[1]) == ["sagsfremstilling", "beslutning"]


def test_headings_inside_quotation_marks_are_text() -> None:
    body = (
        "Sagsfremstilling\n\n"
        "Ida Lauge har sendt et forslag.\n\n"
        '"Gennem byen køres der stærkt.\n\n'
        "Indstilling:\nAt farten sættes ned.\n\n"
        'Økonomi:\nTavler koster 60.000 kr."\n\n'
        "Politiet er hørt.\n\n"
        "Indstilling\n\n"
        "Det indstilles, at forslaget drøftes.\n\n"
        "Beslutning\n\n"
        "Drøftet.\n"
    )
    item = structured(one_item(body)).items[1]
    assert kinds(item) == ["sagsfremstilling", "indstilling", "beslutning"]
    assert text_of(item, "sagsfremstilling").endswith("Politiet er hørt.")


def test_supplementary_case_and_proposal() -> None:
    body = (
        "Sagsfremstilling\n\n"
        "Broen er slidt.\n\n"
        "Indstilling\n\n"
        "Det indstilles, at den males.\n\n"
        "Supplerende sagsfremstilling\n\n"
        "Den er rusten.\n\n"
        "Supplerende indstilling\n\n"
        "Det indstilles, at den skiftes.\n\n"
        "Beslutning\n\n"
        "Den supplerende indstilling godkendt.\n"
    )
    item = structured(one_item(body)).items[1]
    assert kinds(item) == ["sagsfremstilling", "indstilling", "sagsfremstilling", "indstilling", "beslutning"]


def test_a_line_of_a_sentence_that_asks_is_no_heading() -> None:
    item = structured(
        f"{HEADER}\n1. Nye bænke\n\nBeslutning\nEt flertal bestående af Anna Skov, Bo Lind og Carl Toft samt\n"
        "Dorthe Krog indstiller til byrådet, at ordningen\nophører.\n"
    ).items[0]
    assert [section.kind for section in item.sections] == ["beslutning"]


def test_a_body_by_its_initials_with_an_earlier_date_decided_earlier() -> None:
    item = structured(
        f"{HEADER}\n1. Nye bænke\n\nSagsfremstilling:\nDe gamle er rådne.\n\nØU den 27/2 2024:\nAnbefales.\n\n"
        "TMU den 5/3 2024:\nGodkendt.\n"
    ).items[0]
    assert [section.kind for section in item.sections] == ["sagsfremstilling", "tidligere_beslutning", "beslutning"]


def test_a_heading_that_begins_like_a_case_label_is_a_section() -> None:
    item = structured(f"{HEADER}\n1. Nye bænke\n\nSagen kort:\nDe er rådne.\n\nBeslutning\nGodkendt.\n").items[0]
    assert (item.sections[0].kind, item.sections[0].heading) == ("resume", "Sagen kort")


def test_an_answer_to_a_hearing_among_the_attachments_is_no_heading() -> None:
    item = structured(
        f"{HEADER}\n1. Nye bænke\n\nBilag\nKort\nHøringssvar fra Ældrerådet\nHøringssvar\n\nBeslutning\nGodkendt.\n"
    ).items[0]
    assert item.attachments == ["Kort", "Høringssvar fra Ældrerådet", "Høringssvar"]


@pytest.mark.parametrize("label", ["Tilstede var", "Deltagere", "Fraværende uden afbud"])
def test_a_decision_may_begin_with_who_was_there_and_who_was_not(label: str) -> None:
    item = structured(
        f"{HEADER}\n1. Nye bænke\n\nBeslutning\n\n{label}:\nAnna Skov\n\nBo Lind\n\nAfbud fra:\nCarl Toft\n\n"
        "Dagsordenen blev godkendt.\n"
    ).items[0]
    assert [section.kind for section in item.sections] == ["beslutning"]
    assert item.decisions[0].text.endswith("godkendt.")


def test_who_was_away_behind_the_decision_is_a_section() -> None:
    item = structured(
        f"{HEADER}\n1. Nye bænke\n\nBeslutning\n\nGodkendt.\n\nFravær med afbud:\n\n• Carl Toft – Anna Skov deltog\n"
    ).items[0]
    assert [section.kind for section in item.sections] == ["beslutning", "fravaer"]


def test_words_of_a_case_head_sections_in_a_house_without_blank_lines() -> None:
    case = "Kompetence: Byrådet\nBeslutningstema\nDer skal bygges en skole.\nBaggrund\nSkolen er fra 1961.\n"
    text = f"{HEADER}\n1. Ny skole\n{case}Indstilling\nDet indstilles, at skolen bygges.\nBeslutning\nGodkendt.\n"
    (item,) = structured(text).items
    assert kinds(item) == ["kompetence", "resume", "baggrund", "indstilling", "beslutning"]


def test_words_inside_a_case_stay_text_in_a_house_without_blank_lines() -> None:
    case = "Sagsfremstilling\nDer skal bygges en skole.\nBaggrund\nSkolen er fra 1961.\n"
    text = f"{HEADER}\n1. Ny skole\n{case}Indstilling\nDet indstilles, at skolen bygges.\nBeslutning\nGodkendt.\n"
    assert kinds(structured(text).items[0]) == ["sagsfremstilling", "indstilling", "beslutning"]


def test_a_label_without_anybody_is_no_part_of_the_decision() -> None:
    text = (
        f"{HEADER}\n1. Ny skole\nIndstilling\nAt skolen bygges.\nBeslutning\nFraværende:\nGodkendt med en tilføjelse.\n"
    )
    assert text_of(structured(text).items[0], "beslutning") == "Godkendt med en tilføjelse."


@pytest.mark.parametrize(
    "heading",
    [
        "BESLUTNING: Teknik- og Miljøudvalget den 05-03-2024",
        "Beslutning: Teknik- og Miljøudvalget den 5. marts 2024",
        "BESLUTNING i Teknik- og Miljøudvalget den 05-03-2024:",
    ],
)
def test_whose_decision_it_is_behind_a_colon(heading: str) -> None:
    earlier = heading.replace("Teknik- og Miljøudvalget", "Plan- og Boligudvalget").replace("05-03", "27-02")
    text = (
        f"{HEADER}\n1. Ny skole\n\n{earlier.replace('5. marts', '27. februar')}\n\nUdsat.\n\n{heading}\n\nGodkendt.\n"
    )
    (item,) = structured(text).items
    assert kinds(item) == ["tidligere_beslutning", "beslutning"]
    assert text_of(item, "beslutning") == "Godkendt."


def test_a_decision_glued_to_its_day() -> None:
    decision = "Beslutning i Teknik- og Miljøudvalget den 05-03-2024Udsat."
    text = f"{HEADER}\n1. Ny skole\nIndstilling\nAt skolen bygges.\n{decision}\n"
    assert text_of(structured(text).items[0], "beslutning") == "Udsat."


@pytest.mark.parametrize("decision", ["Til efterretning", "Til orientering", "Til drøftelse"])
def test_a_decision_that_reads_like_the_heading_of_a_group(decision: str) -> None:
    text = f"{HEADER}\n1. Status\n\nBeslutning\n\n{decision}\n\n2. Ny skole\n\nBeslutning\n\nGodkendt.\n"
    first = structured(text).items[0]
    # 'Til drøftelse' decides nothing; it heads what comes.
    assert text_of(first, "beslutning") == ("" if decision == "Til drøftelse" else decision)


def test_the_decision_below_a_list_of_attachments() -> None:
    text = f"{HEADER}\n1. Ny skole\nIndstilling\nAt skolen bygges.\nBilag\nKort over grunden\n"
    text += "Beslutning i Teknik- og Miljøudvalget den :\nGodkendt.\n"
    (item,) = structured(text).items
    assert kinds(item) == ["indstilling", "bilag", "beslutning"]
    assert item.attachments == ["Kort over grunden"]


@pytest.mark.parametrize(
    ("below", "kept"),
    [
        ("Svaret til borgerforeningen om de nye bænke er afsendt.", ["beslutning"]),
        ("Bo Lind orienterede om en henvendelse fra skolen i Åløse.", ["beslutning"]),
        ("Bo Lind var på ferie og deltog ikke i dagens behandling.", ["beslutning", "fravaer"]),
        ("Bo Lind og Ida Lauge", ["beslutning", "fravaer"]),
    ],
)
def test_what_is_told_below_a_label_without_anybody(below: str, kept: list[str]) -> None:
    text = f"{HEADER}\n1. Siden sidst\nIndstilling\nAt det drøftes.\nBeslutning\nFraværende:\n{below}\n"
    assert [kind for kind in kinds(structured(text).items[0]) if kind != "indstilling"] == kept


def test_remarks_below_those_who_were_away_are_a_section() -> None:
    below = "Fraværende\n\nBo Lind\n\nBemærkninger til dagsordenen\n\nIda Lauge deltager under punktet.\n"
    text = f"{HEADER}\n1. Ny skole\n\nBeslutning\n\nGodkendt.\n\n{below}\n2. Takster\n\nBeslutning\n\nUdsat.\n"
    first = structured(text).items[0]
    assert kinds(first) == ["beslutning", "fravaer", "andet"]
    assert text_of(first, "fravaer") == "Bo Lind"


def test_who_came_instead_stands_with_those_who_were_away() -> None:
    below = "Fraværende\n\nBo Lind\n\nBemærkninger til dagsordenen\n\nPer Ek er indkaldt som suppleant for Bo Lind.\n"
    text = f"{HEADER}\n1. Ny skole\n\nBeslutning\n\nGodkendt.\n\n{below}\n2. Takster\n\nBeslutning\n\nUdsat.\n"
    assert kinds(structured(text).items[0]) == ["beslutning", "fravaer"]


def test_remarks_in_a_decision_are_its_text() -> None:
    decision = "Bemærkninger til dagsordenen\n\nPunkt 4 udgår. Dagsordenen godkendt."
    text = f"{HEADER}\n1. Godkendelse af dagsorden\n\nBeslutning\n\n{decision}\n\n2. Takster\n\nBeslutning\n\nUdsat.\n"
    assert text_of(structured(text).items[0], "beslutning") == decision
