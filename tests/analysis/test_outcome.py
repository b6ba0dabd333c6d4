"""Outcomes of items and of the points of their decisions."""

from __future__ import annotations

from typing import Any

import pytest
from analysis.cases import context_of, load_cases

from referat_nlp.analysis.context import ItemContext
from referat_nlp.analysis.interface import OutcomeTagger
from referat_nlp.analysis.outcome import RuleOutcomeTagger
from referat_nlp.schema import Decision, Item

TAGGER: OutcomeTagger = RuleOutcomeTagger()
CASES = [case for name in ("outcomes", "ballots", "absence") for case in load_cases(name)]
WITH_OUTCOME = [case for case in CASES if "outcome" in case["expected"]]
WITH_POINTS = [case for case in CASES if any("points" in d for d in case["expected"].get("decisions") or [])]

ASKED = "Forvaltningen indstiller, at taksten hæves."


def case_id(case: dict[str, Any]) -> str:
    return str(case["id"])


def outcome_of(
    decision: str, *, indstilling: str | None = None, title: str = "Ny bro ved Ålykke", body: str = "Byrådet"
) -> str | None:
    case = {
        "id": "x",
        "title": title,
        "indstilling": indstilling,
        "decision": decision,
        "body": body,
        "expected": {},
    }
    return TAGGER([context_of(case)])[0].outcome


@pytest.mark.parametrize("case", WITH_OUTCOME, ids=case_id)
def test_written_cases(case: dict[str, Any]) -> None:
    assert TAGGER([context_of(case)])[0].outcome == case["expected"]["outcome"]


@pytest.mark.parametrize("case", WITH_POINTS, ids=case_id)
def test_points_of_written_cases(case: dict[str, Any]) -> None:
    context = context_of(case)
    result = TAGGER([context])[0]
    assert len(result.points) == len(context.item.decisions) == len(case["expected"]["decisions"])
    for expected, points in zip(case["expected"]["decisions"], result.points, strict=True):
        if "points" in expected:
            assert [point.model_dump() for point in points] == expected["points"]


