"""What is asked and what was decided, in houses that print no heading over it."""

from __future__ import annotations

import pytest

from tests.structure.clerk import HEADER, TITLES, kinds, structured, text_of

CASE = "Broen er fra 1934.\n\nDen er slidt, og Vejlauget har klaget."
DECISIONS = (
    "Godkendt.",
    "Alle undtagen Ida Lauge gik ind for det.\n\nHun vil hellere have en ny bro, og udvalget sender sagen videre.",
    "Udvalget tog redegørelsen til efterretning.",
    "Ida Lauge stillede forslag om en ny bro. Herfor stemte 2, imod stemte 5.\n\nUdvalget fulgte indstillingen.",
    "Taget af dagsordenen.",
)


def house(request: str, before: str = "", after: str = "", case: str = CASE) -> str:
    text = HEADER
    for n, (title, decision) in enumerate(zip(TITLES, DECISIONS, strict=True), 1):
        parts = [f"{n}. {title}", case, request, before, decision, after]
        text += "\n" + "\n\n".join(part for part in parts if part) + "\n"
    return text


@pytest.mark.parametrize(
    "request_",
    [
        "Forvaltningen indstiller, at broen males.",
        "Centerchefen foreslår, at udvalget lader broen male.",
        "Vej og Park anbefaler udvalget, at broen males.",
        "Det indstilles, at broen males.",
    ],
)
def test_case_request_and_decision(request_: str) -> None:
    for item, decision in zip(structured(house(request_)).items, DECISIONS, strict=True):
        assert kinds(item) == ["sagsfremstilling", "indstilling", "beslutning"]
        assert text_of(item, "sagsfremstilling") == CASE
        assert text_of(item, "indstilling") == request_
        assert text_of(item, "beslutning") == decision
        assert [section.heading for section in item.sections][2] is None
        assert [each.text for each in item.decisions] == [decision]


def test_behind_a_request_with_a_heading() -> None:
    text = house("Teknisk Forvaltning indstiller: at broen males.", after="Bilag:\n- Notat", case=f"Sagen:\n{CASE}")
    for item, decision in zip(structured(text).items, DECISIONS, strict=True):
        assert kinds(item) == ["sagsfremstilling", "indstilling", "beslutning", "bilag"]
        assert text_of(item, "indstilling") == "at broen males."
        assert text_of(item, "beslutning") == decision
        assert item.attachments == ["Notat"]


def test_behind_what_another_body_decided() -> None:
    before = "Økonomiudvalget 27-02-2024: Indstilles til godkendelse."
    for item, decision in zip(structured(house("", before=before)).items, DECISIONS, strict=True):
        assert kinds(item) == ["sagsfremstilling", "tidligere_beslutning", "beslutning"]
        assert text_of(item, "tidligere_beslutning") == "Indstilles til godkendelse."
        assert [(each.own, each.text) for each in item.decisions][1] == (True, decision)


def test_a_decision_as_the_last_paragraph() -> None:
    text = HEADER
    for n, title in enumerate(TITLES, 1):
        text += f"\n{n}. {title}\n\nBaggrund for sagen:\n{CASE}\n\nUdvalget tog orienteringen til efterretning.\n"
    for item in structured(text).items:
        assert kinds(item) == ["sagsfremstilling", "beslutning"]
        assert text_of(item, "beslutning") == "Udvalget tog orienteringen til efterretning."


def test_a_request_before_decisions_with_headings() -> None:
    text = HEADER
    for n, title in enumerate(TITLES, 1):
        text += (
            f"\n{n}. {title}\n\n{CASE}\n\nForvaltningen indstiller, at broen males.\n\n"
            "Økonomiudvalget den 27. februar 2024:\nAnbefales.\n\n"
            "Teknik- og Miljøudvalget den 5. marts 2024:\nGodkendt.\n"
        )
    for item in structured(text).items:
        assert kinds(item) == ["sagsfremstilling", "indstilling", "tidligere_beslutning", "beslutning"]