@pytest.mark.parametrize(
    ("decision", "outcome"),
    [
        ("Som indstillet.", "godkendt"),
        ("Udvalget meddeler afslag på dispensation. Per Ek stemte for at give dispensation.", "forkastet"),
        ("Overgik til 2. behandling.", "oversendt"),
        ("Der blev foretaget skriftlig afstemning. Resultatet blev 4 stemmer for og 3 imod.", "godkendt"),
        ("Alle 23 medlemmer sluttede op om indstillingen.", "godkendt"),
        ("Den samlede kommunalbestyrelse stod bag indstillingen.", "godkendt"),
        ("Udvalget var enig i at anbefale indstillingen.", "anbefalet"),
        ("Udvalget sagde enstemmigt nej til at nedlægge ruten.", "forkastet"),
        ("Bo Lind begærede sagen udsat. Udsættelsen blev vedtaget med 5 stemmer mod 1.", "udsat"),
        ("Godkendt som anbefalet af Økonomiudvalget.", "godkendt"),
        ("Landzonetilladelse meddeles.", "godkendt"),
        ("Udvalget konstituerede sig med Lene Holt som formand.", "godkendt"),
        ("Byrådet vedtog med 20 stemmer mod 5 at optage lånet.", "godkendt"),
        ("Godkendt under forudsætning af, at ansøgningen trækkes tilbage inden årets udgang.", "godkendt"),
        ("Udvalget fastholder den tidligere beslutning.", "godkendt"),
        ("Det indstilles til Kommunalbestyrelsen, at forslaget godkendes.", "anbefalet"),
        ("Tiltrædes med indstilling til Økonomiudvalg og Byråd om godkendelse.", "anbefalet"),
        ("Udvalget indstiller med 5 stemmer mod 2, at planen vedtages.", "anbefalet"),
        ("Udvalget indstiller til byrådet,\n\n1. at der gives en bevilling, og\n\n2. at planen vedtages.", "anbefalet"),
        ("Udvalget fastholder sin indstilling af 8. januar.", "anbefalet"),
        ("Indstilles på ny godkendt.", "anbefalet"),
        ("Udvalget anbefaler\nad 1) at der gives tilskud,\nad 2) at det tages af kassen.", "anbefalet"),
        ("Orienteret.", "taget til efterretning"),
        ("Overdraget til administrationen.", "oversendt"),
        ("Forslaget bortfaldt, da det ikke opnåede flertal.", "forkastet"),
        ("Ændringsforslag fra F\n\nAt broen som anbefalet af rådet bygges i træ.\n\nIkke vedtaget.", "forkastet"),
        (
            "Liste V's ændringsforslag om en lavere bro blev sat til afstemning:\nFor stemte V (4).\n"
            "Imod stemte A og F (5).\nForslaget blev således ikke vedtaget.\nHovedforslaget vedtaget.",
            "godkendt",
        ),
        ("Som Økonomiudvalgets anbefaling. Bo Lind (Ø) kan ikke tiltræde beslutningen.", "godkendt"),
        ("Udvalget indstiller som Kultur- og Fritidsudvalget.", "anbefalet"),
        ("Udvalget drøftede sagen og anbefalede model 1.", "anbefalet"),
        (
            "Byrådet tog redegørelsen, som blev gennemgået på mødet, til efterretning.",
            "taget til efterretning",
        ),
        (
            "Orienteringen taget til efterretning, idet der ønskes en sag om udsatte børn.",
            "taget til efterretning",
        ),
        ("Status tages til efterretning, og sagen forventes genoptaget i 2025.", "taget til efterretning"),
        ("Udvalget havde en god drøftelse af oplægget.", "drøftet"),
        ("Temaet om udsatte unge blev drøftet.", "drøftet"),
        ("Ej godkendt.", "forkastet"),
        ("Ansøgningen imødekommes ikke.", "forkastet"),
        ("Det blev besluttet ikke at gå videre med projektet.", "forkastet"),
        ("Stemmelighed. Forslaget er dermed bortfaldet.", "forkastet"),
        ("Forelægges igen på næste møde.", "udsat"),
        ("Udvalget ønsker sagen forelagt igen.", "udsat"),
        ("Byrådet besluttede, at sagen udsættes til august.", "udsat"),
        ("Byrådet besluttede at henvise sagen til Teknisk Udvalg.", "oversendt"),
        ("Sagen sendes retur til forvaltningen.", "oversendt"),
        ("Forslagsstilleren trak forslaget tilbage.", "trukket"),
        ("Ingen fremmødte.", "noteret"),
        ('Udvalget ønsker et møde om "Grøn by" i maj. Planen godkendt. Temaet "Blå by" kommer til juni.', "godkendt"),
        ('Drøftet. Ordet "snarest" udgår.', "drøftet"),
        ("Udvalget ønsker svar på følgende. Hvad er igangsat, og hvad er udskudt?", "drøftet"),
        ("Udsættes til juli.", "udsat"),
        ("Flyttes til juli.", "udsat"),
        ("Fulgte indstillingen.", "godkendt"),
        ("Oplægget fulgtes.", "godkendt"),
        ("Byrådet sagde ja til planen.", "godkendt"),
        ("Udvalget går ind for forslaget.", "godkendt"),
        ("Udvalget er enigt i indstillingen.", "godkendt"),
        ("Som direktionen foreslår.", "godkendt"),
        ("Model 1 lægges til grund.", "godkendt"),
        ("Ansøgningen efterkommes.", "godkendt"),
        ("I orden.", "godkendt"),
        ("Støttes.", "godkendt"),
        ("Som foreslået. Til byrådet med anbefaling.", "anbefalet"),
        ("Godkendt. Sendes til byrådet med flertallets anbefaling.", "anbefalet"),
        ("Udvalget tilslutter sig forslaget og anbefaler det over for byrådet.", "anbefalet"),
        ("Udvalget har hørt orienteringen.", "taget til efterretning"),
        ("Udvalget har ladet sig orientere.", "taget til efterretning"),
        ("Byrådet blev orienteret.", "taget til efterretning"),
        ("Taget til efter retning.", "taget til efterretning"),
        ("Udvalget takkede for oplægget.", "taget til efterretning"),
        ("Udvalget talte om oplægget.", "drøftet"),
        ("Emnet blev diskuteret.", "drøftet"),
        ("Udvalget kom med input til oplægget.", "drøftet"),
        ("Drøftelserne blev taget til efterretning.", "drøftet"),
        ("Drøftet. Forvaltningen vender tilbage til udvalget i maj.", "drøftet"),
        ("Udvalget drøftede oplægget. Der var enighed om, at bussen skal køre.", "drøftet"),
        ("Nej.", "forkastet"),
        ("Ansøgningen blev ikke støttet.", "forkastet"),
        ("Indstillingen blev forkastet. Skolen bevares således.", "forkastet"),
        ("Hvis havnen udbydes, ønsker rådet at blive hørt. Rådet kan ikke anbefale det.", "forkastet"),
        ("Sagen blev ikke færdigbehandlet.", "udsat"),
        ("Udsat til juni. Enstemmigt vedtaget.", "udsat"),
        ("Tilbagevist til fornyet behandling.", "oversendt"),
        ("Byrådet sendte forslaget til realitetsbehandling i udvalget.", "oversendt"),
        ("Udvalget undlod at tage stilling og ønsker en ny sag i maj.", "noteret"),
        ("Undlader.", "noteret"),
        ("Byrådet besvarede spørgsmålet.", "noteret"),
        ("Der var ingen spørgsmål.", None),
        ("Kaj Dal svarede på spørgsmålet.", None),
        ("Der blev orienteret om byggeriet.", None),
        ("Forvaltningen arbejder videre med sagen.", None),
        ("Byrådet anerkendte, at valget er gyldigt.", "godkendt"),
        ("Forslaget gik igennem.", "godkendt"),
        ("Sagen nød fremme.", "godkendt"),
        ("Grønt lys.", "godkendt"),
        ("Formanden fik bemyndigelse til at skrive under.", "godkendt"),
        ("Tiltrædes og anbefales.", "anbefalet"),
        ("Anbefales. Kaj Dal fastholder sit forbehold.", "anbefalet"),
        ("Anbefales. Liste Q fastholdt sit ændringsforslag.", "anbefalet"),
        ("5 stemte for planen, medens 2 stemte imod, hvorefter planen var anbefalet.", "anbefalet"),
        ("Planen opnåede ikke det fornødne flertal.", "forkastet"),
        ("Udvalget vil ikke give dispensation.", "forkastet"),
        ("Udvalget så sig ikke i stand til at støtte planen.", "forkastet"),
        ("Sagen blev sat på pause.", "udsat"),
        ("Punktet udgår og tages op i marts.", "udsat"),
        ("Videre til Økonomiudvalget.", "oversendt"),
        ("Punktet er slettet fra dagsordenen.", "trukket"),
        ("Taget til eftrretning.", "taget til efterretning"),
        ("Udvalget kommenterede skitserne.", "drøftet"),
        ("Drøftet. Man enedes om, at der er behov for lys.", "drøftet"),
        ("Havne- og Broudvalget undlod at tage stilling.", "noteret"),
        ("Udvalget for Havne og Broer undlod at udtale sig.", "noteret"),
        ("Teknisk Udvalg undlader at tage stilling.", "noteret"),
        ("Broudvalget afgav ingen indstilling.", "noteret"),
        ("Sådan blev det besluttet:\n\nSagen blev udsat.", "udsat"),
        ("Udvalget drøftede mødet med Rådet for Socialt Udsatte.", "drøftet"),
        ("Drøftet. Hjælpen til udsatte fortsætter.", "drøftet"),
        ("Planen var herefter fremmet til realitetsbehandling i Havneudvalget.", "oversendt"),
    ],
)
def test_formulas(decision: str, outcome: str | None) -> None:
    assert outcome_of(decision) == outcome


def test_a_proposal_to_postpone_counts_only_where_it_is_adopted() -> None:
    proposal = "Liste T foreslog, at sagen udsættes. "
    assert outcome_of(proposal + "Forslaget blev vedtaget med 9 stemmer mod 8.") == "udsat"
    assert outcome_of(proposal + "Forslaget blev forkastet. Indstillingen blev godkendt.") == "godkendt"


def test_a_minority_does_not_decide() -> None:
    decision = "Et flertal (A, F og Ø) godkendte indstillingen. Et mindretal (V og C) ønskede sagen udsat."
    assert outcome_of(decision) == "godkendt"
    assert outcome_of("Godkendt. Liste O kunne ikke tiltræde, da partiet ønskede forslaget afvist.") == "godkendt"


def test_a_party_in_brackets_is_a_minority() -> None:
    assert outcome_of("Udsat.\n(D) ønskede ikke at udsætte sagen.") == "udsat"
    assert outcome_of("Lis Dam (A) undlod at tage stilling. Godkendt.") == "godkendt"


@pytest.mark.parametrize(
    ("decision", "outcome"),
    [
        ("Kaj Dal foreslog at vente. 5 stemte for at udsætte sagen, 2 stemte imod.", "udsat"),
        ("Kaj Dal foreslog, at sagen sendes til Økonomiudvalget. Det blev besluttet med 5 stemmer mod 2.", "oversendt"),
        ("Kaj Dal foreslog sagen henvist til Teknisk Udvalg. Henvisningen blev vedtaget.", "oversendt"),
        ("Underforslaget blev vedtaget. Det således ændrede forslag blev forkastet.", "forkastet"),
        (
            "F foreslog model B. Forslaget fik 7 stemmer (F, B). Forslaget var dermed bortfaldet. Model A vedtaget.",
            "godkendt",
        ),
        ("V stillede ændringsforslag om at udsætte sagen. Ændringsforslaget blev vedtaget.", "udsat"),
        (
            "V stillede ændringsforslag om at udsætte anlægget til 2027. Ændringsforslaget blev vedtaget. "
            "Indstillingen herefter godkendt.",
            "godkendt",
        ),
        (
            "V stillede følgende ændringsforslag:\n\n”At sagen sendes tilbage til forvaltningen med henblik på et nyt "
            "bud.”\n\nÆndringsforslaget blev vedtaget uden afstemning.",
            "oversendt",
        ),
        (
            "V stillede følgende ændringsforslag:\n\n”At sagen udsættes til mødet i juni.”\n\nÆndringsforslaget blev "
            "forkastet med 4 stemmer mod 3.\n\nIndstillingen blev godkendt.",
            "godkendt",
        ),
        # Whose a proposal is: nobody puts it in that sentence.
        (
            "Det af V fremsatte forslag om udvalgshenvisning blev forkastet med 5 mod 2. Forslaget blev herefter "
            "forkastet med 6 mod 1.",
            "forkastet",
        ),
        (
            "Det af V og Ø fremsatte ændringsforslag blev forkastet med 5 mod 2.\nIndstillingen blev godkendt.",
            "godkendt",
        ),
    ],
)
def test_what_becomes_of_proposals(decision: str, outcome: str) -> None:
    assert outcome_of(decision) == outcome