def test_a_decision_that_opens_the_item() -> None:
    text = HEADER
    for n, (title, decision) in enumerate(zip(TITLES, DECISIONS, strict=True), 1):
        text += f"\n## {n}. {title}\n\n{decision}\n\n**Resumé**\n\nBroen er slidt.\n\n**Sagen**\n\n{CASE}\n"
    for item, decision in zip(structured(text).items, DECISIONS, strict=True):
        assert kinds(item) == ["beslutning", "resume", "sagsfremstilling"]
        assert text_of(item, "beslutning") == decision


def test_a_decision_in_one_line_above_the_case() -> None:
    lines = ("Foretoges.", "Beslutningsforslaget blev oversendt til Havneudvalget.", "Foretoges.")
    text = HEADER
    for n, (title, line) in enumerate(zip(TITLES, lines, strict=False), 1):
        text += f'\n{n}. {title}\n\nSagsfremstilling\n\n{line}\n\n"Hvornår bliver broen malet?"\n'
    for item, line in zip(structured(text).items, lines, strict=True):
        assert kinds(item) == ["beslutning", "sagsfremstilling"]
        assert [each.text for each in item.decisions] == [line]
        assert text_of(item, "sagsfremstilling") == '"Hvornår bliver broen malet?"'
    for item in structured(text + f"\n4. {TITLES[3]}\n\nBeslutning\n\nGodkendt.\n").items[:3]:
        assert kinds(item) == ["sagsfremstilling"]


def test_a_proposal_that_fell_before_the_last_paragraph_decides() -> None:
    fell = "Et af Ida Lauge (V) fremsat forslag om en ny bro blev forkastet med 5 stemmer imod 2."
    text = HEADER
    for n, title in enumerate(TITLES, 1):
        text += f"\n{n}. {title}\n\n{CASE}\n\n{fell}\n\nIndstillingen blev tiltrådt uden afstemning.\n"
    for item in structured(text).items:
        assert kinds(item) == ["sagsfremstilling", "beslutning"]
        assert text_of(item, "beslutning").startswith(fell)


def test_all_behind_who_asks_in_brackets_is_the_decision() -> None:
    text = HEADER
    said = (
        "Ida Lauge stillede forslag om en ny bro.\n\nForslaget bortfaldt.\n\nBo Krog takkede.\n\nPlanen blev tiltrådt."
    )
    for n, title in enumerate(TITLES, 1):
        text += f"\n{n}. {title}\n\nIndstilling om, at broen males.\n\n(Økonomiudvalget)\n\n{said}\n"
    assert all(text_of(item, "beslutning") == said for item in structured(text).items)


def test_an_agenda_has_no_decision() -> None:
    text = house("Forvaltningen indstiller, at broen males.").replace("Referat", "Dagsorden", 1)
    assert all("beslutning" not in kinds(item) for item in structured(text).items)


def test_a_house_with_headings_has_no_request_without_one() -> None:
    text = HEADER
    for n, title in enumerate(TITLES, 1):
        text += (
            f"\n{n}. {title}\n\nSagsfremstilling\n{CASE}\n\nVejlauget foreslår, at broen skiftes.\n\n"
            "Indstilling\nat broen males\n\nBeslutning\nGodkendt.\n"
        )
    for item in structured(text).items:
        assert kinds(item) == ["sagsfremstilling", "indstilling", "beslutning"]


@pytest.mark.parametrize("who", ["Venstre", "Ida Lauge (V)", "Et flertal", "Udvalget", "Enhedslisten"])
def test_who_decides_does_not_ask(who: str) -> None:
    text = house(f"{who} foreslår, at broen males.")
    assert all("indstilling" not in kinds(item) for item in structured(text).items)


CITY = "Mødedato: 12.05.2005, kl. 17:30\n\nBorgerrepræsentationen\n\nBESLUTNINGSPROTOKOL\n\n"
MOTION = 'Liste B stillede følgende ændringsforslag:\n\n"Festen holdes ved havnen."\n\n'
VOTED = (
    "Ændringsforslaget blev forkastet med 41 stemmer imod 6.\n\nFor stemte B.\n\nIndstillingen blev herefter godkendt."
)