def test_a_body_may_be_called_by_the_last_word_of_its_name() -> None:
    decision = "Lokaludvalget drøftede planen. Sekretariatet har noteret indvendingerne."
    assert outcome_of(decision, body="Sønderby Lokaludvalg") == "drøftet"
    assert outcome_of("Ungerådet drøftede planen. Godkendt.", body="Sønderby Lokaludvalg") == "godkendt"


@pytest.mark.parametrize(
    ("decision", "outcome"),
    [
        ("Anne Holm og Bo Lind.", "godkendt"),
        ("Anne Holm (A) som medlem og Bo Lind (V) som personlig suppleant.", "godkendt"),
        ("Fraværende: Bo Lind", None),
    ],
)
def test_a_name_alone_is_who_was_chosen(decision: str, outcome: str | None) -> None:
    assert outcome_of(decision, title="Valg til havnens bestyrelse") == outcome


def test_a_refusal_followed_by_a_decision_of_its_own_decides() -> None:
    assert outcome_of("Ikke godkendt. Udvalget ønsker at bevare taksten.", indstilling=ASKED) == "godkendt"
    assert outcome_of("Ikke godkendt. Udvalget ønsker at få belyst økonomien.", indstilling=ASKED) == "forkastet"
    points = "Forvaltningen indstiller,\n1. at planen drøftes\n2. at taksten fastholdes"
    decision = "Ad 1. Drøftet.\nAd 2. Ikke godkendt. Udvalget beslutter at hæve taksten."
    assert outcome_of(decision, indstilling=points) == "godkendt"


def test_what_is_decided_beside_the_points() -> None:
    asked = "Forvaltningen indstiller,\n1. at status drøftes\n2. at notatet tages til efterretning"
    decision = "Punkt 1. Drøftet.\nPunkt 2. Taget til efterretning.\nUdvalget anbefaler byrådet at søge puljen."
    assert outcome_of(decision, indstilling=asked) == "anbefalet"
    voted = "Afstemning om indstillingens første del:\nFor: 9\nImod: 6\nPunkt 2 toges til efterretning."
    assert outcome_of(voted, indstilling=asked) == "godkendt"


@pytest.mark.parametrize(
    ("words", "body", "other", "outcome"),
    [
        ("Som Teknisk Udvalg.", "Byrådet", "Anbefales.", "godkendt"),
        ("Som TU.", "Økonomiudvalget", "Indstilles til byrådets godkendelse.", "anbefalet"),
        ("Byrådet fulgte Teknisk Udvalg. Bo Lind var fraværende.", "Byrådet", "Anbefales.", "godkendt"),
        ("Som Teknisk Udvalg.", "Økonomiudvalget", "Taget til efterretning.", "taget til efterretning"),
        ("Som Kulturudvalget.", "Byrådet", "Anbefales.", None),
    ],
)
def test_a_decision_that_names_whom_it_follows(words: str, body: str, other: str, outcome: str | None) -> None:
    text = f"{other}\n{words}"
    first = Decision(body="Teknisk Udvalg", own=False, text=other, span=(0, len(other)))
    own = Decision(body=body, own=True, text=words, span=(len(other) + 1, len(text)))
    item = Item(id="x", title="Ny bro ved Ålykke", span=(0, len(text)), decisions=[first, own])
    assert TAGGER([ItemContext(item, text, body=body)])[0].outcome == outcome


def test_a_committee_asked_to_recommend_recommends() -> None:
    asked = "at takstbladet anbefales godkendt af byrådet."
    assert outcome_of("Som foreslået.", indstilling=asked, body="Kulturudvalget") == "anbefalet"
    assert outcome_of("Som foreslået.", indstilling=asked, body="Byrådet") == "godkendt"


def test_a_wish_on_what_is_only_told_decides_nothing() -> None:
    asked = "Forvaltningen indstiller, at orienteringen tages til efterretning."
    assert outcome_of("Udvalget ønsker en ny status i maj.", indstilling=asked) is None
    assert outcome_of("Udvalget ønsker en ny status i maj.") == "drøftet"
    decision = "Udvalget drøftede tallene.\nOrienteringen blev taget til efterretning."
    assert outcome_of(decision, indstilling=asked) == "taget til efterretning"


def test_what_is_said_in_passing_under_information_decides_nothing() -> None:
    told = "Listen ajourføres for de medlemmer, der er bevilget orlov."
    assert outcome_of(told, title="Siden sidst", indstilling="at orienteringen tages til efterretning.") is None


def test_a_list_of_what_was_told_decides_nothing() -> None:
    decision = "Orienteringen om\n- ny hal\n- salg af skolen, som offentliggøres\nblev taget til efterretning."
    assert outcome_of(decision) == "taget til efterretning"


def test_what_is_quoted_decides_nothing() -> None:
    assert outcome_of('Drøftet. Lene Holt (A) bemærkede: "Planen burde være vedtaget for længst."') == "drøftet"


def test_another_body_does_not_decide() -> None:
    decision = "Taget til efterretning. Kulturudvalget vedtog i marts planen med 4 stemmer mod 3."
    assert outcome_of(decision) == "taget til efterretning"


def test_the_agenda_ignores_other_items() -> None:
    title = "Godkendelse af dagsorden"
    assert outcome_of("Punkt 12 udsættes. Dagsordenen herefter godkendt.", title=title) == "godkendt"
    assert outcome_of("Punkt 12 udsættes.", title=title) is None
    assert outcome_of("Punkt 2 udsættes. Dagsordenen godkendt.", title="Dagsordenens godkendelse") == "godkendt"
    both = "Dagsorden, herunder tillægsdagsorden, blev godkendt med bemærkning om, at punkt 9 udgår af dagsordenen."
    assert outcome_of(both, title=title) == "godkendt"
    assert outcome_of("Tillægsdagsordenen godkendt.", title=title) == "godkendt"