@pytest.mark.parametrize("asked", ["Indstilling om, at byen holder en fest.", "Forslag om at byen holder en fest."])
@pytest.mark.parametrize(
    "decision",
    [
        MOTION + VOTED,
        "Et af Bo Lind (F) fremsat forslag om udsættelse blev forkastet med 38 stemmer imod 9.\n\n" + VOTED,
        "Borgerrepræsentationen vedtog indstillingen.\n\nListe Ø ønskede tilført protokollen, at beløbet er for lille.",
    ],
    ids=["motion-first", "put-off-first", "adopted"],
)
def test_a_page_of_one_item_that_prints_what_happened_below_what_is_asked(asked: str, decision: str) -> None:
    (item,) = structured(f"{CITY}Nr. 21 BR 19/05. Byens fest\n\n{asked}\n\n{decision}\n").items
    assert (item.number, item.title, item.case_number) == ("21", "Byens fest", "BR 19/05")
    assert kinds(item) == ["indstilling", "beslutning"]
    assert text_of(item, "beslutning") == decision


@pytest.mark.parametrize(
    "decision",
    ["Henvist til behandling i Teknisk Udvalg", "Sendt til høring hos naboerne.", "Tilbagesendes til Kulturudvalget."],
)
def test_where_a_case_goes_is_its_decision(decision: str) -> None:
    text = f"{HEADER}\n1. Nye både\n\nGodkendt.\n\n2. Skilte i byen\n\n{decision}\n\n3. Ny bro\n\nGodkendt.\n"
    assert [kinds(item) for item in structured(text).items] == [["beslutning"]] * 3


def without_headings(said: str) -> str:
    return f"{HEADER}\n1. Nye både\n\nGodkendt.\n\n2. Ansøgning fra spejderne\n\n{said}\n\n3. Ny bro\n\nGodkendt.\n"


@pytest.mark.parametrize(
    "decision",
    [
        "Bevilget 10.000 kr. Bo Lind var imod.",
        "Der bevilges kr. 5.000 til nye telte.",
        "Ansøgningen imødekommes.",
        "Ikke imødekommet.",
        "Ansøgningen blev afslået med 3 stemmer mod 2.",
        "Afslag.",
    ],
)
def test_what_became_of_an_application_is_the_decision(decision: str) -> None:
    text = without_headings(decision)
    assert [kinds(item) for item in structured(text).items] == [["beslutning"]] * 3


@pytest.mark.parametrize(
    "told", ["Bevilget beløb er 10.000 kr.", "Ansøgningen er afslået i 2019, og spejderne søger igen."]
)
def test_what_is_told_of_an_application_is_the_case(told: str) -> None:
    text = without_headings(told)
    assert kinds(structured(text).items[1]) == ["sagsfremstilling"]


def mostly_headed(last: str) -> str:
    headed = "Sagsfremstilling\n\nDer er nyt.\n\nBeslutning\n\nGodkendt.\n"
    case = f"Sagsfremstilling\n\nBroen er fra 1934.\n\n{last}\n"
    return f"{HEADER}\n1. Nye både\n\n{headed}\n2. Ny bro\n\n{case}\n3. Takster\n\n{headed}"


@pytest.mark.parametrize("who", ["Udvalget", "Teknik- og Miljøudvalget"])
def test_a_recommendation_onwards_in_a_house_with_headings(who: str) -> None:
    said = f"{who} indstiller til Økonomiudvalget, at bevillingen gives."
    item = structured(mostly_headed(said)).items[1]
    assert kinds(item) == ["sagsfremstilling", "beslutning"]
    assert text_of(item, "beslutning") == said


@pytest.mark.parametrize(
    "said",
    [
        "Kulturudvalget indstiller til Økonomiudvalget, at bevillingen gives.",
        "Vejlauget anbefaler til Økonomiudvalget, at bevillingen gives.",
        "Udvalget anbefaler til byrådet: fire nye broer.",
    ],
)
def test_what_others_recommend_in_a_house_with_headings_is_the_case(said: str) -> None:
    assert "beslutning" not in kinds(structured(mostly_headed(said)).items[1])