def test_an_item_without_a_title_may_approve_the_agenda() -> None:
    decision = "Punkt 9 oversendes til Havneudvalget og udgår af dagsordenen.\n\nGodkendt."
    assert outcome_of(decision, title="") == "godkendt"
    assert outcome_of("Punktet oversendes til Havneudvalget.", title="") == "oversendt"


@pytest.mark.parametrize("nothing", ["Ingen", "Ingen.", "Ingen bemærkninger", "Ingen bemærkninger."])
def test_who_was_away_decides_nothing(nothing: str) -> None:
    away = "Per Ek (V) var fraværende ved behandlingen af punktet."
    assert outcome_of(nothing) == outcome_of(f"{nothing}\n{away}") == outcome_of(f"{nothing}\n\n{away}") is None


def test_approval_inherits_what_was_asked() -> None:
    asked = "Forvaltningen indstiller, at status tages til efterretning."
    assert outcome_of("Tiltrådt.", indstilling=asked) == "taget til efterretning"
    assert outcome_of("Byrådet besluttede at forlænge ordningen.", indstilling=asked) == "godkendt"
    assert outcome_of("Drøftelsen blev taget til efterretning.", indstilling=asked) == "taget til efterretning"
    mixed = "Forvaltningen indstiller,\n1. at status tages til efterretning\n2. at det drøftes, om bussen skal køre"
    assert outcome_of("Tiltrådt.", indstilling=mixed) == "drøftet"


def test_points_named_after_the_verb() -> None:
    asked = "Forvaltningen indstiller,\n1. at rammen godkendes\n2. at lånet optages\n3. at notatet sendes"
    case = {
        "id": "x", "title": "Ny bro", "indstilling": asked, "body": "Byrådet", "expected": {},
        "decision": "Byrådet godkendte punkt 1 og 2. Punkt 3 blev udsat.",
    }  # fmt: skip
    result = TAGGER([context_of(case)])[0]
    assert result.outcome == "godkendt"
    assert {point.number: point.outcome for point in result.points[0]} == {
        "1": "godkendt",
        "2": "godkendt",
        "3": "udsat",
    }


def test_a_name_that_begins_like_a_month_is_no_date() -> None:
    case = {"id": "x", "title": "Veje", "decision": "1. Godkendt.\n2. Majas Allé udsættes.", "expected": {}}
    (points,) = TAGGER([context_of(case)])[0].points
    assert [(point.number, point.outcome) for point in points] == [("1", "godkendt"), ("2", "udsat")]


@pytest.mark.parametrize(
    ("title", "decision", "outcome"),
    [
        # What those who ask are told is no wish of the body.
        ("Spørgetid", "Formanden bad spørgeren om at sende sit spørgsmål skriftligt.", None),
        ("Spørgetid", "Ulla Bak spurgte til stien. Udvalget ønsker, at hun skriver til forvaltningen.", None),
        ("Støj fra havnen", "Formanden bad spørgeren om at sende sit spørgsmål skriftligt.", None),
        ("Støj fra havnen", "Udvalget bad forvaltningen om et notat.", "drøftet"),
        ("Spørgetid", "Der blev svaret på spørgsmålene.", "noteret"),
    ],
)
def test_what_those_who_ask_are_told_is_no_discussion(title: str, decision: str, outcome: str | None) -> None:
    assert outcome_of(decision, title=title) == outcome


@pytest.mark.parametrize(
    ("decision", "outcome"),
    [
        ("Der ønskes et notat om driften inden endelig behandling.", "udsat"),
        ("Udvalget beder om et notat forud for den endelige stillingtagen.", "udsat"),
        ("Udvalget ønsker et notat inden sommerferien.", "drøftet"),
        ("Godkendt. Udvalget ønsker et notat før den endelige vedtagelse.", "godkendt"),
        ("Drøftet. Udvalget ønsker et notat inden den videre behandling.", "drøftet"),
        ("Udvalget ønsker en vurdering udefra, inden der træffes beslutning.", "udsat"),
        ("Udvalget beder om et notat, før udvalget tager stilling.", "udsat"),
        ("Udvalget talte om taksten og vil gerne vide mere, før der tages stilling.", "drøftet"),
    ],
)
def test_a_case_that_waits_for_what_is_asked_for_is_postponed(decision: str, outcome: str) -> None:
    assert outcome_of(decision, indstilling=ASKED) == outcome
